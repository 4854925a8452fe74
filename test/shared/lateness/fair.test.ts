import { describe, expect, it } from 'vitest';
import { addDays } from '../../../shared/dates.ts';
import { dueInvoices, hasTime, LAST_DUE } from '../../../shared/lateness/due.ts';
import { fairLateness } from '../../../shared/lateness/fair.ts';
import type { LatenessInvoice } from '../../../shared/lateness/invoice.ts';
import { trendOf } from '../../../shared/lateness/trend.ts';
import { typicalOf } from '../../../shared/lateness/typical.ts';

const TODAY = '2026-11-17';

/** Invoices a fortnight apart, the oldest first: each the days late it was paid, marked where excused; null: unpaid. */
function fair(days: readonly (number | null)[], excused: (index: number) => boolean = () => false) {
  const first = addDays(TODAY, -14 * days.length);
  const invoices = days.map((late, index): LatenessInvoice => {
    const due = addDays(first, 14 * index);
    const payments = late === null ? [] : [{ on: addDays(due, late), amount: 100 }];
    return {
      id: index + 1,
      issued: due,
      due,
      amount: 100,
      payments,
      credits: [],
      writtenOff: null,
      excused: excused(index),
    };
  });
  const due = dueInvoices(invoices, TODAY);
  const timed = due.filter(hasTime).slice(-LAST_DUE);
  const typical = typicalOf(
    timed.map(({ days: time, lateness }) => ({ time, event: lateness.kind === 'settled' })),
  );
  return fairLateness(due, { trend: trendOf(timed), typical });
}

const RISING = [0, 2, 4, 6, 8, 10, 12];
const FALLING = [12, 10, 8, 6, 4, 2, 0];

describe('lateness as far as it may be held against a client', () => {
  it('is the lateness itself where nothing is excused', () => {
    expect(fair(RISING)).toEqual({ trend: 'slipping', typicalDays: 6, typicalMore: false });
    expect(fair([])).toEqual({ trend: 'tooEarly', typicalDays: null, typicalMore: false });
    expect(fair([null, null])).toEqual({ trend: 'tooEarly', typicalDays: 28, typicalMore: true });
  });

  it('is nothing where all of it is excused', () => {
    expect(fair(RISING, () => true)).toEqual({ trend: 'tooEarly', typicalDays: null, typicalMore: false });
  });

  it('is slipping where it is so without the excused ones too, and only then', () => {
    expect(fair([...RISING, 40], (index) => index === 7).trend).toBe('slipping');
    expect(fair([1, 1, 1, 1, 1, 1, 30, 40, 50, 60, 70, 80], (index) => index > 5).trend).toBe('steady');
    // Rising with the excused ones, falling without: neither is said.
    expect(fair([...FALLING, 50, 60, 70, 80, 90], (index) => index > 6).trend).toBe('steady');
  });

  it('is never worse than what is shown: an excused early payment does not make the rest slip', () => {
    expect(fair([20, 0, 21, 0, 22, 0, 23, 0, 24, 0, 25], (index) => index % 2 === 1)).toMatchObject({
      trend: 'steady',
      typicalDays: 20,
    });
  });

  it('is less late without the excused ones, where that is less', () => {
    expect(fair([3, 3, 3, 60, 60, 60, 60], (index) => index > 2)).toMatchObject({ typicalDays: 3 });
  });
});
