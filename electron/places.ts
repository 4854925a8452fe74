import { app } from 'electron';

/** Development and tests only: their own settings and ledgers, never the owner's. */
export function setupPlaces(): void {
  const own = process.env.EVENHAND_USER_DATA;
  if (!app.isPackaged && own) app.setPath('userData', own);
}
