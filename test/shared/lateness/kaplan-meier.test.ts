import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kaplanMeier, type Observation } from '../../../shared/lateness/kaplan-meier.ts';

/** “6, 9+, 10”: a plus marks a censored time, as in the literature. */
function observed(text: string): Observation[] {
  return text.split(',').map((part) => ({ time: Number.parseInt(part, 10), event: !part.includes('+') }));
}
const eventRows = (text: string) =>
  kaplanMeier(observed(text))
    .steps.filter((step) => step.events > 0)
    .map((step) => [step.time, step.atRisk, step.events, Number(step.survival.toFixed(4))]);

describe('Kaplan–Meier against published tables', () => {
  it('Kaplan & Meier 1958, their own eight times in months × 10', () => {
    const text = '8,10+,27+,31,54,70+,92,121+';
    expect(eventRows(text)).toEqual([
      [8, 8, 1, 0.875],
      [31, 5, 1, 0.7],
      [54, 4, 1, 0.525],
      [92, 2, 1, 0.2625],
    ]);
    expect(kaplanMeier(observed(text))).toMatchObject({ median: 92, largest: 121 });
  });

  it('Freireich et al. 1963, remission under 6-MP: median 23 weeks', () => {
    const text = '6,6,6,7,10,13,16,22,23,6+,9+,10+,11+,17+,19+,20+,25+,32+,32+,34+,35+';
    expect(eventRows(text)).toEqual([
      [6, 21, 3, 0.8571],
      [7, 17, 1, 0.8067],
      [10, 15, 1, 0.7529],
      [13, 12, 1, 0.6902],
      [16, 11, 1, 0.6275],
      [22, 7, 1, 0.5378],
      [23, 6, 1, 0.4482],
    ]);
    expect(kaplanMeier(observed(text)).median).toBe(23);
  });

  it('Freireich et al. 1963, placebo: nothing censored, median 8 weeks', () => {
    const text = '1,1,2,2,3,4,4,5,5,8,8,8,8,11,11,12,12,15,17,22,23';
    expect(kaplanMeier(observed(text)).median).toBe(8);
  });

  it('Bewick, Cheek & Ball 2004 (Critical Care 8:389), treatment 2: exactly one half counts', () => {
    const text = '1,1,4,5,6+,9,9+,22';
    expect(eventRows(text)).toEqual([
      [1, 8, 2, 0.75],
      [4, 6, 1, 0.625],
      [5, 5, 1, 0.5],
      [9, 3, 1, 0.3333],
      [22, 1, 1, 0],
    ]);
    expect(kaplanMeier(observed(text)).median).toBe(5);
  });
});

describe('Kaplan–Meier on awkward input', () => {
  it('nothing observed', () => expect(kaplanMeier([])).toEqual({ steps: [], median: null, largest: null }));
  it('all censored', () =>
    expect(kaplanMeier(observed('3+,9+,5+'))).toMatchObject({ median: null, largest: 9 }));
  it('one event', () => expect(kaplanMeier(observed('4'))).toMatchObject({ median: 4, largest: 4 }));
  it('one censored', () => expect(kaplanMeier(observed('4+'))).toMatchObject({ median: null, largest: 4 }));
  it('all equal', () => expect(kaplanMeier(observed('4,4,4,4')).median).toBe(4));
  it('early payers have negative times', () => expect(kaplanMeier(observed('-9,-3,0,5+')).median).toBe(-3));
  it('events go before censorings at the same time: the censored one was still at risk', () => {
    expect(kaplanMeier(observed('5+,5')).steps).toEqual([
      { time: 5, atRisk: 2, events: 1, censored: 1, survival: 0.5 },
    ]);
    expect(kaplanMeier(observed('5+,5')).median).toBe(5);
  });
  it('never at one half although something was paid', () => {
    expect(kaplanMeier(observed('2,10+,10+,7+'))).toMatchObject({ median: null, largest: 10 });
  });
  it('a fraction or no number is a RangeError', () => {
    expect(() => kaplanMeier([{ time: 1.5, event: true }])).toThrow(RangeError);
    expect(() => kaplanMeier([{ time: Number.NaN, event: true }])).toThrow(RangeError);
  });
});

const times = fc.integer({ min: -20, max: 120 });
const observations = fc.array(fc.record({ time: times, event: fc.boolean() }), {
  minLength: 1,
  maxLength: 30,
});

describe('Kaplan–Meier properties', () => {
  it('nothing censored: the plain lower median, for any number of invoices', () => {
    fc.assert(
      fc.property(fc.array(times, { minLength: 1, maxLength: 40 }), (all) => {
        const sorted = [...all].sort((a, b) => a - b);
        const lower = sorted[Math.ceil(sorted.length / 2) - 1];
        expect(kaplanMeier(all.map((time) => ({ time, event: true }))).median).toBe(lower);
      }),
      { numRuns: 500 },
    );
  });

  it('is exact where doubles are not: 2n distinct events reach one half at the nth', () => {
    for (let n = 1; n <= 400; n += 1) {
      const all = Array.from({ length: 2 * n }, (_, index) => ({ time: index + 1, event: true }));
      expect(kaplanMeier(all).median).toBe(n);
    }
  });

  it('one more censored invoice never lowers it', () => {
    fc.assert(
      fc.property(observations, times, (before, time) => {
        const a = kaplanMeier(before).median ?? Number.POSITIVE_INFINITY;
        const b = kaplanMeier([...before, { time, event: false }]).median ?? Number.POSITIVE_INFINITY;
        expect(b).toBeGreaterThanOrEqual(a);
      }),
    );
  });

  it('censoring an event instead of counting it never lowers it', () => {
    fc.assert(
      fc.property(observations, fc.nat(), (all, at) => {
        const index = at % all.length;
        const events = all.map((one, i) => (i === index ? { ...one, event: true } : one));
        const censored = all.map((one, i) => (i === index ? { ...one, event: false } : one));
        const a = kaplanMeier(events).median ?? Number.POSITIVE_INFINITY;
        expect(kaplanMeier(censored).median ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(a);
      }),
    );
  });

  it('the curve goes down from 1 towards 0, everyone is counted once, and order does not matter', () => {
    fc.assert(
      fc.property(observations, (all) => {
        const { steps } = kaplanMeier(all);
        let last = 1;
        for (const step of steps) {
          expect(step.survival).toBeLessThanOrEqual(last);
          expect(step.survival).toBeGreaterThanOrEqual(0);
          last = step.survival;
        }
        expect(steps.reduce((sum, step) => sum + step.events + step.censored, 0)).toBe(all.length);
        expect(kaplanMeier([...all].reverse())).toEqual(kaplanMeier(all));
      }),
    );
  });

  it('all later by a week: the median a week later', () => {
    fc.assert(
      fc.property(observations, (all) => {
        const median = kaplanMeier(all).median;
        const later = kaplanMeier(all.map((one) => ({ ...one, time: one.time + 7 }))).median;
        expect(later).toBe(median === null ? null : median + 7);
      }),
    );
  });
});
