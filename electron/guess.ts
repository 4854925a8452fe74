import type { Guess } from '../shared/ledger/ledger.ts';

const EURO = 'AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK AD MC SM VA ME XK'.split(' ');
const CURRENCIES: Readonly<Record<string, string>> = {
  GB: 'GBP',
  US: 'USD',
  CA: 'CAD',
  AU: 'AUD',
  NZ: 'NZD',
  CH: 'CHF',
  LI: 'CHF',
  JP: 'JPY',
  CN: 'CNY',
  IN: 'INR',
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  PL: 'PLN',
  CZ: 'CZK',
  HU: 'HUF',
  RO: 'RON',
  MX: 'MXN',
  BR: 'BRL',
  ZA: 'ZAR',
  SG: 'SGD',
  HK: 'HKD',
  KR: 'KRW',
  TR: 'TRY',
  IL: 'ILS',
  IS: 'ISK',
  UA: 'UAH',
  TH: 'THB',
  PH: 'PHP',
  MY: 'MYR',
  ID: 'IDR',
  AE: 'AED',
  SA: 'SAR',
  KW: 'KWD',
  CL: 'CLP',
  CO: 'COP',
  AR: 'ARS',
  PE: 'PEN',
  NG: 'NGN',
  KE: 'KES',
};
/** Where Letter is the usual sheet (CLDR, paper size “US-Letter”). */
const LETTER = 'US CA MX PH PR CL CO VE GT CR PA SV NI DO BZ'.split(' ');

/** Currency and paper from the owner's locale, such as `en-GB`; only a suggestion, always shown before it counts. */
export function guessFor(locale: string): Guess {
  let region = '';
  try {
    region = new Intl.Locale(locale).maximize().region ?? '';
  } catch {
    // An operating system may report a locale that is none (“C”).
  }
  const currency = EURO.includes(region) ? 'EUR' : (CURRENCIES[region] ?? 'EUR');
  return { currency, paper: LETTER.includes(region) ? 'Letter' : 'A4' };
}
