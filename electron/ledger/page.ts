import { type Day, windowStart } from '../../shared/dates.ts';
import type { Credit, InvoiceLine, Payment, PaymentMethod, WriteOff } from '../../shared/invoices/invoice.ts';
import { account } from '../../shared/lateness/days-late.ts';
import { markExcused } from '../../shared/lateness/excused.ts';
import { byDueOrder, type LatenessInvoice } from '../../shared/lateness/invoice.ts';
import { rung } from '../../shared/lateness/ladder.ts';
import { summariseLateness } from '../../shared/lateness/summary.ts';
import { type Minor, percent } from '../../shared/money.ts';
import type { ClientPage } from '../../shared/views/client-page.ts';
import { getClient } from './clients.ts';
import { complaintsOf } from './complaints.ts';
import { decisionsOf } from './decision-rows.ts';
import { refreshFigures } from './figures.ts';
import { flagOf } from './flags.ts';
import { complaintFacts, revenueBetween } from './gather.ts';
import type { Reader } from './handles.ts';
import { hoursOf } from './hours.ts';
import { creditOf, type InvoiceRow } from './invoices.ts';
import { keepingOf } from './keeping.ts';
import { lessonsOf } from './lessons.ts';
import { looked, lookOf, notesOf } from './notes.ts';
import type { Ledger } from './open.ts';
import { outcomesOf } from './outcomes.ts';
import { partedOn, partingBegun } from './partings.ts';
import { standingOf } from './standings.ts';
import { warningsOf } from './warnings.ts';

interface PaymentRow {
  readonly id: number;
  readonly invoice_id: number | null;
  readonly paid_on: Day;
  readonly amount_minor: Minor;
  readonly method: PaymentMethod;
  readonly note: string | null;
  readonly import_id: number | null;
}

const paymentLine = (row: PaymentRow): Payment => ({
  id: row.id,
  invoiceId: row.invoice_id,
  paidOn: row.paid_on,
  amount: row.amount_minor,
  method: row.method,
  note: row.note,
  imported: row.import_id !== null,
});

/** A client's rows, grouped by the invoice they belong to. */
function byInvoice<Row extends { readonly invoice_id: number | null }, Line>(
  rows: readonly Row[],
  line: (row: Row) => Line,
): Map<number | null, Line[]> {
  const grouped = new Map<number | null, Line[]>();
  for (const row of rows) {
    const lines = grouped.get(row.invoice_id);
    if (lines) lines.push(line(row));
    else grouped.set(row.invoice_id, [line(row)]);
  }
  return grouped;
}

/** A client's invoices with everything on them, as lateness reads them and as the page shows them. */
export function invoicesOf(read: Reader, clientId: number, asOf: Day) {
  const rows = read.all<InvoiceRow>('SELECT * FROM invoice WHERE client_id = ?', clientId);
  // Payments by their invoice: one of another client's can't be there, the ledger's code checks.
  const payments = byInvoice(
    read.all<PaymentRow>(
      `SELECT payment.* FROM payment JOIN invoice ON invoice.id = payment.invoice_id
       WHERE invoice.client_id = ? ORDER BY paid_on, payment.id`,
      clientId,
    ),
    paymentLine,
  );
  const credits = byInvoice(
    read.all<{ invoice_id: number } & Credit>(
      `SELECT credit.id, credit.invoice_id, credited_on AS creditedOn, credit.amount_minor AS amount, reason,
              decision_id AS decisionId, coupon_id AS couponId
       FROM credit JOIN invoice ON invoice.id = credit.invoice_id WHERE invoice.client_id = ? ORDER BY credited_on, credit.id`,
      clientId,
    ),
    ({ invoice_id: _, ...credit }): Credit => credit,
  );
  const writeOffs = byInvoice(
    read.all<{ invoice_id: number } & WriteOff>(
      `SELECT write_off.id, write_off.invoice_id, written_off_on AS writtenOffOn, write_off.amount_minor AS amount, reason
       FROM write_off JOIN invoice ON invoice.id = write_off.invoice_id WHERE invoice.client_id = ?`,
      clientId,
    ),
    ({ invoice_id: _, ...writeOff }): WriteOff => writeOff,
  );
  const plain = rows.map(
    (row): LatenessInvoice => ({
      id: row.id,
      issued: row.issued_on,
      due: row.due_on,
      amount: row.amount_minor,
      payments: (payments.get(row.id) ?? []).map(({ paidOn, amount }) => ({ on: paidOn, amount })),
      credits: (credits.get(row.id) ?? []).map(({ creditedOn, amount }) => ({ on: creditedOn, amount })),
      writtenOff: writeOffs.get(row.id)?.[0]?.writtenOffOn ?? null,
      excused: false,
    }),
  );
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const invoices = markExcused(plain, complaintFacts(read, clientId), asOf);
  const line = (invoice: LatenessInvoice): InvoiceLine => {
    const row = rowOf.get(invoice.id);
    if (row === undefined) throw new Error(`Invoice ${invoice.id} lost its row`);
    const { lateness, open } = account(invoice, asOf);
    return {
      id: row.id,
      number: row.number,
      title: row.title,
      issued: row.issued_on,
      due: row.due_on,
      dueAssumed: row.due_assumed === 1,
      amount: row.amount_minor,
      // An invoice dated ahead already asks for its amount, though nothing is owed yet.
      open: row.issued_on > asOf ? row.open_minor : open,
      paid: invoice.payments.reduce((sum, { amount }) => sum + amount, 0),
      credited: invoice.credits.reduce((sum, { amount }) => sum + amount, 0),
      lateness,
      rung: rung(invoice, asOf),
      excused: invoice.excused,
      payments: payments.get(row.id) ?? [],
      credits: credits.get(row.id) ?? [],
      writeOff: writeOffs.get(row.id)?.[0] ?? null,
      imported: row.import_id !== null,
    };
  };
  const lines = [...invoices].sort(byDueOrder).reverse().map(line);
  return { invoices, lines };
}

