import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { backUpBeforeMigration } from '../../../electron/backups/before-migration.ts';
import { migrate } from '../../../electron/ledger/migrate.ts';
import { isOlder, openLedger } from '../../../electron/ledger/open.ts';
import { newFile, newLedger, TODAY, testFolder } from '../ledger/made-ledger.ts';
import { furnish, house } from './house.ts';

vi.mock('electron', async () => (await import('./house.ts')).electronMock());
vi.mock('../../../electron/settings.ts', async () => (await import('./house.ts')).settingsMock());
vi.mock('../../../electron/beside.ts', async () => (await import('./house.ts')).besideMock());

/** As an Evenhand of that version left it. */
function older(version: number): string {
  const file = newFile();
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  migrate(db, version);
  db.exec(`INSERT INTO change (id, at, kind, label, first_row) VALUES (1, '2025-01-01T08:00:00.000Z', 'x', 'Started', 1);
    INSERT INTO open_change (id, change_id) VALUES (1, 1);
    INSERT INTO ledger (id, business, currency, is_sample, hourly_cost_minor) VALUES (1, 'Whitlock: Sons', 'GBP', 0, 2800);
    DELETE FROM open_change;`);
  db.close();
  return file;
}

beforeEach(() => furnish(null));

const own = () => join(house.userData, 'backups');

describe('a ledger of an older version', () => {
  it.each([1, 2])('%i is backed up as it is before it is brought up to date', async (version) => {
    const file = older(version);
    expect(isOlder(file)).toBe(true);
    const made = await backUpBeforeMigration(file, TODAY);
    expect(made).toMatchObject({ occasion: 'before migration', sealed: false, changeId: 1 });
    expect(readdirSync(own())).toEqual(['Whitlock Sons 2026-11-17 before update.evenhand']);
    const copy = new Database(made?.path ?? '', { readonly: true });
    expect(copy.pragma('user_version', { simple: true })).toBe(version);
    expect(copy.prepare('SELECT business FROM ledger').pluck().get()).toBe('Whitlock: Sons');
    copy.close();
    openLedger(file).close();
    expect(isOlder(file)).toBe(false);
  });

  it('is left as it is when that backup can’t be made', async () => {
    const file = older(1);
    const before = readFileSync(file);
    writeFileSync(own(), 'a file in the way');
    await expect(backUpBeforeMigration(file, TODAY)).rejects.toMatchObject({
      code: 'ledger',
      message: expect.stringMatching(
        /backed up before it is brought up to date.*left as it is.*can’t be made/,
      ),
    });
    expect(readFileSync(file)).toEqual(before);
  });

  it('is backed up to the app’s own folder where the chosen one refuses: it must open all the same', async () => {
    house.refuses = testFolder();
    house.settings = { ...house.settings, safety: { ...house.settings.safety, folder: house.refuses } };
    const made = await backUpBeforeMigration(older(1), TODAY);
    expect(made?.path).toBe(join(own(), 'Whitlock Sons 2026-11-17 before update.evenhand'));
  });

  it('that is damaged is not backed up: opening it says what is wrong', async () => {
    const file = older(1);
    const bytes = readFileSync(file);
    bytes.fill(0xab, 4096 * 3, 4096 * 9);
    writeFileSync(file, bytes);
    expect(await backUpBeforeMigration(file, TODAY)).toBeNull();
    expect(existsSync(own()) ? readdirSync(own()) : []).toEqual([]);
    expect(() => openLedger(file)).toThrow(/damaged/);
  });
});

it('a present ledger and a missing file are not older', () => {
  expect(isOlder(newLedger().file)).toBe(false);
  expect(isOlder(newFile())).toBe(false);
});
