import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { app } from 'electron';
import { type ErrorCode, OwnerError } from '../shared/result.ts';
import type { JobAnswer, JobInput, JobName } from './ledger/jobs/index.ts';
import type { Message, Start } from './ledger/jobs/worker.ts';
import type { Check } from './ledger/open.ts';

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
  const workerData: Start = { job, input, stop };
  const worker = new Worker(join(app.getAppPath(), 'out', 'main', 'worker.js'), { workerData });
  const answer = new Promise<JobAnswer<Name>>((resolve, reject) => {
    worker.on('message', (message: Message) => {
      if (message.kind === 'step') tell(message.step, message.part);
      else if (message.kind === 'done') resolve(message.answer as JobAnswer<Name>);
      else reject(errorOf(message));
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error(`The thread of “${job}” ended without an answer`)));
  });
  return { answer, stop: () => void Atomics.store(stop, 0, 1) };
}

function errorOf({ owner, code, message, field, stack }: Extract<Message, { kind: 'failed' }>): Error {
  if (owner) return new OwnerError(code as ErrorCode, message, field);
  const error = new Error(message) as Error & { code?: string };
  error.code = code;
  error.stack = stack;
  return error;
}

/** The check of a ledger that was opened: a large one neither delays the window nor freezes it. */
export const checkBeside: Check = async (file) => {
  await mayStart;
  return runBeside('check', { file }).answer;
};
