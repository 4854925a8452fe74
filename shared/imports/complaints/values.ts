import type { Cause } from '../../complaints/complaint.ts';
import type { Minor } from '../../money.ts';
import type { Choices } from '../choices.ts';
import { plainName } from '../row.ts';
import { guessCause, guessKind } from './guesses.ts';
import type { ImportedKind } from './record.ts';
import type { ComplaintValues } from './row.ts';

/** One of the different things that stand in a column, and what it stands for. */
export interface ValueLine<V> {
  /** What the choice is kept under: spellings that differ in case or blanks alone are one. */
  readonly key: string;
  /** As it is first spelled. */
  readonly text: string;
  readonly rows: number;
  /** Given back in these rows. */
  readonly money: Minor;
  readonly value: V | null;
  /** Whether the owner said so; else it was guessed by its words. */
  readonly chosen: boolean;
}

/** The different things that stand in a column, the commonest first. */
export interface ValueTable<V> {
  /** At most `SHOWN_VALUES`; the others stand for nothing. */
  readonly lines: readonly ValueLine<V>[];
  /** How many different ones there are. */
  readonly all: number;
  /** Rows in which nothing stands. */
  readonly blank: number;
}

/** More different values than this are no kinds but free text: nobody would go through them. */
export const SHOWN_VALUES = 200;

function tableOf<V>(
  rows: readonly ComplaintValues[],
  textIn: (row: ComplaintValues) => string | null,
  chosen: Readonly<Record<string, V | null>>,
  guess: (text: string) => V | null,
): ValueTable<V> {
  const found = new Map<string, { text: string; rows: number; money: Minor }>();
  let blank = 0;
  for (const row of rows) {
    const text = textIn(row);
    if (text === null) {
      blank += 1;
      continue;
    }
    const key = plainName(text);
    const line = found.get(key);
    if (line) {
      line.rows += 1;
      line.money += row.money;
    } else found.set(key, { text, rows: 1, money: row.money });
  }
  const lines = [...found]
    .sort(([, a], [, b]) => b.rows - a.rows || a.text.localeCompare(b.text, 'en'))
    .slice(0, SHOWN_VALUES)
    .map(([key, line]) => {
      const said = Object.hasOwn(chosen, key) ? chosen[key] : undefined;
      return {
        key,
        ...line,
        value: said === undefined ? guess(line.text) : said,
        chosen: said !== undefined,
      };
    });
  return { lines, all: found.size, blank };
}

/** The kinds of complaint with the cause each stands for; a chosen cause that is gone by now counts as not chosen. */
export function typeTable(
  rows: readonly ComplaintValues[],
  causes: readonly Cause[],
  choices: Choices,
): ValueTable<number> {
  const ids = new Set<number | null>([null, ...causes.map((cause) => cause.id)]);
  const chosen = Object.entries(choices.causes ?? {}).filter(([, id]) => ids.has(id));
  return tableOf(
    rows,
    (row) => row.about,
    Object.fromEntries(chosen),
    (text) => guessCause(text, causes),
  );
}

/** The results with the decision each stands for. */
export function resultTable(rows: readonly ComplaintValues[], choices: Choices): ValueTable<ImportedKind> {
  return tableOf(rows, (row) => row.result, choices.results ?? {}, guessKind);
}

/** What a text stands for, by its table. */
export function standsFor<V>(table: ValueTable<V>): (text: string | null) => V | null {
  const values = new Map(table.lines.map((line) => [line.key, line.value]));
  return (text) => (text === null ? null : (values.get(plainName(text)) ?? null));
}
