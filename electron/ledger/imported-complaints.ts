import { showDay } from '../../shared/dates.ts';
import type {
  ComplaintPlan,
  ExistingComplaints,
  KnownComplaint,
  PlannedComplaint,
} from '../../shared/imports/complaints/plan.ts';
import type { ImportedComplaint, PlannedDecision } from '../../shared/imports/complaints/record.ts';
import type { KnownClient } from '../../shared/imports/plan.ts';
import { OwnerError } from '../../shared/result.ts';
import { insert, update } from './change.ts';
import type { Reader, Value, Writer } from './handles.ts';
import { clientIdOf, type ImportSource, noteImport, writeClients } from './import-rows.ts';
import { mergedNames } from './merge.ts';

/** The ledger as a list of complaints is laid against it. */
export function existingComplaints(read: Reader): ExistingComplaints {
  return {
    clients: [...read.all<KnownClient>('SELECT id, name, number FROM client'), ...mergedNames(read)],
    complaints: (clientIds) =>
      read
        .all<Omit<KnownComplaint, 'kinds' | 'imported'> & { kinds: string; imported: number }>(
          `SELECT complaint.id, complaint.client_id AS clientId, received_on AS opened, settled_on AS closed, words,
                  coalesce(sum(decision.amount_minor) FILTER (WHERE decision.paid_back IS NOT NULL), 0) AS money,
                  json_group_array(decision.kind) AS kinds, import_id IS NOT NULL AS imported
           FROM complaint LEFT JOIN decision ON decision.complaint_id = complaint.id
           WHERE complaint.client_id IN (SELECT value FROM json_each(?))
           GROUP BY complaint.id`,
          JSON.stringify(clientIds),
        )
        .map((row) => ({ ...row, kinds: JSON.parse(row.kinds), imported: row.imported === 1 })),
  };
}

/** Writes a plan of complaints inside an open change; yields how many are done, so that the caller can breathe or stop. */
export function* applyComplaints(
  write: Writer,
  plan: ComplaintPlan,
  source: ImportSource,
): Generator<number, void> {
  refuseLostCauses(write, plan);
  const importId = noteImport(write, source, {
    ...plan.counts,
    invoices: 0,
    payments: 0,
    complaints: plan.counts.complaintsNew,
    moneyBack: plan.money.imported,
  });
  const newIds = writeClients(write, plan);
  let done = 0;
  for (const planned of plan.complaints) {
    const clientId = clientIdOf(planned.client, newIds);
    if (planned.complaintId === null) {
      const id = addComplaint(write, planned.record, clientId, importId);
      addDecisions(write, planned, clientId, id);
    } else if (planned.kind === 'settled') {
      const { record } = planned;
      update(write, 'complaint', planned.complaintId, {
        settled_on: record.closed,
        outcome: outcomeOf(record),
      });
      addDecisions(write, planned, clientId, planned.complaintId);
    }
    done++;
    if (done % 200 === 0) yield done;
  }
}

/** A cause that was added after the file was opened can have been undone since. */
function refuseLostCauses(write: Writer, { complaints }: ComplaintPlan): void {
  for (const id of new Set(complaints.map(({ record }) => record.causeId)))
    if (id !== null && !write.get('SELECT id FROM cause WHERE id = ?', id))
      throw new OwnerError(
        'conflict',
        'A chosen cause is no longer in the ledger. Choose another one, then confirm.',
      );
}

function addComplaint(write: Writer, record: ImportedComplaint, clientId: number, importId: number): number {
  const row: Record<string, Value> = {
    client_id: clientId,
    received_on: record.opened,
    title: record.title,
    words: record.words,
    channel: 'unknown',
    cause_id: record.causeId,
    settled_on: record.closed,
    outcome: outcomeOf(record),
    import_id: importId,
  };
  return insert(write, 'complaint', row);
}

/** “Cash Amount. The client was satisfied.”; null where the file says nothing. */
function outcomeOf({ result, satisfied, closedEarlyOn }: ImportedComplaint): string | null {
  const parts: string[] = [];
  if (result !== null) parts.push(result.endsWith('.') ? result : `${result}.`);
  if (satisfied !== null)
    parts.push(satisfied ? 'The client was satisfied.' : 'The client was not satisfied.');
  if (closedEarlyOn !== null)
    parts.push(`The file says it was closed on ${showDay(closedEarlyOn)}, before it was opened.`);
  return parts.length === 0 ? null : parts.join(' ');
}

function addDecisions(
  write: Writer,
  { record, decisions }: PlannedComplaint,
  clientId: number,
  complaintId: number,
): void {
  for (const decision of decisions)
    insert(write, 'decision', {
      client_id: clientId,
      complaint_id: complaintId,
      kind: decision.kind,
      decided_on: decision.on,
      amount_minor: decision.amount,
      with_apology: decision.withApology ? 1 : 0,
      paid_back: decision.amount > 0 ? 'money' : null,
      reason: reasonOf(record, decision),
    });
}

/** Nobody wrote down why: only what the file says of it. */
function reasonOf({ result }: ImportedComplaint, { amount }: PlannedDecision): string {
  return `As imported: ${result ?? (amount > 0 ? 'money was given back' : 'no reason given')}`;
}
