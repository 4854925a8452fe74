import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { app } from 'electron';
import { OwnerError } from '../../shared/result.ts';
import type { BackupOccasion } from '../../shared/views/backups.ts';
import { askWhere } from '../ask-where.ts';
import { openedLedger, today } from '../desk.ts';
import { ledgerNow } from '../ledger/backed-up.ts';
import { getSettings } from '../settings.ts';
import type { KeptBackup } from './kept-backup.ts';
import { backUpTo } from './make.ts';
import { backupName } from './names.ts';
import { backupsOf } from './remembered.ts';

/** Asks where to and backs the open ledger up there; null when the owner closed the dialog. Throws OwnerError. */
export async function backUpByHand(
  passphrase: string | null,
  occasion: BackupOccasion = 'by hand',
): Promise<KeptBackup | null> {
  const ledger = openedLedger();
  const { uid, business } = ledgerNow(ledger.read);
  const sealed = passphrase !== null;
  const target = await askWhere({
    title: sealed ? 'Back up the ledger with a passphrase' : 'Back up the ledger',
    button: 'Back up',
    folder: lastFolder(uid),
    name: backupName(business, today(), sealed ? 'sealed' : ''),
    ending: 'evenhand',
    kind: 'Evenhand ledger',
  });
  if (target === null) return null;
  refuseLedgers(target);
  // Another ledger may have been opened while the dialog stood open: then this one is not at hand any more.
  if (openedLedger() !== ledger) return null;
  return backUpTo(ledger, { target, occasion, passphrase, shown: true });
}

/** A dialog asks whether to replace a file, and doesn't say that it is another business's whole ledger. */
function refuseLedgers(target: string): void {
  if (Object.keys(getSettings().uids).some((file) => resolve(file) === resolve(target)) && existsSync(target))
    throw new OwnerError(
      'invalid',
      `${basename(target)} is a ledger that was opened here, not a backup. Choose another name.`,
    );
}

/** Where the last one made by hand went, while that is there: the stick is plugged in again. */
function lastFolder(uid: string): string {
  const last = backupsOf(uid).findLast(({ occasion }) => occasion === 'by hand');
  const folder = last === undefined ? '' : dirname(last.path);
  return folder !== '' && existsSync(folder) ? folder : app.getPath('documents');
}
