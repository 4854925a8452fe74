import type * as z from 'zod';
import type { Day } from '../../shared/dates.ts';
import {
  type DecisionKind,
  type DecisionLine,
  type decisionInput,
  type GoodwillSource,
  goodwillOf,
  type redeemInput,
} from '../../shared/decisions/decision.ts';
import type { Minor } from '../../shared/money.ts';
import { OwnerError } from '../../shared/result.ts';
import { type Changed, change, insert, mustGet, update } from './change.ts';
import type { Reader, Writer } from './handles.ts';
import { creditInvoice } from './invoices.ts';
import type { Ledger } from './open.ts';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function addDecision(
  ledger: Ledger,
  input: z.output<typeof decisionInput>,
  today: Day,
): Changed<number> {
  if (input.decidedOn > today) {
    throw new OwnerError('invalid', 'That day is still to come. Is the date right?', 'decidedOn');
  }
  const what = { kind: 'decision.add', label: `Decision: ${input.kind}`, clientId: input.clientId };
  return change(ledger, what, (write) => {
    refuseStrangers(write, input);
    const rate = mustGet<{ hourly_cost_minor: Minor }>(
      write,
      'ledger',
      'SELECT hourly_cost_minor FROM ledger',
    );
    const id = insert(write, 'decision', {
      client_id: input.clientId,
      complaint_id: input.complaintId,
      invoice_id: input.invoiceId,
      kind: input.kind,
      decided_on: input.decidedOn,
      amount_minor: input.amount,
      redo_minutes: input.redoMinutes,
      hourly_cost_minor: rate.hourly_cost_minor,
      with_apology: input.withApology || input.kind === 'apologise' ? 1 : 0,
      paid_back: input.paidBack,
      what: input.what,
      reason: input.reason,
    });
    if (input.kind === 'coupon') addCoupon(write, id, input);
    if (input.paidBack === 'credit' && input.invoiceId !== null) {
      creditInvoice(write, {
        invoiceId: input.invoiceId,
        creditedOn: input.decidedOn,
        amount: input.amount,
        reason: `${capital(input.kind)}: ${input.reason}`.slice(0, 1000),
        decisionId: id,
        couponId: null,
      });
    }
    if (input.settles && input.complaintId !== null) {
      const complaint = mustGet<{ settled_on: Day | null; received_on: Day }>(
        write,
        'complaint',
        'SELECT settled_on, received_on FROM complaint WHERE id = ?',
        input.complaintId,
      );
      if (input.decidedOn < complaint.received_on) {
        throw new OwnerError('invalid', 'The decision is before the complaint.', 'decidedOn');
      }
      if (complaint.settled_on === null)
        update(write, 'complaint', input.complaintId, { settled_on: input.decidedOn });
    }
    return id;
  });
}

function refuseStrangers(write: Writer, input: z.output<typeof decisionInput>): void {
  mustGet(write, 'client', 'SELECT id FROM client WHERE id = ?', input.clientId);
  for (const [table, id, field] of [
    ['complaint', input.complaintId, 'complaintId'],
    ['invoice', input.invoiceId, 'invoiceId'],
  ] as const) {
    if (id === null) continue;
    const row = mustGet<{ client_id: number }>(
      write,
      table,
      `SELECT client_id FROM ${table} WHERE id = ?`,
      id,
    );
    if (row.client_id !== input.clientId) {
      throw new OwnerError('invalid', `That ${table} belongs to another client.`, field);
    }
  }
}

function addCoupon(write: Writer, decisionId: number, input: z.output<typeof decisionInput>): void {
  if (input.couponCode === null) throw new OwnerError('invalid', 'A coupon needs its code.', 'couponCode');
  if (write.get('SELECT id FROM coupon WHERE code = ?', input.couponCode)) {
    throw new OwnerError('conflict', 'This code is on another coupon already.', 'couponCode');
  }
  insert(write, 'coupon', {
    decision_id: decisionId,
    client_id: input.clientId,
    code: input.couponCode,
    value_minor: input.amount,
    valid_until: input.validUntil,
  });
}

// Without 0/O, 1/I/L: a code is read out on the phone.
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

export function suggestCouponCode(read: Reader): string {
  for (;;) {
    const random = crypto.getRandomValues(new Uint32Array(6));
    const code = Array.from(random, (n) => LETTERS[n % LETTERS.length]).join('');
    const shown = `${code.slice(0, 3)}-${code.slice(3)}`;
    if (!read.get('SELECT id FROM coupon WHERE code = ?', shown)) return shown;
  }
}

