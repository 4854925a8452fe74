import type { ClientSeed } from '../seeds.ts';

/**
 * The story drawn on the client screen: a tenth of the revenue, right in five complaints of seven, and a little later
 * with every invoice until one does not come. Three of the late ones fell into complaints that were our fault.
 */
export const larkfield: ClientSeed = {
  name: 'Larkfield Court',
  descriptor: '38 flats',
  patterns: ['slipping', 'over 90 days', 'part payments'],
  contact: 'Denise Harrow, estate manager',
  address: 'Larkfield Court, Mill Lane',
  phone: '142',
  terms: 21,
  since: 68,
  notes: 'Invoices to the managing agent’s post room, copy to Denise. No machines before nine.',
  work: {
    title: 'Grounds',
    price: 1020,
    before: { price: 980, monthsAgo: 8 },
    every: 'month',
    anchor: 26,
    extras: [
      { dueAgo: 530, price: 310 },
      { dueAgo: 256, price: 420 },
      { dueAgo: 104, price: 640, title: 'Lavender border' },
    ],
  },
  pays: {
    usual: [-4, 2],
    last: [
      -3,
      -1,
      0,
      2,
      -2,
      1,
      1,
      0,
      4,
      -1,
      3,
      2,
      6,
      9,
      5,
      7,
      11,
      12,
      10,
      18,
      18,
      27,
      'open',
      31,
      { part: 400, after: 20 },
      'open',
    ],
    by: 'transfer',
  },
  flag: {
    ago: 97,
    reason: 'Extra work is ordered by phone and then disputed; the lavender border was never paid for.',
    instruction: 'Extra work only with a signed quote and half in advance.',
    reviewIn: 87,
  },
};
