import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { usualSettings } from '../../../electron/backups/kept-backup.ts';
import { type BackupInput, backupJob } from '../../../electron/ledger/jobs/backup.ts';
import { quietly } from '../../../electron/ledger/jobs/job.ts';
import type { Ledger } from '../../../electron/ledger/open.ts';
import type { Settings } from '../../../electron/settings.ts';
import type { Day } from '../../../shared/dates.ts';
import { OwnerError } from '../../../shared/result.ts';
import { TODAY, testFolder } from '../ledger/made-ledger.ts';

/** What surrounds backups in the app: settings, desk, dialogs. Each test file mocks the modules with these. */
export const house = {
  settings: {} as Settings,
  ledger: null as Ledger | null,
  today: TODAY as Day,
  userData: '',
  /** A disk that refuses backups. */
  refuses: '',
  /** Called when another ledger lies on the desk. */
  switched: () => {},
  told: [] as { event: string; payload: unknown }[],
  dialog: { showSaveDialog: vi.fn(), showMessageBox: vi.fn(), showOpenDialog: vi.fn() },
};

/** A house without a ledger, with a folder of its own that is gone after the test. */
export function furnish(ledger: Ledger | null): void {
  const userData = join(testFolder(), 'user data');
  mkdirSync(userData);
  Object.assign(house, { ledger, today: TODAY, userData, told: [], refuses: '', switched: () => {} });
  for (const mock of Object.values(house.dialog)) mock.mockReset();
  house.settings = {
    theme: 'system',
    paper: null,
    lastLedger: null,
    window: null,
    backups: {},
    olderBackups: {},
    safety: usualSettings,
    failedBackups: {},
    keptAside: {},
    uids: {},
  };
  onTestFinished(() => {
    house.ledger = null;
  });
}

export const electronMock = () => ({
  app: {
    getPath: (name: string) => (name === 'userData' ? house.userData : testFolder()),
    getAppPath: () => '/app',
  },
  dialog: house.dialog,
});
/** The app as the real desk asks for it. */
export const appMock = () => {
  const { app, dialog } = electronMock();
  return {
    app: {
      ...app,
      isPackaged: true,
      getVersion: () => '1',
      getSystemLocale: () => 'en-GB',
      getLocale: () => 'en-GB',
    },
    dialog,
  };
};
export const windowMock = () => ({ mainWindow: () => ({}) });
export const settingsMock = () => ({
  getSettings: () => house.settings,
  setSettings: (changed: Partial<Settings>) => {
    house.settings = { ...house.settings, ...changed };
  },
  settingsKept: () => Promise.resolve(),
});
export const deskMock = () => ({
  openedLedger: () => house.ledger,
  ledgerOnDesk: () => house.ledger,
  today: () => house.today,
  tell: (event: string, payload: unknown) => void house.told.push({ event, payload }),
  inOwnersWords: (error: unknown) => error,
  whenLedgerSwitches: (listener: () => void) => {
    house.switched = listener;
  },
});
/** On this thread. */
export const besideMock = () => ({
  runBeside: (_job: string, input: BackupInput) => ({
    answer:
      dirname(input.target) === house.refuses
        ? Promise.reject(new OwnerError('ledger', 'There is no room there.'))
        : backupJob(input, quietly),
    stop: () => undefined,
  }),
});
export const logMock = () => ({ log: () => undefined });
