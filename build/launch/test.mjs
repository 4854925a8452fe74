// npm test                    everything
// npm test -- unit [name]     unit and component tests (whose file's path has the name in it)
// npm test -- e2e [name]      the tests in the real Electron
// npm test -- faults [name]   a few kills, full disks and flipped bytes (npm run faults: all of them)
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from './build-app.mjs';
import {
  add,
  countsIn,
  exitCode,
  faultsIn,
  none,
  oneFailed,
  onePassed,
  skippedIn,
  summary,
} from './counts.mjs';
import { openDisplay } from './display.mjs';
import { runFaults } from './faults.mjs';
import { getPdfTools } from './pdf-tools.mjs';
import { inPackage, out, root } from './places.mjs';
import { runVisibly } from './run.mjs';
import { runMain, Trouble } from './say.mjs';
import { setUp, setUpTools } from './set-up.mjs';

const [part = 'all', ...names] = process.argv.slice(2);
const parts = { all: everything, unit: unitTests, e2e: endToEndTests, faults: faultTests };
let counts = none;

await runMain(async () => {
  try {
    const run = parts[part];
    if (!run) throw new Trouble(`npm test -- ${part}: there is ${Object.keys(parts).join(', ')}.`);
    await run();
  } catch (error) {
    console.error(error instanceof Trouble ? `evenhand: ${error.message}` : error);
    counts = add(counts, oneFailed);
  }
  console.log(`\n${summary(counts)}`);
  return exitCode(counts);
});

async function everything() {
  const { node } = await setUpTools();
  await check('Types', node, inPackage('typescript', 'bin', 'tsc'), '--noEmit');
  await check('Lint', node, inPackage('@biomejs/biome', 'bin', 'biome'), 'check', '--error-on-warnings', '.');
  await unitTests();
  await endToEndTests();
  await faultTests();
}

async function unitTests() {
  const { node } = await setUpTools();
  await vitest(node, 'unit', ['unit', 'component']);
}

async function endToEndTests() {
  const { node, electron } = await setUp();
  title('Build');
  if (!(await buildApp(node))) {
    counts = add(counts, { ...none, failed: 2 });
    console.log('End-to-end tests: not run, as there is no app to run them on');
    return;
  }
  counts = add(counts, onePassed);
  await getPdfTools();
  const display = await openDisplay();
  try {
    await vitest(node, 'e2e', ['e2e'], { ...display.env, EVENHAND_ELECTRON: electron.executable });
  } finally {
    display.close();
  }
}

async function faultTests() {
  const { node, electron, flags } = await setUp();
  title('Faults: kills, full disks, flipped bytes');
  // An app that can't be built was counted before; all but one kind of fault does without it.
  const executable = (await buildApp(node)) ? electron.executable : '';
  const report = join(out, 'faults.json');
  rmSync(report, { force: true });
  const display = await openDisplay();
  try {
    const args = ['--small', ...names];
    const code = await runFaults({ node, electron: { executable }, flags, display, args });
    counts = add(counts, faultsIn(report, code));
  } finally {
    display.close();
  }
}

async function check(name, node, ...command) {
  title(name);
  const code = await runVisibly(node, command, { cwd: root });
  console.log(code === 0 ? `${name}: good` : `${name}: failed`);
  counts = add(counts, code === 0 ? onePassed : oneFailed);
}

async function vitest(node, name, projects, display = {}) {
  title(`Tests: ${projects.join(', ')}`);
  const report = join(out, 'tests', `${name}.json`);
  mkdirSync(join(out, 'tests'), { recursive: true });
  rmSync(report, { force: true });
  const chosen = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = [
    'run',
    '--config',
    'build/vitest.config.ts',
    '--passWithNoTests',
    ...chosen,
    ...reporters,
    ...names,
  ];
  // Into a file or a log without colour codes; set for a terminal, they would only be noise there.
  const env = process.stdout.isTTY ? display : { ...display, NO_COLOR: '1' };
  const code = await runVisibly(node, [inPackage('vitest', 'vitest.mjs'), ...args], { cwd: root, env });
  for (const test of skippedIn(report)) console.log(`skipped: ${test}`);
  counts = add(counts, countsIn(report, code));
}

function title(text) {
  console.log(`\n== ${text}`);
}
