import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ClientPage } from '../../shared/views/client-page.ts';
import type { OpenApp } from './app.ts';
import {
  answer,
  clientId,
  goTo,
  goToClient,
  goToClients,
  hasFocus,
  namelessClient,
  openSample,
  TODAY,
} from './going.ts';

let opened: OpenApp;
let page: Page;
/** Larkfield Court as the ledger tells it: what the screen must show. */
let larkfield: ClientPage;

beforeAll(async () => {
  opened = await openSample();
  page = opened.page;
  larkfield = await answer(page, 'clients.page', { clientId: await clientId(page, 'Larkfield Court') });
});
afterAll(() => opened.close());

const axis = () => page.getByRole('group', { name: /on one time axis/ });
const marks = () => axis().getByRole('button');
const mark = (name: string | RegExp) => axis().getByRole('button', { name });
const payments = () => page.getByRole('region', { name: 'Payments' });
const dealings = () => page.getByRole('region', { name: 'Complaints and decisions' });
const complaint = (words: string) => dealings().getByRole('article').filter({ hasText: words });

async function place(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('not drawn');
  return box;
}

describe('the client screen of Larkfield Court', () => {
  beforeEach(async () => {
    await goToClient(page, 'Larkfield Court');
    await payments().waitFor();
  });

  it('says who it is, what they are worth, what they owe and how they stand', async () => {
    const main = page.getByRole('main');
    for (const text of [
      'Denise Harrow, estate manager · 38 flats',
      '01632 960 142',
      'client since March 2021',
      '21 days to pay',
    ]) {
      await main.getByText(text).first().waitFor();
    }
    for (const [name, shown] of [
      ['why £13,140 revenue in 12 months', '£13,140'],
      ['why £3,300 owed', '£3,300'],
      ['why £2,280 past due', '£2,280'],
      ['why oldest 104 days', '104 days'],
      ['why at risk', 'At risk'],
    ]) {
      expect(
        await main
          .getByRole('button', { name: name ?? '' })
          .first()
          .textContent(),
      ).toBe(shown);
    }
    await main.getByText(/red flag raised, payments slipping/).waitFor();
    await main.getByText(/complaints were our fault/).waitFor();
  });

  it('tells staff what the red flag asks of them', async () => {
    const flag = page.getByRole('note', { name: 'Red flag' });
    await flag.getByText('Extra work only with a signed quote and half in advance.').waitFor();
    await flag.getByText('since 12 Aug 2026, review on 12 Feb 2027').waitFor();
    // Why it was raised is for the owner, not for the screen at the counter.
    expect(await flag.textContent()).not.toMatch(/lavender border was never paid/);
  });

  it('draws every invoice, complaint and decision of 24 months once, in words and in the order of time', async () => {
    const names = await marks().evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
    // 24 months of the calendar, the present one among them.
    const from = '2024-12-01';
    const due = larkfield.invoices.filter((one) => one.due >= from).map((one) => `Invoice ${one.number}, `);
    const said = larkfield.complaints
      .filter((one) => one.receivedOn >= from)
      .map((one) => `Complaint: ${one.title}.`);
    const decided = larkfield.decisions.filter((one) => one.decidedOn >= from);
    expect(names.length).toBe(due.length + said.length + decided.length);
    for (const start of [...due, ...said]) {
      expect(names.filter((name) => name.startsWith(start)).length, start).toBe(1);
    }
    await mark(
      'Complaint: stray leaves. 9 Nov 2026, severity 2, inconvenience. open, 8 days so far',
    ).waitFor();
    await mark(/^Invoice 3324, .*104 days late so far, excused/).waitFor();
    await mark(/^Invoice 3525, .*not yet due/).waitFor();
    await mark(/^Coupon, £50\. .*not used; it ended on 30 Sep 2026/).waitFor();
    await axis().getByText('typical 18 days').waitFor();
    await axis().getByText('today, 17 Nov').waitFor();
  });

  it('puts all three on one scale of days', async () => {
    const days = (day: string) => Date.parse(day) / 86_400_000;
    const points = [
      ...larkfield.complaints.map(
        (one) => [mark(new RegExp(`^Complaint: ${one.title}`)), one.receivedOn] as const,
      ),
      ...['3138', '3249', '3361', '3468'].map((number) => {
        const invoice = larkfield.invoices.find((one) => one.number === number);
        return [mark(new RegExp(`^Invoice ${number},`)), invoice?.due ?? ''] as const;
      }),
      [mark(/^Put right, £212/), '2026-08-10'] as const,
      [mark(/^Hold firm/), '2026-02-20'] as const,
    ];
    const placed = await Promise.all(
      points.map(async ([locator, day]) => {
        // Where the drawing's own 0 stands: labels beside a glyph would move its middle.
        const x = await locator.evaluate((g) => (g as SVGGElement).getScreenCTM()?.e ?? Number.NaN);
        return { x, day: days(day) };
      }),
    );
    const sorted = [...placed].sort((a, b) => a.day - b.day);
    const [first, last] = [sorted[0], sorted.at(-1)];
    if (!first || !last) throw new Error('no marks');
    const perDay = (last.x - first.x) / (last.day - first.day);
    expect(perDay).toBeGreaterThan(1);
    for (const { x, day } of sorted) {
      expect(Math.abs(x - (first.x + (day - first.day) * perDay)), `day ${day}`).toBeLessThan(1.5);
    }
  });

  it('looks back 12 months, 24, or to the beginning', async () => {
    const count = await marks().count();
    await page.getByRole('radio', { name: '12 months' }).press('Space');
    await page.getByRole('heading', { name: 'Last 12 months' }).waitFor();
    await expect.poll(() => marks().count()).toBeLessThan(count);
    await page.getByRole('radio', { name: 'all', exact: true }).press('Space');
    await page.getByRole('heading', { name: 'From the beginning' }).waitFor();
    await expect.poll(() => marks().count()).toBeGreaterThan(count);
    await page.getByRole('radio', { name: '24 months' }).press('Space');
    await expect.poll(() => marks().count()).toBe(count);
  });

  it('lights up what belongs to a mark, reached by keyboard or pointed at', async () => {
    const lavender = mark(/^Complaint: lavender died/);
    // Tab comes in at the latest mark; arrows go back in time.
    await page.getByRole('radio', { name: '24 months' }).focus();
    await page.keyboard.press('Tab');
    await expect.poll(() => hasFocus(marks().last())).toBe(true);
    for (let step = 0; step < 40 && !(await hasFocus(lavender)); step++)
      await page.keyboard.press('ArrowLeft');
    expect(await hasFocus(lavender)).toBe(true);
    await page.getByRole('tooltip').getByText('Complaint: lavender died').waitFor();

    const state = (locator: Locator) => locator.getAttribute('data-link');
    const putRight = mark(/^Put right, £212/);
    expect(await state(lavender)).toBe('self');
    expect(await state(putRight)).toBe('linked');
    expect(await state(mark(/^Complaint: missed visit/))).toBe('other');
    const card = complaint('Half the lavender is dead');
    const decision = dealings().getByRole('article', { name: 'Decision of 10 Aug 2026: put right' });
    expect(await state(card)).toBe('self');
    expect(await state(decision)).toBe('linked');
    expect(await state(complaint('Nobody came on Thursday'))).toBe('other');
    // The invoice it excuses, on the axis and in the list.
    expect(await state(mark(/^Invoice 3324,/))).toBe('linked');
    expect(await state(payments().getByRole('rowgroup', { name: 'Invoice 3324' }))).toBe('linked');
    // And it can be seen: what belongs together stands out from what does not.
    const look = (locator: Locator) =>
      locator.evaluate((element) => {
        const style = getComputedStyle(element);
        return `${style.backgroundColor} ${style.opacity} ${style.outlineStyle} ${style.boxShadow}`;
      });
    expect(await look(decision)).not.toBe(
      await look(dealings().getByRole('article', { name: /: hold firm$/ })),
    );
    expect(await look(putRight)).not.toBe(await look(mark(/^Hold firm/)));

    await page.keyboard.press('Enter');
    await expect.poll(() => hasFocus(card)).toBe(true);
    expect((await place(card)).y).toBeLessThan(800);

    await page.keyboard.press('Escape');
    await mark(/^Coupon, £60/).scrollIntoViewIfNeeded();
    await mark(/^Coupon, £60/).hover();
    await expect.poll(() => state(mark(/^Complaint: missed visit/))).toBe('linked');
    await page.mouse.move(2, 2);
  });

  it('shows the late ladder, what is owed by age, and the sentence they tell', async () => {
    for (const [rung, count] of [
      ['never came', 1],
      ['over a month', 1],
      ['up to a month', 5],
      ['up to two weeks', 3],
      ['up to a week', 2],
    ] as const) {
      const button = payments().getByRole('button', { name: `why ${count} ${rung}`, exact: true });
      expect(await button.textContent()).toBe(String(count));
    }
    await payments()
      .getByRole('listitem')
      .filter({ hasText: /^on time: ?0$/ })
      .waitFor();
    await payments()
      .getByText(/^A week in January, two in March, .* then one never came/)
      .waitFor();
    const parts = await payments().getByRole('definition').allTextContents();
    expect(parts).toEqual(['£1,020', '£1,020', '£620', '–', '£640']);
    const names = await payments().getByRole('term').allTextContents();
    expect(names).toEqual(['not yet due', '1–30 days', '31–60', '61–90', 'over 90']);
  });

  it('lists complaints, open ones on top, with everything known about each, and the decision beside it', async () => {
    const titles = await dealings()
      .getByRole('article', { name: /^Complaint of/ })
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
    expect(titles).toEqual([
      'Complaint of 9 Nov 2026',
      'Complaint of 14 Jul 2026',
      'Complaint of 19 May 2026',
      'Complaint of 16 Feb 2026',
      'Complaint of 18 Nov 2025',
      'Complaint of 3 Jul 2025',
      'Complaint of 10 Mar 2025',
    ]);
    const open = complaint('blew our leaves');
    for (const text of [
      'Waiting 8 days',
      '1 over your limit of 7',
      'process breakdown (inside), our fault',
    ]) {
      await open.getByText(text).first().waitFor();
    }
    const settled = complaint('Half the lavender is dead');
    for (const text of [
      'settled after 27 days',
      'our fault',
      'New plants, invoice withdrawn',
      'by Ruth, on the phone',
      'asked us to do it again, 5 hours of work on it',
      'All replanted; the invoice is still unpaid.',
    ]) {
      await settled.getByText(text).first().waitFor();
    }
    const decision = dealings().getByRole('article', { name: 'Decision of 10 Aug 2026: put right' });
    const [left, right] = [await place(settled), await place(decision)];
    expect(right.x).toBeGreaterThan(left.x + left.width);
    expect(Math.abs(right.y - left.y)).toBeLessThan(2);
    const coupon = dealings().getByRole('article', { name: 'Decision of 5 Jul 2025: coupon' });
    await coupon.getByText(/£60, used on invoice 2793, 1 Aug 2025/).waitFor();
    await dealings().getByText('£494').first().waitFor();
  });

  it('opens an invoice to the payments on it', async () => {
    const row = payments().getByRole('rowgroup', { name: 'Invoice 3417' });
    await row.getByText('£400 paid').waitFor();
    await row.getByRole('button', { name: '3417' }).press('Enter');
    await row.getByText('56 days late so far, £620 still open.').waitFor();
    await row.getByText(/paid, by transfer/).waitFor();
    await row.getByRole('button', { name: '3417' }).press('Enter');
    await payments().getByRole('button', { name: 'Show all 39' }).press('Enter');
    await expect
      .poll(() =>
        payments()
          .getByRole('rowgroup', { name: /^Invoice / })
          .count(),
      )
      .toBe(39);
  });
});

