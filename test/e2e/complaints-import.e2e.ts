import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { projectRoot } from './app.ts';
import { answer, answerAll, goTo, openEmpty } from './going.ts';
import { chooseFile, confirm, confirmButton, dropFile, previewOf, sheetLine } from './importing.ts';

const FILE = 'mediated-complaints-2018-2020.csv';
const realFile = join(projectRoot, '..', 'shared', 'data', FILE);

/** All clients, asked for page by page. */
async function everyClient(page: Page): Promise<readonly number[]> {
  const ids: number[] = [];
  for (;;) {
    const { rows } = await answer(page, 'clients.list', {
      filter: 'all',
      text: '',
      sort: 'name',
      descending: false,
      offset: ids.length,
      limit: 500,
    });
    ids.push(...rows.map(({ id }) => id));
    if (rows.length < 500) return ids;
  }
}

describe('the real mediated complaints', () => {
  it.skipIf(!existsSync(realFile))(
    'come in with every cent given back, once, and are undone as a whole',
    async () => {
      const opened = await openEmpty({ currency: 'USD' });
      const { page, screenshot, close } = opened;
      await chooseFile(opened, realFile);
      await previewOf(page, FILE);
      await page.getByRole('heading', { name: 'Import complaints' }).waitFor();
      await page.getByText('by the heading ‘Complaint Type’').waitFor();
      await screenshot('import-complaints-questions');
      await page.getByRole('button', { name: 'all of one client, “name not given”' }).press('Enter');
      await page.getByRole('button', { name: /^as not settled/ }).press('Enter');
      await page.getByRole('region', { name: 'Questions about this file' }).waitFor({ state: 'detached' });
      expect(await sheetLine(page, 'rows read')).toBe('3,045');
      expect(await sheetLine(page, 'can’t be read')).toBe('−1');
      expect(await sheetLine(page, 'new complaints')).toBe('3,044');
      expect(await sheetLine(page, 'refunds to add')).toBe('$979,519.00');
      const out = page.getByRole('region', { name: 'Rows that are left out' });
      await out.getByRole('row', { name: /^194 Restitution Yes the cells of this row/ }).waitFor();
      const changed = page.getByRole('region', { name: 'Rows that come in otherwise' });
      expect(await changed.getByRole('row').count()).toBe(1 + 38 + 6);
      await page.getByLabel('Decision for No Satisfactory Agreement').selectOption('hold firm');
      await expect.poll(() => sheetLine(page, 'decisions to add')).toBe('1,120');
      await page.getByLabel('Cause for Quality of Work').selectOption('process breakdown');
      await screenshot('import-complaints-preview');
      expect(await confirmButton(page).isEnabled()).toBe(false);
      await page.getByRole('checkbox', { name: 'This row will be left out' }).press('Space');
      expect(await confirmButton(page).textContent()).toBe('Import 3,044 complaints');
      await confirm(page);
      await page.getByText('3,044 complaints, 1,120 decisions and 2,116 new clients came in.').waitFor();

      const clients = await everyClient(page);
      expect(clients.length).toBe(2116);
      const pages = await answerAll(
        page,
        'clients.page',
        clients.map((clientId) => ({ clientId })),
      );
      const decisions = pages.flatMap((one) => one.decisions);
      const refunds = decisions.filter(({ paidBack }) => paidBack === 'money');
      expect(refunds.length).toBe(735);
      expect(refunds.reduce((sum, { amount }) => sum + amount, 0)).toBe(979_519_00);
      expect(pages.flatMap((one) => one.complaints).filter(({ cause }) => cause?.id === 1).length).toBe(210);

      await chooseFile(opened, realFile);
      await previewOf(page, FILE);
      await page.getByRole('button', { name: 'all of one client, “name not given”' }).click();
      await page.getByRole('button', { name: /^as not settled/ }).click();
      await page.getByText('Everything that can be read in this file is already in the ledger.').waitFor();
      expect(await confirmButton(page).count()).toBe(0);
      await page.getByRole('button', { name: 'Done', exact: true }).click();
      await page.getByRole('button', { name: 'Undo this import' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Undo the import' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await everyClient(page)).toEqual([]);
      await close();
    },
  );
});

describe('new invoices of a flagged client', () => {
  it('are named with what staff are told, and import is done all the same', async () => {
    const opened = await openEmpty();
    const { page, screenshot, close } = opened;
    const head = 'Client,Invoice No,Date,Due,Total\r\n';
    const first = `${head}Quay Bakery,0017,2026-03-02,2026-04-01,120.00\r\n`;
    await goTo(page, '/import');
    await dropFile(page, 'march.csv', first);
    await previewOf(page, 'march.csv');
    await confirm(page);
    const [clientId = 0] = await everyClient(page);
    await answer(page, 'flags.raise', {
      clientId,
      raisedOn: '2026-06-01',
      reason: 'shouted at staff',
      instruction: 'Deposit first.',
      reviewOn: null,
      look: { process: true, communication: false, value: false, training: false, found: 'nothing of ours' },
    });
    await page.getByRole('button', { name: 'Import another file' }).click();
    await dropFile(page, 'april.csv', `${first}Quay Bakery,0018,2026-04-20,2026-05-19,80.50\r\n`);
    await previewOf(page, 'april.csv');
    const warned = page.getByRole('region', { name: 'New invoices of a client to think over' });
    await warned.getByText('Deposit first.').waitFor();
    await warned.getByText('Red flag since 1 Jun 2026.').waitFor();
    await screenshot('import-warned');
    expect(await confirmButton(page).textContent()).toBe('Import all the same');
    await confirm(page);
    const { warnings } = await answer(page, 'clients.page', { clientId });
    expect(warnings).toMatchObject([{ path: 'import', words: expect.stringContaining('Deposit first.') }]);
    await close();
  });
});
