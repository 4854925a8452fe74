import { appendFileSync, mkdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

const LIMIT = 1_000_000;

/**
 * Writes one line to the local log. Only what we wrote ourselves may go in: the names of commands, codes, stacks;
 * never a value from the ledger.
 */
export function log(what: string, error?: unknown): void {
  const stack =
    error instanceof Error
      ? `${error.name} ${(error as { code?: string }).code ?? ''}\n${frames(error)}`
      : '';
  const line = `${new Date().toISOString()} ${what} ${stack}\n`;
  if (!app.isPackaged) process.stderr.write(line);
  try {
    const folder = app.getPath('logs');
    const file = join(folder, 'evenhand.log');
    mkdirSync(folder, { recursive: true });
    appendFileSync(file, line);
    if (statSync(file).size > LIMIT) truncateSync(file, 0);
  } catch {
    // A log that can't be written must not take the app down with it.
  }
}

/** The stack without its first line, whose message may quote what the owner typed. */
function frames(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12)
    .join('\n');
}

export function setupLog(): void {
  process.on('uncaughtException', (error) => log('uncaught exception', error));
  process.on('unhandledRejection', (reason) => log('unhandled rejection', reason));
}
