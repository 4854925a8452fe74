import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  chooseInSession,
  confirmSession,
  startSession,
  stopSession,
} from '../../../electron/imports/sessions.ts';
import { editClient } from '../../../electron/ledger/clients.ts';
import { loadDraft, saveDraft } from '../../../electron/ledger/drafts.ts';
import { refreshFigures } from '../../../electron/ledger/figures.ts';
import {
  addCredit,
  addPayment,
  creditOf,
  editInvoice,
  removePayment,
  takeBackWriteOff,
  writeOff,
} from '../../../electron/ledger/invoices.ts';
import { listClients } from '../../../electron/ledger/list.ts';
import { type Ledger, openLedger } from '../../../electron/ledger/open.ts';
import { clientPage } from '../../../electron/ledger/page.ts';
import { lastUndoable, undoChange } from '../../../electron/ledger/undo.ts';
import { addDays } from '../../../shared/dates.ts';
import { client, invoice, newLedger, nobody, pay, TODAY, testFolder } from './made-ledger.ts';

const query = {
  filter: 'all',
  text: '',
  sort: 'name',
  descending: false,
  offset: 0,
  limit: 500,
} as const;
const row = (ledger: Ledger) => listClients(ledger, query, TODAY).rows[0];
const lastChange = (ledger: Ledger) =>
  ledger.read.get<{ id: number }>('SELECT max(id) AS id FROM change')?.id ?? 0;

describe('a crash', () => {
  it('of a new ledger’s first day leaves a file that opens with everything in it', () => {
    const folder = testFolder();
    const ledger = newLedger(join(folder, 'First.evenhand'));
    client(ledger, 'Mrs Whitlock');
    // What a power cut leaves: the file and its log, as they are on disk, never closed.
    const left = join(folder, 'Left.evenhand');
    for (const suffix of ['', '-wal']) copyFileSync(ledger.file + suffix, left + suffix);
    const again = openLedger(left);
    onTestFinished(() => again.close());
    expect(again.read.all('SELECT name FROM client')).toEqual([{ name: 'Mrs Whitlock' }]);
  });
});

describe('a damaged file', () => {
  it('whose check breaks off is said to be damaged, not to be a bug', async () => {
    const file = join(testFolder(), 'Damaged.evenhand');
    newLedger(file).close();
    const ledger = openLedger(file, async () => {
      throw Object.assign(new Error('database disk image is malformed'), { code: 'SQLITE_CORRUPT' });
    });
    onTestFinished(() => ledger.close());
    await expect(ledger.checked).rejects.toMatchObject({ code: 'ledger', message: /damaged/ });
  });
});

