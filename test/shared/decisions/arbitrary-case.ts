import * as fc from 'fast-check';
import { faults } from '../../../shared/complaints/complaint.ts';
import { addDays, dayFromNumber, dayNumber } from '../../../shared/dates.ts';
import type { CaseComplaint, DecisionCase, PastDecision } from '../../../shared/decisions/case.ts';
import { decisionKinds } from '../../../shared/decisions/decision.ts';
import type { Sooner } from '../../../shared/decisions/outcome.ts';
import type { RuleInForce } from '../../../shared/decisions/rules/rule.ts';
import { causes } from './made-case.ts';

const FIRST = dayNumber('1990-01-01');
const LAST = dayNumber('2150-12-31');

const day = fc.integer({ min: FIRST, max: LAST }).map(dayFromNumber);
/** Mostly everyday sums, at times nothing, at times as much as the ledger holds. */
const money = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 2_000_00 }) },
  { weight: 2, arbitrary: fc.constantFrom(0, 1, 2, 9, 10) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 1_000_000_000_00 }) },
);
const count = fc.integer({ min: 0, max: 5 });
const flag = fc.boolean();
const cause = fc.constantFrom(...Object.values(causes), {
  id: 40,
  name: 'hailstorm',
  group: 'outside' as const,
});
const percent = fc.option(fc.integer({ min: 0, max: 1000 }).map((permille) => permille / 10));
const severity = fc.constantFrom(1, 2, 3, 4);
const permille = fc.integer({ min: 0, max: 1000 });

const complaint = (today: string): fc.Arbitrary<CaseComplaint> =>
  fc.record({
    id: fc.integer({ min: 1, max: 50 }),
    receivedOn: fc.integer({ min: 0, max: 700 }).map((days) => addDays(today, -days)),
    severity: fc.option(severity, { freq: 9 }),
    fault: fc.option(fc.constantFrom(...faults), { freq: 9 }),
    cause: fc.option(cause, { freq: 9 }),
    replied: flag,
    settled: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: flag }),
    canPutRight: fc.option(flag, { freq: 6 }),
    ofNoUse: flag,
    stillUnhappy: flag,
    lostTime: flag,
    boundaryBroken: flag,
    redoAsked: flag,
    moneyAsked: flag,
    claimNoted: flag,
    decided: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      {
        weight: 1,
        arbitrary: fc.array(
          fc.record({
            kind: fc.constantFrom(...decisionKinds),
            on: fc.constant(today),
            amount: money,
            withApology: flag,
          }),
          { maxLength: 3 },
        ),
      },
    ),
  });

const rules: fc.Arbitrary<RuleInForce[]> = fc
  .subarray([
    'goodwill share',
    'goodwill budget',
    'coupon worth',
    'most refunds',
    'night sleep',
    'no late refund',
    'no new work',
    'like case',
    'nobody knows this one',
  ])
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc
          .record({
            permille,
            days: fc.integer({ min: 0, max: 3660 }),
            perMonth: fc.option(money),
            refunds: count,
            above: fc.option(money),
            amount: fc.option(money),
            severityMost: severity,
            kind: fc.constantFrom('put right', 'coupon', 'part refund', 'full refund', 'hold firm'),
          })
          .map((settings) => ({
            key: id,
            rule: id,
            settings:
              id === 'like case'
                ? { ...settings, causeId: 1, cause: 'process breakdown', group: null, permilleMost: null }
                : settings,
          })),
      ),
    ),
  );

const sooner = (today: string): fc.Arbitrary<Sooner> =>
  fc.constantFrom<Sooner>(
    { word: 'yes', on: today },
    { word: 'yes', on: today, until: today },
    { word: 'no' },
    { word: 'open', until: today },
    { word: 'open', until: null },
  );

const past = (today: string): fc.Arbitrary<PastDecision> =>
  fc
    .record({
      complaintId: fc.integer({ min: 1, max: 60 }),
      clientId: fc.integer({ min: 1, max: 9 }),
      kind: fc.constantFrom(...decisionKinds),
      on: fc.integer({ min: 0, max: 800 }).map((days) => addDays(today, -days)),
      severity: fc.option(severity, { freq: 9 }),
      fault: fc.option(fc.constantFrom(...faults), { freq: 9 }),
      cause: fc.option(cause, { freq: 9 }),
      amount: money,
      cost: money,
      cameBack90: sooner(today),
      cameBack180: sooner(today),
      complainedAgain: sooner(today),
      couponUsed: fc.option(sooner(today)),
    })
    .map(({ cause: of, cameBack90, cameBack180, complainedAgain, couponUsed, ...rest }) => ({
      ...rest,
      id: 0,
      causeId: of?.id ?? null,
      group: of?.group ?? null,
      outcome: { decisionId: 0, cameBack90, cameBack180, complainedAgain, couponUsed, pays: null },
    }));

const client = fc.record({
  flagged: flag,
  parted: flag,
  worstRung: fc.option(fc.constantFrom(0, 1, 2, 3, 4, 5)),
  trend: fc.constantFrom('slipping', 'steady', 'improving', 'tooEarly'),
  typicalDays: fc.option(fc.integer({ min: -60, max: 400 })),
  owed: money,
  pastDue: money,
  pastDueDays: fc.option(fc.integer({ min: 1, max: 2000 })),
  paidInAll: money,
  usualInvoice: fc.option(money),
  revenue12: money,
  revenuePercent: percent,
  attentionPercent: percent,
  goodwill12: money,
  margin12: money,
  left12: fc.integer({ min: -5_000_00, max: 5_000_00 }),
  complaints12: count,
  clientCaused12: count,
  ourFault12: count,
  moneyBackClaims12: count,
  refunds12: count,
  redoNotInside6: count,
  staffStrain12: count,
  boundariesBroken12: fc.oneof(fc.constant(0), count),
  ourFaultOpen: fc.oneof(fc.constant(0), count),
  insideLooked: flag,
});

const invoice = fc.record({
  id: fc.integer({ min: 1, max: 9 }),
  issuedOn: day,
  amount: money.map((amount) => Math.max(1, amount)),
  paid: money,
  open: money,
});

/** Any case the ledger could make. */
export const anyCase: fc.Arbitrary<DecisionCase> = day.chain((today) =>
  fc.record({
    today: fc.constant(today),
    complaint: complaint(today),
    invoice: fc.option(invoice, { freq: 4 }),
    client,
    business: fc.record({
      hourlyCost: fc.oneof(fc.constantFrom(0, 28_00), fc.integer({ min: 0, max: 300_00 })),
      marginPermille: permille,
      marginAssumed: flag,
      goodwillThisMonth: money,
      usualRedoMinutes: fc.option(fc.integer({ min: 0, max: 6000 }), { freq: 5 }),
    }),
    rules,
    past: fc
      .array(past(today), { maxLength: 12 })
      .map((decisions) => decisions.map((one, index) => ({ ...one, id: index + 1 }))),
  }),
) as fc.Arbitrary<DecisionCase>;
