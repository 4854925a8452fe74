import { describe, expect, it } from 'vitest';
import { addDecision } from '../../../../electron/ledger/decisions.ts';
import { saveLetter } from '../../../../electron/ledger/letters.ts';
import type { Ledger } from '../../../../electron/ledger/open.ts';
import { farewellDocument, letterDocument } from '../../../../electron/ledger/printed/letter.ts';
import { OwnerError } from '../../../../shared/result.ts';
import { client, complaint, invoice, newLedger, pay, TODAY } from '../made-ledger.ts';
import { plantMarkers } from './markers.ts';

const plain = {
  complaintId: null,
  invoiceId: null,
  decidedOn: '2026-11-10',
  amount: 0,
  redoMinutes: 0,
  withApology: false,
  paidBack: null,
  what: null,
  reason: 'private reason',
  despite: 'private too',
  couponCode: null,
  validUntil: null,
  settles: false,
};
type Decided = Parameters<typeof addDecision>[1];
const decide = (ledger: Ledger, given: Pick<Decided, 'clientId' | 'kind'> & Partial<Decided>) =>
  addDecision(ledger, { ...plain, ...given }, TODAY).value;
const print = (
  ledger: Ledger,
  decisionId: number,
  letter: 'apology' | 'refund note' = 'apology',
  text: string | null = null,
) => letterDocument(ledger, { letter, decisionId, text }, TODAY, 'en-GB');

describe('the letter that goes with a decision', () => {
  it('is an apology, with the coupon where one was given and is not used yet', () => {
    const ledger = newLedger();
    const clientId = client(ledger);
    const bare = print(ledger, decide(ledger, { clientId, kind: 'apologise' }));
    expect(bare).toMatchObject({ kind: 'letter', letter: 'apology', coupon: null, on: TODAY });
    expect(bare.text).not.toMatch(/coupon|[{}]/);
    const couponed = print(
      ledger,
      decide(ledger, {
        clientId,
        kind: 'coupon',
        amount: 50_00,
        couponCode: 'H4K-9PQ',
        validUntil: '2027-09-30',
      }),
    );
    expect(couponed.coupon).toEqual({
      code: 'H4K-9PQ',
      value: 50_00,
      validUntil: '2027-09-30',
      client: 'Larkfield Court',
    });
    expect(couponed.text).toContain(
      'a coupon worth £50. Its code is H4K-9PQ, and you can use it until 30 September',
    );
  });

  it('gives no coupon a second time, nor one that has lapsed', () => {
    const ledger = newLedger();
    const clientId = client(ledger);
    const given = { clientId, kind: 'coupon', amount: 50_00, decidedOn: '2026-10-01' } as const;
    const lapsed = decide(ledger, { ...given, couponCode: 'A', validUntil: '2026-11-16' });
    const last = decide(ledger, { ...given, couponCode: 'B', validUntil: TODAY });
    const endless = decide(ledger, { ...given, couponCode: 'C' });
    expect([lapsed, last, endless].map((id) => print(ledger, id).coupon?.code ?? null)).toEqual([
      null,
      'B',
      'C',
    ]);
    expect(print(ledger, lapsed).text).not.toContain('coupon');
    expect(print(ledger, endless).text).toContain('you can use it whenever you like');
  });

  it('is refused where the decision carries no such letter', () => {
    const ledger = newLedger();
    const clientId = client(ledger);
    const firm = decide(ledger, { clientId, kind: 'hold firm' });
    expect(() => print(ledger, firm)).toThrow(OwnerError);
    expect(() => print(ledger, firm, 'refund note')).toThrow(/no refund/);
    expect(() => print(ledger, 999)).toThrow(/no longer in the ledger/);
    const sorry = decide(ledger, { clientId, kind: 'hold firm', withApology: true });
    expect(print(ledger, sorry).title).toBe('Apology: Larkfield Court');
  });

  it('tells of a refund in money, as credit, and of one for no invoice in particular', () => {
    const ledger = newLedger();
    const clientId = client(ledger);
    const paid = invoice(ledger, clientId, '2026-10-01', 100_00);
    pay(ledger, clientId, paid, '2026-10-02');
    const open = invoice(ledger, clientId, '2026-10-20', 80_00);
    const { number } = ledger.read.get<{ number: string }>(
      'SELECT number FROM invoice WHERE id = ?',
      open,
    ) ?? {
      number: '',
    };
    const refund = { clientId, kind: 'part refund', amount: 30_00 } as const;
    const money = decide(ledger, { ...refund, invoiceId: paid, paidBack: 'money' });
    expect(print(ledger, money, 'refund note').text).toMatch(
      /On 10 November 2026 we refunded £30 on invoice T\d+\. It was paid back to you in money\.\n\nWhat is left to pay on invoice T\d+: nothing\./,
    );
    const credit = decide(ledger, { ...refund, invoiceId: open, paidBack: 'credit' });
    expect(print(ledger, credit, 'refund note').text).toContain(`left to pay on invoice ${number}: £50.`);
    const over = decide(ledger, { ...refund, amount: 20_00, invoiceId: paid, paidBack: 'credit' });
    expect(print(ledger, over, 'refund note').text).toContain('where £20 now waits for your next invoice');
    const none = decide(ledger, { ...refund, amount: 5_00, paidBack: 'money' });
    expect(print(ledger, none, 'refund note').text).toContain('left to pay on your account: £50.');
  });

  it('takes the owner’s wording, and words for this once, with their fields', () => {
    const ledger = newLedger();
    const decision = decide(ledger, { clientId: client(ledger), kind: 'apologise' });
    saveLetter(ledger, { name: 'Apology', body: 'Sorry, {client}.' });
    expect(print(ledger, decision).text).toBe('Sorry, Larkfield Court.');
    expect(print(ledger, decision, 'apology', 'Only once, {contact}, {nobody} {code}').text).toBe(
      'Only once, Larkfield Court, {nobody} {code}',
    );
  });

  it('holds no word that was written for the business alone', () => {
    const ledger = newLedger();
    const clientId = client(ledger);
    const complaintId = complaint(ledger, clientId, '2026-11-01', { wants: 'Money', listener: 'Pat' });
    const decision = decide(ledger, {
      clientId,
      complaintId,
      kind: 'put right',
      what: 'Done again',
      withApology: true,
    });
    plantMarkers(ledger, { except: ['client.name', 'client.contact', 'client.address', 'decision.what'] });
    expect(JSON.stringify(print(ledger, decision))).not.toMatch(/planted|private/);
  });
});

describe('a farewell', () => {
  it('bears today until the parting is finished, then the day it was', () => {
    const ledger = newLedger();
    const clientId = client(ledger);
    const letter = () => farewellDocument(ledger, { clientId, text: 'Farewell {lastDay}' }, TODAY, 'en-GB');
    expect(letter()).toMatchObject({
      letter: 'farewell',
      on: TODAY,
      text: 'Farewell {lastDay}',
      coupon: null,
    });
    ledger.db.exec(`INSERT INTO open_change VALUES (1, 1, 0);
      INSERT INTO parting (client_id, begun_on, finished_on) VALUES (${clientId}, '2026-09-01', '2026-10-01');
      DELETE FROM open_change`);
    expect(letter()).toMatchObject({ on: '2026-10-01', asOf: '2026-10-01' });
  });
});
