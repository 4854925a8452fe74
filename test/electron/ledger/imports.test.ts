import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  chooseInSession,
  confirmSession,
  startSession,
  stopSession,
} from '../../../electron/imports/sessions.ts';
import { change, insert } from '../../../electron/ledger/change.ts';
import { editClient, getClient } from '../../../electron/ledger/clients.ts';
import { raiseFlag } from '../../../electron/ledger/flags.ts';
import { writeOff } from '../../../electron/ledger/invoices.ts';
import { listClients } from '../../../electron/ledger/list.ts';
import type { Ledger } from '../../../electron/ledger/open.ts';
import { clientPage } from '../../../electron/ledger/page.ts';
import { recorded } from '../../../electron/ledger/triggers.ts';
import { undoChange } from '../../../electron/ledger/undo.ts';
import { client, contents, newLedger, pay, TODAY } from './made-ledger.ts';

const DATA = '../shared/data';
const there = existsSync(`${DATA}/accounts-receivable-mdy.csv`);
const quiet = () => undefined;
const bytesOf = (name: string) => new Uint8Array(readFileSync(`${DATA}/${name}`));
const csv = (...lines: string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`);

async function importBytes(ledger: Ledger, bytes: Uint8Array, name = 'file.csv') {
  const preview = await startSession(ledger, name, bytes, TODAY, quiet);
  expect(preview.questions).toEqual([]);
  return { preview, done: await confirmSession(ledger, preview.importId, TODAY, quiet) };
}

/** What an owner would compare: everything but ids and which import a row came from. */
function facts(ledger: Ledger): unknown {
  return {
    clients: ledger.read.all('SELECT name, number FROM client ORDER BY number'),
    invoices: ledger.read.all(
      'SELECT client.number AS client, invoice.number, issued_on, due_on, amount_minor, open_minor, settled_on FROM invoice JOIN client ON client.id = client_id ORDER BY 1, 2',
    ),
    payments: ledger.read.all(
      'SELECT invoice.number, paid_on, payment.amount_minor FROM payment JOIN invoice ON invoice.id = invoice_id ORDER BY 1, 2',
    ),
    complaints: ledger.read.all(
      'SELECT invoice.number, received_on, complaint.settled_on, date_assumed FROM complaint JOIN invoice ON invoice.id = invoice_id ORDER BY 1, 2',
    ),
  };
}

describe.skipIf(!there)('the real accounts-receivable files', () => {
  it('mdy: every fact holds in the ledger', async () => {
    const ledger = newLedger();
    const { preview, done } = await importBytes(ledger, bytesOf('accounts-receivable-mdy.csv'));
    expect(preview.reconciliation).toMatchObject({ subject: 'invoices', total: 147_703_18 });
    expect(done).toMatchObject({ clients: 100, invoices: 2466, payments: 2466, complaints: 561 });
    expect(ledger.read.get('SELECT count(*) AS n, sum(amount_minor) AS sum FROM invoice')).toEqual({
      n: 2466,
      sum: 147_703_18,
    });
    expect(ledger.read.get("SELECT count(*) AS n FROM invoice WHERE number LIKE '0%'")).toEqual({ n: 266 });
    expect(ledger.read.get('SELECT count(*) AS n FROM invoice WHERE settled_on > due_on')).toEqual({
      n: 877,
    });
    expect(
      ledger.read.get('SELECT count(*) AS n FROM complaint WHERE cause_id IS NULL AND date_assumed = 1'),
    ).toEqual({ n: 561 });
    const rows = readFileSync(`${DATA}/accounts-receivable-mdy.csv`, 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(','));
    const late = new Map(rows.map((row) => [row[3], Number(row[11])]));
    let checked = 0;
    for (const { id } of listClients(
      ledger,
      { filter: 'all', text: '', sort: 'name', descending: false, offset: 0, limit: 500 },
      TODAY,
    ).rows) {
      for (const line of clientPage(ledger, id, TODAY).invoices) {
        const days = line.lateness.kind === 'settled' ? line.lateness.days : Number.NaN;
        expect(Math.max(0, days), line.number).toBe(late.get(line.number));
        checked++;
      }
    }
    expect(checked).toBe(2466);
  });

  it('both files in either order, and each twice, end in the same ledger', async () => {
    const [mdy, dmy] = [bytesOf('accounts-receivable-mdy.csv'), bytesOf('accounts-receivable-dmy.csv')];
    const results: unknown[] = [];
    for (const order of [
      [mdy, dmy],
      [dmy, mdy],
    ] as const) {
      const ledger = newLedger();
      await importBytes(ledger, order[0]);
      const { preview } = await importBytes(ledger, order[1]);
      expect(preview.reconciliation?.counts).toMatchObject({
        invoicesNew: 0,
        clientsNew: 0,
        payments: 0,
        complaints: 0,
        unreadable: 0,
      });
      results.push(facts(ledger));
      for (const again of order) {
        const preview = await startSession(ledger, 'again.csv', again, TODAY, quiet);
        expect(preview.reconciliation?.nothingToWrite).toBe(true);
      }
    }
    expect(results[1]).toEqual(results[0]);
    expect(ledgerHasFullNumbers(results[0])).toBe(266);
  });

  it('the import is undone as a whole', async () => {
    const ledger = newLedger();
    client(ledger, 'Here before');
    const before = contents(ledger, Object.keys(recorded));
    const { done } = await importBytes(ledger, bytesOf('accounts-receivable-dmy.csv'));
    undoChange(ledger, done.changeId);
    expect(contents(ledger, Object.keys(recorded))).toEqual(before);
    await importBytes(ledger, bytesOf('accounts-receivable-dmy.csv'));
  });
});

function ledgerHasFullNumbers(result: unknown): number {
  return (result as { invoices: { number: string }[] }).invoices.filter(({ number }) =>
    number.startsWith('0'),
  ).length;
}

describe('an import', () => {
  const head = 'Client,Invoice number,Invoice date,Due date,Amount,Paid on,Disputed';

  it('writes nothing before it is confirmed, nor when it is stopped', async () => {
    const ledger = newLedger();
    const before = contents(ledger, [...Object.keys(recorded), 'change', 'history']);
    const rows = Array.from(
      { length: 20_000 },
      (_, n) => `Client ${n % 40},N${n},2026-01-13,2026-02-12,10.00,,No`,
    );
    const preview = await startSession(ledger, 'big.csv', csv(head, ...rows), TODAY, quiet);
    expect(preview.reconciliation?.counts).toMatchObject({ invoicesNew: 20_000 });
    expect(contents(ledger, [...Object.keys(recorded), 'change', 'history'])).toEqual(before);
    const stopping = confirmSession(ledger, preview.importId, TODAY, () => stopSession(preview.importId));
    await expect(stopping).rejects.toThrow(/stopped. Nothing was changed/);
    expect(contents(ledger, [...Object.keys(recorded), 'change', 'history'])).toEqual(before);
    client(ledger, 'The ledger is free again');
  });

  it('keeps other writes out while it runs, with a reason, and readers see none of it', async () => {
    const ledger = newLedger();
    const rows = Array.from(
      { length: 5000 },
      (_, n) => `Client ${n % 9},N${n},2026-01-13,2026-02-12,10.00,,No`,
    );
    const preview = await startSession(ledger, 'big.csv', csv(head, ...rows), TODAY, quiet);
    let refused = '';
    let seen = -1;
    await confirmSession(ledger, preview.importId, TODAY, () => {
      seen = ledger.read.get<{ n: number }>('SELECT count(*) AS n FROM invoice')?.n ?? -1;
      try {
        client(ledger, 'Meanwhile');
      } catch (error) {
        refused = (error as Error).message;
      }
    });
    expect(seen).toBe(0);
    expect(refused).toMatch(/Wait until the import has finished/);
  });

  it('asks where nothing decides, and can’t be confirmed before the answer', async () => {
    const ledger = newLedger();
    const bytes = csv(head, 'Mrs Bello,1,03/04/2026,05/06/2026,10.50,,No');
    const preview = await startSession(ledger, 'f.csv', bytes, TODAY, quiet);
    expect(preview.questions.map((question) => question.kind)).toEqual(['dateOrder']);
    expect(preview.reconciliation).toBeNull();
    await expect(confirmSession(ledger, preview.importId, TODAY, quiet)).rejects.toThrow(
      /answer the questions/,
    );
    const answered = await chooseInSession(ledger, preview.importId, { dateOrder: 'dmy' }, TODAY, quiet);
    expect(answered.questions).toEqual([]);
    await confirmSession(ledger, preview.importId, TODAY, quiet);
    expect(ledger.read.get('SELECT issued_on, due_on FROM invoice')).toEqual({
      issued_on: '2026-04-03',
      due_on: '2026-06-05',
    });
  });

  it('is refused when the ledger changed since the preview', async () => {
    const ledger = newLedger();
    const bytes = csv(head, 'Mrs Bello,1,2026-04-13,2026-05-13,10.50,,No');
    const preview = await startSession(ledger, 'f.csv', bytes, TODAY, quiet);
    client(ledger, 'Mrs Bello');
    await expect(confirmSession(ledger, preview.importId, TODAY, quiet)).rejects.toThrow(/changed since/);
    await confirmSession(ledger, preview.importId, TODAY, quiet);
    expect(ledger.read.get('SELECT count(*) AS n FROM client')).toEqual({ n: 1 });
  });

  it('pays what a later export says was paid, ends the untouched dispute, and keeps the owner’s own payments', async () => {
    const ledger = newLedger();
    await importBytes(
      ledger,
      csv(
        head,
        'Mrs Bello,1,2026-04-13,2026-05-13,10.50,,Yes',
        'Mrs Bello,2,2026-04-13,2026-05-13,20.00,,No',
      ),
    );
    const invoices = ledger.read.all<{ id: number; number: string }>(
      'SELECT id, number FROM invoice ORDER BY number',
    );
    const clientId = ledger.read.get<{ id: number }>('SELECT id FROM client')?.id ?? 0;
    pay(ledger, clientId, invoices[1]?.id ?? 0, '2026-05-20', 5_00);
    expect(ledger.read.get('SELECT settled_on FROM complaint')).toEqual({ settled_on: null });
    const { done } = await importBytes(
      ledger,
      csv(
        head,
        'Mrs Bello,1,2026-04-13,2026-05-13,10.50,2026-06-01,Yes',
        'Mrs Bello,2,2026-04-13,2026-05-13,20.00,2026-06-02,No',
      ),
    );
    expect(done).toMatchObject({ invoices: 0, payments: 2, complaints: 0 });
    expect(ledger.read.all('SELECT paid_on, amount_minor FROM payment ORDER BY paid_on')).toEqual([
      { paid_on: '2026-05-20', amount_minor: 5_00 },
      { paid_on: '2026-06-01', amount_minor: 10_50 },
      { paid_on: '2026-06-02', amount_minor: 15_00 },
    ]);
    expect(ledger.read.get('SELECT settled_on, date_assumed FROM complaint')).toEqual({
      settled_on: '2026-06-01',
      date_assumed: 1,
    });
  });

  it('can’t be undone under what was built on it, and says what', async () => {
    const ledger = newLedger();
    const { done } = await importBytes(ledger, csv(head, 'Mrs Bello,1,2026-04-13,2026-05-13,10.50,,No'));
    const id = ledger.read.get<{ id: number }>('SELECT id FROM client')?.id ?? 0;
    const { id: _, ...fields } = getClient(ledger.read, id);
    editClient(ledger, { id, ...fields, phone: '01632 960142' });
    expect(() => undoChange(ledger, done.changeId)).toThrow(/later changes build on it: “Changed Mrs Bello”/);
  });
});

describe('an import of a known invoice', () => {
  const head = 'Client,Invoice number,Invoice date,Due date,Amount,Paid on,Disputed';

  it('invents no payment where the amount rises on one that was written off or overpaid', async () => {
    const ledger = newLedger();
    await importBytes(
      ledger,
      csv(
        head,
        'Mrs Bello,1,2026-04-13,2026-05-13,100.00,,No',
        'Mrs Bello,2,2026-04-13,2026-05-13,100.00,,No',
      ),
    );
    const [one, two] = ledger.read.all<{ id: number }>('SELECT id FROM invoice ORDER BY number');
    const clientId = ledger.read.get<{ id: number }>('SELECT id FROM client')?.id ?? 0;
    pay(ledger, clientId, two?.id ?? 0, '2026-05-01', 130_00);
    writeOff(ledger, { invoiceId: one?.id ?? 0, writtenOffOn: TODAY, reason: 'moved away' }, TODAY);
    await importBytes(
      ledger,
      csv(
        head,
        'Mrs Bello,1,2026-04-13,2026-05-13,120.00,2026-06-01,No',
        'Mrs Bello,2,2026-04-13,2026-05-13,120.00,2026-06-01,No',
      ),
    );
    expect(ledger.read.all('SELECT amount_minor FROM payment')).toEqual([{ amount_minor: 130_00 }]);
    expect(
      ledger.read.all('SELECT amount_minor, open_minor, overpaid_minor FROM invoice ORDER BY number'),
    ).toEqual([
      { amount_minor: 120_00, open_minor: 0, overpaid_minor: 0 },
      { amount_minor: 120_00, open_minor: 0, overpaid_minor: 10_00 },
    ]);
  });
});

describe('an import of new invoices for clients to think over', () => {
  const head = 'Client,Invoice number,Invoice date,Due date,Amount';
  const first = [
    'Mrs Bello,1,2026-04-13,2026-05-13,10.50',
    'Mr Hussain,2,2026-04-13,2026-05-13,20.00',
    'Dr Nair,3,2026-04-13,2026-05-13,30.00',
  ];
  const more = [
    ...first,
    'Mrs Bello,4,2026-05-13,2026-06-12,11.50',
    'Mrs Bello,5,2026-05-14,2026-06-13,12.50',
    'Dr Nair,6,2026-05-14,2026-06-13,12.50',
    'Anna,7,2026-05-14,2026-06-13,12.50',
  ];
  const look = { process: true, communication: false, value: false, training: false, found: 'nothing' };
  const idOf = (ledger: Ledger, name: string) =>
    ledger.read.get<{ id: number }>('SELECT id FROM client WHERE name = ?', name)?.id ?? 0;
  const flag = (ledger: Ledger, name: string) =>
    raiseFlag(
      ledger,
      {
        clientId: idOf(ledger, name),
        raisedOn: '2026-06-01',
        reason: 'shouted at staff',
        instruction: 'Deposit first.',
        reviewOn: null,
        look,
      },
      TODAY,
    );
  /** Ways are parted with this client, as the worksheet leaves it. */
  const part = (ledger: Ledger, name: string) =>
    change(ledger, { kind: 'test', label: 'parted', clientId: null }, (write) =>
      insert(write, 'parting', {
        client_id: idOf(ledger, name),
        begun_on: '2026-06-01',
        parts_on: '2026-06-30',
        finished_on: '2026-06-30',
        instruction: 'No new work.',
      }),
    );
  const open = (ledger: Ledger, rows: readonly string[]) =>
    startSession(ledger, 'file.csv', csv(head, ...rows), TODAY, quiet);

  it('names them with what staff are told, and records that it was done all the same', async () => {
    const ledger = newLedger();
    await importBytes(ledger, csv(head, ...first));
    flag(ledger, 'Mrs Bello');
    flag(ledger, 'Mr Hussain');
    part(ledger, 'Dr Nair');
    const before = contents(ledger, Object.keys(recorded));
    const { preview, done } = await importBytes(ledger, csv(head, ...more));
    expect(preview.reconciliation).toMatchObject({
      warned: [
        {
          clientName: 'Mrs Bello',
          invoices: 2,
          texts: ['Red flag since 1 Jun 2026.'],
          instructions: ['Deposit first.'],
        },
        { clientName: 'Dr Nair', invoices: 1, instructions: ['No new work.'] },
      ],
    });
    const heard = ledger.read.all<{ name: string; path: string; words: string }>(
      'SELECT name, path, words FROM warning JOIN client ON client.id = client_id ORDER BY warning.id',
    );
    expect(heard).toMatchObject([
      { name: 'Mrs Bello', path: 'import', words: expect.stringContaining('Deposit first.') },
      { name: 'Dr Nair', path: 'import', words: expect.stringContaining('No new work.') },
    ]);
    undoChange(ledger, done.changeId);
    expect(contents(ledger, Object.keys(recorded))).toEqual(before);
  });

  it('warns of no invoice the ledger has already, and records nothing', async () => {
    const ledger = newLedger();
    await importBytes(ledger, csv(head, ...first));
    flag(ledger, 'Mrs Bello');
    const { preview } = await importBytes(ledger, csv(head, ...first, 'Anna,7,2026-05-14,2026-06-13,12.50'));
    expect(preview.reconciliation).toMatchObject({ warned: [] });
    expect(ledger.read.get('SELECT count(*) AS n FROM warning')).toEqual({ n: 0 });
  });

  it('is refused where a flag was raised since the preview, which did not show it', async () => {
    const ledger = newLedger();
    await importBytes(ledger, csv(head, ...first));
    const preview = await open(ledger, more);
    flag(ledger, 'Mrs Bello');
    await expect(confirmSession(ledger, preview.importId, TODAY, quiet)).rejects.toThrow(/changed since/);
    expect(ledger.read.get('SELECT count(*) AS n FROM invoice')).toEqual({ n: 3 });
    await confirmSession(ledger, preview.importId, TODAY, quiet);
    expect(ledger.read.get('SELECT count(*) AS n FROM warning')).toEqual({ n: 1 });
  });
});
