import { type Added, recordAdded } from './bulk.ts';
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

/** Rows taken out by one statement; the window waits for no more. */
const AT_ONCE = 250;
/** So many rows with ids in a row are put back as one range, as an import adds them. */
const RANGE = 50;

/**
 * Turns every row of a change back to what it was, the last first, inside the change that is open; tells how many it
 * has done wherever it can be left for a moment. Throws RowsMoved where a row is gone or credit would be overspent; the
 * deferred foreign keys speak when the open change commits.
 */
export function* takingRowsBack(ledger: Ledger, changeId: number, span: RowSpan): Generator<number, void> {
  const { write } = ledger;
  write.run('PRAGMA defer_foreign_keys = ON');
  const touched = touchedBy(write, span);
  const { put, set } = statements(ledger);
  const ranges = rangesOf(write, changeId, put);
  let done = 0;
  for (let upTo = span.last_row; upTo >= span.first_row; ) {
    // By the hundred: an undone import has as many pictures of rows as it had rows.
    const rows = write.all<Entry>(
      `SELECT id, entity, row_id, last_id, action, before FROM history
       WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT ${AT_ONCE}`,
      span.first_row,
      upTo,
    );
    for (const run of runsOf(rows)) {
      const [row] = run;
      if (row === undefined) continue;
      if (!Object.hasOwn(recorded, row.entity)) throw new Error(`History of an unknown table: ${row.entity}`);
      if (run.length >= RANGE || ranges.goesOn(run)) {
        ranges.add(run);
        done += run.length;
        yield done;
        continue;
      }
      ranges.end();
      for (const one of run) {
        if (one.action === 'delete') put(one.entity, pictureOf(one));
        else if (one.action === 'update') set(one.entity, one.row_id, pictureOf(one));
        else
          for (const taken of takeOut(write, one)) {
            done += taken;
            yield done;
          }
      }
      done += run.length;
      yield done;
    }
    upTo = (rows.at(-1)?.id ?? span.first_row) - 1;
  }
  ranges.end();
  // What an invoice's balance was before need not be what it is without this change: payments may have come since.
  for (const id of touched.invoices) {
    if (write.get('SELECT id FROM invoice WHERE id = ?', id)) resettle(write, id);
    yield done;
  }
  for (const id of touched.clients) {
    if (creditOf(write, id) < 0) throw new RowsMoved();
    yield done;
  }
}

type Entry = HistoryRow & { readonly id: number };

/** Entries of removed rows whose ids go down one by one, together; every other entry by itself. */
function runsOf(rows: readonly Entry[]): Entry[][] {
  const runs: Entry[][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const goesOn =
      last !== undefined &&
      row.action === 'delete' &&
      last.action === 'delete' &&
      last.entity === row.entity &&
      last.row_id - 1 === row.row_id;
    if (goesOn) run?.push(row);
    else runs.push([row]);
  }
  return runs;
}

/** Takes out what was added, piece by piece where it was a range, the lowest ids first: so they are put back in a run. */
function* takeOut(write: Writer, { entity, row_id, last_id }: HistoryRow): Generator<number> {
  const last = last_id ?? row_id;
  for (let first = row_id; first <= last; first += AT_ONCE) {
    const upTo = Math.min(last, first + AT_ONCE - 1);
    write.run(`DELETE FROM ${entity} WHERE id BETWEEN ? AND ?`, first, upTo);
    yield upTo - first + 1;
  }
}

/**
 * Puts rows back as a bulk change adds them: the triggers stand back, and each range is recorded once it ends. Else
 * bringing an import back would cost many times what the import did.
 */
function rangesOf(write: Writer, changeId: number, put: Put) {
  let open: Added | null = null;
  const end = () => {
    if (open !== null) recordAdded(write, changeId, open);
    open = null;
  };
  const goesOn = ([row]: readonly Entry[]): boolean =>
    open !== null && row?.action === 'delete' && row.entity === open.table && row.row_id === open.first - 1;
  return {
    end,
    goesOn,
    /** Removed rows of one table, their ids going down one by one. */
    add(run: readonly Entry[]): void {
      const [last, first] = [run[0], run.at(-1)];
      if (last === undefined || first === undefined) return;
      if (!goesOn(run)) end();
      write.run('UPDATE open_change SET bulk = 1');
      for (const row of run) put(row.entity, pictureOf(row));
      write.run('UPDATE open_change SET bulk = 0');
      open = { table: last.entity, first: first.row_id, last: open?.last ?? last.row_id };
    },
  };
}

type Picture = Readonly<Record<string, Value>>;
type Put = (table: string, picture: Picture) => void;

function pictureOf({ before }: HistoryRow): Picture {
  if (before === null) throw new RowsMoved();
  return JSON.parse(before) as Picture;
}

interface Known {
  readonly columns: readonly string[];
  readonly insert: string;
  readonly update: string;
}

/**
 * A row recorded by an older version may name columns that a migration has since dropped, or lack newer ones. One
 * change's pictures of one table are all alike, so the SQL is put together once.
 */
function statements({ db, write }: Ledger) {
  const known = new Map<string, Known>();
  const of = (table: string, picture: Picture): Known => {
    const there = known.get(table);
    if (there !== undefined) return there;
    const present = new Set(columnsOf(db, table));
    const columns = Object.keys(picture).filter((column) => present.has(column));
    const fresh = {
      columns,
      insert: `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      update: `UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
    };
    known.set(table, fresh);
    return fresh;
  };
  const valuesOf = (columns: readonly string[], picture: Picture) =>
    columns.map((column) => picture[column] ?? null);
  return {
    put(table: string, picture: Picture): void {
      const { columns, insert } = of(table, picture);
      write.run(insert, ...valuesOf(columns, picture));
    },
    set(table: string, id: number, picture: Picture): void {
      const { columns, update } = of(table, picture);
      write.run(update, ...valuesOf(columns, picture), id);
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
