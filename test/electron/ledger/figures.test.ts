import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { editComplaint } from '../../../electron/ledger/complaints.ts';
import { addDecision, redeemCoupon } from '../../../electron/ledger/decisions.ts';
import { refreshFigures } from '../../../electron/ledger/figures.ts';
import { liftFlag, raiseFlag } from '../../../electron/ledger/flags.ts';
import {
  addCredit,
  addPayment,
  creditOf,
  editInvoice,
  removeInvoice,
  removePayment,
  writeOff,
} from '../../../electron/ledger/invoices.ts';
import { listClients } from '../../../electron/ledger/list.ts';
import type { Ledger } from '../../../electron/ledger/open.ts';
import { createLedger } from '../../../electron/ledger/open.ts';
import { clientPage } from '../../../electron/ledger/page.ts';
import { writeSample } from '../../../electron/ledger/sample.ts';
import { explain } from '../../../electron/ledger/why/explain.ts';
import { addDays, type Day } from '../../../shared/dates.ts';
import {
  type ClientList,
  type ClientListQuery,
  type ClientRow,
  clientSorts,
} from '../../../shared/views/client-list.ts';
import { whyFigures } from '../../../shared/views/why.ts';
import {
  client,
  complaint,
  invoice,
  newLedger,
  pay,
  plainComplaint,
  TODAY,
  testFolder,
} from './made-ledger.ts';

const LOOK = { process: false, communication: true, value: false, training: false, found: 'we never called' };
const query: ClientListQuery = {
  filter: 'all',
  text: '',
  sort: 'name',
  descending: false,
  offset: 0,
  limit: 500,
};
const list = (ledger: Ledger, more: Partial<ClientListQuery> = {}, today: Day = TODAY): ClientList =>
  listClients(ledger, { ...query, ...more }, today);

function only(ledger: Ledger, today: Day = TODAY): ClientRow {
  const [row] = list(ledger, {}, today).rows;
  if (!row) throw new Error('no client');
  return row;
}

/** The list's row against the client's page, which is reckoned from every payment: the two must agree. */
function expectAgreement(ledger: Ledger, row: ClientRow, today: Day): void {
  const page = clientPage(ledger, row.id, today);
  const { lateness } = page;
  expect({
    typical: row.typical,
    trend: row.trend,
    slope: row.slope,
    owed: row.owed,
    pastDue: row.pastDue,
    oldest: row.oldestDays,
    credit: row.credit,
    goodwill: row.goodwill12,
    revenue: row.revenue12,
    open: row.openComplaints,
    flagged: row.flagged,
    standing: row.standing,
    spark: row.spark,
  }).toEqual({
    typical:
      lateness.typical === null
        ? null
        : { days: lateness.typical.days, more: lateness.typical.kind === 'moreThan' },
    trend: lateness.trend.word,
    slope: lateness.trend.slope,
    owed: lateness.owed,
    pastDue: lateness.pastDue,
    oldest: lateness.oldestPastDue?.days ?? null,
    credit: page.credit,
    goodwill: page.goodwill12,
    revenue: page.revenue12,
    open: page.complaints.filter((one) => one.settledOn === null).length,
    flagged: page.flag !== null,
    standing: page.standing.word,
    spark: lateness.due
      .slice(-12)
      .map((mark) => ({ days: mark.days, unpaid: mark.kind !== 'settled', excused: mark.excused })),
  });
}

function sample(today: Day): Ledger {
  const ledger = createLedger(join(testFolder(), 'Sample.evenhand'));
  onTestFinished(() => ledger.close());
  writeSample(ledger, today, 'GBP');
  return ledger;
}

