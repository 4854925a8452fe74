import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayParts } from '../../../shared/dates.ts';
import { detectDateOrder } from '../../../shared/imports/date-order.ts';
import { type DateOrder, type DateOrderReading, parseDate } from '../../../shared/imports/dates.ts';

const day = (text: string, order: DateOrderReading = 'dmy') => {
  const read = parseDate(text, order);
  return read.ok ? read.day : read.reason;
};

describe('parseDate reads', () => {
  it.each<[string, DateOrderReading, string]>([
    ['31/12/2012', 'dmy', '2012-12-31'],
    ['12/31/2012', 'mdy', '2012-12-31'],
    ['3/1/2012', 'dmy', '2012-01-03'],
    ['3/1/2012', 'mdy', '2012-03-01'],
    ['03-01-2012', 'dmy', '2012-01-03'],
    ['03.01.2012', 'dmy', '2012-01-03'],
    ['3. 1. 2012', 'dmy', '2012-01-03'],
    ['31.12.2012.', 'dmy', '2012-12-31'],
    ['03 01 2012', 'dmy', '2012-01-03'],
    ['2012-01-03', 'none', '2012-01-03'],
    ['2012/1/3', 'mdy', '2012-01-03'],
    ['2012.01.03', 'dmy', '2012-01-03'],
    ['2024-06-07 02:38:54', 'none', '2024-06-07'],
    ['2024-06-07T02:38:54.123Z', 'none', '2024-06-07'],
    ['2024-06-07T23:38:54-05:00', 'none', '2024-06-07'],
    ['7/6/2024 2:38 PM', 'dmy', '2024-06-07'],
    ['20260103', 'none', '2026-01-03'],
    ['3 Jan 2026', 'none', '2026-01-03'],
    ['03-JAN-2026', 'none', '2026-01-03'],
    ['3-Jan-26', 'none', '2026-01-03'],
    ['Jan 3, 2026', 'none', '2026-01-03'],
    ['January 3rd, 2026', 'none', '2026-01-03'],
    ['1st Sept. 2026', 'none', '2026-09-01'],
    ['2026-Jan-03', 'none', '2026-01-03'],
    ['3. März 2026', 'none', '2026-03-03'],
    ['1er août 2026', 'none', '2026-08-01'],
    ['3 de enero de 2026', 'none', '2026-01-03'],
    ['29/02/2024', 'dmy', '2024-02-29'],
    ['03/01/68', 'dmy', '2068-01-03'],
    ['03/01/69', 'dmy', '1969-01-03'],
    ['24-06-07', 'ymd', '2024-06-07'],
    ['24-06-07', 'dmy', '2007-06-24'],
    ['\u00a03/1/2012 ', 'dmy', '2012-01-03'],
  ])('%s as %s', (text, order, expected) => expect(day(text, order)).toBe(expected));
});

describe('parseDate refuses', () => {
  it.each(['00:00.0', '12:34', '00:00:00', '0:00', '59:59.9', '1:02 PM', '1234:00.0'])(
    '%s, a destroyed date',
    (text) => expect(day(text)).toMatch(/a spreadsheet has destroyed this date: only a time is left/),
  );
  it.each(['41276', '45000.5'])('%s, a day number', (text) =>
    expect(day(text)).toMatch(/spreadsheet’s day number/),
  );
  it.each(['#####', '#VALUE!', '#REF!', '#N/A'])('%s, an error', (text) =>
    expect(day(text)).toMatch(/spreadsheet/),
  );
  it.each([
    ['30/02/2012', 'there is no 30 Feb 2012 (read day first)'],
    ['2012-02-30', 'there is no 30 Feb 2012'],
    ['29/02/2023', 'there is no 29 Feb 2023 (read day first)'],
    ['12/31/2012', '‘12/31/2012’ has no month 31 (read day first)'],
    ['2012-13-01', '‘2012-13-01’ has no month 13'],
    ['1899-12-31', '‘1899-12-31’ lies outside the years 1900 to 2199'],
    ['01/01/2200', '‘01/01/2200’ lies outside the years 1900 to 2199 (read day first)'],
    ['', 'the cell is empty'],
  ])('%s: %s', (text, reason) => expect(day(text)).toBe(reason));
  it.each([
    'tomorrow',
    '3/1',
    '3/1/2012/5',
    '3/1-2012',
    '31122012',
    '2012',
    'Q1 2012',
    '3 Foo 2012',
    '2012-1',
    '0/0/0000',
    '1/1/1',
    '12/2012',
    '1,5',
    '10 10',
    '2024-06-07x',
    '13/13/2012',
  ])('%s', (text) => expect(parseDate(text, 'dmy').ok).toBe(false));
  it('three numbers while nothing decides their order', () => {
    expect(day('03/01/2012', 'ambiguous')).toMatch(/not decided/);
    expect(day('03/01/2012', 'none')).toMatch(/not decided/);
    expect(day('03/01/2012', 'ymd')).toMatch(/does not begin with a year/);
  });
});

