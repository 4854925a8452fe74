import { existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import Database from 'better-sqlite3';
import { JsonFault } from '../../../shared/exports/json-fault.ts';
import { JsonScanner } from '../../../shared/exports/json-scan.ts';
import { OwnerError } from '../../../shared/result.ts';
import { textOf } from '../../taking/pieces.ts';
import { flushFile } from '../on-disk.ts';
import { ledgerError, removeLedgerFiles } from '../open.ts';
import { TakeIn } from '../taking/take-in.ts';
import type { Between } from './job.ts';

export interface TakeInInput {
  /** The JSON file. */
  readonly file: string;
  /** A waiting place for the new ledger, where nothing lies: the caller puts it among the others. */
  readonly target: string;
}

export interface TakenIn {
  /** Whose ledger it is. */
  readonly business: string;
  readonly rows: number;
}

/** A ledger of a million invoices is far smaller; a file that is larger would only fill the disk. */
export const LARGEST = 4_000_000_000;
/** Rows between two looks at whether to stop. */
const TURN = 500;

/**
 * Makes a new ledger of a JSON file that was exported: whole, sound and on disk when this returns. Of a file that is
 * refused nothing is left. Throws OwnerError that says what is wrong and where.
 */
export function takeInJob({ file, target }: TakeInInput, between: Between): TakenIn {
  if (existsSync(target)) throw new OwnerError('conflict', `${basename(target)} is there already.`);
  try {
    const { size } = mustBeFile(file);
    mkdirSync(dirname(target), { recursive: true });
    const taken = fill(file, target, size, between);
    flushFile(target);
    between.goOn();
    return taken;
  } catch (error) {
    try {
      removeLedgerFiles(target);
    } catch {
      // The error that led here says more.
    }
    throw worded(basename(file), error);
  }
}

function mustBeFile(file: string): { size: number } {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined || !found.isFile())
    throw new OwnerError('invalid', `${basename(file)} can’t be read. Is it still there?`);
  if (found.size > LARGEST)
    throw new OwnerError(
      'invalid',
      `${basename(file)} is larger than any ledger of ours. It was left alone.`,
    );
  return found;
}

function fill(file: string, target: string, size: number, between: Between): TakenIn {
  const db = new Database(target);
  try {
    db.pragma('journal_mode = MEMORY');
    // Nothing depends on this file before it is flushed and put in its place.
    db.pragma('synchronous = OFF');
    db.pragma('trusted_schema = OFF');
    let done = 0;
    let checking = false;
    const taken = new TakeIn(db, () => {
      done++;
      if (done % TURN !== 0) return;
      between.goOn();
      if (!checking)
        between.tell('Reading', taken.expected === 0 ? null : Math.min(1, done / taken.expected));
    });
    const scanner = new JsonScanner(taken);
    between.tell('Reading', size === 0 ? null : 0);
    for (const piece of textOf(file)) {
      between.goOn();
      scanner.feed(piece);
    }
    scanner.end();
    checking = true;
    between.tell('Checking it', null);
    const rows = taken.finish();
    const found = db.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok' || (db.pragma('foreign_key_check') as unknown[]).length > 0)
      throw new Error(`A ledger just made is not sound: ${String(found)}`);
    return { business: db.prepare('SELECT business FROM ledger').pluck().get() as string, rows };
  } finally {
    db.close();
  }
}

function worded(name: string, error: unknown): unknown {
  if (error instanceof JsonFault)
    return new OwnerError(
      'invalid',
      `${name} can’t be taken in: ${error.message}. Nothing of it was kept; export it again, or take another file.`,
    );
  if (error instanceof OwnerError) return error;
  const code = (error as { code?: string } | null)?.code ?? '';
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
    return new OwnerError('invalid', `${name} is no text in UTF-8, so it is no ledger that Evenhand wrote.`);
  if (['ENOENT', 'EIO', 'EACCES', 'EPERM'].includes(code))
    return new OwnerError(
      'invalid',
      `${name} can’t be read. Is the disk still plugged in, and may you open it?`,
    );
  return ledgerError(name, error) ?? error;
}
