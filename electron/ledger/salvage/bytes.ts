import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { OwnerError } from '../../../shared/result.ts';
import { withJournal } from './wal.ts';

/** What is tried again in smaller parts where the disk can't read a large one: a sector of most disks. */
const SECTOR = 4096;
const AT_ONCE = 1 << 20;
/** More does not fit into memory at once. */
const MOST = 2 ** 31 - 1;

/** A damaged ledger's bytes as of its last whole commit, zeros where the disk can't read it. Only reads. */
export function damagedBytes(file: string, turn: (part: number) => void): Buffer {
  const bytes = readAll(file, turn);
  return existsSync(`${file}-wal`) ? withJournal(bytes, readAll(`${file}-wal`, turn)) : bytes;
}

function readAll(file: string, turn: (part: number) => void): Buffer {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch {
    throw new OwnerError(
      'ledger',
      `${basename(file)} can’t be opened any more. Is the disk still plugged in?`,
    );
  }
  try {
    const { size } = fstatSync(handle);
    if (size > MOST)
      throw new OwnerError('ledger', `${basename(file)} is too large to be read out. Restore a backup.`);
    const bytes = Buffer.alloc(size);
    for (let at = 0; at < size; at += AT_ONCE) {
      turn(at / size);
      const length = Math.min(AT_ONCE, size - at);
      if (readInto(handle, bytes, at, length)) continue;
      for (let part = at; part < at + length; part += SECTOR)
        readInto(handle, bytes, part, Math.min(SECTOR, at + length - part));
    }
    return bytes;
  } finally {
    closeSync(handle);
  }
}

/** Answers whether the disk gave all of it. */
function readInto(handle: number, bytes: Buffer, at: number, length: number): boolean {
  try {
    for (let done = 0; done < length; ) {
      const read = readSync(handle, bytes, at + done, length - done, at + done);
      if (read === 0) return false;
      done += read;
    }
    return true;
  } catch {
    return false;
  }
}
