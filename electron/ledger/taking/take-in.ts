import type Database from 'better-sqlite3';
import { JsonFault } from '../../../shared/exports/json-fault.ts';
import {
  faultIn,
  type JsonHead,
  type Row,
  readHead,
  rowReader,
  SEQUENCES,
} from '../../../shared/exports/json-format.ts';
import type { JsonHearer } from '../../../shared/exports/json-scan.ts';
import { writerOf } from '../handles.ts';
import { resettle } from '../invoices.ts';
import { LEDGER_VERSION, migrate } from '../migrate.ts';
import { installTriggers, recorded } from '../triggers.ts';
import { rowColumns, takenTables } from './tables.ts';

/** Of an invoice as it is looked at here. */
interface Balance {
  readonly id: number;
  readonly number: string;
  readonly open_minor: number;
  readonly overpaid_minor: number;
  readonly settled_on: string | null;
}

/**
 * Writes the rows of a JSON file into an empty database, as the version of the ledger they are of: that version's own
 * schema judges them, and what came since migrates them. Any fault is a JsonFault that says where it is.
 */
export class TakeIn implements JsonHearer {
  readonly #db: Database.Database;
  readonly #turn: () => void;
  readonly #members: Record<string, unknown> = {};
  readonly #counts = new Map<string, number>();
  #head: JsonHead | null = null;
  #write: (value: unknown) => void = () => undefined;

  /** `turn` is called at each row and may throw. */
  constructor(db: Database.Database, turn: () => void) {
    this.#db = db;
    this.#turn = turn;
  }

