import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import Database from 'better-sqlite3';
import { confirmSession, startSession } from '../../electron/imports/sessions.ts';
import { startLedger } from '../../electron/ledger/info.ts';
import { createLedger } from '../../electron/ledger/open.ts';
import type { Day } from '../../shared/dates.ts';
import { median } from './starts.ts';

const FILE = '../shared/data/accounts-receivable-mdy.csv';
/** Every table that an import writes rows of the owner's to, and those they point at, parents first. */
const TABLES = ['change', 'import', 'client', 'invoice', 'payment', 'complaint'] as const;

export interface ImportRate {
  /** Rows of the file per second, from its bytes to the committed import. */
  readonly perSecond: number;
  /** The same, of it the writing alone: from “confirm” to the commit. */
  readonly writePerSecond: number;
  /** The same rows by prepared inserts into the same tables, in one transaction, without history and search. */
  readonly barePerSecond: number;
}

/** Imports the real file into a new ledger, and inserts the resulting rows bare, seven times each in turn. */
export async function importRate(folder: string, today: Day): Promise<ImportRate | null> {
  if (!existsSync(FILE)) return null;
  const bytes = new Uint8Array(readFileSync(FILE));
  const rows = 2466;
  const times: { whole: number; write: number; bare: number }[] = [];
  for (let round = 0; round < 7; round++) {
    const ledger = createLedger(join(folder, `import-${round}.evenhand`));
    startLedger(ledger, { business: 'Bench', currency: 'USD', isSample: false, hourlyCost: 0 });
    const begun = performance.now();
    const preview = await startSession(ledger, 'real.csv', bytes, today, () => undefined);
    const confirmed = performance.now();
    const done = await confirmSession(ledger, preview.importId, today, () => undefined);
    const ended = performance.now();
    if (done.invoices !== rows) throw new Error(`imported ${done.invoices} invoices, not ${rows}`);
    const bare = bareInsert(join(folder, `bare-${round}.db`), ledger.db);
    ledger.close();
    times.push({ whole: ended - begun, write: ended - confirmed, bare });
  }
  const per = (pick: (time: (typeof times)[number]) => number) => (rows * 1000) / median(times.map(pick));
  return {
    perSecond: per((t) => t.whole),
    writePerSecond: per((t) => t.write),
    barePerSecond: per((t) => t.bare),
  };
}

/** Milliseconds of inserting the imported rows into the same tables without triggers, with the same durability. */
function bareInsert(file: string, from: Database.Database): number {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  const schema = from
    .prepare(
      `SELECT sql FROM sqlite_schema
       WHERE type IN ('table', 'index') AND sql IS NOT NULL AND tbl_name NOT LIKE 'search%' AND name NOT LIKE 'sqlite%'
       ORDER BY type DESC`,
    )
    .all() as { sql: string }[];
  for (const { sql } of schema) db.exec(sql);
  const work = TABLES.map((table) => {
    const found = from.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[];
    const columns = Object.keys(found[0] ?? { id: 0 });
    const insert = db.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
    return { insert, rows: found.map((row) => Object.values(row)) };
  });
  const begun = performance.now();
  db.transaction(() => {
    for (const { insert, rows } of work) for (const row of rows) insert.run(...row);
  })();
  const ended = performance.now();
  db.close();
  return ended - begun;
}
