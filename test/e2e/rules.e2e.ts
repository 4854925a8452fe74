import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenApp } from './app.ts';
import { addClient, addComplaint, addDecision, addInvoice, causeId } from './dealings.ts';
import { answer, goTo, goToClient, hasFocus, openAgain, openEmpty, TODAY } from './going.ts';
import { choosePill, form, press, send, tabTo, toast, typeInto } from './typing.ts';

let opened: OpenApp;
let page: Page;
let marlow = 0;
let invoice = 0;
beforeAll(async () => {
  opened = await openEmpty();
  page = opened.page;
  marlow = await addClient(page, 'Marlow House');
  invoice = await addInvoice(page, marlow, 'M1', '2026-09-01', '2026-10-01', 1000, '2026-10-01');
});
afterAll(() => opened.close());

const row = (title: string) =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 3, name: title, exact: true }) });
const aSwitch = (title: string) => row(title).getByRole('switch');
const ruleOf = async (title: string) =>
  (await answer(page, 'rules.page', {})).rules.find((rule) => rule.title === title);

async function goToRules(): Promise<void> {
  const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'House rules' });
  await link.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'House rules' }).waitFor();
}

/** Opens a rule's editor by the keyboard and types over its first number. */
async function change(title: string, number: string): Promise<void> {
  await tabTo(page, page.getByRole('button', { name: `Change: ${title}`, exact: true }));
  await press(page, 'Enter');
  const first = row(title).locator('form input').first();
  await expect.poll(() => hasFocus(first)).toBe(true);
  await press(page, 'Control+a');
  await page.keyboard.type(number);
  await press(page, 'Enter');
}

describe('house rules', () => {
  it('are a list of plain sentences, some on from the beginning', async () => {
    await goToRules();
    await row('Goodwill share')
      .getByText(/^Goodwill of at most 4\s% of a client’s revenue/)
      .waitFor();
    expect(await aSwitch('Goodwill share').isChecked()).toBe(true);
    expect(await aSwitch('Most refunds').isChecked()).toBe(false);
    await row('Goodwill share').getByText('nothing to judge yet').waitFor();
  });

  it('one is switched on and off with the space bar', async () => {
    await tabTo(page, aSwitch('Most refunds'));
    await press(page, 'Space');
    await expect.poll(async () => (await ruleOf('Most refunds'))?.on).toBe(true);
    await row('Most refunds').getByText('as it stands since 17 Nov 2026').waitFor();
    await tabTo(page, aSwitch('Most refunds'));
    await press(page, 'Space');
    await expect.poll(async () => (await ruleOf('Most refunds'))?.on).toBe(false);
  });

  it('one that lacks its number asks for it, and remembers what it was born from', async () => {
    await tabTo(page, aSwitch('A night’s sleep'));
    await press(page, 'Space');
    const above = row('A night’s sleep').getByLabel('refunds above');
    await expect.poll(() => hasFocus(above)).toBe(true);
    await page.keyboard.type('250');
    await tabTo(page, row('A night’s sleep').getByLabel('Born from'));
    await page.keyboard.type('after the flooded kitchen, 2025');
    await press(page, 'Enter');
    await row('A night’s sleep').getByText('A refund above £250 only after a night’s sleep.').waitFor();
    await row('A night’s sleep').getByText('after the flooded kitchen, 2025').waitFor();
    expect(await ruleOf('A night’s sleep')).toMatchObject({ on: true, settings: { above: 25_000 } });
  });

  it('a number is changed in place; one that can’t be is refused at its field, and Esc leaves all as it was', async () => {
    await change('Goodwill share', '5');
    await row('Goodwill share')
      .getByText(/^Goodwill of at most 5\s%/)
      .waitFor();
    await change('Goodwill share', '130');
    await row('Goodwill share').getByText('At most 100 %.').waitFor();
    await press(page, 'Escape');
    await row('Goodwill share').locator('form').waitFor({ state: 'detached' });
    expect((await ruleOf('Goodwill share'))?.settings).toEqual({ permille: 50 });
  });

  it('two that contradict each other are both told so', async () => {
    await change('Settle within', '1');
    await row('Settle within').getByText('within 1 day').waitFor();
    await change('Reply within', '48');
    const trouble = /You promise to settle within 1 day, and to reply only within 48 hours/;
    await row('Settle within').getByText(trouble).waitFor();
    await row('Reply within').getByText(trouble).waitFor();
    await change('Reply within', '24');
    await row('Settle within').getByText(trouble).waitFor({ state: 'detached' });
  });
});

