import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { change, insert } from '../../../electron/ledger/change.ts';
import { changeDetail } from '../../../electron/ledger/change-detail.ts';
import { editClient } from '../../../electron/ledger/clients.ts';
import { historyPage } from '../../../electron/ledger/history.ts';
import { type Ledger, openLedger } from '../../../electron/ledger/open.ts';
import { saveParting } from '../../../electron/ledger/partings.ts';
import { lastUndoable, redoChange, stepsOf, undoChange } from '../../../electron/ledger/undo.ts';
import { historyKindOf } from '../../../shared/history/kinds.ts';
import { client, complaint, invoice, newFile, newLedger, nobody, pay, TODAY } from './made-ledger.ts';

const all = { clientId: null, kind: 'all', from: null, to: null, before: null } as const;
const newest = (ledger: Ledger) =>
  ledger.read.get<{ id: number }>('SELECT max(id) AS id FROM change')?.id ?? 0;
const labels = (ledger: Ledger, more: Partial<Parameters<typeof historyPage>[1]> = {}) =>
  historyPage(ledger.read, { ...all, ...more }).lines.map(({ label }) => label);

describe('steps', () => {
  it('name what they would do, in the ledger’s money, and go back and forth across a restart', () => {
    const file = newFile();
    const ledger = newLedger(file);
    const id = client(ledger);
    const one = invoice(ledger, id, '2026-10-22', 1020_00);
    pay(ledger, id, one, '2026-10-30', 340_00);
    expect(stepsOf(ledger)).toMatchObject({
      undo: {
        label: expect.stringMatching(/^Payment of £340 on invoice T\d+ from Larkfield Court$/),
        rows: 2,
      },
      redo: null,
    });
    const undone = undoChange(ledger, lastUndoable(ledger)?.id ?? 0);
    expect(undone.label).toMatch(/^Undid: payment of £340 on invoice T\d+ from Larkfield Court$/);
    ledger.close();
    const again = openLedger(file);
    expect(stepsOf(again).redo).toMatchObject({
      id: undone.changeId,
      label: expect.stringMatching(/^Payment of £340/),
    });
    const redone = redoChange(again, stepsOf(again).redo?.id ?? 0);
    expect(redone.label).toMatch(/^Redid: payment of £340/);
    expect(again.read.get('SELECT amount_minor, id FROM payment')).toEqual({ amount_minor: 340_00, id: 1 });
    expect(stepsOf(again)).toMatchObject({ undo: { label: expect.stringMatching(/^Payment/) }, redo: null });
    again.close();
  });

  it('a new change ends the redo; one that changed nothing does not', () => {
    const ledger = newLedger();
    const id = client(ledger);
    client(ledger, 'Second');
    undoChange(ledger, newest(ledger));
    editClient(ledger, { ...nobody, id, name: 'Larkfield Court' });
    expect(stepsOf(ledger).redo?.label).toBe('New client Second');
    editClient(ledger, { ...nobody, id, name: 'Larkfield' });
    expect(stepsOf(ledger).redo).toBeNull();
    // From the history it can still be brought back by itself.
    const undone = historyPage(ledger.read, all).lines.find(({ state }) => state === 'undone');
    redoChange(ledger, undone?.id ?? 0);
    expect(ledger.read.all('SELECT name FROM client ORDER BY id')).toEqual([
      { name: 'Larkfield' },
      { name: 'Second' },
    ]);
    // What came into force last is the first to go again.
    expect(stepsOf(ledger).undo?.label).toBe('New client Second');
  });

  it('is refused by name where another change stands in the way', () => {
    const ledger = newLedger();
    const id = client(ledger, 'A');
    const rename = (name: string) => editClient(ledger, { ...nobody, id, name }).changeId;
    const toB = rename('B');
    const toC = rename('C');
    expect(() => undoChange(ledger, toB)).toThrow(/“Changed B” can’t be undone yet.*“Changed C”/);
    undoChange(ledger, toC);
    undoChange(ledger, toB);
    expect(() => redoChange(ledger, toC)).toThrow(
      /“Changed C” can’t be brought back yet: “Changed B” was undone since/,
    );
    expect(() => redoChange(ledger, 1)).toThrow(/was not undone/);
    const toD = rename('D');
    expect(() => redoChange(ledger, toB)).toThrow(/can’t be brought back yet.*“Changed D”/);
    undoChange(ledger, toD);
    redoChange(ledger, toB);
    expect(() => redoChange(ledger, toB)).toThrow(/was not undone/);
    expect(ledger.read.get('SELECT name FROM client')).toEqual({ name: 'B' });
    expect(() => undoChange(ledger, newest(ledger))).toThrow(/bring the change back instead/);
  });

  it('a payment of a client whose adding was undone since is brought back only with them', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const added = newest(ledger);
    pay(ledger, id, null, '2026-10-01');
    const paid = newest(ledger);
    undoChange(ledger, paid);
    undoChange(ledger, added);
    expect(() => redoChange(ledger, paid)).toThrow(/something it belongs to is not in the ledger now/);
    redoChange(ledger, added);
    redoChange(ledger, paid);
    expect(ledger.db.pragma('foreign_key_check')).toEqual([]);
  });

  it('a number taken meanwhile stands in the way, and says so', () => {
    const ledger = newLedger();
    const add = (name: string) =>
      change(ledger, { kind: 'client.add', label: `New client ${name}`, clientId: null }, (write) =>
        insert(write, 'client', { name, number: '7' }),
      );
    const { changeId } = add('First');
    undoChange(ledger, changeId);
    add('Second');
    expect(() => redoChange(ledger, changeId)).toThrow(/same name, number or place has come since/);
  });

  it('two imports, the first undone and brought back, keep apart: undoing the second leaves the first', () => {
    const ledger = newLedger();
    const bulk = (label: string, names: readonly string[]) =>
      change(ledger, { kind: 'import', label, clientId: null, bulk: true }, (write) => {
        for (const name of names) insert(write, 'client', { name });
      }).changeId;
    const first = bulk('Import of one.csv', ['A', 'B']);
    undoChange(ledger, first);
    const second = bulk('Import of two.csv', ['C']);
    redoChange(ledger, first);
    undoChange(ledger, second);
    expect(ledger.read.all('SELECT name FROM client ORDER BY name')).toEqual([{ name: 'A' }, { name: 'B' }]);
  });

  it('of one sitting at the parting worksheet are one', () => {
    const ledger = newLedger();
    const clientId = client(ledger);
    const sheet = {
      clientId,
      why: null,
      lastAttempt: null,
      finalInvoiceId: null,
      moneySettled: null,
      handOver: null,
      referralId: null,
      letter: null,
      instruction: null,
      partsOn: null,
    };
    const begun = saveParting(ledger, sheet, TODAY).changeId;
    for (const why of ['They', 'They shout', 'They shout at staff'])
      expect(saveParting(ledger, { ...sheet, why }, TODAY).changeId).toBe(begun);
    ledger.db.prepare("UPDATE change SET at = '2020-01-01T00:00:00.000Z' WHERE id = ?").run(begun);
    const later = saveParting(ledger, { ...sheet, why: 'Another sitting' }, TODAY).changeId;
    expect(later).not.toBe(begun);
    undoChange(ledger, later);
    expect(ledger.read.get('SELECT why FROM parting')).toEqual({ why: 'They shout at staff' });
    // After an undo nothing goes on: that would bury it.
    expect(saveParting(ledger, { ...sheet, why: 'Anew' }, TODAY).changeId).toBeGreaterThan(later);
    undoChange(ledger, newest(ledger));
    undoChange(ledger, begun);
    expect(ledger.read.all('SELECT * FROM parting')).toEqual([]);
  });
});

