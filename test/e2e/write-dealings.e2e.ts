import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { plainComplaint } from '../fixtures/plain.ts';
import type { OpenApp } from './app.ts';
import { answer, goTo, hasFocus, namelessClient, openEmpty, TODAY } from './going.ts';
import { choosePill, form, press, send, tabTo, toast, typeDay, typeInto } from './typing.ts';

let opened: OpenApp;
let page: Page;
beforeAll(async () => {
  opened = await openEmpty();
  page = opened.page;
  await answer(page, 'ledger.edit', {
    business: 'Hollin Gardens',
    hourlyCost: 2800,
    marginPermille: 300,
    interestPermille: null,
    termsDays: 30,
    paper: 'A4',
  });
  // Rules and the reason they ask for are held to in rules.e2e.ts.
  await answer(page, 'rules.set', {
    key: 'goodwill share',
    on: false,
    settings: { permille: 40 },
    bornOf: null,
    bornComplaintId: null,
  });
  // The window learns of the hourly cost when it next asks for its state.
  await page.reload();
});
afterAll(() => opened.close());

let count = 0;
let id = 0;
/** The number of the client's one invoice, of £200. */
let number = '';

beforeEach(async () => {
  count++;
  number = `G${count}`;
  id = (await answer(page, 'clients.add', { ...namelessClient, name: `Client ${count}` })).id;
  const input = {
    clientId: id,
    number,
    title: 'Hedges',
    issued: '2026-10-01',
    due: '2026-10-31',
    amount: 20_000,
    allTheSame: false,
  };
  await answer(page, 'invoices.add', input);
  await goTo(page, `/clients/${id}`);
  await page.getByRole('rowgroup', { name: `Invoice ${number}`, exact: true }).waitFor();
});

const pageOf = () => answer(page, 'clients.page', { clientId: id });
const complaint = () => page.getByRole('article', { name: /^Complaint of/ });
const decision = (kind: string) =>
  page.getByRole('article', { name: new RegExp(`^Decision of .*: ${kind}$`) });

/** A complaint that waits, put into the ledger past the form. */
async function openComplaint(words: string): Promise<number> {
  const { id: complaintId } = await answer(page, 'complaints.add', {
    clientId: id,
    ...plainComplaint,
    receivedOn: '2026-11-10',
    receivedTime: '09:30',
    words,
    listener: 'Ruth',
  });
  await goTo(page, '/clients');
  await goTo(page, `/clients/${id}`);
  await complaint().getByText(words).waitFor();
  return complaintId;
}

