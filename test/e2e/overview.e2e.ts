import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenApp, openApp, temporaryFolder } from './app.ts';
import { answer, goTo, hasFocus, openAgain, openEmpty, TODAY } from './going.ts';
import { press, tabTo, toast } from './typing.ts';

let opened: OpenApp;
let page: Page;
beforeAll(async () => {
  opened = await openApp({ sample: true, today: TODAY });
  page = opened.page;
  page.setDefaultTimeout(10_000);
});
afterAll(() => opened.close());

const main = () => page.getByRole('main');
const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const block = (title: string | RegExp) =>
  main()
    .locator('section')
    .filter({ has: page.getByRole('heading', { level: 3, name: title }) });

async function goToOverview(): Promise<void> {
  await goTo(page, '/overview');
  await heading('Tuesday 17 November 2026').waitFor();
}

describe('the first screen of a later start', () => {
  it('is the overview, in an empty ledger too, which says what to do', async () => {
    const first = await openEmpty();
    const second = await openAgain(first);
    await second.page.getByText('No clients yet').waitFor();
    expect(await second.page.evaluate(() => location.hash)).toBe('#/overview');
    await second.page.getByRole('button', { name: 'New client' }).press('Enter');
    await second.page.getByRole('dialog', { name: 'New client' }).waitFor();
    await second.close();
  });

  it('shows the whole business on one day', async () => {
    await heading('Tuesday 17 November 2026').waitFor();
    expect(await page.evaluate(() => location.hash)).toBe('#/overview');
    for (const title of [
      'Owed, by age',
      'Slipping',
      'Largest shares, 12 months',
      'Waiting',
      'Causes, 12 months',
      'November 2026',
      'Did it work?',
      'Coupons out',
      'To look at again',
    ])
      await block(title).waitFor();
    expect(await main().textContent()).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe('every number', () => {
  it('opens what it is made of, by the keyboard', async () => {
    await goToOverview();
    await block('Did it work?').getByRole('button').first().waitFor();
    const numbers = main().locator('button[aria-haspopup=dialog]:visible');
    const count = await numbers.count();
    expect(count).toBeGreaterThanOrEqual(25);
    const panel = page.getByRole('dialog');
    for (let index = 0; index < count; index++) {
      const number = numbers.nth(index);
      const label = (await number.getAttribute('aria-label')) ?? '';
      expect(label, `number ${index} says for a screen reader what it is`).not.toBe('');
      await number.press('Enter');
      await panel.locator('.whypanel-figure').waitFor();
      if ((await number.textContent()) !== '£0' && !/^0\b/.test((await number.textContent()) ?? ''))
        expect(await panel.locator('tbody tr').count(), label).toBeGreaterThan(0);
      await press(page, 'Escape');
      await panel.waitFor({ state: 'detached' });
      expect(await hasFocus(number), `${label} has the focus back`).toBe(true);
    }
  });
});

describe('every line leads to where it is dealt with', () => {
  const overview = () => answer(page, 'overview.read', {});

  it('those past due and those slipping are the clients of the list', async () => {
    await goToOverview();
    const { pastDueClients, slipping } = await overview();
    const pastDue = main().getByRole('button', { name: `${pastDueClients} clients past due` });
    await tabTo(page, pastDue);
    await press(page, 'Enter');
    await page.getByRole('row', { name: new RegExp(`^${pastDueClients} of \\d+ clients`) }).waitFor();
    expect(
      await page
        .getByRole('group', { name: 'Show' })
        .getByRole('button', { name: /^Past due/ })
        .getAttribute('aria-pressed'),
    ).toBe('true');
    await goToOverview();
    const first = slipping[0]?.name ?? '';
    await block('Slipping').getByRole('link', { name: first }).press('Enter');
    await heading(first).waitFor();
  });

  it('a waiting complaint is a case on the desk', async () => {
    await goToOverview();
    const [one] = (await overview()).waiting;
    await block('Waiting').getByRole('link').first().press('Enter');
    await page.getByRole('region', { name: `The case: ${one?.clientName}` }).waitFor();
    expect(await page.evaluate(() => location.hash)).toBe(`#/desk/${one?.complaintId}`);
  });

  it('goodwill, coupons that end, and what to look at again are the client’s', async () => {
    const { given, couponsLapsing, reviews } = await overview();
    for (const [title, name] of [
      ['November 2026', given[0]?.clientName],
      ['Coupons out', couponsLapsing[0]?.clientName],
      ['To look at again', reviews[0]?.name],
    ] as const) {
      await goToOverview();
      expect(name, title).toBeDefined();
      await block(title)
        .getByRole('link', { name: name ?? '' })
        .first()
        .press('Enter');
      await heading(name ?? '').waitFor();
    }
  });

  it('causes and lessons lead to the lessons, what came after to the outcomes, the button to the import', async () => {
    for (const [link, leadsTo] of [
      [main().getByRole('link', { name: 'Write it down' }), 'Lessons'],
      [block('Did it work?').getByRole('link'), 'Did it work?'],
      [main().getByRole('button', { name: 'Import invoices' }), 'Import'],
    ] as const) {
      await goToOverview();
      await link.press('Enter');
      await heading(leadsTo).waitFor();
    }
  });
});

describe('a backup', () => {
  const foot = () => main().locator('footer');

  it('is not made when the dialog is closed, or where it can’t be written', async () => {
    await goToOverview();
    await foot().getByText('No backup yet').waitFor();
    const now = foot().getByRole('button', { name: 'Back up now' });
    await now.press('Enter');
    await expect
      .poll(async () => (await opened.shownDialogs()).filter(({ kind }) => kind === 'save').length)
      .toBe(1);
    const nowhere = join(temporaryFolder('backup'), 'unplugged', 'Stick.evenhand');
    await opened.answerDialogs({ save: nowhere });
    await now.press('Enter');
    await page
      .locator('output')
      .getByText(/Stick\.evenhand/)
      .waitFor();
    expect(existsSync(nowhere)).toBe(false);
    await foot().getByText('No backup yet').waitFor();
  });

  it('goes where the owner says, is read back, and opens as a ledger that holds the same', async () => {
    const file = join(temporaryFolder('backup'), 'Stick.evenhand');
    await opened.answerDialogs({ save: file });
    await foot().getByRole('button', { name: 'Back up now' }).press('Enter');
    await toast(page, `Backed up to ${basename(file)}, read back and found whole.`).waitFor();
    await foot().getByText('Last backup today').waitFor();
    for (const beside of ['.part', '-wal', '-shm']) expect(existsSync(file + beside)).toBe(false);

    const before = await answer(page, 'overview.read', {});
    const copy = await openApp({ ledger: file, today: TODAY });
    await copy.page.getByRole('heading', { level: 1, name: 'Tuesday 17 November 2026' }).waitFor();
    expect(await answer(copy.page, 'overview.read', {})).toEqual(before);
    // What happens in the copy does not happen in the ledger.
    await copy.page.getByText('No backup yet').waitFor();
    await copy.close();
  });
});
