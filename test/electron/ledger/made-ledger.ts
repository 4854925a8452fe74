import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { addClient } from '../../../electron/ledger/clients.ts';
import { addComplaint } from '../../../electron/ledger/complaints.ts';
import { startLedger } from '../../../electron/ledger/info.ts';
import { addInvoice, addPayment } from '../../../electron/ledger/invoices.ts';
import { createLedger, type Ledger } from '../../../electron/ledger/open.ts';
import type { Day } from '../../../shared/dates.ts';
import { nobody, plainComplaint } from '../../fixtures/plain.ts';

export { nobody, plainComplaint };

export const TODAY: Day = '2026-11-17';

/** A folder that is gone after the test. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Where a ledger can be made; gone after the test. */
export const newFile = (): string => join(testFolder(), 'Test.evenhand');

/** An empty ledger in pounds, closed and deleted after the test. */
export function newLedger(file = newFile()): Ledger {
  const ledger = createLedger(file);
  onTestFinished(() => {
    if (ledger.db.open) ledger.close();
  });
  startLedger(ledger, { business: 'Test & Co', currency: 'GBP', isSample: false, hourlyCost: 28_00 });
  return ledger;
}

export function client(ledger: Ledger, name = 'Larkfield Court'): number {
  return addClient(ledger, { ...nobody, name, allTheSame: false }, TODAY).value;
}

let next = 1000;
export function invoice(
  ledger: Ledger,
  clientId: number,
  due: Day,
  amount = 100_00,
  issued: Day = due,
): number {
  next++;
  return addInvoice(
    ledger,
    { clientId, number: `T${next}`, title: null, issued, due, amount, allTheSame: false },
    TODAY,
  ).value;
}

export function pay(
  ledger: Ledger,
  clientId: number,
  invoiceId: number | null,
  paidOn: Day,
  amount = 100_00,
): number {
  const payment = { clientId, invoiceId, paidOn, amount, method: 'transfer' as const, note: null };
  return addPayment(ledger, payment, TODAY).value;
}

type ComplaintFields = Omit<Parameters<typeof addComplaint>[1], 'clientId' | 'receivedOn'>;

export function complaint(
  ledger: Ledger,
  clientId: number,
  receivedOn: Day,
  more: Partial<ComplaintFields> = {},
): number {
  return addComplaint(ledger, { ...plainComplaint, clientId, receivedOn, ...more }, TODAY).value;
}

/** Every row of every recorded table, to compare two ledgers by contents. */
export function contents(ledger: Ledger, tables: readonly string[]): Record<string, unknown[]> {
  return Object.fromEntries(
    tables.map((table) => [table, ledger.read.all(`SELECT * FROM ${table} ORDER BY id`)]),
  );
}
