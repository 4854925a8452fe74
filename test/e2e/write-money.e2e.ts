import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenApp } from './app.ts';
import { answer, goTo, goToClients, hasFocus, namelessClient, openEmpty, TODAY } from './going.ts';
import { choosePill, form, press, send, tabTo, toast, typeInto } from './typing.ts';

let opened: OpenApp;
let page: Page;
beforeAll(async () => {
  opened = await openEmpty();
  page = opened.page;
});
afterAll(() => opened.close());

const invoice = (number: string) => page.getByRole('rowgroup', { name: `Invoice ${number}`, exact: true });
const pageOf = (clientId: number) => answer(page, 'clients.page', { clientId });

/** A new client with one invoice of £100, and its screen. */
async function clientWithInvoice(name: string, number: string): Promise<number> {
  const { id } = await answer(page, 'clients.add', { ...namelessClient, name });
  const input = {
    clientId: id,
    number,
    title: null,
    issued: '2026-10-01',
    due: '2026-10-31',
    amount: 10_000,
    allTheSame: false,
  };
  await answer(page, 'invoices.add', input);
  await goTo(page, `/clients/${id}`);
  await invoice(number).waitFor();
  return id;
}

/** Opens an invoice’s line, with the keyboard, and answers what it shows. */
async function openLine(number: string) {
  const line = invoice(number);
  const toggle = line.getByRole('button', { name: number, exact: true });
  if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.press('Enter');
  return line;
}

describe('clients', () => {
  it('a client is added from the keyboard, with the rules told while typing', async () => {
    await goToClients(page);
    await page.getByRole('button', { name: 'New client' }).first().press('Enter');
    const dialog = form(page, 'New client');
    const name = dialog.getByLabel('Name', { exact: true });
    await expect.poll(() => hasFocus(name)).toBe(true);
    await press(page, 'Tab');
    await dialog.getByRole('alert').getByText('A client needs a name.').waitFor();
    expect(await name.getAttribute('aria-invalid')).toBe('true');
    await press(page, 'Shift+Tab');
    await page.keyboard.type('Q');
    await dialog.getByRole('alert').waitFor({ state: 'detached' });
    await page.keyboard.type('uay Bakery');
    await typeInto(page, dialog, 'Client number', 'C001');
    await typeInto(page, dialog, 'E-mail', 'quay@');
    await press(page, 'Tab');
    await dialog.getByText('That does not look like an e-mail address.').waitFor();
    await press(page, 'Shift+Tab', 'End');
    await page.keyboard.type('bakery.example');
    await dialog.getByRole('alert').waitFor({ state: 'detached' });
    await typeInto(page, dialog, 'Days to pay', '14');
    await send(page);
    await page.getByRole('heading', { level: 1, name: 'Quay Bakery' }).waitFor();
    await toast(page, 'New client Quay Bakery.').waitFor();
    await page.getByText('14 days to pay').waitFor();
  });

  it('a number that another client has is refused at its field, and what was typed stays', async () => {
    await goToClients(page);
    await page.getByRole('button', { name: 'New client' }).first().press('Enter');
    const dialog = form(page, 'New client');
    await typeInto(page, dialog, 'Name', 'Tide & Co');
    await typeInto(page, dialog, 'Client number', 'C001');
    await press(page, 'Control+Enter');
    await dialog.getByText('Quay Bakery has this number already.').waitFor();
    const number = dialog.getByLabel('Client number');
    await expect.poll(() => hasFocus(number)).toBe(true);
    expect(await dialog.getByLabel('Name', { exact: true }).inputValue()).toBe('Tide & Co');
    await press(page, 'Control+a');
    await page.keyboard.type('C002');
    await send(page);
    await page.getByRole('heading', { level: 1, name: 'Tide & Co' }).waitFor();
  });

  it('is edited with e, and put back from the message with F6', async () => {
    await press(page, 'e');
    const dialog = form(page, 'Edit client');
    await typeInto(page, dialog, 'Phone', '01632 960 001');
    await send(page);
    await page.getByText('01632 960 001').waitFor();
    await press(page, 'F6', 'Enter');
    await page.getByText('01632 960 001').waitFor({ state: 'detached' });
    await toast(page, 'Undid: changed Tide & Co.').waitFor();
  });
});

