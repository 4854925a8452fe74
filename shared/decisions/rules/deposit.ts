import * as z from 'zod';
import { RUNG_NAMES } from '../../lateness/ladder.ts';
import { type HouseRule, NOT_CONCERNED } from './rule.ts';
import { showPermille, verdict } from './words.ts';

/** “rung 3, up to a month”. */
const rungWords = (rung: number): string => `rung ${rung}, ${RUNG_NAMES[rung] ?? ''}`;

/** From a rung of the late ladder on, counted as the worst of the last twelve that are not excused. */
export const deposit: HouseRule<{ rung: number; permille: number }> = {
  id: 'deposit',
  title: 'Deposit',
  settings: [
    { key: 'rung', label: 'from this rung of the late ladder', unit: 'rung' },
    { key: 'permille', label: 'deposit', unit: 'permille' },
  ],
  parse: z.object({
    rung: z.int().min(1, 'From rung 1 on: rung 0 pays on time.').max(5, 'The ladder ends at rung 5.'),
    permille: z.int('Give a percentage.').min(1, 'More than nothing.').max(1000, 'At most 100 %.'),
  }),
  initially: { on: false, settings: { rung: 3, permille: 500 } },
  sentence: ({ rung, permille }) =>
    `A deposit of ${showPermille(permille)} before new work from rung ${rung} of the late ladder on: ${RUNG_NAMES[rung] ?? ''}.`,
  judgeNewWork: (work, { rung, permille }) =>
    work.worstRung === null || work.worstRung < rung
      ? NOT_CONCERNED
      : verdict(
          false,
          `Late ladder at ${rungWords(work.worstRung)}: ask for a deposit of ${showPermille(permille)} first`,
        ),
};
