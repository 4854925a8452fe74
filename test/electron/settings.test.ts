import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { testFolder } from './ledger/made-ledger.ts';

const place = vi.hoisted(() => ({ userData: '' }));
vi.mock('electron', () => ({ app: { getPath: () => place.userData } }));

/** The settings as a start reads them. */
async function read(stored: unknown) {
  place.userData = testFolder();
  writeFileSync(join(place.userData, 'settings.json'), JSON.stringify(stored));
  const { getSettings } = await import('../../electron/settings.ts');
  return getSettings();
}

beforeEach(() => void vi.resetModules());

const line = {
  id: 'b1',
  path: '/stick/B.evenhand',
  at: '2026-11-17T08:00:00.000Z',
  on: '2026-11-17',
  occasion: 'daily',
  bytes: 1,
  modified: 1,
  sealed: false,
  changeId: 1,
  changeAt: '',
  gone: false,
};

it('still know the backup that an earlier version kept by the ledger’s file', async () => {
  const older = { on: '2026-10-01', fileName: 'Old.evenhand' };
  const settings = await read({ theme: 'dark', backups: { '/home/ann/Mine.evenhand': older, uid: [line] } });
  expect(settings).toMatchObject({
    theme: 'dark',
    olderBackups: { '/home/ann/Mine.evenhand': older },
    backups: { uid: [line] },
    safety: { folder: null, keep: 14, warnAfter: 7, askOnQuit: true },
  });
});

it('leave out what was edited into nonsense, and keep the rest', async () => {
  const wrong = [
    null,
    7,
    {},
    { ...line, on: '2026-13-01' },
    { ...line, occasion: 'whenever' },
    { ...line, bytes: 'many' },
    { ...line, path: null },
  ];
  const settings = await read({
    backups: { uid: [...wrong, line], other: 'x', third: { on: 'never', fileName: 'x' } },
    safety: { folder: 7, keep: 0, warnAfter: 2.5, askOnQuit: 'yes' },
    failedBackups: { uid: { on: 'x', message: 'y' }, ok: { on: '2026-11-17', message: 'No room.' } },
    keptAside: { uid: 7, ok: 'b1' },
  });
  expect(settings).toMatchObject({
    backups: { uid: [line] },
    olderBackups: {},
    safety: { folder: null, keep: 14, warnAfter: 7, askOnQuit: true },
    failedBackups: { ok: { message: 'No room.' } },
    keptAside: { ok: 'b1' },
  });
  expect(Object.keys(settings.failedBackups)).toEqual(['ok']);
  expect(Object.keys(settings.keptAside)).toEqual(['ok']);
});

it('begin anew from a file that was cut short', async () => {
  place.userData = testFolder();
  writeFileSync(join(place.userData, 'settings.json'), '{"theme":"da');
  const { getSettings } = await import('../../electron/settings.ts');
  expect(getSettings()).toMatchObject({ theme: 'system', backups: {} });
});

it('that are no settings at all begin anew, and never keep the app from starting', async () => {
  for (const stored of [null, 7, 'settings', [], true])
    expect(await read(stored)).toMatchObject({ lastLedger: null, backups: {}, safety: { keep: 14 } });
});
