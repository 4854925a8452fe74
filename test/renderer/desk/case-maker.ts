import type { Advice, AdvisedOption } from '../../../shared/decisions/advice.ts';
import type { DecisionKind } from '../../../shared/decisions/decision.ts';
import type { Outcome, Tally } from '../../../shared/decisions/outcome.ts';
import type { RuleVerdict } from '../../../shared/decisions/rules/rule.ts';
import type { DeskCase, DeskQueue, LikeCase, Waiting } from '../../../shared/views/desk.ts';
import { TODAY } from '../bridge.ts';
import { cause, complaint } from '../client/page-maker.ts';

export const tally = (yes: number, of: number, open = 0): Tally => ({
  yes,
  of,
  open,
  early: 0,
  percent: null,
});

const rule = (key: string, verdict: RuleVerdict['verdict'], words: string): RuleVerdict => ({
  key,
  title: key,
  verdict,
  words,
});

export function option(kind: DecisionKind, more: Partial<AdvisedOption> = {}): AdvisedOption {
  return {
    kind,
    suggested: false,
    along: false,
    fits: true,
    amount: null,
    redoMinutes: null,
    paidBack: null,
    validUntil: null,
    basis: `basis of ${kind}`,
    cost: 0,
    goodwill: 0,
    month: 'Nothing this month.',
    worth: 'It costs no money.',
    rules: [],
    like: null,
    reasons: [],
    ...more,
  };
}

export function advice(more: Partial<Advice> = {}): Advice {
  return {
    first: [],
    options: [
      option('put right', {
        suggested: true,
        redoMinutes: 120,
        goodwill: 56_00,
        cost: 56_00,
        basis: '2 hours, as usual',
        rules: [
          rule('goodwill share', 'kept', 'Goodwill 3.4 %, limit 4 %'),
          rule('night sleep', 'not concerned', ''),
          rule('goodwill budget', 'broken', 'Goodwill this month £298, budget £240'),
        ],
        like: {
          count: 8,
          cameBack: tally(6, 7, 1),
          complainedAgain: tally(1, 7),
          used: null,
          decisions: [61, 62],
        },
        reasons: [
          { text: 'It is our fault and can be put right.', evidence: { kind: 'case', field: 'canPutRight' } },
          {
            text: 'Three complaints had this cause.',
            evidence: { kind: 'figure', figure: 'complaintsAll', part: null },
          },
        ],
      }),
      option('apologise', { along: true }),
      option('coupon', {
        amount: 50_00,
        cost: 31_00,
        validUntil: '2027-05-16',
        like: {
          count: 2,
          cameBack: tally(1, 1),
          complainedAgain: tally(0, 1),
          used: tally(0, 0, 2),
          decisions: [],
        },
      }),
      option('part refund', { amount: 85_00, cost: 85_00, paidBack: 'credit' }),
      option('full refund', { amount: null, cost: null }),
      option('hold firm', { fits: false }),
    ],
    partWays: {
      onTheTable: false,
      conditions: [
        {
          id: 'late',
          met: true,
          text: 'Of the last 12 invoices, the latest was over a month late.',
          evidence: { kind: 'figure', figure: 'ladder', part: null },
        },
        {
          id: 'cost',
          met: false,
          text: 'They brought £4,472 more than keeping them cost.',
          evidence: { kind: 'keeping', line: 'left' },
        },
      ],
      blocks: [{ text: 'Look inside first.', evidence: { kind: 'case', field: 'insideLooked' } }],
      warning: 'They bring 10.2 % of your revenue.',
    },
    like: {
      decisions: [61, 62, 63],
      kinds: [{ kind: 'put right', count: 2 }],
      words: 'inside cause, our fault, severity 2, last 24 months',
    },
    unknown: [],
    notes: [],
    disclaimer: 'This weighs the facts in your ledger. You decide.',
    ...more,
  };
}

const outcome = (more: Partial<Outcome> = {}): Outcome => ({
  decisionId: 61,
  cameBack90: { word: 'yes', on: '2026-10-19' },
  cameBack180: { word: 'yes', on: '2026-10-19' },
  complainedAgain: { word: 'no' },
  couponUsed: null,
  pays: null,
  ...more,
});

export const like = (id: number, more: Partial<LikeCase> = {}): LikeCase => ({
  decisionId: id,
  complaintId: id + 100,
  clientId: 40,
  clientName: 'Bramley Primary School',
  on: '2026-10-12',
  text: 'goalmouths cut up',
  severity: 2,
  kind: 'put right',
  amount: 0,
  cost: 56_00,
  outcome: outcome(),
  ...more,
});

export function deskCase(more: Partial<DeskCase> = {}): DeskCase {
  return {
    asOf: TODAY,
    complaint: complaint({
      id: 9,
      receivedOn: '2026-11-09',
      receivedTime: '10:00',
      words: 'Your crew blew our leaves onto the drive.',
      wants: 'Half of October back',
      weWant: 'A clean drive',
      listener: 'Ruth',
      severity: 2,
      cause: cause('process breakdown'),
      fault: 'ours',
      canPutRight: true,
      repliedOn: '2026-11-09',
      repliedTime: '13:00',
      invoiceId: 34,
      invoiceNumber: '3413',
    }),
    client: { id: 12, name: 'Larkfield Court', flag: null, partedOn: null },
    payments: {
      dueCount: 12,
      typical: { kind: 'days', days: 18, count: 12, unpaid: 2 },
      trend: 'slipping',
      slope: 3,
      pastDue: 2280_00,
      oldestDays: 104,
      spark: [{ days: 3, unpaid: false, excused: false }],
    },
    complaints: {
      count: 7,
      count12: 5,
      ourFault12: 3,
      sameCause: 2,
      marks: [{ id: 9, severity: 2, open: true }],
    },
    decisions: { count: 6, goodwill12: 392_00, goodwillPercent: 3, limitPercent: 4 },
    settleLimit: 7,
    replyLimitHours: 24,
    advice: advice(),
    likeCases: [like(61)],
    ...more,
  };
}

export const waiting = (complaintId: number, more: Partial<Waiting> = {}): Waiting => ({
  complaintId,
  clientId: 12,
  clientName: `Client ${complaintId}`,
  flagged: false,
  parted: false,
  severity: 2,
  text: `text ${complaintId}`,
  receivedOn: '2026-11-09',
  replied: true,
  decided: false,
  days: 8,
  replyHours: null,
  ...more,
});

export const queue = (more: Partial<DeskQueue> = {}): DeskQueue => ({
  asOf: TODAY,
  settleLimit: 7,
  waiting: [waiting(9, { clientName: 'Larkfield Court' }), waiting(10), waiting(11)],
  waitingInAll: 3,
  lookingBack: [],
  ...more,
});

/** What came of a like case, for its row. */
export { outcome };
