import { existsSync, readFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { cache, modules, root } from './places.mjs';
import { say, Trouble } from './say.mjs';

/** Installs the packages of package-lock.json where they are missing or are not the ones it names. */
export async function installPackages() {
  if (installedAsLocked()) return;
  say('installing the packages (a minute or so)');
  await emptyModules();
  // Not `npm ci`: it refuses a lock without the binaries for other systems, which npm leaves out where a
  // registry lacks them, and it would throw away what is kept in node_modules/.cache.
  // Without scripts: none of ours has one that matters, but npm would have node-gyp look at better-sqlite3,
  // which brings its binaries, and that takes a Python and Node's headers from the internet.
  await npm(['install', '--no-save', '--ignore-scripts'], { cwd: root });
  if (!installedAsLocked()) {
    throw new Trouble('package.json and package-lock.json do not agree. Please type: npm install');
  }
}

/** All but our cache: npm takes the half of a package that an interrupted installation left for a whole one. */
async function emptyModules() {
  const names = existsSync(modules) ? await readdir(modules) : [];
  for (const name of names) {
    if (join(modules, name) !== cache) await rm(join(modules, name), { recursive: true, force: true });
  }
}

/**
 * Whether node_modules holds what the lock names. npm writes node_modules/.package-lock.json when it has
 * finished, so an interrupted installation has none, or an old one.
 */
function installedAsLocked() {
  const locked = packagesIn(join(root, 'package-lock.json'));
  const installed = packagesIn(join(modules, '.package-lock.json'));
  if (!locked || !installed) return false;
  const paths = new Set([...Object.keys(locked), ...Object.keys(installed)]);
  paths.delete('');
  return [...paths].every((path) => {
    const [wanted, found] = [locked[path], installed[path]];
    // What is optional is a binary for one system: only this system's is installed, not every one is locked.
    return wanted && found ? wanted.version === found.version : (wanted ?? found).optional === true;
  });
}

function packagesIn(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
