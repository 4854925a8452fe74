import { addDays, type Day } from '../dates.ts';
import { account } from './days-late.ts';
import { checkDay, type LatenessInvoice } from './invoice.ts';

/** The last day through which what is known of one invoice stays the same. `asOf` itself: it changes tomorrow. */
function invoiceValidUntil(invoice: LatenessInvoice, asOf: Day): Day | null {
  const { lateness } = account(invoice, asOf);
  // Days so far grow overnight.
  if (lateness.kind === 'open' || lateness.kind === 'writtenOff') return asOf;
  if (invoice.issued > asOf) return addDays(invoice.issued, -1);

  let last: Day | null = lateness.kind === 'notYetDue' ? invoice.due : null;
  const changesOn = (on: Day): void => {
    if (on > asOf && (last === null || on <= last)) last = addDays(on, -1);
  };
  for (const { on } of invoice.payments) changesOn(on);
  for (const { on } of invoice.credits) changesOn(on);
  // Once settled, or with nothing owed, a write-off has nothing left to write off.
  if (lateness.kind === 'notYetDue' && invoice.writtenOff !== null) changesOn(invoice.writtenOff);
  return last;
}

/**
 * The last day through which every figure of `summariseLateness` stays what it is as at `asOf`, if nothing is written
 * down or changed meanwhile: `asOf` itself when an overdue or written-off invoice makes them change tomorrow, the first
 * due date when all else is settled, null when they hold for ever. So a stored summary is good while today ≤ this day.
 * Left out: `typicalYearAgo`, whose day moves along with today, and the excused marks, which come with the invoices.
 * Throws RangeError for impossible input.
 */
export function validUntil(invoices: readonly LatenessInvoice[], asOf: Day): Day | null {
  checkDay(asOf);
  let last: Day | null = null;
  for (const invoice of invoices) {
    const own = invoiceValidUntil(invoice, asOf);
    if (own !== null && (last === null || own < last)) last = own;
  }
  return last;
}
