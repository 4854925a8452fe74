import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAmount } from '../../../shared/imports/amounts.ts';
import { type Decimal, detectDecimal } from '../../../shared/imports/decimal.ts';
import { MAX_AMOUNT } from '../../../shared/money.ts';

const read = (
  text: string,
  decimal: Decimal | 'none' | 'ambiguous' = 'point',
  digits = 2,
  currency = 'GBP',
) => parseAmount(text, decimal, digits, currency);
const minor = (
  text: string,
  decimal: Decimal | 'none' | 'ambiguous' = 'point',
  digits = 2,
  currency = 'GBP',
) => {
  const answer = read(text, decimal, digits, currency);
  return answer.ok ? answer.minor : answer.reason;
};
const NBSP = '\u00a0';
const NARROW = '\u202f';

describe('parseAmount reads', () => {
  it.each<[string, Decimal | 'none', number]>([
    ['1.020,00', 'comma', 102000],
    ['1,020.00', 'point', 102000],
    ['(£400.00)', 'point', -40000],
    ['£(400.00)', 'point', -40000],
    ['-110.7', 'point', -11070],
    ['−110.70', 'point', -11070],
    ['-£110.70', 'point', -11070],
    ['£-110.70', 'point', -11070],
    ['110.70-', 'point', -11070],
    ['110.70- £', 'point', -11070],
    ["1'000.50", 'point', 100050],
    ['1’000.50', 'point', 100050],
    [`1${NBSP}000,50`, 'comma', 100050],
    [`1${NARROW}234${NARROW}567,5 GBP`, 'comma', 123456750],
    ['1 000', 'none', 100000],
    ['£1,234,567.89', 'point', 123456789],
    ['1,00,000.00', 'point', 10000000],
    ['12,34,56,789.01', 'point', 12345678901],
    ['gbp 12.50', 'point', 1250],
    ['£12.50 GBP', 'point', 1250],
    ['  85.5 ', 'point', 8550],
    ['650.0000', 'point', 65000],
    ['.50', 'point', 50],
    ['-.5', 'point', -50],
    ['0', 'none', 0],
    ['-0.00', 'point', 0],
    ['+12.00', 'point', 1200],
    ['000123.45', 'point', 12345],
  ])('%s', (text, decimal, expected) => expect(minor(text, decimal)).toBe(expected));

  it('symbols of the ledger’s currency only', () => {
    expect(minor('$400.00', 'point', 2, 'USD')).toBe(40000);
    expect(minor('($400.00)', 'point', 2, 'USD')).toBe(-40000);
    expect(minor('$400.00', 'point', 2, 'CAD')).toBe(40000);
    expect(minor('US$400.00', 'point', 2, 'CAD')).toMatch(/US dollars.*CAD/);
    expect(minor('€50.00')).toMatch(/euros.*GBP/);
    expect(minor('50.00 USD')).toMatch(/USD.*GBP/);
    expect(minor('Rs.500', 'point', 2, 'INR')).toBe(50000);
    expect(minor('Rs. 1,00,000.50', 'point', 2, 'INR')).toBe(10000050);
    expect(minor('kr. 12', 'comma', 2, 'DKK')).toBe(1200);
    expect(minor('12,50 zł', 'comma', 2, 'PLN')).toBe(1250);
  });

  it('currencies with no and with three decimals', () => {
    expect(minor('1,020', 'point', 0, 'JPY')).toBe(1020);
    expect(minor('1,020.00', 'point', 0, 'JPY')).toBe(1020);
    expect(minor('1,020.50', 'point', 0, 'JPY')).toMatch(/2 decimals/);
    expect(minor('1.5', 'point', 3, 'KWD')).toBe(1500);
  });

  it('the largest amount and none above', () => {
    expect(minor('1,000,000,000.00')).toBe(MAX_AMOUNT);
    expect(minor('1,000,000,000.01')).toMatch(/more than/);
    expect(minor(`${'9'.repeat(40)}.00`)).toMatch(/more than/);
  });
});