describe('the list’s kept figures', () => {
  it('agree with the full reckoning for every client of the sample, on its day and on later days', () => {
    const ledger = sample(TODAY);
    for (const later of [0, 1, 13, 40, 366]) {
      const day = addDays(TODAY, later);
      for (const row of list(ledger, {}, day).rows) expectAgreement(ledger, row, day);
    }
  });

  it('are computed again only for clients whose rows changed', () => {
    const ledger = newLedger();
    const [one, two] = [client(ledger, 'One'), client(ledger, 'Two')];
    for (const id of [one, two]) pay(ledger, id, invoice(ledger, id, '2026-10-01'), '2026-10-03');
    expect(refreshFigures(ledger, TODAY)).toBe(2);
    expect(refreshFigures(ledger, TODAY)).toBe(0);
    invoice(ledger, one, '2026-11-01');
    expect(refreshFigures(ledger, TODAY)).toBe(1);
  });

  it('of a client with nothing open stand on the next day; an overdue invoice makes them new every day', () => {
    const ledger = newLedger();
    const [quiet, late] = [client(ledger, 'Quiet'), client(ledger, 'Late')];
    pay(ledger, quiet, invoice(ledger, quiet, '2026-10-01'), '2026-10-03');
    invoice(ledger, late, '2026-10-01');
    expect(refreshFigures(ledger, TODAY)).toBe(2);
    expect(refreshFigures(ledger, addDays(TODAY, 1))).toBe(1);
    expect(list(ledger, { sort: 'oldest', descending: true }, addDays(TODAY, 2)).rows[0]?.oldestDays).toBe(
      49,
    );
  });

  it('leave the 12 months on the day they should', () => {
    const ledger = newLedger();
    const id = client(ledger);
    pay(ledger, id, invoice(ledger, id, '2025-11-18', 500_00), '2025-11-18', 500_00);
    expect(only(ledger, '2026-11-17').revenue12).toBe(500_00);
    expect(only(ledger, '2026-11-18').revenue12).toBe(0);
    expect(only(ledger, '2026-11-17').revenue12).toBe(500_00);
  });

  it('follow every kind of change at once', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const check = () => expectAgreement(ledger, only(ledger), TODAY);
    const one = invoice(ledger, id, '2026-07-01', 300_00);
    check();
    const part = pay(ledger, id, one, '2026-07-20', 100_00);
    check();
    addCredit(
      ledger,
      { invoiceId: one, creditedOn: '2026-08-01', amount: 50_00, reason: 'moss left' },
      TODAY,
    );
    check();
    expect(only(ledger).owed).toBe(150_00);
    pay(ledger, id, one, '2026-07-20', 200_00);
    check();
    expect(only(ledger)).toMatchObject({ owed: 0, credit: 50_00 });
    removePayment(ledger, part);
    check();
    expect(only(ledger)).toMatchObject({ owed: 50_00, credit: 0 });
    writeOff(ledger, { invoiceId: one, writtenOffOn: '2026-11-01', reason: 'gone' }, TODAY);
    check();
    const said = complaint(ledger, id, '2026-06-20', { causeId: 1, fault: 'ours', severity: 4 });
    check();
    expect(only(ledger).spark).toEqual([{ days: 139, unpaid: true, excused: true }]);
    editComplaint(
      ledger,
      { ...plainComplaint, id: said, receivedOn: '2026-06-20', causeId: 10, severity: 4 },
      TODAY,
    );
    check();
    expect(only(ledger).spark[0]?.excused).toBe(false);
    const decision = {
      clientId: id,
      complaintId: said,
      invoiceId: null,
      decidedOn: '2026-06-21',
      withApology: true,
      paidBack: null,
      what: null,
      reason: 'it was ours',
      despite: 'it was right all the same',
      couponCode: null,
      validUntil: null,
      settles: true,
    };
    addDecision(ledger, { ...decision, kind: 'put right', amount: 12_00, redoMinutes: 90 }, TODAY);
    check();
    expect(only(ledger)).toMatchObject({ goodwill12: 12_00 + 42_00, openComplaints: 0 });
    raiseFlag(
      ledger,
      { clientId: id, raisedOn: TODAY, reason: 'r', instruction: 'i', reviewOn: null, look: LOOK },
      TODAY,
    );
    check();
    liftFlag(ledger, { clientId: id, liftedOn: TODAY, reason: 'talked' }, TODAY);
    check();
  });
});

