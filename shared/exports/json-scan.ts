import { JsonFault } from './json-fault.ts';

/** What the scanner meets, in the order of the file. */
export interface JsonHearer {
  /** A member of the outermost object beside `tables`. */
  member(name: string, value: unknown): void;
  /** A table begins. */
  table(name: string): void;
  /** One row of the table that began last. */
  row(value: unknown): void;
}

/** Most characters of one row: a kept page with its pictures stays far below. */
export const LONGEST_ROW = 16_000_000;
/** Deepest nesting of one value; ours are flat. */
const DEEPEST = 4;

type State =
  | 'begin'
  | 'first key'
  | 'key'
  | 'colon'
  | 'value'
  | 'after value'
  | 'tables'
  | 'first table'
  | 'table'
  | 'table colon'
  | 'rows'
  | 'first row'
  | 'row'
  | 'after row'
  | 'after table'
  | 'end';

const isBlank = (code: number) => code === 32 || code === 10 || code === 13 || code === 9;

/**
 * Reads `{…, "tables": {"client": [row, row], …}}` piece by piece, however it is laid out, and hands on each value when
 * it is whole: a file larger than the memory is read in constant memory. Throws JsonFault where it is no such JSON, or
 * a value is longer or deeper than any of ours.
 */
export class JsonScanner {
  readonly #hearer: JsonHearer;
  #state: State = 'begin';
  #text = '';
  #at = 0;
  #key = '';
  /** Inside a value: how far it was looked through, and what it was in there. */
  #seen = 0;
  #depth = 0;
  #quoted = false;
  #escaped = false;
  readonly #names = new Set<string>();
  readonly #tables = new Set<string>();

  constructor(hearer: JsonHearer) {
    this.#hearer = hearer;
  }

  /** The next piece of the file. */
  feed(piece: string): void {
    this.#text = this.#text.slice(this.#at) + piece;
    this.#seen = Math.max(0, this.#seen - this.#at);
    this.#at = 0;
    while (this.#step()) {}
    if (this.#text.length - this.#at > LONGEST_ROW) throw new JsonFault('one of its rows is far too long');
  }

  /** The file has ended. */
  end(): void {
    this.feed('\n');
    if (this.#state !== 'end') throw new JsonFault('it breaks off in the middle');
  }

  /** Goes one token further; false where more of the file is needed. */
  #step(): boolean {
    while (isBlank(this.#text.charCodeAt(this.#at))) this.#at++;
    if (this.#at >= this.#text.length) return false;
    switch (this.#state) {
      case 'begin':
        return this.#sign({ '{': 'first key' });
      case 'first key':
        return this.#text[this.#at] === '}' ? this.#sign({ '}': 'end' }) : this.#name(this.#names, 'colon');
      case 'key':
        return this.#name(this.#names, 'colon');
      case 'colon':
        return this.#sign({ ':': this.#key === 'tables' ? 'tables' : 'value' });
      case 'value':
        return this.#whole((value) => this.#hearer.member(this.#key, value), 'after value');
      case 'after value':
        return this.#sign({ ',': 'key', '}': 'end' });
      case 'tables':
        return this.#sign({ '{': 'first table' });
      case 'first table':
        if (this.#text[this.#at] === '}') return this.#sign({ '}': 'after value' });
        return this.#name(this.#tables, 'table colon');
      case 'table':
        return this.#name(this.#tables, 'table colon');
      case 'table colon':
        return this.#sign({ ':': 'rows' });
      case 'rows':
        this.#hearer.table(this.#key);
        return this.#sign({ '[': 'first row' });
      case 'first row':
        if (this.#text[this.#at] === ']') return this.#sign({ ']': 'after table' });
        this.#state = 'row';
        return true;
      case 'row':
        return this.#whole((value) => this.#hearer.row(value), 'after row');
      case 'after row':
        return this.#sign({ ',': 'row', ']': 'after table' });
      case 'after table':
        return this.#sign({ ',': 'table', '}': 'after value' });
      case 'end':
        throw new JsonFault('something stands after its end');
    }
  }

  #sign(next: Readonly<Record<string, State>>): boolean {
    const state = next[this.#text[this.#at] ?? ''];
    if (state === undefined) throw new JsonFault('it is not JSON in the order that Evenhand writes');
    this.#at++;
    this.#seen = this.#at;
    this.#state = state;
    return true;
  }

  #name(known: Set<string>, next: State): boolean {
    return this.#whole((value) => {
      if (typeof value !== 'string') throw new JsonFault('it is not JSON in the order that Evenhand writes');
      if (known.has(value)) throw new JsonFault(`“${value.slice(0, 60)}” stands in it twice`);
      known.add(value);
      this.#key = value;
    }, next);
  }

  /** Hands a value on once its last character has come. */
  #whole(use: (value: unknown) => void, next: State): boolean {
    const end = this.#endOfValue();
    if (end === null) return false;
    let value: unknown;
    try {
      value = JSON.parse(this.#text.slice(this.#at, end));
    } catch {
      throw new JsonFault('it is not JSON');
    }
    this.#at = end;
    this.#seen = end;
    this.#depth = 0;
    this.#state = next;
    use(value);
    return true;
  }

  /** Where the value at `#at` ends; null while that has not come. What was looked through is not looked through again. */
  #endOfValue(): number | null {
    const text = this.#text;
    let i = Math.max(this.#seen, this.#at);
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (this.#quoted) {
        if (this.#escaped) this.#escaped = false;
        else if (code === 92) this.#escaped = true;
        else if (code === 34) {
          this.#quoted = false;
          if (this.#depth === 0) return i + 1;
        }
      } else if (code === 34) {
        this.#quoted = true;
      } else if (code === 123 || code === 91) {
        this.#depth++;
        if (this.#depth > DEEPEST) throw new JsonFault('it is nested deeper than any of ours');
      } else if (code === 125 || code === 93) {
        // The end of what a number or a word stands in.
        if (this.#depth === 0) return i;
        this.#depth--;
        if (this.#depth === 0) return i + 1;
      } else if (this.#depth === 0 && (code === 44 || code === 58 || isBlank(code))) {
        return i;
      }
    }
    this.#seen = i;
    return null;
  }
}