describe('its three columns', () => {
  beforeEach(() => goToClient(page, 'Larkfield Court'));
  afterAll(() => page.setViewportSize({ width: 1280, height: 800 }));

  const heads = () =>
    Promise.all(
      ['Payments', 'Complaints', 'Decisions'].map((name) =>
        place(page.getByRole('heading', { level: 2, name: new RegExp(`^${name}`) })),
      ),
    );
  const sideways = () =>
    page.evaluate(() => {
      const wide = [...document.querySelectorAll('main, main *')].filter(
        (element) =>
          element.scrollWidth > element.clientWidth + 1 &&
          ['auto', 'scroll'].includes(getComputedStyle(element).overflowX),
      );
      const root = document.scrollingElement;
      return (root?.scrollWidth ?? 0) > innerWidth ? ['the page'] : wide.map((element) => element.className);
    });

  it.each([
    [1280, 800],
    [1920, 1080],
    [1366, 700],
    [1000, 700],
  ])('stand side by side at %i × %i, without scrolling sideways', async (width, height) => {
    await page.setViewportSize({ width, height });
    const [left, middle, right] = await heads();
    if (!left || !middle || !right) throw new Error('three heads');
    expect(Math.max(left.y, middle.y, right.y) - Math.min(left.y, middle.y, right.y)).toBeLessThan(1);
    expect(middle.x).toBeGreaterThanOrEqual(left.x + left.width);
    expect(right.x).toBeGreaterThanOrEqual(middle.x + middle.width);
    expect(await sideways()).toEqual([]);
  });

  it.each([
    [999, 800],
    [720, 900],
  ])('lie one under the other at %i × %i, without scrolling sideways', async (width, height) => {
    await page.setViewportSize({ width, height });
    const [first, second] = await heads();
    if (!first || !second) throw new Error('three heads');
    expect(second.y).toBeGreaterThan(first.y + first.height);
    expect(Math.abs(second.x - first.x)).toBeLessThan(2);
    expect(first.width).toBeGreaterThan(width * 0.85);
    expect(await sideways()).toEqual([]);
  });
});

