import { type Day, daysBetween } from '../dates.ts';
import type { PaymentMethod } from '../invoices/invoice.ts';
import { ageingOf } from '../lateness/ageing.ts';
import { account } from '../lateness/days-late.ts';
import type { LatenessInvoice } from '../lateness/invoice.ts';
import type { Minor } from '../money.ts';
import type { OpenItem, Statement } from './statement.ts';

/** What a line is of; `number` is the invoice's, null: no invoice. */
export type StatementEvent =
  | { readonly of: 'invoice'; readonly number: string; readonly title: string | null; readonly due: Day }
  | { readonly of: 'payment'; readonly number: string | null; readonly method: PaymentMethod }
  /** `back`: what had been written off and was credited or paid after all. */
  | { readonly of: 'credit'; readonly number: string; readonly by: CreditedBy; readonly code: string | null }
  | { readonly of: 'creditUsed'; readonly number: string; readonly amount: Minor }
  | { readonly of: 'writeOff'; readonly number: string }
  /** Money given back: credited and paid out at once, so that the balance stays. */
  | { readonly of: 'paidBack'; readonly number: string | null };

export type CreditedBy = 'note' | 'coupon' | 'refund';

/** One event on the account. Amounts are 0 or more, in minor units; `balance` is what it leaves. */
export interface StatementLine {
  readonly on: Day;
  readonly what: StatementEvent;
  readonly charged: Minor;
  readonly credited: Minor;
  readonly balance: Minor;
  /** The payment or credit came after a write-off, which it takes back by as much. */
  readonly afterWriteOff: boolean;
}

export interface StatementInvoice {
  readonly id: number;
  readonly number: string;
  readonly title: string | null;
  readonly issued: Day;
  readonly due: Day;
  readonly amount: Minor;
  readonly payments: readonly {
    readonly id: number;
    readonly on: Day;
    readonly amount: Minor;
    readonly method: PaymentMethod;
  }[];
  readonly credits: readonly {
    readonly id: number;
    readonly on: Day;
    readonly amount: Minor;
    readonly by: CreditedBy;
    readonly code: string | null;
  }[];
  readonly writtenOff: Day | null;
}

/** All that touches one client's account. */
export interface StatementFacts {
  readonly invoices: readonly StatementInvoice[];
  /** Money on account, for no invoice yet. */
  readonly onAccount: readonly {
    readonly id: number;
    readonly on: Day;
    readonly amount: Minor;
    readonly method: PaymentMethod;
  }[];
  /** Refunds paid out in money. */
  readonly paidBack: readonly {
    readonly id: number;
    readonly on: Day;
    readonly amount: Minor;
    readonly number: string | null;
  }[];
}

/** On one day: what is asked for stands before what is paid on it, a write-off after both. */
const ORDER = { invoice: 0, credit: 1, payment: 2, creditUsed: 3, writeOff: 4, paidBack: 5 } as const;

interface Happened {
  readonly on: Day;
  readonly id: number;
  readonly what: StatementEvent;
  readonly charged: Minor;
  readonly credited: Minor;
  /** The invoice it is on; null: none, so that no write-off can have come before. */
  readonly invoice: StatementInvoice | null;
}

type Reckoned = Pick<
  Statement,
  | 'broughtForward'
  | 'lines'
  | 'charged'
  | 'credited'
  | 'carriedForward'
  | 'owed'
  | 'inHand'
  | 'open'
  | 'ageing'
>;

/**
 * The account of one client from `from` (null: from the beginning) to `to`, both in: a running balance that ends in what
 * is owed less the client's own money in hand, as the ledger reckons both.
 *
 * - Spent credit (`credit` as a payment's method) is no new money: it moves within the account, and the balance stays.
 * - A refund in money leaves the balance too: it is credited and paid out at once.
 * - A payment ahead of its invoice is the client's money in hand until then. A credit ahead of it counts with it.
 * - A write-off takes what is open; what is paid or credited after it takes back as much of the write-off.
 *
 * Throws RangeError for impossible input.
 */
