import type { Cause } from '../complaints/complaint.ts';
import { percent } from '../money.ts';

/** Complaints of one cause; `cause` null: nobody noted one. */
export interface CauseCount {
  readonly cause: Cause | null;
  /** 0 or more. */
  readonly count: number;
}

/**
 * Causes in the order of a Pareto chart: most frequent first, equal ones by name, and complaints without a noted cause
 * last however many they are, for nothing can be learned from them yet. `cumulative` is the running share of all
 * counts, in percent with one decimal: 100 on the last row that counts anything, 0 throughout where nothing is counted.
 */
export function pareto<Row extends CauseCount>(
  rows: readonly Row[],
): (Row & { readonly cumulative: number })[] {
  const ordered = [...rows].sort(
    (a, b) =>
      Number(a.cause === null) - Number(b.cause === null) ||
      b.count - a.count ||
      (a.cause?.name ?? '').localeCompare(b.cause?.name ?? '', 'en', { sensitivity: 'base' }),
  );
  const all = rows.reduce((sum, { count }) => sum + count, 0);
  let running = 0;
  return ordered.map((row) => {
    running += row.count;
    return { ...row, cumulative: percent(running, all) ?? 0 };
  });
}
