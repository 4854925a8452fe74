import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { app, dialog } from 'electron';
import { mainWindow } from './window.ts';

export interface WhereTo {
  readonly title: string;
  readonly button: string;
  /** Offered first; the owner's documents where none is given. */
  readonly folder?: string;
  /** Without the ending. */
  readonly name: string;
  readonly ending: string;
  /** What files of this ending are called. */
  readonly kind: string;
}

/** Asks where to save a file; its path with the ending, or null when the owner closed the dialog. */
export async function askWhere({
  title,
  button,
  folder,
  name,
  ending,
  kind,
}: WhereTo): Promise<string | null> {
  const window = mainWindow();
  if (window === null) return null;
  const chosen = await dialog.showSaveDialog(window, {
    title,
    buttonLabel: button,
    defaultPath: join(folder ?? app.getPath('documents'), `${name}.${ending}`),
    filters: [{ name: kind, extensions: [ending] }],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  const typed = chosen.filePath;
  if (chosen.canceled || typed === '') return null;
  if (typed.toLowerCase().endsWith(`.${ending}`)) return typed;
  const target = `${typed}.${ending}`;
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
