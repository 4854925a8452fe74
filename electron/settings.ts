import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type Store from 'electron-store';
import { type Day, isDay } from '../shared/dates.ts';
import { type LastBackup, type PaperSize, paperSizes, type Theme, themes } from '../shared/ledger/ledger.ts';
import type { BackupSettings } from '../shared/views/backups.ts';
import { type KeptBackup, readBackupSettings, readKept } from './backups/kept-backup.ts';
import { log } from './log.ts';
import type { WindowPlace } from './window.ts';

/** Of this computer, not of the business: nothing here is lost with it. Client data never goes here. */
export interface Settings {
  readonly theme: Theme;
  readonly paper: PaperSize | null;
  readonly lastLedger: string | null;
  readonly window: WindowPlace | null;
  /** Backups of each ledger that were made from here, in the order they were made, by the ledger's uid. */
  readonly backups: Readonly<Record<string, readonly KeptBackup[]>>;
  /** As an earlier version kept it: the newest one alone, by the ledger's file. */
  readonly olderBackups: Readonly<Record<string, LastBackup>>;
  readonly safety: BackupSettings;
  /** Why the last automatic backup of a ledger failed, by its uid; none: it did not. */
  readonly failedBackups: Readonly<Record<string, FailedBackup>>;
  /** Which backup holds a ledger as it stood before it was restored: its id, by the ledger's uid. */
  readonly keptAside: Readonly<Record<string, string>>;
  /** The uid of each ledger that was opened, by its file: a damaged one can't tell it any more. */
  readonly uids: Readonly<Record<string, string>>;
}

export interface FailedBackup {
  readonly on: Day;
  readonly message: string;
}

const NAME = 'settings';

let current: Settings | null = null;
let store: Promise<Store<Settings>> | null = null;
let writing: Promise<void> = Promise.resolve();

/**
 * The settings, read once. electron-store keeps them, yet loading it takes longer than opening the ledger, so a start
 * reads its plain file; the store itself is loaded after the first paint.
 */
export function getSettings(): Settings {
  current ??= checked(readFile());
  return current;
}

function readFile(): Partial<Settings> {
  try {
    const read: unknown = JSON.parse(readFileSync(join(app.getPath('userData'), `${NAME}.json`), 'utf8'));
    return typeof read === 'object' && read !== null ? (read as Partial<Settings>) : {};
  } catch {
    // None yet, or cut short by a crash: worth less than a start, so it begins anew.
    return {};
  }
}

/** Each setting as stored, or its default where the file was edited into nonsense. */
function checked(stored: Partial<Settings>): Settings {
  const { theme, paper, lastLedger, window } = stored;
  return {
    theme: theme !== undefined && themes.includes(theme) ? theme : 'system',
    paper: paper && paperSizes.includes(paper) ? paper : null,
    lastLedger: typeof lastLedger === 'string' ? lastLedger : null,
    window: isPlace(window) ? window : null,
    backups: Object.fromEntries(
      entriesOf(stored.backups, Array.isArray).map(([uid, kept]) => [uid, readKept(kept)]),
    ),
    // Under the first name, too: there the earlier version had them.
    olderBackups: Object.fromEntries([
      ...entriesOf(stored.backups, isOlderBackup),
      ...entriesOf(stored.olderBackups, isOlderBackup),
    ]) as Record<string, LastBackup>,
    safety: readBackupSettings(stored.safety),
    failedBackups: Object.fromEntries(entriesOf(stored.failedBackups, isFailed)) as Record<
      string,
      FailedBackup
    >,
    uids: Object.fromEntries(entriesOf(stored.uids, (uid) => typeof uid === 'string')) as Record<
      string,
      string
    >,
    keptAside: Object.fromEntries(entriesOf(stored.keptAside, (id) => typeof id === 'string')) as Record<
      string,
      string
    >,
  };
}

function entriesOf(stored: unknown, fits: (value: unknown) => boolean): [string, unknown][] {
  if (typeof stored !== 'object' || stored === null) return [];
  return Object.entries(stored).filter(([, value]) => fits(value));
}

function isOlderBackup(value: unknown): boolean {
  const { fileName, on } = (value ?? {}) as Partial<LastBackup>;
  return typeof fileName === 'string' && typeof on === 'string' && isDay(on);
}

function isFailed(value: unknown): boolean {
  const { message, on } = (value ?? {}) as Partial<FailedBackup>;
  return typeof message === 'string' && typeof on === 'string' && isDay(on);
}

function isPlace(value: WindowPlace | null | undefined): value is WindowPlace {
  return Boolean(value) && [value?.x, value?.y, value?.width, value?.height].every(Number.isFinite);
}

/** Loads the store, so that the first setting changed need not wait for it. */
export function loadStore(): Promise<Store<Settings>> {
  store ??= import('electron-store').then(
    ({ default: ElectronStore }) => new ElectronStore<Settings>({ name: NAME, clearInvalidConfig: true }),
  );
  return store;
}

/** Takes effect at once; on disk a moment later, and in any case before the app has quit. */
export function setSettings(changed: Partial<Settings>): void {
  const next = { ...getSettings(), ...changed };
  current = next;
  writing = writing.then(async () => {
    try {
      (await loadStore()).store = next;
    } catch (error) {
      // On a full disk, say. The next one changed is written with it.
      log('keeping the settings', error);
    }
  });
}

/** Settles when every changed setting is on disk. */
export function settingsKept(): Promise<void> {
  return writing;
}

/** Remembers where the window stood. */
export function keepWindowPlace(place: WindowPlace): void {
  setSettings({ window: place });
}
