import { type Day, showDay, showDayShort } from '../../dates.ts';
import { type Currency, type Minor, showMoney } from '../../money.ts';

/** How a summary's sentences show amounts and shares. */
export interface Show {
  readonly money: (amount: Minor) => string;
  readonly percent: (percent: number) => string;
  readonly count: (count: number) => string;
}

export function makeShow(currency: Currency, locale: string): Show {
  const decimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const short = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const minus = (text: string) => text.replace('-', '−');
  return {
    money: (amount) => showMoney(amount, currency, locale),
    percent: (percent) => `${minus(decimal.format(percent))}\u00a0%`,
    count: (count) => minus(short.format(count)),
  };
}

/** “1 day”, “3 days”; the number shown as it is. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** “22 Oct”, “22 Oct ’25”: the year only where it is another than the page's. */
export const dueDay = (day: Day, asOf: Day): string =>
  day.slice(0, 4) === asOf.slice(0, 4) ? showDayShort(day) : `${showDayShort(day)} ’${day.slice(2, 4)}`;

/** “22 Oct” in the page's year, “22 Oct 2025” in another. */
export const nearDay = (day: Day, asOf: Day): string =>
  day.slice(0, 4) === asOf.slice(0, 4) ? showDayShort(day) : showDay(day);

export const joined = (...parts: readonly (string | null | false)[]): string =>
  parts.filter((part) => typeof part === 'string' && part !== '').join(', ');

export const said = (...parts: readonly (string | null | false)[]): string[] =>
  parts.filter((part): part is string => typeof part === 'string' && part !== '');

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A text of one line, cut at a word where it is longer than `most` characters. */
export function cut(text: string, most: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const letters = [...line];
  if (letters.length <= most) return line;
  const head = letters.slice(0, most - 1).join('');
  const space = head.lastIndexOf(' ');
  return `${(space > head.length * 0.6 ? head.slice(0, space) : head).trimEnd()} …`;
}
