import { addDays, type Day } from '../../../shared/dates.ts';
import type { ReviewLine } from '../../../shared/views/overview.ts';
import type { Reader } from '../handles.ts';

/** Days ahead from which a review is worth a line. */
const SOON = 7;
/** A parting begun this many days ago and not finished hangs in the air, for the client too. */
const LONG_BEGUN = 14;

/** Red flags and standings whose review has come or comes within a week, and partings begun long ago; the oldest first. */
export function reviewsDue(read: Reader, today: Day): ReviewLine[] {
  return read
    .all<ReviewLine>(
      `SELECT due.kind, due.client_id AS clientId, client.name, due.standing, due."on" FROM (
         SELECT 'flag' AS kind, client_id, NULL AS standing, review_on AS "on" FROM red_flag
         WHERE lifted_on IS NULL AND review_on <= ?1
         UNION ALL
         SELECT 'standing', client_id, standing, review_on FROM standing_set WHERE ended_on IS NULL AND review_on <= ?1
         UNION ALL
         SELECT 'parting', client_id, NULL, begun_on FROM parting
         WHERE finished_on IS NULL AND stopped_on IS NULL AND begun_on <= ?2
       ) due JOIN client ON client.id = due.client_id
       ORDER BY client.name COLLATE NOCASE, client.id, due.kind`,
      addDays(today, SOON),
      addDays(today, -LONG_BEGUN),
    )
    .map((line) => (line.kind === 'parting' ? { ...line, on: addDays(line.on, LONG_BEGUN) } : line))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
