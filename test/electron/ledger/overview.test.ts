import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { change, insert } from '../../../electron/ledger/change.ts';
import type { Value } from '../../../electron/ledger/handles.ts';
import { addLesson } from '../../../electron/ledger/lessons.ts';
import { listClients } from '../../../electron/ledger/list.ts';
import { createLedger, type Ledger } from '../../../electron/ledger/open.ts';
import { overview } from '../../../electron/ledger/overview.ts';
import { writeSample } from '../../../electron/ledger/sample.ts';
import { addDays, type Day } from '../../../shared/dates.ts';
import { client, complaint, invoice, newLedger, pay, TODAY, testFolder } from './made-ledger.ts';

/** A row as any room would write it. */
const put = (ledger: Ledger, table: string, row: Readonly<Record<string, Value>>): number =>
  change(ledger, { kind: 'test', label: 'Test', clientId: null }, (write) => insert(write, table, row)).value;

const decide = (ledger: Ledger, clientId: number, on: Day, more: Readonly<Record<string, Value>> = {}) =>
  put(ledger, 'decision', {
    client_id: clientId,
    kind: 'part refund',
    decided_on: on,
    amount_minor: 20_00,
    paid_back: 'money',
    reason: 'Fair.',
    ...more,
  });

function coupon(ledger: Ledger, clientId: number, code: string, more: Readonly<Record<string, Value>> = {}) {
  const given = { kind: 'coupon', paid_back: null, amount_minor: 30_00 };
  return put(ledger, 'coupon', {
    decision_id: decide(ledger, clientId, '2026-09-01', given),
    client_id: clientId,
    code,
    value_minor: 30_00,
    ...more,
  });
}

const rule = (ledger: Ledger, name: string, on: 0 | 1, settings: Readonly<Record<string, number | null>>) =>
  put(ledger, 'house_rule', {
    rule: name,
    is_on: on,
    settings: JSON.stringify(settings),
    since_on: '2026-01-01',
  });

describe('the overview of nothing', () => {
  it('an empty ledger has no numbers that are none', () => {
    const seen = overview(newLedger(), TODAY);
    expect(seen).toMatchObject({
      clients: 0,
      invoices: 0,
      owed: 0,
      pastDue: 0,
      over30: { amount: 0, clients: 0 },
      slipping: [],
      waiting: [],
      waitingCount: 0,
      complaints12: 0,
      usualDaysToSettle: null,
      causes: [],
      lessonsDue: [],
      causeWithoutLesson: null,
      goodwillMonth: 0,
      goodwillPercent: null,
      given: [],
      couponsOut: { count: 0, value: 0 },
      shares: [],
      reviews: [],
    });
    expect(seen.ages).toEqual(Array.from({ length: 5 }, () => ({ amount: 0, clients: 0 })));
    expect(JSON.stringify(seen)).not.toContain('NaN');
  });

  it('a client without an invoice has no share of anything', () => {
    const ledger = newLedger();
    client(ledger);
    expect(overview(ledger, TODAY)).toMatchObject({ clients: 1, shares: [], goodwillPercent: null });
  });
});

