import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenApp, openApp } from './app.ts';
import {
  answer,
  goTo,
  goToClient,
  goToClients,
  hasFocus,
  namelessClient,
  openSample,
  TODAY,
} from './going.ts';
import { dropFile, previewOf } from './importing.ts';
import { look, settled, violations } from './looking.ts';
import { choosePill, form, press, send, typeInto } from './typing.ts';

describe('the welcome', () => {
  it('welcome, and the questions before a ledger begins', async () => {
    const opened = await openApp({ today: TODAY });
    const { page, close } = opened;
    await page.getByRole('button', { name: 'Start empty' }).waitFor();
    await look(opened, 'welcome');
    await page.getByRole('button', { name: 'Start empty' }).click();
    await page.getByLabel('Name of your business').waitFor();
    await look(opened, 'welcome-empty');
    await page.getByLabel('Name of your business').press('Enter');
    await page.getByText('What is your business called?').waitFor();
    await page.getByLabel('Name of your business').fill('Hollin Gardens');
    await page.keyboard.press('Enter');
    await page.getByText('No clients yet').waitFor();
    await look(opened, 'overview-none');
    await goToClients(page);
    await look(opened, 'clients-none');
    for (const [path, says, name] of [
      ['/desk', 'Nothing waits for a decision', 'desk-none'],
      ['/outcomes', 'No decision in these months', 'outcomes-none'],
      ['/lessons', 'Nothing to learn from yet', 'lessons-none'],
    ] as const) {
      await goTo(page, path);
      await page.getByText(says).waitFor();
      await look(opened, name);
    }
    await close();
  });
});

