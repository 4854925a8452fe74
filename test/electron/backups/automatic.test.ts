import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { backUpBefore, backUpDaily, startDailyBackups } from '../../../electron/backups/automatic.ts';
import { backUpTo } from '../../../electron/backups/make.ts';
import { backupPage } from '../../../electron/backups/page.ts';
import {
  backupsOf,
  failedBackupOf,
  setBackups,
  setKeptAside,
  uidOf,
} from '../../../electron/backups/remembered.ts';
import type { Ledger } from '../../../electron/ledger/open.ts';
import { addDays } from '../../../shared/dates.ts';
import { client, newLedger, TODAY, testFolder } from '../ledger/made-ledger.ts';
import { furnish, house } from './house.ts';

vi.mock('electron', async () => (await import('./house.ts')).electronMock());
vi.mock('../../../electron/window.ts', async () => (await import('./house.ts')).windowMock());
vi.mock('../../../electron/settings.ts', async () => (await import('./house.ts')).settingsMock());
vi.mock('../../../electron/desk.ts', async () => (await import('./house.ts')).deskMock());
vi.mock('../../../electron/beside.ts', async () => (await import('./house.ts')).besideMock());
vi.mock('../../../electron/log.ts', async () => (await import('./house.ts')).logMock());

let ledger: Ledger;
beforeEach(() => {
  ledger = newLedger();
  client(ledger);
  furnish(ledger);
});

function chosenFolder(keep = 14): string {
  const folder = testFolder();
  house.settings = { ...house.settings, safety: { ...house.settings.safety, folder, keep } };
  return folder;
}

const made = () => backupsOf(uidOf(ledger));

/** The app runs on the next day, after something was changed. */
async function nextDay(): Promise<void> {
  house.today = addDays(house.today, 1);
  client(ledger, `Client of ${house.today}`);
  await backUpDaily(ledger);
}

