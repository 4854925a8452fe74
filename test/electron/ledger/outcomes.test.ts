import { describe, expect, it } from 'vitest';
import { change, insert } from '../../../electron/ledger/change.ts';
import { redeemCoupon } from '../../../electron/ledger/decisions.ts';
import type { Reader, Value } from '../../../electron/ledger/handles.ts';
import type { Ledger } from '../../../electron/ledger/open.ts';
import { outcomesOf, outcomesPage } from '../../../electron/ledger/outcomes.ts';
import { explain } from '../../../electron/ledger/why/explain.ts';
import type { Severity } from '../../../shared/complaints/complaint.ts';
import { addDays, type Day } from '../../../shared/dates.ts';
import type { DecisionKind } from '../../../shared/decisions/decision.ts';
import type { OutcomeFigure } from '../../../shared/views/why.ts';
import { client, complaint, invoice, newLedger, pay, TODAY } from './made-ledger.ts';

const ago = (days: number): Day => addDays(TODAY, -days);

interface Fields {
  readonly complaint_id?: number | null;
  readonly kind?: DecisionKind;
  readonly amount_minor?: number;
  readonly paid_back?: 'money';
}

/** Straight into the ledger: what house rules say about a decision is no matter here. */
function decide(ledger: Ledger, clientId: number, decidedOn: Day, more: Fields = {}): number {
  return change(ledger, { kind: 'test', label: 'Decided', clientId }, (write) =>
    insert(write, 'decision', {
      client_id: clientId,
      kind: 'apologise',
      decided_on: decidedOn,
      reason: 'Ours to mend.',
      ...more,
    }),
  ).value;
}

/** A complaint whose severity nobody noted, as from an import. */
function unjudged(ledger: Ledger, clientId: number, receivedOn: Day): number {
  return change(ledger, { kind: 'test', label: 'Complaint', clientId }, (write) =>
    insert(write, 'complaint', {
      client_id: clientId,
      received_on: receivedOn,
      words: 'Late.',
      channel: 'unknown',
    }),
  ).value;
}

function coupon(ledger: Ledger, clientId: number, decidedOn: Day, validUntil: Day | null): number {
  const id = decide(ledger, clientId, decidedOn, { kind: 'coupon', amount_minor: 20_00 });
  change(ledger, { kind: 'test', label: 'Coupon', clientId }, (write) =>
    insert(write, 'coupon', {
      decision_id: id,
      client_id: clientId,
      code: `OUT-${id}`,
      value_minor: 20_00,
      valid_until: validUntil,
    }),
  );
  return id;
}

const one = (ledger: Ledger, id: number, today = TODAY) => outcomesOf(ledger.read, [id], today)[0];

