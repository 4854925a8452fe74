import type { Value, Writer } from './handles.ts';
import { creditOf, resettle } from './invoices.ts';
import type { Ledger } from './open.ts';
import { columnsOf, recorded } from './triggers.ts';

/** The history rows of one change, by their first and last id. */
export interface RowSpan {
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

/** A row that a change is to be taken back on is not as the change left it. */
export class RowsMoved extends Error {}

/**
 * Turns every row of a change back to what it was, the last first, inside the change that is open. Throws RowsMoved
 * where a row is gone or credit would be overspent; the deferred foreign keys speak when the open change commits.
 */
export function takeRowsBack(ledger: Ledger, span: RowSpan): void {
  const { write } = ledger;
  write.run('PRAGMA defer_foreign_keys = ON');
  const touched = touchedBy(write, span);
  const { put, set } = statements(ledger);
  for (let upTo = span.last_row; upTo >= span.first_row; ) {
    // By the thousand: an undone import has as many pictures of rows as it had rows.
    const rows = write.all<HistoryRow & { readonly id: number }>(
      `SELECT id, entity, row_id, last_id, action, before FROM history
       WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT 1000`,
      span.first_row,
      upTo,
    );
    for (const row of rows) {
      if (!(row.entity in recorded)) throw new Error(`History of an unknown table: ${row.entity}`);
      if (row.action === 'insert')
        write.run(
          `DELETE FROM ${row.entity} WHERE id BETWEEN ? AND ?`,
          row.row_id,
          row.last_id ?? row.row_id,
        );
      else if (row.action === 'delete') put(row.entity, pictureOf(row));
      else set(row.entity, row.row_id, pictureOf(row));
    }
    upTo = (rows.at(-1)?.id ?? span.first_row) - 1;
  }
  // What an invoice's balance was before need not be what it is without this change: payments may have come since.
  for (const id of touched.invoices)
    if (write.get('SELECT id FROM invoice WHERE id = ?', id)) resettle(write, id);
  if (touched.clients.some((id) => creditOf(write, id) < 0)) throw new RowsMoved();
}

function pictureOf({ before }: HistoryRow): Record<string, Value> {
  if (before === null) throw new RowsMoved();
  return JSON.parse(before) as Record<string, Value>;
}

/** A row recorded by an older version may name columns that a migration has since dropped, or lack newer ones. */
function statements({ db, write }: Ledger) {
  const known = new Map<string, ReadonlySet<string>>();
  const of = (table: string, picture: Record<string, Value>): string[] => {
    const columns = known.get(table) ?? new Set(columnsOf(db, table));
    known.set(table, columns);
    return Object.keys(picture).filter((column) => columns.has(column));
  };
  return {
    put(table: string, picture: Record<string, Value>): void {
      const columns = of(table, picture);
      write.run(
        `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
        ...columns.map((column) => picture[column] ?? null),
      );
    },
    set(table: string, id: number, picture: Record<string, Value>): void {
      const columns = of(table, picture);
      write.run(
        `UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
        ...columns.map((column) => picture[column] ?? null),
        id,
      );
      if (write.get<{ n: number }>('SELECT changes() AS n')?.n !== 1) throw new RowsMoved();
    },
  };
}

/**
 * The invoices and clients whose money a change touched. Invoices it made go with it; those it removed come back as
 * they were, with their payments.
 */
function touchedBy(write: Writer, span: RowSpan): { invoices: number[]; clients: number[] } {
  const of = 'FROM history h WHERE h.id BETWEEN ?1 AND ?2 AND';
  const made = (table: string, column: string) =>
    `SELECT t.${column} AS id FROM history h CROSS JOIN ${table} t ON t.id BETWEEN h.row_id AND coalesce(h.last_id, h.row_id)
     WHERE h.id BETWEEN ?1 AND ?2 AND h.entity = '${table}' AND h.action = 'insert'`;
  // A merge gave them to another client, who may have spent the credit that came with them.
  const held = (table: string) =>
    `SELECT t.client_id AS id FROM history h CROSS JOIN ${table} t ON t.id = h.row_id
     WHERE h.id BETWEEN ?1 AND ?2 AND h.entity = '${table}' AND h.action = 'update'`;
  const ids = (sql: string) =>
    write.all<{ id: number | null }>(sql, span.first_row, span.last_row).flatMap(({ id }) => id ?? []);
  return {
    invoices: ids(`
      SELECT h.row_id AS id ${of} h.entity = 'invoice' AND h.action = 'update'
      UNION SELECT json_extract(h.before, '$.invoice_id') ${of} h.entity IN ('payment', 'credit', 'write_off') AND h.action <> 'insert'
      UNION ${made('payment', 'invoice_id')} UNION ${made('credit', 'invoice_id')} UNION ${made('write_off', 'invoice_id')}
      EXCEPT ${made('invoice', 'id')}
      EXCEPT SELECT h.row_id ${of} h.entity = 'invoice' AND h.action = 'delete'`),
    clients: ids(`
      SELECT json_extract(h.before, '$.client_id') AS id ${of} h.entity IN ('payment', 'invoice') AND h.action <> 'insert'
      UNION ${made('payment', 'client_id')}
      UNION ${held('payment')} UNION ${held('invoice')}`),
  };
}
