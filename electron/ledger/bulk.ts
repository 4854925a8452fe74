import type Database from 'better-sqlite3';
import type { Writer } from './handles.ts';
import { recorded } from './triggers.ts';

/**
 * A bulk change only adds rows by the thousand (an import, the sample). Row by row their history, search words and
 * staleness cost more than the rows; so the triggers stand back from what it inserts, and its commit records each
 * table's new rows as one range. Rows it updates are recorded as ever, and it may delete none.
 */
export type Marks = ReadonlyMap<string, number>;

/**
 * The highest id that a table ever gave out. Not the highest that is there: an import that was undone may be brought
 * back, and its rows must not lie in the range of a later one.
 */
function newestId(write: Writer, table: string): number {
  return (
    write.get<{ id: number }>(
      `SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = '${table}'), 0),
                  (SELECT coalesce(max(id), 0) FROM ${table})) AS id`,
    )?.id ?? 0
  );
}

/** The highest id of each recorded table, before a bulk change begins. Ids are never given anew, so newer is higher. */
export function markTables(write: Writer): Marks {
  return new Map(Object.keys(recorded).map((table) => [table, newestId(write, table)]));
}

/** What the search finds a row by; the triggers of the schema say the same for single rows. */
const searched: Readonly<Record<string, { kind: number; words: string; where: string }>> = {
  client: {
    kind: 0,
    words: "concat_ws(' ', name, number, contact, email, phone, replace(phone, ' ', ''), descriptor)",
    where: '1',
  },
  invoice: {
    kind: 1,
    words: "concat_ws(' ', number, nullif(ltrim(number, '0'), number), title)",
    where: '1',
  },
  complaint: {
    kind: 2,
    words: "concat_ws(' ', title, words, wants)",
    where: "words <> '' OR wants IS NOT NULL",
  },
};

/** Records what was added since `before`, in the change that is open. */
export function recordBulk(write: Writer, changeId: number, before: Marks): void {
  for (const table of Object.keys(recorded)) {
    const first = (before.get(table) ?? 0) + 1;
    const last = newestId(write, table);
    if (last >= first) recordAdded(write, changeId, { table, first, last });
  }
}

export interface Added {
  readonly table: string;
  readonly first: number;
  readonly last: number;
}

/** Records rows as one range, with all that the triggers would have done for each that stood back from it. */
export function recordAdded(write: Writer, changeId: number, { table, first, last }: Added): void {
  const clients = recorded[table];
  write.run(
    "INSERT INTO history (change_id, entity, row_id, last_id, action) VALUES (?, ?, ?, ?, 'insert')",
    changeId,
    table,
    first,
    last,
  );
  if (clients === '*') write.run('DELETE FROM client_figures');
  else if (clients != null) {
    const touched = clients.replace('ROW', 'added');
    write.run(
      `DELETE FROM client_figures WHERE client_id IN (SELECT ${touched} FROM ${table} added WHERE added.id BETWEEN ? AND ?)`,
      first,
      last,
    );
  }
  const words = searched[table];
  if (words !== undefined) {
    write.run(
      `INSERT INTO search (rowid, words) SELECT id * 4 + ${words.kind}, ${words.words} FROM ${table}
       WHERE id BETWEEN ? AND ? AND (${words.where})`,
      first,
      last,
    );
  }
}

/** Every word anew, for a ledger whose search is empty: one made of what was salvaged. */
export function fillSearch(db: Database.Database): void {
  for (const [table, { kind, words, where }] of Object.entries(searched))
    db.exec(
      `INSERT INTO search (rowid, words) SELECT id * 4 + ${kind}, ${words} FROM ${table} WHERE ${where}`,
    );
}
