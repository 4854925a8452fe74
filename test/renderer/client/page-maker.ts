import { elapsed } from '../../../shared/complaints/clocks.ts';
import type { Cause, ComplaintLine } from '../../../shared/complaints/complaint.ts';
import { addDays, type Day, daysBetween, windowStart } from '../../../shared/dates.ts';
import { type DecisionLine, goodwillOf } from '../../../shared/decisions/decision.ts';
import type { Credit, InvoiceLine, Payment } from '../../../shared/invoices/invoice.ts';
import { account } from '../../../shared/lateness/days-late.ts';
import { markExcused } from '../../../shared/lateness/excused.ts';
import type { LatenessInvoice } from '../../../shared/lateness/invoice.ts';
import { rung } from '../../../shared/lateness/ladder.ts';
import { summariseLateness } from '../../../shared/lateness/summary.ts';
import { percent } from '../../../shared/money.ts';
import { costToKeep } from '../../../shared/standing/cost-to-keep.ts';
import { reckonStanding } from '../../../shared/standing/standing.ts';
import type { ClientPage } from '../../../shared/views/client-page.ts';

/** An invoice as a test says it: `late` days after due it was paid in full; null: still open. */
export interface InvoiceSeed {
  readonly id: number;
  readonly number?: string;
  readonly title?: string;
  readonly due: Day;
  readonly amount?: number;
  readonly late: number | null;
  readonly partPaid?: number;
  readonly writtenOff?: Day;
  readonly credits?: readonly Credit[];
}

export interface PageSeed {
  readonly asOf?: Day;
  readonly client?: Partial<ClientPage['client']>;
  readonly flag?: ClientPage['flag'];
  readonly credit?: number;
  readonly onAccount?: readonly Payment[];
  readonly invoices?: readonly InvoiceSeed[];
  readonly complaints?: readonly ComplaintLine[];
  readonly decisions?: readonly DecisionLine[];
  /** What a test says outright; the rest is reckoned from the rows above. */
  readonly page?: Partial<ClientPage>;
}

export const AS_OF: Day = '2026-11-17';
const HOURLY = 2800;

const causes: Readonly<Record<string, Cause>> = {
  process: { id: 1, name: 'process breakdown', group: 'inside', own: false },
  communication: { id: 2, name: 'poor communication', group: 'inside', own: false },
  training: { id: 4, name: 'staff training', group: 'inside', own: false },
  supplier: { id: 7, name: 'supplier', group: 'outside', own: false },
  expectations: { id: 8, name: 'misunderstood expectations', group: 'between', own: false },
  demand: { id: 11, name: 'unreasonable demand', group: 'client', own: false },
};
export const cause = (name: string): Cause | null => causes[name] ?? null;

export function complaint(
  fields: Partial<ComplaintLine> & { readonly id: number; readonly receivedOn: Day },
): ComplaintLine {
  const settledOn = fields.settledOn ?? null;
  const repliedOn = fields.repliedOn ?? null;
  return {
    invoiceId: null,
    invoiceNumber: null,
    receivedTime: null,
    dateAssumed: false,
    title: null,
    words: 'It is not right.',
    wants: null,
    weWant: null,
    listener: null,
    channel: 'phone',
    severity: 2,
    cause: null,
    fault: null,
    redoAsked: false,
    moneyAsked: false,
    canPutRight: null,
    ofNoUse: false,
    stillUnhappy: false,
    lostTime: false,
    claimNote: null,
    boundaryBroken: false,
    repliedTime: null,
    outcome: null,
    reviewPosted: false,
    reviewWhere: null,
    reviewAnswer: null,
    redoMinutes: 0,
    imported: false,
    ...fields,
    settledOn,
    repliedOn,
    firstReplyAfter:
      repliedOn === null
        ? null
        : elapsed(fields.receivedOn, fields.receivedTime ?? null, repliedOn, fields.repliedTime ?? null),
    daysOpen: daysBetween(fields.receivedOn, settledOn ?? AS_OF),
  };
}

export function decision(
  fields: Partial<DecisionLine> & Pick<DecisionLine, 'id' | 'kind' | 'decidedOn'>,
): DecisionLine {
  const made = {
    complaintId: null,
    invoiceId: null,
    invoiceNumber: null,
    amount: 0,
    redoMinutes: 0,
    withApology: false,
    paidBack: null,
    what: null,
    despite: null,
    reason: 'It seemed fair.',
    coupon: null,
    ...fields,
  };
  const cost = goodwillOf({
    ...made,
    hourlyCost: HOURLY,
    redeemedOn: made.coupon?.redeemedOn ?? null,
    redeemed: made.coupon?.redeemed ?? null,
  });
  return { ...made, cost: cost?.cost ?? 0 };
}

