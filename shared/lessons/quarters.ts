import { addDays, addMonths, type Day, dayParts, makeDay } from '../dates.ts';
import type { Occurrence } from './occurrence.ts';

/** One calendar quarter, first to last day. */
export interface Quarter {
  readonly from: Day;
  readonly to: Day;
}

/** The most quarters shown side by side: two years, so that each has its like a year before. */
export const QUARTERS = 8;

/** First day of the calendar quarter `day` lies in. */
export function quarterStart(day: Day): Day {
  const { year, month } = dayParts(day);
  return makeDay(year, month - ((month - 1) % 3), 1) ?? day;
}

/**
 * The calendar quarters up to `today`'s, oldest first, at most eight. They begin no earlier than the quarter of
 * `first`, the ledger's first complaint: before it nobody noted any, and an empty column would say there were none.
 * Empty quarters after it are kept. None where there is no complaint yet, or only ones after `today`.
 */
export function lastQuarters(first: Day | null, today: Day): Quarter[] {
  if (first === null || first > today) return [];
  const last = quarterStart(today);
  const earliest = [quarterStart(first), addMonths(last, -3 * (QUARTERS - 1))].sort()[1] ?? last;
  const quarters: Quarter[] = [];
  for (let from = earliest; from <= last; from = addMonths(from, 3)) {
    quarters.push({ from, to: addDays(addMonths(from, 3), -1) });
  }
  return quarters;
}

/** Complaints of one cause in one quarter. */
export interface QuarterCount {
  readonly causeId: number | null;
  readonly count: number;
  /** Of them, received after the newest lesson on this cause was done; 0 without such a lesson. */
  readonly since: number;
}

/**
 * Each quarter with its complaints by cause, most first. `doneOn` holds the day on which the newest lesson on a cause
 * was done. Occurrences outside all quarters are left out.
 */
export function countByQuarter(
  quarters: readonly Quarter[],
  occurrences: readonly Occurrence[],
  doneOn: ReadonlyMap<number, Day>,
): (Quarter & { readonly counts: readonly QuarterCount[]; readonly total: number })[] {
  const sums = quarters.map((): Map<number | null, { count: number; since: number }> => new Map());
  const places = new Map(quarters.map(({ from }, index) => [from, index]));
  for (const { on, causeId, count } of occurrences) {
    const sum = sums[places.get(quarterStart(on)) ?? -1];
    if (sum === undefined) continue;
    const done = causeId === null ? undefined : doneOn.get(causeId);
    const now = sum.get(causeId) ?? { count: 0, since: 0 };
    now.count += count;
    if (done !== undefined && on > done) now.since += count;
    sum.set(causeId, now);
  }
  return quarters.map((quarter, index) => {
    const counts = [...(sums[index] ?? [])]
      .map(([causeId, sum]) => ({ causeId, ...sum }))
      .sort((a, b) => b.count - a.count || (a.causeId ?? 0) - (b.causeId ?? 0));
    return { ...quarter, counts, total: counts.reduce((sum, { count }) => sum + count, 0) };
  });
}
