import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenApp } from './app.ts';
import { openApp } from './app.ts';
import { answer, clientRow, goTo, goToClients, hasFocus, openSample, startOfList, TODAY } from './going.ts';
import { manyClients, manyName } from './many-clients.ts';

const grid = (page: Page) => page.getByRole('grid', { name: 'Clients' });
const rows = (page: Page) => grid(page).locator('tbody').getByRole('row');
const head = (page: Page, name: string) => grid(page).getByRole('columnheader', { name, exact: true });
const box = (page: Page) => page.getByRole('searchbox', { name: 'Filter this list' });
const palette = (page: Page) => page.getByRole('dialog', { name: 'Find a client, invoice or complaint' });

/** Names of the drawn rows from the top. */
const names = (page: Page) => rows(page).getByRole('link').allTextContents();
const focusedRow = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('tr')?.querySelector('a')?.textContent ?? null);

/** All columns that sort: heading, the command's name for it, and the order a first click asks for. */
const columns = [
  ['Client', 'name', 'ascending', 'by name'],
  ['standing', 'standing', 'descending', 'those at risk first'],
  ['typical', 'typical', 'descending', 'typically latest first'],
  ['trend', 'trend', 'descending', 'fastest slipping first'],
  ['owed', 'owed', 'descending', 'most owed first'],
  ['past due', 'pastDue', 'descending', 'most past due first'],
  ['oldest', 'oldest', 'descending', 'oldest unpaid invoice first'],
  ['open', 'open', 'descending', 'open complaints first'],
  ['12 months', 'complaints12', 'descending', 'most complaints first'],
  ['goodwill', 'goodwill', 'descending', 'most goodwill first'],
  ['of revenue', 'goodwillPercent', 'descending', 'most goodwill for their revenue first'],
  ['revenue', 'revenue', 'descending', 'most revenue first'],
] as const;

