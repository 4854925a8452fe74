import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenApp } from './app.ts';
import { addClient, addDecision, addInvoice } from './dealings.ts';
import {
  answer,
  clientId,
  goTo,
  goToClient,
  goToClients,
  hasFocus,
  openAgain,
  openEmpty,
  TODAY,
} from './going.ts';
import { chooseFile, confirm, confirmButton, madeFile, previewOf } from './importing.ts';
import { form, press, send, tabTo, typeInto } from './typing.ts';

const INSTRUCTION = 'Extra work only in writing.';

let opened: OpenApp;
let page: Page;
let id = 0;
beforeAll(async () => {
  opened = await openEmpty();
  page = opened.page;
  id = await addClient(page, 'Larkfield Court', { email: 'estate@larkfield.example' });
  await addInvoice(page, id, '3417', '2026-11-01', '2026-12-01', 640);
  await addDecision(page, id, null, 'coupon', '2026-11-02', {
    amount: 2500,
    couponCode: 'SORRY-25',
    validUntil: '2027-05-02',
  });
  await answer(page, 'flags.raise', {
    clientId: id,
    raisedOn: '2026-11-10',
    reason: 'Orders by phone, then disputes.',
    instruction: INSTRUCTION,
    reviewOn: '2027-05-10',
    look: { process: false, communication: true, value: false, training: false, found: 'No written quotes.' },
  });
});
afterAll(() => opened.close());

const heard = async (clientId = id) => {
  const { warnings } = await answer(page, 'clients.page', { clientId });
  return warnings.map(({ path, words }) => `${path}: ${words}`);
};

/** What is warned of in the form, which is not sent until its tick is set; sends it all the same. */
async function goOnAllTheSame(title: string | RegExp, tick: string): Promise<void> {
  const dialog = form(page, title);
  await dialog.getByRole('region', { name: 'Think this over' }).getByText(INSTRUCTION).first().waitFor();
  await press(page, 'Control+Enter');
  await dialog.getByText('Tick this to go on. It is noted with the client.').waitFor();
  await tabTo(page, dialog.getByRole('checkbox', { name: tick }));
  await press(page, 'Space');
  await send(page);
}

/** Opens the form for a new client from the list, and types its name. */
async function newClient(name: string) {
  await goToClients(page);
  await page.getByRole('button', { name: 'New client' }).first().press('Enter');
  const dialog = form(page, 'New client');
  await typeInto(page, dialog, 'Name', name);
  return dialog;
}

