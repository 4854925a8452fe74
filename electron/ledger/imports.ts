import type { Day } from '../../shared/dates.ts';
import type {
  ClientRef,
  Existing,
  KnownClient,
  KnownInvoice,
  Plan,
  PlannedInvoice,
} from '../../shared/imports/plan.ts';
import { OwnerError } from '../../shared/result.ts';
import { twinWarning } from '../../shared/warnings/sentences.ts';
import type { Warning } from '../../shared/warnings/warning.ts';
import { insert, update } from './change.ts';
import type { Reader, Value, Writer } from './handles.ts';
import { clientIdOf, type ImportSource, noteImport, writeClients } from './import-rows.ts';
import { balanceOf, creditOf, resettle } from './invoices.ts';
import { mergedNames } from './merge.ts';
import { carefulTwins } from './twins.ts';
import { careWarnings, hearWarnings } from './warnings.ts';

/** What SQLite answers as 0 or 1. */
type Flags = 'dueAssumed' | 'writtenOff' | 'hasDispute';

/** The ledger as a file is laid against it. */
export function existing(read: Reader): Existing {
  return {
    clients: [...read.all<KnownClient>('SELECT id, name, number FROM client'), ...mergedNames(read)],
    invoices: (clientIds) =>
      read
        .all<Omit<KnownInvoice, Flags> & Record<Flags, number>>(
          `SELECT invoice.id, client_id AS clientId, number, issued_on AS issued, due_on AS due, due_assumed AS dueAssumed,
                  amount_minor AS amount, title, settled_on AS settledOn, open_minor AS open,
                  (SELECT id FROM payment WHERE invoice_id = invoice.id AND import_id IS NOT NULL ORDER BY id LIMIT 1) AS importedPaymentId,
                  (SELECT count(*) FROM payment WHERE invoice_id = invoice.id) AS payments,
                  coalesce((SELECT sum(amount_minor) FROM payment WHERE invoice_id = invoice.id), 0)
                    + coalesce((SELECT sum(amount_minor) FROM credit WHERE invoice_id = invoice.id), 0) AS paidOrCredited,
                  EXISTS (SELECT 1 FROM write_off WHERE invoice_id = invoice.id) AND settled_on IS NULL AS writtenOff,
                  EXISTS (SELECT 1 FROM complaint WHERE invoice_id = invoice.id AND import_id IS NOT NULL) AS hasDispute
           FROM invoice WHERE client_id IN (SELECT value FROM json_each(?))`,
          JSON.stringify(clientIds),
        )
        .map((row) => ({
          ...row,
          dueAssumed: row.dueAssumed === 1,
          writtenOff: row.writtenOff === 1,
          hasDispute: row.hasDispute === 1,
        })),
  };
}

/** A warning, and the client whose new invoices it is about: one of the ledger, or one that the file brings. */
export interface PlanWarning extends Warning {
  readonly of: ClientRef;
}

/**
 * What speaks against the new invoices a plan brings: red flags and partings, also of a client of the same name or
 * e-mail as one the file brings. Asked for all clients at once, for a file may name thousands of whom none is flagged.
 */
export function planWarnings(read: Reader, plan: Plan, today: Day): PlanWarning[] {
  const watched = read.all<{ id: number }>(
    `SELECT client_id AS id FROM red_flag WHERE lifted_on IS NULL
     UNION SELECT client_id FROM parting WHERE finished_on IS NOT NULL AND welcomed_on IS NULL`,
  );
  if (watched.length === 0) return [];
  const begun = new Set<number>();
  for (const { kind, client } of plan.invoices)
    if (kind === 'new' && client.kind === 'known') begun.add(client.id);
  const twins = carefulTwins(read);
  return [
    ...watched
      .filter(({ id }) => begun.has(id))
      .flatMap(({ id }) =>
        careWarnings(read, id, today).map((warning) => ({ ...warning, of: { kind: 'known' as const, id } })),
      ),
    ...plan.newClients.flatMap((client, index) =>
      twins(client).map((twin) => ({ ...twinWarning(twin), of: { kind: 'new' as const, index } })),
    ),
  ];
}

/** Records what was gone against, with the client whose invoices came in. */
export function hearPlanWarnings(
  write: Writer,
  warnings: readonly PlanWarning[],
  newIds: readonly number[],
  today: Day,
): void {
  for (const { of, ...warning } of warnings)
    hearWarnings(write, 'import', [{ ...warning, clientId: clientIdOf(of, newIds) }], today, null);
}

/**
 * Writes a plan inside an open change; yields how many invoices are done, so that the caller can breathe or stop, and
 * answers the ids of the new clients.
 */
