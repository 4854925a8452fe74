import { join } from 'node:path';
import { confirmSession, startSession } from '../../../electron/imports/sessions.ts';
import { type Ledger, openLedger } from '../../../electron/ledger/open.ts';
import { invoiceFile } from '../invoice-file.ts';
import type { Kind } from '../kind.ts';
import { tellTransactions } from '../say.ts';
import { soundAs } from '../sound.ts';
import { stateAt, writeStates } from '../states.ts';
import { startedLedger, TODAY } from '../steps.ts';

const FILES = 4;
const ROWS = 700;
const ledgerIn = (folder: string) => join(folder, 'Ledger.evenhand');

/** Imports one file after another, each in one transaction over many turns of the event loop. */
export async function importFile(ledger: Ledger, name: string, rows: number): Promise<number> {
  const preview = await startSession(ledger, `${name}.csv`, invoiceFile(name, rows), TODAY, () => undefined);
  if (preview.questions.length > 0) throw new Error(`The import asks: ${JSON.stringify(preview.questions)}`);
  const done = await confirmSession(ledger, preview.importId, TODAY, () => undefined);
  if (done.invoices !== rows) throw new Error(`${done.invoices} invoices came in, not ${rows}`);
  return done.changeId;
}

export const imports: Kind = {
  name: 'imports in slices',
  inside: 'a transaction',
  rounds: { full: 45, small: 4 },
  async prepare(template) {
    startedLedger(ledgerIn(template)).close();
    await writeStates(template, ledgerIn(template), FILES, async (ledger, n) => {
      await importFile(ledger, `F${n}-`, ROWS);
    });
  },
  async work(folder, say) {
    const ledger = openLedger(ledgerIn(folder));
    tellTransactions(ledger);
    say.ready();
    for (let n = 1; n <= FILES; n++) {
      say.begin(n);
      await importFile(ledger, `F${n}-`, ROWS);
      say.done(n);
    }
  },
  check: (folder, { done }) => soundAs(ledgerIn(folder), [stateAt(folder, done), stateAt(folder, done + 1)]),
  isInside: ({ open }) => open,
};
