import { addDays } from '../dates.ts';
import type { SampleDecision, SampleParting, SampleReferral } from './types.ts';

/** Firms that fit some clients better than we do; invented, as everything here. */
export const referrals: readonly SampleReferral[] = [
  {
    name: 'Moonlight Groundworks',
    fits: 'Building sites, work at night and on Sundays',
    contact: '01632 960 411',
  },
  {
    name: 'Topiary & Daughters',
    fits: 'Gardens where every leaf has its place',
    contact: 'office@topiary-daughters.example',
  },
];

/** The worksheet behind a decision to part ways, begun two weeks before it. */
export function partingBehind(decision: SampleDecision): SampleParting {
  return {
    begunOn: addDays(decision.decidedOn, -14),
    finishedOn: decision.decidedOn,
    why: `${decision.reason} Three of four complaints in a year were made up of hours and words that are not in the contract.`,
    lastAttempt: 'A meeting on site, with the contract on the table and an offer of two fixed days.',
    moneySettled: 'Final invoice sent with the letter, paid in full.',
    handOver: 'Keys of the compound, the watering plan, and the list of what is planted where.',
    referral: 'Moonlight Groundworks',
    decisionKey: decision.key,
  };
}
