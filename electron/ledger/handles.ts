import type Database from 'better-sqlite3';

/** What SQLite can bind. */
export type Value = string | number | null | Uint8Array;

/** A handle that can only ask. Functions that gather take this one, so they can't write by accident. */
export interface Reader {
  all<Row>(sql: string, ...values: readonly Value[]): Row[];
  get<Row>(sql: string, ...values: readonly Value[]): Row | undefined;
}

declare const inChange: unique symbol;

/** A handle that writes. Only `change` hands one out, so every write is inside a transaction with a history entry. */
export interface Writer extends Reader {
  readonly [inChange]: true;
  /** Runs one statement; answers the id of an inserted row. */
  run(sql: string, ...values: readonly Value[]): number;
}

interface Prepared {
  readonly statement: Database.Statement;
  /** The SQL names its values `?1`, `?2`, …, which better-sqlite3 binds by name, not by place. */
  readonly numbered: boolean;
}

class Handle implements Reader {
  readonly #db: Database.Database;
  readonly #statements = new Map<string, Prepared>();

  constructor(db: Database.Database) {
    this.#db = db;
  }

  #prepare(sql: string): Prepared {
    let prepared = this.#statements.get(sql);
    if (!prepared) {
      prepared = { statement: this.#db.prepare(sql), numbered: /\?\d/.test(sql) };
      this.#statements.set(sql, prepared);
    }
    return prepared;
  }

  all<Row>(sql: string, ...values: readonly Value[]): Row[] {
    const { statement, numbered } = this.#prepare(sql);
    return (numbered ? statement.all(byNumber(values)) : statement.all(...values)) as Row[];
  }

  get<Row>(sql: string, ...values: readonly Value[]): Row | undefined {
    const { statement, numbered } = this.#prepare(sql);
    return (numbered ? statement.get(byNumber(values)) : statement.get(...values)) as Row | undefined;
  }

  run(sql: string, ...values: readonly Value[]): number {
    const { statement, numbered } = this.#prepare(sql);
    return Number((numbered ? statement.run(byNumber(values)) : statement.run(...values)).lastInsertRowid);
  }
}

function byNumber(values: readonly Value[]): Record<string, Value> {
  return Object.fromEntries(values.map((value, index) => [String(index + 1), value]));
}

export function readerOf(db: Database.Database): Reader {
  return new Handle(db);
}

/** For `change` and the room's own caches (figures, drafts) only; everyone else is handed a Writer. */
export function writerOf(db: Database.Database): Writer {
  return new Handle(db) as unknown as Writer;
}
