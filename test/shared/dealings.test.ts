import { describe, expect, it, test } from 'vitest';
import { elapsed, showElapsed } from '../../shared/complaints/clocks.ts';
import { complaintEditInput, complaintInput } from '../../shared/complaints/complaint.ts';
import { decisionInput, type GoodwillSource, goodwillOf } from '../../shared/decisions/decision.ts';
import { flagInput } from '../../shared/flags/flag.ts';

describe('the clock to the first reply', () => {
  test.each([
    ['2026-11-09', '10:00', '2026-11-09', '10:40', '40 minutes'],
    ['2026-11-09', '10:00', '2026-11-09', '13:10', '3 hours'],
    ['2026-11-09', '23:50', '2026-11-10', '00:20', '30 minutes'],
    ['2026-12-31', '10:00', '2027-01-02', '09:59', '47 hours'],
    ['2026-11-09', '10:00', '2026-11-11', '10:00', '2 days'],
    ['2026-11-09', null, '2026-11-09', '13:10', 'the same day'],
    ['2024-02-28', null, '2024-03-01', null, '2 days'],
  ])('%s %s to %s %s is %s', (fromDay, fromTime, toDay, toTime, words) => {
    expect(showElapsed(elapsed(fromDay, fromTime, toDay, toTime))).toBe(words);
  });
});

describe('goodwill', () => {
  const source: GoodwillSource = {
    kind: 'put right',
    decidedOn: '2026-05-01',
    amount: 10_00,
    redoMinutes: 50,
    hourlyCost: 28_50,
    redeemedOn: null,
    redeemed: null,
  };
  it('of a put right is materials and hours at the rate of its day, rounded once', () => {
    expect(goodwillOf(source)).toEqual({ on: '2026-05-01', cost: 10_00 + 23_75 });
    expect(goodwillOf({ ...source, redoMinutes: 1, hourlyCost: 20_00 })?.cost).toBe(10_00 + 33);
  });
  it('of a coupon counts when and as far as it was redeemed', () => {
    const coupon = { ...source, kind: 'coupon' as const, amount: 50_00, redoMinutes: 0 };
    expect(goodwillOf(coupon)).toBeNull();
    expect(goodwillOf({ ...coupon, redeemedOn: '2026-07-01', redeemed: 40_00 })).toEqual({
      on: '2026-07-01',
      cost: 40_00,
    });
  });
  it('of words alone is nothing', () => {
    expect(goodwillOf({ ...source, kind: 'hold firm', amount: 0, redoMinutes: 0 })).toBeNull();
  });
});

describe('the forms’ rules', () => {
  const decision = {
    clientId: 1,
    complaintId: null,
    invoiceId: null,
    kind: 'apologise',
    decidedOn: '2026-11-01',
    amount: 0,
    redoMinutes: 0,
    withApology: true,
    paidBack: null,
    what: null,
    reason: 'ours',
    despite: null,
    couponCode: null,
    validUntil: null,
    settles: true,
  };
  const fieldsOf = (value: unknown) =>
    decisionInput.safeParse(value).error?.issues.map((issue) => issue.path.join('.')) ?? [];

  it('ask of each kind of decision what it needs', () => {
    expect(fieldsOf(decision)).toEqual([]);
    expect(fieldsOf({ ...decision, reason: '  ' })).toEqual(['reason']);
    expect(fieldsOf({ ...decision, kind: 'coupon' })).toEqual(['amount', 'couponCode']);
    expect(fieldsOf({ ...decision, kind: 'part refund', amount: 5 })).toEqual(['paidBack']);
    expect(fieldsOf({ ...decision, kind: 'full refund', amount: 5, paidBack: 'credit' })).toEqual([
      'invoiceId',
    ]);
    expect(
      fieldsOf({ ...decision, kind: 'coupon', amount: 5, couponCode: 'A', validUntil: '2026-10-31' }),
    ).toEqual(['validUntil']);
  });

  it('drop what another kind left in the form', () => {
    const left = {
      ...decision,
      kind: 'hold firm',
      amount: 50_00,
      redoMinutes: 90,
      paidBack: 'money',
      couponCode: 'A',
      validUntil: '2027-01-01',
    };
    expect(decisionInput.parse(left)).toMatchObject({
      amount: 0,
      redoMinutes: 0,
      paidBack: null,
      couponCode: null,
      validUntil: null,
    });
  });

  it('keep a complaint’s days in order', () => {
    const said = {
      clientId: 1,
      invoiceId: null,
      receivedOn: '2026-11-09',
      receivedTime: '10:00',
      title: null,
      words: 'No.',
      wants: '',
      weWant: null,
      listener: null,
      channel: 'phone',
      severity: 2,
      causeId: '',
      fault: '',
      redoAsked: false,
      moneyAsked: false,
      repliedOn: '',
      repliedTime: '',
      settledOn: '',
      outcome: null,
      reviewPosted: false,
      reviewWhere: null,
      reviewAnswer: null,
    };
    expect(complaintInput.parse(said)).toMatchObject({ wants: null, causeId: null, repliedOn: null });
    const wrong = (more: object) =>
      complaintInput.safeParse({ ...said, ...more }).error?.issues.map((issue) => issue.path.join('.'));
    expect(wrong({ repliedOn: '2026-11-08' })).toEqual(['repliedOn']);
    expect(wrong({ settledOn: '2026-11-08' })).toEqual(['settledOn']);
    expect(wrong({ repliedOn: '2026-11-09', repliedTime: '09:59' })).toEqual(['repliedTime']);
    expect(wrong({ repliedTime: '09:59' })).toEqual(['repliedOn']);
    expect(wrong({ words: ' ' })).toEqual(['words']);
    expect(wrong({ severity: 5 })).toEqual(['severity']);
    expect(wrong({ receivedOn: '2026-02-30' })).toEqual(['receivedOn']);
    // What an import brought may stay without words and severity until someone knows more.
    expect(
      complaintEditInput.safeParse({ ...said, id: 1, words: '', severity: null, channel: 'unknown' }).success,
    ).toBe(true);
  });

  it('look at a red flag again on a later day', () => {
    const flag = {
      clientId: 1,
      raisedOn: '2026-11-17',
      reason: 'r',
      instruction: 'i',
      reviewOn: '2026-11-17',
      look: null,
    };
    expect(flagInput.safeParse(flag).success).toBe(false);
    expect(flagInput.safeParse({ ...flag, reviewOn: '2026-11-18' }).success).toBe(true);
  });
});
