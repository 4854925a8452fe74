import { plural } from '../../shared/complaints/clocks.ts';
import { isRemoval } from '../../shared/history/kinds.ts';
import { ERASED } from '../../shared/history/label.ts';
import type { BinLine, BinPage } from '../../shared/views/history.ts';
import { type Changed, change } from './change.ts';
import type { Reader, Writer } from './handles.ts';
import type { Ledger } from './open.ts';
import { theirs } from './remove.ts';

/** Past every row of a history. */
const ALWAYS = 9_000_000_000_000_000;

/** A change in force that removed something, which can still be put back. */
const IN_BIN = `
  FROM change c WHERE c.kind IN (SELECT value FROM json_each(?)) AND c.undone_by IS NULL AND c.emptied = 0
    AND EXISTS (SELECT 1 FROM history h WHERE h.id BETWEEN c.first_row AND c.last_row AND h.action = 'delete')`;

function removalKinds(read: Reader): string {
  const kinds = read.all<{ kind: string }>('SELECT DISTINCT kind FROM change').map(({ kind }) => kind);
  return JSON.stringify(kinds.filter(isRemoval));
}

/** What was removed and can be put back, newest first. */
export function binPage(read: Reader): BinPage {
  return {
    lines: read.all<BinLine>(
      `SELECT c.id AS changeId, c.at, c.label, c.client_id AS clientId,
              (SELECT count(*) FROM history h WHERE h.id BETWEEN c.first_row AND c.last_row AND h.action = 'delete') AS rows
       ${IN_BIN} ORDER BY c.id DESC`,
      removalKinds(read),
    ),
  };
}

/**
 * Erases what lies in the bin for good; answers how many removals. The pictures of removed rows, and of the same rows
 * in earlier changes, are overwritten; a client's every change goes with the client, its label too, for labels name
 * them. All other history stays as it was. What can't be taken back any more is marked, so that no undo meets half a
 * row. One transaction: all of the bin or nothing.
 */
export function emptyBin(ledger: Ledger): { emptied: number } {
  const { db, write } = ledger;
  const kinds = removalKinds(ledger.read);
  const waiting = ledger.read.get<{ n: number }>(`SELECT count(*) AS n ${IN_BIN}`, kinds)?.n ?? 0;
  if (waiting === 0) return { emptied: 0 };
  const what = {
    kind: 'bin.empty',
    label: `Emptied the bin: ${plural(waiting, 'removal')} erased for good`,
    clientId: null,
  };
  // What is deleted or overwritten is filled with zeros, not merely given free.
  const secure = db.pragma('secure_delete', { simple: true }) as number;
  db.pragma('secure_delete = ON');
  let done: Changed<number>;
  try {
    done = change(ledger, what, () => {
      gather(write, kinds);
      mark(write);
      const emptied = write.get<{ n: number }>('SELECT count(*) AS n FROM temp.bin_change')?.n ?? 0;
      erase(write);
      write.run("INSERT INTO search (search) VALUES ('optimize')");
      return emptied;
    });
  } finally {
    for (const table of ['bin_change', 'bin_row', 'bin_client'])
      db.exec(`DROP TABLE IF EXISTS temp.${table}`);
    db.pragma(`secure_delete = ${secure}`);
  }
  sweep(ledger);
  return { emptied: done.value };
}

