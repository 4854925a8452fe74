import { join } from 'node:path';
import { openLedger } from '../../../electron/ledger/open.ts';
import type { Kind } from '../kind.ts';
import { tellTransactions } from '../say.ts';
import { soundAs } from '../sound.ts';
import { stateAt, writeStates } from '../states.ts';
import { startedLedger, step } from '../steps.ts';

const STEPS = 250;
const ledgerIn = (folder: string) => join(folder, 'Ledger.evenhand');

/** One change after another, each confirmed before the next begins. */
export const singleChanges: Kind = {
  name: 'single changes',
  inside: 'a transaction',
  rounds: { full: 70, small: 5 },
  prepare(template) {
    startedLedger(ledgerIn(template)).close();
    return writeStates(template, ledgerIn(template), STEPS, step);
  },
  work(folder, say) {
    const ledger = openLedger(ledgerIn(folder));
    tellTransactions(ledger);
    say.ready();
    for (let n = 1; n <= STEPS; n++) {
      say.begin(n);
      step(ledger, n);
      say.done(n);
    }
  },
  check: (folder, { done }) => soundAs(ledgerIn(folder), [stateAt(folder, done), stateAt(folder, done + 1)]),
  isInside: ({ open }) => open,
};
