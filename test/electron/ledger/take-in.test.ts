import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { change, insert } from '../../../electron/ledger/change.ts';
import { editClient } from '../../../electron/ledger/clients.ts';
import { checksumOf } from '../../../electron/ledger/contents.ts';
import { saveDraft } from '../../../electron/ledger/drafts.ts';
import { raiseFlag } from '../../../electron/ledger/flags.ts';
import { writeOff } from '../../../electron/ledger/invoices.ts';
import { quietly } from '../../../electron/ledger/jobs/job.ts';
import { takeInJob } from '../../../electron/ledger/jobs/take-in.ts';
import { listClients } from '../../../electron/ledger/list.ts';
import { mergeClients } from '../../../electron/ledger/merge.ts';
import { LEDGER_VERSION, migrate } from '../../../electron/ledger/migrate.ts';
import { createLedger, type Ledger, openLedger } from '../../../electron/ledger/open.ts';
import { writeSample } from '../../../electron/ledger/sample.ts';
import { find } from '../../../electron/ledger/search.ts';
import { undoChange } from '../../../electron/ledger/undo.ts';
import {
  client,
  complaint,
  invoice,
  newFile,
  newLedger,
  nobody,
  pay,
  TODAY,
  testFolder,
} from './made-ledger.ts';
import { exported, type JsonFile, jsonOf, refusedWith, takenIn } from './taking.ts';

const whole = (db: Database.Database) => checksumOf(db, { history: true });
const sequences = (db: Database.Database) => db.prepare('SELECT * FROM sqlite_sequence ORDER BY name').all();

/** The ledger that comes of exporting and taking in; closed by the caller. */
function twin(ledger: Ledger): Ledger {
  return openLedger(takenIn(readFileSync(exported(ledger, 'json').target)).target);
}

