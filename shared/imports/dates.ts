import { type Day, makeDay, showMonth } from '../dates.ts';
import { monthOf } from './months.ts';
import { quoted } from './wording.ts';

/** Which of three numbers is what: year, month, day in this order. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';
/** `none`: no date needs an order. `ambiguous`: some do, and nothing decides. */
export type DateOrderReading = DateOrder | 'none' | 'ambiguous';

export type DateReading =
  | { readonly ok: true; readonly day: Day }
  | { readonly ok: false; readonly reason: string };

/** A date cell taken apart, before the order of its numbers is known. */
export type DateForm =
  /** Year, month and day are plain without an order; the day may not exist. */
  | {
      readonly kind: 'fixed';
      readonly year: number;
      readonly month: number;
      readonly day: number;
      readonly shortYear: boolean;
    }
  /** Three numbers in an order the file must decide; the last is a four-digit year unless `shortYear`. */
  | {
      readonly kind: 'three';
      readonly a: number;
      readonly b: number;
      readonly c: number;
      readonly shortYear: boolean;
    }
  | { readonly kind: 'bad'; readonly reason: string };

/** Two-digit years: 69–99 are 1969–1999, 00–68 are 2000–2068, as POSIX has it (strptime, %y). */
export function fullYear(twoDigits: number): number {
  return twoDigits >= 69 ? 1900 + twoDigits : 2000 + twoDigits;
}

const TIME_AFTER =
  /(?:T|,? +)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[ap]\.?m\.?)?(?: ?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}))?$/i;
const ONLY_TIME = /^\d{1,4}:\d{2}(?:[:.]\d{1,2})?(?:[.,]\d+)?(?: ?[ap]\.?m\.?)?$/i;
const YEAR_FIRST = /^(\d{4}) ?([-/. ]) ?(\d{1,2}) ?\2 ?(\d{1,2})\.?$/;
const YEAR_LAST = /^(\d{1,2}) ?([-/. ]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})\.?$/;
const DAY_WORD_YEAR =
  /^(\d{1,2})(?:st|nd|rd|th|er|\.)?(?: de)?[-/. ]{0,2}(\p{L}{3,10})\.?(?: de)?[-/., ]{1,2}(\d{4}|\d{2})$/iu;
const WORD_DAY_YEAR = /^(\p{L}{3,10})\.?[-/. ](\d{1,2})(?:st|nd|rd|th)?[-/., ]{1,2}(\d{4}|\d{2})$/iu;
const YEAR_WORD_DAY = /^(\d{4})[-/. ](\p{L}{3,10})\.?[-/. ](\d{1,2})$/iu;

const bad = (reason: string): DateForm => ({ kind: 'bad', reason });

function fixed(year: string, month: number | null, day: string, text: string): DateForm {
  if (month === null) return bad(`${quoted(text)} is not a date`);
  const shortYear = year.length === 2;
  return {
    kind: 'fixed',
    year: shortYear ? fullYear(Number(year)) : Number(year),
    month,
    day: Number(day),
    shortYear,
  };
}

/** Few days occur in a file, each many times: what was taken apart once is kept, within bounds. */
const forms = new Map<string, DateForm>();
const MOST_FORMS = 20_000;

/** Takes a date cell apart. A time of day behind the date is dropped: the calendar day is taken as it stands. */
export function dateForm(text: string): DateForm {
  if (text.length > 60) return bad(`${quoted(text)} is not a date`);
  const known = forms.get(text);
  if (known) return known;
  if (forms.size >= MOST_FORMS) forms.clear();
  const form = takeApart(text);
  forms.set(text, form);
  return form;
}

