import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { backupJob } from '../../electron/ledger/jobs/backup.ts';
import { exportJob } from '../../electron/ledger/jobs/export.ts';
import { quietly } from '../../electron/ledger/jobs/job.ts';
import { takeInJob } from '../../electron/ledger/jobs/take-in.ts';
import { migrate } from '../../electron/ledger/migrate.ts';
import {
  createLedger,
  type Ledger,
  ledgerError,
  openLedger,
  removeLedgerFiles,
} from '../../electron/ledger/open.ts';
import { stepsOf, undoChange } from '../../electron/ledger/undo.ts';
import { swapLedger } from '../../electron/restoring/swap.ts';
import { OwnerError } from '../../shared/result.ts';
import { importFile } from './kinds/imports.ts';
import { type Outcome, skippedHere } from './outcome.ts';
import { fill, makeRoom, onSmallDisk } from './small-disk.ts';
import { digestOf, soundAs } from './sound.ts';
import { startedLedger, step, TODAY } from './steps.ts';

const BLOCK = 4096;

interface Tally {
  refused: number;
  done: number;
  readonly failures: string[];
}

/** Tries a write with ever more room: refused in words, or done; nothing between. */
async function tried(tally: Tally, what: string, write: () => unknown): Promise<'done' | 'refused'> {
  try {
    await write();
    tally.done++;
    return 'done';
  } catch (thrown) {
    // As the app words it for the window.
    const error = ledgerError('Ledger.evenhand', thrown) ?? thrown;
    if (!(error instanceof OwnerError)) tally.failures.push(`${what}: ${(error as Error).stack}`);
    else if (!/full|room|can’t be opened for writing/i.test(error.message))
      tally.failures.push(`${what}: of a full disk it says “${error.message}”`);
    tally.refused++;
    return 'refused';
  }
}

/** Kinds of write to the open ledger, each on its own as the owner would do it. */
const writes: Readonly<Record<string, (ledger: Ledger, n: number) => unknown>> = {
  change: step,
  import: (ledger, n) => importFile(ledger, `L${n}-`, 400),
  undo: (ledger) => {
    const { undo } = stepsOf(ledger);
    if (undo !== null) undoChange(ledger, undo.id);
  },
};

/** The ledger on a disk that fills up, at each kind of write and with more room each time. */
export async function fullLedgerDisk(place: string, small: boolean): Promise<Outcome> {
  const kind = 'full disk under the ledger';
  const outcome = await onSmallDisk(join(place, 'small disk'), 12, async (disk) => {
    const tally: Tally = { refused: 0, done: 0, failures: [] };
    const file = join(disk, 'Ledger.evenhand');
    const ledger = startedLedger(file);
    for (let n = 1; n <= 30; n++) step(ledger, n);
    await importFile(ledger, 'L0-', 400);
    const rooms = small ? [0, 8] : [0, 1, 2, 4, 8, 16, 32, 64, 96, 128, 192, 256];
    let n = 100;
    for (const [name, write] of Object.entries(writes)) {
      for (const blocks of rooms) {
        // The journal goes over into the file now: what is written next needs room of its own.
        ledger.db.pragma('wal_checkpoint(TRUNCATE)');
        const before = digestOf(ledger.db);
        fill(disk, blocks * BLOCK);
        const what = `${name} with ${blocks * 4} KB left`;
        const ended = await tried(tally, what, () => write(ledger, ++n));
        if (ended === 'refused' && digestOf(ledger.db) !== before)
          tally.failures.push(`${what}: refused, and yet something of it is there`);
        if (ledger.db.inTransaction) tally.failures.push(`${what}: left a transaction open`);
        makeRoom(disk);
      }
    }
    const at = digestOf(ledger.db);
    ledger.close();
    tally.failures.push(...(await soundAs(file, [at])));
    await openOnFullDisk(disk, file, tally);
    await othersOnFullDisk(disk, file, tally, small);
    return {
      kind,
      line: `${tally.done + tally.refused} tried, ${tally.refused} refused in words, ${tally.done} had room`,
      failures: tally.failures,
    };
  });
  return outcome ?? skippedHere(kind, 'no small disk can be mounted here');
}

async function openOnFullDisk(disk: string, file: string, tally: Tally): Promise<void> {
  fill(disk, 0);
  await tried(tally, 'opening', async () => {
    const ledger = openLedger(file);
    await ledger.checked;
    ledger.close();
  });
  makeRoom(disk);
}