describe('complaints', () => {
  it('one is logged while the client is on the phone: found, written down, sent, in few keys', async () => {
    await goTo(page, '/clients');
    await page.getByRole('grid', { name: 'Clients' }).waitFor();
    await press(page, 'Control+k');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type(`Client ${count}`);
    await page.getByRole('option', { name: new RegExp(`^Client ${count}\\b`) }).waitFor();
    await press(page, 'Enter');
    await page.getByRole('heading', { level: 1, name: `Client ${count}` }).waitFor();
    await press(page, 'c');
    const dialog = form(page, 'Log a complaint');
    await expect.poll(() => hasFocus(dialog.getByLabel(/What did they say/))).toBe(true);
    await page.keyboard.type('Nobody came <b>on Thursday</b> & nobody rang.');
    await press(page, 'Tab');
    await page.keyboard.type('A call when you can’t come');
    // Two presses for the severity, one to send: the rest is filled in or may come later.
    await press(page, 'Tab', 'Space', 'ArrowRight');
    await press(page, 'Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    await toast(page, `Complaint from Client ${count} logged.`).waitFor();
    await complaint().getByText('“Nobody came <b>on Thursday</b> & nobody rang.”').waitFor();
    for (const text of [
      'Waiting since today',
      'A call when you can’t come',
      'cause unknown yet, inconvenience',
    ]) {
      await complaint().getByText(text).waitFor();
    }
    const [logged] = (await pageOf()).complaints;
    expect(logged).toMatchObject({
      severity: 2,
      channel: 'phone',
      receivedOn: TODAY,
      cause: null,
      settledOn: null,
    });
    expect(logged?.receivedTime).toMatch(/^\d\d:\d\d$/);
  });

  it('what is missing is said at its field, and nothing is sent', async () => {
    await press(page, 'c');
    const dialog = form(page, 'Log a complaint');
    await expect.poll(() => hasFocus(dialog.getByLabel(/What did they say/))).toBe(true);
    await press(page, 'Control+Enter');
    await dialog.getByText('Write what the client said, in their words.').waitFor();
    await dialog.getByText('Choose one of the four.').waitFor();
    expect(await hasFocus(dialog.getByLabel(/What did they say/))).toBe(true);
    await page.keyboard.type('Late again.');
    await dialog.getByText('Write what the client said, in their words.').waitFor({ state: 'detached' });
    await press(page, 'Escape');
    expect((await pageOf()).complaints.length).toBe(0);
  });

  it('first reply and settled are one press each, and can be taken back', async () => {
    await openComplaint('The gate was left open.');
    await complaint().getByRole('button', { name: 'Reply given' }).press('Enter');
    await complaint()
      .getByText(/^after \d+ (days|hours), by Ruth/)
      .first()
      .waitFor();
    await complaint().getByRole('button', { name: 'Settled' }).press('Enter');
    await complaint().getByText('settled after 7 days').waitFor();
    await press(page, 'F6', 'Enter');
    await complaint().getByText('Waiting 7 days').waitFor();
    const [line] = (await pageOf()).complaints;
    expect(line).toMatchObject({ repliedOn: TODAY, settledOn: null });
  });

  it('cause, fault, what came of it and the settling day come later, by keyboard', async () => {
    await openComplaint('The beech hedge is cut to sticks.');
    await complaint().getByRole('button', { name: /^Edit/ }).press('Enter');
    const dialog = form(page, 'Complaint of 10 Nov 2026');
    const cause = dialog.getByRole('combobox', { name: /^Cause/ });
    await tabTo(page, cause);
    await page.keyboard.type('staff');
    expect(await cause.locator('option:checked').textContent()).toBe('staff training');
    await choosePill(page, dialog, 'Whose side did it lie on?', 'our fault');
    await typeInto(page, dialog, 'What came of it', 'Half back, and a plan.');
    await typeDay(page, dialog.getByLabel('Settled on'), '09112026');
    await press(page, 'Control+Enter');
    await dialog.getByText('It can’t be settled before it was received.').waitFor();
    await typeDay(page, dialog.getByLabel('Settled on'), '15112026');
    await send(page);
    for (const text of [
      'settled after 5 days',
      'our fault',
      'staff training (inside)',
      'Half back, and a plan.',
    ]) {
      await complaint().getByText(text).first().waitFor();
    }
  });

  it('an owner’s own cause is added on the way, and a cause of that name is not made twice', async () => {
    await openComplaint('A rake was left on the lawn.');
    const { length } = await answer(page, 'causes.list', {});
    await complaint().getByRole('button', { name: /^Edit/ }).press('Enter');
    const dialog = form(page, 'Complaint of 10 Nov 2026');
    const cause = dialog.getByRole('combobox', { name: /^Cause/ });
    await tabTo(page, cause);
    await press(page, 'End');
    await expect.poll(() => hasFocus(dialog.getByLabel('Your own cause'))).toBe(true);
    await page.keyboard.type('tools left behind');
    await press(page, 'Enter');
    await expect.poll(() => cause.locator('option:checked').textContent()).toBe('tools left behind');
    await send(page);
    await complaint().getByText('tools left behind (inside)').waitFor();
    expect((await answer(page, 'causes.list', {})).length).toBe(length + 1);
  });
});

describe('decisions', () => {
  /** Opens the form on the waiting complaint and chooses the kind. */
  async function decide(kind: string) {
    await openComplaint('It is not right.');
    await press(page, 'd');
    const dialog = form(page, 'Record a decision');
    await dialog.getByText('“It is not right.”').waitFor();
    // The focus begins on the kind that is chosen, so that the arrows go on from there.
    const chosen = dialog
      .getByRole('radiogroup', { name: 'What do you decide?' })
      .getByRole('radio', { checked: true });
    await expect.poll(() => hasFocus(chosen)).toBe(true);
    await choosePill(page, dialog, 'What do you decide?', new RegExp(`^${kind}$`));
    return dialog;
  }

  it('apologise', async () => {
    const dialog = await decide('apologise');
    await typeInto(page, dialog, 'Why', 'They waited for nothing.');
    await send(page);
    await decision('apologise').getByText('They waited for nothing.').waitFor();
    expect((await pageOf()).complaints[0]?.settledOn).toBe(TODAY);
    expect((await pageOf()).goodwillAll).toBe(0);
  });

  it('put right: hours and materials, which leaves the complaint open', async () => {
    const dialog = await decide('put right');
    await typeInto(page, dialog, 'In a few words', '14 plants');
    await typeInto(page, dialog, 'Hours of work', '1:30');
    await typeInto(page, dialog, 'Materials', '72');
    await typeInto(page, dialog, 'Why', 'Nobody watered it.');
    await send(page);
    await decision('put right').getByText('£114').waitFor();
    await decision('put right').getByText('1½ hours, £72 of materials').waitFor();
    const { complaints, goodwill12 } = await pageOf();
    expect(complaints[0]).toMatchObject({ settledOn: null, redoMinutes: 90 });
    expect(goodwill12).toBe(11_400);
  });

  it('coupon: a fresh code is proposed, it costs nothing until it is redeemed on an invoice', async () => {
    const dialog = await decide('coupon');
    const code = dialog.getByLabel('Code');
    await expect.poll(() => code.inputValue()).not.toBe('');
    await typeInto(page, dialog, 'Worth', '60');
    await typeInto(page, dialog, 'Code', 'THANKS-60');
    await typeInto(page, dialog, 'Why', 'A morning lost.');
    await send(page);
    await decision('coupon')
      .getByText(/not used yet; good until 17 May 2027/)
      .waitFor();
    expect((await pageOf()).goodwillAll).toBe(0);

    await decision('coupon').getByRole('button', { name: 'Redeem it' }).press('Enter');
    const redeem = form(page, 'Redeem coupon THANKS-60');
    await typeInto(page, redeem, 'Amount', '70');
    await redeem.getByText('The coupon is worth £60.').waitFor();
    await press(page, 'Control+Enter');
    await redeem.getByText('That is more than the coupon is worth.').waitFor();
    await typeInto(page, redeem, 'Amount', '50');
    await redeem.getByText('The other £10 is not paid out.').waitFor();
    await send(page);
    await decision('coupon')
      .getByText(new RegExp(`£50 of it used on invoice ${number}, 17 Nov 2026`))
      .waitFor();
    expect(await decision('coupon').getByRole('button', { name: 'Redeem it' }).count()).toBe(0);
    const { invoices, goodwillAll } = await pageOf();
    expect([invoices[0]?.open, goodwillAll]).toEqual([15_000, 5000]);
  });

  it('a coupon’s code is not given twice', async () => {
    const dialog = await decide('coupon');
    await typeInto(page, dialog, 'Worth', '10');
    await typeInto(page, dialog, 'Code', 'THANKS-60');
    await typeInto(page, dialog, 'Why', 'Again.');
    await press(page, 'Control+Enter');
    await dialog.getByText('This code is on another coupon already.').waitFor();
    await expect.poll(() => hasFocus(dialog.getByLabel('Code'))).toBe(true);
    await press(page, 'Escape');
  });

  it('part refund, as a credit on an invoice', async () => {
    const dialog = await decide('part refund');
    await choosePill(page, dialog, 'How it goes back', 'credit on an invoice');
    await typeInto(page, dialog, 'How much back', '80');
    await typeInto(page, dialog, 'Why', 'Half of it was good.');
    await press(page, 'Control+Enter');
    await dialog.getByText('On which invoice?').waitFor();
    const which = dialog.getByRole('combobox', { name: 'On which invoice' });
    await expect.poll(() => hasFocus(which)).toBe(true);
    await press(page, 'ArrowDown');
    expect(await which.locator('option:checked').textContent()).toMatch(new RegExp(`^${number}\\b`));
    await send(page);
    await decision('part refund').getByText('£80').first().waitFor();
    const { invoices, goodwill12, revenue12 } = await pageOf();
    expect([invoices[0]?.open, goodwill12, revenue12]).toEqual([12_000, 8000, 12_000]);
  });

  it('full refund, as money: all of the invoice is proposed, once it was paid', async () => {
    const [invoice] = (await pageOf()).invoices;
    await answer(page, 'payments.add', {
      clientId: id,
      invoiceId: invoice?.id ?? 0,
      paidOn: '2026-11-02',
      amount: 20_000,
      method: 'transfer',
      note: null,
    });
    const dialog = await decide('full refund');
    await choosePill(page, dialog, 'How it goes back', 'money');
    await tabTo(page, dialog.getByLabel('For which invoice'));
    await press(page, 'ArrowDown');
    await expect.poll(() => dialog.getByLabel('How much back').inputValue()).toBe('200');
    await typeInto(page, dialog, 'Why', 'It could not be mended.');
    await send(page);
    await decision('full refund').getByText('paid back as money').waitFor();
    const { invoices, goodwill12 } = await pageOf();
    expect([invoices[0]?.open, goodwill12]).toEqual([0, 20_000]);
  });

  it('hold firm: with a reason, and no apology unless it is asked for', async () => {
    const dialog = await decide('hold firm');
    expect(await dialog.getByRole('checkbox', { name: 'With an apology' }).isChecked()).toBe(false);
    await press(page, 'Control+Enter');
    await dialog.getByText('Say why, so that the next like case can be treated alike.').waitFor();
    await typeInto(page, dialog, 'Why', 'Photos of the same day show clean edges.');
    await send(page);
    await decision('hold firm').getByText('Photos of the same day show clean edges.').waitFor();
    expect((await pageOf()).decisions[0]).toMatchObject({ kind: 'hold firm', withApology: false, amount: 0 });
  });

  it('is undone from the message, and the complaint waits again', async () => {
    const dialog = await decide('hold firm');
    await typeInto(page, dialog, 'Why', 'Photos of the same day show clean edges.');
    await send(page);
    await decision('hold firm').waitFor();
    await toast(page, /^Held firm with .+\.$/).waitFor();
    expect((await pageOf()).complaints[0]?.settledOn).toBe(TODAY);
    await press(page, 'F6', 'Enter');
    await decision('hold firm').waitFor({ state: 'detached' });
    expect((await pageOf()).complaints[0]?.settledOn).toBe(null);
  });

  it('part ways is no pill here: it has a worksheet of its own', async () => {
    await press(page, 'd');
    const pills = form(page, 'Record a decision').getByRole('radiogroup', { name: 'What do you decide?' });
    await pills.waitFor();
    const kinds = await pills.getByRole('radio').count();
    expect([kinds, await pills.getByText('part ways').count()]).toEqual([6, 0]);
    await press(page, 'Escape');
    await pills.waitFor({ state: 'detached' });
  });
});

describe('the red flag', () => {
  it('is raised with a reason, an instruction and a review day, and lifted again', async () => {
    await press(page, 'f');
    const dialog = form(page, 'Raise a red flag');
    await typeInto(page, dialog, 'What your staff should do', 'Extra work only in writing.');
    await press(page, 'Control+Enter');
    await dialog.getByText('Say why, for yourself.').waitFor();
    await typeInto(page, dialog, 'Why, for yourself', 'Orders by phone, then disputes.');
    await typeInto(page, dialog, 'What you found', 'Nothing of ours: every order was confirmed.');
    expect(await dialog.getByLabel('Look at it again on').inputValue()).toBe('2027-05-17');
    await send(page);
    const flag = page.getByRole('note', { name: 'Red flag' });
    await flag.getByText('Extra work only in writing.').waitFor();
    await flag.getByText('since 17 Nov 2026, review on 17 May 2027').waitFor();
    // Seen wherever the client appears.
    await goTo(page, '/clients');
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('link', { name: `Client ${count}`, exact: true }) });
    await row.getByRole('img', { name: 'red flag' }).waitFor();
    await goTo(page, `/clients/${id}`);
    await flag.waitFor();
    await press(page, 'f');
    const lift = form(page, 'Lift the red flag');
    await typeInto(page, lift, 'Why it can go', 'Two quiet months.');
    await send(page);
    await flag.waitFor({ state: 'detached' });
  });
});
