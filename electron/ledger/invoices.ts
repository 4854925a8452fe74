import type * as z from 'zod';
import type { Day } from '../../shared/dates.ts';
import type {
  creditInput,
  invoiceEditInput,
  invoiceInput,
  paymentInput,
  writeOffInput,
} from '../../shared/invoices/invoice.ts';
import { account } from '../../shared/lateness/days-late.ts';
import type { LatenessInvoice } from '../../shared/lateness/invoice.ts';
import type { Minor } from '../../shared/money.ts';
import { OwnerError } from '../../shared/result.ts';
import { type Changed, change, insert, mustGet, update } from './change.ts';
import type { Reader, Writer } from './handles.ts';
import { moneyOf, nameOf } from './labels.ts';
import type { Ledger } from './open.ts';
import { hearWarnings, judgeWork, recordKept, refuseUnheard } from './warnings.ts';

/** No payment is dated after the day it is written, so a settled invoice is settled as at any later day. */
const FOR_GOOD: Day = '2199-12-31';

export interface InvoiceRow {
  readonly id: number;
  readonly client_id: number;
  readonly number: string;
  readonly title: string | null;
  readonly issued_on: Day;
  readonly due_on: Day;
  readonly due_assumed: number;
  readonly amount_minor: Minor;
  readonly open_minor: Minor;
  readonly settled_on: Day | null;
  readonly import_id: number | null;
}

const getInvoice = (read: Reader, id: number): InvoiceRow =>
  mustGet<InvoiceRow>(read, 'invoice', 'SELECT * FROM invoice WHERE id = ?', id);

function latenessOf(read: Reader, invoice: InvoiceRow): LatenessInvoice {
  const id = invoice.id;
  return {
    id,
    issued: invoice.issued_on,
    due: invoice.due_on,
    amount: invoice.amount_minor,
    payments: read.all(
      'SELECT paid_on AS "on", amount_minor AS amount FROM payment WHERE invoice_id = ?',
      id,
    ),
    credits: read.all(
      'SELECT credited_on AS "on", amount_minor AS amount FROM credit WHERE invoice_id = ?',
      id,
    ),
    writtenOff:
      read.get<{ on: Day }>('SELECT written_off_on AS "on" FROM write_off WHERE invoice_id = ?', id)?.on ??
      null,
    excused: false,
  };
}

/** Brings an invoice's open balance and settled day in line with its payments, credits and write-off. */
export function resettle(write: Writer, invoiceId: number): void {
  update(write, 'invoice', invoiceId, balanceOf(latenessOf(write, getInvoice(write, invoiceId))));
}

/** The three columns that follow from an invoice's payments, credits and write-off. */
export function balanceOf(lateness: LatenessInvoice) {
  const { open, overpaid, lateness: late } = account(lateness, FOR_GOOD);
  return { open_minor: open, overpaid_minor: overpaid, settled_on: late.kind === 'settled' ? late.on : null };
}

/** Credit on account the client can still spend: what they paid above their invoices, less what was spent of it. */
export function creditOf(read: Reader, clientId: number): Minor {
  const row = read.get<{ credit: Minor }>(
    `SELECT
       (SELECT coalesce(sum(CASE WHEN invoice_id IS NULL THEN amount_minor ELSE 0 END
                          - CASE WHEN method = 'credit' THEN amount_minor ELSE 0 END), 0)
        FROM payment WHERE client_id = ?1 AND (invoice_id IS NULL OR method = 'credit'))
     + (SELECT coalesce(sum(overpaid_minor), 0) FROM invoice WHERE client_id = ?1 AND overpaid_minor > 0) AS credit`,
    clientId,
  );
  return row?.credit ?? 0;
}

function creditedOn(read: Reader, invoiceId: number): Minor {
  const sql = 'SELECT coalesce(sum(amount_minor), 0) AS sum FROM credit WHERE invoice_id = ?';
  return read.get<{ sum: Minor }>(sql, invoiceId)?.sum ?? 0;
}

