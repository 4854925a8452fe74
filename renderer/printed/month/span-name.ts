import { type Day, dayParts, showDayShort, showMonth } from '../../../shared/dates.ts';
import type { MonthSpan } from '../../../shared/summaries/month.ts';

/** “1–17 Oct 2026” of a part of a month, “Oct 2026” of a whole one: columns have no room for more. */
export function spanName(span: MonthSpan | null, soFar: boolean): string {
  if (span === null) return '–';
  return soFar ? partOf(span.from, span.to) : shortMonth(span.from);
}

function shortMonth(day: Day): string {
  const { year, month } = dayParts(day);
  return `${showMonth(month)} ${year}`;
}

function partOf(from: Day, to: Day): string {
  return to === from ? `${showDayShort(to)} ${to.slice(0, 4)}` : `1–${showDayShort(to)} ${to.slice(0, 4)}`;
}
