import { describe, expect, it } from 'vitest';
import { change, insert } from '../../../electron/ledger/change.ts';
import { judgeComplaint } from '../../../electron/ledger/complaints.ts';
import { caseOf, caseWithoutComplaint } from '../../../electron/ledger/facts.ts';
import type { Value } from '../../../electron/ledger/handles.ts';
import type { Ledger } from '../../../electron/ledger/open.ts';
import { usualRedoMinutes } from '../../../electron/ledger/past.ts';
import { judgeInput } from '../../../shared/complaints/complaint.ts';
import type { Day } from '../../../shared/dates.ts';
import { client, complaint, invoice, newLedger, pay, TODAY } from './made-ledger.ts';

/** A row as it would stand in the ledger, past the forms: what they refuse today may be in an older ledger. */
function put(ledger: Ledger, table: string, row: Record<string, Value>): number {
  return change(ledger, { kind: 'test', label: 'test', clientId: null }, (write) => insert(write, table, row))
    .value;
}
function decide(
  ledger: Ledger,
  clientId: number,
  complaintId: number | null,
  on: Day,
  more: Record<string, Value> = {},
): number {
  const plain = { kind: 'apologise', reason: 'because', hourly_cost_minor: 28_00 };
  return put(ledger, 'decision', {
    client_id: clientId,
    complaint_id: complaintId,
    decided_on: on,
    ...plain,
    ...more,
  });
}
const refund = (amount: number, more: Record<string, Value> = {}) => ({
  kind: 'part refund',
  amount_minor: amount,
  paid_back: 'money',
  ...more,
});
const causeOf = (ledger: Ledger, name: string) =>
  ledger.read.get<{ id: number }>('SELECT id FROM cause WHERE name = ?', name)?.id ?? 0;

