import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { OwnerError } from '../../shared/result.ts';
import type { BackupOccasion } from '../../shared/views/backups.ts';
import { openedLedger, today } from '../desk.ts';
import { ledgerNow } from '../ledger/backed-up.ts';
import type { Ledger } from '../ledger/open.ts';
import { getSettings } from '../settings.ts';
import { mainWindow } from '../window.ts';
import type { KeptBackup } from './kept-backup.ts';
import { backUpTo } from './make.ts';
import { backupName } from './names.ts';
import { backupsOf } from './remembered.ts';

/** Asks where to and backs the open ledger up there; null when the owner closed the dialog. Throws OwnerError. */
export async function backUpByHand(
  passphrase: string | null,
  occasion: BackupOccasion = 'by hand',
): Promise<KeptBackup | null> {
  const window = mainWindow();
  const ledger = openedLedger();
  if (window === null) return null;
  const target = await askWhere(window, ledger, passphrase !== null);
  if (target === null) return null;
  refuseLedgers(target);
  // Another ledger may have been opened while the dialog stood open: then this one is not at hand any more.
  if (openedLedger() !== ledger) return null;
  return backUpTo(ledger, { target, occasion, passphrase, shown: true });
}

async function askWhere(window: BrowserWindow, ledger: Ledger, sealed: boolean): Promise<string | null> {
  const { uid, business } = ledgerNow(ledger.read);
  const chosen = await dialog.showSaveDialog(window, {
    title: sealed ? 'Back up the ledger with a passphrase' : 'Back up the ledger',
    buttonLabel: 'Back up',
    defaultPath: join(lastFolder(uid), backupName(business, today(), sealed ? 'sealed' : '')),
    filters: [{ name: 'Evenhand ledger', extensions: ['evenhand'] }],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  if (chosen.canceled || chosen.filePath === '') return null;
  const target = /\.evenhand$/i.test(chosen.filePath) ? chosen.filePath : `${chosen.filePath}.evenhand`;
  // The dialog asked about the name as it was typed.
  if (target !== chosen.filePath && existsSync(target) && !(await mayReplace(window, target))) return null;
  return target;
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

async function mayReplace(window: BrowserWindow, target: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: `${basename(target)} is there already. Replace it?`,
    buttons: ['Replace', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  });
  return response === 0;
}
