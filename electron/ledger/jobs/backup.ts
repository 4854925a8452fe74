import { createHash, randomUUID } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { OwnerError } from '../../../shared/result.ts';
import { sealFile, unsealFile } from '../../backups/seal.ts';
import { markWhole } from '../../backups/whole.ts';
import { checksumOf, countsOf } from '../contents.ts';
import { flushFile, isAway, isSameFile, takeFreePlace, takePlace } from '../on-disk.ts';
import { ledgerError, removeLedgerFiles } from '../open.ts';
import type { Between } from './job.ts';
import { soundJob } from './sound.ts';
import { ThreadError } from './thread.ts';

export interface BackupInput {
  readonly ledger: string;
  /** Where the backup is to lie; what lies there already is replaced once the new one was read back. */
  readonly target: string;
  /** The owner chose no name: what lies there is never replaced, and a number is added to the name instead. */
  readonly free?: boolean;
  /** Null: not sealed. */
  readonly passphrase: string | null;
  /** A folder of the app's own. What is to be sealed is copied there first, never beside the target. */
  readonly temporary: string;
}

/** A backup that was read back and found whole. */
export interface BackedUp {
  /** Where it lies. */
  readonly path: string;
  readonly uid: string;
  readonly bytes: number;
  /** The file's time of change, ms since 1970: whoever comes to delete it can tell whether it still is that file. */
  readonly modified: number;
  /** The newest change in it; 0 and '': none. */
  readonly changeId: number;
  readonly changeAt: string;
  /** checksumOf its contents, with history. */
  readonly checksum: string;
}

/** Pages copied at a turn: between turns a stop is heard. */
const PAGES = 1000;

/**
 * Copies a ledger as it stands at this moment while it stays in use: reads in one transaction, which holds nobody up;
 * through SQLite's own backup into a file beside the target; read back there and compared with what was read; flushed
 * to disk, and only then put in its place. A target that was there stays as it was until then, and after any failure
 * or stop. `written` is for tests: it is called with the copy before it is read back.
 */