/** A client's page as the ledger would answer it: every figure by the functions the ledger itself calls. */
export function page(seed: PageSeed): ClientPage {
  const asOf = seed.asOf ?? AS_OF;
  const seeds = seed.invoices ?? [];
  const complaints = seed.complaints ?? [];
  const decisions = seed.decisions ?? [];
  let paymentId = 0;
  const paymentsOf = (one: InvoiceSeed): Payment[] => {
    const pay = (paidOn: Day, amount: number): Payment => {
      paymentId += 1;
      return {
        id: paymentId,
        invoiceId: one.id,
        paidOn,
        amount,
        method: 'transfer',
        note: null,
        imported: false,
      };
    };
    if (one.late !== null) return [pay(addDays(one.due, one.late), one.amount ?? 10000)];
    return one.partPaid ? [pay(addDays(one.due, 10), one.partPaid)] : [];
  };
  const payments = new Map(seeds.map((one) => [one.id, paymentsOf(one)]));
  const plain = seeds.map(
    (one): LatenessInvoice => ({
      id: one.id,
      issued: addDays(one.due, -21),
      due: one.due,
      amount: one.amount ?? 10000,
      payments: (payments.get(one.id) ?? []).map(({ paidOn, amount }) => ({ on: paidOn, amount })),
      credits: (one.credits ?? []).map(({ creditedOn, amount }) => ({ on: creditedOn, amount })),
      writtenOff: one.writtenOff ?? null,
      excused: false,
    }),
  );
  const excusing = complaints.map((one) => ({
    invoiceId: one.invoiceId,
    opened: one.receivedOn,
    settled: one.settledOn,
    inside: one.cause?.group === 'inside',
  }));
  const invoices = markExcused(plain, excusing, asOf);
  const bySeed = new Map(seeds.map((one) => [one.id, one]));
  const lines = [...invoices]
    .sort((a, b) => (a.due < b.due ? 1 : a.due > b.due ? -1 : b.id - a.id))
    .map((invoice): InvoiceLine => {
      const one = bySeed.get(invoice.id);
      const { lateness, open } = account(invoice, asOf);
      return {
        id: invoice.id,
        number: one?.number ?? String(invoice.id),
        title: one?.title ?? null,
        issued: invoice.issued,
        due: invoice.due,
        dueAssumed: false,
        amount: invoice.amount,
        open,
        paid: invoice.payments.reduce((sum, { amount }) => sum + amount, 0),
        credited: invoice.credits.reduce((sum, { amount }) => sum + amount, 0),
        lateness,
        rung: rung(invoice, asOf),
        excused: invoice.excused,
        payments: payments.get(invoice.id) ?? [],
        credits: one?.credits ?? [],
        writeOff: one?.writtenOff
          ? { id: invoice.id, writtenOffOn: one.writtenOff, amount: invoice.amount, reason: 'It won’t come.' }
          : null,
        imported: false,
      };
    });
  const from = windowStart(asOf, 12);
  const lateness = summariseLateness(invoices, asOf);
  const revenue12 = lines
    .filter(({ issued }) => issued >= from && issued <= asOf)
    .reduce((sum, { amount, credited }) => sum + amount - credited, 0);
  const goodwillSince = (day: Day) =>
    decisions.reduce(
      (sum, one) => ((one.coupon?.redeemedOn ?? one.decidedOn) >= day ? sum + one.cost : sum),
      0,
    );
  const recent = complaints.filter((one) => one.receivedOn >= from);
  const standing = reckonStanding({
    flagged: seed.flag !== undefined && seed.flag !== null,
    trend: lateness.trend.word,
    slope: lateness.trend.slope,
    typicalDays: lateness.typical?.days ?? null,
    neverCame: lateness.ladder.rungs[5]
      ? lateness.ladder.rungs[5].count - lateness.ladder.rungs[5].excused
      : 0,
    oldestDays: lateness.oldestPastDue?.days ?? null,
    complaints12: recent.length,
    ourFault12: recent.filter((one) => one.fault === 'ours').length,
    openSerious: complaints.filter((one) => one.settledOn === null && (one.severity ?? 0) >= 3).length,
    staffStrain12: 0,
    boundariesBroken12: 0,
    redoNotInside6: 0,
    ourFaultOpen: 0,
    insideLooked: false,
    partingMet: [],
  });
  const keeping = costToKeep(
    {
      revenue: revenue12,
      goodwillCredits: 0,
      hours: (seed.page?.hours ?? []).map((row) => ({ ...row, hourlyCost: HOURLY })),
      decisions: decisions.map((one) => ({
        ...one,
        hourlyCost: HOURLY,
        redeemedOn: one.coupon?.redeemedOn ?? null,
        redeemed: one.coupon?.redeemed ?? null,
      })),
      writeOffs: lines.flatMap(({ writeOff }) =>
        writeOff === null ? [] : [{ on: writeOff.writtenOffOn, amount: writeOff.amount }],
      ),
      invoices,
    },
    { hourlyCost: HOURLY, marginPermille: null, interestPermille: null },
    { minutes: 0, revenue: revenue12 * 10 },
    asOf,
  );
  return {
    asOf,
    client: {
      id: 12,
      name: 'Larkfield Court',
      number: null,
      descriptor: null,
      contact: null,
      phone: null,
      email: null,
      address: null,
      termsDays: null,
      since: null,
      notes: null,
      ...seed.client,
    },
    since: seed.client?.since ?? lines.at(-1)?.issued ?? null,
    termsDays: seed.client?.termsDays ?? 21,
    standing: { ...standing, reckoned: standing.word, set: null },
    flag: seed.flag ?? null,
    partedOn: null,
    partingBegun: false,
    revenue12,
    revenuePercent: percent(revenue12, revenue12 * 10),
    credit: seed.credit ?? 0,
    lateness,
    invoices: lines,
    onAccount: seed.onAccount ?? [],
    complaints: [...complaints].sort(
      (a, b) =>
        Number(b.settledOn === null) - Number(a.settledOn === null) || (a.receivedOn < b.receivedOn ? 1 : -1),
    ),
    decisions: [...decisions].sort((a, b) => (a.decidedOn < b.decidedOn ? 1 : -1)),
    goodwill12: goodwillSince(from),
    goodwill24: goodwillSince(windowStart(asOf, 24)),
    goodwillAll: goodwillSince('1900-01-01'),
    goodwillPercent: percent(goodwillSince(from), revenue12),
    outcomes: [],
    keeping,
    hours: [],
    notes: [],
    lessons: [],
    warnings: [],
    look: null,
    lookCounts: false,
    ...seed.page,
  };
}
