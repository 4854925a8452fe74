import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../../shared/dates.ts';
import type { Sooner } from '../../../shared/decisions/outcome.ts';
import { answersOf, countOutcomes } from '../../../shared/decisions/outcome-counts.ts';
import {
  type ClientDealings,
  type OutcomeFacts,
  outcomeOf,
  type TimedInvoice,
  tally,
  timedInvoices,
} from '../../../shared/decisions/outcomes.ts';
import { made as madeInvoice, paidLate } from '../lateness/made-invoices.ts';

const DECIDED: Day = '2026-01-10';
const LONG_AFTER: Day = '2027-06-01';
const later = (days: number): Day => addDays(DECIDED, days);

type Facts = Partial<Omit<OutcomeFacts, 'dealings'>> & Partial<ClientDealings>;

function outcome(facts: Facts, today: Day = LONG_AFTER) {
  const { issued = [], complaints = [], timed = [], ...own } = facts;
  const dealings = { issued, complaints, timed };
  return outcomeOf(
    { decisionId: 7, decidedOn: DECIDED, complaint: null, coupon: null, dealings, ...own },
    today,
  );
}

const complained = (id: number, days: number, causeId: number | null = null) => ({
  id,
  receivedOn: later(days),
  causeId,
});

/** Invoices due `every` days from `from` on (negative: before the decision), each so late; null: unpaid so far. */
function timed(from: number, every: number, late: readonly (number | null)[], soFar = 100): TimedInvoice[] {
  return late.map((time, index) => ({
    due: later(from + index * every),
    time: time ?? soFar,
    event: time !== null,
  }));
}

describe('came back', () => {
  it('is a new invoice, and one of the decision’s own day is not new', () => {
    expect(outcome({ issued: [later(-30), DECIDED] }).cameBack90).toEqual({ word: 'no' });
    expect(outcome({ issued: [DECIDED, later(1)] }).cameBack90).toEqual({ word: 'yes', on: later(1) });
  });

  it('counts day 90 and not day 91; day 180 and not day 181', () => {
    expect(outcome({ issued: [later(90)] }).cameBack90.word).toBe('yes');
    expect(outcome({ issued: [later(91)] }).cameBack90.word).toBe('no');
    expect(outcome({ issued: [later(91)] }).cameBack180).toEqual({ word: 'yes', on: later(91) });
    expect(outcome({ issued: [later(180)] }).cameBack180.word).toBe('yes');
    expect(outcome({ issued: [later(181)] }).cameBack180.word).toBe('no');
  });

  it('is open through day 90 while nothing has come, and closed the day after', () => {
    expect(outcome({}, DECIDED).cameBack90).toEqual({ word: 'open', until: later(90) });
    expect(outcome({}, later(90)).cameBack90).toEqual({ word: 'open', until: later(90) });
    expect(outcome({}, later(91)).cameBack90).toEqual({ word: 'no' });
    expect(outcome({}, later(91)).cameBack180).toEqual({ word: 'open', until: later(180) });
  });

  it('says so at once where it came early, and until when the window is open', () => {
    const early = outcome({ issued: [later(20)] }, later(25));
    expect(early.cameBack90).toEqual({ word: 'yes', on: later(20), until: later(90) });
    expect(outcome({ issued: [later(20)] }, later(91)).cameBack90).toEqual({ word: 'yes', on: later(20) });
  });

  it('does not look past today: an invoice dated ahead has not come', () => {
    expect(outcome({ issued: [later(20)] }, later(19)).cameBack90.word).toBe('open');
    expect(outcome({ issued: [later(20)] }, later(20)).cameBack90.word).toBe('yes');
  });

  it('counts days through a 29 February', () => {
    const leap = outcome({ decidedOn: '2023-12-01', issued: ['2024-02-29'] });
    expect(leap.cameBack90).toEqual({ word: 'yes', on: '2024-02-29' });
    expect(outcome({ decidedOn: '2023-12-01', issued: ['2024-03-01'] }).cameBack90.word).toBe('no');
    expect(outcome({ decidedOn: '2024-02-29' }, '2024-05-29').cameBack90).toEqual({
      word: 'open',
      until: '2024-05-29',
    });
  });

  it('of a decision dated ahead is all open', () => {
    const ahead = outcome({ issued: [later(-3)], complaints: [complained(1, -3)] }, later(-1));
    expect([ahead.cameBack90.word, ahead.cameBack180.word, ahead.complainedAgain.word]).toEqual([
      'open',
      'open',
      'open',
    ]);
  });
});

