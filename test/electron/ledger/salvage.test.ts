import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, vi } from 'vitest';
import { checksumOf, contentTables } from '../../../electron/ledger/contents.ts';
import { saveDraft } from '../../../electron/ledger/drafts.ts';
import { quietly } from '../../../electron/ledger/jobs/job.ts';
import { salvageJob } from '../../../electron/ledger/jobs/salvage.ts';
import { listClients } from '../../../electron/ledger/list.ts';
import { createLedger, openLedger, quickCheck } from '../../../electron/ledger/open.ts';
import { tableNames } from '../../../electron/ledger/salvage/names.ts';
import { writeSample } from '../../../electron/ledger/sample.ts';
import { find } from '../../../electron/ledger/search.ts';
import { client, invoice, newLedger, pay, TODAY, testFolder } from './made-ledger.ts';

// Whole ledgers are written and read many times over, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000 });

const fallback = { business: 'Test', currency: 'GBP' };

/** A closed sample ledger, with something typed and not yet saved. */
function sampleFile(): string {
  const file = join(testFolder(), 'Sample.evenhand');
  const ledger = createLedger(file);
  writeSample(ledger, TODAY, 'GBP');
  const id = client(ledger, 'Añadido & Søn');
  pay(ledger, id, invoice(ledger, id, '2026-10-01', 123_45), '2026-10-05', 100_00);
  saveDraft(ledger, 'client', { name: 'half ty' });
  ledger.close();
  return file;
}

interface Place {
  readonly page: number;
  readonly kind: string;
}

/** The pages of one table or index, by the file's own account. */
function pagesOf(file: string, name: string): Place[] {
  const db = new Database(file, { readonly: true });
  try {
    return db
      .prepare('SELECT pageno AS page, pagetype AS kind FROM dbstat WHERE name = ? ORDER BY pageno')
      .all(name) as Place[];
  } finally {
    db.close();
  }
}

function destroy(file: string, pages: readonly number[]): void {
  const bytes = readFileSync(file);
  for (const page of pages) bytes.fill(0xa5, (page - 1) * 4096, page * 4096);
  writeFileSync(file, bytes);
}

function salvage(file: string) {
  const target = join(testFolder(), 'saved', 'Saved.evenhand');
  const before = readFileSync(file);
  const report = salvageJob({ file, target, fallback }, quietly);
  // The damaged file stays as it was, byte for byte.
  expect(readFileSync(file).equals(before)).toBe(true);
  const db = new Database(target, { readonly: true });
  try {
    expect(quickCheck(db)).toEqual([]);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
  } finally {
    db.close();
  }
  return { target, report };
}

function rowsIn(file: string, table: string): unknown[] {
  const db = new Database(file, { readonly: true });
  try {
    return db.prepare(`SELECT * FROM ${table} ORDER BY 1`).all();
  } finally {
    db.close();
  }
}

function scalar(file: string, sql: string): number {
  const db = new Database(file, { readonly: true });
  try {
    return db.prepare(sql).pluck().get() as number;
  } finally {
    db.close();
  }
}