/** New ledgers, migrations, a swap and a taking in, where there is too little room for them. */
async function othersOnFullDisk(disk: string, file: string, tally: Tally, small: boolean): Promise<void> {
  const json = join(disk, '..', 'full-disk.json');
  exportJob({ ledger: file, as: 'json', target: json, name: 'x', today: TODAY }, quietly);
  for (const blocks of small ? [4] : [0, 2, 8, 32, 64, 128, 256]) {
    const room = () => fill(disk, blocks * BLOCK);
    const gone = (name: string, target: string) => {
      const left = readdirSync(disk).filter((one) => one.startsWith(target) && one !== `${target}.evenhand`);
      if (left.length > 0) tally.failures.push(`${name} with ${blocks * 4} KB left ${left.join(', ')}`);
      for (const one of readdirSync(disk).filter((entry) => entry.startsWith(target)))
        rmSync(join(disk, one), { recursive: true });
      makeRoom(disk);
    };
    room();
    const made = join(disk, 'New.evenhand');
    if (
      (await tried(tally, 'a new ledger', () => createLedger(made).close())) === 'refused' &&
      existsSync(made)
    )
      tally.failures.push('a new ledger that did not fit was left');
    gone('a new ledger', 'New');

    room();
    const taken = join(disk, 'Taken.evenhand');
    await tried(tally, 'a taking in', () => takeInJob({ file: json, target: taken }, quietly));
    gone('a taking in', 'Taken');

    room();
    const before = readFileSync(file);
    const swapped = await tried(tally, 'a swap', () => swapLedger(file, file));
    if (swapped === 'refused' && !readFileSync(file).equals(before))
      tally.failures.push('a swap hurt the ledger');
    if (existsSync(`${file}.restoring`)) tally.failures.push('a swap left its copy');
    makeRoom(disk);

    await migrateWithoutRoom(disk, blocks, tally);
  }
  rmSync(json);
}

async function migrateWithoutRoom(disk: string, blocks: number, tally: Tally): Promise<void> {
  const old = join(disk, 'Old.evenhand');
  const db = new Database(old);
  migrate(db, 1);
  db.close();
  fill(disk, blocks * BLOCK);
  await tried(tally, `a migration with ${blocks * 4} KB left`, () => openLedger(old).close());
  makeRoom(disk);
  try {
    const ledger = openLedger(old);
    await ledger.checked;
    ledger.close();
  } catch (error) {
    tally.failures.push(`after a migration without room: ${(error as Error).message}`);
  }
  removeLedgerFiles(old);
}

/** Backups onto a disk with too little room, the older one lying there. */
export async function fullBackupDisk(place: string, small: boolean): Promise<Outcome> {
  const kind = 'full disk under the backup';
  const home = join(place, 'full backup');
  mkdirSync(home, { recursive: true });
  const ledger = startedLedger(join(home, 'Ledger.evenhand'));
  await importFile(ledger, 'K-', 600);
  const outcome = await onSmallDisk(join(place, 'small disk'), 4, async (disk) => {
    const tally: Tally = { refused: 0, done: 0, failures: [] };
    const older = join(disk, 'Older.evenhand');
    const backUp = (target: string, passphrase: string | null) =>
      backupJob({ ledger: ledger.file, target, passphrase, temporary: join(home, 'temporary') }, quietly);
    await backUp(older, null);
    const before = readFileSync(older);
    for (const passphrase of [null, 'four words to remember']) {
      for (const blocks of small ? [0, 40] : [0, 1, 4, 10, 20, 40, 60, 80, 100, 120, 140, 160]) {
        const what = `${passphrase === null ? 'plain' : 'sealed'} with ${blocks * 4} KB left`;
        fill(disk, blocks * BLOCK);
        for (const target of [join(disk, 'New.evenhand'), older]) {
          const ended = await tried(tally, what, () => backUp(target, passphrase));
          const left = readdirSync(disk).filter(
            (name) => !['filler', 'Older.evenhand', 'New.evenhand'].includes(name),
          );
          if (left.length > 0) tally.failures.push(`${what}: left ${left.join(', ')}`);
          if (ended === 'refused' && !readFileSync(older).equals(before))
            tally.failures.push(`${what}: the older backup is not what it was`);
          if (ended === 'done') writeFileSync(older, before);
        }
        rmSync(join(disk, 'New.evenhand'), { force: true });
        makeRoom(disk);
      }
    }
    return {
      kind,
      line: `${tally.done + tally.refused} tried, ${tally.refused} refused in words, ${tally.done} had room`,
      failures: tally.failures,
    };
  });
  const at = digestOf(ledger.db);
  ledger.close();
  if (outcome === null) return skippedHere(kind, 'no small disk can be mounted here');
  return { ...outcome, failures: [...outcome.failures, ...(await soundAs(ledger.file, [at]))] };
}
