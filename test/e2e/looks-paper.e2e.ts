import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { OpenApp } from './app.ts';
import { addClient, addComplaint, addDecision, addInvoice } from './dealings.ts';
import { clientId, goTo, openEmpty, openSample } from './going.ts';
import { look } from './looking.ts';
import { press } from './typing.ts';

const preview = (page: Page) => page.getByRole('region', { name: 'Preview' });
async function goToPreview(page: Page, query: string): Promise<void> {
  await goTo(page, `/print?${query}`);
  await preview(page).getByRole('article', { name: 'Page 1' }).first().waitFor();
}

describe('pages before they are printed', () => {
  let opened: OpenApp;
  let page: Page;
  let larkfield: number;
  beforeAll(async () => {
    opened = await openSample();
    page = opened.page;
    larkfield = await clientId(page, 'Larkfield Court');
  });
  afterAll(() => opened.close());

  it('a summary for the client, and the whole page of it', async () => {
    await goToPreview(page, `kind=client-summary&version=client&clients=${larkfield}`);
    await look(opened, 'print-client');
    await page.getByRole('radio', { name: 'Whole page' }).check({ force: true });
    await look(opened, 'print-whole');
  });

  it.each([
    ['statement', () => `kind=statement&client=${larkfield}&from=2026-01-01`],
    ['staff-sheet', () => 'kind=staff-sheet'],
    ['month', () => 'kind=month&month=2026-10'],
  ])('%s', async (name, query) => {
    await goToPreview(page, query());
    await look(opened, `print-${name}`);
  });

  it('the words of an apology', async () => {
    await goTo(page, '/letters?purpose=apology');
    await page.getByRole('textbox', { name: /The usual words/ }).waitFor();
    await look(opened, 'letters-apology');
  });

  it('nothing chosen, and no copy kept', async () => {
    await goTo(page, '/print');
    await page.getByText('Nothing was chosen to print').waitFor();
    await look(opened, 'print-nothing');
    await goTo(page, '/prints');
    await page.getByText('No copy was kept yet').waitFor();
    await look(opened, 'prints-none');
  });

  it('a page on its way, with its way to stop', async () => {
    await goToPreview(page, `kind=client-summary&version=me&clients=${larkfield}`);
    // Nothing answers any more: what is waited for stays to be looked at.
    await opened.app.evaluate(({ ipcMain, BrowserWindow }) => {
      ipcMain.removeHandler('evenhand:call');
      ipcMain.handle('evenhand:call', () => new Promise(() => undefined));
      const [window] = BrowserWindow.getAllWindows();
      setTimeout(() => {
        const progress = { step: 'laying out', done: 7, total: 12 };
        window?.webContents.send('evenhand:event', 'prints.progress', progress);
      }, 800);
    });
    await page.getByRole('button', { name: 'Save as PDF…' }).click();
    await page.getByText('7 of 12').waitFor();
    await look(opened, 'print-working');
  });
});

describe('the search, as the way to what has no place in the top bar', () => {
  it('finds backups, history and prints by name', async () => {
    const opened = await openSample();
    const { page } = opened;
    await press(page, 'Control+k');
    await page.getByRole('combobox').waitFor();
    await look(opened, 'find-empty');
    await page.keyboard.type('backup');
    await page.getByRole('option', { name: /Backups and safety/ }).waitFor();
    await look(opened, 'find-places');
    await press(page, 'Enter');
    await page.getByRole('heading', { level: 1, name: 'Backups and safety' }).waitFor();
    await opened.close();
  });
});

describe('in Germany, with yen', () => {
  it('a statement of account, and history', async () => {
    const opened = await openEmpty({ locale: 'de-DE', currency: 'JPY' });
    const { page } = opened;
    const id = await addClient(page, 'Gärtnerei Müller-Lüdenscheidt & Söhne');
    const invoice = await addInvoice(page, id, '2026-017', '2026-07-01', '2026-07-31', 12_345);
    const complaint = await addComplaint(page, id, '2026-08-04', 'Die Beete blieben liegen.', {
      invoiceId: invoice,
    });
    await addDecision(page, id, complaint, 'part refund', '2026-08-10', {
      invoiceId: invoice,
      amount: 250_000,
      paidBack: 'credit',
    });
    await goToPreview(page, `kind=statement&client=${id}`);
    await look(opened, 'print-yen');
    await goTo(page, '/history');
    await page.locator('.history-toggle').first().click();
    await look(opened, 'history-yen');
    await opened.close();
  });
});
