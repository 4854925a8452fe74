// npm run package [-- electron-builder's arguments]: the app as owners get it, into dist/.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from './build-app.mjs';
import { inPackage, root } from './places.mjs';
import { runVisibly } from './run.mjs';
import { runMain, say } from './say.mjs';
import { setUp } from './set-up.mjs';
import { restoreBroughtSqlite } from './sqlite.mjs';

const builder = [
  inPackage('electron-builder', 'cli.js'),
  '--config',
  'electron-builder.yml',
  '--publish',
  'never',
];

await runMain(async () => {
  const { node, electron } = await setUp();
  if (!(await buildApp(node))) return 1;
  const typed = process.argv.slice(2);
  if (electron.kind === 'own') {
    restoreBroughtSqlite();
    return runVisibly(node, [...builder, ...typed], { cwd: root });
  }
  say('this is not the Electron that owners get: a folder for trying out, not a release');
  const ours = ['--dir', `-c.electronDist=${electron.folder}`, `-c.electronVersion=${electron.version}`];
  const code = await runVisibly(node, [...builder, ...ours, ...typed], { cwd: root });
  // Comes along with that Electron's folder; a packaged app has no use for it.
  rmSync(join(root, 'dist', 'linux-unpacked', 'resources', 'default_app.asar'), { force: true });
  return code;
});
