import { addDaysHeld, type Day, daysBetween } from '../../../shared/dates.ts';
import { ageingOf } from '../../../shared/lateness/ageing.ts';
import { asDue, hasTime } from '../../../shared/lateness/due.ts';
import type { LatenessInvoice } from '../../../shared/lateness/invoice.ts';
import type { Observation } from '../../../shared/lateness/kaplan-meier.ts';
import { type Rung, rungOf } from '../../../shared/lateness/ladder.ts';
import { type Trend, trendInvoices, trendOf } from '../../../shared/lateness/trend.ts';
import { type TypicalDaysLate, typicalOf } from '../../../shared/lateness/typical.ts';
import type { Minor } from '../../../shared/money.ts';
import type { MonthLateness, MonthPage, MonthSpan, Three } from '../../../shared/summaries/month.ts';
import { monthEnd, monthFirst } from '../../../shared/summaries/month-spans.ts';
import { BALANCE_COLUMNS, type BalanceRow, fromBalance } from '../gather.ts';
import type { Reader } from '../handles.ts';

/** More than the page has room for. */
const SLIPPED = 6;
const MONTHS = 12;
/** Clients looked at before the next pause may come. */
const AT_A_TIME = 50;
/** The last 12 due, and as many that may say nothing of how a client pays. */
const NEWEST = 24;

/** The same question of each span; null where there is none. */
export function ofEach(spans: Three<MonthSpan | null>, ask: (span: MonthSpan) => number | null): Three {
  const [month, before, yearAgo] = spans.map((span) => (span === null ? null : ask(span)));
  return [month ?? null, before ?? null, yearAgo ?? null];
}

export function paymentsOfMonths(read: Reader, spans: Three<MonthSpan | null>): MonthPage['payments'] {
  const sum = (sql: string) =>
    ofEach(spans, ({ from, to }) => read.get<{ sum: Minor }>(sql, from, to)?.sum ?? 0);
  const owed = spans.map((span) => (span === null ? null : owedAt(read, span.to)));
  const at = (figure: (one: Owed) => Minor): Three => {
    const [month, before, yearAgo] = owed.map((one) => (one === null ? null : figure(one)));
    return [month ?? null, before ?? null, yearAgo ?? null];
  };
  return {
    billed: sum('SELECT total(amount_minor) AS sum FROM invoice WHERE issued_on BETWEEN ? AND ?'),
    // Credit spent is money that came before.
    received: sum(
      `SELECT total(amount_minor) AS sum FROM payment WHERE paid_on BETWEEN ? AND ? AND method <> 'credit'`,
    ),
    writtenOff: sum('SELECT total(amount_minor) AS sum FROM write_off WHERE written_off_on BETWEEN ? AND ?'),
    owed: at(({ total }) => total),
    pastDue: at(({ total, ageing }) => total - (ageing[0]?.amount ?? 0)),
    over30: at(({ ageing }) => ageing.slice(2).reduce((all, { amount }) => all + amount, 0)),
  };
}

interface Owed {
  readonly total: Minor;
  readonly ageing: MonthPage['ageing'];
}

/** What was owed as at `day`, by what the ledger knows now of the time until then. */
export function owedAt(read: Reader, day: Day): Owed {
  const rows = read.all<{ id: number; due: Day; open: Minor }>(
    `SELECT id, due, amount - paid - credited AS "open" FROM (
       SELECT id, due_on AS due, amount_minor AS amount,
         (SELECT coalesce(sum(amount_minor), 0) FROM payment WHERE invoice_id = invoice.id AND paid_on <= ?1) AS paid,
         (SELECT coalesce(sum(amount_minor), 0) FROM credit WHERE invoice_id = invoice.id AND credited_on <= ?1)
           AS credited
       FROM invoice
       WHERE issued_on <= ?1
         AND (settled_on IS NULL OR settled_on > ?1
           OR EXISTS (SELECT 1 FROM credit WHERE invoice_id = invoice.id AND credited_on > ?1))
         AND NOT EXISTS (SELECT 1 FROM write_off WHERE invoice_id = invoice.id AND written_off_on <= ?1))
     WHERE "open" > 0 ORDER BY due, id`,
    day,
  );
  const { buckets, total } = ageingOf(
    rows.map(({ id, due, open }) => ({ id, open, daysPastDue: daysBetween(due, day) })),
  );
  return { total, ageing: buckets.map(({ name, amount }) => ({ name, amount })) };
}

