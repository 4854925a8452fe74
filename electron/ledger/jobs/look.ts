import { closeSync, existsSync, mkdirSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { type Day, localDay } from '../../../shared/dates.ts';
import { OwnerError } from '../../../shared/result.ts';
import type { LedgerCounts, RestorePreview } from '../../../shared/views/restore.ts';
import { sealedHeader, unsealFile } from '../../backups/seal.ts';
import { takeMarkOff } from '../../backups/whole.ts';
import { placeCopy } from '../../restoring/place.ts';
import { checksumOf } from '../contents.ts';
import { LEDGER_VERSION, migrate } from '../migrate.ts';
import { isSameFile } from '../on-disk.ts';
import { inspect, ledgerError } from '../open.ts';
import { changesAfter, lastShared, noChanges } from '../stem.ts';
import { installTriggers } from '../triggers.ts';
import type { Between } from './job.ts';

export interface LookInput {
  /** The backup. It is only read, and never opened where it lies: SQLite would write beside it. */
  readonly source: string;
  /** A folder of the app's own for the copy; made anew. */
  readonly folder: string;
  /** Null: not asked for yet. */
  readonly passphrase: string | null;
  /** The ledger that is open; null: none is. */
  readonly present: string | null;
  /** The ledger it is known to be of; null: that is for the file itself to say. */
  readonly uid: string | null;
}

export type LookAnswer =
  | { readonly kind: 'sealed' }
  | {
      readonly kind: 'open';
      readonly sealed: boolean;
      readonly preview: RestorePreview;
      /** The copy: checked, brought up to date, without a journal beside it. */
      readonly copy: string;
      readonly bytes: number;
      /** The version the backup was written by, and the present one. */
      readonly version: number;
      /** Of the ledger it is a backup of. */
      readonly uid: string;
      /** checksumOf the copy. */
      readonly checksum: string;
    };

/**
 * Looks into a backup: a copy of it is unsealed, checked to the last page and brought up to date. Throws OwnerError
 * where it is no whole ledger of ours; then no copy is left.
 */
export async function lookJob(
  { source, folder, passphrase, present, uid }: LookInput,
  between: Between,
): Promise<LookAnswer> {
  const name = basename(source);
  const copy = join(folder, name);
  try {
    refuseMissing(source, present);
    const sealed = sealedHeader(source) !== null;
    if (sealed && passphrase === null) return { kind: 'sealed' };
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (passphrase !== null && sealed) await unsealFile(source, copy, passphrase, between);
    else copyPlain(source, copy, between);
    between.tell('Checking every page', null);
    takeMarkOff(copy, between);
    const bytes = statSync(copy).size;
    const version = inspect(copy);
    const found = open(copy, version, { present, uid }, between);
    return { kind: 'open', sealed, copy, bytes, version, ...found };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw worded(name, error);
  }
}

function refuseMissing(source: string, present: string | null): void {
  const name = basename(source);
  const found = statSync(source, { throwIfNoEntry: false });
  if (found === undefined)
    throw new OwnerError('ledger', `${name} is not there any more. Was it moved, or a stick unplugged?`);
  if (!found.isFile()) throw new OwnerError('ledger', `${name} is not a file.`);
  if (present !== null && isSameFile(source, present))
    throw new OwnerError('invalid', 'That is the ledger that is open. Choose a backup of it.');
}

/**
 * A ledger that was copied rather than backed up may have its newest changes in the journal beside it. A backup has
 * none: what lies beside one is another file's, and would be read into it.
 */
function copyPlain(source: string, copy: string, between: Between): void {
  placeCopy(source, copy, between);
  if (isInUse(copy) && existsSync(`${source}-wal`)) placeCopy(`${source}-wal`, `${copy}-wal`, between);
}

/** Whether the header says WAL: how a ledger is kept while it is used. */
function isInUse(file: string): boolean {
  const bytes = Buffer.alloc(2);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, bytes, 0, 2, 18);
  } finally {
    closeSync(handle);
  }
  return bytes[0] === 2 && bytes[1] === 2;
}

