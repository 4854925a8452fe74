import { type Day, windowStart } from '../../shared/dates.ts';
import type { LatenessInvoice } from '../../shared/lateness/invoice.ts';
import type { Minor } from '../../shared/money.ts';
import type { HoursKind } from '../../shared/notes/note.ts';
import {
  costToKeep,
  type Everyone,
  type KeepingRows,
  type Rates,
} from '../../shared/standing/cost-to-keep.ts';
import type { CostToKeep } from '../../shared/standing/keeping.ts';
import { mustGet } from './change.ts';
import { DECISIONS, type DecisionRow, goodwillSource } from './decision-rows.ts';
import { LOST, revenueBetween } from './gather.ts';
import type { Reader } from './handles.ts';

/** What keeping a client costs, as at `today`; the shares are of the figures kept for the clients list. */
export function keepingOf(read: Reader, clientId: number, today: Day): CostToKeep {
  const everyone = read.get<Everyone>(
    'SELECT total(minutes_12m) AS minutes, total(revenue_12m) AS revenue FROM client_figures',
  );
  return costToKeep(
    keepingRows(read, clientId, today),
    ratesOf(read),
    everyone ?? { minutes: 0, revenue: 0 },
    today,
  );
}

/** The owner's rates; null where they never told. */
export function ratesOf(read: Reader): Rates {
  return mustGet<Rates>(
    read,
    'ledger',
    `SELECT hourly_cost_minor AS hourlyCost, margin_permille AS marginPermille,
            interest_permille AS interestPermille FROM ledger`,
  );
}

/** Gathers what `costToKeep` reckons from. */
export function keepingRows(read: Reader, clientId: number, today: Day): KeepingRows {
  const from = windowStart(today, 12);
  return {
    revenue: revenueBetween(read, clientId, from, today),
    goodwillCredits: goodwillCredits(read, clientId, from, today),
    hours: read.all<{ kind: HoursKind; workedOn: Day; minutes: number; hourlyCost: Minor }>(
      `SELECT kind, worked_on AS workedOn, minutes, hourly_cost_minor AS hourlyCost
       FROM hours WHERE client_id = ? AND worked_on BETWEEN ? AND ?`,
      clientId,
      from,
      today,
    ),
    decisions: read
      .all<DecisionRow>(`${DECISIONS} WHERE decision.client_id = ?`, clientId)
      .map(goodwillSource),
    writeOffs: read.all<{ on: Day; amount: Minor }>(
      `SELECT written_off_on AS "on", ${LOST} AS amount
       FROM write_off JOIN invoice ON invoice.id = write_off.invoice_id
       WHERE invoice.client_id = ? AND written_off_on BETWEEN ? AND ?`,
      clientId,
      from,
      today,
    ),
    invoices: lateInvoices(read, clientId, from, today),
  };
}

/** Credits given as goodwill on the invoices that revenue counts. */
function goodwillCredits(read: Reader, clientId: number, from: Day, to: Day): Minor {
  return (
    read.get<{ amount: Minor }>(
      `SELECT coalesce(sum(credit.amount_minor), 0) AS amount
       FROM credit JOIN invoice ON invoice.id = credit.invoice_id
       WHERE invoice.client_id = ? AND invoice.issued_on BETWEEN ? AND ?
         AND (credit.decision_id IS NOT NULL OR credit.coupon_id IS NOT NULL)`,
      clientId,
      from,
      to,
    )?.amount ?? 0
  );
}

// An invoice can have been late inside the window when it was due before its last day and not settled before its
// first. A credit given afterwards makes it settled from the start, yet until then its part was waited for.
const LATE = `client_id = ?1 AND due_on < ?3
  AND (settled_on IS NULL OR (settled_on >= ?2 AND settled_on > due_on)
       OR EXISTS (SELECT 1 FROM credit WHERE invoice_id = invoice.id AND credited_on >= ?2 AND credited_on > due_on))`;

/**
 * No less than a client's late money of the 12 months that end on `today`: as if every invoice late in them had been
 * open as a whole for all of them. A tenth of the reading that the exact sum takes.
 */
export function mostLateMoney(read: Reader, clientId: number, today: Day, interestPermille: number): Minor {
  const from = windowStart(today, 12);
  const late = read.get<{ amount: Minor }>(
    `SELECT coalesce(sum(amount_minor), 0) AS amount FROM invoice WHERE ${LATE}`,
    clientId,
    from,
    today,
  );
  return Math.ceil(((late?.amount ?? 0) * interestPermille * 366) / 365_000);
}

/** The client's invoices that were past due on a day of `from`…`to`, with all that moved their balance. */
export function lateInvoices(read: Reader, clientId: number, from: Day, to: Day): LatenessInvoice[] {
  const rows = read.all<{ id: number; issued_on: Day; due_on: Day; amount_minor: Minor; gone: Day | null }>(
    `SELECT id, issued_on, due_on, amount_minor,
            (SELECT written_off_on FROM write_off WHERE invoice_id = invoice.id) AS gone
     FROM invoice WHERE ${LATE} ORDER BY due_on, issued_on, id`,
    clientId,
    from,
    to,
  );
  if (rows.length === 0) return [];
  const moved = (table: 'payment' | 'credit', on: 'paid_on' | 'credited_on') => {
    const byInvoice = new Map<number, { on: Day; amount: Minor }[]>();
    const all = read.all<{ id: number; on: Day; amount: Minor }>(
      `SELECT invoice_id AS id, ${on} AS "on", amount_minor AS amount FROM ${table}
       WHERE invoice_id IN (SELECT id FROM invoice WHERE ${LATE})`,
      clientId,
      from,
      to,
    );
    for (const { id, ...row } of all) {
      const rowsOf = byInvoice.get(id);
      if (rowsOf) rowsOf.push(row);
      else byInvoice.set(id, [row]);
    }
    return byInvoice;
  };
  const payments = moved('payment', 'paid_on');
  const credits = moved('credit', 'credited_on');
  return rows.map((row) => ({
    id: row.id,
    issued: row.issued_on,
    due: row.due_on,
    amount: row.amount_minor,
    payments: payments.get(row.id) ?? [],
    credits: credits.get(row.id) ?? [],
    writtenOff: row.gone,
    excused: false,
  }));
}
