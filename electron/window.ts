import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, type Rectangle, screen, type WebPreferences } from 'electron';
import type { Theme } from '../shared/ledger/ledger.ts';
import { ORIGIN } from './protocol.ts';

/** Where the window stood when it was closed, in screen points. */
export interface WindowPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly maximised: boolean;
}

let window: BrowserWindow | null = null;

export function mainWindow(): BrowserWindow | null {
  return window !== null && !window.isDestroyed() ? window : null;
}

/** The remembered place, if it still lies on a screen that is plugged in; else only its size. */
function visiblePlace({ x, y, width, height }: WindowPlace): Partial<Rectangle> {
  const onScreen = screen.getAllDisplays().some(({ workArea: area }) => {
    const [right, bottom] = [area.x + area.width, area.y + area.height];
    return x < right - 100 && x + width > area.x + 100 && y >= area.y - 20 && y < bottom - 100;
  });
  return onScreen ? { x, y, width, height } : { width, height };
}

/** What every page of ours runs in: a sandbox with one bridge, and no way to anything else. */
export const closedIn = (): WebPreferences => ({
  preload: join(app.getAppPath(), 'out', 'preload', 'preload.cjs'),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  spellcheck: false,
  webviewTag: false,
  devTools: !app.isPackaged,
  v8CacheOptions: 'bypassHeatCheck',
});

/** Opens the window, hidden until it is furnished and has something to show. */
export function openWindow(): void {
  const made = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 720,
    minHeight: 560,
    show: false,
    title: 'Evenhand',
    autoHideMenuBar: true,
    backgroundColor: paper(),
    webPreferences: closedIn(),
  });
  window = made;
  drawn = new Promise((resolve) => made.once('ready-to-show', () => resolve()));
  made.on('closed', () => {
    window = null;
  });
  void made.loadURL(`${ORIGIN}/index.html`);
}

let drawn: Promise<void> = Promise.resolve();

const paper = () => (nativeTheme.shouldUseDarkColors ? '#191815' : '#FBFAF6');

/** Puts the window where it stood and into its theme, then shows it; `keep` is told where it stands when it closes. */
export function furnishWindow(
  theme: Theme,
  place: WindowPlace | null,
  keep: (place: WindowPlace) => void,
): void {
  const made = mainWindow();
  if (made === null) return;
  nativeTheme.themeSource = theme;
  made.setBackgroundColor(paper());
  if (place !== null) made.setBounds(visiblePlace(place));
  made.on('close', () => keep({ ...made.getNormalBounds(), maximised: made.isMaximized() }));
  void drawn.then(() => {
    if (place?.maximised) made.maximize();
    made.show();
  });
}

export function focusWindow(): void {
  const open = mainWindow();
  if (open === null) return;
  if (open.isMinimized()) open.restore();
  open.show();
  open.focus();
}
