import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenApp } from './app.ts';
import { addClient, addComplaint, addDecision, addInvoice, causeId } from './dealings.ts';
import { answer, goTo, hasFocus, openAgain, openEmpty, TODAY } from './going.ts';
import { form, press, send, tabTo, toast, typeInto } from './typing.ts';

let opened: OpenApp;
let page: Page;
/** Complaints by whose they are. */
const of: Record<string, number> = {};
const clients: Record<string, number> = {};

/**
 * Three wait: Tide & Co and Marlow House without a reply, the first with nothing known but a sentence; Quay Bakery was
 * answered. Two like Marlow's case got a coupon.
 */
beforeAll(async () => {
  opened = await openEmpty();
  page = opened.page;
  for (const name of ['Tide & Co', 'Marlow House', 'Quay Bakery', 'Anna Reed', 'Bob Sand']) {
    const id = await addClient(page, name);
    clients[name] = id;
    await addInvoice(page, id, `${name[0]}1`, '2026-08-01', '2026-08-31', 1000, '2026-08-31');
  }
  const mixedUp = { causeId: await causeId(page, 'order mixed up'), fault: 'ours' } as const;
  for (const name of ['Anna Reed', 'Bob Sand']) {
    const id = clients[name] ?? 0;
    const complaint = await addComplaint(page, id, '2026-09-01', 'The wrong plants came.', mixedUp);
    const coupon = { amount: 2500, couponCode: `SORRY-${id}`, validUntil: '2027-09-01' };
    await addDecision(page, id, complaint, 'coupon', '2026-09-02', coupon);
  }
  const [tide, marlow, quay] = ['Tide & Co', 'Marlow House', 'Quay Bakery'].map((name) => clients[name] ?? 0);
  of.quay = await addComplaint(page, quay ?? 0, '2026-10-20', 'The hedge is crooked.', {
    ...mixedUp,
    severity: 3,
    repliedOn: '2026-10-21',
  });
  of.marlow = await addComplaint(page, marlow ?? 0, '2026-11-12', 'Red roses, and we had ordered white.');
  of.tide = await addComplaint(page, tide ?? 0, '2026-11-05', 'This is not what I wanted.');
  await answer(page, 'complaints.judge', { id: of.tide, severity: null });
});
afterAll(() => opened.close());

const waiting = () => page.getByRole('navigation', { name: 'What waits' });
const inQueue = () => waiting().locator('.queue-who b').allTextContents();
const theCase = (name: string) => page.getByRole('region', { name: `The case: ${name}` });
const option = (kind: RegExp) =>
  page.getByRole('radiogroup', { name: 'Options' }).getByRole('radio', { name: kind });
const decisionsOf = async (client: string) =>
  (await answer(page, 'clients.page', { clientId: clients[client] ?? 0 })).decisions;
const judged = async (complaintId: number) => (await answer(page, 'desk.case', { complaintId })).complaint;

/** Opens a case and waits until it stands. */
async function openCase(complaintId: number | undefined, name: string): Promise<void> {
  await goTo(page, `/desk/${complaintId}`);
  await theCase(name).getByRole('heading', { level: 1, name }).waitFor();
}

/** Chooses a card by its key, and opens the decision by Enter, filled in. */
async function decideOn(kind: RegExp) {
  const card = option(kind);
  await press(page, (await card.getAttribute('aria-keyshortcuts')) ?? '');
  await expect.poll(() => card.isChecked()).toBe(true);
  await press(page, 'Enter');
  const dialog = form(page, 'Record a decision');
  const chosen = dialog.getByRole('radiogroup', { name: 'What do you decide?' }).locator(':checked');
  await expect.poll(() => hasFocus(chosen)).toBe(true);
  return dialog;
}

