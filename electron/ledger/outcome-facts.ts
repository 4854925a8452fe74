import type { CauseGroup, Severity } from '../../shared/complaints/complaint.ts';
import { addDaysHeld, type Day } from '../../shared/dates.ts';
import {
  type ClientDealings,
  type CountableOutcome,
  LATER,
  type OutcomeFacts,
  outcomeOf,
  type TimedInvoice,
  timedInvoices,
} from '../../shared/decisions/outcomes.ts';
import { type ExcusingComplaint, markExcused } from '../../shared/lateness/excused.ts';
import type { LatenessInvoice } from '../../shared/lateness/invoice.ts';
import type { CostRow } from './decision-rows.ts';
import { dueBetween } from './gather.ts';
import type { Reader } from './handles.ts';

/** Rows read in one go: about a millisecond's worth. */
const PORTION = 500;
/** Decisions looked at before the next pause may come. */
const AT_A_TIME = 20;

/** A decision with its own part of the facts. */
export interface DecidedRow extends CostRow {
  readonly id: number;
  readonly client_id: number;
  readonly complaint_id: number | null;
  readonly cause_id: number | null;
  readonly severity: Severity | null;
  readonly coupon_id: number | null;
  readonly valid_until: Day | null;
}

/** Decisions with their coupon and complaint; what follows is our own SQL over `decision`. */
export const DECIDED = `
  SELECT decision.id, decision.client_id, decision.complaint_id, complaint.cause_id, complaint.severity, decision.kind,
         decision.decided_on, decision.amount_minor, decision.redo_minutes, decision.hourly_cost_minor,
         coupon.id AS coupon_id, coupon.valid_until, coupon.redeemed_on, coupon.redeemed_minor
  FROM decision LEFT JOIN complaint ON complaint.id = decision.complaint_id
       LEFT JOIN coupon ON coupon.decision_id = decision.id`;

type Complaint = ClientDealings['complaints'][number] & ExcusingComplaint;

/** The complaints of the client looked at last: the next decisions are often theirs too. */
interface Known {
  clientId: number;
  complaints: readonly Complaint[];
}

/**
 * The outcomes of `rows`, which come in the order of client, day and id; `take` is given each with its row. Reads the
 * dealings of each client once, in portions and only as far as those decisions ask for, and yields between them.
 */
export function* outcomeSteps(
  read: Reader,
  rows: readonly DecidedRow[],
  today: Day,
  take: (row: DecidedRow, outcome: CountableOutcome) => void,
  known: Known = { clientId: 0, complaints: [] },
): Generator<void, void> {
  for (let begin = 0; begin < rows.length; ) {
    const first = rows[begin];
    if (first === undefined) return;
    let end = begin + 1;
    while (rows[end]?.client_id === first.client_id) end += 1;
    const last = rows[end - 1] ?? first;
    const dealings = yield* dealingsOf(read, first, last, today, known);
    for (let index = begin; index < end; index++) {
      const row = rows[index];
      if (row !== undefined) take(row, outcomeOf(factsOf(row, dealings), today));
      if ((index - begin) % AT_A_TIME === AT_A_TIME - 1) yield;
    }
    begin = end;
  }
}

function factsOf(row: DecidedRow, dealings: ClientDealings): OutcomeFacts {
  return {
    decisionId: row.id,
    decidedOn: row.decided_on,
    complaint: row.complaint_id === null ? null : { id: row.complaint_id, causeId: row.cause_id },
    coupon: row.coupon_id === null ? null : { validUntil: row.valid_until, redeemedOn: row.redeemed_on },
    dealings,
  };
}

/** A client's dealings around their decisions from `first` to `last`. */
function* dealingsOf(
  read: Reader,
  first: DecidedRow,
  last: DecidedRow,
  today: Day,
  known: Known,
): Generator<void, ClientDealings> {
  const clientId = first.client_id;
  if (known.clientId !== clientId) {
    known.complaints = yield* complaintsOf(read, clientId, today);
    known.clientId = clientId;
  }
  const { complaints } = known;
  const end = addDaysHeld(last.decided_on, LATER);
  const to = end < today ? end : today;
  const span = { from: addDaysHeld(first.decided_on, -LATER), to };
  const excusing = complaints.filter(
    ({ inside, opened, settled }) => inside && opened <= to && (settled === null || settled >= span.from),
  );
  const timed: TimedInvoice[] = [];
  yield* inPortions<LatenessInvoice>(
    (after) => dueBetween(read, clientId, span, today, after, PORTION),
    (rows) => timed.push(...timedInvoices(markExcused(rows, excusing, today), today)),
  );
  return { issued: yield* issuedDays(read, clientId, first.decided_on, to), complaints, timed };
}

function* complaintsOf(read: Reader, clientId: number, today: Day): Generator<void, readonly Complaint[]> {
  const complaints: Complaint[] = [];
  yield* inPortions<ComplaintRow>(
    (after) =>
      read.all<ComplaintRow>(
        `SELECT complaint.id, complaint.invoice_id, complaint.received_on, complaint.settled_on, complaint.cause_id,
                cause.grouping
         FROM complaint LEFT JOIN cause ON cause.id = complaint.cause_id
         WHERE client_id = ?1 AND (received_on, complaint.id) > (?2, ?3) AND received_on <= ?4
         ORDER BY received_on, complaint.id LIMIT ?5`,
        clientId,
        after?.received_on ?? '',
        after?.id ?? 0,
        today,
        PORTION,
      ),
    (rows) => {
      for (const row of rows) {
        complaints.push({
          id: row.id,
          receivedOn: row.received_on,
          causeId: row.cause_id,
          invoiceId: row.invoice_id,
          opened: row.received_on,
          settled: row.settled_on,
          inside: row.grouping === 'inside',
        });
      }
    },
  );
  return complaints;
}

interface ComplaintRow {
  readonly id: number;
  readonly invoice_id: number | null;
  readonly received_on: Day;
  readonly settled_on: Day | null;
  readonly cause_id: number | null;
  readonly grouping: CauseGroup | null;
}

/** The days on which the client’s invoices were issued, each once, after `from` and up to `to`. */
function* issuedDays(read: Reader, clientId: number, from: Day, to: Day): Generator<void, readonly Day[]> {
  const issued: Day[] = [];
  yield* inPortions<{ readonly issued_on: Day }>(
    (after) =>
      read.all(
        `SELECT DISTINCT issued_on FROM invoice WHERE client_id = ?1 AND issued_on > ?2 AND issued_on <= ?3
         ORDER BY issued_on LIMIT ?4`,
        clientId,
        after?.issued_on ?? from,
        to,
        PORTION,
      ),
    (rows) => {
      for (const { issued_on } of rows) issued.push(issued_on);
    },
  );
  return issued;
}

/** Asks for the rows after the last one it has, until there are no more, and may be left for a moment after each. */
function* inPortions<Row>(
  ask: (after: Row | null) => readonly Row[],
  take: (rows: readonly Row[]) => void,
): Generator<void, void> {
  let last: Row | null = null;
  for (;;) {
    const rows: readonly Row[] = ask(last);
    take(rows);
    yield;
    if (rows.length < PORTION) return;
    last = rows.at(-1) ?? null;
  }
}
