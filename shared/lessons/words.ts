import { plural } from '../complaints/clocks.ts';
import { type Day, daysBetween, showDay, showDayShort } from '../dates.ts';
import type { Recurrence } from './recurrence.ts';

/** In fewer months than these none is no news yet. */
const SOON = 3;

/** “14 days”, “5 months”, “2 years”, “2 years and 1 month”. */
function lengthWords(months: number, days: number): string {
  if (months === 0) return plural(days, 'day');
  if (months < 12) return plural(months, 'month');
  const years = plural(Math.floor(months / 12), 'year');
  return months % 12 === 0 ? years : `${years} and ${plural(months % 12, 'month')}`;
}

const dayWords = (day: Day, today: Day): string =>
  day.slice(0, 4) === today.slice(0, 4) ? showDayShort(day) : showDay(day);

/** “none since 2 Jun”, “2 since 2 Jun 2025”: what a narrow place has room for. */
export function sinceWords(since: number, doneOn: Day, today: Day): string {
  return `${since === 0 ? 'none' : since} since ${dayWords(doneOn, today)}`;
}

/**
 * Both sides in one breath, each with its time: “2 since 2 Jun (5 months), 6 in the year before”. Where none came in a
 * short time, or the time before was not observed, it says so.
 */
export function recurrenceWords(after: Recurrence, doneOn: Day, today: Day): string {
  const before = beforeWords(after);
  if (doneOn >= today) return `done today, ${before}`;
  const length = lengthWords(after.monthsSince, daysBetween(doneOn, today));
  const soon = after.since === 0 && after.monthsSince < SOON ? ', too soon to say' : '';
  return `${sinceWords(after.since, doneOn, today)} (${length}${soon}), ${before}`;
}

function beforeWords({ monthsBefore, before }: Recurrence): string {
  const count = before === 0 ? 'none' : String(before);
  if (monthsBefore >= 12) return `${count} in the year before`;
  // A complaint noted later, with an older day, may lie before the first that had a cause.
  if (monthsBefore === 0)
    return before === 0 ? 'nothing noted before' : `${before} before, in less than a month`;
  return `${count} in the ${monthsBefore === 1 ? 'month' : `${monthsBefore} months`} noted before`;
}
