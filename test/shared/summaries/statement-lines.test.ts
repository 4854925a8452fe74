import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../../shared/dates.ts';
import { account } from '../../../shared/lateness/days-late.ts';
import {
  type StatementFacts,
  type StatementInvoice,
  statementLines,
} from '../../../shared/summaries/statement-lines.ts';

const FIRST: Day = '2026-01-01';
const day = (number: number): Day => addDays(FIRST, number);
const nothing: StatementFacts = { invoices: [], onAccount: [], paidBack: [] };

let ids = 0;
function invoice(given: Partial<StatementInvoice> = {}): StatementInvoice {
  ids += 1;
  return {
    id: ids,
    number: `T${ids}`,
    title: null,
    issued: day(0),
    due: day(30),
    amount: 100_00,
    payments: [],
    credits: [],
    writtenOff: null,
    ...given,
  };
}
const paid = (on: number, amount: number, method: 'transfer' | 'credit' = 'transfer') => ({
  id: on,
  on: day(on),
  amount,
  method,
});
const credited = (on: number, amount: number) => ({
  id: on,
  on: day(on),
  amount,
  by: 'note' as const,
  code: null,
});
const short = (facts: StatementFacts, from: Day | null, to: Day) =>
  statementLines(facts, from, to).lines.map(({ what, charged, credited: off, balance }) => [
    what.of,
    charged,
    off,
    balance,
  ]);

/** What is owed less the client's own money, straight from the ledger's definitions. */
function ledgerSays({ invoices, onAccount }: StatementFacts, asOf: Day): { owed: number; inHand: number } {
  let [owed, inHand] = [0, 0];
  for (const row of invoices) {
    const { open, overpaid } = account({ ...row, excused: false }, asOf);
    owed += open;
    inHand += overpaid;
    for (const { on, amount, method } of row.payments) {
      if (on > asOf) continue;
      if (method === 'credit') inHand -= amount;
      if (row.issued > asOf) inHand += amount;
    }
  }
  for (const { on, amount } of onAccount) if (on <= asOf) inHand += amount;
  return { owed, inHand };
}

const dayNumbers = fc.integer({ min: 0, max: 120 });
const amounts = fc.integer({ min: 1, max: 200 });
const invoices = fc
  .record({
    issued: dayNumbers,
    terms: fc.integer({ min: 0, max: 40 }),
    amount: amounts,
    payments: fc.array(
      fc.record({ on: dayNumbers, amount: amounts, credit: fc.boolean() }, { noNullPrototype: true }),
      { maxLength: 4 },
    ),
    credits: fc.array(fc.record({ on: dayNumbers, amount: fc.integer({ min: 1, max: 60 }) }), {
      maxLength: 2,
    }),
    writtenOff: fc.option(dayNumbers, { freq: 3 }),
  })
  .map(({ issued, terms, amount, payments, credits, writtenOff }) =>
    invoice({
      issued: day(issued),
      due: day(issued + terms),
      amount,
      payments: payments.map(({ on, amount: sum, credit }) => paid(on, sum, credit ? 'credit' : 'transfer')),
      credits: credits.map(({ on, amount: sum }) => credited(on, sum)),
      writtenOff: writtenOff === null ? null : day(Math.max(issued, writtenOff)),
    }),
  );
const ledgers = fc.record({
  invoices: fc.array(invoices, { maxLength: 6 }),
  onAccount: fc.array(
    fc.record({ on: dayNumbers, amount: amounts }).map(({ on, amount }) => paid(on, amount)),
    { maxLength: 3 },
  ),
  paidBack: fc.array(
    fc.record({ on: dayNumbers, amount: amounts }).map(({ on, amount }) => ({
      id: on,
      on: day(on),
      amount,
      number: null,
    })),
    { maxLength: 2 },
  ),
});

