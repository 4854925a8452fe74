import { performance } from 'node:perf_hooks';
import { deskCase, deskQueue } from '../../electron/ledger/desk.ts';
import { refreshFigures } from '../../electron/ledger/figures.ts';
import { type Ledger, openLedger } from '../../electron/ledger/open.ts';
import { outcomesPage } from '../../electron/ledger/outcomes.ts';
import { overview } from '../../electron/ledger/overview.ts';
import { clientPage } from '../../electron/ledger/page.ts';
import type { Day } from '../../shared/dates.ts';
import { median } from './starts.ts';

const ROUNDS = 15;

export interface Reads {
  /** Milliseconds of one indexed read of one row. */
  readonly oneRow: number;
  readonly desk: number;
  readonly client: number;
  readonly overview: number;
  readonly outcomes: number;
  /** The longest the main thread answered nobody while one of them opened. */
  readonly longestBlock: number;
}

/** What the main process takes to answer each screen of the large ledger, each time for another complaint or client. */
export async function measureReads(file: string, today: Day): Promise<Reads> {
  const ledger = openLedger(file);
  try {
    await ledger.checked;
    refreshFigures(ledger, today);
    const waiting = deskQueue(ledger, today, '12:00', 'en-GB').waiting;
    const complaintOf = (round: number) => waiting[round % waiting.length]?.complaintId ?? 1;
    const desk = await times((round) => {
      deskQueue(ledger, today, '12:00', 'en-GB');
      deskCase(ledger, complaintOf(round), today, 'en-GB');
    });
    const client = await times((round) => clientPage(ledger, 1 + ((round * 131) % 2000), today));
    const over = await times(() => overview(ledger, today));
    // Another span each time: an answer kept from the time before would be no measure.
    const outcomes = await times((round) => outcomesPage(ledger, 60 + round, today));
    const blocks = [desk, client, over, outcomes].map(({ longestBlock }) => longestBlock);
    return {
      oneRow: oneRow(ledger),
      desk: desk.ms,
      client: client.ms,
      overview: over.ms,
      outcomes: outcomes.ms,
      longestBlock: Math.max(...blocks),
    };
  } finally {
    ledger.close();
  }
}

async function times(work: (round: number) => unknown): Promise<{ ms: number; longestBlock: number }> {
  // The first one compiles its statements.
  await work(0);
  const measured: number[] = [];
  let longestBlock = 0;
  for (let round = 1; round <= ROUNDS; round++) {
    const watch = watchBlocks();
    const begun = performance.now();
    await work(round);
    measured.push(performance.now() - begun);
    longestBlock = Math.max(longestBlock, await watch.end());
  }
  return { ms: median(measured), longestBlock };
}

/** The longest gap between two turns of the event loop until `end`. */
function watchBlocks(): { end(): Promise<number> } {
  let last = performance.now();
  let longest = 0;
  let watching = true;
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (watching) setImmediate(look);
  };
  setImmediate(look);
  return {
    async end() {
      await new Promise((resolve) => setImmediate(resolve));
      watching = false;
      return longest;
    },
  };
}

function oneRow(ledger: Ledger): number {
  const rounds = 2000;
  const begun = performance.now();
  for (let round = 0; round < rounds; round++)
    ledger.read.get('SELECT * FROM client WHERE id = ?', 1 + ((round * 131) % 2000));
  return (performance.now() - begun) / rounds;
}
