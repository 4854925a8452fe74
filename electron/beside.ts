import { join } from 'node:path';
import { app } from 'electron';
import type { JobAnswer, JobInput, JobName } from './ledger/jobs/index.ts';
import { runOnThread, ThreadError } from './ledger/jobs/thread.ts';
import { type Check, checkHere } from './ledger/open.ts';
import { log } from './log.ts';

/** Opens when the first window has painted: until then a check would only slow the start down. */
let start: () => void = () => undefined;
const mayStart = new Promise<void>((resolve) => {
  start = resolve;
});

export function allowChecks(): void {
  start();
}

export interface Running<Answer> {
  readonly answer: Promise<Answer>;
  /** The job ends at its next turn with OwnerError('cancelled'). */
  stop(): void;
}

/** Runs a job on a thread of its own. Its errors arrive as they were thrown: an OwnerError stays one. */
export function runBeside<Name extends JobName>(
  job: Name,
  input: JobInput<Name>,
  tell: (step: string, part: number | null) => void = () => undefined,
): Running<JobAnswer<Name>> {
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const file = join(app.getAppPath(), 'out', 'main', 'worker.js');
  const answer = runOnThread(file, { job, input, stop }, tell) as Promise<JobAnswer<Name>>;
  return { answer, stop: () => void Atomics.store(stop, 0, 1) };
}

/** The check of a ledger that was opened: a large one neither delays the window nor freezes it. */
export const checkBeside: Check = async (file) => {
  await mayStart;
  try {
    return await runBeside('check', { file }).answer;
  } catch (error) {
    if (!(error instanceof ThreadError)) throw error;
    // Out of memory, say. The ledger is not to blame, and not to be taken away for it.
    log('checking a ledger beside', error);
    return checkHere(file);
  }
};
