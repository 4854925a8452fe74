import type { Overview } from '../../../shared/views/overview.ts';

/** A business with something in every part of its overview. */
export function overviewOf(changes: Partial<Overview> = {}): Overview {
  return {
    asOf: '2026-11-17',
    clients: 64,
    invoices: 2914,
    owed: 1_654_000,
    pastDue: 643_500,
    pastDueClients: 14,
    over30: { amount: 230_000, clients: 5 },
    ages: [
      { amount: 1_010_500, clients: 48 },
      { amount: 413_500, clients: 12 },
      { amount: 133_500, clients: 4 },
      { amount: 23_000, clients: 1 },
      { amount: 73_500, clients: 2 },
    ],
    slipping: [
      {
        clientId: 1,
        name: 'Larkfield Court',
        flagged: true,
        spark: [{ days: 12, unpaid: false, excused: false }],
        slope: 2.96,
        p: 0.004,
        pastDue: 228_000,
      },
    ],
    slippingCount: 6,
    waiting: [
      {
        complaintId: 9,
        clientId: 1,
        clientName: 'Larkfield Court',
        flagged: true,
        parted: false,
        severity: 2,
        text: 'stray leaves',
        receivedOn: '2026-11-09',
        replied: true,
        decided: false,
        days: 8,
        replyHours: null,
      },
    ],
    waitingCount: 4,
    unanswered: 1,
    pastLimit: 1,
    settleLimit: 7,
    complaints12: 47,
    usualDaysToSettle: 3,
    causes: [
      {
        cause: { id: 1, name: 'process breakdown', group: 'inside', own: false },
        count: 13,
        cumulative: 27.7,
        sinceLesson: null,
      },
      {
        cause: { id: 2, name: 'poor communication', group: 'inside', own: false },
        count: 10,
        cumulative: 48.9,
        sinceLesson: { on: '2026-06-02', count: 2 },
      },
    ],
    lessonsDue: [{ id: 3, lesson: 'Ask for the fixture list.', dueOn: '2026-11-07' }],
    causeWithoutLesson: { causeId: 1, name: 'process breakdown' },
    goodwillMonth: 14_800,
    budget: 24_000,
    goodwill12: 196_100,
    goodwillPercent: 1.5,
    decisions12: 43,
    given: [
      {
        decisionId: 5,
        clientId: 2,
        clientName: 'Mr and Mrs Achebe',
        kind: 'coupon',
        used: true,
        on: '2026-11-09',
        cost: 4000,
      },
    ],
    couponsOut: { count: 3, value: 9000 },
    couponsLapsing: [
      { couponId: 7, clientId: 3, clientName: 'Mrs Whitlock', value: 2500, validUntil: '2026-11-26' },
    ],
    shares: [
      {
        clientId: 4,
        name: 'Willow Bank Care Home',
        revenue: 1_100_000,
        revenuePercent: 9.1,
        minutes: 900,
        attentionPercent: 31.2,
      },
    ],
    reviews: [{ kind: 'flag', clientId: 3, name: 'Mrs Whitlock', standing: null, on: '2026-11-16' }],
    ...changes,
  };
}
