import { addDays, addMonths, type Day, daysBetween, windowStart } from '../../shared/dates.ts';
import { goodwillOf } from '../../shared/decisions/decision.ts';
import { LAST_DUE, lastDueWhere } from '../../shared/lateness/due.ts';
import { NEVER_CAME_AFTER } from '../../shared/lateness/ladder.ts';
import { trendInvoices, trendOf } from '../../shared/lateness/trend.ts';
import { typicalDaysLate } from '../../shared/lateness/typical.ts';
import { standingSoFar } from '../../shared/standing/standing.ts';
import type { SparkMark } from '../../shared/views/client-list.ts';
import { DECISIONS, type DecisionRow, goodwillSource } from './decisions.ts';
import { complaintFacts, lastDueFacts, openFacts, revenueBetween } from './gather.ts';
import type { Reader, Value } from './handles.ts';
import { creditOf } from './invoices.ts';
import type { Ledger } from './open.ts';

/** After this day the ledger holds nothing. */
const FOR_EVER: Day = '2199-12-31';

/**
 * Brings the kept figures of the clients list up to `today`: only clients whose rows changed, or whose figures a new
 * day changes, are computed. Runs in one small transaction; answers how many were computed. While an import holds the
 * ledger nothing is kept, and the figures from before it stand, as do the rows others can see.
 */
export function refreshFigures(ledger: Ledger, today: Day): number {
  if (ledger.db.inTransaction) return 0;
  const stale = ledger.read.all<{ id: number }>(
    `SELECT client.id FROM client LEFT JOIN client_figures f ON f.client_id = client.id
     WHERE f.client_id IS NULL OR f.valid_until < ?1 OR f.valid_from > ?1`,
    today,
  );
  if (stale.length === 0) return 0;
  const { write } = ledger;
  ledger.db.transaction(() => {
    for (const { id } of stale) {
      const row = clientFigures(write, id, today);
      const columns = Object.keys(row);
      write.run(
        `INSERT OR REPLACE INTO client_figures (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
        ...Object.values(row),
      );
    }
  })();
  return stale.length;
}

/** One client's figures as at `today`, and how long they stand if nothing else changes. */
function clientFigures(read: Reader, clientId: number, today: Day): Record<string, Value> {
  const from = windowStart(today, 12);
  const complaints = complaintFacts(read, clientId);
  const invoices = lastDueFacts(read, clientId, today, LAST_DUE, complaints);
  const last = lastDueWhere(invoices, today, LAST_DUE, () => true);
  const typical = typicalDaysLate(invoices, today);
  const trend = trendOf(trendInvoices(invoices, today));
  const open = openFacts(read, clientId, today, complaints);
  const pastDue = open.filter((invoice) => invoice.due < today);
  const oldestDue = pastDue[0]?.due ?? null;
  const openComplaints = complaints.filter((complaint) => complaint.settled === null);
  const complaints12 = complaints.filter(({ opened }) => opened >= from && opened <= today);
  const goodwill = read
    .all<DecisionRow>(`${DECISIONS} WHERE decision.client_id = ?`, clientId)
    .flatMap((row) => goodwillOf(goodwillSource(row)) ?? []);
  const goodwill12 = goodwill.filter(({ on }) => on >= from && on <= today);
  const flagged =
    read.get('SELECT 1 FROM red_flag WHERE client_id = ? AND lifted_on IS NULL', clientId) !== undefined;
  // Of open ones all count, however old; of those written off the last twelve due.
  const against = pastDue.filter((invoice) => !invoice.excused);
  const abandoned = against.filter((invoice) => daysBetween(invoice.due, today) >= NEVER_CAME_AFTER).length;
  const writtenOff = last.filter((row) => row.lateness.kind === 'writtenOff' && !row.invoice.excused).length;
  const standing = standingSoFar({
    flagged,
    trend: trend.word,
    slope: trend.slope,
    typicalDays: typical?.days ?? null,
    neverCame: abandoned + writtenOff,
    oldestDays: against[0] === undefined ? null : daysBetween(against[0].due, today),
    complaints12: complaints12.length,
    ourFault12: complaints12.filter(({ fault }) => fault === 'ours').length,
    openSerious: openComplaints.filter(({ severity }) => (severity ?? 0) >= 3).length,
  });
  const spark: SparkMark[] = last.map(({ lateness: late, days, invoice }) => ({
    days,
    unpaid: late.kind !== 'settled',
    excused: invoice.excused,
  }));
  return {
    client_id: clientId,
    valid_from: today,
    valid_until: validUntil(read, clientId, today, {
      growing: pastDue.length > 0 || last.some(({ lateness: late }) => late.kind === 'writtenOff'),
      nextDue: open.find((invoice) => invoice.due >= today)?.due ?? null,
      leaving: [...complaints12.map(({ opened }) => opened), ...goodwill12.map(({ on }) => on)],
    }),
    spark: JSON.stringify(spark.map((mark) => [mark.days, (mark.unpaid ? 1 : 0) + (mark.excused ? 2 : 0)])),
    due_count: trend.count,
    typical_days: typical?.days ?? null,
    typical_more: typical?.kind === 'moreThan' ? 1 : 0,
    trend: trend.word,
    slope: trend.slope,
    owed_minor: open.reduce((sum, invoice) => sum + invoice.amount, 0),
    past_due_minor: pastDue.reduce((sum, invoice) => sum + invoice.amount, 0),
    oldest_due_on: oldestDue,
    credit_minor: creditOf(read, clientId),
    open_complaints: openComplaints.length,
    open_severity: openComplaints.reduce<number | null>(
      (worst, { severity }) => Math.max(worst ?? 0, severity ?? 0) || worst,
      null,
    ),
    open_since: openComplaints.reduce<Day | null>(
      (first, { opened }) => (first === null || opened < first ? opened : first),
      null,
    ),
    complaints_12m: complaints12.length,
    goodwill_12m: goodwill12.reduce((sum, { cost }) => sum + cost, 0),
    revenue_12m: revenueBetween(read, clientId, from, today),
    flagged: flagged ? 1 : 0,
    standing: standing.word,
    standing_reasons: JSON.stringify(standing.reasons),
  };
}

/** The last day through which the figures stay: until an invoice ages, falls due, begins, or leaves the 12 months. */
function validUntil(
  read: Reader,
  clientId: number,
  today: Day,
  known: { growing: boolean; nextDue: Day | null; leaving: readonly Day[] },
): Day {
  if (known.growing) return today;
  const bounds: Day[] = known.nextDue === null ? [] : [known.nextDue];
  const from = windowStart(today, 12);
  const oldest = read.get<{ day: Day | null }>(
    'SELECT min(issued_on) AS day FROM invoice WHERE client_id = ? AND issued_on >= ? AND issued_on <= ?',
    clientId,
    from,
    today,
  )?.day;
  const coming = read.get<{ day: Day | null }>(
    'SELECT min(issued_on) AS day FROM invoice WHERE client_id = ? AND issued_on > ?',
    clientId,
    today,
  )?.day;
  for (const day of [...known.leaving, ...(oldest ? [oldest] : [])])
    bounds.push(addDays(addMonths(day, 12), -1));
  if (coming) bounds.push(addDays(coming, -1));
  const first = [...bounds, FOR_EVER].sort()[0] ?? FOR_EVER;
  return first < today ? today : first;
}

export function readSpark(text: string): SparkMark[] {
  return (JSON.parse(text) as [number, number][]).map(([days, bits]) => ({
    days,
    unpaid: (bits & 1) === 1,
    excused: (bits & 2) === 2,
  }));
}
