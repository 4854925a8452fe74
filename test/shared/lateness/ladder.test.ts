import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../shared/dates.ts';
import { dueInvoices } from '../../../shared/lateness/due.ts';
import { ladder, RUNG_NAMES, rung } from '../../../shared/lateness/ladder.ts';
import { AS_OF, anyInvoices, made, monthly, paidLate } from './made-invoices.ts';

describe('rungs', () => {
  it('have the names of the ladder', () => {
    expect(RUNG_NAMES).toEqual([
      'on time',
      'up to a week',
      'up to two weeks',
      'up to a month',
      'over a month',
      'never came',
    ]);
  });

  it.each([
    [-30, 0],
    [-1, 0],
    [0, 0],
    [1, 1],
    [7, 1],
    [8, 2],
    [14, 2],
    [15, 3],
    [31, 3],
    [32, 4],
    [89, 4],
    [90, 4],
    [900, 4],
  ])('settled %i days late stands on rung %i', (days, expected) => {
    expect(rung(paidLate('2024-01-10', days), AS_OF)).toBe(expected);
  });

  it.each([
    [1, 1],
    [7, 1],
    [8, 2],
    [14, 2],
    [15, 3],
    [31, 3],
    [32, 4],
    [89, 4],
    [90, 5],
    [900, 5],
  ])('unpaid for %i days stands on rung %i', (days, expected) => {
    expect(rung(made({ due: addDays(AS_OF, -days) }), AS_OF)).toBe(expected);
  });

  it('not yet due, or nothing owed, stands on none', () => {
    expect(rung(made({ due: AS_OF }), AS_OF)).toBeNull();
    expect(
      rung(made({ due: '2026-01-01', credits: [{ on: '2026-01-02', amount: 10000 }] }), AS_OF),
    ).toBeNull();
  });

  it('written off never came, from its first day and even before it was due', () => {
    expect(rung(made({ due: '2026-11-10', writtenOff: '2026-11-12' }), AS_OF)).toBe(5);
    expect(rung(made({ due: '2026-12-10', writtenOff: '2026-11-12' }), AS_OF)).toBe(5);
  });

  it('written off and paid after all is late, not lost', () => {
    const invoice = paidLate('2026-03-01', 200, { writtenOff: '2026-06-01' });
    expect(rung(invoice, AS_OF)).toBe(4);
  });
});

describe('the ladder', () => {
  it('of nobody has six empty rungs', () => {
    const none = ladder([], AS_OF);
    expect(none.rungs.map((one) => one.count)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(none).toMatchObject({ count: 0, worst: null, steps: [] });
  });

  it('counts, marks the excused, and names the invoices that prove each rung', () => {
    const invoices = [
      ...monthly([0, 5, 4, 12, 6, 20, null]),
      paidLate('2026-08-01', 9, { excused: true }),
      made({ due: '2026-12-24' }),
    ];
    const [onTime, a, b, c, d, e, never] = invoices.map((invoice) => invoice.id);
    const made1 = ladder(invoices, AS_OF);
    expect(made1.count).toBe(8);
    expect(made1.worst).toBe(5);
    expect(made1.rungs.map(({ rung: r, name, count, excused }) => [r, name, count, excused])).toEqual([
      [0, 'on time', 1, 0],
      [1, 'up to a week', 3, 0],
      [2, 'up to two weeks', 2, 1],
      [3, 'up to a month', 1, 0],
      [4, 'over a month', 0, 0],
      [5, 'never came', 1, 0],
    ]);
    expect(made1.rungs.map((one) => one.invoices)).toEqual([
      [onTime],
      [a, b, d],
      [c, invoices[7]?.id],
      [e],
      [],
      [never],
    ]);
  });

  it('steps run in due order with the worst so far', () => {
    const steps = ladder(monthly([0, 5, 12, 3, 20, null, 1]), AS_OF).steps;
    expect(steps.map((step) => [step.rung, step.worst])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
      [1, 2],
      [3, 3],
      [5, 5],
      [1, 5],
    ]);
    expect(steps[5]).toMatchObject({ kind: 'open', due: '2026-06-01', days: 169, excused: false });
  });

  it('counts sum to the invoices counted, and the stair never goes down', () => {
    fc.assert(
      fc.property(anyInvoices(), (invoices) => {
        const result = ladder(invoices, AS_OF);
        const due = dueInvoices(invoices, AS_OF);
        expect(result.count).toBe(due.length);
        expect(result.rungs.reduce((sum, one) => sum + one.count, 0)).toBe(due.length);
        expect(result.rungs.reduce((sum, one) => sum + one.excused, 0)).toBe(
          due.filter((row) => row.invoice.excused).length,
        );
        expect(result.rungs.flatMap((one) => one.invoices).sort((x, y) => x - y)).toEqual(
          due.map((row) => row.invoice.id).sort((x, y) => x - y),
        );
        result.steps.forEach((step, index) => {
          expect(step.worst).toBe(Math.max(...result.steps.slice(0, index + 1).map((one) => one.rung)));
        });
      }),
    );
  });
});