describe('payments', () => {
  it('above the invoice become credit, which can be spent once and not twice', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const [one, two] = [invoice(ledger, id, '2026-10-01'), invoice(ledger, id, '2026-11-01', 80_00)];
    pay(ledger, id, one, '2026-10-01', 150_00);
    expect(creditOf(ledger.read, id)).toBe(50_00);
    const spend = (amount: number) =>
      addPayment(
        ledger,
        { clientId: id, invoiceId: two, paidOn: TODAY, amount, method: 'credit', note: null },
        TODAY,
      );
    expect(() => spend(50_01)).toThrow(/more than the credit left/);
    spend(50_00);
    expect(creditOf(ledger.read, id)).toBe(0);
    expect(() => spend(1)).toThrow(/more than the credit left/);
    expect(only(ledger).owed).toBe(30_00);
  });

  it('whose credit was spent can’t be taken away, nor can the invoice grow over it', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const [one, two] = [invoice(ledger, id, '2026-10-01'), invoice(ledger, id, '2026-11-01')];
    const over = pay(ledger, id, one, '2026-10-01', 150_00);
    addPayment(
      ledger,
      { clientId: id, invoiceId: two, paidOn: TODAY, amount: 50_00, method: 'credit', note: null },
      TODAY,
    );
    expect(() => removePayment(ledger, over)).toThrow(/already used/);
    const row = ledger.read.get<{ number: string }>('SELECT number FROM invoice WHERE id = ?', one);
    const edit = (amount: number) =>
      editInvoice(ledger, {
        id: one,
        number: row?.number ?? '',
        title: null,
        issued: '2026-10-01',
        due: '2026-10-01',
        amount,
      });
    expect(() => edit(150_00)).toThrow(/already used/);
    edit(90_00);
    expect(creditOf(ledger.read, id)).toBe(10_00);
    expect(only(ledger).owed).toBe(50_00);
  });

  it('may not be in the future, nor on another client’s invoice', () => {
    const ledger = newLedger();
    const [one, two] = [client(ledger, 'One'), client(ledger, 'Two')];
    const theirs = invoice(ledger, two, '2026-10-01');
    expect(() => pay(ledger, one, theirs, TODAY)).toThrow(/another client/);
    expect(() => pay(ledger, two, theirs, addDays(TODAY, 1))).toThrow(/still to come/);
  });

  it('keep an invoice from being removed', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const one = invoice(ledger, id, '2026-10-01');
    const payment = pay(ledger, id, one, TODAY);
    expect(() => removeInvoice(ledger, one)).toThrow(/has payments/);
    removePayment(ledger, payment);
    removeInvoice(ledger, one);
    expect(list(ledger).rows[0]?.spark).toEqual([]);
  });
});

describe('decisions', () => {
  const base = {
    complaintId: null,
    invoiceId: null,
    decidedOn: '2026-11-01',
    redoMinutes: 0,
    withApology: true,
    what: null,
    reason: 'fair',
    despite: 'it was right all the same',
    couponCode: null,
    validUntil: null,
    settles: false,
    paidBack: null,
  };

  it('a refund as credit lowers the invoice and counts as goodwill', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const one = invoice(ledger, id, '2026-10-01', 200_00);
    addDecision(
      ledger,
      { ...base, clientId: id, kind: 'part refund', amount: 60_00, paidBack: 'credit', invoiceId: one },
      TODAY,
    );
    expect(only(ledger)).toMatchObject({ owed: 140_00, goodwill12: 60_00, revenue12: 140_00 });
    expect(() =>
      addDecision(
        ledger,
        { ...base, clientId: id, kind: 'full refund', amount: 140_01, paidBack: 'credit', invoiceId: one },
        TODAY,
      ),
    ).toThrow(/can be £140 at most/);
    expect(clientPage(ledger, id, TODAY).decisions).toHaveLength(1);
  });

  it('a coupon costs nothing until it is redeemed, once, by what the invoice still asks', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const one = invoice(ledger, id, '2026-11-10', 40_00);
    addDecision(
      ledger,
      { ...base, clientId: id, kind: 'coupon', amount: 50_00, couponCode: 'K7', validUntil: '2026-12-31' },
      TODAY,
    );
    expect(only(ledger).goodwill12).toBe(0);
    const redeem = (amount: number, redeemedOn: Day = TODAY) =>
      redeemCoupon(ledger, { couponId: 1, invoiceId: one, redeemedOn, amount, allTheSame: true }, TODAY);
    expect(() => redeem(50_00)).toThrow(/more than invoice/);
    expect(() => redeem(40_00, '2026-10-31')).toThrow(/before the coupon/);
    redeem(40_00);
    expect(only(ledger)).toMatchObject({ goodwill12: 40_00, owed: 0 });
    expect(() => redeem(1)).toThrow(/already/);
  });

  it('keeps the hourly cost of its day', () => {
    const ledger = newLedger();
    const id = client(ledger);
    addDecision(ledger, { ...base, clientId: id, kind: 'put right', amount: 0, redoMinutes: 60 }, TODAY);
    expect(clientPage(ledger, id, TODAY).goodwill12).toBe(28_00);
  });
});

