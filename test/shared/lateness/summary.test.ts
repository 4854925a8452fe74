import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dayNumber } from '../../../shared/dates.ts';
import { ageing } from '../../../shared/lateness/ageing.ts';
import { lastDue } from '../../../shared/lateness/due.ts';
import type { LatenessInvoice } from '../../../shared/lateness/invoice.ts';
import { ladder } from '../../../shared/lateness/ladder.ts';
import { summariseLateness } from '../../../shared/lateness/summary.ts';
import { trend } from '../../../shared/lateness/trend.ts';
import { typicalDaysLate } from '../../../shared/lateness/typical.ts';
import { validUntil } from '../../../shared/lateness/valid-until.ts';
import { AS_OF, anyInvoices, made, monthly, paidLate } from './made-invoices.ts';

describe('the summary of a client', () => {
  it('of a client without invoices is empty, not broken', () => {
    expect(summariseLateness([], AS_OF)).toMatchObject({
      due: [],
      notYetDue: [],
      typical: null,
      typicalWithoutExcused: null,
      typicalYearAgo: null,
      trend: { word: 'tooEarly', count: 0 },
      ladder: { count: 0 },
      owed: 0,
      pastDue: 0,
      oldestPastDue: null,
      inHand: 0,
    });
    expect(validUntil([], AS_OF)).toBeNull();
  });

  it('gives the chart every due invoice, and what is still to come', () => {
    const invoices = [
      paidLate('2026-08-01', 12, { excused: true }),
      made({ due: '2026-09-22' }),
      made({ due: '2026-01-05', writtenOff: '2026-06-01' }),
      made({ due: '2026-11-30', payments: [{ on: '2026-11-10', amount: 2500 }] }),
    ];
    const [settled, open, gone, next] = invoices.map((invoice) => invoice.id);
    const summary = summariseLateness(invoices, AS_OF);
    expect(summary.due).toEqual([
      { id: gone, due: '2026-01-05', days: 316, kind: 'writtenOff', rung: 5, excused: false },
      { id: settled, due: '2026-08-01', days: 12, kind: 'settled', rung: 2, excused: true },
      { id: open, due: '2026-09-22', days: 56, kind: 'open', rung: 4, excused: false },
    ]);
    expect(summary.notYetDue).toEqual([{ id: next, due: '2026-11-30', open: 7500 }]);
    expect(summary).toMatchObject({ owed: 17500, pastDue: 10000, oldestPastDue: { id: open, days: 56 } });
    expect(summary.behind.typical).toEqual([gone, settled, open]);
    expect(summary.behind.typicalWithoutExcused).toEqual([gone, open]);
  });

  it('keeps the ladder to the last 12 due', () => {
    const old = paidLate('2024-01-01', 80);
    const recent = Array.from({ length: 12 }, (_, i) => paidLate(addDays('2026-01-01', i), 0));
    expect(summariseLateness([old, ...recent], AS_OF).ladder).toMatchObject({ count: 12, worst: 0 });
  });

  it('knows a year ago only what was known then', () => {
    const then = [paidLate('2025-02-01', 1), paidLate('2025-03-01', 1), paidLate('2025-10-01', 300)];
    const summary = summariseLateness([...then, ...monthly([30, 30, 30, 30])], AS_OF);
    expect(summary.typicalYearAgo).toEqual({ kind: 'days', days: 1, count: 3, unpaid: 1 });
    expect(summariseLateness(monthly([1, 2]), AS_OF).typicalYearAgo).toBeNull();
    expect(summariseLateness([paidLate('2023-02-20', 8)], '2024-02-29').typicalYearAgo).toMatchObject({
      days: 8,
    });
    expect(summariseLateness([], '1900-06-01').typicalYearAgo).toBeNull();
  });

  it('names as oldest the earliest due of those past due', () => {
    const [a, b] = [made({ due: '2026-10-01' }), made({ due: '2026-10-01' })];
    expect(summariseLateness([b, a], AS_OF).oldestPastDue).toEqual({ id: a.id, days: 47 });
  });

  it('shows what the client has in hand from overpaying', () => {
    const invoice = made({ due: '2026-10-01', payments: [{ on: '2026-10-01', amount: 10900 }] });
    expect(summariseLateness([invoice, made({ due: '2026-11-30' })], AS_OF)).toMatchObject({
      inHand: 900,
      owed: 10000,
    });
  });

  it('is the same as each figure asked for by itself, in any order of rows', () => {
    fc.assert(
      fc.property(anyInvoices(30), (invoices) => {
        const summary = summariseLateness(invoices, AS_OF);
        expect(summary.typical).toEqual(typicalDaysLate(invoices, AS_OF));
        expect(summary.typicalWithoutExcused).toEqual(
          typicalDaysLate(invoices, AS_OF, { withoutExcused: true }),
        );
        expect(summary.typicalYearAgo).toEqual(typicalDaysLate(invoices, addMonths(AS_OF, -12)));
        expect(summary.trend).toEqual(trend(invoices, AS_OF));
        expect(summary.ageing).toEqual(ageing(invoices, AS_OF));
        expect(summary.ladder).toEqual(ladder(lastDue(invoices, AS_OF, 12), AS_OF));
        expect(summary.owed).toBe(summary.ageing.total);
        expect(summariseLateness([...invoices].reverse(), AS_OF)).toEqual(summary);
      }),
    );
  });
});

