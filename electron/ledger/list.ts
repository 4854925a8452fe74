import { type Day, daysBetween } from '../../shared/dates.ts';
import type { TrendWord } from '../../shared/lateness/trend.ts';
import { type Minor, percent } from '../../shared/money.ts';
import { type Standing, standings } from '../../shared/standing/standing.ts';
import type {
  ClientFilter,
  ClientIdsQuery,
  ClientList,
  ClientListQuery,
  ClientRow,
  ClientSort,
} from '../../shared/views/client-list.ts';
import { readSpark, refreshFigures } from './figures.ts';
import type { Reader, Value } from './handles.ts';
import type { Ledger } from './open.ts';
import { limitsOf } from './rules.ts';
import { matchExpression } from './search.ts';

const FILTERS: Readonly<Record<ClientFilter, string>> = {
  all: '1',
  pastDue: 'past_due_minor > 0',
  over30: "oldest_due_on < date(:today, '-30 days')",
  owes: 'owed_minor > 0',
  slipping: "trend = 'slipping'",
  openComplaint: 'open_complaints > 0',
  flagged: 'flagged = 1',
  goodwillOver: 'goodwill_12m * 1000 > revenue_12m * :limit',
  tooEarly: "trend = 'tooEarly'",
  atRisk: "standing IN ('at risk', 'consider parting')",
  parted: 'parted = 1',
};

const STANDING_ORDER = `CASE standing ${standings.map((word, rank) => `WHEN '${word}' THEN ${rank}`).join(' ')} END`;

/** Each sort as one or more terms; the direction is put behind each. Empty cells always come last. */
const SORTS: Readonly<Record<ClientSort, readonly string[]>> = {
  name: ['name COLLATE NOCASE'],
  standing: [STANDING_ORDER],
  typical: ['typical_days', 'typical_more'],
  trend: [
    "CASE trend WHEN 'tooEarly' THEN NULL WHEN 'slipping' THEN 2 WHEN 'steady' THEN 1 ELSE 0 END",
    'slope',
  ],
  owed: ['nullif(owed_minor, 0)'],
  pastDue: ['nullif(past_due_minor, 0)'],
  oldest: ['-julianday(oldest_due_on)'],
  open: ['nullif(open_complaints, 0)', 'open_severity', '-julianday(open_since)'],
  complaints12: ['nullif(complaints_12m, 0)'],
  goodwill: ['nullif(goodwill_12m, 0)'],
  goodwillPercent: ['CASE WHEN goodwill_12m > 0 THEN goodwill_12m * 1.0 / nullif(revenue_12m, 0) END'],
  revenue: ['nullif(revenue_12m, 0)'],
  share: ['nullif(revenue_12m, 0)'],
};

interface Row {
  readonly id: number;
  readonly name: string;
  readonly descriptor: string | null;
  readonly spark: string;
  readonly due_count: number;
  readonly typical_days: number | null;
  readonly typical_more: number;
  readonly trend: TrendWord;
  readonly slope: number | null;
  readonly owed_minor: Minor;
  readonly past_due_minor: Minor;
  readonly oldest_due_on: Day | null;
  readonly credit_minor: Minor;
  readonly open_complaints: number;
  readonly open_severity: number | null;
  readonly open_since: Day | null;
  readonly complaints_12m: number;
  readonly goodwill_12m: Minor;
  readonly revenue_12m: Minor;
  readonly flagged: number;
  readonly parted: number;
  readonly standing: Standing;
  readonly standing_set_id: number | null;
}

const MATCHING = `client.id IN (
  SELECT CASE rowid % 4 WHEN 0 THEN rowid / 4
                        WHEN 1 THEN (SELECT client_id FROM invoice WHERE id = search.rowid / 4)
                        ELSE (SELECT client_id FROM complaint WHERE id = search.rowid / 4) END
  FROM search WHERE search MATCH ?)`;

interface Selection {
  readonly condition: (filter: ClientFilter) => string;
  /** Clients with their figures that match the text; the filter's condition comes behind it. */
  readonly from: string;
  readonly values: readonly Value[];
  readonly order: string;
}

