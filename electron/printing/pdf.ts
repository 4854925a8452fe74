import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { OwnerError } from '../../shared/result.ts';

/**
 * Puts a whole file where the owner chose: written beside the place, on disk, then renamed. Until then whatever lay there
 * lies there still; on failure nothing new stays behind. Throws OwnerErrors that say what to do.
 */
export async function writeWhole(target: string, bytes: Uint8Array, stop?: AbortSignal): Promise<void> {
  // Not made of the target's name, which may be as long as a name can be.
  const part = join(dirname(target), `.evenhand-${randomUUID()}.part`);
  try {
    const file = await open(part, 'wx');
    try {
      await file.writeFile(bytes, stop === undefined ? {} : { signal: stop });
      await file.sync();
    } finally {
      await file.close();
    }
    stop?.throwIfAborted();
    await rename(part, target);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    stop?.throwIfAborted();
    throw inOwnersWords(target, error);
  }
}

function inOwnersWords(target: string, error: unknown): unknown {
  const name = basename(target);
  const refuse = (why: string) => new OwnerError('conflict', `${name} was not saved: ${why}`);
  switch ((error as { code?: unknown }).code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return refuse('the disk is full. Make room or choose another place.');
    case 'EROFS':
      return refuse('the disk can only be read. Choose another place.');
    case 'EACCES':
    case 'EPERM':
      return refuse('nothing may be written there. Choose another folder, or close the file if it is open.');
    case 'EBUSY':
    case 'ETXTBSY':
      return refuse('the file is open in another program. Close it there, or choose another name.');
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENODEV':
    case 'ENXIO':
      return refuse('the folder is no longer there. Is the disk or stick plugged in?');
    case 'EISDIR':
    case 'ENOTEMPTY':
    case 'EEXIST':
      return refuse('a folder of that name is there already. Choose another name.');
    case 'ENAMETOOLONG':
      return refuse('its name is too long. Choose a shorter one.');
    case 'EIO':
    case 'ETIMEDOUT':
      return refuse('the disk gave an error. Choose another place.');
    default:
      return error;
  }
}