describe('the ledger screen, on the sample', () => {
  let opened: OpenApp;
  let page: Page;
  beforeAll(async () => {
    opened = await openSample();
    page = opened.page;
  });
  beforeEach(() => startOfList(page));
  afterAll(() => opened.close());

  it('shows a client in one line: standing, lateness, trend, owed, complaints, goodwill, worth', async () => {
    const larkfield = clientRow(page, 'Larkfield Court');
    expect(await larkfield.getByRole('gridcell').allInnerTexts()).toEqual([
      expect.stringMatching(/^Larkfield Court\s+38 flats$/),
      'at risk',
      '',
      '18',
      expect.stringMatching(/^slipping\s+3\.0\sd$/),
      '£3,300',
      '£2,280',
      '104\u00a0d',
      expect.stringContaining('8\u00a0d'),
      '5',
      '£392',
      '3.0\u00a0%',
      '£13,140',
    ]);
    await larkfield.getByRole('img', { name: 'red flag' }).waitFor();
    // The sparkline says in words what it draws.
    await larkfield
      .getByRole('button', { name: /^days late of the last 12 due: .*104 so far excused/ })
      .waitFor();
    await larkfield.getByRole('button', { name: /1 open, worst severity 2/ }).waitFor();
  });

  it('sums the list up in a last row that stays in view', async () => {
    const totals = page.getByRole('row', { name: /^64 clients/ });
    const cells = await totals.getByRole('gridcell').allTextContents();
    expect(cells.filter((text) => text !== '')).toEqual([
      '64 clients',
      '6 slipping',
      '£16,055',
      '£6,435',
      '4 open',
      '50',
      '£2,237',
      '1.7\u00a0%',
      '£128,484',
    ]);
    const place = await totals.boundingBox();
    await rows(page).first().press('End');
    await expect.poll(() => totals.boundingBox()).toEqual(place);
  });

  it('filters by chips that say how many they would show', async () => {
    const chips = page.getByRole('group', { name: 'Show' }).getByRole('button');
    const texts = await chips.allTextContents();
    expect(texts).toEqual([
      'All 64',
      'Past due 14',
      'Over 30 days 5',
      'Owes 52',
      'Slipping 6',
      'At risk 5',
      'Complaint open 4',
      'Red flag 2',
      'Goodwill over 4\u00a0% 5',
      'Too early 4',
      'Parted 1',
    ]);
    for (const text of texts.slice(1)) {
      const count = text.split(' ').at(-1) ?? '';
      const chip = chips.filter({ hasText: text });
      await chip.click();
      await expect.poll(() => chip.getAttribute('aria-pressed')).toBe('true');
      await page.getByRole('row', { name: new RegExp(`^${count} of 64 clients`) }).waitFor();
      if (Number(count) < 15) await expect.poll(() => rows(page).count()).toBe(Number(count));
      expect(await page.getByRole('group', { name: 'Show' }).locator('[aria-pressed=true]').count()).toBe(1);
    }
    // Pressed once more, by keyboard, it lets go.
    await chips.last().press('Space');
    await page.getByRole('row', { name: /^64 clients/ }).waitFor();
    await chips.filter({ hasText: 'Red flag' }).click();
    await expect.poll(() => names(page)).toEqual(['Larkfield Court', 'Mrs Whitlock']);
    // Of a part of the clients the totals follow.
    await page.getByRole('row', { name: /2 of 64 clients.*£3,490.*£2,470/ }).waitFor();
  });

  it('filters as one types, says so where nothing matches, and leads back', async () => {
    await page.keyboard.press('/');
    expect(await box(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('whitl');
    await expect.poll(() => names(page)).toEqual(['Mrs Whitlock']);
    await page.keyboard.type('xyz');
    await page.getByText('No client here matches “whitlxyz”').waitFor();
    expect(await rows(page).count()).toBe(0);
    await page.getByRole('button', { name: 'Show all 64 clients' }).press('Enter');
    await page.getByRole('row', { name: /^64 clients/ }).waitFor();
    expect(await box(page).inputValue()).toBe('');
    await box(page).fill('lark');
    await expect.poll(() => names(page)).toEqual(['Larkfield Court']);
    await box(page).press('Escape');
    await page.getByRole('row', { name: /^64 clients/ }).waitFor();
  });

  it('walks by arrows, opens by Enter, and comes back to the same order, place and row', async () => {
    await head(page, 'Client').getByRole('button').click();
    await head(page, 'Client').getByRole('button').click();
    await page.getByText('by name, from the end').waitFor();
    const first = rows(page).first();
    await first.focus();
    for (const key of ['PageDown', 'PageDown', 'ArrowDown', 'ArrowDown', 'ArrowUp'])
      await page.keyboard.press(key);
    const selected = await focusedRow(page);
    expect(selected).not.toBe(null);
    const scroller = grid(page).locator('xpath=..');
    await expect.poll(() => scroller.evaluate((element) => element.scrollTop)).toBeGreaterThan(100);
    const before = await scroller.evaluate((element) => element.scrollTop);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: selected ?? '' }).waitFor();
    await page.goBack();
    await page.getByText('by name, from the end').waitFor();
    await expect.poll(() => scroller.evaluate((element) => element.scrollTop)).toBe(before);
    expect(await grid(page).locator('tbody [aria-selected=true] a').textContent()).toBe(selected);
    // Focus is nowhere now; the arrows still mean the list.
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focusedRow(page)).toBe(selected);
    await page.keyboard.press('Home');
    await expect.poll(() => focusedRow(page)).toBe((await names(page))[0]);
    // A click anywhere on a row opens it as well.
    await rows(page)
      .nth(3)
      .getByRole('gridcell')
      .nth(1)
      .click({ position: { x: 2, y: 2 } });
    await page.getByRole('region', { name: 'Payments' }).waitFor();
    await goToClients(page);
    await page.getByText('by name, from the end').waitFor();
  });

  it('reaches a row’s numbers with the right arrow', async () => {
    await rows(page).first().focus();
    await page.keyboard.press('ArrowRight');
    const label = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(await label()).toBe('why at risk');
    await page.keyboard.press('ArrowRight');
    expect(await label()).toMatch(/^days late of the last 12/);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Standing by the facts' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await label()).toBe('why at risk');
    await page.keyboard.press('ArrowLeft');
    expect(await focusedRow(page)).toBe('Larkfield Court');
  });
});

describe('the order of the ledger screen', () => {
  let opened: OpenApp;
  let page: Page;
  beforeAll(async () => {
    opened = await openSample();
    page = opened.page;
  });
  afterAll(() => opened.close());

  it.each(columns)('sorts by %s with the mouse and the keyboard', async (name, sort, first, words) => {
    const opposite = first === 'ascending' ? 'descending' : 'ascending';
    const expected = async (descending: boolean) => {
      const query = { filter: 'all', text: '', sort, descending, offset: 0, limit: 12 } as const;
      return (await answer(page, 'clients.list', query)).rows.map((row) => row.name);
    };
    const button = head(page, name).getByRole('button');
    // Another column first, so that this one is new, whatever the list was sorted by.
    await head(page, name === 'Client' ? 'owed' : 'Client')
      .getByRole('button')
      .click();
    await button.click();
    await expect.poll(() => head(page, name).getAttribute('aria-sort')).toBe(first);
    expect(await grid(page).locator('[aria-sort]').count()).toBe(1);
    await page.getByText(words, { exact: true }).waitFor();
    await expect
      .poll(async () => (await names(page)).slice(0, 12))
      .toEqual(await expected(first === 'descending'));
    await head(page, name).getByRole('button').press('Enter');
    await expect.poll(() => head(page, name).getAttribute('aria-sort')).toBe(opposite);
    // The focus stays where it was, or the next press would begin at the top of the page.
    expect(await hasFocus(head(page, name).getByRole('button'))).toBe(true);
    await expect
      .poll(async () => (await names(page)).slice(0, 12))
      .toEqual(await expected(first === 'ascending'));
  });
});

