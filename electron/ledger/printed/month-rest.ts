import type { Day } from '../../../shared/dates.ts';
import {
  type CauseSide,
  causeSides,
  type MonthPage,
  type MonthSpan,
  type Three,
} from '../../../shared/summaries/month.ts';
import { monthEnd, monthFirst } from '../../../shared/summaries/month-spans.ts';
import type { Reader } from '../handles.ts';
import { usualDaysToSettle } from '../overview/complaints.ts';
import { ofEach } from './month-payments.ts';

/** More than the page has room for. */
const SHOWN = 5;

export function complaintsOfMonths(read: Reader, spans: Three<MonthSpan | null>): MonthPage['complaints'] {
  const count = (sql: string) =>
    ofEach(spans, (span) => read.get<{ n: number }>(sql, span.from, span.to)?.n ?? 0);
  const side = (name: CauseSide) =>
    count(
      `SELECT count(*) AS n FROM complaint LEFT JOIN cause ON cause.id = complaint.cause_id
       WHERE received_on BETWEEN ? AND ? AND coalesce(cause.grouping, 'unknown') = '${name}'`,
    );
  return {
    received: count('SELECT count(*) AS n FROM complaint WHERE received_on BETWEEN ? AND ?'),
    settled: count('SELECT count(*) AS n FROM complaint WHERE settled_on BETWEEN ? AND ?'),
    open: ofEach(
      spans,
      ({ to }) =>
        read.get<{ n: number }>(
          'SELECT count(*) AS n FROM complaint WHERE received_on <= ?1 AND (settled_on IS NULL OR settled_on > ?1)',
          to,
        )?.n ?? 0,
    ),
    usualDays: ofEach(spans, ({ to }) => usualDaysToSettle(read, to)),
    sides: Object.fromEntries(causeSides.map((name) => [name, side(name)])) as Record<CauseSide, Three>,
  };
}

/** The last day of the month after that of `day`. */
function nextMonthEnd(day: Day): Day {
  const first = monthFirst(day, 1);
  return first === null ? day : monthEnd(first);
}

/** What stood as at `to` and asks to be looked at again until the end of the next month. */
export function reviewsAhead(read: Reader, to: Day): MonthPage['reviews'] {
  const rows = read.all<MonthPage['reviews']['first'][number]>(
    `SELECT due.kind, client.name, due."on" FROM (
       SELECT 'flag' AS kind, client_id, review_on AS "on" FROM red_flag
       WHERE raised_on <= ?1 AND (lifted_on IS NULL OR lifted_on > ?1) AND review_on <= ?2
       UNION ALL
       SELECT 'standing', client_id, review_on FROM standing_set
       WHERE set_on <= ?1 AND (ended_on IS NULL OR ended_on > ?1) AND review_on <= ?2
     ) due JOIN client ON client.id = due.client_id
     ORDER BY due."on", client.name COLLATE NOCASE, client.id, due.kind`,
    to,
    nextMonthEnd(to),
  );
  return { first: rows.slice(0, SHOWN), count: rows.length };
}

/** Lessons not done as at `to` that are due until the end of the next month. */
export function lessonsAhead(read: Reader, to: Day): MonthPage['lessons'] {
  const rows = read.all<MonthPage['lessons']['first'][number]>(
    `SELECT lesson, due_on AS dueOn FROM lesson
     WHERE learned_on <= ?1 AND (done_on IS NULL OR done_on > ?1) AND due_on <= ?2 ORDER BY due_on, id`,
    to,
    nextMonthEnd(to),
  );
  return { first: rows.slice(0, SHOWN), count: rows.length };
}