describe('detectDateOrder', () => {
  const detect = (...texts: string[]) => detectDateOrder(texts.map((text, i) => ({ line: i + 2, text })));
  it.each<[string[], string, RegExp]>([
    [['31/12/2012', '03/01/2012'], 'dmy', /^day first, because ‘31\/12\/2012’ occurs in line 2$/],
    [['03/01/2012', '1/15/2013'], 'mdy', /^month first, because ‘1\/15\/2013’ occurs in line 3$/],
    [['2012-01-03', '3 Jan 2012'], 'ymd', /begins with its year or names its month/],
    [
      ['03/01/2012', '04/05/2012'],
      'ambiguous',
      /nothing in 2 dates decides whether ‘03\/01\/2012’ is read day first or month first/,
    ],
    [
      ['31/12/2012', '12/31/2012'],
      'ambiguous',
      /mixed: ‘31\/12\/2012’ in line 2 can’t be month first; ‘12\/31\/2012’ in line 3 can’t be day first/,
    ],
    [['02/02/2012', '3/3/2013'], 'dmy', /either order gives the same days/],
    [['13/13/2012', '31/02/2012', '1/2/2012'], 'ambiguous', /nothing/],
    [[], 'none', /no dates/],
    [['00:00.0', '41276'], 'none', /no dates/],
    [['24-06-07', '23-05-30'], 'ambiguous', /nothing/],
    [['99-06-07', '24-06-30'], 'ymd', /year first, because ‘99-06-07’/],
    [['24/06/07', '07/31/24'], 'ambiguous', /mixed/],
    [['30/06/24', '07/05/98'], 'dmy', /‘07\/05\/98’|‘30\/06\/24’/],
  ])('%j is %s', (texts, order, reason) => {
    const found = detect(...texts);
    expect(found.order).toBe(order);
    expect(found.reason).toMatch(reason);
  });
  it('takes the place that hardly varies for a two-digit year', () => {
    const days = Array.from({ length: 12 }, (_, i) => `${String(i + 10)}-06-24`);
    expect(detect(...days).order).toBe('dmy');
    expect(detect(...days).reason).toMatch(/the last number is only 24 and so the year/);
    expect(detect(...Array.from({ length: 12 }, (_, i) => `24-06-${i + 10}`)).order).toBe('ymd');
  });
  it('offers only the orders still possible, with an example', () => {
    const found = detect('03/01/2012');
    expect(found.open).toEqual(['dmy', 'mdy']);
    expect(found.example).toBe('03/01/2012');
  });
  it('counts two-digit years for the note', () => expect(detect('3-Jan-26', '31/12/25').shortYears).toBe(2));
});

describe('properties', () => {
  const days = fc.integer({ min: 0, max: 109_000 }).map((n) => addDays('1900-01-01', n));
  const write = (value: string, order: DateOrder, mark: string, pad: boolean) => {
    const { year, month, day: d } = dayParts(value);
    const [mm, dd] = [month, d].map((n) => (pad ? String(n).padStart(2, '0') : String(n)));
    return order === 'ymd'
      ? `${year}${mark}${mm}${mark}${dd}`
      : order === 'dmy'
        ? `${dd}${mark}${mm}${mark}${year}`
        : `${mm}${mark}${dd}${mark}${year}`;
  };
  const orders = fc.constantFrom<DateOrder>('ymd', 'dmy', 'mdy');
  it('reads back each day in each order', () => {
    fc.assert(
      fc.property(
        days,
        orders,
        fc.constantFrom('/', '-', '.', ' '),
        fc.boolean(),
        (value, order, mark, pad) => {
          expect(parseDate(write(value, order, mark, pad), order)).toEqual({ ok: true, day: value });
        },
      ),
      { numRuns: 1000 },
    );
  });
  it('never decides for an order the list was not written in', () => {
    fc.assert(
      fc.property(
        fc.array(days, { minLength: 1, maxLength: 30 }),
        fc.constantFrom<DateOrder>('dmy', 'mdy'),
        (values, order) => {
          const found = detectDateOrder(
            values.map((value, i) => ({ line: i + 2, text: write(value, order, '/', true) })),
          );
          if (found.order !== 'ambiguous')
            for (const value of values)
              expect(parseDate(write(value, order, '/', true), found.order)).toEqual({
                ok: true,
                day: value,
              });
        },
      ),
    );
  });
  it('gives existing days or a reason for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789/-. :JanT#'), maxLength: 14 }),
        orders,
        (text, order) => {
          const read = parseDate(text, order);
          if (read.ok) expect(read.day).toMatch(/^(19|20|21)\d\d-\d\d-\d\d$/);
          else expect(read.reason).not.toBe('');
        },
      ),
      { numRuns: 3000 },
    );
  });
});
