import type { ClientSeed } from '../seeds.ts';
import { hard } from './hard.ts';
import { improving } from './improving.ts';
import { larkfield } from './larkfield.ts';
import { ordinary } from './ordinary.ts';
import { slipping } from './slipping.ts';
import { steady } from './steady.ts';

/** All clients of the sample. */
export const clientSeeds: readonly ClientSeed[] = [
  larkfield,
  ...slipping,
  ...steady,
  ...improving,
  ...hard,
  ...ordinary,
];
