import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { backUpBefore } from '../../../electron/backups/automatic.ts';
import { backUpTo } from '../../../electron/backups/make.ts';
import { backupsOf, keptAsideOf, uidOf } from '../../../electron/backups/remembered.ts';
import {
  appState,
  closeLedger,
  createNew,
  inOwnersWords,
  ledgerOnDesk,
  openedLedger,
  openFile,
} from '../../../electron/desk.ts';
import { type Ledger, openLedger } from '../../../electron/ledger/open.ts';
import { folderOf, sweepLeftovers } from '../../../electron/restoring/places.ts';
import { confirm, goBack, lookAt, unseal } from '../../../electron/restoring/restore.ts';
import { furnish, house } from '../backups/house.ts';
import { client, testFolder } from '../ledger/made-ledger.ts';

const disk = vi.hoisted(() => ({ flushFails: false, threadDies: false, job: '' }));

vi.mock('electron', async () => (await import('../backups/house.ts')).appMock());
vi.mock('../../../electron/window.ts', () => ({ mainWindow: () => null }));
vi.mock('../../../electron/settings.ts', async () => (await import('../backups/house.ts')).settingsMock());
vi.mock('../../../electron/log.ts', async () => (await import('../backups/house.ts')).logMock());
vi.mock('../../../electron/ledger/on-disk.ts', async (actual) => {
  const real = await actual<typeof import('../../../electron/ledger/on-disk.ts')>();
  return {
    ...real,
    flushFolder: (folder: string) => {
      if (disk.flushFails && !folder.includes('backups'))
        throw Object.assign(new Error('flush'), { code: 'EIO' });
      real.flushFolder(folder);
    },
  };
});
/** On this thread, which is given up between jobs as it would be. */
vi.mock('../../../electron/ledger/jobs/thread.ts', async (actual) => {
  const real = await actual<typeof import('../../../electron/ledger/jobs/thread.ts')>();
  const { jobs } = await import('../../../electron/ledger/jobs/index.ts');
  const { quietly } = await import('../../../electron/ledger/jobs/job.ts');
  return {
    ...real,
    runOnThread: async (_file: string, { job, input }: { job: string; input: unknown }) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (disk.threadDies) throw new real.ThreadError('out of memory');
      return (jobs as unknown as Record<string, (input: unknown, between: unknown) => unknown>)[job]?.(
        input,
        quietly,
      );
    },
  };
});

const { allowChecks } = await import('../../../electron/beside.ts');
allowChecks();
// Whole ledgers are copied and read many times over, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000 });

let ledger: Ledger;
beforeEach(async () => {
  furnish(null);
  Object.assign(disk, { flushFails: false, threadDies: false });
  createNew({ business: 'Hale & Daughters', currency: 'GBP' });
  ledger = openedLedger();
  client(ledger, 'Larkfield Court');
  onTestFinished(async () => {
    await ledgerOnDesk()?.checked.catch(() => undefined);
    closeLedger();
  });
  await ledger.checked;
});

const clientsOf = ({ read }: Ledger) =>
  read.all<{ name: string }>('SELECT name FROM client ORDER BY id').map(({ name }) => name);
const names = () => clientsOf(openedLedger());

async function backUp(passphrase: string | null = null): Promise<string> {
  const target = join(testFolder(), 'Backup.evenhand');
  await backUpTo(openedLedger(), { target, occasion: 'by hand', passphrase, shown: true });
  return target;
}