export async function backupJob(
  { ledger, target, free = false, passphrase, temporary }: BackupInput,
  between: Between,
  written: (copy: string) => void = () => undefined,
): Promise<BackedUp> {
  const name = basename(target);
  // Of its own: another backup, from here or another computer, may be on its way to the same name.
  const part = `${target}.${randomUUID().slice(0, 8)}.part`;
  const folder = join(temporary, `seal-${randomUUID()}`);
  const plain = passphrase === null ? part : join(folder, 'plain');
  let onOwnDisk = false;
  try {
    if (isSameFile(target, ledger))
      throw new OwnerError('invalid', 'That is the ledger itself. Choose another place for its backup.');
    if (!existsSync(dirname(target))) throw gone(name);
    if (statSync(target, { throwIfNoEntry: false })?.isDirectory()) throw notWritable(name);
    clear(part);
    onOwnDisk = passphrase !== null;
    if (onOwnDisk) mkdirSync(folder, { recursive: true, mode: 0o700 });
    const original = await copyOut(ledger, plain, between, written);
    if (!original.same) throw soundHere(ledger) ? unlike(name) : damaged(ledger);
    onOwnDisk = false;
    if (passphrase !== null) {
      await sealFile(plain, part, passphrase, { uid: original.uid }, between);
      const again = join(folder, 'again');
      await unsealFile(part, again, passphrase, between);
      if (digestOf(again) !== digestOf(plain)) throw unlike(name);
    }
    if (passphrase === null) markWhole(part, between);
    between.goOn();
    between.tell('Putting it in its place', 1);
    const path = free ? takeFreePlace(part, target) : takePlace(part, target);
    const { size, mtimeMs } = statSync(path);
    const { uid, changeId, changeAt, checksum } = original;
    return { path, uid, bytes: size, modified: mtimeMs, changeId, changeAt, checksum };
  } catch (error) {
    clear(part);
    throw onOwnDisk && isFull(error) ? noRoomHere(name) : worded(name, error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Original {
  readonly uid: string;
  readonly changeId: number;
  readonly changeAt: string;
  readonly checksum: string;
  /** The copy was read back, is sound, and holds what was read of the ledger. */
  readonly same: boolean;
}

/**
 * All that is read of the ledger is read in one transaction: what is written meanwhile is not in it. The copy comes
 * first, so that its pages are checked on another thread while what it holds is compared on this one.
 */
async function copyOut(
  ledger: string,
  copy: string,
  between: Between,
  written: (copy: string) => void,
): Promise<Original> {
  between.tell('Reading the ledger', null);
  const db = new Database(ledger, { readonly: true });
  try {
    db.exec('BEGIN');
    const newest = db.prepare('SELECT id, at FROM change ORDER BY id DESC LIMIT 1').get() as
      | { id: number; at: string }
      | undefined;
    await db.backup(copy, {
      progress: ({ totalPages, remainingPages }) => {
        between.goOn();
        between.tell('Copying', totalPages === 0 ? null : 1 - remainingPages / totalPages);
        return PAGES;
      },
    });
    settle(copy);
    written(copy);
    between.tell('Reading it back', null);
    between.goOn();
    const sound = startCheck(copy, between);
    try {
      const original = contentsOf(db, between);
      const equal = isSame(copy, original, between);
      const same = (await sound) && equal;
      between.goOn();
      return {
        uid: uidOf(db),
        changeId: newest?.id ?? 0,
        changeAt: newest?.at ?? '',
        checksum: original.checksum,
        same,
      };
    } catch (error) {
      // Windows deletes no file that is still read.
      if (process.platform === 'win32') await sound.catch(() => undefined);
      throw error;
    }
  } finally {
    db.close();
  }
}

/** One file without a journal beside it, on the disk. */
function settle(copy: string): void {
  const db = new Database(copy);
  try {
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
  }
  flushFile(copy);
}

/** Every page and every link of the copy: on a thread of its own, or here where there is none. */
function startCheck(file: string, { beside }: Between): Promise<boolean> {
  const sound =
    beside === undefined
      ? Promise.resolve().then(() => soundJob({ file }))
      : beside('sound', { file }).catch((error: unknown) => {
          if (error instanceof ThreadError) return soundJob({ file });
          throw error;
        });
  // Where the comparison fails first, nobody waits for it.
  sound.catch(() => undefined);
  return sound;
}

interface Contents {
  readonly checksum: string;
  readonly counts: string;
}

function contentsOf(db: Database.Database, between: Between): Contents {
  const checksum = checksumOf(db, { history: true }, () => between.goOn());
  return { checksum, counts: JSON.stringify(countsOf(db)) };
}

/** Whether the copy, read from its file, holds just that. */
function isSame(copy: string, original: Contents, between: Between): boolean {
  const db = new Database(copy, { readonly: true });
  try {
    const found = contentsOf(db, between);
    return found.checksum === original.checksum && found.counts === original.counts;
  } catch (error) {
    if (/^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error))) return false;
    throw error;
  } finally {
    db.close();
  }
}

/** A ledger of an older version has none. */
function uidOf(db: Database.Database): string {
  const columns = db.pragma('table_info(ledger)') as { name: string }[];
  if (!columns.some(({ name }) => name === 'uid')) return '';
  return (db.prepare('SELECT uid FROM ledger').pluck().get() as string | undefined) ?? '';
}

/** Asked only when a copy was not: whether to blame the disk or the ledger. */
function soundHere(ledger: string): boolean {
  try {
    return soundJob({ file: ledger });
  } catch {
    return false;
  }
}

function digestOf(file: string): string {
  const hash = createHash('sha256');
  const bytes = Buffer.alloc(1 << 20);
  const handle = openSync(file, 'r');
  try {
    for (let length = readSync(handle, bytes); length > 0; length = readSync(handle, bytes))
      hash.update(bytes.subarray(0, length));
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex');
}

/** What was begun beside the target; the disk may be gone by now. */
function clear(part: string): void {
  try {
    if (existsSync(dirname(part))) removeLedgerFiles(part);
    rmSync(`${part}-journal`, { force: true });
  } catch {
    // The error that led here says more.
  }
}

const codeOf = (error: unknown) => (error as { code?: string } | null)?.code ?? '';

const isFull = (error: unknown) =>
  // SHMSIZE: no room for the file that SQLite keeps beside a copy while it is made one file.
  ['ENOSPC', 'EDQUOT', 'EFBIG', 'SQLITE_IOERR_SHMSIZE'].includes(codeOf(error)) ||
  codeOf(error).startsWith('SQLITE_FULL');

const unlike = (name: string) =>
  new OwnerError(
    'ledger',
    `${name} did not read back as it was written, so it was thrown away. Try another disk.`,
  );
const damaged = (ledger: string) =>
  new OwnerError(
    'ledger',
    `${basename(ledger)} itself is damaged, so no backup of it was kept. An older backup is untouched.`,
  );
const gone = (name: string) =>
  new OwnerError(
    'ledger',
    `The disk for ${name} does not answer. Is it still plugged in? An older backup is untouched.`,
  );
const notWritable = (name: string) =>
  new OwnerError('ledger', `${name} can’t be written there. Choose a folder or a stick you may write to.`);
const noRoomHere = (name: string) =>
  new OwnerError(
    'ledger',
    `There is no room on this computer’s own disk to seal ${name}. Make room, or back up without a passphrase.`,
  );

function worded(name: string, error: unknown): unknown {
  if (error instanceof OwnerError) return error;
  const code = codeOf(error);
  if (isFull(error))
    return new OwnerError(
      'ledger',
      `There is no room for ${name} there. Nothing of it was left; an older backup is untouched.`,
    );
  if (code === 'ENAMETOOLONG')
    return new OwnerError('ledger', 'That name is too long for the disk. Choose a shorter one.');
  if (
    ['EROFS', 'EACCES', 'EPERM', 'EISDIR', 'ENOTEMPTY'].includes(code) ||
    /^SQLITE_(READONLY|CANTOPEN)/.test(code)
  )
    return notWritable(name);
  // better-sqlite3 looks for the folder itself, and throws without a code.
  if (isAway(code) || code.startsWith('SQLITE_IOERR')) return gone(name);
  if (error instanceof TypeError && /directory does not exist/.test(error.message)) return gone(name);
  return ledgerError(name, error) ?? error;
}
