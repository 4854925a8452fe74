import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { checksumOf } from '../../../electron/ledger/contents.ts';
import { LEDGER_VERSION, migrate } from '../../../electron/ledger/migrate.ts';
import { openLedger, removeLedgerFiles } from '../../../electron/ledger/open.ts';
import type { Kind } from '../kind.ts';
import { complaintsOf } from '../sound.ts';

const FILES = 8;
const oldIn = (folder: string) => join(folder, 'Old.evenhand');
const ledgerIn = (folder: string, n: number) => join(folder, `Ledger ${n}.evenhand`);

/** A ledger as version `version` left it, with enough in it that bringing it up to date takes a while. */
function makeOld(file: string, version: number): void {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  migrate(db, version);
  const begin = (id: number) => {
    db.prepare(
      `INSERT INTO change (id, at, kind, label, client_id, undoes, first_row)
       VALUES (?, '2026-01-01T10:00:00.000Z', 'test', 'Test', NULL, NULL, 1)`,
    ).run(id);
    db.prepare('INSERT INTO open_change (id, change_id, bulk) VALUES (1, ?, 0)').run(id);
  };
  db.transaction(() => {
    begin(1);
    db.prepare(
      "INSERT INTO ledger (id, business, currency, hourly_cost_minor) VALUES (1, 'Old & Co', 'GBP', 0)",
    ).run();
    const client = db.prepare('INSERT INTO client (name) VALUES (?)');
    const invoice = db.prepare(
      `INSERT INTO invoice (client_id, number, issued_on, due_on, amount_minor, open_minor)
       VALUES (?, ?, '2026-01-01', '2026-02-01', 10000, 10000)`,
    );
    const complaint = db.prepare(
      "INSERT INTO complaint (client_id, received_on, words, channel, severity) VALUES (?, '2026-03-01', ?, 'phone', 2)",
    );
    for (let n = 1; n <= 300; n++) {
      const id = client.run(`Client ${n}`).lastInsertRowid;
      for (let m = 1; m <= 15; m++) invoice.run(id, `${n}-${m}`);
      for (let m = 1; m <= 3; m++) complaint.run(id, `Complaint ${m} of client ${n}. `.repeat(10));
    }
    db.prepare('DELETE FROM open_change').run();
    db.prepare('UPDATE change SET last_row = (SELECT max(id) FROM history) WHERE id = 1').run();
  })();
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

/** Its contents, but for the mark that a migration draws at random for the ledger. */
function contentsOf(file: string): string {
  const copy = `${file} copy`;
  copyFileSync(file, copy);
  const db = new Database(copy);
  try {
    for (const name of ['in', 'up', 'de']) db.exec(`DROP TRIGGER IF EXISTS history_ledger_${name}`);
    db.exec("UPDATE ledger SET uid = ''");
    return checksumOf(db, { history: true });
  } finally {
    db.close();
    removeLedgerFiles(copy);
  }
}

function migration(version: number): Kind {
  return {
    name: `migration from version ${version}`,
    inside: 'a migration',
    rounds: { full: 20, small: 2 },
    async prepare(template) {
      makeOld(oldIn(template), version);
      copyFileSync(oldIn(template), ledgerIn(template, 0));
      const ledger = openLedger(ledgerIn(template, 0));
      await ledger.checked;
      ledger.close();
      writeFileSync(join(template, 'expected.txt'), contentsOf(ledgerIn(template, 0)));
    },
    work(folder, say) {
      for (let n = 1; n <= FILES; n++) copyFileSync(oldIn(folder), ledgerIn(folder, n));
      say.ready();
      for (let n = 1; n <= FILES; n++) {
        say.begin(n);
        const ledger = openLedger(ledgerIn(folder, n));
        say.done(n);
        ledger.close();
      }
    },
    async check(folder, { began, done }) {
      const expected = readFileSync(join(folder, 'expected.txt'), 'utf8');
      const wrong: string[] = [];
      for (let n = 1; n <= began; n++) {
        const file = ledgerIn(folder, n);
        if (!existsSync(file)) return [`${file} is gone`];
        const db = new Database(file);
        const reached = db.pragma('user_version', { simple: true }) as number;
        wrong.push(...complaintsOf(db));
        db.close();
        if (reached < version || reached > LEDGER_VERSION) wrong.push(`version ${reached} was never there`);
        if (n <= done && reached !== LEDGER_VERSION) wrong.push(`version ${reached} after it was confirmed`);
        const ledger = openLedger(file);
        await ledger.checked;
        ledger.db.pragma('wal_checkpoint(TRUNCATE)');
        ledger.close();
        if (contentsOf(file) !== expected)
          wrong.push('its contents differ from those of an undisturbed migration');
      }
      return wrong;
    },
    isInside: ({ began, done }) => began > done,
  };
}

export const migrations: readonly Kind[] = [migration(1), migration(2)];