describe('a red flag warns, with the instruction to staff', () => {
  it('before a new invoice; it can be gone against, and is recorded', async () => {
    await goToClient(page, 'Larkfield Court');
    await press(page, 'i');
    const dialog = form(page, 'New invoice');
    const number = dialog.getByLabel('Invoice number');
    await expect.poll(() => hasFocus(number)).toBe(true);
    await typeInto(page, dialog, 'Invoice number', '3500');
    await typeInto(page, dialog, 'Amount', '120');
    await goOnAllTheSame('New invoice', 'Add the invoice all the same');
    await page.getByRole('rowgroup', { name: 'Invoice 3500' }).waitFor();
    expect(await heard()).toEqual(
      expect.arrayContaining([`new invoice: Red flag since 10 Nov 2026. “${INSTRUCTION}”`]),
    );
    // The house rule that went unheeded counts as broken.
    const rules = (await answer(page, 'rules.page', {})).rules;
    expect(rules.find(({ key }) => key === 'no new work')?.broken).toBe(1);
  });

  it('before a coupon is redeemed', async () => {
    const redeem = page.getByRole('button', { name: 'Redeem it' });
    await tabTo(page, redeem);
    await press(page, 'Enter');
    await goOnAllTheSame('Redeem coupon SORRY-25', 'Redeem it all the same');
    await page.getByText(/used on invoice/).waitFor();
    expect((await heard()).filter((line) => line.startsWith('coupon'))).toHaveLength(1);
  });

  it('before a second client of the same name, with the way to the first', async () => {
    const dialog = await newClient('larkfield court');
    await dialog.getByRole('button', { name: 'Open Larkfield Court' }).waitFor();
    await goOnAllTheSame('New client', 'Add the client all the same');
    await page.getByRole('heading', { level: 1, name: 'larkfield court', exact: true }).waitFor();
    // Heard where it will be looked for: with the new client.
    expect(await heard(await twinId())).toEqual([
      `new client: Larkfield Court, with the same name, has a red flag. “${INSTRUCTION}”`,
    ]);
  });

  it('before one of the same e-mail address; Open leads to the client it warns of, and nothing is lost', async () => {
    const dialog = await newClient('Harrow Estates');
    await typeInto(page, dialog, 'E-mail', 'Estate@Larkfield.example');
    const open = dialog.getByRole('button', { name: 'Open Larkfield Court' });
    await tabTo(page, open);
    await press(page, 'Enter');
    await page.getByRole('heading', { level: 1, name: 'Larkfield Court', exact: true }).waitFor();
    await goToClients(page);
    await page.getByRole('button', { name: 'New client' }).first().press('Enter');
    await dialog.getByText('Brought back what you had typed.').waitFor();
    await goOnAllTheSame('New client', 'Add the client all the same');
    await page.getByRole('heading', { level: 1, name: 'Harrow Estates' }).waitFor();
    expect((await heard(await clientId(page, 'Harrow Estates')))[0]).toContain('with the same e-mail');
  });

  it('before an import brings new invoices', async () => {
    const rows = ['Client,Invoice No,Date,Due,Total', 'Quay Bakery,900,2026-11-02,2026-12-02,80.00'];
    rows.push(
      'Larkfield Court,3501,2026-11-03,2026-12-03,95.00',
      'Larkfield Court,3502,2026-11-04,2026-12-04,5.00',
    );
    // Two are called so by now, which an import would ask about.
    const { client } = await answer(page, 'clients.page', { clientId: await twinId() });
    await answer(page, 'clients.edit', { ...client, name: 'Larkfield Mews' });
    await chooseFile(opened, madeFile('november.csv', rows.join('\r\n')));
    await previewOf(page, 'november.csv');
    const warned = page.getByRole('region', { name: 'New invoices of a client to think over' });
    await warned.getByText(INSTRUCTION).waitFor();
    await warned.getByText('2 new invoices').waitFor();
    expect(await confirmButton(page).textContent()).toBe('Import all the same');
    await confirm(page);
    const ofImport = (await heard()).filter((line) => line.startsWith('import'));
    expect(ofImport).toEqual([`import: Red flag since 10 Nov 2026. “${INSTRUCTION}”`]);
  });
});

/** The second Larkfield Court. */
const twinId = () => clientId(page, 'larkfield court');

describe('what was gone against', () => {
  beforeAll(async () => {
    opened = await openAgain(opened);
    page = opened.page;
  });

  it('stands on the client’s screen, folded, after another start too', async () => {
    await goToClient(page, 'Larkfield Court');
    const folded = page.getByText(/^Went on against a warning \d times, last on 17 Nov 2026$/);
    await tabTo(page, page.locator('summary').filter({ has: folded }));
    await press(page, 'Enter');
    await page.getByText('new invoice 3500').waitFor();
    expect((await heard()).length).toBe(4);
  });

  it('a lifted flag warns no more', async () => {
    await answer(page, 'flags.lift', { clientId: id, liftedOn: TODAY, reason: 'Two quiet months.' });
    await goTo(page, '/clients');
    await goToClient(page, 'Larkfield Court');
    await press(page, 'i');
    const dialog = form(page, 'New invoice');
    await expect.poll(() => hasFocus(dialog.getByLabel('Invoice number'))).toBe(true);
    expect(await answer(page, 'warnings.newWork', { clientId: id })).toEqual([]);
    expect(await dialog.getByRole('region', { name: 'Think this over' }).count()).toBe(0);
    await press(page, 'Escape');
    await dialog.waitFor({ state: 'detached' });
  });
});
