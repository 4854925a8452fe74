import { describe, expect, it, onTestFinished } from 'vitest';
import { addDecision, redeemCoupon } from '../../../../electron/ledger/decisions.ts';
import { addCredit, creditOf, writeOff } from '../../../../electron/ledger/invoices.ts';
import { createLedger, type Ledger } from '../../../../electron/ledger/open.ts';
import { clientPage } from '../../../../electron/ledger/page.ts';
import { statementDocument } from '../../../../electron/ledger/printed/statement.ts';
import { writeSample } from '../../../../electron/ledger/sample.ts';
import { windowStart } from '../../../../shared/dates.ts';
import { client, invoice, newFile, newLedger, pay, TODAY } from '../made-ledger.ts';
import { plantMarkers } from './markers.ts';

const statement = (ledger: Ledger, clientId: number, from: string | null = null, to = TODAY) =>
  statementDocument(ledger, { clientId, from, to }, TODAY, 'en-GB');

const plain = {
  complaintId: null,
  invoiceId: null,
  decidedOn: '2026-10-01',
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

function sample(): Ledger {
  const ledger = createLedger(newFile());
  onTestFinished(() => ledger.close());
  writeSample(ledger, TODAY, 'GBP');
  return ledger;
}

describe('a statement of account', () => {
  it('ends for every client of the sample in what their page says is owed less their credit', () => {
    const ledger = sample();
    const clients = ledger.read.all<{ id: number }>('SELECT id FROM client');
    expect(clients.length).toBeGreaterThan(20);
    for (const { id } of clients) {
      const said = statement(ledger, id);
      const page = clientPage(ledger, id, TODAY);
      expect([id, said.owed, said.inHand]).toEqual([id, page.lateness.owed, creditOf(ledger.read, id)]);
      expect(said.ageing.map(({ amount }) => amount)).toEqual(
        page.lateness.ageing.buckets.map(({ amount }) => amount),
      );
      const year = statement(ledger, id, windowStart(TODAY, 12));
      expect(year.carriedForward).toBe(said.carriedForward);
      expect(year.broughtForward + year.charged - year.credited).toBe(year.carriedForward);
    }
  });

  it('shows refunds, coupons and write-offs as what they are for the account', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const first = invoice(ledger, id, '2026-06-30', 100_00);
    const second = invoice(ledger, id, '2026-07-31', 100_00);
    const third = invoice(ledger, id, '2026-08-31', 100_00);
    pay(ledger, id, first, '2026-07-01', 100_00);
    addDecision(
      ledger,
      { ...plain, clientId: id, kind: 'part refund', invoiceId: first, amount: 30_00, paidBack: 'money' },
      TODAY,
    );
    addDecision(
      ledger,
      { ...plain, clientId: id, kind: 'part refund', invoiceId: second, amount: 20_00, paidBack: 'credit' },
      TODAY,
    );
    addDecision(
      ledger,
      { ...plain, clientId: id, kind: 'coupon', amount: 15_00, couponCode: 'ABC-DEF' },
      TODAY,
    );
    const { id: couponId } = ledger.read.get<{ id: number }>('SELECT id FROM coupon') ?? { id: 0 };
    redeemCoupon(
      ledger,
      { couponId, invoiceId: second, redeemedOn: '2026-10-02', amount: 15_00, allTheSame: true },
      TODAY,
    );
    addCredit(ledger, { invoiceId: second, creditedOn: '2026-10-03', amount: 5_00, reason: 'secret' }, TODAY);
    writeOff(ledger, { invoiceId: third, writtenOffOn: '2026-11-01', reason: 'secret' }, TODAY);
    const { lines, owed, inHand, open } = statement(ledger, id);
    expect(
      lines
        .slice(4)
        .map(({ what, charged, credited, balance }) => [
          what.of === 'credit' ? `${what.by} ${what.code}` : what.of,
          charged,
          credited,
          balance,
        ]),
    ).toEqual([
      ['refund null', 0, 20_00, 180_00],
      ['paidBack', 30_00, 30_00, 180_00],
      ['coupon ABC-DEF', 0, 15_00, 165_00],
      ['note null', 0, 5_00, 160_00],
      ['writeOff', 0, 100_00, 60_00],
    ]);
    expect([owed, inHand, open.map(({ open: left }) => left)]).toEqual([60_00, 0, [60_00]]);
    expect(JSON.stringify(statement(ledger, id))).not.toMatch(/secret|private/);
  });

  it('refuses a period that is none, and days that are still to come', () => {
    const ledger = newLedger();
    const id = client(ledger);
    expect(() => statement(ledger, id, null, '2026-11-18')).toThrow(/still to come/);
    expect(() => statement(ledger, id, '2026-11-10', '2026-11-09')).toThrow(/begin after it ends/);
    expect(statement(ledger, id, '2026-11-10', '2026-11-10').lines).toEqual([]);
  });

  it('holds nothing that was written for the business alone', () => {
    const ledger = sample();
    plantMarkers(ledger, {
      except: ['client.name', 'client.contact', 'client.address', 'invoice.title'],
    });
    for (const { id } of ledger.read.all<{ id: number }>('SELECT id FROM client'))
      expect(JSON.stringify(statement(ledger, id))).not.toContain('planted');
  });
});