describe('a restore', () => {
  it('puts the backup in the place of the ledger, leads back, and forward again', async () => {
    const target = await backUp();
    client(openedLedger(), 'Mrs Whitlock');
    const { file } = openedLedger();
    await confirm((await lookAt(target)).token);
    expect([openedLedger().file, names()]).toEqual([file, ['Larkfield Court']]);
    for (let times = 0; times < 2; times++) {
      await goBack();
      expect(names()).toEqual(['Larkfield Court', 'Mrs Whitlock']);
      await goBack();
      expect(names()).toEqual(['Larkfield Court']);
    }
    expect(readdirSync(dirname(file)).filter((name) => name.includes('restoring'))).toEqual([]);
  });

  it('is refused while an import runs, and nothing is swept away or kept aside for it', async () => {
    const target = await backUp();
    const { token } = await lookAt(target);
    client(openedLedger(), 'Mrs Whitlock');
    openedLedger().busyWith = 'the import';
    await expect(confirm(token)).rejects.toMatchObject({ code: 'busy' });
    openedLedger().busyWith = null;
    expect(names()).toEqual(['Larkfield Court', 'Mrs Whitlock']);
    expect(keptAsideOf(uidOf(openedLedger()))).toBeNull();
    await confirm(token);
    expect(names()).toEqual(['Larkfield Court']);
  });

  it('asked for twice at once is done once, and the way back is kept', async () => {
    const target = await backUp();
    client(openedLedger(), 'Mrs Whitlock');
    const { token } = await lookAt(target);
    const [first, second] = await Promise.allSettled([confirm(token), confirm(token)]);
    expect([first?.status, second?.status]).toEqual(['fulfilled', 'rejected']);
    expect(second).toMatchObject({ reason: { code: 'busy' } });
    expect(names()).toEqual(['Larkfield Court']);
    await goBack();
    expect(names()).toEqual(['Larkfield Court', 'Mrs Whitlock']);
  });

  it('looked at for one ledger is not done to another', async () => {
    const target = await backUp();
    const { token } = await lookAt(target);
    createNew({ business: 'Priory Lettings', currency: 'GBP' });
    await expect(confirm(token)).rejects.toMatchObject({ code: 'conflict' });
    expect(names()).toEqual([]);
  });

  it('whose disk fails after the swap still knows the way back', async () => {
    const target = await backUp();
    client(openedLedger(), 'Mrs Whitlock');
    const { token } = await lookAt(target);
    disk.flushFails = true;
    await expect(confirm(token)).rejects.toThrow('flush');
    disk.flushFails = false;
    expect(names()).toEqual(['Larkfield Court']);
    await goBack();
    expect(names()).toEqual(['Larkfield Court', 'Mrs Whitlock']);
  });

  it('of a ledger that was opened through a link changes the file it leads to', async () => {
    const target = await backUp();
    client(openedLedger(), 'Mrs Whitlock');
    const { file } = openedLedger();
    const link = join(testFolder(), 'Link.evenhand');
    symlinkSync(file, link);
    expect(await openFile(link)).toBe(true);
    await confirm((await lookAt(target)).token);
    expect(names()).toEqual(['Larkfield Court']);
    closeLedger();
    const real = openLedger(file);
    expect(clientsOf(real)).toEqual(['Larkfield Court']);
    real.close();
    await openFile(file);
  });

  it('of another ledger, or of a sealed one, is told apart by what is in the file', async () => {
    const target = await backUp('vier Wörter für später');
    const { token, preview } = await lookAt(target);
    expect(preview).toBeNull();
    await expect(confirm(token)).rejects.toMatchObject({ field: 'passphrase' });
    await expect(unseal(token, 'wrong')).rejects.toMatchObject({ field: 'passphrase' });
    // As another keyboard writes it: letters and their dots apart.
    const opened = await unseal(token, 'vier Wörter für später'.normalize('NFD'));
    createNew({ business: 'Priory Lettings', currency: 'GBP' });
    await expect(confirm(opened.token)).rejects.toMatchObject({ code: 'conflict' });
    const again = await unseal((await lookAt(target)).token, 'vier Wörter für später');
    expect(again.preview?.how).toBe('beside');
    await confirm(again.token);
    expect(basename(openedLedger().file)).toBe('Hale & Daughters (2).evenhand');
  });
});

describe('a ledger found damaged while it is open', () => {
  it('is taken off the desk, left byte for byte with its journal, and its backup offered', async () => {
    const line = await backUpBefore(openedLedger(), 'before restore');
    const { file } = openedLedger();
    client(openedLedger(), 'Mrs Whitlock');
    openedLedger().db.pragma('wal_checkpoint(TRUNCATE)');
    client(openedLedger(), 'Not carried over yet');
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 4096 * 4, 4096 * 40);
    writeFileSync(file, bytes);
    const journal = readFileSync(`${file}-wal`);
    inOwnersWords(Object.assign(new Error('malformed'), { code: 'SQLITE_CORRUPT' }));
    await vi.waitFor(() => expect(appState().damaged?.backup?.id).toBe(line.id), 5000);
    expect(appState()).toMatchObject({ ledger: null, problem: { code: 'ledger' } });
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(readFileSync(`${file}-wal`).equals(journal)).toBe(true);
    // And the backup takes its place, with the damaged one kept beside.
    const found = backupsOf(Object.values(house.settings.uids)[0] ?? '').find(({ id }) => id === line.id);
    await confirm((await lookAt(found?.path ?? '')).token);
    expect(names()).toEqual(['Larkfield Court']);
    const kept = readdirSync(dirname(file)).find((name) => / damaged [\d-]+\.evenhand$/.test(name)) ?? '';
    expect(readFileSync(join(dirname(file), kept)).equals(bytes)).toBe(true);
    expect(readFileSync(join(dirname(file), `${kept}-wal`)).equals(journal)).toBe(true);
  });

  it('stays when it is the check that failed, not the ledger', async () => {
    const { file } = openedLedger();
    closeLedger();
    disk.threadDies = true;
    expect(await openFile(file)).toBe(true);
    await openedLedger().checked;
    expect(appState()).toMatchObject({
      problem: null,
      damaged: null,
      ledger: { business: 'Hale & Daughters' },
    });
  });
});

describe('what a crash left', () => {
  it('is swept at the start, plain copies of what was to be sealed with it, and no ledger is', () => {
    const { file } = openedLedger();
    const left = [
      join(house.userData, 'temporary', 'seal-1', 'plain'),
      join(folderOf('token'), 'copy.evenhand'),
      `${file}.restoring`,
      join(dirname(file), 'Gone.evenhand.restoring'),
    ];
    for (const one of left) {
      mkdirSync(dirname(one), { recursive: true });
      writeFileSync(one, 'MARKER');
    }
    sweepLeftovers();
    expect(left.filter((one) => existsSync(one))).toEqual([]);
    expect(existsSync(file)).toBe(true);
    expect(names()).toEqual(['Larkfield Court']);
  });

  it('of which one part can’t be swept keeps no other', () => {
    const { file } = openedLedger();
    mkdirSync(`${file}.restoring`);
    writeFileSync(join(dirname(file), 'Gone.evenhand.restoring'), 'MARKER');
    sweepLeftovers();
    expect(existsSync(join(dirname(file), 'Gone.evenhand.restoring'))).toBe(false);
    renameSync(`${file}.restoring`, `${file}.aside`);
  });
});
