import type { Day } from '../dates.ts';
import { type Currency, type Minor, minorDigits } from '../money.ts';
import { parseAmount } from './amounts.ts';
import type { Mapping } from './choices.ts';
import { type DateOrderReading, parseDate } from './dates.ts';
import type { DecimalReading } from './decimal.ts';
import type { FieldId } from './fields.ts';
import { TEXT_LIMITS, type Unreadable } from './records.ts';
import { saysNothing } from './words.ts';

/** Everything needed to read a row; decided once for the whole file. */
export interface RowSettings {
  readonly headers: readonly string[];
  readonly mapping: Mapping;
  readonly dateOrder: DateOrderReading;
  readonly decimal: DecimalReading;
  readonly currency: Currency;
  /** Whether words end in codes of their program, to be cut. */
  readonly codes: boolean;
}

/** A field of a row that can't be read. */
export class CellFault {
  readonly field: FieldId | null;
  readonly reason: string;
  readonly kind: Unreadable['kind'];
  constructor(field: FieldId | null, reason: string, kind: Unreadable['kind'] = 'unreadable') {
    this.field = field;
    this.reason = reason;
    this.kind = kind;
  }
}

const SHORTENED_NUMBER = /^\d(?:[.,]\d+)?E\+?\d+$/i;
const LOST_LETTER = '\ufffd';
const LOST = 'a letter here is unreadable (�): the file mixes encodings or was saved in the wrong one';

/** The cell of a field; `=\"0012\"`, by which programs keep spreadsheets from touching it, is its inside. */
export function cellOf(cells: readonly string[], mapping: Mapping, field: FieldId): string {
  const column = mapping[field];
  const cell = column === null ? '' : (cells[column] ?? '');
  return cell.startsWith('="') && cell.trimEnd().endsWith('"') ? cell.trimEnd().slice(2, -1) : cell;
}

export function textOf(
  cells: readonly string[],
  mapping: Mapping,
  field: keyof typeof TEXT_LIMITS,
): string | null {
  const raw = cellOf(cells, mapping, field);
  const text = raw.normalize('NFC').trim();
  if (saysNothing(text)) return null;
  if (text.includes(LOST_LETTER)) throw new CellFault(field, LOST);
  if (text.length > TEXT_LIMITS[field])
    throw new CellFault(field, `longer than ${TEXT_LIMITS[field]} characters`);
  return text;
}

/** A word that decides something: with a lost letter it might decide wrongly. */
export function wordOf(cells: readonly string[], mapping: Mapping, field: 'status' | 'rowKind'): string {
  const word = cellOf(cells, mapping, field);
  if (word.includes(LOST_LETTER)) throw new CellFault(field, LOST);
  return word;
}

/** A number kept as text; one a spreadsheet shortened to `2.52E+18` would make different invoices or clients one. */
export function numberOf(
  cells: readonly string[],
  mapping: Mapping,
  field: 'clientNumber' | 'invoiceNumber',
): string | null {
  const text = textOf(cells, mapping, field);
  if (text !== null && SHORTENED_NUMBER.test(text))
    throw new CellFault(
      field,
      'a spreadsheet has shortened this number to powers of ten; its digits are lost',
    );
  if (text?.startsWith('#') && /^#(#+|[A-Z]+[/!?].*)$/.test(text))
    throw new CellFault(field, 'only a spreadsheet’s error is left of it');
  return text;
}

export function dateOf(
  cells: readonly string[],
  settings: RowSettings,
  field: 'issued' | 'due' | 'settledOn' | 'opened' | 'closed',
): Day | null {
  const text = cellOf(cells, settings.mapping, field);
  if (saysNothing(text)) return null;
  const read = parseDate(text, settings.dateOrder);
  if (!read.ok) throw new CellFault(field, read.reason);
  return read.day;
}

export function amountOf(
  cells: readonly string[],
  settings: RowSettings,
  field: 'amount' | 'paidAmount' | 'balance' | 'moneyBack',
): Minor | null {
  const text = cellOf(cells, settings.mapping, field);
  if (text.trim() === '') return null;
  const read = parseAmount(text, settings.decimal, minorDigits(settings.currency), settings.currency);
  if (!read.ok) throw new CellFault(field, read.reason);
  return read.minor;
}
