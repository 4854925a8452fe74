import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { backUpByHand } from '../../../electron/backups/by-hand.ts';
import { backupsOf, lastBackupOf, uidOf } from '../../../electron/backups/remembered.ts';
import { sealedHeader } from '../../../electron/backups/seal.ts';
import type { Ledger } from '../../../electron/ledger/open.ts';
import { client, newLedger, testFolder } from '../ledger/made-ledger.ts';
import { furnish, house } from './house.ts';

vi.mock('electron', async () => (await import('./house.ts')).electronMock());
vi.mock('../../../electron/window.ts', async () => (await import('./house.ts')).windowMock());
vi.mock('../../../electron/settings.ts', async () => (await import('./house.ts')).settingsMock());
vi.mock('../../../electron/desk.ts', async () => (await import('./house.ts')).deskMock());
vi.mock('../../../electron/beside.ts', async () => (await import('./house.ts')).besideMock());
vi.mock('../../../electron/log.ts', async () => (await import('./house.ts')).logMock());

// scrypt takes its time, more so on a machine that does much else.
vi.setConfig({ testTimeout: 30_000 });

const { dialog } = house;
let ledger: Ledger;
beforeEach(() => {
  ledger = newLedger();
  client(ledger);
  furnish(ledger);
});

/** The owner types a name, as the dialog of some systems leaves it, without its ending. */
function typed(name: string): string {
  const filePath = join(testFolder(), name);
  dialog.showSaveDialog.mockResolvedValue({ canceled: false, filePath });
  return `${filePath}.evenhand`;
}

describe('a backup whose name was typed without its ending', () => {
  it('asks before it replaces a file that the dialog could not ask about', async () => {
    const target = typed('Old');
    writeFileSync(target, 'the older backup');
    dialog.showMessageBox.mockResolvedValue({ response: 1 });
    expect(await backUpByHand(null)).toBeNull();
    expect(dialog.showMessageBox.mock.calls[0]?.[1]).toMatchObject({
      message: 'Old.evenhand is there already. Replace it?',
      buttons: ['Replace', 'Cancel'],
      defaultId: 1,
      cancelId: 1,
    });
    expect(readFileSync(target, 'utf8')).toBe('the older backup');
    dialog.showMessageBox.mockResolvedValue({ response: 0 });
    expect(await backUpByHand(null)).toMatchObject({ path: target });
    expect(readFileSync(target).subarray(0, 6).toString()).toBe('SQLite');
  });

  it('asks nothing where there is none, nor twice where the dialog asked', async () => {
    const target = typed('New');
    await backUpByHand(null);
    expect(existsSync(target)).toBe(true);
    dialog.showSaveDialog.mockResolvedValue({ canceled: false, filePath: target });
    await backUpByHand(null);
    expect(dialog.showMessageBox).not.toHaveBeenCalled();
    // The same file twice is one backup, the newer one.
    expect(backupsOf(uidOf(ledger)).length).toBe(1);
  });
});

describe('a backup made by hand', () => {
  it('is offered by the business’s name and the day, where the last one went', async () => {
    const target = typed('First');
    await backUpByHand(null);
    dialog.showSaveDialog.mockResolvedValue({ canceled: true, filePath: '' });
    expect(await backUpByHand(null)).toBeNull();
    const [first, second] = dialog.showSaveDialog.mock.calls.map(
      ([, { defaultPath }]) => defaultPath as string,
    );
    expect(basename(first ?? '')).toBe('Test & Co 2026-11-17.evenhand');
    expect(dirname(second ?? '')).toBe(dirname(target));
  });

  it('is remembered with what is in it, and is the ledger’s last backup', async () => {
    expect(lastBackupOf(ledger)).toBeNull();
    const target = typed('Kept');
    await backUpByHand(null);
    expect(lastBackupOf(ledger)).toEqual({ on: '2026-11-17', fileName: 'Kept.evenhand' });
    expect(backupsOf(uidOf(ledger))).toMatchObject([
      {
        path: target,
        occasion: 'by hand',
        sealed: false,
        changeId: 2,
        bytes: readFileSync(target).length,
        gone: false,
      },
    ]);
  });

  it('stays known by the older list until there is a newer one', () => {
    house.settings = {
      ...house.settings,
      olderBackups: { [ledger.file]: { on: '2026-10-01', fileName: 'Old.evenhand' } },
    };
    expect(lastBackupOf(ledger)?.fileName).toBe('Old.evenhand');
  });

  it('with a passphrase is sealed, and the passphrase is kept nowhere', async () => {
    const target = typed('Sealed');
    const passphrase = 'four words to remember';
    await backUpByHand(passphrase);
    expect(sealedHeader(target)).toMatchObject({ uid: uidOf(ledger) });
    expect(JSON.stringify(house.settings)).not.toContain('four words');
    expect(JSON.stringify(house.told)).not.toContain('four words');
    const temporary = join(house.userData, 'temporary');
    expect(existsSync(temporary) ? readdirSync(temporary) : []).toEqual([]);
  });

  it('that fails is not remembered, and names the file', async () => {
    dialog.showSaveDialog.mockResolvedValue({ canceled: false, filePath: '/nowhere/at all/B.evenhand' });
    await expect(backUpByHand(null)).rejects.toMatchObject({
      code: 'ledger',
      message: /B\.evenhand does not answer/,
    });
    expect(backupsOf(uidOf(ledger))).toEqual([]);
    // What runs next is not held up.
    typed('Next');
    expect(await backUpByHand(null)).not.toBeNull();
  });

  it('of a damaged ledger is not begun', async () => {
    const target = typed('B');
    writeFileSync(target, 'the older backup');
    ledger.checked = Promise.reject(new Error('damaged'));
    ledger.checked.catch(() => undefined);
    dialog.showMessageBox.mockResolvedValue({ response: 0 });
    await expect(backUpByHand(null)).rejects.toThrow('damaged');
    expect(readFileSync(target, 'utf8')).toBe('the older backup');
  });
});

describe('a place that is not free', () => {
  it('is refused where another ledger lies that was opened here', async () => {
    const other = newLedger();
    const bytes = readFileSync(other.file);
    house.settings = { ...house.settings, uids: { [other.file]: uidOf(other) } };
    dialog.showSaveDialog.mockResolvedValue({ canceled: false, filePath: other.file });
    await expect(backUpByHand(null)).rejects.toThrow(/a ledger that was opened here, not a backup/);
    expect(readFileSync(other.file)).toEqual(bytes);
  });

  it('is no longer that of the backup that lay there, of whichever ledger', async () => {
    const target = typed('Same');
    await backUpByHand(null);
    const first = uidOf(ledger);
    expect(backupsOf(first).length).toBe(1);
    house.ledger = newLedger();
    client(house.ledger);
    dialog.showMessageBox.mockResolvedValue({ response: 0 });
    expect(await backUpByHand(null)).toMatchObject({ path: target });
    expect(backupsOf(first)).toEqual([]);
  });
});
