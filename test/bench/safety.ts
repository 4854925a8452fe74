import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { confirmSession, startSession } from '../../electron/imports/sessions.ts';
import { startLedger } from '../../electron/ledger/info.ts';
import type { BackupInput } from '../../electron/ledger/jobs/backup.ts';
import { runOnThread } from '../../electron/ledger/jobs/thread.ts';
import { LEDGER_VERSION } from '../../electron/ledger/migrate.ts';
import { createLedger } from '../../electron/ledger/open.ts';
import { undoChange } from '../../electron/ledger/undo.ts';
import type { Day } from '../../shared/dates.ts';
import { invoiceFile } from '../faults/invoice-file.ts';
import { makeLargeLedger } from './large-ledger.ts';
import { median } from './starts.ts';

const BYTES = 200_000_000;
const BACKUPS = 3;
const IMPORTS = 7;
const REAL_FILE = '../shared/data/accounts-receivable-mdy.csv';
const ROWS = 2466;

export interface BackupCopy {
  /** Milliseconds of a backup that is read back and compared, as against those of copying and flushing the file. */
  readonly ms: number;
  readonly copyMs: number;
  readonly bytes: number;
}

/** Backs a ledger of 200 MB up, and copies its file, in turn. */
export async function backupCopy(folder: string, today: Day): Promise<BackupCopy> {
  const ledger = ledgerOf200(today);
  const [target, copy] = [join(folder, 'backup.evenhand'), join(folder, 'copy')];
  const times: { backup: number; copy: number }[] = [];
  for (let round = 0; round < BACKUPS; round++) {
    const begun = performance.now();
    copyFileSync(ledger, copy);
    flush(copy);
    const copied = performance.now();
    await backUp({ ledger, target, passphrase: null, temporary: join(folder, 'temporary') });
    times.push({ copy: copied - begun, backup: performance.now() - copied });
    for (const file of [target, copy]) rmSync(file);
  }
  return {
    ms: median(times.map((time) => time.backup)),
    copyMs: median(times.map((time) => time.copy)),
    bytes: statSync(ledger).size,
  };
}

/** On threads of its own, as in the app. */
async function backUp(input: BackupInput): Promise<void> {
  const stop = new Int32Array(new SharedArrayBuffer(4));
  await runOnThread(resolve('out', 'bench', 'worker.js'), { job: 'backup', input, stop });
}

function flush(file: string): void {
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

/** Made once, and kept in out/ for the next time. */
function ledgerOf200(today: Day): string {
  const file = join('out', `bench-ledger-version-${LEDGER_VERSION}.evenhand`);
  if (existsSync(file)) return file;
  mkdirSync('out', { recursive: true });
  const part = `${file}.part`;
  rmSync(part, { force: true });
  // Its size grows with its clients, a little less than in proportion: what a tenth of them take tells how many it needs.
  makeLargeLedger(part, today, 0.1);
  const times = (0.1 * BYTES * 1.2) / statSync(part).size;
  rmSync(part);
  makeLargeLedger(part, today, times);
  renameSync(part, file);
  return file;
}

export interface UndoImport {
  /** Milliseconds of the undo, as against those of the import, from the file's bytes to what was committed. */
  readonly undoMs: number;
  readonly importMs: number;
}

/** Imports 2,466 invoices, the real ones where they are at hand, and takes them back, in turn. */
export async function undoImport(folder: string, today: Day): Promise<UndoImport> {
  const bytes = existsSync(REAL_FILE) ? new Uint8Array(readFileSync(REAL_FILE)) : invoiceFile('B', ROWS);
  const times: { undo: number; import: number }[] = [];
  for (let round = 0; round < IMPORTS; round++) {
    const ledger = createLedger(join(folder, `undo-${round}.evenhand`));
    startLedger(ledger, { business: 'Bench', currency: 'USD', isSample: false, hourlyCost: 0 });
    const begun = performance.now();
    const preview = await startSession(ledger, 'invoices.csv', bytes, today, () => undefined);
    const done = await confirmSession(ledger, preview.importId, today, () => undefined);
    const imported = performance.now();
    undoChange(ledger, done.changeId);
    times.push({ import: imported - begun, undo: performance.now() - imported });
    const left = ledger.read.get<{ n: number }>('SELECT count(*) AS n FROM invoice')?.n;
    if (done.invoices !== ROWS || left !== 0) throw new Error(`${done.invoices} came in, ${left} stayed`);
    ledger.close();
  }
  return {
    undoMs: median(times.map((time) => time.undo)),
    importMs: median(times.map((time) => time.import)),
  };
}
