import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { decisionKinds } from '../../../shared/decisions/decision.ts';
import { ruleById, sentenceOf, titleOf, verdictsOn } from '../../../shared/decisions/rules/index.ts';
import type { Proposal, RuleSettings } from '../../../shared/decisions/rules/rule.ts';
import { shareAgainst } from '../../../shared/decisions/rules/words.ts';
import { type CaseChanges, causes, madeCase, noInvoices, rule, show, TODAY } from './made-case.ts';

const plainProposal: Proposal = {
  kind: 'part refund',
  amount: 100_00,
  goodwill: 100_00,
  decidedOn: TODAY,
  validUntil: null,
};

const refund = (amount: number): Partial<Proposal> => ({ amount, goodwill: amount });
const coupon = (amount: number, validUntil: string | null): Partial<Proposal> => ({
  kind: 'coupon',
  amount,
  goodwill: amount,
  validUntil,
});

/** The one verdict of the one rule: “broken: …”, “kept: …” or “not concerned: ”. */
function judge(
  id: string,
  settings: RuleSettings,
  changes: CaseChanges = {},
  proposal: Partial<Proposal> = {},
): string {
  const rules = [rule(id, settings)];
  const [only] = verdictsOn(madeCase({ ...changes, rules }), { ...plainProposal, ...proposal }, show);
  return `${only?.verdict}: ${only?.words}`;
}

const nbsp = (text: string) => text.replaceAll(' %', '\u00a0%');

describe('most refunds', () => {
  test.each([
    [0, 2, 'kept: 1st refund in 12 months, limit 2'],
    [1, 2, 'kept: 2nd refund in 12 months, limit 2'],
    [2, 2, 'broken: 3rd refund in 12 months, limit 2'],
    [0, 0, 'broken: 1st refund in 12 months, limit 0'],
  ])('%i before, limit %i', (refunds12, refunds, says) => {
    expect(judge('most refunds', { refunds }, { client: { refunds12 } })).toBe(says);
  });

  it('says nothing to anything but a refund', () => {
    for (const kind of decisionKinds.filter((one) => !one.endsWith('refund')))
      expect(judge('most refunds', { refunds: 0 }, {}, { kind })).toBe('not concerned: ');
  });

  it('a full refund is one too', () => {
    expect(judge('most refunds', { refunds: 0 }, {}, { kind: 'full refund' })).toMatch(/^broken/);
  });
});

describe('night sleep', () => {
  const received = (receivedOn: string): CaseChanges => ({ complaint: { receivedOn } });

  test.each([
    ['exactly the amount', 100_00, TODAY, 'not concerned: '],
    ['a penny above, the same day', 100_01, TODAY, 'broken: Above £100, on the day it came'],
    ['a penny above, the day after', 100_01, '2026-11-16', 'kept: Above £100, 1 day after it came'],
    // A typing error in the ledger, not a night's sleep.
    ['decided before it came', 100_01, '2026-11-18', 'broken: Above £100, on the day it came'],
  ])('%s', (_name, amount, receivedOn, says) => {
    expect(judge('night sleep', { above: 100_00 }, received(receivedOn), refund(amount))).toBe(says);
  });

  it('without a complaint nothing came that could be slept on', () => {
    const own: CaseChanges = { complaint: { id: 0, receivedOn: TODAY } };
    expect(judge('night sleep', { above: 0 }, own, refund(500_00))).toBe('not concerned: ');
  });

  it('a coupon needs no sleep, whatever its face', () => {
    expect(judge('night sleep', { above: 0 }, received(TODAY), coupon(900_00, null))).toBe('not concerned: ');
  });
});