describe('salvage', () => {
  it('has a name for each table that holds contents', () => {
    const ledger = newLedger();
    expect(Object.keys(tableNames).sort()).toEqual(contentTables(ledger.db));
  });

  it('saves all of a sound ledger: every row of every table, drafts and history too', async () => {
    const file = sampleFile();
    const { target, report } = salvage(file);
    for (const table of contentTables(new Database(file, { readonly: true }))) {
      const saved = rowsIn(target, table);
      // The salvage says so itself in the history.
      if (table === 'change') expect(saved.pop()).toMatchObject({ kind: 'salvage' });
      expect(saved, table).toEqual(rowsIn(file, table));
    }
    expect(report.tables.every(({ lost, perhapsMore }) => lost === 0 && !perhapsMore)).toBe(true);
    expect(report.business).toBe(fallback.business === 'Test' ? report.business : '');
    const ledger = openLedger(target);
    await ledger.checked;
    expect(find(ledger.read, 'anadido').hits).toHaveLength(1);
    expect(
      listClients(
        ledger,
        { filter: 'all', text: '', sort: 'name', descending: false, offset: 0, limit: 500 },
        TODAY,
      ).total,
    ).toBe(scalar(file, 'SELECT count(*) FROM client'));
    // Ids go on where they were.
    expect(scalar(target, "SELECT seq FROM sqlite_sequence WHERE name = 'client'")).toBe(
      scalar(file, "SELECT seq FROM sqlite_sequence WHERE name = 'client'"),
    );
    ledger.close();
  });

  it('reads what waits in the journal, and not what was never committed', () => {
    const ledger = newLedger();
    const id = client(ledger, 'In the file');
    ledger.db.pragma('wal_checkpoint(TRUNCATE)');
    client(ledger, 'In the journal');
    const file = join(testFolder(), 'Cut.evenhand');
    copyFileSync(ledger.file, file);
    const wal = readFileSync(`${ledger.file}-wal`);
    // Cut in the middle of the last frame of a later commit.
    client(ledger, 'Half a commit');
    const more = readFileSync(`${ledger.file}-wal`);
    expect(more.length).toBeGreaterThan(wal.length);
    writeFileSync(`${file}-wal`, more.subarray(0, more.length - 100));
    const { target } = salvage(file);
    const names = rowsIn(target, 'client').map((row) => (row as { name: string }).name);
    expect(names).toEqual(['In the file', 'In the journal']);
    expect(id).toBe(1);
  });

  it.each(['invoice', 'payment', 'client', 'complaint', 'history', 'change'])(
    'saves the rest when a leaf of %s is destroyed, and counts what is lost',
    (table) => {
      const file = sampleFile();
      const leaf = pagesOf(file, table).find(({ kind }) => kind === 'leaf');
      if (leaf === undefined) throw new Error('no leaf');
      const before = scalar(file, `SELECT count(*) FROM ${table}`);
      destroy(file, [leaf.page]);
      const { target, report } = salvage(file);
      const row = report.tables.find(({ name }) => name === tableNames[table]);
      const saved = row?.saved ?? 0;
      expect(saved).toBeLessThan(before);
      if (pagesOf(file, table).filter(({ kind }) => kind === 'leaf').length > 1)
        expect(saved).toBeGreaterThan(0);
      if (table !== 'history' && table !== 'change') expect(saved + (row?.lost ?? 0)).toBe(before);
      else expect(row?.perhapsMore).toBe(true);
      expect(existsSync(target)).toBe(true);
    },
  );

  it('finds every row again when the way to them is destroyed and not they', () => {
    const file = sampleFile();
    for (const table of ['invoice', 'payment', 'history']) {
      const pages = pagesOf(file, table).filter(({ kind }) => kind === 'internal');
      expect(pages.length, table).toBeGreaterThan(0);
    }
    const inner = ['invoice', 'payment', 'history'].flatMap((table) =>
      pagesOf(file, table).filter(({ kind }) => kind === 'internal'),
    );
    const before = sampleCounts(file);
    destroy(
      file,
      inner.map(({ page }) => page),
    );
    const { target } = salvage(file);
    expect(sampleCounts(target)).toEqual(before);
  });

  it('does not bring back what was deleted', () => {
    const file = join(testFolder(), 'Deleted.evenhand');
    const ledger = createLedger(file);
    writeSample(ledger, TODAY, 'GBP');
    ledger.close();
    // A page of deleted payments that the file keeps for later use looks like any other.
    const db = new Database(file);
    const deleted = db.prepare('SELECT id FROM payment ORDER BY id LIMIT 400').pluck().all() as number[];
    db.prepare('INSERT INTO open_change (id, change_id, bulk) VALUES (1, 2, 0)').run();
    db.prepare('DELETE FROM payment WHERE id <= ?').run(deleted.at(-1));
    db.prepare('DELETE FROM open_change').run();
    const left = db.prepare('SELECT count(*) FROM payment').pluck().get();
    db.close();
    const inner = pagesOf(file, 'payment').filter(({ kind }) => kind === 'internal');
    destroy(
      file,
      inner.length > 0 ? inner.map(({ page }) => page) : [pagesOf(file, 'payment')[0]?.page ?? 0],
    );
    const { target } = salvage(file);
    const worked = "SELECT count(*) FROM payment WHERE note IS NULL OR note NOT LIKE 'Lost%'";
    expect(scalar(target, worked)).toBeLessThanOrEqual(Number(left));
    expect(scalar(target, `SELECT count(*) FROM payment WHERE id <= ${deleted.at(-1)}`)).toBe(0);
  });

  it('keeps invoices whose client is lost, under a stand-in', () => {
    const file = sampleFile();
    const invoices = scalar(file, 'SELECT count(*) FROM invoice');
    destroy(
      file,
      pagesOf(file, 'client').map(({ page }) => page),
    );
    const { target, report } = salvage(file);
    expect(scalar(target, 'SELECT count(*) FROM invoice')).toBe(invoices);
    expect(scalar(target, "SELECT count(*) FROM client WHERE name LIKE '(lost client %)'")).toBeGreaterThan(
      50,
    );
    expect(report.tables.find(({ name }) => name === 'clients')).toMatchObject({ saved: 0 });
  });

  it('asks nobody again for what was paid: lost payments are worked out from the invoices', () => {
    const file = sampleFile();
    const owed = 'SELECT sum(open_minor) FROM invoice';
    const before = scalar(file, owed);
    const settled = scalar(file, 'SELECT count(*) FROM invoice WHERE settled_on IS NOT NULL');
    destroy(
      file,
      pagesOf(file, 'payment').map(({ page }) => page),
    );
    const { target } = salvage(file);
    expect(scalar(target, owed)).toBe(before);
    expect(scalar(target, 'SELECT count(*) FROM invoice WHERE settled_on IS NOT NULL')).toBe(settled);
  });

  it('works without the first page: the tables are looked for', () => {
    const file = sampleFile();
    const before = sampleCounts(file);
    destroy(file, [1]);
    const { target } = salvage(file);
    expect(sampleCounts(target)).toEqual(before);
  });

  it('says honestly when nothing tells where the tables begin', () => {
    const file = sampleFile();
    destroy(file, [1, ...pagesOf(file, 'sqlite_schema').map(({ page }) => page)]);
    const target = join(testFolder(), 'Saved.evenhand');
    expect(() => salvageJob({ file, target, fallback }, quietly)).toThrow(/nothing can be read out of it/);
    expect(existsSync(target)).toBe(false);
    writeFileSync(file, '');
    expect(() => salvageJob({ file, target, fallback }, quietly)).toThrow(/nothing can be read out of it/);
    writeFileSync(file, 'not a ledger at all, but long enough to be read as one'.repeat(1000));
    expect(() => salvageJob({ file, target, fallback }, quietly)).toThrow(/nothing can be read out of it/);
  });

  it('goes by another name where its own row is lost', () => {
    const file = sampleFile();
    destroy(
      file,
      pagesOf(file, 'ledger').map(({ page }) => page),
    );
    const { target, report } = salvage(file);
    expect(rowsIn(target, 'ledger')).toMatchObject([{ business: 'Test', currency: 'GBP' }]);
    expect(report.tables[0]).toMatchObject({ lost: 1 });
  });

  it.each([0.2, 0.5, 0.9])('saves what is left of a file cut at %s of its length', (part) => {
    const file = sampleFile();
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.subarray(0, Math.floor(bytes.length * part)));
    const target = join(testFolder(), 'Saved.evenhand');
    let found = '';
    try {
      salvageJob({ file, target, fallback }, quietly);
      found = 'saved';
    } catch (error) {
      found = (error as Error).message;
    }
    expect(found).toMatch(/^saved$|Restore a backup/);
    if (part === 0.9) expect(found).toBe('saved');
  });

  it('survives any one page destroyed, and 300 bytes gone wrong', () => {
    const whole = sampleFile();
    const pages = readFileSync(whole).length / 4096;
    const file = join(testFolder(), 'Hurt.evenhand');
    let outcomes = 0;
    for (let page = 2; page <= pages; page += 17) {
      copyFileSync(whole, file);
      destroy(file, [page]);
      const { target } = salvage(file);
      expect(scalar(target, 'SELECT count(*) FROM client')).toBeGreaterThan(0);
      outcomes++;
    }
    expect(outcomes).toBeGreaterThan(5);
    const bytes = readFileSync(whole);
    let seed = 7;
    for (let n = 0; n < 300; n++) {
      seed = (seed * 48271) % 2147483647;
      bytes[4096 + (seed % (bytes.length - 4096))] = seed & 0xff;
    }
    writeFileSync(file, bytes);
    salvage(file);
  });

  it('saves a ledger of an older version and brings it up to date', async () => {
    const { migrate } = await import('../../../electron/ledger/migrate.ts');
    const file = join(testFolder(), 'Old.evenhand');
    const db = new Database(file);
    migrate(db, 1);
    db.prepare(
      "INSERT INTO change (at, kind, label, first_row) VALUES ('2026-01-01T00:00:00.000Z', 'a', 'b', 1)",
    ).run();
    db.prepare('INSERT INTO open_change (id, change_id) VALUES (1, 1)').run();
    db.prepare("INSERT INTO ledger (id, business, currency) VALUES (1, 'Old & Co', 'EUR')").run();
    db.prepare("INSERT INTO client (name) VALUES ('Anna')").run();
    db.prepare('DELETE FROM open_change').run();
    const before = checksumOf(db, { history: false });
    expect(before).toMatch(/^[0-9a-f]{64}$/);
    db.close();
    const { target } = salvage(file);
    expect(rowsIn(target, 'client')).toMatchObject([{ name: 'Anna' }]);
    expect(rowsIn(target, 'ledger')).toMatchObject([{ business: 'Old & Co', currency: 'EUR' }]);
    expect(scalar(target, 'PRAGMA user_version')).toBe(3);
  });
});

function sampleCounts(file: string): Record<string, number> {
  return Object.fromEntries(
    ['client', 'invoice', 'payment', 'credit', 'complaint', 'decision', 'coupon', 'history', 'draft'].map(
      (table) => [table, scalar(file, `SELECT count(*) FROM ${table}`)],
    ),
  );
}
