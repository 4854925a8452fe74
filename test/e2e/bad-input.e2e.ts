import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenApp } from './app.ts';
import { answer, goTo, openEmpty, startAnotherLedger } from './going.ts';
import {
  chooseFile,
  confirm,
  confirmButton,
  dropFile,
  ledgerLines,
  madeFile,
  previewOf,
} from './importing.ts';

const HEADINGS = 'Client,Invoice No,Date,Due,Total,Paid on\r\n';
const bytes = (text: string) => new TextEncoder().encode(text);
const joined = (...parts: readonly (string | readonly number[])[]) =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => Buffer.from(typeof part === 'string' ? bytes(part) : part))),
  );

interface Refused {
  readonly name: string;
  readonly content: () => string | Uint8Array;
  readonly says: string;
}

/** Files that hold no list of invoices at all: refused with the reason. */
const refused: readonly Refused[] = [
  { name: 'empty.csv', content: () => '', says: 'This file is empty.' },
  {
    name: 'headings.csv',
    content: () => HEADINGS,
    says: 'This file has headings (line 1) but no rows under them.',
  },
  {
    name: 'workbook.xlsx',
    content: () =>
      joined([0x50, 0x4b, 3, 4, 20, 0, 6, 0], '[Content_Types].xml xl/workbook.xml', [0, 1, 2, 255]),
    says: 'This is an Excel workbook: save it as CSV first.',
  },
  {
    name: 'noise.csv',
    content: () => Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3) * 31) & 255),
    says: 'This is not a text file. Export the invoices as CSV.',
  },
  {
    name: 'letter.csv',
    content: () => 'Dear all,\r\nplease find nothing of use enclosed.\r\nKind regards\r\n',
    says: 'No row of headings was found in the first 20 lines of this file.',
  },
  {
    name: 'wide.csv',
    content: () => {
      const more = Array.from({ length: 1994 }, (_, i) => `c${i}`).join(',');
      return `${HEADINGS.trimEnd()},${more}\r\nAnna,1,2024-01-15,2024-02-14,100.00,${','.repeat(1994)}\r\n`;
    },
    says: 'This file has 2,000 columns',
  },
];

interface PartlyRead {
  readonly name: string;
  readonly content: () => string | Uint8Array;
  /** Rows left out: line, column, what stands there and why, as the screen says it. */
  readonly out: readonly RegExp[];
  /** What the ledger holds once it is confirmed. */
  readonly kept: readonly string[];
  /** Said about how the file is read. */
  readonly how?: string;
}

const row = (client: string, number: number, amount: string, day = '2024-01-15') =>
  `${client},${number},${day},2024-02-14,${amount},\r\n`;
const kept = (client: string, number: number, amount: number) =>
  `${client} ${number} 2024-01-15 2024-02-14 ${amount} open`;