describe('coupon worth', () => {
  const settings = { permille: 250, days: 90 };

  test.each([
    [
      'both at the limit',
      100_00,
      '2027-02-15',
      'kept: 25 % of the invoice, limit 25 %; valid 90 days, limit 90',
    ],
    ['a penny more', 100_01, '2027-02-15', 'broken: Just over 25 % of the invoice, limit 25 %'],
    ['a day more', 100_00, '2027-02-16', 'broken: Valid 91 days, limit 90'],
    ['without an end', 100_00, null, 'broken: No end, limit 90 days'],
    ['over 100 %', 500_00, '2027-02-15', 'broken: 125 % of the invoice, limit 25 %'],
    ['both over', 200_00, null, 'broken: 50 % of the invoice, limit 25 %; no end, limit 90 days'],
  ])('%s', (_name, amount, until, says) => {
    expect(judge('coupon worth', settings, {}, coupon(amount, until))).toBe(nbsp(says));
  });

  it('goes by the usual invoice where none is named', () => {
    expect(judge('coupon worth', settings, { invoice: null }, coupon(125_00, TODAY))).toBe(
      nbsp('kept: 25 % of a usual invoice, limit 25 %; valid 0 days, limit 90'),
    );
  });

  it('without any invoice only the days are judged', () => {
    const nobody: CaseChanges = { invoice: null, client: noInvoices };
    expect(judge('coupon worth', settings, nobody, coupon(900_00, TODAY))).toBe(
      'kept: Valid 0 days, limit 90',
    );
  });

  it('says nothing to a refund', () => {
    expect(judge('coupon worth', { permille: 0, days: 0 })).toBe('not concerned: ');
  });
});

describe('no late refund', () => {
  const came = (receivedOn: string): CaseChanges => ({
    invoice: { issuedOn: '2026-09-01' },
    complaint: { receivedOn },
  });

  test.each([
    ['on the last day', '2026-10-31', 'kept: Complained 60 days after the invoice, limit 60'],
    ['a day late', '2026-11-01', 'broken: Complained 61 days after the invoice, limit 60'],
    ['before the invoice was written', '2026-08-20', 'kept: Complained 0 days after the invoice, limit 60'],
  ])('%s', (_name, receivedOn, says) => {
    expect(judge('no late refund', { days: 60 }, came(receivedOn))).toBe(says);
  });

  it('is not the client’s loss when the business took long to decide', () => {
    const slow = { ...came('2026-09-02') };
    expect(judge('no late refund', { days: 30 }, slow, { decidedOn: '2027-06-01' })).toMatch(/^kept/);
  });

  it('has nothing to count from without an invoice, or without a complaint', () => {
    expect(judge('no late refund', { days: 0 }, { invoice: null })).toBe('not concerned: ');
    expect(judge('no late refund', { days: 0 }, { complaint: { id: 0 } })).toBe('not concerned: ');
  });
});

describe('goodwill budget', () => {
  test.each([
    ['exactly the budget', 80_00, 'kept: Goodwill this month £200, budget £200'],
    ['a penny over', 80_01, 'broken: Goodwill this month £200.01, budget £200'],
    ['nothing given', 0, 'not concerned: '],
  ])('%s', (_name, goodwill, says) => {
    expect(judge('goodwill budget', { perMonth: 200_00 }, {}, { goodwill })).toBe(says);
  });

  it('leaves a decision of another month alone', () => {
    const before = { decidedOn: '2026-10-31' };
    expect(judge('goodwill budget', { perMonth: 0 }, {}, before)).toBe('not concerned: ');
  });
});

describe('goodwill share', () => {
  const client = { goodwill12: 308_00, revenue12: 10_000_00 };

  test.each([
    ['exactly the limit', 92_00, 'kept: Goodwill 4 %, limit 4 %'],
    ['a penny over', 92_01, 'broken: Goodwill just over 4 %, limit 4 %'],
    ['well under', 32_00, 'kept: Goodwill 3.4 %, limit 4 %'],
    ['over all revenue', 20_000_00, 'broken: Goodwill 203.1 %, limit 4 %'],
    ['nothing given, though over already', 0, 'not concerned: '],
  ])('%s', (_name, goodwill, says) => {
    expect(judge('goodwill share', { permille: 40 }, { client }, { goodwill })).toBe(nbsp(says));
  });

  it('has nothing to measure by without revenue', () => {
    expect(judge('goodwill share', { permille: 40 }, { client: noInvoices })).toBe('not concerned: ');
  });
});

