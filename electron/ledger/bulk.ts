import type { Writer } from './handles.ts';
import { recorded } from './triggers.ts';

/**
 * A bulk change only adds rows by the thousand (an import, the sample). Row by row their history, search words and
 * staleness cost more than the rows; so the triggers stand back from what it inserts, and its commit records each
 * table's new rows as one range. Rows it updates are recorded as ever, and it may delete none.
 */
export type Marks = ReadonlyMap<string, number>;

function newestId(write: Writer, table: string): number {
  return write.get<{ id: number }>(`SELECT coalesce(max(id), 0) AS id FROM ${table}`)?.id ?? 0;
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
  for (const [table, clients] of Object.entries(recorded)) {
    const first = (before.get(table) ?? 0) + 1;
    const last = newestId(write, table);
    if (last < first) continue;
    write.run(
      "INSERT INTO history (change_id, entity, row_id, last_id, action) VALUES (?, ?, ?, ?, 'insert')",
      changeId,
      table,
      first,
      last,
    );
    if (clients === '*') write.run('DELETE FROM client_figures');
    else if (clients !== null) {
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
}
