import { plural } from '../../complaints/clocks.ts';
import { type Day, showDay, showDayShort, showMonthYear, windowStart } from '../../dates.ts';
import type { Minor } from '../../money.ts';
import type { AxisRows } from '../../views/axis-rows.ts';
import { pairUp } from '../../views/pair-rows.ts';
import type { ClientSummary, SummaryFigure, SummaryHead } from '../client-summary.ts';
import { ageingOf } from './ageing.ts';
import { type AxisWords, complaintNumbers, summaryAxis } from './axis.ts';
import type { ClientFacts, FactInvoice } from './facts.ts';
import { invoiceRows } from './invoices.ts';
import { pairRows } from './pairs.ts';
import { counted, joined, type Show, said } from './show.ts';
import { drawTheirPair, markOf } from './their-pairs.ts';

const AXIS_WORDS: AxisWords = {
  names: ['After due day', 'You told us', 'What we did'],
  key: {
    late: 'paid after the due day',
    open: 'not paid so far (+)',
    'written off': 'not paid',
    excused: '',
    'not yet due': 'not yet due',
    band: '',
  },
};

/** A client's summary for the client: facts on payments, what they said in their words, and what we did. */
export function summaryForClient(facts: ClientFacts, all: boolean, show: Show): ClientSummary {
  const { client, asOf, partedOn } = facts;
  const numbers = complaintNumbers(facts.complaints);
  return {
    kind: 'client summary',
    version: 'client',
    all,
    clientId: client.id,
    name: client.name,
    lines: linesOf(facts),
    figures: [invoiced(facts, show), paid(facts, show), owed(facts, show)],
    notices:
      partedOn === null
        ? []
        : [{ kind: 'parted', label: 'Our work for you ended', words: '', aside: `on ${showDay(partedOn)}` }],
    axis: summaryAxis(axisFacts(facts, show), numbers, AXIS_WORDS),
    payments: paymentsHead(facts),
    complaints: complaintsHead(facts),
    decisions: doneHead(facts, show),
    ladder: null,
    ageing: ageingOf(facts.lateness),
    invoices: invoiceRows(
      facts.invoices,
      { daysHead: 'days after', days: paidWhen, sayLate: false },
      asOf,
      all,
    ),
    pairs: pairRows(
      pairUp(facts.complaints, facts.decisions),
      (pair) => drawTheirPair(pair, asOf, numbers, all, show),
      {
        all,
        asOf,
        sayGoodwill: false,
      },
    ),
    noted: [],
  };
}

function linesOf({ client, termsDays, since }: ClientFacts): string[] {
  const terms = termsDays === 0 ? 'payment at once' : `${plural(termsDays, 'day')} to pay`;
  return said(
    client.contact,
    client.phone,
    client.phone === null && client.email,
    joined(client.number === null || client.number === client.name ? null : `no. ${client.number}`, terms),
    since === null ? null : `our client since ${showMonthYear(since)}`,
  );
}

const sumOf = (amounts: readonly { readonly amount: Minor }[]): Minor =>
  amounts.reduce((sum, { amount }) => sum + amount, 0);

function invoiced({ invoices, asOf }: ClientFacts, show: Show): SummaryFigure {
  const from = windowStart(asOf, 12);
  const year = invoices.filter(({ issued }) => issued >= from && issued <= asOf);
  return {
    label: 'Invoiced, 12 months',
    value: show.money(sumOf(year)),
    notes: [year.length === 0 ? 'no invoice' : counted(year.length, 'invoice')],
  };
}

function paid({ invoices, onAccount, asOf }: ClientFacts, show: Show): SummaryFigure {
  const from = windowStart(asOf, 12);
  const within = [...invoices.flatMap(({ payments }) => payments), ...onAccount].filter(
    // Spending one's credit on account moves money that was paid before.
    ({ paidOn, method }) => paidOn >= from && paidOn <= asOf && method !== 'credit',
  );
  const last = within
    .map(({ paidOn }) => paidOn)
    .sort()
    .at(-1);
  return {
    label: 'Paid, 12 months',
    value: show.money(sumOf(within)),
    notes: [last === undefined ? 'no payment' : `last on ${showDay(last)}`],
  };
}

function owed({ lateness, credit }: ClientFacts, show: Show): SummaryFigure {
  const { oldestPastDue, pastDue } = lateness;
  return {
    label: 'Open today',
    value: show.money(lateness.owed),
    notes: said(
      pastDue > 0
        ? joined(
            `${show.money(pastDue)} past due`,
            oldestPastDue && `the oldest by ${plural(oldestPastDue.days, 'day')}`,
          )
        : lateness.owed > 0
          ? 'nothing past due'
          : 'nothing open',
      credit > 0 && `${show.money(credit)} credit on your account`,
    ),
  };
}

