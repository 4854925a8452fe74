import { addDays, type Day, windowStart } from '../../shared/dates.ts';
import { countBetween, type Occurrence } from '../../shared/lessons/occurrence.ts';
import { pareto } from '../../shared/lessons/pareto.ts';
import type { CauseBar } from '../../shared/views/lessons.ts';
import { listCauses } from './complaints.ts';
import type { Reader } from './handles.ts';

/** The day on which the newest lesson on each cause was done, by the cause's id. */
export function newestDone(read: Reader, today: Day): Map<number, Day> {
  const rows = read.all<{ causeId: number; on: Day }>(
    `SELECT coalesce(lesson.cause_id, complaint.cause_id) AS causeId, max(done_on) AS "on"
     FROM lesson LEFT JOIN complaint ON complaint.id = lesson.complaint_id
     WHERE done_on <= ? AND coalesce(lesson.cause_id, complaint.cause_id) IS NOT NULL GROUP BY causeId`,
    today,
  );
  return new Map(rows.map(({ causeId, on }) => [causeId, on]));
}

/** Complaints received in `from`…`to`, counted by day and cause. */
export function occurrencesOf(read: Reader, from: Day, to: Day): Occurrence[] {
  return read.all<Occurrence>(
    `SELECT received_on AS "on", cause_id AS causeId, count(*) AS count FROM complaint
     WHERE received_on BETWEEN ? AND ? GROUP BY received_on, cause_id`,
    from,
    to,
  );
}

/** Causes of the last 12 months in Pareto order; `also`: causes to show even if none came in 12 months. */
export function barsOf(
  read: Reader,
  occurrences: readonly Occurrence[],
  done: ReadonlyMap<number, Day>,
  today: Day,
  also: ReadonlySet<number>,
): CauseBar[] {
  const from12 = windowStart(today, 12);
  const rows = [...listCauses(read), null].map((cause) => {
    const doneOn = cause === null ? undefined : done.get(cause.id);
    return {
      cause,
      count: countBetween(occurrences, cause?.id ?? null, from12, today),
      sinceLesson:
        cause === null || doneOn === undefined
          ? null
          : { on: doneOn, count: countBetween(occurrences, cause.id, addDays(doneOn, 1), today) },
    };
  });
  return pareto(rows.filter(({ cause, count }) => count > 0 || (cause !== null && also.has(cause.id))));
}

/** What complaints of the last 12 months were about, over all clients, most frequent first. */
export function causeBars(read: Reader, today: Day): CauseBar[] {
  const done = newestDone(read, today);
  const from = [windowStart(today, 12), ...done.values()].sort()[0] ?? today;
  return barsOf(read, occurrencesOf(read, from, today), done, today, new Set());
}