function refuseOverspentCredit(write: Writer, clientId: number): void {
  if (creditOf(write, clientId) < 0) {
    throw new OwnerError(
      'conflict',
      'That would take back credit the client has already used on another invoice.',
      'amount',
    );
  }
}

function refuseFuture(day: Day, today: Day, field: string): void {
  if (day > today) throw new OwnerError('invalid', 'That day is still to come. Is the date right?', field);
}

function refuseTakenNumber(write: Writer, clientId: number, number: string, exceptId: number | null): void {
  const other = write.get(
    'SELECT id FROM invoice WHERE client_id = ? AND number = ? AND id IS NOT ?',
    clientId,
    number,
    exceptId,
  );
  if (other)
    throw new OwnerError('conflict', 'This client has an invoice with this number already.', 'number');
}

/** A new invoice is new work: what speaks against it is warned of first, and recorded where the owner goes on. */
export function addInvoice(
  ledger: Ledger,
  input: z.output<typeof invoiceInput>,
  today: Day,
  locale = 'en-GB',
): Changed<number> {
  const what = {
    kind: 'invoice.add',
    label: `Invoice ${input.number} of ${moneyOf(ledger.read, input.amount, locale)} to ${nameOf(ledger.read, input.clientId)}`,
    clientId: input.clientId,
  };
  return change(ledger, what, (write) => {
    mustGet(write, 'client', 'SELECT id FROM client WHERE id = ?', input.clientId);
    refuseTakenNumber(write, input.clientId, input.number, null);
    const { warnings, kept } = judgeWork(write, input.clientId, today, locale);
    refuseUnheard(warnings, input.allTheSame);
    const id = insert(write, 'invoice', {
      client_id: input.clientId,
      number: input.number,
      title: input.title,
      issued_on: input.issued,
      due_on: input.due,
      amount_minor: input.amount,
      open_minor: input.amount,
    });
    hearWarnings(write, 'new invoice', warnings, today, id);
    recordKept(write, input.clientId, kept, today, id);
    return id;
  });
}

export function editInvoice(ledger: Ledger, input: z.output<typeof invoiceEditInput>): Changed<number> {
  const { client_id: clientId } = getInvoice(ledger.read, input.id);
  return change(
    ledger,
    {
      kind: 'invoice.edit',
      label: `Changed invoice ${input.number} to ${nameOf(ledger.read, clientId)}`,
      clientId,
    },
    (write) => {
      const before = getInvoice(write, input.id);
      refuseTakenNumber(write, clientId, input.number, input.id);
      const due = before.due_on !== input.due ? { due_assumed: 0 } : {};
      if (creditedOn(write, input.id) > input.amount)
        throw new OwnerError('invalid', 'More than that was credited on this invoice already.', 'amount');
      const lateness = {
        ...latenessOf(write, before),
        issued: input.issued,
        due: input.due,
        amount: input.amount,
      };
      update(write, 'invoice', input.id, {
        number: input.number,
        title: input.title,
        issued_on: input.issued,
        due_on: input.due,
        amount_minor: input.amount,
        // Set together with the amount: the ledger refuses an open balance above it even for a moment.
        ...balanceOf(lateness),
        ...due,
      });
      refuseOverspentCredit(write, clientId);
      return input.id;
    },
  );
}

