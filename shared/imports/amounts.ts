import { type Currency, MAX_AMOUNT, type Minor } from '../money.ts';
import { type CurrencyMark, currencyOf, suits } from './currencies.ts';
import type { DecimalReading } from './decimal.ts';
import { quoted } from './wording.ts';

export type AmountReading =
  | { readonly ok: true; readonly minor: Minor }
  | { readonly ok: false; readonly reason: string };

/** An amount taken apart: its digits with their marks, and what stands around them. */
export interface AmountParts {
  readonly ok: true;
  readonly negative: boolean;
  /** Digits and `.` `,` `'` or a single blank between them; begins with a digit or a decimal mark. */
  readonly body: string;
  readonly marks: readonly CurrencyMark[];
}

const refuse = (reason: string) => ({ ok: false as const, reason });

/** All blanks as one plain blank, all apostrophes and minus signs in their plain form. */
function plain(text: string): string {
  return text
    .replace(/[\s\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]+/g, ' ')
    .replace(/[’‘ʼ´`]/g, "'")
    .replace(/[−‐‑–]/g, '-')
    .trim();
}

const SHAPE = /^(?<before>[^\d.,()-]*)(?<body>(?:\d|[.,](?=\d))(?:[\d.,' ]*\d)?)(?<after>[^\d]*)$/;

const BARE = /^\d+(?:[.,]\d+)?$/;

/** `Rs.500`, `kr. 12`: a point that ends an abbreviation, not a decimal point. */
const DOTTED = /^(rs|kr|fr|sfr)\.\s?(?=\d)/i;

/** Reasons for forms that are recognised and still can't be read. */
function knownTrouble(text: string): string | null {
  if (/^#+$/.test(text))
    return 'the spreadsheet’s column was too narrow when it was saved: only #### is left';
  if (/^#[A-Z/0!?]+/i.test(text)) return `${quoted(text)} is a spreadsheet’s error, not an amount`;
  if (/^[-+]?\d+([.,]\d+)?e[-+]?\d+$/i.test(text))
    return `${quoted(text)} is shortened to powers of ten by a spreadsheet; the digits are lost`;
  if (/¢/.test(text)) return `${quoted(text)} is given in cents (¢), not in the currency’s unit`;
  if (/%/.test(text)) return `${quoted(text)} is a percentage`;
  return null;
}

/**
 * Takes an amount apart without deciding which mark is the decimal one: sign, parentheses (negative), trailing minus,
 * currency before or after. Refuses every form it doesn't know.
 */
export function splitAmount(text: string): AmountParts | { readonly ok: false; readonly reason: string } {
  if (text.length > 60) return refuse(`${quoted(text)} is not an amount`);
  // By far the commonest form; the rest of this function would say the same.
  if (BARE.test(text)) return { ok: true, negative: false, body: text, marks: [] };
  let rest = plain(text);
  if (rest === '') return refuse('the cell is empty');
  const trouble = knownTrouble(rest);
  if (trouble) return refuse(trouble);
  const no = () => refuse(`${quoted(text)} is not an amount`);

  let negative = false;
  const wrapped = /^(.*?)\((.*)\)(.*)$/.exec(rest);
  if (wrapped) {
    const [, before = '', inner = '', after = ''] = wrapped;
    if (before.trim() !== '' && after.trim() !== '') return no();
    negative = true;
    rest = `${before} ${inner} ${after}`.trim();
    if (/[-+()]/.test(rest)) return no();
  }
  const signs = rest.match(/[-+]/g) ?? [];
  if (signs.length > 1) return no();
  if (signs.length === 1) {
    if (signs[0] === '-') negative = true;
    // A sign may stand first, between currency and digits, or (minus only) last; `12.-` is none of these.
    const leading = /^([^\d.,]*)[-+]\s?([^\d-]*)(?=[\d.,])/.exec(rest);
    if (leading) rest = rest.replace(/[-+]\s?/, '');
    else if (/\d ?-( ?[^\d-]*)$/.test(rest)) rest = rest.replace(/ ?-/, '');
    else return no();
  }
  const marks: CurrencyMark[] = [];
  const dotted = DOTTED.exec(rest);
  const abbreviation = dotted ? currencyOf(`${dotted[1]}.`) : null;
  if (dotted && abbreviation) {
    marks.push(abbreviation);
    rest = rest.slice(dotted[0].length);
  }
  const shape = SHAPE.exec(rest.trim());
  if (!shape?.groups) return no();
  // In `Xy.500` the point may end an abbreviation: 500 or 0.500 can't be told.
  if (/\p{L}\s*$/u.test(shape.groups.before ?? '') && !/^\d/.test(shape.groups.body ?? '')) return no();
  for (const side of [shape.groups.before, shape.groups.after]) {
    const word = (side ?? '').trim();
    if (word === '') continue;
    const mark = currencyOf(word);
    if (!mark || marks.length > 1) return no();
    marks.push(mark);
  }
  return { ok: true, negative, body: shape.groups.body ?? '', marks };
}

/** True where `whole` is digits alone, or grouped right by one and the same `mark`. Indian groups (2-2-3) only with commas. */
export function wellGrouped(whole: string, mark: string): boolean {
  if (/^\d+$/.test(whole)) return true;
  const groups = whole.split(mark);
  if (groups.some((group) => !/^\d+$/.test(group))) return false;
  const [first = '', ...others] = groups;
  if (first.startsWith('0')) return false;
  const last = others[others.length - 1] ?? '';
  if (last.length !== 3 || first.length > 3) return false;
  if (others.every((group) => group.length === 3)) return true;
  return mark === ',' && first.length <= 2 && others.slice(0, -1).every((group) => group.length === 2);
}

/** Which marks group the digits of `whole`; null where none or two different ones do. */
function groupingMark(whole: string): string | null {
  const marks = new Set(whole.replace(/\d/g, ''));
  const [mark] = marks;
  return marks.size === 1 && mark !== undefined ? mark : null;
}

/** Digits before and after the decimal mark, grouping removed; null where the form is not well-formed. */
function digitsOf(body: string, decimal: '.' | ','): { whole: string; fraction: string } | null {
  const at = body.lastIndexOf(decimal);
  const whole = at === -1 ? body : body.slice(0, at);
  const fraction = at === -1 ? '' : body.slice(at + 1);
  if (at !== -1 && !/^\d+$/.test(fraction)) return null;
  if (whole === '') return { whole: '0', fraction };
  if (/^\d+$/.test(whole)) return { whole, fraction };
  const mark = groupingMark(whole);
  if (mark === null || mark === decimal || !wellGrouped(whole, mark)) return null;
  return { whole: whole.replaceAll(mark, ''), fraction };
}

/**
 * Reads an amount exactly, without floats: `1.020,00`, `1,020.00`, `($400.00)`, `1'000.50`, `1,00,000.00`, `12-`.
 * `decimal` is what the file as a whole decides; with `none` or `ambiguous` only amounts without `.` and `,` can be
 * read. `minorDigits` is 0 to 4. With `currency` given, a mark of another currency is refused. Whatever is not surely
 * one number is refused with the reason; nothing is rounded.
 */
export function parseAmount(
  text: string,
  decimal: DecimalReading,
  minorDigits: number,
  currency?: Currency,
): AmountReading {
  const parts = splitAmount(text);
  if (!parts.ok) return parts;
  const foreign = currency === undefined ? undefined : parts.marks.find((mark) => !suits(mark, currency));
  if (foreign) return refuse(`${quoted(text)} is in ${foreign.name}; this ledger is kept in ${currency}`);
  const [one, other] = parts.marks;
  if (one && other && !suits(one, other.codes[0] ?? '') && !suits(other, one.codes[0] ?? ''))
    return refuse(`${quoted(text)} names two currencies`);
  const { body } = parts;
  if ((decimal === 'none' || decimal === 'ambiguous') && /[.,]/.test(body))
    return refuse(`whether ${quoted(text)} has decimals is not decided`);
  const digits = digitsOf(body, decimal === 'comma' ? ',' : '.');
  if (!digits) {
    const mark = decimal === 'comma' ? 'comma' : 'point';
    return refuse(`${quoted(text)} is not well-formed with a decimal ${mark}`);
  }
  const kept = digits.fraction.slice(0, minorDigits).padEnd(minorDigits, '0');
  if (/[1-9]/.test(digits.fraction.slice(minorDigits))) {
    const has = minorDigits === 0 ? 'none' : String(minorDigits);
    return refuse(
      `${quoted(text)} has ${digits.fraction.length} decimals; ${currency ?? 'the currency'} has ${has}`,
    );
  }
  const all = `${digits.whole}${kept}`.replace(/^0+(?=\d)/, '');
  const minor = all.length > 15 ? Number.POSITIVE_INFINITY : Number(all);
  if (minor > MAX_AMOUNT) return refuse(`${quoted(text)} is more than Evenhand keeps in one amount`);
  return { ok: true, minor: parts.negative && minor !== 0 ? -minor : minor };
}
