import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { usualSettings } from '../../../electron/backups/kept-backup.ts';
import { type BackupInput, backupJob } from '../../../electron/ledger/jobs/backup.ts';
import { quietly } from '../../../electron/ledger/jobs/job.ts';
import type { Ledger } from '../../../electron/ledger/open.ts';
import type { Settings } from '../../../electron/settings.ts';
import type { Day } from '../../../shared/dates.ts';
import { TODAY, testFolder } from '../ledger/made-ledger.ts';

/** What surrounds backups in the app: settings, desk, dialogs. Each test file mocks the modules with these. */
export const house = {
  settings: {} as Settings,
  ledger: null as Ledger | null,
  today: TODAY as Day,
  userData: '',
  told: [] as { event: string; payload: unknown }[],
  dialog: { showSaveDialog: vi.fn(), showMessageBox: vi.fn(), showOpenDialog: vi.fn() },
};

/** A house without a ledger, with a folder of its own that is gone after the test. */
export function furnish(ledger: Ledger | null): void {
  const userData = join(testFolder(), 'user data');
  mkdirSync(userData);
  Object.assign(house, { ledger, today: TODAY, userData, told: [] });
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
export const windowMock = () => ({ mainWindow: () => ({}) });
export const settingsMock = () => ({
  getSettings: () => house.settings,
  setSettings: (changed: Partial<Settings>) => {
    house.settings = { ...house.settings, ...changed };
  },
});
export const deskMock = () => ({
  openedLedger: () => house.ledger,
  ledgerOnDesk: () => house.ledger,
  today: () => house.today,
  tell: (event: string, payload: unknown) => void house.told.push({ event, payload }),
  inOwnersWords: (error: unknown) => error,
});
/** On this thread. */
export const besideMock = () => ({
  runBeside: (_job: string, input: BackupInput) => ({
    answer: backupJob(input, quietly),
    stop: () => undefined,
  }),
});
export const logMock = () => ({ log: () => undefined });
