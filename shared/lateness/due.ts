import type { Day } from '../dates.ts';
import { type DueLateness, daysOf, isDue, lateness } from './days-late.ts';
import { checkDay, inDueOrder, type LatenessInvoice } from './invoice.ts';

/** How many of the last due invoices the typical value, the trend and a client's ladder look at. */
export const LAST_DUE = 12;

/** An invoice that says something about lateness, with what it says. */
export interface DueInvoice {
  readonly invoice: LatenessInvoice;
  readonly lateness: DueLateness;
  /** Signed days late, or days so far where it is not settled. */
  readonly days: number;
}

/** What an invoice says as at `asOf`, or null where it says nothing. */
export function asDue(invoice: LatenessInvoice, asOf: Day): DueInvoice | null {
  const late = lateness(invoice, asOf);
  return isDue(late) ? { invoice, lateness: late, days: daysOf(late) } : null;
}

/**
 * The invoices that count as due as at `asOf`, in due order: settled (also before their due date), past due, or
 * written off. Throws RangeError for impossible input.
 */
export function dueInvoices(invoices: readonly LatenessInvoice[], asOf: Day): readonly DueInvoice[] {
  checkDay(asOf);
  const due: DueInvoice[] = [];
  for (const invoice of inDueOrder(invoices)) {
    const row = asDue(invoice, asOf);
    if (row !== null) due.push(row);
  }
  return due;
}

/** The last `count` due invoices that `wanted` lets through, oldest first. Looks no further back than it has to. */
export function lastDueWhere(
  invoices: readonly LatenessInvoice[],
  asOf: Day,
  count: number,
  wanted: (row: DueInvoice) => boolean,
): readonly DueInvoice[] {
  checkDay(asOf);
  const ordered = inDueOrder(invoices);
  const last: DueInvoice[] = [];
  for (let index = ordered.length - 1; index >= 0 && last.length < count; index -= 1) {
    const invoice = ordered[index];
    const row = invoice === undefined ? null : asDue(invoice, asOf);
    if (row !== null && wanted(row)) last.push(row);
  }
  return last.reverse();
}

/** The last `count` due invoices as at `asOf` (fewer where there are fewer), in due order, oldest first. */
export function lastDue(
  invoices: readonly LatenessInvoice[],
  asOf: Day,
  count: number,
): readonly LatenessInvoice[] {
  return lastDueWhere(invoices, asOf, count, () => true).map((row) => row.invoice);
}

/**
 * Whether a due invoice has a time to measure. One written off before it was late has none yet: it stands on the
 * ladder, but typical and trend leave it out.
 */
export function hasTime({ lateness: late, days }: DueInvoice): boolean {
  return late.kind !== 'writtenOff' || days > 0;
}
