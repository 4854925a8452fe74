import type { Day } from '../dates.ts';

/** How many complaints of one cause (null: not noted) were received on one day. */
export interface Occurrence {
  readonly on: Day;
  readonly causeId: number | null;
  readonly count: number;
}

/** Complaints of `causeId` received in `from`…`to`, both days in; 0 where `from` is after `to`. */
export function countBetween(
  occurrences: readonly Occurrence[],
  causeId: number | null,
  from: Day,
  to: Day,
): number {
  let sum = 0;
  for (const one of occurrences) {
    if (one.causeId === causeId && one.on >= from && one.on <= to) sum += one.count;
  }
  return sum;
}
