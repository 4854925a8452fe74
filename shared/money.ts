/** An amount in integer minor units (pence, cents, whole yen) of the ledger's one currency. */
export type Minor = number;

/** The most one amount may be, in minor units: far from where sums of a million stop being exact. */
export const MAX_AMOUNT: Minor = 1_000_000_000_00;

/** ISO 4217 code, such as `GBP`. */
export type Currency = string;

const digitsByCurrency = new Map<Currency, number>();

/** How many decimals a currency has (0 for JPY, 2 for EUR, 3 for KWD). Throws RangeError for an unknown code. */
export function minorDigits(currency: Currency): number {
  const known = digitsByCurrency.get(currency);
  if (known !== undefined) return known;
  const options = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  const digits = options.maximumFractionDigits ?? 2;
  digitsByCurrency.set(currency, digits);
  return digits;
}

const formatters = new Map<string, Intl.NumberFormat>();

/**
 * An amount for the eye: “£1,020”, “£85.50”, “−£30”. Whole amounts drop their decimals unless `exact` is set,
 * so that a column of round sums stays quiet. `locale` is the owner's.
 */
export function showMoney(amount: Minor, currency: Currency, locale: string, exact = false): string {
  const digits = minorDigits(currency);
  const scale = 10 ** digits;
  const whole = amount % scale === 0 && !exact;
  const key = `${locale} ${currency} ${whole}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: whole ? 0 : digits,
      maximumFractionDigits: whole ? 0 : digits,
    });
    formatters.set(key, formatter);
  }
  return formatter.format(amount / scale).replace('-', '−');
}

/** `part` of `whole` in percent with one decimal, or null where there is no whole: “3.0 %” is the caller's to print. */
export function percent(part: Minor, whole: Minor): number | null {
  return whole > 0 ? Math.round((part / whole) * 1000) / 10 : null;
}