describe('complained again', () => {
  const own = { id: 1, causeId: 4 };

  it('is not the complaint it was decided on, nor one of the same day or before', () => {
    const complaints = [complained(2, -10, 4), complained(3, 0, 4), { ...complained(1, 5, 4) }];
    expect(outcome({ complaint: own, complaints }).complainedAgain).toEqual({ word: 'no' });
  });

  it('counts the day after and day 180, not day 181', () => {
    expect(outcome({ complaints: [complained(2, 1)] }).complainedAgain.word).toBe('yes');
    expect(outcome({ complaints: [complained(2, 180)] }).complainedAgain.word).toBe('yes');
    expect(outcome({ complaints: [complained(2, 181)] }).complainedAgain.word).toBe('no');
  });

  it('tells the next one’s day, and whether the cause came back within the time', () => {
    const complaints = [complained(2, 10, 9), complained(3, 40, 4), complained(4, 50, 4)];
    const found = outcome({ complaint: own, complaints });
    expect(found.complainedAgain).toEqual({ word: 'yes', on: later(10), sameCause: true });
    expect(found.sameCauseAgain).toEqual({ word: 'yes', on: later(40) });
    const other = outcome({ complaint: own, complaints: [complained(2, 10, 9), complained(3, 181, 4)] });
    expect(other.complainedAgain).toEqual({ word: 'yes', on: later(10), sameCause: false });
    expect(other.sameCauseAgain).toEqual({ word: 'no' });
  });

  it('does not guess at causes nobody noted', () => {
    const unknown = outcome({ complaint: { id: 1, causeId: null }, complaints: [complained(2, 10, 4)] });
    expect(unknown.complainedAgain).toEqual({ word: 'yes', on: later(10) });
    expect(unknown.sameCauseAgain).toBeNull();
    const unnamed = outcome({ complaint: own, complaints: [complained(2, 10, null), complained(3, 11, 9)] });
    expect(unnamed.complainedAgain).toEqual({ word: 'yes', on: later(10) });
    expect(unnamed.sameCauseAgain).toBeNull();
    const known = outcome({ complaint: own, complaints: [complained(2, 10, null), complained(3, 11, 4)] });
    expect(known.complainedAgain.word === 'yes' && known.complainedAgain.sameCause).toBe(true);
    expect(outcome({ complaints: [complained(2, 10, 4)] }).sameCauseAgain).toBeNull();
  });

  it('with another cause leaves the same cause open while time is left', () => {
    const found = outcome({ complaint: own, complaints: [complained(2, 10, 9)] }, later(100));
    expect(found.complainedAgain).toEqual({
      word: 'yes',
      on: later(10),
      until: later(180),
      sameCause: false,
    });
    expect(found.sameCauseAgain).toEqual({ word: 'open', until: later(180) });
  });
});

describe('a coupon', () => {
  const used = (validUntil: Day | null, redeemedOn: Day | null, today: Day) =>
    outcome({ coupon: { validUntil, redeemedOn } }, today).couponUsed;

  it('holds through its last day and has lapsed the day after', () => {
    expect(used(later(60), null, later(60))).toEqual({ word: 'open', until: later(60) });
    expect(used(later(60), null, later(61))).toEqual({ word: 'no' });
  });

  it('used on its last day, or honoured later, is used', () => {
    expect(used(later(60), later(60), later(61))).toEqual({ word: 'yes', on: later(60) });
    expect(used(later(60), later(75), later(80))).toEqual({ word: 'yes', on: later(75) });
    expect(used(later(60), later(10), later(20))).toEqual({ word: 'yes', on: later(10), until: later(60) });
  });

  it('without an end is open until it is used', () => {
    expect(used(null, null, LONG_AFTER)).toEqual({ word: 'open', until: null });
    expect(used(null, later(400), LONG_AFTER)).toEqual({ word: 'yes', on: later(400) });
  });

  it('is nothing of a decision that gave none', () => {
    expect(outcome({}).couponUsed).toBeNull();
  });
});

