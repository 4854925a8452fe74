import { describe, expect, it, test } from 'vitest';
import type { DecisionKind } from '../../../shared/decisions/decision.ts';
import { type CaseChanges, causes, onlyWords } from './made-case.ts';
import { adviceOn, alongWith, expectBefore, optionOf, orderOf, said, suggested } from './read-advice.ts';

type Row = readonly [name: string, changes: CaseChanges['complaint'], suggested: DecisionKind];

describe('nobody has replied yet', () => {
  it('says first of all to reply and to listen', () => {
    const advice = adviceOn({ complaint: { replied: false } });
    expect(advice.first[0]?.text).toBe('Reply today, and listen.');
    expect(advice.first[0]?.evidence).toEqual({ kind: 'complaint', id: 41 });
  });

  it('says how long they have waited, not on the day itself', () => {
    const waited = adviceOn({ complaint: { replied: false, receivedOn: '2026-11-09' } });
    expect(waited.first.map(({ text }) => text).join(' ')).toContain('8 days');
    const today = adviceOn({ complaint: { replied: false, receivedOn: '2026-11-17' } });
    expect(today.first).toHaveLength(1);
  });

  it('says nothing of it once somebody has', () => {
    expect(adviceOn().first).toEqual([]);
  });

  const everybody: readonly Row[] = [
    ['ours', { fault: 'ours' }, 'put right'],
    ['shared', { fault: 'shared' }, 'put right'],
    ['nobody’s', { fault: 'nobody', cause: causes.late }, 'put right'],
    ['theirs', { fault: 'theirs', cause: causes.changedMind }, 'apologise'],
    ['not judged', onlyWords, 'apologise'],
  ];
  test.each(everybody)('an apology goes first, whoever’s fault it is: %s', (_, changes, kind) => {
    const advice = adviceOn({ complaint: { ...changes, replied: false } });
    expect(orderOf(advice)[0]).toBe('apologise');
    expect(suggested(advice)).toBe(kind);
    const apology = optionOf(advice, 'apologise');
    expect(apology.along || apology.suggested).toBe(true);
    expect(apology.fits).toBe(true);
  });

  test.each(everybody)('replied, it still goes along with everything: %s', (_, changes) => {
    const apology = optionOf(adviceOn({ complaint: { ...changes, replied: true } }), 'apologise');
    expect(apology.along).toBe(!apology.suggested);
  });
});

describe('ours or shared, and it can be put right', () => {
  const rows: readonly Row[] = [
    ['an annoyance', { severity: 1 }, 'put right'],
    ['an inconvenience', { severity: 2 }, 'put right'],
    ['a real loss', { severity: 3 }, 'put right'],
    ['unusable or unsafe', { severity: 4 }, 'put right'],
    ['of no use as it is', { severity: 4, ofNoUse: true }, 'put right'],
    ['shared', { fault: 'shared', severity: 3 }, 'put right'],
    ['shared, between us', { fault: 'shared', cause: causes.expectations }, 'put right'],
    ['ours, by way of the supplier', { cause: causes.supplier }, 'put right'],
    ['ours, though they changed their mind too', { cause: causes.changedMind }, 'put right'],
    ['money was asked for', { moneyAsked: true, severity: 3 }, 'put right'],
  ];
  test.each(rows)('%s: put right first', (_, changes, kind) => {
    const advice = adviceOn({ complaint: changes });
    expect(suggested(advice)).toBe(kind);
    expect(orderOf(advice)[0]).toBe(kind);
  });

  const lost: readonly (readonly [string, CaseChanges['complaint']])[] = [
    ['ticked by the owner', { lostTime: true }],
    ['late', { cause: causes.late, fault: 'shared' }],
    ['mixed up', { cause: causes.mixedUp }],
  ];
  test.each(lost)('with a coupon on top when they lost time: %s', (_, changes) => {
    const advice = adviceOn({ complaint: changes });
    expect(suggested(advice)).toBe('put right');
    expect(alongWith(advice)).toEqual(['coupon']);
    expect(orderOf(advice).slice(0, 2)).toEqual(['put right', 'coupon']);
    expect(said(advice, 'coupon')).toMatch(/lost time|back and forth/);
  });

  it('without a coupon when they lost none', () => {
    expect(alongWith(adviceOn())).toEqual([]);
    expect(alongWith(adviceOn({ complaint: { redoAsked: true } }))).toEqual([]);
  });
});

