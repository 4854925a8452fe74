import { type Day, daysBetween } from '../dates.ts';
import type { Elapsed } from './complaint.ts';

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/**
 * Time between two moments whose time of day may be unknown: minutes where both are known, else whole days.
 * Wall-clock minutes: the hour that daylight saving adds or drops is not counted, as an owner would not.
 * Never negative for inputs the ledger accepts.
 */
export function elapsed(fromDay: Day, fromTime: string | null, toDay: Day, toTime: string | null): Elapsed {
  const days = daysBetween(fromDay, toDay);
  if (fromTime === null || toTime === null) return { unit: 'days', count: days };
  return { unit: 'minutes', count: days * 1440 + minutesOf(toTime) - minutesOf(fromTime) };
}

/** “40 minutes”, “3 hours”, “the same day”, “2 days”. Hours up to two days, then days, rounded down. */
export function showElapsed(value: Elapsed): string {
  if (value.unit === 'minutes') {
    if (value.count < 60) return plural(value.count, 'minute');
    if (value.count < 48 * 60) return plural(Math.floor(value.count / 60), 'hour');
    return plural(Math.floor(value.count / 1440), 'day');
  }
  return value.count === 0 ? 'the same day' : plural(value.count, 'day');
}

/** “1 day”, “3 days”. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