describe('a case', () => {
  it('of a complaint with nothing but a sentence, by a client without an invoice, is all unknown and no NaN', () => {
    const ledger = newLedger();
    const id = complaint(ledger, client(ledger), '2026-11-09');
    const the = caseOf(ledger, id, TODAY);
    expect(the.complaint).toMatchObject({
      id,
      receivedOn: '2026-11-09',
      fault: null,
      cause: null,
      replied: false,
      settled: false,
      canPutRight: null,
      claimNoted: false,
      decided: [],
    });
    expect(the.invoice).toBeNull();
    expect(the.past).toEqual([]);
    expect(the.client).toEqual({
      flagged: false,
      parted: false,
      worstRung: null,
      trend: 'tooEarly',
      typicalDays: null,
      typicalMore: false,
      owed: 0,
      pastDue: 0,
      pastDueDays: null,
      paidInAll: 0,
      usualInvoice: null,
      revenue12: 0,
      revenuePercent: null,
      attentionPercent: null,
      goodwill12: 0,
      margin12: 0,
      left12: 0,
      complaints12: 1,
      clientCaused12: 0,
      ourFault12: 0,
      moneyBackClaims12: 0,
      refunds12: 0,
      redoNotInside6: 0,
      staffStrain12: 0,
      boundariesBroken12: 0,
      ourFaultOpen: 0,
      insideLooked: false,
    });
    expect(the.business).toEqual({
      hourlyCost: 28_00,
      marginPermille: 300,
      marginAssumed: true,
      goodwillThisMonth: 0,
      usualRedoMinutes: null,
    });
    expect(JSON.stringify(the)).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('is refused kindly where the complaint is gone', () => {
    expect(() => caseOf(newLedger(), 4711, TODAY)).toThrow('no longer in the ledger');
  });

  it('carries what the owner judged, the invoice, and what was decided before, oldest first', () => {
    const ledger = newLedger();
    const who = client(ledger);
    const about = invoice(ledger, who, '2026-10-01', 170_00);
    const id = complaint(ledger, who, '2026-11-02', {
      invoiceId: about,
      severity: 3,
      fault: 'shared',
      causeId: causeOf(ledger, 'late shipment'),
      repliedOn: '2026-11-02',
      settledOn: '2026-11-10',
      redoAsked: true,
      moneyAsked: true,
    });
    judgeComplaint(
      ledger,
      judgeInput.parse({
        id,
        canPutRight: false,
        ofNoUse: true,
        stillUnhappy: true,
        lostTime: true,
        claimNote: 'Claim it',
        boundary: 'Shouted',
      }),
      TODAY,
    );
    decide(ledger, who, id, '2026-11-08', refund(50_00));
    decide(ledger, who, id, '2026-11-03', { kind: 'put right', redo_minutes: 90, with_apology: 1 });
    const the = caseOf(ledger, id, TODAY);
    expect(the.complaint).toMatchObject({
      severity: 3,
      fault: 'shared',
      cause: { name: 'late shipment', group: 'outside' },
      replied: true,
      settled: true,
      canPutRight: false,
      ofNoUse: true,
      stillUnhappy: true,
      lostTime: true,
      boundaryBroken: true,
      redoAsked: true,
      moneyAsked: true,
      claimNoted: true,
      decided: [
        { kind: 'put right', on: '2026-11-03', amount: 0, withApology: true },
        { kind: 'part refund', on: '2026-11-08', amount: 50_00, withApology: false },
      ],
    });
    expect(the.invoice).toMatchObject({ id: about, amount: 170_00, paid: 0, open: 170_00 });
    // Its own decisions are no precedent for it.
    expect(the.past).toEqual([]);
  });
});

describe('what was paid, the most a refund can be', () => {
  it('of an invoice: money in, less refunds in money, also one that names the complaint alone', () => {
    const ledger = newLedger();
    const who = client(ledger);
    const about = invoice(ledger, who, '2026-10-01', 200_00);
    pay(ledger, who, about, '2026-10-01', 150_00);
    const id = complaint(ledger, who, '2026-11-02', { invoiceId: about });
    expect(caseOf(ledger, id, TODAY).invoice).toMatchObject({ paid: 150_00, open: 50_00 });
    decide(ledger, who, id, '2026-11-03', refund(30_00, { invoice_id: about }));
    decide(ledger, who, id, '2026-11-04', refund(20_00));
    expect(caseOf(ledger, id, TODAY).invoice?.paid).toBe(100_00);
    // On another matter: not on this one, but no more can go back than they paid in all.
    decide(ledger, who, null, '2026-11-05', refund(10_00));
    expect(caseOf(ledger, id, TODAY).invoice?.paid).toBe(90_00);
    expect(caseOf(ledger, id, TODAY).client.paidInAll).toBe(90_00);
    const other = invoice(ledger, who, '2026-10-02', 70_00);
    pay(ledger, who, other, '2026-10-02', 70_00);
    expect(caseOf(ledger, id, TODAY).invoice?.paid).toBe(100_00);
    expect(caseOf(ledger, id, TODAY).client.paidInAll).toBe(160_00);
    expect(caseOf(ledger, id, TODAY).client.refunds12).toBe(3);
  });

  it('leaves out what was paid too much: that is the client’s already, as credit', () => {
    const ledger = newLedger();
    const who = client(ledger);
    const about = invoice(ledger, who, '2026-10-01', 100_00);
    pay(ledger, who, about, '2026-10-01', 140_00);
    pay(ledger, who, null, '2026-10-02', 25_00);
    const id = complaint(ledger, who, '2026-11-02', { invoiceId: about });
    expect(caseOf(ledger, id, TODAY).invoice?.paid).toBe(100_00);
    expect(caseOf(ledger, id, TODAY).client.paidInAll).toBe(165_00);
  });

  it('never falls below nothing, however much an older ledger gave back', () => {
    const ledger = newLedger();
    const who = client(ledger);
    const about = invoice(ledger, who, '2026-10-01', 100_00);
    const id = complaint(ledger, who, '2026-11-02', { invoiceId: about });
    decide(ledger, who, id, '2026-11-03', refund(30_00, { invoice_id: about }));
    const the = caseOf(ledger, id, TODAY);
    expect(the.invoice?.paid).toBe(0);
    expect(the.client.paidInAll).toBe(0);
  });
});

describe('the client’s facts', () => {
  it('count complaints inside their windows, both ends in', () => {
    const ledger = newLedger();
    const who = client(ledger);
    const mind = causeOf(ledger, 'changed mind');
    const inside = causeOf(ledger, 'process breakdown');
    complaint(ledger, who, '2025-11-17', { causeId: mind, moneyAsked: true, settledOn: '2025-11-17' });
    complaint(ledger, who, '2025-11-18', { causeId: mind, moneyAsked: true, settledOn: '2025-11-18' });
    complaint(ledger, who, '2026-05-17', { causeId: mind, redoAsked: true, settledOn: '2026-05-17' });
    complaint(ledger, who, '2026-05-18', { causeId: mind, redoAsked: true, settledOn: '2026-05-18' });
    // Of inside cause, and of a cause nobody knows yet: neither counts against the client.
    complaint(ledger, who, '2026-06-01', { causeId: inside, redoAsked: true, fault: 'ours' });
    complaint(ledger, who, '2026-06-02', { redoAsked: true, fault: 'shared' });
    const back = complaint(ledger, who, '2026-07-01', { fault: 'ours', settledOn: '2026-07-02' });
    decide(ledger, who, back, '2026-07-02', refund(5_00));
    const theirs = complaint(ledger, who, '2026-07-02', { fault: 'theirs', settledOn: '2026-07-02' });
    decide(ledger, who, theirs, '2026-07-02', refund(5_00));
    const id = complaint(ledger, who, TODAY);
    expect(caseOf(ledger, id, TODAY).client).toMatchObject({
      complaints12: 8,
      clientCaused12: 3,
      ourFault12: 2,
      moneyBackClaims12: 2,
      redoNotInside6: 1,
      ourFaultOpen: 2,
    });
  });

  it('count an open complaint of ours however old, this one included', () => {
    const ledger = newLedger();
    const who = client(ledger);
    complaint(ledger, who, '2020-01-01', { fault: 'ours' });
    const id = complaint(ledger, who, TODAY, { fault: 'shared' });
    expect(caseOf(ledger, id, TODAY).client).toMatchObject({ ourFaultOpen: 2, complaints12: 1 });
  });

  it('count notes of a year, and goodwill on the day it cost something', () => {
    const ledger = newLedger();
    const who = client(ledger);
    const other = client(ledger, 'Mrs Whitlock');
    for (const on of ['2025-11-17', '2025-11-18', '2026-11-01']) {
      put(ledger, 'note', { client_id: who, kind: 'staff strain', noted_on: on, words: 'Ruth was upset' });
    }
    put(ledger, 'note', { client_id: who, kind: 'boundary broken', noted_on: TODAY, words: 'Shouted' });
    put(ledger, 'note', { client_id: other, kind: 'boundary broken', noted_on: TODAY, words: 'Shouted' });
    const id = complaint(ledger, who, '2026-11-09');
    decide(ledger, who, id, '2025-11-17', refund(1_00));
    decide(ledger, who, id, '2025-11-18', refund(2_00));
    decide(ledger, who, id, '2026-11-02', { kind: 'put right', redo_minutes: 60, amount_minor: 4_00 });
    decide(ledger, other, null, '2026-11-01', refund(8_00));
    decide(ledger, other, null, '2026-10-31', refund(16_00));
    const the = caseOf(ledger, id, TODAY);
    expect(the.client).toMatchObject({ staffStrain12: 2, boundariesBroken12: 1, goodwill12: 34_00 });
    // All clients, this calendar month, redo hours at the rate of their day.
    expect(the.business.goodwillThisMonth).toBe(28_00 + 4_00 + 8_00);
  });

  it('count a coupon in the month it was redeemed, not when it was given', () => {
    const ledger = newLedger();
    const who = client(ledger);
    const used = invoice(ledger, who, '2026-11-10');
    const id = complaint(ledger, who, '2026-09-01');
    const coupon = (decided: Day, code: string, redeemed: Record<string, Value>) =>
      put(ledger, 'coupon', {
        decision_id: decide(ledger, who, id, decided, { kind: 'coupon', amount_minor: 50_00 }),
        client_id: who,
        code,
        value_minor: 50_00,
        ...redeemed,
      });
    coupon('2026-09-02', 'A', {
      redeemed_on: '2026-11-10',
      redeemed_invoice_id: used,
      redeemed_minor: 40_00,
    });
    coupon('2026-11-10', 'B', {});
    const the = caseOf(ledger, id, TODAY);
    expect(the.business.goodwillThisMonth).toBe(40_00);
    expect(the.client.goodwill12).toBe(40_00);
  });

  it('see flag, parting, and whether someone looked inside since the newest complaint', () => {
    const ledger = newLedger();
    const who = client(ledger);
    const id = complaint(ledger, who, '2026-11-09');
    const look = (on: Day) =>
      put(ledger, 'inside_look', {
        client_id: who,
        looked_on: on,
        process: 0,
        communication: 1,
        value: 0,
        training: 0,
        found: 'We never said when.',
      });
    look('2026-11-08');
    expect(caseOf(ledger, id, TODAY).client.insideLooked).toBe(false);
    look('2026-11-09');
    put(ledger, 'red_flag', { client_id: who, raised_on: '2026-11-01', reason: 'r', instruction: 'i' });
    put(ledger, 'parting', {
      client_id: who,
      begun_on: '2026-11-01',
      parts_on: '2026-11-30',
      finished_on: '2026-11-10',
    });
    expect(caseOf(ledger, id, TODAY).client).toMatchObject({
      insideLooked: true,
      flagged: true,
      parted: true,
    });
  });

  it('leave an excused invoice out of the worst rung, and take the middle invoice for the usual one', () => {
    const ledger = newLedger();
    const who = client(ledger);
    for (const [due, late, amount] of [
      ['2026-01-10', '2026-01-13', 90_00],
      ['2026-02-10', '2026-02-20', 110_00],
      ['2026-03-10', '2026-05-20', 400_00],
    ] as const) {
      pay(ledger, who, invoice(ledger, who, due, amount), late, amount);
    }
    // Older than two years: no longer usual.
    invoice(ledger, who, '2024-11-17', 9_000_00);
    complaint(ledger, who, '2026-03-01', {
      causeId: causeOf(ledger, 'process breakdown'),
      settledOn: '2026-04-01',
    });
    const id = complaint(ledger, who, '2026-11-09');
    const the = caseOf(ledger, id, TODAY);
    expect(the.client).toMatchObject({ usualInvoice: 110_00, pastDue: 9_000_00, pastDueDays: 730 });
    expect(the.client.worstRung).toBe(5);
    pay(ledger, who, 4, '2024-11-17', 9_000_00);
    expect(caseOf(ledger, id, TODAY).client.worstRung).toBe(2);
  });
});

describe('past decisions', () => {
  it('are those of 24 months, of all clients, with a cause of the same group or the same fault', () => {
    const ledger = newLedger();
    const who = client(ledger);
    const other = client(ledger, 'Mrs Whitlock');
    const breakdown = causeOf(ledger, 'process breakdown');
    const training = causeOf(ledger, 'staff training');
    const late = causeOf(ledger, 'late shipment');
    const past = (on: Day, more: Parameters<typeof complaint>[3], from = other) => {
      const about = complaint(ledger, from, on, { settledOn: on, ...more });
      return decide(ledger, from, about, on, refund(12_00));
    };
    const sameGroup = past('2026-05-01', { causeId: training, fault: 'shared' });
    const sameFault = past('2026-06-01', { causeId: late, fault: 'ours' });
    const own = past('2026-07-01', { causeId: breakdown, fault: 'ours', severity: 4 }, who);
    past('2026-08-01', { causeId: late, fault: 'nobody' });
    past('2024-11-17', { causeId: breakdown, fault: 'ours' });
    const first = past('2024-11-18', { causeId: breakdown, fault: 'ours' });
    decide(ledger, other, null, '2026-09-01');
    const id = complaint(ledger, who, TODAY, { causeId: breakdown, fault: 'ours' });
    decide(ledger, who, id, TODAY);
    const the = caseOf(ledger, id, TODAY);
    expect(the.past.map((one) => one.id)).toEqual([own, sameFault, sameGroup, first]);
    expect(the.past[0]).toMatchObject({
      clientId: who,
      kind: 'part refund',
      on: '2026-07-01',
      severity: 4,
      fault: 'ours',
      causeId: breakdown,
      group: 'inside',
      amount: 12_00,
      cost: 12_00,
      outcome: { decisionId: own },
    });
  });

  it('are bounded: the likest of very many, still newest first', () => {
    const ledger = newLedger();
    const who = client(ledger);
    const cause = causeOf(ledger, 'staff training');
    change(ledger, { kind: 'test', label: 'test', clientId: null }, (write) => {
      for (let n = 0; n < 700; n++) {
        const on = `2026-${String(1 + (n % 9)).padStart(2, '0')}-10`;
        const about = insert(write, 'complaint', {
          client_id: who,
          received_on: on,
          settled_on: on,
          words: 'w',
          channel: 'phone',
          severity: n % 7 === 0 ? 2 : 4,
          cause_id: cause,
          fault: n % 2 === 0 ? 'ours' : 'shared',
        });
        insert(write, 'decision', {
          client_id: who,
          complaint_id: about,
          kind: 'apologise',
          decided_on: on,
          reason: 'r',
        });
      }
    });
    const id = complaint(ledger, who, TODAY, { causeId: cause, fault: 'ours', severity: 2 });
    const { past } = caseOf(ledger, id, TODAY);
    expect(past).toHaveLength(150);
    // 50 are ours and of like severity: those come along whatever the rest.
    expect(past.filter(({ severity, fault }) => severity === 2 && fault === 'ours').length).toBe(50);
    expect(past.map(({ on }) => on)).toEqual([...past.map(({ on }) => on)].sort().reverse());
  });

  it('tell the usual minutes of a redo: of the same cause where there is one, else of any', () => {
    const ledger = newLedger();
    const who = client(ledger);
    const cause = causeOf(ledger, 'staff training');
    const about = complaint(ledger, who, '2026-01-01', { causeId: cause });
    for (const minutes of [0, 60, 90, 300])
      decide(ledger, who, null, '2026-01-02', { kind: 'put right', redo_minutes: minutes });
    expect(usualRedoMinutes(ledger.read, cause, TODAY)).toBe(90);
    expect(usualRedoMinutes(ledger.read, null, TODAY)).toBe(90);
    decide(ledger, who, about, '2026-01-03', { kind: 'put right', redo_minutes: 30 });
    decide(ledger, who, about, '2026-01-03', { kind: 'put right', redo_minutes: 45 });
    expect(usualRedoMinutes(ledger.read, cause, TODAY)).toBe(38);
    expect(usualRedoMinutes(ledger.read, null, TODAY)).toBe(60);
  });
});

describe('a decision of our own accord', () => {
  it('is a case in which nobody waits and nothing is known of a cause', () => {
    const ledger = newLedger();
    const who = client(ledger);
    const about = invoice(ledger, who, '2026-10-01', 100_00);
    pay(ledger, who, about, '2026-10-05', 60_00);
    decide(ledger, who, complaint(ledger, who, '2026-10-06', { fault: 'ours' }), '2026-10-07');
    const the = caseWithoutComplaint(ledger, who, about, TODAY);
    expect(the.complaint).toMatchObject({ replied: true, settled: true, severity: null, decided: [] });
    expect(the.invoice).toMatchObject({ id: about, paid: 60_00 });
    expect(the.client).toMatchObject({ complaints12: 1, ourFaultOpen: 1, revenue12: 100_00 });
    expect(the.past).toEqual([]);
    expect(caseWithoutComplaint(ledger, who, null, TODAY).invoice).toBeNull();
    expect(() => caseWithoutComplaint(ledger, 4711, null, TODAY)).toThrow('no longer in the ledger');
  });
});
