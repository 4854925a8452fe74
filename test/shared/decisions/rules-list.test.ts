import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { decisionKinds } from '../../../shared/decisions/decision.ts';
import { contradictions } from '../../../shared/decisions/rules/contradictions.ts';
import {
  clockVerdicts,
  missingSetting,
  newWorkVerdicts,
  RULES,
  sentenceOf,
  verdictsOn,
} from '../../../shared/decisions/rules/index.ts';
import type {
  NewWork,
  Proposal,
  RuleInForce,
  RuleSettings,
  TimedComplaint,
} from '../../../shared/decisions/rules/rule.ts';
import { madeCase, rule, show, TODAY } from './made-case.ts';

const plainProposal: Proposal = {
  kind: 'part refund',
  amount: 100_00,
  goodwill: 100_00,
  decidedOn: TODAY,
  validUntil: null,
};

const nbsp = (text: string) => text.replaceAll(' %', '\u00a0%');

describe('the clocks', () => {
  const timed = (more: Partial<TimedComplaint>): TimedComplaint => ({
    id: 1,
    clientId: 1,
    receivedOn: '2026-11-14',
    receivedTime: null,
    repliedOn: null,
    repliedTime: null,
    settledOn: null,
    ...more,
  });
  const clock = (id: string, settings: RuleSettings, more: Partial<TimedComplaint>): string => {
    const [only] = clockVerdicts([rule(id, settings)], timed(more), TODAY);
    return only === undefined ? 'runs' : `${only.verdict}: ${only.words}`;
  };

  test.each([
    [
      'exactly 24 hours',
      24,
      { receivedTime: '09:00', repliedOn: '2026-11-15', repliedTime: '09:00' },
      'kept: Replied after 24 hours, limit 24 hours',
    ],
    [
      'a minute more',
      24,
      { receivedTime: '09:00', repliedOn: '2026-11-15', repliedTime: '09:01' },
      'broken: Replied after just over 24 hours, limit 24 hours',
    ],
    [
      'at once',
      1,
      { receivedTime: '09:00', repliedOn: '2026-11-14', repliedTime: '09:00' },
      'kept: Replied after 0 minutes, limit 1 hour',
    ],
    ['the day after, no times', 24, { repliedOn: '2026-11-15' }, 'kept: Replied after 1 day, limit 24 hours'],
    [
      'the day after, one time only',
      24,
      { receivedTime: '08:00', repliedOn: '2026-11-15' },
      'kept: Replied after 1 day, limit 24 hours',
    ],
    [
      'two days after, no times',
      24,
      { repliedOn: '2026-11-16' },
      'broken: Replied after 2 days, limit 24 hours',
    ],
    [
      'two days after, 48 hours',
      48,
      { repliedOn: '2026-11-16' },
      'kept: Replied after 2 days, limit 48 hours',
    ],
    [
      'the day after, 23 hours',
      23,
      { repliedOn: '2026-11-15' },
      'broken: Replied after 1 day, limit 23 hours',
    ],
    [
      'the same day, 1 hour, no times',
      1,
      { repliedOn: '2026-11-14' },
      'kept: Replied the same day, limit 1 hour',
    ],
    ['no reply yet, in time so far', 72, {}, 'runs'],
    ['no reply yet, over', 71, {}, 'broken: No reply yet after 3 days, limit 71 hours'],
    // Received an hour before midnight: when today began, 49 hours were gone.
    [
      'no reply, with a time',
      48,
      { receivedTime: '23:00' },
      'broken: No reply yet after 3 days, limit 48 hours',
    ],
    ['no reply, surely only then', 49, { receivedTime: '23:00' }, 'runs'],
    ['today, no reply', 1, { receivedOn: TODAY, receivedTime: '00:00' }, 'runs'],
    [
      'settled in time, reply not noted',
      24,
      { settledOn: '2026-11-15' },
      'kept: Settled after 1 day, limit 24 hours',
    ],
    ['settled later, reply not noted', 24, { settledOn: '2026-11-16' }, 'not concerned: '],
  ] as [string, number, Partial<TimedComplaint>, string][])('reply: %s', (_name, hours, more, says) => {
    expect(clock('reply within', { hours }, more)).toBe(says);
  });

  test.each([
    ['the last day', 3, { settledOn: '2026-11-17' }, 'kept: Settled after 3 days, limit 3 days'],
    ['a day over', 2, { settledOn: '2026-11-17' }, 'broken: Settled after 3 days, limit 2 days'],
    ['the same day', 1, { settledOn: '2026-11-14' }, 'kept: Settled the same day, limit 1 day'],
    ['open on the last day', 3, {}, 'runs'],
    ['open a day over', 2, {}, 'broken: Open for 3 days, limit 2 days'],
    ['received after today', 2, { receivedOn: '2026-12-01' }, 'runs'],
  ] as [string, number, Partial<TimedComplaint>, string][])('settle: %s', (_name, days, more, says) => {
    expect(clock('settle within', { days }, more)).toBe(says);
  });
});