/** Files of which something can be read: that is read right, the rest is left out with line, column and reason. */
const partlyRead: readonly PartlyRead[] = [
  {
    name: 'cut-off-in-a-row.csv',
    content: () => `${HEADINGS}${row('Anna', 1, '100.00')}Bob,2,2024-01-16,2024-02`,
    out: [/^3 the whole row Bob \| 2 \| 2024-01-16 \| 2024-02 the file is cut off here: 4 of 6 cells$/],
    kept: [kept('Anna', 1, 10000)],
  },
  {
    name: 'cut-off-in-a-quotation.csv',
    content: () => `${HEADINGS}${row('Anna', 1, '100.00')}"Bob,2,2024-01-16,2024-02-15,5`,
    out: [/^3 Client "Bob.* a quotation mark opens here and is never closed; the file may be cut off$/],
    kept: [kept('Anna', 1, 10000)],
  },
  {
    name: 'mixed-encodings.csv',
    content: () => joined(HEADINGS, row('Café Müller', 1, '100.00'), 'Caf', [0xe9], row(' Noir', 2, '50.00')),
    out: [/^3 Client Caf� Noir a letter here is unreadable \(�\): the file mixes encodings/],
    kept: [kept('Café Müller', 1, 10000)],
    how: 'UTF-8, because 1 line holds letters valid only in it; 1 line holds bytes of another encoding',
  },
  {
    name: 'dates-destroyed.csv',
    content: () =>
      HEADINGS +
      row('Anna', 1, '100.00', '00:00.0') +
      row('Bob', 2, '70.00', '41276') +
      row('Carl', 3, '50.00'),
    out: [
      /^2 Date 00:00\.0 a spreadsheet has destroyed this date: only a time is left/,
      /^3 Date 41276 .*spreadsheet/,
    ],
    kept: [kept('Carl', 3, 5000)],
  },
  {
    name: 'amounts-with-a-comma.csv',
    content: () => HEADINGS + row('Anna', 1, '"1.020,00"') + row('Bob', 2, '"85,50"'),
    out: [],
    kept: [kept('Anna', 1, 102000), kept('Bob', 2, 8550)],
    how: 'decimal comma, because ‘1.020,00’ in line 2 can be read no other way',
  },
  {
    name: 'odd-amounts.csv',
    content: () =>
      HEADINGS +
      row('Anna', 1, '($400.00)') +
      row('Bob', 2, '-110.7') +
      row('Carl', 3, "1'000.50") +
      row('Dora', 4, '12.345') +
      row('Emil', 5, '#VALUE!') +
      row('Fay', 6, '85.50'),
    out: [
      /^2 Total \(\$400\.00\) a negative amount is a credit note/,
      /^3 Total -110\.7 a negative amount is a credit note/,
      /^5 Total 12\.345 /,
      /^6 Total #VALUE! /,
    ],
    kept: [kept('Carl', 3, 100050), kept('Fay', 6, 8550)],
  },
  {
    name: 'a-cell-of-50-megabytes.csv',
    content: () =>
      `${HEADINGS}${row('Anna', 1, '100.00')}${row(`"${'x'.repeat(50 * 1024 * 1024)}"`, 2, '50.00')}`,
    out: [/^3 Client x+…? a cell holds more than 65,534 characters$/],
    kept: [kept('Anna', 1, 10000)],
  },
];

describe('files that are no list of invoices, or only in part', () => {
  let opened: OpenApp;
  beforeAll(async () => {
    opened = await openEmpty({ currency: 'USD' });
  });
  afterAll(() => opened.close());

  it.each(refused)(
    '$name is refused with the reason, and the app goes on',
    async ({ name, content, says }) => {
      const { page } = opened;
      await chooseFile(opened, madeFile(name, content()));
      const alert = page.getByRole('alert');
      await alert.getByText(says).waitFor();
      await alert.getByText('Nothing was changed.', { exact: false }).waitFor();
      expect((await answer(page, 'app.state', {})).ledger).toMatchObject({ clients: 0, invoices: 0 });
      // The next file is read as if nothing had been.
      await chooseFile(opened, madeFile('good.csv', HEADINGS + row('Anna', 1, '100.00')));
      await previewOf(page, 'good.csv');
      expect(await confirmButton(page).textContent()).toBe('Import 1 invoice');
    },
  );

  it.each(partlyRead)('$name: what can be read is read right, the rest is listed', async (file) => {
    const { page } = opened;
    await startAnotherLedger(page, 'USD');
    await chooseFile(opened, madeFile(file.name, file.content()));
    await previewOf(page, file.name);
    const how = page.getByRole('region', { name: 'How the file is read' });
    if (file.how) await how.getByText(file.how).waitFor();
    const left = page.getByRole('region', { name: 'Rows that are left out' });
    for (const line of file.out) await left.getByRole('row', { name: line }).waitFor();
    expect(await left.getByRole('row').count()).toBe(file.out.length === 0 ? 0 : file.out.length + 1);
    if (file.out.length > 0) {
      expect(await confirmButton(page).isEnabled(), 'before the tick').toBe(false);
      await page.getByRole('checkbox', { name: /will be left out$/ }).check();
    }
    await confirm(page);
    expect(await ledgerLines(page)).toEqual(file.kept);
  });

  it('a file that has gone meanwhile is said so, and the next one can be dropped', async () => {
    const { page } = opened;
    await chooseFile(opened, `${madeFile('was-here.csv', '')}.gone`);
    await page
      .getByRole('alert')
      .getByText(/was-here\.csv\.gone can’t be read/)
      .waitFor();
    await goTo(page, '/clients');
    await goTo(page, '/import');
    await dropFile(page, 'good.csv', HEADINGS + row('Anna', 1, '100.00'));
    await previewOf(page, 'good.csv');
  });
});
