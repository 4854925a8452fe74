import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backupJob } from '../../electron/ledger/jobs/backup.ts';
import { quietly } from '../../electron/ledger/jobs/job.ts';
import { createLedger, ledgerError, openLedger } from '../../electron/ledger/open.ts';
import { swapLedger } from '../../electron/restoring/swap.ts';
import { OwnerError } from '../../shared/result.ts';
import { CHILD } from './doomed.ts';
import { importFile } from './kinds/imports.ts';
import { type Outcome, skippedHere } from './outcome.ts';
import { digestOf, soundAs } from './sound.ts';
import { startedLedger, step } from './steps.ts';

/*
 * Faults that need a process of their own: one that is not root, whom a read-only folder does not stop, and one that
 * may write no file beyond a size, as on a disk that is full for it alone.
 */

const NOBODY = 65_534;

/** What a child tried, and how it ended: in words, done, or in an error that an owner would not understand. */
interface Try {
  readonly what: string;
  readonly ended: 'refused' | 'done' | 'broken';
  readonly words: string;
}

async function attempt(what: string, work: () => unknown): Promise<Try> {
  try {
    await work();
    return { what, ended: 'done', words: '' };
  } catch (thrown) {
    const error = ledgerError('Ledger.evenhand', thrown) ?? thrown;
    const owner = error instanceof OwnerError;
    const { message, stack = '' } = error as Error;
    return { what, ended: owner ? 'refused' : 'broken', words: owner ? message : stack };
  }
}

/** In the child, as nobody: everything that would write to a folder that is read-only for it. */
export async function tryReadOnly(folder: string): Promise<void> {
  const locked = join(folder, 'locked');
  const own = join(folder, 'own');
  const ledger = join(own, 'Ledger.evenhand');
  const backUp = (target: string, passphrase: string | null) =>
    backupJob({ ledger, target, passphrase, temporary: join(own, 'temporary') }, quietly);
  const tries = [
    await attempt('opening a ledger', async () => {
      const opened = openLedger(join(locked, 'Ledger.evenhand'));
      await opened.checked;
      step(opened, 900);
      opened.close();
    }),
    await attempt('a new ledger', () => createLedger(join(locked, 'New.evenhand'))),
    await attempt('a backup', () => backUp(join(locked, 'Backup.evenhand'), null)),
    await attempt('a backup with a passphrase', () =>
      backUp(join(locked, 'Backup.evenhand'), 'four words here'),
    ),
    await attempt('a backup in the place of another', () => backUp(join(locked, 'Older.evenhand'), null)),
    await attempt('a swap', () => swapLedger(join(locked, 'Ledger.evenhand'), ledger)),
  ];
  process.stdout.write(JSON.stringify(tries));
}

export async function readOnlyFolder(place: string): Promise<Outcome> {
  const kind = 'read-only folder';
  const folder = join(place, 'read-only');
  const [locked, own] = [join(folder, 'locked'), join(folder, 'own')];
  for (const one of [folder, locked, own]) mkdirSync(one, { recursive: true });
  const root = process.getuid?.() === 0;
  if (process.platform === 'win32') return skippedHere(kind, 'Windows locks folders otherwise');
  const made = startedLedger(join(own, 'Ledger.evenhand'));
  await importFile(made, 'RO-', 100);
  made.close();
  const bytes = readFileSync(join(own, 'Ledger.evenhand'));
  for (const name of ['Ledger', 'Older'])
    writeFileSync(join(locked, `${name}.evenhand`), bytes, { mode: 0o444 });
  chmodSync(place, 0o755);
  if (root) for (const path of [own, join(own, 'Ledger.evenhand')]) chownSync(path, NOBODY, NOBODY);
  chmodSync(locked, 0o555);
  const command = [process.execPath, CHILD, 'read-only', folder];
  const asNobody = root
    ? ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', ...command]
    : command;
  const { status, stdout, stderr } = spawnSync(asNobody[0] ?? '', asNobody.slice(1), { encoding: 'utf8' });
  const tries = status === 0 && stdout !== '' ? (JSON.parse(stdout) as Try[]) : null;
  if (tries === null) {
    // A home that others may not look into, or no such program.
    if (/EACCES|ENOENT|Permission denied/.test(stderr) || status === null)
      return skippedHere(kind, 'no other user can run the tests from here');
    return { kind, line: 'broke off', failures: [stderr] };
  }
  const failures = tries
    .filter(({ ended }) => ended !== 'refused')
    .map(({ what, ended, words }) => `${what}: ${ended} ${words}`);
  const left = readdirSync(locked).sort();
  if (left.join() !== 'Ledger.evenhand,Older.evenhand') failures.push(`there lies ${left.join(', ')}`);
  for (const name of ['Ledger', 'Older'])
    if (!readFileSync(join(locked, `${name}.evenhand`)).equals(bytes)) failures.push(`${name} was changed`);
  chmodSync(locked, 0o755);
  return {
    kind,
    line: `${tries.length} tried, ${tries.length - failures.length} refused in words`,
    failures,
  };
}