describe('other clients and other ways in', () => {
  it('a client with nothing yet says what to do next', async () => {
    const { id } = await answer(page, 'clients.add', { ...namelessClient, name: 'Newcomb & Daughters' });
    await goTo(page, `/clients/${id}`);
    await page.getByRole('heading', { level: 1, name: 'Newcomb & Daughters' }).waitFor();
    for (const text of [
      'No invoices yet',
      'No complaints so far',
      'No decisions so far',
      'Nothing to show yet',
    ]) {
      await page.getByText(text).first().waitFor();
    }
    await page.getByText('Invoices, complaints and decisions will show here').waitFor();
    expect(await axis().getByRole('button').count()).toBe(0);
    for (const name of ['New invoice', 'Log a complaint', 'Record a decision']) {
      expect(await page.getByRole('button', { name }).count(), name).toBeGreaterThan(0);
    }
  });

  it.each(['999999', 'abc', '-1', '1.5'])('client %s, which is not in the ledger, is said so', async (id) => {
    await goTo(page, `/clients/${id}`);
    await page.getByText('This client is not in the ledger').waitFor();
    await page.getByRole('link', { name: 'Back to all clients' }).press('Enter');
    await page.getByRole('grid', { name: 'Clients' }).waitFor();
  });

  it('a link to a row goes to it, wherever in the lists it stands', async () => {
    const id = larkfield.client.id;
    const oldest = larkfield.invoices.at(-1);
    const hedge = larkfield.complaints.find((one) => one.title === 'hedge cut too hard');
    const shield = larkfield.decisions.find((one) => one.kind === 'hold firm');
    if (!oldest || !hedge || !shield) throw new Error('not the sample');
    await goToClients(page);
    for (const [row, locator] of [
      [`invoice-${oldest.id}`, payments().getByRole('rowgroup', { name: `Invoice ${oldest.number}` })],
      [`complaint-${hedge.id}`, complaint('brown sticks')],
      [`decision-${shield.id}`, dealings().getByRole('article', { name: /: hold firm$/ })],
    ] as const) {
      await goTo(page, `/clients/${id}?row=${row}`);
      await expect.poll(() => locator.count(), { message: row }).toBe(1);
      await expect.poll(() => hasFocus(locator), { message: row }).toBe(true);
      const box = await place(locator);
      expect(box.y, row).toBeGreaterThan(0);
      expect(box.y, row).toBeLessThan(800);
    }
    await goTo(page, `/clients/${id}?row=invoice-99999999`);
    await page.getByRole('heading', { level: 1, name: 'Larkfield Court' }).waitFor();
  });

  it('Alt and an arrow go to the next client of the list as it was left', async () => {
    await goToClients(page);
    const list = await answer(page, 'clients.list', {
      filter: 'all',
      text: '',
      sort: 'oldest',
      descending: true,
      offset: 0,
      limit: 3,
    });
    const [first, second] = list.rows;
    await page.getByRole('link', { name: first?.name ?? '', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: first?.name ?? '' }).waitFor();
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByRole('heading', { level: 1, name: second?.name ?? '' }).waitFor();
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByRole('heading', { level: 1, name: first?.name ?? '' }).waitFor();
    expect(list.asOf).toBe(TODAY);
  });
});
