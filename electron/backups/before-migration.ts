import { basename } from 'node:path';
import type { Day } from '../../shared/dates.ts';
import { OwnerError } from '../../shared/result.ts';
import { runBeside } from '../beside.ts';
import type { BackedUp } from '../ledger/jobs/backup.ts';
import { businessIn, checkHere } from '../ledger/open.ts';
import type { KeptBackup } from './kept-backup.ts';
import { automaticFolders, backupName, freeName, makeFolder, temporaryFolder } from './names.ts';

/**
 * A verified copy of a ledger of an older version, made before it is brought up to date. Null: its check finds it
 * damaged, and opening it says so in words of its own. Throws OwnerError('ledger') when none could be made: then the
 * ledger must be left as it is.
 */
export async function backUpBeforeMigration(
  file: string,
  on: Day,
): Promise<Omit<KeptBackup, 'id' | 'gone'> | null> {
  const at = new Date().toISOString();
  try {
    const { path, bytes, modified, changeId, changeAt } = await copyOf(file, on);
    const line = { path, at, on, bytes, modified, changeId, changeAt };
    return { ...line, occasion: 'before migration', sealed: false };
  } catch (error) {
    if (await isDamaged(file)) return null;
    if (!(error instanceof OwnerError)) throw error;
    throw new OwnerError(
      'ledger',
      `${basename(file)} was written by an older Evenhand and is backed up before it is brought up to date. That backup could not be made, so it was left as it is. ${error.message}`,
    );
  }
}

/** Into the chosen folder; where that is full or read-only, into the app's own: the ledger must open all the same. */
async function copyOf(file: string, on: Day): Promise<BackedUp> {
  let failed: unknown = null;
  for (const folder of await automaticFolders())
    try {
      makeFolder(folder);
      const target = freeName(folder, backupName(businessIn(file), on, 'before update'));
      const input = { ledger: file, target, free: true, passphrase: null, temporary: temporaryFolder() };
      return await runBeside('backup', input).answer;
    } catch (error) {
      failed = error;
    }
  throw failed;
}

/** Only a check that ran to its end, or broke on the file itself, says so: any other failure leaves the file alone. */
async function isDamaged(file: string): Promise<boolean> {
  try {
    return (await checkHere(file)).length > 0;
  } catch (error) {
    return /^SQLITE_(CORRUPT|NOTADB)/.test((error as { code?: string } | null)?.code ?? '');
  }
}