describe('finding, from anywhere', () => {
  let opened: OpenApp;
  let page: Page;
  beforeAll(async () => {
    opened = await openSample();
    page = opened.page;
  });
  afterAll(() => opened.close());

  /** Opens the palette by keyboard, types, and answers what is found once it is about these words. */
  async function find(text: string, expected: RegExp): Promise<string[]> {
    await page.keyboard.press('Control+k');
    await palette(page).getByRole('combobox').waitFor();
    await page.keyboard.type(text);
    const options = palette(page).getByRole('option');
    await options.filter({ hasText: expected }).first().waitFor();
    return options.allTextContents();
  }

  it('a client by name or phone, from another screen, in a few key strokes', async () => {
    await goTo(page, '/settings');
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    const found = await find('larkf', /Larkfield Court/);
    expect(found[0]).toMatch(/^Larkfield Court/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Larkfield Court' }).waitFor();
    await palette(page).waitFor({ state: 'detached' });

    const { client } = await answer(page, 'clients.page', { clientId: 1 });
    await find(client.phone ?? 'no phone', new RegExp(client.name));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: client.name }).waitFor();
  });

  it('an invoice by its number, with or without leading zeros', async () => {
    await goToClients(page);
    const larkfield = await answer(page, 'clients.pick', { text: 'Larkfield Court' });
    const id = larkfield[0]?.id ?? 0;
    await answer(page, 'invoices.add', {
      clientId: id,
      number: '0000611365',
      title: 'Winter work',
      issued: TODAY,
      due: TODAY,
      amount: 12_300,
      // It has a red flag.
      allTheSame: true,
    });
    for (const text of ['0000611365', '611365']) {
      await find(text, /0000611365/);
      await page.keyboard.press('Escape');
      await palette(page).waitFor({ state: 'detached' });
    }
    await find('611365', /0000611365/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Larkfield Court' }).waitFor();
    const row = page.getByRole('rowgroup', { name: 'Invoice 0000611365' });
    await expect.poll(() => row.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('a complaint by words of it, and leads to it', async () => {
    await goToClients(page);
    const found = await find('lavender dead', /lavender/i);
    expect(found.length).toBeGreaterThan(0);
    await palette(page).getByRole('group', { name: 'Complaints' }).getByRole('option').first().click();
    const complaint = page.getByRole('article').filter({ hasText: 'Half the lavender is dead' });
    await expect.poll(() => complaint.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('says so where nothing is found, and gives the focus back', async () => {
    await goToClients(page);
    const button = page.getByRole('button', { name: 'Find a client or invoice' });
    await button.press('Enter');
    await page.keyboard.type('zzzz "unclosed ( OR');
    await palette(page).getByText('Nothing found for “zzzz "unclosed ( OR”.').waitFor();
    await page.keyboard.press('Escape');
    await palette(page).waitFor({ state: 'detached' });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

describe('two thousand clients', () => {
  it('draws only the rows near the window, and scrolls to the very last', async () => {
    const count = 2000;
    const { page, close, screenshot } = await openApp({ ledger: manyClients(count), today: TODAY });
    await goToClients(page);
    await page.getByRole('row', { name: /^2,000 clients/ }).waitFor();
    const drawn = () => grid(page).locator('tbody tr').count();
    expect(await drawn()).toBeLessThan(80);
    expect(await grid(page).getAttribute('aria-rowcount')).toBe(String(count + 3));
    await head(page, 'Client').getByRole('button').click();
    await expect.poll(async () => (await names(page))[0]).toBe(manyName(1));
    await rows(page).first().press('End');
    await expect.poll(() => focusedRow(page)).toBe(manyName(count));
    expect(await drawn()).toBeLessThan(80);
    const last = clientRow(page, manyName(count));
    expect(await last.getAttribute('aria-rowindex')).toBe(String(count + 2));
    await screenshot('clients-2000-end');
    // In the middle, too, rows are there and not only their places.
    await page.keyboard.press('PageUp');
    await page.keyboard.press('Home');
    await expect.poll(() => focusedRow(page)).toBe(manyName(1));
    await box(page).fill('1234');
    await expect.poll(() => names(page)).toEqual([manyName(1234)]);
    await close();
  });
});
