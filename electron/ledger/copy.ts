import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { OwnerError } from '../../shared/result.ts';
import { busy } from './change.ts';
import { type Reader, readerOf } from './handles.ts';
import { type Check, type Ledger, ledgerError, removeLedgerFiles } from './open.ts';
import { recorded } from './triggers.ts';

/** Pages copied at a turn: the window goes on answering in between. */
const PAGES = 500;

/**
 * Copies the open ledger to `target` while it stays in use: through SQLite's own backup into a file beside the target,
 * read back and checked, flushed to disk, and only then put in its place. A target that was there stays as it was
 * until then, and after any failure. Throws OwnerError.
 */
export async function copyLedger(ledger: Ledger, target: string, check: Check): Promise<void> {
  const name = basename(target);
  const part = `${target}.part`;
  try {
    if (isSameFile(target, ledger.file))
      throw new OwnerError('invalid', 'That is the ledger itself. Choose another place for its backup.');
    await ledger.checked;
    if (!existsSync(dirname(target))) throw gone(name);
    removeLedgerFiles(part);
    if (ledger.db.inTransaction) throw busy(ledger);
    const { totalPages } = await ledger.db.backup(part, { progress: () => PAGES });
    // SQLite copies nothing of a ledger that began to be written to in that very moment.
    if (totalPages === 0) throw busy(ledger);
    settle(part);
    const found = await check(part);
    if (found.length > 0) throw unlike(name);
    compare(ledger.read, part, name);
    flush(part);
    renameSync(part, target);
    // What a pulled stick left beside the file that was there would be read into the copy when it is opened.
    for (const suffix of ['-wal', '-shm', '-journal']) rmSync(target + suffix, { force: true });
    flushFolder(dirname(target));
  } catch (error) {
    if (existsSync(dirname(part))) removeLedgerFiles(part);
    throw worded(name, error);
  }
}

/** By whatever name: another folder's link to it, or one that differs in capitals on a disk that knows none. */
function isSameFile(a: string, b: string): boolean {
  if (resolve(a) === resolve(b)) return true;
  const [one, other] = [a, b].map((file) => statSync(file, { bigint: true, throwIfNoEntry: false }));
  // Some disks number no files.
  if (one === undefined || other === undefined || one.ino === 0n) return false;
  return one.ino === other.ino && one.dev === other.dev;
}

/** One file without a journal beside it: what is carried away is whole. */
function settle(part: string): void {
  const copy = new Database(part);
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}

/** Every table of the copy against the ledger's. One that changed meanwhile was copied as it stood; then rows may differ. */
function compare(read: Reader, part: string, name: string): void {
  const copy = new Database(part, { readonly: true });
  try {
    const broken = copy.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw unlike(name);
    const theirs = readerOf(copy);
    if (newestChange(theirs) !== newestChange(read)) return;
    for (const table of Object.keys(recorded))
      if (rowsOf(theirs, table) !== rowsOf(read, table)) throw unlike(name);
  } finally {
    copy.close();
  }
}

const newestChange = (read: Reader) =>
  read.get<{ id: number | null }>('SELECT max(id) AS id FROM change')?.id ?? 0;
const rowsOf = (read: Reader, table: string) =>
  read.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0;

function flush(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The rename itself must reach the disk too; Windows knows no such flush and needs none. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

const unlike = (name: string) =>
  new OwnerError(
    'ledger',
    `${name} did not read back as it was written, so it was thrown away. Try another disk.`,
  );

const gone = (name: string) =>
  new OwnerError(
    'ledger',
    `The disk for ${name} does not answer. Is it still plugged in? An older backup is untouched.`,
  );

function worded(name: string, error: unknown): unknown {
  if (error instanceof OwnerError) return error;
  const code = (error as { code?: string } | null)?.code ?? '';
  if (code === 'ENOSPC' || code.startsWith('SQLITE_FULL'))
    return new OwnerError(
      'ledger',
      `There is no room for ${name} there. Nothing of it was left; an older backup is untouched.`,
    );
  if (
    ['EROFS', 'EACCES', 'EPERM', 'EISDIR', 'ENOTEMPTY'].includes(code) ||
    /^SQLITE_(READONLY|CANTOPEN)/.test(code)
  )
    return new OwnerError(
      'ledger',
      `${name} can’t be written there. Choose a folder or a stick you may write to.`,
    );
  if (code === 'ENOENT' || code === 'EIO' || code.startsWith('SQLITE_IOERR')) return gone(name);
  return ledgerError(name, error) ?? error;
}
