import type Database from 'better-sqlite3';
import { writerOf } from '../handles.ts';
import { creditOf, resettle } from '../invoices.ts';
import type { Written } from './write.ts';

interface Broken {
  readonly table: string;
  readonly rowid: number;
  readonly parent: string;
  readonly fkid: number;
}

/** Each round can orphan the rows that hung on what it deleted; ours hang no deeper than this. */
const ROUNDS = 20;

const WORKED_OUT = 'Lost; worked out from the invoice’s balance';

/**
 * Makes every link lead somewhere again. A lost client gets a stand-in, so that invoices and payments are kept; a link
 * that may be empty is emptied; a row that can't do without what it hung on is given up and counted as lost.
 */
export function mendLinks(db: Database.Database, written: ReadonlyMap<string, Written>): void {
  for (let round = 0; round < ROUNDS; round++) {
    const broken = db.pragma('foreign_key_check') as Broken[];
    if (broken.length === 0) return;
    for (const link of broken) mendLink(db, link, written);
  }
}

function mendLink(
  db: Database.Database,
  { table, rowid, parent, fkid }: Broken,
  written: ReadonlyMap<string, Written>,
): void {
  const links = db.pragma(`foreign_key_list("${table}")`) as { id: number; from: string }[];
  const column = links.find(({ id }) => id === fkid)?.from;
  if (column === undefined) throw new Error(`No foreign key ${fkid} of ${table}`);
  const lostId = db.prepare(`SELECT "${column}" FROM "${table}" WHERE rowid = ?`).pluck().get(rowid);
  // Mended with another link of the same row, or given up with it.
  if (lostId === undefined || lostId === null) return;
  if (parent === 'client') {
    db.prepare('INSERT OR IGNORE INTO client (id, name) VALUES (?, ?)').run(
      lostId,
      `(lost client ${lostId})`,
    );
    return;
  }
  if (parent === 'change' && table === 'import') {
    // Without rows of history it is never offered to be undone.
    db.prepare(
      `INSERT OR IGNORE INTO change (id, at, kind, label, first_row, last_row)
       VALUES (?, (SELECT imported_on || 'T00:00:00.000Z' FROM import WHERE id = ?), 'import', 'An import whose entry was lost', 1, 0)`,
    ).run(lostId, rowid);
    return;
  }
  if (emptied(db, table, column, rowid)) return;
  db.prepare(`DELETE FROM "${table}" WHERE rowid = ?`).run(rowid);
  const of = written.get(table);
  if (of === undefined) return;
  of.saved--;
  of.lost++;
}

/** A payment for a lost invoice stays as money on account: it did come in. */
function emptied(db: Database.Database, table: string, column: string, rowid: number): boolean {
  const note =
    table === 'payment' && column === 'invoice_id'
      ? `, note = substr(concat_ws('; ', note, 'for an invoice that was lost'), 1, 500)`
      : '';
  try {
    db.prepare(`UPDATE "${table}" SET "${column}" = NULL${note} WHERE rowid = ?`).run(rowid);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('SQLITE_CONSTRAINT')) return false;
    throw error;
  }
}

/**
 * An invoice's own row says how much of it was open and since when it was settled: payments and write-offs that are
 * lost are worked out from that, so that nothing paid is asked for again.
 */
export function workOutLost(db: Database.Database): void {
  const missing = `amount_minor - open_minor + overpaid_minor
    - coalesce((SELECT sum(amount_minor) FROM payment WHERE invoice_id = invoice.id), 0)
    - coalesce((SELECT sum(amount_minor) FROM credit WHERE invoice_id = invoice.id), 0)`;
  const given = 'NOT EXISTS (SELECT 1 FROM write_off WHERE invoice_id = invoice.id)';
  db.prepare(
    `INSERT INTO payment (client_id, invoice_id, paid_on, amount_minor, method, note)
     SELECT client_id, id, coalesce(settled_on, issued_on), ${missing}, 'unknown', ?
     FROM invoice WHERE ${missing} > 0 AND ${given} AND (settled_on IS NOT NULL OR open_minor > 0)`,
  ).run(WORKED_OUT);
  // Nothing open and never settled: it was written off.
  db.prepare(
    `INSERT INTO write_off (invoice_id, written_off_on, amount_minor, reason)
     SELECT id, due_on, ${missing}, ? FROM invoice
     WHERE ${missing} > 0 AND ${given} AND settled_on IS NULL AND open_minor = 0`,
  ).run(WORKED_OUT);
}

/** Balances and settled days as the rows that are left have them, and no client with less credit than none. */
export function settleAgain(db: Database.Database, turn: (part: number) => void): void {
  const write = writerOf(db);
  const invoices = db.prepare('SELECT id FROM invoice').pluck().all() as number[];
  for (const [done, id] of invoices.entries()) {
    if (done % 500 === 0) turn(done / invoices.length);
    resettle(write, id);
  }
  const spenders = db
    .prepare(
      "SELECT client_id AS id, min(paid_on) AS since FROM payment WHERE method = 'credit' GROUP BY client_id",
    )
    .all() as { id: number; since: string }[];
  for (const { id, since } of spenders) {
    const credit = creditOf(write, id);
    if (credit < 0)
      db.prepare(
        `INSERT INTO payment (client_id, paid_on, amount_minor, method, note)
         VALUES (?, ?, ?, 'unknown', 'Lost; worked out from the credit that was spent of it')`,
      ).run(id, since, -credit);
  }
}
