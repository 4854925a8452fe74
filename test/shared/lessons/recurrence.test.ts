import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, windowStart } from '../../../shared/dates.ts';
import type { Occurrence } from '../../../shared/lessons/occurrence.ts';
import { recurrence, wholeMonths } from '../../../shared/lessons/recurrence.ts';
import { recurrenceWords, sinceWords } from '../../../shared/lessons/words.ts';

const TODAY = '2026-11-17';
const on = (day: Day, causeId: number | null = 1, count = 1): Occurrence => ({ on: day, causeId, count });
const LONG_AGO = '2020-01-01';

describe('did the cause come back', () => {
  it('counts the year up to the day it was done, and from the day after', () => {
    const days = [
      on('2025-06-02'),
      on('2025-06-03', 1, 2),
      on('2026-03-01', 1, 3),
      on('2026-06-02'),
      on('2026-06-03'),
      on('2026-11-17'),
      on('2026-11-18'),
      on('2026-08-01', 2, 40),
      on('2026-08-01', null, 40),
    ];
    expect(recurrence(days, 1, '2026-06-02', TODAY, LONG_AGO)).toEqual({
      monthsBefore: 12,
      before: 6,
      monthsSince: 5,
      since: 2,
      lastOn: '2026-11-17',
    });
  });

  it('a lesson done today has no time since: what came in today came before', () => {
    const after = recurrence([on(TODAY)], 1, TODAY, TODAY, LONG_AGO);
    expect(after).toEqual({ monthsBefore: 12, before: 1, monthsSince: 0, since: 0, lastOn: null });
    expect(recurrenceWords(after, TODAY, TODAY)).toBe('done today, 1 in the year before');
  });

  it('a ledger that notes causes for three months only says so', () => {
    const after = recurrence([on('2026-03-10', 1, 4)], 1, '2026-06-02', TODAY, '2026-03-01');
    expect(after).toMatchObject({ monthsBefore: 3, before: 4 });
    expect(recurrenceWords(after, '2026-06-02', TODAY)).toBe(
      'none since 2 Jun (5 months), 4 in the 3 months noted before',
    );
  });

  it.each([
    ['no complaint has a cause', null, 'nothing noted before'],
    ['the first cause was noted after the lesson was done', '2026-07-01', 'nothing noted before'],
    ['the first cause was noted in the same week', '2026-05-30', 'nothing noted before'],
  ])('%s', (_name, notedFrom, words) => {
    const after = recurrence([], 1, '2026-06-02', TODAY, notedFrom);
    expect(after.monthsBefore).toBe(0);
    expect(recurrenceWords(after, '2026-06-02', TODAY)).toContain(words);
  });

  it('a clock that was set back finds no time since, and nothing breaks at the calendar’s first year', () => {
    expect(recurrence([on('2026-12-01')], 1, '2026-12-24', TODAY, LONG_AGO)).toMatchObject({
      monthsSince: 0,
      since: 0,
    });
    expect(recurrence([on(TODAY)], 1, '1900-01-01', TODAY, LONG_AGO)).toMatchObject({
      monthsBefore: 0,
      before: 0,
      since: 1,
    });
  });

  it('before and since share no complaint and miss none of the year and after', () => {
    const day = fc.integer({ min: -900, max: 0 }).map((back) => addDays(TODAY, back));
    fc.assert(
      fc.property(fc.array(day, { maxLength: 60 }), day, (days, doneOn) => {
        const { before, since, monthsBefore } = recurrence(
          days.map((one) => on(one)),
          1,
          doneOn,
          TODAY,
          LONG_AGO,
        );
        expect(monthsBefore).toBe(12);
        const year = windowStart(doneOn, 12);
        expect(before + since).toBe(days.filter((one) => one >= year).length);
        expect(since).toBe(days.filter((one) => one > doneOn).length);
      }),
    );
  });
});

describe('whole months', () => {
  it.each([
    ['2026-01-31', '2026-02-27', 1],
    ['2026-02-01', '2026-02-28', 1],
    ['2026-02-01', '2026-02-27', 0],
    ['2025-06-03', '2026-06-02', 12],
    ['2024-02-29', '2025-02-27', 12],
    ['2026-06-03', '2026-06-02', 0],
    ['2026-06-10', '2026-06-02', 0],
  ])('%s to %s: %i', (from, to, months) => {
    expect(wholeMonths(from, to)).toBe(months);
  });
});

describe('in words', () => {
  const after = { monthsBefore: 12, before: 6, monthsSince: 5, since: 2, lastOn: '2026-11-01' };
  it.each([
    [after, '2026-06-02', '2 since 2 Jun (5 months), 6 in the year before'],
    [{ ...after, since: 0 }, '2026-06-02', 'none since 2 Jun (5 months), 6 in the year before'],
    [
      { ...after, monthsSince: 14, since: 0 },
      '2025-09-03',
      'none since 3 Sep 2025 (1 year and 2 months), 6 in the year before',
    ],
    [{ ...after, monthsSince: 24 }, '2024-11-10', '2 since 10 Nov 2024 (2 years), 6 in the year before'],
    [
      { ...after, monthsSince: 0, since: 0, before: 0 },
      '2026-11-03',
      'none since 3 Nov (14 days, too soon to say), none in the year before',
    ],
    [
      { ...after, monthsSince: 1, since: 1, monthsBefore: 1, before: 2 },
      '2026-10-10',
      '1 since 10 Oct (1 month), 2 in the month noted before',
    ],
  ])('%#', (given, doneOn, words) => {
    expect(recurrenceWords(given, doneOn, TODAY)).toBe(words);
  });

  it('short, with the year where it is another one', () => {
    expect(sinceWords(0, '2026-06-02', TODAY)).toBe('none since 2 Jun');
    expect(sinceWords(3, '2025-06-02', TODAY)).toBe('3 since 2 Jun 2025');
  });
});
