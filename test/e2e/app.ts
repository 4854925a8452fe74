import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, onTestFinished } from 'vitest';
import { presentElectron } from '../../build/launch/electron.mjs';
import type { Day } from '../../shared/dates.ts';

/** The project's folder. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** How the app's dialogs are answered; without an answer they are dismissed, as by Escape. */
export interface DialogAnswers {
  /** Files picked where one is asked for. */
  readonly open?: readonly string[];
  /** The file picked where something is to be saved. */
  readonly save?: string;
  /** The button pressed in a message, by its label. */
  readonly message?: string;
  /** The file that gets what would be printed; 'fail': there is no printer. */
  readonly print?: string;
}

/** A dialog that the app showed. */
export interface ShownDialog {
  readonly kind: 'open' | 'save' | 'message' | 'error' | 'print';
  readonly title?: string;
  /** The place and name suggested. */
  readonly defaultPath?: string;
  readonly message?: string;
  readonly detail?: string;
  readonly buttons?: readonly string[];
  /** How something was to be printed. */
  readonly options?: Readonly<Record<string, unknown>>;
}

export interface OpenOptions {
  readonly ledger?: string;
  readonly sample?: boolean;
  /** Further arguments, as typed after `npm start --`. */
  readonly args?: readonly string[];
  /** The window's inside, in pixels; 1280 × 800 unless told. */
  readonly size?: { readonly width: number; readonly height: number };
  readonly colourScheme?: 'light' | 'dark';
  /** Where the app keeps its settings; a new temporary folder unless told. */
  readonly userData?: string;
  /** The day the app takes for today. */
  readonly today?: Day;
  readonly locale?: string;
  readonly dialogs?: DialogAnswers;
  /** Errors that the test provokes on purpose; any other error in the window fails the test. */
  readonly expectedErrors?: readonly RegExp[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface OpenApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** Saves a picture of the window as out/screenshots/NAME.png and answers its path. */
  screenshot(name: string): Promise<string>;
  /** Replaces the answers that dialogs get from now on. */
  answerDialogs(answers: DialogAnswers): Promise<void>;
  /** The dialogs shown so far. */
  shownDialogs(): Promise<readonly ShownDialog[]>;
  /** Ends the app as the owner does, by closing its window; throws if the window had errors. */
  close(): Promise<void>;
  /** Ends the app as a power cut does. */
  crash(): Promise<void>;
}

/** What dialogs.cjs leaves in the main process. */
type StubbedGlobal = typeof globalThis & {
  evenhandTestDialogs: { answers: DialogAnswers; readonly shown: readonly ShownDialog[] };
};

/** Opens the built app in the real Electron and waits for its first window. */
export async function openApp(options: OpenOptions = {}): Promise<OpenApp> {
  const userData = options.userData ?? temporaryFolder('user-data');
  const app = await _electron.launch({
    executablePath: electronExecutable(),
    args: argumentsFor(options),
    env: environmentFor(options, userData),
    cwd: projectRoot,
    timeout: 30_000,
  });
  askAgainWhenForgotten(app);
  const child = app.process();
  killWhenTestEnds(child);
  const errors = collectErrors(app, options.expectedErrors ?? []);
  const page = await app.firstWindow();
  // While the main process still loads its own code, what is evaluated in it gets lost now and then.
  await page.waitForFunction(() => document.documentElement.dataset.painted === 'true');
  await page.emulateMedia({ colorScheme: options.colourScheme ?? 'light' });
  await resize(app, page, options.size ?? { width: 1280, height: 800 });
  // The connection goes before the process, which holds on to its folder to the last: another start would be sent away.
  const gone = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
  return {
    app,
    page,
    userData,
    async screenshot(name) {
      const path = join(projectRoot, 'out', 'screenshots', `${name}.png`);
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
      return path;
    },
    answerDialogs: (answers) =>
      app.evaluate((_electronModules, given) => {
        (globalThis as StubbedGlobal).evenhandTestDialogs.answers = given;
      }, answers),
    shownDialogs: () => app.evaluate(() => (globalThis as StubbedGlobal).evenhandTestDialogs.shown),
    async close() {
      await app.close();
      await gone;
      if (errors.length > 0) throw new Error(`The window had errors:\n${errors.join('\n')}`);
    },
    async crash() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** What a run of the app that ends by itself came to. */
export interface FinishedRun {
  readonly code: number | null;
  readonly output: string;
  readonly dialogs: readonly ShownDialog[];
  readonly userData: string;
}

/** Runs the built app until it ends by itself: for `--screenshot`, a refused ledger, a second start. */
export async function runToExit(options: OpenOptions = {}): Promise<FinishedRun> {
  const userData = options.userData ?? temporaryFolder('user-data');
  const shown = join(temporaryFolder('dialogs'), 'shown.jsonl');
  const child = spawn(electronExecutable(), argumentsFor(options), {
    cwd: projectRoot,
    env: { ...environmentFor(options, userData), EVENHAND_TEST_DIALOGS_SHOWN: shown },
    timeout: 50_000,
    killSignal: 'SIGKILL',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const lines = existsSync(shown) ? readFileSync(shown, 'utf8').trim().split('\n') : [];
  return { code, output, userData, dialogs: lines.map((line): ShownDialog => JSON.parse(line)) };
}

const temporaryFolders: string[] = [];
// The worker is ended from outside, without an exit of its own.
afterAll(() => {
  for (const folder of temporaryFolders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

/** A new empty folder, gone when the tests of this file are over. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `evenhand-${name}-`));
  temporaryFolders.push(folder);
  return folder;
}

function electronExecutable(): string {
  const executable = process.env.EVENHAND_ELECTRON ?? presentElectron()?.executable;
  if (!executable) throw new Error('There is no Electron here yet: `npm test -- e2e` fetches it.');
  return executable;
}

function argumentsFor(options: OpenOptions): string[] {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const stubs = ['-r', join(projectRoot, 'test', 'e2e', 'dialogs.cjs')];
  const ledger = options.ledger === undefined ? [] : ['--ledger', options.ledger];
  const sample = options.sample ? ['--sample'] : [];
  // One colour profile everywhere, so that pictures can be compared.
  const chromium = [...sandbox, '--force-color-profile=srgb', '--disable-renderer-backgrounding'];
  return [...chromium, ...stubs, projectRoot, ...ledger, ...sample, ...(options.args ?? [])];
}

function environmentFor(options: OpenOptions, userData: string): Record<string, string> {
  mkdirSync(userData, { recursive: true });
  const inherited = Object.entries(process.env).filter(
    // vitest's own settings would make React and others in the app behave as in a unit test.
    ([name]) => !/^(NODE_ENV|NODE_OPTIONS|ELECTRON_RUN_AS_NODE|VITEST.*|TEST)$/.test(name),
  );
  return {
    ...Object.fromEntries(inherited.filter((entry): entry is [string, string] => entry[1] !== undefined)),
    EVENHAND_USER_DATA: userData,
    EVENHAND_LOCALE: options.locale ?? 'en-GB',
    EVENHAND_TEST_DIALOGS: JSON.stringify(options.dialogs ?? {}),
    ...(options.today === undefined ? {} : { EVENHAND_TODAY: options.today }),
    ...options.env,
  };
}

function collectErrors(app: ElectronApplication, expected: readonly RegExp[]): string[] {
  const errors: string[] = [];
  const note = (text: string) => {
    if (!expected.some((pattern) => pattern.test(text))) errors.push(text);
  };
  const watch = (page: Page) => {
    page.on('pageerror', (error) => note(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') note(`${message.text()} (${message.location().url})`);
    });
    page.on('crash', () => note('the window crashed'));
  };
  app.on('window', watch);
  for (const page of app.windows()) watch(page);
  return errors;
}

/**
 * Node's inspector holds the promise of an evaluation weakly: now and then it is collected before it has answered, and
 * nothing is known of the outcome. What tests ask of the main process may be asked twice, so it is.
 */
function askAgainWhenForgotten(app: ElectronApplication): void {
  const ask = app.evaluate.bind(app) as (...given: unknown[]) => Promise<unknown>;
  const asked = async (...given: unknown[]): Promise<unknown> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await ask(...given);
      } catch (error) {
        if (attempt === 5 || !String(error).includes('garbage collected')) throw error;
      }
    }
  };
  app.evaluate = asked as typeof app.evaluate;
}

async function resize(app: ElectronApplication, page: Page, size: { width: number; height: number }) {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.unmaximize();
    window?.setContentSize(width, height);
  }, size);
  await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size);
}

/** A test that failed half way leaves its window open, which the next test would trip over. */
function killWhenTestEnds(child: ChildProcess): void {
  try {
    onTestFinished(() => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    });
  } catch {
    // Opened in beforeAll: vitest has no test here, and afterAll closes it.
  }
}
