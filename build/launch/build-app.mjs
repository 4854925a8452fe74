import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inPackage, out, root } from './places.mjs';
import { runQuietly } from './run.mjs';
import { say } from './say.mjs';

const sources = ['electron', 'shared', 'renderer', 'build/electron.vite.config.ts'];
const settings = ['package.json', 'package-lock.json', 'tsconfig.json'];
const stamp = join(out, '.built-from');
const config = 'build/electron.vite.config.ts';

/** Builds the app into out/ unless it stands there built from these very sources. Answers whether it stands. */
export async function buildApp(node) {
  const print = fingerprint();
  if (isBuiltFrom(print)) return true;
  say('building the app');
  rmSync(stamp, { force: true });
  const tool = inPackage('electron-vite', 'bin', 'electron-vite.js');
  const { code, output } = await runQuietly(node, [tool, 'build', '--config', config], { cwd: root });
  if (code !== 0) {
    console.error(output.trim());
    say('the app could not be built');
    return false;
  }
  mkdirSync(out, { recursive: true });
  writeFileSync(stamp, print);
  return true;
}

function isBuiltFrom(print) {
  return (
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === print &&
    existsSync(join(out, 'main', 'main.js')) &&
    existsSync(join(out, 'renderer', 'index.html'))
  );
}

/** Changes when any source file is changed, added or taken away. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const path of [...settings, ...sources].flatMap(filesOf)) {
    const { size, mtimeMs } = statSync(join(root, path));
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function filesOf(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesOf(`${path}/${name}`));
}
