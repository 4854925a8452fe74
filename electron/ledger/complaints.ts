import type * as z from 'zod';
import { elapsed } from '../../shared/complaints/clocks.ts';
import type {
  Cause,
  CauseGroup,
  Channel,
  ComplaintLine,
  causeInput,
  complaintEditInput,
  complaintInput,
  Fault,
  judgeInput,
  Severity,
} from '../../shared/complaints/complaint.ts';
import { type Day, daysBetween } from '../../shared/dates.ts';
import { OwnerError } from '../../shared/result.ts';
import { type Changed, change, insert, mustGet, update } from './change.ts';
import type { Reader, Value, Writer } from './handles.ts';
import { nameOf } from './labels.ts';
import type { Ledger } from './open.ts';

export function listCauses(read: Reader): Cause[] {
  return read
    .all<{ id: number; name: string; grouping: CauseGroup; own: number }>(
      `SELECT id, name, grouping, own FROM cause
       ORDER BY CASE grouping WHEN 'inside' THEN 0 WHEN 'outside' THEN 1 WHEN 'between' THEN 2 ELSE 3 END, id`,
    )
    .map((row) => ({ id: row.id, name: row.name, group: row.grouping, own: row.own === 1 }));
}

export function addCause(ledger: Ledger, input: z.output<typeof causeInput>): Changed<number> {
  return change(
    ledger,
    { kind: 'cause.add', label: `New cause “${input.name}”`, clientId: null },
    (write) => {
      if (write.get('SELECT id FROM cause WHERE name = ?', input.name)) {
        throw new OwnerError('conflict', 'There is a cause of this name already.', 'name');
      }
      return insert(write, 'cause', { name: input.name, grouping: input.group, own: 1 });
    },
  );
}

export function listListeners(read: Reader): string[] {
  return read
    .all<{ listener: string }>(
      `SELECT listener FROM complaint WHERE listener IS NOT NULL GROUP BY listener ORDER BY max(received_on) DESC LIMIT 12`,
    )
    .map((row) => row.listener);
}

type Fields = Omit<z.output<typeof complaintEditInput>, 'id'>;

function asRow(fields: Fields): Record<string, Value> {
  return {
    invoice_id: fields.invoiceId,
    received_on: fields.receivedOn,
    received_time: fields.receivedTime,
    title: fields.title,
    words: fields.words,
    wants: fields.wants,
    we_want: fields.weWant,
    listener: fields.listener,
    channel: fields.channel,
    severity: fields.severity,
    cause_id: fields.causeId,
    fault: fields.fault,
    redo_asked: fields.redoAsked ? 1 : 0,
    money_asked: fields.moneyAsked ? 1 : 0,
    replied_on: fields.repliedOn,
    replied_time: fields.repliedTime,
    settled_on: fields.settledOn,
    outcome: fields.outcome,
    review_posted: fields.reviewPosted ? 1 : 0,
    review_where: fields.reviewWhere,
    review_answer: fields.reviewAnswer,
  };
}

function refuse(write: Writer, clientId: number, fields: Fields, today: Day): void {
  for (const field of ['receivedOn', 'repliedOn', 'settledOn'] as const) {
    const day = fields[field];
    if (day !== null && day > today)
      throw new OwnerError('invalid', 'That day is still to come. Is the date right?', field);
  }
  if (fields.invoiceId !== null) {
    const invoice = mustGet<{ client_id: number }>(
      write,
      'invoice',
      'SELECT client_id FROM invoice WHERE id = ?',
      fields.invoiceId,
    );
    if (invoice.client_id !== clientId)
      throw new OwnerError('invalid', 'That invoice belongs to another client.', 'invoiceId');
  }
  if (fields.causeId !== null) mustGet(write, 'cause', 'SELECT id FROM cause WHERE id = ?', fields.causeId);
}

export function addComplaint(
  ledger: Ledger,
  input: z.output<typeof complaintInput>,
  today: Day,
): Changed<number> {
  const { clientId, ...fields } = input;
  const label = `Complaint from ${nameOf(ledger.read, clientId)} logged`;
  return change(ledger, { kind: 'complaint.add', label, clientId }, (write) => {
    mustGet(write, 'client', 'SELECT id FROM client WHERE id = ?', clientId);
    refuse(write, clientId, fields, today);
    return insert(write, 'complaint', { client_id: clientId, ...asRow(fields) });
  });
}

