import { basename, join } from 'node:path';
import { app, dialog } from 'electron';
import type { AppState } from '../../shared/contract.ts';
import { appState, openedLedger, today } from '../desk.ts';
import { checkBeside } from '../ledger/check-beside.ts';
import { copyLedger } from '../ledger/copy.ts';
import { ledgerInfo } from '../ledger/info.ts';
import { getSettings, setSettings } from '../settings.ts';
import { mainWindow } from '../window.ts';

/** Asks where to, copies the open ledger there, reads the copy back, and remembers that it is there. */
export async function makeBackup(): Promise<AppState | null> {
  const window = mainWindow();
  const ledger = openedLedger();
  if (window === null) return null;
  const on = today();
  const { business } = ledgerInfo(ledger);
  const chosen = await dialog.showSaveDialog(window, {
    title: 'Back up the ledger',
    buttonLabel: 'Back up',
    defaultPath: join(app.getPath('documents'), `${fileNameOf(business)} ${on}.evenhand`),
    filters: [{ name: 'Evenhand ledger', extensions: ['evenhand'] }],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  if (chosen.canceled || chosen.filePath === '') return null;
  const target = /\.evenhand$/i.test(chosen.filePath) ? chosen.filePath : `${chosen.filePath}.evenhand`;
  await copyLedger(ledger, target, checkBeside);
  const backups = { ...getSettings().backups, [ledger.file]: { on, fileName: basename(target) } };
  setSettings({ backups });
  return appState();
}

/** Without what some system keeps for itself in file names. */
function fileNameOf(business: string): string {
  const name = business
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '');
  return name || 'Ledger';
}