describe('every screen and dialog', () => {
  let opened: OpenApp;
  let page: Page;
  beforeAll(async () => {
    opened = await openSample();
    page = opened.page;
  });
  afterAll(() => opened.close());

  const closeDialog = async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  const larkfield = async () => {
    await goToClient(page, 'Larkfield Court');
    await page.getByRole('region', { name: 'Payments' }).waitFor();
  };
  const main = () => page.getByRole('main');
  const openLine = async (number: string) => {
    const line = page.getByRole('rowgroup', { name: `Invoice ${number}` });
    const toggle = line.getByRole('button', { name: number, exact: true });
    if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.press('Enter');
    return line;
  };

  it('the ledger', async () => {
    await goToClients(page);
    await look(opened, 'clients');
  });

  it('the ledger filtered to nothing, and the search', async () => {
    await page.getByRole('searchbox').fill('zzz');
    await page.getByText('No client here matches').waitFor();
    await look(opened, 'clients-no-match');
    await page.getByRole('searchbox').fill('');
    await press(page, 'Control+k');
    await page.getByRole('combobox').fill('la');
    await page.getByRole('option').first().waitFor();
    await look(opened, 'find');
    await closeDialog();
  });

  it('the client screen, from its top, with a mark pointed at, and further down', async () => {
    await larkfield();
    await look(opened, 'client');
    await page.getByRole('radio', { name: '24 months' }).focus();
    await press(page, 'Tab', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    await page.getByRole('tooltip').waitFor();
    await look(opened, 'client-mark');
    const line = await openLine('3417');
    // The pointer out of the way, and the focus, whose row and mark would be lit.
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    await look(opened, 'client-invoices', () =>
      line.evaluate((element) => element.scrollIntoView({ block: 'center' })),
    );
  });

  it('a client with nothing yet', async () => {
    const { id } = await answer(page, 'clients.add', { ...namelessClient, name: 'Newcomb & Daughters' });
    await goTo(page, `/clients/${id}`);
    await page.getByText('No complaints so far').waitFor();
    await look(opened, 'client-new');
  });

  it('a client of whom every figure is large', async () => {
    await goToClient(page, 'Willow Bank Care Home');
    await page.getByRole('region', { name: 'Payments' }).waitFor();
    await page.getByRole('radio', { name: 'all', exact: true }).press('Space');
    await look(opened, 'client-willow-bank');
    await page.getByRole('radio', { name: '24 months' }).press('Space');
  });

  it('why', async () => {
    await larkfield();
    await page.getByRole('button', { name: 'why 18 days late, typically' }).click();
    await page.getByRole('dialog').getByRole('table').waitFor();
    await look(opened, 'why');
    await closeDialog();
  });

  /** The forms that a letter opens on the client screen. */
  const lettered = [
    ['c', 'Log a complaint', 'form-complaint'],
    ['p', 'Record a payment', 'form-payment'],
    ['i', 'New invoice', 'form-invoice'],
    ['e', 'Edit client', 'form-client'],
    ['f', 'Lift the red flag', 'form-lift'],
  ] as const;
  it.each(lettered)('%s: %s', async (key, title, name) => {
    await larkfield();
    await press(page, key);
    const dialog = form(page, title);
    await dialog.getByRole('button', { name: 'Close' }).first().waitFor();
    await expect.poll(() => hasFocus(dialog.locator(':focus'))).toBe(true);
    await look(opened, name);
    await closeDialog();
  });

  it('a form that was sent with everything missing', async () => {
    await larkfield();
    await press(page, 'c');
    const dialog = form(page, 'Log a complaint');
    await dialog.getByText('What can come later').click();
    await press(page, 'Control+Enter');
    await dialog.getByText('Choose one of the four.').waitFor();
    await look(opened, 'form-complaint-errors');
    await closeDialog();
  });

  it('a decision of each shape', async () => {
    await larkfield();
    await press(page, 'd');
    const dialog = form(page, 'Record a decision');
    for (const kind of ['put right', 'coupon', 'part refund', 'hold firm']) {
      await choosePill(page, dialog, 'What do you decide?', new RegExp(`^${kind}$`));
      await look(opened, `form-decision-${kind.replace(' ', '-')}`);
      await dialog.getByRole('radio', { name: kind, exact: true }).focus();
    }
    await closeDialog();
  });

  it('the forms of one row: complaint, coupon, credit note, write-off', async () => {
    await larkfield();
    await page.getByRole('button', { name: 'Edit the complaint of 9 Nov 2026' }).click();
    await form(page, 'Complaint of 9 Nov 2026').waitFor();
    await look(opened, 'form-complaint-edit');
    await closeDialog();
    await page.getByRole('button', { name: 'Redeem it' }).click();
    await form(page, /^Redeem coupon/).waitFor();
    await look(opened, 'form-redeem');
    await closeDialog();
    const line = await openLine('3417');
    await line.getByRole('button', { name: 'Credit note' }).click();
    await form(page, /^Credit note/).waitFor();
    await look(opened, 'form-credit');
    await closeDialog();
    await line.getByRole('button', { name: 'Write off' }).click();
    await form(page, /^Write off/).waitFor();
    await look(opened, 'form-write-off');
    await closeDialog();
  });

  it('a red flag raised, with the message and its way back', async () => {
    await goToClient(page, 'Newcomb & Daughters');
    await press(page, 'f');
    const dialog = form(page, 'Raise a red flag');
    await dialog.waitFor();
    await look(opened, 'form-flag');
    await typeInto(page, dialog, 'What your staff should do', 'Extra work only in writing.');
    await typeInto(page, dialog, 'Why, for yourself', 'Orders by phone, then disputes.');
    await typeInto(page, dialog, 'What you found', 'Nothing of ours: every order was confirmed.');
    await send(page);
    await page.locator('output').getByRole('button', { name: 'Undo' }).hover();
    await page.getByText('Red flag raised on Newcomb & Daughters.').waitFor();
    await expectClean('message');
    await page.getByRole('button', { name: 'More for this client' }).click();
    await page.getByRole('menu').waitFor();
    await look(opened, 'menu');
    await press(page, 'Escape');
    await page.locator('output').getByRole('button', { name: 'Dismiss' }).click();
  });

  it('settings, and a question before something large', async () => {
    await goTo(page, '/settings');
    await main().getByRole('heading', { name: 'Settings' }).waitFor();
    await look(opened, 'settings');
    await page.getByRole('button', { name: 'Throw the sample away' }).click();
    await page.getByRole('dialog').waitFor();
    await look(opened, 'confirm');
    await closeDialog();
  });

  it('the import: its start, a question, a preview with rows left out, a refusal, and done', async () => {
    await goTo(page, '/import');
    await page.getByRole('button', { name: 'Choose a file…' }).waitFor();
    await look(opened, 'import');
    const headings = 'Client,Invoice No,Date,Due,Total,Paid on,Disputed\r\n';
    await dropFile(page, 'nothing.csv', '');
    await page.getByRole('alert').waitFor();
    await look(opened, 'import-refused');
    const either = 'Anna,1,05/06/2024,05/07/2024,100.00,,No\r\nBob,2,06/07/2024,06/08/2024,50.00,,Yes\r\n';
    await dropFile(page, 'either.csv', headings + either);
    await page.getByText('One question first').waitFor();
    await look(opened, 'import-question');
    await page.getByRole('button', { name: 'Another file…' }).click();
    const rows = Array.from({ length: 14 }, (_, n) => {
      const day = String(n + 1).padStart(2, '0');
      return `${n % 3 === 0 ? 'Larkfield Court' : 'Quay Bakery'},00${n},2026-03-${day},2026-04-${day},${n}20.50,,No`;
    });
    const bad =
      'Tide & Co,77,00:00.0,2026-04-01,100.00,,No\r\nTide & Co,78,2026-03-01,2026-04-01,($40.00),,No\r\n';
    await dropFile(page, 'march.csv', `${headings}${rows.join('\r\n')}\r\n${bad}`);
    await previewOf(page, 'march.csv');
    await look(opened, 'import-preview');
    await page.getByRole('checkbox', { name: 'These' }).check();
    // Larkfield Court has a red flag, so the button says what it goes against.
    await page.getByRole('button', { name: 'Import all the same' }).click();
    await page.getByRole('heading', { name: 'Imported' }).waitFor();
    await look(opened, 'import-done');
  });

  it('screens that are not there', async () => {
    await goTo(page, '/clients/999999');
    await page.getByText('This client is not in the ledger').waitFor();
    await look(opened, 'client-unknown');
  });

  async function expectClean(name: string) {
    await settled(page);
    expect(await violations(page), name).toEqual([]);
  }
});
