import { spawn } from 'node:child_process';
import { getPackages, hasProgram } from './debian.mjs';
import { runQuietly } from './run.mjs';
import { Trouble } from './say.mjs';

const libraryPackages = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'];
const screen = '1920x1080x24';

/** Sees to it that the system has the libraries that Electron's program is linked with. */
export async function fitLibraries(executable) {
  if (process.platform !== 'linux') return;
  if ((await missingLibraries(executable)).length === 0) return;
  await getPackages(libraryPackages, 'Electron');
  const missing = await missingLibraries(executable);
  if (missing.length > 0)
    throw new Trouble(`Electron needs libraries this system lacks: ${missing.join(', ')}.`);
}

async function missingLibraries(executable) {
  const { output } = await runQuietly('ldd', [executable]);
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name);
}

/**
 * A screen for windows: the one there is, or a virtual one.
 * Answers `{ virtual, env, close() }`; what is run on it needs `env`.
 */
export async function openDisplay() {
  const there = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (there) return { virtual: false, env: {}, close: () => {} };
  if (!hasProgram('Xvfb')) await getPackages(['xvfb', 'xauth'], 'a virtual screen');
  return startVirtualDisplay();
}

async function startVirtualDisplay() {
  // Not xvfb-run: that keeps signals from reaching Electron. The shell ends the screen when our end of its
  // input closes, however we end; a process group of its own keeps Ctrl+C for Electron, which must end first.
  const script = 'Xvfb "$@" 3>&3 & screen=$!; read -r _; kill $screen; wait';
  const options = ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp'];
  const child = spawn('sh', ['-c', script, 'sh', ...options], {
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const number = await displayNumber(child);
  // Neither its end nor its words are waited for.
  for (const part of [child, ...child.stdio]) part?.unref();
  return { virtual: true, env: { DISPLAY: `:${number}` }, close: () => child.stdin.end() };
}

function displayNumber(child) {
  return new Promise((resolve, reject) => {
    let complaint = '';
    child.stderr.on('data', (chunk) => {
      complaint += chunk;
    });
    const fail = () => reject(new Trouble(`The virtual screen (Xvfb) did not start.\n${complaint.trim()}`));
    const timer = setTimeout(fail, 20_000);
    child.on('error', fail);
    child.on('exit', fail);
    child.stdio[3].once('data', (chunk) => {
      clearTimeout(timer);
      resolve(String(chunk).trim());
    });
  });
}
