import { resolve } from 'node:path';
import { app } from 'electron';
import { readArguments } from './arguments.ts';
import { setupIpc } from './ipc.ts';
import { setupLog } from './log.ts';
import { setupPlaces } from './places.ts';
import { declareScheme, setupProtocol, windowIsBusy } from './protocol.ts';
import { forbidNetwork, forbidSpelling, setupSecurity } from './security.ts';
import { focusWindow, openWindow } from './window.ts';

const args = readArguments(process.argv);
// What a second start asks of the first: its own folder decides what a path means, and Chromium reorders its flags.
const wish = { ledger: args.ledger === null ? null : resolve(args.ledger) };

setupPlaces();
setupLog();
forbidNetwork();
forbidSpelling();
declareScheme();

if (args.problem !== null) {
  process.stderr.write(`${args.problem}\n`);
  app.exit(1);
} else if (!app.requestSingleInstanceLock(wish)) {
  // Taken before a ledger opens: two programs must never write one ledger.
  process.stderr.write('Evenhand is open already; its window was brought to the front.\n');
  app.exit(args.screenshot === null ? 0 : 1);
} else {
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(() => {
    setupProtocol();
    setupSecurity();
    openWindow();
    const house = windowIsBusy().then(() => import('./house.ts'));
    setupIpc(house.then(({ openHouse }) => openHouse(args)));
    app.on('second-instance', async (_event, _argv, _folder, wished) => {
      focusWindow();
      (await house).openFromSecondStart((wished as typeof wish | null)?.ledger ?? null);
    });
  });
}
