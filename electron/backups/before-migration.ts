import { basename } from 'node:path';
import type { Day } from '../../shared/dates.ts';
import { OwnerError } from '../../shared/result.ts';
import { runBeside } from '../beside.ts';
import { businessIn, checkHere } from '../ledger/open.ts';
import type { KeptBackup } from './kept-backup.ts';
import { automaticFolder, backupName, freeName, makeFolder, temporaryFolder } from './names.ts';

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
    const folder = automaticFolder();
    makeFolder(folder);
    const target = freeName(folder, backupName(businessIn(file), on, 'before update'));
    const input = { ledger: file, target, passphrase: null, temporary: temporaryFolder() };
    const { bytes, modified, changeId, changeAt } = await runBeside('backup', input).answer;
    const line = { path: target, at, on, bytes, modified, changeId, changeAt };
    return { ...line, occasion: 'before migration', sealed: false };
  } catch (error) {
    if ((await checkHere(file).catch(() => ['unreadable'])).length > 0) return null;
    if (!(error instanceof OwnerError)) throw error;
    throw new OwnerError(
      'ledger',
      `${basename(file)} was written by an older Evenhand and is backed up before it is brought up to date. That backup could not be made, so it was left as it is. ${error.message}`,
    );
  }
}
