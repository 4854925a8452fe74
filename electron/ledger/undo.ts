import { OwnerError } from '../../shared/result.ts';
import type { Steps } from '../../shared/views/history.ts';
import { type Changed, change, mustGet } from './change.ts';
import type { Value, Writer } from './handles.ts';
import { creditOf, resettle } from './invoices.ts';
import type { Ledger } from './open.ts';
import { columnsOf, recorded } from './triggers.ts';

interface ChangeRow {
  readonly id: number;
  readonly kind: string;
  readonly label: string;
  readonly client_id: number | null;
  readonly undoes: number | null;
  readonly undone_by: number | null;
  readonly first_row: number;
  readonly last_row: number;
}

interface HistoryRow {
  readonly entity: string;
  readonly row_id: number;
  /** Of a bulk change: rows `row_id` to `last_id`. */
  readonly last_id: number | null;
  readonly action: 'insert' | 'update' | 'delete';
  readonly before: string | null;
}

/**
 * Takes a whole change back, an import as well as a single payment, as a change of its own. Refused, naming them,
 * where later changes build on it: undoing those first is the owner's to decide.
 */
export function undoChange(ledger: Ledger, changeId: number): Changed<number> {
  const target = mustGet<ChangeRow>(
    ledger.read,
    'change',
    'SELECT id, kind, label, client_id, undoes, undone_by, first_row, last_row FROM change WHERE id = ?',
    changeId,
  );
  if (target.undone_by !== null) throw new OwnerError('conflict', `“${target.label}” is undone already.`);
  if (target.kind === 'ledger.start')
    throw new OwnerError('conflict', 'The start of a ledger can’t be undone.');
  // Taken back, an undo would leave a change in force that counts as undone, and hides from those it builds on.
  if (target.undoes !== null)
    throw new OwnerError('conflict', 'An undo can’t be undone: make the change again.');
  refuseWhereBuiltUpon(ledger, target);
  const what = {
    kind: 'undo',
    label: `Undid: ${target.label}`,
    clientId: target.client_id,
    undoes: changeId,
  };
  try {
    return change(ledger, what, (write, undoId) => {
      write.run('PRAGMA defer_foreign_keys = ON');
      const rows = write.all<HistoryRow>(
        'SELECT entity, row_id, last_id, action, before FROM history WHERE id BETWEEN ? AND ? ORDER BY id DESC',
        target.first_row,
        target.last_row,
      );
      const touched = touchedBy(write, target);
      const columns = rememberColumns(ledger);
      for (const row of rows) takeBack(write, row, columns);
      // What an invoice's balance was before need not be what it is without this change: payments may have come since.
      for (const id of touched.invoices)
        if (write.get('SELECT id FROM invoice WHERE id = ?', id)) resettle(write, id);
      if (touched.clients.some((id) => creditOf(write, id) < 0)) throw builtUpon(ledger, target);
      write.run('UPDATE change SET undone_by = ? WHERE id = ?', undoId, changeId);
      return changeId;
    });
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('SQLITE_CONSTRAINT')) throw builtUpon(ledger, target);
    throw error;
  }
}

/** The present columns of a table, asked for once however many rows are taken back. */
function rememberColumns(ledger: Ledger): (table: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return (table) => {
    const columns = known.get(table) ?? new Set(columnsOf(ledger.db, table));
    known.set(table, columns);
    return columns;
  };
}

function takeBack(write: Writer, row: HistoryRow, columnsOf: (table: string) => ReadonlySet<string>): void {
  if (!(row.entity in recorded)) throw new Error(`History of an unknown table: ${row.entity}`);
  if (row.action === 'insert') {
    write.run(`DELETE FROM ${row.entity} WHERE id BETWEEN ? AND ?`, row.row_id, row.last_id ?? row.row_id);
    return;
  }
  const before = JSON.parse(row.before ?? '{}') as Record<string, Value>;
  // A row recorded by an older version may name columns that a migration has since dropped.
  const known = columnsOf(row.entity);
  const columns = Object.keys(before).filter((column) => known.has(column));
  const values = columns.map((column) => before[column] ?? null);
  if (row.action === 'delete') {
    const marks = columns.map(() => '?').join(', ');
    write.run(`INSERT INTO ${row.entity} (${columns.join(', ')}) VALUES (${marks})`, ...values);
  } else {
    const sets = columns.map((column) => `${column} = ?`).join(', ');
    write.run(`UPDATE ${row.entity} SET ${sets} WHERE id = ?`, ...values, row.row_id);
  }
}

