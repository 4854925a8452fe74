import chardet from 'chardet';
import iconv from 'iconv-lite';
import type { Question } from '../../shared/imports/records.ts';

const NAMES: Readonly<Record<string, string>> = {
  'windows-1252': 'Windows-1252 (Western European)',
  'windows-1250': 'Windows-1250 (Central European)',
  'iso-8859-2': 'ISO 8859-2 (Central European)',
  'windows-1251': 'Windows-1251 (Cyrillic)',
  'koi8-r': 'KOI8-R (Cyrillic)',
  'windows-1253': 'Windows-1253 (Greek)',
  'windows-1254': 'Windows-1254 (Turkish)',
  'windows-1255': 'Windows-1255 (Hebrew)',
  'windows-1256': 'Windows-1256 (Arabic)',
  'windows-1257': 'Windows-1257 (Baltic)',
  macintosh: 'Mac Roman',
  cp850: 'DOS 850 (Western European)',
  shift_jis: 'Shift_JIS (Japanese)',
  'euc-jp': 'EUC-JP (Japanese)',
  'euc-kr': 'EUC-KR (Korean)',
  big5: 'Big5 (Chinese)',
  gb18030: 'GB 18030 (Chinese)',
};

/** The encodings an owner can choose. */
export const CHOOSABLE: readonly string[] = ['utf-8', ...Object.keys(NAMES)];

export function encodingName(encoding: string): string {
  return NAMES[encoding] ?? encoding.toUpperCase();
}

/** What chardet calls the encodings, as iconv-lite and the list above do. Windows variants contain the ISO ones' letters. */
const CHARDET: Readonly<Record<string, string>> = {
  'ISO-8859-1': 'windows-1252',
  'ISO-8859-5': 'windows-1251',
  'ISO-8859-6': 'windows-1256',
  'ISO-8859-7': 'windows-1253',
  'ISO-8859-8': 'windows-1255',
  'ISO-8859-9': 'windows-1254',
};

/** What is offered where chardet has no idea, the commonest first. */
export const LATIN: readonly string[] = [
  'windows-1252',
  'windows-1250',
  'macintosh',
  'cp850',
  'windows-1254',
  'windows-1257',
];
const OTHER_SCRIPTS = [
  'windows-1251',
  'koi8-r',
  'windows-1253',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-kr',
  'windows-1255',
  'windows-1256',
];
const MOST_CHOICES = 10;
/** Fewer cells with such letters than this prove nothing by how common they are. */
const ENOUGH_CELLS = 3;

const EAST_ASIAN = new Set(['shift_jis', 'euc-jp', 'euc-kr', 'big5', 'gb18030']);

export interface LegacyGuess {
  readonly encoding: string;
  readonly reason: string;
  /** Where letters could be read in more than one way. */
  readonly question: Question | null;
  /** Letters of this script stand so close that pairs valid in UTF-8 occur by chance: `surely`, or it looks like it. */
  readonly dense: 'surely' | 'perhaps' | 'no';
}

/** Bytes from 0xA0 up that are the same letter or sign in Windows-1252 and Windows-1250 (and ISO 8859-1, -2 nearly). */
const SAME = new Set(
  [...'ÁÂÄÇÉËÍÎÓÔÖÚÜÝßáâäçéëíîóôöúüý§©®«»°´·\u00a0'].map((letter) => letter.charCodeAt(0)),
);
/** Windows-1252's quotes, dashes, dots, euro and trade mark. */
const PUNCTUATION = new Set([0x80, 0x82, 0x84, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99]);
/** Icelandic letters in Windows-1252, Turkish and Baltic ones elsewhere; and signs no word has within. */
const ODD = new Set([0xd0, 0xde, 0xf0, 0xfe, 0xd7, 0xf7]);

