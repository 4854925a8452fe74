import { addDays, addMonths, type Day, dayParts, daysInMonth, makeDay } from '../dates.ts';
import type { MonthSpan, Three } from './month.ts';

/** The last day of the calendar month `day` is in. */
export function monthEnd(day: Day): Day {
  const { year, month } = dayParts(day);
  return addDays(`${day.slice(0, 8)}01`, daysInMonth(year, month) - 1);
}

/** The first day of the month `months` after (or, negative, before) that of `day`; null: outside the calendar. */
export function monthFirst(day: Day, months: number): Day | null {
  const { year, month } = dayParts(day);
  const index = year * 12 + (month - 1) + months;
  return makeDay(Math.floor(index / 12), (index % 12) + 1, 1);
}

/**
 * The month `YYYY-MM` as at `today`, the month before and the same a year ago. A month that is not over yet ends today,
 * and the two beside it on the same day of theirs. Null for one that ends before `begins`, the ledger's first day: it
 * would compare with nothing. Throws RangeError for a month that does not exist.
 */
export function monthSpans(
  month: string,
  today: Day,
  begins: Day,
): { readonly soFar: boolean; readonly spans: Three<MonthSpan | null> } {
  const from = `${month}-01`;
  const end = monthEnd(from);
  const soFar = today < end;
  const to = soFar ? today : end;
  const before = (months: number): MonthSpan | null => {
    const first = monthFirst(from, -months);
    if (first === null) return null;
    const last = soFar ? addMonths(to, -months) : monthEnd(first);
    return last < begins ? null : { from: first, to: last };
  };
  return { soFar, spans: [{ from, to }, before(1), before(12)] };
}