/** The same drawing without what we think of it: no bands, no hatching, numbers instead of how serious. */
function axisFacts(facts: ClientFacts, show: Show): AxisRows {
  return {
    asOf: facts.asOf,
    range: 24,
    invoices: facts.invoices.map(({ id, due, rung, lateness }) => ({
      id,
      due,
      rung,
      excused: false,
      state: lateness.kind === 'writtenOff' ? 'open' : lateness.kind,
      days: daysAfter(lateness),
    })),
    complaints: facts.complaints.map(({ id, receivedOn, settledOn }) => ({
      id,
      receivedOn,
      settledOn,
      severity: null,
      inside: false,
      title: null,
    })),
    decisions: facts.decisions.map((one) => ({
      id: one.id,
      complaintId: one.complaintId,
      kind: markOf(one.kind),
      decidedOn: one.decidedOn,
      amount: one.amount > 0 ? show.money(one.amount) : '',
      coupon: one.coupon && {
        used: one.coupon.redeemedOn !== null,
        until: one.coupon.redeemedOn ?? one.coupon.validUntil,
      },
    })),
    typicals: [],
  };
}

function daysAfter(lateness: FactInvoice['lateness']): number | null {
  if (lateness.kind === 'settled') return lateness.days;
  return lateness.kind === 'open' || lateness.kind === 'writtenOff' ? lateness.atLeast : null;
}

/** “18”, “on the day”, “3 before”, “56+”, “not due”: days after the due day. */
function paidWhen({ lateness }: FactInvoice): string {
  switch (lateness.kind) {
    case 'settled':
      if (lateness.days === 0) return 'on the day';
      return lateness.days > 0 ? String(lateness.days) : `${-lateness.days} before`;
    case 'open':
      return `${lateness.atLeast}+`;
    case 'writtenOff':
      return 'not paid';
    case 'notYetDue':
      return 'not due';
    case 'nothingOwed':
      return '–';
  }
}

const plain = (text: string) => ({ strong: '', text });

function paymentsHead({ invoices, asOf }: ClientFacts): SummaryHead {
  const open = invoices.filter((one) => one.open > 0).length;
  return {
    title: 'Payments',
    aside: invoices.length === 0 ? '' : counted(invoices.length, 'invoice'),
    figure: String(open),
    caption: `${open === 1 ? 'invoice' : 'invoices'} open on ${showDayShort(asOf)}`,
    sentences: invoices.length === 0 ? [plain('No invoice so far.')] : yearSentence(invoices, asOf),
  };
}

function yearSentence(invoices: readonly FactInvoice[], asOf: Day): SummaryHead['sentences'] {
  const from = windowStart(asOf, 12);
  const due = invoices.filter((one) => one.due >= from && one.due <= asOf);
  const count = (want: (one: FactInvoice) => boolean) => due.filter(want).length;
  const settled = ({ lateness }: FactInvoice) => (lateness.kind === 'settled' ? lateness.days : null);
  const byDay = count((one) => (settled(one) ?? 1) <= 0);
  const after = count((one) => (settled(one) ?? 0) > 0);
  const not = count(({ lateness }) => lateness.kind === 'open' || lateness.kind === 'writtenOff');
  const told = byDay + after + not;
  if (told === 0) return [plain('No invoice fell due in the last 12 months.')];
  const many = told > 1;
  const parts = joined(
    byDay > 0 && (many ? `${byDay} paid by the due day` : 'paid by the due day'),
    after > 0 && `${many ? `${after} ` : ''}paid after ${byDay > 0 ? 'it' : 'the due day'}`,
    not > 0 && `${many ? `${not} ` : ''}not paid so far`,
  );
  return [plain(`${many ? `Of ${told}` : '1'} due in the last 12 months: ${parts}.`)];
}

function complaintsHead({ complaints }: ClientFacts): SummaryHead {
  const open = complaints.filter(({ settledOn }) => settledOn === null).length;
  return {
    title: 'What you told us',
    aside: '',
    figure: String(complaints.length),
    caption: joined(
      complaints.length === 1 ? 'complaint' : 'complaints',
      complaints.length > 0 && `${open === 0 ? 'none' : open} open`,
    ),
    sentences: complaints.length === 0 ? [] : [plain('In your words, as we wrote them down.')],
  };
}

function doneHead({ decisions }: ClientFacts, show: Show): SummaryHead {
  const refunds = decisions.filter(({ kind }) => kind === 'part refund' || kind === 'full refund');
  const coupons = decisions.filter(({ kind }) => kind === 'coupon');
  const given = joined(
    refunds.length > 0 && `refunds ${show.money(sumOf(refunds))}`,
    coupons.length > 0 && `coupons ${show.money(sumOf(coupons))}`,
  );
  return {
    title: 'What we did',
    aside: '',
    figure: String(decisions.length),
    caption: decisions.length === 1 ? 'answer' : 'answers',
    sentences: given === '' ? [] : [plain(`Given back: ${given}.`)],
  };
}
