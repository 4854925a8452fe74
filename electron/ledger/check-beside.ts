import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { app } from 'electron';
import type { Check } from './open.ts';

/** Opens when the first window has painted: until then the check would only slow the start down. */
let start: () => void = () => undefined;
const mayStart = new Promise<void>((resolve) => {
  start = resolve;
});

export function allowChecks(): void {
  start();
}

/** Runs quick_check on a thread of its own, so that a large ledger neither delays the window nor freezes it. */
export const checkBeside: Check = async (file) => {
  await mayStart;
  return new Promise((resolve, reject) => {
    const script = join(app.getAppPath(), 'out', 'main', 'check-worker.js');
    const worker = new Worker(script, { workerData: { file } });
    worker.once('message', (found: readonly string[]) => resolve(found));
    worker.once('error', reject);
  });
};
