import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, test } from 'vitest';
import { APPLICATION_ID, LEDGER_VERSION, migrate } from '../../../electron/ledger/migrate.ts';
import { createLedger, ledgerError, openLedger } from '../../../electron/ledger/open.ts';
import { client, invoice, newLedger, testFolder } from './made-ledger.ts';

function madeFile(): string {
  const file = join(testFolder(), 'Test.evenhand');
  const ledger = newLedger(file);
  const id = client(ledger);
  for (let n = 0; n < 200; n++) invoice(ledger, id, '2026-01-01');
  ledger.close();
  return file;
}

describe('a ledger file', () => {
  it('is ours, of the present version, with the promised pragmas', () => {
    const ledger = newLedger();
    expect(ledger.db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    expect(ledger.db.pragma('user_version', { simple: true })).toBe(LEDGER_VERSION);
    expect(ledger.db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(ledger.db.pragma('synchronous', { simple: true })).toBe(2);
    expect(ledger.db.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('opens again with what was written, and its check passes', async () => {
    const file = madeFile();
    const ledger = openLedger(file);
    await expect(ledger.checked).resolves.toBeUndefined();
    expect(ledger.read.get('SELECT count(*) AS n FROM invoice')).toEqual({ n: 200 });
    ledger.close();
  });

  it('is never made over another file', () => {
    const file = madeFile();
    const before = readFileSync(file);
    expect(() => createLedger(file)).toThrow(/there already/);
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

describe('a file that is no ledger of ours is refused and left as it was', () => {
  const cases: [string, (file: string) => void, RegExp][] = [
    ['missing', () => undefined, /no file/],
    ['empty', (file) => writeFileSync(file, ''), /is empty/],
    ['text', (file) => writeFileSync(file, 'invoice,amount\n'.repeat(50)), /not an Evenhand ledger/],
    ['short', (file) => writeFileSync(file, 'SQLite format 3\0'), /not an Evenhand ledger/],
    ['a folder', (file) => mkdirSync(file), /is not a file/],
    [
      'another program’s database',
      (file) => {
        const db = new Database(file);
        db.exec('CREATE TABLE note (text)');
        db.close();
      },
      /not an Evenhand ledger/,
    ],
    [
      'from a newer Evenhand',
      (file) => {
        copyFileSync(madeFile(), file);
        const db = new Database(file);
        db.pragma(`user_version = ${LEDGER_VERSION + 1}`);
        db.close();
      },
      /newer Evenhand/,
    ],
  ];
  test.each(cases)('%s', (_name, make, says) => {
    const folder = testFolder();
    const file = join(folder, 'Other.evenhand');
    make(file);
    const before = existsSync(file) && !says.source.includes('not a file') ? readFileSync(file) : null;
    expect(() => openLedger(file)).toThrow(says);
    if (before !== null) {
      expect(readFileSync(file).equals(before)).toBe(true);
      expect(existsSync(`${file}-wal`)).toBe(false);
    }
  });

  it('damaged inside: the check says so', async () => {
    const file = madeFile();
    const bytes = readFileSync(file);
    bytes.fill(0xa5, 4096 * 3, 4096 * 20);
    writeFileSync(file, bytes);
    let refused: unknown;
    try {
      const ledger = openLedger(file);
      refused = await ledger.checked.then(
        () => null,
        (error: unknown) => error,
      );
      ledger.close();
    } catch (error) {
      refused = error;
    }
    expect(String((refused as Error).message)).toMatch(/damaged/);
  });

  it('cut off: refused or found damaged', async () => {
    const file = madeFile();
    truncateSync(file, 4096 * 5 + 77);
    const attempt = async () => {
      const ledger = openLedger(file);
      try {
        await ledger.checked;
      } finally {
        ledger.close();
      }
    };
    await expect(attempt()).rejects.toThrow(/damaged/);
  });
});

describe('the disk', () => {
  // Root may write anywhere, so a read-only folder shows nothing there; the mapping is tested below for all.
  it.skipIf(process.getuid?.() === 0)('read-only: a clear error, nothing made', () => {
    const folder = testFolder();
    chmodSync(folder, 0o555);
    expect(() => createLedger(join(folder, 'New.evenhand'))).toThrow(/opened for writing|read-only/);
    chmodSync(folder, 0o755);
  });

  test.each([
    ['SQLITE_FULL', /disk is full/],
    ['SQLITE_IOERR_SHMSIZE', /disk is full/],
    ['ENOSPC', /disk is full/],
    ['SQLITE_READONLY', /read-only/],
    ['SQLITE_READONLY_DIRECTORY', /read-only/],
    ['EROFS', /read-only/],
    ['SQLITE_CORRUPT', /damaged/],
    ['SQLITE_NOTADB', /damaged/],
    ['SQLITE_BUSY', /in use/],
    ['SQLITE_CANTOPEN', /can’t be opened/],
    ['SQLITE_IOERR_WRITE', /does not answer/],
  ])('%s is said in the owner’s words', (code, says) => {
    expect(ledgerError('/somewhere/Mine.evenhand', { code })?.message).toMatch(says);
  });

  it('leaves what it does not know alone', () => {
    expect(ledgerError('x', new TypeError('a bug'))).toBeNull();
  });
});

describe('migrations', () => {
  it('the schema written down is the schema they make', async () => {
    const db = new Database(':memory:');
    migrate(db);
    const rows = db
      .prepare(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'search\\_%' ESCAPE '\\' OR name LIKE 'search\\_%' ESCAPE '\\' AND type = 'trigger' ORDER BY type, name",
      )
      .all() as { sql: string }[];
    const made = `${rows.map((row) => `${row.sql.replace(/[ \t]+$/gm, '')};`).join('\n\n')}\n`;
    await expect(made).toMatchFileSnapshot('../../../electron/ledger/schema.sql');
  });

  it('a step that fails leaves the older version whole', () => {
    const db = new Database(':memory:');
    db.exec('CREATE TABLE cause (id INTEGER)');
    expect(() => migrate(db)).toThrow();
    expect(db.pragma('user_version', { simple: true })).toBe(0);
    expect(db.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'ledger'").get()).toEqual({
      n: 0,
    });
  });
});
