import { dialog } from 'electron';
import { backUpDaily } from '../backups/automatic.ts';
import { backUpByHand } from '../backups/by-hand.ts';
import { backupPage } from '../backups/page.ts';
import { openedLedger } from '../desk.ts';
import type { Handlers } from '../house.ts';
import { getSettings, setSettings } from '../settings.ts';
import { stopUnderWay } from '../under-way.ts';
import { mainWindow } from '../window.ts';

const page = () => backupPage(openedLedger());

async function chooseFolder() {
  const window = mainWindow();
  openedLedger();
  if (window === null) return null;
  const { folder } = getSettings().safety;
  const chosen = await dialog.showOpenDialog(window, {
    title: 'Folder for automatic backups',
    buttonLabel: 'Back up here',
    ...(folder === null ? {} : { defaultPath: folder }),
    properties: ['openDirectory', 'createDirectory'],
  });
  const next = chosen.filePaths[0];
  if (chosen.canceled || next === undefined) return null;
  setSettings({ safety: { ...getSettings().safety, folder: next } });
  // The first one at once: it shows whether the folder will do. A failure stands among the warnings.
  await backUpDaily(openedLedger()).catch(() => undefined);
  return page();
}

/** The ledger kept safe: backups, by hand and by themselves. */
export const safeCommands: Pick<
  Handlers,
  | 'backup.make'
  | 'safety.stop'
  | 'backup.page'
  | 'backup.settings'
  | 'backup.chooseFolder'
  | 'backup.forgetFolder'
> = {
  'backup.make': async ({ passphrase }) => ((await backUpByHand(passphrase)) === null ? null : page()),
  'safety.stop': () => {
    stopUnderWay();
    return null;
  },
  'backup.page': page,
  'backup.settings': (changed) => {
    setSettings({ safety: { ...getSettings().safety, ...changed } });
    return page();
  },
  'backup.chooseFolder': chooseFolder,
  'backup.forgetFolder': () => {
    setSettings({ safety: { ...getSettings().safety, folder: null } });
    return page();
  },
};
