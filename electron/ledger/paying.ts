import { type Day, daysBetween } from '../../shared/dates.ts';
import { dueInvoices, LAST_DUE, lastDueWhere } from '../../shared/lateness/due.ts';
import { type FairLateness, fairLateness } from '../../shared/lateness/fair.ts';
import { type Rung, rungOf } from '../../shared/lateness/ladder.ts';
import { type Trend, trendInvoices, trendOf } from '../../shared/lateness/trend.ts';
import { type TypicalDaysLate, typicalDaysLate } from '../../shared/lateness/typical.ts';
import type { Minor } from '../../shared/money.ts';
import type { SparkMark } from '../../shared/views/client-list.ts';
import { complaintFacts, lastDueFacts, openFacts } from './gather.ts';
import type { Reader } from './handles.ts';

/** How a client pays, in short: from the last due and the open invoices alone, whatever else there is. */
export interface Paying {
  readonly trend: Trend;
  readonly typical: TypicalDaysLate | null;
  /** What of the two may be held against them. */
  readonly fair: FairLateness;
  /** Worst rung of the last 12 due that are not excused; null: none. */
  readonly worstRung: Rung | null;
  readonly owed: Minor;
  readonly pastDue: Minor;
  /** Days past due of the oldest open invoice; null: nothing is past due. */
  readonly oldestDays: number | null;
  readonly spark: readonly SparkMark[];
}

export function payingOf(read: Reader, clientId: number, today: Day): Paying {
  const complaints = complaintFacts(read, clientId);
  const invoices = lastDueFacts(read, clientId, today, LAST_DUE, complaints);
  const fair = lastDueWhere(invoices, today, LAST_DUE, ({ invoice }) => !invoice.excused);
  const open = openFacts(read, clientId, today, complaints);
  const pastDue = open.filter((invoice) => invoice.due < today);
  const trend = trendOf(trendInvoices(invoices, today));
  const typical = typicalDaysLate(invoices, today);
  const sum = (rows: typeof open): Minor => rows.reduce((total, { amount }) => total + amount, 0);
  return {
    trend,
    typical,
    fair: fairLateness(dueInvoices(invoices, today), { trend, typical }),
    worstRung: fair.reduce<Rung | null>((worst, { lateness }) => {
      const rung = rungOf(lateness);
      return worst === null || rung > worst ? rung : worst;
    }, null),
    owed: sum(open),
    pastDue: sum(pastDue),
    oldestDays: pastDue[0] === undefined ? null : daysBetween(pastDue[0].due, today),
    spark: lastDueWhere(invoices, today, LAST_DUE, () => true).map(({ lateness, days, invoice }) => ({
      days,
      unpaid: lateness.kind !== 'settled',
      excused: invoice.excused,
    })),
  };
}
