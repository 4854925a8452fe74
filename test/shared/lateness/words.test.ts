import { describe, expect, it } from 'vitest';
import { ladder } from '../../../shared/lateness/ladder.ts';
import { trend } from '../../../shared/lateness/trend.ts';
import { typicalDaysLate } from '../../../shared/lateness/typical.ts';
import { climb, trendSentence, typicalWords } from '../../../shared/lateness/words.ts';
import { AS_OF, made, monthly, paidLate } from './made-invoices.ts';

const climbOf = (late: readonly (number | null)[]) => climb(ladder(monthly(late), AS_OF), AS_OF);

describe('climb', () => {
  it('tells the story of the article', () => {
    expect(climbOf([6, 3, 13, 5, 28, null])).toBe(
      'A week in January, two in March, a month in May, then one never came.',
    );
  });
  it('starts at the first late one when the client began on time', () => {
    expect(climbOf([0, -2, 7, 14])).toBe('A week in March, then two in April.');
  });
  it('is silent when the ladder does not really climb', () => {
    expect(climbOf([])).toBeNull();
    expect(climbOf([0, 0, 0])).toBeNull();
    expect(climbOf([6, 5, 13, 6])).toBeNull();
    expect(climbOf([40, 28, 13, 5])).toBeNull();
    expect(climbOf([0, null])).toBeNull();
  });
  it('does not make a day into a week', () => {
    expect(climbOf([0, 1, 9, 16])).toBe('A day in February, over a week in March, then over two in April.');
    expect(climbOf([0, 3, 20, 62])).toBe(
      'A few days in February, three weeks in March, then two months in April.',
    );
    expect(climb(ladder(monthly([0, 25, 400]), '2027-12-31'))).toBe(
      'A month in February, then over a year in March.',
    );
  });
  it('says so far for what is still open', () => {
    expect(climbOf([0, 7, 14, 28, 0, 0, 0, 0, 0, null])).toBe(
      'A week in February, two in March, a month in April, then over a month in October so far.',
    );
  });
  it('counts those that never came, and marks the excused', () => {
    expect(climbOf([0, 7, null, null, null])).toBe('A week in February, then three never came.');
    const invoices = [
      ...monthly([0, 6]),
      paidLate('2026-03-01', 12, { excused: true }),
      made({ due: '2026-04-01', excused: true }),
    ];
    expect(climb(ladder(invoices, AS_OF), AS_OF)).toBe(
      'A week in February, two in March (excused), then one never came (excused).',
    );
  });
  it('says the year where the month alone could be another year’s', () => {
    const across = [paidLate('2025-11-01', 0), paidLate('2025-12-01', 7), paidLate('2026-01-01', 14)];
    expect(climb(ladder(across, AS_OF), AS_OF)).toBe('A week in December 2025, then two in January 2026.');
    expect(climb(ladder(across, AS_OF))).toBe('A week in December 2025, then two in January 2026.');
    const old = [paidLate('2023-11-01', 7), paidLate('2023-11-02', 14), paidLate('2023-12-01', 28)];
    expect(climb(ladder(old, AS_OF), AS_OF)).toBe(
      'A week in November 2023, two in November 2023, then a month in December 2023.',
    );
    expect(climb(ladder(old, AS_OF))).toBe('A week in November, two in November, then a month in December.');
  });
});

describe('trend sentence', () => {
  const steady = { count: 12, p: 0.01, s: 30 } as const;
  it.each([
    [0.5, 'half a day'],
    [0.74, 'half a day'],
    [0.75, 'a day'],
    [1.2, 'a day'],
    [1.25, 'a day and a half'],
    [1.75, '2 days'],
    [2.97, '3 days'],
    [11.5, '12 days'],
  ])('a slope of %d is about %s', (slope, words) => {
    expect(trendSentence({ ...steady, word: 'slipping', slope })).toBe(
      `Slipping: about ${words} later with each invoice.`,
    );
    expect(trendSentence({ ...steady, word: 'improving', slope: -slope })).toBe(
      `Improving: about ${words} earlier with each invoice.`,
    );
  });
  it('without a trend', () => {
    expect(trendSentence({ ...steady, word: 'steady', slope: 0.1 })).toBe(
      'Steady: no clear change over the last 12 invoices.',
    );
    expect(trendSentence(trend([], AS_OF))).toBe(
      'Too early to tell: no invoice has been due yet, and it takes 5.',
    );
    expect(trendSentence(trend(monthly([3]), AS_OF))).toBe(
      'Too early to tell: 1 invoice has been due, and it takes 5.',
    );
    expect(trendSentence(trend(monthly([3, 2, 1, 4]), AS_OF))).toBe(
      'Too early to tell: 4 invoices have been due, and it takes 5.',
    );
  });
});

describe('typical in words', () => {
  const words = (late: readonly (number | null)[], asOf = AS_OF) =>
    typicalWords(typicalDaysLate(monthly(late), asOf));
  it('is signed by words, not by a minus', () => {
    expect(words([18, 18])).toBe('18 days late, typically');
    expect(words([1])).toBe('1 day late, typically');
    expect(words([0])).toBe('on the day, typically');
    expect(words([-1])).toBe('1 day early, typically');
    expect(words([-6])).toBe('6 days early, typically');
    expect(words([null], '2026-02-10')).toBe('more than 40 days late, typically');
    expect(words([])).toBe('nothing due yet');
  });
});