describe('the queue', () => {
  it('those without a reply come first, the oldest first; the first opens by itself, j and k walk on', async () => {
    await page.getByRole('link', { name: /^Desk/ }).press('Enter');
    await theCase('Tide & Co').waitFor();
    expect(await inQueue()).toEqual(['Tide & Co', 'Marlow House', 'Quay Bakery']);
    await waiting().getByText('12 d', { exact: true }).waitFor();
    await press(page, 'j');
    await theCase('Marlow House').waitFor();
    await press(page, 'j');
    await theCase('Quay Bakery').waitFor();
    await press(page, 'j');
    await press(page, 'k');
    await theCase('Marlow House').waitFor();
  });
});

describe('a complaint with nothing but a sentence', () => {
  it('gets no advice from nothing: listen first, and what it would need to know', async () => {
    await openCase(of.tide, 'Tide & Co');
    await page.getByText('To say more it would need to know:').waitFor();
    const { advice } = await answer(page, 'desk.case', { complaintId: of.tide ?? 0 });
    expect(advice.first[0]?.text).toMatch(/reply today/i);
    expect(advice.unknown.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['cause', 'severity', 'fault']),
    );
    expect(await option(/^Apologise/).isChecked()).toBe(true);
    expect(await page.getByRole('main').textContent()).not.toMatch(/NaN|undefined|Infinity|null/);
    // An open question leads to where it is answered.
    await page.getByRole('button', { name: advice.unknown[0]?.text ?? '' }).press('Enter');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.tagName))
      .toMatch(/SELECT|BUTTON|INPUT/);
  });
});

describe('judging in place', () => {
  it('cause, fault and severity are chosen on the case, and the advice follows', async () => {
    await openCase(of.marlow, 'Marlow House');
    await tabTo(page, page.getByRole('combobox', { name: 'Cause' }));
    await page.keyboard.type('order');
    await expect.poll(async () => (await judged(of.marlow ?? 0)).cause?.name).toBe('order mixed up');
    await tabTo(page, page.getByRole('combobox', { name: 'Whose side did it lie on?' }));
    await page.keyboard.type('our');
    await expect.poll(async () => (await judged(of.marlow ?? 0)).fault).toBe('ours');
    await tabTo(page, page.getByRole('group', { name: 'Can it be put right?' }).getByRole('radio').first());
    await press(page, 'ArrowRight');
    await expect.poll(async () => (await judged(of.marlow ?? 0)).canPutRight).toBe(false);
    // Severity 2, ours, can't be undone: a coupon before a refund, as the two like cases got.
    await theCase('Marlow House').getByText('suggested', { exact: true }).waitFor();
    await expect.poll(() => option(/^Coupon.*suggested/).count()).toBe(1);
    await page.getByRole('region', { name: 'Like cases' }).getByText('Anna Reed').waitFor();
  });

  it('“I replied just now” stops the clock, and can be taken back', async () => {
    const now = page.getByRole('button', { name: 'I replied just now' });
    await tabTo(page, now);
    await press(page, 'Enter');
    await now.waitFor({ state: 'detached' });
    expect((await judged(of.marlow ?? 0)).repliedOn).toBe(TODAY);
    expect(await inQueue()).toEqual(['Tide & Co', 'Quay Bakery', 'Marlow House']);
    await press(page, 'F6', 'Enter');
    await now.waitFor();
    await expect.poll(inQueue).toEqual(['Tide & Co', 'Marlow House', 'Quay Bakery']);
    await now.press('Enter');
    await now.waitFor({ state: 'detached' });
  });
});

