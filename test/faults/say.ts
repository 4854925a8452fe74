import { writeSync } from 'node:fs';
import type { Ledger } from '../../electron/ledger/open.ts';
import type { Marks, Say } from './kind.ts';

/** The child's end of a pipe: what is written there has left the process, whatever becomes of it a moment later. */
const PIPE = 3;
const tell = (mark: string) => void writeSync(PIPE, `${mark}\n`);

export const say: Say = {
  ready: () => tell('ready'),
  begin: (n) => tell(`b ${n}`),
  done: (n) => tell(`d ${n}`),
  transaction: (open) => tell(open ? 't' : 'c'),
  end: () => tell('e'),
};

/** What was told, taken together. */
export function readMarks(told: readonly string[]): Marks {
  let [began, done, open] = [0, 0, false];
  for (const mark of told) {
    const [what, n] = mark.split(' ');
    if (what === 'b') began = Number(n);
    else if (what === 'd') done = Number(n);
    else if (what === 't' || what === 'c') open = what === 't';
  }
  return { began, done, open };
}

/** Lets a ledger tell of each transaction; commands themselves are left as they are. */
export function tellTransactions({ write }: Ledger): void {
  const run = write.run.bind(write);
  Object.assign(write, {
    run: (...given: Parameters<typeof run>) => {
      const answer = run(...given);
      if (given[0] === 'BEGIN IMMEDIATE') say.transaction(true);
      else if (given[0] === 'COMMIT' || given[0] === 'ROLLBACK') say.transaction(false);
      return answer;
    },
  });
}