describe('new work', () => {
  const plain: NewWork = {
    flagged: false,
    parted: false,
    owed: 0,
    pastDue: 0,
    pastDueDays: null,
    worstRung: null,
  };
  const work = (id: string, settings: RuleSettings, more: Partial<NewWork>): string => {
    const [only] = newWorkVerdicts([rule(id, settings)], { ...plain, ...more }, show);
    return `${only?.verdict}: ${only?.words}`;
  };

  test.each([
    ['below the rung', 2, 'not concerned: '],
    ['on the rung', 3, 'broken: Late ladder at rung 3, up to a month: ask for a deposit of 50 % first'],
    ['above it', 5, 'broken: Late ladder at rung 5, never came: ask for a deposit of 50 % first'],
    ['no invoice due yet', null, 'not concerned: '],
  ])('deposit: %s', (_name, worstRung, says) => {
    expect(work('deposit', { rung: 3, permille: 500 }, { worstRung })).toBe(nbsp(says));
  });

  const owing = (pastDue: number, pastDueDays: number | null) => ({ owed: 900_00, pastDue, pastDueDays });
  test.each([
    ['nothing against it', {}, 'not concerned: '],
    ['flagged', { flagged: true }, 'broken: No new work: a red flag is up'],
    [
      'parted and flagged',
      { parted: true, flagged: true },
      'broken: No new work: ways have parted, a red flag is up',
    ],
    ['exactly the amount', owing(500_00, 31), 'not concerned: '],
    ['exactly the days', owing(500_01, 30), 'not concerned: '],
    [
      'over both',
      owing(500_01, 31),
      'broken: No new work: £500.01 is past due, the oldest for 31 days; limit £500 for 30 days',
    ],
    ['owed much, but not due', owing(0, null), 'not concerned: '],
  ] as [string, Partial<NewWork>, string][])('no new work: %s', (_name, more, says) => {
    expect(work('no new work', { amount: 500_00, days: 30 }, more)).toBe(says);
  });

  it('without an amount it is for flagged and parted clients alone', () => {
    expect(work('no new work', { amount: null, days: 30 }, owing(9_000_00, 900))).toBe('not concerned: ');
    expect(work('no new work', { amount: null, days: 30 }, { parted: true })).toMatch(/^broken/);
  });
});

