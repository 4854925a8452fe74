import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { OwnerError } from '../../../shared/result.ts';
import { jobs } from './index.ts';
import type { Between, Job } from './job.ts';
import { type Message, runOnThread, type Start } from './thread.ts';

const { job, input, stop } = workerData as Start;
const send = (message: Message) => parentPort?.postMessage(message);

const between: Between = {
  tell: (step, part) => send({ kind: 'step', step, part }),
  goOn: () => {
    if (Atomics.load(stop, 0) !== 0) throw new OwnerError('cancelled', 'Stopped. Nothing of it was left.');
  },
  beside: async (other, given) =>
    (await runOnThread(fileURLToPath(import.meta.url), { job: other, input: given, stop })) === true,
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
