import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, vi } from 'vitest';
import { sealedHeader, unsealFile } from '../../../../electron/backups/seal.ts';
import { beginChange } from '../../../../electron/ledger/change.ts';
import { checksumOf } from '../../../../electron/ledger/contents.ts';
import { saveDraft } from '../../../../electron/ledger/drafts.ts';
import { backupJob } from '../../../../electron/ledger/jobs/backup.ts';
import { type Between, quietly } from '../../../../electron/ledger/jobs/job.ts';
import { migrate } from '../../../../electron/ledger/migrate.ts';
import { type Ledger, openLedger } from '../../../../electron/ledger/open.ts';
import { OwnerError } from '../../../../shared/result.ts';
import { client, invoice, newFile, newLedger, pay, testFolder } from '../made-ledger.ts';

// scrypt takes its time, more so on a machine that does much else.
vi.setConfig({ testTimeout: 30_000 });

const all = { history: true };
const passphrase = 'four words to remember';

function filled(rows = 300) {
  const ledger = newLedger();
  const id = client(ledger);
  for (let n = 0; n < rows; n++) pay(ledger, id, invoice(ledger, id, '2026-01-01'), '2026-01-04');
  return { ledger, id };
}

interface More {
  readonly passphrase?: string;
  readonly between?: Between;
  readonly written?: (copy: string) => void;
  readonly temporary?: string;
}

function backUp(ledger: Ledger | string, target: string, more: More = {}) {
  const given = {
    ledger: typeof ledger === 'string' ? ledger : ledger.file,
    target,
    passphrase: more.passphrase ?? null,
    temporary: more.temporary ?? testFolder(),
  };
  return backupJob(given, more.between ?? quietly, more.written);
}

function opened(file: string): { checksum: string; clients: unknown[] } {
  const copy = openLedger(file);
  try {
    return { checksum: checksumOf(copy.db, all), clients: copy.read.all('SELECT name FROM client') };
  } finally {
    copy.close();
  }
}

/** Stops at the turn that its number says. */
function stopAt(turn: number): Between & { turns: number } {
  return {
    turns: 0,
    tell: () => undefined,
    goOn() {
      if (this.turns++ === turn) throw new OwnerError('cancelled', 'Stopped.');
    },
  };
}

