import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { app, dialog } from 'electron';
import { mainWindow } from '../window.ts';

/** Asks where to save a PDF of this name; null when the owner closed the dialog. */
export async function askWhere(fileName: string): Promise<string | null> {
  const window = mainWindow();
  if (window === null) return null;
  const chosen = await dialog.showSaveDialog(window, {
    title: 'Save as PDF',
    buttonLabel: 'Save',
    defaultPath: join(app.getPath('documents'), `${fileName}.pdf`),
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  if (chosen.canceled || chosen.filePath === '') return null;
  if (/\.pdf$/i.test(chosen.filePath)) return chosen.filePath;
  const target = `${chosen.filePath}.pdf`;
  if (!existsSync(target)) return target;
  // The dialog asked about the name as it was typed.
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: `${basename(target)} is there already. Replace it?`,
    buttons: ['Replace', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  });
  return response === 0 ? target : null;
}
