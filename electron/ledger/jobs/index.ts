import { backupJob } from './backup.ts';
import { checkJob } from './check.ts';
import { exportJob } from './export.ts';
import type { Job } from './job.ts';
import { lookJob } from './look.ts';
import { missingJob } from './missing.ts';
import { placeJob } from './place.ts';
import { rehearseJob } from './rehearse.ts';
import { salvageJob } from './salvage.ts';
import { soundJob } from './sound.ts';
import { takeInJob } from './take-in.ts';

/** Every job and what it is called by: the one list. What goes in and comes out must survive structured cloning. */
export const jobs = {
  backup: backupJob,
  check: checkJob,
  export: exportJob,
  look: lookJob,
  missing: missingJob,
  place: placeJob,
  rehearse: rehearseJob,
  salvage: salvageJob,
  sound: soundJob,
  takeIn: takeInJob,
} as const satisfies Record<string, Job<never, unknown>>;

export type JobName = keyof typeof jobs;
export type JobInput<Name extends JobName> = Parameters<(typeof jobs)[Name]>[0];
export type JobAnswer<Name extends JobName> = Awaited<ReturnType<(typeof jobs)[Name]>>;
