/** The most characters one cell may hold: twice a spreadsheet's own limit (32,767). */
export const MAX_CELL = 65_534;
/** The most columns a file may have. */
export const MAX_COLUMNS = 1_000;

export type Separator = ',' | ';' | '\t' | '|';

/** One row as it stands in the file. */
export interface RawRow {
  /** Physical line where it begins and ends; a quoted cell may span several. */
  readonly line: number;
  readonly endLine: number;
  /** At most MAX_COLUMNS + 1 cells are kept. */
  readonly cells: readonly string[];
  /** How many cells there are, kept or not. */
  readonly width: number;
  readonly fault: RowFault | null;
  /** Characters of the text read so far, for progress. */
  readonly end: number;
  /** Whether a line end follows: a last line without one may be cut off. */
  readonly closed: boolean;
}

export interface RowFault {
  readonly kind: 'openQuote' | 'textAfterQuote' | 'longCell';
  /** Beginning of the cell at fault. */
  readonly value: string;
  /** 0 is the first. */
  readonly column: number;
}

const QUOTE = 34;
const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB = 9;

/** Index of the first line end at or after `from`, or the text's length. */
function lineEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === LF || code === CR) return i;
  }
  return text.length;
}

/** Index after the line end that stands at `at`. */
function afterLineEnd(text: string, at: number): number {
  return text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
}

function lineEndsBetween(text: string, from: number, to: number): number {
  let count = 0;
  let at = lineEnd(text, from);
  while (at < to) {
    count += 1;
    at = lineEnd(text, afterLineEnd(text, at));
  }
  return count;
}

interface QuotedCell {
  readonly kind: 'closed' | 'openQuote' | 'textAfterQuote';
  readonly value: string;
  readonly long: boolean;
  /** Where reading goes on: at a separator, a line end or the end of the text. */
  readonly next: number;
}

/** Reads the quoted cell whose opening quote stands at `open`. */
function quotedCell(text: string, open: number, separator: number): QuotedCell {
  let from = open + 1;
  let value = '';
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1)
      return { kind: 'openQuote', value: text.slice(open, open + 80), long: false, next: open };
    if (value.length <= MAX_CELL) value += text.slice(from, Math.min(quote, from + MAX_CELL + 1));
    if (text.charCodeAt(quote + 1) === QUOTE) {
      value += '"';
      from = quote + 2;
      continue;
    }
    let next = quote + 1;
    while (text.charCodeAt(next) === SPACE || (text.charCodeAt(next) === TAB && separator !== TAB)) next += 1;
    const code = text.charCodeAt(next);
    if (next < text.length && code !== separator && code !== LF && code !== CR)
      return {
        kind: 'textAfterQuote',
        value: text.slice(open, Math.min(next + 20, open + 80)),
        long: false,
        next: open,
      };
    return { kind: 'closed', value, long: value.length > MAX_CELL, next };
  }
}

/**
 * Splits delimited text into rows (RFC 4180, with CRLF, LF and CR as line ends, also mixed). Written here rather
 * than left to papaparse because an owner must be told the physical line of each fault, and because one stray quote
 * must cost its own row and no other: after a broken quoted cell reading goes on at the line after its opening quote.
 * Memory is bounded by MAX_CELL and MAX_COLUMNS a row.
 */
export function* scanRows(text: string, separator: Separator, from = 0, firstLine = 1): Generator<RawRow> {
  const sep = separator.charCodeAt(0);
  let at = from;
  let line = firstLine;
  while (at < text.length) {
    const startLine = line;
    const cells: string[] = [];
    let width = 0;
    let fault: RowFault | null = null;
    let closed = false;
    for (;;) {
      let begin = at;
      while (text.charCodeAt(begin) === SPACE || (text.charCodeAt(begin) === TAB && sep !== TAB)) begin += 1;
      let value: string;
      if (text.charCodeAt(begin) === QUOTE) {
        const cell = quotedCell(text, begin, sep);
        if (cell.kind !== 'closed') {
          fault = { kind: cell.kind, value: cell.value, column: width };
          width += 1;
          at = lineEnd(text, begin);
        } else {
          line += lineEndsBetween(text, begin, cell.next);
          value = cell.value;
          if (cell.long) {
            fault ??= { kind: 'longCell', value: value.slice(0, 80), column: width };
            value = '';
          }
          width += 1;
          if (width <= MAX_COLUMNS + 1) cells.push(value);
          at = cell.next;
        }
      } else {
        let end = begin;
        for (; end < text.length; end += 1) {
          const code = text.charCodeAt(end);
          if (code === sep || code === LF || code === CR) break;
        }
        value = '';
        if (end - at > MAX_CELL)
          fault ??= { kind: 'longCell', value: text.slice(at, at + 80), column: width };
        else value = text.slice(at, end);
        width += 1;
        if (width <= MAX_COLUMNS + 1) cells.push(value);
        at = end;
      }
      if (at < text.length && text.charCodeAt(at) === sep) {
        at += 1;
        if (at < text.length) continue;
        width += 1;
        if (width <= MAX_COLUMNS + 1) cells.push('');
      }
      break;
    }
    const endLine = line;
    if (at < text.length) {
      at = afterLineEnd(text, at);
      line += 1;
      closed = true;
    }
    yield { line: startLine, endLine, cells, width, fault, end: at, closed };
  }
}
