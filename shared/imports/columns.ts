import type { Day } from '../dates.ts';
import { type Minor, minorDigits } from '../money.ts';
import { parseAmount } from './amounts.ts';
import { cellOf, type RowSettings } from './cells.ts';
import type { Mapping } from './choices.ts';
import { CODED_FIELDS, withoutCode } from './codes.ts';
import { parseDate } from './dates.ts';
import { FIELD_IDS, FIELDS, type FieldId } from './fields.ts';
import type { ImportFormat } from './formats/format.ts';
import { plainHeading } from './headings.ts';
import type { TableRow } from './table.ts';
import { shortened } from './wording.ts';
import { saysNothing, yesOrNo } from './words.ts';

/** One column as the mapping shows it. */
export interface ColumnPreview {
  readonly index: number;
  /** As in the file; empty where it has none. */
  readonly header: string;
  /** Up to three different filled cells, shortened. */
  readonly samples: readonly string[];
  /** What it is read as; null: not used. */
  readonly field: FieldId | null;
  /** Why a column is left out on purpose; null where nothing is to be said. */
  readonly unusedBecause: string | null;
}

/** A cell of the first rows as it will be read. */
export type CellPreview =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'money'; readonly minor: Minor }
  | { readonly kind: 'flag'; readonly value: boolean }
  | { readonly kind: 'bad'; readonly text: string; readonly reason: string };

export interface RowPreview {
  readonly line: number;
  /** A cell for each mapped field. */
  readonly cells: Readonly<Partial<Record<FieldId, CellPreview>>>;
}

const SAMPLES = 3;
const SAMPLE_ROWS = 200;
export const FIRST_ROWS = 20;

/** Every column of the file with samples and what it is read as. */
export function previewColumns(
  headers: readonly string[],
  rows: readonly TableRow[],
  mapping: Mapping,
  format: ImportFormat,
): ColumnPreview[] {
  const fields = new Map(FIELD_IDS.map((id) => [mapping[id], id] as const));
  return headers.map((header, index) => {
    const samples = new Set<string>();
    for (const row of rows.slice(0, SAMPLE_ROWS)) {
      const cell = (row.cells[index] ?? '').trim();
      if (cell !== '') samples.add(shortened(cell, 60));
      if (samples.size === SAMPLES) break;
    }
    const field = fields.get(index) ?? null;
    return {
      index,
      header,
      samples: [...samples],
      field,
      unusedBecause: field === null ? (format.ignored[plainHeading(header)] ?? null) : null,
    };
  });
}

function previewCell(cells: readonly string[], field: FieldId, settings: RowSettings): CellPreview {
  const raw = cellOf(cells, settings.mapping, field);
  const text = shortened(raw.trim(), 120);
  const { kind } = FIELDS[field];
  if (raw.trim() === '' || (kind !== 'amount' && saysNothing(raw))) return { kind: 'blank' };
  const bad = (reason: string): CellPreview => ({ kind: 'bad', text, reason });
  switch (kind) {
    case 'date': {
      const read = parseDate(raw, settings.dateOrder);
      return read.ok ? { kind: 'day', day: read.day } : bad(read.reason);
    }
    case 'amount': {
      const read = parseAmount(raw, settings.decimal, minorDigits(settings.currency), settings.currency);
      return read.ok ? { kind: 'money', minor: read.minor } : bad(read.reason);
    }
    case 'flag': {
      const value = yesOrNo(raw);
      return value === null ? bad('neither yes nor no') : { kind: 'flag', value };
    }
    case 'text':
    case 'word':
      return {
        kind: 'text',
        text: settings.codes && CODED_FIELDS.has(field) ? withoutCode(text) : text,
      };
  }
}

/** The first rows as they will be read, cell by cell. */
export function previewRows(
  rows: readonly TableRow[],
  settings: RowSettings,
  most = FIRST_ROWS,
): RowPreview[] {
  const fields = FIELD_IDS.filter((id) => settings.mapping[id] !== null);
  return rows.slice(0, most).map((row) => ({
    line: row.line,
    cells: Object.fromEntries(fields.map((id) => [id, previewCell(row.cells, id, settings)])),
  }));
}
