import type { ClientSeed, WorkSeed } from '../seeds.ts';
import type { Pattern } from '../types.ts';
import { businesses } from './businesses.ts';
import { homes } from './homes.ts';
import type { Row } from './row.ts';

const FEBRUARY_TO_NOVEMBER = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const MARCH_TO_OCTOBER = [3, 4, 5, 6, 7, 8, 9, 10];

function rhythm(perYear: Row[2][2]): Pick<WorkSeed, 'every' | 'months'> {
  if (perYear === 4) return { every: 'quarter' };
  if (perYear === 12) return { every: 'month' };
  return { every: 'month', months: perYear === 10 ? FEBRUARY_TO_NOVEMBER : MARCH_TO_OCTOBER };
}

function patternOf([earliest, latest]: Row[3]): readonly Pattern[] {
  return [latest < 0 ? 'early' : earliest > 0 ? 'steady late' : 'prompt'];
}

/** The many without a story: they pay, now and then one complains. Where sixty are fine, six are seen. */
export const ordinary: readonly ClientSeed[] = [...businesses, ...homes].map(
  ([who, [since, from], [title, price, perYear], pays]) => {
    const [name, descriptor, contact, address, phone] = who;
    return {
      name,
      descriptor,
      contact,
      address,
      phone,
      patterns: patternOf(pays),
      terms: null,
      since,
      notes: null,
      work: {
        title,
        ...(title === 'Garden' ? { coldTitle: 'Winter garden' } : {}),
        price,
        from,
        ...rhythm(perYear),
      },
      pays: { usual: [pays[0], pays[1]], by: pays[2] },
    };
  },
);
