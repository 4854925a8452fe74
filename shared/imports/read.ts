import { minorDigits } from '../money.ts';
import { OwnerError } from '../result.ts';
import type { RowSettings } from './cells.ts';
import type { Choices, Mapping } from './choices.ts';
import { type Detected, detectionQuestions, detectSteps } from './detect.ts';
import { FIELD_IDS } from './fields.ts';
import type { ImportFormat } from './formats/format.ts';
import { formatById, recogniseFormat } from './formats/index.ts';
import { gatherInvoices } from './gather.ts';
import { columnQuestions, emptyMapping, proposeMapping } from './mapping.ts';
import type {
  ImportContext,
  ImportedInvoice,
  Question,
  ReadProgress,
  RowsPerInvoice,
  Unreadable,
} from './records.ts';
import { invoiceKey, type RowValues, readRow } from './row.ts';
import type { Table } from './table.ts';
import { counted, listed } from './wording.ts';

/** How a table was read, and what came of it. */
export interface InvoiceReadings {
  readonly format: ImportFormat;
  readonly mapping: Mapping;
  readonly settings: RowSettings;
  readonly detected: Detected;
  readonly rowsPerInvoice: RowsPerInvoice;
  /** Empty while a question is open: half a reading must not be mistaken for a whole one. */
  readonly records: readonly ImportedInvoice[];
  /** In the order of the file. While a question is open, only the rows the table itself could not hold. */
  readonly unreadable: readonly Unreadable[];
  /** Rows that repeat another row of the file. */
  readonly repeated: number;
  readonly questions: readonly Question[];
  readonly notes: readonly string[];
}

const SAMPLE_ROWS = 200;

function chosenFormat(table: Table, choices: Choices): ImportFormat {
  if (choices.formatId === undefined) return recogniseFormat(table.headers);
  const format = formatById(choices.formatId);
  if (!format) throw new OwnerError('invalid', `There is no import format ${choices.formatId}.`, 'formatId');
  return format;
}

/** Holds what the window sent against the file: columns that exist, each used once. */
function checkChoices(choices: Choices, headers: readonly string[]): void {
  const { mapping, termsDays } = choices;
  if (
    termsDays !== undefined &&
    termsDays !== null &&
    !(Number.isInteger(termsDays) && termsDays >= 0 && termsDays <= 365)
  )
    throw new OwnerError('invalid', 'Terms are a whole number of days from 0 to 365.', 'termsDays');
  if (!mapping) return;
  const used = FIELD_IDS.map((id) => mapping[id] ?? null).filter((column) => column !== null);
  if (used.some((column) => !Number.isInteger(column) || column < 0 || column >= headers.length))
    throw new OwnerError('invalid', 'A chosen column is not in this file.', 'mapping');
  if (new Set(used).size < used.length)
    throw new OwnerError('invalid', 'One column can’t be read as two things.', 'mapping');
}

interface RowsRead {
  readonly rows: readonly RowValues[];
  readonly unreadable: Unreadable[];
  readonly heldBack: Map<string, number>;
}

function* readRowSteps(table: Table, settings: RowSettings): Generator<ReadProgress, RowsRead> {
  const rows: RowValues[] = [];
  const unreadable: Unreadable[] = [];
  const heldBack = new Map<string, number>();
  for (const [i, tableRow] of table.rows.entries()) {
    if (i % 2_000 === 1_999) yield { phase: 'reading', done: i, total: table.rows.length };
    const reading = readRow(tableRow, settings);
    if (reading.ok) rows.push(reading.row);
    else {
      unreadable.push(reading.problem);
      if (reading.key !== null) heldBack.set(reading.key, tableRow.line);
    }
  }
  return { rows, unreadable, heldBack };
}

/** In a file of item lines a row that has lost its number may belong to the invoice above or below it: both are held back. */
function holdBackNeighbours(table: Table, read: RowsRead, keyOf: (row: RowValues) => string): void {
  const lost = [...table.unreadable, ...read.unreadable.filter((problem) => problem.kind === 'unreadable')]
    .map((problem) => problem.line)
    .sort((a, b) => a - b);
  let next = 0;
  for (const line of lost) {
    while (next < read.rows.length && (read.rows[next]?.line ?? 0) < line) next += 1;
    for (const neighbour of [read.rows[next - 1], read.rows[next]])
      if (neighbour) read.heldBack.set(keyOf(neighbour), line);
  }
}

function rowsQuestion(count: number, lines: readonly number[]): Question {
  return {
    kind: 'rows',
    text: `${counted(count, 'invoice number')} of the same client and date ${count === 1 ? 'occurs' : 'occur'} in several rows, such as lines ${listed(lines.map(String))}. What do the rows of one invoice hold?`,
    choices: [
      { value: 'addUp', label: 'one item each: their amounts add up to the invoice' },
      { value: 'repeat', label: 'one item each, but every row repeats the invoice’s total' },
      { value: 'one', label: 'one row is one invoice: list these rows as unreadable where they differ' },
    ],
  };
}

