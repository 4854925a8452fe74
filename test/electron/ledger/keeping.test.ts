import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addDecision, redeemCoupon } from '../../../electron/ledger/decisions.ts';
import { addHours } from '../../../electron/ledger/hours.ts';
import { editLedger } from '../../../electron/ledger/info.ts';
import { addCredit, writeOff } from '../../../electron/ledger/invoices.ts';
import { keepingOf } from '../../../electron/ledger/keeping.ts';
import { listClients } from '../../../electron/ledger/list.ts';
import { createLedger, type Ledger } from '../../../electron/ledger/open.ts';
import { clientPage } from '../../../electron/ledger/page.ts';
import { writeSample } from '../../../electron/ledger/sample.ts';
import { explain } from '../../../electron/ledger/why/explain.ts';
import { addDays, windowStart } from '../../../shared/dates.ts';
import { lateMoney } from '../../../shared/standing/cost-to-keep.ts';
import { type KeepLine, keepLines } from '../../../shared/standing/keeping.ts';
import type { Why } from '../../../shared/views/why.ts';
import { client, invoice, newLedger, pay, TODAY, testFolder } from './made-ledger.ts';

const decision = {
  complaintId: null,
  invoiceId: null,
  decidedOn: '2026-06-01',
  amount: 0,
  redoMinutes: 0,
  withApology: true,
  paidBack: null,
  what: null,
  reason: 'it was ours',
  despite: 'it was right all the same',
  couponCode: null,
  validUntil: null,
  settles: false,
} as const;
const kept = (ledger: Ledger, clientId: number) => clientPage(ledger, clientId, TODAY).keeping;
const asked = (ledger: Ledger, clientId: number, line: KeepLine) =>
  explain(ledger, { of: 'keeping', clientId, line }, TODAY, 'en-GB');

/** The last column of the rows, added up. */
const sum = (why: Why) =>
  why.rows.reduce((total, { cells }) => {
    const cell = cells.at(-1);
    return total + (cell?.as === 'money' ? cell.amount : 0);
  }, 0);

