import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { ORIGIN } from './protocol.ts';
import { getSettings, setSettings, type WindowPlace } from './settings.ts';

let window: BrowserWindow | null = null;

export function mainWindow(): BrowserWindow | null {
  return window !== null && !window.isDestroyed() ? window : null;
}

/** The remembered place, if it still lies on a screen that is plugged in. */
function visiblePlace(place: WindowPlace | null): Partial<WindowPlace> {
  if (place === null) return { width: 1280, height: 800 };
  const onScreen = screen.getAllDisplays().some(({ workArea: area }) => {
    const [right, bottom] = [area.x + area.width, area.y + area.height];
    return (
      place.x < right - 100 &&
      place.x + place.width > area.x + 100 &&
      place.y >= area.y - 20 &&
      place.y < bottom - 100
    );
  });
  return onScreen ? place : { width: place.width, height: place.height };
}

export function openWindow(): BrowserWindow {
  const settings = getSettings();
  nativeTheme.themeSource = settings.theme;
  const { maximised, ...place } = visiblePlace(settings.window);
  const made = new BrowserWindow({
    ...place,
    minWidth: 720,
    minHeight: 560,
    show: false,
    title: 'Evenhand',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#191815' : '#FBFAF6',
    webPreferences: {
      preload: join(app.getAppPath(), 'out', 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      webviewTag: false,
      devTools: !app.isPackaged,
      v8CacheOptions: 'bypassHeatCheck',
    },
  });
  window = made;
  made.once('ready-to-show', () => {
    if (maximised) made.maximize();
    made.show();
  });
  made.on('close', () => {
    setSettings({ window: { ...made.getNormalBounds(), maximised: made.isMaximized() } });
  });
  made.on('closed', () => {
    window = null;
  });
  void made.loadURL(`${ORIGIN}/index.html`);
  return made;
}

export function focusWindow(): void {
  const open = mainWindow();
  if (open === null) return;
  if (open.isMinimized()) open.restore();
  open.show();
  open.focus();
}