describe('payments', () => {
  it('are aged over all clients; a client counts once in an age, whatever number of invoices', () => {
    const ledger = newLedger();
    const [one, two] = [client(ledger, 'One'), client(ledger, 'Two')];
    for (const [due, amount] of [
      [TODAY, 1],
      [addDays(TODAY, -1), 2],
      [addDays(TODAY, -30), 4],
      [addDays(TODAY, -31), 8],
      [addDays(TODAY, -91), 16],
    ] as const)
      invoice(ledger, one, due, amount * 100);
    pay(ledger, two, invoice(ledger, two, addDays(TODAY, -61), 50_00), addDays(TODAY, -1), 20_00);
    const seen = overview(ledger, TODAY);
    expect(seen.ages).toEqual([
      { amount: 100, clients: 1 },
      { amount: 600, clients: 1 },
      { amount: 800, clients: 1 },
      { amount: 30_00, clients: 1 },
      { amount: 1600, clients: 1 },
    ]);
    expect(seen).toMatchObject({
      owed: 6100,
      pastDue: 6000,
      pastDueClients: 2,
      over30: { amount: 5400, clients: 2 },
      invoices: 6,
    });
  });

  it('agree with the clients list, on the sample and on a later day', () => {
    const ledger = createLedger(join(testFolder(), 'Sample.evenhand'));
    onTestFinished(() => ledger.close());
    writeSample(ledger, TODAY, 'GBP');
    for (const day of [TODAY, addDays(TODAY, 45)]) {
      const seen = overview(ledger, day);
      const query = {
        filter: 'slipping',
        text: '',
        sort: 'trend',
        descending: true,
        offset: 0,
        limit: 500,
      } as const;
      const list = listClients(ledger, query, day);
      const everyone = listClients(ledger, { ...query, filter: 'all' }, day);
      expect(seen.owed).toBe(everyone.totals.owed);
      expect(seen.pastDue).toBe(everyone.totals.pastDue);
      expect(seen.ages.reduce((sum, { amount }) => sum + amount, 0)).toBe(seen.owed);
      expect(seen.goodwill12).toBe(everyone.totals.goodwill12);
      expect(seen.goodwillPercent).toBe(everyone.totals.goodwillPercent);
      expect(seen.complaints12).toBe(everyone.totals.complaints12);
      expect(seen.waitingCount).toBe(everyone.totals.openComplaints);
      expect(seen.slippingCount).toBe(list.matched);
      expect(seen.slipping.map(({ slope }) => slope)).toEqual(
        list.rows.slice(0, seen.slipping.length).map(({ slope }) => slope),
      );
      for (const line of seen.slipping) expect(line.p).toBeLessThan(0.1);
    }
  });

  it('shares come by the larger of revenue and attention, five at most', () => {
    const ledger = newLedger();
    const ids = [60, 10, 9, 8, 7, 6].map((share) => {
      const id = client(ledger, `Brings ${share}`);
      invoice(ledger, id, '2026-10-01', share * 100);
      return id;
    });
    const time = client(ledger, 'Takes time');
    put(ledger, 'hours', {
      client_id: time,
      kind: 'care',
      worked_on: '2026-10-01',
      minutes: 90,
      hourly_cost_minor: 28_00,
    });
    put(ledger, 'hours', {
      client_id: ids[5] ?? 0,
      kind: 'redo',
      worked_on: '2026-10-02',
      minutes: 30,
      hourly_cost_minor: 28_00,
    });
    const { shares } = overview(ledger, TODAY);
    expect(
      shares.map(({ name, revenuePercent, attentionPercent }) => [name, revenuePercent, attentionPercent]),
    ).toEqual([
      ['Takes time', 0, 75],
      ['Brings 60', 60, 0],
      ['Brings 6', 6, 25],
      ['Brings 10', 10, 0],
      ['Brings 9', 9, 0],
    ]);
  });
});

