import type { CauseGroup, Fault } from '../../shared/complaints/complaint.ts';
import type { Day } from '../../shared/dates.ts';
import { type ExcusingComplaint, markExcused } from '../../shared/lateness/excused.ts';
import type { LatenessInvoice } from '../../shared/lateness/invoice.ts';
import type { Minor } from '../../shared/money.ts';
import type { Reader } from './handles.ts';

/** What figures need of a complaint. */
export interface ComplaintFact {
  readonly invoiceId: number | null;
  readonly opened: Day;
  readonly settled: Day | null;
  readonly severity: number | null;
  readonly fault: Fault | null;
  readonly inside: boolean;
}

export function complaintFacts(read: Reader, clientId: number): ComplaintFact[] {
  return read
    .all<{
      invoice_id: number | null;
      received_on: Day;
      settled_on: Day | null;
      severity: number | null;
      fault: Fault | null;
      grouping: CauseGroup | null;
    }>(
      `SELECT invoice_id, received_on, settled_on, severity, fault, cause.grouping
       FROM complaint LEFT JOIN cause ON cause.id = complaint.cause_id WHERE client_id = ?`,
      clientId,
    )
    .map((row) => ({
      invoiceId: row.invoice_id,
      opened: row.received_on,
      settled: row.settled_on,
      severity: row.severity,
      fault: row.fault,
      inside: row.grouping === 'inside',
    }));
}

interface Row {
  readonly id: number;
  readonly issued_on: Day;
  readonly due_on: Day;
  readonly amount_minor: Minor;
  readonly open_minor: Minor;
  readonly settled_on: Day | null;
  readonly written_off_on: Day | null;
}

/**
 * An invoice as lateness sees it, from its kept balance instead of its payments: settled means paid in full on that
 * day, open means the open part is all there is. Same lateness and ageing as from the full rows, at a tenth of the
 * reading; a test holds the two against each other.
 */
function fromBalance(row: Row): LatenessInvoice {
  const open = row.settled_on === null && row.written_off_on === null;
  const amount = open && row.open_minor > 0 ? row.open_minor : row.amount_minor;
  return {
    id: row.id,
    issued: row.issued_on,
    due: row.due_on,
    amount,
    payments: row.settled_on === null ? [] : [{ on: row.settled_on, amount }],
    credits: open && row.open_minor === 0 ? [{ on: row.issued_on, amount }] : [],
    writtenOff: row.written_off_on,
    excused: false,
  };
}

const COLUMNS = `invoice.id, issued_on, due_on, invoice.amount_minor, open_minor, settled_on,
  CASE WHEN open_minor = 0 AND settled_on IS NULL
       THEN (SELECT written_off_on FROM write_off WHERE invoice_id = invoice.id) END AS written_off_on`;

/** The client's newest invoices that say something about lateness, at least `count` of them where there are as many. */
export function lastDueFacts(
  read: Reader,
  clientId: number,
  asOf: Day,
  count: number,
  complaints: readonly ExcusingComplaint[],
): readonly LatenessInvoice[] {
  // One with nothing owed says nothing and is left out; one written off before it was late has no time: some to spare.
  const rows = read.all<Row>(
    `SELECT ${COLUMNS} FROM invoice
     WHERE client_id = ?1 AND issued_on <= ?2
       AND (settled_on IS NOT NULL OR CASE WHEN open_minor > 0 THEN due_on < ?2
            ELSE EXISTS (SELECT 1 FROM write_off WHERE invoice_id = invoice.id) END)
     ORDER BY due_on DESC, issued_on DESC, id DESC LIMIT ?3`,
    clientId,
    asOf,
    count + 12,
  );
  return markExcused(rows.map(fromBalance), complaints, asOf);
}

/** Every open invoice of a client issued by `asOf`, in due order; its amount is what is still open. */
export function openFacts(
  read: Reader,
  clientId: number,
  asOf: Day,
  complaints: readonly ExcusingComplaint[],
): readonly LatenessInvoice[] {
  const rows = read.all<Row>(
    `SELECT ${COLUMNS} FROM invoice
     WHERE client_id = ? AND open_minor > 0 AND issued_on <= ? ORDER BY due_on, issued_on, id`,
    clientId,
    asOf,
  );
  return markExcused(rows.map(fromBalance), complaints, asOf);
}

/** What was invoiced in `from`…`to` (both in), less all credits on those invoices. */
export function revenueBetween(read: Reader, clientId: number, from: Day, to: Day): Minor {
  const row = read.get<{ amount: Minor; credited: Minor }>(
    `SELECT coalesce(sum(amount_minor), 0) AS amount,
       (SELECT coalesce(sum(credit.amount_minor), 0) FROM credit JOIN invoice ON invoice.id = credit.invoice_id
        WHERE invoice.client_id = ?1 AND invoice.issued_on BETWEEN ?2 AND ?3) AS credited
     FROM invoice WHERE client_id = ?1 AND issued_on BETWEEN ?2 AND ?3`,
    clientId,
    from,
    to,
  );
  return row === undefined ? 0 : row.amount - row.credited;
}