/** Everything the client screen shows, as at `today`. */
export function clientPage(ledger: Ledger, clientId: number, today: Day): ClientPage {
  refreshFigures(ledger, today);
  const { read } = ledger;
  const client = getClient(read, clientId);
  const { invoices, lines } = invoicesOf(read, clientId, today);
  const lateness = summariseLateness(invoices, today);
  const complaints = complaintsOf(read, clientId, today);
  const decisions = decisionsOf(read, clientId);
  const flag = flagOf(read, clientId);
  const from = windowStart(today, 12);
  const goodwillSince = (day: Day): Minor =>
    decisions.reduce(
      (sum, { line, costOn }) =>
        costOn !== null && costOn >= day && costOn <= today ? sum + line.cost : sum,
      0,
    );
  const goodwill12 = goodwillSince(from);
  const revenue12 = revenueBetween(read, clientId, from, today);
  const terms = read.get<{ days: number }>('SELECT terms_days AS days FROM ledger');
  const all = read.get<{ revenue: Minor }>('SELECT total(revenue_12m) AS revenue FROM client_figures');
  const firstIssued = lines.reduce<Day | null>(
    (first, { issued }) => (first === null || issued < first ? issued : first),
    null,
  );
  const since =
    client.since !== null && (firstIssued === null || client.since < firstIssued)
      ? client.since
      : firstIssued;
  return {
    asOf: today,
    client,
    since,
    termsDays: client.termsDays ?? terms?.days ?? 30,
    standing: standingOf(read, clientId, today),
    flag,
    partedOn: partedOn(read, clientId),
    partingBegun: partingBegun(read, clientId),
    revenue12,
    revenuePercent: percent(revenue12, all?.revenue ?? 0),
    credit: creditOf(read, clientId),
    lateness,
    invoices: lines,
    onAccount: read
      .all<PaymentRow>(
        'SELECT * FROM payment WHERE client_id = ? AND invoice_id IS NULL ORDER BY paid_on, id',
        clientId,
      )
      .map(paymentLine),
    complaints,
    decisions: decisions.map(({ line }) => line),
    outcomes: outcomesOf(
      read,
      decisions.map(({ line }) => line.id),
      today,
    ),
    keeping: keepingOf(read, clientId, today),
    hours: hoursOf(read, clientId),
    notes: notesOf(read, clientId),
    lessons: lessonsOf(read, clientId),
    warnings: warningsOf(read, clientId),
    look: lookOf(read, clientId),
    lookCounts: looked(read, clientId),
    goodwill12,
    goodwill24: goodwillSince(windowStart(today, 24)),
    goodwillAll: goodwillSince('1900-01-01'),
    goodwillPercent: percent(goodwill12, revenue12),
  };
}
