import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { LastBackup } from '../../shared/ledger/ledger.ts';
import type { BackupLine } from '../../shared/views/backups.ts';
import { ledgerNow } from '../ledger/backed-up.ts';
import type { Ledger } from '../ledger/open.ts';
import { type FailedBackup, getSettings, setSettings } from '../settings.ts';
import type { KeptBackup } from './kept-backup.ts';
import { inTime } from './names.ts';
import { withLine } from './rotation.ts';

/*
 * All by the ledger's uid: its file may have been moved, and it may be closed by the time a backup is made.
 */
export const uidOf = (ledger: Ledger): string => ledgerNow(ledger.read).uid;

/** Backups of a ledger, in the order they were made. */
export function backupsOf(uid: string): readonly KeptBackup[] {
  return getSettings().backups[uid] ?? [];
}

export function setBackups(uid: string, kept: readonly KeptBackup[]): void {
  setSettings({ backups: { ...getSettings().backups, [uid]: kept } });
}

export function remember(uid: string, made: Omit<KeptBackup, 'id' | 'gone'>): KeptBackup {
  const line = { ...made, id: randomUUID(), gone: false };
  // Whatever else was at that path, also of another ledger of the same name, lies there no more.
  const others = Object.entries(getSettings().backups)
    .filter(([, kept]) => kept.some(({ path }) => path === line.path))
    .map(([other, kept]) => [other, kept.filter(({ path }) => path !== line.path)] as const);
  setSettings({ backups: { ...getSettings().backups, ...Object.fromEntries(others) } });
  setBackups(uid, withLine(backupsOf(uid), line));
  return line;
}

/** The newest backup that nobody is known to have taken away. */
export const newestOf = (kept: readonly KeptBackup[]): KeptBackup | null =>
  kept.findLast(({ gone }) => !gone) ?? null;

/** For the ledger's own facts, which are asked for all the time: no disk is asked. */
export function lastBackupOf(ledger: Ledger): LastBackup | null {
  const newest = newestOf(backupsOf(uidOf(ledger)));
  if (newest !== null) return { on: newest.on, fileName: basename(newest.path) };
  return getSettings().olderBackups[ledger.file] ?? null;
}

/** By its id, of whatever ledger: a damaged one can't tell its uid. */
export function backupById(id: string): KeptBackup | null {
  return (
    Object.values(getSettings().backups)
      .flat()
      .find((line) => line.id === id) ?? null
  );
}

export function failedBackupOf(uid: string): FailedBackup | null {
  return getSettings().failedBackups[uid] ?? null;
}

/** Null: it did not fail. */
export function setFailedBackup(uid: string, failed: FailedBackup | null): void {
  const { [uid]: _before, ...others } = getSettings().failedBackups;
  setSettings({ failedBackups: failed === null ? others : { ...others, [uid]: failed } });
}

/** The ledger as it stood before the last restore; null: none, or it is no longer known. */
export function keptAsideOf(uid: string): KeptBackup | null {
  const id = getSettings().keptAside[uid];
  return id === undefined ? null : backupById(id);
}

/** Remembers which backup leads back; null: none does. */
export function setKeptAside(uid: string, backupId: string | null): void {
  const { [uid]: _before, ...others } = getSettings().keptAside;
  setSettings({ keptAside: backupId === null ? others : { ...others, [uid]: backupId } });
}

export type Whereabouts = 'there' | 'gone' | 'away';

/**
 * 'gone': its folder is there and it is not, or another file is. 'away': its folder does not answer, as that of a
 * stick that was pulled. Waits for no disk longer than a few seconds.
 */
export async function whereabouts(line: KeptBackup): Promise<Whereabouts> {
  return (await inTime(look(line))) ?? 'away';
}

async function look({ path, bytes }: KeptBackup): Promise<Whereabouts> {
  const file = await stat(path).catch(() => null);
  if (file !== null) return file.isFile() && file.size === bytes ? 'there' : 'gone';
  return stat(dirname(path)).then(
    () => 'gone',
    () => 'away',
  );
}

export function lineOf(kept: KeptBackup, there: boolean): BackupLine {
  const { id, path, at, on, occasion, bytes, sealed } = kept;
  const folder = basename(dirname(path)) || dirname(path);
  return { id, fileName: basename(path), folder, at, on, occasion, bytes, sealed, there };
}
