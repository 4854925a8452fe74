import type { ComplaintLine } from '../../../shared/complaints/complaint.ts';
import type { Day } from '../../../shared/dates.ts';
import type { DecisionLine } from '../../../shared/decisions/decision.ts';

/** One row of the two columns: a complaint with what was decided on it, or a decision that stands alone. */
export interface Pair {
  readonly key: string;
  readonly complaint: ComplaintLine | null;
  readonly decisions: readonly DecisionLine[];
  readonly on: Day;
}

export interface Pairs {
  readonly open: readonly Pair[];
  readonly rest: readonly Pair[];
}

/** Open complaints first, as the ledger orders them; then everything else, newest first. */
export function pairUp(complaints: readonly ComplaintLine[], decisions: readonly DecisionLine[]): Pairs {
  const ofComplaint = new Map<number, DecisionLine[]>();
  const known = new Set(complaints.map((one) => one.id));
  const alone: DecisionLine[] = [];
  for (const decision of decisions) {
    const { complaintId } = decision;
    if (complaintId === null || !known.has(complaintId)) alone.push(decision);
    else ofComplaint.set(complaintId, [...(ofComplaint.get(complaintId) ?? []), decision]);
  }
  const pairs = complaints.map(
    (complaint): Pair => ({
      key: `complaint-${complaint.id}`,
      complaint,
      decisions: ofComplaint.get(complaint.id) ?? [],
      on: complaint.receivedOn,
    }),
  );
  const single = alone.map(
    (decision): Pair => ({
      key: `decision-${decision.id}`,
      complaint: null,
      decisions: [decision],
      on: decision.decidedOn,
    }),
  );
  const isOpen = (pair: Pair) => pair.complaint !== null && pair.complaint.settledOn === null;
  const settled = pairs.filter((pair) => !isOpen(pair));
  return {
    open: pairs.filter(isOpen),
    rest: [...settled, ...single].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)),
  };
}
