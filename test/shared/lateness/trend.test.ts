import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../shared/dates.ts';
import { mannKendall, theilSen } from '../../../shared/lateness/mann-kendall.ts';
import { erfc } from '../../../shared/lateness/normal.ts';
import { trend } from '../../../shared/lateness/trend.ts';
import { AS_OF, anyInvoices, made, monthly, paidLate } from './made-invoices.ts';

describe('erfc', () => {
  it.each([
    [0, 1],
    [0.1, 0.8875370839817152],
    [0.5, 0.4795001221869535],
    [1, 0.15729920705028516],
    [1.5, 0.03389485352468927],
    [2, 0.004677734981047266],
    [2.5, 0.00040695201744495886],
    [3, 2.2090496998585445e-5],
    [5, 1.5374597944280347e-12],
    [10, 2.0884875837625446e-45],
    [-1, 1.8427007929497148],
  ])('erfc(%d) to 12 digits', (x, expected) => {
    expect(Math.abs(erfc(x) / expected - 1)).toBeLessThan(1e-12);
  });
  it('1.96 standard deviations is 5 %, 1.6449 is 10 %', () => {
    expect(erfc(1.959963984540054 / Math.SQRT2)).toBeCloseTo(0.05, 12);
    expect(erfc(1.6448536269514722 / Math.SQRT2)).toBeCloseTo(0.1, 12);
  });
  it('erfc(x) + erfc(−x) = 2, and it falls', () => {
    fc.assert(
      fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (x) => {
        expect(erfc(x) + erfc(-x)).toBeCloseTo(2, 12);
        expect(erfc(x + 0.001)).toBeLessThanOrEqual(erfc(x));
      }),
    );
  });
});

describe('Mann–Kendall', () => {
  // J. B. Little, College of the Holy Cross, “A Mann-Kendall Example (By Hand)”: one tie, S = 54, Z ≈ 2.9058.
  const byHand = [12.9, 14.8, 13.2, 15.7, 13.8, 15.6, 12.9, 11.0, 17.3, 15.9, 19.0, 18.3, 20.1, 21.7];

  it('agrees with the worked example by hand', () => {
    const result = mannKendall(byHand);
    expect(result.s).toBe(54);
    expect(result.variance).toBeCloseTo((14 * 13 * 33 - 2 * 1 * 9) / 18, 10);
    expect(result.z).toBeCloseTo(2.9058, 4);
    expect(result.p).toBeCloseTo(0.0036627, 7);
  });

  it('corrects for every group of ties', () => {
    // 0 1 0 2 3 3 5 9 14 20 30 56: 66 pairs, 2 tied, 2 falling (1→0 once; none else): by hand 63 − 1 = 62.
    const result = mannKendall([0, 1, 0, 2, 3, 3, 5, 9, 14, 20, 30, 56]);
    expect(result.s).toBe(62);
    expect(result.variance).toBeCloseTo((12 * 11 * 29 - 2 * (2 * 1 * 9)) / 18, 10);
    expect(result.p).toBeCloseTo(2.637101882462971e-5, 12);
  });

  it('five rising: S = 10, Z = 9/√16.67', () => {
    expect(mannKendall([1, 2, 3, 4, 5])).toMatchObject({ s: 10 });
    expect(mannKendall([1, 2, 3, 4, 5]).p).toBeCloseTo(0.02748633611151035, 12);
  });

  it('all equal, single and none: no trend at all', () => {
    for (const values of [[0, 0, 0, 0, 0], [4], []])
      expect(mannKendall(values)).toEqual({ s: 0, variance: 0, z: 0, p: 1 });
  });

  it('turned round, S and Z change sign and p stays', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 14 }), (values) => {
        const there = mannKendall(values);
        const back = mannKendall([...values].reverse());
        expect(back.s + there.s).toBe(0);
        expect(back.p).toBe(there.p);
        expect(back.variance).toBe(there.variance);
      }),
    );
  });

  it('asks only about order: any rising change of scale leaves it alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -30, max: 30 }), { maxLength: 12 }), (values) => {
        expect(mannKendall(values.map((value) => value ** 3 + 5))).toEqual(mannKendall(values));
      }),
    );
  });
});

describe('Theil–Sen', () => {
  it('is the median of the pairwise slopes, by hand', () => {
    // 1.26 1.27 1.12 1.16 1.03: slopes −.15 −.13 −.08 −.07 −.0575 | −.055 −.045 −.0333 .01 .04
    expect(theilSen([1.26, 1.27, 1.12, 1.16, 1.03])).toBeCloseTo(-0.05625, 10);
    // 1 3 5 12 28: slopes 2 2 7 16 | 2 4.5 11.5 | 3.67 8.33 | 6.75 → sorted middle 4.5 and 6.75
    expect(theilSen([1, 3, 5, 12, 28])).toBe(5.625);
  });
  it('agrees with scipy.stats.theilslopes', () => {
    expect(
      theilSen([12.9, 14.8, 13.2, 15.7, 13.8, 15.6, 12.9, 11.0, 17.3, 15.9, 19.0, 18.3, 20.1, 21.7]),
    ).toBeCloseTo(0.5666666666666667, 12);
    expect(theilSen([3, 1, 4, 1, 5, 9, 2, 6])).toBeCloseTo(0.4642857142857143, 12);
    expect(theilSen([0, 1, 0, 2, 3, 3, 5, 9, 14, 20, 30, 56])).toBeCloseTo(2.803571428571429, 12);
  });
  it('of fewer than two is 0', () => {
    expect(theilSen([7])).toBe(0);
    expect(theilSen([])).toBe(0);
  });
  it('of a straight line is its slope, and reversal turns its sign', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 40 }), fc.integer({ min: 2, max: 12 }), (slope, n) => {
        expect(theilSen(Array.from({ length: n }, (_, i) => i * slope)) - slope).toBe(0);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -90, max: 90 }), { maxLength: 12 }), (values) => {
        expect(theilSen([...values].reverse()) + theilSen(values)).toBe(0);
      }),
    );
  });
});