describe('ours or shared, severity 3 or 4, and it can’t be put right', () => {
  const rows: readonly Row[] = [
    ['a real loss: in part', { severity: 3 }, 'part refund'],
    ['a real loss, of no use: in full', { severity: 3, ofNoUse: true }, 'full refund'],
    ['unusable: in full', { severity: 4 }, 'full refund'],
    ['unusable and of no use: in full', { severity: 4, ofNoUse: true }, 'full refund'],
    ['shared, a real loss: in part', { severity: 3, fault: 'shared' }, 'part refund'],
    ['shared, unusable: in full', { severity: 4, fault: 'shared' }, 'full refund'],
  ];
  test.each(rows)('%s', (_, changes, kind) => {
    const advice = adviceOn({ complaint: { ...changes, canPutRight: false } });
    expect(suggested(advice)).toBe(kind);
    expect(orderOf(advice)[0]).toBe(kind);
    expect(optionOf(advice, 'put right').fits).toBe(false);
    expect(alongWith(advice)).toEqual([]);
  });
});

describe('ours or shared, severity 3 or 4, put right and still not satisfied', () => {
  const decided = [{ kind: 'put right', on: '2026-11-10', amount: 0, withApology: true }] as const;
  const rows: readonly Row[] = [
    ['a real loss: in part', { severity: 3 }, 'part refund'],
    ['of no use: in full', { severity: 3, ofNoUse: true }, 'full refund'],
    ['unusable: in full', { severity: 4 }, 'full refund'],
    ['shared', { severity: 4, fault: 'shared' }, 'full refund'],
    ['the put right was not noted', { severity: 3, decided: [] }, 'part refund'],
    ['it could be tried again', { severity: 3, canPutRight: true }, 'part refund'],
    ['whether it could be tried again is not known', { severity: 3, canPutRight: null }, 'part refund'],
    ['a redo is asked for again', { severity: 4, redoAsked: true }, 'full refund'],
  ];
  test.each(rows)('%s', (_, changes, kind) => {
    const advice = adviceOn({ complaint: { decided, stillUnhappy: true, ...changes } });
    expect(suggested(advice)).toBe(kind);
    expect(said(advice, kind)).not.toContain('can’t be put right');
  });

  it('a second decision after a put right that failed: money back, though nobody ticked a box', () => {
    const advice = adviceOn({ complaint: { decided, canPutRight: false, severity: 4 } });
    expect(suggested(advice)).toBe('full refund');
  });
});

describe('a refund is never more than what was paid', () => {
  const unmendable = { severity: 4, canPutRight: false } as const;

  it('a full one is what was paid', () => {
    const full = optionOf(adviceOn({ complaint: unmendable }), 'full refund');
    expect(full.amount).toBe(400_00);
    expect(full.cost).toBe(400_00);
    expect(full.goodwill).toBe(400_00);
  });

  it('of a deposit, no more than the deposit', () => {
    const advice = adviceOn({ complaint: unmendable, invoice: { paid: 33_33, open: 366_67 } });
    expect(optionOf(advice, 'full refund').amount).toBe(33_33);
    expect(optionOf(advice, 'part refund').amount).toBeLessThanOrEqual(33_33);
    expect(optionOf(advice, 'coupon').amount).toBeLessThanOrEqual(33_33);
  });

  it('where nothing was paid yet, money back is a credit on the invoice', () => {
    const advice = adviceOn({ complaint: unmendable, invoice: { paid: 0, open: 400_00 } });
    const full = optionOf(advice, 'full refund');
    expect(full.amount).toBe(400_00);
    expect(full.basis).toContain('credit');
    expect(said(advice, 'full refund')).toContain('credit');
    expect(optionOf(advice, 'part refund').basis).toContain('credit');
  });

  it('where all was given back already there is nothing to give, so a coupon makes it good', () => {
    const advice = adviceOn({ complaint: unmendable, invoice: { paid: 0, open: 0 } });
    expect(suggested(advice)).toBe('coupon');
    expect(optionOf(advice, 'full refund')).toMatchObject({ amount: null, fits: false, goodwill: 0 });
    expect(said(advice, 'full refund')).toContain('nothing to give back');
  });

  it('part of it comes before all of it for a real loss, and all before part for what is of no use', () => {
    expectBefore(adviceOn({ complaint: { severity: 3, canPutRight: false } }), 'part refund', 'full refund');
    expectBefore(adviceOn({ complaint: unmendable }), 'full refund', 'part refund');
  });
});