describe('parseAmount refuses', () => {
  it.each([
    '',
    ' ',
    '-',
    '--',
    'N/A',
    'abc',
    'CHF 12.-',
    '12.-',
    '12,-',
    '5.',
    '1,02,0.00',
    '1,0,0',
    '1,,000',
    '10,00.00',
    '0,123',
    '0,123.00',
    "1'00.50",
    '1 00.00',
    "1'000 000.00",
    '1.2.3',
    '1.020.00',
    '1,020,00',
    '12 34',
    '1,2345.00',
    '--5',
    '-5-',
    '(-5)',
    '((5))',
    '(5',
    '5)',
    '-(5)',
    '1-2',
    '1e5',
    '1E+05',
    '2.5e3',
    '99¢',
    '50%',
    '#####',
    '#VALUE!',
    '#REF!',
    '١٢٣',
    '１２',
    '½',
    '12 apples',
    'Xy.500',
    '$€5',
    '1/2',
    '12:30',
    '0x10',
    'Infinity',
    'NaN',
    '5 5 5',
    '2024-01-02',
    "'5",
  ])('%s', (text) => expect(read(text).ok).toBe(false));

  it('more decimals than the currency has, unless they are zeros', () => {
    expect(minor('10.005')).toBe('‘10.005’ has 3 decimals; GBP has 2');
    expect(minor('10.00500')).toMatch(/5 decimals/);
    expect(minor('10.0500000')).toBe(1005);
  });
  it('says why a spreadsheet or a cent sign makes it unreadable', () => {
    expect(minor('1E+05')).toMatch(/powers of ten/);
    expect(minor('99¢')).toMatch(/cents/);
    expect(minor('####')).toMatch(/too narrow/);
    expect(minor('')).toBe('the cell is empty');
  });
  it('whatever has a point or comma while nothing decides', () => {
    expect(read('1,020', 'ambiguous').ok).toBe(false);
    expect(read('1.5', 'none').ok).toBe(false);
    expect(minor("1'020", 'ambiguous')).toBe(102000);
  });
  it('the other style, rather than reading it a hundredfold', () => {
    expect(read('12,50', 'point').ok).toBe(false);
    expect(read('12.50', 'comma').ok).toBe(false);
    expect(read('1.020,00', 'point').ok).toBe(false);
  });
  it('a huge cell at once', () => expect(read('1'.repeat(5_000_000)).ok).toBe(false));
});

describe('detectDecimal', () => {
  const detect = (...texts: string[]) => detectDecimal(texts.map((text, i) => ({ line: i + 2, text })));
  it.each<[string[], string]>([
    [['5', '1.020,00'], 'comma'],
    [['5', '1,020.00'], 'point'],
    [['5', '12.5'], 'point'],
    [['(€12,50)'], 'comma'],
    [['1.234.567'], 'comma'],
    [['1,234,567'], 'point'],
    [['1,00,000'], 'point'],
    [['1234.567'], 'point'],
    [['0.500'], 'point'],
    [["1'000.500"], 'point'],
    [['1 000,500'], 'comma'],
    [['.500'], 'point'],
    [['100', '1 000', '-5'], 'none'],
    [['1.020', '5'], 'ambiguous'],
    [['1,020', '2,500'], 'ambiguous'],
    [['12.50', '12,50'], 'ambiguous'],
    [['1.020', '12,5'], 'comma'],
    [[], 'none'],
    [['n/a', '1.2.3.4', '99¢'], 'none'],
  ])('%j is %s', (texts, expected) => expect(detect(...texts).decimal).toBe(expected));

  it('gives the evidence', () => {
    expect(detect('5', '1.020,00').reason).toBe(
      'decimal comma, because ‘1.020,00’ in line 3 can be read no other way',
    );
    expect(detect('12.50', '12,50').reason).toMatch(/both occur.*line 2.*line 3/);
    expect(detect('1.020').reason).toMatch(/nothing decides.*‘1.020’ in line 2/);
  });
});

