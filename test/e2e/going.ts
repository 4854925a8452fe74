import type { Locator, Page } from 'playwright-core';
import type { CommandName, Input, Output } from '../../shared/contract.ts';
import type { Result } from '../../shared/result.ts';
import { nobody } from '../fixtures/plain.ts';
import { type OpenApp, type OpenOptions, openApp } from './app.ts';

/** The day all end-to-end tests are held on; the sample ledger is told up to it. */
export const TODAY = '2026-11-17';

/** How long to wait for anything on a page, in ms: long for a slow machine, short for whoever reads a failure. */
const PATIENCE = 10_000;

/** Opens the app with a sample ledger that is gone afterwards, on its list of clients. */
export async function openSample(options: OpenOptions = {}): Promise<OpenApp> {
  const opened = await openApp({ sample: true, today: TODAY, ...options });
  opened.page.setDefaultTimeout(PATIENCE);
  await goToClients(opened.page);
  await clientRow(opened.page, 'Larkfield Court').waitFor();
  return opened;
}

/** Opens the app on its first run and starts an empty ledger by hand, as an owner does. */
export async function openEmpty(
  options: OpenOptions & { readonly currency?: string } = {},
): Promise<OpenApp> {
  const { currency, ...rest } = options;
  const opened = await openApp({ today: TODAY, ...rest });
  opened.page.setDefaultTimeout(PATIENCE);
  await opened.page.getByRole('button', { name: 'Start empty' }).click();
  if (currency) await opened.page.getByLabel('Currency of your invoices').selectOption(currency);
  await opened.page.getByLabel('Name of your business').fill('Hollin Gardens');
  await opened.page.keyboard.press('Enter');
  await opened.page.getByText('No clients yet').waitFor();
  await goToClients(opened.page);
  return opened;
}

/** Closes the app and opens the same ledger again, as on another day: on the overview. */
export async function openAgain(before: OpenApp, today = TODAY): Promise<OpenApp> {
  await before.close();
  const opened = await openApp({ userData: before.userData, today });
  opened.page.setDefaultTimeout(PATIENCE);
  await opened.page.getByRole('link', { name: 'Overview' }).waitFor();
  return opened;
}

/** Asks the main process as the window does; the answer with its success or failure. */
export function ask<Name extends CommandName>(
  page: Page,
  name: Name,
  input: Input<Name>,
): Promise<Result<Output<Name>>> {
  const asked: readonly [string, unknown] = [name, input];
  return page.evaluate(([command, given]) => window.evenhand.call(command, given), asked) as Promise<
    Result<Output<Name>>
  >;
}

/** As `ask`, for questions that must be answered: a failure fails the test. */
export async function answer<Name extends CommandName>(
  page: Page,
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const result = await ask(page, name, input);
  if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
  return result.value;
}

/** Many answers of one kind, asked for in one go. */
export async function answerAll<Name extends CommandName>(
  page: Page,
  name: Name,
  inputs: readonly Input<Name>[],
): Promise<Output<Name>[]> {
  const asked: readonly [string, readonly unknown[]] = [name, inputs];
  const results = (await page.evaluate(
    ([command, given]) => Promise.all(given.map((input) => window.evenhand.call(command, input))),
    asked,
  )) as Result<Output<Name>>[];
  return results.map((result) => {
    if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
    return result.value;
  });
}

/** Another ledger, empty, in the window that is open: quicker than another start. The one before stays in its file. */
export async function startAnotherLedger(page: Page, currency = 'GBP'): Promise<void> {
  await answer(page, 'ledger.create', { business: 'Hollin Gardens', currency, paper: 'A4' });
  await page.evaluate(() => {
    sessionStorage.clear();
    window.location.hash = '';
  });
  await page.reload();
  await page.getByText('No clients yet').waitFor();
}

/** Goes to a path such as `/clients/12?row=invoice-34`, as a link does. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, path);
}

/** What `clients.add` takes beside the name. */
export const namelessClient = { ...nobody, allTheSame: false } as const;

/** The id of a client of this very name. */
export async function clientId(page: Page, name: string): Promise<number> {
  const found = (await answer(page, 'clients.pick', { text: name })).find((client) => client.name === name);
  if (!found) throw new Error(`There is no client ${name}.`);
  return found.id;
}

/** Goes to a client's screen and waits until it stands. */
export async function goToClient(page: Page, name: string): Promise<number> {
  const id = await clientId(page, name);
  await goTo(page, `/clients/${id}`);
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  return id;
}

/** Goes to the list of clients by the top bar. */
export async function goToClients(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Clients' }).click();
  await page.getByRole('heading', { level: 1, name: 'Clients', exact: true }).waitFor();
}

/** A client's row in the list. */
export function clientRow(page: Page, name: string) {
  return page
    .getByRole('grid', { name: 'Clients' })
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name, exact: true }) });
}

/** The list as a start finds it: all clients, the oldest unpaid invoice first, at its top. */
export async function startOfList(page: Page): Promise<void> {
  await page.evaluate(() => {
    sessionStorage.clear();
    window.location.hash = '#/clients';
  });
  await page.reload();
  await page.getByRole('grid', { name: 'Clients' }).waitFor();
}

/** Whether this very element has the focus. */
export function hasFocus(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element === document.activeElement);
}
