/** What the journal beside a ledger adds to it: SQLite's WAL format, frames up to the last whole commit. */

const HEADER = 32;
const FRAME = 24;

/** The bytes of the file as they were after the last commit that stands whole in `wal`. */
export function withJournal(bytes: Buffer, wal: Buffer): Buffer {
  const found = frames(wal);
  if (found === null) return bytes;
  const { size, pages, count } = found;
  const whole = Buffer.alloc(count * size);
  bytes.copy(whole, 0, 0, Math.min(bytes.length, whole.length));
  for (const [page, at] of pages) if (page <= count) wal.copy(whole, (page - 1) * size, at, at + size);
  return whole;
}

/** The newest committed copy of each page, by where it stands in the journal. Null: no commit stands whole. */
function frames(wal: Buffer): { size: number; pages: ReadonlyMap<number, number>; count: number } | null {
  if (wal.length < HEADER + FRAME) return null;
  const magic = wal.readUInt32BE(0);
  const size = wal.readUInt32BE(8);
  if (magic >>> 1 !== 0x377f0682 >>> 1 || size < 512 || (size & (size - 1)) !== 0) return null;
  const word =
    (magic & 1) === 1 ? (at: number) => wal.readUInt32BE(at) : (at: number) => wal.readUInt32LE(at);
  let sum: readonly [number, number] = summed(word, 0, 24, [0, 0]);
  const committed = new Map<number, number>();
  let count = 0;
  let open: [number, number][] = [];
  for (let at = HEADER; at + FRAME + size <= wal.length; at += FRAME + size) {
    // Salts that differ: left over from before the journal was begun anew.
    if (wal.compare(wal, 16, 24, at + 8, at + 16) !== 0) break;
    sum = summed(word, at + FRAME, size, summed(word, at, 8, sum));
    if (sum[0] !== wal.readUInt32BE(at + 16) || sum[1] !== wal.readUInt32BE(at + 20)) break;
    open.push([wal.readUInt32BE(at), at + FRAME]);
    const after = wal.readUInt32BE(at + 4);
    if (after === 0) continue;
    for (const [page, place] of open) committed.set(page, place);
    open = [];
    count = after;
  }
  return count === 0 ? null : { size, pages: committed, count };
}

/** The format's own checksum, going on from `before`. */
function summed(
  word: (at: number) => number,
  from: number,
  length: number,
  before: readonly [number, number],
): readonly [number, number] {
  let [first, second] = before;
  for (let at = from; at < from + length; at += 8) {
    first = (first + word(at) + second) >>> 0;
    second = (second + word(at + 4) + first) >>> 0;
  }
  return [first, second];
}