function takeApart(text: string): DateForm {
  const whole = text
    .replace(/[\s\u00a0\u202f\u2009]+/g, ' ')
    .replace(/[‐‑–−]/g, '-')
    .trim();
  if (whole === '') return bad('the cell is empty');
  if (ONLY_TIME.test(whole))
    return bad(
      `a spreadsheet has destroyed this date: only a time is left (${quoted(whole)}); export the file again and don’t open it in a spreadsheet first`,
    );
  if (/^#+$/.test(whole))
    return bad('the spreadsheet’s column was too narrow when it was saved: only #### is left of the date');
  if (whole.startsWith('#')) return bad(`${quoted(whole)} is a spreadsheet’s error, not a date`);
  const body = whole.replace(TIME_AFTER, '');
  let m = YEAR_FIRST.exec(body);
  if (m) return fixed(m[1] ?? '', Number(m[3]), m[4] ?? '', text);
  m = YEAR_LAST.exec(body);
  if (m)
    return {
      kind: 'three',
      a: Number(m[1]),
      b: Number(m[3]),
      c: Number(m[4]),
      shortYear: m[4]?.length === 2,
    };
  m = /^(\d{4})(\d{2})(\d{2})$/.exec(body);
  if (m) {
    const [year, month, day] = [Number(m[1]), Number(m[2]), Number(m[3])];
    if (makeDay(year, month, day) === null)
      return bad(`${quoted(text)} is no day when read as year, month, day without separators`);
    return { kind: 'fixed', year, month, day, shortYear: false };
  }
  m = DAY_WORD_YEAR.exec(body);
  if (m) return fixed(m[3] ?? '', monthOf(m[2] ?? ''), m[1] ?? '', text);
  m = WORD_DAY_YEAR.exec(body);
  if (m) return fixed(m[3] ?? '', monthOf(m[1] ?? ''), m[2] ?? '', text);
  m = YEAR_WORD_DAY.exec(body);
  if (m) return fixed(m[1] ?? '', monthOf(m[2] ?? ''), m[3] ?? '', text);
  if (/^\d{5}(?:[.,]\d+)?$/.test(whole))
    return bad(
      `${quoted(whole)} is a spreadsheet’s day number, not a date; format the column as a date before saving, or export the file again`,
    );
  return bad(`${quoted(text)} is not a date`);
}

/** Year, month and day of three numbers under an order; null where the year can't stand there. */
export function inOrder(
  form: Extract<DateForm, { kind: 'three' }>,
  order: DateOrder,
): { year: number; month: number; day: number } | null {
  const { a, b, c, shortYear } = form;
  if (order === 'ymd') return shortYear ? { year: fullYear(a), month: b, day: c } : null;
  const year = shortYear ? fullYear(c) : c;
  return order === 'dmy' ? { year, month: b, day: a } : { year, month: a, day: b };
}

const ORDER_WORDS: Readonly<Record<DateOrder, string>> = {
  dmy: 'day first',
  mdy: 'month first',
  ymd: 'year first',
};

/** “day first”. */
export function showOrder(order: DateOrder): string {
  return ORDER_WORDS[order];
}

function dayOf(year: number, month: number, day: number, text: string): DateReading {
  const made = makeDay(year, month, day);
  if (made !== null) return { ok: true, day: made };
  if (year < 1900 || year > 2199)
    return { ok: false, reason: `${quoted(text)} lies outside the years 1900 to 2199` };
  if (month < 1 || month > 12) return { ok: false, reason: `${quoted(text)} has no month ${month}` };
  return { ok: false, reason: `there is no ${day} ${showMonth(month)} ${year}` };
}

/**
 * Reads one date. `order` is what the file as a whole decides; with `none` or `ambiguous` a date of three bare
 * numbers is refused. Refuses days the calendar lacks, years outside 1900–2199 and whatever a spreadsheet destroyed.
 */
export function parseDate(text: string, order: DateOrderReading): DateReading {
  const form = dateForm(text);
  if (form.kind === 'bad') return { ok: false, reason: form.reason };
  if (form.kind === 'fixed') return dayOf(form.year, form.month, form.day, text);
  if (order === 'none' || order === 'ambiguous')
    return {
      ok: false,
      reason: `whether the day or the month comes first in ${quoted(text)} is not decided`,
    };
  const read = inOrder(form, order);
  if (!read) return { ok: false, reason: `${quoted(text)} does not begin with a year` };
  const day = dayOf(read.year, read.month, read.day, text);
  return day.ok ? day : { ok: false, reason: `${day.reason} (read ${ORDER_WORDS[order]})` };
}
