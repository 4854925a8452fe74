import { OwnerError } from '../result.ts';
import { MAX_CELL, MAX_COLUMNS, type RawRow, type RowFault, type Separator, scanRows } from './csv.ts';
import { otherKindOfText } from './other-kinds.ts';
import type { ReadProgress, Unreadable } from './records.ts';
import { commonestWidth, findSeparator } from './separator.ts';
import { counted, listed, quoted, shortened } from './wording.ts';

/** The most rows one file may have: a business's decades, and a bound on memory. */
export const MAX_ROWS = 1_000_000;
/** Rows broken by stray quotation marks after which a file is refused as a whole. */
const MAX_BROKEN_QUOTES = 1_000;
/** Where headings are looked for. */
const HEADING_ROWS = 20;

/** One row with a cell for every heading. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The file as a table, before any cell is understood. */
export interface Table {
  readonly separator: Separator;
  readonly separatorReason: string;
  /** As they stand in the file, without outer blanks. */
  readonly headers: readonly string[];
  readonly headerLine: number;
  readonly rows: readonly TableRow[];
  /** Rows that don't fit the headings, or whose quotation marks are broken. */
  readonly unreadable: readonly Unreadable[];
  /** Lines with nothing in any cell; skipped. */
  readonly blankLines: number;
  /** The last row, where no line end follows it: a file that was cut off ends like this, but so do many whole ones. */
  readonly openEnd: number | null;
  readonly notes: readonly string[];
}

const isBlankRow = (row: RawRow) => row.fault === null && row.cells.every((cell) => cell.trim() === '');
const filled = (row: RawRow) => row.cells.reduce((count, cell) => count + (cell.trim() === '' ? 0 : 1), 0);

/** The row of headings: the first that is at least half as full as rows commonly are, so that a title above is passed
 * over. A broken row counts: it may be the headings, and the row below must not be taken for them. */
function findHeadings(rows: readonly RawRow[]): RawRow | null {
  const { width } = commonestWidth(rows);
  const enough = Math.max(2, Math.ceil(Math.min(width, MAX_COLUMNS) / 2));
  return rows.find((row) => row.fault !== null || filled(row) >= enough) ?? null;
}

