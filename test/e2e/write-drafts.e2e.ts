import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type OpenApp, openApp } from './app.ts';
import { answer, clientId, goTo, goToClient, hasFocus, openEmpty, TODAY } from './going.ts';
import { form, press, send, typeInto } from './typing.ts';

const words = 'Your crew blew our leaves onto the neighbours’ drive.';

/** Adds a client by its form, as an owner does, and stays on its screen. */
async function addClient(page: Page, name: string): Promise<void> {
  await goTo(page, '/clients');
  await page.getByRole('button', { name: 'New client' }).first().press('Enter');
  await typeInto(page, form(page, 'New client'), 'Name', name);
  await send(page);
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** The same ledger again, on the screen of a client. */
async function openAgain(userData: string, client: string): Promise<OpenApp> {
  const opened = await openApp({ userData, today: TODAY });
  await opened.page.getByRole('heading', { level: 1 }).waitFor();
  await goToClient(opened.page, client);
  return opened;
}

async function beginComplaint(page: Page): Promise<void> {
  await press(page, 'c');
  const said = form(page, 'Log a complaint').getByLabel(/What did they say/);
  await expect.poll(() => hasFocus(said)).toBe(true);
  await page.keyboard.type(words);
}

describe('what was typed', () => {
  it('is there again after the window was closed in the middle of it, and is forgotten on asking', async () => {
    const first = await openEmpty();
    await addClient(first.page, 'Larkfield Court');
    await addClient(first.page, 'Mrs Whitlock');
    await beginComplaint(first.page);
    await first.close();

    const second = await openAgain(first.userData, 'Mrs Whitlock');
    const dialog = form(second.page, 'Log a complaint');
    const said = dialog.getByLabel(/What did they say/);
    await press(second.page, 'c');
    await dialog.getByText('Brought back what you had typed.').waitFor();
    expect(await said.inputValue()).toBe(words);
    // Closing the form alone keeps it as well, and each client has its own.
    await press(second.page, 'Escape');
    await dialog.waitFor({ state: 'detached' });
    const other = await clientId(second.page, 'Larkfield Court');
    await goTo(second.page, `/clients/${other}`);
    await second.page.getByRole('heading', { level: 1, name: 'Larkfield Court' }).waitFor();
    await press(second.page, 'c');
    await said.waitFor();
    expect(await said.inputValue()).toBe('');
    await press(second.page, 'Escape');
    await dialog.waitFor({ state: 'detached' });

    await second.page.goBack();
    await second.page.getByRole('heading', { level: 1, name: 'Mrs Whitlock' }).waitFor();
    await press(second.page, 'c');
    await dialog.getByRole('button', { name: 'Start afresh' }).press('Enter');
    expect(await said.inputValue()).toBe('');
    await press(second.page, 'Escape');
    await dialog.waitFor({ state: 'detached' });
    await press(second.page, 'c');
    await said.waitFor();
    expect(await dialog.getByText('Brought back what you had typed.').count()).toBe(0);
    await second.close();
  });

  it('survives a power cut a second later, and so does everything confirmed', async () => {
    const first = await openEmpty();
    const { page, userData, crash } = first;
    await addClient(page, 'Mrs Whitlock');
    await press(page, 'i');
    const invoice = form(page, 'New invoice');
    await typeInto(page, invoice, 'Invoice number', '0017');
    await typeInto(page, invoice, 'Amount', '190');
    await send(page);
    await press(page, 'p');
    await typeInto(page, form(page, 'Record a payment'), 'Amount', '50');
    await send(page);
    await page.getByText('£50 paid').waitFor();
    await beginComplaint(page);
    const key = `complaint:client:${await clientId(page, 'Mrs Whitlock')}`;
    await expect
      .poll(async () => (await answer(page, 'drafts.load', { key }))?.value, { interval: 50 })
      .toMatchObject({ words });
    await crash();

    const second = await openAgain(userData, 'Mrs Whitlock');
    await second.page.getByRole('rowgroup', { name: 'Invoice 0017' }).getByText('£50 paid').waitFor();
    await second.page.getByRole('button', { name: 'why £140 owed' }).first().waitFor();
    // Nobody asked for it: it was open when the power went.
    const dialog = form(second.page, 'Log a complaint');
    await dialog.getByText('Brought back what you had typed.').waitFor();
    expect(await dialog.getByLabel(/What did they say/).inputValue()).toBe(words);
    // Sent, the draft is gone for good.
    await press(second.page, 'Tab', 'Tab', 'Space');
    await send(second.page);
    await second.page.getByText(`“${words}”`).waitFor();
    await press(second.page, 'c');
    await dialog.getByLabel(/What did they say/).waitFor();
    expect(await dialog.getByLabel(/What did they say/).inputValue()).toBe('');
    await second.close();
  });
});
