/*
 * SQLite's file format (sqlite.org/fileformat2.html), as far as rows are to be read out of a file that SQLite itself
 * refuses: tables, their leaves and the pages their rows flow over into. Whatever does not fit is passed over, never
 * guessed at.
 */

export type Field = number | string | Buffer | null;

/** One row as it stands on a page: its id, and its columns in the order in which they were declared. */
export interface Row {
  readonly id: number;
  readonly fields: readonly Field[];
}

/** What a page held: its rows, and how many more were begun on it and can't be read. */
export interface Leaf {
  readonly rows: readonly Row[];
  readonly unreadable: number;
}

/** The rows under one root, and the pages that belong to it. */
export interface Tree {
  readonly rows: ReadonlyMap<number, Row>;
  readonly pages: ReadonlySet<number>;
  readonly unreadable: number;
  /** A page of it is not what it should be: rows that lay under it may be anywhere in the file, or nowhere. */
  readonly torn: boolean;
}

const LEAF = 0x0d;
const INTERIOR = 0x05;
/** Larger ids were never given; a byte gone wrong in one would keep all later ones from being given. */
const LARGEST_ID = 2 ** 40;
/** Deeper than any tree of a file that fits a disk. */
const DEEPEST = 24;

class Unreadable extends Error {}

export class Pages {
  readonly count: number;
  readonly size: number;
  readonly #bytes: Buffer;
  readonly #usable: number;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    const said = bytes.length >= 100 ? bytes.readUInt16BE(16) : 0;
    const size = said === 1 ? 65_536 : said;
    // Where the header is gone: the size every ledger of ours has.
    this.size = size >= 512 && (size & (size - 1)) === 0 ? size : 4096;
    const reserved = bytes.length >= 100 && size === this.size ? (bytes[20] ?? 0) : 0;
    this.#usable = this.size - (reserved <= 64 ? reserved : 0);
    this.count = Math.floor(bytes.length / this.size);
  }

  /** A number of the file's header, which begins page 1. */
  header(at: number): number {
    return this.#bytes.length >= 100 ? this.#bytes.readUInt32BE(at) : 0;
  }

  #page(number: number): Buffer | null {
    if (!Number.isInteger(number) || number < 1 || number > this.count) return null;
    return this.#bytes.subarray((number - 1) * this.size, number * this.size);
  }

  /** Every row that can be reached from `root`. */
  tree(root: number): Tree {
    const rows = new Map<number, Row>();
    const pages = new Set<number>();
    let unreadable = 0;
    let torn = false;
    const visit = (number: number, depth: number): void => {
      if (pages.has(number) || depth > DEEPEST) {
        torn = true;
        return;
      }
      const children = this.#children(number);
      const leaf = children === null ? this.leaf(number) : null;
      if (children === null && leaf === null) {
        torn = true;
        return;
      }
      pages.add(number);
      for (const child of children ?? []) visit(child, depth + 1);
      for (const row of leaf?.rows ?? []) if (!rows.has(row.id)) rows.set(row.id, row);
      unreadable += leaf?.unreadable ?? 0;
    };
    visit(root, 0);
    return { rows, pages, unreadable, torn: torn || unreadable > 0 };
  }

  /** The pages under an interior page of a table; null: it is none. */
  #children(number: number): number[] | null {
    const page = this.#page(number);
    const at = number === 1 ? 100 : 0;
    if (page === null || page[at] !== INTERIOR) return null;
    const cells = page.readUInt16BE(at + 3);
    if (at + 12 + 2 * cells > page.length) return null;
    const children: number[] = [];
    for (let cell = 0; cell < cells; cell++) {
      const place = page.readUInt16BE(at + 12 + 2 * cell);
      // A pointer that leads nowhere is met, and told of, where it is followed.
      children.push(place + 4 <= page.length ? page.readUInt32BE(place) : 0);
    }
    return [...children, page.readUInt32BE(at + 8)];
  }

  /** The rows on a leaf of a table; null: the page is none. */
  leaf(number: number): Leaf | null {
    const page = this.#page(number);
    const at = number === 1 ? 100 : 0;
    if (page === null || page[at] !== LEAF) return null;
    const cells = page.readUInt16BE(at + 3);
    if (at + 8 + 2 * cells > page.length) return null;
    const rows: Row[] = [];
    let unreadable = 0;
    for (let cell = 0; cell < cells; cell++) {
      try {
        rows.push(this.#row(page, page.readUInt16BE(at + 8 + 2 * cell)));
      } catch (error) {
        if (!(error instanceof Unreadable || error instanceof RangeError)) throw error;
        unreadable++;
      }
    }
    return { rows, unreadable };
  }

  #row(page: Buffer, at: number): Row {
    const length = varint(page, at);
    const id = varint(page, at + length.bytes);
    if (id.value < 1 || id.value > LARGEST_ID) throw new Unreadable();
    const start = at + length.bytes + id.bytes;
    return { id: id.value, fields: fieldsOf(this.#payload(page, start, length.value)) };
  }

  /** A row's bytes, of which a long one has only the first on the page itself. */
  #payload(page: Buffer, start: number, length: number): Buffer {
    const usable = this.#usable;
    if (length > this.#bytes.length) throw new Unreadable();
    const most = usable - 35;
    const least = Math.floor(((usable - 12) * 32) / 255) - 23;
    const wanted = least + ((length - least) % (usable - 4));
    const here = length <= most ? length : wanted <= most ? wanted : least;
    if (start + here > usable) throw new Unreadable();
    if (here === length) return page.subarray(start, start + here);
    const parts = [page.subarray(start, start + here)];
    let left = length - here;
    let next = page.readUInt32BE(start + here);
    while (left > 0) {
      const more = this.#page(next);
      if (more === null) throw new Unreadable();
      const part = more.subarray(4, 4 + Math.min(left, usable - 4));
      parts.push(part);
      left -= part.length;
      next = more.readUInt32BE(0);
    }
    return Buffer.concat(parts, length);
  }

  /** Pages that are kept for later use: what stands on them was deleted. */
  free(): ReadonlySet<number> {
    const found = new Set<number>();
    let trunk = this.header(32);
    while (trunk !== 0 && !found.has(trunk)) {
      const page = this.#page(trunk);
      if (page === null) break;
      found.add(trunk);
      const leaves = page.readUInt32BE(4);
      if (leaves > this.size / 4 - 2) break;
      for (let leaf = 0; leaf < leaves; leaf++) found.add(page.readUInt32BE(8 + 4 * leaf));
      trunk = page.readUInt32BE(0);
    }
    return found;
  }
}

function fieldsOf(payload: Buffer): Field[] {
  const head = varint(payload, 0);
  const types: number[] = [];
  for (let at = head.bytes; at < head.value; ) {
    const type = varint(payload, at);
    types.push(type.value);
    at += type.bytes;
    if (types.length > 200) throw new Unreadable();
  }
  let at = head.value;
  const fields = types.map((type) => {
    const length = lengthOf(type);
    if (at + length > payload.length) throw new Unreadable();
    const bytes = payload.subarray(at, at + length);
    at += length;
    return fieldOf(type, bytes);
  });
  // A record that does not end where its columns do was not written by SQLite.
  if (at !== payload.length) throw new Unreadable();
  return fields;
}

function lengthOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2);
  const length = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0][type];
  if (length === undefined) throw new Unreadable();
  return length;
}

function fieldOf(type: number, bytes: Buffer): Field {
  if (type === 0) return null;
  if (type === 8 || type === 9) return type - 8;
  if (type === 7) return bytes.readDoubleBE(0);
  if (type === 6) return Number(bytes.readBigInt64BE(0));
  if (type < 6) return bytes.readIntBE(0, bytes.length);
  return type % 2 === 0 ? Buffer.from(bytes) : bytes.toString('utf8');
}

/** SQLite's integer of 1 to 9 bytes. One above 2^53 is never ours. */
function varint(bytes: Buffer, at: number): { value: number; bytes: number } {
  let value = 0;
  for (let length = 1; length <= 8; length++) {
    const byte = bytes[at + length - 1];
    if (byte === undefined) throw new Unreadable();
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      if (!Number.isSafeInteger(value)) throw new Unreadable();
      return { value, bytes: length };
    }
  }
  throw new Unreadable();
}