describe('the list of rules', () => {
  it('has each rule of the house once, each able to read what it begins with', () => {
    expect(RULES.map(({ id }) => id)).toEqual([
      'reply within',
      'settle within',
      'goodwill share',
      'goodwill budget',
      'coupon worth',
      'most refunds',
      'night sleep',
      'no late refund',
      'no new work',
      'deposit',
      'like case',
    ]);
    for (const { id, parse, initially, settings } of RULES) {
      expect(parse.parse(initially.settings), id).toEqual(initially.settings);
      for (const { key } of settings) expect(initially.settings, id).toHaveProperty(key);
    }
  });

  it('begins with the promises, the goodwill share and no new work', () => {
    const on = RULES.filter(({ initially }) => initially.on);
    expect(on.map(({ id, initially }) => [id, initially.settings])).toEqual([
      ['reply within', { hours: 24 }],
      ['settle within', { days: 7 }],
      ['goodwill share', { permille: 40 }],
      ['no new work', { amount: null, days: 30 }],
    ]);
    for (const one of on) expect(missingSetting(one, one.initially.settings)).toBeNull();
  });

  test.each([
    ['most refunds', { refunds: 2 }, 'At most 2 refunds for one client within 12 months.'],
    ['most refunds', { refunds: 1 }, 'At most 1 refund for one client within 12 months.'],
    ['most refunds', { refunds: 0 }, 'No refunds, for any client.'],
    ['night sleep', { above: 150_00 }, 'A refund above £150 only after a night’s sleep.'],
    [
      'coupon worth',
      { permille: 125, days: 90 },
      'A coupon is worth at most 12.5 % of the invoice, and valid for at most 90 days.',
    ],
    ['reply within', { hours: 24 }, 'Reply to a complaint within 24 hours.'],
    ['settle within', { days: 1 }, 'Settle a complaint within 1 day.'],
    [
      'no late refund',
      { days: 60 },
      'No refund where the complaint came more than 60 days after the invoice.',
    ],
    [
      'deposit',
      { rung: 3, permille: 500 },
      'A deposit of 50 % before new work from rung 3 of the late ladder on: up to a month.',
    ],
    ['no new work', { amount: null, days: 30 }, 'No new work while a client is flagged or parted.'],
    [
      'no new work',
      { amount: 500_00, days: 30 },
      'No new work while a client is flagged or parted, or while more than £500 is past due, the oldest for over 30 days.',
    ],
    ['goodwill budget', { perMonth: 200_00 }, 'Goodwill of at most £200 in a calendar month.'],
    ['goodwill share', { permille: 40 }, 'Goodwill of at most 4 % of a client’s revenue in 12 months.'],
  ] as [string, RuleSettings, string][])('%s says itself', (id, settings, says) => {
    expect(sentenceOf(rule(id, settings), show)).toBe(nbsp(says));
  });

  it('puts broken ones first, then kept, then not concerned', () => {
    const rules = [
      rule('coupon worth', { permille: 250, days: 90 }),
      rule('goodwill share', { permille: 40 }),
      rule('most refunds', { refunds: 0 }),
    ];
    const verdicts = verdictsOn(madeCase({ rules }), plainProposal, show);
    expect(verdicts.map(({ key, verdict }) => [key, verdict])).toEqual([
      ['most refunds', 'broken'],
      ['goodwill share', 'kept'],
      ['coupon worth', 'not concerned'],
    ]);
    expect(verdicts[0]?.title).toBe('Most refunds');
  });

  it('leaves out what it can’t read, what lacks its amount, and what it does not know', () => {
    const rules: RuleInForce[] = [
      rule('most refunds', { refunds: 'many' }),
      rule('goodwill budget', { perMonth: null }),
      rule('from a newer version', { n: 1 }),
      rule('goodwill share', {}),
    ];
    expect(verdictsOn(madeCase({ rules }), plainProposal, show)).toEqual([]);
    expect(sentenceOf(rules[0] as RuleInForce, show)).toBe('Most refunds');
    expect(sentenceOf(rules[2] as RuleInForce, show)).toBe('from a newer version');
    expect(contradictions(rules)).toEqual([]);
  });

  it('never throws, and words every verdict within what the ledger holds', () => {
    const rules = RULES.map((one) =>
      rule(one.id, { ...one.initially.settings, ...('above' in one.initially.settings ? { above: 0 } : {}) }),
    );
    const money = fc.integer({ min: 0, max: 100_000_000_000 });
    fc.assert(
      fc.property(
        fc.constantFrom(...decisionKinds),
        fc.record({ amount: money, goodwill: money }),
        fc.record({ goodwill12: money, revenue12: money, refunds12: fc.nat(999) }),
        fc.option(fc.constantFrom(1, 2, 3, 4) as fc.Arbitrary<1 | 2 | 3 | 4>),
        fc.boolean(),
        (kind, amounts, client, severity, named) => {
          const the = madeCase({
            rules,
            client,
            complaint: { severity },
            ...(named ? {} : { invoice: null }),
          });
          for (const one of verdictsOn(the, { ...plainProposal, ...amounts, kind }, show)) {
            expect(one.words === '').toBe(one.verdict === 'not concerned');
            expect(one.words.length).toBeLessThanOrEqual(300);
            expect(one.words).not.toMatch(/NaN|Infinity|undefined|null/);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('rules that contradict each other', () => {
  const like = (key: string, more: RuleSettings) =>
    rule(
      'like case',
      {
        causeId: 6,
        cause: 'broken in transit',
        group: null,
        severityMost: 2,
        kind: 'coupon',
        permilleMost: null,
        ...more,
      },
      key,
    );

  it('settling promised before the reply', () => {
    const both = (days: number, hours: number) =>
      contradictions([rule('settle within', { days }), rule('reply within', { hours })]).map(
        ({ key }) => key,
      );
    expect(both(2, 48)).toEqual([]);
    expect(both(2, 49)).toEqual(['settle within', 'reply within']);
  });

  it('no refunds, but a rule that asks for one', () => {
    const rules = [rule('most refunds', { refunds: 0 }), like('like case:4', { kind: 'full refund' })];
    expect(contradictions(rules)).toEqual([
      {
        key: 'most refunds',
        trouble: 'It allows no refunds, but “Like cases: broken in transit” asks for one.',
      },
      { key: 'like case:4', trouble: 'It asks for a refund, but “Most refunds” allows none.' },
    ]);
    expect(
      contradictions([rule('most refunds', { refunds: 1 }), like('like case:4', { kind: 'full refund' })]),
    ).toEqual([]);
    expect(contradictions([rule('most refunds', { refunds: 0 }), like('like case:4', {})])).toEqual([]);
  });

  it('two rules for the same cases', () => {
    const against = (more: RuleSettings) =>
      contradictions([like('like case:1', {}), like('like case:2', more)]).map(({ key }) => key);
    expect(against({ kind: 'put right' })).toEqual(['like case:1', 'like case:2']);
    expect(against({ permilleMost: 100 })).toEqual([]);
    // Another cause, or another reach: the narrower one speaks.
    expect(against({ kind: 'put right', causeId: 5 })).toEqual([]);
    expect(against({ kind: 'put right', severityMost: 4 })).toEqual([]);
  });

  test.each([
    ['goodwill budget', { perMonth: 0 }, /budget of nothing/],
    ['goodwill share', { permille: 0 }, /limit of 0 %/],
    ['coupon worth', { permille: 200, days: 0 }, /ends on the day it is given/],
    ['coupon worth', { permille: 0, days: 30 }, /no coupon can keep/],
    ['no late refund', { days: 0 }, /only a complaint on the day/],
  ] as [string, RuleSettings, RegExp][])('%s of nothing', (id, settings, says) => {
    expect(contradictions([rule(id, settings)])).toEqual([{ key: id, trouble: expect.stringMatching(says) }]);
  });

  it('what a new ledger begins with does not', () => {
    const rules = RULES.filter(({ initially }) => initially.on).map((one) =>
      rule(one.id, one.initially.settings),
    );
    expect(contradictions(rules)).toEqual([]);
  });
});
