import { parentPort, workerData } from 'node:worker_threads';
import { OwnerError } from '../../../shared/result.ts';
import { jobs } from './index.ts';
import type { Between, Job } from './job.ts';

/** What the thread is started with, and what it sends back. */
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

const { job, input, stop } = workerData as Start;
const send = (message: Message) => parentPort?.postMessage(message);

const between: Between = {
  tell: (step, part) => send({ kind: 'step', step, part }),
  goOn: () => {
    if (Atomics.load(stop, 0) !== 0) throw new OwnerError('cancelled', 'Stopped. Nothing of it was left.');
  },
};

try {
  const run = (jobs as unknown as Readonly<Record<string, Job<unknown, unknown>>>)[job];
  if (run === undefined) throw new Error(`No job ${job}`);
  send({ kind: 'done', answer: await run(input, between) });
} catch (error) {
  const {
    code = '',
    message = '',
    stack = '',
    field,
  } = error as { code?: string; message?: string; stack?: string; field?: string };
  send({ kind: 'failed', owner: error instanceof OwnerError, code, message, field, stack });
}
