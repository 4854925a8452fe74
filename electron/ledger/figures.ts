import { addDays, addMonths, type Day, daysBetween, windowStart } from '../../shared/dates.ts';
import { goodwillOf } from '../../shared/decisions/decision.ts';
import { ageingOf } from '../../shared/lateness/ageing.ts';
import { dueInvoices, hasTime, LAST_DUE } from '../../shared/lateness/due.ts';
import { markExcused } from '../../shared/lateness/excused.ts';
import { trendOf } from '../../shared/lateness/trend.ts';
import { typicalOf } from '../../shared/lateness/typical.ts';
import type { SparkMark } from '../../shared/views/client-list.ts';
import { type FigureFacts, figureFacts } from './figure-facts.ts';
import { lastDueFacts } from './gather.ts';
import type { Reader, Value } from './handles.ts';
import type { Ledger } from './open.ts';
import { type Leaving, reckoned } from './reckon.ts';

/** After this day the ledger holds nothing. */
const FOR_EVER: Day = '2199-12-31';

/** Clients whose facts are held in memory together. */
const AT_ONCE = 500;

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
  const from = windowStart(today, 12);
  ledger.db.transaction(() => {
    for (let done = 0; done < stale.length; done += AT_ONCE) {
      const ids = stale.slice(done, done + AT_ONCE).map(({ id }) => id);
      const factsOf = figureFacts(write, ids, from, today);
      for (const id of ids) {
        const row = clientFigures(write, id, today, factsOf(id));
        const columns = Object.keys(row);
        write.run(
          `INSERT OR REPLACE INTO client_figures (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
          ...Object.values(row),
        );
      }
    }
  })();
  return stale.length;
}

/** One client's figures as at `today`, and how long they stand if nothing else changes. */
function clientFigures(
  read: Reader,
  clientId: number,
  today: Day,
  facts: FigureFacts,
): Record<string, Value> {
  const from = windowStart(today, 12);
  const within = (on: Day) => on >= from && on <= today;
  const { complaints } = facts;
  const due = dueInvoices(lastDueFacts(read, clientId, today, LAST_DUE, complaints), today);
  const last = due.slice(-LAST_DUE);
  const timed = due.filter(hasTime).slice(-LAST_DUE);
  const typical = typicalOf(
    timed.map(({ days, lateness }) => ({ time: days, event: lateness.kind === 'settled' })),
  );
  const trend = trendOf(timed);
  const open = markExcused(facts.open, complaints, today);
  const pastDue = open.filter((invoice) => invoice.due < today);
  const ages = ageingOf(
    open.map(({ id, amount, due: dueOn }) => ({ id, open: amount, daysPastDue: daysBetween(dueOn, today) })),
  );
  const openComplaints = complaints.filter((complaint) => complaint.settled === null);
  const complaints12 = complaints.filter(({ opened }) => within(opened));
  const goodwill12 = facts.decisions
    .flatMap((source) => goodwillOf(source) ?? [])
    .filter(({ on }) => within(on));
  const spent = [
    ...facts.hours,
    ...facts.decisions
      .filter(({ redoMinutes, decidedOn }) => redoMinutes > 0 && within(decidedOn))
      .map(({ redoMinutes, decidedOn, hourlyCost }) => ({ on: decidedOn, minutes: redoMinutes, hourlyCost })),
  ];
  const standing = reckoned(read, clientId, today, {
    facts,
    spent,
    goodwill12: goodwill12.reduce((sum, { cost }) => sum + cost, 0),
    trend,
    typical,
    due,
    pastDue,
    complaints12,
    openComplaints,
  });
  const spark: SparkMark[] = last.map(({ lateness, days, invoice }) => ({
    days,
    unpaid: lateness.kind !== 'settled',
    excused: invoice.excused,
  }));
  return {
    client_id: clientId,
    valid_from: today,
    valid_until: validUntil(today, facts, {
      // Beyond the last 12 too: without excused ones the standing looks further back.
      growing:
        pastDue.length > 0 || standing.daily || due.some(({ lateness }) => lateness.kind === 'writtenOff'),
      nextDue: open.find((invoice) => invoice.due >= today)?.due ?? null,
      leaving: [
        ...[
          ...complaints12.map(({ opened }) => opened),
          ...[...goodwill12, ...spent].map(({ on }) => on),
        ].map((on) => ({ on, months: 12 })),
        ...standing.leaving,
      ],
    }),
    spark: JSON.stringify(spark.map((mark) => [mark.days, (mark.unpaid ? 1 : 0) + (mark.excused ? 2 : 0)])),
    due_count: trend.count,
    typical_days: typical?.days ?? null,
    typical_more: typical?.kind === 'moreThan' ? 1 : 0,
    trend: trend.word,
    slope: trend.slope,
    trend_p: trend.p,
    owed_minor: ages.total,
    past_due_minor: pastDue.reduce((sum, invoice) => sum + invoice.amount, 0),
    oldest_due_on: pastDue[0]?.due ?? null,
    ageing: JSON.stringify(ages.buckets.map(({ amount }) => amount)),
    credit_minor: facts.credit,
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
    revenue_12m: facts.revenue,
    minutes_12m: spent.reduce((sum, { minutes }) => sum + minutes, 0),
    flagged: facts.flagged ? 1 : 0,
    parted: facts.parted ? 1 : 0,
    standing: facts.set?.standing ?? standing.word,
    standing_reasons: JSON.stringify(standing.reasons),
    standing_reckoned: standing.word,
    standing_set_id: facts.set?.id ?? null,
  };
}

/** The last day through which the figures stay: until an invoice ages, falls due, begins, or something leaves its window. */
function validUntil(
  today: Day,
  facts: FigureFacts,
  known: { growing: boolean; nextDue: Day | null; leaving: readonly Leaving[] },
): Day {
  if (known.growing) return today;
  let last: Day = FOR_EVER;
  const until = (day: Day) => {
    if (day < last) last = day;
  };
  if (known.nextDue !== null) until(known.nextDue);
  if (facts.nextIssued !== null) until(addDays(facts.nextIssued, -1));
  for (const { on, months } of known.leaving) until(addDays(addMonths(on, months), -1));
  if (facts.oldestIssued !== null) until(addDays(addMonths(facts.oldestIssued, 12), -1));
  return last < today ? today : last;
}

export function readSpark(text: string): SparkMark[] {
  return (JSON.parse(text) as [number, number][]).map(([days, bits]) => ({
    days,
    unpaid: (bits & 1) === 1,
    excused: (bits & 2) === 2,
  }));
}
