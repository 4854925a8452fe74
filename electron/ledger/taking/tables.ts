import type Database from 'better-sqlite3';
import type { SchemaColumn } from '../../../shared/exports/columns.ts';
import { type RowColumn, SEQUENCES } from '../../../shared/exports/json-format.ts';
import { contentTables } from '../contents.ts';

interface ColumnInfo {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  /** Its place in the primary key, from 1; 0: it is none of it. */
  readonly pk: number;
}

const infoOf = (db: Database.Database, table: string): ColumnInfo[] =>
  db.pragma(`table_info("${table}")`) as ColumnInfo[];

/** A table's columns with what the schema says of them, in its order. */
export function schemaColumns(db: Database.Database, table: string): SchemaColumn[] {
  const sql = db
    .prepare("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?")
    .pluck()
    .get(table);
  return infoOf(db, table).map(({ name, type }) => ({
    name,
    type: type === 'TEXT' || type === 'REAL' ? type : 'INTEGER',
    flag: new RegExp(`\\b${name} INTEGER[^,]*CHECK \\(${name} IN \\(0, 1\\)\\)`).test(String(sql)),
  }));
}

/** Which column of a table refers to which other table. */
export function references(db: Database.Database, table: string): ReadonlyMap<string, string> {
  const keys = db.pragma(`foreign_key_list("${table}")`) as { table: string; from: string }[];
  return new Map(keys.map(({ table: to, from }) => [from, to]));
}

/** The tables a JSON file holds: all contents, and the ids that were given last. */
export function takenTables(db: Database.Database): string[] {
  return [...contentTables(db), SEQUENCES];
}

/** The columns of a row in a JSON file. */
export function rowColumns(db: Database.Database, table: string): RowColumn[] {
  if (table === SEQUENCES)
    return [
      { name: 'name', type: 'TEXT', required: true },
      { name: 'seq', type: 'INTEGER', required: true },
    ];
  return infoOf(db, table).map(({ name, type, notnull, pk }) => ({
    name,
    type,
    required: notnull === 1 || pk > 0,
  }));
}

export function countOf(db: Database.Database, table: string): number {
  return db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number;
}

/** A table's rows in the order of their key. */
export function rowsOf(db: Database.Database, table: string): IterableIterator<Record<string, unknown>> {
  const key = infoOf(db, table)
    .filter(({ pk }) => pk > 0)
    .map(({ name }) => `"${name}"`);
  const order = key.length === 0 ? (table === SEQUENCES ? 'name' : 'rowid') : key.join(', ');
  return db.prepare(`SELECT * FROM "${table}" ORDER BY ${order}`).iterate() as IterableIterator<
    Record<string, unknown>
  >;
}
