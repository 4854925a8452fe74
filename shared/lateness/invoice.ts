import { type Day, isDay } from '../dates.ts';
import type { Minor } from '../money.ts';

/** A payment or a credit: an amount above 0, on a day. */
export interface DatedAmount {
  readonly on: Day;
  readonly amount: Minor;
}

/** All that lateness needs to know of an invoice. One client's invoices, unless a function says otherwise. */
export interface LatenessInvoice {
  readonly id: number;
  readonly issued: Day;
  readonly due: Day;
  /** What was asked for, above 0, before any credit. */
  readonly amount: Minor;
  /** In any order; several on one day count together. */
  readonly payments: readonly DatedAmount[];
  /** What was taken off the amount (a credit note, a discount given later). In any order. */
  readonly credits: readonly DatedAmount[];
  readonly writtenOff: Day | null;
  /** Due while a complaint with an inside cause was open; set by `markExcused`. */
  readonly excused: boolean;
}

/** Throws RangeError unless `day` exists in the calendar. Days are compared as text, so a bad one would lie quietly. */
export function checkDay(day: Day): void {
  if (!isDay(day)) throw new RangeError(`Not a calendar day: ${day}`);
}

function checkAmount(amount: Minor): void {
  if (!Number.isSafeInteger(amount) || amount <= 0) {
    throw new RangeError(`Not an amount above 0 in whole minor units: ${amount}`);
  }
}

/** Throws RangeError for what no ledger can hold: an amount that is not a whole number above 0, a day that is none. */
export function checkInvoice(invoice: LatenessInvoice): void {
  checkAmount(invoice.amount);
  checkDay(invoice.issued);
  checkDay(invoice.due);
  if (invoice.writtenOff !== null) checkDay(invoice.writtenOff);
  for (const { on, amount } of invoice.payments) {
    checkDay(on);
    checkAmount(amount);
  }
  for (const { on, amount } of invoice.credits) {
    checkDay(on);
    checkAmount(amount);
  }
}

/**
 * Due order: by due day, then issue day, then id, so that it never depends on how the rows came.
 * Days are plain ASCII, compared as such: `localeCompare` would be slower and no better.
 */
export function byDueOrder(a: LatenessInvoice, b: LatenessInvoice): number {
  if (a.due !== b.due) return a.due < b.due ? -1 : 1;
  if (a.issued !== b.issued) return a.issued < b.issued ? -1 : 1;
  return a.id - b.id;
}

/**
 * The invoices in due order: the given array itself where it is in order already, as rows from the ledger are, else a
 * sorted copy. So functions can each ask for order and only the first pays for it.
 */
export function inDueOrder(invoices: readonly LatenessInvoice[]): readonly LatenessInvoice[] {
  const ordered = invoices.every((invoice, index) => {
    const before = invoices[index - 1];
    return before === undefined || byDueOrder(before, invoice) <= 0;
  });
  return ordered ? invoices : [...invoices].sort(byDueOrder);
}
