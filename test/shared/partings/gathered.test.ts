import { describe, expect, it } from 'vitest';
import type { PartWaysAdvice } from '../../../shared/decisions/advice.ts';
import type { CaseClient } from '../../../shared/decisions/case.ts';
import { finishing } from '../../../shared/partings/finishing.ts';
import { gatherWhy } from '../../../shared/partings/gathered.ts';
import type { CostToKeep } from '../../../shared/standing/keeping.ts';

const show = (amount: number) => `£${amount / 100}`;
const quiet: CaseClient = {
  flagged: false,
  parted: false,
  worstRung: null,
  trend: 'tooEarly',
  typicalDays: null,
  owed: 0,
  pastDue: 0,
  pastDueDays: null,
  paidInAll: 0,
  usualInvoice: null,
  revenue12: 0,
  revenuePercent: null,
  attentionPercent: null,
  goodwill12: 0,
  margin12: 0,
  left12: 0,
  complaints12: 0,
  clientCaused12: 0,
  ourFault12: 0,
  moneyBackClaims12: 0,
  refunds12: 0,
  redoNotInside6: 0,
  staffStrain12: 0,
  boundariesBroken12: 0,
  ourFaultOpen: 0,
  insideLooked: true,
};
const cost = (margin: number, left: number, marginAssumed = false) =>
  ({ margin, left, marginAssumed, marginPermille: 300 }) as CostToKeep;
const why = (facts: Partial<CaseClient>, keeping = cost(0, 0)) =>
  gatherWhy({ ...quiet, ...facts }, keeping, show);

describe('why, gathered from the ledger', () => {
  it('says nothing of a client the ledger says nothing of', () => {
    expect(why({})).toEqual([]);
    expect(why({ typicalDays: -2, worstRung: 0 })).toEqual([]);
  });

  it('says how they pay, with its numbers', () => {
    expect(
      why({ typicalDays: 18, worstRung: 5, trend: 'slipping', pastDue: 228000, pastDueDays: 104 }),
    ).toEqual([
      'Invoices come 18 days late, typically, and later with each invoice; at least one of their last invoices never came.',
      '£2280 is past due, the oldest for 104 days.',
    ]);
    expect(why({ typicalDays: 1, worstRung: 1 })).toEqual(['Invoices come 1 day late, typically.']);
    expect(why({ typicalDays: 0, worstRung: 4 })).toEqual([
      'The latest of their last invoices was over a month late.',
    ]);
    expect(why({ typicalDays: 261, typicalMore: true })).toEqual([
      'Invoices come more than 261 days late, typically.',
    ]);
  });

  it('counts in words an owner says', () => {
    expect(why({ redoNotInside6: 1, staffStrain12: 2, boundariesBroken12: 3 })).toEqual([
      'In six months they asked once for work to be done again where the cause was not inside.',
      'Staff strain was noted twice in 12 months.',
      'A boundary was broken 3 times in 12 months.',
    ]);
  });

  it('says what speaks for them as plainly as what speaks against them', () => {
    expect(why({ complaints12: 5, ourFault12: 2 }, cost(120000, 30000, true))).toEqual([
      'In fairness: 2 of their 5 complaints in 12 months were our fault.',
      'In fairness: in 12 months they brought £300 more than keeping them cost (at an assumed margin of 30 %).',
    ]);
    expect(why({ complaints12: 1, ourFault12: 1 })).toEqual([
      'In fairness: their one complaint in 12 months was our fault.',
    ]);
    expect(why({ complaints12: 3, ourFault12: 3 })[0]).toMatch(/all 3 of their complaints .* were our fault/);
    expect(why({ complaints12: 3, ourFault12: 1 })[0]).toMatch(/1 of their 3 complaints in 12 months was/);
  });

  it('says what keeping them costs only where it is more than they bring', () => {
    expect(why({ attentionPercent: 31.4, revenuePercent: 4.2 }, cost(100000, -32000))).toEqual([
      'In 12 months keeping them cost £320 more than they brought: £1320 of hours, goodwill, write-offs and late money against a margin of £1000.',
      'They took 31 % of all noted hours and brought 4 % of revenue.',
    ]);
    expect(why({ attentionPercent: 3, revenuePercent: 4 })).toEqual([]);
  });
});

describe('what finishing asks for', () => {
  const advice = (met: number): PartWaysAdvice => ({
    onTheTable: met >= 2,
    conditions: (['late', 'redo', 'strain', 'cost', 'boundary'] as const).map((id, index) => ({
      id,
      met: index < met,
      text: id,
      evidence: { kind: 'settings' },
    })),
    blocks: [],
    warning: null,
  });

  it('nothing, where two conditions are met and nothing of ours is open', () => {
    expect(finishing(advice(2), 0)).toEqual({ first: null, despite: null });
  });

  it('a reason, where fewer are met, saying how many', () => {
    expect(finishing(advice(0), 0).despite).toMatch(
      /^None of the 5 conditions are met; parting asks for two/,
    );
    expect(finishing(advice(1), 0).despite).toMatch(/^One of the 5 conditions is met/);
  });

  it('that our own fault is settled first, whatever the conditions', () => {
    expect(finishing(advice(5), 1).first).toMatch(
      /^A complaint that is our fault, or shared, is still open. Settle it/,
    );
    expect(finishing(advice(5), 3).first).toMatch(
      /^3 complaints that are our fault, or shared, are still open/,
    );
  });
});
