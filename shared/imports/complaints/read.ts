import { showDay } from '../../dates.ts';
import type { Minor } from '../../money.ts';
import { type Begun, tableNotes } from '../begin.ts';
import type { Choices } from '../choices.ts';
import type { FieldId } from '../fields.ts';
import type { ImportContext, OddQuestion, Question, ReadProgress, Unreadable } from '../records.ts';
import { unreadableRow } from '../row.ts';
import type { Table } from '../table.ts';
import { counted } from '../wording.ts';
import { closedEarly, findOdd, oddQuestions, unanswered } from './odd.ts';
import { type ImportedComplaint, type ImportedKind, NAMELESS_CLIENT } from './record.ts';
import { type ComplaintValues, readComplaint } from './row.ts';
import { resultTable, standsFor, typeTable, type ValueTable } from './values.ts';

/** Money given back, by what becomes of the rows it stands in. `read` is the sum of all whose cell can be read. */
export interface MoneyRead {
  readonly read: Minor;
  readonly leftOut: Minor;
  readonly repeated: Minor;
  /** Rows that can't be read, and the money in them neither. */
  readonly unknownRows: number;
}

/** What came of reading a table of complaints. */
export interface ComplaintReadings {
  /** Empty while a question is open: half a reading must not be mistaken for a whole one. */
  readonly records: readonly ImportedComplaint[];
  /** In the order of the file. */
  readonly unreadable: readonly Unreadable[];
  /** Rows that come in otherwise than they stand in the file, those to be looked up first. */
  readonly adjusted: readonly Unreadable[];
  readonly repeated: number;
  readonly money: MoneyRead;
  /** What the columns hold and what it stands for; null while the columns themselves are asked for. */
  readonly types: ValueTable<number> | null;
  readonly results: ValueTable<ImportedKind> | null;
  /** Everything odd the owner decides on, answered or not. */
  readonly odd: readonly OddQuestion[];
  readonly questions: readonly Question[];
  readonly notes: readonly string[];
}

interface RowsRead {
  readonly rows: readonly ComplaintValues[];
  readonly unreadable: readonly Unreadable[];
  readonly money: MoneyRead;
}

function* readRowSteps(
  table: Table,
  { settings, mapping }: Begun,
  context: ImportContext,
): Generator<ReadProgress, RowsRead> {
  const rows: ComplaintValues[] = [];
  const unreadable: Unreadable[] = [];
  let [read, leftOut] = [0, 0];
  let unknownRows = mapping.moneyBack === null ? 0 : table.unreadable.length;
  for (const [i, tableRow] of table.rows.entries()) {
    if (i % 2_000 === 1_999) yield { phase: 'reading', done: i, total: table.rows.length };
    const reading = readComplaint(tableRow, settings, context.today);
    if (reading.ok) {
      rows.push(reading.row);
      read += reading.row.money;
    } else {
      unreadable.push(reading.problem);
      if (reading.money === null) unknownRows += 1;
      else {
        read += reading.money;
        leftOut += reading.money;
      }
    }
  }
  return { rows, unreadable, money: { read, leftOut, repeated: 0, unknownRows } };
}

/** Rows as the owner said they come in: which are taken, which are left out, and which come in changed. */
class Taking {
  readonly records: ImportedComplaint[] = [];
  readonly leftOut: Unreadable[] = [];
  readonly #closedEarly: Unreadable[] = [];
  readonly #nameless: Unreadable[] = [];
  leftOutMoney = 0;
  readonly #begun: Begun;
  readonly #choices: Choices;
  readonly #causeOf: (text: string | null) => number | null;
  readonly #kindOf: (text: string | null) => ImportedKind | null;

  constructor(begun: Begun, choices: Choices, types: ValueTable<number>, results: ValueTable<ImportedKind>) {
    this.#begun = begun;
    this.#choices = choices;
    this.#causeOf = standsFor(types);
    this.#kindOf = standsFor(results);
  }

