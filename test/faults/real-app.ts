import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { openLedger } from '../../electron/ledger/open.ts';
import type { Result } from '../../shared/result.ts';
import { randomFor } from '../../shared/sample/random.ts';
import { type Outcome, skippedHere } from './outcome.ts';
import { complaintsOf, digestOfFile, soundAs } from './sound.ts';
import { startedLedger } from './steps.ts';

const flags = (process.env.EVENHAND_ELECTRON_FLAGS ?? '').split(' ').filter(Boolean);
/** A start of the app may take this long on a busy machine, in ms. */
const PATIENCE = 60_000;

/** The real app, in its window, adding one client after another until it is killed with all its processes' parent. */
export async function realApp(place: string, small: boolean, seed: number): Promise<Outcome> {
  const kind = 'the real app';
  const executablePath = process.env.EVENHAND_ELECTRON ?? '';
  if (executablePath === '') return skippedHere(kind, 'without Electron');
  const random = randomFor(seed, kind);
  const rounds = small ? 1 : 5;
  const folder = join(place, 'real app');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'Ledger.evenhand');
  startedLedger(file, 0).close();
  const failures: string[] = [];
  let confirmed = 0;
  let whole = 0;
  for (let round = 1; round <= rounds; round++) {
    const before = clientsIn(file);
    const told = await runAndKill({ executablePath, file, folder, round, after: random.next() * 1500 });
    const found = await look(file, before, told, failures, round);
    confirmed += told.length;
    if (found) whole++;
  }
  return {
    kind,
    line: `${rounds} killed, ${whole} whole, ${confirmed} confirmed changes all there`,
    failures,
  };
}

interface Run {
  readonly executablePath: string;
  readonly file: string;
  readonly folder: string;
  readonly round: number;
  readonly after: number;
}

/** The names that the app confirmed before it was killed. */
async function runAndKill({ executablePath, file, folder, round, after }: Run): Promise<string[]> {
  const app = await _electron.launch({
    executablePath,
    args: [...flags, process.cwd(), '--ledger', file],
    env: {
      ...(process.env as Record<string, string>),
      EVENHAND_USER_DATA: join(folder, 'settings'),
      EVENHAND_TODAY: '2026-11-17',
      EVENHAND_LOCALE: 'en-GB',
    },
    timeout: PATIENCE,
  });
  const child = app.process();
  const page = await app.firstWindow();
  await page.waitForFunction(() => document.documentElement.dataset.painted === 'true', undefined, {
    timeout: PATIENCE,
  });
  const told: string[] = [];
  // The instant is counted from the first one confirmed: how long it takes to get there is this machine's business.
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const patience = setTimeout(begin, PATIENCE);
  await page.exposeFunction('confirmed', (name: string) => {
    told.push(name);
    begin();
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  void page
    .evaluate(async (first) => {
      const { evenhand, confirmed } = window as unknown as {
        evenhand: { call(name: string, input: unknown): Promise<Result<unknown>> };
        confirmed(name: string): Promise<void>;
      };
      for (let n = 1; ; n++) {
        const name = `Client ${first}-${n}`;
        const nothing = { number: null, descriptor: null, contact: null, phone: null, email: null };
        const more = { address: null, termsDays: null, since: null, notes: null, allTheSame: true };
        const answer = await evenhand.call('clients.add', { name, ...nothing, ...more });
        if (!answer.ok) throw new Error(answer.error.message);
        await confirmed(name);
      }
    }, round)
    // It ends with the app.
    .catch(() => undefined);
  await begun;
  clearTimeout(patience);
  await new Promise((resolve) => setTimeout(resolve, after));
  child.kill('SIGKILL');
  await gone;
  return told;
}

function clientsIn(file: string): Set<string> {
  const ledger = openLedger(file);
  try {
    return new Set(ledger.read.all<{ name: string }>('SELECT name FROM client').map(({ name }) => name));
  } finally {
    ledger.close();
  }
}

/** Everything that was there or was confirmed, at most one that had no time to be confirmed, and nothing broken. */
async function look(
  file: string,
  before: ReadonlySet<string>,
  told: readonly string[],
  failures: string[],
  round: number,
): Promise<boolean> {
  const wrong: string[] = [];
  const ledger = openLedger(file);
  await ledger.checked;
  const names = new Set(ledger.read.all<{ name: string }>('SELECT name FROM client').map(({ name }) => name));
  wrong.push(...complaintsOf(ledger.db));
  ledger.close();
  for (const name of [...before, ...told])
    if (!names.has(name)) wrong.push(`${name} was confirmed and is not there`);
  if (names.size > before.size + told.length + 2) wrong.push('there is more than was ever asked for');
  if (told.length === 0) wrong.push('nothing was confirmed before the kill');
  wrong.push(...(await soundAs(file, [digestOfFile(file)])));
  failures.push(...wrong.map((what) => `the real app, round ${round}: ${what}`));
  return wrong.length === 0;
}
