import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backupJob } from '../../../electron/ledger/jobs/backup.ts';
import { quietly } from '../../../electron/ledger/jobs/job.ts';
import { lookJob } from '../../../electron/ledger/jobs/look.ts';
import { openLedger } from '../../../electron/ledger/open.ts';
import { swapLedger, sweepBeside, waitingPlace } from '../../../electron/restoring/swap.ts';
import type { Kind } from '../kind.ts';
import { digestOfFile, soundAs } from '../sound.ts';
import { startedLedger, step } from '../steps.ts';
import { importFile } from './imports.ts';

const TIMES = 10;
const ledgerIn = (folder: string) => join(folder, 'Ledger.evenhand');
const backupIn = (folder: string, n: number) => join(folder, n % 2 === 1 ? 'One.evenhand' : 'Other.evenhand');
/** What the ledger holds after the n-th restore; before the first it is as the other backup. */
const expectedAfter = (folder: string, n: number) => readFileSync(`${backupIn(folder, n)}.digest`, 'utf8');

/** Two backups of one ledger are restored in turn: looked into, the present ledger closed, and put in its place. */
export const restores: Kind = {
  name: 'restores',
  inside: 'a swap',
  rounds: { full: 40, small: 4 },
  async prepare(template) {
    const ledger = startedLedger(ledgerIn(template));
    await importFile(ledger, 'R-', 2466);
    const temporary = join(template, 'temporary');
    for (const n of [1, 2]) {
      for (let more = 1; more <= 5; more++) step(ledger, n * 10 + more);
      const target = backupIn(template, n);
      await backupJob({ ledger: ledger.file, target, passphrase: null, temporary }, quietly);
    }
    ledger.close();
    for (const n of [1, 2]) {
      const folder = join(template, `look ${n}`);
      const look = await lookJob(
        { source: backupIn(template, n), folder, passphrase: null, present: null, uid: null },
        quietly,
      );
      if (look.kind !== 'open') throw new Error('a plain backup asks for a passphrase');
      writeFileSync(`${backupIn(template, n)}.digest`, digestOfFile(look.copy));
    }
  },
  async work(folder, say) {
    const copies: string[] = [];
    for (const n of [1, 2]) {
      const into = join(folder, `look ${n}`);
      const look = await lookJob(
        { source: backupIn(folder, n), folder: into, passphrase: null, present: ledgerIn(folder), uid: null },
        quietly,
      );
      if (look.kind === 'open') copies.push(look.copy);
    }
    say.ready();
    for (let n = 1; n <= TIMES; n++) {
      // As the app does: the present ledger has been in use, and is closed for the swap.
      const ledger = openLedger(ledgerIn(folder));
      await ledger.checked;
      ledger.close();
      say.begin(n);
      swapLedger(ledgerIn(folder), copies[(n + 1) % 2] ?? '');
      say.done(n);
    }
  },
  async check(folder, { began, done }) {
    const waiting = existsSync(waitingPlace(ledgerIn(folder)));
    sweepBeside(ledgerIn(folder));
    if (waiting && existsSync(waitingPlace(ledgerIn(folder)))) return ['what was begun was not swept away'];
    return soundAs(ledgerIn(folder), [
      expectedAfter(folder, done),
      expectedAfter(folder, Math.max(began, done)),
    ]);
  },
  isInside: ({ began, done }) => began > done,
};