describe('the running balance of a statement', () => {
  it('is nothing where nothing ever happened', () => {
    expect(statementLines(nothing, null, day(10))).toMatchObject({
      lines: [],
      broughtForward: 0,
      carriedForward: 0,
      owed: 0,
      inHand: 0,
      open: [],
    });
  });

  it('sums up to what is brought and carried forward, however the period is cut', () => {
    fc.assert(
      fc.property(ledgers, fc.option(dayNumbers), dayNumbers, (facts, from, to) => {
        const start = from === null ? null : day(Math.min(from, to));
        const said = statementLines(facts, start, day(to));
        expect(said.broughtForward + said.charged - said.credited).toBe(said.carriedForward);
        expect(said.lines.at(-1)?.balance ?? said.broughtForward).toBe(said.carriedForward);
        if (start !== null)
          expect(said.broughtForward).toBe(statementLines(facts, null, addDays(start, -1)).carriedForward);
        expect(said.lines.every(({ charged, credited: off }) => charged >= 0 && off >= 0)).toBe(true);
      }),
    );
  });

  it('ends in exactly what the ledger says is owed less what is in hand', () => {
    fc.assert(
      fc.property(ledgers, dayNumbers, (facts, to) => {
        const said = statementLines(facts, null, day(to));
        const ledger = ledgerSays(facts, day(to));
        expect([said.owed, said.inHand]).toEqual([ledger.owed, ledger.inHand]);
        expect(said.carriedForward).toBe(ledger.owed - ledger.inHand);
        expect(said.open.reduce((sum, { open }) => sum + open, 0)).toBe(said.owed);
        expect(said.ageing.reduce((sum, { amount }) => sum + amount, 0)).toBe(said.owed);
      }),
      { numRuns: 500 },
    );
  });

  it('as at an earlier day says what it would have said then', () => {
    fc.assert(
      fc.property(ledgers, dayNumbers, (facts, to) => {
        const asOf = day(to);
        const known = {
          invoices: facts.invoices
            .map((row) => ({
              ...row,
              payments: row.payments.filter(({ on }) => on <= asOf),
              credits: row.credits.filter(({ on }) => on <= asOf),
              writtenOff: row.writtenOff !== null && row.writtenOff <= asOf ? row.writtenOff : null,
            }))
            .filter(({ issued, payments }) => issued <= asOf || payments.length > 0),
          onAccount: facts.onAccount.filter(({ on }) => on <= asOf),
          paidBack: facts.paidBack.filter(({ on }) => on <= asOf),
        };
        expect(statementLines(facts, null, asOf)).toEqual(statementLines(known, null, asOf));
      }),
    );
  });
});

describe('the lines of a statement', () => {
  it('takes a write-off back by what is paid after all', () => {
    const lost = invoice({ payments: [paid(10, 40_00), paid(90, 20_00)], writtenOff: day(60) });
    expect(short({ ...nothing, invoices: [lost] }, null, day(100))).toEqual([
      ['invoice', 100_00, 0, 100_00],
      ['payment', 0, 40_00, 60_00],
      ['writeOff', 0, 60_00, 0],
      ['payment', 20_00, 20_00, 0],
    ]);
    const all = invoice({ payments: [paid(90, 130_00)], writtenOff: day(60) });
    expect(statementLines({ ...nothing, invoices: [all] }, null, day(100))).toMatchObject({
      carriedForward: -30_00,
      inHand: 30_00,
    });
  });

  it('counts credit that is spent as no new money', () => {
    const first = invoice({ payments: [paid(5, 150_00)] });
    const second = invoice({ issued: day(20), payments: [paid(25, 50_00, 'credit')] });
    const facts = { ...nothing, invoices: [first, second] };
    expect(short(facts, null, day(30))).toEqual([
      ['invoice', 100_00, 0, 100_00],
      ['payment', 0, 150_00, -50_00],
      ['invoice', 100_00, 0, 50_00],
      ['creditUsed', 0, 0, 50_00],
    ]);
    expect(statementLines(facts, null, day(30))).toMatchObject({ credited: 150_00, owed: 50_00, inHand: 0 });
  });

  it('shows money paid back without moving the balance', () => {
    const facts = {
      invoices: [invoice({ payments: [paid(5, 100_00)] })],
      onAccount: [],
      paidBack: [{ id: 1, on: day(9), amount: 30_00, number: 'T1' }],
    };
    expect(short(facts, null, day(30)).at(-1)).toEqual(['paidBack', 30_00, 30_00, 0]);
  });

  it('takes a payment ahead of its invoice as money in hand until then', () => {
    const facts = {
      ...nothing,
      invoices: [invoice({ issued: day(20), due: day(50), payments: [paid(5, 60_00)] })],
    };
    expect(statementLines(facts, null, day(10))).toMatchObject({
      carriedForward: -60_00,
      owed: 0,
      inHand: 60_00,
    });
    expect(statementLines(facts, null, day(20))).toMatchObject({
      carriedForward: 40_00,
      owed: 40_00,
      inHand: 0,
    });
  });

  it('puts day 30 past due into 1–30 and day 31 into 31–60', () => {
    const facts = { ...nothing, invoices: [invoice({ due: day(0) }), invoice({ due: day(0), amount: 5 })] };
    expect(statementLines(facts, null, day(30)).ageing.map(({ amount }) => amount)).toEqual([
      0, 100_05, 0, 0, 0,
    ]);
    expect(statementLines(facts, null, day(31)).ageing.map(({ amount }) => amount)).toEqual([
      0, 0, 100_05, 0, 0,
    ]);
  });

  it('leaves out what came before the period, and the day before it counts into what is brought forward', () => {
    const facts = { ...nothing, invoices: [invoice({ payments: [paid(10, 40_00)] })] };
    expect(statementLines(facts, day(10), day(10))).toMatchObject({
      broughtForward: 100_00,
      carriedForward: 60_00,
    });
    expect(statementLines(facts, day(11), day(20))).toMatchObject({ broughtForward: 60_00, lines: [] });
  });
});
