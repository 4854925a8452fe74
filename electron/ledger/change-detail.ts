import { type Day, isDay, showDay } from '../../shared/dates.ts';
import { entities, type FieldType } from '../../shared/history/fields.ts';
import { showMinutes } from '../../shared/notes/note.ts';
import { OwnerError } from '../../shared/result.ts';
import type { ChangeDetail, HistoryLine, RowChange } from '../../shared/views/history.ts';
import type { Reader, Value } from './handles.ts';
import { historyLine } from './history.ts';
import { moneyOf } from './labels.ts';
import type { Ledger } from './open.ts';
import { recorded } from './triggers.ts';
import { mayRedo, mayUndo } from './undo.ts';

/** Rows shown of one change; an import has as many as it likes. */
const SHOWN = 200;

type Picture = Readonly<Record<string, Value>>;

interface Touched {
  /** The history row that tells of it. */
  readonly id: number;
  readonly entity: string;
  readonly row_id: number;
  readonly action: 'insert' | 'update' | 'delete';
  readonly before: string | null;
}

/** One change, opened: each row it touched, before and after, and whether it can be taken or brought back now. */
export function changeDetail(ledger: Ledger, changeId: number, locale: string): ChangeDetail {
  const { read } = ledger;
  const line = historyLine(read, changeId);
  if (line === undefined) throw new OwnerError('notFound', 'This change is no longer in the ledger.');
  const touched = touchedRows(read, changeId);
  const say = sayerOf(read, locale);
  return {
    line,
    rows: touched.map((one) => rowChange(read, one, say)),
    more: Math.max(0, line.rows - touched.length),
    back: backOf(ledger, line),
  };
}

function backOf(ledger: Ledger, line: HistoryLine): ChangeDetail['back'] {
  if (line.state === 'redo') return { why: 'This brought a change back. Take that change back instead.' };
  if (line.state === 'emptied') return { why: 'The bin was emptied of rows it touched: it stays as it is.' };
  if (line.rows === 0) return { why: 'Nothing in the ledger was changed by it.' };
  try {
    if (line.state === 'in force') {
      mayUndo(ledger, line.id);
      return { by: 'undo' };
    }
    mayRedo(ledger, line.id);
    return { by: 'redo' };
  } catch (error) {
    if (error instanceof OwnerError) return { why: error.message };
    throw error;
  }
}

/** The rows in the order they were written; of a range those that are there or were, each by itself. */
function touchedRows(read: Reader, changeId: number): Touched[] {
  const entries = read.all<Touched & { readonly last_id: number | null }>(
    `SELECT h.id, h.entity, h.row_id, h.last_id, h.action, h.before FROM change c
     JOIN history h ON h.id BETWEEN c.first_row AND c.last_row WHERE c.id = ? ORDER BY h.id LIMIT ${SHOWN}`,
    changeId,
  );
  const rows: Touched[] = [];
  for (const { last_id, ...entry } of entries) {
    if (rows.length >= SHOWN) break;
    if (last_id === null) rows.push(entry);
    else if (Object.hasOwn(recorded, entry.entity))
      rows.push(
        ...read
          .all<{ id: number }>(
            `SELECT id FROM (
               SELECT id FROM ${entry.entity} WHERE id BETWEEN ?1 AND ?2
               UNION SELECT row_id FROM history WHERE entity = ?3 AND row_id BETWEEN ?1 AND ?2 AND action <> 'insert')
             ORDER BY id LIMIT ?4`,
            entry.row_id,
            last_id,
            entry.entity,
            SHOWN - rows.length,
          )
          .map((row) => ({ ...entry, row_id: row.id })),
      );
  }
  return rows;
}

const pictureIn = (text: string | null): Picture | null =>
  text === null ? null : (JSON.parse(text) as Picture);

/** What the row was once this was done: what the next change found, or the row as it is. */
function after(read: Reader, { id, entity, row_id, action }: Touched): Picture | null {
  if (action === 'delete' || !Object.hasOwn(recorded, entity)) return null;
  const next = read.get<{ before: string | null }>(
    `SELECT before FROM history WHERE entity = ? AND row_id = ? AND action <> 'insert' AND id > ? ORDER BY id LIMIT 1`,
    entity,
    row_id,
    id,
  );
  if (next !== undefined) return pictureIn(next.before);
  return read.get<Picture>(`SELECT * FROM ${entity} WHERE id = ?`, row_id) ?? null;
}