describe('the list', () => {
  it('sorts by every column both ways with empty cells last, and pages without gaps', () => {
    const ledger = sample(TODAY);
    const all = list(ledger).rows.map((row) => row.id);
    for (const sort of clientSorts) {
      for (const descending of [true, false]) {
        const paged = [0, 25, 50, 75].flatMap((offset) =>
          list(ledger, { sort, descending, offset, limit: 25 }).rows.map((row) => row.id),
        );
        expect(new Set(paged), sort).toEqual(new Set(all));
        expect(paged).toHaveLength(all.length);
      }
    }
    const oldest = list(ledger, { sort: 'oldest', descending: true }).rows.map((row) => row.oldestDays);
    expect(oldest).toEqual([...oldest].sort((a, b) => (b ?? -1) - (a ?? -1)));
    const ascending = list(ledger, { sort: 'owed' }).rows.map((row) => row.owed);
    const firstEmpty = ascending.indexOf(0);
    expect(ascending.slice(firstEmpty).every((owed) => owed === 0)).toBe(true);
  });

  it('chips count what they show, and totals are over what is shown', () => {
    const ledger = sample(TODAY);
    const { counts } = list(ledger);
    for (const [filter, count] of Object.entries(counts)) {
      const shown = list(ledger, { filter: filter as ClientListQuery['filter'] });
      expect(shown.rows.length, filter).toBe(count);
      expect(shown.matched).toBe(count);
      expect(shown.totals.owed).toBe(shown.rows.reduce((sum, row) => sum + row.owed, 0));
      expect(shown.totals.revenue12).toBe(shown.rows.reduce((sum, row) => sum + row.revenue12, 0));
    }
    expect(counts.slipping).toBeGreaterThan(0);
    expect(counts.flagged).toBeGreaterThan(0);
  });

  it('is filtered by words of clients, invoices and complaints; punctuation alone finds nobody', () => {
    const ledger = newLedger();
    const [one, two] = [client(ledger, 'Seán Ó Briain'), client(ledger, 'Priory Lettings')];
    complaint(ledger, two, '2026-11-01', { words: 'The beech hedge is cut back to brown sticks' });
    expect(list(ledger, { text: 'sean' }).rows.map((row) => row.id)).toEqual([one]);
    expect(list(ledger, { text: 'brown stic' }).rows.map((row) => row.id)).toEqual([two]);
    expect(list(ledger, { text: '"\' OR * (' }).rows).toEqual([]);
    expect(list(ledger, { text: '--' }).matched).toBe(0);
    expect(list(ledger, { text: '  ' }).matched).toBe(2);
  });
});

describe('why', () => {
  it('answers for every figure of every client and of all together, and its total is the figure', () => {
    const ledger = sample(TODAY);
    for (const row of list(ledger).rows) {
      for (const figure of whyFigures) {
        const why = explain(ledger, { of: 'figure', clientId: row.id, figure, part: null }, TODAY, 'en-GB');
        for (const { cells } of why.rows) expect(cells.length).toBe(why.columns.length);
        if (why.total) expect(why.total.length).toBe(why.columns.length);
      }
      const owed = explain(
        ledger,
        { of: 'figure', clientId: row.id, figure: 'owed', part: null },
        TODAY,
        'en-GB',
      );
      const sum = owed.rows.reduce(
        (total, { cells }) => total + (cells[3]?.as === 'money' ? cells[3].amount : 0),
        0,
      );
      expect(sum).toBe(row.owed);
      const revenue = explain(
        ledger,
        { of: 'figure', clientId: row.id, figure: 'revenue12', part: null },
        TODAY,
        'en-GB',
      );
      const billed = revenue.rows.reduce(
        (total, { cells }) =>
          total +
          (cells[3]?.as === 'money' ? cells[3].amount : 0) -
          (cells[4]?.as === 'money' ? cells[4].amount : 0),
        0,
      );
      expect(billed).toBe(row.revenue12);
    }
    for (const figure of [
      'slipping',
      'owed',
      'pastDue',
      'oldest',
      'openComplaints',
      'complaints12',
      'goodwill12',
      'goodwillPercent',
      'revenue12',
    ] as const) {
      const why = explain(ledger, { of: 'figure', clientId: null, figure, part: null }, TODAY, 'en-GB');
      expect(why.rows.length, figure).toBeGreaterThan(0);
    }
  }, 20_000);
});
