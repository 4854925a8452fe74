import { OwnerError } from '../../shared/result.ts';
import { markTables, recordBulk } from './bulk.ts';
import type { Value, Writer } from './handles.ts';
import { type Ledger, ledgerError } from './open.ts';

/** What the owner did, for the history. `label` completes “Undo: …”. */
export interface ChangeKind {
  readonly kind: string;
  readonly label: string;
  readonly clientId: number | null;
  readonly undoes?: number;
  /** Adds rows by the thousand and deletes none; see bulk.ts. */
  readonly bulk?: boolean;
  /**
   * Goes on with the newest change where that is of the same kind and client and began at most so many milliseconds
   * ago: what saves itself as it is typed is undone by the sitting, not by the word.
   */
  readonly goesOn?: number;
}

export interface Changed<T> {
  readonly changeId: number;
  readonly label: string;
  readonly value: T;
}

/**
 * Runs `work` as one change: all of it with its history entry, on disk when this returns, or nothing at all.
 * SQLite's refusals arrive as OwnerErrors where an owner can act on them.
 */
export function change<T>(
  ledger: Ledger,
  what: ChangeKind,
  work: (write: Writer, changeId: number) => T,
): Changed<T> {
  const open = beginChange(ledger, what);
  try {
    const value = work(ledger.write, open.changeId);
    open.commit();
    return { changeId: open.changeId, label: what.label, value };
  } catch (error) {
    open.rollback();
    throw ledgerError(ledger.file, error) ?? error;
  }
}

export interface OpenChange {
  readonly changeId: number;
  commit(): void;
  rollback(): void;
}

/** Something else holds the ledger just now. */
export const busy = ({ busyWith }: Ledger) =>
  new OwnerError('busy', `Wait until ${busyWith ?? 'the other change'} has finished, then try again.`);

/** For changes written over several turns of the event loop (imports): the caller commits or rolls back. */
export function beginChange(ledger: Ledger, what: ChangeKind): OpenChange {
  if (ledger.db.inTransaction) {
    throw busy(ledger);
  }
  const { write } = ledger;
  try {
    write.run('BEGIN IMMEDIATE');
    const changeId =
      newestToGoOn(write, what) ??
      write.run(
        `INSERT INTO change (at, kind, label, client_id, undoes, first_row)
         VALUES (?, ?, ?, ?, ?, (SELECT coalesce(max(id), 0) + 1 FROM history))`,
        new Date().toISOString(),
        what.kind,
        what.label,
        what.clientId,
        what.undoes ?? null,
      );
    const before = what.bulk ? markTables(write) : null;
    write.run(
      'INSERT INTO open_change (id, change_id, bulk) VALUES (1, ?, ?)',
      changeId,
      before === null ? 0 : 1,
    );
    return {
      changeId,
      commit() {
        if (before !== null) recordBulk(write, changeId, before);
        write.run('DELETE FROM open_change');
        write.run('UPDATE change SET last_row = (SELECT max(id) FROM history) WHERE id = ?', changeId);
        write.run('COMMIT');
      },
      rollback() {
        if (ledger.db.inTransaction) write.run('ROLLBACK');
      },
    };
  } catch (error) {
    if (ledger.db.inTransaction) write.run('ROLLBACK');
    throw ledgerError(ledger.file, error) ?? error;
  }
}

/** The change that this one goes on with; null: it is one of its own. Nothing may have been written in between. */
function newestToGoOn(write: Writer, what: ChangeKind): number | null {
  if (what.goesOn === undefined) return null;
  const newest = write.get<{ id: number; at: string }>(
    `SELECT id, at FROM change
     WHERE id = (SELECT max(id) FROM change) AND kind = ? AND client_id IS ? AND undoes IS NULL AND undone_by IS NULL
       AND emptied = 0 AND last_row >= first_row AND last_row = (SELECT max(id) FROM history)`,
    what.kind,
    what.clientId,
  );
  if (newest === undefined) return null;
  const age = Date.now() - Date.parse(newest.at);
  return age >= 0 && age <= what.goesOn ? newest.id : null;
}

const insertSql = new Map<string, string>();

/**
 * Inserts a row given as column → value; answers its id. Column names come from our own code only. An import comes
 * here thousands of times with the same columns: the SQL is put together once.
 */
export function insert(write: Writer, table: string, row: Readonly<Record<string, Value>>): number {
  const columns = Object.keys(row);
  const names = columns.join(', ');
  const key = `${table} ${names}`;
  let sql = insertSql.get(key);
  if (sql === undefined) {
    sql = `INSERT INTO ${table} (${names}) VALUES (${columns.map(() => '?').join(', ')})`;
    insertSql.set(key, sql);
  }
  return write.run(sql, ...Object.values(row));
}

/** Updates the row `id` where a value really differs, so that saving an unchanged form leaves no trace. */
export function update(
  write: Writer,
  table: string,
  id: number,
  row: Readonly<Record<string, Value>>,
): boolean {
  const columns = Object.keys(row);
  const differs = columns.map((column) => `${column} IS NOT ?`).join(' OR ');
  const values = Object.values(row);
  const found = write.get<{ id: number }>(
    `SELECT id FROM ${table} WHERE id = ? AND (${differs})`,
    id,
    ...values,
  );
  if (!found) return false;
  write.run(
    `UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
    ...values,
    id,
  );
  return true;
}

/** The row, or an OwnerError that says it is gone. */
export function mustGet<Row>(read: Pick<Writer, 'get'>, what: string, sql: string, ...values: Value[]): Row {
  const row = read.get<Row>(sql, ...values);
  if (row === undefined) throw new OwnerError('notFound', `This ${what} is no longer in the ledger.`);
  return row;
}
