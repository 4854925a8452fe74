import { plural } from '../../../shared/complaints/clocks.ts';
import { type Fault, faultLabels } from '../../../shared/complaints/complaint.ts';
import { type Day, daysBetween, showDay } from '../../../shared/dates.ts';
import type { Why, WhyQuery } from '../../../shared/views/why.ts';
import { newestDone } from '../cause-bars.ts';
import { mustGet } from '../change.ts';
import type { Reader } from '../handles.ts';
import type { Ledger } from '../open.ts';
import { day, left, MOST, number, right, text, why } from './evidence.ts';

type Query = Extract<WhyQuery, { of: 'cause' }>;

interface Row {
  readonly id: number;
  readonly client_id: number;
  readonly client_name: string;
  readonly received_on: Day;
  readonly settled_on: Day | null;
  readonly title: string | null;
  readonly words: string;
  readonly fault: Fault | null;
  readonly date_assumed: number;
}

/** The complaints of one cause over all clients, newest first; their number may be larger than what is listed. */
export function whyCause(ledger: Ledger, query: Query, today: Day): Why {
  const { read } = ledger;
  const { causeId, from } = query;
  const to = query.to < today ? query.to : today;
  const where = 'WHERE complaint.received_on BETWEEN ?1 AND ?2 AND complaint.cause_id IS ?3';
  const counted = read.get<{ all: number; assumed: number }>(
    `SELECT count(*) AS "all", count(*) FILTER (WHERE date_assumed = 1) AS assumed FROM complaint ${where}`,
    from,
    to,
    causeId,
  );
  const { all, assumed } = counted ?? { all: 0, assumed: 0 };
  const rows = read.all<Row>(
    `SELECT complaint.id, complaint.client_id, client.name AS client_name, received_on, settled_on, title,
            substr(words, 1, 80) AS words, fault, date_assumed
     FROM complaint JOIN client ON client.id = complaint.client_id ${where}
     ORDER BY complaint.received_on DESC, complaint.id DESC LIMIT ?4`,
    from,
    to,
    causeId,
    MOST,
  );
  const panel = why({
    title: causeId === null ? 'Cause not noted' : titleOf(read, causeId),
    figure: plural(all, 'complaint'),
    explanation: explanation(read, query, to, assumed, today),
    columns: [left('client'), left('what they said'), right('received'), left('fault'), right('open for')],
    rows: rows.map((row) => ({
      to: { kind: 'complaint' as const, id: row.id, clientId: row.client_id },
      cells: [
        text(row.client_name),
        text(row.title ?? (row.words.length > 60 ? `${row.words.slice(0, 57)}…` : row.words)),
        day(row.received_on),
        text(row.fault === null ? 'not known yet' : faultLabels[row.fault]),
        openFor(row, today),
      ],
      ...markOf(row),
    })),
  });
  return { ...panel, rowCount: all };
}

function titleOf(read: Reader, causeId: number): string {
  const { name } = mustGet<{ name: string }>(read, 'cause', 'SELECT name FROM cause WHERE id = ?', causeId);
  return `Cause: ${name}`;
}

function explanation(read: Reader, query: Query, to: Day, assumed: number, today: Day): string[] {
  const { causeId, from } = query;
  const lines = [`Complaints of all clients, received ${showDay(from)} to ${showDay(to)}.`];
  if (causeId === null) {
    lines.push(
      'Nobody wrote down what went wrong. Where you know it, open the complaint and name the cause.',
    );
  }
  if (assumed > 0) {
    const came = assumed === 1 ? 'One of them came' : `${assumed} of them came`;
    lines.push(`${came} by an import that knew no day: the day of the invoice stands for it.`);
  }
  const done = causeId === null ? undefined : newestDone(read, today).get(causeId);
  if (done !== undefined) lines.push(`The newest lesson on this cause was done on ${showDay(done)}.`);
  return lines;
}

function openFor(row: Row, today: Day) {
  const days = Math.max(0, daysBetween(row.received_on, row.settled_on ?? today));
  return number(days, days === 1 ? 'day' : 'days');
}

function markOf(row: Row): { mark?: string } {
  const marks = [
    ...(row.settled_on === null ? ['open'] : []),
    ...(row.date_assumed === 1 ? ['day taken from the invoice'] : []),
  ];
  return marks.length > 0 ? { mark: marks.join(', ') } : {};
}