describe('cost to keep', () => {
  it('is gathered from every kind of row', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const one = invoice(ledger, id, '2026-06-01', 2000_00);
    pay(ledger, id, one, '2026-06-11', 1200_00);
    pay(ledger, id, one, '2026-06-21', 800_00);
    const two = invoice(ledger, id, '2026-08-01', 500_00);
    writeOff(ledger, { invoiceId: two, writtenOffOn: '2026-08-31', reason: 'gone' }, TODAY);
    addDecision(
      ledger,
      { ...decision, clientId: id, kind: 'put right', amount: 40_00, redoMinutes: 90 },
      TODAY,
    );
    for (const [kind, minutes] of [
      ['redo', 60],
      ['chasing', 30],
      ['care', 15],
    ] as const) {
      addHours(
        ledger,
        { clientId: id, complaintId: null, kind, workedOn: '2026-09-01', minutes, what: null },
        TODAY,
      );
    }
    expect(kept(ledger, id)).toMatchObject({
      revenue: 2500_00,
      margin: 750_00,
      marginAssumed: true,
      redo: { minutes: 150, cost: 70_00 },
      chasing: { minutes: 30, cost: 14_00 },
      care: { minutes: 15, cost: 7_00 },
      goodwill: 40_00,
      writeOffs: 500_00,
      // 2,000 for 10 days and 800 for 10 more; 500 for 30, each at 8 % a year.
      lateMoney: 6_14 + 3_29,
      minutes: 195,
      attentionPercent: 100,
      revenuePercent: 100,
    });
    expect(kept(ledger, id).left).toBe(750_00 - 70_00 - 14_00 - 7_00 - 40_00 - 500_00 - 9_43);
  });

  it('goes by the owner’s rates once they are told', () => {
    const ledger = newLedger();
    const id = client(ledger);
    invoice(ledger, id, '2026-11-07', 1000_00);
    editLedger(ledger, {
      business: 'Test & Co',
      hourlyCost: 0,
      marginPermille: 500,
      interestPermille: 365,
      termsDays: 30,
    });
    expect(kept(ledger, id)).toMatchObject({
      margin: 500_00,
      marginAssumed: false,
      lateMoney: 10_00,
      interestAssumed: false,
      hourlyCost: 0,
    });
  });

  it('counts goodwill given as a credit once, and an ordinary credit not as goodwill', () => {
    const ledger = newLedger();
    const [money, credit, plain] = [
      client(ledger, 'Money'),
      client(ledger, 'Credit'),
      client(ledger, 'Plain'),
    ];
    const bill = (id: number) => {
      const one = invoice(ledger, id, '2026-06-01', 1000_00);
      return one;
    };
    const paid = bill(money);
    pay(ledger, money, paid, '2026-06-01', 1000_00);
    const refund = { ...decision, kind: 'part refund', amount: 200_00 } as const;
    addDecision(ledger, { ...refund, clientId: money, invoiceId: paid, paidBack: 'money' }, TODAY);
    const credited = bill(credit);
    addDecision(ledger, { ...refund, clientId: credit, invoiceId: credited, paidBack: 'credit' }, TODAY);
    pay(ledger, credit, credited, '2026-06-01', 800_00);
    const reduced = bill(plain);
    addCredit(
      ledger,
      { invoiceId: reduced, creditedOn: '2026-06-01', amount: 200_00, reason: 'less work' },
      TODAY,
    );
    pay(ledger, plain, reduced, '2026-06-01', 800_00);
    expect(kept(ledger, money)).toMatchObject({ revenue: 1000_00, goodwill: 200_00, left: 100_00 });
    expect(kept(ledger, credit)).toMatchObject({ revenue: 800_00, goodwill: 200_00, left: 100_00 });
    expect(kept(ledger, plain)).toMatchObject({ revenue: 800_00, goodwill: 0, left: 240_00 });
  });

  it('counts a coupon when it was redeemed and by what was redeemed', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const one = invoice(ledger, id, '2026-11-10', 400_00);
    addDecision(
      ledger,
      { ...decision, clientId: id, kind: 'coupon', amount: 50_00, couponCode: 'K7' },
      TODAY,
    );
    expect(kept(ledger, id).goodwill).toBe(0);
    redeemCoupon(
      ledger,
      { couponId: 1, invoiceId: one, redeemedOn: TODAY, amount: 30_00, allTheSame: true },
      TODAY,
    );
    expect(kept(ledger, id)).toMatchObject({ goodwill: 30_00, revenue: 370_00, marginOn: 400_00 });
  });

  it('waits for what a credit given later took away, until it was given', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const one = invoice(ledger, id, '2026-06-01', 1000_00);
    pay(ledger, id, one, '2026-06-01', 635_00);
    addCredit(
      ledger,
      { invoiceId: one, creditedOn: '2026-06-11', amount: 365_00, reason: 'less work' },
      TODAY,
    );
    // 365 for ten days at 8 % a year.
    expect(kept(ledger, id).lateMoney).toBe(80);
  });

  it('shares hours and revenue out over all clients', () => {
    const ledger = newLedger();
    const [one, two] = [client(ledger, 'One'), client(ledger, 'Two')];
    invoice(ledger, one, '2026-11-10', 300_00);
    invoice(ledger, two, '2026-11-10', 100_00);
    const hours = (clientId: number, minutes: number) =>
      addHours(
        ledger,
        { clientId, complaintId: null, kind: 'care', workedOn: TODAY, minutes, what: null },
        TODAY,
      );
    expect(kept(ledger, one).attentionPercent).toBeNull();
    hours(one, 30);
    addDecision(ledger, { ...decision, clientId: two, kind: 'put right', redoMinutes: 90 }, TODAY);
    expect(kept(ledger, one)).toMatchObject({ attentionPercent: 25, revenuePercent: 75 });
    expect(kept(ledger, two)).toMatchObject({ attentionPercent: 75, revenuePercent: 25 });
    const all = explain(
      ledger,
      { of: 'figure', clientId: null, figure: 'attentionPercent', part: null },
      TODAY,
      'en-GB',
    );
    expect(all.figure).toBe('2 hours');
    expect(all.rows.map(({ cells }) => cells[1])).toEqual([
      { as: 'text', text: '1:30' },
      { as: 'text', text: '0:30' },
    ]);
  });

  it('of a client with nothing is nothing', () => {
    const ledger = newLedger();
    const id = client(ledger);
    expect(kept(ledger, id)).toMatchObject({
      left: 0,
      minutes: 0,
      attentionPercent: null,
      revenuePercent: null,
    });
    for (const line of keepLines) expect(sum(asked(ledger, id, line))).toBe(0);
  });
});

