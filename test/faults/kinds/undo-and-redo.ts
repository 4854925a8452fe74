import { join } from 'node:path';
import { type Ledger, openLedger } from '../../../electron/ledger/open.ts';
import { redoChange, stepsOf, undoChange } from '../../../electron/ledger/undo.ts';
import { randomFor } from '../../../shared/sample/random.ts';
import type { Kind } from '../kind.ts';
import { tellTransactions } from '../say.ts';
import { soundAs } from '../sound.ts';
import { stateAt, writeStates } from '../states.ts';
import { startedLedger, step } from '../steps.ts';
import { importFile } from './imports.ts';

const STEPS = 120;
const ledgerIn = (folder: string) => join(folder, 'Ledger.evenhand');

/** Takes back, brings back, and now and then something new, over single changes and imports: the same walk each time. */
function walk(ledger: Ledger, n: number): void {
  const random = randomFor(7, `walk ${n}`);
  const { undo, redo } = stepsOf(ledger);
  // Long stretches of one kind, so that whole imports go and come back.
  const back = n % 40 < 24;
  if (random.chance(0.05)) step(ledger, 1000 + n);
  else if (back && undo !== null) undoChange(ledger, undo.id);
  else if (redo !== null) redoChange(ledger, redo.id);
  else if (undo !== null) undoChange(ledger, undo.id);
  else step(ledger, 1000 + n);
}

export const undoAndRedo: Kind = {
  name: 'undo and redo',
  inside: 'a transaction',
  rounds: { full: 50, small: 4 },
  async prepare(template) {
    const ledger = startedLedger(ledgerIn(template));
    for (let n = 1; n <= 20; n++) step(ledger, n);
    await importFile(ledger, 'U1-', 400);
    for (let n = 21; n <= 30; n++) step(ledger, n);
    await importFile(ledger, 'U2-', 400);
    for (let n = 31; n <= 36; n++) step(ledger, n);
    ledger.close();
    await writeStates(template, ledgerIn(template), STEPS, walk);
  },
  work(folder, say) {
    const ledger = openLedger(ledgerIn(folder));
    tellTransactions(ledger);
    say.ready();
    for (let n = 1; n <= STEPS; n++) {
      say.begin(n);
      walk(ledger, n);
      say.done(n);
    }
  },
  check: (folder, { done }) => soundAs(ledgerIn(folder), [stateAt(folder, done), stateAt(folder, done + 1)]),
  isInside: ({ open }) => open,
};
