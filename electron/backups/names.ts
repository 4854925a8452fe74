import { existsSync, mkdirSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';
import type { Day } from '../../shared/dates.ts';
import { OwnerError } from '../../shared/result.ts';
import { fileNameOf } from '../file-name.ts';
import { numbered } from '../ledger/on-disk.ts';
import { getSettings } from '../settings.ts';

/** Where the plain copy of what is to be sealed lies for a moment; emptied at each start. */
export const temporaryFolder = (): string => join(app.getPath('userData'), 'temporary');

/** The app's own folder for backups: before an import and the like, where the owner chose none. */
export const ownFolder = (): string => join(app.getPath('userData'), 'backups');

/** What a backup is called, without the ending: the business, the day, and what it is besides. */
export function backupName(business: string, on: Day, besides = ''): string {
  return `${fileNameOf(business, 'Ledger')} ${on}${besides === '' ? '' : ` ${besides}`}`;
}

/** A ledger's file in `folder` that is still free, called `name` or the next number. */
export function freeName(folder: string, name: string): string {
  for (let n = 1; ; n++) {
    const file = numbered(join(folder, `${name}.evenhand`), n);
    if (!existsSync(file)) return file;
  }
}

/** How long a disk may take to answer before it counts as not there, in ms: one that went to sleep needs a while. */
const PATIENCE = 4000;

/** What a disk answers in good time, else null: a share whose computer went away may never answer. */
export async function inTime<T>(answer: Promise<T>): Promise<T | null> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE).unref());
  return Promise.race([answer, late]);
}

/** Whether a folder is there and answers. */
export const isThere = async (folder: string): Promise<boolean> =>
  (await inTime(
    stat(folder)
      .then((found) => found.isDirectory())
      .catch(() => false),
  )) === true;

/** Where automatic backups go: the chosen folder if it is there, and after it, or instead, the app's own. */
export async function automaticFolders(): Promise<readonly string[]> {
  const { folder } = getSettings().safety;
  return folder !== null && (await isThere(folder)) ? [folder, ownFolder()] : [ownFolder()];
}

/** The app's own folder may not be there yet. Throws OwnerError where it can't be made. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw new OwnerError(
      'ledger',
      'The folder that Evenhand keeps backups in can’t be made. Is this computer’s own disk full, or may you not write there?',
    );
  }
}
