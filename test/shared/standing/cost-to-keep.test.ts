import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, type Day } from '../../../shared/dates.ts';
import type { GoodwillSource } from '../../../shared/decisions/decision.ts';
import type { LatenessInvoice } from '../../../shared/lateness/invoice.ts';
import {
  costToKeep,
  type KeepingRows,
  lateMoney,
  lateStretches,
} from '../../../shared/standing/cost-to-keep.ts';

const invoice = (due: Day, more: Partial<LatenessInvoice> = {}): LatenessInvoice => ({
  id: 1,
  issued: addDays(due, -30),
  due,
  amount: 1000_00,
  payments: [],
  credits: [],
  writtenOff: null,
  excused: false,
  ...more,
});

// £1,000 at 36.5 % a year is £1 a day: days can be read off the amount.
const POUND_A_DAY = 365;
const year = (one: LatenessInvoice, from: Day = '2026-01-01', to: Day = '2026-12-31') =>
  lateMoney(one, from, to, POUND_A_DAY);

describe('late money', () => {
  test.each<[string, LatenessInvoice, number]>([
    [
      'paid ten days late: ten days',
      invoice('2026-03-01', { payments: [{ on: '2026-03-11', amount: 1000_00 }] }),
      10_00,
    ],
    [
      'paid on the due day: none',
      invoice('2026-03-01', { payments: [{ on: '2026-03-01', amount: 1000_00 }] }),
      0,
    ],
    [
      'paid the day after: one',
      invoice('2026-03-01', { payments: [{ on: '2026-03-02', amount: 1000_00 }] }),
      1_00,
    ],
    ['paid early: none', invoice('2026-03-01', { payments: [{ on: '2026-02-01', amount: 1000_00 }] }), 0],
    [
      'paid before it was even issued: none',
      invoice('2026-03-01', { payments: [{ on: '2025-12-01', amount: 1000_00 }] }),
      0,
    ],
    [
      'half paid after ten days, the rest after twenty',
      invoice('2026-03-01', {
        payments: [
          { on: '2026-03-21', amount: 500_00 },
          { on: '2026-03-11', amount: 500_00 },
        ],
      }),
      10_00 + 5_00,
    ],
    [
      'half paid early, half ten days late',
      invoice('2026-03-01', {
        payments: [
          { on: '2026-02-20', amount: 500_00 },
          { on: '2026-03-11', amount: 500_00 },
        ],
      }),
      5_00,
    ],
    [
      'overpaid ten days late: the excess earns nothing',
      invoice('2026-03-01', { payments: [{ on: '2026-03-11', amount: 3000_00 }] }),
      10_00,
    ],
    [
      'a credit lowers it from its own day on',
      invoice('2026-03-01', {
        credits: [{ on: '2026-03-11', amount: 400_00 }],
        payments: [{ on: '2026-03-21', amount: 600_00 }],
      }),
      10_00 + 6_00,
    ],
    [
      'payment and credit on one day count once each',
      invoice('2026-03-01', {
        credits: [{ on: '2026-03-11', amount: 400_00 }],
        payments: [{ on: '2026-03-11', amount: 600_00 }],
      }),
      10_00,
    ],
    [
      'written off after thirty days: not waited for any more',
      invoice('2026-03-01', { writtenOff: '2026-03-31' }),
      30_00,
    ],
    ['written off before it was due', invoice('2026-03-01', { writtenOff: '2026-02-01' }), 0],
    [
      'paid after it was written off',
      invoice('2026-03-01', { writtenOff: '2026-03-11', payments: [{ on: '2026-05-01', amount: 1000_00 }] }),
      10_00,
    ],
    ['due on the last day: nothing yet', invoice('2026-12-31'), 0],
    ['due the day before the last: one day', invoice('2026-12-30'), 1_00],
    ['due after the window', invoice('2027-02-01'), 0],
    ['due on the last day there is', invoice('2199-12-31'), 0],
    ['open all year, due years ago: the days of the window alone', invoice('2020-05-05'), 365_00],
    ['due on the day before the window opens', invoice('2025-12-31'), 365_00],
    ['due on its first day', invoice('2026-01-01'), 364_00],
    [
      'settled on the first day of the window',
      invoice('2025-12-01', { payments: [{ on: '2026-01-01', amount: 1000_00 }] }),
      1_00,
    ],
    [
      'settled the day before the window',
      invoice('2025-12-01', { payments: [{ on: '2025-12-31', amount: 1000_00 }] }),
      0,
    ],
    [
      'paid in the future, as a clock put back may have it',
      invoice('2026-12-21', { payments: [{ on: '2027-03-01', amount: 1000_00 }] }),
      10_00,
    ],
  ])('%s', (_name, one, cost) => {
    expect(year(one)).toBe(cost);
  });

  it('counts 29 February as a day, and divides by 365 in every year', () => {
    const one = invoice('2028-02-27', { payments: [{ on: '2028-03-02', amount: 1000_00 }] });
    expect(year(one, '2028-01-01', '2028-12-31')).toBe(4_00);
    expect(year(invoice('2027-12-31'), '2028-01-01', '2028-12-31')).toBe(366_00);
  });

  it('is split at the year’s end without a day lost or counted twice', () => {
    const one = invoice('2025-12-20', { payments: [{ on: '2026-01-15', amount: 1000_00 }] });
    expect(year(one, '2025-01-01', '2025-12-31')).toBe(11_00);
    expect(year(one)).toBe(15_00);
    expect(year(one, '2025-01-01', '2026-12-31')).toBe(26_00);
  });

  it('is rounded once for an invoice, not once for a stretch', () => {
    // 0.4 of a penny for each of three stretches is 1.2, not three times nothing.
    const one = invoice('2026-03-01', {
      amount: 3,
      payments: [
        { on: '2026-03-20', amount: 1 },
        { on: '2026-04-10', amount: 1 },
        { on: '2026-06-01', amount: 1 },
      ],
    });
    const pennyDays = 3 * 19 + 2 * 21 + 52;
    expect(lateMoney(one, '2026-01-01', '2026-12-31', 1000)).toBe(Math.round(pennyDays / 365));
    expect(lateMoney(invoice('2026-03-01', { amount: 1 }), '2026-01-01', '2026-12-31', 80)).toBe(0);
    expect(lateMoney(invoice('2026-03-01'), '2026-01-01', '2026-12-31', 0)).toBe(0);
  });

  it('refuses what no ledger can hold', () => {
    expect(() => year(invoice('2026-02-29'))).toThrow(RangeError);
    expect(() => year(invoice('2026-03-01', { amount: -5 }))).toThrow(RangeError);
    expect(() => lateMoney(invoice('2026-03-01'), '2026-01-01', 'today', 80)).toThrow(RangeError);
  });

  it('agrees with counting day by day', () => {
    const day = fc.integer({ min: -60, max: 400 }).map((n) => addDays('2026-01-01', n));
    const moved = fc.array(fc.record({ on: day, amount: fc.integer({ min: 1, max: 700 }) }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(day, moved, moved, fc.option(day), (due, payments, credits, writtenOff) => {
        const one = invoice(due, { amount: 1000, payments, credits, writtenOff });
        const [from, to] = ['2026-01-01', '2026-12-31'];
        let balanceDays = 0;
        for (let on = from; on <= to; on = addDays(on, 1)) {
          if (on <= due || (writtenOff !== null && writtenOff < on)) continue;
          const gone = [...payments, ...credits].reduce(
            (sum, row) => (row.on < on ? sum + row.amount : sum),
            0,
          );
          balanceDays += Math.max(0, 1000 - gone);
        }
        expect(lateMoney(one, from, to, 1000)).toBe(Math.round(balanceDays / 365));
        const stretches = lateStretches(one, from, to);
        expect(stretches.reduce((sum, { days, open }) => sum + days * open, 0)).toBe(balanceDays);
      }),
      { numRuns: 60 },
    );
  });
});

const TODAY: Day = '2026-11-17';
const none: KeepingRows = {
  revenue: 0,
  goodwillCredits: 0,
  hours: [],
  decisions: [],
  writeOffs: [],
  invoices: [],
};
const told = { hourlyCost: 30_00, marginPermille: 400, interestPermille: 100 };
const nobody = { minutes: 0, revenue: 0 };
const decided = (more: Partial<GoodwillSource>): GoodwillSource => ({
  kind: 'put right',
  decidedOn: '2026-06-01',
  amount: 0,
  redoMinutes: 0,
  hourlyCost: 20_00,
  redeemedOn: null,
  redeemed: null,
  ...more,
});

describe('cost to keep', () => {
  it('of a client with no rows is nothing, without a share of nothing', () => {
    expect(costToKeep(none, told, nobody, TODAY)).toEqual({
      asOf: TODAY,
      from: '2025-11-18',
      marginPermille: 400,
      marginAssumed: false,
      interestPermille: 100,
      interestAssumed: false,
      hourlyCost: 30_00,
      revenue: 0,
      marginOn: 0,
      margin: 0,
      redo: { minutes: 0, cost: 0 },
      chasing: { minutes: 0, cost: 0 },
      care: { minutes: 0, cost: 0 },
      goodwill: 0,
      writeOffs: 0,
      lateMoney: 0,
      left: 0,
      minutes: 0,
      attentionPercent: null,
      revenuePercent: null,
    });
  });

  it('takes every line off the margin, each once', () => {
    const kept = costToKeep(
      {
        revenue: 10_000_00,
        goodwillCredits: 0,
        hours: [
          { kind: 'redo', workedOn: '2026-05-01', minutes: 90, hourlyCost: 30_00 },
          { kind: 'chasing', workedOn: '2026-05-02', minutes: 30, hourlyCost: 30_00 },
          { kind: 'care', workedOn: '2026-05-03', minutes: 20, hourlyCost: 30_00 },
        ],
        decisions: [
          decided({ amount: 50_00, redoMinutes: 120 }),
          decided({ kind: 'part refund', amount: 200_00 }),
          decided({ kind: 'coupon', amount: 80_00, redeemedOn: '2026-07-01', redeemed: 60_00 }),
          decided({ kind: 'coupon', amount: 80_00 }),
        ],
        writeOffs: [{ on: '2026-08-01', amount: 500_00 }],
        invoices: [invoice('2026-10-08', { amount: 3650_00 })],
      },
      told,
      { minutes: 1040, revenue: 40_000_00 },
      TODAY,
    );
    expect(kept).toMatchObject({
      margin: 4_000_00,
      redo: { minutes: 210, cost: 45_00 + 40_00 },
      chasing: { minutes: 30, cost: 15_00 },
      care: { minutes: 20, cost: 10_00 },
      goodwill: 50_00 + 200_00 + 60_00,
      writeOffs: 500_00,
      lateMoney: 40_00,
      minutes: 260,
      attentionPercent: 25,
      revenuePercent: 25,
    });
    expect(kept.left).toBe(4_000_00 - 85_00 - 15_00 - 10_00 - 310_00 - 500_00 - 40_00);
  });

  it('assumes usual rates where none were told, and says so', () => {
    const rates = { hourlyCost: 0, marginPermille: null, interestPermille: null };
    expect(costToKeep({ ...none, revenue: 1000_00 }, rates, nobody, TODAY)).toMatchObject({
      marginPermille: 300,
      marginAssumed: true,
      margin: 300_00,
      interestPermille: 80,
      interestAssumed: true,
    });
    // A rate of 0 was told.
    const zero = { hourlyCost: 0, marginPermille: 0, interestPermille: 0 };
    expect(costToKeep({ ...none, revenue: 1000_00 }, zero, nobody, TODAY)).toMatchObject({
      margin: 0,
      marginAssumed: false,
      interestAssumed: false,
    });
  });

  it('counts both ends of the 12 months and not a day more', () => {
    const hours = (['2025-11-17', '2025-11-18', '2026-11-17', '2026-11-18'] as const).map((workedOn) => ({
      kind: 'care' as const,
      workedOn,
      minutes: 60,
      hourlyCost: 10_00,
    }));
    expect(costToKeep({ ...none, hours }, told, nobody, TODAY).care).toEqual({ minutes: 120, cost: 20_00 });
    const writeOffs = [
      { on: '2025-11-17', amount: 1 },
      { on: '2025-11-18', amount: 10 },
    ];
    expect(costToKeep({ ...none, writeOffs }, told, nobody, TODAY).writeOffs).toBe(10);
    // An old coupon redeemed lately is goodwill of lately; the hours of an old put right are not.
    const decisions = [
      decided({
        kind: 'coupon',
        decidedOn: '2024-01-01',
        amount: 50_00,
        redeemedOn: '2026-01-01',
        redeemed: 50_00,
      }),
      decided({ decidedOn: '2024-01-01', amount: 70_00, redoMinutes: 600 }),
    ];
    expect(costToKeep({ ...none, decisions }, told, nobody, TODAY)).toMatchObject({
      goodwill: 50_00,
      redo: { minutes: 0, cost: 0 },
    });
  });

  it('counts goodwill given as a credit once: it has lowered revenue, and is no less margin', () => {
    const asMoney = costToKeep(
      { ...none, revenue: 1000_00, decisions: [decided({ kind: 'part refund', amount: 200_00 })] },
      told,
      nobody,
      TODAY,
    );
    const asCredit = costToKeep(
      {
        ...none,
        revenue: 800_00,
        goodwillCredits: 200_00,
        decisions: [decided({ kind: 'part refund', amount: 200_00 })],
      },
      told,
      nobody,
      TODAY,
    );
    expect(asCredit.left).toBe(asMoney.left);
    expect(asCredit.revenue).toBe(800_00);
  });

  it('adds up to what is left, to the penny, whatever the rows', () => {
    const amount = fc.integer({ min: 0, max: 1_000_00 });
    const rows = fc.record({
      revenue: amount,
      goodwillCredits: amount,
      hours: fc.array(
        fc.record({
          kind: fc.constantFrom('redo', 'chasing', 'care'),
          workedOn: fc.constant('2026-02-02'),
          minutes: fc.integer({ min: 1, max: 6000 }),
          hourlyCost: fc.nat(99_99),
        }),
      ),
      decisions: fc.constant([decided({ amount: 33, redoMinutes: 7 })]),
      writeOffs: fc.array(fc.record({ on: fc.constant('2026-02-02'), amount })),
      invoices: fc.constant([invoice('2026-04-04', { amount: 33_33 })]),
    });
    fc.assert(
      fc.property(rows, fc.nat(1000), (made, permille) => {
        const kept = costToKeep(made, { ...told, marginPermille: permille }, nobody, TODAY);
        const { redo, chasing, care, goodwill, writeOffs, lateMoney: late } = kept;
        expect(kept.left).toBe(
          kept.margin - redo.cost - chasing.cost - care.cost - goodwill - writeOffs - late,
        );
        for (const value of [kept.left, kept.margin, redo.cost, late])
          expect(Number.isSafeInteger(value)).toBe(true);
      }),
    );
  });
});
