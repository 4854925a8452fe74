import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeFormat } from '../../renderer/format.tsx';
import { numberSigns, parseMoney } from '../../renderer/parse-money.ts';

const english = (text: string) => parseMoney(text, numberSigns('en-GB'), 2);
const german = (text: string) => parseMoney(text, numberSigns('de-DE'), 2);

describe('an amount as an English owner types it', () => {
  it.each([
    ['120', 12_000],
    ['85.50', 8550],
    ['85.5', 8550],
    ['.5', 50],
    ['1,020.50', 102_050],
    ['1,020', 102_000],
    ['12,345,678.90', 1_234_567_890],
    ['1020,5', 102_050],
    ['1,02', 102],
    ['1020,50', 102_050],
    ['£1,020', 102_000],
    ['£ 85', 8500],
    ['GBP 85', 8500],
    [' 85 ', 8500],
    ['1 020.50', 102_050],
    ["1'000.50", 100_050],
    ['-30', -3000],
    ['−30', -3000],
    ['0', 0],
  ])('%s', (text, amount) => expect(english(text)).toBe(amount));

  it.each([
    '',
    'twelve',
    '1.020',
    '85.505',
    '1,0205',
    '1,020,50',
    '1.2.3',
    '12,34.5',
    '1e3',
    '0x10',
    '5-',
    '--5',
    'NaN',
    '99999999999999999',
  ])('refuses %j rather than guess', (text) => expect(english(text)).toBeNull());
});

describe('an amount as a German owner types it', () => {
  it.each([
    ['1.020,50', 102_050],
    ['1.020', 102_000],
    ['1020,5', 102_050],
    ['85.5', 8550],
    ['85,50 €', 8550],
    ['12.345.678,90', 1_234_567_890],
  ])('%s', (text, amount) => expect(german(text)).toBe(amount));

  it('refuses three decimals, which in English would be a thousand', () =>
    expect(german('1,020')).toBeNull());
});

it('takes no decimals in yen and three in dinar', () => {
  expect(parseMoney('1,020', numberSigns('ja-JP'), 0)).toBe(1020);
  expect(parseMoney('10.5', numberSigns('ja-JP'), 0)).toBeNull();
  expect(parseMoney('1.020', numberSigns('en-GB'), 3)).toBe(1020);
});

it('reads back every amount it writes, in every language', () => {
  const languages = ['en-GB', 'de-DE', 'fr-FR', 'de-CH', 'pl-PL', 'ja-JP'];
  fc.assert(
    fc.property(
      fc.integer({ min: -100_000_000_000, max: 100_000_000_000 }),
      fc.constantFrom(...languages),
      fc.constantFrom('GBP', 'EUR', 'JPY', 'KWD'),
      (amount, locale, currency) => {
        const format = makeFormat(currency, locale);
        expect(format.parseMoney(format.moneyText(amount))).toBe(amount);
      },
    ),
  );
});

describe('amounts for the eye', () => {
  const format = makeFormat('GBP', 'en-GB');
  it('is short in columns: no decimals from ten thousand on, millions as such', () => {
    expect(format.moneyShort(14_770_318)).toBe('£147,703');
    expect(format.moneyShort(999_999)).toBe('£9,999.99');
    // Older and newer ICU write the M differently.
    expect(format.moneyShort(280_741_900)).toMatch(/^£2\.81m$/i);
    expect(format.money(14_770_318)).toBe('£147,703.18');
  });
  it('says percents and days', () => {
    expect(format.percent(3)).toBe('3.0\u00a0%');
    expect(format.days(1)).toBe('1 day');
    expect(format.days(-3)).toBe('−3 days');
  });
});
