import iconv from 'iconv-lite';

const ascii = (bytes: Uint8Array, from: number, to: number) =>
  iconv.decode(bytes.subarray(from, to), 'latin1');

function zipKind(bytes: Uint8Array): string {
  // Entry names stand in plain letters in each entry's header and again at the end of the archive.
  const names = ascii(bytes, 0, 65_536) + ascii(bytes, Math.max(0, bytes.length - 65_536), bytes.length);
  if (names.includes('xl/workbook') || names.includes('xl/worksheets'))
    return 'an Excel workbook: save it as CSV first';
  if (names.includes('application/vnd.oasis.opendocument.spreadsheet'))
    return 'a LibreOffice spreadsheet: save it as CSV first';
  if (names.includes('word/document')) return 'a Word document, not a table: export the invoices as CSV';
  return 'a ZIP archive: unpack it and choose the CSV file inside';
}

const STARTS: readonly (readonly [readonly number[], string | ((bytes: Uint8Array) => string)])[] = [
  [[0x50, 0x4b, 0x03, 0x04], zipKind],
  [[0x50, 0x4b, 0x05, 0x06], 'an empty ZIP archive'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel workbook or another Office file: save it as CSV first'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF, which has no cells to read: export the invoices as CSV'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture: export the invoices as CSV'],
  [[0xff, 0xd8, 0xff], 'a picture: export the invoices as CSV'],
  [[0x47, 0x49, 0x46, 0x38], 'a picture: export the invoices as CSV'],
  [[0x1f, 0x8b], 'a compressed file: unpack it and choose the CSV file inside'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a 7z archive: unpack it and choose the CSV file inside'],
  [[0x52, 0x61, 0x72, 0x21], 'a RAR archive: unpack it and choose the CSV file inside'],
  [
    [...'SQLite format 3'].map((letter) => letter.charCodeAt(0)),
    'a database, perhaps a ledger: open a ledger from the menu instead',
  ],
  [[0xff, 0xfe, 0x00, 0x00], 'a text in UTF-32, which no bookkeeping program writes: save it as UTF-8 CSV'],
];

/** Files that are recognised by their first bytes and are no text. The name is put into “This is …”. */
export function otherKindOfBytes(bytes: Uint8Array): string | null {
  for (const [start, kind] of STARTS)
    if (start.every((byte, i) => bytes[i] === byte)) return typeof kind === 'string' ? kind : kind(bytes);
  return null;
}
