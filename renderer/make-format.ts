import { type Currency, type Minor, minorDigits, showMoney } from '../shared/money.ts';
import { numberSigns, parseMoney } from './parse-money.ts';

export interface Format {
  /** “£1,020”, “£85.50”; with `exact` always the decimals. */
  readonly money: (amount: Minor, options?: { readonly exact?: boolean }) => string;
  /** For columns: “£9,999.99”, “£147,703”, “£2.81M”; the exact amount belongs in a tooltip. */
  readonly moneyShort: (amount: Minor) => string;
  /** “3.0 %”. */
  readonly percent: (percent: number) => string;
  /** “1 day”, “18 days”. */
  readonly days: (days: number) => string;
  /** “2,466”. */
  readonly count: (count: number) => string;
  /** With one decimal, always: “3.0”, “−0.7”. */
  readonly decimal: (number: number) => string;
  /** A number with the decimals it has, three at most: “2.35”. */
  readonly number: (number: number) => string;
  readonly currency: Currency;
  /** “£”. */
  readonly symbol: string;
  readonly locale: string;
  readonly minorDigits: number;
  readonly parseMoney: (text: string) => Minor | null;
  /** An amount for an input: “1020.50”, with the locale's decimal sign and nothing between thousands. */
  readonly moneyText: (amount: Minor) => string;
}

/** How numbers look in a currency and a locale; what is printed carries its own two. */
export function makeFormat(currency: Currency, locale: string): Format {
  const digits = minorDigits(currency);
  const signs = numberSigns(locale);
  const oneDecimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const asIs = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  const millions = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    notation: 'compact',
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  const minus = (text: string) => text.replace('-', '−');
  const symbol =
    new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
      .formatToParts(0)
      .find((part) => part.type === 'currency')?.value ?? currency;
  return {
    money: (amount, options) => showMoney(amount, currency, locale, options?.exact ?? false),
    moneyShort: (amount) => {
      const scale = 10 ** digits;
      if (Math.abs(amount) >= 1_000_000 * scale) return minus(millions.format(amount / scale));
      const long = Math.abs(amount) >= 10_000 * scale;
      return showMoney(long ? Math.round(amount / scale) * scale : amount, currency, locale);
    },
    percent: (percent) => `${minus(oneDecimal.format(percent))}\u00a0%`,
    decimal: (number) => minus(oneDecimal.format(number)),
    days: (days) => `${minus(whole.format(days))} ${Math.abs(days) === 1 ? 'day' : 'days'}`,
    count: (count) => minus(whole.format(count)),
    number: (number) => minus(asIs.format(number)),
    currency,
    symbol,
    locale,
    minorDigits: digits,
    parseMoney: (text) => parseMoney(text, signs, digits),
    moneyText: (amount) => {
      const scale = 10 ** digits;
      const size = Math.abs(amount);
      const part = size % scale;
      const head = `${amount < 0 ? '-' : ''}${Math.trunc(size / scale)}`;
      return part === 0 ? head : `${head}${signs.decimal}${String(part).padStart(digits, '0')}`;
    },
  };
}
