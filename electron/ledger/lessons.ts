import type * as z from 'zod';
import type { Cause, CauseGroup } from '../../shared/complaints/complaint.ts';
import { type Day, windowStart } from '../../shared/dates.ts';
import type { Lesson, lessonEditInput, lessonInput } from '../../shared/lessons/lesson.ts';
import type { Occurrence } from '../../shared/lessons/occurrence.ts';
import { countByQuarter, lastQuarters } from '../../shared/lessons/quarters.ts';
import { recurrence } from '../../shared/lessons/recurrence.ts';
import { OwnerError } from '../../shared/result.ts';
import type { LessonLine, LessonsPage } from '../../shared/views/lessons.ts';
import { barsOf, newestDone, occurrencesOf } from './cause-bars.ts';
import { type Changed, change, insert, mustGet, update } from './change.ts';
import type { Reader, Value, Writer } from './handles.ts';
import type { Ledger } from './open.ts';

export { causeBars } from './cause-bars.ts';

type Fields = z.output<typeof lessonInput>;

/** Whose complaint taught it: the client the change is told of. */
function clientOf(read: Pick<Reader, 'get'>, complaintId: number | null): number | null {
  if (complaintId === null) return null;
  return mustGet<{ client_id: number }>(
    read,
    'complaint',
    'SELECT client_id FROM complaint WHERE id = ?',
    complaintId,
  ).client_id;
}

function refuse(write: Writer, fields: Fields, today: Day): void {
  for (const field of ['learnedOn', 'doneOn'] as const) {
    const day = fields[field];
    if (day !== null && day > today)
      throw new OwnerError('invalid', 'That day is still to come. Is the date right?', field);
  }
  if (fields.causeId !== null) mustGet(write, 'cause', 'SELECT id FROM cause WHERE id = ?', fields.causeId);
}

function asRow(write: Writer, fields: Fields): Record<string, Value> {
  const complaint =
    fields.complaintId === null
      ? undefined
      : write.get<{ cause_id: number | null }>(
          'SELECT cause_id FROM complaint WHERE id = ?',
          fields.complaintId,
        );
  return {
    complaint_id: fields.complaintId,
    // Kept only where it differs from its complaint's: a complaint whose cause is seen anew takes its lesson along.
    cause_id: fields.causeId === complaint?.cause_id ? null : fields.causeId,
    learned_on: fields.learnedOn,
    lesson: fields.lesson,
    changes: fields.changes,
    who: fields.who,
    due_on: fields.dueOn,
    done_on: fields.doneOn,
  };
}

export function addLesson(ledger: Ledger, input: Fields, today: Day): Changed<number> {
  const clientId = clientOf(ledger.read, input.complaintId);
  return change(ledger, { kind: 'lesson.add', label: 'Lesson written down', clientId }, (write) => {
    refuse(write, input, today);
    return insert(write, 'lesson', asRow(write, input));
  });
}

export function editLesson(
  ledger: Ledger,
  input: z.output<typeof lessonEditInput>,
  today: Day,
): Changed<number> {
  const { id, ...fields } = input;
  const before = mustGet<{ done_on: Day | null }>(
    ledger.read,
    'lesson',
    'SELECT done_on FROM lesson WHERE id = ?',
    id,
  );
  let label = 'Changed a lesson';
  if (before.done_on === null && fields.doneOn !== null) label = 'Lesson done';
  if (before.done_on !== null && fields.doneOn === null) label = 'Lesson to be done again';
  const clientId = clientOf(ledger.read, fields.complaintId);
  return change(ledger, { kind: 'lesson.edit', label, clientId }, (write) => {
    refuse(write, fields, today);
    update(write, 'lesson', id, asRow(write, fields));
    return id;
  });
}

export function removeLesson(ledger: Ledger, { id }: { id: number }): Changed<number> {
  const { complaint_id } = mustGet<{ complaint_id: number | null }>(
    ledger.read,
    'lesson',
    'SELECT complaint_id FROM lesson WHERE id = ?',
    id,
  );
  const clientId = clientOf(ledger.read, complaint_id);
  return change(ledger, { kind: 'lesson.remove', label: 'Removed a lesson', clientId }, (write) => {
    write.run('DELETE FROM lesson WHERE id = ?', id);
    return id;
  });
}

interface Row {
  readonly id: number;
  readonly complaint_id: number | null;
  readonly client_id: number | null;
  readonly client_name: string | null;
  readonly title: string | null;
  readonly words: string | null;
  readonly cause_id: number | null;
  readonly cause_name: string | null;
  readonly grouping: CauseGroup | null;
  readonly own: number | null;
  readonly learned_on: Day;
  readonly lesson: string;
  readonly changes: string | null;
  readonly who: string | null;
  readonly due_on: Day | null;
  readonly done_on: Day | null;
}

