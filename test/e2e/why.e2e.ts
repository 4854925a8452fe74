import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenApp } from './app.ts';
import { clientRow, goToClient, goToClients, hasFocus, openSample } from './going.ts';

let opened: OpenApp;
let page: Page;
beforeAll(async () => {
  opened = await openSample();
  page = opened.page;
});
afterAll(() => opened.close());

const panel = () => page.getByRole('dialog');
/** Every number in a place that can be asked why. */
const askable = (place: Locator) => place.locator('button[aria-haspopup=dialog]:visible');

/** The panel as an owner reads it. */
interface Answer {
  readonly title: string;
  readonly figure: string;
  readonly says: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly total: readonly string[];
}

async function readPanel(): Promise<Answer> {
  await panel().locator('.whypanel-figure').waitFor();
  return panel().evaluate((dialog) => {
    const texts = (within: ParentNode, what: string) =>
      [...within.querySelectorAll(what)].map((element) => element.textContent?.trim() ?? '');
    return {
      title: texts(dialog, 'h2')[0] ?? '',
      figure: texts(dialog, '.whypanel-figure')[0] ?? '',
      says: texts(dialog, '.whypanel-line, .whypanel-none'),
      columns: texts(dialog, 'thead th'),
      rows: [...dialog.querySelectorAll('tbody tr')].map((row) => texts(row, 'td')),
      total: texts(dialog, 'tfoot td'),
    };
  });
}

/** “£13,140.00” or “−£10” in minor units; 0 for a dash, NaN for anything that is no amount. */
function minor(text: string): number {
  if (text === '–') return 0;
  const found = /^(−?)£([\d,]+)(?:\.(\d\d))?/.exec(text);
  if (!found) return Number.NaN;
  const amount = Number((found[2] ?? '').replaceAll(',', '')) * 100 + Number(found[3] ?? '0');
  return found[1] ? -amount : amount;
}

/** Which column of a panel makes up its figure, and which is taken off it. */
const sums: readonly (readonly [title: RegExp, column: string, less?: string])[] = [
  [/^(Owed|Past due|Oldest)/, 'still open'],
  [/^Owed$/, 'owed'],
  [/^Past due$/, 'past due'],
  [/^Goodwill/, 'cost'],
  [/^Goodwill/, 'goodwill'],
  [/^Decisions$/, 'cost'],
  [/^Revenue/, 'revenue'],
  [/^Revenue/, 'counts'],
  [/^Revenue/, 'amount', 'credited'],
  [/^Credit on account/, 'amount'],
  [/^(Redoing|Chasing|Care|Late money)/, 'cost'],
  [/^What is left/, 'amount'],
];

/** Holds a panel to what it must explain: a reason, rows, and rows that come to the number shown. */
function expectExplained(label: string, shown: string, answer: Answer): void {
  const where = `${label}: ${JSON.stringify(answer)}`;
  expect(answer.title, where).not.toBe('');
  expect(answer.says.length, where).toBeGreaterThan(0);
  expect(answer.rows.length, where).toBeGreaterThan(0);
  if (answer.title === 'Margin') {
    // A part of what its rows come to, and says which.
    expect(minor(answer.figure), where).toBe(minor(shown));
    expect(answer.says.join(' '), where).toMatch(/^\d+(\.\d)? % of £/);
  } else if (/^−?£/.test(shown)) {
    // What is taken off has a minus among the others and none above its own rows; only sums show pence.
    expect(minor(answer.figure), where).toBe(Math.abs(minor(shown)));
    const sum = sums.find(([title, column]) => title.test(answer.title) && answer.columns.includes(column));
    expect(sum, where).toBeDefined();
    const column = answer.columns.indexOf(sum?.[1] ?? '');
    const less = answer.columns.indexOf(sum?.[2] ?? '');
    const total = answer.rows.reduce(
      (before, row) => before + minor(row[column] ?? '') - minor(row[less] ?? '–'),
      0,
    );
    expect(total, where).toBe(minor(answer.figure));
    expect(minor(answer.total[column] ?? ''), where).toBe(minor(answer.figure));
  } else if (/^\d+(\.\d)?\s%$/.test(shown)) {
    expect(answer.figure.replace(/\s/, ' '), where).toBe(shown.replace(/\s/, ' '));
  } else if (
    /^(\d+ (open|in 12 months|our fault|shared|theirs|decisions|invoices|slipping)|the \d+ excused)$/.test(
      shown,
    )
  ) {
    expect(countOf(answer), where).toBe(Number(/\d+/.exec(shown)?.[0]));
  } else if (/^why \d+ (complaints|never came|over a month|up to .*|on time)( in 12 months)?$/.test(label)) {
    expect(countOf(answer), where).toBe(Number(shown));
  }
}

