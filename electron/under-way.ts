import { OwnerError } from '../shared/result.ts';
import type { SafetyProgress } from '../shared/views/backups.ts';
import { type Running, runBeside } from './beside.ts';
import { tell } from './desk.ts';
import type { JobAnswer, JobInput, JobName } from './ledger/jobs/index.ts';

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

/** Ends what is under way at its next turn; nothing of it stays behind. */
export function stopUnderWay(): void {
  current?.stop();
}

/** Settles once nothing is under way any more. */
export async function underWayEnded(): Promise<void> {
  await current?.answer.catch(() => undefined);
}