export function* applyPlan(
  write: Writer,
  plan: Plan,
  source: ImportSource,
): Generator<number, readonly number[]> {
  const importId = noteImport(write, source, {
    ...plan.counts,
    invoices: plan.counts.invoicesNew,
    total: plan.total,
  });
  const newIds = writeClients(write, plan);
  // Changes before new invoices: a number that grows its zeros back may make room for one.
  const order = [...plan.invoices].sort((a, b) => Number(a.kind === 'new') - Number(b.kind === 'new'));
  const amended: { clientId: number; number: string }[] = [];
  let done = 0;
  for (const planned of order) {
    const clientId = clientIdOf(planned.client, newIds);
    if (planned.invoiceId === null) addInvoice(write, planned, clientId, importId);
    else changeInvoice(write, planned, planned.invoiceId, clientId, importId);
    if (planned.changes.some(({ field }) => field === 'amount'))
      amended.push({ clientId, number: planned.record.number });
    done++;
    if (done % 200 === 0) yield done;
  }
  // Only at the end: another invoice of the file may have become smaller.
  const overspent = amended.find(({ clientId }) => creditOf(write, clientId) < 0);
  if (overspent) throw overspending(overspent.number);
  return newIds;
}

function overspending(number: string): OwnerError {
  return new OwnerError(
    'conflict',
    `The file gives invoice ${number} a higher amount, yet what was paid above the old one is spent on another invoice. Remove that use of credit first. Nothing was imported.`,
  );
}

function addInvoice(
  write: Writer,
  { record, payment, dispute }: PlannedInvoice,
  clientId: number,
  importId: number,
): void {
  const payments = payment === null ? [] : [payment];
  const balance = balanceOf({
    id: 0,
    issued: record.issued,
    due: record.due,
    amount: record.amount,
    payments,
    credits: [],
    writtenOff: null,
    excused: false,
  });
  const invoiceId = insert(write, 'invoice', {
    client_id: clientId,
    number: record.number,
    title: record.title,
    issued_on: record.issued,
    due_on: record.due,
    due_assumed: record.dueAssumed ? 1 : 0,
    amount_minor: record.amount,
    ...balance,
    import_id: importId,
  });
  if (payment !== null) addPayment(write, payment, clientId, invoiceId, importId);
  if (dispute) addDispute(write, record, clientId, invoiceId, balance.settled_on, importId);
}

function addPayment(
  write: Writer,
  payment: { readonly amount: number; readonly on: Day },
  clientId: number,
  invoiceId: number,
  importId: number,
): void {
  insert(write, 'payment', {
    client_id: clientId,
    invoice_id: invoiceId,
    paid_on: payment.on,
    amount_minor: payment.amount,
    method: 'unknown',
    import_id: importId,
  });
}

/**
 * A dispute becomes a complaint of which nothing is known but that it was: dated by its invoice, and settled when the
 * invoice was, else hundreds of long forgotten ones would stand open.
 */
function addDispute(
  write: Writer,
  record: { readonly issued: Day },
  clientId: number,
  invoiceId: number,
  settledOn: Day | null,
  importId: number,
): void {
  insert(write, 'complaint', {
    client_id: clientId,
    invoice_id: invoiceId,
    received_on: record.issued,
    date_assumed: 1,
    title: 'disputed invoice',
    words: '',
    channel: 'unknown',
    settled_on: settledOn !== null && settledOn < record.issued ? record.issued : settledOn,
    import_id: importId,
  });
}

const COLUMNS = {
  number: 'number',
  issued: 'issued_on',
  due: 'due_on',
  dueAssumed: 'due_assumed',
  amount: 'amount_minor',
  title: 'title',
} as const;

function changeInvoice(
  write: Writer,
  planned: PlannedInvoice,
  invoiceId: number,
  clientId: number,
  importId: number,
): void {
  const row: Record<string, Value> = {};
  for (const { field, to } of planned.changes) {
    if (field !== 'settledOn') row[COLUMNS[field]] = typeof to === 'boolean' ? Number(to) : to;
  }
  const { payment, movedPayment } = planned;
  const amount = row.amount_minor;
  // The open balance may never exceed the amount, not even between two statements.
  if (typeof amount === 'number') Object.assign(row, { open_minor: 0, overpaid_minor: 0 });
  if (Object.keys(row).length > 0) update(write, 'invoice', invoiceId, row);
  if (payment !== null) addPayment(write, payment, clientId, invoiceId, importId);
  if (movedPayment !== null) update(write, 'payment', movedPayment.id, { paid_on: movedPayment.to });
  if (payment === null && movedPayment === null && Object.keys(row).length === 0 && !planned.dispute) return;
  resettle(write, invoiceId);
  const settledOn =
    write.get<{ settled_on: Day | null }>('SELECT settled_on FROM invoice WHERE id = ?', invoiceId)
      ?.settled_on ?? null;
  if (planned.dispute) addDispute(write, planned.record, clientId, invoiceId, settledOn, importId);
  else if (settledOn !== null) settleDispute(write, invoiceId, settledOn);
}

/** A dispute that an earlier import brought, and nobody has looked into since, ends when its invoice is paid. */
function settleDispute(write: Writer, invoiceId: number, settledOn: Day): void {
  const open = write.all<{ id: number; received_on: Day }>(
    `SELECT id, received_on FROM complaint
     WHERE invoice_id = ? AND import_id IS NOT NULL AND date_assumed = 1 AND settled_on IS NULL AND cause_id IS NULL AND replied_on IS NULL`,
    invoiceId,
  );
  for (const { id, received_on } of open) {
    update(write, 'complaint', id, { settled_on: settledOn < received_on ? received_on : settledOn });
  }
}
