import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { makeBackup } from '../../../electron/backups/make.ts';
import type { Ledger } from '../../../electron/ledger/open.ts';
import { newLedger, TODAY, testFolder } from '../ledger/made-ledger.ts';

const dialog = vi.hoisted(() => ({
  showSaveDialog: vi.fn(),
  showMessageBox: vi.fn(),
}));
const desk = vi.hoisted((): { ledger: Ledger | null } => ({ ledger: null }));

vi.mock('electron', () => ({ app: { getPath: () => '/nowhere' }, dialog }));
vi.mock('../../../electron/window.ts', () => ({ mainWindow: () => ({}) }));
vi.mock('../../../electron/settings.ts', () => ({
  getSettings: () => ({ backups: {} }),
  setSettings: vi.fn(),
}));
vi.mock('../../../electron/desk.ts', () => ({
  openedLedger: () => desk.ledger,
  today: () => TODAY,
  appState: () => 'done',
}));
vi.mock('../../../electron/ledger/check-beside.ts', () => ({ checkBeside: async () => [] }));

beforeEach(() => {
  dialog.showMessageBox.mockReset();
  desk.ledger = newLedger();
});

/** The owner types a name without its ending, as the dialog of some systems leaves it. */
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
    expect(await makeBackup()).toBeNull();
    expect(dialog.showMessageBox.mock.calls[0]?.[1]).toMatchObject({
      message: 'Old.evenhand is there already. Replace it?',
      buttons: ['Replace', 'Cancel'],
      defaultId: 1,
      cancelId: 1,
    });
    expect(readFileSync(target, 'utf8')).toBe('the older backup');
    dialog.showMessageBox.mockResolvedValue({ response: 0 });
    expect(await makeBackup()).toBe('done');
    expect(readFileSync(target).subarray(0, 6).toString()).toBe('SQLite');
  });

  it('asks nothing where there is none, nor twice where the dialog asked', async () => {
    const target = typed('New');
    expect(await makeBackup()).toBe('done');
    expect(existsSync(target)).toBe(true);
    dialog.showSaveDialog.mockResolvedValue({ canceled: false, filePath: target });
    expect(await makeBackup()).toBe('done');
    expect(dialog.showMessageBox).not.toHaveBeenCalled();
  });
});
