import { OwnerError } from '../result.ts';
import type { Choices, Mapping } from './choices.ts';
import { type ColumnPreview, previewColumns, previewRows, type RowPreview } from './columns.ts';
import type { DateOrderReading } from './dates.ts';
import { showOrder } from './dates.ts';
import type { DecimalReading } from './decimal.ts';
import { FORMATS } from './formats/index.ts';
import type { Reconciliation } from './plan.ts';
import { readInvoicesSteps } from './read.ts';
import type {
  ImportContext,
  ImportedInvoice,
  Question,
  ReadProgress,
  RowsPerInvoice,
  Unreadable,
} from './records.ts';
import { SEPARATORS } from './separator.ts';
import { readTableSteps } from './table.ts';

/** The most unreadable rows a preview carries; all are counted. */
export const SHOWN_UNREADABLE = 500;

interface Found<V> {
  readonly value: V;
  /** Whether the owner said so; else it was found out. */
  readonly chosen: boolean;
  readonly reason: string;
}

/** How a file is read, before the ledger comes in. Plain data, small enough to cross to the window. */
export interface FilePreview {
  readonly encoding: { readonly name: string; readonly reason: string } | null;
  readonly separator: { readonly name: string; readonly reason: string };
  readonly format: { readonly id: string; readonly name: string };
  /** The formats the owner can choose instead. */
  readonly formats: readonly { readonly id: string; readonly name: string }[];
  readonly dateOrder: Found<DateOrderReading>;
  readonly decimal: Found<DecimalReading>;
  readonly rowsPerInvoice: RowsPerInvoice;
  readonly termsDays: number | null;
  readonly mapping: Mapping;
  readonly columns: readonly ColumnPreview[];
  readonly firstRows: readonly RowPreview[];
  /** Rows under the headings, without blank ones. */
  readonly rows: number;
  readonly blankLines: number;
  /** Invoices that can be read. */
  readonly invoices: number;
  readonly repeated: number;
  /** The first of them. */
  readonly unreadable: readonly Unreadable[];
  /** All of them, by kind. */
  readonly unreadableCount: number;
  readonly leftOutCount: number;
  readonly questions: readonly Question[];
  readonly notes: readonly string[];
}

/** What the owner sees before anything is written. */
export interface ImportPreview extends FilePreview {
  /** Names this import in later calls. */
  readonly importId: string;
  readonly fileName: string;
  /** The file laid against the ledger; null while a question is open: then it can't be confirmed. */
  readonly reconciliation: Reconciliation | null;
}

/** How far an import has come, as the window shows it; `done` of `total` in the phase's own unit. */
export interface ImportProgress {
  readonly importId: string;
  readonly phase: ReadProgress['phase'] | 'comparing' | 'writing';
  readonly done: number;
  readonly total: number;
}

/** A whole reading: what is shown, and what the main process keeps for the reconciliation. */
export interface ImportReading {
  readonly preview: FilePreview;
  readonly records: readonly ImportedInvoice[];
  readonly unreadable: readonly Unreadable[];
}

/**
 * Reads a decoded file up to the point where the ledger comes in; a generator that yields progress, so that the
 * caller can breathe, show it and stop between steps. Throws OwnerError('invalid') for a file that can't be an
 * invoice list at all; everything milder is a question, an unreadable row or a note.
 */
export function* previewImportSteps(
  text: string,
  choices: Choices,
  context: ImportContext,
): Generator<ReadProgress, ImportReading> {
  const table = yield* readTableSteps(text);
  const read = yield* readInvoicesSteps(table, choices, context);
  const { order, decimal } = read.detected;
  const leftOutCount = read.unreadable.filter((row) => row.kind === 'leftOut').length;
  const { encoding } = context;
  const preview: FilePreview = {
    encoding: encoding ? { name: encoding.name, reason: encoding.reason } : null,
    separator: { name: SEPARATORS[table.separator], reason: table.separatorReason },
    format: { id: read.format.id, name: read.format.name },
    formats: FORMATS.filter((format) => format.refusal === null).map(({ id, name }) => ({ id, name })),
    dateOrder: choices.dateOrder
      ? { value: choices.dateOrder, chosen: true, reason: `${showOrder(choices.dateOrder)}, as you chose` }
      : { value: order.order, chosen: false, reason: order.reason },
    decimal: choices.decimal
      ? { value: choices.decimal, chosen: true, reason: `decimal ${choices.decimal}, as you chose` }
      : { value: decimal.decimal, chosen: false, reason: decimal.reason },
    rowsPerInvoice: read.rowsPerInvoice,
    termsDays: choices.termsDays ?? null,
    mapping: read.mapping,
    columns: previewColumns(table.headers, table.rows, read.mapping, read.format),
    firstRows: previewRows(table.rows, read.settings),
    rows: table.rows.length + table.unreadable.length,
    blankLines: table.blankLines,
    invoices: read.records.length,
    repeated: read.repeated,
    unreadable: read.unreadable.slice(0, SHOWN_UNREADABLE),
    unreadableCount: read.unreadable.length - leftOutCount,
    leftOutCount,
    questions: read.questions,
    notes: read.notes,
  };
  return { preview, records: read.records, unreadable: read.unreadable };
}

/**
 * `previewImportSteps` in one go. `onProgress` is called now and then; where it returns false the reading stops with
 * OwnerError('cancelled').
 */
export function previewImport(
  text: string,
  choices: Choices,
  context: ImportContext,
  onProgress: (progress: ReadProgress) => boolean | undefined = () => undefined,
): ImportReading {
  const steps = previewImportSteps(text, choices, context);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (onProgress(step.value) === false)
      throw new OwnerError('cancelled', 'The import was stopped. Nothing was changed.');
  }
}
