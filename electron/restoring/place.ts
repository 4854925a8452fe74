import { createHash } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import { OwnerError } from '../../shared/result.ts';
import type { Between } from '../ledger/jobs/job.ts';
import { isAway } from '../ledger/on-disk.ts';

const AT_ONCE = 1 << 20;

/**
 * Copies a file to `to`, whatever lay there, flushes it and reads it back: byte for byte the same, or an OwnerError and
 * nothing at `to`. Readable by this user only.
 */
export function placeCopy(from: string, to: string, between: Between): void {
  const bytes = Buffer.alloc(AT_ONCE);
  rmSync(to, { force: true });
  try {
    const written = copyBytes(from, to, bytes, between);
    if (digestOf(to, bytes, between) !== written)
      throw new OwnerError('ledger', 'The disk did not keep what was written to it. Nothing was changed.');
  } catch (error) {
    rmSync(to, { force: true });
    throw worded(from, error);
  }
}

function copyBytes(from: string, to: string, bytes: Buffer, between: Between): string {
  const hash = createHash('sha256');
  const source = openSync(from, 'r');
  try {
    const target = openSync(to, 'wx', 0o600);
    try {
      const { size } = fstatSync(source);
      for (let at = 0; ; ) {
        between.goOn();
        between.tell('Copying', size === 0 ? null : Math.min(1, at / size));
        const read = readSync(source, bytes, 0, AT_ONCE, at);
        if (read === 0) break;
        hash.update(bytes.subarray(0, read));
        for (let done = 0; done < read; ) done += writeSync(target, bytes, done, read - done);
        at += read;
      }
      fsyncSync(target);
    } finally {
      closeSync(target);
    }
  } finally {
    closeSync(source);
  }
  return hash.digest('hex');
}

function digestOf(file: string, bytes: Buffer, between: Between): string {
  const hash = createHash('sha256');
  const handle = openSync(file, 'r');
  try {
    for (let at = 0; ; ) {
      between.goOn();
      const read = readSync(handle, bytes, 0, AT_ONCE, at);
      if (read === 0) return hash.digest('hex');
      hash.update(bytes.subarray(0, read));
      at += read;
    }
  } finally {
    closeSync(handle);
  }
}

/** The disk's own errors, in words an owner can act on. */
function worded(from: string, error: unknown): unknown {
  if (error instanceof OwnerError) return error;
  const code = (error as { code?: string } | null)?.code ?? '';
  const name = basename(from);
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code))
    return new OwnerError(
      'ledger',
      `There is no room on this laptop’s disk for ${name}. Nothing was changed.`,
    );
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new OwnerError(
      'ledger',
      `${name} can’t be read or copied: you may not open it, or not write here.`,
    );
  if (isAway(code) || code === 'EBUSY')
    return new OwnerError('ledger', `${name} can’t be read to its end. Is the disk still plugged in?`);
  return error;
}