/** Redeems a coupon as a credit on an invoice. A coupon past its end is the owner's to honour: recorded, not refused. */
export function redeemCoupon(
  ledger: Ledger,
  input: z.output<typeof redeemInput>,
  today: Day,
): Changed<number> {
  if (input.redeemedOn > today) {
    throw new OwnerError('invalid', 'That day is still to come. Is the date right?', 'redeemedOn');
  }
  const coupon = mustGet<{ client_id: number; code: string }>(
    ledger.read,
    'coupon',
    'SELECT client_id, code FROM coupon WHERE id = ?',
    input.couponId,
  );
  const what = { kind: 'coupon.redeem', label: `Coupon ${coupon.code} redeemed`, clientId: coupon.client_id };
  return change(ledger, what, (write) => {
    const now = mustGet<{ value_minor: Minor; redeemed_on: Day | null; decision_id: number }>(
      write,
      'coupon',
      'SELECT value_minor, redeemed_on, decision_id FROM coupon WHERE id = ?',
      input.couponId,
    );
    if (now.redeemed_on !== null) throw new OwnerError('conflict', 'This coupon was redeemed already.');
    const invoice = mustGet<{ client_id: number; open_minor: Minor; number: string }>(
      write,
      'invoice',
      'SELECT client_id, open_minor, number FROM invoice WHERE id = ?',
      input.invoiceId,
    );
    if (invoice.client_id !== coupon.client_id) {
      throw new OwnerError('invalid', 'That invoice belongs to another client.', 'invoiceId');
    }
    if (input.amount > now.value_minor)
      throw new OwnerError('invalid', 'That is more than the coupon is worth.', 'amount');
    if (input.amount > invoice.open_minor) {
      throw new OwnerError('invalid', `That is more than invoice ${invoice.number} still asks.`, 'amount');
    }
    const decided = mustGet<{ decided_on: Day }>(
      write,
      'decision',
      'SELECT decided_on FROM decision WHERE id = ?',
      now.decision_id,
    );
    if (input.redeemedOn < decided.decided_on) {
      throw new OwnerError('invalid', 'That is before the coupon was given.', 'redeemedOn');
    }
    update(write, 'coupon', input.couponId, {
      redeemed_on: input.redeemedOn,
      redeemed_invoice_id: input.invoiceId,
      redeemed_minor: input.amount,
    });
    creditInvoice(write, {
      invoiceId: input.invoiceId,
      creditedOn: input.redeemedOn,
      amount: input.amount,
      reason: `Coupon ${coupon.code}`,
      decisionId: null,
      couponId: input.couponId,
    });
    return input.couponId;
  });
}

export interface DecisionRow {
  readonly id: number;
  readonly client_id: number;
  readonly complaint_id: number | null;
  readonly invoice_id: number | null;
  readonly invoice_number: string | null;
  readonly kind: DecisionKind;
  readonly decided_on: Day;
  readonly amount_minor: Minor;
  readonly redo_minutes: number;
  readonly hourly_cost_minor: Minor;
  readonly with_apology: number;
  readonly paid_back: 'money' | 'credit' | null;
  readonly what: string | null;
  readonly reason: string;
  readonly coupon_id: number | null;
  readonly code: string | null;
  readonly value_minor: Minor | null;
  readonly valid_until: Day | null;
  readonly redeemed_on: Day | null;
  readonly redeemed_invoice_id: number | null;
  readonly redeemed_invoice_number: string | null;
  readonly redeemed_minor: Minor | null;
}

/** Every decision with its coupon, for a page or for sums; `where` is our own SQL over `decision` and `coupon`. */
export const DECISIONS = `
  SELECT decision.*, invoice.number AS invoice_number, coupon.id AS coupon_id, coupon.code, coupon.value_minor,
         coupon.valid_until, coupon.redeemed_on, coupon.redeemed_invoice_id, used.number AS redeemed_invoice_number,
         coupon.redeemed_minor
  FROM decision LEFT JOIN coupon ON coupon.decision_id = decision.id
       LEFT JOIN invoice ON invoice.id = decision.invoice_id
       LEFT JOIN invoice used ON used.id = coupon.redeemed_invoice_id`;

export function goodwillSource(row: DecisionRow): GoodwillSource {
  return {
    kind: row.kind,
    decidedOn: row.decided_on,
    amount: row.amount_minor,
    redoMinutes: row.redo_minutes,
    hourlyCost: row.hourly_cost_minor,
    redeemedOn: row.redeemed_on,
    redeemed: row.redeemed_minor,
  };
}

/** A client's decisions, newest first, with what each has cost and when. */
export function decisionsOf(read: Reader, clientId: number): { line: DecisionLine; costOn: Day | null }[] {
  const rows = read.all<DecisionRow>(
    `${DECISIONS} WHERE decision.client_id = ? ORDER BY decision.decided_on DESC, decision.id DESC`,
    clientId,
  );
  return rows.map((row) => {
    const goodwill = goodwillOf(goodwillSource(row));
    return { line: decisionLine(row, goodwill?.cost ?? 0), costOn: goodwill?.on ?? null };
  });
}

function decisionLine(row: DecisionRow, cost: Minor): DecisionLine {
  return {
    id: row.id,
    complaintId: row.complaint_id,
    invoiceId: row.invoice_id,
    invoiceNumber: row.invoice_number,
    kind: row.kind,
    decidedOn: row.decided_on,
    amount: row.amount_minor,
    redoMinutes: row.redo_minutes,
    withApology: row.with_apology === 1,
    paidBack: row.paid_back,
    what: row.what,
    reason: row.reason,
    coupon:
      row.coupon_id === null || row.code === null || row.value_minor === null
        ? null
        : {
            id: row.coupon_id,
            code: row.code,
            value: row.value_minor,
            validUntil: row.valid_until,
            redeemedOn: row.redeemed_on,
            redeemedInvoiceId: row.redeemed_invoice_id,
            redeemedInvoiceNumber: row.redeemed_invoice_number,
            redeemed: row.redeemed_minor,
          },
    cost,
  };
}
