// npm run faults [-- --small] [-- --seed N] [-- part of a kind's name …]: kills, full disks and flipped bytes.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildApp } from './build-app.mjs';
import { openDisplay } from './display.mjs';
import { inPackage, out, root } from './places.mjs';
import { runQuietly, runVisibly } from './run.mjs';
import { runMain, Trouble } from './say.mjs';
import { setUp } from './set-up.mjs';

/** Bundles the fault tests and runs them to their end; answers their exit code. */
export async function runFaults({ node, electron, flags, display, args }) {
  await bundle(node);
  const env = {
    ...display.env,
    EVENHAND_ELECTRON: electron.executable,
    EVENHAND_ELECTRON_FLAGS: flags.join(' '),
  };
  return runVisibly(node, [join(out, 'faults', 'run.js'), ...args], { cwd: root, env });
}

/** Bundled rather than run as it is: the rooms import .sql files, which Node alone can't. */
async function bundle(node) {
  const args = [inPackage('vite', 'bin', 'vite.js'), 'build', '--config', 'build/faults.vite.config.ts'];
  const { code, output } = await runQuietly(node, args, { cwd: root });
  if (code !== 0) throw new Trouble(`the fault tests could not be built:\n${output.trim()}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runMain(async () => {
    const { node, electron, flags } = await setUp();
    if (!(await buildApp(node))) return 1;
    const display = await openDisplay();
    try {
      return await runFaults({ node, electron, flags, display, args: process.argv.slice(2) });
    } finally {
      display.close();
    }
  });
}
