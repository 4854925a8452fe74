import { app, dialog } from 'electron';
import { appState } from '../desk.ts';
import type { Handlers } from '../house.ts';
import { confirm, forget, goBack, lookAt, pathOfBackup, rehearse, unseal } from '../restoring/restore.ts';
import { openSalvaged, startSalvage } from '../restoring/salvage.ts';
import { getSettings } from '../settings.ts';
import { mainWindow } from '../window.ts';

async function choose() {
  const window = mainWindow();
  if (window === null) return null;
  const chosen = await dialog.showOpenDialog(window, {
    title: 'Restore from a backup',
    buttonLabel: 'Look into it',
    defaultPath: getSettings().safety.folder ?? app.getPath('documents'),
    properties: ['openFile'],
    filters: [
      { name: 'Evenhand ledger', extensions: ['evenhand'] },
      { name: 'All files', extensions: ['*'] },
    ],
  });
  const file = chosen.filePaths[0];
  return chosen.canceled || file === undefined ? null : lookAt(file);
}

/** Back from a backup, and out of a damaged ledger. */
export const restoreCommands: Pick<
  Handlers,
  | 'restore.choose'
  | 'restore.look'
  | 'restore.unseal'
  | 'restore.confirm'
  | 'restore.rehearse'
  | 'restore.forget'
  | 'restore.goBack'
  | 'salvage.start'
  | 'salvage.open'
> = {
  'restore.choose': choose,
  'restore.look': ({ backupId }) => lookAt(pathOfBackup(backupId)),
  'restore.unseal': ({ token, passphrase }) => unseal(token, passphrase),
  'restore.confirm': async ({ token }) => {
    await confirm(token);
    return appState();
  },
  'restore.rehearse': ({ token }) => rehearse(token),
  'restore.forget': ({ token }) => {
    forget(token);
    return null;
  },
  'restore.goBack': async () => {
    await goBack();
    return appState();
  },
  'salvage.start': startSalvage,
  'salvage.open': async ({ token }) => {
    await openSalvaged(token);
    return appState();
  },
};
