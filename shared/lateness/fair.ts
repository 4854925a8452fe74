import { type DueInvoice, hasTime, LAST_DUE } from './due.ts';
import { type Trend, type TrendWord, trendOf } from './trend.ts';
import { type TypicalDaysLate, typicalOf } from './typical.ts';

/** How late a client pays, as far as it may be held against them. */
export interface FairLateness {
  readonly trend: TrendWord;
  /** Typical days late; null: nothing is due that counts. */
  readonly typicalDays: number | null;
  /** More than those days: most are unpaid so far. */
  readonly typicalMore: boolean;
}

/**
 * What holds both with the excused invoices and without them: who was late because of us is neither slipping nor late
 * for it, and nobody is called worse than the figures on the screen show. `due` is in due order, with some to spare
 * before the last 12; `all` is what they make with the excused ones among them.
 */
export function fairLateness(
  due: readonly DueInvoice[],
  all: { readonly trend: Trend; readonly typical: TypicalDaysLate | null },
): FairLateness {
  if (!due.some(({ invoice }) => invoice.excused)) return { trend: all.trend.word, ...told(all.typical) };
  const counting = due.filter((row) => hasTime(row) && !row.invoice.excused).slice(-LAST_DUE);
  const typical = typicalOf(
    counting.map(({ days, lateness }) => ({ time: days, event: lateness.kind === 'settled' })),
  );
  return {
    trend: all.trend.word === 'slipping' ? notSlippingUnless(trendOf(counting).word) : all.trend.word,
    ...told(
      typical !== null && all.typical !== null && all.typical.days < typical.days ? all.typical : typical,
    ),
  };
}

const told = (typical: TypicalDaysLate | null): Omit<FairLateness, 'trend'> => ({
  typicalDays: typical?.days ?? null,
  typicalMore: typical?.kind === 'moreThan',
});

/** Improving without the excused ones, slipping with them: neither can be said. */
const notSlippingUnless = (word: TrendWord): TrendWord => (word === 'improving' ? 'steady' : word);
