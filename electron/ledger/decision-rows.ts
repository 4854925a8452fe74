import type { Day } from '../../shared/dates.ts';
import {
  type DecisionKind,
  type DecisionLine,
  type GoodwillSource,
  goodwillOf,
} from '../../shared/decisions/decision.ts';
import type { Minor } from '../../shared/money.ts';
import type { Reader } from './handles.ts';

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
  readonly despite: string | null;
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

/** The columns of a decision and its coupon that say what it cost. */
export type CostRow = Pick<
  DecisionRow,
  | 'kind'
  | 'decided_on'
  | 'amount_minor'
  | 'redo_minutes'
  | 'hourly_cost_minor'
  | 'redeemed_on'
  | 'redeemed_minor'
>;

/** Goodwill a decision has cost so far. */
export const costOf = (row: CostRow): Minor => goodwillOf(goodwillSource(row))?.cost ?? 0;

export function goodwillSource(row: CostRow): GoodwillSource {
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
    despite: row.despite,
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