/** Notes in tables of this connection alone what is to go: the removals, their rows, and clients among those. */
function gather(write: Writer, kinds: string): void {
  write.run('CREATE TEMP TABLE bin_change (id INTEGER PRIMARY KEY, first_row INTEGER, last_row INTEGER)');
  write.run(
    `CREATE TEMP TABLE bin_row (entity TEXT, row_id INTEGER, up_to INTEGER, PRIMARY KEY (entity, row_id))
     WITHOUT ROWID`,
  );
  write.run('CREATE TEMP TABLE bin_client (id INTEGER PRIMARY KEY)');
  write.run(`INSERT INTO temp.bin_change SELECT c.id, c.first_row, c.last_row ${IN_BIN}`, kinds);
  // There is one logo, and a new one may stand in the place of one that was removed: what came after is not the bin's.
  write.run(
    `INSERT OR IGNORE INTO temp.bin_row
     SELECT h.entity, h.row_id, (SELECT max(l.id) FROM history l
       WHERE l.entity = h.entity AND l.row_id = h.row_id AND l.action <> 'insert' AND l.action = 'delete')
     FROM temp.bin_change c JOIN history h ON h.id BETWEEN c.first_row AND c.last_row WHERE h.action = 'delete'`,
  );
  // Who had been merged into a client that goes, goes too.
  write.run(
    `INSERT OR IGNORE INTO temp.bin_client
     WITH RECURSIVE gone (id) AS (
       SELECT row_id FROM temp.bin_row WHERE entity = 'client'
       UNION
       SELECT h.row_id FROM gone JOIN change c ON c.client_id = gone.id AND c.kind = 'client.merge' AND c.undone_by IS NULL
       JOIN history h ON h.id BETWEEN c.first_row AND c.last_row
       WHERE h.entity = 'client' AND h.action = 'delete')
     SELECT id FROM gone`,
  );
  // What had been undone or removed of an erased client before is theirs as well; a row that lives is another's now.
  for (const table of Object.keys(theirs))
    write.run(
      `INSERT OR IGNORE INTO temp.bin_row SELECT h.entity, h.row_id, ${ALWAYS} FROM temp.bin_client b
       JOIN change c ON c.client_id = b.id JOIN history h ON h.id BETWEEN c.first_row AND c.last_row
       WHERE h.entity = '${table}' AND h.last_id IS NULL AND NOT EXISTS (SELECT 1 FROM ${table} WHERE id = h.row_id)`,
    );
}

/** Every change that touched such a row or was of an erased client, and every undo and redo that did or was. */
function mark(write: Writer): void {
  write.run('UPDATE change SET emptied = 1 WHERE client_id IN (SELECT id FROM temp.bin_client)');
  write.run(
    `UPDATE change SET emptied = 1 WHERE id IN (
       SELECT h.change_id FROM temp.bin_row r
       JOIN history h ON h.entity = r.entity AND h.row_id = r.row_id AND h.action <> 'insert' AND h.id <= r.up_to)`,
  );
  // Inserts stand in no index, as there may be a million in one range: read through once.
  write.run(
    `UPDATE change SET emptied = 1 WHERE id IN (
       SELECT h.change_id FROM history h WHERE h.action = 'insert' AND EXISTS (
         SELECT 1 FROM temp.bin_row r
         WHERE r.entity = h.entity AND r.row_id BETWEEN h.row_id AND coalesce(h.last_id, h.row_id)
           AND h.id <= r.up_to))`,
  );
}

function erase(write: Writer): void {
  write.run(
    `UPDATE history SET before = NULL WHERE id IN (
       SELECT h.id FROM temp.bin_row r
       JOIN history h ON h.entity = r.entity AND h.row_id = r.row_id AND h.action <> 'insert' AND h.id <= r.up_to)`,
  );
  // Told apart are two clients, and the label names both.
  write.run(
    `UPDATE change SET label = ? WHERE client_id IN (SELECT id FROM temp.bin_client)
       OR id IN (SELECT h.change_id FROM temp.bin_client b
                 JOIN history h ON h.entity = 'client' AND h.row_id = b.id AND h.action <> 'insert')
       OR id IN (SELECT h.change_id FROM history h JOIN temp.bin_row r ON r.entity = h.entity AND r.row_id = h.row_id
                 WHERE h.entity = 'kept_apart')`,
    ERASED,
  );
  // A draft's key ends in what it is about, “note:client:12”, or in that and how it was begun.
  write.run(
    `DELETE FROM draft WHERE EXISTS (
       SELECT 1 FROM temp.bin_row r WHERE instr(':' || key || ':', ':' || r.entity || ':' || r.row_id || ':') > 0)`,
  );
}

/** A file of this many pages of 4 KiB is rewritten in about a second. */
const REWRITTEN_AT_ONCE = 25_000;

/**
 * The tables' own pages still hold what was there before it was removed, until they are used again: the file is
 * rewritten without. A very large one is left to time, and so is one whose disk is too full: what was promised, that
 * nothing can be brought back, holds without it.
 */
function sweep({ db }: Ledger): void {
  try {
    if ((db.pragma('page_count', { simple: true }) as number) <= REWRITTEN_AT_ONCE) db.exec('VACUUM');
    db.pragma('wal_checkpoint(TRUNCATE)');
  } catch {}
}
