import { addDays, type Day, daysBetween, windowStart } from '../../../shared/dates.ts';
import type { CauseBar } from '../../../shared/views/lessons.ts';
import type { Overview } from '../../../shared/views/overview.ts';
import { causeBars } from '../cause-bars.ts';
import { waitingOn } from '../desk-queue.ts';
import type { Reader } from '../handles.ts';

const SHOWN = 6;
/** Days ahead from which a lesson to be done is worth a line. */
const SOON = 7;

type Complaints = Pick<
  Overview,
  | 'waiting'
  | 'waitingCount'
  | 'unanswered'
  | 'pastLimit'
  | 'settleLimit'
  | 'complaints12'
  | 'usualDaysToSettle'
  | 'causes'
  | 'lessonsDue'
  | 'causeWithoutLesson'
>;

/** What waits, what it mostly was about, and which lessons ask to be done. */
export function complaintsNow(
  read: Reader,
  today: Day,
  now: string | null,
  settleLimit: number | null,
): Complaints {
  const counts = read.get<{ waiting: number; unanswered: number; pastLimit: number }>(
    `SELECT count(*) AS waiting, count(*) FILTER (WHERE replied_on IS NULL) AS unanswered,
       count(*) FILTER (WHERE received_on < ?) AS pastLimit
     FROM complaint WHERE settled_on IS NULL`,
    // Without a limit none is past it: no day lies before the first.
    settleLimit === null ? '' : addDays(today, -settleLimit),
  );
  const causes = causeBars(read, today);
  return {
    waiting: waitingOn(read, today, now, SHOWN),
    waitingCount: counts?.waiting ?? 0,
    unanswered: counts?.unanswered ?? 0,
    pastLimit: counts?.pastLimit ?? 0,
    settleLimit,
    complaints12: causes.reduce((sum, { count }) => sum + count, 0),
    usualDaysToSettle: usualDaysToSettle(read, today),
    causes,
    lessonsDue: read.all<Overview['lessonsDue'][number]>(
      `SELECT id, lesson, due_on AS dueOn FROM lesson WHERE done_on IS NULL AND due_on <= ?
       ORDER BY due_on, id`,
      addDays(today, SOON),
    ),
    causeWithoutLesson: withoutLesson(read, causes),
  };
}

/**
 * Within how many days half of the complaints settled in 12 months were settled. One whose day was taken from an
 * invoice says nothing of how long it took.
 */
export function usualDaysToSettle(read: Reader, today: Day): number | null {
  const days = read
    .all<{ from: Day; to: Day }>(
      `SELECT received_on AS "from", settled_on AS "to" FROM complaint
       WHERE settled_on BETWEEN ? AND ? AND date_assumed = 0`,
      windowStart(today, 12),
      today,
    )
    .map(({ from, to }) => daysBetween(from, to))
    .sort((a, b) => a - b);
  return days[Math.ceil(days.length / 2) - 1] ?? null;
}

function withoutLesson(read: Reader, causes: readonly CauseBar[]): Overview['causeWithoutLesson'] {
  const taught = new Set(
    read
      .all<{ id: number | null }>(
        `SELECT DISTINCT coalesce(lesson.cause_id, complaint.cause_id) AS id
         FROM lesson LEFT JOIN complaint ON complaint.id = lesson.complaint_id`,
      )
      .map(({ id }) => id),
  );
  for (const { cause } of causes)
    if (cause !== null && !taught.has(cause.id)) return { causeId: cause.id, name: cause.name };
  return null;
}
