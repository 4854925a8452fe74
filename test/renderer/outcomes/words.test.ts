import { describe, expect, it } from 'vitest';
import { tallyNotes } from '../../../renderer/screens/outcomes/words.ts';
import type { Outcome } from '../../../shared/decisions/outcome.ts';
import { outcomeParts } from '../../../shared/decisions/outcome-words.ts';

const decided = { decidedOn: '2026-05-01' };
const base: Outcome = {
  decisionId: 1,
  cameBack90: { word: 'no' },
  cameBack180: { word: 'no' },
  complainedAgain: { word: 'no' },
  couponUsed: null,
  pays: null,
};
const line = (more: Partial<Outcome>) => outcomeParts(decided, { ...base, ...more }).join(' · ');

describe('what came after a decision, in one line', () => {
  it('says it in an owner’s words', () => {
    expect(
      line({
        cameBack180: { word: 'yes', on: '2026-05-22' },
        pays: { word: 'the same', before: 4, after: 5 },
      }),
    ).toBe('came back after 21 days · no further complaint · pays as before');
  });

  it('says which windows are open', () => {
    expect(
      line({
        cameBack180: { word: 'open', until: '2026-10-28' },
        complainedAgain: { word: 'open', until: '2026-10-28' },
      }),
    ).toBe('not back yet, open until 28 Oct 2026 · no further complaint so far');
  });

  it('tells the cause only where it is known', () => {
    const again = (sameCause?: boolean) =>
      line({
        complainedAgain: {
          word: 'yes',
          on: '2026-05-02',
          ...(sameCause === undefined ? {} : { sameCause }),
        },
      });
    expect(again()).toBe('did not come back within 180 days · complained again after 1 day');
    expect(again(true)).toContain('after 1 day, same cause');
    expect(again(false)).toContain('after 1 day, another cause');
  });

  it('gives both sides of paying, early and unpaid ones too', () => {
    expect(line({ pays: { word: 'faster', before: 0, after: -4 } })).toContain(
      'pays faster: 4 days early, was on the day',
    );
    expect(line({ pays: { word: 'slower', before: 1, after: 40, moreThan: 'after' } })).toContain(
      'pays slower: more than 40 days late, was 1',
    );
  });
});

describe('what stands under n of m', () => {
  const format = { percent: (share: number) => `${share} %`, count: String };
  it('never repeats what the number says', () => {
    const open = { yes: 0, of: 0, open: 3, early: 0, percent: null };
    expect(tallyNotes(open, 'back', format)).toEqual([]);
    expect(tallyNotes({ ...open, early: 1 }, 'back', format)).toEqual(['1 back']);
    expect(tallyNotes({ yes: 2, of: 5, open: 0, early: 0, percent: 40 }, '', format)).toEqual(['40 %']);
  });
});