describe('outcomes of decisions', () => {
  it('come in the order of the ids, without those that are gone', () => {
    const ledger = newLedger();
    const [a, b] = [client(ledger, 'A'), client(ledger, 'B')];
    const ids = [decide(ledger, b, ago(10)), decide(ledger, a, ago(300)), decide(ledger, b, ago(200))];
    const asked = [ids[1], 9999, ids[0], ids[2], ids[1]].map((id) => id ?? 0);
    expect(outcomesOf(ledger.read, asked, TODAY).map(({ decisionId }) => decisionId)).toEqual([
      ids[1],
      ids[0],
      ids[2],
      ids[1],
    ]);
    expect(outcomesOf(ledger.read, [], TODAY)).toEqual([]);
  });

  it('look at that client alone', () => {
    const ledger = newLedger();
    const [a, b] = [client(ledger, 'A'), client(ledger, 'B')];
    const id = decide(ledger, a, ago(200));
    invoice(ledger, b, ago(150));
    complaint(ledger, b, ago(150));
    expect(one(ledger, id)).toMatchObject({
      cameBack180: { word: 'no' },
      complainedAgain: { word: 'no' },
      couponUsed: null,
      pays: null,
    });
  });

  it('find the new invoice by its issue day, not its due day', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const decision = decide(ledger, id, ago(200));
    invoice(ledger, id, ago(180), 100_00, ago(200));
    expect(one(ledger, decision)?.cameBack90.word).toBe('no');
    invoice(ledger, id, ago(10), 100_00, ago(110));
    expect(one(ledger, decision)?.cameBack90).toEqual({ word: 'yes', on: ago(110) });
  });

  it('of two decisions on one complaint take neither as complained again', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const first = complaint(ledger, id, ago(300), { causeId: 1 });
    const both = [ago(299), ago(290)].map((on) => decide(ledger, id, on, { complaint_id: first }));
    expect(outcomesOf(ledger.read, both, TODAY).map((found) => found.complainedAgain.word)).toEqual([
      'no',
      'no',
    ]);
    complaint(ledger, id, ago(295), { causeId: 1 });
    expect(outcomesOf(ledger.read, both, TODAY).map((found) => found.complainedAgain)).toEqual([
      { word: 'yes', on: ago(295), sameCause: true },
      { word: 'no' },
    ]);
  });

  it('know a coupon used after its last day', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const decision = coupon(ledger, id, ago(100), ago(40));
    expect(one(ledger, decision)?.couponUsed).toEqual({ word: 'no' });
    const bill = invoice(ledger, id, ago(20));
    const couponId = ledger.read.get<{ id: number }>('SELECT id FROM coupon')?.id ?? 0;
    redeemCoupon(
      ledger,
      { couponId, invoiceId: bill, redeemedOn: ago(19), amount: 20_00, allTheSame: true },
      TODAY,
    );
    expect(one(ledger, decision)?.couponUsed).toEqual({ word: 'yes', on: ago(19) });
  });

  it('compare paying before and after, unpaid ones so far among them, excused ones not', () => {
    const ledger = newLedger();
    const id = client(ledger);
    for (const due of [390, 360, 330]) pay(ledger, id, invoice(ledger, id, ago(due)), ago(due - 4));
    const decision = decide(ledger, id, ago(300));
    for (const due of [270, 240]) pay(ledger, id, invoice(ledger, id, ago(due)), ago(due - 20));
    expect(one(ledger, decision)?.pays).toBeNull();
    invoice(ledger, id, ago(210));
    expect(one(ledger, decision)?.pays).toEqual({ word: 'slower', before: 4, after: 20 });
    // Had we kept them waiting with something of our making, that lateness would say nothing.
    complaint(ledger, id, ago(245), { causeId: 1, settledOn: ago(235) });
    const cause = ledger.read.get<{ grouping: string }>('SELECT grouping FROM cause WHERE id = 1');
    expect(cause?.grouping).toBe('inside');
    expect(one(ledger, decision)?.pays).toBeNull();
  });

  it('read each client once, by index, however many invoices there are', () => {
    const ledger = newLedger();
    const clients = Array.from({ length: 4 }, (_, n) => client(ledger, `C${n}`));
    const ids = clients.flatMap((id) => {
      for (let n = 0; n < 30; n++) invoice(ledger, id, ago(20 * n));
      return [100, 200, 300, 400, 500].map((days) => decide(ledger, id, ago(days)));
    });
    const { read, asked } = watched(ledger);
    outcomesOf(read, ids, TODAY);
    expect(asked.length).toBe(1 + 3 * clients.length);
    expect(plans(ledger, asked)).toEqual([]);
  });

  it('are the same read in portions as in one go', () => {
    const ledger = newLedger();
    const id = client(ledger);
    bulk(ledger, id, 1600);
    const ids = ledger.read.all<{ id: number }>('SELECT id FROM decision').map((row) => row.id);
    const together = outcomesOf(ledger.read, ids, TODAY);
    expect(together.length).toBe(ids.length);
    for (let n = 0; n < ids.length; n += 23) expect(one(ledger, ids[n] ?? 0)).toEqual(together[n]);
  });
});

