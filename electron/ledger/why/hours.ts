import { plural } from '../../../shared/complaints/clocks.ts';
import type { Day } from '../../../shared/dates.ts';
import type { Minor } from '../../../shared/money.ts';
import { type HoursKind, showMinutes } from '../../../shared/notes/note.ts';
import { costOfMinutes } from '../../../shared/standing/cost-to-keep.ts';
import type { WhyRow } from '../../../shared/views/why.ts';
import type { Reader } from '../handles.ts';
import { day, left, money, right, text } from './evidence.ts';

export const hoursColumns = [left('day'), left('what'), right('hours'), right('cost')];

/** “3 hours”, “0:45 hours”, “no hours”. */
export function hoursWords(minutes: number): string {
  if (minutes === 0) return 'no hours';
  return minutes % 60 === 0 ? plural(minutes / 60, 'hour') : `${showMinutes(minutes)} hours`;
}

interface Row {
  readonly on: Day;
  readonly kind: HoursKind;
  readonly minutes: number;
  readonly rate: Minor;
  readonly what: string | null;
  readonly complaint: number | null;
  readonly decision: number | null;
}

/** The hours of a client inside `from`…`to`, noted ones and those of put rights, newest first; null: of every kind. */
export function hourRows(
  read: Reader,
  clientId: number,
  from: Day,
  to: Day,
  kind: HoursKind | null,
): WhyRow[] {
  const rows = read.all<Row>(
    `SELECT worked_on AS "on", kind, minutes, hourly_cost_minor AS rate, what, complaint_id AS complaint,
            NULL AS decision
     FROM hours WHERE client_id = ?1 AND worked_on BETWEEN ?2 AND ?3
     UNION ALL
     SELECT decided_on, 'redo', redo_minutes, hourly_cost_minor, coalesce(what, reason), complaint_id, id
     FROM decision WHERE client_id = ?1 AND decided_on BETWEEN ?2 AND ?3 AND redo_minutes > 0
     ORDER BY 1 DESC`,
    clientId,
    from,
    to,
  );
  return rows
    .filter((row) => kind === null || row.kind === kind)
    .map((row) => ({
      to:
        row.decision !== null
          ? { kind: 'decision', id: row.decision, clientId }
          : row.complaint !== null
            ? { kind: 'complaint', id: row.complaint, clientId }
            : null,
      cells: [
        day(row.on),
        text(row.what ?? row.kind),
        text(showMinutes(row.minutes)),
        money(costOfMinutes(row.minutes, row.rate)),
      ],
      ...(row.decision === null ? {} : { mark: 'put right' }),
    }));
}
