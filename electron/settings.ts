import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type Store from 'electron-store';
import { isDay } from '../shared/dates.ts';
import { type LastBackup, type PaperSize, paperSizes, type Theme, themes } from '../shared/ledger/ledger.ts';
import { log } from './log.ts';
import type { WindowPlace } from './window.ts';

/** Of this computer, not of the business: nothing here is lost with it. Client data never goes here. */
export interface Settings {
  readonly theme: Theme;
  readonly paper: PaperSize | null;
  readonly lastLedger: string | null;
  readonly window: WindowPlace | null;
  /** The newest backup of each ledger that was made from here, by the ledger's file. */
  readonly backups: Readonly<Record<string, LastBackup>>;
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
    return JSON.parse(
      readFileSync(join(app.getPath('userData'), `${NAME}.json`), 'utf8'),
    ) as Partial<Settings>;
  } catch {
    // None yet, or cut short by a crash: worth less than a start, so it begins anew.
    return {};
  }
}

/** Each setting as stored, or its default where the file was edited into nonsense. */
function checked({ theme, paper, lastLedger, window, backups }: Partial<Settings>): Settings {
  return {
    theme: theme !== undefined && themes.includes(theme) ? theme : 'system',
    paper: paper && paperSizes.includes(paper) ? paper : null,
    lastLedger: typeof lastLedger === 'string' ? lastLedger : null,
    window: isPlace(window) ? window : null,
    backups: Object.fromEntries(Object.entries(backups ?? {}).filter(([, backup]) => isBackup(backup))),
  };
}

function isBackup(value: LastBackup | null): boolean {
  return typeof value?.fileName === 'string' && typeof value.on === 'string' && isDay(value.on);
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
