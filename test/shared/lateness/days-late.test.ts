import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../shared/dates.ts';
import { lateness, overpaid, settledOn } from '../../../shared/lateness/days-late.ts';
import { dueInvoices, lastDue } from '../../../shared/lateness/due.ts';
import { AS_OF, anyInvoice, made, monthly, paidLate } from './made-invoices.ts';

describe('settled', () => {
  it('on its due date is 0 days late, early is negative, late is positive', () => {
    expect(lateness(paidLate('2026-03-01', 0), AS_OF)).toEqual({
      kind: 'settled',
      days: 0,
      on: '2026-03-01',
    });
    expect(lateness(paidLate('2026-03-01', -9), AS_OF)).toEqual({
      kind: 'settled',
      days: -9,
      on: '2026-02-20',
    });
    expect(lateness(paidLate('2026-03-01', 5), AS_OF)).toEqual({
      kind: 'settled',
      days: 5,
      on: '2026-03-06',
    });
  });

  it('counts across 29 February, only in leap years, and across the year end', () => {
    expect(lateness(paidLate('2024-02-28', 2), AS_OF)).toMatchObject({ days: 2, on: '2024-03-01' });
    expect(
      lateness(made({ due: '2024-02-29', payments: [{ on: '2024-03-01', amount: 10000 }] }), AS_OF),
    ).toMatchObject({ days: 1 });
    expect(
      lateness(made({ due: '2023-02-28', payments: [{ on: '2023-03-01', amount: 10000 }] }), AS_OF),
    ).toMatchObject({ days: 1 });
    expect(
      lateness(made({ due: '2024-02-28', payments: [{ on: '2025-02-28', amount: 10000 }] }), AS_OF),
    ).toMatchObject({ days: 366 });
    expect(
      lateness(made({ due: '2025-12-31', payments: [{ on: '2026-01-01', amount: 10000 }] }), AS_OF),
    ).toMatchObject({ days: 1 });
  });

  it('on the day the part payments first reach the amount, in whatever order they were typed', () => {
    const invoice = made({
      due: '2026-03-01',
      payments: [
        { on: '2026-04-10', amount: 3000 },
        { on: '2026-02-20', amount: 2000 },
        { on: '2026-03-15', amount: 5000 },
      ],
    });
    expect(settledOn(invoice, AS_OF)).toBe('2026-04-10');
    expect(settledOn(invoice, '2026-04-09')).toBeNull();
    expect(lateness(invoice, '2026-04-09')).toEqual({ kind: 'open', atLeast: 39 });
  });

  it('takes two payments on one day together', () => {
    const payments = [
      { on: '2026-03-05', amount: 4000 },
      { on: '2026-03-05', amount: 6000 },
    ];
    expect(settledOn(made({ due: '2026-03-01', payments }), AS_OF)).toBe('2026-03-05');
  });

  it('with an overpayment on the day the amount is reached; the rest is credit', () => {
    const payments = [
      { on: '2026-03-05', amount: 9000 },
      { on: '2026-03-08', amount: 2500 },
      { on: '2026-05-01', amount: 100 },
    ];
    const invoice = made({ due: '2026-03-01', payments });
    expect(settledOn(invoice, AS_OF)).toBe('2026-03-08');
    expect(overpaid(invoice, '2026-03-07')).toBe(0);
    expect(overpaid(invoice, '2026-03-08')).toBe(1500);
    expect(overpaid(invoice, AS_OF)).toBe(1600);
  });

  it('one minor unit short is not settled', () => {
    const invoice = made({ due: '2026-03-01', payments: [{ on: '2026-03-01', amount: 9999 }] });
    expect(lateness(invoice, '2026-03-02')).toEqual({ kind: 'open', atLeast: 1 });
  });

  it('a payment dated after the day asked about does not count yet', () => {
    const invoice = paidLate('2026-03-01', 5);
    expect(lateness(invoice, '2026-03-05')).toEqual({ kind: 'open', atLeast: 4 });
    expect(lateness(invoice, '2026-03-06')).toEqual({ kind: 'settled', days: 5, on: '2026-03-06' });
  });
});

