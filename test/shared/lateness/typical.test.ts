import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../shared/dates.ts';
import { typicalDaysLate, typicalObservations } from '../../../shared/lateness/typical.ts';
import { AS_OF, anyInvoices, made, monthly, paidLate } from './made-invoices.ts';

describe('typical days late', () => {
  it('is unknown before anything is due', () => {
    expect(typicalDaysLate([], AS_OF)).toBeNull();
    expect(typicalDaysLate([made({ due: '2026-12-01' })], AS_OF)).toBeNull();
    expect(
      typicalDaysLate([made({ due: '2026-01-01', credits: [{ on: '2026-01-01', amount: 10000 }] })], AS_OF),
    ).toBeNull();
  });

  it('of a single invoice is that invoice', () => {
    expect(typicalDaysLate([paidLate('2026-03-01', 4)], AS_OF)).toEqual({
      kind: 'days',
      days: 4,
      count: 1,
      unpaid: 0,
    });
    expect(typicalDaysLate([made({ due: addDays(AS_OF, -40) })], AS_OF)).toEqual({
      kind: 'moreThan',
      days: 40,
      count: 1,
      unpaid: 1,
    });
  });

  it('does not hide the one that never came, as a mean over the paid ones would', () => {
    expect(typicalDaysLate(monthly([2, 3, null, null, null]), '2026-06-10')).toEqual({
      kind: 'moreThan',
      days: 101,
      count: 5,
      unpaid: 3,
    });
    expect(typicalDaysLate(monthly([2, 3, 4, null]), AS_OF)).toEqual({
      kind: 'days',
      days: 3,
      count: 4,
      unpaid: 1,
    });
  });

  it('all censored: more than the longest so far', () => {
    expect(typicalDaysLate(monthly([null, null, null]), '2026-03-11')).toEqual({
      kind: 'moreThan',
      days: 69,
      count: 3,
      unpaid: 3,
    });
  });

  it('all early is negative, all equal is that', () => {
    expect(typicalDaysLate(monthly([-5, -5, -5]), AS_OF)).toEqual({
      kind: 'days',
      days: -5,
      count: 3,
      unpaid: 0,
    });
  });

  it('looks at the last 12 due only', () => {
    const old = Array.from({ length: 30 }, (_, i) => paidLate(addDays('2024-01-01', i), 80));
    const recent = Array.from({ length: 12 }, (_, i) => paidLate(addDays('2026-01-01', i), i));
    expect(typicalDaysLate([...recent, ...old], AS_OF)).toEqual({
      kind: 'days',
      days: 5,
      count: 12,
      unpaid: 0,
    });
  });

  it('without the excused takes the last 12 due among the others', () => {
    const old = Array.from({ length: 12 }, (_, i) => paidLate(addDays('2025-01-01', i), 2));
    const excused = Array.from({ length: 12 }, (_, i) =>
      paidLate(addDays('2026-01-01', i), 50, { excused: true }),
    );
    const invoices = [...excused, ...old];
    expect(typicalDaysLate(invoices, AS_OF)).toMatchObject({ days: 50, count: 12 });
    expect(typicalDaysLate(invoices, AS_OF, { withoutExcused: true })).toMatchObject({ days: 2, count: 12 });
    expect(typicalDaysLate(excused, AS_OF, { withoutExcused: true })).toBeNull();
  });

  it('a write-off counts its days so far, but only once it has any', () => {
    const gone = made({ due: '2026-11-10', writtenOff: '2026-11-05', issued: '2026-10-10' });
    expect(typicalDaysLate([gone], '2026-11-10')).toBeNull();
    expect(typicalDaysLate([gone], '2026-11-11')).toEqual({ kind: 'moreThan', days: 1, count: 1, unpaid: 1 });
  });

  it('a write-off without any time yet does not use up one of the 12 places', () => {
    const paid = Array.from({ length: 12 }, (_, i) => paidLate(addDays('2026-01-01', i), i));
    const gone = made({ due: addDays(AS_OF, 5), writtenOff: AS_OF });
    expect(typicalDaysLate([...paid, gone], AS_OF)).toEqual(typicalDaysLate(paid, AS_OF));
  });

  it('shows the observations behind it', () => {
    const invoices = monthly([3, null]);
    expect(typicalObservations(invoices, '2026-02-11')).toEqual([
      { id: invoices[0]?.id, time: 3, event: true },
      { id: invoices[1]?.id, time: 10, event: false },
    ]);
  });

  it('a later unpaid invoice never lowers it, while fewer than 12 are due', () => {
    fc.assert(
      fc.property(anyInvoices(11), fc.integer({ min: 1, max: 20 }), (invoices, daysAgo) => {
        const before = typicalDaysLate(invoices, AS_OF);
        const after = typicalDaysLate(
          [...invoices, made({ id: 1000, due: addDays(AS_OF, -daysAgo) })],
          AS_OF,
        );
        expect(after).not.toBeNull();
        if (before?.kind === 'moreThan') expect(after?.kind).toBe('moreThan');
        if (before !== null) expect(after?.days).toBeGreaterThanOrEqual(before.days);
      }),
    );
  });

  it('the order of the rows makes no difference', () => {
    fc.assert(
      fc.property(anyInvoices(), (invoices) => {
        expect(typicalDaysLate([...invoices].reverse(), AS_OF)).toEqual(typicalDaysLate(invoices, AS_OF));
      }),
    );
  });
});
