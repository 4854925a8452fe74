import type { Day } from '../dates.ts';
import type { DecisionKind } from '../decisions/decision.ts';
import type { AgeingBucket } from '../lateness/ageing.ts';
import type { Rung } from '../lateness/ladder.ts';
import type { Minor } from '../money.ts';
import type { OutcomeCounts } from '../views/outcomes.ts';

/** One month of the business on one page, for the owner: each number beside that of the month before and of a year ago. */
export interface MonthPage {
  readonly kind: 'month';
  /** “Month on a page: November 2026”. */
  readonly title: string;
  /** First day, and the last that is told of: the page is as at it. */
  readonly from: Day;
  readonly to: Day;
  /** The month is not over. The two beside it end on the same day of theirs: a part is laid beside a part. */
  readonly soFar: boolean;
  /** The month, the one before, and the same a year ago; null: the ledger does not reach back that far. */
  readonly spans: Three<MonthSpan | null>;
  readonly payments: {
    readonly billed: Three;
    readonly received: Three;
    readonly writtenOff: Three;
    /** As at the last day of each. */
    readonly owed: Three;
    readonly pastDue: Three;
    readonly over30: Three;
  };
  /** What is owed as at `to`, by days past due; five buckets. */
  readonly ageing: readonly Pick<AgeingBucket, 'name' | 'amount'>[];
  /** Who began to slip this month, the steepest first. */
  readonly slipped: Some<{ readonly name: string; readonly slope: number }>;
  /** Who slips as at `to`, all told. */
  readonly slipping: number;
  /** Typical days late of what fell due in each of 12 months, the oldest first, as at `to`. */
  readonly lateness: readonly MonthLateness[];
  readonly complaints: {
    readonly received: Three;
    readonly settled: Three;
    /** As at the last day of each. */
    readonly open: Three;
    /** Median days to settled over the 12 months that end with each. */
    readonly usualDays: Three;
    /** Of those received, by where the cause lies. */
    readonly sides: Readonly<Record<CauseSide, Three>>;
  };
  readonly decisions: {
    readonly made: Three;
    readonly goodwill: Three;
    /** Goodwill of 12 months in percent of their revenue, one decimal. */
    readonly goodwillPercent: Three;
    readonly couponsGiven: Three;
    readonly couponsUsed: Three;
    readonly couponsLapsed: Three;
    readonly rulesBroken: Three;
    /** What was decided this month, by kind, the most frequent first. */
    readonly kinds: readonly { readonly kind: DecisionKind; readonly count: number }[];
  };
  /** Goodwill a month may cost; null: no such rule is on. */
  readonly budget: Minor | null;
  /** Goodwill of 12 months, the oldest first; the last is this one. */
  readonly goodwill: readonly { readonly from: Day; readonly cost: Minor }[];
  /** What came of the decisions whose 180 days ended this month; null: there were none. */
  readonly cameOf: { readonly from: Day; readonly to: Day; readonly counts: OutcomeCounts } | null;
  /** House rules broken this month, each with how often, the most often first. */
  readonly broken: readonly { readonly title: string; readonly count: number }[];
  /** Red flags and standings to look at again until the end of next month, the earliest first. */
  readonly reviews: Some<{
    readonly kind: 'flag' | 'standing';
    readonly name: string;
    readonly on: Day;
  }>;
  /** Lessons to be done until the end of next month, the earliest first. */
  readonly lessons: Some<{ readonly lesson: string; readonly dueOn: Day }>;
}

/** Of the month, the one before and the same a year ago; null: nothing can be said. */
export type Three<Value = number | null> = readonly [Value, Value, Value];

export interface MonthSpan {
  readonly from: Day;
  readonly to: Day;
}

export interface MonthLateness {
  readonly from: Day;
  /** Median days late, signed; null: nothing fell due. */
  readonly days: number | null;
  /** Fewer than half were paid so far: it is more than `days`. */
  readonly more: boolean;
  /** Of the late ladder, for the bar's colour; 0 where nothing fell due. */
  readonly rung: Rung;
  /** Invoices that fell due. */
  readonly count: number;
}

/** Where a cause lies; `unknown`: nobody noted it yet. */
export const causeSides = ['inside', 'between', 'outside', 'client', 'unknown'] as const;
export type CauseSide = (typeof causeSides)[number];

/** The first of a list that may be longer than a page has room for. */
export interface Some<Line> {
  readonly first: readonly Line[];
  readonly count: number;
}
