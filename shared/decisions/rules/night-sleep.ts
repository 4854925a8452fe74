import * as z from 'zod';
import { plural } from '../../complaints/clocks.ts';
import { daysBetween } from '../../dates.ts';
import { MAX_AMOUNT } from '../../money.ts';
import { NO_COMPLAINT } from '../case.ts';
import { type HouseRule, NOT_CONCERNED } from './rule.ts';
import { isRefund, verdict } from './words.ts';

/** A refund of exactly the amount is not above it. The night is between the day the complaint came and the day decided. */
export const nightSleep: HouseRule<{ above: number | null }> = {
  id: 'night sleep',
  title: 'A night’s sleep',
  settings: [{ key: 'above', label: 'refunds above', unit: 'money' }],
  parse: z.object({ above: z.int('Give an amount like 120 or 85.50.').min(0).max(MAX_AMOUNT).nullable() }),
  initially: { on: false, settings: { above: null } },
  sentence: ({ above }, show) =>
    `A refund above ${above === null ? '…' : show(above)} only after a night’s sleep.`,
  judge: (the, proposal, { above }, show) => {
    if (above === null || !isRefund(proposal.kind) || proposal.amount <= above) return NOT_CONCERNED;
    if (the.complaint.id === NO_COMPLAINT) return NOT_CONCERNED;
    const days = daysBetween(the.complaint.receivedOn, proposal.decidedOn);
    return days > 0
      ? verdict(true, `Above ${show(above)}, ${plural(days, 'day')} after it came`)
      : verdict(false, `Above ${show(above)}, on the day it came`);
  },
};
