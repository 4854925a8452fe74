import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { dialog } from 'electron';
import type { ImportProgress } from '../../shared/imports/preview.ts';
import { OwnerError } from '../../shared/result.ts';
import { backUpBefore } from '../backups/automatic.ts';
import { locale, openedLedger, tell, today } from '../desk.ts';
import type { Handlers } from '../house.ts';
import { setupMenu } from '../menu.ts';
import { stopUnderWay } from '../under-way.ts';
import { mainWindow } from '../window.ts';
import { LARGEST_FILE } from './largest-file.ts';

/** Reading files, with its tables of old encodings, is loaded when a file first comes: a start must not wait for it. */
const sessions = () => import('./sessions.ts');

const progress = (step: ImportProgress) => tell('imports.progress', step);

async function pick() {
  const window = mainWindow();
  openedLedger();
  if (window === null) return null;
  const chosen = await dialog.showOpenDialog(window, {
    title: 'Import invoices or complaints',
    properties: ['openFile'],
    filters: [
      { name: 'CSV from a bookkeeping program', extensions: ['csv', 'txt', 'tsv'] },
      { name: 'All files', extensions: ['*'] },
    ],
  });
  const file = chosen.filePaths[0];
  if (chosen.canceled || file === undefined) return null;
  const { startSession } = await sessions();
  const bytes = await readWhole(file);
  // Asked for again: while the dialog stood open, another start may have opened another ledger.
  return startSession(openedLedger(), basename(file), bytes, today(), progress, locale());
}

async function readWhole(file: string): Promise<Uint8Array> {
  const name = basename(file);
  try {
    // Looked at before it is read: a file of many gigabytes must not fill the memory first.
    const { size } = await stat(file);
    if (size > LARGEST_FILE) {
      throw new OwnerError(
        'invalid',
        `${name} is larger than 200 MB. Export a shorter period and import the parts one by one.`,
      );
    }
    return await readFile(file);
  } catch (error) {
    if (error instanceof OwnerError) throw error;
    throw new OwnerError(
      'invalid',
      `${name} can’t be read. Check that it is still there and that no other program holds it.`,
    );
  }
}

let backingUp = false;

/** An import adds rows by the thousand: before it, the ledger as it stands goes to a safe place. */
async function backUpFirst(): Promise<void> {
  backingUp = true;
  try {
    await backUpBefore(openedLedger(), 'before import');
  } catch (error) {
    if (!(error instanceof OwnerError) || error.code !== 'ledger') throw error;
    throw new OwnerError('noBackup', `The backup before the import could not be made. ${error.message}`);
  } finally {
    backingUp = false;
  }
}

export const importCommands: Pick<
  Handlers,
  'imports.pick' | 'imports.read' | 'imports.choose' | 'imports.confirm' | 'imports.stop' | 'imports.forget'
> = {
  'imports.pick': pick,
  'imports.read': async ({ name, bytes }) =>
    (await sessions()).startSession(openedLedger(), basename(name), bytes, today(), progress, locale()),
  'imports.choose': async ({ importId, choices }) =>
    (await sessions()).chooseInSession(openedLedger(), importId, choices, today(), progress),
  'imports.confirm': async ({ importId, withoutBackup }) => {
    if (!withoutBackup) await backUpFirst();
    const done = await (await sessions()).confirmSession(openedLedger(), importId, today(), progress);
    tell('ledger.changed', { clientId: null });
    setupMenu();
    return done;
  },
  'imports.stop': async ({ importId }) => {
    if (backingUp) stopUnderWay();
    (await sessions()).stopSession(importId);
    return null;
  },
  'imports.forget': async ({ importId }) => {
    (await sessions()).forgetSession(importId);
    return null;
  },
};
