import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OwnerError } from '../../shared/result.ts';
import type { BackupLine, BackupOccasion } from '../../shared/views/backups.ts';
import { inOwnersWords, ledgerOnDesk, tell, today } from '../desk.ts';
import { failure } from '../failure.ts';
import { changesSince, ledgerNow } from '../ledger/backed-up.ts';
import type { Ledger } from '../ledger/open.ts';
import { log } from '../log.ts';
import { getSettings } from '../settings.ts';
import type { KeptBackup } from './kept-backup.ts';
import { backUpTo } from './make.ts';
import { automaticFolder, backupName, freeName, makeFolder, ownFolder, temporaryFolder } from './names.ts';
import { backupsOf, keptAsideOf, lineOf, setBackups, setFailedBackup, whereabouts } from './remembered.ts';
import { outlived } from './rotation.ts';

/** How often the app looks whether another day has begun, in ms. */
const LOOK_EVERY = 10 * 60_000;
/** After a failure it waits before it tries again: a full disk is not filled by trying. */
const TRY_AGAIN_AFTER = 60 * 60_000;

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
    if (now.isSample || now.changes <= 1) return null;
    const newest = await newestAtHand(backupsOf(now.uid));
    if (newest !== null && changesSince(ledger.read, newest) === 0) return lineOf(newest, true);
  }
  const folder = automaticFolder();
  if (folder !== ownFolder()) {
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
  const made = await backUpTo(ledger, { target, occasion, passphrase: null, shown });
  rotate(uid);
  return made;
}

/** Today's automatic backup, where one is due. Tells the window of one that was made, or failed. */
export async function backUpDaily(ledger: Ledger): Promise<void> {
  const { folder } = getSettings().safety;
  await ledger.checked;
  const { uid, isSample } = ledgerNow(ledger.read);
  if (folder === null || isSample) return;
  const kept = backupsOf(uid);
  if (kept.some(({ occasion, on }) => occasion === 'daily' && on === today())) return;
  const newest = await newestAtHand(kept.filter(({ path }) => dirname(path) === folder));
  if (newest !== null && changesSince(ledger.read, newest) === 0) return;
  try {
    if (!existsSync(folder))
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

/** Once the first window is painted: today's backup, and that of each day that begins while the app is open. */
export function startDailyBackups(): void {
  rmSync(temporaryFolder(), { recursive: true, force: true });
  let quietUntil = 0;
  let running = false;
  const look = async () => {
    const ledger = ledgerOnDesk();
    if (ledger === null || running || Date.now() < quietUntil) return;
    running = true;
    await backUpDaily(ledger).catch(() => {
      quietUntil = Date.now() + TRY_AGAIN_AFTER;
    });
    running = false;
  };
  void look();
  setInterval(() => void look(), LOOK_EVERY).unref();
}

/** Deletes automatic backups that have had their day: only files that still are what was put there. */
function rotate(uid: string): void {
  const { keep } = getSettings().safety;
  const kept = backupsOf(uid);
  const dropped = new Set(
    outlived(kept, keep, keptAsideOf(uid)?.id ?? null)
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

/** What a power cut left of a backup that was not finished; not one that another computer is making just now. */
function sweep(folder: string): void {
  try {
    for (const name of readdirSync(folder).filter((one) => / \d{4}-\d\d-\d\d.*\.evenhand\.part/.test(one))) {
      const file = join(folder, name);
      if (Date.now() - statSync(file).mtimeMs > 24 * 60 * 60_000) rmSync(file);
    }
  } catch {
    // Nothing hangs on it.
  }
}