/** In the child, which may write no file beyond a size: changes and imports until something is refused. */
export async function tryLimited(folder: string): Promise<void> {
  // Told rather than ended: the write itself then fails.
  process.on('SIGXFSZ', () => undefined);
  const ledger = openLedger(join(folder, 'Ledger.evenhand'));
  await ledger.checked;
  const tries: Try[] = [];
  let state = digestOf(ledger.db);
  for (let n = 1; n <= 400 && tries.filter(({ ended }) => ended !== 'done').length < 6; n++) {
    const before = state;
    const tried = await attempt(`write ${n}`, () =>
      n % 5 === 0 ? importFile(ledger, `X${process.pid}-${n}-`, 200) : step(ledger, 500 + n),
    );
    state = digestOf(ledger.db);
    tries.push(
      tried.ended === 'refused' && state !== before
        ? { what: tried.what, ended: 'broken', words: 'refused, and yet something of it is there' }
        : tried,
    );
  }
  tries.push(
    await attempt('a backup', () =>
      backupJob(
        {
          ledger: ledger.file,
          target: join(folder, 'Backup.evenhand'),
          passphrase: null,
          temporary: join(folder, 'temporary'),
        },
        quietly,
      ),
    ),
  );
  process.stdout.write(JSON.stringify({ tries, state }));
  ledger.close();
}

export async function limitedFile(place: string): Promise<Outcome> {
  const kind = 'file size limit';
  if (process.platform === 'win32') return skippedHere(kind, 'Windows has none');
  const folder = join(place, 'limited');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'Ledger.evenhand');
  const made = startedLedger(file);
  await importFile(made, 'X0-', 300);
  made.close();
  let failures: string[] = [];
  let [tried, refused] = [0, 0];
  const kilobytes = Math.ceil(readFileSync(file).length / 1024);
  for (const room of [40, 200, 700]) {
    // bash counts in blocks of 1024 bytes, a plain sh in blocks of 512.
    const shell = `ulimit -f ${kilobytes + room}; exec "$0" "$@"`;
    const run = spawnSync('bash', ['-c', shell, process.execPath, CHILD, 'limited', folder], {
      encoding: 'utf8',
    });
    if (run.error !== undefined) return skippedHere(kind, 'there is no bash');
    if (run.status !== 0) {
      failures.push(`${room} KB: ended by itself: ${run.stderr || run.signal}`);
      continue;
    }
    const { tries, state } = JSON.parse(run.stdout) as { tries: Try[]; state: string };
    tried += tries.length;
    refused += tries.filter(({ ended }) => ended === 'refused').length;
    failures = failures.concat(
      tries
        .filter(({ ended }) => ended === 'broken')
        .map(({ what, words }) => `${room} KB, ${what}: ${words}`),
      (await soundAs(file, [state])).map((what) => `${room} KB: ${what}`),
      readdirSync(folder)
        .filter((name) => name.includes('.part'))
        .map((name) => `${room} KB: ${name} was left`),
    );
    rmSync(join(folder, 'Backup.evenhand'), { force: true });
  }
  if (refused === 0) failures.push('nothing was refused: the limit was not felt');
  return { kind, line: `${tried} tried, ${refused} refused in words`, failures };
}
