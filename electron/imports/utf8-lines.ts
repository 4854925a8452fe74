/** How the lines of a file stand to UTF-8, those of plain ASCII aside. */
export interface Utf8Lines {
  /** Lines all of whose letters are valid in it. */
  readonly valid: number;
  /** Lines with bytes that are not. */
  readonly invalid: number;
  /** Among `invalid`, lines that also have letters valid in UTF-8, perhaps by chance. */
  readonly both: number;
  /** The file ends within a character that began well. */
  readonly cutOff: boolean;
}

const LF = 10;
const CR = 13;

/**
 * Length of the UTF-8 sequence that begins at `at`: 1 to 4, 0 where it is none, −1 where the file ends within it
 * (RFC 3629, table 3-7 of the Unicode standard: no overlong forms, no surrogates, nothing above U+10FFFF).
 */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length =
    first >= 0xc2 && first <= 0xdf
      ? 2
      : first >= 0xe0 && first <= 0xef
        ? 3
        : first >= 0xf0 && first <= 0xf4
          ? 4
          : 0;
  if (length === 0) return 0;
  for (let i = 1; i < length; i += 1) {
    const byte = bytes[at + i];
    if (byte === undefined) return -1;
    const low = i > 1 ? 0x80 : first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
    const high = i > 1 ? 0xbf : first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
    if (byte < low || byte > high) return 0;
  }
  return length;
}

/** Looks at every line of a file that is not valid UTF-8 as a whole. */
export function lookThrough(bytes: Uint8Array): Utf8Lines {
  let [valid, invalid, both, cutOff] = [0, 0, 0, false];
  let [lineValid, lineInvalid] = [false, false];
  const endLine = () => {
    if (lineInvalid) invalid += 1;
    if (lineValid && lineInvalid) both += 1;
    if (lineValid && !lineInvalid) valid += 1;
    lineValid = false;
    lineInvalid = false;
  };
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceAt(bytes, at);
    if (length > 1) lineValid = true;
    else if (length === 0) lineInvalid = true;
    else if (length === -1) {
      cutOff = true;
      break;
    }
    const byte = bytes[at];
    if (byte === LF || byte === CR) {
      endLine();
    }
    at += Math.max(1, length);
  }
  endLine();
  return { valid, invalid, both, cutOff };
}

/** Decodes line by line; letters that are valid UTF-8 become U+FFFD, for under `decode` they would turn into others. */
export function markLines(bytes: Uint8Array, decode: (line: Uint8Array) => string): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceAt(bytes, at);
    if (length > 1) {
      parts.push(decode(bytes.subarray(from, at)), '\ufffd');
      from = at + length;
    }
    at += Math.max(1, length);
  }
  parts.push(decode(bytes.subarray(from)));
  return parts.join('');
}