const LOOKS_LIKE_DATA =
  /^(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([ T].*)?|[-(]?[$£€]?\s?\d[\d.,' ]*[.,]\d{1,2}\)?)$/;

function headingsOf(row: RawRow): string[] {
  if (row.fault)
    throw new OwnerError(
      'invalid',
      `The headings in line ${row.line} can’t be read: ${faultReason(row.fault, row)}.`,
    );
  if (row.width > MAX_COLUMNS)
    throw new OwnerError(
      'invalid',
      `This file has ${counted(row.width, 'column')}; an invoice list has at most ${MAX_COLUMNS}. Choose another file.`,
    );
  const headers = row.cells.map((cell) => cell.trim());
  while (headers.length > 0 && headers[headers.length - 1] === '') headers.pop();
  const data = headers.find((heading) => LOOKS_LIKE_DATA.test(heading));
  if (data !== undefined)
    throw new OwnerError(
      'invalid',
      `The first row (line ${row.line}) holds data, not headings: ${quoted(data)}. Export the list again with its headings.`,
    );
  return headers;
}

function faultReason(fault: RowFault, row: RawRow): string {
  switch (fault.kind) {
    case 'openQuote':
      return 'a quotation mark opens here and is never closed; the file may be cut off';
    case 'textAfterQuote':
      return 'a quotation mark stands in the middle of a cell, so its end can’t be told';
    case 'longCell': {
      const where = row.endLine > row.line ? ` (it runs from line ${row.line} to ${row.endLine})` : '';
      return `a cell holds more than ${MAX_CELL.toLocaleString('en-GB')} characters${where}`;
    }
  }
}

/** Why a row can't be laid under the headings, or null where it can. */
function misfit(row: RawRow, headers: readonly string[], last: boolean): Unreadable | null {
  if (row.fault)
    return {
      line: row.line,
      column: headers[row.fault.column] || null,
      value: shortened(row.fault.value, 80),
      reason: faultReason(row.fault, row),
      kind: 'unreadable',
    };
  const columns = headers.length;
  const extra = row.width > columns && row.cells.slice(columns).some((cell) => cell.trim() !== '');
  if (row.width >= columns && row.width <= MAX_COLUMNS && !extra) return null;
  const cutOff = row.width < columns && last && !row.closed;
  return {
    line: row.line,
    column: null,
    value: shortened(row.cells.slice(0, 12).join(' | '), 80),
    reason: cutOff
      ? `the file is cut off here: ${row.width} of ${counted(columns, 'cell')}`
      : `${counted(row.width, 'cell')} where the headings have ${columns}`,
    kind: 'unreadable',
  };
}

function headingNotes(headers: readonly string[], skipped: readonly RawRow[]): string[] {
  const notes: string[] = [];
  if (skipped.length > 0)
    notes.push(
      `Above the headings ${skipped.length === 1 ? 'stands a line that belongs' : `stand ${skipped.length} lines that belong`} to no column (line ${listed(skipped.map((row) => String(row.line)))}): not read.`,
    );
  const seen = new Map<string, number>();
  for (const header of headers)
    if (header !== '') seen.set(header.toLowerCase(), (seen.get(header.toLowerCase()) ?? 0) + 1);
  const doubled = headers.filter(
    (header, i) =>
      (seen.get(header.toLowerCase()) ?? 0) > 1 &&
      headers.findIndex((h) => h.toLowerCase() === header.toLowerCase()) === i,
  );
  if (doubled.length > 0)
    notes.push(
      `More than one column is headed ${listed(doubled.slice(0, 5).map((header) => quoted(header)))}.`,
    );
  return notes;
}

/**
 * Splits a decoded file into headings and rows; a generator, so that the caller can show progress and stop between
 * steps. Throws OwnerError('invalid') for a file that is no table at all: empty, headings only, one column, more than
 * MAX_COLUMNS columns or MAX_ROWS rows. A row that doesn't fit is listed, never bent into shape.
 */
export function* readTableSteps(text: string): Generator<ReadProgress, Table> {
  if (text.trim() === '') throw new OwnerError('invalid', 'This file is empty.');
  const kind = otherKindOfText(text);
  if (kind !== null) throw new OwnerError('invalid', `This file is ${kind}.`);
  const found = findSeparator(text);
  if (!found)
    throw new OwnerError(
      'invalid',
      'This is not a table: no comma, semicolon, tab or vertical bar separates any cells. Export the invoices as CSV.',
    );
  const { separator, from, firstLine } = found;

  const head: RawRow[] = [];
  for (const row of scanRows(text, separator, from, firstLine)) {
    if (!isBlankRow(row)) head.push(row);
    if (head.length >= HEADING_ROWS) break;
  }
  const headings = findHeadings(head);
  if (!headings)
    throw new OwnerError('invalid', 'No row of headings was found in the first 20 lines of this file.');
  const headers = headingsOf(headings);

  const rows: TableRow[] = [];
  const unreadable: Unreadable[] = [];
  let blankLines = 0;
  let brokenQuotes = 0;
  let openEnd: number | null = null;
  let steps = 0;
  for (const row of scanRows(text, separator, headings.end, headings.endLine + 1)) {
    steps += 1;
    if (steps % 5_000 === 0) yield { phase: 'splitting', done: row.end, total: text.length };
    const last = row.end >= text.length;
    if (isBlankRow(row)) {
      blankLines += 1;
      continue;
    }
    const problem = misfit(row, headers, last);
    if (problem) unreadable.push(problem);
    else
      rows.push({
        line: row.line,
        cells: row.width > headers.length ? row.cells.slice(0, headers.length) : row.cells,
      });
    if (row.fault && row.fault.kind !== 'longCell') brokenQuotes += 1;
    if (brokenQuotes > MAX_BROKEN_QUOTES)
      throw new OwnerError(
        'invalid',
        'The quotation marks in this file are broken in more than 1,000 rows. Export it again.',
      );
    if (rows.length + unreadable.length > MAX_ROWS)
      throw new OwnerError(
        'invalid',
        'This file has more than 1,000,000 rows. Export it in parts, such as a year each.',
      );
    if (last && !row.closed && !problem) openEnd = row.line;
  }
  if (rows.length === 0 && unreadable.length === 0)
    throw new OwnerError('invalid', `This file has headings (line ${headings.line}) but no rows under them.`);
  return {
    separator,
    separatorReason: found.reason,
    headers,
    headerLine: headings.line,
    rows,
    unreadable,
    blankLines,
    openEnd,
    notes: headingNotes(headers, head.slice(0, head.indexOf(headings))),
  };
}

/** `readTableSteps` in one go. */
export function readTable(text: string): Table {
  const steps = readTableSteps(text);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