describe('the page', () => {
  it('lists newest first, by client, kind and day, a page at a time', () => {
    const ledger = newLedger();
    const one = client(ledger, 'One');
    const two = client(ledger, 'Two');
    pay(ledger, one, null, '2026-10-01', 20_00);
    complaint(ledger, two, '2026-11-01');
    expect(labels(ledger)).toEqual([
      'Complaint from Two logged',
      'Payment of £20 on account from One',
      'New client Two',
      'New client One',
      'Started the ledger of Test & Co',
    ]);
    expect(labels(ledger, { clientId: one })).toEqual([
      'Payment of £20 on account from One',
      'New client One',
    ]);
    expect(labels(ledger, { kind: 'complaints' })).toEqual(['Complaint from Two logged']);
    const yesterday = new Date(2026, 10, 15, 23, 59).toISOString();
    ledger.db.prepare('UPDATE change SET at = ? WHERE id <= 3').run(yesterday);
    expect(labels(ledger, { to: '2026-11-15' })).toHaveLength(3);
    expect(labels(ledger, { from: '2026-11-15', to: '2026-11-15', clientId: two })).toEqual([
      'New client Two',
    ]);
    expect(labels(ledger, { to: '2026-11-14' })).toEqual([]);
    expect(labels(ledger, { from: '2199-12-31', to: '2199-12-31' })).toEqual([]);
    const page = historyPage(ledger.read, { ...all, clientId: two });
    expect(page.client).toEqual({ id: two, name: 'Two' });
  });

  it('finds imports that brought a client invoices', () => {
    const ledger = newLedger();
    const id = client(ledger);
    change(
      ledger,
      { kind: 'import', label: 'Import of june.csv', clientId: null, bulk: true },
      (write, changeId) => {
        const importId = insert(write, 'import', {
          change_id: changeId,
          file_name: 'june.csv',
          sha256: 'a'.repeat(64),
          format: 'x',
          imported_on: TODAY,
          counts: '{}',
        });
        insert(write, 'invoice', {
          client_id: id,
          number: '1',
          issued_on: TODAY,
          due_on: TODAY,
          amount_minor: 100,
          open_minor: 100,
          import_id: importId,
        });
      },
    );
    expect(labels(ledger, { clientId: id })[0]).toBe('Import of june.csv');
    expect(labels(ledger, { kind: 'imports' })).toEqual(['Import of june.csv']);
  });

  it('strikes what was undone, and says when', () => {
    const ledger = newLedger();
    const id = client(ledger);
    undoChange(ledger, newest(ledger));
    const [undo, undone] = historyPage(ledger.read, all).lines;
    expect(undo).toMatchObject({ state: 'undo', undoneAt: null, label: 'Undid: new client Larkfield Court' });
    expect(undone).toMatchObject({ state: 'undone', undoneAt: undo?.at, clientId: id, clientName: null });
    redoChange(ledger, undo?.id ?? 0);
    const [redo, , again] = historyPage(ledger.read, all).lines;
    expect([redo?.state, again?.state, again?.clientName]).toEqual(['redo', 'in force', 'Larkfield Court']);
  });

  it('files every kind of change the ledger makes', () => {
    expect(historyKindOf('payment.add')).toBe('money');
    expect(historyKindOf('payment.remove')).toBe('removals');
    expect(historyKindOf('print.forget')).toBe('removals');
    expect(historyKindOf('redo')).toBe('undo');
    expect(historyKindOf('ledger.edit')).toBe('other');
  });

  it('answers at once with 200,000 changes and an import of 100,000 rows', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const { db } = ledger;
    db.exec(`
      INSERT INTO change (at, kind, label, client_id, first_row, last_row)
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000)
        SELECT '2026-11-16T08:00:00.000Z', 'payment.add', 'Payment ' || i, ${id}, i + 100, i + 100 FROM n;
      INSERT INTO history (id, change_id, entity, row_id, action)
        SELECT first_row, id, 'payment', first_row, 'insert' FROM change WHERE kind = 'payment.add';
      INSERT INTO history (id, change_id, entity, row_id, last_id, action) VALUES (300000, 200003, 'invoice', 1, 100000, 'insert');
      INSERT INTO change (at, kind, label, first_row, last_row) VALUES ('2026-11-16T08:00:00.000Z', 'import', 'Import', 300000, 300000);`);
    const times = [
      () => historyPage(ledger.read, all),
      () => historyPage(ledger.read, { ...all, clientId: id }),
      () => historyPage(ledger.read, { ...all, kind: 'complaints' }),
      () => historyPage(ledger.read, { ...all, before: 1000 }),
      () => historyPage(ledger.read, { ...all, to: '2026-11-01' }),
      () => changeDetail(ledger, newest(ledger), 'en-GB'),
      () => stepsOf(ledger),
    ].map((ask) => {
      const begun = performance.now();
      ask();
      return performance.now() - begun;
    });
    // Far above what they take, far below what an owner would call slow.
    expect(Math.max(...times)).toBeLessThan(1500);
    expect(historyPage(ledger.read, all).lines[0]?.rows).toBe(100_000);
    expect(historyPage(ledger.read, all).next).not.toBeNull();
  });
});
