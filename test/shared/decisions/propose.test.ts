import { describe, expect, it, test } from 'vitest';
import type { DecisionKind } from '../../../shared/decisions/decision.ts';
import { propose } from '../../../shared/decisions/propose.ts';
import { tidyCoupon, tidyMoney } from '../../../shared/decisions/tidy.ts';
import { type CaseChanges, causes, madeCase, rule } from './made-case.ts';

const of = (kind: Exclude<DecisionKind, 'part ways'>, changes: CaseChanges = {}) =>
  propose(madeCase(changes), kind);

describe('put right', () => {
  it('costs the usual hours at the hourly cost', () => {
    expect(of('put right')).toMatchObject({ redoMinutes: 120, cost: 56_00, goodwill: 56_00, amount: null });
    expect(of('put right').basis).toBe('2 hours, as usual');
    expect(of('put right', { business: { usualRedoMinutes: 50, hourlyCost: 33_33 } })).toMatchObject({
      cost: 27_78,
      basis: '50 minutes, as usual',
    });
  });
  it('does not guess hours', () => {
    expect(of('put right', { business: { usualRedoMinutes: null } })).toMatchObject({
      cost: null,
      goodwill: 0,
    });
  });
});

describe('coupon', () => {
  it('grows with severity, and is tidy', () => {
    const by = ([1, 2, 3, 4] as const).map((severity) => of('coupon', { complaint: { severity } }).amount);
    expect(by).toEqual([40_00, 50_00, 75_00, 100_00]);
  });
  it('is small where the cause is theirs, whatever the severity', () => {
    for (const severity of [1, 4] as const) {
      const complaint = { severity, fault: 'theirs', cause: causes.changedMind } as const;
      expect(of('coupon', { complaint }).amount).toBe(20_00);
    }
  });
  it('goes by the usual invoice where none is named', () => {
    expect(of('coupon', { invoice: null })).toMatchObject({ amount: 75_00 });
    expect(of('coupon', { invoice: null, client: { usualInvoice: null } }).amount).toBeNull();
  });
  it('keeps the coupon rule where one is on', () => {
    const rules = [rule('coupon worth', { permille: 50, days: 90 })];
    expect(of('coupon', { rules, complaint: { severity: 4 } })).toMatchObject({ amount: 20_00 });
    expect(of('coupon', { rules }).validUntil).toBe('2027-02-15');
    expect(of('coupon').validUntil).toBeNull();
  });
  it('ends when the rule says so, also where its worth is not known yet', () => {
    const rules = [rule('coupon worth', { permille: 50, days: 90 })];
    const unmeasured = of('coupon', { rules, invoice: null, client: { usualInvoice: null } });
    expect(unmeasured).toMatchObject({ amount: null, validUntil: '2027-02-15' });
    const unknown = of('coupon', { rules, complaint: { severity: null } });
    expect(unknown).toMatchObject({ amount: null, validUntil: '2027-02-15' });
  });
  it('is none where the rule allows none', () => {
    const rules = [rule('coupon worth', { permille: 0, days: 90 })];
    expect(of('coupon', { rules })).toMatchObject({ amount: null, cost: null, goodwill: 0 });
  });
  it('costs its face less the margin', () => {
    expect(of('coupon', { business: { marginPermille: 1000 } })).toMatchObject({ cost: 0, goodwill: 50_00 });
    expect(of('coupon', { business: { marginPermille: 0 } })).toMatchObject({ cost: 50_00 });
  });
});

describe('part refund', () => {
  test.each([
    [1, 80_00],
    [2, 120_00],
    [3, 200_00],
    [4, 200_00],
  ] as const)('severity %i of £400 paid', (severity, amount) => {
    expect(of('part refund', { complaint: { severity } }).amount).toBe(amount);
  });
  it('says what it is a part of', () => {
    expect(of('part refund', { complaint: { severity: 3 } }).basis).toBe('half of what was paid');
    expect(of('part refund', { complaint: { severity: 3 }, invoice: { paid: 387_00 } })).toMatchObject({
      amount: 195_00,
      basis: 'about half of what was paid',
    });
  });
  it('of a penny is that penny', () => {
    expect(of('part refund', { invoice: { paid: 1 } }).amount).toBe(1);
  });
});

describe('apologise and hold firm', () => {
  it('give nothing', () => {
    for (const kind of ['apologise', 'hold firm'] as const)
      expect(of(kind)).toMatchObject({ amount: 0, cost: 0, goodwill: 0, redoMinutes: null });
  });
});

describe('owner-like figures', () => {
  test.each([
    [85_00, 85_00],
    [93_50, 95_00],
    [12_34, 12_50],
    [287_50, 290_00],
    [1, 1],
    [0, 0],
    [37, 37],
  ])('%i becomes %i', (amount, tidy) => {
    expect(tidyMoney(amount)).toBe(tidy);
  });
  test.each([
    [25_50, 25_00],
    [60_00, 50_00],
    [64_00, 75_00],
    [9, 9],
    [1_234_56, 1_000_00],
  ])('a coupon of %i becomes %i', (amount, tidy) => {
    expect(tidyCoupon(amount)).toBe(tidy);
  });
  it('never fall where the amount grows', () => {
    for (const tidy of [tidyMoney, tidyCoupon]) {
      let before = 0;
      for (let amount = 0; amount < 30_000; amount += 7) {
        const next = tidy(amount);
        expect(next).toBeGreaterThanOrEqual(before);
        expect(Number.isInteger(next)).toBe(true);
        before = next;
      }
    }
  });
});