describe('kept and broken', () => {
  it('are counted, and each number opens the decisions behind it', async () => {
    const complaint = await addComplaint(page, marlow, '2026-11-16', 'The pond leaks.', {
      invoiceId: invoice,
      severity: 3,
    });
    const refund = { amount: 30_000, paidBack: 'money', invoiceId: invoice } as const;
    await addDecision(page, marlow, complaint, 'part refund', TODAY, refund);
    await goTo(page, '/clients');
    await goToRules();
    const broken = row('Goodwill share')
      .getByRole('button', { name: /^why 1 broken/ })
      .first();
    await tabTo(page, broken);
    await press(page, 'Enter');
    const panel = page.getByRole('dialog');
    await panel.getByText('part refund, £300').waitFor();
    expect(await panel.locator('tbody tr').count()).toBe(1);
    await press(page, 'Escape');
    await panel.waitFor({ state: 'detached' });
    expect(await hasFocus(broken)).toBe(true);
    // Decided the day after it came: a night lay between.
    const kept = row('A night’s sleep').getByRole('button', { name: /^why 1 kept/ });
    await kept.press('Enter');
    await panel.locator('tbody').getByRole('link').first().press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Marlow House' }).waitFor();
  });
});

describe('a decision that breaks new ground', () => {
  it('is made a rule with one tick, which remembers the complaint and speaks to the next like case', async () => {
    const late = { causeId: await causeId(page, 'late shipment'), fault: 'nobody' } as const;
    await addComplaint(page, marlow, '2026-11-15', 'The bulbs came in the frost.', late);
    await goTo(page, '/clients');
    await goToClient(page, 'Marlow House');
    await page.getByText('“The bulbs came in the frost.”').waitFor();
    await press(page, 'd');
    const dialog = form(page, 'Record a decision');
    await choosePill(page, dialog, 'What do you decide?', /^coupon$/);
    await expect.poll(() => dialog.getByLabel('Code').inputValue()).not.toBe('');
    await typeInto(page, dialog, 'Worth', '20');
    const broken = dialog.getByLabel('Why all the same');
    await broken.waitFor();
    await typeInto(page, dialog, 'Why all the same', 'The pond was another matter.');
    await typeInto(page, dialog, /^Why(?! all)/, 'They lost a morning.');
    await tabTo(page, dialog.getByRole('checkbox', { name: /^Make it a rule/ }));
    await press(page, 'Space');
    await send(page);

    await goToRules();
    const made = row('Like cases: late shipment');
    await made.getByText('When the cause is late shipment and the severity at most 2: coupon').waitFor();
    const born = made.getByRole('link', { name: /bulbs came in the frost/ });
    await tabTo(page, born);
    await press(page, 'Enter');
    const complaint = page.getByRole('article').filter({ hasText: 'The bulbs came in the frost.' });
    await expect.poll(() => hasFocus(complaint.first())).toBe(true);

    const reed = await addClient(page, 'Anna Reed');
    await addInvoice(page, reed, 'R1', '2026-09-01', '2026-10-01', 900, '2026-10-01');
    const next = await addComplaint(page, reed, '2026-11-16', 'Mine came late too.', late);
    const weighed = await answer(page, 'decisions.weigh', {
      clientId: reed,
      complaintId: next,
      invoiceId: null,
      kind: 'hold firm',
      amount: 0,
      redoMinutes: 0,
      decidedOn: TODAY,
      validUntil: null,
      paidBack: null,
    });
    expect(weighed.asksWhy).toBe(true);
    expect(weighed.rules[0]).toMatchObject({ verdict: 'broken', words: 'Like cases get a coupon' });
  });

  it('its rule can be removed, and the removal undone', async () => {
    await goTo(page, '/rules');
    const made = row('Like cases: late shipment');
    const remove = made.getByRole('button', { name: 'Remove: Like cases: late shipment' });
    await tabTo(page, remove);
    await press(page, 'Enter');
    await made.waitFor({ state: 'detached' });
    await toast(page, 'House rule removed: Like cases: late shipment.').waitFor();
    await press(page, 'F6', 'Enter');
    await made.waitFor();
  });
});

describe('after another start', () => {
  it('the rules are as they were left', async () => {
    opened = await openAgain(opened);
    page = opened.page;
    await goTo(page, '/rules');
    await row('A night’s sleep').getByText('after the flooded kitchen, 2025').waitFor();
    expect(await ruleOf('Settle within')).toMatchObject({ on: true, settings: { days: 1 } });
    expect(await ruleOf('Like cases: late shipment')).toMatchObject({ on: true });
    expect((await ruleOf('Goodwill share'))?.broken).toBeGreaterThanOrEqual(1);
  });
});
