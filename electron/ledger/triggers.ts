import type Database from 'better-sqlite3';

/**
 * Tables whose every change goes into the history. The value is the SQL that names the clients whose list figures a
 * change of a row touches (`ROW` stands for OLD or NEW); null: none, '*': all of them.
 */
export const recorded: Readonly<Record<string, string | null>> = {
  ledger: '*',
  client: 'ROW.id',
  invoice: 'ROW.client_id',
  payment: 'ROW.client_id',
  write_off: '(SELECT client_id FROM invoice WHERE id = ROW.invoice_id)',
  credit: '(SELECT client_id FROM invoice WHERE id = ROW.invoice_id)',
  complaint: 'ROW.client_id',
  decision: 'ROW.client_id',
  coupon: 'ROW.client_id',
  red_flag: 'ROW.client_id',
  cause: '*',
  import: null,
  house_rule: null,
  rule_verdict: null,
  warning: null,
  hours: 'ROW.client_id',
  note: 'ROW.client_id',
  inside_look: 'ROW.client_id',
  standing_set: 'ROW.client_id',
  lesson: null,
  referral: null,
  letter: null,
  parting: 'ROW.client_id',
  logo: null,
  kept_print: null,
  kept_apart: null,
};

export function columnsOf(db: Database.Database, table: string): string[] {
  return (db.pragma(`table_info(${table})`) as { name: string }[]).map((column) => column.name);
}

/**
 * Writes the history and staleness triggers anew from the tables' present columns, after each migration: a new
 * column is recorded from its first day, and no code path can write without a history entry, because the ledger
 * itself refuses.
 */
export function installTriggers(db: Database.Database): void {
  for (const [table, clients] of Object.entries(recorded)) {
    const columns = columnsOf(db, table);
    if (columns.length === 0) continue;
    const image = (row: 'OLD' | 'NEW') =>
      `json_object(${columns.map((c) => `'${c}', ${row}.${c}`).join(', ')})`;
    // Without an open change there is no change_id, and NOT NULL refuses the whole statement.
    const record = (action: string, row: 'OLD' | 'NEW', before: string) =>
      `INSERT INTO history (change_id, entity, row_id, action, before)
        VALUES ((SELECT change_id FROM open_change), '${table}', ${row}.id, '${action}', ${before});`;
    const stale = (row: 'OLD' | 'NEW') => {
      if (clients === null) return '';
      if (clients === '*') return 'DELETE FROM client_figures;';
      return `DELETE FROM client_figures WHERE client_id = ${clients.replace('ROW', row)};`;
    };
    db.exec(`
      DROP TRIGGER IF EXISTS history_${table}_in;
      DROP TRIGGER IF EXISTS history_${table}_up;
      DROP TRIGGER IF EXISTS history_${table}_de;
      CREATE TRIGGER history_${table}_in AFTER INSERT ON ${table}
      WHEN NOT EXISTS (SELECT 1 FROM open_change WHERE bulk = 1) BEGIN
        ${record('insert', 'NEW', 'NULL')} ${stale('NEW')}
      END;
      CREATE TRIGGER history_${table}_up AFTER UPDATE ON ${table} BEGIN
        ${record('update', 'NEW', image('OLD'))} ${stale('OLD')} ${stale('NEW')}
      END;
      CREATE TRIGGER history_${table}_de BEFORE DELETE ON ${table} BEGIN
        SELECT RAISE(ABORT, 'a bulk change deletes nothing') FROM open_change WHERE bulk = 1;
        ${record('delete', 'OLD', image('OLD'))} ${stale('OLD')}
      END;`);
  }
}