/** What the rows come to: as many as there are, or the sum of their one number, where the rows are clients. */
function countOf({ columns, rows }: Answer): number {
  const counted = columns.indexOf('open') + columns.indexOf('complaints') + 1;
  return counted > 0 ? rows.reduce((sum, row) => sum + Number(row[counted]), 0) : rows.length;
}

/** Asks every number of a place why, by keyboard, and answers how many there were. */
async function askEach(place: Locator): Promise<number> {
  const numbers = askable(place);
  const count = await numbers.count();
  for (let index = 0; index < count; index++) {
    const number = numbers.nth(index);
    const label = (await number.getAttribute('aria-label')) ?? '';
    const shown = (await number.textContent()) ?? '';
    expect(label, `number ${index} says for a screen reader what it is`).not.toBe('');
    await number.focus();
    await page.keyboard.press('Enter');
    const answer = await readPanel();
    await page.keyboard.press('Escape');
    await panel().waitFor({ state: 'detached' });
    expect(await hasFocus(number), `${label} has the focus back`).toBe(true);
    expectExplained(label, shown, answer);
  }
  return count;
}

describe('why?', () => {
  it('every sum of the ledger screen’s last row opens the clients behind it', async () => {
    expect(await askEach(page.getByRole('row', { name: /^64 clients/ }))).toBe(8);
  });

  it('every number of a client’s line opens the rows behind it', async () => {
    expect(await askEach(clientRow(page, 'Larkfield Court'))).toBeGreaterThanOrEqual(11);
    expect(await askEach(clientRow(page, 'The Wheatsheaf'))).toBeGreaterThanOrEqual(10);
  });

  it('every number of the client screen opens the rows behind it', async () => {
    await goToClient(page, 'Larkfield Court');
    await page.getByRole('region', { name: 'Payments' }).waitFor();
    expect(await askEach(page.getByRole('main'))).toBeGreaterThanOrEqual(30);
  });

  it('a row leads to its own row on the client screen', async () => {
    await goToClients(page);
    await clientRow(page, 'Larkfield Court')
      .getByRole('button', { name: /^why £2,280/ })
      .click();
    await panel().getByRole('link', { name: '3324' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Larkfield Court' }).waitFor();
    await panel().waitFor({ state: 'detached' });
    const invoice = page.getByRole('rowgroup', { name: 'Invoice 3324' });
    await expect.poll(() => hasFocus(invoice)).toBe(true);

    // From the client screen itself, to a complaint; the mouse may press anywhere on the row.
    await page.getByRole('button', { name: 'why twice' }).click();
    await panel().getByRole('cell', { name: 'edges redone' }).click();
    await panel().waitFor({ state: 'detached' });
    const complaint = page.getByRole('article', { name: 'Complaint of 16 Feb 2026' });
    await expect.poll(() => hasFocus(complaint)).toBe(true);

    // From a sum over all clients, to the client.
    await goToClients(page);
    await page
      .getByRole('row', { name: /^64 clients/ })
      .getByRole('button', { name: /goodwill$/ })
      .click();
    await panel().getByRole('link', { name: 'Willow Bank Care Home' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Willow Bank Care Home' }).waitFor();
  });

  it('a click beside the panel closes it', async () => {
    await goToClients(page);
    await page.getByRole('button', { name: 'why 6 slipping' }).click();
    await readPanel();
    await page.mouse.click(100, 400);
    await panel().waitFor({ state: 'detached' });
  });
});
