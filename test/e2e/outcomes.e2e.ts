import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenApp } from './app.ts';
import { addClient, addComplaint, addDecision, addInvoice, causeId } from './dealings.ts';
import { answer, goTo, goToClient, hasFocus, openEmpty } from './going.ts';
import { press, tabTo } from './typing.ts';

let opened: OpenApp;
let page: Page;
beforeAll(async () => {
  opened = await openEmpty();
  page = opened.page;
});
afterAll(() => opened.close());

async function goToOutcomes(): Promise<void> {
  const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Outcomes' });
  await link.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Did it work?' }).waitFor();
}

const number = (label: string) => page.getByRole('table').getByRole('button', { name: label, exact: true });

/** Opens a number by the keyboard and answers its panel’s rows, first cell to last. */
async function rowsBehind(label: string): Promise<string[][]> {
  await tabTo(page, number(label));
  await press(page, 'Enter');
  const panel = page.getByRole('dialog');
  await panel.locator('.whypanel-figure').waitFor();
  const rows = await panel
    .locator('tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)));
  await press(page, 'Escape');
  await panel.waitFor({ state: 'detached' });
  expect(await hasFocus(number(label))).toBe(true);
  return rows;
}

/** A client of the n-th of February whose complaint was met with an apology, and who came back or not. */
async function apologised(n: number, cameBack: boolean): Promise<void> {
  const client = await addClient(page, `Client ${n}`);
  await addInvoice(page, client, `C${n}`, '2025-12-01', '2025-12-31', 100, '2025-12-31');
  const complaint = await addComplaint(page, client, `2026-02-0${n}`, 'Nobody rang.', { severity: 1 });
  await addDecision(page, client, complaint, 'apologise', `2026-02-0${n}`);
  if (cameBack) await addInvoice(page, client, `C${n}b`, '2026-03-01', '2026-03-31', 100, '2026-03-31');
}

describe('a ledger with no decision', () => {
  it('says what to do, and draws no empty table', async () => {
    await goToOutcomes();
    await page.getByRole('button', { name: 'Look at all of them' }).press('Enter');
    await page.getByText('No decision yet').waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
    await page.getByRole('radio', { name: '12 months' }).press('Space');
  });
});

describe('a ledger with two decisions', () => {
  beforeAll(async () => {
    const marlow = await addClient(page, 'Marlow House');
    await addInvoice(page, marlow, 'M1', '2026-01-01', '2026-01-31', 1000, '2026-01-31');
    const mixedUp = { causeId: await causeId(page, 'order mixed up'), fault: 'ours' } as const;
    const first = await addComplaint(page, marlow, '2026-03-01', 'Red, not white.', mixedUp);
    const coupon = { amount: 2500, couponCode: 'SORRY-25', validUntil: '2026-09-01' };
    await addDecision(page, marlow, first, 'coupon', '2026-03-02', coupon);
    const back = await addInvoice(page, marlow, 'M2', '2026-03-25', '2026-04-24', 500);
    await addComplaint(page, marlow, '2026-05-01', 'Red again.', { ...mixedUp, settledOn: '2026-05-01' });
    const { decisions } = await answer(page, 'clients.page', { clientId: marlow });
    const couponId = decisions[0]?.coupon?.id ?? 0;
    const redeem = { couponId, invoiceId: back, redeemedOn: '2026-04-10', amount: 2500, allTheSame: true };
    await answer(page, 'coupons.redeem', redeem);
    const reed = await addClient(page, 'Anna Reed');
    const recent = await addComplaint(page, reed, '2026-11-09', 'A gate left open.', { severity: 1 });
    await addDecision(page, reed, recent, 'apologise', '2026-11-10');
    await goTo(page, '/clients');
  });

  it('a decision on the client screen says what came after it', async () => {
    await goToClient(page, 'Marlow House');
    const card = page.getByRole('article', { name: 'Decision of 2 Mar 2026: coupon' });
    await card.getByText(/came back after 23 days · complained again after 60 days, same cause/).waitFor();
    await card.getByText(/used on invoice M2, 10 Apr 2026/).waitFor();
    await goToClient(page, 'Anna Reed');
    await page
      .getByRole('article', { name: 'Decision of 10 Nov 2026: apologise' })
      .getByText(/not back yet, open until 9 May 2027 · no further complaint so far/)
      .waitFor();
  });

  it('the page shows counts, says that they are too few, and keeps the recent one apart', async () => {
    await goToOutcomes();
    await page.getByText('Too few for shares; the counts stand').waitFor();
    await page.getByText('What came after, not what came of it.').waitFor();
    await number('why 1 of 1: coupon, came back within 90 days').waitFor();
    await number('why 1 of 1: coupon, coupons used').waitFor();
    await number('why 1 still open: apologise, came back within 90 days').waitFor();
    const text = await page.getByRole('table').textContent();
    expect(text).toContain('too few to say');
    expect(text).not.toMatch(/%|NaN|undefined/);
    expect(await rowsBehind('why 1 of 1: coupon, complained again of the same cause')).toHaveLength(1);
  });
});

describe('with more of them', () => {
  beforeAll(async () => {
    for (const n of [1, 2, 3, 4, 5]) await apologised(n, n <= 3);
    await goTo(page, '/clients');
  });

  it('a share stands from five on, beside its count, and opens its decisions', async () => {
    await goToOutcomes();
    const threeOfFive = 'why 3 of 5: apologise, came back within 90 days';
    await number(threeOfFive).waitFor();
    const cell = page.getByRole('cell').filter({ has: page.getByRole('button', { name: threeOfFive }) });
    await expect.poll(() => cell.textContent()).toMatch(/60\.0\s%1 still open/);
    const rows = await rowsBehind(threeOfFive);
    // The open one stands among them, said to be open.
    expect(rows).toHaveLength(6);
    expect(rows.filter((row) => row.join(' ').includes('Client'))).toHaveLength(5);
  });

  it('a kind opens its severities by the keyboard, and another period counts other decisions', async () => {
    const toggle = page.getByRole('button', { name: 'Apologise', exact: true });
    await tabTo(page, toggle);
    await press(page, 'Enter');
    await page.getByRole('rowheader', { name: /annoyance/ }).waitFor();
    await number('why 3 of 5: apologise, annoyance, came back within 90 days').waitFor();
    await toggle.press('Enter');
    await page.getByRole('rowheader', { name: /annoyance/ }).waitFor({ state: 'detached' });

    const old = await addClient(page, 'Old Mill');
    const complaint = await addComplaint(page, old, '2025-05-01', 'Slow.', { severity: 1 });
    await addDecision(page, old, complaint, 'hold firm', '2025-05-02');
    await goTo(page, '/clients');
    await goToOutcomes();
    await number('why 7: all decisions').waitFor();
    const periods = page.getByRole('radio', { name: '12 months' });
    await tabTo(page, periods);
    await press(page, 'ArrowRight');
    await number('why 8: all decisions').waitFor();
    await number('why 0 of 1: hold firm, came back within 180 days').waitFor();
  });
});
