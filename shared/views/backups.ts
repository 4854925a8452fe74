import * as z from 'zod';
import type { Day } from '../dates.ts';

/** Why a backup was made. */
export type BackupOccasion =
  | 'by hand'
  | 'daily'
  | 'before import'
  | 'before restore'
  | 'before migration'
  | 'on quit';

/** A backup that was read back and found whole. Instants are ISO 8601 in UTC. */
export interface BackupLine {
  readonly id: string;
  readonly fileName: string;
  /** The folder's name alone: the window never learns a path it could pass back. */
  readonly folder: string;
  readonly at: string;
  readonly on: Day;
  readonly occasion: BackupOccasion;
  readonly bytes: number;
  /** Sealed with a passphrase. */
  readonly sealed: boolean;
  /** The file is still where it was put. */
  readonly there: boolean;
}

export interface BackupSettings {
  /** Folder that automatic backups go to; null: none chosen, those before imports and the like go to the app's own. */
  readonly folder: string | null;
  /** Newest daily backups that are kept; the newest of each month stays besides. */
  readonly keep: number;
  /** Days after which the overview warns and quitting asks. */
  readonly warnAfter: number;
  readonly askOnQuit: boolean;
}

export const backupSettingsInput = z.object({
  keep: z.int('Give a whole number.').min(1, 'At least one.').max(365, 'At most 365.'),
  warnAfter: z.int('Give whole days.').min(1, 'At least one day.').max(365, 'At most 365 days.'),
  askOnQuit: z.boolean(),
});

/** What is not as safe as it could be, in the owner's words. */
export interface SafetyWarning {
  readonly kind:
    | 'never'
    | 'old'
    | 'same disk'
    | 'inside the app'
    | 'folder gone'
    | 'last failed'
    | 'ledger in a cloud folder';
  readonly words: string;
}

export interface BackupPage {
  readonly newest: BackupLine | null;
  /** Days since the newest verified one; null: there is none. */
  readonly age: number | null;
  /** Changes made since the newest one. */
  readonly changesSince: number;
  readonly settings: BackupSettings;
  readonly warnings: readonly SafetyWarning[];
  /** Newest first. */
  readonly backups: readonly BackupLine[];
  /** The ledger as it stood before the last restore, to go back to; null: none. */
  readonly keptAside: { readonly fileName: string; readonly at: string; readonly on: Day } | null;
}

/** A passphrase: long rather than odd. Null: the backup is not sealed. */
export const passphraseInput = z
  .string()
  .min(8, 'At least 8 characters; four words that you can remember are better.')
  .max(1000, 'At most 1,000 characters.');

export interface SafetyProgress {
  readonly work: 'backup' | 'restore' | 'rehearsal' | 'salvage' | 'export' | 'taking in' | 'undo' | 'redo';
  /** “Copying”, “Reading it back”, … in the owner's words. */
  readonly step: string;
  /** 0 to 1; null: can't be told. */
  readonly part: number | null;
  /** It is over, however it went. */
  readonly ended?: true;
}
