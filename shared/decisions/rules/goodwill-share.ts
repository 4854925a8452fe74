import * as z from 'zod';
import { type HouseRule, NOT_CONCERNED } from './rule.ts';
import { shareAgainst, showPermille, verdict } from './words.ts';

/**
 * The client's goodwill of 12 months with what is proposed, against their revenue of 12 months; exactly the limit is
 * kept. Without revenue there is nothing to measure by, so it says nothing.
 */
export const goodwillShare: HouseRule<{ permille: number }> = {
  id: 'goodwill share',
  title: 'Goodwill share',
  settings: [{ key: 'permille', label: 'of a client’s revenue in 12 months', unit: 'permille' }],
  parse: z.object({ permille: z.int('Give a percentage.').min(0).max(1000, 'At most 100 %.') }),
  initially: { on: true, settings: { permille: 40 } },
  sentence: ({ permille }) =>
    `Goodwill of at most ${showPermille(permille)} of a client’s revenue in 12 months.`,
  odd: ({ permille }) => (permille === 0 ? 'A limit of 0 %: every coupon, refund and redo breaks it.' : null),
  judge: (the, proposal, { permille }) => {
    if (proposal.goodwill <= 0) return NOT_CONCERNED;
    const stands = shareAgainst(the.client.goodwill12 + proposal.goodwill, the.client.revenue12, permille);
    if (stands === null) return NOT_CONCERNED;
    return verdict(stands.within, `Goodwill ${stands.share}, limit ${showPermille(permille)}`);
  },
};
