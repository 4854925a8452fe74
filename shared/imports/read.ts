import { type Begun, tableNotes } from './begin.ts';
import type { RowSettings } from './cells.ts';
import type { Choices } from './choices.ts';
import { gatherInvoices } from './gather.ts';
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

/** What came of reading a table of invoices. */
export interface InvoiceReadings {
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

function notesOf(table: Table, begun: Begun, gathered: { writtenOff: number; overpaid: number }): string[] {
  const { mapping } = begun;
  const warning: string[] = [];
  if (mapping.invoiceNumber === null && mapping.issued === null && mapping.amount === null)
    warning.push('None of the headings is one an invoice list has. Is this the right file?');
  if (mapping.settledOn === null && mapping.invoiceNumber !== null)
    warning.push('No column says on which day an invoice was paid: none is read as paid.');
  const notes = tableNotes(table, begun, warning);
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

/** Reads the invoices of a table; a generator, so that the caller can show progress and stop between steps. */
export function* readInvoicesSteps(
  table: Table,
  begun: Begun,
  choices: Choices,
  context: ImportContext,
): Generator<ReadProgress, InvoiceReadings> {
  const { format, settings } = begun;
  const rowsPerInvoice = choices.rowsPerInvoice ?? (format.rows === 'ask' ? 'one' : format.rows);
  const unfinished = (open: readonly Question[]): InvoiceReadings => ({
    rowsPerInvoice,
    records: [],
    unreadable: table.unreadable,
    repeated: 0,
    questions: open,
    notes: notesOf(table, begun, { writtenOff: 0, overpaid: 0 }),
  });
  if (begun.questions.length > 0) return unfinished(begun.questions);

  const read = yield* readRowSteps(table, settings);
  if (rowsPerInvoice !== 'one') holdBackNeighbours(table, read, invoiceKey);
  const rules = { today: context.today, termsDays: choices.termsDays ?? null };
  const gathered = gatherInvoices(read.rows, rowsPerInvoice, read.heldBack, settings, rules);
  if (format.rows === 'ask' && choices.rowsPerInvoice === undefined && gathered.looksLikeLines.count > 0)
    return unfinished([rowsQuestion(gathered.looksLikeLines.count, gathered.looksLikeLines.lines)]);
  return {
    rowsPerInvoice,
    records: gathered.records,
    unreadable: [...table.unreadable, ...read.unreadable, ...gathered.unreadable].sort(
      (a, b) => a.line - b.line,
    ),
    repeated: gathered.repeated,
    questions: [],
    notes: notesOf(table, begun, gathered),
  };
}
