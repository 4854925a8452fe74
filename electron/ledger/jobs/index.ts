import { checkJob } from './check.ts';
import type { Job } from './job.ts';

/** Every job and what it is called by: the one list. What goes in and comes out must survive structured cloning. */
export const jobs = {
  check: checkJob,
} as const satisfies Record<string, Job<never, unknown>>;

export type JobName = keyof typeof jobs;
export type JobInput<Name extends JobName> = Parameters<(typeof jobs)[Name]>[0];
export type JobAnswer<Name extends JobName> = Awaited<ReturnType<(typeof jobs)[Name]>>;
