import { closeSync, openSync, readSync } from 'node:fs';

const AT_ONCE = 1 << 18;

/** A file piece by piece; each piece is overwritten by the next. */
export function* piecesOf(file: string): Generator<Uint8Array> {
  const bytes = Buffer.alloc(AT_ONCE);
  const handle = openSync(file, 'r');
  try {
    for (;;) {
      const length = readSync(handle, bytes);
      if (length === 0) return;
      yield bytes.subarray(0, length);
    }
  } finally {
    closeSync(handle);
  }
}

/** A file piece by piece as text. Throws TypeError where it is not UTF-8. */
export function* textOf(file: string): Generator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (const piece of piecesOf(file)) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}
