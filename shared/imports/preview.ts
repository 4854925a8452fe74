import type { Cause } from '../complaints/complaint.ts';
import { OwnerError } from '../result.ts';
import { type Begun, beginSteps } from './begin.ts';
import type { Choices, Mapping } from './choices.ts';
import { type ColumnPreview, previewColumns, previewRows, type RowPreview } from './columns.ts';
import type { ComplaintReconciliation } from './complaints/plan.ts';
import { type ComplaintReadings, type MoneyRead, readComplaintsSteps } from './complaints/read.ts';
import type { ImportedComplaint, ImportedKind } from './complaints/record.ts';
import type { ValueTable } from './complaints/values.ts';
import type { DateOrderReading } from './dates.ts';
import { showOrder } from './dates.ts';
import type { DecimalReading } from './decimal.ts';
import type { Subject } from './fields.ts';
import { FORMATS } from './formats/index.ts';
import type { Reconciliation } from './plan.ts';
import { type InvoiceReadings, readInvoicesSteps } from './read.ts';
import type {
  ImportContext,
  ImportedInvoice,
  OddQuestion,
  Question,
  ReadProgress,
  RowsPerInvoice,
  Unreadable,
} from './records.ts';
import { SEPARATORS } from './separator.ts';
import { readTableSteps, type Table } from './table.ts';

/** The most unreadable rows a preview carries; all are counted. */
export const SHOWN_UNREADABLE = 500;

interface Found<V> {
  readonly value: V;
  /** Whether the owner said so; else it was found out. */
  readonly chosen: boolean;
  readonly reason: string;
}

/** What only a list of complaints has. */
export interface ComplaintsFound {
  /** Everything odd the owner decides on, answered or not. */
  readonly odd: readonly OddQuestion[];
  /** The kinds of complaint and the results, with what they stand for; null while columns are asked for. */
  readonly types: ValueTable<number> | null;
  readonly results: ValueTable<ImportedKind> | null;
  /** What a kind can stand for. */
  readonly causes: readonly Cause[];
  /** The first rows that come in otherwise than they stand in the file, and how many there are. */
  readonly adjusted: readonly Unreadable[];
  readonly adjustedCount: number;
}

/** How a file is read, before the ledger comes in. Plain data, small enough to cross to the window. */
export interface FilePreview {
  readonly encoding: { readonly name: string; readonly reason: string } | null;
  readonly separator: { readonly name: string; readonly reason: string };
  readonly subject: Found<Subject>;
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
  /** Invoices, or complaints, that can be read. */
  readonly records: number;
  /** null for a list of invoices. */
  readonly complaints: ComplaintsFound | null;
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
  readonly reconciliation: Reconciliation | ComplaintReconciliation | null;
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
  /** Empty for a list of complaints. */
  readonly records: readonly ImportedInvoice[];
  /** Empty for a list of invoices. */
  readonly complaints: readonly ImportedComplaint[];
  readonly money: MoneyRead;
  readonly unreadable: readonly Unreadable[];
}

const NO_MONEY: MoneyRead = { read: 0, leftOut: 0, repeated: 0, unknownRows: 0 };

/**
 * Reads a decoded file up to the point where the ledger comes in; a generator that yields progress, so that the
 * caller can breathe, show it and stop between steps. Throws OwnerError('invalid') for a file that can't be a list of
 * invoices or complaints at all; everything milder is a question, an unreadable row or a note.
 */
export function* previewImportSteps(
  text: string,
  choices: Choices,
  context: ImportContext,
): Generator<ReadProgress, ImportReading> {
  const table = yield* readTableSteps(text);
  const begun = yield* beginSteps(table, choices, context);
  if (begun.subject.value === 'invoices') {
    const read = yield* readInvoicesSteps(table, begun, choices, context);
    const preview = previewOf(table, begun, choices, context, read, read.rowsPerInvoice, null);
    return { preview, records: read.records, complaints: [], money: NO_MONEY, unreadable: read.unreadable };
  }
  const read = yield* readComplaintsSteps(table, begun, choices, context);
  const found: ComplaintsFound = {
    odd: read.odd,
    types: read.types,
    results: read.results,
    causes: context.causes ?? [],
    adjusted: read.adjusted.slice(0, SHOWN_UNREADABLE),
    adjustedCount: read.adjusted.length,
  };
  const preview = previewOf(table, begun, choices, context, read, 'one', found);
  return {
    preview,
    records: [],
    complaints: read.records,
    money: read.money,
    unreadable: read.unreadable,
  };
}

function previewOf(
  table: Table,
  begun: Begun,
  choices: Choices,
  { encoding }: ImportContext,
  read: InvoiceReadings | ComplaintReadings,
  rowsPerInvoice: RowsPerInvoice,
  complaints: ComplaintsFound | null,
): FilePreview {
  const { order, decimal } = begun.detected;
  const leftOutCount = read.unreadable.filter((row) => row.kind === 'leftOut').length;
  const formats = FORMATS.filter(
    (format) => format.refusal === null && format.subject === begun.subject.value,
  );
  return {
    encoding: encoding ? { name: encoding.name, reason: encoding.reason } : null,
    separator: { name: SEPARATORS[table.separator], reason: table.separatorReason },
    subject: begun.subject,
    format: { id: begun.format.id, name: begun.format.name },
    formats: formats.map(({ id, name }) => ({ id, name })),
    dateOrder: choices.dateOrder
      ? { value: choices.dateOrder, chosen: true, reason: `${showOrder(choices.dateOrder)}, as you chose` }
      : { value: order.order, chosen: false, reason: order.reason },
    decimal: choices.decimal
      ? { value: choices.decimal, chosen: true, reason: `decimal ${choices.decimal}, as you chose` }
      : { value: decimal.decimal, chosen: false, reason: decimal.reason },
    rowsPerInvoice,
    termsDays: choices.termsDays ?? null,
    mapping: begun.mapping,
    columns: previewColumns(table.headers, table.rows, begun.mapping, begun.format),
    firstRows: previewRows(table.rows, begun.settings),
    rows: table.rows.length + table.unreadable.length,
    blankLines: table.blankLines,
    records: read.records.length,
    complaints,
    repeated: read.repeated,
    unreadable: read.unreadable.slice(0, SHOWN_UNREADABLE),
    unreadableCount: read.unreadable.length - leftOutCount,
    leftOutCount,
    questions: read.questions,
    notes: read.notes,
  };
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