export function statementLines(facts: StatementFacts, from: Day | null, to: Day): Reckoned {
  const happened = facts.invoices.flatMap(ofInvoice);
  for (const { id, on, amount, method } of facts.onAccount) {
    if (method === 'credit') continue;
    const what = { of: 'payment', number: null, method } as const;
    happened.push({ on, id, what, charged: 0, credited: amount, invoice: null });
  }
  for (const { id, on, amount, number } of facts.paidBack)
    happened.push({
      on,
      id,
      what: { of: 'paidBack', number },
      charged: amount,
      credited: amount,
      invoice: null,
    });
  const lines: StatementLine[] = [];
  let [balance, broughtForward, charged, credited] = [0, 0, 0, 0];
  const writtenOff = new Map<StatementInvoice, Minor>();
  for (const event of happened.filter(({ on }) => on <= to).sort(inOrder)) {
    const line = { ...afterWriteOff(event, writtenOff), on: event.on, what: event.what };
    balance += line.charged - line.credited;
    if (from !== null && event.on < from) {
      broughtForward = balance;
      continue;
    }
    if (line.charged === 0 && line.credited === 0 && line.what.of !== 'creditUsed') continue;
    charged += line.charged;
    credited += line.credited;
    lines.push({ ...line, balance });
  }
  const open = openItems(facts.invoices, to);
  const ageing = ageingOf(open.map(({ open: left, daysPastDue }, id) => ({ id, open: left, daysPastDue })));
  return {
    broughtForward,
    lines,
    charged,
    credited,
    carriedForward: balance,
    owed: ageing.total,
    inHand: ageing.total - balance,
    open,
    ageing: ageing.buckets.map(({ name, amount }) => ({ name, amount })),
  };
}

function ofInvoice(invoice: StatementInvoice): Happened[] {
  const { number, title, due, amount, issued } = invoice;
  const atLeast = (on: Day): Day => (on < issued ? issued : on);
  const rows: Happened[] = [
    {
      on: issued,
      id: invoice.id,
      what: { of: 'invoice', number, title, due },
      charged: amount,
      credited: 0,
      invoice,
    },
  ];
  for (const { id, on, amount: paid, method } of invoice.payments) {
    const used = method === 'credit';
    const what: StatementEvent = used
      ? { of: 'creditUsed', number, amount: paid }
      : { of: 'payment', number, method };
    rows.push({ on, id, what, charged: 0, credited: used ? 0 : paid, invoice });
  }
  for (const { id, on, amount: off, by, code } of invoice.credits)
    rows.push({
      on: atLeast(on),
      id,
      what: { of: 'credit', number, by, code },
      charged: 0,
      credited: off,
      invoice,
    });
  if (invoice.writtenOff !== null)
    rows.push({
      on: atLeast(invoice.writtenOff),
      id: invoice.id,
      what: { of: 'writeOff', number },
      charged: 0,
      credited: 0,
      invoice,
    });
  return rows;
}

function inOrder(a: Happened, b: Happened): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  return ORDER[a.what.of] - ORDER[b.what.of] || a.id - b.id;
}

/** What is written off is what is open then; what comes in after it takes the write-off back by as much. */
function afterWriteOff(
  { invoice, what, on, charged, credited }: Happened,
  writtenOff: Map<StatementInvoice, Minor>,
): Pick<StatementLine, 'charged' | 'credited' | 'afterWriteOff'> {
  if (invoice === null || invoice.writtenOff === null) return { charged, credited, afterWriteOff: false };
  if (what.of === 'writeOff') {
    const left = openBeforeWriteOff(invoice, on);
    writtenOff.set(invoice, left);
    return { charged: 0, credited: left, afterWriteOff: false };
  }
  const lost = writtenOff.get(invoice) ?? 0;
  const amount = what.of === 'creditUsed' ? what.amount : credited;
  const back = Math.min(lost, amount);
  if (back === 0) return { charged, credited, afterWriteOff: false };
  writtenOff.set(invoice, lost - back);
  return { charged: charged + back, credited, afterWriteOff: true };
}

const openBeforeWriteOff = (invoice: StatementInvoice, on: Day): Minor =>
  account({ ...asLateness(invoice), writtenOff: null }, on).open;

function asLateness({
  id,
  issued,
  due,
  amount,
  payments,
  credits,
  writtenOff,
}: StatementInvoice): LatenessInvoice {
  return { id, issued, due, amount, payments, credits, writtenOff, excused: false };
}

/** Invoices with an open balance as at `to`, in due order. */
function openItems(invoices: readonly StatementInvoice[], to: Day): OpenItem[] {
  return invoices
    .map((invoice) => ({ invoice, open: account(asLateness(invoice), to).open }))
    .filter(({ open }) => open > 0)
    .sort(({ invoice: a }, { invoice: b }) => {
      if (a.due !== b.due) return a.due < b.due ? -1 : 1;
      if (a.issued !== b.issued) return a.issued < b.issued ? -1 : 1;
      return a.id - b.id;
    })
    .map(({ invoice, open }) => ({
      number: invoice.number,
      issued: invoice.issued,
      due: invoice.due,
      amount: invoice.amount,
      open,
      daysPastDue: daysBetween(invoice.due, to),
    }));
}