describe('a file that is not checked yet', () => {
  it('is left as it was where the check then finds damage, though figures were kept meanwhile', async () => {
    const file = join(testFolder(), 'Damaged.evenhand');
    const made = newLedger(file);
    client(made);
    made.close();
    const before = readFileSync(file);
    const ledger = openLedger(file, async () => ['row 1 missing from index']);
    expect(refreshFigures(ledger, TODAY)).toBe(1);
    await expect(ledger.checked).rejects.toThrow(/damaged/);
    ledger.close();
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('holds everything in one file again once it was found sound', async () => {
    const file = join(testFolder(), 'Sound.evenhand');
    newLedger(file).close();
    const ledger = openLedger(file);
    await ledger.checked;
    client(ledger);
    ledger.close();
    expect(existsSync(`${file}-wal`)).toBe(false);
  });
});

describe('a draft', () => {
  it('too long to be kept is refused in words', () => {
    const ledger = newLedger();
    expect(() => saveDraft(ledger, 'note', 'x'.repeat(100_001))).toThrow(/too much text/);
    saveDraft(ledger, 'note', 'short');
    expect(loadDraft(ledger, 'note')).toEqual({ value: 'short' });
  });
});

describe('undo', () => {
  it('of a write-off counts what came in since', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const one = invoice(ledger, id, '2026-10-01');
    writeOff(ledger, { invoiceId: one, writtenOffOn: '2026-11-01', reason: 'gone' }, TODAY);
    const wroteOff = lastChange(ledger);
    pay(ledger, id, one, '2026-11-10', 40_00);
    undoChange(ledger, wroteOff);
    expect(row(ledger)?.owed).toBe(60_00);
    expect(clientPage(ledger, id, TODAY).lateness.owed).toBe(60_00);
  });

  it('of a payment counts the write-off that was taken back since', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const one = invoice(ledger, id, '2026-10-01');
    writeOff(ledger, { invoiceId: one, writtenOffOn: '2026-11-01', reason: 'gone' }, TODAY);
    pay(ledger, id, one, '2026-11-10', 40_00);
    const paid = lastChange(ledger);
    takeBackWriteOff(ledger, one);
    undoChange(ledger, paid);
    expect(row(ledger)?.owed).toBe(100_00);
  });

  it('does not take back credit that was spent since', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const one = invoice(ledger, id, '2026-10-01');
    pay(ledger, id, null, '2026-10-01', 50_00);
    const onAccount = lastChange(ledger);
    addPayment(
      ledger,
      { clientId: id, invoiceId: one, paidOn: TODAY, amount: 50_00, method: 'credit', note: null },
      TODAY,
    );
    expect(() => undoChange(ledger, onAccount)).toThrow(/can’t be undone yet.*Credit of £50 used on invoice/);
    expect(creditOf(ledger.read, id)).toBe(0);
  });

  it('never takes the ledger itself away, and is not offered for changes that changed nothing', () => {
    const ledger = newLedger();
    expect(lastUndoable(ledger)).toBeNull();
    expect(() => undoChange(ledger, 1)).toThrow(/can’t be undone/);
    const id = client(ledger, 'Same');
    const added = lastChange(ledger);
    const nothing = {
      ...nobody,
    };
    editClient(ledger, { id, name: 'Same', ...nothing });
    expect(lastUndoable(ledger)?.id).toBe(added);
  });

  it('of an undo is refused: the change would be in force and count as undone', () => {
    const ledger = newLedger();
    client(ledger);
    const undo = undoChange(ledger, lastChange(ledger)).changeId;
    expect(() => undoChange(ledger, undo)).toThrow(/bring the change back instead/);
  });

  it('of a removal puts the row back, though another was added since', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const payment = pay(ledger, id, null, '2026-10-01', 50_00);
    removePayment(ledger, payment);
    const removed = lastChange(ledger);
    const other = client(ledger, 'Another');
    pay(ledger, other, null, '2026-10-02', 70_00);
    undoChange(ledger, removed);
    expect([creditOf(ledger.read, id), creditOf(ledger.read, other)]).toEqual([50_00, 70_00]);
  });
});

describe('figures', () => {
  it('of a client whose newest invoices were all credited in full stand on the older ones', () => {
    const ledger = newLedger();
    const id = client(ledger);
    for (let n = 1; n <= 6; n++) pay(ledger, id, invoice(ledger, id, `2026-0${n}-01`), `2026-0${n}-05`);
    for (let n = 10; n < 35; n++) {
      const one = invoice(ledger, id, addDays('2026-07-01', n));
      addCredit(ledger, { invoiceId: one, creditedOn: '2026-09-01', amount: 100_00, reason: 'r' }, TODAY);
    }
    const page = clientPage(ledger, id, TODAY);
    expect(page.lateness.trend.word).toBe('steady');
    expect(row(ledger)).toMatchObject({ trend: 'steady', typical: { days: 4 } });
  });

  it('an invoice can’t be lowered below what was credited on it', () => {
    const ledger = newLedger();
    const id = client(ledger);
    const one = invoice(ledger, id, '2026-10-01');
    addCredit(ledger, { invoiceId: one, creditedOn: '2026-10-02', amount: 60_00, reason: 'r' }, TODAY);
    expect(() =>
      editInvoice(ledger, {
        id: one,
        number: 'X',
        title: null,
        issued: '2026-10-01',
        due: '2026-10-01',
        amount: 50_00,
      }),
    ).toThrow(/credited/);
  });
});

