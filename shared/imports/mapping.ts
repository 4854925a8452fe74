import { splitAmount } from './amounts.ts';
import type { Mapping } from './choices.ts';
import { dateForm } from './dates.ts';
import { FIELD_IDS, FIELDS, type FieldId, type FieldKind, type Subject } from './fields.ts';
import type { ImportFormat } from './formats/format.ts';
import { headingWithoutBrackets, plainHeading } from './headings.ts';
import type { Question } from './records.ts';
import { quoted } from './wording.ts';

export interface ProposedMapping {
  readonly mapping: Mapping;
  /** Fields more than one column of the same heading could be, with those columns. */
  readonly doubtful: readonly { readonly field: FieldId; readonly columns: readonly number[] }[];
}

/** A mapping with every field unmapped. */
export function emptyMapping(): Record<FieldId, number | null> {
  return Object.fromEntries(FIELD_IDS.map((id) => [id, null])) as Record<FieldId, number | null>;
}

/** Whether filled cells fit a field's kind; an empty column fits any. Tells a `Paid` of dates from one of amounts or of yes and no. */
function fits(kind: FieldKind, cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length === 0) return true;
  const dates = filled.filter((cell) => looksDated(cell)).length;
  const numbers = filled.filter((cell) => splitAmount(cell).ok).length;
  switch (kind) {
    case 'date':
      return dates * 2 >= filled.length;
    case 'amount':
      return numbers > 0 && numbers >= dates;
    case 'word':
    case 'flag':
      return numbers < filled.length && dates < filled.length;
    case 'text':
      return true;
  }
}

/** A date, or what a spreadsheet left of one: a destroyed date column must be named in the reasons, not lost. */
function looksDated(cell: string): boolean {
  const form = dateForm(cell);
  return form.kind !== 'bad' || !form.reason.endsWith('is not a date');
}

/** Headings several kinds of column go by; only for these the cells decide. */
const SHARED = new Set(['paid', 'bezahlt']);

/**
 * Which column each field is read from, by the format's headings in their order of preference; each column serves one
 * field. `sampleRows` decide only headings that mean different things in different programs (`Paid`).
 */
export function proposeMapping(
  headers: readonly string[],
  sampleRows: readonly (readonly string[])[],
  format: ImportFormat,
): ProposedMapping {
  const plain = headers.map(plainHeading);
  const bare = headers.map(headingWithoutBrackets);
  const cellsOf = (column: number) => sampleRows.map((row) => row[column] ?? '');
  const mapping = emptyMapping();
  const used = new Set<number>();
  const doubtful: { field: FieldId; columns: number[] }[] = [];
  for (const id of FIELD_IDS) {
    for (const alias of format.headings[id] ?? []) {
      const exact = headers.map((_, column) => column).filter((column) => plain[column] === alias);
      const named =
        exact.length > 0
          ? exact
          : headers.map((_, column) => column).filter((column) => bare[column] === alias);
      const columns = named.filter(
        (column) => !used.has(column) && (!SHARED.has(alias) || fits(FIELDS[id].kind, cellsOf(column))),
      );
      const [first] = columns;
      if (first === undefined) continue;
      mapping[id] = first;
      used.add(first);
      const contents = new Set(columns.map((column) => JSON.stringify(cellsOf(column))));
      if (contents.size > 1) doubtful.push({ field: id, columns });
      break;
    }
  }
  return { mapping, doubtful };
}

const ONE_OF_TWO = 'Which column says who the client is?';
const MISSING: Readonly<Record<Subject, Partial<Record<FieldId, string>>>> = {
  invoices: {
    invoiceNumber: 'Which column holds the invoice number?',
    issued: 'Which column holds the invoice date?',
    amount: 'Which column holds the invoice’s amount?',
  },
  complaints: { opened: 'Which column holds the day the complaint was made?' },
};

/** Asks for the columns without which no invoice, or complaint, can be read, and for those two columns could be. */
export function columnQuestions(
  headers: readonly string[],
  proposed: ProposedMapping,
  subject: Subject,
): Question[] {
  const label = (column: number) => headers[column] || `Column ${column + 1} (without heading)`;
  const all = headers.map((_, column) => ({ value: column, label: label(column) }));
  const { mapping } = proposed;
  const questions: Question[] = proposed.doubtful.map(({ field, columns }) => ({
    kind: 'column',
    field,
    text: `${columns.length} columns are headed ${quoted(headers[columns[0] ?? 0] ?? '')}. Which one is the ${FIELDS[field].label.toLowerCase()}?`,
    choices: columns.map((column) => ({ value: column, label: `${label(column)}, column ${column + 1}` })),
  }));
  if (mapping.clientName === null && mapping.clientNumber === null)
    questions.push({ kind: 'column', field: 'clientName', text: ONE_OF_TWO, choices: all });
  for (const [field, text] of Object.entries(MISSING[subject]) as [FieldId, string][])
    if (mapping[field] === null) questions.push({ kind: 'column', field, text, choices: all });
  return questions;
}
