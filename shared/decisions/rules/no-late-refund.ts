import * as z from 'zod';
import { plural } from '../../complaints/clocks.ts';
import { daysBetween } from '../../dates.ts';
import { NO_COMPLAINT } from '../case.ts';
import { type HouseRule, NOT_CONCERNED } from './rule.ts';
import { isRefund, verdict } from './words.ts';

/**
 * Days from the invoice's own day to the day the complaint came, not to the day decided: what comes in time must not
 * be lost because the business was slow. Exactly the limit is in time. Without an invoice there is nothing to count from.
 */
export const noLateRefund: HouseRule<{ days: number }> = {
  id: 'no late refund',
  title: 'No late refund',
  settings: [{ key: 'days', label: 'days after the invoice', unit: 'days' }],
  parse: z.object({ days: z.int('Give whole days.').min(0).max(3660, 'At most 3660 days.') }),
  initially: { on: false, settings: { days: 60 } },
  sentence: ({ days }) =>
    `No refund where the complaint came more than ${plural(days, 'day')} after the invoice.`,
  odd: ({ days }) =>
    days === 0 ? 'With 0 days only a complaint on the day of the invoice is in time for a refund.' : null,
  judge: (the, proposal, { days }) => {
    if (!isRefund(proposal.kind) || the.invoice === null || the.complaint.id === NO_COMPLAINT)
      return NOT_CONCERNED;
    const after = Math.max(0, daysBetween(the.invoice.issuedOn, the.complaint.receivedOn));
    return verdict(after <= days, `Complained ${plural(after, 'day')} after the invoice, limit ${days}`);
  },
};
