import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confirmSession, startSession } from '../../../electron/imports/sessions.ts';
import { change, insert } from '../../../electron/ledger/change.ts';
import { addClient, type editClient, getClient } from '../../../electron/ledger/clients.ts';
import { checksumOf } from '../../../electron/ledger/contents.ts';
import { raiseFlag } from '../../../electron/ledger/flags.ts';
import { addCredit, addPayment, creditOf, writeOff } from '../../../electron/ledger/invoices.ts';
import { keepApart } from '../../../electron/ledger/kept-apart.ts';
import { dealtWith, goOver, mergeClients, mergedNames, presentId } from '../../../electron/ledger/merge.ts';
import { lookAtMerge } from '../../../electron/ledger/merge-look.ts';
import type { Ledger } from '../../../electron/ledger/open.ts';
import { clientPage } from '../../../electron/ledger/page.ts';
import { find } from '../../../electron/ledger/search.ts';
import { setStanding } from '../../../electron/ledger/standings.ts';
import { recorded } from '../../../electron/ledger/triggers.ts';
import { redoChange, undoChange } from '../../../electron/ledger/undo.ts';
import { clientColumns } from '../../../shared/clients/client.ts';
import { mergeFields } from '../../../shared/views/merge.ts';
import { client, complaint, contents, invoice, newLedger, nobody, pay, TODAY } from './made-ledger.ts';

const made = (ledger: Ledger, fields: Partial<Parameters<typeof editClient>[1]> & { name: string }): number =>
  addClient(ledger, { ...nobody, ...fields, allTheSame: true }, TODAY).value;
const merge = (ledger: Ledger, keepId: number, goneId: number, take: (typeof mergeFields)[number][] = []) =>
  mergeClients(ledger, { keepId, goneId, take }, TODAY);
const live = (ledger: Ledger) => checksumOf(ledger.db, { history: false });
const flag = (ledger: Ledger, clientId: number, raisedOn: string, instruction: string) =>
  raiseFlag(
    ledger,
    {
      clientId,
      raisedOn,
      instruction,
      reason: 'Shouted at the crew',
      reviewOn: null,
      look: {
        process: false,
        communication: false,
        value: false,
        training: false,
        found: 'Nothing of ours.',
      },
    },
    TODAY,
  );
const row = (ledger: Ledger, table: string, fields: Record<string, string | number | null>) =>
  change(ledger, { kind: 'test', label: 'a row', clientId: null }, (write) => insert(write, table, fields))
    .value;
const parting = (ledger: Ledger, clientId: number, finished: boolean) =>
  row(ledger, 'parting', {
    client_id: clientId,
    begun_on: '2026-10-01',
    finished_on: finished ? '2026-10-20' : null,
  });

