import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** By whatever name: another folder's link to it, or one that differs in capitals on a disk that knows none. */
export function isSameFile(a: string, b: string): boolean {
  if (resolve(a) === resolve(b)) return true;
  const [one, other] = [a, b].map((file) => statSync(file, { bigint: true, throwIfNoEntry: false }));
  // Some disks number no files.
  if (one === undefined || other === undefined || one.ino === 0n) return false;
  return one.ino === other.ino && one.dev === other.dev;
}

export function flushFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A rename must reach the disk too; Windows knows no such flush and needs none. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Puts `part`, flushed already, in the place of `target` by one rename. What SQLite left beside the file that was there
 * would be read into the new one, so it is moved out of the way first: a crash in between must not leave the two
 * together. When the rename fails, everything is as it was.
 */
export function takePlace(part: string, target: string): void {
  const aside = (suffix: string) => `${part}${suffix}-old`;
  const moved: string[] = [];
  try {
    for (const suffix of ['-wal', '-shm', '-journal'].filter((end) => existsSync(target + end))) {
      renameSync(target + suffix, aside(suffix));
      moved.push(suffix);
    }
    renameSync(part, target);
  } catch (error) {
    for (const suffix of moved) renameSync(aside(suffix), target + suffix);
    throw error;
  }
  for (const suffix of moved) rmSync(aside(suffix), { force: true });
  flushFolder(dirname(target));
}
