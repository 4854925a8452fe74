import type * as z from 'zod';
import type { Day } from '../../dates.ts';
import type { Minor } from '../../money.ts';
import type { DecisionCase } from '../case.ts';
import type { DecisionKind } from '../decision.ts';

export type RuleSettings = Readonly<Record<string, number | string | null>>;

/** A setting as the owner sees it: one number (or a choice) inside the rule's sentence. */
export interface RuleSetting {
  readonly key: string;
  readonly label: string;
  readonly unit: 'count' | 'money' | 'permille' | 'days' | 'hours' | 'rung' | 'cause' | 'severity' | 'kind';
  /** May be left empty; without any other the rule can't work. */
  readonly optional?: boolean;
}

/** What is about to be decided, as far as a rule looks at it. */
export interface Proposal {
  readonly kind: DecisionKind;
  /** Refund, or face value of a coupon; materials of a put right. */
  readonly amount: Minor;
  /** What the ledger will count as goodwill: a coupon at its face, redo hours at cost. */
  readonly goodwill: Minor;
  readonly decidedOn: Day;
  readonly validUntil: Day | null;
  /** Of a decision dated in another month than today's: the goodwill of all that month so far. Left out: not known. */
  readonly monthBefore?: Minor;
}

/** New work about to begin. */
export interface NewWork {
  readonly flagged: boolean;
  readonly parted: boolean;
  readonly owed: Minor;
  readonly pastDue: Minor;
  readonly pastDueDays: number | null;
  readonly worstRung: number | null;
}

/** A complaint as the clocks see it. */
export interface TimedComplaint {
  readonly id: number;
  readonly clientId: number;
  readonly receivedOn: Day;
  readonly receivedTime: string | null;
  readonly repliedOn: Day | null;
  readonly repliedTime: string | null;
  readonly settledOn: Day | null;
}

export interface Verdict {
  readonly verdict: 'kept' | 'broken' | 'not concerned';
  /** With the numbers: “Goodwill 3.4 %, limit 4 %”. Empty when not concerned. */
  readonly words: string;
}

export const NOT_CONCERNED: Verdict = { verdict: 'not concerned', words: '' };

export type Show = (amount: Minor) => string;

/** One house rule: a file of its own, listed in index.ts. Its judgements are pure and never throw on a valid case. */
export interface HouseRule<Settings extends RuleSettings = RuleSettings> {
  readonly id: string;
  readonly title: string;
  readonly settings: readonly RuleSetting[];
  readonly parse: z.ZodType<Settings>;
  /** As it stands in a new ledger. Amounts can't be guessed: a rule that needs one is off and holds null. */
  readonly initially: { readonly on: boolean; readonly settings: Settings };
  /** The rule as a plain sentence: “At most 2 refunds for one client within 12 months.” */
  readonly sentence: (settings: Settings, show: Show) => string;
  /** What is odd about the rule by itself: “A budget of nothing …”. Null: nothing. */
  readonly odd?: (settings: Settings) => string | null;
  readonly judge?: (the: DecisionCase, proposal: Proposal, settings: Settings, show: Show) => Verdict;
  readonly judgeNewWork?: (work: NewWork, settings: Settings, show: Show) => Verdict;
  /** Null: the clock still runs. */
  readonly judgeClock?: (complaint: TimedComplaint, today: Day, settings: Settings) => Verdict | null;
}

/** A rule that is switched on, with its settings. `key` names it in verdicts: its id, for one of several `like case:12`. */
export interface RuleInForce {
  readonly key: string;
  readonly rule: string;
  readonly settings: RuleSettings;
}

/** A rule's verdict on one proposal. */
export interface RuleVerdict extends Verdict {
  readonly key: string;
  readonly title: string;
}
