import * as z from 'zod';
import { MAX_AMOUNT } from '../../money.ts';
import { type HouseRule, NOT_CONCERNED } from './rule.ts';
import { verdict } from './words.ts';

/**
 * All goodwill of the calendar month with what is proposed; exactly the budget is kept. A coupon counts at its face
 * here, as if it were used. A decision dated in another month leaves this month's budget alone.
 */
export const goodwillBudget: HouseRule<{ perMonth: number | null }> = {
  id: 'goodwill budget',
  title: 'Goodwill budget',
  settings: [{ key: 'perMonth', label: 'goodwill in a month', unit: 'money' }],
  parse: z.object({ perMonth: z.int('Give an amount like 120 or 85.50.').min(0).max(MAX_AMOUNT).nullable() }),
  initially: { on: false, settings: { perMonth: null } },
  sentence: ({ perMonth }, show) =>
    `Goodwill of at most ${perMonth === null ? '…' : show(perMonth)} in a calendar month.`,
  odd: ({ perMonth }) =>
    perMonth === 0 ? 'A budget of nothing: every coupon, refund and redo breaks it.' : null,
  judge: (the, proposal, { perMonth }, show) => {
    if (perMonth === null || proposal.goodwill <= 0) return NOT_CONCERNED;
    if (proposal.decidedOn.slice(0, 7) !== the.today.slice(0, 7)) return NOT_CONCERNED;
    const sum = the.business.goodwillThisMonth + proposal.goodwill;
    return verdict(sum <= perMonth, `Goodwill this month ${show(sum)} with this, budget ${show(perMonth)}`);
  },
};
