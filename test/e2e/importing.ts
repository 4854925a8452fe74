import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { type OpenApp, temporaryFolder } from './app.ts';
import { answer, answerAll, goTo } from './going.ts';

/** Writes a file into a temporary folder of its own and answers its path. */
export function madeFile(name: string, content: string | Uint8Array): string {
  const file = join(temporaryFolder('file'), name);
  writeFileSync(file, content);
  return file;
}

/** Goes to the import screen, lets go of any file that lies there, and chooses this one in the system's dialog. */
export async function chooseFile({ page, answerDialogs }: OpenApp, file: string): Promise<void> {
  await answerDialogs({ open: [file] });
  await goTo(page, '/import');
  const choose = page.getByRole('button', { name: 'Choose a file…' });
  const another = page.getByRole('button', { name: /^(Another file…|Import another file)$/ });
  await choose.or(another).waitFor();
  if (await another.isVisible()) await another.click();
  await choose.click();
}

/** Waits for the preview of a file that was chosen or dropped. */
export async function previewOf(page: Page, fileName: string): Promise<void> {
  await page.getByRole('main').getByText(fileName, { exact: true }).waitFor();
  await page.getByRole('heading', { name: 'What the import does' }).waitFor();
}

/** The one solid button that writes; its words say what it does. */
export function confirmButton(page: Page): Locator {
  return page.getByRole('main').getByRole('button', { name: /^(Import|Correct|Settle)\b(?! another)/ });
}

/** Confirms, and waits until it is in the ledger. */
export async function confirm(page: Page): Promise<void> {
  await confirmButton(page).click();
  await page.getByRole('heading', { name: 'Imported' }).waitFor();
}

/** A line of the reconciliation as it stands on the screen: “2,466”, “−1”, or “–” for none. */
export function sheetLine(page: Page, label: string): Promise<string | null> {
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: label }) });
  return row.getByRole('cell').textContent();
}

/** Drops a file on the window, as from the file manager. */
export async function dropFile(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const made = new DataTransfer();
      made.items.add(new File([content], fileName, { type: 'text/csv' }));
      return made;
    },
    [name, text] as const,
  );
  const place = page.getByRole('region', { name: 'Import', exact: true });
  for (const event of ['dragenter', 'dragover', 'drop']) {
    await place.dispatchEvent(event, { dataTransfer: transfer });
  }
  await transfer.dispose();
}

/** An invoice as the ledger has it, in one line: client, number, day, due day, amount, the day it was settled. */
export type LedgerLine = string;

/** Every invoice of the ledger, sorted; the same lines mean the same ledger. */
export async function ledgerLines(page: Page): Promise<LedgerLine[]> {
  const list = await answer(page, 'clients.list', {
    filter: 'all',
    text: '',
    sort: 'name',
    descending: false,
    offset: 0,
    limit: 500,
  });
  const pages = await answerAll(
    page,
    'clients.page',
    list.rows.map(({ id }) => ({ clientId: id })),
  );
  return pages
    .flatMap(({ client, invoices }) =>
      invoices.map(({ number, issued, due, amount, lateness }) => {
        const settled = lateness.kind === 'settled' ? `settled ${lateness.on}` : lateness.kind;
        return [client.number ?? client.name, number, issued, due, amount, settled].join(' ');
      }),
    )
    .sort();
}
