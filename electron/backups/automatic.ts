import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OwnerError } from '../../shared/result.ts';
import type { BackupLine, BackupOccasion } from '../../shared/views/backups.ts';
import { inOwnersWords, ledgerOnDesk, tell, today, whenLedgerSwitches } from '../desk.ts';
import { failure } from '../failure.ts';
import { changesSince, ledgerNow } from '../ledger/backed-up.ts';
import type { Ledger } from '../ledger/open.ts';
import { log } from '../log.ts';
import { getSettings } from '../settings.ts';
import { isUnderWay } from '../under-way.ts';
import type { KeptBackup } from './kept-backup.ts';
import { backUpTo } from './make.ts';
import { automaticFolders, backupName, freeName, isThere, makeFolder, ownFolder } from './names.ts';
import { backupsOf, keptAsideOf, lineOf, setBackups, setFailedBackup, whereabouts } from './remembered.ts';
import { outlived } from './rotation.ts';

/** How often the app looks whether another day has begun, in ms. */
const LOOK_EVERY = 10 * 60_000;
/** After a failure it waits before it tries again: a full disk is not filled by trying. */
const TRY_AGAIN_AFTER = 60 * 60_000;
/** How long it waits for what is under way, in ms. */
const SOON = 60_000;
/** How long after another ledger was opened its own backup begins, in ms. */
const AFTER_OPENING = 2000;

type Before = 'before import' | 'before restore';

/**
 * Backs up before something that changes much, to the chosen folder, else the app's own. Null: there is nothing to
 * lose yet. When the newest backup at hand holds all there is, it answers that one; only what is kept aside before a
 * restore is always made. Throws OwnerError when it could not be made: 'busy' and 'cancelled' as they are.
 */
export async function backUpBefore(ledger: Ledger, occasion: 'before restore'): Promise<BackupLine>;
export async function backUpBefore(ledger: Ledger, occasion: Before): Promise<BackupLine | null>;
export async function backUpBefore(ledger: Ledger, occasion: Before): Promise<BackupLine | null> {
  const now = ledgerNow(ledger.read);
  if (occasion !== 'before restore') {
    if (now.isSample || changesSince(ledger.read, null) <= 1) return null;
    const newest = await newestAtHand(backupsOf(now.uid));
    if (newest !== null && changesSince(ledger.read, newest) === 0) return lineOf(newest, true);
  }
  const [folder] = await automaticFolders();
  if (folder !== undefined && folder !== ownFolder()) {
    try {
      return lineOf(await backUpInto(ledger, folder, occasion, true), true);
    } catch (error) {
      // A stick that is full or read-only: the app's own folder is still there.
      if (!(error instanceof OwnerError && error.code === 'ledger')) throw error;
    }
  }
  makeFolder(ownFolder());
  return lineOf(await backUpInto(ledger, ownFolder(), occasion, true), true);
}

/** The newest that is there and can be opened without a passphrase, which may be forgotten. */
async function newestAtHand(kept: readonly KeptBackup[]): Promise<KeptBackup | null> {
  for (const line of [...kept].reverse())
    if (!line.sealed && !line.gone && (await whereabouts(line)) === 'there') return line;
  return null;
}

async function backUpInto(
  ledger: Ledger,
  folder: string,
  occasion: BackupOccasion,
  shown: boolean,
): Promise<KeptBackup> {
  const { uid, business } = ledgerNow(ledger.read);
  const besides = occasion === 'daily' ? '' : occasion;
  sweep(folder);
  const target = freeName(folder, backupName(business, today(), besides));
  const made = await backUpTo(ledger, { target, free: true, occasion, passphrase: null, shown });
  await rotate(uid);
  return made;
}

