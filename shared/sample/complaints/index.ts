import type { ComplaintSeed } from '../seeds.ts';
import { earlierBusinesses } from './earlier-businesses.ts';
import { earlierHomes } from './earlier-homes.ts';
import { gone } from './gone.ts';
import { larkfield } from './larkfield.ts';
import { pemberton } from './pemberton.ts';
import { recentBusinesses } from './recent-businesses.ts';
import { recentCounters } from './recent-counters.ts';
import { recentHomes } from './recent-homes.ts';
import { recentPractices } from './recent-practices.ts';
import { whitlock } from './whitlock.ts';
import { willowBank } from './willow-bank.ts';

/** All complaints of the sample, each with the name of its client. */
export const complaintSeeds: readonly ComplaintSeed[] = [
  ...larkfield,
  ...whitlock,
  ...willowBank,
  ...pemberton,
  ...recentBusinesses,
  ...recentCounters,
  ...recentHomes,
  ...recentPractices,
  ...earlierBusinesses,
  ...earlierHomes,
  ...gone,
];
