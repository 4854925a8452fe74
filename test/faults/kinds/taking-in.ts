import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { checksumOf } from '../../../electron/ledger/contents.ts';
import { exportJob } from '../../../electron/ledger/jobs/export.ts';
import { quietly } from '../../../electron/ledger/jobs/job.ts';
import { takeInJob } from '../../../electron/ledger/jobs/take-in.ts';
import { flushFolder } from '../../../electron/ledger/on-disk.ts';
import { waitingPlace } from '../../../electron/restoring/swap.ts';
import type { Kind } from '../kind.ts';
import { complaintsOf } from '../sound.ts';
import { startedLedger, step, TODAY } from '../steps.ts';
import { importFile } from './imports.ts';

const TIMES = 6;
const jsonIn = (folder: string) => join(folder, 'Everything.json');
const madeIn = (folder: string, n: number) => join(folder, 'ledgers', `Taken in ${n}.evenhand`);

/** Ledgers made of a JSON file, one after another: each stands under its name only once it is whole. */
export const takingIn: Kind = {
  name: 'taking in',
  inside: 'a taking in',
  rounds: { full: 20, small: 2 },
  async prepare(template) {
    const ledger = startedLedger(join(template, 'Ledger.evenhand'));
    await importFile(ledger, 'T-', 600);
    for (let n = 1; n <= 20; n++) step(ledger, n);
    exportJob(
      { ledger: ledger.file, as: 'json', target: jsonIn(template), name: 'Everything', today: TODAY },
      quietly,
    );
    writeFileSync(join(template, 'expected.txt'), checksumOf(ledger.db, { history: true }));
    ledger.close();
    mkdirSync(join(template, 'ledgers'));
  },
  work(folder, say) {
    say.ready();
    for (let n = 1; n <= TIMES; n++) {
      say.begin(n);
      // As the app does: written where it waits, and given its name by one step.
      const waiting = waitingPlace(madeIn(folder, n));
      takeInJob({ file: jsonIn(folder), target: waiting }, quietly);
      renameSync(waiting, madeIn(folder, n));
      flushFolder(dirname(waiting));
      say.done(n);
    }
  },
  check(folder, { began, done }) {
    const expected = readFileSync(join(folder, 'expected.txt'), 'utf8');
    const wrong: string[] = [];
    for (let n = 1; n <= began; n++) {
      const file = madeIn(folder, n);
      if (!existsSync(file)) {
        if (n <= done) wrong.push(`ledger ${n} was confirmed and is not there`);
        continue;
      }
      const db = new Database(file, { readonly: true });
      wrong.push(...complaintsOf(db));
      if (checksumOf(db, { history: true }) !== expected) wrong.push(`ledger ${n} is not what was exported`);
      db.close();
    }
    return wrong;
  },
  isInside: ({ began, done }) => began > done,
};
