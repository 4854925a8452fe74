import type { Day } from '../dates.ts';
import type { DecisionKind } from '../decisions/decision.ts';
import type { Minor } from '../money.ts';
import type { Standing } from '../standing/standing.ts';
import type { SparkMark } from './client-list.ts';
import type { Waiting } from './desk.ts';
import type { CauseBar } from './lessons.ts';

/** The business on one screen, as at one day. Each line leads to where it is dealt with. */
export interface Overview {
  readonly asOf: Day;
  readonly clients: number;
  readonly invoices: number;

  readonly owed: Minor;
  readonly pastDue: Minor;
  readonly pastDueClients: number;
  readonly over30: { readonly amount: Minor; readonly clients: number };
  /** Not yet due, 1–30, 31–60, 61–90, over 90 days. */
  readonly ages: readonly { readonly amount: Minor; readonly clients: number }[];
  readonly slipping: readonly SlippingLine[];
  readonly slippingCount: number;

  readonly waiting: readonly Waiting[];
  readonly waitingCount: number;
  readonly unanswered: number;
  readonly pastLimit: number;
  readonly settleLimit: number | null;
  readonly complaints12: number;
  /** Median days to settled, of complaints settled in 12 months; null: none. */
  readonly usualDaysToSettle: number | null;
  readonly causes: readonly CauseBar[];
  readonly lessonsDue: readonly { readonly id: number; readonly lesson: string; readonly dueOn: Day }[];
  /** The most frequent cause of 12 months that has no lesson; null: each has one. */
  readonly causeWithoutLesson: { readonly causeId: number; readonly name: string } | null;

  readonly goodwillMonth: Minor;
  /** The budget of a month; null: no such rule is on. */
  readonly budget: Minor | null;
  readonly goodwill12: Minor;
  readonly goodwillPercent: number | null;
  readonly decisions12: number;
  /** What cost goodwill this month, newest first, at most six. */
  readonly given: readonly {
    readonly decisionId: number;
    readonly clientId: number;
    readonly clientName: string;
    readonly kind: DecisionKind;
    readonly used: boolean;
    readonly on: Day;
    readonly cost: Minor;
  }[];
  readonly couponsOut: { readonly count: number; readonly value: Minor };
  /** Valid for 30 days more at most, the next first. */
  readonly couponsLapsing: readonly {
    readonly couponId: number;
    readonly clientId: number;
    readonly clientName: string;
    readonly value: Minor;
    readonly validUntil: Day;
  }[];

  readonly shares: readonly ShareLine[];
  readonly reviews: readonly ReviewLine[];
}

export interface SlippingLine {
  readonly clientId: number;
  readonly name: string;
  readonly flagged: boolean;
  readonly spark: readonly SparkMark[];
  /** Days later with each invoice. */
  readonly slope: number;
  /** Two-sided p of Mann–Kendall: below 0.01 “very sure”, below 0.05 “sure”, else “fairly sure”. */
  readonly p: number;
  readonly pastDue: Minor;
}

/** A client with a large part of revenue or of attention, both beside each other, in percent. */
export interface ShareLine {
  readonly clientId: number;
  readonly name: string;
  readonly revenue: Minor;
  readonly revenuePercent: number | null;
  readonly minutes: number;
  readonly attentionPercent: number | null;
}

/** A red flag, a standing or a parting whose day to be looked at has come, or comes within a week. */
export interface ReviewLine {
  readonly kind: 'flag' | 'standing' | 'parting';
  readonly clientId: number;
  readonly name: string;
  readonly standing: Standing | null;
  readonly on: Day;
}