describe('merging two clients', () => {
  it('knows every column of the schema that names a client', () => {
    const { db } = newLedger();
    const tables = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .pluck()
      .all() as string[];
    const naming = tables.flatMap((table) => {
      const keys = db.pragma(`foreign_key_list(${table})`) as { table: string; from: string }[];
      return keys.filter((key) => key.table === 'client').map((key) => `${table}.${key.from}`);
    });
    const known = [...goOver.map(({ table, column }) => `${table}.${column}`), ...dealtWith];
    expect(naming.length).toBeGreaterThan(12);
    expect(naming.sort()).toEqual([...known].sort());
  });

  it('knows every field of a client', () => {
    expect([...mergeFields].sort()).toEqual(Object.keys(clientColumns).sort());
  });

  it('brings everything to the one that is kept, and undo gives back byte by byte what was', () => {
    const ledger = newLedger();
    const keep = client(ledger, 'Larkfield Court');
    const gone = client(ledger, 'Larkfield Ct');
    const other = client(ledger, 'Mrs Whitlock');
    keepApart(ledger, { oneId: gone, otherId: other });
    const own = invoice(ledger, keep, '2026-08-01');
    const theirs = invoice(ledger, gone, '2026-09-01', 250_00);
    pay(ledger, gone, theirs, '2026-09-20', 100_00);
    pay(ledger, gone, null, '2026-09-25', 30_00);
    const said = complaint(ledger, gone, '2026-09-10', { invoiceId: theirs, words: 'The quince is dead.' });
    row(ledger, 'hours', {
      client_id: gone,
      kind: 'care',
      worked_on: '2026-09-11',
      minutes: 30,
      hourly_cost_minor: 28_00,
    });
    row(ledger, 'kept_print', {
      client_id: gone,
      kept_on: TODAY,
      kept_time: '10:00',
      kind: 'statement',
      title: 'Statement',
      document: '{}',
    });
    const before = live(ledger);
    const bothBefore = [clientPage(ledger, keep, TODAY), clientPage(ledger, gone, TODAY)];

    const done = merge(ledger, keep, gone);
    expect(done.label).toBe('Merged Larkfield Ct into Larkfield Court');
    const page = clientPage(ledger, keep, TODAY);
    expect(page.invoices.map(({ id }) => id).sort()).toEqual([own, theirs].sort());
    expect(page.complaints.map(({ id }) => id)).toEqual([said]);
    expect(page.credit).toBe(30_00);
    expect(page.hours).toHaveLength(1);
    expect(() => getClient(ledger.read, gone)).toThrow('no longer in the ledger');
    expect(find(ledger.read, 'Larkfield Ct').hits.map((hit) => hit.clientId)).not.toContain(gone);
    expect(find(ledger.read, 'quince').hits[0]?.clientId).toBe(keep);
    expect(ledger.read.all('SELECT client_id, other_id FROM kept_apart')).toEqual([
      { client_id: keep, other_id: other },
    ]);
    expect(ledger.db.pragma('foreign_key_check')).toEqual([]);

    undoChange(ledger, done.changeId);
    expect(live(ledger)).toBe(before);
    expect([clientPage(ledger, keep, TODAY), clientPage(ledger, gone, TODAY)]).toEqual(bothBefore);
    expect(find(ledger.read, 'quince').hits[0]?.clientId).toBe(gone);
  });

  it('takes what only the other says, and of what differs what the owner chose', () => {
    const ledger = newLedger();
    const keep = made(ledger, {
      name: 'Larkfield Court',
      number: '12',
      phone: '01632 960142',
      termsDays: 21,
    });
    const gone = made(ledger, {
      name: 'Larkfield Ct',
      number: '0012',
      email: 'denise@larkfield.example',
      termsDays: 30,
      since: '2021-03-01',
    });
    const look = lookAtMerge(ledger.read, { keepId: keep, goneId: gone });
    expect(look.differences).toEqual([
      { field: 'number', label: 'Client number', keep: '12', gone: '0012' },
      { field: 'name', label: 'Name', keep: 'Larkfield Court', gone: 'Larkfield Ct' },
      { field: 'termsDays', label: 'Days to pay', keep: '21 days', gone: '30 days' },
    ]);
    expect(look.notes).toEqual([
      'Taken from Larkfield Ct, because Larkfield Court says nothing there: E-mail (denise@larkfield.example), Client since (1 Mar 2021).',
    ]);
    const before = live(ledger);
    const { changeId } = merge(ledger, keep, gone, ['number', 'email']);
    expect(getClient(ledger.read, keep)).toMatchObject({
      name: 'Larkfield Court',
      number: '0012',
      email: 'denise@larkfield.example',
      phone: '01632 960142',
      termsDays: 21,
      since: '2021-03-01',
    });
    undoChange(ledger, changeId);
    expect(live(ledger)).toBe(before);
  });

  it('tells invoices of the same number apart, also where that number is taken or as long as can be', () => {
    const ledger = newLedger();
    const keep = client(ledger, 'A');
    const gone = client(ledger, 'B');
    const long = 'N'.repeat(60);
    const numbered = (clientId: number, number: string) => {
      const id = invoice(ledger, clientId, '2026-08-01');
      change(ledger, { kind: 'test', label: 'number', clientId: null }, (write) =>
        write.run('UPDATE invoice SET number = ? WHERE id = ?', number, id),
      );
      return id;
    };
    for (const number of ['3526', long]) numbered(keep, number);
    const [same, taken, longest] = ['3526', '3526 (2)', long].map((number) => numbered(gone, number));
    expect(lookAtMerge(ledger.read, { keepId: keep, goneId: gone }).notes[0]).toBe(
      'Invoice 3526 is on both. The one of B becomes “3526 (3)”.',
    );
    const before = live(ledger);
    const { changeId } = merge(ledger, keep, gone);
    const numberOf = (id: number | undefined) =>
      ledger.read.get<{ number: string; client_id: number }>(
        'SELECT number, client_id FROM invoice WHERE id = ?',
        id ?? 0,
      );
    expect(numberOf(same)).toEqual({ number: '3526 (3)', client_id: keep });
    expect(numberOf(taken)).toEqual({ number: '3526 (2)', client_id: keep });
    expect(numberOf(longest)).toEqual({ number: `${'N'.repeat(56)} (2)`, client_id: keep });
    undoChange(ledger, changeId);
    expect(live(ledger)).toBe(before);
  });

  it.each([
    ['the kept one’s is newer', '2026-09-02', '2026-09-01', 'kept'],
    ['the other’s is newer', '2026-09-01', '2026-09-02', 'gone'],
  ])('of two red flags the newer stays: %s', (_, keptOn, goneOn, stays) => {
    const ledger = newLedger();
    const keep = client(ledger, 'A');
    const gone = client(ledger, 'B');
    flag(ledger, keep, keptOn, 'kept');
    flag(ledger, gone, goneOn, 'gone');
    expect(lookAtMerge(ledger.read, { keepId: keep, goneId: gone }).notes).toEqual([
      `Both have a red flag. The newer one stays, “${stays}”; the one of ${stays === 'kept' ? 'B' : 'A'} is lifted.`,
    ]);
    merge(ledger, keep, gone);
    expect(
      ledger.read.all(
        'SELECT client_id, instruction, lifted_on FROM red_flag ORDER BY lifted_on IS NOT NULL',
      ),
    ).toEqual([
      { client_id: keep, instruction: stays, lifted_on: null },
      { client_id: keep, instruction: stays === 'kept' ? 'gone' : 'kept', lifted_on: TODAY },
    ]);
  });

  it('ends the older of two standings, also with a clock put back', () => {
    const ledger = newLedger();
    const keep = client(ledger, 'A');
    const gone = client(ledger, 'B');
    for (const [clientId, standing] of [
      [keep, 'good'],
      [gone, 'at risk'],
    ] as const)
      setStanding(ledger, { clientId, standing, reason: 'I know them', reviewOn: '2027-01-01' }, TODAY);
    const before = live(ledger);
    const { changeId } = mergeClients(ledger, { keepId: keep, goneId: gone, take: [] }, '2026-01-01');
    expect(ledger.read.all('SELECT client_id, standing, ended_on FROM standing_set ORDER BY id')).toEqual([
      { client_id: keep, standing: 'good', ended_on: TODAY },
      { client_id: keep, standing: 'at risk', ended_on: null },
    ]);
    undoChange(ledger, changeId);
    expect(live(ledger)).toBe(before);
  });

  it.each([
    [true, true, 'Ways are parted with both'],
    [false, false, 'under way for both'],
    [true, false, 'under way for B, and ways are parted with A'],
    [false, true, 'under way for A, and ways are parted with B'],
  ])('is refused where two partings stand in the way (%s, %s)', (keepDone, goneDone, why) => {
    const ledger = newLedger();
    const keep = client(ledger, 'A');
    const gone = client(ledger, 'B');
    parting(ledger, keep, keepDone);
    parting(ledger, gone, goneDone);
    expect(lookAtMerge(ledger.read, { keepId: keep, goneId: gone }).refusal).toContain(why);
    const before = live(ledger);
    expect(() => merge(ledger, keep, gone)).toThrow(why);
    expect(live(ledger)).toBe(before);
  });

  it('carries one parting over, and says so', () => {
    const ledger = newLedger();
    const keep = client(ledger, 'A');
    const gone = client(ledger, 'B');
    parting(ledger, gone, true);
    expect(lookAtMerge(ledger.read, { keepId: keep, goneId: gone }).notes).toEqual([
      'Ways are parted with B, and so they will be with A.',
    ]);
    merge(ledger, keep, gone);
    expect(clientPage(ledger, keep, TODAY).partedOn).toBe('2026-10-20');
  });

  it('leads an old link to the one that is kept, over several merges, and not after an undo', () => {
    const ledger = newLedger();
    const [a, b, c] = ['A', 'B', 'C'].map((name) => client(ledger, name)) as [number, number, number];
    merge(ledger, b, a);
    const last = merge(ledger, c, b);
    expect(presentId(ledger.read, a)).toBe(c);
    expect(presentId(ledger.read, c)).toBe(c);
    expect(presentId(ledger.read, 999)).toBe(999);
    undoChange(ledger, last.changeId);
    expect(presentId(ledger.read, a)).toBe(b);
  });

  it('can’t be undone once credit of the one was spent by the other', () => {
    const ledger = newLedger();
    const keep = client(ledger, 'A');
    const gone = client(ledger, 'B');
    const owed = invoice(ledger, keep, '2026-09-01');
    pay(ledger, gone, null, '2026-09-25', 30_00);
    const { changeId } = merge(ledger, keep, gone);
    const spent = { clientId: keep, invoiceId: owed, paidOn: TODAY, amount: 30_00, note: null };
    const { changeId: spending } = addPayment(ledger, { ...spent, method: 'credit' }, TODAY);
    expect(() => undoChange(ledger, changeId)).toThrow('later changes build on it');
    undoChange(ledger, spending);
    undoChange(ledger, changeId);
    expect(creditOf(ledger.read, gone)).toBe(30_00);
  });

  it('is known to the next import, which brings the gone one’s name or number again', async () => {
    const ledger = newLedger();
    const keep = made(ledger, { name: 'Larkfield Court', number: '12' });
    const numbered = made(ledger, { name: 'Larkfield Ct', number: '0034' });
    const named = client(ledger, 'Larkfield (old)');
    const first = merge(ledger, keep, numbered);
    merge(ledger, keep, named);
    const bytes = new TextEncoder().encode(
      [
        'Client number,Client,Invoice number,Invoice date,Due date,Amount',
        '34,Larkfield Ct,A1,2026-10-01,2026-10-31,100.00',
        ',larkfield (OLD),A2,2026-10-01,2026-10-31,100.00',
        '12,Larkfield Court,A3,2026-10-01,2026-10-31,100.00',
        ',Somebody new,A4,2026-10-01,2026-10-31,100.00',
      ].join('\n'),
    );
    const preview = await startSession(ledger, 'invoices.csv', bytes, TODAY, () => undefined);
    expect(preview.questions).toEqual([]);
    const done = await confirmSession(ledger, preview.importId, TODAY, () => undefined);
    expect(done).toMatchObject({ invoices: 4, clients: 1 });
    expect(
      clientPage(ledger, keep, TODAY)
        .invoices.map(({ number }) => number)
        .sort(),
    ).toEqual(['A1', 'A2', 'A3']);
    expect(getClient(ledger.read, keep).number).toBe('12');
    // Undone, it is a client of its own again.
    undoChange(ledger, first.changeId);
    expect(mergedNames(ledger.read)).toEqual([
      { id: keep, name: 'Larkfield (old)', number: null, merged: true },
    ]);
  });

  it('is refused for a client that is gone, and for one and the same', () => {
    const ledger = newLedger();
    const keep = client(ledger, 'A');
    expect(() => merge(ledger, keep, keep + 1)).toThrow('no longer in the ledger');
    expect(() => merge(ledger, keep, keep)).toThrow('two different clients');
  });
});

