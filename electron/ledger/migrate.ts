import type Database from 'better-sqlite3';
import first from './migrations/0001-first-ledger.sql?raw';
import second from './migrations/0002-decide-even-handedly.sql?raw';
import third from './migrations/0003-on-paper-and-kept-safe.sql?raw';
import { installTriggers } from './triggers.ts';

/** Numbered steps from an empty file to the present ledger; a step is never edited once it has shipped. */
export const migrations: readonly string[] = [first, second, third];

/** The version this program writes and the newest it understands. */
export const LEDGER_VERSION = migrations.length;

/** “Evhd”: marks a SQLite file as a ledger of ours. */
export const APPLICATION_ID = 0x45766864;

/** Brings a ledger to `target`, each step in a transaction of its own: a crash leaves a whole older version. */
export function migrate(db: Database.Database, target: number = LEDGER_VERSION): void {
  for (let version = db.pragma('user_version', { simple: true }) as number; version < target; version++) {
    const step = migrations[version];
    if (step === undefined) throw new Error(`No migration leads from version ${version}`);
    db.transaction(() => {
      db.exec(step);
      installTriggers(db);
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${version + 1}`);
    }).immediate();
  }
}
