import { minorDigits } from '../money.ts';
import { OwnerError } from '../result.ts';
import type { RowSettings } from './cells.ts';
import type { Choices, Mapping } from './choices.ts';
import { type Detected, detectionQuestions, detectSteps } from './detect.ts';
import { FIELD_IDS, type Subject } from './fields.ts';
import type { ImportFormat } from './formats/format.ts';
import { formatById, recogniseFormat } from './formats/index.ts';
import { columnQuestions, emptyMapping, proposeMapping } from './mapping.ts';
import type { ImportContext, Question, ReadProgress } from './records.ts';
import { recogniseSubject } from './subject.ts';
import type { Table } from './table.ts';
import { counted } from './wording.ts';

/** How a table is to be read, before any row is: what it lists, in which columns, written how. */
export interface Begun {
  readonly subject: { readonly value: Subject; readonly chosen: boolean; readonly reason: string };
  readonly format: ImportFormat;
  readonly mapping: Mapping;
  readonly settings: RowSettings;
  readonly detected: Detected;
  /** What must be answered before any row can be read. */
  readonly questions: readonly Question[];
}

const SAMPLE_ROWS = 200;

/** A format that is chosen says what the file lists, unless that is chosen too. */
function whatItIs(table: Table, choices: Choices): Pick<Begun, 'subject' | 'format'> {
  const { formatId, subject: said } = choices;
  const chosen = formatId === undefined ? null : formatById(formatId);
  if (formatId !== undefined && (chosen === null || (said !== undefined && chosen.subject !== said)))
    throw new OwnerError('invalid', `There is no import format ${formatId}.`, 'formatId');
  const found = recogniseSubject(table.headers);
  const value = said ?? chosen?.subject ?? found.subject;
  const subject =
    value === found.subject
      ? { value, chosen: said !== undefined, reason: found.reason }
      : { value, chosen: true, reason: 'as you said' };
  return { subject, format: chosen ?? recogniseFormat(table.headers, value) };
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

/**
 * Finds out how a table is to be read; a generator, so that the caller can show progress and stop between steps.
 * Throws OwnerError('invalid') for choices that don't fit the file and for a kind of file that can't be imported.
 */
export function* beginSteps(
  table: Table,
  choices: Choices,
  context: ImportContext,
): Generator<ReadProgress, Begun> {
  checkChoices(choices, table.headers);
  minorDigits(context.currency);
  const { subject, format } = whatItIs(table, choices);
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
    codes: format.codes === true,
  };
  const encodingQuestion = context.encoding?.question;
  const questions: Question[] = [
    ...(encodingQuestion ? [encodingQuestion] : []),
    ...columnQuestions(table.headers, proposed, subject.value),
    ...detectionQuestions(detected, mapping, choices, subject.value),
  ];
  return { subject, format, mapping, settings, detected, questions };
}

/** What is worth saying of any table, whatever it lists; `warnings` are said right after what its headings gave. */
export function tableNotes(
  table: Table,
  { detected, mapping }: Begun,
  warnings: readonly string[],
): string[] {
  const notes = [...table.notes, ...warnings];
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
  return notes;
}
