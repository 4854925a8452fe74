import type { Day } from '../dates.ts';
import type { DecisionKind } from '../decisions/decision.ts';
import type { Minor } from '../money.ts';
import type { AxisRows } from '../views/axis-rows.ts';
import type { SummaryVersion } from '../views/prints.ts';

/**
 * A client on paper, for the owner or for the client. Sentences are made here and kept with it, so that a copy says
 * the same for ever; amounts and days that stand in columns are shown by whoever draws them. `client/for-me.ts` makes
 * the one version and `client/for-client.ts` the other, from a page that holds facts alone.
 */
export interface ClientSummary {
  readonly kind: 'client summary';
  readonly version: SummaryVersion;
  /** Every row, over as many sheets as they take; else two sheets at most. */
  readonly all: boolean;
  readonly clientId: number;
  readonly name: string;
  /** Under the name, a line each: whom to speak to, how, and on what terms. */
  readonly lines: readonly string[];
  readonly figures: readonly SummaryFigure[];
  /** Lines over the full width: a red flag, ways parted. */
  readonly notices: readonly SummaryNotice[];
  /** Null: nothing to draw yet. */
  readonly axis: SummaryAxis | null;
  readonly payments: SummaryHead;
  readonly complaints: SummaryHead;
  readonly decisions: SummaryHead;
  /** Null: nothing is due yet, or it is none of the reader's business. */
  readonly ladder: SummaryLadder | null;
  /** Null: nothing is owed. */
  readonly ageing: SummaryAgeing | null;
  readonly invoices: SummaryInvoices;
  readonly pairs: SummaryPairs;
  /** What else is noted, in words: only in the owner's version with every row. */
  readonly noted: readonly SummaryNoted[];
}

/** A figure of the head: “Owed”, “£3,300”, and what is said under it. */
export interface SummaryFigure {
  readonly label: string;
  readonly value: string;
  readonly notes: readonly string[];
}

export interface SummaryNotice {
  readonly kind: 'flag' | 'parted';
  readonly label: string;
  readonly words: string;
  /** At the end of the line: since when, until when. */
  readonly aside: string;
}

export interface SummaryAxis {
  /** “Last 24 months”. */
  readonly heading: string;
  /** “today, 17 Nov”. */
  readonly today: string;
  /** “Days late” and what the two lanes are called. */
  readonly names: readonly [late: string, complaints: string, decisions: string];
  /** Only what the months drawn can show. */
  readonly rows: AxisRows;
  /** The numbers the complaints have in the list. */
  readonly numbers: readonly { readonly complaintId: number; readonly number: number }[];
  /** What the marks mean, those that occur and no others. */
  readonly key: readonly { readonly mark: AxisKeyMark; readonly text: string }[];
}
export type AxisKeyMark = 'late' | 'open' | 'written off' | 'excused' | 'not yet due' | 'band';

/** The head of one of the three columns. */
export interface SummaryHead {
  readonly title: string;
  /** Small, at the end of the title's line: what the figure stands on. */
  readonly aside: string;
  readonly figure: string;
  readonly caption: string;
  readonly sentences: readonly { readonly strong: string; readonly text: string }[];
}

export interface SummaryLadder {
  /** “12 invoices, January to October”. */
  readonly over: string;
  /** Rung 0 upwards. */
  readonly rungs: readonly { readonly name: string; readonly count: number }[];
  /** In due order. */
  readonly dots: readonly {
    readonly id: number;
    readonly rung: number;
    readonly worst: number;
    readonly state: 'settled' | 'open' | 'writtenOff';
    readonly excused: boolean;
  }[];
  /** The climb in a sentence; null: there is none. */
  readonly climb: string | null;
}

export interface SummaryAgeing {
  readonly owed: Minor;
  /** Five, youngest first. */
  readonly parts: readonly { readonly name: string; readonly amount: Minor }[];
}

export interface SummaryInvoice {
  readonly id: number;
  readonly number: string;
  /** “22 Oct”, with its year where it is another than the page's. */
  readonly due: string;
  readonly amount: Minor;
  readonly open: Minor;
  /** “18”, “56+”, “104+ e”, “not due”; for the client without the e. */
  readonly days: string;
  /** Still unpaid after its due day. */
  readonly strong: boolean;
  readonly paid: boolean;
  /** Settled after its due day. Not said to the client. */
  readonly late: boolean;
}

/** What stands for rows that are not printed. */
export interface InvoicesLeftOut {
  readonly count: number;
  readonly amount: Minor;
  readonly open: Minor;
  /** How many are paid; how many of those late, null where that is not said. */
  readonly paid: number;
  readonly late: number | null;
}

export interface SummaryInvoices {
  /** Heading of the last column. */
  readonly daysHead: string;
  /** Open ones first, then the newest first. */
  readonly rows: readonly SummaryInvoice[];
  /** Those after `rows`, which no two pages could hold. */
  readonly beyond: InvoicesLeftOut;
}

export interface SummaryComplaint {
  readonly id: number;
  readonly number: number;
  readonly open: boolean;
  /** “14 Jul 2026”. */
  readonly on: string;
  /** “settled after 27 days”, “open, 8 days”. */
  readonly state: string;
  /** In the client's words, cut where `all` is not asked for. Empty: nothing was written down. */
  readonly words: string;
  readonly facts: readonly string[];
}

export interface SummaryDecision {
  readonly id: number;
  /** The mark it is drawn by. */
  readonly mark: DecisionKind;
  readonly used: boolean;
  readonly on: string;
  /** “Put right £212”. */
  readonly head: string;
  readonly lines: readonly string[];
  /** What came of it. */
  readonly notes: readonly string[];
}

/** A complaint beside what was decided on it. */
export interface SummaryPair {
  readonly complaint: SummaryComplaint | null;
  readonly decisions: readonly SummaryDecision[];
  /** Said where a complaint has no decision. */
  readonly undecided: { readonly head: string; readonly lines: readonly string[] } | null;
  /** What the decisions have cost; null where that is not said. */
  readonly goodwill: Minor | null;
}

export interface PairsLeftOut {
  readonly complaints: number;
  readonly open: number;
  readonly decisions: number;
  readonly goodwill: Minor | null;
}

export interface SummaryPairs {
  /** Open complaints first, then the newest first. */
  readonly rows: readonly SummaryPair[];
  readonly beyond: PairsLeftOut;
}

export interface SummaryNoted {
  /** Null: it belongs to no day. */
  readonly on: Day | null;
  readonly kind: string;
  readonly words: string;
}
