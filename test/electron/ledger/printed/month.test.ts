import { describe, expect, it, onTestFinished } from 'vitest';
import { addDecision, redeemCoupon } from '../../../../electron/ledger/decisions.ts';
import { refreshFigures } from '../../../../electron/ledger/figures.ts';
import { addCredit, writeOff } from '../../../../electron/ledger/invoices.ts';
import { createLedger, type Ledger } from '../../../../electron/ledger/open.ts';
import { overview } from '../../../../electron/ledger/overview.ts';
import { monthDocument } from '../../../../electron/ledger/printed/month.ts';
import { owedAt, trendsAt } from '../../../../electron/ledger/printed/month-payments.ts';
import { statementFacts } from '../../../../electron/ledger/printed/statement.ts';
import { writeSample } from '../../../../electron/ledger/sample.ts';
import { addDays } from '../../../../shared/dates.ts';
import { statementLines } from '../../../../shared/summaries/statement-lines.ts';
import { client, complaint, invoice, newFile, newLedger, pay, TODAY } from '../made-ledger.ts';

const month = (ledger: Ledger, which = '2026-11', today = TODAY) =>
  monthDocument(ledger, { month: which }, today, 'en-GB');

const plain = {
  complaintId: null,
  invoiceId: null,
  decidedOn: TODAY,
  amount: 0,
  redoMinutes: 0,
  withApology: false,
  paidBack: null,
  what: null,
  reason: 'It was so.',
  despite: 'All the same.',
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

describe('the month on a page', () => {
  it('says nothing but nought where nothing happened, and has nothing to compare with', () => {
    const page = month(newLedger());
    expect(page).toMatchObject({
      title: 'Month on a page: November 2026',
      soFar: true,
      slipping: 0,
      cameOf: null,
    });
    expect(page.spans.slice(1)).toEqual([null, null]);
    expect(page.payments.billed).toEqual([0, null, null]);
    expect(page.decisions.goodwillPercent).toEqual([null, null, null]);
    expect(page.lateness.map(({ days }) => days)).toEqual(Array(12).fill(null));
    expect(JSON.stringify(page)).not.toContain('NaN');
  });

  it('refuses a month to come and one before the first', () => {
    const ledger = newLedger();
    invoice(ledger, client(ledger), '2026-08-31', 100_00, '2026-08-01');
    expect(() => month(ledger, '2026-12')).toThrow(/still to come/);
    expect(() => month(ledger, '2026-07')).toThrow(/begins in August 2026/);
    expect(month(ledger, '2026-08').spans.slice(1)).toEqual([null, null]);
    expect(month(ledger, '2026-09').spans[1]).toEqual({ from: '2026-08-01', to: '2026-08-31' });
  });

  it('agrees with the overview of the day', () => {
    const ledger = sample();
    const page = month(ledger);
    const now = overview(ledger, TODAY);
    expect([page.payments.owed[0], page.payments.pastDue[0], page.payments.over30[0]]).toEqual([
      now.owed,
      now.pastDue,
      now.over30.amount,
    ]);
    expect(page.ageing.map(({ amount }) => amount)).toEqual(now.ages.map(({ amount }) => amount));
    expect(page.slipping).toBe(now.slippingCount);
    expect(page.complaints.open[0]).toBe(now.waitingCount);
    expect(page.complaints.usualDays[0]).toBe(now.usualDaysToSettle);
    expect([page.decisions.goodwill[0], page.budget]).toEqual([now.goodwillMonth, now.budget]);
    expect(page.decisions.goodwillPercent[0]).toBe(now.goodwillPercent);
    expect(page.goodwill.at(-1)?.cost).toBe(now.goodwillMonth);
    expect(Object.values(page.complaints.sides).reduce((sum, [count]) => sum + (count ?? 0), 0)).toBe(
      page.complaints.received[0],
    );
  });

  it('knows each client’s trend as their figures do', () => {
    const ledger = sample();
    refreshFigures(ledger, TODAY);
    const trends = trendsAt(ledger.read, TODAY, { from: 1, to: 1_000_000 });
    const kept = ledger.read.all<{ id: number; word: string; slope: number | null }>(
      'SELECT client_id AS id, trend AS word, slope FROM client_figures',
    );
    for (const { id, word, slope } of kept)
      expect([id, trends.get(id)?.word ?? 'tooEarly', trends.get(id)?.slope ?? null]).toEqual([
        id,
        word,
        slope,
      ]);
  });

  it('owes on any earlier day what the statements of all clients say', () => {
    const ledger = sample();
    const facts = ledger.read
      .all<{ id: number }>('SELECT id FROM client')
      .map(({ id }) => statementFacts(ledger.read, id));
    for (const day of [TODAY, '2026-10-31', '2026-02-28', '2025-11-30', '2024-01-01']) {
      const said = facts.map((one) => statementLines(one, null, day));
      expect([day, owedAt(ledger.read, day).total]).toEqual([
        day,
        said.reduce((sum, { owed }) => sum + owed, 0),
      ]);
    }
  });

  it('remembers what was owed before a credit, a payment and a write-off that came later', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const paid = invoice(ledger, id, '2026-08-31', 100_00);
    pay(ledger, id, paid, '2026-09-10', 60_00);
    addCredit(ledger, { invoiceId: paid, creditedOn: '2026-10-05', amount: 40_00, reason: 'Note' }, TODAY);
    const lost = invoice(ledger, id, '2026-08-15', 7_00);
    writeOff(ledger, { invoiceId: lost, writtenOffOn: '2026-11-02', reason: 'Gone' }, TODAY);
    const page = month(ledger, '2026-09');
    expect(page.payments.owed[0]).toBe(47_00);
    expect(page.ageing.map(({ amount }) => amount)).toEqual([0, 40_00, 7_00, 0, 0]);
    expect(month(ledger, '2026-10').payments).toMatchObject({ owed: [7_00, 47_00, null] });
    expect(month(ledger).payments).toMatchObject({
      owed: [0, 7_00, null],
      writtenOff: [7_00, 0, null],
      received: [0, 0, null],
    });
  });

  it('counts a coupon when it is given, used and lapsed, which is the day after its last', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const given = (code: string, validUntil: string) =>
      addDecision(
        ledger,
        {
          ...plain,
          clientId: id,
          kind: 'coupon',
          amount: 10_00,
          couponCode: code,
          validUntil,
          decidedOn: '2026-09-01',
        },
        TODAY,
      );
    given('A', '2026-10-31');
    given('B', TODAY);
    given('C', '2026-11-10');
    const on = invoice(ledger, id, '2026-12-01', 100_00, '2026-11-01');
    const { id: couponId } = ledger.read.get<{ id: number }>(`SELECT id FROM coupon WHERE code = 'C'`) ?? {
      id: 0,
    };
    redeemCoupon(
      ledger,
      { couponId, invoiceId: on, redeemedOn: '2026-11-10', amount: 10_00, allTheSame: true },
      TODAY,
    );
    const { decisions } = month(ledger);
    expect([decisions.couponsLapsed[0], decisions.couponsUsed[0], decisions.couponsGiven[0]]).toEqual([
      1, 1, 0,
    ]);
    expect(month(ledger, '2026-09').decisions.couponsGiven[0]).toBe(3);
    expect(month(ledger, '2026-10').decisions.couponsLapsed[0]).toBe(0);
  });

  it('shows the unpaid of a month as more than what it has been so far', () => {
    const ledger = newLedger();
    const id = client(ledger);
    for (const due of ['2026-10-01', '2026-10-02', '2026-10-03'])
      invoice(ledger, id, due, 100_00, '2026-09-01');
    pay(ledger, id, invoice(ledger, id, '2026-09-10', 100_00), '2026-09-15');
    expect(month(ledger).lateness.slice(-3)).toEqual([
      { from: '2026-09-01', days: 5, more: false, rung: 1, count: 1 },
      { from: '2026-10-01', days: 47, more: true, rung: 4, count: 3 },
      { from: '2026-11-01', days: null, more: false, rung: 0, count: 0 },
    ]);
  });

  it('says what came of decisions on the day their half year is over, and not before', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const about = complaint(ledger, id, '2026-05-01');
    addDecision(
      ledger,
      { ...plain, clientId: id, complaintId: about, kind: 'apologise', decidedOn: addDays(TODAY, -181) },
      TODAY,
    );
    expect(month(ledger).cameOf?.counts).toMatchObject({ count: 1, cameBack180: { yes: 0, of: 1, open: 0 } });
    expect(month(ledger, '2026-11', addDays(TODAY, -1)).cameOf).toBeNull();
  });
});