function lasting(invoices: readonly LatenessInvoice[], asOf: string) {
  const { typicalYearAgo: _, ...rest } = summariseLateness(invoices, asOf);
  return rest;
}

describe('valid until', () => {
  it('for ever when all is settled', () => expect(validUntil(monthly([1, 2, -3]), AS_OF)).toBeNull());
  it('today when anything is overdue, or written off and counting', () => {
    expect(validUntil(monthly([1, null]), AS_OF)).toBe(AS_OF);
    expect(validUntil([made({ due: '2026-01-01', writtenOff: '2026-05-01' })], AS_OF)).toBe(AS_OF);
  });
  it('the due date of the first not yet due: the day after, it is late', () => {
    expect(validUntil([made({ due: '2026-12-10' }), made({ due: '2026-11-20' })], AS_OF)).toBe('2026-11-20');
    expect(validUntil([made({ due: AS_OF })], AS_OF)).toBe(AS_OF);
  });
  it('the day before a payment, credit or issue that is already written down for later', () => {
    expect(
      validUntil([made({ due: '2026-12-10', payments: [{ on: '2026-11-25', amount: 5 }] })], AS_OF),
    ).toBe('2026-11-24');
    expect(
      validUntil([{ ...paidLate('2026-01-10', 0), credits: [{ on: '2026-11-25', amount: 5 }] }], AS_OF),
    ).toBe('2026-11-24');
    expect(validUntil([made({ due: '2027-02-10', issued: '2026-12-01' })], AS_OF)).toBe('2026-11-30');
  });

  it('nothing changes through it', () => {
    fc.assert(
      fc.property(anyInvoices(6), fc.integer({ min: 0, max: 200 }), (invoices, ahead) => {
        const until = validUntil(invoices, AS_OF);
        const last = until === null ? ahead : dayNumber(until) - dayNumber(AS_OF);
        expect(last).toBeGreaterThanOrEqual(0);
        const expected = lasting(invoices, AS_OF);
        for (const step of new Set([last, Math.min(last, ahead)])) {
          expect(lasting(invoices, addDays(AS_OF, step))).toEqual(expected);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('the day after it something does', () => {
    const issuedAlready = anyInvoices(4).map((all) => all.filter((one) => one.issued <= AS_OF));
    fc.assert(
      fc.property(issuedAlready, (invoices) => {
        const until = validUntil(invoices, AS_OF);
        if (until !== null)
          expect(lasting(invoices, addDays(until, 1))).not.toEqual(lasting(invoices, AS_OF));
      }),
      { numRuns: 400 },
    );
  });
});

describe('a very big client', () => {
  it('with 100,000 invoices is summed up within seconds', () => {
    const invoices = Array.from({ length: 100_000 }, (_, i): LatenessInvoice => {
      const due = addDays('1990-01-01', (i * 7919) % 13_400);
      const payments = i % 50 === 0 ? [] : [{ on: addDays(due, (i * 31) % 70), amount: 10000 }];
      return {
        id: i,
        issued: addDays(due, -30),
        due,
        amount: 10000,
        payments,
        credits: [],
        writtenOff: null,
        excused: i % 9 === 0,
      };
    });
    const summary = summariseLateness(invoices, AS_OF);
    validUntil(invoices, AS_OF);
    expect(summary.due.length).toBeGreaterThan(90_000);
    // Quadratic work would take minutes, and run into the test's own limit.
  }, 60_000);
});