  /** Rows the file says it has; 0 until its head was read. */
  get expected(): number {
    return Object.values(this.#head?.rows ?? {}).reduce((all, n) => all + n, 0);
  }

  member(name: string, value: unknown): void {
    // What stands there besides is another program's; it does no harm.
    Object.defineProperty(this.#members, name, { value, enumerable: true });
  }

  table(table: string): void {
    this.#head ??= this.#begin();
    if (!takenTables(this.#db).includes(table))
      throw new JsonFault(`it has a table “${table.slice(0, 60)}” that is not known`);
    this.#counts.set(table, 0);
    const read = rowReader(table, rowColumns(this.#db, table));
    const keep = table === SEQUENCES ? this.#sequence() : this.#insert(table);
    this.#write = (value) => {
      const n = (this.#counts.get(table) ?? 0) + 1;
      this.#counts.set(table, n);
      const row = read(value, n);
      try {
        keep(row);
      } catch (error) {
        throw refused(table, n, error);
      }
    };
  }

  row(value: unknown): void {
    this.#turn();
    this.#write(value);
  }

  /** The file is at its end: all of it against itself, and then up to the present version. Answers the rows. */
  finish(): number {
    const head = this.#head;
    if (head === null) throw new JsonFault('it has no tables');
    for (const table of takenTables(this.#db)) {
      const n = this.#counts.get(table);
      if (n === undefined) throw new JsonFault(`its table “${table}” is missing`);
      const said = head.rows[table];
      if (said !== n)
        throw new JsonFault(`it says it has ${said ?? 'no'} rows of “${table}”, and there are ${n}`);
    }
    if (this.#counts.get('ledger') !== 1) throw new JsonFault('it does not say whose ledger it is');
    this.#checkReferences();
    this.#checkBalances();
    this.#checkImages();
    installTriggers(this.#db);
    this.#db.exec('COMMIT');
    migrate(this.#db);
    return [...this.#counts.values()].reduce((all, n) => all + n, 0);
  }

  #begin(): JsonHead {
    const head = readHead(this.#members, LEDGER_VERSION);
    migrate(this.#db, head.ledgerVersion);
    // References are checked at the end: rows come in no order.
    this.#db.pragma('foreign_keys = OFF');
    this.#db.exec('BEGIN');
    // What is taken in is no change: its own history comes with it.
    for (const table of Object.keys(recorded))
      for (const when of ['in', 'up', 'de']) this.#db.exec(`DROP TRIGGER IF EXISTS history_${table}_${when}`);
    // What a migration puts into an empty ledger is in the file, as the owner has it.
    for (const table of takenTables(this.#db)) this.#db.exec(`DELETE FROM "${table}"`);
    return head;
  }

  #insert(table: string): (row: Row) => void {
    const columns = rowColumns(this.#db, table).map(({ name }) => name);
    const names = columns.map((name) => `"${name}"`).join(', ');
    const insert = this.#db.prepare(
      `INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
    return (row) => void insert.run(columns.map((name) => row[name]));
  }

  /** SQLite keeps it itself, and only for tables that count their ids. */
  #sequence(): (row: Row) => void {
    const counting = this.#db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%'")
      .pluck()
      .all();
    const forget = this.#db.prepare(`DELETE FROM ${SEQUENCES} WHERE name = ?`);
    const insert = this.#db.prepare(`INSERT INTO ${SEQUENCES} (name, seq) VALUES (?, ?)`);
    return ({ name, seq }) => {
      if (!counting.includes(name)) throw new JsonFault('no table of that name counts its ids');
      forget.run(name);
      insert.run(name, seq);
    };
  }

  #checkReferences(): void {
    const [broken] = this.#db.pragma('foreign_key_check') as {
      table: string;
      rowid: number;
      parent: string;
    }[];
    if (broken)
      throw new JsonFault(
        `row ${broken.rowid} of “${broken.table}” refers to a row of “${broken.parent}” that is not in it`,
      );
  }

  /** The ledger's code keeps balances, so that lists need not add up payments; nothing else would notice a wrong one. */
  #checkBalances(): void {
    const write = writerOf(this.#db);
    const sql = 'SELECT id, number, open_minor, overpaid_minor, settled_on FROM invoice';
    for (const before of this.#db.prepare(sql).all() as Balance[]) {
      this.#turn();
      resettle(write, before.id);
      const after = write.get<Balance>(`${sql} WHERE id = ?`, before.id);
      const same =
        after?.open_minor === before.open_minor &&
        after.overpaid_minor === before.overpaid_minor &&
        after.settled_on === before.settled_on;
      if (!same)
        throw new JsonFault(
          `the open balance of invoice ${before.number} does not follow from its payments. Was the file changed?`,
        );
    }
  }

  /** What an undo would bring back must be rows of tables there are, and each of a change that is there. */
  #checkImages(): void {
    const first = (where: string) =>
      this.#db.prepare(`SELECT h.id FROM history h WHERE ${where} LIMIT 1`).pluck().get();
    const tables = Object.keys(recorded).map((table) => `'${table}'`);
    const broken: readonly (readonly [where: string, why: string])[] = [
      [`h.entity NOT IN (${tables.join(', ')})`, 'is of a table that is not known'],
      [
        "h.before IS NOT NULL AND CASE WHEN json_valid(h.before) THEN json_type(h.before) <> 'object' ELSE 1 END",
        'holds no row as it was before',
      ],
      [
        'NOT EXISTS (SELECT 1 FROM change c WHERE c.id = h.change_id AND h.id BETWEEN c.first_row AND c.last_row)',
        'belongs to no change',
      ],
    ];
    for (const [where, why] of broken) {
      const id = first(where);
      if (id !== undefined) throw new JsonFault(`row ${String(id)} of “history” ${why}`);
    }
  }
}

/** SQLite's refusal of a row, with the rule it breaks. */
function refused(table: string, n: number, error: unknown): unknown {
  if (error instanceof JsonFault) return faultIn(table, n, error.message);
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY')
    return faultIn(
      table,
      n,
      `another row says the same where only one may (${message.replace(/^.*: /, '')})`,
    );
  if (code.startsWith('SQLITE_CONSTRAINT') || code === 'SQLITE_MISMATCH')
    return faultIn(table, n, `the ledger does not allow it (${message.replace(/^.*failed: /, '')})`);
  return error;
}