const twelve = (late: readonly number[]) =>
  late.map((days, i) => paidLate(addDays('2026-01-01', i * 14), days));

describe('trend of a client', () => {
  it('is too early to tell with fewer than 5 due', () => {
    expect(trend([], AS_OF)).toEqual({ word: 'tooEarly', count: 0, slope: null, p: null, s: null });
    expect(trend(monthly([1, 9, 30, null]), AS_OF)).toMatchObject({
      word: 'tooEarly',
      count: 4,
      slope: null,
    });
    expect(trend([...monthly([1, 9, 30, 40]), made({ due: '2026-12-01' })], AS_OF).word).toBe('tooEarly');
  });

  it('slips when each is later than the one before', () => {
    const result = trend(monthly([1, 3, 5, 12, 28]), AS_OF);
    expect(result).toMatchObject({ word: 'slipping', count: 5, slope: 5.625, s: 10 });
    expect(result.p).toBeCloseTo(0.0274863, 6);
    expect(trend(monthly([28, 12, 5, 3, 1]), AS_OF)).toMatchObject({
      word: 'improving',
      slope: -5.625,
      s: -10,
    });
  });

  it('is steady when all equal, and when the evidence is thin', () => {
    expect(trend(monthly([0, 0, 0, 0, 0, 0]), AS_OF)).toEqual({
      word: 'steady',
      count: 6,
      slope: 0,
      p: 1,
      s: 0,
    });
    // 5 values, one pair out of order: S = 8, p = 0.086 slips; two out of order: S = 6, p = 0.22 does not.
    expect(trend(monthly([1, 5, 3, 12, 28]), AS_OF)).toMatchObject({ word: 'slipping', s: 8 });
    expect(trend(monthly([5, 1, 3, 12, 28]), AS_OF)).toMatchObject({ word: 'steady', s: 6 });
    expect(trend(monthly([28, 12, 3, 1, 5]), AS_OF)).toMatchObject({ word: 'steady', s: -6 });
  });

  it('needs half a day per invoice, exactly half being enough: a prompt payer does not wobble into it', () => {
    const gentle = twelve([-3, -3, -2, -2, -2, -1, -1, -1, 0, 0, 0, 1]);
    expect(trend(gentle, AS_OF)).toMatchObject({ word: 'steady' });
    expect(trend(gentle, AS_OF).p).toBeLessThan(0.01);
    expect(trend(gentle, AS_OF).slope).toBeLessThan(0.5);
    const half = twelve([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
    expect(trend(half, AS_OF)).toMatchObject({ word: 'slipping', slope: 0.5 });
    expect(trend(twelve([5, 5, 4, 4, 3, 3, 2, 2, 1, 1, 0, 0]), AS_OF)).toMatchObject({
      word: 'improving',
      slope: -0.5,
    });
  });

  it('takes open and written-off invoices with their days so far', () => {
    const invoices = [
      ...monthly([1, 2, 3, 4]),
      made({ due: '2026-05-01' }),
      made({ due: '2026-05-02', writtenOff: '2026-05-20' }),
    ];
    expect(trend(invoices, '2026-06-01')).toMatchObject({ word: 'slipping', count: 6, s: 13 });
  });

  it('does not call a client improving whose fall is only that newer invoices are unpaid for less long', () => {
    expect(trend(monthly([null, null, null, null, null, null]), AS_OF)).toMatchObject({
      word: 'steady',
      slope: -30,
    });
    expect(trend(monthly([30, 28, null, null, null, null]), AS_OF).word).not.toBe('improving');
    // Paid ever sooner, and the newest open: the paid ones carry the word.
    expect(trend(monthly([40, 33, 26, 19, 12, 5, null]), '2026-07-05').word).toBe('improving');
  });

  it('leaves out a write-off without any time yet', () => {
    const gone = made({ due: addDays(AS_OF, 5), writtenOff: AS_OF });
    expect(trend([...monthly([1, 2, 3, 4]), gone], AS_OF)).toMatchObject({ word: 'tooEarly', count: 4 });
  });

  it('looks at the last 12 in due order only', () => {
    const old = Array.from({ length: 20 }, (_, i) => paidLate(addDays('2024-01-01', i), 100 - i));
    expect(trend([...twelve([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]), ...old], AS_OF)).toMatchObject({
      word: 'slipping',
      count: 12,
      slope: 1,
      s: 66,
    });
  });

  it('slope and S never point apart in a word', () => {
    fc.assert(
      fc.property(anyInvoices(30), (invoices) => {
        const result = trend(invoices, AS_OF);
        if (result.word === 'slipping')
          expect(Math.min(result.slope * 2, result.s)).toBeGreaterThanOrEqual(1);
        if (result.word === 'improving') expect(Math.max(result.slope * 2, result.s)).toBeLessThanOrEqual(-1);
        expect(result.word === 'tooEarly').toBe(result.count < 5);
      }),
    );
  });
});