describe('credit', () => {
  const payments = [{ on: '2026-03-10', amount: 6000 }];

  it('corrects what was owed, whenever it was given: known, it counts from the start', () => {
    const invoice = made({ due: '2026-03-01', payments, credits: [{ on: '2026-04-20', amount: 4000 }] });
    expect(lateness(invoice, '2026-04-19')).toEqual({ kind: 'open', atLeast: 49 });
    expect(lateness(invoice, '2026-04-20')).toEqual({ kind: 'settled', days: 9, on: '2026-03-10' });
  });

  it('of the whole amount without a payment says nothing', () => {
    const invoice = made({ due: '2026-03-01', credits: [{ on: '2026-03-20', amount: 10000 }] });
    expect(lateness(invoice, '2026-03-19')).toEqual({ kind: 'open', atLeast: 18 });
    expect(lateness(invoice, '2026-03-20')).toEqual({ kind: 'nothingOwed' });
    expect(settledOn(invoice, AS_OF)).toBeNull();
    expect(overpaid(invoice, AS_OF)).toBe(0);
  });

  it('of the whole amount after a payment says nothing either, and the payment is in hand', () => {
    const invoice = made({ due: '2026-03-01', payments, credits: [{ on: '2026-03-20', amount: 10000 }] });
    expect(lateness(invoice, AS_OF)).toEqual({ kind: 'nothingOwed' });
    expect(overpaid(invoice, AS_OF)).toBe(6000);
  });

  it('above the amount is in hand as well', () => {
    expect(overpaid(made({ due: '2026-03-01', credits: [{ on: '2026-03-02', amount: 10500 }] }), AS_OF)).toBe(
      500,
    );
  });

  it('in full and then written off still says nothing', () => {
    const invoice = made({
      due: '2026-03-01',
      credits: [{ on: '2026-03-20', amount: 10000 }],
      writtenOff: '2026-06-01',
    });
    expect(lateness(invoice, AS_OF)).toEqual({ kind: 'nothingOwed' });
  });
});

describe('not settled', () => {
  it('says nothing through its due date, and at least 1 day the day after', () => {
    const invoice = made({ due: '2026-03-01' });
    expect(lateness(invoice, '2026-02-28')).toEqual({ kind: 'notYetDue' });
    expect(lateness(invoice, '2026-03-01')).toEqual({ kind: 'notYetDue' });
    expect(lateness(invoice, '2026-03-02')).toEqual({ kind: 'open', atLeast: 1 });
  });

  it('unpaid for ever it goes on counting', () => {
    // 299 years, 73 of them leap years (2000 is one, 2100 is not), less the last day.
    expect(lateness(made({ due: '1901-01-01' }), '2199-12-31')).toEqual({
      kind: 'open',
      atLeast: 299 * 365 + 73 - 1,
    });
  });

  it('before it was issued it is not there, even with a deposit already paid', () => {
    const invoice = made({
      due: '2026-03-01',
      issued: '2026-02-10',
      payments: [{ on: '2026-02-01', amount: 10000 }],
    });
    expect(lateness(invoice, '2026-02-09')).toEqual({ kind: 'notYetDue' });
    expect(settledOn(invoice, '2026-02-09')).toBeNull();
    expect(overpaid(invoice, '2026-02-09')).toBe(0);
    expect(lateness(invoice, '2026-02-10')).toEqual({ kind: 'settled', days: -28, on: '2026-02-01' });
  });

  it('written off counts its days so far, from the day it was written off', () => {
    const invoice = made({
      due: '2026-03-01',
      writtenOff: '2026-04-01',
      payments: [{ on: '2026-03-20', amount: 1 }],
    });
    expect(lateness(invoice, '2026-03-31')).toEqual({ kind: 'open', atLeast: 30 });
    expect(lateness(invoice, '2026-04-01')).toEqual({ kind: 'writtenOff', atLeast: 31, on: '2026-04-01' });
    expect(lateness(invoice, '2026-04-02')).toMatchObject({ atLeast: 32 });
  });

  it('written off before its due date has no time yet', () => {
    const invoice = made({ due: '2026-03-01', writtenOff: '2026-02-10' });
    expect(lateness(invoice, '2026-02-20')).toEqual({ kind: 'writtenOff', atLeast: -9, on: '2026-02-10' });
  });

  it('a payment after the write-off can still settle it', () => {
    const invoice = made({
      due: '2026-03-01',
      writtenOff: '2026-06-01',
      payments: [{ on: '2026-07-01', amount: 10000 }],
    });
    expect(lateness(invoice, '2026-06-30')).toMatchObject({ kind: 'writtenOff' });
    expect(lateness(invoice, '2026-07-01')).toEqual({ kind: 'settled', days: 122, on: '2026-07-01' });
  });
});