/** Who slips as at `to` and did not the day before `from`, and how many slip in all; `step` is yielded in between. */
export function* slippedBetween<Step>(
  read: Reader,
  from: Day,
  to: Day,
  step: Step,
): Generator<Step, Pick<MonthPage, 'slipped' | 'slipping'>> {
  const slipping: [number, Trend][] = [];
  const before = new Map<number, Trend>();
  const last = read.get<{ id: number | null }>('SELECT max(id) AS id FROM client')?.id ?? 0;
  for (let id = 1; id <= last; id += AT_A_TIME) {
    const clients = { from: id, to: id + AT_A_TIME - 1 };
    const now = [...trendsAt(read, to, clients)].filter(([, { word }]) => word === 'slipping');
    slipping.push(...now);
    yield step;
    if (now.length === 0) continue;
    for (const [client, trend] of trendsAt(read, addDaysHeld(from, -1), clients)) before.set(client, trend);
    yield step;
  }
  const slipped = slipping
    .filter(([id]) => before.get(id)?.word !== 'slipping')
    .sort(([a, one], [b, other]) => (other.slope ?? 0) - (one.slope ?? 0) || a - b);
  const first = slipped.slice(0, SLIPPED).map(([id, { slope }]) => ({
    name: read.get<{ name: string }>('SELECT name FROM client WHERE id = ?', id)?.name ?? '',
    slope: slope ?? 0,
  }));
  return { slipped: { first, count: slipped.length }, slipping: slipping.length };
}

/**
 * How the payments of each client with an id in `clients` (both ends in) went as at `day`; those of whom nothing was due
 * then are left out.
 */
export function trendsAt(
  read: Reader,
  day: Day,
  clients: { readonly from: number; readonly to: number },
): Map<number, Trend> {
  const rows = read.all<BalanceRow & { readonly client_id: number }>(
    `SELECT client_id, ${BALANCE_COLUMNS} FROM (
       SELECT *, row_number() OVER (PARTITION BY client_id ORDER BY due_on DESC, issued_on DESC, id DESC) AS place
       FROM invoice WHERE client_id BETWEEN ?2 AND ?3
         AND issued_on <= ?1 AND (due_on < ?1 OR settled_on <= ?1 OR open_minor = 0)) AS invoice
     WHERE place <= ${NEWEST} ORDER BY client_id, due_on, issued_on, id`,
    day,
    clients.from,
    clients.to,
  );
  const byClient = new Map<number, LatenessInvoice[]>();
  for (const row of rows) {
    const invoices = byClient.get(row.client_id);
    if (invoices === undefined) byClient.set(row.client_id, [fromBalance(row)]);
    else invoices.push(fromBalance(row));
  }
  return new Map([...byClient].map(([id, invoices]) => [id, trendOf(trendInvoices(invoices, day))]));
}

/** Typical days late of what fell due in each of the 12 months up to that of `from`, over all clients, as at `to`. */
export function latenessByMonth(read: Reader, from: Day, to: Day): MonthLateness[] {
  const firsts = lastMonths(from);
  const byMonth = new Map<string, Observation[]>();
  const rows = read.all<BalanceRow>(
    `SELECT ${BALANCE_COLUMNS} FROM invoice WHERE due_on BETWEEN ? AND ? AND issued_on <= ?`,
    firsts[0] ?? from,
    monthEnd(from),
    to,
  );
  for (const row of rows) {
    const due = asDue(fromBalance(row), to);
    if (due === null || !hasTime(due)) continue;
    const month = row.due_on.slice(0, 7);
    const seen = { time: due.days, event: due.lateness.kind === 'settled' };
    const others = byMonth.get(month);
    if (others === undefined) byMonth.set(month, [seen]);
    else others.push(seen);
  }
  return firsts.map((first) => {
    const seen = byMonth.get(first.slice(0, 7)) ?? [];
    const typical = typicalOf(seen);
    const more = typical?.kind === 'moreThan';
    return {
      from: first,
      days: typical?.days ?? null,
      more,
      rung: rungOfTypical(typical),
      count: seen.length,
    };
  });
}

/** Where an invoice that late would stand on the ladder. */
function rungOfTypical(typical: TypicalDaysLate | null): Rung {
  if (typical === null) return 0;
  const { kind, days } = typical;
  return rungOf(kind === 'days' ? { kind: 'settled', days, on: '' } : { kind: 'open', atLeast: days });
}

/** The first days of the 12 months that end with the one that begins on `from`, the oldest first. */
export function lastMonths(from: Day): Day[] {
  return Array.from({ length: MONTHS }, (_, index) => monthFirst(from, index - MONTHS + 1)).filter(
    (first): first is Day => first !== null,
  );
}
