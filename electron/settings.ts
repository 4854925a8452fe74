import { app } from 'electron';
import Store from 'electron-store';
import { type PaperSize, paperSizes, type Theme, themes } from '../shared/ledger/ledger.ts';

/** Where the window stood when it was closed, in screen points. */
export interface WindowPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly maximised: boolean;
}

/** Of this computer, not of the business: nothing here is lost with it. Client data never goes here. */
export interface Settings {
  theme: Theme;
  paper: PaperSize | null;
  lastLedger: string | null;
  window: WindowPlace | null;
}

let store: Store<Settings> | null = null;

function opened(): Store<Settings> {
  // A settings file that can't be read is worth less than a start: it begins anew.
  store ??= new Store<Settings>({
    name: 'settings',
    clearInvalidConfig: true,
    defaults: { theme: 'system', paper: null, lastLedger: null, window: null },
  });
  return store;
}

/** A setting as stored, or its default where the file was edited into nonsense. */
export function getSettings(): Settings {
  const { theme, paper, lastLedger, window } = opened().store;
  return {
    theme: themes.includes(theme) ? theme : 'system',
    paper: paper !== null && paperSizes.includes(paper) ? paper : null,
    lastLedger: typeof lastLedger === 'string' ? lastLedger : null,
    window: isPlace(window) ? window : null,
  };
}

export function setSettings(changed: Partial<Settings>): void {
  const now = opened();
  now.store = { ...now.store, ...changed };
}

function isPlace(value: WindowPlace | null): value is WindowPlace {
  return (
    value !== null &&
    typeof value === 'object' &&
    [value.x, value.y, value.width, value.height].every(Number.isFinite)
  );
}

/** Development and tests only: their own settings and ledgers, never the owner's. */
export function setupPlaces(): void {
  const own = process.env.EVENHAND_USER_DATA;
  if (!app.isPackaged && own) app.setPath('userData', own);
}
