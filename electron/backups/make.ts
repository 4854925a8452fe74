import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import type { AppState } from '../../shared/contract.ts';
import { checkBeside } from '../beside.ts';
import { appState, openedLedger, today } from '../desk.ts';
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
  // The dialog asked about the name as it was typed.
  if (target !== chosen.filePath && existsSync(target) && !(await mayReplace(window, target))) return null;
  await copyLedger(ledger, target, checkBeside);
  const backups = { ...getSettings().backups, [ledger.file]: { on, fileName: basename(target) } };
  setSettings({ backups });
  return appState();
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

/** Without what some system keeps for itself in file names. */
function fileNameOf(business: string): string {
  const name = business
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '');
  return name || 'Ledger';
}
