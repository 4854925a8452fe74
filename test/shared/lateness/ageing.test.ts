import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../shared/dates.ts';
import { AGEING_NAMES, ageing, openBalance } from '../../../shared/lateness/ageing.ts';
import { overpaid } from '../../../shared/lateness/days-late.ts';
import { AS_OF, anyInvoice, anyInvoices, made } from './made-invoices.ts';

function bucketOf(daysPastDue: number): string | undefined {
  const due = addDays(AS_OF, -daysPastDue);
  const { buckets } = ageing([made({ due, issued: '2010-01-01' })], AS_OF);
  return buckets.find((bucket) => bucket.amount > 0)?.name;
}

describe('ageing', () => {
  it('has five buckets by name', () => {
    expect(AGEING_NAMES).toEqual(['not yet due', '1–30', '31–60', '61–90', 'over 90']);
  });

  it.each([
    [-40, 'not yet due'],
    [-1, 'not yet due'],
    [0, 'not yet due'],
    [1, '1–30'],
    [30, '1–30'],
    [31, '31–60'],
    [60, '31–60'],
    [61, '61–90'],
    [90, '61–90'],
    [91, 'over 90'],
    [4000, 'over 90'],
  ])('%i days past due is in “%s”', (days, name) => {
    expect(bucketOf(days)).toBe(name);
  });

  it('holds the open balance, after credits and part payments, with its invoices in due order', () => {
    const late = made({
      due: '2026-11-01',
      payments: [{ on: '2026-11-05', amount: 2500 }],
      credits: [{ on: '2026-11-06', amount: 500 }],
    });
    const older = made({ due: '2026-10-25' });
    const paid = made({ due: '2026-10-20', payments: [{ on: '2026-10-20', amount: 12000 }] });
    const lost = made({ due: '2026-01-01', writtenOff: '2026-06-01' });
    const result = ageing([late, older, paid, lost], AS_OF);
    expect(result.total).toBe(17000);
    expect(result.buckets[1]).toEqual({ name: '1–30', amount: 17000, invoices: [older.id, late.id] });
    expect(
      result.buckets.filter((bucket) => bucket.amount === 0).every((bucket) => bucket.invoices.length === 0),
    ).toBe(true);
  });

  it('knows only what was known on that day', () => {
    const invoice = made({
      due: '2026-06-01',
      issued: '2026-05-02',
      payments: [{ on: '2026-07-05', amount: 10000 }],
      writtenOff: '2026-08-01',
    });
    expect(openBalance(invoice, '2026-05-01')).toBe(0);
    expect(openBalance(invoice, '2026-05-02')).toBe(10000);
    expect(openBalance(invoice, '2026-07-04')).toBe(10000);
    expect(openBalance(invoice, '2026-07-05')).toBe(0);
  });

  it('written off is no longer owed, also when part of it came later', () => {
    const invoice = made({
      due: '2026-06-01',
      writtenOff: '2026-08-01',
      payments: [{ on: '2026-09-01', amount: 10 }],
    });
    expect(openBalance(invoice, '2026-07-31')).toBe(10000);
    expect(openBalance(invoice, '2026-08-01')).toBe(0);
    expect(openBalance(invoice, AS_OF)).toBe(0);
  });

  it('sums to the open balance; no invoice twice; never negative', () => {
    fc.assert(
      fc.property(anyInvoices(), (invoices) => {
        const result = ageing(invoices, AS_OF);
        const balances = invoices.map((invoice) => openBalance(invoice, AS_OF));
        expect(result.total).toBe(balances.reduce((sum, one) => sum + one, 0));
        expect(result.buckets.reduce((sum, bucket) => sum + bucket.amount, 0)).toBe(result.total);
        expect(balances.every((one) => one >= 0)).toBe(true);
        const ids = result.buckets.flatMap((bucket) => bucket.invoices);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBe(balances.filter((one) => one > 0).length);
      }),
    );
  });

  it('amount − credits − payments = open − in hand, unless written off or not yet issued', () => {
    fc.assert(
      fc.property(anyInvoice(), (row) => {
        const invoice = { ...row, id: 1, writtenOff: null };
        fc.pre(invoice.issued <= AS_OF);
        const known = [...invoice.payments, ...invoice.credits].filter((one) => one.on <= AS_OF);
        const left = invoice.amount - known.reduce((sum, one) => sum + one.amount, 0);
        expect(openBalance(invoice, AS_OF) - overpaid(invoice, AS_OF)).toBe(left);
      }),
    );
  });
});