function notesOf(
  table: Table,
  detected: Detected,
  mapping: Mapping,
  gathered: { writtenOff: number; overpaid: number },
): string[] {
  const notes = [...table.notes];
  if (mapping.invoiceNumber === null && mapping.issued === null && mapping.amount === null)
    notes.push('None of the headings is one an invoice list has. Is this the right file?');
  if (mapping.settledOn === null && mapping.invoiceNumber !== null)
    notes.push('No column says on which day an invoice was paid: none is read as paid.');
  if (table.blankLines > 0) notes.push(`${counted(table.blankLines, 'blank line')} skipped.`);
  if (detected.order.shortYears > 0)
    notes.push(
      `${counted(detected.order.shortYears, 'date gives', 'dates give')} the year with two digits: 00–68 are read as 2000–2068, 69–99 as 1969–1999.`,
    );
  const lastColumn = table.headers.length - 1;
  if (table.openEnd !== null && FIELD_IDS.some((id) => mapping[id] === lastColumn))
    notes.push(
      `The last row (line ${table.openEnd}) has no line end behind it. Look at it: if the file was cut off, its last cell is not whole.`,
    );
  if (gathered.writtenOff > 0)
    notes.push(
      `${counted(gathered.writtenOff, 'invoice is', 'invoices are')} marked as written off in the file: read as unpaid, so write ${gathered.writtenOff === 1 ? 'it' : 'them'} off here.`,
    );
  if (gathered.overpaid > 0)
    notes.push(
      `${counted(gathered.overpaid, 'invoice was', 'invoices were')} paid more than its amount: only the amount is read as paid.`,
    );
  return notes;
}

/**
 * Reads the invoices of a table; a generator, so that the caller can show progress and stop between steps. Throws
 * OwnerError('invalid') for choices that don't fit the file and for a kind of file that holds no invoices.
 */
export function* readInvoicesSteps(
  table: Table,
  choices: Choices,
  context: ImportContext,
): Generator<ReadProgress, InvoiceReadings> {
  checkChoices(choices, table.headers);
  minorDigits(context.currency);
  const format = chosenFormat(table, choices);
  if (format.refusal !== null) throw new OwnerError('invalid', format.refusal);
  const sample = table.rows.slice(0, SAMPLE_ROWS).map((row) => row.cells);
  const proposed = choices.mapping
    ? { mapping: { ...emptyMapping(), ...choices.mapping }, doubtful: [] }
    : proposeMapping(table.headers, sample, format);
  const { mapping } = proposed;
  const detected = yield* detectSteps(table, mapping);
  const settings: RowSettings = {
    headers: table.headers,
    mapping,
    dateOrder: choices.dateOrder ?? detected.order.order,
    decimal: choices.decimal ?? detected.decimal.decimal,
    currency: context.currency,
  };
  const encodingQuestion = context.encoding?.question;
  const questions: Question[] = [
    ...(encodingQuestion ? [encodingQuestion] : []),
    ...columnQuestions(table.headers, proposed),
    ...detectionQuestions(detected, mapping, choices),
  ];
  const rowsPerInvoice = choices.rowsPerInvoice ?? (format.rows === 'ask' ? 'one' : format.rows);
  const base = { format, mapping, settings, detected, rowsPerInvoice };
  const unfinished = (open: readonly Question[]): InvoiceReadings => ({
    ...base,
    records: [],
    unreadable: table.unreadable,
    repeated: 0,
    questions: open,
    notes: notesOf(table, detected, mapping, { writtenOff: 0, overpaid: 0 }),
  });
  if (questions.length > 0) return unfinished(questions);

  const read = yield* readRowSteps(table, settings);
  if (rowsPerInvoice !== 'one') holdBackNeighbours(table, read, invoiceKey);
  const rules = { today: context.today, termsDays: choices.termsDays ?? null };
  const gathered = gatherInvoices(read.rows, rowsPerInvoice, read.heldBack, settings, rules);
  if (format.rows === 'ask' && choices.rowsPerInvoice === undefined && gathered.looksLikeLines.count > 0)
    return unfinished([rowsQuestion(gathered.looksLikeLines.count, gathered.looksLikeLines.lines)]);
  return {
    ...base,
    records: gathered.records,
    unreadable: [...table.unreadable, ...read.unreadable, ...gathered.unreadable].sort(
      (a, b) => a.line - b.line,
    ),
    repeated: gathered.repeated,
    questions: [],
    notes: notesOf(table, detected, mapping, gathered),
  };
}
