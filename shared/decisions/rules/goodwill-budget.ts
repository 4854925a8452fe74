import * as z from 'zod';
import { showMonthYear } from '../../dates.ts';
import { MAX_AMOUNT } from '../../money.ts';
import { type HouseRule, NOT_CONCERNED } from './rule.ts';
import { verdict } from './words.ts';

/**
 * All goodwill of the calendar month with what is proposed; exactly the budget is kept. A coupon counts at its face
 * here, as if it were used. A decision dated in another month is held against the budget of that one.
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
    const { decidedOn } = proposal;
    const isThis = decidedOn.slice(0, 7) === the.today.slice(0, 7);
    const before = isThis ? the.business.goodwillThisMonth : proposal.monthBefore;
    if (before === undefined) return NOT_CONCERNED;
    const sum = before + proposal.goodwill;
    const month = isThis ? 'this month' : `in ${showMonthYear(decidedOn)}`;
    return verdict(sum <= perMonth, `Goodwill ${month} ${show(sum)}, budget ${show(perMonth)}`);
  },
};
