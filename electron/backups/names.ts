import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { Day } from '../../shared/dates.ts';
import { OwnerError } from '../../shared/result.ts';
import { fileNameOf } from '../file-name.ts';
import { getSettings } from '../settings.ts';

/** Where the plain copy of what is to be sealed lies for a moment; emptied at each start. */
export const temporaryFolder = (): string => join(app.getPath('userData'), 'temporary');

/** The app's own folder for backups: before an import and the like, where the owner chose none. */
export const ownFolder = (): string => join(app.getPath('userData'), 'backups');

/** What a backup is called: the business, the day, and what it is besides. */
export function backupName(business: string, on: Day, besides = ''): string {
  return `${fileNameOf(business, 'Ledger')} ${on}${besides === '' ? '' : ` ${besides}`}.evenhand`;
}

/** A name that is still free in `folder`. */
export function freeName(folder: string, name: string): string {
  for (let n = 1; ; n++) {
    const file = join(folder, n === 1 ? name : name.replace(/\.evenhand$/, ` (${n}).evenhand`));
    if (!existsSync(file)) return file;
  }
}

/** Where automatic backups go: the chosen folder if it is there, else the app's own. */
export function automaticFolder(): string {
  const { folder } = getSettings().safety;
  return folder !== null && existsSync(folder) ? folder : ownFolder();
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