  take(row: ComplaintValues): void {
    const early = closedEarly(row) ? row.closed : null;
    const closedWords =
      early === null ? '' : `closed on ${showDay(early)}, before it was opened on ${showDay(row.opened)}`;
    if (row.clientName === null && this.#choices.nameless === 'leaveOut') {
      this.#leaveOut(row, 'clientName', 'no name: left out, as you chose');
      return;
    }
    if (early !== null && this.#choices.closedEarly === 'leaveOut') {
      this.#leaveOut(row, 'closed', `${closedWords}: left out, as you chose`);
      return;
    }
    const sameDay = this.#choices.closedEarly === 'sameDay';
    if (row.clientName === null)
      this.#nameless.push(
        this.#adjusted(row, 'clientName', `no name: comes in under the client “${NAMELESS_CLIENT}”`),
      );
    if (early !== null)
      this.#closedEarly.push(
        this.#adjusted(
          row,
          'closed',
          `${closedWords}: comes in as ${sameDay ? 'settled the day it was opened' : 'not settled'}. Look up which day is right and correct it there`,
        ),
      );
    const both = row.said !== null && row.about !== null;
    this.records.push({
      line: row.line,
      clientNumber: row.clientNumber,
      clientName: row.clientName ?? NAMELESS_CLIENT,
      email: row.email,
      phone: row.phone,
      descriptor: row.descriptor,
      opened: row.opened,
      closed: early === null ? row.closed : sameDay ? row.opened : null,
      closedEarlyOn: early,
      words: row.said ?? row.about ?? '',
      title: both ? titleOf(row.about) : null,
      causeId: this.#causeOf(row.about),
      result: row.result,
      kind: this.#kindOf(row.result),
      money: row.money,
      satisfied: row.satisfied,
    });
  }

  #leaveOut(row: ComplaintValues, field: FieldId, reason: string): void {
    this.leftOut.push(unreadableRow(row, this.#begun.settings, field, reason, 'leftOut'));
    this.leftOutMoney += row.money;
  }

  #adjusted(row: ComplaintValues, field: FieldId, reason: string): Unreadable {
    return unreadableRow(row, this.#begun.settings, field, reason, 'adjusted');
  }

  /** Days that can't be so first: they are to be looked up one by one. */
  adjusted(): readonly Unreadable[] {
    return [...this.#closedEarly, ...this.#nameless];
  }
}

/** A title is a few words; a longer one is cut at a blank, and counted among the notes. */
function titleOf(about: string | null): string | null {
  if (about === null || about.length <= 60) return about;
  return `${about.slice(0, 59).replace(/\s+\S*$/, '')}…`;
}

/** Reads the complaints of a table; a generator, so that the caller can show progress and stop between steps. */
export function* readComplaintsSteps(
  table: Table,
  begun: Begun,
  choices: Choices,
  context: ImportContext,
): Generator<ReadProgress, ComplaintReadings> {
  if (begun.questions.length > 0)
    return {
      records: [],
      unreadable: table.unreadable,
      adjusted: [],
      repeated: 0,
      money: { read: 0, leftOut: 0, repeated: 0, unknownRows: 0 },
      types: null,
      results: null,
      odd: [],
      questions: begun.questions,
      notes: tableNotes(table, begun, []),
    };
  const read = yield* readRowSteps(table, begun, context);
  const rows = findOdd(read.rows);
  const odd = oddQuestions(rows, context);
  const questions = unanswered(odd, choices);
  const repeats = new Set(choices.twins === 'once' ? rows.twins : []);
  const taken = read.rows.filter((row) => !repeats.has(row));
  const types = typeTable(taken, context.causes ?? [], choices);
  const results = resultTable(taken, choices);
  const taking = new Taking(begun, choices, types, results);
  if (questions.length === 0) for (const row of taken) taking.take(row);
  return {
    records: taking.records,
    unreadable: [...table.unreadable, ...read.unreadable, ...taking.leftOut].sort((a, b) => a.line - b.line),
    adjusted: taking.adjusted(),
    repeated: repeats.size,
    money: {
      ...read.money,
      leftOut: read.money.leftOut + taking.leftOutMoney,
      repeated: [...repeats].reduce((sum, row) => sum + row.money, 0),
    },
    types,
    results,
    odd,
    questions,
    notes: tableNotes(table, begun, warningsOf(begun, taking.records)),
  };
}

function warningsOf({ mapping }: Begun, records: readonly ImportedComplaint[]): string[] {
  const warnings: string[] = [];
  if (mapping.closed === null)
    warnings.push('No column says on which day a complaint was closed: all come in as not settled.');
  if (mapping.moneyBack === null)
    warnings.push('No column says how much money was given back: no refund comes in.');
  const wordless = records.filter((record) => record.words === '').length;
  if (wordless > 0)
    warnings.push(
      `${counted(wordless, 'complaint comes', 'complaints come')} in without words and without a cause: the file doesn’t say what ${wordless === 1 ? 'it was' : 'they were'} about.`,
    );
  const cut = records.filter((record) => record.title?.endsWith('…')).length;
  if (cut > 0)
    warnings.push(
      `${counted(cut, 'complaint has', 'complaints have')} more than 60 characters on what it is about: shortened in the title, for their own words are kept whole.`,
    );
  return warnings;
}
