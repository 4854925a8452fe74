import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { cache, inPackage, root } from './places.mjs';
import {
  hasRegistryRuntime,
  makeRegistryRuntime,
  registryRuntime,
  runtimeVersion,
} from './registry-runtime.mjs';
import { runQuietly } from './run.mjs';
import { say, Trouble } from './say.mjs';

const failureNote = join(cache, 'electron-download-failed.json');
const day = 24 * 60 * 60 * 1000;

/**
 * The Electron to run: `{ executable, folder, version, kind }`, where kind is
 * - `override`: the folder that ELECTRON_OVERRIDE_DIST_PATH names,
 * - `own`: the one that the electron package downloads, what owners get,
 * - `registry`: an older one from the npm registry, where the download site can't be reached.
 */
export async function findElectron(node) {
  const found =
    (await presentElectron()) ?? (await downloadedElectron(node)) ?? (await registryElectron(node));
  say(`Electron ${found.version} from ${relative(root, found.folder) || '.'} (${kinds[found.kind]})`);
  return found;
}

const kinds = {
  override: 'named by ELECTRON_OVERRIDE_DIST_PATH',
  own: 'its own download',
  registry: 'from the npm registry, as its own download could not be reached',
};

/** The Electron that is on this machine already, or undefined. Fetches nothing. */
export function presentElectron() {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (named) {
    const executable = join(named, executableName());
    if (!existsSync(executable)) throw new Trouble(`ELECTRON_OVERRIDE_DIST_PATH: there is no ${executable}.`);
    return describe(executable, named, 'override');
  }
  const folder = inPackage('electron', 'dist');
  try {
    const executable = join(folder, readFileSync(inPackage('electron', 'path.txt'), 'utf8').trim());
    if (existsSync(executable)) return describe(executable, folder, 'own');
  } catch {
    // Without path.txt nothing was downloaded, or not to its end.
  }
  if (hasRegistryRuntime() && failedLately()) {
    return describe(join(registryRuntime, 'electron'), registryRuntime, 'registry');
  }
  return undefined;
}

async function downloadedElectron(node) {
  if (failedLately()) return undefined;
  const reachable = await isDownloadReachable();
  if (reachable) say(`downloading Electron ${wantedVersion()} (about 110 MB)`);
  // Not reachable: electron may still have its zip in its own cache, which takes it a second or two.
  const limit = reachable ? 15 * 60 * 1000 : 3000;
  const { code, output } = await runQuietly(node, [inPackage('electron', 'install.js')], {
    cwd: root,
    limit,
  });
  const found = code === 0 ? presentElectron() : undefined;
  if (!found) noteFailure(output);
  return found;
}

/** Whether Electron's release site answers within seconds, so that we neither wait long nor give up early. */
async function isDownloadReachable() {
  const mirror = process.env.npm_config_electron_mirror ?? process.env.ELECTRON_MIRROR;
  const site = mirror ?? 'https://github.com/electron/electron/releases/download/';
  const address = `${site.replace(/\/?$/, '/')}v${wantedVersion()}/SHASUMS256.txt`;
  try {
    const answer = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(4000) });
    return answer.ok || mirror !== undefined;
  } catch {
    return false;
  }
}

async function registryElectron(node) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Trouble(`Electron ${wantedVersion()} could not be downloaded, and this system has no other source.
  Connect to the internet and start again, or unpack a release of Electron ${wantedVersion()} for
  ${process.platform}-${process.arch} into a folder and name that folder in ELECTRON_OVERRIDE_DIST_PATH.`);
  }
  await makeRegistryRuntime(node);
  return describe(join(registryRuntime, 'electron'), registryRuntime, 'registry');
}

function describe(executable, folder, kind) {
  return { executable, folder, version: versionIn(folder, kind), kind };
}

function versionIn(folder, kind) {
  if (kind === 'registry') return runtimeVersion;
  try {
    return readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    return wantedVersion();
  }
}

function wantedVersion() {
  return JSON.parse(readFileSync(inPackage('electron', 'package.json'), 'utf8')).version;
}

function executableName() {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

/** A site that could not be reached is not asked again for a day. */
function failedLately() {
  try {
    const note = JSON.parse(readFileSync(failureNote, 'utf8'));
    return note.version === wantedVersion() && Date.now() - note.at < day;
  } catch {
    return false;
  }
}

function noteFailure(reason) {
  mkdirSync(dirname(failureNote), { recursive: true });
  const note = { version: wantedVersion(), at: Date.now(), reason: reason.trim().slice(0, 500) };
  writeFileSync(failureNote, `${JSON.stringify(note, null, 2)}\n`);
}
