import type { ClientSeed } from '../seeds.ts';

/** The three that cost more than money: one eats the hours, one demands the impossible, one we parted with. */
export const hard: readonly ClientSeed[] = [
  {
    // Pays well and a lot, and has us back again and again: what is left of it after the hours?
    name: 'Willow Bank Care Home',
    descriptor: '42 beds',
    patterns: ['eats time', 'steady late'],
    contact: 'Sister Agnew, matron’s office',
    address: 'Willow Bank, Hollin Road',
    phone: '322',
    terms: null,
    since: 63,
    notes:
      'The largest after Larkfield Court. Wants somebody back within the day, most weeks. Two of ours asked not to go.',
    work: {
      title: 'Grounds and sensory garden',
      price: 980,
      before: { price: 940, monthsAgo: 15 },
      every: 'month',
      anchor: 21,
    },
    pays: { usual: [3, 8], last: [5, 3, 7, 6, 4, 8, 5, 6, 7, 4, 6, 5], by: 'transfer' },
  },
  {
    // Two complaints met with goodwill before the pattern showed; then three of her own making, met with evidence.
    name: 'Mrs Whitlock',
    descriptor: 'private',
    patterns: ['unreasonable', 'over 90 days'],
    contact: null,
    address: '30 Abbotsford Road',
    phone: '325',
    terms: 14,
    since: 27,
    notes: 'No visits until the hedge is paid for.',
    work: {
      title: 'Garden',
      coldTitle: 'Winter garden',
      price: 95,
      every: 36,
      anchor: 35,
      from: 27,
      until: 1,
      extras: [{ dueAgo: 94, price: 95, title: 'Hedge trim' }],
    },
    pays: { usual: [-2, 3], last: [4, -1, 1, 0, 2, 5, -4, 0, 1, 0, 'open', 1, 'open'], by: 'card' },
    flag: {
      ago: 84,
      reason:
        'Three complaints in a row that the photos contradict, each with a demand for the visit to be free.',
      instruction: 'Photograph before and after, two people, nothing promised at the door.',
      reviewIn: 6,
    },
  },
  {
    name: 'Delacourt Developments',
    descriptor: 'site offices',
    patterns: ['parted', 'steady late'],
    contact: 'Rex Delacourt',
    address: 'The Cabin, Wharf Site',
    phone: '328',
    terms: null,
    since: 44,
    notes: 'Parted on good terms on paper. Referred to a firm with its own night crew.',
    work: { title: 'Site planting', price: 560, every: 'month', anchor: 430, until: 15 },
    pays: { usual: [18, 40], last: [30, 22, 41, 25, 36, 20, 44, 31, 27, 38, 24, 33], by: 'transfer' },
  },
];
