import * as z from 'zod';
import type { Day } from '../dates.ts';
import type { TrendWord } from '../lateness/trend.ts';
import type { Minor } from '../money.ts';
import type { Standing } from '../standing/standing.ts';

/** One invoice in a row's sparkline: signed days, still unpaid or not, excused or not. */
export interface SparkMark {
  readonly days: number;
  readonly unpaid: boolean;
  readonly excused: boolean;
}

export interface ClientRow {
  readonly id: number;
  readonly name: string;
  readonly descriptor: string | null;
  readonly flagged: boolean;
  readonly parted: boolean;
  readonly standing: Standing;
  /** The owner set it, against what the facts say. */
  readonly standingSet: boolean;
  readonly spark: readonly SparkMark[];
  readonly dueCount: number;
  readonly typical: { readonly days: number; readonly more: boolean } | null;
  readonly trend: TrendWord;
  /** Days per invoice; null while too early to tell. */
  readonly slope: number | null;
  readonly owed: Minor;
  readonly pastDue: Minor;
  /** Days past due of the oldest open invoice; null when nothing is past due. */
  readonly oldestDays: number | null;
  readonly credit: Minor;
  readonly openComplaints: number;
  readonly openSeverity: number | null;
  readonly openDays: number | null;
  readonly complaints12: number;
  readonly goodwill12: Minor;
  readonly goodwillPercent: number | null;
  readonly revenue12: Minor;
  readonly revenuePercent: number | null;
}

export const clientFilters = [
  'all',
  'pastDue',
  'over30',
  'owes',
  'slipping',
  'openComplaint',
  'flagged',
  'goodwillOver',
  'tooEarly',
  'atRisk',
  'parted',
] as const;
export type ClientFilter = (typeof clientFilters)[number];

export const clientSorts = [
  'name',
  'standing',
  'typical',
  'trend',
  'owed',
  'pastDue',
  'oldest',
  'open',
  'complaints12',
  'goodwill',
  'goodwillPercent',
  'revenue',
  'share',
] as const;
export type ClientSort = (typeof clientSorts)[number];

/** One page of the clients list: `offset` and `limit` count rows of the filtered, sorted list. */
export interface ClientList {
  readonly asOf: Day;
  /** Clients in the ledger. */
  readonly total: number;
  /** Clients that pass filter and text. */
  readonly matched: number;
  readonly offset: number;
  readonly rows: readonly ClientRow[];
  /** How many clients each chip would show. */
  readonly counts: Readonly<Record<ClientFilter, number>>;
  /** Sums over the matched clients, for the fixed last row. */
  readonly totals: {
    readonly slipping: number;
    readonly owed: Minor;
    readonly pastDue: Minor;
    readonly openComplaints: number;
    readonly complaints12: number;
    readonly goodwill12: Minor;
    readonly goodwillPercent: number | null;
    readonly revenue12: Minor;
  };
}

export const clientListInput = z.object({
  filter: z.enum(clientFilters),
  text: z.string().max(200),
  sort: z.enum(clientSorts),
  descending: z.boolean(),
  offset: z.int().min(0),
  limit: z.int().min(1).max(500),
});
export type ClientListQuery = z.infer<typeof clientListInput>;

/** Which clients, in which order, without a page of them. */
export const clientIdsInput = clientListInput.omit({ offset: true, limit: true });
export type ClientIdsQuery = z.infer<typeof clientIdsInput>;
