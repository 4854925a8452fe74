import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OpenApp, openApp, projectRoot } from './app.ts';
import { answer, goTo, goToClients, openEmpty, startAnotherLedger, TODAY } from './going.ts';
import {
  chooseFile,
  confirm,
  confirmButton,
  dropFile,
  ledgerLines,
  madeFile,
  previewOf,
  sheetLine,
} from './importing.ts';

const realFile = (order: 'mdy' | 'dmy') =>
  join(projectRoot, '..', 'shared', 'data', `accounts-receivable-${order}.csv`);
const lacking = !existsSync(realFile('mdy')) || !existsSync(realFile('dmy'));

/** The real file's invoices as the ledger must have them, read here by other means than the app's. */
function factsOfTheFile(): string[] {
  const rows = readFileSync(realFile('mdy'), 'utf8').trim().split('\r\n').slice(1);
  const day = (text: string | undefined) => {
    const [month = '', date = '', year = ''] = (text ?? '').split('/');
    return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  };
  return rows
    .map((row) => row.split(','))
    .map((cells) => {
      const [client, number, amount] = [cells[1], cells[3], Math.round(Number(cells[6]) * 100)];
      return `${client} ${number} ${day(cells[4])} ${day(cells[5])} ${amount} settled ${day(cells[8])}`;
    })
    .sort();
}

const withoutLeadingZeros = (lines: readonly string[]) =>
  lines.map((line) => line.replace(/^(\S+) 0+/, '$1 ')).sort();

async function expectWholeFile(page: Page): Promise<void> {
  const lines = await ledgerLines(page);
  expect(lines).toEqual(factsOfTheFile());
  expect(lines.length).toBe(2466);
  const { ledger } = await answer(page, 'app.state', {});
  expect(ledger).toMatchObject({ clients: 100, invoices: 2466 });
  await goTo(page, '/settings');
  await page.getByText('holds 100 clients and 2,466 invoices, in USD').waitFor();
}