describe('the daily backup', () => {
  it('is made once a day into the chosen folder, and the window is told', async () => {
    const folder = chosenFolder();
    await backUpDaily(ledger);
    await backUpDaily(ledger);
    expect(readdirSync(folder)).toEqual(['Test & Co 2026-11-17.evenhand']);
    expect(house.told).toContainEqual({ event: 'backup.made', payload: { problem: null } });
    await nextDay();
    expect(readdirSync(folder).sort()).toEqual([
      'Test & Co 2026-11-17.evenhand',
      'Test & Co 2026-11-18.evenhand',
    ]);
    expect(made().map(({ occasion }) => occasion)).toEqual(['daily', 'daily']);
  });

  it('is not made without a folder, for a sample, or when nothing was changed since the last one there', async () => {
    await backUpDaily(ledger);
    expect(made()).toEqual([]);
    const folder = chosenFolder();
    await backUpDaily(ledger);
    house.today = addDays(house.today, 1);
    await backUpDaily(ledger);
    expect(readdirSync(folder).length).toBe(1);
    // Unless that one was taken away.
    rmSync(join(folder, readdirSync(folder)[0] ?? ''));
    await backUpDaily(ledger);
    expect(readdirSync(folder)).toEqual(['Test & Co 2026-11-18.evenhand']);
  });

  it('never takes the place of a file that is there', async () => {
    const folder = chosenFolder();
    writeFileSync(join(folder, 'Test & Co 2026-11-17.evenhand'), 'somebody’s');
    await backUpDaily(ledger);
    expect(readdirSync(folder).sort()).toEqual([
      'Test & Co 2026-11-17 (2).evenhand',
      'Test & Co 2026-11-17.evenhand',
    ]);
  });

  it('that fails is told with the reason, until one succeeds', async () => {
    const folder = chosenFolder();
    renameSync(folder, `${folder} away`);
    await expect(backUpDaily(ledger)).rejects.toThrow();
    expect(failedBackupOf(uidOf(ledger))).toMatchObject({ on: TODAY, message: /can’t be reached/ });
    const told = house.told.at(-1)?.payload as { problem: { message: string } };
    expect(told.problem.message).toMatch(/plugged in/);
    const { warnings } = await backupPage(ledger);
    expect(warnings.map(({ kind }) => kind)).toContain('folder gone');
    renameSync(`${folder} away`, folder);
    await backUpDaily(ledger);
    expect(failedBackupOf(uidOf(ledger))).toBeNull();
    rmSync(folder, { recursive: true });
  });

  it('removes what has had its day, and no file that is not what it put there', async () => {
    const folder = chosenFolder(2);
    await backUpDaily(ledger);
    await nextDay();
    const [first, second] = made();
    await nextDay();
    // The newest of the month and the two newest: the first is gone, from the disk and from the list.
    expect(existsSync(first?.path ?? '')).toBe(false);
    expect(made().map(({ on }) => on)).toEqual(['2026-11-18', '2026-11-19']);
    // The second: somebody put another file in its place.
    writeFileSync(second?.path ?? '', 'the owner’s own');
    await nextDay();
    expect(existsSync(second?.path ?? '')).toBe(true);
    expect(made().map(({ on }) => on)).toEqual(['2026-11-19', '2026-11-20']);
    // The third: as long, yet written since.
    const third = made()[0]?.path ?? '';
    utimesSync(third, new Date(), new Date(statSync(third).mtimeMs + 60_000));
    await nextDay();
    expect(existsSync(third)).toBe(true);
    // The fourth: renamed, which takes it out of our hands.
    const fourth = made()[0]?.path ?? '';
    renameSync(fourth, join(folder, 'Keep this.evenhand'));
    await nextDay();
    expect(readdirSync(folder)).toContain('Keep this.evenhand');
    expect(made().length).toBe(2);
  });

  it('is made once more on the same day where the folder is another, and not while its stick is pulled', async () => {
    chosenFolder();
    await backUpDaily(ledger);
    const next = chosenFolder();
    await backUpDaily(ledger);
    expect(readdirSync(next)).toEqual(['Test & Co 2026-11-17.evenhand']);
    renameSync(next, `${next} pulled`);
    client(ledger, 'Mr Hale');
    await backUpDaily(ledger);
    expect(failedBackupOf(uidOf(ledger))).toBeNull();
    renameSync(`${next} pulled`, next);
  });

  it('counts none on a disk that does not answer: those that are at hand stay', async () => {
    const first = chosenFolder(3);
    await backUpDaily(ledger);
    await nextDay();
    const lost = chosenFolder(3);
    await nextDay();
    await nextDay();
    renameSync(lost, `${lost} lost`);
    expect(readdirSync(first).length).toBe(1);
    const third = chosenFolder(3);
    await nextDay();
    expect(readdirSync(first).length).toBe(1);
    expect(readdirSync(third).length).toBe(1);
    // The lines of the lost ones stay too: the disk may be found again.
    expect(made().length).toBe(4);
    rmSync(`${lost} lost`, { recursive: true });
  });

  it('takes no place that another computer took meanwhile in the same folder', async () => {
    const folder = chosenFolder();
    const name = join(folder, 'Test & Co 2026-11-17.evenhand');
    let settle = (): void => undefined;
    ledger.checked = new Promise((resolve) => {
      settle = resolve;
    });
    const target = backUpTo(ledger, {
      target: name,
      free: true,
      occasion: 'daily',
      passphrase: null,
      shown: false,
    });
    writeFileSync(name, 'the other computer’s');
    settle();
    expect((await target).path).toBe(join(folder, 'Test & Co 2026-11-17 (2).evenhand'));
    expect(readFileSync(name, 'utf8')).toBe('the other computer’s');
  });

  it('of a ledger opened later comes soon after, and is not kept back by another one’s failure', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const folder = chosenFolder();
    ledger.checked = Promise.reject(new Error('damaged'));
    ledger.checked.catch(() => undefined);
    startDailyBackups();
    await vi.waitFor(() => Promise.resolve());
    expect(readdirSync(folder)).toEqual([]);
    house.ledger = newLedger();
    client(house.ledger);
    house.switched();
    await vi.advanceTimersByTimeAsync(3000);
    await vi.waitFor(() =>
      expect(house.told).toContainEqual({ event: 'backup.made', payload: { problem: null } }),
    );
    expect(readdirSync(folder)).toEqual(['Test & Co 2026-11-17.evenhand']);
    vi.clearAllTimers();
  });

  it('of a ledger that is closed while it waits is given up without a word', async () => {
    chosenFolder();
    let settle = (): void => undefined;
    ledger.checked = new Promise((resolve) => {
      settle = resolve;
    });
    const waiting = backUpDaily(ledger);
    ledger.close();
    settle();
    await waiting;
    expect(house.told).toEqual([]);
  });

  it('removes nothing when the newer one failed', async () => {
    const folder = chosenFolder(1);
    await backUpDaily(ledger);
    const before = readdirSync(folder);
    house.today = addDays(house.today, 1);
    client(ledger, 'Mr Hale');
    ledger.checked = Promise.reject(new Error('damaged'));
    ledger.checked.catch(() => undefined);
    await expect(backUpDaily(ledger)).rejects.toThrow('damaged');
    expect(readdirSync(folder)).toEqual(before);
  });

  it('clears up after a power cut, once what was left is a day old, and nothing else', async () => {
    const folder = chosenFolder();
    const old = new Date(Date.now() - 2 * 24 * 60 * 60_000);
    const left = ['Test & Co 2026-11-10.evenhand.part', 'Test & Co 2026-11-10.evenhand.part-journal'];
    left.push('Test & Co 2026-11-10 before import.evenhand.0a1b2c3d.part');
    const mine = 'Talk of 2026-11-10 on Test.evenhand.partner.docx';
    for (const name of [...left, mine, 'mine.part', 'Test & Co 2026-11-10.evenhand']) {
      writeFileSync(join(folder, name), 'x');
      utimesSync(join(folder, name), old, old);
    }
    writeFileSync(join(folder, 'Other 2026-11-17.evenhand.part'), 'being made just now');
    await backUpDaily(ledger);
    expect(readdirSync(folder).sort()).toEqual([
      'Other 2026-11-17.evenhand.part',
      mine,
      'Test & Co 2026-11-10.evenhand',
      'Test & Co 2026-11-17.evenhand',
      'mine.part',
    ]);
  });
});

