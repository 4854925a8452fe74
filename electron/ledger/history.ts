import type * as z from 'zod';
import { addDaysHeld, type Day, dayBegins } from '../../shared/dates.ts';
import { historyKindOf } from '../../shared/history/kinds.ts';
import type {
  ChangeState,
  HistoryKind,
  HistoryLine,
  HistoryPage,
  historyInput,
} from '../../shared/views/history.ts';
import type { Reader, Value } from './handles.ts';
import { ROWS_OF_CHANGE } from './undo.ts';

/** Lines asked for at a turn: more than a tall window shows. */
const PAGE = 100;

interface LineRow {
  readonly id: number;
  readonly at: string;
  readonly kind: string;
  readonly label: string;
  readonly client_id: number | null;
  readonly client_name: string | null;
  readonly undone_by: number | null;
  readonly undone_at: string | null;
  readonly emptied: number;
  readonly rows: number;
}

const LINES = `
  SELECT c.id, c.at, c.kind, c.label, c.client_id, client.name AS client_name, c.undone_by, c.emptied,
         (SELECT at FROM change WHERE id = c.undone_by) AS undone_at, ${ROWS_OF_CHANGE} AS rows
  FROM change c LEFT JOIN client ON client.id = c.client_id`;

function lineOf(row: LineRow): HistoryLine {
  return {
    id: row.id,
    at: row.at,
    kind: historyKindOf(row.kind),
    label: row.label,
    clientId: row.client_id,
    clientName: row.client_name,
    state: stateOf(row),
    undoneAt: row.undone_at,
    rows: row.rows,
  };
}

function stateOf({ kind, emptied, undone_by }: LineRow): ChangeState {
  if (emptied === 1) return 'emptied';
  if (kind === 'undo' || kind === 'redo') return kind;
  return undone_by === null ? 'in force' : 'undone';
}

/** One change as the history lists it; undefined: there is none. */
export function historyLine(read: Reader, changeId: number): HistoryLine | undefined {
  const row = read.get<LineRow>(`${LINES} WHERE c.id = ?`, changeId);
  return row === undefined ? undefined : lineOf(row);
}

/** What was done, newest first, a page at a time. Changes that changed nothing are left out. */
export function historyPage(read: Reader, input: z.output<typeof historyInput>): HistoryPage {
  const where: string[] = ["(c.last_row >= c.first_row OR c.kind = 'bin.empty')"];
  const values: Value[] = [];
  const add = (sql: string, ...more: Value[]) => {
    where.push(sql);
    values.push(...more);
  };
  if (input.before !== null) add('c.id < ?', input.before);
  if (input.clientId !== null) add(`c.id IN (${OF_CLIENT})`, input.clientId, input.clientId);
  // With a plus no index is used: all of a common kind would be sorted for the newest hundred of them.
  if (input.kind !== 'all') add('+c.kind IN (SELECT value FROM json_each(?))', kindsOf(read, input.kind));
  if (input.from !== null) add('c.at >= ?', instant(input.from));
  if (input.to !== null) add('c.at < ?', instant(addDaysHeld(input.to, 1)));
  const rows = read.all<LineRow>(
    `${LINES} WHERE ${where.join(' AND ')} ORDER BY c.id DESC LIMIT ${PAGE + 1}`,
    ...values,
  );
  const lines = rows.slice(0, PAGE).map(lineOf);
  const client =
    input.clientId === null
      ? undefined
      : read.get<{ id: number; name: string }>('SELECT id, name FROM client WHERE id = ?', input.clientId);
  return { client: client ?? null, lines, next: rows.length > PAGE ? (lines.at(-1)?.id ?? null) : null };
}

/** The client's own changes, and imports that brought them invoices. */
const OF_CLIENT = `
  SELECT id FROM change WHERE client_id = ?
  UNION SELECT change_id FROM import WHERE id IN (SELECT import_id FROM invoice WHERE client_id = ?)`;

/** The ledger's kinds of change that the history files under one of its own, as JSON. */
function kindsOf(read: Reader, wanted: HistoryKind): string {
  const kinds = read.all<{ kind: string }>('SELECT DISTINCT kind FROM change').map(({ kind }) => kind);
  return JSON.stringify(kinds.filter((kind) => historyKindOf(kind) === wanted));
}

const instant = (day: Day): string => dayBegins(day).toISOString();