/** The invoices and clients whose money a change touched; invoices it made itself go with it. */
function touchedBy(write: Writer, target: ChangeRow): { invoices: number[]; clients: number[] } {
  const of = 'FROM history h WHERE h.id BETWEEN ?1 AND ?2 AND';
  const made = (table: string, column: string) =>
    `SELECT t.${column} AS id FROM history h CROSS JOIN ${table} t ON t.id BETWEEN h.row_id AND coalesce(h.last_id, h.row_id)
     WHERE h.id BETWEEN ?1 AND ?2 AND h.entity = '${table}' AND h.action = 'insert'`;
  const ids = (sql: string) =>
    write.all<{ id: number | null }>(sql, target.first_row, target.last_row).flatMap(({ id }) => id ?? []);
  return {
    invoices: ids(`
      SELECT h.row_id AS id ${of} h.entity = 'invoice' AND h.action <> 'insert'
      UNION SELECT json_extract(h.before, '$.invoice_id') ${of} h.entity IN ('payment', 'credit', 'write_off') AND h.action <> 'insert'
      UNION ${made('payment', 'invoice_id')} UNION ${made('credit', 'invoice_id')} UNION ${made('write_off', 'invoice_id')}
      EXCEPT ${made('invoice', 'id')}`),
    clients: ids(`
      SELECT json_extract(h.before, '$.client_id') AS id ${of} h.entity IN ('payment', 'invoice') AND h.action <> 'insert'
      UNION ${made('payment', 'client_id')}`),
  };
}

/** A later change that has not been undone and touched one of the same rows. Undo pairs cancel out. */
function refuseWhereBuiltUpon(ledger: Ledger, target: ChangeRow): void {
  const touched = ledger.read.get<{ id: number }>(
    `SELECT later.id FROM history o
     JOIN history l ON l.entity = o.entity AND l.row_id BETWEEN o.row_id AND coalesce(o.last_id, o.row_id) AND l.action <> 'insert' AND l.id > ?2
     JOIN change later ON later.id = l.change_id AND later.undone_by IS NULL AND later.undoes IS NULL
     WHERE o.id BETWEEN ?1 AND ?2 LIMIT 1`,
    target.first_row,
    target.last_row,
  );
  if (touched) throw builtUpon(ledger, target);
}

function builtUpon(ledger: Ledger, target: ChangeRow): OwnerError {
  const later = ledger.read.all<{ label: string }>(
    `SELECT DISTINCT later.label FROM change later
     WHERE later.id > ?1 AND later.undone_by IS NULL AND later.undoes IS NULL
       AND (later.client_id IS NULL OR later.client_id IS ?2 OR later.client_id IN
            (SELECT client.id FROM history h CROSS JOIN client ON client.id BETWEEN h.row_id AND coalesce(h.last_id, h.row_id)
             WHERE h.id BETWEEN ?3 AND ?4 AND h.entity = 'client'
             UNION SELECT invoice.client_id FROM history h CROSS JOIN invoice ON invoice.id BETWEEN h.row_id AND coalesce(h.last_id, h.row_id)
             WHERE h.id BETWEEN ?3 AND ?4 AND h.entity = 'invoice'))
     ORDER BY later.id DESC LIMIT 4`,
    target.id,
    target.client_id,
    target.first_row,
    target.last_row,
  );
  const names = later.slice(0, 3).map((row) => `“${row.label}”`);
  if (later.length > 3) names.push('and more');
  const list = names.length > 0 ? `: ${names.join(', ')}` : '';
  return new OwnerError(
    'conflict',
    `“${target.label}” can’t be undone yet, because later changes build on it${list}. Undo those first.`,
  );
}

/** The newest change that can still be undone, for “Undo: …” in the menu. */
export function lastUndoable(ledger: Ledger): { id: number; label: string } | null {
  return (
    ledger.read.get<{ id: number; label: string }>(
      `SELECT id, label FROM change
       WHERE undone_by IS NULL AND undoes IS NULL AND kind <> 'ledger.start' AND last_row >= first_row
       ORDER BY id DESC LIMIT 1`,
    ) ?? null
  );
}

/** What Ctrl+Z and Ctrl+Shift+Z would do. SCAFFOLDING: its owner adds the redo. */
export function stepsOf(ledger: Ledger): Steps {
  return { undo: lastUndoable(ledger), redo: null };
}