const isLetter = (byte: number | undefined) =>
  byte !== undefined && ((byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte >= 0xc0);

/** Mac Roman's í is Windows-1252's apostrophe, but stands where no language has one: `Garc’a`. */
const STRAY_QUOTE = /\p{L}{3,}’(?!(?:s|t|d|m|re|ll|ve)(?!\p{L}))\p{L}/iu;

/**
 * What speaks for Windows-1252: `sure` all bytes mean the same elsewhere too, `against` some can't be letters in it,
 * `dense` whole words of them, as in scripts other than Latin.
 */
function westernEvidence(bytes: Uint8Array): 'sure' | 'for' | 'against' | 'dense' {
  let evidence: 'sure' | 'for' | 'against' = 'sure';
  let run = 0;
  for (const [i, byte] of bytes.entries()) {
    if (byte < 0x80) {
      run = 0;
      continue;
    }
    run = byte >= 0xc0 ? run + 1 : 0;
    const before = isLetter(bytes[i - 1]);
    const after = isLetter(bytes[i + 1]);
    if (run >= 3) return 'dense';
    const inside = before && after;
    if (
      ODD.has(byte) ||
      (byte < 0xa0 && (!PUNCTUATION.has(byte) || (inside && byte !== 0x92))) ||
      (byte >= 0xa0 && byte < 0xc0 && inside && byte !== 0xb7 && byte !== 0xb4)
    )
      evidence = 'against';
    else if (byte >= 0xa0 && !SAME.has(byte) && evidence === 'sure') evidence = 'for';
  }
  return evidence === 'sure' && STRAY_QUOTE.test(iconv.decode(bytes, 'windows-1252')) ? 'against' : evidence;
}

/** The headings and the lines that have bytes beyond ASCII, up to 256 KB of them: all that tells encodings apart. */
function tellingBytes(bytes: Uint8Array): Uint8Array {
  const most = 256 * 1024;
  const head = Math.min(bytes.length, 1024);
  const out = new Uint8Array(Math.min(bytes.length, most));
  out.set(bytes.subarray(0, head));
  let size = head;
  let from = head;
  let telling = false;
  for (let i = head; i <= bytes.length && size < most; i += 1) {
    const byte = bytes[i];
    if (byte !== undefined && byte >= 0x80) telling = true;
    if (byte === undefined || byte === 10 || byte === 13) {
      if (telling) {
        const line = bytes.subarray(from, Math.min(i + 1, from + most - size));
        out.set(line, size);
        size += line.length;
      }
      from = i + 1;
      telling = false;
    }
  }
  return out.subarray(0, size);
}

/** Up to three cells with letters beyond ASCII, as bytes: what encodings are shown by. Those whose letters differ most come first. */
function tellingCells(bytes: Uint8Array): Uint8Array[] {
  const doubtful: Uint8Array[] = [];
  const others: Uint8Array[] = [];
  let from = 0;
  let telling = false;
  for (let i = 0; i <= bytes.length && doubtful.length < 3; i += 1) {
    const byte = bytes[i];
    if (byte !== undefined && byte >= 0x80) telling = true;
    if (byte === undefined || byte < 32 || byte === 34 || byte === 44 || byte === 59) {
      const cell = bytes.subarray(from, Math.min(i, from + 40));
      if (telling) (cell.some((one) => one >= 0x80 && !SAME.has(one)) ? doubtful : others).push(cell);
      from = i + 1;
      telling = false;
    }
  }
  return [...doubtful, ...others.slice(0, 3)].slice(0, 3);
}

const shown = (cells: readonly Uint8Array[], encoding: string) =>
  cells.map((cell) => `‘${iconv.decode(cell, encoding).trim()}’`).join(', ');

function ask(cells: readonly Uint8Array[], encodings: readonly string[]): Question {
  const seen = new Set<string>();
  const choices: { value: string; label: string }[] = [];
  for (const value of encodings) {
    const example = shown(cells, value);
    if (seen.has(example) || example.includes('\ufffd')) continue;
    seen.add(example);
    choices.push({ value, label: `${example} – ${encodingName(value)}` });
  }
  choices.splice(MOST_CHOICES);
  return { kind: 'encoding', text: 'This file is not in UTF-8. Which of these reads right?', choices };
}

/** Which older encoding a text that is not UTF-8 is in; asks unless its letters leave no doubt. */
export function guessLegacy(bytes: Uint8Array): LegacyGuess {
  const telling = tellingBytes(bytes);
  const cells = tellingCells(telling);
  const matches = chardet
    .analyse(telling)
    .map((match) => ({
      encoding: CHARDET[match.name] ?? match.name.toLowerCase(),
      confidence: match.confidence,
    }))
    .filter(({ encoding }) => encoding in NAMES);
  const [best] = matches;
  if (
    best &&
    best.confidence >= 90 &&
    EAST_ASIAN.has(best.encoding) &&
    !iconv.decode(telling, best.encoding).includes('\ufffd')
  )
    return {
      encoding: best.encoding,
      reason: `${encodingName(best.encoding)}, because its commonest letters occur: ${shown(cells, best.encoding)}`,
      question: null,
      dense: 'surely',
    };
  const western = westernEvidence(telling);
  const [ours, others] = [true, false].map((same) =>
    Math.max(
      0,
      ...matches
        .filter(({ encoding }) => (encoding === 'windows-1252') === same)
        .map((match) => match.confidence),
    ),
  );
  if (
    western === 'sure' ||
    (western === 'for' &&
      cells.length >= ENOUGH_CELLS &&
      (ours ?? 0) >= 30 &&
      (ours ?? 0) >= (others ?? 0) + 10)
  )
    return {
      encoding: 'windows-1252',
      reason: `Windows-1252, because the file is not UTF-8 and its letters fit: ${shown(cells, 'windows-1252')}`,
      question: null,
      dense: 'no',
    };
  const likely = matches.filter((match) => match.confidence > 10).map(({ encoding }) => encoding);
  const order =
    western === 'for'
      ? ['windows-1252', ...likely, ...LATIN]
      : [...likely, ...(western === 'dense' ? OTHER_SCRIPTS : LATIN)];
  const question = ask(cells, order);
  const encoding =
    question.kind === 'encoding' ? (question.choices[0]?.value ?? 'windows-1252') : 'windows-1252';
  return {
    encoding,
    reason: 'the file is not UTF-8, and its letters can be read in more than one way',
    question,
    dense:
      western === 'dense' || (best && best.confidence > 10 && EAST_ASIAN.has(best.encoding))
        ? 'perhaps'
        : 'no',
  };
}
