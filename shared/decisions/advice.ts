import type { Day } from '../dates.ts';
import type { Minor } from '../money.ts';
import type { KeepLine } from '../standing/keeping.ts';
import type { WhyFigure } from '../views/why.ts';
import type { DecisionKind } from './decision.ts';
import type { Tally } from './outcome.ts';
import type { RuleVerdict } from './rules/rule.ts';

/**
 * What a reason points to: the rows behind a figure, a complaint, a decision, a rule, the settings, or what was judged
 * of the case. A figure is one of the client whose complaint it is: advice does not know who that is, so the screen
 * fills it in.
 */
export type Evidence =
  | { readonly kind: 'figure'; readonly figure: WhyFigure; readonly part: number | null }
  | { readonly kind: 'keeping'; readonly line: KeepLine }
  | { readonly kind: 'complaint'; readonly id: number }
  | { readonly kind: 'decision'; readonly id: number; readonly clientId: number }
  | { readonly kind: 'rule'; readonly key: string }
  | { readonly kind: 'settings' }
  | { readonly kind: 'case'; readonly field: string };

export interface Reason {
  readonly text: string;
  readonly evidence: Evidence;
}

/** One option, as its card shows it. */
export interface AdvisedOption {
  readonly kind: DecisionKind;
  /**
   * The one to take. At most one; none where the complaint is settled or what was decided is still under way. It is
   * first in the order, but for an apology nobody has made yet.
   */
  readonly suggested: boolean;
  /** Goes with the suggested one: an apology along with any other, a coupon on top of a put right. */
  readonly along: boolean;
  /** False: nothing in the case speaks for it. It can still be chosen. */
  readonly fits: boolean;
  /** Suggested refund, face value of a coupon, or materials; null: none, or not to be guessed. */
  readonly amount: Minor | null;
  readonly redoMinutes: number | null;
  /** How a refund would go back: a credit where nothing was paid yet. Null for the rest. */
  readonly paidBack: 'money' | 'credit' | null;
  /** The last day of a coupon where a house rule says how long one is valid; null: nothing says. */
  readonly validUntil: Day | null;
  /** In a few words: “half of what was paid”, “2 hours, as usual”. */
  readonly basis: string;
  /** What it takes out of the owner's pocket: a coupon at cost price, hours at hourly cost. Null: not known. */
  readonly cost: Minor | null;
  /** What the ledger will count as goodwill if all of it is used. */
  readonly goodwill: Minor;
  /** One sentence on this month's money. */
  readonly month: string;
  /** One sentence on the cost beside the client's worth. */
  readonly worth: string;
  readonly rules: readonly RuleVerdict[];
  /** What came of the like decisions of this kind; null: none yet. */
  readonly like: LikeDecisions | null;
  /** One or two plain sentences on why it stands where it does. */
  readonly reasons: readonly Reason[];
}

export interface LikeDecisions {
  readonly count: number;
  /** A new invoice within 90 days. */
  readonly cameBack: Tally;
  /** Within 180 days. */
  readonly complainedAgain: Tally;
  /** Of coupons alone; null for the rest. */
  readonly used: Tally | null;
  /** The newest first, at most six. */
  readonly decisions: readonly number[];
}

/** One condition of parting, met or not, with its number. */
export interface PartingCondition {
  readonly id: 'late' | 'redo' | 'strain' | 'cost' | 'boundary';
  readonly met: boolean;
  readonly text: string;
  readonly evidence: Evidence;
}

export interface PartWaysAdvice {
  /** At least two conditions are met and nothing blocks. */
  readonly onTheTable: boolean;
  readonly conditions: readonly PartingCondition[];
  /** What has to be done first: look inside, settle what is our fault. */
  readonly blocks: readonly Reason[];
  /** A big share of revenue, with its number; null: none to warn of. */
  readonly warning: string | null;
}

/** How like cases were treated, for “same case, same treatment”. */
export interface LikeTreatment {
  /** Nearest first. */
  readonly decisions: readonly number[];
  /** Kinds they got, apologies aside, most frequent first. */
  readonly kinds: readonly { readonly kind: DecisionKind; readonly count: number }[];
  /** What makes them like this one: “inside cause, severity 2, last 24 months”. */
  readonly words: string;
}

/** Ranked options with reasons. It never decides. */
export interface Advice {
  /** Said before anything else: “Reply today, and listen.” Empty where it was done. */
  readonly first: readonly Reason[];
  /** All kinds but part ways, in the order advised. */
  readonly options: readonly AdvisedOption[];
  readonly partWays: PartWaysAdvice;
  readonly like: LikeTreatment;
  /**
   * What it would need to know. While one stands nothing is suggested but the apology, with two exceptions: without an
   * invoice amounts go by the client's usual one, and without a cause what is ours or nobody's is made good all the same.
   */
  readonly unknown: readonly {
    readonly field: 'severity' | 'fault' | 'cause' | 'canPutRight' | 'invoice';
    readonly text: string;
  }[];
  /** Besides the options: claim from the carrier, no new work afterwards, a limit that was reached. */
  readonly notes: readonly (Reason & {
    readonly id: 'claim' | 'noNewWork' | 'limit' | 'margin' | 'settled' | 'rules';
  })[];
  /** “This weighs the facts in your ledger. You decide.” */
  readonly disclaimer: string;
}
