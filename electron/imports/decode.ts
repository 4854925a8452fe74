import iconv from 'iconv-lite';
import type { Question } from '../../shared/imports/records.ts';
import { OwnerError } from '../../shared/result.ts';
import { LARGEST_FILE } from './largest-file.ts';
import { CHOOSABLE, encodingName, guessLegacy, LATIN } from './legacy-encoding.ts';
import { otherKindOfBytes } from './other-kinds.ts';
import { lookThrough, markLines, type Utf8Lines } from './utf8-lines.ts';

export interface Decoded {
  readonly text: string;
  /** As the owner knows it. */
  readonly encoding: string;
  readonly reason: string;
  /** Where the bytes don't decide; `text` is then only the likeliest reading. */
  readonly question: Question | null;
}

const startsWith = (bytes: Uint8Array, ...start: number[]) => start.every((byte, i) => bytes[i] === byte);

function decoded(text: string, encoding: string, reason: string, question: Question | null = null): Decoded {
  // Programs of the DOS age end a file with Ctrl-Z.
  const whole = text.startsWith('\ufeff') ? text.slice(1) : text;
  return {
    text: whole.endsWith('\u001a') ? whole.slice(0, -1) : whole,
    encoding,
    reason,
    question,
  };
}

function utf16(bytes: Uint8Array, name: 'utf-16le' | 'utf-16be', reason: string): Decoded {
  if (bytes.length % 2 === 1)
    throw new OwnerError(
      'invalid',
      'This file is cut off in the middle of its last character. Export it again.',
    );
  return decoded(iconv.decode(bytes, name), name.toUpperCase(), reason);
}

/** UTF-16 without a mark: every other byte of plain Latin text is 0. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096 - (4096 % 2));
  let [even, odd] = [0, 0];
  for (const [i, byte] of sample.entries())
    if (byte === 0) {
      if (i % 2 === 0) even += 1;
      else odd += 1;
    }
  const half = Math.floor(sample.length / 2);
  if (half < 4) return null;
  if (odd > half * 0.7 && even < half * 0.05) return 'utf-16le';
  return even > half * 0.7 && odd < half * 0.05 ? 'utf-16be' : null;
}

function refuseBinary(bytes: Uint8Array): void {
  const sample = bytes.subarray(0, 65_536);
  const control = sample.reduce(
    (count, byte) =>
      count + (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 26 ? 1 : 0),
    0,
  );
  if (bytes.includes(0) || control > sample.length / 100)
    throw new OwnerError('invalid', 'This is not a text file. Export the invoices as CSV.');
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

const lines = (count: number) =>
  count === 1 ? '1 line holds' : `${count.toLocaleString('en-GB')} lines hold`;

/**
 * A file that is neither. Letters of the smaller part become U+FFFD, the mark of a lost letter: rows that have one in
 * a column that is used are listed as unreadable, so that nothing is garbled in silence.
 */
function decodeMixed(
  bytes: Uint8Array,
  found: Utf8Lines,
  legacy: string,
  question: Question | null,
): Decoded {
  const rest = 'they are listed as unreadable where they stand in a column that is used';
  if (found.valid >= found.invalid)
    return decoded(
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
      'UTF-8, mixed',
      `UTF-8, because ${lines(found.valid)} letters valid only in it; ${lines(found.invalid)} bytes of another encoding: ${rest}`,
    );
  return decoded(
    markLines(bytes, (line) => iconv.decode(line, legacy)),
    `${encodingName(legacy)}, mixed`,
    `${encodingName(legacy)}, because ${lines(found.invalid)} bytes that are not UTF-8; ${lines(found.valid + found.both)} letters in UTF-8: ${rest}`,
    question,
  );
}

function decodeAs(bytes: Uint8Array, chosen: string): Decoded {
  if (!CHOOSABLE.includes(chosen))
    throw new OwnerError('invalid', `Evenhand does not read the encoding ${chosen}.`, 'encoding');
  // Told or not, letters in UTF-8 would be garbled by it.
  const marked = LATIN.includes(chosen) && lookThrough(bytes).valid > 0;
  const text = marked ? markLines(bytes, (line) => iconv.decode(line, chosen)) : iconv.decode(bytes, chosen);
  return decoded(text, encodingName(chosen), `${encodingName(chosen)}, as you chose`);
}

/**
 * The text of a file's bytes, with how they were read and why. In this order: a byte order mark, valid UTF-8, UTF-16
 * without a mark, then the older encodings; among those the owner is asked wherever letters could be read two ways.
 * `chosen` is the owner's answer. Throws OwnerError('invalid') for an empty file, one over 200 MB and for other kinds
 * of file, named where they are recognised.
 */
export function decodeBytes(bytes: Uint8Array, chosen?: string): Decoded {
  if (bytes.length === 0) throw new OwnerError('invalid', 'This file is empty.');
  if (bytes.length > LARGEST_FILE)
    throw new OwnerError(
      'invalid',
      'This file is larger than 200 MB. Export the invoices in parts, such as a year each.',
    );
  const kind = otherKindOfBytes(bytes);
  if (kind !== null) throw new OwnerError('invalid', `This is ${kind}.`);
  if (startsWith(bytes, 0xef, 0xbb, 0xbf) && decodeUtf8(bytes) !== null)
    return decoded(decodeUtf8(bytes) ?? '', 'UTF-8', 'UTF-8, because the file begins with its mark');
  if (startsWith(bytes, 0xff, 0xfe))
    return utf16(bytes, 'utf-16le', 'UTF-16, because the file begins with its mark');
  if (startsWith(bytes, 0xfe, 0xff))
    return utf16(bytes, 'utf-16be', 'UTF-16, because the file begins with its mark');
  const wide = unmarkedUtf16(bytes);
  if (wide) return utf16(bytes, wide, 'UTF-16, because every second byte is zero');
  refuseBinary(bytes);
  if (chosen !== undefined) return decodeAs(bytes, chosen);
  const text = decodeUtf8(bytes);
  if (text !== null) {
    const plain = text.length === bytes.length;
    return decoded(
      text,
      'UTF-8',
      plain
        ? 'UTF-8: the file has no letters beyond plain ASCII'
        : 'UTF-8, because all its letters are valid in it',
    );
  }
  const found = lookThrough(bytes);
  if (found.cutOff && found.invalid === 0)
    return decoded(
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
      'UTF-8',
      'UTF-8, but the last character is not whole: the file may be cut off',
    );
  const guess = guessLegacy(bytes);
  const byChance = guess.dense === 'surely' || (guess.dense === 'perhaps' && found.valid === 0);
  if (found.valid + found.both > 0 && !byChance)
    return decodeMixed(bytes, found, guess.encoding, guess.question);
  return decoded(
    iconv.decode(bytes, guess.encoding),
    encodingName(guess.encoding),
    guess.reason,
    guess.question,
  );
}