/** Which clients a query asks for, as SQL. */
function selectionOf(read: Reader, query: ClientIdsQuery, today: Day): Selection {
  // Switched off, the rule is gone over by nobody.
  const limit = limitsOf(read).goodwillPermille;
  const match = query.text.trim() === '' ? null : matchExpression(query.text);
  // Text without a single letter or digit can't match anything; saying so beats showing everyone.
  const nothing = query.text.trim() !== '' && match === null;
  const text = nothing ? '0' : match === null ? '1' : MATCHING;
  const direction = query.descending ? 'DESC' : 'ASC';
  const terms = SORTS[query.sort].map((term) => `${term} ${direction} NULLS LAST`);
  return {
    condition: (filter) =>
      FILTERS[filter]
        .replaceAll(':today', `'${today}'`)
        .replaceAll(':limit', limit === null ? 'NULL' : String(limit)),
    from: `FROM client JOIN client_figures ON client_figures.client_id = client.id WHERE ${text}`,
    values: match === null ? [] : [match],
    order: `ORDER BY ${[...terms, 'name COLLATE NOCASE', 'client.id'].join(', ')}`,
  };
}

/** The ids of all clients a query asks for, in its order. */
export function listClientIds(ledger: Ledger, query: ClientIdsQuery, today: Day): number[] {
  refreshFigures(ledger, today);
  const { condition, from, values, order } = selectionOf(ledger.read, query, today);
  return ledger.read
    .all<{ id: number }>(`SELECT client.id ${from} AND ${condition(query.filter)} ${order}`, ...values)
    .map(({ id }) => id);
}

/** One page of the clients list as at `today`, from kept figures. */
export function listClients(ledger: Ledger, query: ClientListQuery, today: Day): ClientList {
  refreshFigures(ledger, today);
  const { read } = ledger;
  const { condition, from, values, order } = selectionOf(read, query, today);

  const counts = read.get<Record<ClientFilter, number>>(
    `SELECT ${Object.keys(FILTERS)
      .map((filter) => `count(*) FILTER (WHERE ${condition(filter as ClientFilter)}) AS "${filter}"`)
      .join(', ')} ${from}`,
    ...values,
  );
  const totals = read.get<
    Record<
      'matched' | 'slipping' | 'owed' | 'pastDue' | 'open' | 'complaints' | 'goodwill' | 'revenue',
      number
    >
  >(
    `SELECT count(*) AS matched, count(*) FILTER (WHERE trend = 'slipping') AS slipping,
       total(owed_minor) AS owed, total(past_due_minor) AS pastDue, total(open_complaints) AS open,
       total(complaints_12m) AS complaints, total(goodwill_12m) AS goodwill, total(revenue_12m) AS revenue
     ${from} AND ${condition(query.filter)}`,
    ...values,
  );
  const all = read.get<{ total: number; revenue: Minor }>(
    'SELECT (SELECT count(*) FROM client) AS total, (SELECT total(revenue_12m) FROM client_figures) AS revenue',
  );
  if (!counts || !totals || !all) throw new Error('An aggregate query answered no row');

  const rows = read.all<Row>(
    `SELECT client.id, client.name, client.descriptor, client_figures.* ${from} AND ${condition(query.filter)}
     ${order} LIMIT ? OFFSET ?`,
    ...values,
    query.limit,
    query.offset,
  );
  return {
    asOf: today,
    total: all.total,
    matched: totals.matched,
    offset: query.offset,
    rows: rows.map((row) => clientRow(row, today, all.revenue)),
    counts,
    totals: {
      slipping: totals.slipping,
      owed: totals.owed,
      pastDue: totals.pastDue,
      openComplaints: totals.open,
      complaints12: totals.complaints,
      goodwill12: totals.goodwill,
      goodwillPercent: percent(totals.goodwill, totals.revenue),
      revenue12: totals.revenue,
    },
  };
}

function clientRow(row: Row, today: Day, allRevenue: Minor): ClientRow {
  return {
    id: row.id,
    name: row.name,
    descriptor: row.descriptor,
    flagged: row.flagged === 1,
    parted: row.parted === 1,
    standing: row.standing,
    standingSet: row.standing_set_id !== null,
    spark: readSpark(row.spark),
    dueCount: row.due_count,
    typical: row.typical_days === null ? null : { days: row.typical_days, more: row.typical_more === 1 },
    trend: row.trend,
    slope: row.slope,
    owed: row.owed_minor,
    pastDue: row.past_due_minor,
    oldestDays: row.oldest_due_on === null ? null : daysBetween(row.oldest_due_on, today),
    credit: row.credit_minor,
    openComplaints: row.open_complaints,
    openSeverity: row.open_severity,
    openDays: row.open_since === null ? null : daysBetween(row.open_since, today),
    complaints12: row.complaints_12m,
    goodwill12: row.goodwill_12m,
    goodwillPercent: row.goodwill_12m === 0 ? null : percent(row.goodwill_12m, row.revenue_12m),
    revenue12: row.revenue_12m,
    revenuePercent: row.revenue_12m === 0 ? null : percent(row.revenue_12m, allRevenue),
  };
}