describe('the page over all decisions', () => {
  it('of an empty ledger has no rows', async () => {
    const page = await outcomesPage(newLedger(), 12, TODAY);
    expect(page.rows).toEqual([]);
    expect(page.total.count).toBe(0);
    expect(page.total.cameBack90.percent).toBeNull();
    expect(page.from).toBe('2025-11-18');
  });

  it('counts each kind by severity, with those not noted apart', async () => {
    const ledger = newLedger();
    const id = client(ledger);
    const of = (severity: Severity | null, days: number, more: Fields = {}) =>
      decide(ledger, id, ago(days), {
        complaint_id:
          severity === null
            ? unjudged(ledger, id, ago(days))
            : complaint(ledger, id, ago(days), { severity }),
        ...more,
      });
    of(3, 300);
    of(2, 200);
    of(null, 290);
    decide(ledger, id, ago(280));
    of(1, 200, { kind: 'part refund', amount_minor: 30_00, paid_back: 'money' });
    const page = await outcomesPage(ledger, 12, TODAY);
    expect(page.rows.map((row) => [row.kind, row.severity, row.count, row.cost])).toEqual([
      ['apologise', null, 4, 0],
      ['apologise', 2, 1, 0],
      ['apologise', 3, 1, 0],
      ['apologise', 0, 2, 0],
      ['part refund', null, 1, 3000],
      ['part refund', 1, 1, 3000],
    ]);
    expect(page.total).toMatchObject({ count: 5, cost: 3000, used: null });
    expect(page.total.cameBack180).toEqual({ yes: 0, of: 5, open: 0, early: 0, percent: 0 });
  });

  it('begins on the first day of the months and ends today', async () => {
    const ledger = newLedger();
    const id = client(ledger);
    for (const on of ['2024-11-17', '2024-11-18', '2025-11-17', '2025-11-18', TODAY]) decide(ledger, id, on);
    const counts = async (months: number | null) => (await outcomesPage(ledger, months, TODAY)).total.count;
    expect([await counts(12), await counts(24), await counts(null)]).toEqual([2, 4, 5]);
    expect((await outcomesPage(ledger, 12, '2025-11-17')).total.count).toBe(2);
  });

  it('tallies the same as each decision’s own outcome', async () => {
    const ledger = newLedger();
    for (let n = 0; n < 3; n++) bulk(ledger, client(ledger, `C${n}`), 450);
    const page = await outcomesPage(ledger, null, TODAY);
    const ids = ledger.read.all<{ id: number }>('SELECT id FROM decision').map(({ id }) => id);
    const found = outcomesOf(ledger.read, ids, TODAY);
    const closed = found.filter(
      ({ cameBack90: back }) => back.word === 'no' || (back.word === 'yes' && !back.until),
    );
    expect(page.total.count).toBe(ids.length);
    expect(page.total.cameBack90.of).toBe(closed.length);
    expect(page.total.cameBack90.yes).toBe(
      closed.filter(({ cameBack90 }) => cameBack90.word === 'yes').length,
    );
    expect(page.total.paidFaster).toBe(found.filter(({ pays }) => pays?.word === 'faster').length);
  });

  it('asks in proportion to clients and portions, never once a decision, and by index', async () => {
    const ledger = newLedger();
    for (let n = 0; n < 5; n++) bulk(ledger, client(ledger, `C${n}`), 300);
    const { read, asked } = watched(ledger);
    await outcomesPage({ ...ledger, read }, null, TODAY);
    // 750 decisions of 5 clients: two portions, three reads a client, one more for whom a portion cuts in two.
    expect(asked.length).toBeLessThan(30);
    expect(plans(ledger, asked)).toEqual([]);
  });

  it('is there at once the second time, and found anew after a change or on another day', async () => {
    const ledger = newLedger();
    const id = client(ledger);
    decide(ledger, id, ago(100));
    const watch = watched(ledger);
    const seen = { ...ledger, read: watch.read };
    const first = await outcomesPage(seen, 12, TODAY);
    watch.asked.length = 0;
    expect(await outcomesPage(seen, 12, TODAY)).toBe(first);
    expect(watch.asked.length).toBeLessThanOrEqual(2);
    invoice(ledger, id, ago(50));
    const second = await outcomesPage(seen, 12, TODAY);
    expect(second.total.cameBack90.yes).toBe(1);
    const before = await outcomesPage(seen, 12, ago(60));
    expect(before.total.cameBack90).toMatchObject({ open: 1, early: 0 });
  });

  it('is refused when the ledger is closed meanwhile', async () => {
    const ledger = newLedger();
    for (let n = 0; n < 6; n++) bulk(ledger, client(ledger, `C${n}`), 800);
    const page = outcomesPage(ledger, null, TODAY);
    ledger.close();
    await expect(page).rejects.toMatchObject({ code: 'conflict' });
  });

  it('never mixes before and after: a change meanwhile makes it begin anew', async () => {
    const ledger = newLedger();
    for (let n = 0; n < 6; n++) bulk(ledger, client(ledger, `C${n}`), 800);
    const page = outcomesPage(ledger, null, TODAY);
    decide(ledger, 1, ago(3), { kind: 'hold firm' });
    const found = await page;
    expect(found.rows.find(({ kind, severity }) => kind === 'hold firm' && severity === null)?.count).toBe(1);
  });
});

