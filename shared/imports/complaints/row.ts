import { type Day, showDay } from '../../dates.ts';
import type { Minor } from '../../money.ts';
import { amountOf, CellFault, cellOf, dateOf, numberOf, type RowSettings, textOf } from '../cells.ts';
import { withoutCode } from '../codes.ts';
import type { FieldId } from '../fields.ts';
import type { Unreadable } from '../records.ts';
import { checkCurrency, unreadableRow } from '../row.ts';
import type { TableRow } from '../table.ts';
import { isTotalsWord, saysNothing, yesOrNo } from '../words.ts';

/** The cells of one complaint, understood but not yet weighed against each other. */
export interface ComplaintValues {
  readonly line: number;
  readonly cells: readonly string[];
  readonly clientNumber: string | null;
  /** Null: the row names nobody. */
  readonly clientName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly descriptor: string | null;
  readonly opened: Day;
  /** May lie before `opened`. */
  readonly closed: Day | null;
  readonly about: string | null;
  readonly said: string | null;
  readonly result: string | null;
  readonly money: Minor;
  readonly satisfied: boolean | null;
}

export type ComplaintReading =
  | { readonly ok: true; readonly row: ComplaintValues }
  /** `money`: what the row gave back as far as that can be read; null where it can't. */
  | { readonly ok: false; readonly problem: Unreadable; readonly money: Minor | null };

function wordsOf(
  cells: readonly string[],
  settings: RowSettings,
  field: 'descriptor' | 'complaintType' | 'result',
): string | null {
  const text = textOf(cells, settings.mapping, field);
  return text !== null && settings.codes ? withoutCode(text) : text;
}

/** Money back; an empty cell, or one that says nothing, is none. */
function moneyOf(cells: readonly string[], settings: RowSettings): Minor {
  if (saysNothing(cellOf(cells, settings.mapping, 'moneyBack'))) return 0;
  const money = amountOf(cells, settings, 'moneyBack') ?? 0;
  if (money < 0)
    throw new CellFault(
      'moneyBack',
      'a negative amount can’t have been given back: correct it in the file, or enter it by hand',
    );
  return money;
}

function satisfiedOf(cells: readonly string[], settings: RowSettings): boolean | null {
  const cell = cellOf(cells, settings.mapping, 'satisfied');
  if (saysNothing(cell)) return null;
  const satisfied = yesOrNo(cell);
  if (satisfied === null) throw new CellFault('satisfied', 'neither yes nor no');
  return satisfied;
}

function pastDay(cells: readonly string[], settings: RowSettings, field: 'opened' | 'closed', today: Day) {
  const day = dateOf(cells, settings, field);
  if (day !== null && day > today)
    throw new CellFault(field, `${field} on ${showDay(day)}, which is yet to come: correct it in the file`);
  return day;
}

/** In the order in which a fault is named: what stands out most in the file first. */
const SHIFTING = ['moneyBack', 'satisfied', 'closed', 'opened'] as const satisfies readonly FieldId[];

/** Whether one of these cells can be read; an empty opening day can't. */
function readable(cells: readonly string[], settings: RowSettings, field: (typeof SHIFTING)[number]) {
  try {
    if (field === 'moneyBack') moneyOf(cells, settings);
    else if (field === 'satisfied') satisfiedOf(cells, settings);
    else return dateOf(cells, settings, field) !== null || field === 'closed';
    return true;
  } catch {
    return false;
  }
}

/**
 * The fault of a row whose cells all stand one column too far right: nothing can be read where it should stand, and
 * everything one further on. Null where that isn't so, or too few columns are used to tell.
 */
function shiftOf(row: TableRow, settings: RowSettings): CellFault | null {
  const { mapping } = settings;
  const fields = SHIFTING.filter((id) => mapping[id] !== null);
  if (fields.length < 3 || mapping.opened === null) return null;
  const wrong = fields.filter((id) => !readable(row.cells, settings, id));
  const moved = row.cells.slice(1);
  const [first] = wrong;
  if (first === undefined || wrong.length < 2 || !fields.every((id) => readable(moved, settings, id)))
    return null;
  return new CellFault(
    first,
    'the cells of this row stand one column too far right: a comma in an earlier cell has moved them. Put that cell in quotation marks in the file and import it again, or enter this complaint by hand',
  );
}

function readValues(row: TableRow, settings: RowSettings, today: Day): ComplaintValues {
  const { cells } = row;
  const { mapping } = settings;
  const clientNumber = numberOf(cells, mapping, 'clientNumber');
  const clientName = textOf(cells, mapping, 'clientName') ?? clientNumber;
  const opened = pastDay(cells, settings, 'opened', today);
  if (opened === null) {
    if (isTotalsWord(clientName ?? cells.find((cell) => cell.trim() !== '') ?? ''))
      throw new CellFault(null, 'no day, and it begins like a row of totals');
    throw new CellFault(
      'opened',
      'no day on which the complaint was made: give it in the file and import it again, or enter this complaint by hand',
    );
  }
  const money = moneyOf(cells, settings);
  if (money > 0) checkCurrency(cells, settings, 'moneyBack');
  return {
    line: row.line,
    cells,
    clientNumber,
    clientName,
    email: textOf(cells, mapping, 'email'),
    phone: textOf(cells, mapping, 'phone'),
    descriptor: wordsOf(cells, settings, 'descriptor'),
    opened,
    closed: pastDay(cells, settings, 'closed', today),
    about: wordsOf(cells, settings, 'complaintType'),
    said: textOf(cells, mapping, 'words'),
    result: wordsOf(cells, settings, 'result'),
    money,
    satisfied: satisfiedOf(cells, settings),
  };
}

function moneyOrNull(cells: readonly string[], settings: RowSettings): Minor | null {
  try {
    const money = moneyOf(cells, settings);
    if (money > 0) checkCurrency(cells, settings, 'moneyBack');
    return money;
  } catch {
    return null;
  }
}

/** Reads one row under the settings of its file; the first thing wrong with it is its reason. */
export function readComplaint(row: TableRow, settings: RowSettings, today: Day): ComplaintReading {
  try {
    return { ok: true, row: readValues(row, settings, today) };
  } catch (fault) {
    if (!(fault instanceof CellFault)) throw fault;
    const shift = shiftOf(row, settings);
    const { field, reason, kind } = shift ?? fault;
    return {
      ok: false,
      problem: unreadableRow(row, settings, field, reason, kind),
      // A shifted row's cell may read as an amount and be another column's.
      money: shift === null ? moneyOrNull(row.cells, settings) : null,
    };
  }
}
