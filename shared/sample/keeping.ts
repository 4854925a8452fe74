import { addDays, type Day } from '../dates.ts';
import type { HoursKind } from '../notes/note.ts';
import type { Standing } from '../standing/standing.ts';
import type { SampleClient } from './types.ts';

/** What is remembered of a client besides invoices and complaints; days are counted back from today. */
interface KeepingSeed {
  readonly hours?: readonly {
    readonly ago: number;
    readonly kind: HoursKind;
    readonly minutes: number;
    readonly what: string;
  }[];
  readonly strain?: readonly { readonly ago: number; readonly words: string }[];
  readonly look?: {
    readonly ago: number;
    readonly found: string;
    readonly ours: readonly ('process' | 'communication' | 'value' | 'training')[];
  };
  readonly standing?: {
    readonly standing: Standing;
    readonly ago: number;
    readonly reviewIn: number;
    readonly reason: string;
  };
}

const seeds: Readonly<Record<string, KeepingSeed>> = {
  'Willow Bank Care Home': {
    hours: [
      { ago: 8, kind: 'care', minutes: 75, what: 'Walked round with the matron' },
      { ago: 29, kind: 'redo', minutes: 120, what: 'Came back for the hanging chairs' },
      { ago: 47, kind: 'care', minutes: 40, what: 'Four calls about the nap hour' },
      { ago: 76, kind: 'redo', minutes: 90, what: 'Bird table moved a second time' },
      { ago: 110, kind: 'care', minutes: 60, what: 'Meeting with the families' },
      { ago: 149, kind: 'chasing', minutes: 15, what: 'Order number for June' },
      { ago: 188, kind: 'redo', minutes: 150, what: 'Herb beds, once more' },
    ],
    strain: [{ ago: 102, words: 'Two of ours asked to be put on another round for a month.' }],
  },
  'Larkfield Court': {
    hours: [
      { ago: 7, kind: 'care', minutes: 50, what: 'At the neighbours’ with a broom and a cake' },
      { ago: 20, kind: 'chasing', minutes: 25, what: 'Reminder and two calls' },
      { ago: 51, kind: 'chasing', minutes: 20, what: 'Reminder for the border' },
      { ago: 83, kind: 'chasing', minutes: 30, what: 'Rang the estate office twice' },
    ],
  },
  'Mrs Whitlock': {
    hours: [
      { ago: 12, kind: 'chasing', minutes: 20, what: 'Letter about the hedge trim' },
      { ago: 60, kind: 'chasing', minutes: 15, what: 'Second reminder' },
      { ago: 88, kind: 'care', minutes: 45, what: 'Went through the photos with her' },
      { ago: 116, kind: 'care', minutes: 35, what: 'On the phone about the roses' },
    ],
    strain: [
      { ago: 87, words: 'The crew will only go there in pairs since the shouting.' },
      { ago: 115, words: 'One of ours cried in the van.' },
    ],
    look: {
      ago: 84,
      found: 'The first two were ours and were put right. The photos of the last three show what was quoted.',
      ours: ['process', 'communication'],
    },
  },
  'Pemberton Mews': {
    standing: {
      standing: 'good',
      ago: 70,
      reviewIn: 3,
      reason:
        'Every complaint of theirs made us better, and none came twice. They pay and they say thank you.',
    },
  },
  'Priory Lettings': {
    hours: [
      { ago: 15, kind: 'chasing', minutes: 20, what: 'Reminder for September' },
      { ago: 44, kind: 'chasing', minutes: 15, what: 'Reminder for August' },
    ],
  },
  'Delacourt Developments': {
    hours: [
      { ago: 445, kind: 'care', minutes: 90, what: 'Meeting on site' },
      { ago: 470, kind: 'chasing', minutes: 40, what: 'Calls about the July invoice' },
    ],
    strain: [
      { ago: 440, words: 'Two of ours would not go back.' },
      { ago: 538, words: 'Shouting on the phone, late at night.' },
    ],
    look: {
      ago: 437,
      found: 'Fencing the first bed was ours, and done. Hours and price are as in the contract.',
      ours: ['process'],
    },
  },
};

type Keeping = Pick<SampleClient, 'hours' | 'strain' | 'look' | 'standing'>;

/** Hours, strain, look and standing of the client of that name; nothing for most. */
export function keepingFor(name: string, today: Day): Keeping {
  const seed = seeds[name] ?? {};
  const ago = (days: number) => addDays(today, -days);
  return {
    hours: (seed.hours ?? []).map(({ ago: days, ...rest }) => ({ on: ago(days), ...rest })),
    strain: (seed.strain ?? []).map(({ ago: days, words }) => ({ on: ago(days), words })),
    look:
      seed.look === undefined
        ? null
        : {
            on: ago(seed.look.ago),
            process: seed.look.ours.includes('process'),
            communication: seed.look.ours.includes('communication'),
            value: seed.look.ours.includes('value'),
            training: seed.look.ours.includes('training'),
            found: seed.look.found,
          },
    standing:
      seed.standing === undefined
        ? null
        : {
            standing: seed.standing.standing,
            reason: seed.standing.reason,
            setOn: ago(seed.standing.ago),
            reviewOn: addDays(today, seed.standing.reviewIn),
          },
  };
}
