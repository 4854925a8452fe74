import * as z from 'zod';
import { plural } from '../../complaints/clocks.ts';
import { daysBetween } from '../../dates.ts';
import { type HouseRule, NOT_CONCERNED, type Verdict } from './rule.ts';
import { shareAgainst, showPermille, verdict } from './words.ts';

/**
 * A coupon's face against the invoice, or against the client's usual invoice where none is named; where there is
 * neither, only how long it is valid is judged. Days run from the day decided to the last valid one; exactly the
 * limit is kept, and a coupon without an end is valid too long.
 */
export const couponWorth: HouseRule<{ permille: number; days: number }> = {
  id: 'coupon worth',
  title: 'What a coupon is worth',
  settings: [
    { key: 'permille', label: 'of the invoice at most', unit: 'permille' },
    { key: 'days', label: 'days valid at most', unit: 'days' },
  ],
  parse: z.object({
    permille: z.int('Give a percentage.').min(0).max(1000, 'At most 100 %.'),
    days: z.int('Give whole days.').min(0).max(3660, 'At most 3660 days.'),
  }),
  initially: { on: false, settings: { permille: 250, days: 90 } },
  sentence: ({ permille, days }) =>
    `A coupon is worth at most ${showPermille(permille)} of the invoice, and valid for at most ${plural(days, 'day')}.`,
  odd: ({ permille, days }) => {
    if (permille === 0) return 'At 0 % of the invoice no coupon can keep this rule.';
    return days === 0 ? 'Valid for 0 days, a coupon ends on the day it is given.' : null;
  },
  judge: (the, proposal, { permille, days }) => {
    if (proposal.kind !== 'coupon') return NOT_CONCERNED;
    const parts: Verdict[] = [];
    const whole = the.invoice?.amount ?? the.client.usualInvoice ?? 0;
    const of = the.invoice === null ? 'of a usual invoice' : 'of the invoice';
    const worth = shareAgainst(proposal.amount, whole, permille);
    if (worth !== null)
      parts.push(verdict(worth.within, `${worth.share} ${of}, limit ${showPermille(permille)}`));
    if (proposal.validUntil === null) parts.push(verdict(false, `no end, limit ${plural(days, 'day')}`));
    else {
      const valid = daysBetween(proposal.decidedOn, proposal.validUntil);
      parts.push(verdict(valid <= days, `valid ${plural(valid, 'day')}, limit ${days}`));
    }
    const broken = parts.filter((part) => part.verdict === 'broken');
    const said = (broken.length > 0 ? broken : parts).map(({ words }) => words).join('; ');
    return verdict(broken.length === 0, said.charAt(0).toUpperCase() + said.slice(1));
  },
};