export function editComplaint(
  ledger: Ledger,
  input: z.output<typeof complaintEditInput>,
  today: Day,
): Changed<number> {
  const { id, ...fields } = input;
  const before = mustGet<{ client_id: number; settled_on: Day | null; received_on: Day }>(
    ledger.read,
    'complaint',
    'SELECT client_id, settled_on, received_on FROM complaint WHERE id = ?',
    id,
  );
  const name = nameOf(ledger.read, before.client_id);
  const label =
    before.settled_on === null && fields.settledOn !== null
      ? `Complaint from ${name} settled`
      : `Changed a complaint from ${name}`;
  return change(ledger, { kind: 'complaint.edit', label, clientId: before.client_id }, (write) => {
    refuse(write, before.client_id, fields, today);
    // A day the owner changes is no longer one that an import assumed.
    const assumed = before.received_on === fields.receivedOn ? {} : { date_assumed: 0 };
    update(write, 'complaint', id, { ...asRow(fields), ...assumed });
    return id;
  });
}

/** Answers to the desk's questions: a field left out stays as it is. A broken boundary becomes a note on the complaint. */
export function judgeComplaint(
  ledger: Ledger,
  input: z.output<typeof judgeInput>,
  today: Day,
): Changed<number> {
  const { id, boundary, ...given } = input;
  const { clientId, line } = complaintOf(ledger.read, id, today);
  const fields = { ...line, causeId: line.cause?.id ?? null, ...defined(given) };
  refuseDisorder(fields);
  const label = labelOf(input, line, nameOf(ledger.read, clientId));
  return change(ledger, { kind: 'complaint.judge', label, clientId }, (write) => {
    refuse(write, clientId, fields, today);
    update(write, 'complaint', id, {
      ...asRow(fields),
      can_put_right: fields.canPutRight === null ? null : fields.canPutRight ? 1 : 0,
      of_no_use: fields.ofNoUse ? 1 : 0,
      still_unhappy: fields.stillUnhappy ? 1 : 0,
      lost_time: fields.lostTime ? 1 : 0,
      claim_note: fields.claimNote,
    });
    if (boundary != null) {
      insert(write, 'note', {
        client_id: clientId,
        complaint_id: id,
        kind: 'boundary broken',
        noted_on: today,
        words: boundary,
      });
    }
    return id;
  });
}

/** What was really given: a key that holds undefined is one left out. */
function defined<T extends object>(given: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };
}

/** The order that the form's own rules keep, where only one of the two days is given. */
function refuseDisorder(fields: Fields): void {
  const { receivedOn, receivedTime, repliedOn, repliedTime, settledOn } = fields;
  if (repliedOn !== null && repliedOn < receivedOn)
    throw new OwnerError('invalid', 'The reply is before the complaint.', 'repliedOn');
  if (repliedOn === null && repliedTime !== null)
    throw new OwnerError('invalid', 'Give the day of the reply too.', 'repliedOn');
  if (repliedOn === receivedOn && receivedTime !== null && repliedTime !== null && repliedTime < receivedTime)
    throw new OwnerError('invalid', 'The reply is before the complaint.', 'repliedTime');
  if (settledOn !== null && settledOn < receivedOn)
    throw new OwnerError('invalid', 'It can’t be settled before it was received.', 'settledOn');
}

function labelOf(input: z.output<typeof judgeInput>, before: ComplaintLine, name: string): string {
  if (input.settledOn != null && before.settledOn === null) return `Complaint from ${name} settled`;
  if (input.repliedOn != null && before.repliedOn === null) return `Reply to ${name} noted`;
  if (input.boundary != null) return `Broken boundary with ${name} noted`;
  if (input.claimNote != null) return `Claim noted on a complaint from ${name}`;
  return `Judged a complaint from ${name}`;
}

