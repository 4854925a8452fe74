import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { describe as describeColumn } from '../../../shared/exports/columns.ts';
import { csvLine, harmless, plainDecimal } from '../../../shared/exports/csv.ts';

describe('a CSV cell', () => {
  it.each([
    '=1+1',
    '+44 1632',
    '-cmd',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1',
    ' =1',
    '\u00A0+1',
    '\uFEFF=1',
    '\u200B@a',
    '\u0000=1',
    ' \t -1',
  ])('that a spreadsheet would run is made harmless: %j', (text) => expect(harmless(text)).toBe(`'${text}`));
  it.each(['', 'Larkfield Court', '3526', 'a=b', "'tis", ' a=1', '"=1"', '1-2'])(
    'else stays as it is: %j',
    (text) => expect(harmless(text)).toBe(text),
  );
  it('survives whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 6 }), (cells) => {
        const { data } = Papa.parse<string[]>(csvLine(cells).slice(0, -2), {
          delimiter: ',',
          newline: '\r\n',
        });
        expect(data).toEqual([cells]);
      }),
    );
    const { data } = Papa.parse<string[]>(csvLine(['a"b', 'c,d', 'e\r\nf', ' g ', '']), { delimiter: ',' });
    expect(data[0]).toEqual(['a"b', 'c,d', 'e\r\nf', ' g ', '']);
  });
});

describe('an amount', () => {
  it.each([
    [0, 2, '0.00'],
    [5, 2, '0.05'],
    [-5, 2, '-0.05'],
    [102050, 2, '1020.50'],
    [-300, 0, '-300'],
    [7, 3, '0.007'],
    [100_000_000_000, 2, '1000000000.00'],
  ])('%i with %i digits is %s', (amount, digits, text) => expect(plainDecimal(amount, digits)).toBe(text));
});

describe('a column', () => {
  const column = (name: string, type: 'TEXT' | 'INTEGER' = 'TEXT', flag = false) => ({ name, type, flag });
  it('is called in words and written by what its name says', () => {
    expect(describeColumn('payment', column('paid_on'))).toEqual({ header: 'Paid on', kind: 'day' });
    expect(describeColumn('payment', column('amount_minor', 'INTEGER'))).toEqual({
      header: 'Amount',
      kind: 'amount',
    });
    expect(describeColumn('ledger', column('margin_permille', 'INTEGER'))).toEqual({
      header: 'Margin %',
      kind: 'percent',
    });
    expect(describeColumn('complaint', column('redo_asked', 'INTEGER', true))).toEqual({
      header: 'Asked to redo',
      kind: 'yes or no',
    });
  });
  it('of a client is called as its declaration calls it', () => {
    expect(describeColumn('client', column('terms_days', 'INTEGER')).header).toBe('Days to pay');
    expect(describeColumn('client', column('since_on'))).toEqual({ header: 'Client since', kind: 'day' });
  });
});
