import type Database from 'better-sqlite3';
import { isDay } from '../../../shared/dates.ts';
import { contentTables } from '../contents.ts';
import type { Value } from '../handles.ts';
import type { Field, Leaf, Row } from './pages.ts';
import type { ReadFile, ReadTable } from './read.ts';

/** What became of one table. */
export interface Written {
  saved: number;
  /** Rows that were there and could not be kept. */
  lost: number;
  /** More may be lost than can be counted. */
  perhapsMore: boolean;
  /** Ids of rows found on pages that hung on no table any more. */
  readonly strays: Set<number>;
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly dflt_value: string | null;
  readonly pk: number;
}

/**
 * Writes what was read into the empty ledger `db`, whose checks refuse what is nonsense. Links between rows are not
 * looked at yet; triggers must be gone and foreign keys off.
 */
export function writeRows(
  db: Database.Database,
  read: ReadFile,
  turn: (part: number) => void,
): Map<string, Written> {
  const tables = contentTables(db);
  const into = new Map(tables.map((table) => [table, new Table(db, table)]));
  const done = new Map<string, Written>();
  for (const [number, [name, table]] of [...into].entries()) {
    turn(number / into.size);
    done.set(
      name,
      fill(table, read.tables.get(name), () => turn(number / into.size)),
    );
  }
  const torn = [...into].filter(([name]) => done.get(name)?.perhapsMore);
  for (const leaf of read.strays) {
    turn(1);
    takeIn(db, leaf, torn, done);
  }
  for (const row of read.tables.get('sqlite_sequence')?.rows.values() ?? []) raiseSequence(db, row);
  return done;
}

function fill(table: Table, found: ReadTable | undefined, turn: () => void): Written {
  const written: Written = {
    saved: 0,
    lost: found?.unreadable ?? 0,
    perhapsMore: found?.torn ?? true,
    strays: new Set(),
  };
  for (const row of found?.rows.values() ?? []) {
    if ((written.saved + written.lost) % 2000 === 0) turn();
    if (table.insert(row) || table.insertBare(row)) written.saved++;
    else written.lost++;
  }
  return written;
}

/** A page that hangs on no table goes to the one table, of those torn, that takes every row of it. */
function takeIn(
  db: Database.Database,
  leaf: Leaf,
  torn: readonly (readonly [string, Table])[],
  done: ReadonlyMap<string, Written>,
): void {
  const fitting = torn
    .filter(([, table]) => leaf.rows.every((row) => table.fits(row)))
    .sort(([, a], [, b]) => a.missing(leaf.rows) - b.missing(leaf.rows));
  for (const [name, table] of fitting) {
    const written = done.get(name);
    const added = written && addAll(db, table, leaf);
    if (!written || added === null || added === undefined) continue;
    for (const id of added) written.strays.add(id);
    written.saved += added.length;
    written.lost += leaf.unreadable;
    return;
  }
}

/** The ids added; null, and nothing is, where the table refuses one of the rows. Rows that are there stay as they are. */
function addAll(db: Database.Database, table: Table, leaf: Leaf): number[] | null {
  const added: number[] = [];
  db.exec('SAVEPOINT stray');
  for (const row of leaf.rows) {
    if (table.has(row.id)) continue;
    if (!table.insert(row)) {
      db.exec('ROLLBACK TO stray');
      db.exec('RELEASE stray');
      return null;
    }
    added.push(row.id);
  }
  db.exec('RELEASE stray');
  return added;
}

/** So that an id of a row deleted long ago is not given anew. */
function raiseSequence(db: Database.Database, { fields: [name, seq] }: Row): void {
  if (typeof name !== 'string' || typeof seq !== 'number' || !(seq > 0 && seq < 2 ** 40)) return;
  const raised = db.prepare('UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?').run(seq, name);
  const known = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(name);
  if (raised.changes === 0 && known !== undefined)
    db.prepare('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)').run(name, seq);
}

class Table {
  readonly #db: Database.Database;
  readonly #name: string;
  readonly #columns: readonly Column[];
  readonly #statements = new Map<number, Database.Statement>();
  readonly #present: Database.Statement;

  constructor(db: Database.Database, name: string) {
    this.#db = db;
    this.#name = name;
    this.#columns = db.pragma(`table_info("${name}")`) as Column[];
    this.#present = db.prepare(`SELECT 1 FROM "${name}" WHERE rowid = ?`);
  }

  has(id: number): boolean {
    return this.#present.get(id) !== undefined;
  }

  /** Whether a row could be of this table by the number and kinds of its columns. */
  fits({ fields }: Row): boolean {
    if (fields.length > this.#columns.length) return false;
    return this.#columns.every((column, at) => {
      const field = fields[at];
      // Columns that came with a later version are not in rows written before.
      if (field === undefined) return column.notnull === 0 || column.dflt_value !== null;
      if (isId(column)) return field === null;
      if (field === null) return column.notnull === 0 && column.pk === 0;
      if (column.type !== 'TEXT') return typeof field === 'number';
      // A CHECK lets pass what SQLite can't read as a day at all.
      return typeof field === 'string' && (!column.name.endsWith('_on') || isDay(field));
    });
  }

  /** Columns that the rows leave out: the fewer, the better they fit. */
  missing(rows: readonly Row[]): number {
    return rows.reduce((sum, { fields }) => sum + this.#columns.length - fields.length, 0);
  }

  /** Answers whether the ledger took it. */
  insert(row: Row): boolean {
    if (!this.fits(row)) return false;
    try {
      this.#statement(row.fields.length).run(...this.#values(row, row.fields));
      return true;
    } catch (error) {
      if (refused(error)) return false;
      throw error;
    }
  }

  /** A row that was refused, with one column that may be empty left empty: better than no row. */
  insertBare(row: Row): boolean {
    return row.fields.some((field, at) => {
      const column = this.#columns[at];
      if (field === null || column === undefined || column.notnull === 1 || column.pk > 0) return false;
      return this.insert({ id: row.id, fields: row.fields.with(at, null) });
    });
  }

  #values(row: Row, fields: readonly Field[]): Value[] {
    return fields.map((field, at) => {
      const column = this.#columns[at];
      return column !== undefined && isId(column) ? row.id : field;
    });
  }

  #statement(length: number): Database.Statement {
    let statement = this.#statements.get(length);
    if (statement === undefined) {
      const columns = this.#columns.slice(0, length);
      // The causes that come with every ledger are there already.
      statement = this.#db.prepare(
        `INSERT ${this.#name === 'cause' ? 'OR REPLACE ' : ''}INTO "${this.#name}"
         (${columns.map(({ name }) => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      );
      this.#statements.set(length, statement);
    }
    return statement;
  }
}

/** SQLite keeps it as the row's id and stores nothing in its place. */
const isId = (column: Column) => column.pk === 1 && column.type === 'INTEGER';

function refused(error: unknown): boolean {
  const code = (error as { code?: string } | null)?.code ?? '';
  return code.startsWith('SQLITE_CONSTRAINT') || code === 'SQLITE_TOOBIG' || code === 'SQLITE_MISMATCH';
}
