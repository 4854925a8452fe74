import { statSync } from 'node:fs';
import { join } from 'node:path';
import { hasProgram, isRoot } from './debian.mjs';
import { runQuietly } from './run.mjs';
import { Trouble } from './say.mjs';

const setUidBit = 0o4000;

/**
 * The flags Chromium's sandbox takes here: as root, in a container, it refuses to start, so it is left out
 * then; for anyone else it stays, and where the system forbids it we say what to type.
 */
export async function sandboxFlags(electron) {
  if (isRoot) return ['--no-sandbox'];
  if (process.platform === 'linux' && !hasSetUidHelper(electron.folder) && !(await hasUserNamespaces())) {
    const helper = join(electron.folder, 'chrome-sandbox');
    throw new Trouble(`This system keeps Electron from locking in its own window. Please type once:
  sudo chown root:root ${helper} && sudo chmod 4755 ${helper}`);
  }
  return [];
}

function hasSetUidHelper(folder) {
  try {
    const { uid, mode } = statSync(join(folder, 'chrome-sandbox'));
    return uid === 0 && (mode & setUidBit) !== 0;
  } catch {
    return false;
  }
}

async function hasUserNamespaces() {
  if (!hasProgram('unshare')) return true;
  return (await runQuietly('unshare', ['--user', '--map-root-user', 'true'])).code === 0;
}
