import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { checksumOf, contentTables, countsOf } from '../../../electron/ledger/contents.ts';
import { saveDraft } from '../../../electron/ledger/drafts.ts';
import { listClients } from '../../../electron/ledger/list.ts';
import { migrate } from '../../../electron/ledger/migrate.ts';
import { recorded } from '../../../electron/ledger/triggers.ts';
import { lastUndoable, undoChange } from '../../../electron/ledger/undo.ts';
import { client, invoice, newFile, newLedger, pay, TODAY } from './made-ledger.ts';

const all = { history: true };
const present = { history: false };

/** As our own tables are: each column holds values of one kind. */
function strictTable(...rows: readonly (readonly unknown[])[]) {
  const db = new Database(':memory:');
  db.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT, n INTEGER, x REAL) STRICT');
  const put = db.prepare('INSERT INTO t VALUES (?, ?, ?, ?, ?)');
  for (const row of rows) put.run(...row);
  return checksumOf(db, all);
}

function table(...rows: readonly (readonly unknown[])[]) {
  const db = new Database(':memory:');
  db.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, a, b)');
  const put = db.prepare('INSERT INTO t (id, a, b) VALUES (?, ?, ?)');
  for (const row of rows) put.run(...row);
  return checksumOf(db, all);
}

describe('the checksum of a ledger’s contents', () => {
  it('tells values, their kinds, their columns and their rows apart', () => {
    const sums = [
      table(),
      table([1, null, null]),
      table([1, 'NULL', null]),
      table([1, '', null]),
      table([1, null, '']),
      table([2, '', null]),
      table([1, 1, null]),
      table([1, '1', null]),
      table([1, Buffer.from('1'), null]),
      table([1, 'a', 'b']),
      table([1, "a','b", '']),
      table([1, 'a\0b', 'b']),
      table([1, 'a\0c', 'b']),
      table([1, 'a', 'b'], [2, 'a', 'b']),
      table([1, 'a', 'b\n2,a,b']),
      table([1n, 2n ** 60n, 'b']),
      table([1n, 2n ** 60n + 1n, 'b']),
      table([1, 0.1, 'b']),
      table([1, 0.1 + Number.EPSILON, 'b']),
    ];
    expect(new Set(sums).size).toBe(sums.length);
  });

  it('tells texts apart wherever one ends and the next begins', () => {
    const sums = [
      strictTable([1, '', '', 0, 0]),
      strictTable([1, null, '', 0, 0]),
      strictTable([1, '', null, 0, 0]),
      strictTable([1, '-', null, 0, 0]),
      strictTable([1, null, '-', 0, 0]),
      strictTable([1, null, null, null, 0]),
      strictTable([1, null, null, 0, null]),
      strictTable([1, null, null, -1, 0]),
      strictTable([1, null, null, 2n ** 60n, 0]),
      strictTable([1, null, null, 2n ** 60n + 1n, 0]),
      strictTable([1, null, null, 0, 0.1]),
      strictTable([1, null, null, 0, 0.1 + Number.EPSILON]),
      strictTable([1, 'a', 'b', 0, 0]),
      strictTable([1, 'a,1:b', '', 0, 0]),
      strictTable([1, 'ab', '', 0, 0]),
      strictTable([1, '', 'ab', 0, 0]),
      strictTable([1, 'a\0b', '', 0, 0]),
      strictTable([1, 'a\0c', '', 0, 0]),
      strictTable([1, 'é', '', 0, 0]),
      strictTable([1, 'e\u0301', '', 0, 0]),
      strictTable([1, 'a', 'b', 0, 0], [2, 'a', 'b', 0, 0]),
      strictTable([1, 'a', '1:b,0,0.0\n2,1:a,1:b', 0, 0]),
    ];
    expect(new Set(sums).size).toBe(sums.length);
  });

  it('does not mind in which order rows were written, nor that rows were deleted before', () => {
    expect(table([2, 'x', 'y'], [1, 'a', 'b'])).toBe(table([1, 'a', 'b'], [2, 'x', 'y']));
  });

  it('reads every row of a long table, whatever its ids', () => {
    const rows = Array.from({ length: 1001 }, (_, i) => [(i - 300) * 7, `row ${i}`, i] as const);
    const whole = table(...rows);
    for (const gone of [0, 199, 200, 201, 500, 1000])
      expect(table(...rows.filter((_, i) => i !== gone)), `${gone}`).not.toBe(whole);
  });

  it('changes with a draft and with a change, not with figures', () => {
    const ledger = newLedger();
    const id = client(ledger);
    pay(ledger, id, invoice(ledger, id, '2026-01-01'), '2026-01-04');
    const before = checksumOf(ledger.db, all);
    const query = { filter: 'all', text: '', sort: 'name', descending: false, offset: 0, limit: 10 } as const;
    listClients(ledger, query, TODAY);
    expect(ledger.read.get('SELECT 1 AS kept FROM client_figures')).toBeDefined();
    expect(checksumOf(ledger.db, all)).toBe(before);
    saveDraft(ledger, 'client', { name: 'Half' });
    expect(checksumOf(ledger.db, all)).not.toBe(before);
  });

  it('without its history is the old one again after an undo', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const [before, beforeAll] = [checksumOf(ledger.db, present), checksumOf(ledger.db, all)];
    invoice(ledger, id, '2026-01-01');
    undoChange(ledger, lastUndoable(ledger)?.id ?? 0);
    expect(checksumOf(ledger.db, present)).toBe(before);
    expect(checksumOf(ledger.db, all)).not.toBe(beforeAll);
  });

  it('takes in every table that is recorded, with changes, history and drafts, and neither search nor figures', () => {
    const ledger = newLedger();
    expect(contentTables(ledger.db)).toEqual([...Object.keys(recorded), 'change', 'draft', 'history'].sort());
  });

  it('can be told of a ledger of any version, and stopped', () => {
    const db = new Database(newFile());
    migrate(db, 1);
    expect(checksumOf(db, all)).toMatch(/^[0-9a-f]{64}$/);
    expect(countsOf(db).client).toBe(0);
    const ledger = newLedger();
    client(ledger);
    const stop = () => {
      throw new Error('stopped');
    };
    expect(() => checksumOf(ledger.db, all, stop)).toThrow('stopped');
    expect(countsOf(ledger.db)).toMatchObject({ client: 1, invoice: 0, change: 2 });
    db.close();
  });
});
