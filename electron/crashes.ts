import { app, type BrowserWindow, dialog } from 'electron';
import { closeLedger, ledgerOnDesk } from './desk.ts';
import { log } from './log.ts';
import { endRun, keepRun, recoverWindow } from './placed.ts';
import { mainWindow } from './window.ts';

/** A window that dies again this soon, in ms, is not started a third time without asking. */
const SOON = 60_000;

/** How long a window that does not answer is waited for before asking, in ms; Chromium itself has waited before. */
const PATIENCE = 4000;

/** How long quitting may take before the app is ended, in ms. */
const LONGEST_QUIT = 5000;

/** A window that dies is started again where it was; what goes wrong in this process is said, and nothing half written. */
export function setupCrashes(): void {
  process.on('uncaughtException', () => void afterBug());
  app.on('child-process-gone', (_event, { type, reason, exitCode }) =>
    log(`process gone: ${type} ${reason} ${exitCode}`),
  );
  const window = mainWindow();
  if (window !== null) watch(window);
}

function watch(window: BrowserWindow): void {
  const { webContents: contents } = window;
  let lastDeath = Number.NEGATIVE_INFINITY;
  let asking = false;
  let ordered = false;

  const startAgain = () => {
    if (window.isDestroyed()) return;
    recoverWindow(contents.getURL());
    contents.reload();
  };
  const afterDeath = async () => {
    const again = performance.now() - lastDeath < SOON;
    lastDeath = performance.now();
    if (!again) return startAgain();
    if (asking) return;
    asking = true;
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: 'The window stopped working twice within a minute.',
      detail:
        'Nothing that was confirmed is lost, and what you were typing is kept. If it happens again, restart the computer, or update Evenhand.',
      buttons: ['Reopen', 'Quit'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    asking = false;
    if (response === 1) app.quit();
    else startAgain();
  };
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log(`window gone: ${reason} ${exitCode}`);
    // A death that we ordered counts for none of its own.
    if (ordered) startAgain();
    else void afterDeath();
    ordered = false;
  });
  watchAnswers(window, () => {
    ordered = true;
    contents.forcefullyCrashRenderer();
  });
  // Windows ends a session without asking the app to quit.
  window.on('session-end', endRun);
}

/** A window that does not answer: wait for it or open it anew, once it had its chance to come round. */
function watchAnswers(window: BrowserWindow, reopen: () => void): void {
  let waiting: AbortController | null = null;
  const ask = async (signal: AbortSignal) => {
    await new Promise((resolve) => setTimeout(resolve, PATIENCE));
    if (signal.aborted || window.isDestroyed()) return;
    log('window does not answer');
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: 'The window does not answer.',
      detail: 'It may be busy. Reopening loses nothing that was confirmed, and what you were typing is kept.',
      buttons: ['Wait', 'Reopen'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
      signal,
    });
    if (response === 1 && !window.isDestroyed()) reopen();
  };
  window.on('unresponsive', () => {
    if (waiting !== null) return;
    const mine = new AbortController();
    waiting = mine;
    void ask(mine.signal).finally(() => {
      if (waiting === mine) waiting = null;
    });
  });
  window.on('responsive', () => {
    waiting?.abort();
    waiting = null;
  });
}

let bugSaid = false;

/** An error of ours that nobody caught: what is half written goes, the owner is told, and the app starts afresh. */
async function afterBug(): Promise<void> {
  if (bugSaid) return;
  bugSaid = true;
  try {
    // Closing rolls back. A ledger that nothing is being written to stays, for what is being typed.
    if (ledgerOnDesk()?.db.inTransaction) closeLedger();
  } catch (error) {
    log('closing the ledger after an error', error);
  }
  await app.whenReady();
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message: 'Something went wrong inside Evenhand.',
    detail:
      'Everything that was confirmed is in the ledger, and what you were typing is kept. Evenhand has to start again. Help, “Show the log” tells us more; it holds nothing of your clients.',
    buttons: ['Restart', 'Quit'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  if (response === 0) {
    keepRun();
    app.relaunch();
  }
  setTimeout(() => app.exit(1), LONGEST_QUIT).unref();
  app.quit();
}