function expectEqual(ledger: Ledger, other: Ledger): void {
  expect(whole(other.db)).toBe(whole(ledger.db));
  expect(sequences(other.db)).toEqual(sequences(ledger.db));
  expect(other.db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(
    other.db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name").all(),
  ).toEqual(
    ledger.db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name").all(),
  );
}

describe('what is exported as JSON and taken in', () => {
  it('is the whole sample, equal to the last byte, with its history, and goes on working', async () => {
    const ledger = createLedger(newFile());
    await writeSample(ledger, TODAY, 'GBP', 'en-GB');
    const other = twin(ledger);
    expectEqual(ledger, other);
    expect(find(other.read, 'Larkfield').hits[0]?.title).toContain('Larkfield Court');
    const list = {
      text: '',
      filter: 'all',
      sort: 'oldest',
      descending: true,
      offset: 0,
      limit: 100,
    } as never;
    expect(listClients(other, list, TODAY)).toEqual(listClients(ledger, list, TODAY));
    // A new row goes where it would have gone, and the history records it.
    expect(client(other, 'Somebody new')).toBe(client(ledger, 'Somebody new'));
    for (const one of [ledger, other]) one.close();
  });

  it('can still undo what was done before', () => {
    const ledger = newLedger();
    const id = client(ledger, 'Mrs Whitlock');
    const before = checksumOf(ledger.db, { history: false });
    const owed = invoice(ledger, id, '2026-10-01');
    pay(ledger, id, owed, '2026-10-05', 40_00);
    const other = twin(ledger);
    for (const changeId of [4, 3]) undoChange(other, changeId);
    expect(checksumOf(other.db, { history: false })).toBe(before);
    other.close();
  });

  it('gives no id anew that a removed row had', () => {
    const ledger = newLedger();
    client(ledger, 'A');
    const last = client(ledger, 'B');
    undoChange(ledger, 3);
    const other = twin(ledger);
    expect(client(other, 'C')).toBe(last + 1);
    other.close();
  });

  it('is equal for any ledger', () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .filter((text) => text.trim() !== '');
    const step = fc.record({
      what: fc.constantFrom(
        'client',
        'invoice',
        'pay',
        'complaint',
        'edit',
        'flag',
        'writeOff',
        'merge',
        'undo',
        'draft',
      ),
      words,
      n: fc.nat(20),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 16 }), (steps) => {
        const ledger = newLedger();
        const clients = [client(ledger, 'First')];
        const invoices: number[] = [];
        for (const one of steps) {
          const clientId = clients[one.n % clients.length] ?? 1;
          const invoiceId = invoices[one.n % (invoices.length || 1)];
          try {
            take(ledger, one.what, one.words, clientId, invoiceId, clients, invoices);
          } catch (error) {
            if ((error as Error).name !== 'OwnerError') throw error;
          }
        }
        const other = twin(ledger);
        expectEqual(ledger, other);
        other.close();
        ledger.close();
      }),
      { numRuns: 20 },
    );
  }, 30_000);

  it('of an older version is taken in as it is and migrated', () => {
    const old = new Database(newFile());
    migrate(old, 1);
    old.exec(`
      INSERT INTO change (id, at, kind, label, first_row) VALUES (1, '2026-01-01T00:00:00.000Z', 'ledger.start', 'Start', 1);
      INSERT INTO open_change (id, change_id, bulk) VALUES (1, 1, 0);
      INSERT INTO ledger (id, business, currency, settle_limit_days) VALUES (1, 'Hollin', 'GBP', 9);
      INSERT INTO client (name) VALUES ('Larkfield Court');
      UPDATE change SET last_row = (SELECT max(id) FROM history); DELETE FROM open_change`);
    const tables: JsonFile['tables'] = {};
    const names = old
      .prepare("SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main'")
      .pluck()
      .all() as string[];
    for (const name of names)
      if (!['client_figures', 'open_change', 'sqlite_schema'].includes(name))
        tables[name] = old.prepare(`SELECT * FROM ${name}`).all() as Record<string, unknown>[];
    const rows = Object.fromEntries(Object.entries(tables).map(([name, all]) => [name, all.length]));
    const head = { format: 'Evenhand ledger', version: 1, ledgerVersion: 1, exportedOn: TODAY, rows };
    const other = openLedger(takenIn(JSON.stringify({ ...head, tables })).target);
    expect(other.db.pragma('user_version', { simple: true })).toBe(LEDGER_VERSION);
    expect(other.read.all('SELECT name FROM client')).toEqual([{ name: 'Larkfield Court' }]);
    expect(other.read.get('SELECT settings FROM house_rule WHERE rule = ?', 'settle within')).toEqual({
      settings: '{"days":9}',
    });
    other.close();
    old.close();
  });
});

function take(
  ledger: Ledger,
  what: string,
  words: string,
  clientId: number,
  invoiceId: number | undefined,
  clients: number[],
  invoices: number[],
): void {
  if (what === 'client') clients.push(client(ledger, words.slice(0, 200)));
  else if (what === 'invoice') invoices.push(invoice(ledger, clientId, '2026-10-01', 321_00));
  else if (what === 'complaint') complaint(ledger, clientId, '2026-10-02', { words });
  else if (what === 'edit') editClient(ledger, { ...nobody, id: clientId, name: words, notes: words });
  else if (what === 'draft') saveDraft(ledger, `note:client:${clientId}`, { words });
  else if (what === 'undo') {
    const last = ledger.read.get<{ id: number }>('SELECT max(id) AS id FROM change WHERE undoes IS NULL');
    undoChange(ledger, last?.id ?? 0);
  } else if (what === 'flag') {
    const look = { process: false, communication: true, value: false, training: false, found: words };
    raiseFlag(
      ledger,
      { clientId, raisedOn: TODAY, reason: words, instruction: words, reviewOn: null, look },
      TODAY,
    );
  } else if (what === 'merge') {
    const goneId = clients.find((id) => id !== clientId);
    if (goneId === undefined) return;
    mergeClients(ledger, { keepId: clientId, goneId, take: [] }, TODAY);
    clients.splice(clients.indexOf(goneId), 1);
  } else if (invoiceId !== undefined && what === 'pay') {
    const owner = ledger.read.get<{ id: number }>(
      'SELECT client_id AS id FROM invoice WHERE id = ?',
      invoiceId,
    );
    if (owner) pay(ledger, owner.id, invoiceId, '2026-10-20', 12_34);
  } else if (invoiceId !== undefined) {
    writeOff(ledger, { invoiceId, writtenOffOn: TODAY, reason: words }, TODAY);
  }
}

