import { OwnerError } from '../shared/result.ts';
import type { SafetyProgress } from '../shared/views/backups.ts';
import { type Running, runBeside } from './beside.ts';
import { tell } from './desk.ts';
import type { JobAnswer, JobInput, JobName } from './ledger/jobs/index.ts';
import { inSlices } from './slices.ts';

/** The work the owner waits for: one at a time, so that “Stop” means one thing. */
let current: Running<unknown> | null = null;

/** Runs a job whose progress the window shows, and which `safety.stop` ends. Throws OwnerError('busy') beside another. */
export async function runUnderWay<Name extends JobName>(
  work: SafetyProgress['work'],
  job: Name,
  input: JobInput<Name>,
): Promise<JobAnswer<Name>> {
  if (current !== null)
    throw new OwnerError('busy', 'Something else is under way. Wait until it has ended, or stop it first.');
  const running = runBeside(job, input, (step, part) => tell('safety.progress', { work, step, part }));
  current = running;
  try {
    return await running.answer;
  } finally {
    current = null;
    tell('safety.progress', { work, step: '', part: 1, ended: true });
  }
}

/**
 * Runs what must stay on this thread in slices, told and stopped in the same way; `steps` says how much of `total` is
 * done. Beside something else that is under way it runs all the same, without a word: it waits for no disk of theirs.
 */
export async function sliceUnderWay<Answer>(
  work: SafetyProgress['work'],
  total: number,
  steps: Generator<number, Answer>,
  mayGoOn: () => void,
): Promise<Answer> {
  let stopped = false;
  let told = false;
  const mine = current === null;
  const answer = inSlices(steps, {
    tell: (done) => {
      if (!mine) return;
      told = true;
      tell('safety.progress', { work, step: '', part: Math.min(1, done / Math.max(1, total)) });
    },
    goOn: () => {
      if (stopped) throw new OwnerError('cancelled', 'It was stopped. Nothing was changed.');
      mayGoOn();
    },
  });
  if (!mine) return answer;
  current = {
    answer,
    stop: () => {
      stopped = true;
    },
  };
  try {
    return await answer;
  } finally {
    current = null;
    if (told) tell('safety.progress', { work, step: '', part: 1, ended: true });
  }
}

export const isUnderWay = (): boolean => current !== null;

/** Ends what is under way at its next turn; nothing of it stays behind. */
export function stopUnderWay(): void {
  current?.stop();
}

/** Settles once nothing is under way any more. */
export async function underWayEnded(): Promise<void> {
  await current?.answer.catch(() => undefined);
}
