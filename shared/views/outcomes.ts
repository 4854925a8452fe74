import type { Severity } from '../complaints/complaint.ts';
import type { Day } from '../dates.ts';
import type { DecisionKind } from '../decisions/decision.ts';
import type { Tally } from '../decisions/outcome.ts';
import type { Minor } from '../money.ts';

export interface OutcomeCounts {
  readonly count: number;
  /** Goodwill they have cost so far. */
  readonly cost: Minor;
  readonly cameBack90: Tally;
  readonly cameBack180: Tally;
  readonly complainedAgain: Tally;
  readonly sameCauseAgain: Tally;
  /** Coupons alone. */
  readonly used: Tally | null;
  /** Of those with enough invoices due before and after; the rest say nothing. */
  readonly paidFaster: number;
  readonly paidSlower: number;
  readonly paidSame: number;
}

export interface OutcomeRow extends OutcomeCounts {
  readonly kind: DecisionKind;
  /** Null: all severities together; 0: the severity was not noted, or there was no complaint. */
  readonly severity: Severity | 0 | null;
}

/** Over all decisions of a period: each kind, and each kind by severity. */
export interface OutcomesPage {
  readonly asOf: Day;
  readonly from: Day | null;
  readonly total: OutcomeCounts;
  readonly rows: readonly OutcomeRow[];
}
