import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeBytes } from '../../../electron/imports/decode.ts';
import { LARGEST_FILE } from '../../../electron/imports/largest-file.ts';
import { previewImport } from '../../../shared/imports/preview.ts';
import { OwnerError } from '../../../shared/result.ts';
import { fixture } from '../../shared/imports/real-files.ts';

const bytes = (...parts: (string | number[] | Uint8Array)[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : [...part])),
  );
const encoded = (text: string, encoding: string) => new Uint8Array(iconv.encode(text, encoding));
const refusal = (input: Uint8Array) => {
  try {
    decodeBytes(input);
  } catch (error) {
    if (error instanceof OwnerError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'not refused';
};
const TEXT = 'Client,Number\nMüller & Söhne,1\nCafé “Größe”,2\n€ Shop,3\n';

describe('decodeBytes', () => {
  it('plain ASCII and UTF-8, with and without a mark', () => {
    expect(decodeBytes(bytes('a,b\n'))).toEqual({
      text: 'a,b\n',
      encoding: 'UTF-8',
      reason: expect.stringMatching(/plain ASCII/),
      question: null,
    });
    expect(decodeBytes(bytes(TEXT))).toMatchObject({ text: TEXT, encoding: 'UTF-8', question: null });
    expect(decodeBytes(bytes([0xef, 0xbb, 0xbf], TEXT))).toMatchObject({
      text: TEXT,
      reason: 'UTF-8, because the file begins with its mark',
    });
  });
  it('UTF-16 of both kinds, with and without a mark', () => {
    for (const kind of ['utf-16le', 'utf-16be']) {
      const mark = kind === 'utf-16le' ? [0xff, 0xfe] : [0xfe, 0xff];
      expect(decodeBytes(bytes(mark, encoded(TEXT, kind)))).toMatchObject({
        text: TEXT,
        encoding: kind.toUpperCase(),
      });
      expect(decodeBytes(encoded(TEXT, kind))).toMatchObject({
        text: TEXT,
        reason: 'UTF-16, because every second byte is zero',
      });
      expect(refusal(bytes(mark, encoded(TEXT, kind).slice(0, -1)))).toMatch(
        /cut off in the middle of its last character/,
      );
    }
  });
  it('Windows-1252, with the letters that show it', () => {
    const read = decodeBytes(encoded(TEXT, 'windows-1252'));
    expect(read).toMatchObject({ text: TEXT, encoding: 'Windows-1252 (Western European)', question: null });
    expect(read.reason).toMatch(/not UTF-8 and its letters fit: .*‘Müller & Söhne’/);
    expect(decodeBytes(fixture('german.csv')).text).toContain('Müller & Söhne;0042');
    for (const word of ['José', 'École', 'd’Été', 'Jörg', 'Ängström'])
      expect(decodeBytes(encoded(`Name,No\n${word},1\n`, 'windows-1252'))).toMatchObject({
        text: `Name,No\n${word},1\n`,
      });
  });
  it('French, Spanish and Nordic names among others, by what is commonest; a lone doubtful letter is asked about', () => {
    for (const text of [
      'Nom,No\nHélène Lefèvre,1\nThérèse Bâtiment,2\nFrançois Noël,4\n',
      'Kunde,Nr\nBjørn Håkonsen,1\nSkjær AS,2\nÅse Ødegård,3\n',
    ])
      expect(decodeBytes(encoded(text, 'windows-1252'))).toMatchObject({ text, question: null });
    expect(decodeBytes(encoded('Name,No\nAño,1\n', 'windows-1252')).question?.choices[0]?.label).toMatch(
      /‘Año’/,
    );
    const lone = decodeBytes(encoded('Name,No\nDvořák,1\n', 'windows-1250'));
    expect(lone.question?.choices[0]).toMatchObject({
      value: 'windows-1252',
      label: expect.stringMatching(/‘Dvoøák’/),
    });
  });
  it.each(['macintosh', 'cp850', 'windows-1250', 'windows-1251', 'windows-1254'])(
    '%s: asks where letters could be read two ways, and reads as told',
    (encoding) => {
      const text =
        {
          macintosh: 'Client\nMüller\nCafé Zoë\n',
          cp850: 'Client\nMüller\nCafé Zoë\n',
          'windows-1250': 'Klient\nŽižka\nDvořák\nŁódź\n',
          'windows-1251': 'Клиент\nРомашка\n',
          'windows-1254': 'Müşteri\nYılmaz\nİğne\n',
        }[encoding] ?? '';
      const read = decodeBytes(encoded(text, encoding));
      expect(read.question).toMatchObject({ kind: 'encoding' });
      expect(read.question?.choices.map((choice) => choice.value)).toContain(encoding);
      expect(decodeBytes(encoded(text, encoding), encoding)).toMatchObject({
        text,
        question: null,
        reason: expect.stringMatching(/as you chose$/),
      });
    },
  );
  it('East Asian letters', () => {
    const text = '客户,编号,金额\n北京商贸有限公司,1,100\n上海技术公司,2,200\n';
    expect(decodeBytes(encoded(text, 'gb18030'))).toMatchObject({ text, question: null });
  });
  it('a little of them is asked about, not called mixed', () => {
    const text = '顧客名,請求書番号,金額\n株式会社山田商事,1,1000\n有限会社鈴木製作所,2,2000\n';
    expect(decodeBytes(encoded(text, 'shift_jis')).question?.choices[0]).toMatchObject({
      value: 'shift_jis',
    });
  });
  it('drops the end mark of the DOS age', () =>
    expect(decodeBytes(bytes('a,b\n1,2\n', [26])).text).toBe('a,b\n1,2\n'));
  it('refuses an encoding it does not know', () =>
    expect(() => decodeBytes(encoded(TEXT, 'windows-1252'), 'ebcdic')).toThrow(OwnerError));
});

describe('mixed encodings', () => {
  const rows = (text: string) => previewImport(text, {}, { currency: 'GBP', today: '2026-11-17' });
  const row = (name: string, n: number) => `${name},${n},2025-01-10,2025-01-20,5\n`;
  const HEAD = 'Client,Number,Date,Due,Total\n';
  it('UTF-8 with some lines in another encoding: only these are unreadable', () => {
    const read = decodeBytes(
      bytes(HEAD, row('Müller', 1), encoded(row('Café', 2), 'windows-1252'), row('Zoë', 3)),
    );
    expect(read.encoding).toBe('UTF-8, mixed');
    expect(read.reason).toMatch(
      /2 lines hold letters valid only in it; 1 line holds bytes of another encoding/,
    );
    const { records, unreadable } = rows(read.text);
    expect(records.map((one) => one.clientName)).toEqual(['Müller', 'Zoë']);
    expect(unreadable).toMatchObject([
      { line: 3, column: 'Client', reason: expect.stringMatching(/mixes encodings/) },
    ]);
  });
  it('and the other way round', () => {
    const read = decodeBytes(
      bytes(HEAD, encoded(row('Müller', 1) + row('José', 2), 'windows-1252'), row('Zoë', 3)),
    );
    expect(read.encoding).toBe('Windows-1252 (Western European), mixed');
    const { records, unreadable } = rows(read.text);
    expect(records.map((one) => one.clientName)).toEqual(['Müller', 'José']);
    expect(unreadable.map((one) => one.line)).toEqual([4]);
  });
  it('an encoding chosen for a mixed file garbles nothing either', () => {
    const mixed = bytes(HEAD, encoded(row('José', 1), 'windows-1252'), row('Zoë', 2));
    expect(rows(decodeBytes(mixed, 'windows-1252').text).records.map((one) => one.clientName)).toEqual([
      'José',
    ]);
    expect(rows(decodeBytes(mixed, 'utf-8').text).records.map((one) => one.clientName)).toEqual(['Zoë']);
  });
  it('a file cut off within a letter', () => {
    const whole = bytes(HEAD, row('A', 1), 'Zoë');
    const read = decodeBytes(whole.slice(0, -1));
    expect(read.reason).toMatch(/may be cut off/);
    expect(rows(read.text).unreadable[0]).toMatchObject({
      line: 3,
      reason: expect.stringMatching(/cut off/),
    });
  });
});

describe('refused', () => {
  it.each<[string, Uint8Array, RegExp]>([
    ['empty', bytes(''), /empty/],
    [
      'Excel',
      bytes([0x50, 0x4b, 3, 4], 'xl/workbook.xml'),
      /This is an Excel workbook: save it as CSV first/,
    ],
    [
      'LibreOffice',
      bytes([0x50, 0x4b, 3, 4], 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet'),
      /LibreOffice/,
    ],
    ['Word', bytes([0x50, 0x4b, 3, 4], 'word/document.xml'), /Word/],
    ['ZIP', bytes([0x50, 0x4b, 3, 4], 'a.csv'), /ZIP archive/],
    ['old Excel', bytes([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), /old Excel/],
    ['PDF', bytes('%PDF-1.7\n'), /PDF/],
    ['PNG', bytes([0x89], 'PNG'), /picture/],
    ['gzip', bytes([0x1f, 0x8b, 8]), /compressed/],
    ['database', bytes('SQLite format 3', [0]), /ledger from the menu/],
    ['UTF-32', bytes([0xff, 0xfe, 0, 0, 65, 0, 0, 0]), /UTF-32/],
    ['NUL bytes', bytes('a,b\n1,', [0], '2\n'), /not a text file/],
    ['noise', Uint8Array.from({ length: 4000 }, (_, i) => ((i * 7919) % 251) + 1), /not a text file/],
  ])('%s', (_, input, reason) => expect(refusal(input)).toMatch(reason));
  it('more than 200 MB', () =>
    expect(refusal(new Uint8Array(LARGEST_FILE + 1))).toMatch(/larger than 200 MB/));
});
