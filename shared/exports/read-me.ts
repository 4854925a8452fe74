import type { CsvColumn } from './columns.ts';
import { LINE_END } from './csv.ts';

/** A CSV file as it was written. */
export interface WrittenTable {
  readonly file: string;
  readonly about: string;
  readonly rows: number;
  readonly columns: readonly CsvColumn[];
}

const WIDTH = 34;

/** The text that lies beside the CSV files: what each file and each column is. */
export function readMe(
  given: { readonly business: string; readonly currency: string; readonly day: string },
  tables: readonly WrittenTable[],
): string {
  const lines = [
    `${given.business}: everything in the ledger, on ${given.day}`,
    '',
    'Written by Evenhand. Some of it is private: notes, red flags, standings, partings. Give away only what is asked for.',
    '',
    'How the files are written',
    '  CSV with commas, UTF-8, one line a row, the first line names the columns.',
    '  A day is YYYY-MM-DD. An instant is in UTC.',
    `  An amount is in ${given.currency}, a plain decimal with a point: 1020.50.`,
    '  Yes or no is “yes” or “no”. An empty cell says that nothing was written down.',
    '  “Id” numbers the rows of a file; “Client id” in another file is the “Id” of clients.csv, and so on.',
    "  A text that a spreadsheet would run as a formula has an apostrophe before it: '=1+1.",
    '',
    ...tables.flatMap(({ file, about, rows, columns }) => [
      `${file}.csv (${rows} ${rows === 1 ? 'row' : 'rows'})`,
      `  ${about}`,
      ...columns.map(({ header, kind }) => `    ${header.padEnd(WIDTH)}${kind}`),
      '',
    ]),
  ];
  return lines.join(LINE_END);
}
