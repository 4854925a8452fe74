import type { Currency } from '../money.ts';

/** What a symbol or code beside an amount can mean. */
export interface CurrencyMark {
  /** As a message names it. */
  readonly name: string;
  readonly codes: readonly Currency[];
}

const mark = (name: string, ...codes: Currency[]): CurrencyMark => ({ name, codes });

const DOLLARS = [
  'USD',
  'CAD',
  'AUD',
  'NZD',
  'SGD',
  'HKD',
  'TWD',
  'MXN',
  'ARS',
  'CLP',
  'COP',
  'JMD',
  'TTD',
  'BSD',
  'BBD',
  'BZD',
  'BMD',
  'KYD',
  'XCD',
  'FJD',
  'NAD',
  'LRD',
  'GYD',
  'SRD',
  'UYU',
  'DOP',
  'BND',
];

const SYMBOLS: ReadonlyMap<string, CurrencyMark> = new Map([
  ['£', mark('pounds (£)', 'GBP', 'EGP', 'GIP', 'FKP', 'SHP', 'LBP', 'SYP', 'SSP')],
  ['$', mark('dollars ($)', ...DOLLARS)],
  ['€', mark('euros (€)', 'EUR')],
  ['us$', mark('US dollars', 'USD')],
  ['c$', mark('Canadian dollars', 'CAD')],
  ['ca$', mark('Canadian dollars', 'CAD')],
  ['a$', mark('Australian dollars', 'AUD')],
  ['au$', mark('Australian dollars', 'AUD')],
  ['nz$', mark('New Zealand dollars', 'NZD')],
  ['s$', mark('Singapore dollars', 'SGD')],
  ['hk$', mark('Hong Kong dollars', 'HKD')],
  ['r$', mark('reais (R$)', 'BRL')],
  ['mx$', mark('Mexican pesos', 'MXN')],
  ['¥', mark('yen or yuan (¥)', 'JPY', 'CNY')],
  ['￥', mark('yen or yuan (¥)', 'JPY', 'CNY')],
  ['₹', mark('rupees (₹)', 'INR')],
  ['rs', mark('rupees', 'INR', 'PKR', 'LKR', 'NPR', 'MUR', 'SCR')],
  ['rs.', mark('rupees', 'INR', 'PKR', 'LKR', 'NPR', 'MUR', 'SCR')],
  ['kr', mark('kroner or kronor', 'SEK', 'NOK', 'DKK', 'ISK')],
  ['kr.', mark('kroner or kronor', 'SEK', 'NOK', 'DKK', 'ISK')],
  ['fr.', mark('francs', 'CHF', 'XAF', 'XOF', 'XPF')],
  ['sfr.', mark('Swiss francs', 'CHF')],
  ['r', mark('rand (R)', 'ZAR')],
  ['zł', mark('złoty', 'PLN')],
  ['kč', mark('koruny', 'CZK')],
  ['ft', mark('forint', 'HUF')],
  ['lei', mark('lei', 'RON', 'MDL')],
  ['лв', mark('leva', 'BGN')],
  ['лв.', mark('leva', 'BGN')],
  ['₽', mark('roubles', 'RUB')],
  ['₴', mark('hryvni', 'UAH')],
  ['₺', mark('lira', 'TRY')],
  ['₪', mark('shekels', 'ILS')],
  ['₩', mark('won', 'KRW')],
  ['฿', mark('baht', 'THB')],
  ['₫', mark('dong', 'VND')],
  ['₱', mark('pesos (₱)', 'PHP')],
  ['₦', mark('naira', 'NGN')],
  ['₵', mark('cedis', 'GHS')],
  ['rm', mark('ringgit', 'MYR')],
]);

let codes: ReadonlySet<string> | null = null;

/** True for a currency code of ISO 4217 as the runtime knows them. */
export function isCurrencyCode(code: string): boolean {
  codes ??= new Set(Intl.supportedValuesOf('currency'));
  return codes.has(code);
}

/** What stands beside an amount, as a currency; null where it is none known. Words match whatever their case. */
export function currencyOf(word: string): CurrencyMark | null {
  const symbol = SYMBOLS.get(word.toLowerCase());
  if (symbol) return symbol;
  const code = word.toUpperCase();
  return /^[A-Z]{3}$/.test(code) && isCurrencyCode(code) ? mark(code, code) : null;
}

/** Whether an amount so marked can be one of `currency`. */
export function suits(found: CurrencyMark, currency: Currency): boolean {
  return found.codes.includes(currency);
}