describe('invoices and payments', () => {
  let count = 0;
  let id = 0;
  let number = '';
  beforeEach(async () => {
    count++;
    number = `F${count}`;
    id = await clientWithInvoice(`Client ${count}`, number);
  });

  it('an invoice is added with i; its due day follows the terms, its number is not taken twice', async () => {
    await press(page, 'i');
    const dialog = form(page, 'New invoice');
    await expect.poll(() => hasFocus(dialog.getByLabel('Invoice number'))).toBe(true);
    expect(await dialog.getByLabel('Due', { exact: true }).inputValue()).toBe('2026-12-17');
    await page.keyboard.type(number);
    await typeInto(page, dialog, 'Amount', '1,020.50');
    await typeInto(page, dialog, 'What for', 'Hedges');
    await press(page, 'Enter');
    await dialog.getByText('This client has an invoice with this number already.').waitFor();
    await expect.poll(() => hasFocus(dialog.getByLabel('Invoice number'))).toBe(true);
    await page.keyboard.type('b');
    await send(page);
    await invoice(`${number}b`).getByText('£1,020.50').waitFor();
    expect((await pageOf(id)).invoices.find((one) => one.number === `${number}b`)).toMatchObject({
      amount: 102_050,
      issued: TODAY,
      due: '2026-12-17',
      title: 'Hedges',
    });
  });

  it('tells a wrong amount and a due day before its own day', async () => {
    await press(page, 'i');
    const dialog = form(page, 'New invoice');
    await typeInto(page, dialog, 'Invoice number', 'X');
    await typeInto(page, dialog, 'Amount', '12.345');
    await press(page, 'Tab');
    await dialog.getByText('Give an amount like 120 or 85.50.').waitFor();
    await press(page, 'Shift+Tab', 'Control+a');
    await page.keyboard.type('12.34');
    await dialog.getByText('Give an amount like 120 or 85.50.').waitFor({ state: 'detached' });
    await tabTo(page, dialog.getByLabel('Due', { exact: true }));
    await page.keyboard.type('01012026');
    await tabTo(page, dialog.getByRole('button', { name: 'Add the invoice' }));
    await dialog.getByText('The due day is before the invoice’s own day.').waitFor();
    await press(page, 'Control+Enter');
    expect(await dialog.isVisible()).toBe(true);
    await press(page, 'Escape');
    await dialog.waitFor({ state: 'detached' });
    expect((await pageOf(id)).invoices.length).toBe(1);
  });

  it('a part payment leaves the rest open', async () => {
    await press(page, 'p');
    const dialog = form(page, 'Record a payment');
    await dialog.getByText('That settles the invoice.').waitFor();
    await typeInto(page, dialog, 'Amount', '40');
    await dialog.getByText('£60 stays open, due 31 Oct 2026.').waitFor();
    await send(page);
    await invoice(number).getByText('£40 paid').waitFor();
    await page.getByRole('button', { name: 'why £60 owed' }).first().waitFor();
  });

  it('an overpayment becomes credit, and the credit pays another invoice', async () => {
    await press(page, 'p');
    const dialog = form(page, 'Record a payment');
    await typeInto(page, dialog, 'Amount', '130');
    await dialog.getByText('£30 more than is open: kept as their credit.').waitFor();
    await send(page);
    await page.getByRole('button', { name: 'why £30 credit on account' }).first().waitFor();

    const next = {
      clientId: id,
      number: `${number}b`,
      title: null,
      issued: TODAY,
      due: TODAY,
      amount: 2000,
      allTheSame: false,
    };
    await answer(page, 'invoices.add', next);
    await goTo(page, '/clients');
    await goTo(page, `/clients/${id}`);
    await invoice(`${number}b`).waitFor();
    await press(page, 'p');
    await choosePill(page, dialog, 'How', 'their credit, £30');
    expect(await dialog.getByLabel('Amount').inputValue()).toBe('20');
    await send(page);
    await page.getByRole('button', { name: 'why £10 credit on account' }).first().waitFor();
    expect((await pageOf(id)).invoices.every((one) => one.open === 0)).toBe(true);
    await (await openLine(`${number}b`)).getByText('paid, from their credit').waitFor();
  });

  it('a credit note takes off the invoice', async () => {
    const line = await openLine(number);
    await line.getByRole('button', { name: 'Credit note' }).press('Enter');
    const dialog = form(page, `Credit note on invoice ${number}`);
    await typeInto(page, dialog, 'Amount', '25');
    await typeInto(page, dialog, 'Why', 'Two hours less');
    await send(page);
    await line.getByText('£25 credited').waitFor();
    await line.getByText('credited, Two hours less').waitFor();
    expect((await pageOf(id)).invoices[0]?.open).toBe(7500);
  });

  it('is written off, and the write-off taken back', async () => {
    const line = await openLine(number);
    await line.getByRole('button', { name: 'Write off' }).press('Enter');
    const dialog = form(page, `Write off invoice ${number}`);
    await expect.poll(() => hasFocus(dialog.getByLabel('Why it won’t come'))).toBe(true);
    await press(page, 'Control+Enter');
    await dialog.getByText('Say why it won’t come.').waitFor();
    await typeInto(page, dialog, 'Why it won’t come', 'Moved abroad');
    await send(page);
    await line.getByRole('cell', { name: 'written off', exact: true }).waitFor();
    await page.getByText('nothing is open').waitFor();
    await line.getByRole('button', { name: 'Take back' }).press('Enter');
    await line.getByText('17 so far').waitFor();
    await toast(page, new RegExp(`^Took back the write-off of invoice ${number} to `)).waitFor();
  });

  it('a payment is removed, an invoice corrected and removed, each with a way back', async () => {
    await press(page, 'p');
    await send(page);
    const line = await openLine(number);
    await line.getByRole('button', { name: 'Remove the payment £100 of 17 Nov' }).press('Enter');
    await line.getByRole('button', { name: /^Remove the payment/ }).waitFor({ state: 'detached' });
    await line.getByRole('button', { name: 'Edit', exact: true }).press('Enter');
    await typeInto(page, form(page, `Edit invoice ${number}`), 'Amount', '110');
    await send(page);
    await line.getByText('£110').first().waitFor();
    await line.getByRole('button', { name: 'Remove invoice' }).press('Enter');
    await line.waitFor({ state: 'detached' });
    await page.getByText('No invoices yet').waitFor();
    await press(page, 'F6', 'Enter');
    await invoice(number).getByText('£110').first().waitFor();
  });

  it('a payment on a day that is still to come is refused at its field', async () => {
    await press(page, 'p');
    const dialog = form(page, 'Record a payment');
    await tabTo(page, dialog.getByLabel('Paid on'));
    await page.keyboard.type('18112026');
    await press(page, 'Control+Enter');
    await dialog.getByText('That day is still to come. Is the date right?').waitFor();
    await press(page, 'Escape');
  });
});