describe('every line of what keeping takes opens its rows', () => {
  it('whose sum is the line, for every client of the sample', () => {
    const ledger = createLedger(join(testFolder(), 'Sample.evenhand'));
    onTestFinished(() => ledger.close());
    writeSample(ledger, TODAY, 'GBP');
    const list = listClients(
      ledger,
      { filter: 'all', text: '', sort: 'name', descending: false, offset: 0, limit: 500 },
      TODAY,
    );
    let costly = 0;
    for (const { id, standing } of list.rows) {
      const keeping = kept(ledger, id);
      expect(keepingOf(ledger.read, id, TODAY)).toEqual(keeping);
      const lines: Record<KeepLine, number> = {
        revenue: keeping.revenue,
        margin: keeping.marginOn,
        redo: keeping.redo.cost,
        chasing: keeping.chasing.cost,
        care: keeping.care.cost,
        goodwill: keeping.goodwill,
        writeOffs: keeping.writeOffs,
        lateMoney: keeping.lateMoney,
        left: keeping.left,
      };
      for (const line of keepLines) {
        const why = asked(ledger, id, line);
        expect(sum(why), `${line} of client ${id}`).toBe(lines[line]);
        for (const { cells } of why.rows) expect(cells).toHaveLength(why.columns.length);
        expect(why.total).toHaveLength(why.columns.length);
        const total = why.total?.at(-1);
        expect(total).toEqual({ as: 'money', amount: lines[line] });
      }
      if (keeping.lateMoney > 0) costly += 1;
      const page = clientPage(ledger, id, TODAY);
      const full = page.invoices.reduce(
        (all, line) =>
          all +
          lateMoney(
            {
              id: line.id,
              issued: line.issued,
              due: line.due,
              amount: line.amount,
              payments: line.payments.map(({ paidOn, amount }) => ({ on: paidOn, amount })),
              credits: line.credits.map(({ creditedOn, amount }) => ({ on: creditedOn, amount })),
              writtenOff: line.writeOff?.writtenOffOn ?? null,
              excused: false,
            },
            windowStart(TODAY, 12),
            TODAY,
            keeping.interestPermille,
          ),
        0,
      );
      // Gathered from the few rows that can matter, it is what all of them together make.
      expect(keeping.lateMoney).toBe(full);
      // The list's quick bound and the page's full reckoning say the same of the cost.
      const said = page.standing.reasons.some(({ figure }) => figure === 'costToKeep');
      if (said) expect(keeping.left).toBeLessThan(0);
      if (standing === 'consider parting') expect(page.lookCounts).toBe(true);
    }
    expect(costly).toBeGreaterThan(3);
  });

  it('says when a rate is assumed, and where to tell it', () => {
    const ledger = newLedger();
    const id = client(ledger);
    invoice(ledger, id, addDays(TODAY, -20), 1000_00);
    expect(asked(ledger, id, 'margin').explanation.join(' ')).toMatch(/never told your margin.*Settings/);
    expect(asked(ledger, id, 'lateMoney').explanation.join(' ')).toMatch(/never told your yearly interest/);
    expect(() => asked(ledger, 999, 'left')).toThrow(/client is no longer/);
  });
});
