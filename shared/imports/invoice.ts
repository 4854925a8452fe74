import { addDays, type Day, daysBetween, showDay } from '../dates.ts';
import type { Minor } from '../money.ts';
import { MAX_AMOUNT } from '../money.ts';
import type { FieldId } from './fields.ts';
import type { ImportedInvoice, Unreadable } from './records.ts';
import type { RowValues } from './row.ts';

/** An invoice may be dated this many days after today; later it is a slip of the year. */
export const MOST_DAYS_AHEAD = 366;
/** The longest terms believed, in days: ten years. */
export const LONGEST_TERMS = 3_653;
/** How many days before its date an invoice can have been paid: in advance, but not years. */
export const MOST_DAYS_IN_ADVANCE = 366;

export interface InvoiceFault {
  readonly field: FieldId | null;
  readonly reason: string;
  readonly kind: Unreadable['kind'];
}

export type InvoiceReading =
  | {
      readonly ok: true;
      readonly invoice: ImportedInvoice;
      readonly writtenOff: boolean;
      readonly overpaid: boolean;
    }
  | { readonly ok: false; readonly fault: InvoiceFault };

export interface InvoiceRules {
  readonly today: Day;
  /** Days added to the invoice date where there is no due date; null leaves such invoices out. */
  readonly termsDays: number | null;
}

const wrong = (
  field: FieldId | null,
  reason: string,
  kind: Unreadable['kind'] = 'unreadable',
): InvoiceFault => ({ field, reason, kind });

function amountFault(amount: Minor): InvoiceFault | null {
  if (amount < 0)
    return wrong(
      'amount',
      'a negative amount is a credit note: enter it as a credit on the invoice it belongs to',
    );
  if (amount === 0) return wrong('amount', 'the amount is 0: nothing is owed', 'leftOut');
  if (amount > MAX_AMOUNT)
    return wrong('amount', 'its lines add up to more than Evenhand keeps in one amount');
  return null;
}

function dateFault(issued: Day, due: Day, settledOn: Day | null, today: Day): InvoiceFault | null {
  if (issued > today && daysBetween(today, issued) > MOST_DAYS_AHEAD)
    return wrong('issued', `${showDay(issued)} is more than a year from now`);
  if (due < issued) return wrong('due', `due on ${showDay(due)}, before its invoice date ${showDay(issued)}`);
  if (due.slice(0, 3) !== issued.slice(0, 3) && daysBetween(issued, due) > LONGEST_TERMS)
    return wrong(
      'due',
      `due on ${showDay(due)}, more than ten years after its invoice date ${showDay(issued)}`,
    );
  if (settledOn === null) return null;
  if (settledOn > today) return wrong('settledOn', `paid on ${showDay(settledOn)}, which is yet to come`);
  if (settledOn < issued && daysBetween(settledOn, issued) > MOST_DAYS_IN_ADVANCE)
    return wrong(
      'settledOn',
      `paid on ${showDay(settledOn)}, more than a year before its invoice date ${showDay(issued)}`,
    );
  return null;
}

/** How much the file says was paid by `settledOn`, or why that can't be told. */
function paidOf(row: RowValues, amount: Minor): { paid: Minor; overpaid: boolean } | InvoiceFault {
  const { paidAmount, balance, settledOn, status } = row;
  if (paidAmount !== null && paidAmount < 0) return wrong('paidAmount', 'the amount paid is negative');
  if (balance !== null && balance > amount)
    return wrong('balance', 'more is still owed than the invoice’s amount');
  if (
    paidAmount !== null &&
    balance !== null &&
    balance >= 0 &&
    paidAmount + balance !== amount &&
    (paidAmount > 0 || balance !== amount)
  )
    return wrong(
      'paidAmount',
      'what was paid and what is still owed don’t add up to the amount: a credit or discount is in it, enter it by hand',
    );
  const owed = balance === null ? null : Math.max(0, balance);
  const told = paidAmount ?? (owed === null ? null : amount - owed);
  const overpaid = (balance !== null && balance < 0) || (paidAmount !== null && paidAmount > amount);
  if (settledOn === null) {
    if ((told ?? 0) > 0 || status === 'paid' || status === 'partlyPaid')
      return wrong(
        told !== null ? (paidAmount !== null ? 'paidAmount' : 'balance') : 'status',
        'the file says it is paid, wholly or in part, but not on which day: choose the column with the day, or enter it by hand',
      );
    return { paid: 0, overpaid: false };
  }
  if (told === null) {
    if (status === 'partlyPaid') return wrong('status', 'paid in part, but the file doesn’t say how much');
    return { paid: amount, overpaid: false };
  }
  if (told === 0) return wrong('settledOn', `paid on ${showDay(settledOn)}, yet nothing of it is paid`);
  if (status === 'paid' && told < amount) return wrong('status', 'called paid, yet part of it is still owed');
  return { paid: Math.min(told, amount), overpaid };
}

/** Where all agree, their one value; else null. */
function shared<T>(values: readonly T[]): T | null {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}

/**
 * Makes one invoice of its rows, which agree in everything but title, contact and (when added up) amount. Checks what
 * single cells can't tell: sign of the amount, order of the dates, and what was paid. `rows` has at least one.
 */
export function makeInvoice(rows: readonly RowValues[], amount: Minor, rules: InvoiceRules): InvoiceReading {
  const [row] = rows;
  if (!row) throw new RangeError('An invoice has at least one row.');
  const fail = (fault: InvoiceFault): InvoiceReading => ({ ok: false, fault });
  const badAmount = amountFault(amount);
  if (badAmount) return fail(badAmount);
  const dueAssumed = row.due === null;
  if (row.due === null && rules.termsDays === null)
    return fail(wrong('due', 'no due date: left out, as you chose', 'leftOut'));
  const due = row.due ?? addDays(row.issued, rules.termsDays ?? 0);
  const badDate = dateFault(row.issued, due, row.settledOn, rules.today);
  if (badDate) return fail(badDate);
  const payment = paidOf(row, amount);
  if ('reason' in payment) return fail(payment);
  const writtenOff = rows.some((one) => one.status === 'writtenOff');
  const invoice: ImportedInvoice = {
    line: row.line,
    rows: rows.length,
    clientNumber: row.clientNumber,
    clientName: row.clientName,
    email: row.email,
    phone: row.phone,
    number: row.number,
    title: shared(rows.map((one) => one.title)),
    issued: row.issued,
    due,
    dueAssumed,
    amount,
    settledOn: payment.paid > 0 ? row.settledOn : null,
    paid: payment.paid,
    disputed: rows.some((one) => one.disputed),
  };
  return { ok: true, invoice, writtenOff: writtenOff && payment.paid < amount, overpaid: payment.overpaid };
}
