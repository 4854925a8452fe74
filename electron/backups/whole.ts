/*
 * A mark at the end of a backup that is not sealed: what a byte gone wrong did to it, also in the middle of a client's
 * words, where SQLite's own check sees nothing.
 *
 *   the ledger's pages | “EVHDWHOL” | version, 4 bytes | length of the pages, 8 bytes | their SHA-256, 32 bytes
 *
 * SQLite goes by the number of pages in its header and never reads the mark. A backup that was opened and used as a
 * ledger since has changed by right: it then is in WAL mode, which no backup is when it is made, and its mark says
 * nothing any more.
 */
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import { OwnerError } from '../../shared/result.ts';
import type { Between } from '../ledger/jobs/job.ts';

const MAGIC = Buffer.from('EVHDWHOL', 'latin1');
const VERSION = 1;
const MARK = MAGIC.length + 4 + 8 + 32;
const AT_ONCE = 1 << 20;

/** Puts the mark at the end of a file that has none, and flushes it. */
export function markWhole(file: string, between: Between): void {
  const handle = openSync(file, 'r+');
  try {
    const { size } = fstatSync(handle);
    const mark = Buffer.alloc(MARK);
    MAGIC.copy(mark);
    mark.writeUInt32BE(VERSION, 8);
    mark.writeBigUInt64BE(BigInt(size), 12);
    digestOf(handle, size, between).copy(mark, 20);
    for (let done = 0; done < MARK; ) done += writeSync(handle, mark, done, MARK - done, size + done);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Takes the mark off a copy of a backup and holds it against what stands before it. Throws OwnerError('ledger') when
 * the two differ. A file without a mark is left as it is: one made by an older version, or a ledger in use.
 */
export function takeMarkOff(file: string, between: Between): void {
  const handle = openSync(file, 'r+');
  try {
    const { size } = fstatSync(handle);
    const length = size - MARK;
    if (length < 100) return;
    const mark = Buffer.alloc(MARK);
    readSync(handle, mark, 0, MARK, length);
    if (!mark.subarray(0, 8).equals(MAGIC)) return;
    const journal = Buffer.alloc(2);
    readSync(handle, journal, 0, 2, 18);
    const used = journal[0] === 2 && journal[1] === 2;
    if (!used && !isAsMarked(handle, mark, length, between))
      throw new OwnerError(
        'ledger',
        `${basename(file)} is no longer as it was written: something in it was altered. Choose another backup.`,
      );
    ftruncateSync(handle, length);
  } finally {
    closeSync(handle);
  }
}

function isAsMarked(handle: number, mark: Buffer, length: number, between: Between): boolean {
  return (
    mark.readUInt32BE(8) === VERSION &&
    mark.readBigUInt64BE(12) === BigInt(length) &&
    digestOf(handle, length, between).equals(mark.subarray(20))
  );
}

function digestOf(handle: number, length: number, between: Between): Buffer {
  const hash = createHash('sha256');
  const bytes = Buffer.alloc(AT_ONCE);
  for (let at = 0; at < length; ) {
    between.goOn();
    const read = readSync(handle, bytes, 0, Math.min(AT_ONCE, length - at), at);
    if (read === 0) break;
    hash.update(bytes.subarray(0, read));
    at += read;
  }
  return hash.digest();
}
