import { type Day, daysBetween } from '../dates.ts';
import type { Minor } from '../money.ts';
import { checkDay, checkInvoice, type DatedAmount, type LatenessInvoice } from './invoice.ts';

/**
 * What an invoice says about lateness as at a day D. Days are whole calendar days; early is negative.
 * - `settled`: payments reached the amount less credit; `days` = S − due.
 * - `open`: not settled and past due, so at least `atLeast` = D − due days late (censored, 1 or more).
 * - `writtenOff`: given up and not settled; `atLeast` = D − due, 0 or less where it was given up before it was late.
 * - `notYetDue`: D is not past the due date, or the invoice is issued only after D. Says nothing.
 * - `nothingOwed`: credits alone reach the amount, so there was nothing to be late with. Says nothing.
 */
export type Lateness =
  | { readonly kind: 'settled'; readonly days: number; readonly on: Day }
  | { readonly kind: 'open'; readonly atLeast: number }
  | { readonly kind: 'writtenOff'; readonly atLeast: number; readonly on: Day }
  | { readonly kind: 'notYetDue' }
  | { readonly kind: 'nothingOwed' };

/** The kinds that say something: such an invoice counts as due. */
export type DueLateness = Extract<Lateness, { readonly kind: 'settled' | 'open' | 'writtenOff' }>;

function sumUntil(amounts: readonly DatedAmount[], asOf: Day): Minor {
  let sum = 0;
  for (const { on, amount } of amounts) if (on <= asOf) sum += amount;
  return sum;
}

/** First day the payments on or before `asOf` reach `owed` (above 0), or null. */
function dayReached(payments: readonly DatedAmount[], owed: Minor, asOf: Day): Day | null {
  if (sumUntil(payments, asOf) < owed) return null;
  // Going through them by day, the day on which the sum is reached is the same however one day's payments are ordered.
  const byDay = [...payments].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  let paid = 0;
  for (const { on, amount } of byDay) {
    paid += amount;
    if (paid >= owed) return on;
  }
  return null;
}

/** An invoice's account as at a day: money in minor units, never negative. */
export interface Account {
  readonly lateness: Lateness;
  /** Still owed: amount − credits − payments; 0 once written off or before it was issued. */
  readonly open: Minor;
  /** Paid or credited beyond the amount: the client's, in hand. */
  readonly overpaid: Minor;
}

/**
 * Reckons one invoice as at `asOf`: the one place where the definitions of days late live.
 *
 * Only what happened on or before `asOf` counts: payments, credits, the write-off, and the issue itself (before its
 * issue date an invoice is not there, so that a look back to last year does not owe what was billed since; money
 * already taken for it counts from that date on).
 * A credit corrects what was owed, so once known it counts from the start, whenever it was given. A payment after a
 * write-off can still settle. Throws RangeError for impossible input.
 */
export function account(invoice: LatenessInvoice, asOf: Day): Account {
  checkDay(asOf);
  checkInvoice(invoice);
  if (invoice.issued > asOf) return { lateness: { kind: 'notYetDue' }, open: 0, overpaid: 0 };

  const owed = invoice.amount - sumUntil(invoice.credits, asOf);
  const left = owed - sumUntil(invoice.payments, asOf);
  const overpaid = Math.max(0, -left);
  if (owed <= 0) return { lateness: { kind: 'nothingOwed' }, open: 0, overpaid };

  const on = dayReached(invoice.payments, owed, asOf);
  if (on !== null)
    return { lateness: { kind: 'settled', days: daysBetween(invoice.due, on), on }, open: 0, overpaid };

  const atLeast = daysBetween(invoice.due, asOf);
  if (invoice.writtenOff !== null && invoice.writtenOff <= asOf) {
    return { lateness: { kind: 'writtenOff', atLeast, on: invoice.writtenOff }, open: 0, overpaid };
  }
  return { lateness: atLeast > 0 ? { kind: 'open', atLeast } : { kind: 'notYetDue' }, open: left, overpaid };
}

/** Days late of an invoice as at `asOf`; see `Lateness` and `account`. */
export function lateness(invoice: LatenessInvoice, asOf: Day): Lateness {
  return account(invoice, asOf).lateness;
}

/** The day S on which payments first reached the amount less all credits known at `asOf`; null while they have not. */
export function settledOn(invoice: LatenessInvoice, asOf: Day): Day | null {
  const late = lateness(invoice, asOf);
  return late.kind === 'settled' ? late.on : null;
}

/** What was paid or credited beyond the amount, as at `asOf`, in minor units: the client's credit, 0 or more. */
export function overpaid(invoice: LatenessInvoice, asOf: Day): Minor {
  return account(invoice, asOf).overpaid;
}

/** True where the invoice says something about lateness, and so counts as due. */
export function isDue(late: Lateness): late is DueLateness {
  return late.kind === 'settled' || late.kind === 'open' || late.kind === 'writtenOff';
}

/** Signed days late, or the days so far of one that is not settled. */
export function daysOf(late: DueLateness): number {
  return late.kind === 'settled' ? late.days : late.atLeast;
}
