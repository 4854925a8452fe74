import type { Change, KnownInvoice, PlannedInvoice } from './plan.ts';
import type { Remarks } from './plan-notes.ts';
import type { ImportedInvoice } from './records.ts';

/** Whether file and ledger tell the same invoice: its day, amount and due day, unless one of these was only assumed. */
export function sameFacts(record: ImportedInvoice, known: KnownInvoice): boolean {
  return (
    record.issued === known.issued &&
    record.amount === known.amount &&
    (record.due === known.due || record.dueAssumed || known.dueAssumed)
  );
}

/** What the file knows better. A due day that is only assumed never replaces one, unless the invoice's day moves too. */
function changesOf(record: ImportedInvoice, known: KnownInvoice): Change[] {
  const changes: Change[] = [];
  const note = (field: Change['field'], from: Change['from'], to: Change['to']) => {
    if (from !== to) changes.push({ field, from, to });
  };
  note('issued', known.issued, record.issued);
  const dueCounts =
    !record.dueAssumed || (known.dueAssumed && known.issued !== record.issued) || known.due < record.issued;
  if (dueCounts) {
    note('due', known.due, record.due);
    note('dueAssumed', known.dueAssumed, record.dueAssumed);
  }
  note('amount', known.amount, record.amount);
  if (record.title !== null) note('title', known.title, record.title);
  return changes;
}

/** The plan for a record the ledger has under `known`; `takeNumber` where the file's number is the fuller one. */
export function planKnown(
  record: ImportedInvoice,
  known: KnownInvoice,
  takeNumber: boolean,
  remarks: Remarks,
): Omit<PlannedInvoice, 'client'> {
  const changes = changesOf(record, known);
  if (takeNumber) changes.unshift({ field: 'number', from: known.number, to: record.number });
  const settledBefore = known.paidOrCredited;
  // What was written off was given up by the owner: a file doesn't take that back.
  const open = known.writtenOff ? 0 : Math.max(0, record.amount - settledBefore);
  if (record.amount < settledBefore && record.amount !== known.amount) remarks.amountBelowPaid += 1;
  let payment: PlannedInvoice['payment'] = null;
  let movedPayment: PlannedInvoice['movedPayment'] = null;
  if (record.settledOn !== null) {
    const missing = Math.min(open, record.paid - settledBefore);
    if (missing > 0) payment = { amount: missing, on: record.settledOn };
    else if (known.writtenOff || (known.open === 0 && known.settledOn === null)) remarks.writtenOff += 1;
    else if (
      known.settledOn !== null &&
      record.paid === record.amount &&
      known.settledOn !== record.settledOn
    ) {
      if (known.importedPaymentId !== null && known.payments === 1) {
        movedPayment = { id: known.importedPaymentId, from: known.settledOn, to: record.settledOn };
        changes.push({ field: 'settledOn', from: known.settledOn, to: record.settledOn });
      } else remarks.dayKept += 1;
    }
  }
  const onlyNumber = changes.every((change) => change.field === 'number');
  return {
    kind: changes.length === 0 ? 'known' : takeNumber && onlyNumber ? 'fullerNumber' : 'changed',
    record,
    invoiceId: known.id,
    changes,
    payment,
    movedPayment,
    dispute: record.disputed && !known.hasDispute,
  };
}