function open(
  copy: string,
  version: number,
  { present, uid }: Pick<LookInput, 'present' | 'uid'>,
  between: Between,
) {
  const db = new Database(copy);
  try {
    db.pragma('journal_mode = DELETE');
    db.pragma('synchronous = FULL');
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    refuseUnsound(db, basename(copy));
    between.goOn();
    const older = version < LEDGER_VERSION;
    if (older) {
      between.tell('Bringing it up to date', null);
      db.pragma('foreign_keys = ON');
      migrate(db);
      // Before version 3 ledgers had none, and the migration drew one.
      if (uid !== null) takeUid(db, uid);
    }
    between.goOn();
    between.tell('Comparing it with the present ledger', null);
    const preview = previewOf(db, older, present);
    const checksum = checksumOf(db, { history: true }, () => between.goOn());
    return { preview, uid: headOf(db)?.uid ?? '', checksum };
  } finally {
    db.close();
  }
}

function refuseUnsound(db: Database.Database, name: string): void {
  const found = db.pragma('integrity_check(1)', { simple: true }) as string;
  if (found !== 'ok') throw unsound(name);
  if ((db.pragma('foreign_key_check') as unknown[]).length > 0) throw unsound(name);
}

const unsound = (name: string) =>
  new OwnerError('ledger', `${name} is damaged or was cut short. Choose another backup.`);

interface Head {
  readonly uid: string;
  readonly business: string;
  readonly currency: string;
}

function previewOf(db: Database.Database, older: boolean, present: string | null): RestorePreview {
  const head = headOf(db);
  if (head === undefined)
    throw new OwnerError('ledger', 'There is no business in that ledger yet: nothing to go back to.');
  const first = db.prepare('SELECT min(at) FROM change').pluck().get() as string | null;
  const preview = {
    business: head.business,
    currency: head.currency,
    counts: countsIn(db),
    from: first === null ? null : dayOf(first),
    lastChange: lastChangeOf(db),
    older,
  };
  const other = { present: null, how: 'beside', lacks: noChanges, brings: noChanges } as const;
  if (present === null) return { ...preview, ...other };
  const now = new Database(present, { readonly: true });
  try {
    // All that is read of it is read at one moment, whatever is written meanwhile.
    now.exec('BEGIN');
    const nowHead = headOf(now);
    if (nowHead === undefined) return { ...preview, ...other };
    const shared = lastShared(now, db);
    // Before version 3 ledgers had no uid, and their migration drew a new one; their history tells just as well.
    const same = older ? shared > 0 : nowHead.uid === head.uid;
    if (same && older) takeUid(db, nowHead.uid);
    const present = {
      business: nowHead.business,
      counts: countsIn(now),
      lastChange: lastChangeOf(now),
    };
    if (!same) return { ...preview, ...other, present };
    return {
      ...preview,
      present,
      how: 'replace',
      lacks: changesAfter(now, shared),
      brings: changesAfter(db, shared),
    };
  } finally {
    now.close();
  }
}

const headOf = (db: Database.Database) =>
  db.prepare('SELECT uid, business, currency FROM ledger').get() as Head | undefined;

/** It is the same ledger, so it goes by the same name. Not a change of the owner's: nothing for the history. */
function takeUid(db: Database.Database, uid: string): void {
  db.transaction(() => {
    db.exec('DROP TRIGGER history_ledger_up');
    db.prepare('UPDATE ledger SET uid = ?').run(uid);
    installTriggers(db);
  })();
}

export function countsIn(db: Database.Database): LedgerCounts {
  const rows = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
  return {
    clients: rows('client'),
    invoices: rows('invoice'),
    payments: rows('payment'),
    complaints: rows('complaint'),
    decisions: rows('decision'),
  };
}

export function lastChangeOf(db: Database.Database): { at: string; label: string } | null {
  const sql = 'SELECT at, label FROM change ORDER BY id DESC LIMIT 1';
  return (db.prepare(sql).get() as { at: string; label: string } | undefined) ?? null;
}

const dayOf = (at: string): Day => localDay(new Date(at));

/** SQLite's refusals of a file that is no whole ledger; a disk's own are worded where it is read. */
function worded(name: string, error: unknown): unknown {
  if (error instanceof OwnerError && error.message.startsWith(`${name} is not an Evenhand ledger`))
    return new OwnerError('ledger', `${name} is not a backup or ledger of Evenhand.`);
  const code = (error as { code?: string } | null)?.code ?? '';
  if (/^SQLITE_(CORRUPT|NOTADB|CANTOPEN|ERROR|SCHEMA|CONSTRAINT)/.test(code)) return unsound(name);
  return ledgerError(name, error) ?? error;
}
