import { describe, expect, it, test } from 'vitest';
import type { CaseClient } from '../../../shared/decisions/case.ts';
import { metConditions, partingConditions, partWays } from '../../../shared/decisions/part-ways.ts';
import { madeCase, plainClient, show } from './made-case.ts';
import { adviceOn, orderOf } from './read-advice.ts';

const each: Readonly<Record<string, Partial<CaseClient>>> = {
  late: { worstRung: 4 },
  redo: { redoNotInside6: 3 },
  strain: { staffStrain12: 2 },
  cost: { left12: -1 },
  boundary: { boundariesBroken12: 2 },
};
const with_ = (changes: Partial<CaseClient>) => partWays(madeCase({ client: changes }), show);

describe('the conditions of parting', () => {
  test.each(Object.entries(each))('%s alone is one condition, and not enough', (id, changes) => {
    const facts = { ...plainClient, ...changes };
    expect(metConditions(facts)).toEqual([id]);
    expect(with_(changes).onTheTable).toBe(false);
    expect(
      partingConditions(facts, show)
        .filter(({ met }) => met)
        .map((condition) => condition.id),
    ).toEqual([id]);
  });

  const pairs = Object.keys(each).flatMap((a, i, all) => all.slice(i + 1).map((b) => [a, b] as const));
  test.each(pairs)('%s and %s together put it on the table', (a, b) => {
    expect(with_({ ...each[a], ...each[b] }).onTheTable).toBe(true);
  });

  test.each([
    ['rung 3', { worstRung: 3 }, false],
    ['rung 4', { worstRung: 4 }, true],
    ['rung 5', { worstRung: 5 }, true],
    ['slipping, a month late', { trend: 'slipping', typicalDays: 31 }, false],
    ['slipping past a month', { trend: 'slipping', typicalDays: 32 }, true],
    ['a month late, and steady', { trend: 'steady', typicalDays: 40 }, false],
    ['no invoice due', { worstRung: null, trend: 'tooEarly', typicalDays: null }, false],
  ] as const)('late: %s', (_, changes, met) => {
    expect(metConditions({ ...plainClient, ...changes }).includes('late')).toBe(met);
  });

  test.each([
    ['redo', { redoNotInside6: 2 }],
    ['strain', { staffStrain12: 1 }],
    ['cost', { left12: 0 }],
    ['boundary', { boundariesBroken12: 1 }],
  ] as const)('just short of %s', (_, changes) => {
    expect(metConditions({ ...plainClient, ...changes })).toEqual([]);
  });

  it('names all five, met or not, each with its number and its evidence', () => {
    const conditions = with_({ redoNotInside6: 4, left12: -250_00 }).conditions;
    expect(conditions.map(({ id }) => id)).toEqual(['late', 'redo', 'strain', 'cost', 'boundary']);
    const texts = conditions.map(({ text }) => text).join(' ');
    expect(texts).toContain('4');
    expect(texts).toContain('£250');
    for (const { evidence } of conditions) expect(evidence.kind).toMatch(/figure|keeping/);
  });
});

describe('part ways is never suggested from one complaint', () => {
  it('however bad it is', () => {
    for (const fault of ['ours', 'shared', 'theirs', 'nobody'] as const) {
      const advice = adviceOn({ complaint: { severity: 4, fault, boundaryBroken: true } });
      expect(advice.partWays.onTheTable).toBe(false);
      expect(orderOf(advice)).not.toContain('part ways');
    }
  });
});

describe('blocked', () => {
  const two = { ...each.late, ...each.strain };
  it('while inside causes were not looked at, saying so', () => {
    const advice = with_({ ...two, insideLooked: false });
    expect(advice.onTheTable).toBe(false);
    expect(advice.blocks).toHaveLength(1);
    expect(advice.blocks[0]?.text).toMatch(/inside/i);
  });

  it('while a complaint that is our fault is unsettled, saying so', () => {
    const advice = with_({ ...two, ourFaultOpen: 2 });
    expect(advice.onTheTable).toBe(false);
    expect(advice.blocks[0]?.text).toContain('2');
    expect(with_({ ...two, ourFaultOpen: 1 }).blocks[0]?.text).toContain('our fault');
  });

  it('by both at once', () => {
    expect(with_({ insideLooked: false, ourFaultOpen: 1 }).blocks).toHaveLength(2);
  });
});

describe('a big revenue share', () => {
  const two = { ...each.late, ...each.strain };
  test.each([
    [9.9, false],
    [10, true],
    [62.5, true],
    [null, false],
  ] as const)('%s %%', (revenuePercent, warned) => {
    const advice = with_({ ...two, revenuePercent });
    expect(advice.warning !== null).toBe(warned);
    expect(advice.onTheTable).toBe(true);
    if (warned) expect(advice.warning).toContain(`${revenuePercent}`);
  });
});

it('needs nothing of a complaint: the worksheet asks for the same', () => {
  expect(partWays({ client: plainClient }, show)).toEqual(with_({}));
});