/** A lesson without a cause of its own has its complaint's. */
const LESSONS = `
  SELECT lesson.*, complaint.client_id, client.name AS client_name, complaint.title, substr(complaint.words, 1, 80) AS words,
         cause.id AS cause_id, cause.name AS cause_name, cause.grouping, cause.own
  FROM lesson LEFT JOIN complaint ON complaint.id = lesson.complaint_id
       LEFT JOIN client ON client.id = complaint.client_id
       LEFT JOIN cause ON cause.id = coalesce(lesson.cause_id, complaint.cause_id)`;

function causeOf(row: Row): Cause | null {
  if (row.cause_id === null || row.cause_name === null || row.grouping === null) return null;
  return { id: row.cause_id, name: row.cause_name, group: row.grouping, own: row.own === 1 };
}

/** Title, else the first words; null where there is neither. */
function titleOf({ title, words }: Row): string | null {
  if (title !== null || words === null || words === '') return title;
  return words.length > 60 ? `${words.slice(0, 57).trimEnd()}…` : words;
}

function lessonOf(row: Row): Lesson {
  return {
    id: row.id,
    complaintId: row.complaint_id,
    clientId: row.client_id,
    clientName: row.client_name,
    complaintTitle: titleOf(row),
    cause: causeOf(row),
    learnedOn: row.learned_on,
    lesson: row.lesson,
    changes: row.changes,
    who: row.who,
    dueOn: row.due_on,
    doneOn: row.done_on,
  };
}

/** What was learned from one client's complaints, newest first. */
export function lessonsOf(read: Reader, clientId: number): Lesson[] {
  return read
    .all<Row>(
      `${LESSONS} WHERE complaint.client_id = ? ORDER BY lesson.learned_on DESC, lesson.id DESC`,
      clientId,
    )
    .map(lessonOf);
}

/** Every lesson: to be done first, the earliest due first and those without a day last; then done, newest first. */
function allLessons(read: Reader): Lesson[] {
  return read
    .all<Row>(
      `${LESSONS} ORDER BY lesson.done_on IS NOT NULL, lesson.done_on DESC, lesson.due_on NULLS LAST, lesson.id`,
    )
    .map(lessonOf);
}

/** The first day on which the ledger notes anything of complaints, and the first on which it notes a cause. */
function firstDays(read: Reader): { complaint: Day | null; cause: Day | null } {
  const row = read.get<{ complaint: Day | null; cause: Day | null }>(
    `SELECT (SELECT min(received_on) FROM complaint) AS complaint,
            (SELECT received_on FROM complaint WHERE cause_id IS NOT NULL ORDER BY received_on LIMIT 1) AS cause`,
  );
  return row ?? { complaint: null, cause: null };
}

function notNotedImported(read: Reader, from: Day, to: Day): number {
  return (
    read.get<{ count: number }>(
      `SELECT count(*) AS count FROM complaint
       WHERE received_on BETWEEN ? AND ? AND cause_id IS NULL AND date_assumed = 1`,
      from,
      to,
    )?.count ?? 0
  );
}

const YEAR_ONE: Day = '1900-01-01';

/** Causes over all clients, by frequency and by quarter, and every lesson with what came after it. */
export function lessonsPage(ledger: Ledger, today: Day): LessonsPage {
  const { read } = ledger;
  const from12 = windowStart(today, 12);
  const first = firstDays(read);
  const done = newestDone(read, today);
  // All of them: a lesson may have been done in any year, and one row is a day's complaints of a cause.
  const occurrences = occurrencesOf(read, YEAR_ONE, today);
  const quarters = countByQuarter(lastQuarters(first.complaint, today), occurrences, done);
  const seen = quarters.flatMap(({ counts }) => counts.flatMap(({ causeId }) => causeId ?? []));
  const causes = barsOf(read, occurrences, done, today, new Set([...seen, ...done.keys()]));
  return {
    asOf: today,
    from12,
    causes,
    complaints12: causes.reduce((sum, { count }) => sum + count, 0),
    notNotedImported: notNotedImported(read, from12, today),
    quarters,
    lessons: allLessons(read).map((lesson) => lessonLine(lesson, occurrences, first.cause, today)),
  };
}

function lessonLine(
  lesson: Lesson,
  occurrences: readonly Occurrence[],
  notedFrom: Day | null,
  today: Day,
): LessonLine {
  const { cause, doneOn, dueOn } = lesson;
  return {
    ...lesson,
    after:
      doneOn === null || cause === null ? null : recurrence(occurrences, cause.id, doneOn, today, notedFrom),
    overdue: doneOn === null && dueOn !== null && dueOn < today,
  };
}