/** Today's automatic backup, where one is due. Tells the window of one that was made, or failed. */
export async function backUpDaily(ledger: Ledger): Promise<void> {
  const { folder } = getSettings().safety;
  await ledger.checked;
  // Closed while its check ran.
  if (!ledger.db.open) return;
  const { uid, isSample } = ledgerNow(ledger.read);
  if (folder === null || isSample) return;
  const kept = backupsOf(uid).filter(({ path }) => dirname(path) === folder);
  const todays = kept.findLast(({ occasion, on }) => occasion === 'daily' && on === today());
  if (todays !== undefined && (await whereabouts(todays)) !== 'gone') return;
  const newest = await newestAtHand(kept);
  if (!ledger.db.open || (newest !== null && changesSince(ledger.read, newest) === 0)) return;
  try {
    if (!(await isThere(folder)))
      throw new OwnerError('ledger', 'its folder can’t be reached. Is the disk plugged in?');
    await backUpInto(ledger, folder, 'daily', false);
    setFailedBackup(uid, null);
    tell('backup.made', { problem: null });
  } catch (error) {
    if (error instanceof OwnerError && error.code === 'cancelled') return;
    if (!(error instanceof OwnerError)) log('the daily backup', error);
    const problem = failure(inOwnersWords(error));
    setFailedBackup(uid, { on: today(), message: problem.message });
    tell('backup.made', { problem });
    throw error;
  }
}

/** Once the first window is painted: today's backup, that of each day that begins, and of each ledger opened later. */
export function startDailyBackups(): void {
  const quietUntil = new WeakMap<Ledger, number>();
  let running = false;
  const look = async (): Promise<void> => {
    const ledger = ledgerOnDesk();
    // A restore closes the ledger for a moment, and nobody else may have it open then.
    if (isUnderWay()) setTimeout(() => void look(), SOON).unref();
    if (ledger === null || running || isUnderWay()) return;
    if (Date.now() < (quietUntil.get(ledger) ?? 0)) return;
    running = true;
    await backUpDaily(ledger).catch(() => {
      quietUntil.set(ledger, Date.now() + TRY_AGAIN_AFTER);
    });
    running = false;
    if (ledgerOnDesk() !== ledger) void look();
  };
  void look();
  setInterval(() => void look(), LOOK_EVERY).unref();
  // Not at once: what is opened is to be shown first.
  whenLedgerSwitches(() => setTimeout(() => void look(), AFTER_OPENING).unref());
}

/**
 * Deletes automatic backups that have had their day: only files that still are what was put there. Those on a disk that
 * does not answer neither go nor count: it may be lost.
 */
async function rotate(uid: string): Promise<void> {
  const found = new Map(
    await Promise.all(backupsOf(uid).map(async (line) => [line.id, await whereabouts(line)] as const)),
  );
  const isAway = ({ id }: KeptBackup) => (found.get(id) ?? 'away') === 'away';
  const kept = backupsOf(uid);
  const counted = kept.map((line) => (isAway(line) ? { ...line, gone: true } : line));
  const dropped = new Set(
    outlived(counted, getSettings().safety.keep, keptAsideOf(uid)?.id ?? null)
      .filter((line) => !isAway(line))
      .filter(removed)
      .map(({ id }) => id),
  );
  if (dropped.size > 0)
    setBackups(
      uid,
      kept.filter(({ id }) => !dropped.has(id)),
    );
}

/** True: it is no longer there, or no longer ours, and need not be remembered. */
function removed({ path, bytes, modified }: KeptBackup): boolean {
  try {
    if (!existsSync(dirname(path))) return false;
    const file = statSync(path, { throwIfNoEntry: false });
    if (file === undefined) return true;
    // Some disks know a file's time to two seconds only.
    if (!file.isFile() || file.size !== bytes || Math.abs(file.mtimeMs - modified) > 2000) return true;
    rmSync(path);
    return true;
  } catch (error) {
    log('removing an outlived backup', error);
    return false;
  }
}

/** As the job calls what it has not finished; an earlier version put no letters before “part”. */
const LEFT_OVER = / \d{4}-\d\d-\d\d[^/\\]*\.evenhand(\.[\da-f]{8})?\.part(-journal|-wal|-shm)?$/;

/** What a power cut left of a backup that was not finished; not one that another computer is making just now. */
function sweep(folder: string): void {
  try {
    for (const name of readdirSync(folder).filter((one) => LEFT_OVER.test(one))) {
      const file = join(folder, name);
      if (Date.now() - statSync(file).mtimeMs > 24 * 60 * 60_000) rmSync(file);
    }
  } catch {
    // Nothing hangs on it.
  }
}
