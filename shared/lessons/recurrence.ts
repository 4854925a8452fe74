import { addDays, addMonths, type Day, windowStart } from '../dates.ts';
import { countBetween, type Occurrence } from './occurrence.ts';

/** How long the time before a lesson is that the time after it is laid beside, in months. */
export const MONTHS_BEFORE = 12;

/**
 * Whether a cause came back after its lesson was done: counts with the time in which they were counted, never a rate,
 * for two of the one and six of the other are too few to reckon with.
 */
export interface Recurrence {
  /** Whole months observed before, at most 12: fewer where causes were not noted for that long. */
  readonly monthsBefore: number;
  readonly before: number;
  /** Whole months from the day after it was done to today; 0 in the first month. */
  readonly monthsSince: number;
  readonly since: number;
  /** The newest complaint of the cause since; null: none. */
  readonly lastOn: Day | null;
}

/** Whole months that fit into `from`…`to`, both days in; 0 where `from` is after `to`. */
export function wholeMonths(from: Day, to: Day): number {
  const end = addDays(to, 1);
  let months = 0;
  while (addMonths(from, months + 1) <= end) months += 1;
  return months;
}

/**
 * Complaints of `causeId` in the 12 months that end with `doneOn`, and from the day after it to `today`: what came in
 * on the day itself came before, it may well be what taught the lesson. `notedFrom` is the day from which the ledger
 * notes causes (its first complaint that has one); null: none has. Nothing throws for days the ledger accepts; a
 * `doneOn` after `today` has no time since.
 */
export function recurrence(
  occurrences: readonly Occurrence[],
  causeId: number,
  doneOn: Day,
  today: Day,
  notedFrom: Day | null,
): Recurrence {
  const yearBefore = windowStart(doneOn, MONTHS_BEFORE);
  const observed = notedFrom === null || notedFrom > yearBefore ? notedFrom : yearBefore;
  const next = addDays(doneOn, 1);
  const lastOn = occurrences.reduce<Day | null>(
    (last, one) =>
      one.causeId === causeId && one.on >= next && one.on <= today && (last === null || one.on > last)
        ? one.on
        : last,
    null,
  );
  return {
    monthsBefore: observed === null ? 0 : wholeMonths(observed, doneOn),
    before: countBetween(occurrences, causeId, yearBefore, doneOn),
    monthsSince: wholeMonths(next, today),
    since: countBetween(occurrences, causeId, next, today),
    lastOn,
  };
}