describe('pays', () => {
  it('needs three on each side', () => {
    const before = timed(-90, 30, [5, 5, 5]);
    expect(outcome({ timed: [...before, ...timed(30, 30, [20, 20])] }).pays).toBeNull();
    expect(outcome({ timed: [...timed(-60, 30, [5, 5]), ...timed(30, 30, [20, 20, 20])] }).pays).toBeNull();
    expect(outcome({ timed: [...before, ...timed(30, 30, [20, 20, 20])] }).pays).toEqual({
      word: 'slower',
      before: 5,
      after: 20,
    });
    expect(outcome({}).pays).toBeNull();
  });

  it('calls a difference of three days one, and of two none', () => {
    const word = (late: number) =>
      outcome({ timed: [...timed(-90, 30, [5, 5, 5]), ...timed(30, 30, [late, late, late])] }).pays?.word;
    expect([2, 3, 7, 8].map(word)).toEqual(['faster', 'the same', 'the same', 'slower']);
  });

  it('takes neither what was due on the day itself nor what is more than 180 days off', () => {
    const day = { due: DECIDED, time: 99, event: true };
    const before = timed(-180, 60, [5, 5, 5]);
    const since = timed(60, 60, [5, 5, 5]);
    expect(outcome({ timed: [...before, day, ...since] }).pays?.word).toBe('the same');
    expect(outcome({ timed: [...timed(-181, 60, [5, 5, 5]), day, ...since] }).pays).toBeNull();
    expect(outcome({ timed: [...before, day, ...timed(61, 60, [5, 5, 5])] }).pays).toBeNull();
  });

  it('counts unpaid ones with their days so far: a client who stopped paying is not faster', () => {
    const found = outcome({
      timed: [...timed(-90, 30, [10, 10, 10]), ...timed(20, 20, [2, null, null, null])],
    });
    expect(found.pays).toEqual({ word: 'slower', before: 10, after: 100, moreThan: 'after' });
  });

  it('says nothing where the unpaid ones leave it open', () => {
    const barelyDue = outcome({
      timed: [...timed(-90, 30, [10, 10, 10]), ...timed(20, 20, [2, null, null, null], 4)],
    });
    expect(barelyDue.pays).toBeNull();
    const never = [null, null, null];
    expect(outcome({ timed: [...timed(-90, 30, never), ...timed(20, 30, never)] }).pays).toBeNull();
    expect(outcome({ timed: [...timed(-90, 30, never), ...timed(20, 30, [10, 10, 10])] }).pays).toEqual({
      word: 'faster',
      before: 100,
      after: 10,
      moreThan: 'before',
    });
    expect(outcome({ timed: [...timed(-90, 30, never), ...timed(20, 30, [150, 150, 150])] }).pays).toBeNull();
  });

  it('looks at the 12 nearest on each side', () => {
    const before = timed(-170, 10, [...Array<number>(4).fill(90), ...Array<number>(12).fill(5)]);
    const since = timed(10, 10, [...Array<number>(12).fill(5), ...Array<number>(4).fill(90)]);
    expect(outcome({ timed: [...before, ...since] }).pays).toEqual({ word: 'the same', before: 5, after: 5 });
  });
});

describe('the invoices that say how late', () => {
  it('are due before today, not excused, and have a time to measure', () => {
    const today = '2026-06-01';
    const kept = timedInvoices(
      [
        paidLate('2026-01-10', 4),
        { ...paidLate('2026-01-11', 90), excused: true },
        madeInvoice({ due: '2026-05-22' }),
        // Paid before it is due, which the unpaid ones beside it can't match yet.
        { ...paidLate('2026-06-01', -20) },
        madeInvoice({ due: '2026-07-01' }),
        madeInvoice({ due: '2026-03-01', credits: [{ on: '2026-03-01', amount: 10000 }] }),
        madeInvoice({ due: '2026-04-01', writtenOff: '2026-05-01' }),
      ],
      today,
    );
    expect(kept).toEqual([
      { due: '2026-01-10', time: 4, event: true },
      { due: '2026-05-22', time: 10, event: false },
      { due: '2026-04-01', time: 61, event: false },
    ]);
  });
});

describe('a tally', () => {
  const yes: Sooner = { word: 'yes', on: DECIDED };
  const no: Sooner = { word: 'no' };
  const open: Sooner = { word: 'open', until: DECIDED };
  const early: Sooner = { word: 'yes', on: DECIDED, until: later(90) };

  it('of nothing is nothing, without a share', () => {
    expect(tally([])).toEqual({ yes: 0, of: 0, open: 0, early: 0, percent: null });
  });

  it('gives a share from five on', () => {
    expect(tally([yes, yes, no, no]).percent).toBeNull();
    expect(tally([yes, yes, no, no, no])).toEqual({ yes: 2, of: 5, open: 0, early: 0, percent: 40 });
    expect(tally([yes, no, no, no, no, no]).percent).toBe(16.7);
  });

  it('counts open ones apart, also those that came early, which would flatter the share', () => {
    expect(tally([yes, no, no, no, no, early, early, open])).toEqual({
      yes: 1,
      of: 5,
      open: 3,
      early: 2,
      percent: 20,
    });
    expect(tally([early, early, early, early, early]).percent).toBeNull();
  });

  it('always adds up', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(yes, no, open, early, null)), (answers) => {
        const { yes: came, of, open: left, early: soon, percent } = tally(answers);
        expect(of + left).toBe(answers.filter((one) => one !== null).length);
        expect(came).toBeLessThanOrEqual(of);
        expect(soon).toBeLessThanOrEqual(left);
        expect(percent === null).toBe(of < 5);
        if (percent !== null) expect(percent >= 0 && percent <= 100).toBe(true);
      }),
    );
  });
});

