import type { Day } from '../dates.ts';
import { type DueInvoice, hasTime, LAST_DUE, lastDueWhere } from './due.ts';
import type { LatenessInvoice } from './invoice.ts';
import { mannKendall, theilSen } from './mann-kendall.ts';

export type TrendWord = 'slipping' | 'steady' | 'improving' | 'tooEarly';

/** The trend words as the owner reads them. */
export const TREND_NAMES: Readonly<Record<TrendWord, string>> = {
  slipping: 'slipping',
  steady: 'steady',
  improving: 'improving',
  tooEarly: 'too early to tell',
};

/** Fewer due invoices than this, and it is too early to tell. */
export const TREND_NEEDS = 5;
/** Two-sided: below it, the order of the days late is hardly chance. */
export const TREND_P = 0.1;
/** Days per invoice: a smaller slope is steady, or every prompt payer would wobble into a trend. */
export const TREND_SLOPE = 0.5;

/** `count`: invoices it stands on. `slope`: days per invoice, later is positive. `s`, `p`: Mann–Kendall. */
export type Trend =
  | {
      readonly word: 'tooEarly';
      readonly count: number;
      readonly slope: null;
      readonly p: null;
      readonly s: null;
    }
  | {
      readonly word: 'slipping' | 'steady' | 'improving';
      readonly count: number;
      readonly slope: number;
      readonly p: number;
      readonly s: number;
    };

/** The invoices the trend stands on: the last 12 due as at `asOf` that have a time, in due order. */
export function trendInvoices(invoices: readonly LatenessInvoice[], asOf: Day): readonly DueInvoice[] {
  return lastDueWhere(invoices, asOf, LAST_DUE, hasTime);
}

/** The trend of invoices already chosen and in due order. */
export function trendOf(rows: readonly Pick<DueInvoice, 'days' | 'lateness'>[]): Trend {
  const count = rows.length;
  if (count < TREND_NEEDS) return { word: 'tooEarly', count, slope: null, p: null, s: null };
  const days = rows.map((row) => row.days);
  const { s, p } = mannKendall(days);
  const slope = theilSen(days);
  let word: 'slipping' | 'steady' | 'improving' = 'steady';
  if (p < TREND_P && s > 0 && slope >= TREND_SLOPE) word = 'slipping';
  if (falls({ s, p, slope }) && fallsWhenPaid(rows)) word = 'improving';
  return { word, count, slope, p, s };
}

const falls = ({ s, p, slope }: { s: number; p: number; slope: number }): boolean =>
  p < TREND_P && s < 0 && slope <= -TREND_SLOPE;

/**
 * Whether the paid ones alone fall too. Days so far of unpaid invoices fall by themselves, a month of days from each
 * monthly invoice to the next: a client who pays nothing at all must not be called improving.
 */
function fallsWhenPaid(rows: readonly Pick<DueInvoice, 'days' | 'lateness'>[]): boolean {
  const paid = rows.filter((row) => row.lateness.kind === 'settled').map((row) => row.days);
  if (paid.length === rows.length) return true;
  return paid.length >= TREND_NEEDS && falls({ ...mannKendall(paid), slope: theilSen(paid) });
}

/**
 * Whether a client pays later with each invoice, as at `asOf`: Mann–Kendall (two-sided p < 0.1) on the last 12 due in
 * due order, and a Theil–Sen slope of at least half a day per invoice in the same direction. Open overdue and
 * written-off invoices enter with their days so far; improving needs the paid ones alone to improve too. Throws RangeError for impossible input.
 */
export function trend(invoices: readonly LatenessInvoice[], asOf: Day): Trend {
  return trendOf(trendInvoices(invoices, asOf));
}