describe('the decisions behind a cell', () => {
  const show = (ledger: Ledger, figure: OutcomeFigure, more: { severity?: number; months?: number } = {}) =>
    explain(
      ledger,
      {
        of: 'outcome',
        kind: 'apologise',
        severity: more.severity ?? null,
        figure,
        months: more.months ?? null,
      },
      TODAY,
      'en-GB',
    );

  function someLedger(): Ledger {
    const ledger = newLedger();
    const [a, b, c] = ['Abel', 'Bell', 'Coe'].map((name) => client(ledger, name));
    const of = (id = 0, days = 0, severity: 2 | 3 = 2) =>
      decide(ledger, id, ago(days), {
        complaint_id: complaint(ledger, id, ago(days), { severity, causeId: 1 }),
      });
    of(a, 400);
    of(b, 300, 3);
    of(c, 30);
    invoice(ledger, b ?? 0, ago(280));
    invoice(ledger, c ?? 0, ago(10));
    complaint(ledger, a ?? 0, ago(390), { causeId: 1 });
    return ledger;
  }

  it('are those that came true first, then the others, then the open ones', () => {
    const why = show(someLedger(), 'cameBack90');
    expect(why.figure).toBe('1 of 2, 1 still open');
    expect(why.rows.map(({ cells }) => cells[1])).toEqual([
      { as: 'text', text: 'Bell' },
      { as: 'text', text: 'Coe' },
      { as: 'text', text: 'Abel' },
    ]);
    expect(why.rows[0]?.cells[3]).toEqual({ as: 'day', day: ago(280) });
    expect(why.rows[1]?.mark).toBe('early: still open until 16 Jan 2027');
    expect(why.rows[2]?.cells[3]).toEqual({ as: 'text', text: 'not within the time' });
    expect(why.rows.map(({ to }) => to?.kind)).toEqual(['decision', 'decision', 'decision']);
    expect(why.explanation.join(' ')).toContain('Nothing here says that it came of it.');
  });

  it('keep to the severity and the months asked for', () => {
    const ledger = someLedger();
    expect(show(ledger, 'count', { severity: 3 }).rowCount).toBe(1);
    expect(show(ledger, 'count', { months: 12 }).rowCount).toBe(2);
    expect(show(ledger, 'count').figure).toBe('3 decisions, £0');
    expect(show(ledger, 'complainedAgain').rows[0]?.mark).toBe('same cause');
    expect(show(ledger, 'used').rowCount).toBe(0);
    expect(show(ledger, 'paidSlower').figure).toBe('0 of 0 that can be compared');
  });

  it('answer every figure, also of an empty ledger', () => {
    const figures = [
      'count',
      'cameBack90',
      'cameBack180',
      'complainedAgain',
      'sameCauseAgain',
      'used',
    ] as const;
    const [empty, some] = [newLedger(), someLedger()];
    for (const figure of [...figures, 'paidFaster', 'paidSlower', 'paidSame'] as const) {
      expect(show(empty, figure).rows).toEqual([]);
      const why = show(some, figure);
      for (const row of why.rows) expect(row.cells.length).toBe(why.columns.length);
    }
  });

  it('show the first 500 and count them all', () => {
    const ledger = newLedger();
    bulk(ledger, client(ledger), 1400);
    const why = show(ledger, 'count');
    expect(why.rows.length).toBe(500);
    expect(why.rowCount).toBe(700);
  });
});

/** A client with `count` invoices over three years, half as many complaints, and an apology for each. */
function bulk(ledger: Ledger, clientId: number, count: number): void {
  const what = { kind: 'test', label: 'Many', clientId: null, bulk: true };
  change(ledger, what, (write) => {
    for (let n = 0; n < count; n++) {
      const issued = ago(1095 - Math.floor((n * 1090) / count));
      const settled = addDays(issued, 14 + ((n * 7) % 25));
      const paid = n % 9 > 0 && settled <= TODAY;
      insert(write, 'invoice', {
        client_id: clientId,
        number: `B${n}`,
        issued_on: issued,
        due_on: addDays(issued, 14),
        amount_minor: 5000,
        open_minor: paid ? 0 : 5000,
        settled_on: paid ? settled : null,
      });
      if (n % 2 === 0) continue;
      const row = insert(write, 'complaint', {
        client_id: clientId,
        received_on: issued,
        words: 'Late.',
        channel: 'phone',
        severity: 1 + (n % 4),
        cause_id: 1 + (n % 11),
        settled_on: addDays(issued, n % 3),
      });
      insert(write, 'decision', {
        client_id: clientId,
        complaint_id: row,
        kind: 'apologise',
        decided_on: issued,
        reason: 'Ours.',
      });
    }
  });
}

interface Question {
  readonly sql: string;
  readonly values: readonly Value[];
}

/** A reader that notes what it is asked. */
function watched(ledger: Ledger): { read: Reader; asked: Question[] } {
  const asked: Question[] = [];
  const read: Reader = {
    all: (sql, ...values) => {
      asked.push({ sql, values });
      return ledger.read.all(sql, ...values);
    },
    get: (sql, ...values) => {
      asked.push({ sql, values });
      return ledger.read.get(sql, ...values);
    },
  };
  return { read, asked };
}

/** Steps of the questions' plans that go through a whole table, or sort. */
function plans(ledger: Ledger, asked: readonly Question[]): string[] {
  return [...new Map(asked.map((one) => [one.sql, one])).values()]
    .flatMap(({ sql, values }) => ledger.read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values))
    .map(({ detail }) => detail)
    .filter((detail) => /^SCAN (?!json_each)|TEMP B-TREE/.test(detail));
}