/** What an owner would be ruined by losing: sums of both together. */
const money = (ledger: Ledger, ids: readonly number[]) => {
  const list = JSON.stringify(ids);
  const sum = (sql: string) => ledger.read.get<{ n: number | null }>(sql, list)?.n ?? 0;
  const of = 'IN (SELECT value FROM json_each(?))';
  return {
    invoiced: sum(`SELECT sum(amount_minor) AS n FROM invoice WHERE client_id ${of}`),
    paid: sum(`SELECT sum(amount_minor) AS n FROM payment WHERE client_id ${of}`),
    owed: sum(`SELECT sum(open_minor) AS n FROM invoice WHERE client_id ${of}`),
    writtenOff: sum(
      `SELECT sum(w.amount_minor) AS n FROM write_off w JOIN invoice i ON i.id = w.invoice_id WHERE i.client_id ${of}`,
    ),
    credit: ids.reduce((all, id) => all + creditOf(ledger.read, id), 0),
  };
};

describe('no penny is made or lost', () => {
  const step = fc.record({
    on: fc.nat(1),
    what: fc.constantFrom('invoice', 'payment', 'on account', 'credit', 'write-off', 'spend credit'),
    amount: fc.integer({ min: 1, max: 500_00 }),
    day: fc.integer({ min: 1, max: 28 }),
  });

  it('whatever two clients were invoiced and paid', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), fc.boolean(), (steps, swapped) => {
        const ledger = newLedger();
        const ids = [client(ledger, 'Larkfield Court'), client(ledger, 'Larkfield Ct')] as const;
        const invoices: [number[], number[]] = [[], []];
        for (const { on, what, amount, day } of steps) {
          const clientId = ids[on as 0 | 1];
          const theirs = invoices[on as 0 | 1];
          const paidOn = `2026-10-${String(day).padStart(2, '0')}`;
          const last = theirs.at(-1);
          try {
            if (what === 'invoice')
              theirs.push(invoice(ledger, clientId, '2026-09-15', amount, '2026-09-01'));
            else if (what === 'on account') pay(ledger, clientId, null, paidOn, amount);
            else if (last === undefined) continue;
            else if (what === 'payment') pay(ledger, clientId, last, paidOn, amount);
            else if (what === 'credit')
              addCredit(ledger, { invoiceId: last, creditedOn: paidOn, amount, reason: 'a slip' }, TODAY);
            else if (what === 'write-off')
              writeOff(ledger, { invoiceId: last, writtenOffOn: paidOn, reason: 'never came' }, TODAY);
            else {
              const payment = {
                clientId,
                invoiceId: last,
                paidOn,
                amount,
                method: 'credit' as const,
                note: null,
              };
              addPayment(ledger, payment, TODAY);
            }
          } catch (error) {
            // What the ledger refuses an owner, such as credit nobody has, is no part of this.
            if ((error as Error).name !== 'OwnerError') throw error;
          }
        }
        const before = { live: live(ledger), money: money(ledger, ids), tables: tablesOf(ledger) };
        const [keep, gone] = swapped ? [ids[1], ids[0]] : ids;
        const { changeId } = merge(ledger, keep, gone);
        const merged = live(ledger);
        expect(money(ledger, [keep])).toEqual(before.money);
        expect(clientPage(ledger, keep, TODAY).credit).toBe(before.money.credit);
        undoChange(ledger, changeId);
        expect(tablesOf(ledger)).toEqual(before.tables);
        expect(live(ledger)).toBe(before.live);
        redoChange(ledger, changeId);
        expect(live(ledger)).toBe(merged);
        expect(money(ledger, [keep])).toEqual(before.money);
        ledger.close();
      }),
      { numRuns: 15 },
    );
  }, 30_000);
});

const tablesOf = (ledger: Ledger) => contents(ledger, Object.keys(recorded));
