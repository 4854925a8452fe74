import { showElapsed } from '../../../shared/complaints/clocks.ts';
import {
  type CauseGroup,
  type Channel,
  type ComplaintLine,
  faultLabels,
  type Severity,
  severities,
} from '../../../shared/complaints/complaint.ts';
import { type Day, showDay, showDayShort } from '../../../shared/dates.ts';
import { type DecisionLine, decisionAmount } from '../../../shared/decisions/decision.ts';
import type { InvoiceLine, PaymentMethod } from '../../../shared/invoices/invoice.ts';
import { hoursWords } from '../../../shared/notes/note.ts';
import { capitalised } from '../../capitalised.ts';
import type { Said } from '../../charts/axis-stop.tsx';
import type { Format } from '../../format.tsx';

export { capitalised, decisionAmount, hoursWords };

/** Joins what there is with a comma. */
export const list = (...parts: readonly (string | null | false | undefined)[]): string =>
  parts.filter((part) => typeof part === 'string' && part !== '').join(', ');

/** “one”, “two” … up to twelve, then figures: “Asked us to redo work twice.” has its own words. */
export const times = (count: number): string =>
  count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;

const days = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`;

export const severityWord = (severity: Severity | null): string =>
  severities.find((one) => one.value === severity)?.label ?? 'severity not said';

export const groupWords: Readonly<Record<CauseGroup, string>> = {
  inside: 'inside',
  outside: 'outside',
  between: 'between us',
  client: 'the client’s side',
};

const channelWords: Readonly<Record<Channel, string>> = {
  phone: 'on the phone',
  'in person': 'in person',
  'e-mail': 'by e-mail',
  message: 'by message',
  letter: 'by letter',
  review: 'in a review',
  other: '',
  unknown: '',
};

export const methodWords: Readonly<Record<PaymentMethod, string>> = {
  transfer: 'by transfer',
  card: 'by card',
  cash: 'in cash',
  cheque: 'by cheque',
  other: 'in another way',
  credit: 'from their credit',
  unknown: '',
};

/** Days late as the list has it: “18”, “3 early”, “on time”, “56 so far”, “not yet due”, “written off”. */
export function daysLateWords(invoice: InvoiceLine): string {
  const { lateness } = invoice;
  switch (lateness.kind) {
    case 'settled':
      return lateness.days === 0
        ? 'on time'
        : lateness.days > 0
          ? String(lateness.days)
          : `${-lateness.days} early`;
    case 'open':
      return `${lateness.atLeast} so far`;
    case 'writtenOff':
      return 'written off';
    case 'notYetDue':
      return 'not yet due';
    case 'nothingOwed':
      return 'nothing owed';
  }
}

/** The same in a sentence: “paid 18 days late”, “104 days late so far”. */
export function lateSentence(invoice: InvoiceLine): string {
  const { lateness } = invoice;
  switch (lateness.kind) {
    case 'settled':
      if (lateness.days === 0) return 'paid on the day';
      return `paid ${days(Math.abs(lateness.days))} ${lateness.days > 0 ? 'late' : 'early'}`;
    case 'open':
      return `${days(lateness.atLeast)} late so far`;
    case 'writtenOff':
      return lateness.atLeast > 0
        ? `written off on ${showDay(lateness.on)}, ${days(lateness.atLeast)} past due`
        : `written off on ${showDay(lateness.on)}`;
    case 'notYetDue':
      return 'not yet due';
    case 'nothingOwed':
      return 'nothing was owed in the end';
  }
}

export function sayInvoice(invoice: InvoiceLine, format: Format): Said {
  const partly = invoice.open > 0 && invoice.open < invoice.amount;
  return {
    head: list(`Invoice ${invoice.number}`, invoice.title),
    lines: [
      `due ${showDay(invoice.due)}${invoice.dueAssumed ? ' (day assumed)' : ''}, ${format.money(invoice.amount)}`,
      list(
        lateSentence(invoice),
        partly && `${format.money(invoice.open)} still open`,
        invoice.excused && 'excused: a complaint about us was open',
      ),
    ],
  };
}

/** “process breakdown (inside)”, “cause unknown yet”. */
export const causeWords = (complaint: ComplaintLine): string =>
  complaint.cause ? `${complaint.cause.name} (${groupWords[complaint.cause.group]})` : 'cause unknown yet';

/** “settled after 27 days”, “open, 8 days so far”. */
export function settledWords(complaint: ComplaintLine): string {
  if (complaint.settledOn === null) return `open, ${days(complaint.daysOpen)} so far`;
  return complaint.daysOpen === 0 ? 'settled the same day' : `settled after ${days(complaint.daysOpen)}`;
}

/** “Waiting 8 days”, and how that stands against the owner's limit. */
export function waitingWords(
  complaint: ComplaintLine,
  limit: number | null,
): { readonly waiting: string; readonly over: string } {
  const waiting = complaint.daysOpen === 0 ? 'Waiting since today' : `Waiting ${days(complaint.daysOpen)}`;
  if (limit === null) return { waiting, over: '' };
  const past = complaint.daysOpen - limit;
  return { waiting, over: past > 0 ? `${past} over your limit of ${limit}` : `your limit is ${days(limit)}` };
}

export function sayComplaint(complaint: ComplaintLine): Said {
  return {
    head: complaint.title ? `Complaint: ${complaint.title}` : `Complaint of ${showDay(complaint.receivedOn)}`,
    lines: [
      list(
        showDay(complaint.receivedOn),
        complaint.severity !== null && `severity ${complaint.severity}`,
        severityWord(complaint.severity),
      ),
      settledWords(complaint),
      list(causeWords(complaint), complaint.fault && faultLabels[complaint.fault]),
    ],
  };
}

/** When somebody first answered: “after 3 hours”, “the same day”. */
export function replyWords(complaint: ComplaintLine): string {
  const reply = complaint.firstReplyAfter ? showElapsed(complaint.firstReplyAfter) : null;
  if (reply === null) return complaint.settledOn === null ? 'no reply yet' : 'first reply not noted';
  return reply === 'the same day' ? reply : `after ${reply}`;
}

/** “after 3 hours, by Ruth, on the phone”. */
export function heardWords(complaint: ComplaintLine): string {
  return list(
    replyWords(complaint),
    complaint.listener && `by ${complaint.listener}`,
    channelWords[complaint.channel],
  );
}

export function decisionHead(decision: DecisionLine, format: Format): string {
  const amount = decisionAmount(decision);
  return amount > 0 ? `${capitalised(decision.kind)}, ${format.money(amount)}` : capitalised(decision.kind);
}

/** “4 %”, “2.5 %”: a limit the owner chose, without a decimal nobody typed. */
export const limitWords = (limit: number, format: Format): string =>
  Number.isInteger(limit) ? `${format.count(limit)}\u00a0%` : format.percent(limit);

/** What became of a coupon: “used on invoice 2811, £60, on 29 Jul 2025”, “not used; it ended on 30 Sep 2026”. */
export function couponFate(decision: DecisionLine, asOf: Day, format: Format): string | null {
  const { coupon } = decision;
  if (!coupon) return null;
  if (coupon.redeemedOn !== null) {
    const part =
      coupon.redeemed !== null && coupon.redeemed < coupon.value
        ? `${format.money(coupon.redeemed)} of it `
        : '';
    const on = coupon.redeemedInvoiceNumber ? ` on invoice ${coupon.redeemedInvoiceNumber}` : '';
    return `${part}used${on}, ${showDay(coupon.redeemedOn)}`;
  }
  if (coupon.validUntil === null) return 'not used yet; it has no end';
  return coupon.validUntil < asOf
    ? `not used; it ended on ${showDay(coupon.validUntil)}`
    : `not used yet; good until ${showDay(coupon.validUntil)}`;
}

export function sayDecision(decision: DecisionLine, asOf: Day, format: Format): Said {
  return {
    head: decisionHead(decision, format),
    lines: [showDay(decision.decidedOn), decision.what, couponFate(decision, asOf, format)].filter(
      (line): line is string => line !== null,
    ),
  };
}

/** “22 Oct”, “22 Oct ’25”: for a narrow column, where a year is only said when it is another than the page's. */
export const showDayTight = (day: Day, asOf: Day): string =>
  day.slice(0, 4) === asOf.slice(0, 4) ? showDayShort(day) : `${showDayShort(day)} ’${day.slice(2, 4)}`;

/** “22 Oct” in the year of the page, “22 Oct 2025” in another. */
export const showDayNear = (day: Day, asOf: Day): string =>
  day.slice(0, 4) === asOf.slice(0, 4) ? showDayShort(day) : showDay(day);
