import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Puts a small disk of its own at `folder`; false where the system does not let us. */
export function mount(folder: string, megabytes: number): boolean {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Takes it away at once, as a stick that is pulled out: who has files open on it still may. */
export function unmount(folder: string): void {
  try {
    execFileSync('umount', ['-l', folder], { stdio: 'ignore' });
  } catch {
    // It is gone already.
  }
}

/** Runs `work` on a small disk; null where there can be none. */
export async function onSmallDisk<Answer>(
  folder: string,
  megabytes: number,
  work: (disk: string) => Promise<Answer>,
): Promise<Answer | null> {
  if (!mount(folder, megabytes)) return null;
  try {
    return await work(folder);
  } finally {
    unmount(folder);
  }
}

/** Fills the disk but for `free` bytes, with one file. */
export function fill(disk: string, free: number): void {
  makeRoom(disk);
  const { bavail, bsize } = statfsSync(disk);
  try {
    writeFileSync(join(disk, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - free)));
  } catch {
    // A block less than it said: full all the same.
  }
}

export const makeRoom = (disk: string): void => rmSync(join(disk, 'filler'), { force: true });
