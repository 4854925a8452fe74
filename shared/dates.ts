/** A calendar day without time zone, `YYYY-MM-DD`, years 1900 to 2199. */
export type Day = string;

/** Days in a month of the Gregorian calendar; `month` 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const ZERO = 48;

/** The number that `length` ASCII digits from `start` spell, or NaN. Called for every day of every invoice: no regex. */
function digits(text: string, start: number, length: number): number {
  let number = 0;
  for (let i = start; i < start + length; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** True for a day that exists in the calendar, in the years 1900 to 2199. */
export function isDay(text: string): boolean {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return false;
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2)];
  return (
    year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  );
}

/** Builds a day from numbers, or null where the calendar has no such day. `month` 1–12. */
export function makeDay(year: number, month: number, day: number): Day | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(text) ? text : null;
}

/** Year, month (1–12) and day of a valid `Day`. Throws RangeError on anything else. */
export function dayParts(day: Day): { year: number; month: number; day: number } {
  if (!isDay(day)) throw new RangeError(`Not a calendar day: ${day}`);
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

/**
 * Days since 1970-01-01, negative before it. Pure integer arithmetic on the proleptic Gregorian calendar,
 * so no time zone or daylight saving can move a day (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms",
 * days_from_civil).
 */
export function dayNumber(value: Day): number {
  const { year, month, day } = dayParts(value);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The day that is `number` days after 1970-01-01 (Hinnant, civil_from_days). */
export function dayFromNumber(number: number): Day {
  const z = number + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * mp + 2) / 5) + 1;
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const made = makeDay(year, month, day);
  if (made === null)
    throw new RangeError(`Outside the calendar Evenhand keeps (1900–2199): day number ${number}`);
  return made;
}

/** `later − earlier` in whole days, signed. */
export function daysBetween(earlier: Day, later: Day): number {
  return dayNumber(later) - dayNumber(earlier);
}

/** The day `days` after (or, negative, before) `day`. */
export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days);
}

const [FIRST, LAST] = [dayNumber('1900-01-01'), dayNumber('2199-12-31')];

/** The same, held to the calendar's first and last day: for a window around a day that may be either. */
export function addDaysHeld(day: Day, days: number): Day {
  return dayFromNumber(Math.min(LAST, Math.max(FIRST, dayNumber(day) + days)));
}

/** The same day `months` later (or earlier), held to the month's last day: 31 Jan + 1 month is 28 or 29 Feb. */
export function addMonths(day: Day, months: number): Day {
  const parts = dayParts(day);
  const index = parts.year * 12 + (parts.month - 1) + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  const made = makeDay(year, month, Math.min(parts.day, daysInMonth(year, month)));
  if (made === null)
    throw new RangeError(`Outside the calendar Evenhand keeps (1900–2199): ${day} + ${months} months`);
  return made;
}

/**
 * First day of the `months` months that end on `asOf`: 12 months as of 2026-11-17 begin on 2025-11-18. Held to the
 * calendar's first day: a typing error like 1900 must not stop a screen.
 */
export function windowStart(asOf: Day, months: number): Day {
  if (dayParts(asOf).year * 12 + dayParts(asOf).month - months < 1900 * 12 + 1) return '1900-01-01';
  return addDays(addMonths(asOf, -months), 1);
}

/** The local calendar day of an instant: the only place where a clock becomes a day. */
export function localDay(now: Date): Day {
  const made = makeDay(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (made === null) throw new RangeError('The clock of this computer shows a year outside 1900–2199.');
  return made;
}

/** The instant at which a day begins by this computer's clock: to find what was noted on it by its instant. */
export function dayBegins(day: Day): Date {
  const { year, month, day: d } = dayParts(day);
  return new Date(year, month - 1, d);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const LONG_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** “9 Nov 2026”. */
export function showDay(day: Day): string {
  const { year, month, day: d } = dayParts(day);
  return `${d} ${MONTHS[month - 1]} ${year}`;
}

/** “9 Nov”, for a row whose year is plain from its surroundings. */
export function showDayShort(day: Day): string {
  const { month, day: d } = dayParts(day);
  return `${d} ${MONTHS[month - 1]}`;
}

/** “Nov”; `month` 1–12. */
export function showMonth(month: number): string {
  return MONTHS[month - 1] ?? '';
}

/** “March 2021”. */
export function showMonthYear(day: Day): string {
  const { year, month } = dayParts(day);
  return `${LONG_MONTHS[month - 1]} ${year}`;
}

/** “17 November 2026”, as a letter or a page is dated. */
export function showDayInFull(day: Day): string {
  const { year, month, day: d } = dayParts(day);
  return `${d} ${LONG_MONTHS[month - 1]} ${year}`;
}

/** “Tuesday 17 November 2026”. 1970-01-01 was a Thursday. */
export function showDayLong(day: Day): string {
  const weekday = (((dayNumber(day) + 4) % 7) + 7) % 7;
  return `${WEEKDAYS[weekday]} ${showDayInFull(day)}`;
}