describe('impossible input', () => {
  it.each([
    ['half a penny', { amount: 99.5 }],
    ['nothing', { amount: 0 }],
    ['a negative amount', { amount: -100 }],
    ['not a number', { amount: Number.NaN }],
    ['a payment of nothing', { payments: [{ on: '2026-03-01', amount: 0 }] }],
    ['a payment on no day', { payments: [{ on: '2026-3-1', amount: 1 }] }],
    ['a credit of a fraction', { credits: [{ on: '2026-03-01', amount: 0.1 }] }],
    ['29 February of a common year', { due: '2026-02-29', issued: '2026-01-01' }],
    ['an issue date with a time', { issued: '2026-01-01T00:00' }],
    ['a write-off that is no day', { writtenOff: 'soon' }],
  ])('%s is a RangeError', (_name, fields) => {
    expect(() => lateness({ ...made({ due: '2026-03-01' }), ...fields }, AS_OF)).toThrow(RangeError);
  });

  it('a day asked about that does not exist is a RangeError', () => {
    expect(() => lateness(made({ due: '2026-03-01' }), '2026-11-31')).toThrow(RangeError);
    expect(() => lastDue([], 'today', 12)).toThrow(RangeError);
  });
});

describe('due order', () => {
  it('is by due day, then issue day, then id', () => {
    const c = paidLate('2026-03-01', 0, { id: 7, issued: '2026-02-02' });
    const a = paidLate('2026-02-01', 0, { id: 9 });
    const d = paidLate('2026-03-01', 0, { id: 8, issued: '2026-02-02' });
    const b = paidLate('2026-03-01', 0, { id: 10, issued: '2026-02-01' });
    expect(dueInvoices([d, c, b, a], AS_OF).map((row) => row.invoice.id)).toEqual([9, 10, 7, 8]);
  });

  it('holds what says something: settled, also early; overdue; written off', () => {
    const early = paidLate('2026-12-01', -20);
    const open = made({ due: '2026-11-16' });
    const dueToday = made({ due: AS_OF });
    const gone = made({ due: '2026-12-20', issued: '2026-11-01', writtenOff: '2026-11-02' });
    const credited = made({ due: '2026-03-01', credits: [{ on: '2026-03-01', amount: 10000 }] });
    const rows = dueInvoices([early, open, dueToday, gone, credited], AS_OF);
    expect(rows.map((row) => [row.invoice.id, row.days])).toEqual([
      [open.id, 1],
      [early.id, -20],
      [gone.id, -33],
    ]);
  });

  it('lastDue gives the last n of them, oldest first', () => {
    const invoices = monthly([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(lastDue([...invoices].reverse(), AS_OF, 3)).toEqual(invoices.slice(-3));
    expect(lastDue(invoices, AS_OF, 99)).toEqual(invoices);
    expect(lastDue(invoices, AS_OF, 0)).toEqual([]);
  });
});

describe('properties', () => {
  it('settled stays settled, and never moves later', () => {
    fc.assert(
      fc.property(anyInvoice(), fc.integer({ min: 0, max: 400 }), (row, more) => {
        const invoice = { ...row, id: 1 };
        const before = lateness(invoice, AS_OF);
        const after = lateness(invoice, addDays(AS_OF, more));
        if (before.kind === 'nothingOwed') expect(after.kind).toBe('nothingOwed');
        if (before.kind !== 'settled') return;
        expect(['settled', 'nothingOwed']).toContain(after.kind);
        if (after.kind === 'settled') expect(after.days).toBeLessThanOrEqual(before.days);
      }),
    );
  });

  it('the order in which payments and credits were typed makes no difference', () => {
    fc.assert(
      fc.property(anyInvoice(), (row) => {
        const invoice = { ...row, id: 1 };
        const turned = {
          ...invoice,
          payments: [...row.payments].reverse(),
          credits: [...row.credits].reverse(),
        };
        expect(lateness(turned, AS_OF)).toEqual(lateness(invoice, AS_OF));
      }),
    );
  });
});
