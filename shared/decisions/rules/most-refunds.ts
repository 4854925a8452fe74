import * as z from 'zod';
import { plural } from '../../complaints/clocks.ts';
import { type HouseRule, NOT_CONCERNED } from './rule.ts';
import { isRefund, ordinal, verdict } from './words.ts';

/** Counts the client's refunds of the 12 months that end today and the one proposed; exactly the limit is kept. */
export const mostRefunds: HouseRule<{ refunds: number }> = {
  id: 'most refunds',
  title: 'Most refunds',
  settings: [{ key: 'refunds', label: 'refunds for one client in 12 months', unit: 'count' }],
  parse: z.object({ refunds: z.int('Give a whole number.').min(0).max(100, 'At most 100.') }),
  initially: { on: false, settings: { refunds: 2 } },
  sentence: ({ refunds }) =>
    refunds === 0
      ? 'No refunds, for any client.'
      : `At most ${plural(refunds, 'refund')} for one client within 12 months.`,
  judge: (the, proposal, { refunds }) => {
    if (!isRefund(proposal.kind)) return NOT_CONCERNED;
    const count = the.client.refunds12 + 1;
    return verdict(count <= refunds, `${ordinal(count)} refund in 12 months, limit ${refunds}`);
  },
};
