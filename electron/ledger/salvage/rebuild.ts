import type Database from 'better-sqlite3';
import { fillSearch } from '../bulk.ts';
import { LEDGER_VERSION, migrate } from '../migrate.ts';
import { countByHistory } from './count.ts';
import { mendLinks, settleAgain, workOutLost } from './mend.ts';
import type { ReadFile } from './read.ts';
import { type Written, writeRows } from './write.ts';

/** What a ledger goes by whose own row is lost. */
export interface Fallback {
  readonly business: string;
  readonly currency: string;
}

/** Makes a ledger out of what was read, in the empty database `db`: all its checks hold when this returns. */
export function rebuild(
  db: Database.Database,
  read: ReadFile,
  fallback: Fallback,
  tell: (step: string, part: number | null) => void,
): Map<string, Written> {
  const version = read.version !== null && read.version <= LEDGER_VERSION ? read.version : LEDGER_VERSION;
  db.pragma('foreign_keys = OFF');
  migrate(db, version);
  const written = db.transaction(() => fill(db, read, fallback, tell))();
  db.pragma('foreign_keys = ON');
  migrate(db);
  db.transaction(() => finish(db, written))();
  return written;
}

function fill(
  db: Database.Database,
  read: ReadFile,
  fallback: Fallback,
  tell: (step: string, part: number | null) => void,
): Map<string, Written> {
  // The history is written as it was read, not as of today; and the search is filled at the end.
  const triggers = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
    name: string;
    sql: string;
  }[];
  for (const { name } of triggers) db.exec(`DROP TRIGGER "${name}"`);
  const written = writeRows(db, read, (part) => tell('Writing down what was read', part));
  countByHistory(db, written);
  if (db.prepare('SELECT count(*) FROM ledger').pluck().get() === 0) startAgain(db, fallback, written);
  tell('Tying it together', null);
  mendLinks(db, written);
  if (harmed(written, 'payment', 'credit', 'write_off')) workOutLost(db);
  if (harmed(written, 'invoice', 'payment', 'credit', 'write_off', 'client'))
    settleAgain(db, (part) => tell('Reckoning the balances again', part));
  for (const { sql } of triggers) db.exec(sql);
  return written;
}

const harmed = (written: ReadonlyMap<string, Written>, ...tables: string[]) =>
  tables.some((table) => {
    const of = written.get(table);
    return of === undefined || of.lost > 0 || of.perhapsMore;
  });

/** In a ledger of version 1 and 2 the row has no uid; its migration draws one. */
function startAgain(
  db: Database.Database,
  { business, currency }: Fallback,
  written: ReadonlyMap<string, Written>,
): void {
  const columns = db.pragma('table_info(ledger)') as { name: string }[];
  const uid = columns.some(({ name }) => name === 'uid');
  db.prepare(
    `INSERT INTO ledger (id, business, currency${uid ? ', uid' : ''}) VALUES (1, ?, ?${uid ? ', lower(hex(randomblob(16)))' : ''})`,
  ).run(business, currency);
  const of = written.get('ledger');
  if (of !== undefined) of.lost = 1;
}

function finish(db: Database.Database, written: ReadonlyMap<string, Written>): void {
  fillSearch(db);
  // A change whose details are not all there would be taken back by half.
  db.exec(
    `UPDATE change SET emptied = 1
     WHERE last_row >= first_row
       AND (SELECT count(*) FROM history WHERE id BETWEEN first_row AND last_row) < last_row - first_row + 1`,
  );
  const lost = [...written.values()].reduce((sum, of) => sum + of.lost, 0);
  db.prepare(
    `INSERT INTO change (at, kind, label, first_row, last_row)
     SELECT ?, 'salvage', ?, coalesce(max(id), 0) + 1, coalesce(max(id), 0) FROM history`,
  ).run(
    new Date().toISOString(),
    lost === 0
      ? 'Saved the ledger from a damaged file'
      : `Saved what could be read from a damaged file; ${lost} rows were lost`,
  );
}
