import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { confirmSession, startSession } from '../../../electron/imports/sessions.ts';
import { addClient } from '../../../electron/ledger/clients.ts';
import { raiseFlag } from '../../../electron/ledger/flags.ts';
import { addCredit, writeOff } from '../../../electron/ledger/invoices.ts';
import { exportJob } from '../../../electron/ledger/jobs/export.ts';
import { quietly } from '../../../electron/ledger/jobs/job.ts';
import { createLedger } from '../../../electron/ledger/open.ts';
import { writeSample } from '../../../electron/ledger/sample.ts';
import { csvRows } from '../../../electron/ledger/taking/csv-rows.ts';
import { recorded } from '../../../electron/ledger/triggers.ts';
import { clientFields } from '../../../shared/clients/client.ts';
import { csvTables, inNoCsv } from '../../../shared/exports/tables.ts';
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
import { csvOf, exported, jsonOf } from './taking.ts';

const newcomer = {
  ...nobody,
  allTheSame: true,
};

describe('CSV files', () => {
  it('hold every table that is recorded, but for those with a reason not to', () => {
    const held = [...csvTables.map(({ table }) => table), ...Object.keys(inNoCsv)];
    expect(Object.keys(recorded).filter((table) => !held.includes(table))).toEqual([]);
    expect(new Set(csvTables.map(({ file }) => file)).size).toBe(csvTables.length);
  });

  it('name each column once, in words, and every field of a client as its declaration does', () => {
    const { db } = newLedger();
    for (const table of csvTables) {
      const headers = csvRows(db, table, 2).columns.map(({ header }) => header);
      expect(new Set(headers).size, table.file).toBe(headers.length);
      for (const header of headers) expect(header, table.file).toMatch(/^[A-Z][^_]*$/);
    }
    const headers = csvRows(db, { table: 'client', file: '', about: '' }, 2).columns.map(
      ({ header }) => header,
    );
    expect(headers).toEqual(expect.arrayContaining(clientFields.map(({ label }) => label)));
  });

  it('say what the ledger says, in plain decimals and words', () => {
    const ledger = newLedger();
    const id = addClient(
      ledger,
      {
        ...newcomer,
        name: '=HYPERLINK("http://x")',
        phone: '+44 1632 960142',
        notes: 'Two\nlines, "quoted"',
      },
      TODAY,
    ).value;
    const owed = invoice(ledger, id, '2026-10-01', 1020_50);
    pay(ledger, id, owed, '2026-10-03', 20_50);
    addCredit(ledger, { invoiceId: owed, creditedOn: '2026-10-04', amount: 100_00, reason: '-10 %' }, TODAY);
    complaint(ledger, id, '2026-10-05', { redoAsked: true });
    const { folder, target, done } = exported(ledger, 'folder');
    expect(done.name).toBe('Test & Co');
    expect(readdirSync(folder)).toEqual(['Test & Co']);
    expect(csvOf(target, 'clients')[0]).toMatchObject({
      Id: '1',
      Name: '\'=HYPERLINK("http://x")',
      Phone: "'+44 1632 960142",
      Notes: 'Two\nlines, "quoted"',
    });
    expect(csvOf(target, 'invoices')[0]).toMatchObject({
      'Client id': '1',
      Amount: '1020.50',
      'Still open': '900.00',
      'Payments so far': '20.50',
      'Credited so far': '100.00',
      'Due day assumed': 'no',
      Status: 'partly paid',
      Currency: 'GBP',
    });
    expect(csvOf(target, 'credits')[0]).toMatchObject({
      Amount: '100.00',
      Reason: "'-10 %",
      'Client id': '1',
    });
    expect(csvOf(target, 'complaints')[0]).toMatchObject({ 'Asked to redo': 'yes', Severity: '2' });
    expect(csvOf(target, 'history')).toHaveLength(6);
    const bytes = readFileSync(join(target, 'clients.csv'));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString('utf8').replaceAll('\r\n', '').replace('Two\nlines', '')).not.toContain('\n');
    const told = readFileSync(join(target, 'READ ME.txt'), 'utf8');
    for (const { file } of csvTables) expect(told).toContain(`${file}.csv (`);
    expect(told).toContain('Last paid or credited on          day');
    expect(done.files).toBe(csvTables.length + 1);
  });

  it('write amounts of a currency without pennies whole', () => {
    const ledger = newLedger();
    ledger.db.exec("DROP TRIGGER history_ledger_up; UPDATE ledger SET currency = 'JPY'");
    invoice(ledger, client(ledger), '2026-10-01', 300);
    expect(csvOf(exported(ledger, 'folder').target, 'invoices')[0]?.Amount).toBe('300');
  });

  it('come back through our own import with what is owed, settled and when', async () => {
    const ledger = createLedger(newFile());
    await writeSample(ledger, TODAY, 'GBP', 'en-GB');
    const { target } = exported(ledger, 'folder');
    const fresh = newLedger();
    const bytes = new Uint8Array(readFileSync(join(target, 'invoices.csv')));
    const preview = await startSession(fresh, 'invoices.csv', bytes, TODAY, () => undefined);
    expect(preview).toMatchObject({ format: { id: 'evenhand' }, questions: [] });
    await confirmSession(fresh, preview.importId, TODAY, () => undefined);
    // What was written off is read as unpaid, and the preview says so; a credit comes back as a payment.
    const sql = `SELECT client.name, client.number AS clientNumber, invoice.number, title, issued_on, due_on, amount_minor,
                        open_minor, iif(invoice.number IN (SELECT value FROM json_each(?2)), 'credited', settled_on) AS settled
                 FROM invoice JOIN client ON client.id = client_id
                 WHERE invoice.number NOT IN (SELECT value FROM json_each(?1)) ORDER BY client.name, invoice.number`;
    const numbersOf = (table: string) =>
      JSON.stringify(
        ledger.read
          .all<{ number: string }>(`SELECT number FROM ${table} JOIN invoice ON invoice.id = invoice_id`)
          .map(({ number }) => number),
      );
    const but = [numbersOf('write_off'), numbersOf('credit')];
    expect(fresh.read.all(sql, ...but)).toEqual(ledger.read.all(sql, ...but));
    expect(fresh.read.all(sql, '[]', '[]')).toHaveLength(
      ledger.read.get<{ n: number }>('SELECT count(*) AS n FROM invoice')?.n ?? 0,
    );
    ledger.close();
  });

  it('tell what was written off, paid too much and settled by credit', async () => {
    const ledger = newLedger();
    const id = client(ledger, 'A');
    const lost = invoice(ledger, id, '2026-09-01');
    pay(ledger, id, lost, '2026-09-10', 30_00);
    writeOff(ledger, { invoiceId: lost, writtenOffOn: TODAY, reason: 'gone' }, TODAY);
    const twice = invoice(ledger, id, '2026-09-02');
    pay(ledger, id, twice, '2026-09-11', 150_00);
    const given = invoice(ledger, id, '2026-09-03');
    addCredit(
      ledger,
      { invoiceId: given, creditedOn: '2026-09-12', amount: 100_00, reason: 'never delivered' },
      TODAY,
    );
    invoice(ledger, id, '2026-12-01');
    const { target } = exported(ledger, 'folder');
    expect(
      csvOf(target, 'invoices').map((row) => [
        row.Status,
        row['Still open'],
        row['Written off'],
        row['Paid too much'],
        row['Last paid or credited on'],
      ]),
    ).toEqual([
      ['written off', '0.00', '70.00', '0.00', '2026-09-10'],
      ['settled', '0.00', '0.00', '50.00', '2026-09-11'],
      ['credited in full', '0.00', '0.00', '0.00', '2026-09-12'],
      ['open', '100.00', '0.00', '0.00', ''],
    ]);
    const bytes = new Uint8Array(readFileSync(join(target, 'invoices.csv')));
    const preview = await startSession(newLedger(), 'invoices.csv', bytes, TODAY, () => undefined);
    expect(preview.reconciliation).toMatchObject({ counts: { unreadable: 0, leftOut: 0 } });
  });

  it('are the same in one zip', () => {
    const ledger = newLedger();
    invoice(ledger, client(ledger, 'Café Ünïcode'), '2026-10-01');
    const zip = unzipSync(new Uint8Array(readFileSync(exported(ledger, 'zip').target)));
    const folder = exported(ledger, 'folder').target;
    expect(Object.keys(zip).sort()).toEqual(readdirSync(folder).sort());
    for (const [name, bytes] of Object.entries(zip))
      expect(readFileSync(join(folder, name)).equals(bytes), name).toBe(true);
  });
});

