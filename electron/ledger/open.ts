import { closeSync, existsSync, mkdirSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import Database from 'better-sqlite3';
import { OwnerError } from '../../shared/result.ts';
import { type Reader, readerOf, type Writer, writerOf } from './handles.ts';
import { APPLICATION_ID, LEDGER_VERSION, migrate } from './migrate.ts';

/** An open ledger: two connections to one file, so that reading goes on while an import's transaction is open. */
export interface Ledger {
  readonly file: string;
  readonly read: Reader;
  /** Only `change`, `figures` and `drafts` may use it. */
  readonly write: Writer;
  readonly db: Database.Database;
  /** What is running that keeps other writes out; null when the ledger is free. */
  busyWith: string | null;
  /** Settles when the file's check has ended; rejects with an OwnerError when the file is damaged. */
  checked: Promise<void>;
  close(): void;
}

/** Answers the complaints of `PRAGMA quick_check`; empty when the file is sound. */
export type Check = (file: string) => Promise<readonly string[]>;

/** Runs the check on this thread. The app hands in one that runs it beside the window's start. */
export const checkHere: Check = async (file) => {
  const db = new Database(file, { readonly: true });
  try {
    return quickCheck(db);
  } finally {
    db.close();
  }
};

export function quickCheck(db: Database.Database): string[] {
  const rows = db.pragma('quick_check(10)') as { quick_check: string }[];
  return rows.map((row) => row.quick_check).filter((text) => text !== 'ok');
}

/** Whether opening `file` would migrate it. Throws OwnerError('ledger') where it is no ledger of ours. */
export function isOlder(file: string): boolean {
  return existsSync(file) && inspect(file) < LEDGER_VERSION;
}

/** The business in a ledger of any version; '' when it can't be told. */
export function businessIn(file: string): string {
  const db = new Database(file, { readonly: true });
  try {
    return (db.prepare('SELECT business FROM ledger').pluck().get() as string | undefined) ?? '';
  } catch {
    return '';
  } finally {
    db.close();
  }
}

/** Opens the ledger in `file`, migrating an older one. Throws OwnerError('ledger') and leaves the file as it was. */
export function openLedger(file: string, check: Check = checkHere): Ledger {
  if (!existsSync(file)) {
    throw new OwnerError(
      'ledger',
      `There is no file ${basename(file)} any more. Was it moved, or a stick unplugged?`,
    );
  }
  const older = inspect(file) < LEDGER_VERSION;
  return withOwnerErrors(file, () => {
    const ledger = connect(file, () => {
      // A migration writes: an older file is checked before it is touched, any other while the window opens.
      const check = new Database(file, { readonly: true });
      try {
        const version = check.pragma('user_version', { simple: true }) as number;
        if (version > LEDGER_VERSION) throw newer(file);
        if (older) refuseDamage(file, quickCheck(check));
      } finally {
        check.close();
      }
    });
    if (!older) {
      // Until the check has ended the file itself is not written to: figures kept meanwhile wait in the WAL.
      ledger.db.pragma('wal_autocheckpoint = 0');
      ledger.checked = soundness(file, check).then(() => {
        if (ledger.db.open) ledger.db.pragma('wal_autocheckpoint = 1000');
      });
    }
    // Whoever writes awaits it and is told; without a writer it must not count as unhandled.
    ledger.checked.catch(() => undefined);
    return ledger;
  });
}

/** Makes a new, empty ledger. Throws OwnerError when `file` exists or can't be written. */
export function createLedger(file: string): Ledger {
  if (existsSync(file))
    throw new OwnerError('conflict', `${basename(file)} is there already. Choose another name.`);
  return withOwnerErrors(file, () => {
    mkdirSync(dirname(file), { recursive: true });
    try {
      return connect(file, () => undefined);
    } catch (error) {
      removeLedgerFiles(file);
      throw error;
    }
  });
}

/** Deletes a ledger's file and what SQLite keeps beside it. */
export function removeLedgerFiles(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
}

/** Looks at the header without SQLite, which would create files beside it; answers the ledger's version. */
export function inspect(file: string): number {
  const name = basename(file);
  const header = Buffer.alloc(100);
  let length = 0;
  try {
    if (!statSync(file).isFile()) throw new OwnerError('ledger', `${name} is not a file.`);
    const handle = openSync(file, 'r');
    try {
      length = readSync(handle, header, 0, 100, 0);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (error instanceof OwnerError) throw error;
    throw new OwnerError(
      'ledger',
      `${name} can’t be read. Check that you may open it and that the disk is plugged in.`,
    );
  }
  if (length === 0) throw new ForeignError(`${name} is empty. It was left as it is.`);
  if (header.toString('latin1', 0, 8) === 'EVHDSEAL')
    throw new OwnerError(
      'ledger',
      `${name} is a backup that is sealed with a passphrase. Choose File › Restore from a backup to open it.`,
    );
  if (
    length < 100 ||
    header.toString('latin1', 0, 16) !== 'SQLite format 3\0' ||
    header.readUInt32BE(68) !== APPLICATION_ID
  ) {
    throw new ForeignError(`${name} is not an Evenhand ledger. It was left as it is.`);
  }
  const version = header.readUInt32BE(60);
  if (version > LEDGER_VERSION) throw newer(file);
  return version;
}

function connect(file: string, beforeMigration: () => void): Ledger {
  const db = new Database(file);
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('busy_timeout = 2000');
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    db.pragma('cache_size = -16000');
    if (db.pragma('user_version', { simple: true }) !== LEDGER_VERSION) {
      beforeMigration();
      migrate(db);
      // What marks the file as ours must not wait in the WAL: `inspect` looks at the file alone, also after a power cut.
      db.pragma('wal_checkpoint(TRUNCATE)');
    }
    const reading = new Database(file, { readonly: true });
    reading.pragma('cache_size = -16000');
    reading.pragma('query_only = ON');
    return {
      file,
      db,
      read: readerOf(reading),
      write: writerOf(db),
      busyWith: null,
      checked: Promise.resolve(),
      close() {
        if (!db.open) return;
        // The last connection to close carries the WAL into the file, unless it can only read: so it stays with a file
        // whose check has not ended, or ended badly.
        const unchecked = db.pragma('wal_autocheckpoint', { simple: true }) === 0;
        const [first, last] = unchecked ? [db, reading] : [reading, db];
        first.close();
        last.close();
      },
    };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Settles once the check has found nothing. A file damaged badly enough makes the check itself fail. */
async function soundness(file: string, check: Check): Promise<void> {
  try {
    refuseDamage(file, await check(file));
  } catch (error) {
    throw ledgerError(file, error) ?? error;
  }
}

/** The file does not look like a ledger. Where it was one, it is damaged. */
export class ForeignError extends OwnerError {
  constructor(message: string) {
    super('ledger', message);
  }
}

/** The file is a ledger that can't be trusted any more: there are ways on besides opening another. */
export class DamagedError extends OwnerError {
  /** What the check came upon, in its own words; empty where it can't even say that. */
  readonly found: string;
  constructor(file: string, found: string) {
    const what = found === '' ? '' : ` (${found})`;
    super(
      'ledger',
      `${basename(file)} is damaged${what}. Nothing was changed in it. Open a backup, or another ledger.`,
    );
    this.found = found;
  }
}

function refuseDamage(file: string, [found]: readonly string[]): void {
  if (found !== undefined) throw new DamagedError(file, found);
}

function newer(file: string): OwnerError {
  return new OwnerError(
    'ledger',
    `${basename(file)} was written by a newer Evenhand. Update this one to open it; the file was left as it is.`,
  );
}

/** SQLite's and the disk's own errors, in words that say what to do. */
export function ledgerError(file: string, error: unknown): OwnerError | null {
  if (error instanceof OwnerError) return error;
  const code = (error as { code?: string } | null)?.code ?? '';
  const name = basename(file);
  // SHMSIZE: no room for the file that every open ledger has beside it.
  if (code.startsWith('SQLITE_FULL') || code === 'SQLITE_IOERR_SHMSIZE' || code === 'ENOSPC') {
    return new OwnerError('ledger', 'The disk is full. Nothing of this was saved; make room and try again.');
  }
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return new OwnerError(
      'ledger',
      `${name} is on a read-only disk or folder. Copy it to where you may write, then open the copy.`,
    );
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new DamagedError(file, '');
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new OwnerError('ledger', `${name} is in use by another program. Close that one and try again.`);
  }
  if (code.startsWith('SQLITE_CANTOPEN')) {
    return new OwnerError(
      'ledger',
      `${name} can’t be opened for writing. Check the folder’s permissions, or copy the file elsewhere.`,
    );
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return new OwnerError(
      'ledger',
      `The disk with ${name} does not answer. Check that it is plugged in. What was confirmed before is safe.`,
    );
  }
  return null;
}

function withOwnerErrors<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw ledgerError(file, error) ?? error;
  }
}