describe('deciding', () => {
  it('a card opens the form filled in; another treatment than like cases got asks why, and keeps it', async () => {
    await openCase(of.marlow, 'Marlow House');
    const dialog = await decideOn(/^Hold firm/);
    await dialog.getByText('2 of 2 like cases got a coupon; this would be holding firm.').waitFor();
    await typeInto(page, dialog, /^Why(?! all)/, 'The order says red.');
    await press(page, 'Control+Enter');
    const despite = dialog.getByLabel('Why all the same');
    await expect.poll(() => hasFocus(despite)).toBe(true);
    await page.keyboard.type('They signed for red roses.');
    await send(page);
    await toast(page, 'Held firm with Marlow House.').waitFor();
    expect((await decisionsOf('Marlow House'))[0]).toMatchObject({
      kind: 'hold firm',
      despite: 'They signed for red roses.',
      reason: 'The order says red.',
    });
    await theCase('Marlow House').getByText('Settled on 17 Nov 2026.').waitFor();
  });

  it('is undone from the message: it waits again', async () => {
    await press(page, 'F6', 'Enter');
    await expect.poll(async () => (await decisionsOf('Marlow House')).length).toBe(0);
    await expect.poll(inQueue).toContain('Marlow House');
    await theCase('Marlow House').getByText('Settled on').waitFor({ state: 'detached' });
  });

  it('a broken house rule stands on the card and in the form, asks why, and the reason is kept', async () => {
    await openCase(of.quay, 'Quay Bakery');
    const { advice } = await answer(page, 'desk.case', { complaintId: of.quay ?? 0 });
    const amount = advice.options.find(({ kind }) => kind === 'part refund')?.amount ?? 0;
    expect(amount).toBe(50_000);
    const dialog = await decideOn(/^Part refund/);
    await expect.poll(() => dialog.getByLabel('How much back').inputValue()).toBe('500');
    const says = dialog.getByRole('list', { name: 'What your house rules say' });
    await says.getByText('Breaks:').waitFor();
    await says.getByText('Goodwill 50 %, limit 4 %').waitFor();
    await typeInto(page, dialog, 'Why all the same', 'Half of it has to be planted anew.');
    await typeInto(page, dialog, /^Why(?! all)/, 'Half was good.');
    await send(page);
    const [refund] = await decisionsOf('Quay Bakery');
    expect(refund).toMatchObject({ kind: 'part refund', despite: 'Half of it has to be planted anew.' });
    await goTo(page, `/clients/${clients['Quay Bakery']}`);
    const card = page.getByRole('article', { name: /^Decision of .*: part refund$/ });
    await card.getByText('Half of it has to be planted anew.').waitFor();
  });

  it('two decisions for one complaint: put right, and money back when that was not enough', async () => {
    await openCase(of.marlow, 'Marlow House');
    const first = await decideOn(/^Put right/);
    await typeInto(page, first, 'Hours of work', '2');
    const despite = first.getByLabel('Why all the same');
    await despite.waitFor();
    await typeInto(page, first, 'Why all the same', 'They need white ones this week.');
    await typeInto(page, first, /^Why(?! all)/, 'We mixed up the order.');
    await send(page);
    await waiting().getByText('decided, not settled').waitFor();
    await tabTo(page, page.getByRole('checkbox', { name: 'put right, still not satisfied' }));
    await press(page, 'Space');
    await expect.poll(async () => (await judged(of.marlow ?? 0)).stillUnhappy).toBe(true);
    const second = await decideOn(/^Full refund/);
    await second.getByLabel('Why all the same').waitFor();
    await typeInto(page, second, 'Why all the same', 'It was a wedding.');
    await typeInto(page, second, /^Why(?! all)/, 'The white ones came too late.');
    await send(page);
    expect((await decisionsOf('Marlow House')).map(({ kind }) => kind)).toEqual(['full refund', 'put right']);
    await expect.poll(inQueue).toEqual(['Tide & Co']);
  });

  it('a settled complaint can be opened again, says so, and leads to the next that waits', async () => {
    await openCase(of.quay, 'Quay Bakery');
    const note = theCase('Quay Bakery').getByRole('note');
    await note.getByText('Settled on 17 Nov 2026.').waitFor();
    await note.getByRole('link', { name: 'To the next that waits' }).press('Enter');
    await theCase('Tide & Co').waitFor();
  });
});

describe('after another start', () => {
  it('everything decided is there, and an empty desk says so', async () => {
    await answer(page, 'complaints.judge', { id: of.tide ?? 0, settledOn: TODAY });
    opened = await openAgain(opened);
    page = opened.page;
    await goTo(page, '/desk');
    await page.getByText('Nothing waits for a decision').waitFor();
    expect((await decisionsOf('Quay Bakery'))[0]?.despite).toBe('Half of it has to be planted anew.');
    expect((await decisionsOf('Marlow House')).length).toBe(2);
  });
});
