import { showDay } from '../dates.ts';
import { cellOf } from './cells.ts';
import type { Choices, Mapping } from './choices.ts';
import { DateOrderEvidence, type FoundOrder } from './date-order.ts';
import type { DateOrder } from './dates.ts';
import { parseDate, showOrder } from './dates.ts';
import { DecimalEvidence, type FoundDecimal } from './decimal.ts';
import { AMOUNT_FIELDS, DATE_FIELDS, type Subject } from './fields.ts';
import type { Question, ReadProgress } from './records.ts';
import type { Table } from './table.ts';
import { counted } from './wording.ts';
import { isOtherKind, saysNothing, statusMeaning } from './words.ts';

/** How the file as a whole writes dates and amounts, and which rows lack a due date. */
export interface Detected {
  readonly order: FoundOrder;
  readonly decimal: FoundDecimal;
  readonly withoutDue: number;
}

/** Looks through all rows for what decides the order of dates and the decimal mark. Drafts and the like count too: they are written by the same program. */
export function* detectSteps(table: Table, mapping: Mapping): Generator<ReadProgress, Detected> {
  const order = new DateOrderEvidence();
  const decimal = new DecimalEvidence();
  const dates = DATE_FIELDS.filter((id) => mapping[id] !== null);
  const amounts = AMOUNT_FIELDS.filter((id) => mapping[id] !== null);
  let withoutDue = 0;
  for (const [i, row] of table.rows.entries()) {
    if (i % 5_000 === 4_999) yield { phase: 'looking', done: i, total: table.rows.length };
    for (const id of dates) {
      const cell = cellOf(row.cells, mapping, id);
      if (!saysNothing(cell)) order.add(row.line, cell);
    }
    for (const id of amounts) {
      const cell = cellOf(row.cells, mapping, id);
      if (cell !== '') decimal.add(row.line, cell);
    }
    if (mapping.due !== null && lacksDue(row.cells, mapping)) withoutDue += 1;
  }
  return { order: order.decide(), decimal: decimal.decide(), withoutDue };
}

/** An invoice row whose due date is empty; not a total, a draft or a row of another kind, for which nobody need be asked. */
function lacksDue(cells: readonly string[], mapping: Mapping): boolean {
  if (!saysNothing(cellOf(cells, mapping, 'due'))) return false;
  if (saysNothing(cellOf(cells, mapping, 'invoiceNumber')) || saysNothing(cellOf(cells, mapping, 'issued')))
    return false;
  const status = statusMeaning(cellOf(cells, mapping, 'status'));
  return status !== 'draft' && status !== 'void' && !isOtherKind(cellOf(cells, mapping, 'rowKind'));
}

function orderChoice(order: DateOrder, example: string | null) {
  const read = example === null ? null : parseDate(example, order);
  return {
    value: order,
    label: `${showOrder(order)}${read?.ok ? `: ${example} is ${showDay(read.day)}` : ''}`,
  };
}

const TERMS = [0, 7, 14, 30, 60] as const;

/** What neither the file nor a choice decides. */
export function detectionQuestions(
  detected: Detected,
  mapping: Mapping,
  choices: Choices,
  subject: Subject,
): Question[] {
  const questions: Question[] = [];
  const { order, decimal, withoutDue } = detected;
  if (order.order === 'ambiguous' && choices.dateOrder === undefined)
    questions.push({
      kind: 'dateOrder',
      text: `How are the dates written? ${capital(order.reason)}.`,
      choices: order.open.map((open) => orderChoice(open, order.example)),
    });
  if (decimal.decimal === 'ambiguous' && choices.decimal === undefined)
    questions.push({
      kind: 'decimal',
      text: `How are the amounts written? ${capital(decimal.reason)}.`,
      choices: [
        { value: 'point', label: 'decimal point: 1,020.00' },
        { value: 'comma', label: 'decimal comma: 1.020,00' },
      ],
    });
  if (subject === 'invoices' && choices.termsDays === undefined && (mapping.due === null || withoutDue > 0))
    questions.push({
      kind: 'terms',
      text:
        mapping.due === null
          ? 'This file has no due dates. How many days do your clients have to pay? The due dates worked out from it are marked as assumed.'
          : `${counted(withoutDue, 'row has', 'rows have')} no due date. How many days do these clients have to pay? Due dates worked out from it are marked as assumed.`,
      choices: [
        ...TERMS.map((days) => ({ value: days, label: days === 0 ? 'due at once' : counted(days, 'day') })),
        ...(mapping.due === null ? [] : [{ value: null, label: 'leave these rows out' }]),
      ],
    });
  return questions;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
