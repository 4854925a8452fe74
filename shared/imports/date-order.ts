import { makeDay } from '../dates.ts';
import {
  type DateForm,
  type DateOrder,
  type DateOrderReading,
  dateForm,
  inOrder,
  showOrder,
} from './dates.ts';
import type { LinedText } from './decimal.ts';
import { counted, listed, quoted } from './wording.ts';

export interface FoundOrder {
  readonly order: DateOrderReading;
  readonly reason: string;
  /** The orders still possible, where `ambiguous`. */
  readonly open: readonly DateOrder[];
  /** A date that is another day in each order, where `ambiguous`. */
  readonly example: string | null;
  /** How many dates give their year with two digits. */
  readonly shortYears: number;
}

type Three = Extract<DateForm, { kind: 'three' }>;
const ORDERS: readonly DateOrder[] = ['dmy', 'mdy', 'ymd'];

function dayIn(form: Three, order: DateOrder): string | null {
  const read = inOrder(form, order);
  return read && makeDay(read.year, read.month, read.day);
}

/**
 * Gathers evidence date by date, over all date columns together: an order is out as soon as one date exists only in
 * another. A date that exists in no order proves nothing. With two-digit years `24-06-07` could begin with its year:
 * there the place that hardly varies while another does is the year.
 */
export class DateOrderEvidence {
  #against: Record<DateOrder, LinedText | null> = { dmy: null, mdy: null, ymd: null };
  /** For each pair of orders whether some date is a different day in them. */
  #differ = new Map<string, string>();
  #threes = 0;
  #repeats = 0;
  #looked = new Set<number>();
  #fixed = 0;
  #shortYears = 0;
  #firsts = new Set<number>();
  #thirds = new Set<number>();

  add(line: number, text: string): void {
    const form = dateForm(text);
    if (form.kind === 'bad') return;
    if (form.shortYear) this.#shortYears += 1;
    if (form.kind === 'fixed') {
      this.#fixed += 1;
      return;
    }
    // The same numbers prove nothing new; a year has few days, so this set stays small.
    const numbers = (form.c * 100 + form.b) * 100 + form.a;
    if (this.#looked.has(numbers)) {
      this.#repeats += 1;
      return;
    }
    if (this.#looked.size < 100_000) this.#looked.add(numbers);
    const days = { dmy: dayIn(form, 'dmy'), mdy: dayIn(form, 'mdy'), ymd: dayIn(form, 'ymd') };
    const possible = ORDERS.filter((order) => days[order] !== null);
    if (possible.length === 0) return;
    this.#threes += 1;
    if (form.shortYear) {
      this.#firsts.add(form.a);
      this.#thirds.add(form.c);
    }
    const shown = text.trim();
    for (const order of ORDERS) if (days[order] === null) this.#against[order] ??= { line, text: shown };
    for (const one of possible)
      for (const other of possible)
        if (one < other && days[one] !== days[other] && !this.#differ.has(one + other))
          this.#differ.set(one + other, shown);
  }

  decide(): FoundOrder {
    const base = { open: [], example: null, shortYears: this.#shortYears };
    if (this.#threes === 0)
      return this.#fixed === 0
        ? { ...base, order: 'none', reason: 'no dates occur' }
        : { ...base, order: 'ymd', reason: 'each date begins with its year or names its month' };
    let open = ORDERS.filter((order) => this.#against[order] === null);
    let because = '';
    if (open.length > 1 && open.includes('ymd')) {
      if (this.#thirds.size <= 3 && this.#firsts.size >= 8) {
        open = open.filter((order) => order !== 'ymd');
        because = `the last number is only ${listed([...this.#thirds].map(String))} and so the year`;
      } else if (this.#firsts.size <= 3 && this.#thirds.size >= 8) {
        open = ['ymd'];
        because = `the first number is only ${listed([...this.#firsts].map(String))} and so the year`;
      }
    }
    const [first] = open;
    if (first === undefined) return { ...base, ...this.#conflict() };
    if (open.length === 1) {
      const proof = ORDERS.filter((order) => order !== first && (order !== 'ymd' || this.#shortYears > 0))
        .map((order) => this.#against[order])
        .find((example) => example !== null);
      const why =
        because ||
        (proof ? `${quoted(proof.text)} occurs in line ${proof.line}` : 'nothing else is possible');
      return { ...base, order: first, reason: `${showOrder(first)}, because ${why}` };
    }
    const example = open
      .flatMap((one) => open.map((other) => this.#differ.get(one + other)))
      .find((text) => text !== undefined);
    if (example === undefined) return { ...base, order: first, reason: 'either order gives the same days' };
    const noun = counted(this.#threes + this.#repeats, 'date');
    return {
      ...base,
      order: 'ambiguous',
      reason: `nothing in ${noun} decides whether ${quoted(example)} is read ${open.map(showOrder).join(' or ')}`,
      open,
      example,
    };
  }

  #conflict(): Pick<FoundOrder, 'order' | 'reason' | 'open' | 'example'> {
    const { dmy, mdy } = this.#against;
    const evidence = [
      mdy ? `${quoted(mdy.text)} in line ${mdy.line} can’t be month first` : null,
      dmy ? `${quoted(dmy.text)} in line ${dmy.line} can’t be day first` : null,
    ].filter((part) => part !== null);
    return {
      order: 'ambiguous',
      reason: `the dates are mixed: ${evidence.join('; ')}. Rows that don’t fit your answer are listed as unreadable`,
      open: this.#shortYears > 0 ? ORDERS : ['dmy', 'mdy'],
      example: dmy?.text ?? mdy?.text ?? null,
    };
  }
}

/** In which order the dates of all columns together are written. */
export function detectDateOrder(cells: Iterable<LinedText>): FoundOrder {
  const evidence = new DateOrderEvidence();
  for (const { line, text } of cells) evidence.add(line, text);
  return evidence.decide();
}
