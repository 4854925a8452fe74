// npm run bench: builds the app and runs test/bench/run.ts, bundled, on the Node and the Electron of the tests.
import { join } from 'node:path';
import { buildApp } from './build-app.mjs';
import { openDisplay } from './display.mjs';
import { inPackage, out, root } from './places.mjs';
import { runQuietly, runVisibly } from './run.mjs';
import { runMain, Trouble } from './say.mjs';
import { setUp } from './set-up.mjs';

await runMain(async () => {
  const { node, electron, flags } = await setUp();
  if (!(await buildApp(node))) return 1;
  await bundle(node);
  const display = await openDisplay();
  const env = {
    ...display.env,
    EVENHAND_ELECTRON: electron.executable,
    EVENHAND_ELECTRON_FLAGS: flags.join(' '),
  };
  try {
    return await runVisibly(node, [join(out, 'bench', 'run.js'), ...process.argv.slice(2)], {
      cwd: root,
      env,
    });
  } finally {
    display.close();
  }
});

/** Bundled rather than run as it is: the rooms import .sql files, which Node alone can't. */
async function bundle(node) {
  const args = [inPackage('vite', 'bin', 'vite.js'), 'build', '--config', 'build/bench.vite.config.ts'];
  const { code, output } = await runQuietly(node, args, { cwd: root });
  if (code !== 0) throw new Trouble(`the bench could not be built:\n${output.trim()}`);
}