interface Row {
  readonly id: number;
  readonly client_id: number;
  readonly invoice_id: number | null;
  readonly invoice_number: string | null;
  readonly received_on: Day;
  readonly received_time: string | null;
  readonly date_assumed: number;
  readonly title: string | null;
  readonly words: string;
  readonly wants: string | null;
  readonly we_want: string | null;
  readonly listener: string | null;
  readonly channel: Channel;
  readonly severity: Severity | null;
  readonly cause_id: number | null;
  readonly cause_name: string | null;
  readonly grouping: CauseGroup | null;
  readonly own: number | null;
  readonly fault: Fault | null;
  readonly redo_asked: number;
  readonly money_asked: number;
  readonly can_put_right: number | null;
  readonly of_no_use: number;
  readonly still_unhappy: number;
  readonly lost_time: number;
  readonly claim_note: string | null;
  readonly boundary_broken: number;
  readonly replied_on: Day | null;
  readonly replied_time: string | null;
  readonly settled_on: Day | null;
  readonly outcome: string | null;
  readonly review_posted: number;
  readonly review_where: string | null;
  readonly review_answer: string | null;
  readonly redo_minutes: number;
  readonly import_id: number | null;
}

const COMPLAINTS = `
  SELECT complaint.*, cause.name AS cause_name, cause.grouping, cause.own, invoice.number AS invoice_number,
         coalesce((SELECT sum(redo_minutes) FROM decision WHERE complaint_id = complaint.id), 0)
           + coalesce((SELECT sum(minutes) FROM hours WHERE complaint_id = complaint.id AND kind = 'redo'), 0) AS redo_minutes,
         EXISTS (SELECT 1 FROM note WHERE note.complaint_id = complaint.id AND note.kind = 'boundary broken') AS boundary_broken
  FROM complaint LEFT JOIN cause ON cause.id = complaint.cause_id LEFT JOIN invoice ON invoice.id = complaint.invoice_id`;

/** A client's complaints: open ones first, then newest first. */
export function complaintsOf(read: Reader, clientId: number, asOf: Day): ComplaintLine[] {
  return read
    .all<Row>(
      `${COMPLAINTS} WHERE complaint.client_id = ?
       ORDER BY complaint.settled_on IS NOT NULL, complaint.received_on DESC, complaint.id DESC`,
      clientId,
    )
    .map((row) => complaintLine(row, asOf));
}

/** One complaint, with whose it is. Throws OwnerError('notFound'). */
export function complaintOf(read: Reader, id: number, asOf: Day): { clientId: number; line: ComplaintLine } {
  const row = mustGet<Row>(read, 'complaint', `${COMPLAINTS} WHERE complaint.id = ?`, id);
  return { clientId: row.client_id, line: complaintLine(row, asOf) };
}

function complaintLine(row: Row, asOf: Day): ComplaintLine {
  return {
    id: row.id,
    invoiceId: row.invoice_id,
    invoiceNumber: row.invoice_number,
    receivedOn: row.received_on,
    receivedTime: row.received_time,
    dateAssumed: row.date_assumed === 1,
    title: row.title,
    words: row.words,
    wants: row.wants,
    weWant: row.we_want,
    listener: row.listener,
    channel: row.channel,
    severity: row.severity,
    cause:
      row.cause_id === null || row.cause_name === null || row.grouping === null
        ? null
        : { id: row.cause_id, name: row.cause_name, group: row.grouping, own: row.own === 1 },
    fault: row.fault,
    redoAsked: row.redo_asked === 1,
    moneyAsked: row.money_asked === 1,
    canPutRight: row.can_put_right === null ? null : row.can_put_right === 1,
    ofNoUse: row.of_no_use === 1,
    stillUnhappy: row.still_unhappy === 1,
    lostTime: row.lost_time === 1,
    claimNote: row.claim_note,
    boundaryBroken: row.boundary_broken === 1,
    repliedOn: row.replied_on,
    repliedTime: row.replied_time,
    settledOn: row.settled_on,
    outcome: row.outcome,
    reviewPosted: row.review_posted === 1,
    reviewWhere: row.review_where,
    reviewAnswer: row.review_answer,
    redoMinutes: row.redo_minutes,
    firstReplyAfter:
      row.replied_on === null
        ? null
        : elapsed(row.received_on, row.received_time, row.replied_on, row.replied_time),
    daysOpen: daysBetween(row.received_on, row.settled_on ?? asOf),
    imported: row.import_id !== null,
  };
}
