import { app } from 'electron';
import { readArguments } from './arguments.ts';
import { handlers } from './commands.ts';
import { clearDesk, openFirstLedger, openFromSecondStart } from './desk.ts';
import { setupIpc } from './ipc.ts';
import { setupLog } from './log.ts';
import { setupMenu } from './menu.ts';
import { setupAfterPaint } from './painted.ts';
import { declareScheme, setupProtocol } from './protocol.ts';
import { forbidNetwork, setupSecurity } from './security.ts';
import { setupPlaces } from './settings.ts';
import { focusWindow, openWindow } from './window.ts';

const args = readArguments(process.argv);

setupPlaces();
setupLog();
forbidNetwork();
declareScheme();

// Taken before a ledger opens: two programs must never write one ledger.
if (args.problem !== null) {
  process.stderr.write(`${args.problem}\n`);
  app.exit(1);
} else if (!app.requestSingleInstanceLock()) {
  process.stderr.write('Evenhand is open already; its window was brought to the front.\n');
  app.exit(args.screenshot === null ? 0 : 1);
} else {
  app.on('second-instance', (_event, argv) => {
    openFromSecondStart(readArguments(argv));
    focusWindow();
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', clearDesk);
  void app.whenReady().then(() => {
    setupProtocol();
    setupSecurity();
    // Opened in the next turn: by then Chromium is already starting the window's process beside us.
    const ready = new Promise<void>((resolve) => setImmediate(() => resolve(openFirstLedger(args))));
    setupIpc(handlers, ready);
    openWindow();
    void ready.then(setupMenu);
    setupAfterPaint(args);
  });
}
