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
  /** The cause's group; null: the cause is not known yet. */
  readonly group: CauseGroup | null;
  readonly redoAsked: boolean;
}

interface ComplaintRow {
  readonly client_id: number;
  readonly invoice_id: number | null;
  readonly received_on: Day;
  readonly settled_on: Day | null;
  readonly severity: number | null;
  readonly fault: Fault | null;
  readonly grouping: CauseGroup | null;
  readonly redo_asked: number;
}

const COMPLAINTS = `SELECT client_id, invoice_id, received_on, settled_on, severity, fault, cause.grouping, redo_asked
  FROM complaint LEFT JOIN cause ON cause.id = complaint.cause_id`;

const complaintFact = (row: ComplaintRow): ComplaintFact => ({
  invoiceId: row.invoice_id,
  opened: row.received_on,
  settled: row.settled_on,
  severity: row.severity,
  fault: row.fault,
  inside: row.grouping === 'inside',
  group: row.grouping,
  redoAsked: row.redo_asked === 1,
});

export function complaintFacts(read: Reader, clientId: number): ComplaintFact[] {
  return read.all<ComplaintRow>(`${COMPLAINTS} WHERE client_id = ?`, clientId).map(complaintFact);
}

/** Clients by their ids as a JSON array in the first value: one query for one client or for two thousand. */
export const OF_CLIENTS = 'client_id IN (SELECT value FROM json_each(?1))';

/** The same of many clients; those without complaints are left out. */
export function complaintFactsOf(read: Reader, clients: string): Map<number, ComplaintFact[]> {
  return byClient(read.all<ComplaintRow>(`${COMPLAINTS} WHERE ${OF_CLIENTS}`, clients), complaintFact);
}

/** Rows of many clients, by client, in the order they came. */
export function byClient<Of extends { readonly client_id: number }, Fact>(
  rows: readonly Of[],
  fact: (row: Of) => Fact,
): Map<number, Fact[]> {
  const grouped = new Map<number, Fact[]>();
  for (const row of rows) {
    const facts = grouped.get(row.client_id);
    if (facts) facts.push(fact(row));
    else grouped.set(row.client_id, [fact(row)]);
  }
  return grouped;
}

/** The columns of an invoice that say how it was paid. */
export interface BalanceRow {
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
export function fromBalance(row: BalanceRow): LatenessInvoice {
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

export const BALANCE_COLUMNS = `invoice.id, issued_on, due_on, invoice.amount_minor, open_minor, settled_on,
  CASE WHEN open_minor = 0 AND settled_on IS NULL
       THEN (SELECT written_off_on FROM write_off WHERE invoice_id = invoice.id) END AS written_off_on`;

/** Some that say nothing of how they pay: excused, or written off before they were late and so without a time. */
const TO_SPARE = 12;
/** Mostly there are none, and reading is the dearest part: the rest is read only where these were not enough. */
const FIRST_SPARE = 2;

/** The client's newest invoices that say something about lateness, at least `count` of them where there are as many. */
export function lastDueFacts(
  read: Reader,
  clientId: number,
  asOf: Day,
  count: number,
  complaints: readonly ExcusingComplaint[],
): readonly LatenessInvoice[] {
  // One with nothing owed says nothing and is left out.
  const newest = (limit: number) =>
    markExcused(
      read
        .all<BalanceRow>(
          `SELECT ${BALANCE_COLUMNS} FROM invoice
           WHERE client_id = ?1 AND issued_on <= ?2
             AND (settled_on IS NOT NULL OR CASE WHEN open_minor > 0 THEN due_on < ?2
                  ELSE EXISTS (SELECT 1 FROM write_off WHERE invoice_id = invoice.id) END)
           ORDER BY due_on DESC, issued_on DESC, id DESC LIMIT ?3`,
          clientId,
          asOf,
          limit,
        )
        .map(fromBalance),
      complaints,
      asOf,
    );
  const first = newest(count + FIRST_SPARE);
  const silent = first.filter(({ excused, writtenOff }) => excused || writtenOff !== null).length;
  return first.length < count + FIRST_SPARE || silent <= FIRST_SPARE ? first : newest(count + TO_SPARE);
}

/** Every open invoice of a client issued by `asOf`, in due order; its amount is what is still open. */
export function openFacts(
  read: Reader,
  clientId: number,
  asOf: Day,
  complaints: readonly ExcusingComplaint[],
): readonly LatenessInvoice[] {
  const rows = openFactsOf(read, JSON.stringify([clientId]), asOf).get(clientId) ?? [];
  return markExcused(rows, complaints, asOf);
}

/** The same of many clients, not yet marked; those with nothing open are left out. */
export function openFactsOf(read: Reader, clients: string, asOf: Day): Map<number, LatenessInvoice[]> {
  return byClient(
    read.all<BalanceRow & { readonly client_id: number }>(
      `SELECT client_id, ${BALANCE_COLUMNS} FROM invoice
       WHERE ${OF_CLIENTS} AND open_minor > 0 AND issued_on <= ?2 ORDER BY client_id, due_on, issued_on, id`,
      clients,
      asOf,
    ),
    fromBalance,
  );
}

/**
 * A client's invoices due in `from`…`to` and issued by `asOf`, in the order of due day and id, at most `count` of those
 * after `after`: for reading many in portions. `excused` is not marked.
 */
export function dueBetween(
  read: Reader,
  clientId: number,
  span: { readonly from: Day; readonly to: Day },
  asOf: Day,
  after: { readonly due: Day; readonly id: number } | null,
  count: number,
): readonly LatenessInvoice[] {
  return read
    .all<BalanceRow>(
      `SELECT ${BALANCE_COLUMNS} FROM invoice
       WHERE client_id = ?1 AND (due_on, invoice.id) > (?2, ?3) AND due_on <= ?4 AND issued_on <= ?5
       ORDER BY due_on, invoice.id LIMIT ?6`,
      clientId,
      after?.due ?? span.from,
      after?.id ?? 0,
      span.to,
      asOf,
      count,
    )
    .map(fromBalance);
}

/** What is lost by a write-off, as SQL over `invoice`: what was paid after it, even the whole, came after all. */
export const LOST = `max(0, invoice.amount_minor
  - (SELECT coalesce(sum(payment.amount_minor), 0) FROM payment WHERE payment.invoice_id = invoice.id)
  - (SELECT coalesce(sum(credit.amount_minor), 0) FROM credit WHERE credit.invoice_id = invoice.id))`;

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
