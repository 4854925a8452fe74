import { type Day, isDay } from '../../shared/dates.ts';
import type { BackupOccasion, BackupSettings } from '../../shared/views/backups.ts';

/** A backup that was made from here, read back and found whole, as the settings remember it. */
export interface KeptBackup {
  readonly id: string;
  readonly path: string;
  readonly at: string;
  readonly on: Day;
  readonly occasion: BackupOccasion;
  readonly bytes: number;
  /** The file's time of change, ms since 1970. */
  readonly modified: number;
  readonly sealed: boolean;
  /** The newest change in it; 0 and '': none. */
  readonly changeId: number;
  readonly changeAt: string;
  /** Its folder was there and it was not: somebody took it away. */
  readonly gone: boolean;
}

const occasions: readonly string[] = [
  'by hand',
  'daily',
  'before import',
  'before restore',
  'before migration',
  'on quit',
] satisfies readonly BackupOccasion[];

export const usualSettings: BackupSettings = { folder: null, keep: 14, warnAfter: 7, askOnQuit: true };

/** The list as stored, without what was edited into nonsense. */
export function readKept(value: unknown): KeptBackup[] {
  return Array.isArray(value) ? value.filter(isKept) : [];
}

function isKept(value: Partial<KeptBackup> | null): value is KeptBackup {
  return (
    typeof value === 'object' &&
    value !== null &&
    [value.id, value.path, value.at, value.changeAt].every((text) => typeof text === 'string') &&
    [value.bytes, value.modified, value.changeId].every(Number.isFinite) &&
    typeof value.on === 'string' &&
    isDay(value.on) &&
    occasions.includes(value.occasion ?? '') &&
    typeof value.sealed === 'boolean' &&
    typeof value.gone === 'boolean'
  );
}

export function readBackupSettings(value: Partial<BackupSettings> | undefined): BackupSettings {
  const whole = (given: unknown, usual: number) =>
    Number.isInteger(given) && (given as number) >= 1 && (given as number) <= 365 ? (given as number) : usual;
  return {
    folder: typeof value?.folder === 'string' && value.folder !== '' ? value.folder : null,
    keep: whole(value?.keep, usualSettings.keep),
    warnAfter: whole(value?.warnAfter, usualSettings.warnAfter),
    askOnQuit: typeof value?.askOnQuit === 'boolean' ? value.askOnQuit : usualSettings.askOnQuit,
  };
}