describe('complaints', () => {
  it('waiting are counted whole and shown by six, those past the owner’s limit apart', () => {
    const ledger = newLedger();
    const id = client(ledger);
    rule(ledger, 'settle within', 1, { days: 7 });
    for (const back of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
      const received = addDays(TODAY, -back);
      complaint(ledger, id, received, back === 9 ? { repliedOn: received } : {});
    }
    const seen = overview(ledger, TODAY);
    expect(seen).toMatchObject({ waitingCount: 9, unanswered: 8, settleLimit: 7, pastLimit: 2 });
    expect(seen.waiting.map(({ days }) => days)).toEqual([8, 7, 6, 5, 4, 3]);
  });

  it('without a limit none is past it', () => {
    const ledger = newLedger();
    rule(ledger, 'settle within', 0, { days: 7 });
    complaint(ledger, client(ledger), '2025-01-01');
    expect(overview(ledger, TODAY)).toMatchObject({ settleLimit: null, pastLimit: 0, waitingCount: 1 });
  });

  it('half are settled within the days of the middle one, leaving out days an import assumed', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const settled = (days: number, on: Day = '2026-10-01') =>
      complaint(ledger, id, addDays(on, -days), { settledOn: on });
    settled(40, '2025-11-17');
    expect(overview(ledger, TODAY).usualDaysToSettle).toBeNull();
    settled(9);
    expect(overview(ledger, TODAY).usualDaysToSettle).toBe(9);
    settled(2);
    expect(overview(ledger, TODAY).usualDaysToSettle).toBe(2);
    settled(3);
    expect(overview(ledger, TODAY).usualDaysToSettle).toBe(3);
    for (let n = 0; n < 5; n++) {
      put(ledger, 'complaint', {
        client_id: id,
        received_on: '2026-01-01',
        settled_on: '2026-09-01',
        date_assumed: 1,
        words: '',
        channel: 'unknown',
      });
    }
    expect(overview(ledger, TODAY).usualDaysToSettle).toBe(3);
  });

  it('name the most frequent cause nobody learned from; a lesson to do is enough, the uncaused are none', () => {
    const ledger = newLedger();
    const id = client(ledger);
    for (let n = 0; n < 3; n++) complaint(ledger, id, '2026-10-01');
    for (let n = 0; n < 2; n++) complaint(ledger, id, '2026-10-01', { causeId: 7 });
    const about = complaint(ledger, id, '2026-10-01', { causeId: 1 });
    expect(overview(ledger, TODAY).causeWithoutLesson).toEqual({ causeId: 7, name: 'supplier' });
    const lesson = {
      complaintId: null,
      causeId: null,
      learnedOn: '2026-10-02',
      lesson: 'Ask for a second offer.',
      changes: null,
      who: null,
      dueOn: null,
      doneOn: null,
    };
    addLesson(ledger, { ...lesson, causeId: 7 }, TODAY);
    expect(overview(ledger, TODAY).causeWithoutLesson).toEqual({ causeId: 1, name: 'process breakdown' });
    addLesson(ledger, { ...lesson, complaintId: about, dueOn: addDays(TODAY, 8) }, TODAY);
    expect(overview(ledger, TODAY)).toMatchObject({ causeWithoutLesson: null, lessonsDue: [] });
    expect(overview(ledger, addDays(TODAY, 1)).lessonsDue).toEqual([
      { id: 2, lesson: 'Ask for a second offer.', dueOn: addDays(TODAY, 8) },
    ]);
  });
});

describe('decisions', () => {
  it('goodwill of the month counts refunds when decided and coupons when redeemed, newest first', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const paid = invoice(ledger, id, '2026-10-01', 1000_00);
    decide(ledger, id, '2026-10-31');
    const refund = decide(ledger, id, '2026-11-01');
    const redo = decide(ledger, id, '2026-11-09', {
      kind: 'put right',
      paid_back: null,
      amount_minor: 0,
      redo_minutes: 90,
      hourly_cost_minor: 28_00,
    });
    decide(ledger, id, '2026-11-10', { kind: 'apologise', paid_back: null, amount_minor: 0 });
    coupon(ledger, id, 'USED', { redeemed_on: TODAY, redeemed_minor: 25_00, redeemed_invoice_id: paid });
    coupon(ledger, id, 'EARLIER', {
      redeemed_on: '2026-10-31',
      redeemed_minor: 30_00,
      redeemed_invoice_id: paid,
    });
    const seen = overview(ledger, TODAY);
    expect(seen.goodwillMonth).toBe(20_00 + 42_00 + 25_00);
    expect(seen.given.map(({ kind, used, on, cost }) => [kind, used, on, cost])).toEqual([
      ['coupon', true, TODAY, 25_00],
      ['put right', false, '2026-11-09', 42_00],
      ['part refund', false, '2026-11-01', 20_00],
    ]);
    expect(seen.given.map(({ decisionId }) => decisionId).slice(1)).toEqual([redo, refund]);
    expect(seen).toMatchObject({ decisions12: 6, goodwill12: 137_00, goodwillPercent: 13.7, budget: null });
    // On the first of the next month nothing was given yet.
    expect(overview(ledger, '2026-12-01')).toMatchObject({ goodwillMonth: 0, given: [] });
  });

  it('show six of a busy month, and sum them all', () => {
    const ledger = newLedger();
    const id = client(ledger);
    for (let n = 1; n <= 9; n++) decide(ledger, id, `2026-11-0${n}`);
    const seen = overview(ledger, TODAY);
    expect([seen.given.length, seen.given[0]?.on, seen.goodwillMonth]).toEqual([6, '2026-11-09', 180_00]);
  });

  it('have a budget while its rule is on', () => {
    const ledger = newLedger();
    const id = rule(ledger, 'goodwill budget', 1, { perMonth: 240_00 });
    expect(overview(ledger, TODAY).budget).toBe(240_00);
    change(ledger, { kind: 'test', label: 'Test', clientId: null }, (write) =>
      write.run('UPDATE house_rule SET is_on = 0 WHERE id = ?', id),
    );
    expect(overview(ledger, TODAY).budget).toBeNull();
  });

  it('coupons out are those that can still be used; within 30 days of their end they are named', () => {
    const ledger = newLedger();
    const id = client(ledger, 'Mrs Whitlock');
    coupon(ledger, id, 'LAPSED', { valid_until: addDays(TODAY, -1) });
    const today = coupon(ledger, id, 'TODAY', { valid_until: TODAY });
    const last = coupon(ledger, id, 'THIRTY', { valid_until: addDays(TODAY, 30) });
    coupon(ledger, id, 'LATER', { valid_until: addDays(TODAY, 31) });
    coupon(ledger, id, 'ALWAYS');
    const paid = invoice(ledger, id, '2026-10-01');
    coupon(ledger, id, 'USED', {
      redeemed_on: TODAY,
      redeemed_minor: 1,
      redeemed_invoice_id: paid,
      valid_until: TODAY,
    });
    const seen = overview(ledger, TODAY);
    expect(seen.couponsOut).toEqual({ count: 4, value: 120_00 });
    expect(seen.couponsLapsing.map(({ couponId, validUntil }) => [couponId, validUntil])).toEqual([
      [today, TODAY],
      [last, addDays(TODAY, 30)],
    ]);
    expect(seen.couponsLapsing[0]).toMatchObject({ clientId: id, clientName: 'Mrs Whitlock', value: 30_00 });
  });
});

