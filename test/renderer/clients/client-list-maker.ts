import type { Input } from '../../../shared/contract.ts';
import { type ClientList, type ClientRow, clientFilters } from '../../../shared/views/client-list.ts';
import { TODAY } from '../bridge.ts';

export function row(id: number, changes: Partial<ClientRow> = {}): ClientRow {
  return {
    id,
    name: `Client ${id}`,
    descriptor: 'private',
    flagged: false,
    parted: false,
    standing: 'good',
    standingSet: false,
    spark: [{ days: 3, unpaid: false, excused: false }],
    dueCount: 6,
    typical: { days: 3, more: false },
    trend: 'steady',
    slope: 0,
    owed: 12_000,
    pastDue: 0,
    oldestDays: null,
    credit: 0,
    openComplaints: 0,
    openSeverity: null,
    openDays: null,
    complaints12: 0,
    goodwill12: 0,
    goodwillPercent: null,
    revenue12: 48_000,
    revenuePercent: 1.2,
    ...changes,
  };
}

/** Answers `clients.list` as the main process would: pages of these rows, in the order given. */
export function listOf(rows: readonly ClientRow[], changes: Partial<ClientList> = {}) {
  return (input: Input<'clients.list'>): ClientList => ({
    asOf: TODAY,
    total: rows.length,
    matched: rows.length,
    offset: input.offset,
    rows: rows.slice(input.offset, input.offset + input.limit),
    counts: Object.fromEntries(
      clientFilters.map((filter, index) => [filter, index + 1]),
    ) as ClientList['counts'],
    totals: {
      slipping: 6,
      owed: 1_654_000,
      pastDue: 643_500,
      openComplaints: 4,
      complaints12: 47,
      goodwill12: 196_100,
      goodwillPercent: 1.5,
      revenue12: 12_689_000,
    },
    ...changes,
  });
}

export const manyRows = (count: number) => Array.from({ length: count }, (_, index) => row(index + 1));
