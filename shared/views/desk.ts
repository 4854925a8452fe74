import type { ComplaintLine, Severity } from '../complaints/complaint.ts';
import type { Day } from '../dates.ts';
import type { Advice } from '../decisions/advice.ts';
import type { DecisionKind } from '../decisions/decision.ts';
import type { Outcome } from '../decisions/outcome.ts';
import type { RuleVerdict } from '../decisions/rules/rule.ts';
import type { RedFlag } from '../flags/flag.ts';
import type { TrendWord } from '../lateness/trend.ts';
import type { TypicalDaysLate } from '../lateness/typical.ts';
import type { Minor } from '../money.ts';
import type { SparkMark } from './client-list.ts';

/** A complaint that waits. Those without a human reply come first, the oldest first in each part. */
export interface Waiting {
  readonly complaintId: number;
  readonly clientId: number;
  readonly clientName: string;
  readonly flagged: boolean;
  readonly parted: boolean;
  readonly severity: Severity | null;
  /** Title, else the first words. */
  readonly text: string;
  readonly receivedOn: Day;
  readonly replied: boolean;
  /** Already decided on, and not settled yet. */
  readonly decided: boolean;
  readonly days: number;
  /** Against the promise to reply, in whole hours (or days × 24 without a time); null: replied, or no promise. */
  readonly replyHours: { readonly soFar: number; readonly limit: number } | null;
}

/** A decision whose end is near or just past, worth a look: a coupon that ends, a client who has not come back. */
export interface LookingBack {
  readonly decisionId: number;
  readonly clientId: number;
  readonly clientName: string;
  readonly kind: DecisionKind;
  /** “Coupon £25, ends in 9 days”. */
  readonly text: string;
}

export interface DeskQueue {
  readonly asOf: Day;
  /** The promise to settle, in days; null: the rule is off. */
  readonly settleLimit: number | null;
  /** The first of those that wait; `waitingInAll` counts the rest too. */
  readonly waiting: readonly Waiting[];
  readonly waitingInAll: number;
  readonly lookingBack: readonly LookingBack[];
}

/** A past case laid beside the present one. */
export interface LikeCase {
  readonly decisionId: number;
  readonly complaintId: number;
  readonly clientId: number;
  readonly clientName: string;
  readonly on: Day;
  readonly text: string;
  readonly severity: Severity | null;
  readonly kind: DecisionKind;
  readonly amount: Minor;
  readonly cost: Minor;
  readonly outcome: Outcome;
}

/** One complaint on the desk, with all that is weighed. */
export interface DeskCase {
  readonly asOf: Day;
  readonly complaint: ComplaintLine;
  readonly client: {
    readonly id: number;
    readonly name: string;
    readonly flag: RedFlag | null;
    readonly partedOn: Day | null;
  };
  readonly payments: {
    readonly dueCount: number;
    readonly typical: TypicalDaysLate | null;
    readonly trend: TrendWord;
    readonly slope: number | null;
    readonly pastDue: Minor;
    readonly oldestDays: number | null;
    readonly spark: readonly SparkMark[];
  };
  readonly complaints: {
    readonly count: number;
    readonly count12: number;
    readonly ourFault12: number;
    /** Earlier complaints with the same cause. */
    readonly sameCause: number;
    readonly marks: readonly {
      readonly id: number;
      readonly severity: Severity | null;
      readonly open: boolean;
    }[];
  };
  readonly decisions: {
    readonly count: number;
    readonly goodwill12: Minor;
    readonly goodwillPercent: number | null;
    /** Percent; null: the rule is off. */
    readonly limitPercent: number | null;
  };
  readonly settleLimit: number | null;
  readonly replyLimitHours: number | null;
  readonly advice: Advice;
  readonly likeCases: readonly LikeCase[];
}

/** What the rules and like cases say to a decision being typed. */
export interface Weighed {
  readonly rules: readonly RuleVerdict[];
  /** How it differs from what like cases got; null: it does not, or there are none. */
  readonly departs: string | null;
  /** A reason has to be given: a rule is broken, or a like case was treated otherwise. */
  readonly asksWhy: boolean;
  /** No rule and no like case speaks to it: worth making a rule of. */
  readonly newGround: boolean;
  /** What stands in the way for good, such as a refund above what was paid; null: nothing. */
  readonly refused: string | null;
}
