import { Worker } from 'node:worker_threads';
import { type ErrorCode, OwnerError } from '../../../shared/result.ts';

/** What a thread is started with, and what it sends back. */
export interface Start {
  readonly job: string;
  readonly input: unknown;
  /** One number, shared: not 0 once the job is to stop. */
  readonly stop: Int32Array;
}
export type Message =
  | { readonly kind: 'step'; readonly step: string; readonly part: number | null }
  | { readonly kind: 'done'; readonly answer: unknown }
  /** An error crosses as a value: a class would not survive the way. */
  | {
      readonly kind: 'failed';
      readonly owner: boolean;
      readonly code: string;
      readonly message: string;
      readonly field: string | undefined;
      readonly stack: string;
    };

/** The thread itself could not run, or died: that says nothing of the file it was to read. */
export class ThreadError extends Error {
  override readonly name = 'ThreadError';
  /** Of what broke it, for the log. */
  readonly code: string | undefined;
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.code = (cause as { code?: string } | undefined)?.code;
  }
}

/** Runs a job in `file`, the program of jobs, on a thread of its own. Its errors arrive as they were thrown. */
export function runOnThread(
  file: string,
  start: Start,
  tell: (step: string, part: number | null) => void = () => undefined,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData: start });
    worker.on('message', (message: Message) => {
      if (message.kind === 'step') tell(message.step, message.part);
      else if (message.kind === 'done') resolve(message.answer);
      else reject(errorOf(message));
    });
    worker.once('error', (cause) => reject(new ThreadError(`The thread of “${start.job}” died`, cause)));
    worker.once('exit', () =>
      reject(new ThreadError(`The thread of “${start.job}” ended without an answer`)),
    );
  });
}

function errorOf({ owner, code, message, field, stack }: Extract<Message, { kind: 'failed' }>): Error {
  if (owner) return new OwnerError(code as ErrorCode, message, field);
  const error = new Error(message) as Error & { code?: string };
  error.code = code;
  error.stack = stack;
  return error;
}