describe('an export', () => {
  it('never writes over a folder that is there', () => {
    const ledger = newLedger();
    const folder = testFolder();
    mkdirSync(join(folder, 'Test & Co'));
    writeFileSync(join(folder, 'Test & Co', 'clients.csv'), 'mine');
    expect(exported(ledger, 'folder', folder).done.name).toBe('Test & Co 2');
    expect(exported(ledger, 'folder', folder).done.name).toBe('Test & Co 3');
    expect(readFileSync(join(folder, 'Test & Co', 'clients.csv'), 'utf8')).toBe('mine');
  });

  it.each(['folder', 'zip', 'json', 'vcards'] as const)(
    'that is stopped leaves nothing, and what lay there as it was: %s',
    (as) => {
      const ledger = newLedger();
      client(ledger, 'A');
      const folder = testFolder();
      for (const file of ['All.zip', 'All.json', 'Clients.vcf']) writeFileSync(join(folder, file), 'older');
      const stop = {
        tell: () => undefined,
        goOn: () => {
          throw new Error('stopped');
        },
      };
      expect(() => exported(ledger, as, folder, stop)).toThrow('stopped');
      expect(readdirSync(folder).sort()).toEqual(['All.json', 'All.zip', 'Clients.vcf']);
      expect(readFileSync(join(folder, 'All.json'), 'utf8')).toBe('older');
    },
  );

  it('goes to no place that is not there, and never over the ledger itself', () => {
    const ledger = newLedger();
    const folder = testFolder();
    const to =
      (target: string, as: 'json' | 'folder' = 'json') =>
      () =>
        exportJob({ ledger: ledger.file, as, target, name: 'x', today: TODAY }, quietly);
    expect(to(join(folder, 'gone', 'All.json'))).toThrow('does not answer');
    expect(to(join(folder, 'gone'), 'folder')).toThrow('does not answer');
    expect(to(ledger.file)).toThrow('That is the ledger itself');
    symlinkSync(ledger.file, join(folder, 'link.json'));
    expect(to(join(folder, 'link.json'))).toThrow('That is the ledger itself');
    mkdirSync(join(folder, 'All.json'));
    expect(to(join(folder, 'All.json'))).toThrow('can’t be written there');
    expect(readdirSync(folder).sort()).toEqual(['All.json', 'link.json']);
  });

  it('holds the ledger as it stood when it began, and holds nobody up', () => {
    const ledger = newLedger();
    for (let n = 0; n < 600; n++) client(ledger, `Client ${n}`);
    let added = 0;
    const meanwhile = {
      goOn: () => undefined,
      tell: () => void (added < 3 && client(ledger, `New ${added++}`)),
    };
    const { target } = exported(ledger, 'folder', testFolder(), meanwhile);
    expect(added).toBe(3);
    expect(csvOf(target, 'clients')).toHaveLength(600);
  });

  it('as JSON has every table there is, but for what is made from the rest', () => {
    const file = jsonOf(newLedger());
    expect(Object.keys(file.tables)).toEqual(
      expect.arrayContaining([...Object.keys(recorded), 'change', 'history', 'draft', 'sqlite_sequence']),
    );
    for (const made of ['client_figures', 'open_change', 'search'])
      expect(file.tables).not.toHaveProperty(made);
    expect(Object.keys(file)).toEqual(['format', 'version', 'ledgerVersion', 'exportedOn', 'rows', 'tables']);
  });

  it('as vCards says nothing of flags, partings and notes', () => {
    const ledger = newLedger();
    const id = addClient(
      ledger,
      { ...newcomer, name: 'Mrs Whitlock', notes: 'Never pays', email: 'w@x.example' },
      TODAY,
    ).value;
    const look = { process: false, communication: false, value: false, training: false, found: 'nothing' };
    raiseFlag(
      ledger,
      {
        clientId: id,
        raisedOn: TODAY,
        reason: 'shouts',
        instruction: 'in writing only',
        reviewOn: null,
        look,
      },
      TODAY,
    );
    const { target, done } = exported(ledger, 'vcards');
    const text = readFileSync(target, 'utf8');
    expect(done).toMatchObject({ name: 'Clients.vcf', rows: 1 });
    expect(text).toContain('FN:Mrs Whitlock');
    expect(text).not.toMatch(/flag|part|shouts|writing|never|standing/i);
    expect(existsSync(`${target}.part`)).toBe(false);
  });
});
