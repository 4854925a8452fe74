import type { ComplaintLine } from '../complaints/complaint.ts';
import type { Day } from '../dates.ts';
import type { DecisionLine } from '../decisions/decision.ts';

/** What pairing needs of a complaint and of a decision. */
export type PairedComplaint = Pick<ComplaintLine, 'id' | 'receivedOn' | 'settledOn'>;
export type PairedDecision = Pick<DecisionLine, 'id' | 'complaintId' | 'decidedOn'>;

/** One row of the two columns: a complaint with what was decided on it, or a decision that stands alone. */
export interface Pair<
  Complaint extends PairedComplaint = ComplaintLine,
  Decision extends PairedDecision = DecisionLine,
> {
  readonly key: string;
  readonly complaint: Complaint | null;
  readonly decisions: readonly Decision[];
  readonly on: Day;
}

export interface Pairs<
  Complaint extends PairedComplaint = ComplaintLine,
  Decision extends PairedDecision = DecisionLine,
> {
  readonly open: readonly Pair<Complaint, Decision>[];
  readonly rest: readonly Pair<Complaint, Decision>[];
}

/** Open complaints first, as the ledger orders them; then everything else, newest first. */
export function pairUp<Complaint extends PairedComplaint, Decision extends PairedDecision>(
  complaints: readonly Complaint[],
  decisions: readonly Decision[],
): Pairs<Complaint, Decision> {
  const ofComplaint = new Map<number, Decision[]>();
  const known = new Set(complaints.map((one) => one.id));
  const alone: Decision[] = [];
  for (const decision of decisions) {
    const { complaintId } = decision;
    if (complaintId === null || !known.has(complaintId)) alone.push(decision);
    else ofComplaint.set(complaintId, [...(ofComplaint.get(complaintId) ?? []), decision]);
  }
  const pairs = complaints.map(
    (complaint): Pair<Complaint, Decision> => ({
      key: `complaint-${complaint.id}`,
      complaint,
      decisions: ofComplaint.get(complaint.id) ?? [],
      on: complaint.receivedOn,
    }),
  );
  const single = alone.map(
    (decision): Pair<Complaint, Decision> => ({
      key: `decision-${decision.id}`,
      complaint: null,
      decisions: [decision],
      on: decision.decidedOn,
    }),
  );
  const isOpen = (pair: Pair<Complaint, Decision>) =>
    pair.complaint !== null && pair.complaint.settledOn === null;
  const settled = pairs.filter((pair) => !isOpen(pair));
  return {
    open: pairs.filter(isOpen),
    rest: [...settled, ...single].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)),
  };
}
