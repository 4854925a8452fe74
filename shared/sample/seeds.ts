import type { Channel, Fault, Severity } from '../complaints/complaint.ts';
import type { DecisionKind } from '../decisions/decision.ts';
import type { PaymentMethod } from '../invoices/invoice.ts';
import type { Pattern } from './types.ts';

/**
 * What the data files of the sample say. Money is in round figures of about a pound (scale.ts), days and months are
 * counted back from today, so that the story is the same whenever the sample is opened.
 */
export interface ClientSeed {
  readonly name: string;
  readonly descriptor: string;
  readonly patterns: readonly Pattern[];
  readonly contact: string | null;
  readonly address: string;
  /** Last three digits; the rest is a range kept for invented numbers. */
  readonly phone: string;
  /** Days to pay; null: the ledger's own 30. */
  readonly terms: number | null;
  /** Months ago. */
  readonly since: number;
  readonly notes: string | null;
  readonly work: WorkSeed | null;
  readonly pays: PaysSeed;
  readonly flag?: FlagSeed;
}

export interface WorkSeed {
  readonly title: string;
  /** Instead of `title`, November to February. */
  readonly coldTitle?: string;
  readonly price: number;
  /** What it was before, up to so many months ago; without it, a little less until 19 months ago. */
  readonly before?: { readonly price: number; readonly monthsAgo: number };
  /** Between two invoices: a calendar month, three, or so many days. */
  readonly every: 'month' | 'quarter' | number;
  /** The newest due day of the past is this many days ago; drawn by the seed where it is left out. */
  readonly anchor?: number;
  /** Calendar months in which there is work; all where left out. */
  readonly months?: readonly number[];
  /** Months ago of the first invoice, 36 where left out, and of the last. */
  readonly from?: number;
  readonly until?: number;
  readonly extras?: readonly ExtraSeed[];
}

export interface ExtraSeed {
  /** Days since it was due. */
  readonly dueAgo: number;
  readonly price: number;
  /** Left out: what is done in that season. */
  readonly title?: string;
}

/** Days late, signed; or unpaid, with a part that came; or written off, so many days after due. */
export type Late =
  | number
  | 'open'
  | { readonly part: number; readonly after: number }
  | { readonly writtenOff: number; readonly reason: string };

export interface PaysSeed {
  /** Days late of an ordinary invoice, from and to. */
  readonly usual: readonly [number, number];
  /** The newest invoices that are due, oldest of them first, exactly so. */
  readonly last?: readonly Late[];
  readonly by: Exclude<PaymentMethod, 'credit' | 'unknown'>;
  /** Pays every fourth late invoice in two parts. */
  readonly inParts?: boolean;
  /** Paid too much on the n-th newest due invoice; spent on the next one, or still on account. */
  readonly over?: { readonly newest: number; readonly by: number; readonly spent: boolean };
  /** A plain credit note on the n-th newest due invoice. */
  readonly note?: { readonly newest: number; readonly amount: number; readonly reason: string };
  /** Money paid ahead, for no invoice. */
  readonly ahead?: { readonly ago: number; readonly amount: number };
}

export interface FlagSeed {
  readonly ago: number;
  readonly reason: string;
  readonly instruction: string;
  /** Days from today to the review; for a lifted one it lies in the past. */
  readonly reviewIn: number;
  readonly lifted?: { readonly ago: number; readonly reason: string };
}

/**
 * When a complaint came: days ago; days around the client's due day so many months back (to lie under an invoice);
 * or on the last such calendar day whose story is over by today, and so many years before it.
 */
export type When =
  | { readonly ago: number }
  | { readonly dueBack: number; readonly days: number }
  | { readonly month: number; readonly day: number; readonly years?: number };

/** Words that differ between the growing season (April to October) and the cold one. */
export type Seasonal = string | { readonly warm: string; readonly cold: string };

/** The built-in causes, by the id the first migration gives them. */
export const causeIds = {
  process: 1,
  communication: 2,
  value: 3,
  training: 4,
  shipment: 5,
  transit: 6,
  supplier: 7,
  expectations: 8,
  order: 9,
  mind: 10,
  unreasonable: 11,
} as const;

export interface ComplaintSeed {
  readonly client: string;
  readonly when: When;
  readonly title: Seasonal;
  readonly words: Seasonal;
  readonly wants: string;
  readonly weWant?: string;
  readonly cause: keyof typeof causeIds;
  readonly fault: Fault;
  readonly severity: Severity;
  readonly channel: Exclude<Channel, 'unknown'>;
  readonly listener: string;
  /** Minutes to the first human reply; null: none yet. */
  readonly reply: number | null;
  /** Days to settled; null: open. */
  readonly settled: number | null;
  readonly redo?: true;
  /** About the newest invoice of that day, or the newest of that title; without it about the client. */
  readonly about?: 'newest' | { readonly title: string };
  readonly outcome?: string;
  readonly review?: { readonly where: string; readonly answer: string };
  /** Whether it can be put right; left out: not judged, or plain from what was decided. */
  readonly fixable?: boolean;
  readonly useless?: true;
  readonly moneyAsked?: true;
  readonly lostTime?: true;
  /** What boundary was broken, for a note on the complaint. */
  readonly boundary?: string;
  readonly lesson?: LessonSeed;
  readonly decisions: readonly DecisionSeed[];
}

/** What was learned when the complaint was settled; days after it was received. */
export interface LessonSeed {
  readonly lesson: string;
  readonly changes: string;
  readonly who: string;
  readonly due: number;
  /** Left out: still to be done. */
  readonly done?: number;
}

export interface DecisionSeed {
  readonly kind: DecisionKind;
  /** Days after the complaint; left out: the day it was settled. */
  readonly after?: number;
  /** Materials, money back or a coupon's value. */
  readonly amount?: number;
  readonly minutes?: number;
  readonly sorry?: true;
  readonly back?: 'money' | 'credit';
  readonly what?: string;
  readonly reason: string;
  /** Good for so many days; used on the first invoice at least `used` days on, or not. */
  readonly coupon?: { readonly days: number; readonly used?: number; readonly spent?: number };
}
