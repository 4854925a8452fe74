import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Ledger, openLedger } from '../../electron/ledger/open.ts';
import { digestOf } from './sound.ts';

/*
 * What a ledger must hold after each step, found by taking the steps once in a copy, without any fault: digest by
 * digest, one a line, the first before the first step.
 */
const fileIn = (folder: string) => join(folder, 'states.txt');

/** Takes `steps` steps in a copy of `ledgerFile` and writes down what it holds after each. */
export async function writeStates(
  folder: string,
  ledgerFile: string,
  steps: number,
  step: (ledger: Ledger, n: number) => void | Promise<void>,
): Promise<void> {
  const own = mkdtempSync(join(tmpdir(), 'evenhand-states-'));
  const copy = join(own, 'Copy.evenhand');
  copyFileSync(ledgerFile, copy);
  const ledger = openLedger(copy);
  try {
    const states = [digestOf(ledger.db)];
    for (let n = 1; n <= steps; n++) {
      await step(ledger, n);
      states.push(digestOf(ledger.db));
    }
    writeFileSync(fileIn(folder), states.join('\n'));
  } finally {
    ledger.close();
    rmSync(own, { recursive: true, force: true });
  }
}

/** What the ledger holds after step `n`; undefined: there is no such step. */
export const stateAt = (folder: string, n: number): string | undefined =>
  readFileSync(fileIn(folder), 'utf8').split('\n')[n];
