import type { Day } from '../../shared/dates.ts';
import type { DecisionKind } from '../../shared/decisions/decision.ts';

/** The plain rows the time axis is drawn from. Days are calendar days, lateness is in days, signed. */

export interface AxisInvoice {
  readonly id: number;
  readonly due: Day;
  readonly state: 'settled' | 'open' | 'writtenOff' | 'notYetDue' | 'nothingOwed';
  /** Signed days late, or at least so many; null where there is nothing to say. */
  readonly days: number | null;
  readonly rung: number | null;
  readonly excused: boolean;
}

export interface AxisComplaint {
  readonly id: number;
  readonly receivedOn: Day;
  readonly settledOn: Day | null;
  readonly severity: 1 | 2 | 3 | 4 | null;
  /** Its cause lies inside our business: while it is open, lateness is excused. */
  readonly inside: boolean;
  readonly title: string | null;
}

export interface AxisDecision {
  readonly id: number;
  readonly complaintId: number | null;
  readonly kind: DecisionKind;
  readonly decidedOn: Day;
  /** “£42”, or empty where the decision has no amount. */
  readonly amount: string;
  /** A coupon's life: until it was used, or until it ends; `until` null: it never ends. */
  readonly coupon: { readonly used: boolean; readonly until: Day | null } | null;
}

/** A typical value over the invoices due from one day to another. */
export interface AxisTypical {
  readonly days: number;
  readonly text: string;
  readonly from: Day;
  readonly to: Day;
}

export type AxisRange = 12 | 24 | 'all';

export interface AxisRows {
  readonly asOf: Day;
  readonly range: AxisRange;
  readonly invoices: readonly AxisInvoice[];
  readonly complaints: readonly AxisComplaint[];
  readonly decisions: readonly AxisDecision[];
  readonly typicals: readonly AxisTypical[];
}
