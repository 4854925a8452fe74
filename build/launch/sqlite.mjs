import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getPackages, hasProgram } from './debian.mjs';
import { cache, inPackage, root } from './places.mjs';
import { runQuietly } from './run.mjs';
import { say, Trouble } from './say.mjs';
import { makeWhole } from './whole.mjs';

const library = 'better_sqlite3.node';
const finaliseLater = fileURLToPath(new URL('finalise-later.h', import.meta.url));
const builtFolder = inPackage('better-sqlite3', 'build');

/** Raised when the way of building changes, so that what was built before is built anew. */
const recipe = 2;

/** The first Electron whose Node-API is 10, as the binaries inside better-sqlite3 need it. */
const firstWithNodeApi10 = 35;

/**
 * Where Electron is too old for the binaries that better-sqlite3 brings, builds one from its sources (its
 * own loader prefers that). It runs in Node and in any Electron alike.
 */
export async function fitSqlite(electron) {
  if (process.platform !== 'linux' || Number.parseInt(electron.version, 10) >= firstWithNodeApi10) return;
  const { version } = JSON.parse(readFileSync(inPackage('better-sqlite3', 'package.json'), 'utf8'));
  const kept = join(cache, `better-sqlite3-${version}-${process.arch}-${recipe}`);
  if (!existsSync(kept)) {
    if (!hasProgram('gcc') || !hasProgram('g++')) {
      await getPackages(['gcc', 'g++', 'libc6-dev'], 'building SQLite for this Electron');
    }
    say(`building better-sqlite3 ${version} for this Electron (40 seconds or so, the first time only)`);
    await makeWhole(kept, compile);
  }
  putInPlace(join(kept, library));
}

/** Back to the binaries that better-sqlite3 brings, as a release should carry them. */
export const restoreBroughtSqlite = () => rmSync(builtFolder, { recursive: true, force: true });

async function compile(folder) {
  const source = inPackage('better-sqlite3', 'deps', 'sqlite3');
  const object = join(folder, 'sqlite3.o');
  const addon = join(folder, 'addon.o');
  const addonSource = inPackage('better-sqlite3', 'src', 'better_sqlite3.cpp');
  const sqliteFlags = ['-std=c99', '-w', '-O2', '-fPIC', ...sqliteDefines()];
  await Promise.all([
    build('gcc', [...sqliteFlags, '-c', join(source, 'sqlite3.c'), '-o', object]),
    build('g++', [...addonFlags(), '-c', addonSource, '-o', addon]),
  ]);
  const link = ['-shared', addon, object, '-ldl', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL'];
  await build('g++', [...link, '-o', join(folder, library)]);
  rmSync(object);
  rmSync(addon);
}

function sqliteDefines() {
  const text = readFileSync(inPackage('better-sqlite3', 'deps', 'defines.gypi'), 'utf8');
  const list = /'defines':\s*\[([^\]]*)\]/.exec(text)?.[1];
  if (!list)
    throw new Trouble('better-sqlite3 has its SQLite options in another place: see deps/defines.gypi.');
  return [...list.matchAll(/'([^']+)'/g)].map(([, define]) => `-D${define}`);
}

function addonFlags() {
  const defines = [
    'BUILDING_NODE_EXTENSION',
    // "Experimental": Node-API 9 has what 10 made official, but only for add-ons that say so.
    'NAPI_VERSION=2147483647',
    'NAPI_DISABLE_CPP_EXCEPTIONS',
    'NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
  ];
  const includes = [
    inPackage('better-sqlite3', 'deps', 'sqlite3'),
    inPackage('node-api-headers', 'include'),
    inPackage('node-addon-api'),
  ];
  return [
    ...['-std=c++20', '-w', '-O2', '-fPIC', '-fvisibility=hidden'],
    ...defines.map((define) => `-D${define}`),
    ...['-include', finaliseLater],
    ...includes.map((folder) => `-I${folder}`),
  ];
}

async function build(compiler, args) {
  const { code, output } = await runQuietly(compiler, args, { cwd: root });
  if (code !== 0) throw new Trouble(`${compiler} could not build better-sqlite3:\n${output.trim()}`);
}

function putInPlace(file) {
  const folder = join(builtFolder, 'Release');
  const target = join(folder, library);
  if (existsSync(target) && readFileSync(target).equals(readFileSync(file))) return;
  mkdirSync(folder, { recursive: true });
  // Renamed into place: a program that runs on the old file keeps it.
  const beside = `${target}.${process.pid}`;
  copyFileSync(file, beside);
  renameSync(beside, target);
}
