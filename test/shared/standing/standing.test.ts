import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  reckonStanding,
  type StandingFacts,
  standingSetInput,
  standings,
} from '../../../shared/standing/standing.ts';
import { whyFigures } from '../../../shared/views/why.ts';

const calm: StandingFacts = {
  flagged: false,
  trend: 'steady',
  slope: 0,
  typicalDays: 2,
  neverCame: 0,
  oldestDays: null,
  complaints12: 0,
  ourFault12: 0,
  openSerious: 0,
  staffStrain12: 0,
  boundariesBroken12: 0,
  redoNotInside6: 0,
  ourFaultOpen: 0,
  insideLooked: true,
  partingMet: [],
};
const strained: Partial<StandingFacts> = {
  staffStrain12: 2,
  boundariesBroken12: 3,
  partingMet: ['strain', 'boundary'],
};

describe('standing by the facts', () => {
  test.each<[string, Partial<StandingFacts>, string]>([
    ['nothing against', {}, 'good'],
    ['complaints that were ours', { complaints12: 6, ourFault12: 5 }, 'good'],
    ['three that were not', { complaints12: 5, ourFault12: 2 }, 'keep an eye on'],
    ['slipping', { trend: 'slipping', slope: 2 }, 'keep an eye on'],
    ['31 days past due', { oldestDays: 31 }, 'good'],
    ['32 days past due', { oldestDays: 32 }, 'keep an eye on'],
    ['slipping, and past due', { trend: 'slipping', oldestDays: 32 }, 'at risk'],
    ['a red flag', { flagged: true }, 'at risk'],
    ['one that never came', { neverCame: 1 }, 'at risk'],
    ['one condition of parting', { staffStrain12: 2, partingMet: ['strain'] }, 'keep an eye on'],
    ['late long ago, and nothing else', { partingMet: ['late'] }, 'good'],
    ['two conditions, looked inside, nothing of ours open', strained, 'consider parting'],
    ['two conditions, not looked inside', { ...strained, insideLooked: false }, 'at risk'],
    ['two conditions, something of ours open', { ...strained, ourFaultOpen: 1 }, 'at risk'],
    ['late long ago, and strain', { staffStrain12: 2, partingMet: ['late', 'strain'] }, 'consider parting'],
    [
      'late long ago, and strain, not looked inside',
      { staffStrain12: 2, partingMet: ['late', 'strain'], insideLooked: false },
      'at risk',
    ],
    [
      'everything at once, none of it a condition',
      { flagged: true, neverCame: 3, openSerious: 2 },
      'at risk',
    ],
  ])('%s: %s', (_name, facts, word) => {
    expect(reckonStanding({ ...calm, ...facts }).word).toBe(word);
  });

  it('says in fairness what was ours', () => {
    const { reasons } = reckonStanding({
      ...calm,
      flagged: true,
      trend: 'slipping',
      slope: 9,
      typicalDays: 60,
      neverCame: 3,
      oldestDays: 200,
      complaints12: 9,
      ourFault12: 2,
      openSerious: 2,
    });
    expect(reasons.map(({ text }) => text)).toEqual([
      'red flag raised',
      '3 invoices never came',
      'payments slipping',
      'typically over a month late',
      'a serious complaint is open',
      '9 complaints in 12 months',
      '2 of 9 complaints were our fault',
    ]);
    expect(reasons.at(-1)).toEqual({
      text: '2 of 9 complaints were our fault',
      bad: false,
      figure: 'complaints12',
    });
  });

  it('says each condition of parting that is met, with its number', () => {
    const { reasons } = reckonStanding({
      ...calm,
      staffStrain12: 2,
      boundariesBroken12: 4,
      redoNotInside6: 3,
      partingMet: ['late', 'redo', 'strain', 'cost', 'boundary'],
    });
    expect(reasons.map(({ text, figure }) => [text, figure])).toEqual([
      ['an invoice came over a month late', 'ladder'],
      ['3 redo requests in six months', 'redoNotInside'],
      ['staff strain noted twice', 'staffStrain'],
      ['boundary broken 4 times', 'boundariesBroken'],
      ['keeping them costs more than they bring', 'costToKeep'],
    ]);
  });

  it('says what has to be done before parting is considered', () => {
    const { reasons } = reckonStanding({ ...calm, ...strained, insideLooked: false, ourFaultOpen: 1 });
    expect(reasons.filter(({ bad }) => !bad).map(({ text }) => text)).toEqual([
      'settle what is our fault before parting is considered',
      'look inside before parting is considered',
    ]);
  });

  it('never considers parting from fewer than two conditions, nor while something blocks', () => {
    const facts = fc.record({
      flagged: fc.boolean(),
      trend: fc.constantFrom('slipping', 'steady', 'improving', 'tooEarly'),
      slope: fc.constant(1),
      typicalDays: fc.option(fc.integer({ min: -30, max: 400 })),
      neverCame: fc.nat(5),
      oldestDays: fc.option(fc.nat(900)),
      complaints12: fc.integer({ min: 5, max: 30 }),
      ourFault12: fc.nat(5),
      openSerious: fc.nat(3),
      staffStrain12: fc.nat(4),
      boundariesBroken12: fc.nat(4),
      redoNotInside6: fc.nat(6),
      ourFaultOpen: fc.nat(2),
      insideLooked: fc.boolean(),
      partingMet: fc.uniqueArray(fc.constantFrom('late', 'redo', 'strain', 'cost', 'boundary')),
    });
    fc.assert(
      fc.property(facts, (made) => {
        const { word, reasons } = reckonStanding(made);
        const mayPart = made.partingMet.length >= 2 && made.insideLooked && made.ourFaultOpen === 0;
        expect(word === 'consider parting').toBe(mayPart);
        // Who stands badly is told why, and by at least as many reasons as it takes.
        const bad = reasons.filter((reason) => reason.bad).length;
        if (word === 'good') expect(bad).toBe(0);
        else expect(bad).toBeGreaterThan(0);
        if (word === 'consider parting') expect(bad).toBeGreaterThanOrEqual(2);
        if (made.partingMet.length >= 2) expect(['at risk', 'consider parting']).toContain(word);
        expect(new Set(reasons.map(({ text }) => text)).size).toBe(reasons.length);
        for (const { figure } of reasons) expect(whyFigures).toContain(figure);
      }),
    );
  });
});

describe('the owner’s own standing', () => {
  it('needs a reason', () => {
    const parse = (reason: string) =>
      standingSetInput.safeParse({ clientId: 1, standing: 'good', reason, reviewOn: '2027-01-01' }).success;
    expect(parse('They had a fire in the office.')).toBe(true);
    expect(parse('   ')).toBe(false);
  });

  it('is one of the four words', () => {
    expect(standings).toEqual(['good', 'keep an eye on', 'at risk', 'consider parting']);
  });
});
