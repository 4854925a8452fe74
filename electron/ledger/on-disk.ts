import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';

/** By whatever name: another folder's link to it, or one that differs in capitals on a disk that knows none. */
export function isSameFile(a: string, b: string): boolean {
  if (resolve(a) === resolve(b)) return true;
  const [one, other] = [a, b].map((file) => statSync(file, { bigint: true, throwIfNoEntry: false }));
  // Some disks number no files.
  if (one === undefined || other === undefined || one.ino === 0n) return false;
  return one.ino === other.ino && one.dev === other.dev;
}

/** What a link leads to; of what is not there, the path itself. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

export function flushFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** What a disk says that was pulled, or a share whose computer went away. */
const away: ReadonlySet<string> = new Set([
  'ENOENT',
  'ENOTDIR',
  'EIO',
  'ENODEV',
  'ENXIO',
  'ENOTCONN',
  'ESTALE',
  'ETIMEDOUT',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EREMOTEIO',
]);
export const isAway = (code: string): boolean => away.has(code);

/** What shares and other disks say that know no flushing of a folder, or let nobody list it. */
const unflushable: ReadonlySet<string> = new Set([
  'EINVAL',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EISDIR',
  'EBADF',
  'EACCES',
  'EPERM',
]);

/** A rename must reach the disk too; Windows knows no such flush and needs none. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    // The rename was made: to say that it failed would be wrong.
    if (!unflushable.has((error as { code?: string }).code ?? '')) throw error;
  }
}

/**
 * Puts `part`, flushed already, in the place of `target` by one rename. What SQLite left beside the file that was there
 * would be read into the new one, so it is moved out of the way first: a crash in between must not leave the two
 * together. When the rename fails, everything is as it was. Answers where it lies.
 */
export function takePlace(part: string, target: string): string {
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
  return target;
}

/** `NAME.evenhand`, then `NAME (2).evenhand`, … */
export const numbered = (target: string, number: number): string =>
  number === 1 ? target : target.replace(/(\.evenhand)?$/i, ` (${number})$1`);

/**
 * Puts `part` where `target` says, or under the next number where that name is taken: also one that was taken a moment
 * ago, by another computer that keeps its backups in the same folder. Answers where it lies.
 */
export function takeFreePlace(part: string, target: string): string {
  for (let number = 1; ; number++) {
    const name = numbered(target, number);
    // A journal of a file that is gone would be read into this one.
    if (['', '-wal', '-shm', '-journal'].some((suffix) => existsSync(name + suffix))) continue;
    try {
      // Unlike a rename, a second name never takes the place of what is there.
      linkSync(part, name);
      rmSync(part);
    } catch (error) {
      const { code = '' } = error as { code?: string };
      if (code === 'EEXIST') continue;
      // Sticks know no second names.
      if (existsSync(part) && !existsSync(name)) renameSync(part, name);
      else throw error;
    }
    flushFolder(dirname(name));
    return name;
  }
}