interface Style {
  readonly decimal: Decimal;
  readonly group: string;
  readonly indian?: boolean;
}
const STYLES: Style[] = [
  { decimal: 'point', group: '' },
  { decimal: 'point', group: ',' },
  { decimal: 'point', group: ',', indian: true },
  { decimal: 'point', group: "'" },
  { decimal: 'point', group: '’' },
  { decimal: 'point', group: ' ' },
  { decimal: 'comma', group: '' },
  { decimal: 'comma', group: '.' },
  { decimal: 'comma', group: NBSP },
  { decimal: 'comma', group: NARROW },
  { decimal: 'comma', group: "'" },
];
const SIGNS = [
  (s: string) => `-${s}`,
  (s: string) => `(${s})`,
  (s: string) => `${s}-`,
  (s: string) => `−${s}`,
  (s: string) => `£-${s}`,
  (s: string) => `(£${s})`,
];

function grouped(whole: string, { group, indian }: Style): string {
  if (!indian) return whole.replace(/\B(?=(\d{3})+$)/g, group);
  return whole.length <= 3
    ? whole
    : `${whole.slice(0, -3).replace(/\B(?=(\d{2})+$)/g, group)}${group}${whole.slice(-3)}`;
}
function format(value: number, digits: number, style: Style): string {
  const text = String(Math.abs(value)).padStart(digits + 1, '0');
  const whole = grouped(text.slice(0, text.length - digits), style);
  return digits === 0 ? whole : `${whole}${style.decimal === 'point' ? '.' : ','}${text.slice(-digits)}`;
}

describe('properties', () => {
  const amounts = fc.integer({ min: -MAX_AMOUNT, max: MAX_AMOUNT });
  it('reads back what any style wrote', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.constantFrom(0, 2, 3),
        fc.constantFrom(...STYLES),
        fc.constantFrom(...SIGNS),
        (value, digits, style, sign) => {
          const bare = format(value, digits, style);
          expect(parseAmount(value < 0 ? sign(bare) : bare, style.decimal, digits)).toEqual({
            ok: true,
            minor: value,
          });
        },
      ),
      { numRuns: 2000 },
    );
  });
  it('decides for the style a list was written in, or for none, never for the other', () => {
    fc.assert(
      fc.property(
        fc.array(amounts, { minLength: 1, maxLength: 20 }),
        fc.constantFrom(...STYLES),
        (values, style) => {
          const cells = values.map((value, i) => ({ line: i + 2, text: format(value, 2, style) }));
          expect(detectDecimal(cells).decimal).toBe(style.decimal);
        },
      ),
    );
  });
  it('never makes a number of garbage: every digit read stands in the cell, in its order', () => {
    const alphabet = fc.constantFrom(..."0123456789.,' -+()£$€%eE/:¢\u00a0xCHF");
    fc.assert(
      fc.property(
        fc.string({ unit: alphabet, maxLength: 12 }),
        fc.constantFrom<Decimal>('point', 'comma'),
        (text, decimal) => {
          const answer = parseAmount(text, decimal, 2);
          if (!answer.ok) return;
          const bare = text.replace(/[^\d.,]/g, '');
          const mark = decimal === 'point' ? '.' : ',';
          const other = decimal === 'point' ? ',' : '.';
          const [whole = '', fraction = '', ...more] = bare.replaceAll(other, '').split(mark);
          expect(more).toEqual([]);
          expect(Math.abs(answer.minor)).toBe(Number(`${whole}${fraction.padEnd(2, '0').slice(0, 2)}`));
          expect(fraction.slice(2)).toMatch(/^0*$/);
          if (answer.minor < 0) expect(text).toMatch(/[-(]/);
          expect(text).not.toMatch(/[e%/:¢x]/i);
        },
      ),
      { numRuns: 20_000 },
    );
  });
});
