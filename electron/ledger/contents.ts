import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';

/** Reckoned from the rest and made anew at will, or only there while a change is open. */
const notContents: ReadonlySet<string> = new Set(['client_figures', 'open_change']);
const ofHistory: ReadonlySet<string> = new Set(['change', 'history']);

/** Rows put together at a turn: few enough for the memory when each carries a picture, many enough to be fast. */
const ROWS = 200;

/**
 * SHA-256 over every row of every table in the order of its key, drafts and (if wanted) changes and history with it:
 * equal for two ledgers exactly when their contents are. Search and figures, which are made from the rest, are left
 * out. Runs in the transaction that is open on `db`, if any; `turn` is called now and then and may throw.
 */
export function checksumOf(
  db: Database.Database,
  { history }: { readonly history: boolean },
  turn: () => void = () => undefined,
): string {
  const hash = createHash('sha256');
  for (const { name: table, strict } of tablesIn(db)) {
    if (!history && ofHistory.has(table)) continue;
    const columns = columnsIn(db, table);
    hash.update(`\n${table} ${columns.map(({ name }) => name).join(' ')}\n`);
    for (const rows of rowsAsBytes(db, table, columns, strict === 1)) {
      turn();
      hash.update(rows).update('\n');
    }
  }
  return hash.digest('hex');
}

/** Rows in each table that `checksumOf` reads, by the table's name. */
export function countsOf(db: Database.Database): Readonly<Record<string, number>> {
  return Object.fromEntries(
    contentTables(db).map((table) => [
      table,
      db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number,
    ]),
  );
}

/** The tables that hold a ledger's contents, of whatever version it is, by name. */
export const contentTables = (db: Database.Database): string[] => tablesIn(db).map(({ name }) => name);

interface Table {
  readonly schema: string;
  readonly name: string;
  readonly type: string;
  readonly strict: number;
}

function tablesIn(db: Database.Database): Table[] {
  return (db.pragma('table_list') as Table[])
    .filter(({ schema, name, type }) => schema === 'main' && type === 'table' && !name.startsWith('sqlite_'))
    .filter(({ name }) => !notContents.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

interface Column {
  readonly name: string;
  readonly type: string;
  /** Its place in the primary key, from 1; 0: it is none of it. */
  readonly pk: number;
}

/** By name: a column that came with a migration lies elsewhere in an old file than in a new one. */
function columnsIn(db: Database.Database, table: string): Column[] {
  const columns = db.pragma(`table_info("${table}")`) as Column[];
  return columns.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * The SQL that writes a value down so that no two are written alike. In a STRICT table a column's type is that of its
 * values: numbers and texts JSON tells apart by itself, NUL and all, and SQLite writes nothing faster.
 */
function written({ name, type }: Column, strict: boolean): string {
  if (strict && (type === 'INTEGER' || type === 'TEXT')) return `"${name}"`;
  // JSON knows no blobs and rounds fractions; `quote` ends a text at a NUL.
  return `CASE WHEN instr("${name}", char(0)) THEN 'NUL' || hex("${name}") ELSE quote("${name}") END`;
}

/**
 * The rows as bytes, joined by SQLite itself: a step into JavaScript for each of a million rows
 * would take longer than all the rest.
 */
function* rowsAsBytes(
  db: Database.Database,
  table: string,
  columns: readonly Column[],
  strict: boolean,
): Iterable<Buffer> {
  const row = `json_array(${columns.map((column) => written(column, strict)).join(', ')})`;
  const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  const [id] = key;
  if (key.length !== 1 || id?.type !== 'INTEGER') {
    const order = key.length === 0 ? 'rowid' : key.map(({ name }) => `"${name}"`).join(', ');
    const all = db.prepare(`SELECT CAST(${row} AS BLOB) FROM "${table}" ORDER BY ${order}`).pluck();
    yield* all.iterate() as IterableIterator<Buffer>;
    return;
  }
  const next = db
    .prepare(
      `SELECT CAST(group_concat(line, char(10)) AS BLOB), max(id)
       FROM (SELECT "${id.name}" AS id, ${row} AS line FROM "${table}" WHERE "${id.name}" > ? ORDER BY 1 LIMIT ${ROWS})`,
    )
    .raw()
    // An id past 2^53 would be rounded, and rows then read twice or never.
    .safeIntegers();
  for (let last = -(2n ** 63n); ; ) {
    const [lines, max] = next.get(last) as [Buffer | null, bigint | null];
    if (lines === null || max === null) return;
    yield lines;
    last = max;
  }
}