describe('a file that is altered, foreign or hostile', () => {
  function ledgerFile(): JsonFile {
    const ledger = newLedger();
    const id = client(ledger, 'Larkfield Court');
    const owed = invoice(ledger, id, '2026-10-01');
    pay(ledger, id, owed, '2026-10-05', 40_00);
    change(ledger, { kind: 'test', label: 'x', clientId: null }, (write) =>
      insert(write, 'note', { client_id: id, kind: 'staff strain', noted_on: TODAY, words: 'shouted' }),
    );
    return jsonOf(ledger);
  }
  const cases: readonly [string, (file: JsonFile) => unknown, string][] = [
    [
      'another format',
      (f) => Object.assign(f, { format: 'Other' }),
      'it is not a ledger that Evenhand wrote',
    ],
    ['a newer shape', (f) => Object.assign(f, { version: 2 }), 'a newer Evenhand'],
    ['a newer ledger', (f) => Object.assign(f, { ledgerVersion: LEDGER_VERSION + 1 }), 'a newer Evenhand'],
    ['no version', (f) => Object.assign(f, { ledgerVersion: 0 }), 'can’t be read (ledgerVersion)'],
    [
      'an unknown table',
      (f) => Object.assign(f.tables, { sqlite_schema: [] }),
      'a table “sqlite_schema” that is not known',
    ],
    [
      'a table of ours that is no contents',
      (f) => Object.assign(f.tables, { open_change: [] }),
      '“open_change”',
    ],
    ['a missing table', (f) => delete f.tables.payment, 'table “payment” is missing'],
    [
      'an unknown column',
      (f) => set(f, 'client', { mood: 'bad' }),
      'row 1 of “client” can’t be kept: it has a column “mood”',
    ],
    [
      'a missing column',
      (f) => delete f.tables.client?.[0]?.name,
      'row 1 of “client” can’t be kept: “name” is missing',
    ],
    [
      'a wrong type',
      (f) => set(f, 'invoice', { amount_minor: '100' }),
      '“amount_minor” is not what it should be',
    ],
    [
      'half a penny',
      (f) => set(f, 'invoice', { amount_minor: 0.5 }),
      '“amount_minor” is not what it should be',
    ],
    ['a nested row', (f) => set(f, 'client', { notes: { a: 1 } }), '“notes” is not what it should be'],
    ['an id past all counting', (f) => set(f, 'client', { id: 2 ** 52 }), '“id” is not what it should be'],
    [
      'what a CHECK refuses',
      (f) => set(f, 'invoice', { due_on: '2026-02-30' }),
      'row 1 of “invoice” can’t be kept: the ledger does not allow it',
    ],
    [
      'a row that is there twice',
      (f) => more(f, 'client'),
      'row 2 of “client” can’t be kept: another row says the same',
    ],
    [
      'a reference to nobody',
      (f) => set(f, 'note', { client_id: 99 }),
      'row 1 of “note” refers to a row of “client” that is not in it',
    ],
    [
      'a balance that is not so',
      (f) => set(f, 'invoice', { open_minor: 1 }),
      'does not follow from its payments',
    ],
    [
      'a count that is not so',
      (f) => Object.assign(f.rows, { client: 9 }),
      'says it has 9 rows of “client”, and there are 1',
    ],
    ['no business', (f) => Object.assign(f.tables, { ledger: [] }), '“ledger”'],
    ['history that is no row', (f) => set(f, 'history', { before: '{' }), 'of “history” holds no row'],
    ['history that is a list', (f) => set(f, 'history', { before: '[1]' }), 'of “history” holds no row'],
    [
      'history of a table of no ledger’s',
      (f) => set(f, 'history', { entity: 'constructor' }),
      'of “history” is of a table that is not known',
    ],
    [
      'history of no change',
      (f) => set(f, 'history', { change_id: 99 }),
      'of “history” belongs to no change',
    ],
    [
      'a count of ids of no table',
      (f) => set(f, 'sqlite_sequence', { name: 'ledger' }),
      'no table of that name',
    ],
  ];
  it.each(cases)('is refused and leaves nothing: %s', (_, alter, why) => {
    const file = ledgerFile();
    alter(file);
    const { message, left } = refusedWith(JSON.stringify(file));
    expect(message).toContain(why);
    expect(message).toMatch(/^From elsewhere\.json can’t be taken in: /);
    expect(left).toEqual([]);
  });

  it.each([
    ['a number past all numbers', '"number":null', '"number":1e999', '“number” is not what it should be'],
    ['a key that names a prototype', '"number":null', '"number":null,"__proto__":{"a":1}', '“__proto__”'],
    ['a key of every object', '"number":null', '"number":null,"constructor":1', '“constructor”'],
    ['a table named after a prototype', '"client":[', '"__proto__":[],"client":[', '“__proto__”'],
  ])('is refused, in the file’s own letters: %s', (_, from, to, why) => {
    const text = JSON.stringify(ledgerFile());
    expect(text).toContain(from);
    const { message, left } = refusedWith(text.replace(from, to));
    expect(message).toContain(why);
    expect(left).toEqual([]);
  });

  it.each([
    ['nothing', '', 'breaks off'],
    ['no JSON', 'Client,Invoice\r\n', 'not JSON'],
    ['something else in JSON', '{"name":"x","tables":{"client":[]}}', 'not a ledger that Evenhand wrote'],
    ['no tables', '{"format":"Evenhand ledger"}', 'no tables'],
    ['bytes', new Uint8Array([0xff, 0xfe, 0, 1]), 'no text in UTF-8'],
    ['endless nesting', '{"format":'.concat('['.repeat(1_000_000)), 'deeper'],
  ])('is refused: %s', (_, contents, why) => {
    const { message, left } = refusedWith(contents);
    expect(message).toContain(why);
    expect(left).toEqual([]);
  });

  it('is refused wherever it was cut off', () => {
    const text = JSON.stringify(ledgerFile());
    for (let part = 1; part < 20; part++) {
      const { left } = refusedWith(text.slice(0, Math.floor((text.length * part) / 20)));
      expect(left).toEqual([]);
    }
  }, 60_000);

  it('never touches a ledger that is there, and is left whole itself', () => {
    const folder = testFolder();
    const { target } = takenIn(JSON.stringify(ledgerFile()), folder);
    const file = join(folder, 'From elsewhere.json');
    const before = readFileSync(target);
    expect(() => takeInJob({ file, target }, quietly)).toThrow('there already');
    expect(readFileSync(target).equals(before)).toBe(true);
    expect(existsSync(file)).toBe(true);
  });

  it('is dropped without a trace when the owner stops', () => {
    const folder = testFolder();
    const file = join(folder, 'a.json');
    writeFileSync(file, JSON.stringify(ledgerFile()));
    let turns = 0;
    const target = join(folder, 'New.evenhand');
    const stop = {
      tell: () => undefined,
      goOn: () => {
        turns++;
        if (turns > 1) throw new Error('stopped');
      },
    };
    expect(() => takeInJob({ file, target }, stop)).toThrow('stopped');
    expect(existsSync(target)).toBe(false);
  });
});

const set = (file: JsonFile, table: string, fields: Record<string, unknown>): void => {
  Object.assign(file.tables[table]?.[0] ?? {}, fields);
};
const more = (file: JsonFile, table: string): void => {
  file.tables[table]?.push({ ...file.tables[table][0], number: 'other' });
  file.rows[table] = (file.rows[table] ?? 0) + 1;
};
