import { basename } from 'node:path';
import type { DamagedLedger } from '../../shared/views/restore.ts';
import type { KeptBackup } from '../backups/kept-backup.ts';
import { backupsOf, whereabouts } from '../backups/remembered.ts';
import { runBeside } from '../beside.ts';
import { appState, tell } from '../desk.ts';
import { DamagedError, ForeignError } from '../ledger/open.ts';
import { log } from '../log.ts';
import { getSettings, setSettings } from '../settings.ts';

/** The ledger that failed its check, until another is opened. */
let damaged: { readonly file: string; readonly told: DamagedLedger } | null = null;

export const damagedLedger = (): DamagedLedger | null => damaged?.told ?? null;
export const damagedFile = (): string | null => damaged?.file ?? null;

export function forgetDamage(): void {
  damaged = null;
}

/** Whose file this is. Kept here because a damaged file may not be able to say. */
export function rememberUid(file: string, uid: string): void {
  const { uids } = getSettings();
  if (uid !== '' && uids[file] !== uid) setSettings({ uids: { ...uids, [file]: uid } });
}

/** The uid of the ledger that is damaged; null: it was never opened here, or none is. */
export const damagedUid = (): string | null => (damaged && getSettings().uids[damaged.file]) ?? null;

/**
 * Remembers that a file could not be opened because it is damaged; any other reason leaves nothing to save. What can be
 * done about it is found out beside, and told once it is known.
 */
export function noteDamage(file: string, error: unknown): void {
  damaged = null;
  const known = getSettings().uids[file] !== undefined;
  // A ledger that was opened here before and now looks like none has lost its beginning.
  if (!(error instanceof DamagedError || (error instanceof ForeignError && known))) return;
  const found = error instanceof DamagedError ? error.found : '';
  const noted = { file, told: { fileName: basename(file), found: inWords(found), backup: null } };
  damaged = noted;
  void findBackup(file)
    .then((backup) => {
      if (damaged !== noted || backup === null) return;
      damaged = { file, told: { ...noted.told, backup } };
      tell('ledger.switched', appState());
    })
    .catch((failed: unknown) => log('looking for a backup of a damaged ledger', failed));
}

/** SQLite's words, as far as they say anything to an owner. */
function inWords(found: string): string {
  if (found === '') return 'Some of its pages no longer hold what was written to them.';
  if (/missing from index|wrong # of entries|non-unique/.test(found))
    return `Its rows and the lists they are found by no longer agree: ${found}.`;
  return `Some of its pages no longer hold what was written to them: ${found}.`;
}

async function findBackup(file: string): Promise<DamagedLedger['backup']> {
  const uid = getSettings().uids[file];
  const newest = uid === undefined ? null : await newestThere(backupsOf(uid));
  if (newest === null) return null;
  const missing = await runBeside('missing', { file, after: newest.changeId }).answer.catch(() => null);
  const { id, path, on, sealed } = newest;
  return { id, fileName: basename(path), on, sealed, missing };
}

async function newestThere(kept: readonly KeptBackup[]): Promise<KeptBackup | null> {
  for (const line of [...kept].reverse()) if ((await whereabouts(line)) === 'there') return line;
  return null;
}