describe('the backup before an import or a restore', () => {
  it('goes to the chosen folder, else to the app’s own, and is skipped while the newest holds everything', async () => {
    const first = await backUpBefore(ledger, 'before import');
    expect(first).toMatchObject({ occasion: 'before import', folder: 'backups', there: true });
    expect(readdirSync(join(house.userData, 'backups'))).toEqual([
      'Test & Co 2026-11-17 before import.evenhand',
    ]);
    expect((await backUpBefore(ledger, 'before import'))?.id).toBe(first?.id);
    client(ledger, 'Mr Hale');
    const folder = chosenFolder();
    const second = await backUpBefore(ledger, 'before import');
    expect(second?.folder).toBe(basename(folder));
  });

  it('is made before every restore, whatever there is', async () => {
    const one = await backUpBefore(ledger, 'before restore');
    const other = await backUpBefore(ledger, 'before restore');
    expect(other.id).not.toBe(one.id);
    expect(made().length).toBe(2);
  });

  it('is not skipped for one that is sealed or was taken away', async () => {
    const first = await backUpBefore(ledger, 'before import');
    setBackups(
      uidOf(ledger),
      made().map((line) => ({ ...line, sealed: true })),
    );
    const second = await backUpBefore(ledger, 'before import');
    expect(second?.id).not.toBe(first?.id);
    rmSync(made().at(-1)?.path ?? '');
    expect((await backUpBefore(ledger, 'before import'))?.id).not.toBe(second?.id);
  });

  it('is not made of a ledger with nothing in it, or of a sample', async () => {
    const empty = newLedger();
    expect(await backUpBefore(empty, 'before import')).toBeNull();
    // A restore keeps aside whatever there is.
    expect(await backUpBefore(empty, 'before restore')).not.toBeNull();
  });

  it('takes the app’s own folder where the chosen one can’t be written', async () => {
    house.refuses = chosenFolder();
    expect(await backUpBefore(ledger, 'before import')).toMatchObject({ folder: 'backups' });
  });

  it('throws when it can’t be made anywhere, so that nothing goes on without', async () => {
    writeFileSync(join(house.userData, 'backups'), 'a file in the way');
    await expect(backUpBefore(ledger, 'before restore')).rejects.toMatchObject({ code: 'ledger' });
    expect(made()).toEqual([]);
  });

  it('the one that leads back from a restore outlives every rotation', async () => {
    chosenFolder(1);
    const aside = await backUpBefore(ledger, 'before restore');
    setKeptAside(uidOf(ledger), aside.id);
    for (let n = 0; n < 4; n++) {
      client(ledger, `Client ${n}`);
      await backUpBefore(ledger, 'before restore');
    }
    expect(made().map(({ id }) => id)).toContain(aside.id);
    expect(made().length).toBe(2);
    expect((await backupPage(ledger)).keptAside).toMatchObject({ fileName: aside.fileName, on: TODAY });
  });
});

describe('the page of backups', () => {
  it('of a new ledger has nothing to warn of', async () => {
    house.today = new Date().toISOString().slice(0, 10);
    expect(await backupPage(ledger)).toMatchObject({
      newest: null,
      age: null,
      changesSince: 2,
      warnings: [],
      backups: [],
      keptAside: null,
      settings: { folder: null, keep: 14, warnAfter: 7, askOnQuit: true },
    });
  });

  it('tells the age of the newest, what changed since, and never a path', async () => {
    const folder = chosenFolder();
    await backUpDaily(ledger);
    house.today = addDays(TODAY, 9);
    client(ledger, 'Mr Hale');
    const page = await backupPage(ledger);
    expect(page).toMatchObject({ age: 9, changesSince: 1, newest: { on: TODAY, there: true } });
    expect(page.warnings.map(({ kind }) => kind)).toContain('old');
    expect(JSON.stringify(page)).not.toContain(folder);
  });

  it('goes by the next one when the newest was taken away, and by it again when it is back', async () => {
    const folder = chosenFolder();
    await backUpDaily(ledger);
    await nextDay();
    const newest = made().at(-1)?.path ?? '';
    renameSync(newest, `${newest} away`);
    let page = await backupPage(ledger);
    expect(page.newest?.on).toBe(TODAY);
    expect(page.backups.map(({ there }) => there)).toEqual([false, true]);
    renameSync(`${newest} away`, newest);
    expect((await backupPage(ledger)).newest?.on).toBe('2026-11-18');
    // A stick that was pulled took nothing away.
    renameSync(folder, `${folder} away`);
    page = await backupPage(ledger);
    expect(page).toMatchObject({ newest: { on: '2026-11-18', there: false }, age: 0 });
    rmSync(`${folder} away`, { recursive: true });
  });
});