/** Removes an invoice that nothing hangs on yet. */
export function removeInvoice(ledger: Ledger, id: number): Changed<number> {
  const invoice = getInvoice(ledger.read, id);
  const what = {
    kind: 'invoice.remove',
    label: `Removed invoice ${invoice.number} to ${nameOf(ledger.read, invoice.client_id)}`,
    clientId: invoice.client_id,
  };
  return change(ledger, what, (write) => {
    const hanging = write.get<{ what: string }>(
      `SELECT 'payments' AS what FROM payment WHERE invoice_id = ?1 UNION ALL
       SELECT 'credits' FROM credit WHERE invoice_id = ?1 UNION ALL
       SELECT 'a write-off' FROM write_off WHERE invoice_id = ?1 UNION ALL
       SELECT 'a complaint' FROM complaint WHERE invoice_id = ?1 UNION ALL
       SELECT 'a decision' FROM decision WHERE invoice_id = ?1 UNION ALL
       SELECT 'a redeemed coupon' FROM coupon WHERE redeemed_invoice_id = ?1 UNION ALL
       SELECT 'a place in a parting worksheet' FROM parting WHERE final_invoice_id = ?1 LIMIT 1`,
      id,
    );
    if (hanging) {
      throw new OwnerError(
        'conflict',
        `Invoice ${invoice.number} has ${hanging.what}, so it stays. Remove that first.`,
      );
    }
    // Work that was never begun went against nothing: what was recorded of it goes with it.
    write.run('DELETE FROM warning WHERE invoice_id = ?', id);
    write.run('DELETE FROM rule_verdict WHERE invoice_id = ?', id);
    write.run('DELETE FROM invoice WHERE id = ?', id);
    return id;
  });
}

export function addPayment(
  ledger: Ledger,
  input: z.output<typeof paymentInput>,
  today: Day,
  locale = 'en-GB',
): Changed<number> {
  refuseFuture(input.paidOn, today, 'paidOn');
  const invoice = input.invoiceId === null ? null : getInvoice(ledger.read, input.invoiceId);
  const money = moneyOf(ledger.read, input.amount, locale);
  const where = invoice === null ? 'on account' : `on invoice ${invoice.number}`;
  const who = nameOf(ledger.read, input.clientId);
  const label =
    input.method === 'credit'
      ? `Credit of ${money} used ${where} by ${who}`
      : `Payment of ${money} ${where} from ${who}`;
  return change(ledger, { kind: 'payment.add', label, clientId: input.clientId }, (write) => {
    mustGet(write, 'client', 'SELECT id FROM client WHERE id = ?', input.clientId);
    if (invoice !== null && invoice.client_id !== input.clientId) {
      throw new OwnerError('invalid', 'That invoice belongs to another client.', 'invoiceId');
    }
    if (input.method === 'credit') {
      if (invoice === null)
        throw new OwnerError('invalid', 'Choose the invoice the credit is used on.', 'invoiceId');
      const open = getInvoice(write, invoice.id).open_minor;
      if (input.amount > Math.min(open, creditOf(write, input.clientId))) {
        throw new OwnerError(
          'invalid',
          'That is more than the credit left, or more than the invoice still asks.',
          'amount',
        );
      }
    }
    const id = insert(write, 'payment', {
      client_id: input.clientId,
      invoice_id: input.invoiceId,
      paid_on: input.paidOn,
      amount_minor: input.amount,
      method: input.method,
      note: input.note,
    });
    if (input.invoiceId !== null) resettle(write, input.invoiceId);
    return id;
  });
}

export function removePayment(ledger: Ledger, id: number, locale = 'en-GB'): Changed<number> {
  const payment = mustGet<{ client_id: number; invoice_id: number | null; amount_minor: Minor }>(
    ledger.read,
    'payment',
    'SELECT client_id, invoice_id, amount_minor FROM payment WHERE id = ?',
    id,
  );
  const what = {
    kind: 'payment.remove',
    label: `Removed a payment of ${moneyOf(ledger.read, payment.amount_minor, locale)} from ${nameOf(ledger.read, payment.client_id)}`,
    clientId: payment.client_id,
  };
  return change(ledger, what, (write) => {
    write.run('DELETE FROM payment WHERE id = ?', id);
    if (payment.invoice_id !== null) resettle(write, payment.invoice_id);
    refuseOverspentCredit(write, payment.client_id);
    return id;
  });
}

