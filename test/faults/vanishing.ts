import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { backupJob } from '../../electron/ledger/jobs/backup.ts';
import { type Between, quietly } from '../../electron/ledger/jobs/job.ts';
import { OwnerError } from '../../shared/result.ts';
import { importFile } from './kinds/imports.ts';
import type { Outcome } from './outcome.ts';
import { mount, unmount } from './small-disk.ts';
import { digestOf, digestOfFile, soundAs } from './sound.ts';
import { startedLedger } from './steps.ts';

/** How a folder goes: for good, for a moment only, or as a disk that is unplugged. */
const ways = ['gone', 'gone and back', 'unplugged'] as const;

interface Try {
  readonly home: string;
  readonly ledger: string;
  /** digestOf what the ledger holds. */
  readonly state: string;
  readonly way: (typeof ways)[number];
  readonly passphrase: string | null;
  /** The turn of the backup at which it happens. */
  readonly turn: number;
}

/** The folder of a backup goes away at one turn after another, as a stick that is pulled out. */
export async function vanishing(place: string, small: boolean): Promise<Outcome> {
  const home = join(place, 'vanishing');
  mkdirSync(home, { recursive: true });
  const ledger = startedLedger(join(home, 'Ledger.evenhand'));
  await importFile(ledger, 'V-', small ? 200 : 600);
  const state = digestOf(ledger.db);
  const failures: string[] = [];
  const counts = { refused: 0, made: 0 };
  for (const passphrase of [null, 'four words to remember']) {
    // A passphrase takes its time on purpose.
    const each = (passphrase === null ? 1 : 3) * (small ? 7 : 1);
    for (const way of ways) {
      if (way === 'unplugged' && !mount(stickIn(home), 8)) continue;
      // Until the folder outlives the whole backup.
      for (let turn = 1, gone = true; gone; turn += each) {
        const one = { home, ledger: ledger.file, state, way, passphrase, turn };
        const outcome = await tryOnce(one, failures);
        counts[outcome.ended]++;
        gone = outcome.gone;
      }
      unmount(stickIn(home));
    }
  }
  ledger.close();
  failures.push(...(await soundAs(ledger.file, [state])));
  const { refused, made } = counts;
  return {
    kind: 'target vanishing midway',
    line: `${refused + made} tried, ${refused} refused in words, ${made} made whole`,
    failures,
  };
}

const stickIn = (home: string) => join(home, 'stick');
const pulledIn = (home: string) => join(home, 'pulled');

async function tryOnce(
  one: Try,
  failures: string[],
): Promise<{ readonly ended: 'refused' | 'made'; readonly gone: boolean }> {
  const { home, ledger, way, passphrase, turn } = one;
  const [stick, pulled] = [stickIn(home), pulledIn(home)];
  if (way === 'unplugged') {
    unmount(stick);
    mount(stick, 8);
  } else {
    for (const folder of [stick, pulled]) rmSync(folder, { recursive: true, force: true });
    mkdirSync(stick);
  }
  const temporary = join(home, 'temporary');
  const backUp = (name: string, sealed: string | null, between: Between) =>
    backupJob({ ledger, target: join(stick, name), passphrase: sealed, temporary }, between);
  await backUp('Older.evenhand', null, quietly);
  const older = readFileSync(join(stick, 'Older.evenhand'));
  let gone = false;
  const between = atTurn(turn, () => {
    gone = true;
    if (way === 'unplugged') return unmount(stick);
    renameSync(stick, pulled);
    if (way === 'gone and back') setImmediate(() => renameSync(pulled, stick));
  });
  const what = `${passphrase === null ? 'plain' : 'sealed'}, ${way} at turn ${turn}`;
  let ended: 'refused' | 'made' = 'made';
  try {
    await backUp('Backup.evenhand', passphrase, between);
  } catch (error) {
    ended = 'refused';
    if (!(error instanceof OwnerError)) failures.push(`${what}: ${(error as Error).stack}`);
  }
  await new Promise((resolve) => setImmediate(resolve));
  for (const folder of [stick, pulled]) failures.push(...leftIn(folder, older, one, what));
  return { ended, gone };
}

function atTurn(turn: number, act: () => void): Between {
  let turns = 0;
  const count = () => {
    turns++;
    if (turns === turn) act();
  };
  return { tell: count, goOn: count };
}

/** Whatever lies there under a final name is whole; the older one is as it was. */
function leftIn(folder: string, older: Buffer, { passphrase, state }: Try, what: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  const wrong: string[] = [];
  if (names.includes('Older.evenhand') && !readFileSync(join(folder, 'Older.evenhand')).equals(older))
    wrong.push(`${what}: the older backup is not what it was`);
  const made = join(folder, 'Backup.evenhand');
  if (passphrase === null && names.includes('Backup.evenhand') && digestOfFile(made) !== state)
    wrong.push(`${what}: a backup that is not whole stands under its name`);
  return wrong;
}