type Say = (value: Value, type: FieldType) => string | null;

function rowChange(read: Reader, touched: Touched, say: Say): RowChange {
  const before = touched.action === 'insert' ? null : pictureIn(touched.before);
  const now = after(read, touched);
  const entity = entities[touched.entity];
  const fields = Object.entries(entity?.fields ?? {}).flatMap(([column, field]) => {
    if (field === null) return [];
    const [name, type] = field;
    const [was, is] = [valueIn(before, column), valueIn(now, column)];
    // What an added row does not have, and what an update left alone, is no news.
    if (was === is) return [];
    // No hours, no money, a no: on a row that is new or gone it is what was never filled in.
    if (touched.action !== 'update' && (was ?? is) === 0 && type !== 'number') return [];
    const said = { name, before: say(was, type), after: say(is, type) };
    return said.before === said.after ? [] : [said];
  });
  return {
    what: whatOf(touched.entity, now ?? before, say),
    action: touched.action === 'insert' ? 'added' : touched.action === 'delete' ? 'removed' : 'changed',
    fields,
  };
}

const valueIn = (picture: Picture | null, column: string): Value => picture?.[column] ?? null;

/** “invoice 3526”, “payment of £340 on 9 Nov 2026”. */
function whatOf(table: string, picture: Picture | null, say: Say): string {
  const entity = entities[table];
  if (entity === undefined) return table;
  const parts = entity.by.flatMap((column) => {
    const field = entity.fields[column];
    const said = field == null ? null : say(valueIn(picture, column), field[1]);
    return said === null || field == null ? [] : [{ said, type: field[1] }];
  });
  return parts.reduce((words, { said, type }) => {
    if (type === 'day') return `${words}${words.includes(' of ') ? ' on ' : ' of '}${said}`;
    if (type === 'money') return `${words} of ${said}`;
    return `${words}${words === entity.noun ? ' ' : ', '}${said}`;
  }, entity.noun);
}

/** Values in the owner's words. */
function sayerOf(read: Reader, locale: string): Say {
  const known = new Map<string, string>();
  const say: Say = (value, type) => {
    if (value === null || value === '') return null;
    if (typeof type === 'object') return rowName(type.row, Number(value));
    switch (type) {
      case 'money':
        return moneyOf(read, Number(value), locale);
      case 'day':
        return isDay(String(value)) ? showDay(value as Day) : String(value);
      case 'yes':
        return value === 1 ? 'yes' : 'no';
      case 'permille':
        return `${(Number(value) / 10).toFixed(1)} %`;
      case 'minutes':
        return showMinutes(Number(value));
      default:
        return String(value);
    }
  };
  const rowName = (table: string, id: number): string => {
    const key = `${table} ${id}`;
    const name = known.get(key) ?? nameOfRow(read, table, id, say);
    known.set(key, name);
    return name;
  };
  return say;
}

/** A row by what tells it from others: as it is, or as it was when it went. */
function nameOfRow(read: Reader, table: string, id: number, say: Say): string {
  const entity = entities[table];
  if (entity === undefined || !Object.hasOwn(recorded, table)) return String(id);
  const picture =
    read.get<Picture>(`SELECT * FROM ${table} WHERE id = ?`, id) ??
    pictureIn(
      read.get<{ before: string | null }>(
        // The index holds all but inserts, and must be told so.
        `SELECT before FROM history
         WHERE entity = ? AND row_id = ? AND action <> 'insert' AND action = 'delete' ORDER BY id DESC LIMIT 1`,
        table,
        id,
      )?.before ?? null,
    );
  if (picture === null) return 'one that is gone';
  const words = entity.by.flatMap((column) => {
    const field = entity.fields[column];
    return field == null ? [] : (say(valueIn(picture, column), field[1]) ?? []);
  });
  return words.join(', ');
}
