import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { sealedHeader, unsealFile } from '../../../electron/backups/seal.ts';
import { backupJob } from '../../../electron/ledger/jobs/backup.ts';
import { quietly } from '../../../electron/ledger/jobs/job.ts';
import { type Ledger, openLedger } from '../../../electron/ledger/open.ts';
import type { Kind } from '../kind.ts';
import { complaintsOf, digestOf, soundAs } from '../sound.ts';
import { stateAt, writeStates } from '../states.ts';
import { startedLedger, step } from '../steps.ts';
import { importFile } from './imports.ts';

const PASSPHRASE = 'four words to remember';
const ledgerIn = (folder: string) => join(folder, 'Ledger.evenhand');
const stick = (folder: string) => join(folder, 'stick');
const older = (folder: string) => join(stick(folder), 'Older.evenhand');
const digestOfBytes = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Every second one takes the place of one that is there. */
const nameOf = (n: number) => (n % 2 === 0 ? 'Same.evenhand' : `Backup ${n}.evenhand`);

async function backUp(
  folder: string,
  ledger: Ledger,
  name: string,
  passphrase: string | null,
): Promise<void> {
  const temporary = join(folder, 'temporary');
  await backupJob({ ledger: ledger.file, target: join(stick(folder), name), passphrase, temporary }, quietly);
}

function kindOf(sealed: boolean, times: number, rounds: Kind['rounds']): Kind {
  const passphrase = sealed ? PASSPHRASE : null;
  return {
    name: sealed ? 'backups with a passphrase' : 'backups',
    inside: 'a backup',
    rounds,
    async prepare(template) {
      mkdirSync(stick(template));
      const ledger = startedLedger(ledgerIn(template));
      await importFile(ledger, 'B-', 1500);
      await backUp(template, ledger, 'Older.evenhand', passphrase);
      ledger.close();
      writeFileSync(join(template, 'older.txt'), digestOfBytes(older(template)));
      await writeStates(template, ledgerIn(template), times, step);
    },
    async work(folder, say) {
      const ledger = openLedger(ledgerIn(folder));
      await ledger.checked;
      say.ready();
      for (let n = 1; n <= times; n++) {
        step(ledger, n);
        say.begin(n);
        await backUp(folder, ledger, nameOf(n), passphrase);
        say.done(n);
      }
    },
    async check(folder, { began, done }) {
      const wrong = await soundAs(ledgerIn(folder), [stateAt(folder, began), stateAt(folder, began + 1)]);
      if (digestOfBytes(older(folder)) !== readFileSync(join(folder, 'older.txt'), 'utf8'))
        wrong.push('the older backup is not what it was');
      for (let n = 1; n <= done; n++)
        if (!existsSync(join(stick(folder), nameOf(n))))
          wrong.push(`${nameOf(n)} was confirmed and is not there`);
      for (const name of readdirSync(stick(folder)).filter((file) => file.endsWith('.evenhand'))) {
        if (name === 'Older.evenhand') continue;
        const own = /^Backup (\d+)/.exec(name)?.[1];
        // The last that took the common place and was confirmed, or the one that was under way.
        const lastSame = done - (done % 2);
        const may = own === undefined ? [lastSame, lastSame + 2] : [Number(own)];
        wrong.push(...(await wholeBackup(folder, name, sealed, may)));
      }
      return wrong;
    },
    isInside: ({ began, done }) => began > done,
  };
}

/** A file under its final name is a whole backup of one of the states `may`, or something is wrong. */
async function wholeBackup(
  folder: string,
  name: string,
  sealed: boolean,
  may: readonly number[],
): Promise<string[]> {
  const file = join(stick(folder), name);
  const plain = join(folder, 'unsealed');
  rmSync(plain, { force: true });
  if ((sealedHeader(file) !== null) !== sealed) return [`${name} is ${sealed ? 'not ' : ''}sealed`];
  if (sealed) await unsealFile(file, plain, PASSPHRASE, quietly);
  const db = new Database(sealed ? plain : file, { readonly: true });
  try {
    const states = may.map((n) => stateAt(folder, n));
    const known = states.includes(digestOf(db)) ? [] : [`${name} holds none of the states ${may.join(', ')}`];
    return [...complaintsOf(db).map((what) => `${name}: ${what}`), ...known];
  } finally {
    db.close();
  }
}

export const backups: readonly Kind[] = [
  kindOf(false, 12, { full: 40, small: 4 }),
  kindOf(true, 3, { full: 15, small: 1 }),
];
