import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

/** Half of what is kept at most: a full log becomes the older one, and the one before that goes. */
const LIMIT = 500_000;

/** The local log, which the Help menu shows. */
export const logFile = (): string => join(app.getPath('logs'), 'evenhand.log');

/**
 * Writes one line to the local log. Only what we wrote ourselves may go in: the names of commands, codes, places in
 * our own code; never a value from the ledger, nor the name or path of a file of the owner's.
 */
export function log(what: string, error?: unknown): void {
  const line = logLine(what, error);
  if (!app.isPackaged) process.stderr.write(line);
  append(line);
}

/** What a start is known by, so that a log sent to us says what wrote it. */
export function logStart(): void {
  const { electron, chrome, node } = process.versions;
  const [{ platform, arch }, version] = [process, app.getVersion()];
  append(
    logLine(
      `Evenhand ${version} started on ${platform} ${arch}: Electron ${electron}, Chromium ${chrome}, Node ${node}`,
    ),
  );
}

function append(line: string): void {
  try {
    const file = logFile();
    mkdirSync(app.getPath('logs'), { recursive: true });
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (size + line.length > LIMIT) renameSync(file, file.replace(/\.log$/, '.older.log'));
    appendFileSync(file, line);
  } catch {
    // A log that can't be written must not take the app down with it.
  }
}

function logLine(what: string, error?: unknown): string {
  const said =
    error instanceof Error
      ? ` ${plainWord(error.name)} ${plainWord((error as { code?: unknown }).code)}${frames(error)}`
      : '';
  return `${new Date().toISOString()} ${what}${said}\n`;
}

/** A name or code as a program gives it; what reads like anything else is left out. */
function plainWord(word: unknown): string {
  return typeof word === 'string' && /^[\w.-]{1,60}$/.test(word) ? word : '';
}

/** Where it happened, without the message, which may quote what the owner typed, in as many lines as it likes. */
function frames(error: Error): string {
  const stack = error.stack ?? '';
  const message = error.message === '' ? -1 : stack.indexOf(error.message);
  return stack
    .slice(message < 0 ? 0 : message + error.message.length)
    .split('\n')
    .flatMap((line) => frame(line) ?? [])
    .slice(0, 12)
    .map((place) => `\n  at ${place}`)
    .join('');
}

/** “function (file:line:column)” without the folders, which name the owner of the computer. */
function frame(line: string): string | null {
  const found = /^\s*at (?:([^()/\\]*) \()?(.*:\d+:\d+)\)?$/.exec(line);
  if (found === null) return null;
  const [, name = '', place = ''] = found;
  const file = place.slice(Math.max(place.lastIndexOf('/'), place.lastIndexOf('\\')) + 1);
  return name === '' ? file : `${name} (${file})`;
}

export function setupLog(): void {
  process.on('uncaughtException', (error) => log('uncaught exception', error));
  process.on('unhandledRejection', (reason) => log('unhandled rejection', reason));
}
