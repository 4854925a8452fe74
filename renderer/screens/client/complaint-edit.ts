import type { ComplaintLine } from '../../../shared/complaints/complaint.ts';
import type { Input } from '../../../shared/contract.ts';

type Edit = Input<'complaints.edit'>;

/** A complaint as it stands, with a few fields changed, in the shape the ledger takes. */
export function complaintEdit(line: ComplaintLine, changes: Partial<Edit>): Edit {
  return {
    id: line.id,
    invoiceId: line.invoiceId,
    receivedOn: line.receivedOn,
    receivedTime: line.receivedTime,
    title: line.title,
    words: line.words,
    wants: line.wants,
    weWant: line.weWant,
    listener: line.listener,
    channel: line.channel,
    severity: line.severity,
    causeId: line.cause?.id ?? null,
    fault: line.fault,
    redoAsked: line.redoAsked,
    moneyAsked: line.moneyAsked,
    repliedOn: line.repliedOn,
    repliedTime: line.repliedTime,
    settledOn: line.settledOn,
    outcome: line.outcome,
    reviewPosted: line.reviewPosted,
    reviewWhere: line.reviewWhere,
    reviewAnswer: line.reviewAnswer,
    ...changes,
  };
}