describe('counting outcomes', () => {
  it('of none shows noughts and no share', () => {
    const counts = countOutcomes([]);
    const none = { yes: 0, of: 0, open: 0, early: 0, percent: null };
    expect(counts).toEqual({
      count: 0,
      cost: 0,
      cameBack90: none,
      cameBack180: none,
      complainedAgain: none,
      sameCauseAgain: none,
      used: null,
      paidFaster: 0,
      paidSlower: 0,
      paidSame: 0,
    });
  });

  it('of two decisions in all gives the counts, and coupons only where there are any', () => {
    const counts = countOutcomes([
      {
        cost: 2500,
        outcome: outcome({ issued: [later(100)], coupon: { validUntil: null, redeemedOn: null } }),
      },
      { cost: 0, outcome: outcome({ complaint: { id: 1, causeId: 3 }, complaints: [complained(2, 9, 3)] }) },
    ]);
    expect(counts.cost).toBe(2500);
    expect(counts.cameBack90).toEqual({ yes: 0, of: 2, open: 0, early: 0, percent: null });
    expect(counts.cameBack180.yes).toBe(1);
    expect(counts.complainedAgain.yes).toBe(1);
    expect(counts.sameCauseAgain).toEqual({ yes: 1, of: 1, open: 0, early: 0, percent: null });
    expect(counts.used).toEqual({ yes: 0, of: 0, open: 1, early: 0, percent: null });
  });
});

const days = fc.integer({ min: -400, max: 400 }).map(later);
const ascending = (list: readonly Day[]) => [...list].sort();
const anyFacts: fc.Arbitrary<OutcomeFacts> = fc
  .record({
    issued: fc.array(days).map(ascending),
    complaints: fc.array(fc.tuple(days, fc.option(fc.integer({ min: 1, max: 3 })))),
    timed: fc.array(fc.tuple(days, fc.integer({ min: -30, max: 200 }), fc.boolean())),
    causeId: fc.option(fc.integer({ min: 1, max: 3 })),
    coupon: fc.option(fc.record({ validUntil: fc.option(days), redeemedOn: fc.option(days) })),
  })
  .map(({ issued, complaints, timed: invoices, causeId, coupon }) => ({
    decisionId: 1,
    decidedOn: DECIDED,
    complaint: { id: 0, causeId },
    coupon,
    dealings: {
      issued,
      complaints: complaints
        .map(([receivedOn, cause], id) => ({ id, receivedOn, causeId: cause }))
        .sort((a, b) => (a.receivedOn < b.receivedOn ? -1 : 1)),
      timed: invoices
        .map(([due, time, event]) => ({ due, time, event }))
        .sort((a, b) => (a.due < b.due ? -1 : 1)),
    },
  }));

describe('any facts', () => {
  it('found by binary search are those a plain look finds', () => {
    fc.assert(
      fc.property(anyFacts, days, (facts, today) => {
        const first = facts.dealings.issued.find((on) => on > DECIDED);
        const found = outcomeOf(facts, today);
        const expected = first !== undefined && first <= today && first <= later(90);
        expect(found.cameBack90.word === 'yes').toBe(expected);
        const again = facts.dealings.complaints.some(
          ({ id, receivedOn }) =>
            id !== 0 && receivedOn > DECIDED && receivedOn <= later(180) && receivedOn <= today,
        );
        expect(found.complainedAgain.word === 'yes').toBe(again);
      }),
    );
  });

  it('have an answer that, once its time is up, never changes', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 181, max: 900 }), (facts, days) => {
        // Redeeming and paying go on; the three windows do not.
        const { couponUsed: _c, pays: _p, ...closed } = outcomeOf(facts, later(181));
        const { couponUsed: _d, pays: _q, ...then } = outcomeOf(facts, later(days));
        expect(then).toEqual(closed);
      }),
    );
  });

  it('of 90 days are also of 180: who came back within the one came back within the other', () => {
    fc.assert(
      fc.property(anyFacts, days, (facts, today) => {
        const { cameBack90, cameBack180 } = outcomeOf(facts, today);
        if (cameBack90.word === 'yes') expect(cameBack180.word).toBe('yes');
        if (cameBack180.word === 'no') expect(cameBack90.word).toBe('no');
      }),
    );
  });

  it('say nothing of the same cause where nobody complained again, and never more often than complaints', () => {
    fc.assert(
      fc.property(anyFacts, days, (facts, today) => {
        const { complainedAgain, sameCauseAgain } = outcomeOf(facts, today);
        if (sameCauseAgain?.word === 'yes') expect(complainedAgain.word).toBe('yes');
        expect(answersOf(outcomeOf(facts, today)).cameBack90).not.toBeNull();
      }),
    );
  });
});
