import * as z from 'zod';
import { plural } from '../../complaints/clocks.ts';
import { daysBetween } from '../../dates.ts';
import type { HouseRule } from './rule.ts';
import { verdict } from './words.ts';

/** Whole days from received to settled; exactly the limit is kept. An open complaint is judged once it is over. */
export const settleWithin: HouseRule<{ days: number }> = {
  id: 'settle within',
  title: 'Settle within',
  settings: [{ key: 'days', label: 'days until it is settled', unit: 'days' }],
  parse: z.object({ days: z.int('Give whole days.').min(1, 'At least 1 day.').max(365, 'At most a year.') }),
  initially: { on: true, settings: { days: 7 } },
  sentence: ({ days }) => `Settle a complaint within ${plural(days, 'day')}.`,
  judgeClock: ({ receivedOn, settledOn }, today, { days }) => {
    const limit = `limit ${plural(days, 'day')}`;
    const taken = daysBetween(receivedOn, settledOn ?? today);
    if (settledOn === null)
      return taken > days ? verdict(false, `Open for ${plural(taken, 'day')}, ${limit}`) : null;
    const after = taken === 0 ? 'the same day' : `after ${plural(taken, 'day')}`;
    return verdict(taken <= days, `Settled ${after}, ${limit}`);
  },
};
