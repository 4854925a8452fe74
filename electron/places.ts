import { join } from 'node:path';
import { app } from 'electron';

/** Development and tests only: their own settings, ledgers and language, never the owner's. */
export function setupPlaces(): void {
  const own = process.env.EVENHAND_USER_DATA;
  const locale = process.env.EVENHAND_LOCALE;
  if (app.isPackaged) return;
  if (own) {
    app.setPath('userData', own);
    app.setAppLogsPath(join(own, 'logs'));
  }
  // Date fields are Chromium's own and follow its language, not ours.
  if (locale) app.commandLine.appendSwitch('lang', locale);
}
