import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  addDays,
  addDaysHeld,
  addMonths,
  dayFromNumber,
  dayNumber,
  daysBetween,
  isDay,
  localDay,
  makeDay,
  showDay,
  showDayInFull,
  showDayLong,
  windowStart,
} from '../../shared/dates.ts';

const LAST = dayNumber('2199-12-31');
const FIRST = dayNumber('1900-01-01');
const anyDay = fc.integer({ min: FIRST, max: LAST }).map(dayFromNumber);

describe('calendar days', () => {
  test.each(['2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31', '2026-12-31'])('%s exists', (day) => {
    expect(isDay(day)).toBe(true);
  });
  test.each([
    '2026-02-29',
    '1900-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '1899-12-31',
    '2200-01-01',
    '2026-1-01',
    '26-01-01',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '2026/01/01',
    '',
    '٢٠٢٦-01-01',
    '2026-+1-01',
  ])('%s does not', (day) => {
    expect(isDay(day)).toBe(false);
    expect(() => dayNumber(day)).toThrow(RangeError);
  });

  it('agree with the system’s calendar on every day of three centuries', () => {
    for (let number = FIRST; number <= LAST; number++) {
      const day = dayFromNumber(number);
      if (day !== new Date(number * 86_400_000).toISOString().slice(0, 10))
        throw new Error(`${number} became ${day}`);
      if (dayNumber(day) !== number) throw new Error(`${day} became ${dayNumber(day)}`);
    }
  });

  it('add and subtract', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -3000, max: 3000 }), (day, days) => {
        fc.pre(dayNumber(day) + days >= FIRST && dayNumber(day) + days <= LAST);
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
    expect(addDays('2024-12-31', 1)).toBe('2025-01-01');
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
    // The nights on which British clocks change are one day long too.
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  });

  test.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', -12, '2023-02-28'],
    ['2026-11-17', -12, '2025-11-17'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -25, '2023-12-15'],
  ])('%s and %i months is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  it('a window of 12 months ends today and never holds the same date twice', () => {
    expect(windowStart('2026-11-17', 12)).toBe('2025-11-18');
    expect(windowStart('2024-02-29', 12)).toBe('2023-03-01');
    expect(windowStart('2026-12-31', 12)).toBe('2026-01-01');
    // Where the calendar begins, the window does: a year typed wrongly is no error of the program.
    for (const day of ['1900-01-01', '1900-12-31']) expect(windowStart(day, 12)).toBe('1900-01-01');
    expect(windowStart('1901-01-01', 12)).toBe('1900-01-02');
    expect([addDaysHeld('1900-01-05', -180), addDaysHeld('2199-12-01', 90)]).toEqual([
      '1900-01-01',
      '2199-12-31',
    ]);
    expect(addDaysHeld('2024-02-28', 2)).toBe('2024-03-01');
  });

  it('are refused outside the kept centuries', () => {
    expect(() => addDays('2199-12-31', 1)).toThrow(RangeError);
    expect(() => addMonths('1900-01-01', -1)).toThrow(RangeError);
    expect(makeDay(2026, 2, 30)).toBeNull();
  });

  it('come from a clock by its local date, whatever the hour', () => {
    expect(localDay(new Date(2026, 10, 17, 0, 0, 1))).toBe('2026-11-17');
    expect(localDay(new Date(2026, 10, 17, 23, 59, 59))).toBe('2026-11-17');
  });

  it('are shown as an owner writes them', () => {
    expect(showDay('2026-11-09')).toBe('9 Nov 2026');
    expect(showDayInFull('2026-11-07')).toBe('7 November 2026');
    expect(showDayLong('2026-11-17')).toBe('Tuesday 17 November 2026');
    expect(showDayLong('1900-01-01')).toBe('Monday 1 January 1900');
  });
});
