import { app, BrowserWindow } from 'electron';
import { ORIGIN } from '../protocol.ts';
import { closedIn, mainWindow } from '../window.ts';

let window: BrowserWindow | null = null;

/** The hidden window that lays out and prints, while there is one. */
export function pressWindow(): BrowserWindow | null {
  return window !== null && !window.isDestroyed() ? window : null;
}

/** Opens it, in the same walls as the window the owner sees, with which it ends. */
export function openPressWindow(): BrowserWindow {
  const parent = mainWindow();
  // A PDF names what made it by this, and would else tell the client which system the owner works on.
  app.userAgentFallback = 'Evenhand';
  const made = new BrowserWindow({
    show: false,
    ...(parent === null ? {} : { parent }),
    width: 900,
    height: 1200,
    skipTaskbar: true,
    title: 'Evenhand',
    backgroundColor: '#FFFFFF',
    // Never shown: as a window in the background it would be put to sleep.
    webPreferences: { ...closedIn(), backgroundThrottling: false },
  });
  window = made;
  made.on('closed', () => {
    if (window === made) window = null;
  });
  void made.loadURL(`${ORIGIN}/printed/press.html`).catch(() => undefined);
  return made;
}