export function addCredit(
  ledger: Ledger,
  input: z.output<typeof creditInput>,
  today: Day,
  locale = 'en-GB',
): Changed<number> {
  refuseFuture(input.creditedOn, today, 'creditedOn');
  const invoice = getInvoice(ledger.read, input.invoiceId);
  const what = {
    kind: 'credit.add',
    label: `Credit of ${moneyOf(ledger.read, input.amount, locale)} on invoice ${invoice.number} to ${nameOf(ledger.read, invoice.client_id)}`,
    clientId: invoice.client_id,
  };
  return change(ledger, what, (write) =>
    creditInvoice(write, { ...input, decisionId: null, couponId: null }),
  );
}

/** Reduces an invoice; used by credit notes, refunds given as credit, and redeemed coupons alike. */
export function creditInvoice(
  write: Writer,
  credit: {
    invoiceId: number;
    creditedOn: Day;
    amount: Minor;
    reason: string | null;
    decisionId: number | null;
    couponId: number | null;
  },
): number {
  const invoice = getInvoice(write, credit.invoiceId);
  if (creditedOn(write, credit.invoiceId) + credit.amount > invoice.amount_minor) {
    throw new OwnerError(
      'invalid',
      `That is more than invoice ${invoice.number} asked for in all.`,
      'amount',
    );
  }
  if (write.get('SELECT id FROM write_off WHERE invoice_id = ?', credit.invoiceId)) {
    throw new OwnerError(
      'conflict',
      `Invoice ${invoice.number} is written off: there is nothing left to credit.`,
    );
  }
  const id = insert(write, 'credit', {
    invoice_id: credit.invoiceId,
    credited_on: credit.creditedOn,
    amount_minor: credit.amount,
    reason: credit.reason,
    decision_id: credit.decisionId,
    coupon_id: credit.couponId,
  });
  resettle(write, credit.invoiceId);
  return id;
}

export function writeOff(
  ledger: Ledger,
  input: z.output<typeof writeOffInput>,
  today: Day,
  locale = 'en-GB',
): Changed<number> {
  refuseFuture(input.writtenOffOn, today, 'writtenOffOn');
  const invoice = getInvoice(ledger.read, input.invoiceId);
  if (input.writtenOffOn < invoice.issued_on) {
    throw new OwnerError('invalid', 'That is before the invoice’s own day.', 'writtenOffOn');
  }
  const what = {
    kind: 'writeOff.add',
    label: `Wrote off ${moneyOf(ledger.read, invoice.open_minor, locale)} of invoice ${invoice.number} to ${nameOf(ledger.read, invoice.client_id)}`,
    clientId: invoice.client_id,
  };
  return change(ledger, what, (write) => {
    const { open_minor: open } = getInvoice(write, input.invoiceId);
    if (open === 0) throw new OwnerError('conflict', `Nothing is open on invoice ${invoice.number}.`);
    const id = insert(write, 'write_off', {
      invoice_id: input.invoiceId,
      written_off_on: input.writtenOffOn,
      amount_minor: open,
      reason: input.reason,
    });
    resettle(write, input.invoiceId);
    return id;
  });
}

export function takeBackWriteOff(ledger: Ledger, invoiceId: number): Changed<number> {
  const invoice = getInvoice(ledger.read, invoiceId);
  const what = {
    kind: 'writeOff.remove',
    label: `Took back the write-off of invoice ${invoice.number} to ${nameOf(ledger.read, invoice.client_id)}`,
    clientId: invoice.client_id,
  };
  return change(ledger, what, (write) => {
    const row = mustGet<{ id: number }>(
      write,
      'write-off',
      'SELECT id FROM write_off WHERE invoice_id = ?',
      invoiceId,
    );
    write.run('DELETE FROM write_off WHERE id = ?', row.id);
    resettle(write, invoiceId);
    return invoiceId;
  });
}
