import { app } from 'electron';
import { type CommandName, contract, type Output, type Parsed } from '../shared/contract.ts';
import { OwnerError } from '../shared/result.ts';
import type { Arguments } from './arguments.ts';
import { stopUnseen } from './backups/make.ts';
import { setupQuitQuestion } from './backups/quitting.ts';
import { handlers } from './commands.ts';
import { setupCrashes } from './crashes.ts';
import { clearDesk, inOwnersWords, ledgerOnDesk, openFirstLedger, whenLedgerSwitches } from './desk.ts';
import type { Answer } from './ipc.ts';
import { log, logStart } from './log.ts';
import { setupMenu } from './menu.ts';
import { setupAfterPaint } from './painted.ts';
import { beginRun, endRun } from './placed.ts';
import { getSettings, keepWindowPlace, settingsKept } from './settings.ts';
import { stopUnderWay, underWayEnded } from './under-way.ts';
import { furnishWindow } from './window.ts';

/** What answers each command, after its input was parsed. */
export type Handlers = {
  readonly [Name in CommandName]: (input: Parsed<Name>) => Output<Name> | Promise<Output<Name>>;
};

/**
 * Everything behind the window: settings, ledger, commands. Loaded while Chromium starts the window's own process, so
 * that neither waits for the other.
 */
export async function openHouse(args: Arguments): Promise<Answer> {
  logStart();
  setupCrashes();
  const settings = getSettings();
  furnishWindow(settings.theme, settings.window, keepWindowPlace);
  quitTidily();
  setupQuitQuestion();
  setupAfterPaint(args);
  await openFirstLedger(args);
  beginRun(ledgerOnDesk()?.file ?? null);
  setupMenu();
  whenLedgerSwitches(setupMenu);
  return answer;
}

/** Quits once the ledger is closed and the last setting is on disk. */
function quitTidily(): void {
  app.once('will-quit', (event) => {
    event.preventDefault();
    try {
      clearDesk();
    } catch (error) {
      // Whatever it is: an app that can't quit would keep every later start out.
      log('clearing the desk', error);
    }
    void workEnded()
      .then(settingsKept)
      .catch((error: unknown) => log('keeping the settings', error))
      .finally(endRun)
      // In a turn of its own: within this event Electron still counts as quitting, and would not listen.
      .finally(() => setImmediate(() => app.quit()));
  });
}

/** How long what is under way may take to clear up after itself, in ms. */
const PATIENCE = 3000;

/** Half a backup on a stick would be nobody's to delete. */
async function workEnded(): Promise<void> {
  stopUnderWay();
  const late = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE));
  await Promise.race([Promise.all([stopUnseen(), underWayEnded()]), late]);
}

export { openFromSecondStart } from './desk.ts';

async function answer(command: string, input: unknown): Promise<unknown> {
  if (!Object.hasOwn(contract, command)) throw new OwnerError('invalid', 'There is no such command.');
  try {
    return await run(command as CommandName, input);
  } catch (error) {
    throw inOwnersWords(error);
  }
}

async function run<Name extends CommandName>(name: Name, input: unknown): Promise<unknown> {
  const parsed = contract[name].input.safeParse(input);
  if (parsed.success) return handlers[name](parsed.data as Parsed<Name>);
  const first = parsed.error.issues[0];
  throw new OwnerError(
    'invalid',
    first?.message ?? 'That can’t be read.',
    first?.path.join('.') || undefined,
  );
}
