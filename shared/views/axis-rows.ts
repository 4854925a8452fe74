import { addMonths, type Day } from '../dates.ts';
import type { DecisionKind } from '../decisions/decision.ts';
import { decisionAmount } from '../decisions/decision.ts';
import type { InvoiceLine } from '../invoices/invoice.ts';
import type { DueMark } from '../lateness/summary.ts';
import type { TypicalDaysLate } from '../lateness/typical.ts';
import type { Minor } from '../money.ts';
import type { ClientPage } from './client-page.ts';

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

/** What an invoice says in days: signed where settled, so far where not; null where it says nothing. */
export function daysOf(invoice: InvoiceLine): number | null {
  const { lateness } = invoice;
  if (lateness.kind === 'settled') return lateness.days;
  return lateness.kind === 'open' || lateness.kind === 'writtenOff' ? lateness.atLeast : null;
}

const axisInvoice = (invoice: InvoiceLine): AxisInvoice => ({
  id: invoice.id,
  due: invoice.due,
  state: invoice.lateness.kind,
  days: daysOf(invoice),
  rung: invoice.rung,
  excused: invoice.excused,
});

/** The client's page as the plain rows of the time axis. */
export function axisRows(page: ClientPage, range: AxisRange, money: (amount: Minor) => string): AxisRows {
  const complaints = page.complaints.map(
    (one): AxisComplaint => ({
      id: one.id,
      receivedOn: one.receivedOn,
      settledOn: one.settledOn,
      severity: one.severity,
      inside: one.cause?.group === 'inside',
      title: one.title ?? (one.dateAssumed ? 'disputed' : (one.cause?.name ?? null)),
    }),
  );
  const decisions = page.decisions.map(
    (one): AxisDecision => ({
      id: one.id,
      complaintId: one.complaintId,
      kind: one.kind,
      decidedOn: one.decidedOn,
      amount: decisionAmount(one) > 0 ? money(decisionAmount(one)) : '',
      coupon: one.coupon
        ? { used: one.coupon.redeemedOn !== null, until: one.coupon.redeemedOn ?? one.coupon.validUntil }
        : null,
    }),
  );
  return {
    asOf: page.asOf,
    range,
    invoices: page.invoices.map(axisInvoice),
    complaints,
    decisions,
    typicals: typicals(page),
  };
}

/** “typical 18 days”, “typical more than 40 days”, “typical 3 days early”, “typical: on the day”. */
export function typicalLabel(typical: TypicalDaysLate): string {
  const size = `${Math.abs(typical.days)} ${Math.abs(typical.days) === 1 ? 'day' : 'days'}`;
  if (typical.kind === 'moreThan') return `typical more than ${size}`;
  if (typical.days === 0) return 'typically on the day';
  return typical.days > 0 ? `typical ${size}` : `typical ${size} early`;
}

/** A year ago stands beside today only where an invoice was due since: else it is the same figure twice. */
export function hasYearAgo(page: ClientPage): boolean {
  const last = page.lateness.due.at(-1);
  return page.lateness.typicalYearAgo !== null && last !== undefined && last.due >= addMonths(page.asOf, -12);
}

function typicals(page: ClientPage): readonly AxisTypical[] {
  const { typical, typicalYearAgo, due, behind } = page.lateness;
  const now = new Set(behind.typical);
  const lines: AxisTypical[] = [];
  const yearAgo = addMonths(page.asOf, -12);
  // The line of a year ago ends where today's begins, or two values would stand for the same invoices.
  const first = due.find((mark) => now.has(mark.id))?.due ?? page.asOf;
  const then = due.filter((mark) => mark.due < yearAgo && mark.due < first).slice(-12);
  if (hasYearAgo(page)) add(lines, typicalYearAgo, then);
  add(
    lines,
    typical,
    due.filter((mark) => now.has(mark.id)),
  );
  return lines;
}

function add(lines: AxisTypical[], typical: TypicalDaysLate | null, over: readonly DueMark[]): void {
  const [first, last] = [over[0], over[over.length - 1]];
  if (!typical || !first || !last) return;
  const to: Day = last.due;
  lines.push({ days: typical.days, text: typicalLabel(typical), from: first.due, to });
}