describe('a backup', () => {
  it('holds what the ledger holds, with drafts and history, in one file, and opens as a ledger', async () => {
    const { ledger } = filled();
    saveDraft(ledger, 'client', { name: 'Half a n' });
    const folder = testFolder();
    const target = join(folder, 'Backup.evenhand');
    const made = await backUp(ledger, target);
    expect(readdirSync(folder)).toEqual(['Backup.evenhand']);
    const checksum = checksumOf(ledger.db, all);
    expect(made).toMatchObject({ checksum, bytes: readFileSync(target).length, changeId: 602 });
    expect(made.uid).toBe(ledger.read.get<{ uid: string }>('SELECT uid FROM ledger')?.uid);
    expect(opened(target).checksum).toBe(checksum);
  });

  it('goes on while the ledger is written to, holds nobody up, and is the ledger as it stood when it began', async () => {
    const { ledger, id } = filled();
    const target = join(testFolder(), 'Backup.evenhand');
    const before = checksumOf(ledger.db, all);
    let written = 0;
    const between: Between = {
      goOn: () => {
        // A second writer that would wait for a lock would fail here: it waits on the same thread.
        ledger.db.pragma('busy_timeout = 0');
        invoice(ledger, id, '2026-02-01');
        written++;
      },
      tell: () => undefined,
    };
    const made = await backUp(ledger, target, { between });
    expect(written).toBeGreaterThan(5);
    expect(made.checksum).toBe(before);
    expect(opened(target).checksum).toBe(before);
    expect(ledger.read.get('SELECT count(*) AS n FROM invoice')).toEqual({ n: 300 + written });
  });

  it('made while an import writes holds nothing that is half written', async () => {
    const { ledger } = filled(5);
    const before = checksumOf(ledger.db, all);
    const open = beginChange(ledger, { kind: 'import', label: 'Import', clientId: null });
    ledger.write.run(`INSERT INTO client (name) VALUES ('Half')`);
    const target = join(testFolder(), 'Backup.evenhand');
    await backUp(ledger, target);
    open.commit();
    expect(opened(target)).toEqual({ checksum: before, clients: [{ name: 'Larkfield Court' }] });
  });

  it('takes the place of an older one only when it was read back', async () => {
    const { ledger } = filled(5);
    const folder = testFolder();
    const target = join(folder, 'Backup.evenhand');
    writeFileSync(target, 'the older backup');
    const alter = (sql: string) => (file: string) => {
      const copy = new Database(file);
      copy.exec(sql);
      copy.close();
    };
    const overwritten = (file: string) => {
      const bytes = readFileSync(file);
      bytes.fill(7, 4096, 8192);
      writeFileSync(file, bytes);
    };
    const wrongs: Record<string, (file: string) => void> = {
      'a row gone': alter('DROP TRIGGER history_payment_de; DELETE FROM payment WHERE id = 1'),
      'a cent less': alter(
        'DROP TRIGGER history_payment_up; UPDATE payment SET amount_minor = amount_minor - 1 WHERE id = 2',
      ),
      'history gone': alter('DELETE FROM history WHERE id = 1'),
      'a page overwritten': overwritten,
      'cut short': (file) => writeFileSync(file, readFileSync(file).subarray(0, 20_000)),
      'not a ledger': (file) => writeFileSync(file, 'x'.repeat(9000)),
      'nothing there': (file) => writeFileSync(file, ''),
    };
    for (const [what, written] of Object.entries(wrongs))
      for (const more of [{}, { passphrase }]) {
        const failed = backUp(ledger, target, { written, ...more });
        await expect(failed, what).rejects.toMatchObject({ code: 'ledger', message: /did not read back/ });
        expect(readFileSync(target, 'utf8')).toBe('the older backup');
        expect(readdirSync(folder)).toEqual(['Backup.evenhand']);
      }
    await backUp(ledger, target);
    expect(readFileSync(target).subarray(0, 15).toString()).toBe('SQLite format 3');
  });

  it('blames the ledger, not the disk, when the ledger itself is damaged', async () => {
    const { ledger } = filled(50);
    ledger.close();
    const bytes = readFileSync(ledger.file);
    const page = bytes.length / 4096 - 3;
    bytes.fill(0, page * 4096, (page + 1) * 4096);
    writeFileSync(ledger.file, bytes);
    const folder = testFolder();
    await expect(backUp(ledger, join(folder, 'B.evenhand'))).rejects.toThrow(/damaged/);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is never made over the ledger itself, by whatever name, nor where nothing can be written', async () => {
    const { ledger } = filled(5);
    const home = dirname(ledger.file);
    const alias = join(home, 'Alias.evenhand');
    linkSync(ledger.file, alias);
    const way = join(testFolder(), 'way');
    symlinkSync(home, way);
    for (const target of [ledger.file, alias, join(way, 'Test.evenhand')])
      await expect(backUp(ledger, target)).rejects.toThrow(/the ledger itself/);
    expect(readdirSync(home).filter((name) => name.includes('part'))).toEqual([]);
    await expect(backUp(ledger, join(testFolder(), 'stick', 'B.evenhand'))).rejects.toThrow(
      /does not answer/,
    );
    const folder = testFolder();
    mkdirSync(join(folder, 'B.evenhand'));
    await expect(backUp(ledger, join(folder, 'B.evenhand'))).rejects.toThrow(/can’t be written/);
    expect(readdirSync(folder)).toEqual(['B.evenhand']);
    // A ledger whose name another backup's half would take.
    const odd = newLedger(join(testFolder(), 'Odd.evenhand.part'));
    await backUp(odd, odd.file.replace(/\.part$/, ''));
    expect(client(odd)).toBeGreaterThan(0);
    expect(readdirSync(dirname(odd.file))).toContain('Odd.evenhand.part');
  });

  it('says so when the disk goes away in the middle, and touches nothing else', async () => {
    const { ledger } = filled(5);
    const folder = join(testFolder(), 'stick');
    mkdirSync(folder);
    const target = join(folder, 'B.evenhand');
    writeFileSync(target, 'the older backup');
    const unplug = () => renameSync(folder, `${folder} away`);
    await expect(backUp(ledger, target, { written: unplug })).rejects.toThrow(
      /does not answer|can’t be written/,
    );
    expect(readFileSync(join(`${folder} away`, 'B.evenhand'), 'utf8')).toBe('the older backup');
    expect(client(ledger)).toBeGreaterThan(0);
  });

  it('leaves no journal of the file it took the place of: it would be read into the copy', async () => {
    const { ledger } = filled(3);
    const folder = testFolder();
    const target = join(folder, 'Stick.evenhand');
    const stick = newLedger(target);
    client(stick, 'Somebody else');
    // As a pulled stick leaves it.
    const wal = readFileSync(`${target}-wal`);
    stick.close();
    writeFileSync(`${target}-wal`, wal);
    await backUp(ledger, target);
    expect(readdirSync(folder)).toEqual(['Stick.evenhand']);
    expect(opened(target).clients).toEqual([{ name: 'Larkfield Court' }]);
  });

  it('stops at any turn and leaves nothing, sealed or not', async () => {
    const { ledger } = filled(40);
    const [folder, temporary] = [testFolder(), testFolder()];
    const target = join(folder, 'B.evenhand');
    writeFileSync(target, 'the older backup');
    for (const more of [{}, { passphrase }]) {
      const count = stopAt(-1);
      await backUp(ledger, join(testFolder(), 'Whole.evenhand'), { ...more, between: count });
      expect(count.turns).toBeGreaterThan(10);
      // The first and last few turns, and some of those between: scrypt makes each try dear.
      const turns = [0, 1, count.turns >> 1, count.turns - 3, count.turns - 2, count.turns - 1];
      for (const turn of turns) {
        const stopped = backUp(ledger, target, { ...more, temporary, between: stopAt(turn) });
        await expect(stopped, `turn ${turn}`).rejects.toMatchObject({ code: 'cancelled' });
        expect(readdirSync(folder)).toEqual(['B.evenhand']);
        expect(readdirSync(temporary)).toEqual([]);
        expect(readFileSync(target, 'utf8')).toBe('the older backup');
      }
    }
  });

  it('tells how far it is in words, never going back within a step', async () => {
    const { ledger } = filled();
    const told: [string, number | null][] = [];
    const between = {
      goOn: () => undefined,
      tell: (step: string, part: number | null) => void told.push([step, part]),
    };
    await backUp(ledger, join(testFolder(), 'B.evenhand'), { between, passphrase });
    expect([...new Set(told.map(([step]) => step))]).toEqual([
      'Reading the ledger',
      'Copying',
      'Reading it back',
      'Sealing',
      'Unsealing',
      'Putting it in its place',
    ]);
    for (const [at, [step, part]] of told.entries()) {
      expect(part === null || (part >= 0 && part <= 1)).toBe(true);
      const [before, beforePart] = told[at - 1] ?? ['', 0];
      if (step === before) expect(part ?? 0).toBeGreaterThanOrEqual(beforePart ?? 0);
    }
  });

  it('of an older version is that version, untouched', async () => {
    const file = newFile();
    const db = new Database(file);
    migrate(db, 1);
    db.close();
    const target = join(testFolder(), 'B.evenhand');
    expect(await backUp(file, target)).toMatchObject({ uid: '', changeId: 0, changeAt: '' });
    const copy = new Database(target, { readonly: true });
    expect(copy.pragma('user_version', { simple: true })).toBe(1);
    copy.close();
  });
});

describe('a backup with a passphrase', () => {
  it('is sealed, holds the same, and leaves nothing of the plain ledger beside it or anywhere', async () => {
    const { ledger } = filled(20);
    const [folder, temporary] = [testFolder(), testFolder()];
    const target = join(folder, 'Sealed.evenhand');
    let where = '';
    const made = await backUp(ledger, target, {
      passphrase,
      temporary,
      written: (copy) => {
        where = copy;
        // The plain copy never lies on the stick, not for a moment.
        expect(readdirSync(folder)).toEqual([]);
      },
    });
    expect(where.startsWith(temporary)).toBe(true);
    expect(readdirSync(folder)).toEqual(['Sealed.evenhand']);
    expect(readdirSync(temporary)).toEqual([]);
    expect(readFileSync(target).includes('Larkfield')).toBe(false);
    expect(sealedHeader(target)).toMatchObject({ uid: made.uid });
    const plain = join(temporary, 'plain');
    await unsealFile(target, plain, passphrase, quietly);
    expect(opened(plain).checksum).toBe(made.checksum);
  });
});
