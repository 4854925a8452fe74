import { addMonths, type Day, daysBetween } from '../dates.ts';
import type { Minor } from '../money.ts';
import { type Ageing, ageingOf, type OpenBalance } from './ageing.ts';
import { account, type DueLateness, isDue } from './days-late.ts';
import { LAST_DUE, lastDueWhere } from './due.ts';
import { checkDay, inDueOrder, type LatenessInvoice } from './invoice.ts';
import { type Ladder, ladderOf, type Rung, rungOf } from './ladder.ts';
import { type Trend, trendInvoices, trendOf } from './trend.ts';
import { type TypicalDaysLate, typicalDaysLate, typicalObservations, typicalOf } from './typical.ts';

/** A due invoice as the lateness chart draws it. */
export interface DueMark {
  readonly id: number;
  readonly due: Day;
  /** Signed days late; days so far where `kind` is not `settled`. */
  readonly days: number;
  readonly kind: DueLateness['kind'];
  readonly rung: Rung;
  readonly excused: boolean;
}

/** All lateness figures of one client, as at one day. Money in minor units. */
export interface LatenessSummary {
  /** Every due invoice in due order, oldest first; the last 12 are at its end. */
  readonly due: readonly DueMark[];
  /** Invoices with an open balance that are still to fall due, in due order. */
  readonly notYetDue: readonly { readonly id: number; readonly due: Day; readonly open: Minor }[];
  readonly typical: TypicalDaysLate | null;
  readonly typicalWithoutExcused: TypicalDaysLate | null;
  /** The typical value as it stood 12 months earlier; null when nothing was due then. */
  readonly typicalYearAgo: TypicalDaysLate | null;
  readonly trend: Trend;
  /** Over the last 12 due. */
  readonly ladder: Ladder;
  readonly ageing: Ageing;
  readonly owed: Minor;
  readonly pastDue: Minor;
  /** The earliest due of the open overdue invoices. */
  readonly oldestPastDue: { readonly id: number; readonly days: number } | null;
  /** Paid or credited beyond the invoices' amounts; not taken off `owed`. */
  readonly inHand: Minor;
  /** Ids of the invoices a figure stands on, in due order, for “why?”. Ladder and ageing carry their own. */
  readonly behind: {
    readonly typical: readonly number[];
    readonly typicalWithoutExcused: readonly number[];
    readonly trend: readonly number[];
  };
}

/** 12 months earlier, or null where the calendar Evenhand keeps does not reach back that far. */
function yearBefore(asOf: Day): Day | null {
  return asOf < '1901-01-01' ? null : addMonths(asOf, -12);
}

/**
 * Everything a client's screen shows about lateness, from that client's invoices (marked by `markExcused`) as at
 * `asOf`. Sorting the invoices is the dearest part: n log n. Throws RangeError for impossible input.
 */
export function summariseLateness(invoices: readonly LatenessInvoice[], asOf: Day): LatenessSummary {
  checkDay(asOf);
  const ordered = inDueOrder(invoices);
  const due: DueMark[] = [];
  const notYetDue: { id: number; due: Day; open: Minor }[] = [];
  const balances: OpenBalance[] = [];
  let oldestPastDue: LatenessSummary['oldestPastDue'] = null;
  let inHand = 0;
  for (const invoice of ordered) {
    const { lateness, open, overpaid } = account(invoice, asOf);
    inHand += overpaid;
    if (open > 0) balances.push({ id: invoice.id, open, daysPastDue: daysBetween(invoice.due, asOf) });
    if (lateness.kind === 'notYetDue' && open > 0) notYetDue.push({ id: invoice.id, due: invoice.due, open });
    if (!isDue(lateness)) continue;
    const days = lateness.kind === 'settled' ? lateness.days : lateness.atLeast;
    if (lateness.kind === 'open') oldestPastDue ??= { id: invoice.id, days };
    const { id, excused } = invoice;
    due.push({ id, due: invoice.due, days, kind: lateness.kind, rung: rungOf(lateness), excused });
  }

  const observations = typicalObservations(ordered, asOf);
  const withoutExcused = typicalObservations(ordered, asOf, { withoutExcused: true });
  const trending = trendInvoices(ordered, asOf);
  const then = yearBefore(asOf);
  const ages = ageingOf(balances);
  return {
    due,
    notYetDue,
    typical: typicalOf(observations),
    typicalWithoutExcused: typicalOf(withoutExcused),
    typicalYearAgo: then === null ? null : typicalDaysLate(ordered, then),
    trend: trendOf(trending),
    ladder: ladderOf(lastDueWhere(ordered, asOf, LAST_DUE, () => true)),
    ageing: ages,
    owed: ages.total,
    pastDue: ages.total - (ages.buckets[0]?.amount ?? 0),
    oldestPastDue,
    inHand,
    behind: {
      typical: observations.map((one) => one.id),
      typicalWithoutExcused: withoutExcused.map((one) => one.id),
      trend: trending.map((row) => row.invoice.id),
    },
  };
}
