import { app, type BrowserWindow, dialog, powerMonitor } from 'electron';
import { type Day, daysBetween, localDay, showDay } from '../../shared/dates.ts';
import { ledgerOnDesk, today } from '../desk.ts';
import { failure } from '../failure.ts';
import { changesSince, ledgerNow } from '../ledger/backed-up.ts';
import type { Ledger } from '../ledger/open.ts';
import { log } from '../log.ts';
import { getSettings } from '../settings.ts';
import { mainWindow } from '../window.ts';
import { backUpByHand } from './by-hand.ts';
import { backUpTo } from './make.ts';
import { backupName, freeName, isThere } from './names.ts';
import { backupsOf, newestOf, uidOf } from './remembered.ts';
import { EARLIEST } from './warnings.ts';

interface Facts {
  readonly today: Day;
  readonly isSample: boolean;
  readonly startedOn: Day;
  readonly newestOn: Day | null;
  readonly changesSince: number;
  readonly warnAfter: number;
  readonly askOnQuit: boolean;
}

/** Whether there is anything to lose that no backup has, for longer than the owner wants. */
export function shouldAsk({ isSample, askOnQuit, warnAfter, ...facts }: Facts): boolean {
  if (isSample || !askOnQuit || facts.changesSince === 0) return false;
  const age = daysBetween(facts.newestOn ?? facts.startedOn, facts.today);
  // Made while the clock was ahead: nobody can tell how old it is.
  return age > warnAfter || age < EARLIEST;
}

function isDue(ledger: Ledger): boolean {
  const now = ledgerNow(ledger.read);
  const newest = newestOf(backupsOf(now.uid));
  const { warnAfter, askOnQuit } = getSettings().safety;
  return shouldAsk({
    today: today(),
    isSample: now.isSample,
    startedOn: now.startedAt === '' ? today() : localDay(new Date(now.startedAt)),
    newestOn: newest?.on ?? null,
    changesSince: changesSince(ledger.read, newest),
    warnAfter,
    askOnQuit,
  });
}

/**
 * Asks about a backup before the window closes. Never in the way of the system: not when it shuts down or ends us by a
 * signal, not a second time, and not in a test that did not ask for it.
 */
export function setupQuitQuestion(): void {
  const window = mainWindow();
  if (window === null || isTest()) return;
  let leaving = false;
  const leave = () => {
    leaving = true;
    app.quit();
  };
  powerMonitor.on('shutdown', leave);
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, leave);
  window.on('session-end', leave);
  window.on('close', (event) => {
    if (leaving || !mayAsk()) return;
    event.preventDefault();
    // Whoever closes again while the question stands has answered it.
    leaving = true;
    void ask(window)
      .catch((error: unknown) => {
        log('asking before quitting', error);
        return 'leave' as const;
      })
      .then((answer) => {
        if (answer === 'leave') leave();
        else leaving = false;
      });
  });
}

const isTest = () =>
  !app.isPackaged && Boolean(process.env.EVENHAND_USER_DATA) && !process.env.EVENHAND_ASK_ON_QUIT;

/** A ledger that can't even tell is not asked about. */
function mayAsk(): boolean {
  try {
    const ledger = ledgerOnDesk();
    return ledger !== null && ledger.busyWith === null && isDue(ledger);
  } catch {
    return false;
  }
}

async function ask(window: BrowserWindow): Promise<'leave' | 'stay'> {
  const ledger = ledgerOnDesk();
  if (ledger === null) return 'leave';
  const newest = newestOf(backupsOf(uidOf(ledger)));
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: 'Back up before closing?',
    detail:
      newest === null
        ? 'This ledger was never backed up.'
        : `The newest backup is of ${showDay(newest.on)}, and the ledger was changed since.`,
    buttons: ['Back up and close', 'Close', 'Stay'],
    defaultId: 0,
    cancelId: 2,
  });
  if (response === 1) return 'leave';
  if (response !== 0) return 'stay';
  try {
    return (await backUpNow(ledger)) ? 'leave' : 'stay';
  } catch (error) {
    return closeAnyway(window, failure(error).message);
  }
}

/** To the folder for automatic backups; without one the owner chooses. False: they closed the dialog. */
async function backUpNow(ledger: Ledger): Promise<boolean> {
  const { folder } = getSettings().safety;
  if (folder === null || !(await isThere(folder))) return (await backUpByHand(null, 'on quit')) !== null;
  const target = freeName(folder, backupName(ledgerNow(ledger.read).business, today()));
  await backUpTo(ledger, { target, free: true, occasion: 'on quit', passphrase: null, shown: true });
  return true;
}

async function closeAnyway(window: BrowserWindow, message: string): Promise<'leave' | 'stay'> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'The backup was not made.',
    detail: message,
    buttons: ['Stay', 'Close without a backup'],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1 ? 'leave' : 'stay';
}
