import { writeFileSync } from 'node:fs';
import { app } from 'electron';
import type { Arguments } from './arguments.ts';
import { startDailyBackups } from './backups/automatic.ts';
import { allowChecks } from './beside.ts';
import { appState, clearDesk } from './desk.ts';
import { log } from './log.ts';
import { endRun } from './placed.ts';
import { loadStore } from './settings.ts';
import { mainWindow } from './window.ts';

let tellPainted: () => void = () => undefined;
const firstPaint = new Promise<void>((resolve) => {
  tellPainted = resolve;
});

/** Called when the window says that its first screen is drawn. */
export function painted(): void {
  tellPainted();
  // The bench measures from the process's birth to this line.
  if (!app.isPackaged && process.env.EVENHAND_TELL_PAINTED) process.stdout.write('evenhand:painted\n');
}

/** What waits for the first paint: the ledger's check, and the picture of the first window where one was asked for. */
export function setupAfterPaint(args: Arguments): void {
  void firstPaint.then(async () => {
    allowChecks();
    await loadStore();
    if (args.screenshot === null) startDailyBackups();
  });
  const forPerson = process.env.EVENHAND_FIRST_WINDOW_SHOT;
  if (args.screenshot !== null) void quitWithPicture(args.screenshot);
  else if (!app.isPackaged && forPerson)
    void firstPaint.then(() => picture(forPerson)).catch(() => undefined);
}

/** How long a window may take to paint before a screenshot is given up, in ms. */
const PATIENCE = 60_000;

async function quitWithPicture(file: string): Promise<void> {
  try {
    const timeout = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error('the window did not paint')), PATIENCE).unref();
    });
    await Promise.race([firstPaint, timeout]);
    await picture(file);
    const { problem } = appState();
    if (problem !== null) throw new Error(problem.message);
    leave(0);
  } catch (error) {
    process.stderr.write(`No screenshot: ${error instanceof Error ? error.message : String(error)}\n`);
    leave(1);
  }
}

/** `app.exit` asks nobody: the ledger, and a temporary sample with it, would stay behind. */
function leave(code: number): void {
  try {
    clearDesk();
  } catch (error) {
    log('clearing the desk', error);
  }
  endRun();
  app.exit(code);
}

async function picture(file: string): Promise<void> {
  const window = mainWindow();
  if (window === null) throw new Error('the window was closed');
  // Right after the first paint a compositor may still hold an older frame, or none: two alike in a row are the last.
  let before: Buffer = Buffer.alloc(0);
  for (let attempt = 0; attempt < 50; attempt++) {
    const image = await window.webContents.capturePage();
    const png = image.isEmpty() ? Buffer.alloc(0) : image.toPNG();
    if (png.length > 0 && png.equals(before)) {
      writeFileSync(file, png);
      return;
    }
    before = png;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the window stayed empty');
}