describe('what is to be looked at', () => {
  const flag = (ledger: Ledger, clientId: number, reviewOn: Day | null) =>
    put(ledger, 'red_flag', {
      client_id: clientId,
      raised_on: '2026-08-01',
      reason: 'Shouts.',
      instruction: 'Two of you.',
      review_on: reviewOn,
    });

  it('flags and standings whose review comes within a week, partings begun two weeks ago, the oldest first', () => {
    const ledger = newLedger();
    const [a, b, c, d] = ['A', 'B', 'C', 'D'].map((name) => client(ledger, name)) as [
      number,
      number,
      number,
      number,
    ];
    flag(ledger, a, addDays(TODAY, 7));
    flag(ledger, b, addDays(TODAY, 8));
    flag(ledger, c, null);
    put(ledger, 'standing_set', {
      client_id: b,
      standing: 'at risk',
      reason: 'New owner.',
      set_on: '2026-05-01',
      review_on: '2026-11-01',
    });
    put(ledger, 'parting', { client_id: c, begun_on: addDays(TODAY, -14) });
    put(ledger, 'parting', { client_id: d, begun_on: addDays(TODAY, -13) });
    put(ledger, 'parting', { client_id: a, begun_on: '2026-01-01', stopped_on: '2026-01-05' });
    expect(overview(ledger, TODAY).reviews).toEqual([
      { kind: 'standing', clientId: b, name: 'B', standing: 'at risk', on: '2026-11-01' },
      { kind: 'parting', clientId: c, name: 'C', standing: null, on: TODAY },
      { kind: 'flag', clientId: a, name: 'A', standing: null, on: addDays(TODAY, 7) },
    ]);
  });

  it('what was lifted or ended is not looked at again', () => {
    const ledger = newLedger();
    const id = client(ledger);
    put(ledger, 'red_flag', {
      client_id: id,
      raised_on: '2026-01-01',
      reason: 'x',
      instruction: 'x',
      review_on: '2026-02-01',
      lifted_on: '2026-02-02',
      lifted_reason: 'Paid.',
    });
    put(ledger, 'standing_set', {
      client_id: id,
      standing: 'good',
      reason: 'x',
      set_on: '2026-01-01',
      review_on: '2026-02-01',
      ended_on: '2026-02-02',
    });
    expect(overview(ledger, TODAY).reviews).toEqual([]);
  });
});