describe('like case', () => {
  const like = (more: RuleSettings = {}): RuleSettings => ({
    causeId: 1,
    cause: 'process breakdown',
    group: null,
    severityMost: 2,
    kind: 'put right',
    permilleMost: 200,
    ...more,
  });
  const redo = (goodwill: number): Partial<Proposal> => ({ kind: 'put right', amount: 0, goodwill });

  test.each([
    ['exactly the limit', redo(80_00), 'kept: Like cases are put right: 20 % of the invoice, limit 20 %'],
    [
      'a penny over',
      redo(80_01),
      'broken: Like cases are put right: just over 20 % of the invoice, limit 20 %',
    ],
    ['at no cost', redo(0), 'kept: Like cases are put right'],
    ['another kind', {}, 'broken: Like cases are put right'],
    ['hold firm', { kind: 'hold firm', amount: 0, goodwill: 0 }, 'broken: Like cases are put right'],
    ['an apology stands beside it', { kind: 'apologise', amount: 0, goodwill: 0 }, 'not concerned: '],
    ['parting is another matter', { kind: 'part ways', amount: 0, goodwill: 0 }, 'not concerned: '],
  ] as [string, Partial<Proposal>, string][])('%s', (_name, proposal, says) => {
    expect(judge('like case', like(), {}, proposal)).toBe(nbsp(says));
  });

  test.each([
    ['another cause', { cause: causes.training }],
    ['a higher severity', { severity: 3 as const }],
    ['severity not said yet', { severity: null }],
    ['cause not known yet', { cause: null }],
  ])('is not concerned: %s', (_name, complaint) => {
    expect(judge('like case', like(), { complaint })).toBe('not concerned: ');
  });

  it('reaches up to its severity', () => {
    expect(judge('like case', like(), { complaint: { severity: 1 } })).toMatch(/^broken/);
    expect(judge('like case', like(), { complaint: { severity: 2 } })).toMatch(/^broken/);
  });

  it('a whole group of causes', () => {
    const inside = like({ causeId: null, cause: null, group: 'inside' });
    expect(judge('like case', inside, { complaint: { cause: causes.training } })).toMatch(/^broken/);
    expect(judge('like case', inside, { complaint: { cause: causes.late } })).toBe('not concerned: ');
  });

  it('measures by the usual invoice where none is named, and by nothing where there is neither', () => {
    expect(judge('like case', like(), { invoice: null }, redo(100_00))).toBe(
      nbsp('kept: Like cases are put right: 20 % of a usual invoice, limit 20 %'),
    );
    expect(judge('like case', like(), { invoice: null, client: noInvoices }, redo(900_00))).toBe(
      'kept: Like cases are put right',
    );
  });

  it('of several, the narrowest speaks', () => {
    const rules = [
      rule(
        'like case',
        like({ causeId: null, cause: null, group: 'inside', kind: 'hold firm' }),
        'like case:1',
      ),
      rule('like case', like({ severityMost: 4, kind: 'full refund' }), 'like case:2'),
      rule('like case', like({ severityMost: 2, kind: 'coupon' }), 'like case:3'),
    ];
    const keys = (severity: 1 | 2 | 3 | 4) =>
      verdictsOn(madeCase({ rules, complaint: { severity } }), plainProposal, show)
        .filter(({ verdict }) => verdict !== 'not concerned')
        .map(({ key }) => key);
    expect([keys(1), keys(2), keys(3), keys(4)]).toEqual([
      ['like case:3'],
      ['like case:3'],
      ['like case:2'],
      ['like case:2'],
    ]);
  });

  it('says itself', () => {
    expect(sentenceOf(rule('like case', like()), show)).toBe(
      nbsp(
        'When the cause is process breakdown and the severity at most 2: put right, at most 20 % of the invoice.',
      ),
    );
    expect(sentenceOf(rule('like case', like({ severityMost: 4, permilleMost: null })), show)).toBe(
      'When the cause is process breakdown: put right.',
    );
    expect(titleOf(rule('like case', like()))).toBe('Like cases: process breakdown');
  });

  it('can’t be for no cause at all, nor for parting', () => {
    const parse = ruleById('like case')?.parse;
    expect(parse?.safeParse(like({ causeId: null })).success).toBe(false);
    expect(parse?.safeParse(like({ kind: 'part ways' })).success).toBe(false);
  });
});

describe('a share against its limit', () => {
  it('never prints the limit for more than the limit, nor less for the limit itself', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.integer({ min: 0, max: 1000 }),
        (part, whole, limit) => {
          const stands = shareAgainst(part, whole, limit);
          expect(stands?.within).toBe(part / whole <= limit / 1000 || part * 1000 === limit * whole);
          if (stands?.within === false) expect(stands.share).not.toBe(nbsp(`${limit / 10} %`));
        },
      ),
    );
  });
  it('is nothing without a whole', () => {
    expect(shareAgainst(5, 0, 40)).toBeNull();
  });
});