const csv = (...lines: string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`);
const head = 'Client,Invoice number,Invoice date,Due date,Amount,Paid on,Disputed';
const quiet = () => undefined;
const oneInvoice = csv(head, 'Mrs Bello,1,2026-04-13,2026-05-13,10.50,,No');

describe('an import', () => {
  it('that was laid against one ledger is never written to another', async () => {
    const [pounds, other] = [newLedger(), newLedger()];
    const { importId } = await startSession(pounds, 'f.csv', oneInvoice, TODAY, quiet);
    await expect(confirmSession(other, importId, TODAY, quiet)).rejects.toMatchObject({ code: 'notFound' });
    expect(other.read.get('SELECT count(*) AS n FROM invoice')).toEqual({ n: 0 });
    await confirmSession(pounds, importId, TODAY, quiet);
  });

  it('of a ledger that was closed while the file was read is gone, not a bug', async () => {
    const ledger = newLedger();
    const rows = Array.from({ length: 20_000 }, (_, n) => `Mrs Bello,${n},2026-04-13,2026-05-13,10.50,,No`);
    const reading = startSession(ledger, 'f.csv', csv(head, ...rows), TODAY, quiet);
    ledger.close();
    await expect(reading).rejects.toMatchObject({ code: 'notFound' });
  });

  it('is written as it was last looked at, though an older look ended later', async () => {
    const ledger = newLedger();
    const rows = Array.from({ length: 20_000 }, (_, n) => `Mrs Bello,${n},03/04/2026,05/06/2026,10.50,,No`);
    const { importId } = await startSession(ledger, 'f.csv', csv(head, ...rows), TODAY, quiet);
    const older = chooseInSession(ledger, importId, { dateOrder: 'mdy' }, TODAY, quiet);
    const newer = chooseInSession(ledger, importId, { dateOrder: 'dmy' }, TODAY, quiet);
    await expect(older).rejects.toMatchObject({ code: 'cancelled' });
    await newer;
    await confirmSession(ledger, importId, TODAY, quiet);
    expect(ledger.read.get('SELECT DISTINCT issued_on AS d FROM invoice')).toEqual({ d: '2026-04-03' });
  });

  it('stopped while it waits for the file’s check is not written', async () => {
    const ledger = newLedger();
    let end: () => void = () => undefined;
    ledger.checked = new Promise((resolve) => {
      end = resolve;
    });
    const { importId } = await startSession(ledger, 'f.csv', oneInvoice, TODAY, quiet);
    const confirmed = confirmSession(ledger, importId, TODAY, quiet);
    stopSession(importId);
    end();
    await expect(confirmed).rejects.toMatchObject({ code: 'cancelled' });
    expect(ledger.read.get('SELECT count(*) AS n FROM invoice')).toEqual({ n: 0 });
  });

  it('may not raise an amount over credit that was spent since', async () => {
    const ledger = newLedger();
    const first = await startSession(ledger, 'f.csv', oneInvoice, TODAY, quiet);
    await confirmSession(ledger, first.importId, TODAY, quiet);
    const [one, id] = [1, 1];
    pay(ledger, id, one, '2026-05-13', 15_50);
    const other = invoice(ledger, id, '2026-11-01');
    addPayment(
      ledger,
      { clientId: id, invoiceId: other, paidOn: TODAY, amount: 5_00, method: 'credit', note: null },
      TODAY,
    );
    const raised = csv(head, 'Mrs Bello,1,2026-04-13,2026-05-13,15.50,,No');
    const { importId } = await startSession(ledger, 'f.csv', raised, TODAY, quiet);
    await expect(confirmSession(ledger, importId, TODAY, quiet)).rejects.toThrow(/spent on another invoice/);
    expect(creditOf(ledger.read, id)).toBe(0);
  });
});
