import * as z from 'zod';
import { plural } from '../../complaints/clocks.ts';
import { MAX_AMOUNT } from '../../money.ts';
import { type HouseRule, NOT_CONCERNED } from './rule.ts';
import { verdict } from './words.ts';

/**
 * While flagged or parted; and, where an amount is given, while more than that is past due and the oldest of it for
 * more than so many days. Exactly the amount, or exactly the days, is not over.
 */
export const noNewWork: HouseRule<{ amount: number | null; days: number }> = {
  id: 'no new work',
  title: 'No new work',
  settings: [
    { key: 'amount', label: 'past due more than', unit: 'money', optional: true },
    { key: 'days', label: 'for over', unit: 'days' },
  ],
  parse: z.object({
    amount: z.int('Give an amount like 120 or 85.50.').min(0).max(MAX_AMOUNT).nullable(),
    days: z.int('Give whole days.').min(0).max(3660, 'At most 3660 days.'),
  }),
  initially: { on: true, settings: { amount: null, days: 30 } },
  sentence: ({ amount, days }, show) =>
    amount === null
      ? 'No new work while a client is flagged or parted.'
      : `No new work while a client is flagged or parted, or while more than ${show(amount)} is past due, the oldest for over ${plural(days, 'day')}.`,
  judgeNewWork: (work, { amount, days }, show) => {
    const against = [
      ...(work.parted ? ['ways have parted'] : []),
      ...(work.flagged ? ['a red flag is up'] : []),
      ...(amount !== null && work.pastDue > amount && work.pastDueDays !== null && work.pastDueDays > days
        ? [
            `${show(work.pastDue)} is past due, the oldest for ${plural(work.pastDueDays, 'day')}; limit ${show(amount)} for ${plural(days, 'day')}`,
          ]
        : []),
    ];
    if (against.length === 0) return NOT_CONCERNED;
    return verdict(false, `No new work: ${against.join(', ')}`);
  },
};