describe('the real accounts-receivable files', () => {
  it.skipIf(lacking)('month first, then day first: confirming is all there is to do', async () => {
    const opened = await openEmpty({ currency: 'USD' });
    const { page, screenshot, close } = opened;
    await chooseFile(opened, realFile('mdy'));
    await previewOf(page, 'accounts-receivable-mdy.csv');
    const how = page.getByRole('region', { name: 'How the file is read' });
    expect(await how.getByRole('radio', { name: 'month first' }).isChecked()).toBe(true);
    for (const reason of [
      'month first, because ‘1/15/2013’ occurs in line 2',
      'decimal point, because ‘55.94’ in line 2 can be read no other way',
      'comma, because it splits each of the first 100 rows into 12 cells',
      'UTF-8: the file has no letters beyond plain ASCII',
    ]) {
      expect(await how.getByText(reason).isVisible(), reason).toBe(true);
    }
    expect(await page.getByRole('combobox', { name: 'Column for Amount', exact: true }).inputValue()).toBe(
      '6',
    );
    expect(await sheetLine(page, 'rows read')).toBe('2,466');
    expect(await sheetLine(page, 'can’t be read')).toBe('–');
    expect(await sheetLine(page, 'invoices$147,703.18')).toBe('2,466');
    expect(await sheetLine(page, 'new invoices')).toBe('2,466');
    expect(await sheetLine(page, 'payments to add')).toBe('2,466');
    expect(await sheetLine(page, 'complaints from disputed invoices')).toBe('561');
    expect(await sheetLine(page, 'new clients')).toBe('100');
    expect((await answer(page, 'app.state', {})).ledger?.invoices, 'nothing is written yet').toBe(0);
    await screenshot('import-real-preview');
    expect(await confirmButton(page).textContent()).toBe('Import 2,466 invoices');
    await confirm(page);
    await page
      .getByText('2,466 new invoices, 2,466 payments, 561 complaints and 100 new clients came in.')
      .waitFor();

    // The other file has lost zeros: it is known as a whole, and the fuller numbers stay.
    await chooseFile(opened, realFile('dmy'));
    await previewOf(page, 'accounts-receivable-dmy.csv');
    await page.getByText('day first, because ‘23/01/2012’ occurs in line 2').waitFor();
    await page.getByText('Everything in this file is already in the ledger.').waitFor();
    await page
      .getByText(
        '266 invoice numbers in the file have lost leading zeros; the fuller ones of the ledger are kept.',
      )
      .waitFor();
    expect(await sheetLine(page, 'known invoices, as they are')).toBe('2,466');
    expect(await confirmButton(page).count()).toBe(0);
    // And so does the first file once more.
    await chooseFile(opened, realFile('mdy'));
    await previewOf(page, 'accounts-receivable-mdy.csv');
    await page.getByText('Everything in this file is already in the ledger.').waitFor();
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await page.getByRole('button', { name: 'Choose a file…' }).waitFor();
    await expectWholeFile(page);
    await goToClients(page);
    await page.getByRole('row', { name: /^100 clients/ }).waitFor();
    await screenshot('import-real-clients');
    await close();
  });

  it.skipIf(lacking)(
    'day first, then month first: the lost zeros come back, no invoice is doubled',
    async () => {
      const opened = await openEmpty({ currency: 'USD' });
      const { page, close } = opened;
      await chooseFile(opened, realFile('dmy'));
      await previewOf(page, 'accounts-receivable-dmy.csv');
      expect(await sheetLine(page, 'invoices$147,703.18')).toBe('2,466');
      await confirm(page);
      const short = await ledgerLines(page);
      expect(short).toEqual(withoutLeadingZeros(factsOfTheFile()));

      await chooseFile(opened, realFile('mdy'));
      await previewOf(page, 'accounts-receivable-mdy.csv');
      expect(await sheetLine(page, 'new invoices')).toBe('–');
      expect(await sheetLine(page, 'known invoices, as they are')).toBe('2,200');
      expect(await sheetLine(page, 'known invoices that get their fuller number')).toBe('266');
      expect(await sheetLine(page, 'payments to add')).toBe('–');
      await page.getByText('What changes on 266 known invoices').click();
      const changes = page.getByRole('region', { name: 'What changes' });
      await changes.getByRole('row', { name: /611365 number 611365 → 0000611365$/ }).waitFor();
      expect(await confirmButton(page).textContent()).toBe('Correct 266 invoices');
      await confirm(page);
      await expectWholeFile(page);

      // Taken back from the line at the foot of every screen, as a whole.
      await page.getByRole('button', { name: 'Undo this import' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Undo the import' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await ledgerLines(page)).toEqual(short);
      await close();
    },
  );
});

const HEADINGS = 'Client,Invoice No,Date,Due,Total,Paid on,Disputed\r\n';
const MARCH = `${HEADINGS}Quay Bakery,0017,2026-03-02,2026-04-01,120.00,2026-04-09,Yes
Quay Bakery,0018,2026-03-20,2026-04-19,80.50,,No
Tide & Co,0019,2026-03-21,2026-04-20,"1,020.00",,No
`;
const APRIL = `${HEADINGS}Quay Bakery,0018,2026-03-20,2026-04-19,80.50,2026-05-02,No
Tide & Co,0019,2026-03-21,2026-04-20,"1,020.50",,No
Anna Ruiz,0020,2026-04-02,2026-05-02,45.00,,No
`;

describe('an import by hand', () => {
  let opened: OpenApp;
  let page: Page;
  beforeAll(async () => {
    opened = await openEmpty();
    page = opened.page;
  });
  beforeEach(() => startAnotherLedger(page));
  afterAll(() => opened.close());

  it('is dropped on the window, undone as a whole, and can be made again', async () => {
    await goTo(page, '/import');
    await dropFile(page, 'march.csv', MARCH);
    await previewOf(page, 'march.csv');
    expect(await sheetLine(page, 'new invoices')).toBe('3');
    await confirm(page);
    const march = await ledgerLines(page);
    expect(march).toEqual([
      'Quay Bakery 0017 2026-03-02 2026-04-01 12000 settled 2026-04-09',
      'Quay Bakery 0018 2026-03-20 2026-04-19 8050 open',
      'Tide & Co 0019 2026-03-21 2026-04-20 102000 open',
    ]);

    // A second file adds, pays and corrects; the preview says each.
    await page.getByRole('button', { name: 'Import another file' }).click();
    await dropFile(page, 'april.csv', APRIL);
    await previewOf(page, 'april.csv');
    expect(await sheetLine(page, 'new invoices')).toBe('1');
    expect(await sheetLine(page, 'known invoices, as they are')).toBe('1');
    expect(await sheetLine(page, 'known invoices that change')).toBe('1');
    expect(await sheetLine(page, 'payments to add')).toBe('1');
    expect(await sheetLine(page, 'known clients')).toBe('2');
    await page.getByText('What changes on 1 known invoice').click();
    await page.getByRole('row', { name: /0019 amount £1,020\.00 → £1,020\.50/ }).waitFor();
    await confirm(page);
    expect(await ledgerLines(page)).toEqual([
      'Anna Ruiz 0020 2026-04-02 2026-05-02 4500 open',
      'Quay Bakery 0017 2026-03-02 2026-04-01 12000 settled 2026-04-09',
      'Quay Bakery 0018 2026-03-20 2026-04-19 8050 settled 2026-05-02',
      'Tide & Co 0019 2026-03-21 2026-04-20 102050 open',
    ]);
    await page.getByRole('button', { name: 'Undo this import' }).first().click();
    await page.getByRole('button', { name: 'Choose a file…' }).waitFor();
    expect(await ledgerLines(page)).toEqual(march);
    await dropFile(page, 'april.csv', APRIL);
    await previewOf(page, 'april.csv');
    await confirm(page);
    expect((await ledgerLines(page)).length).toBe(4);
  });

  it('notes a disputed invoice as a complaint dated by the invoice, and says so on it', async () => {
    await goTo(page, '/import');
    await dropFile(page, 'march.csv', MARCH);
    await previewOf(page, 'march.csv');
    await confirm(page);
    await page.getByRole('button', { name: 'See the clients' }).click();
    await page.getByRole('link', { name: 'Quay Bakery' }).click();
    const complaint = page.getByRole('article', { name: 'Complaint of 2 Mar 2026' });
    await complaint.getByText('day taken from the invoice; cause unknown yet').waitFor();
    await complaint.getByRole('button', { name: 'invoice 0017' }).waitFor();
  });

  it('asks what nothing in the file decides, and waits for the answer', async () => {
    await goTo(page, '/import');
    const text = `${HEADINGS}Anna,1,05/06/2024,05/07/2024,100.00,,\r\nBob,2,06/07/2024,06/08/2024,50.00,,\r\n`;
    await dropFile(page, 'either.csv', text);
    await previewOf(page, 'either.csv');
    await page.getByText('One question is open. It stands at the top.').waitFor();
    expect(await confirmButton(page).isEnabled()).toBe(false);
    const question = page.getByRole('region', { name: 'Questions about this file' });
    await question.getByText(/Nothing in 4 dates decides/).waitFor();
    await question.getByRole('button', { name: 'day first: 05/06/2024 is 5 Jun 2024' }).press('Enter');
    await question.waitFor({ state: 'detached' });
    await expect
      .poll(() =>
        page
          .getByRole('heading', { name: 'What the import does' })
          .evaluate((e) => e === document.activeElement),
      )
      .toBe(true);
    await page.getByText('day first, as you chose').waitFor();
    expect(await confirmButton(page).isEnabled()).toBe(true);
    // Said otherwise after all: the same file, read again.
    await page.getByRole('radio', { name: 'month first' }).press('Space');
    await page.getByText('month first, as you chose').waitFor();
    await confirm(page);
    expect(await ledgerLines(page)).toEqual([
      'Anna 1 2024-05-06 2024-05-07 10000 open',
      'Bob 2 2024-06-07 2024-06-08 5000 open',
    ]);
  });

  it('leaves rows out only when that was ticked', async () => {
    await goTo(page, '/import');
    const text = `${HEADINGS}Anna,1,2024-05-06,2024-06-05,100.00,,\r\nBob,2,2024-05-07,2024-06-06,1x0,,\r\n`;
    await dropFile(page, 'one-bad.csv', text);
    await previewOf(page, 'one-bad.csv');
    const out = page.getByRole('region', { name: 'Rows that are left out' });
    await out.getByRole('row', { name: /^3 Total 1x0 / }).waitFor();
    expect(await confirmButton(page).isEnabled()).toBe(false);
    const tick = page.getByRole('checkbox', { name: 'This row will be left out' });
    await tick.press('Space');
    expect(await confirmButton(page).isEnabled()).toBe(true);
    // Read in another way, it may be other rows: the tick has to be given again.
    await page.getByRole('radio', { name: 'day first' }).press('Space');
    await page.getByText('day first, as you chose').waitFor();
    expect(await confirmButton(page).isEnabled()).toBe(false);
    await tick.press('Space');
    await confirm(page);
    expect(await ledgerLines(page)).toEqual(['Anna 1 2024-05-06 2024-06-05 10000 open']);
  });

  it('lets another column be chosen', async () => {
    await goTo(page, '/import');
    const text = 'Client,Invoice No,Date,Net,Total\r\nAnna,1,2024-05-06,100.00,120.00\r\n';
    await dropFile(page, 'net.csv', text);
    await previewOf(page, 'net.csv');
    // No due day: the terms are asked for, never assumed in silence.
    await page.getByRole('button', { name: /30 days/ }).click();
    const amount = page.getByRole('combobox', { name: 'Column for Amount', exact: true });
    await expect.poll(() => amount.inputValue()).toBe('4');
    await amount.selectOption({ label: 'Net' });
    await page.getByRole('rowheader', { name: 'invoices£100.00' }).waitFor();
    await confirm(page);
    expect(await ledgerLines(page)).toEqual(['Anna 1 2024-05-06 2024-06-05 10000 open']);
  });
});

describe('a long import', () => {
  /** Enough rows to be caught while they are written. */
  function manyRows(count: number): string {
    const lines = Array.from({ length: count }, (_, n) => {
      const month = String((n % 12) + 1).padStart(2, '0');
      return `Client ${n % 400},N${n},2025-${month}-01,2025-${month}-28,${100 + (n % 900)}.50,,`;
    });
    return `${HEADINGS}${lines.join('\r\n')}\r\n`;
  }
  const big = () => madeFile('big.csv', manyRows(80_000));

  it('shows how far it is, and stopped while writing leaves nothing; so does a power cut', async () => {
    const file = big();
    const opened = await openEmpty();
    const { page, userData, crash } = opened;
    await chooseFile(opened, file);
    await previewOf(page, 'big.csv');
    await confirmButton(page).click();
    await page.getByRole('progressbar', { name: 'Writing into the ledger' }).waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('The import was stopped. Nothing was changed.').waitFor();
    expect((await answer(page, 'app.state', {})).ledger).toMatchObject({ clients: 0, invoices: 0 });
    await confirmButton(page).click();
    await page.getByRole('progressbar', { name: 'Writing into the ledger' }).waitFor();
    await crash();

    const again = await openApp({ userData, today: TODAY });
    expect((await answer(again.page, 'app.state', {})).ledger).toMatchObject({ clients: 0, invoices: 0 });
    await goTo(again.page, '/import');
    await dropFile(again.page, 'march.csv', MARCH);
    await previewOf(again.page, 'march.csv');
    await confirm(again.page);
    expect((await ledgerLines(again.page)).length).toBe(3);
    await again.close();
  });
});
