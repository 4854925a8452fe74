import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenApp } from './app.ts';
import { addClient, addComplaint, addInvoice } from './dealings.ts';
import { answer, goTo, goToClient, hasFocus, openAgain, openEmpty } from './going.ts';
import { choosePill, form, press, send, tabTo, toast, typeDay, typeInto } from './typing.ts';

let opened: OpenApp;
let page: Page;
let id = 0;
beforeAll(async () => {
  opened = await openEmpty();
  page = opened.page;
  await answer(page, 'ledger.edit', {
    business: 'Hollin Gardens',
    hourlyCost: 2800,
    marginPermille: 300,
    interestPermille: 80,
    termsDays: 30,
    paper: 'A4',
  });
  await page.reload();
  id = await addClient(page, 'Marlow House');
  await addInvoice(page, id, 'M1', '2026-03-01', '2026-03-31', 2000, '2026-03-31');
  await addInvoice(page, id, 'M2', '2026-08-01', '2026-08-31', 1000);
  await addComplaint(page, id, '2026-09-01', 'The hedge is crooked.', { settledOn: '2026-09-02' });
  await goToClient(page, 'Marlow House');
});
afterAll(() => opened.close());

const pageOf = () => answer(page, 'clients.page', { clientId: id });
const block = () => page.getByRole('region', { name: 'What keeping them takes' });
const noted = () => page.getByRole('region', { name: 'Hours and notes' });
const watch = () => page.getByRole('region', { name: 'Stopwatch' });
const header = () => page.getByRole('main').locator('.head-standing');

/** Opens a form by its letter and waits until its first field has the keys. */
async function openForm(key: string, title: string) {
  await press(page, key);
  const dialog = form(page, title);
  await expect.poll(() => hasFocus(dialog.locator(':focus'))).toBe(true);
  return dialog;
}

describe('hours, notes and looks', () => {
  it('hours are noted in a few keys: how long, what for, send', async () => {
    const dialog = await openForm('h', 'Note hours');
    await page.keyboard.type('45');
    await dialog.getByText('that is 45 minutes').waitFor();
    await choosePill(page, dialog, 'What for', /^Chasing/);
    await typeInto(page, dialog, 'In a few words', 'Two calls');
    await send(page);
    await noted().getByText('Two calls').waitFor();
    await noted().getByText('0:45').waitFor();
    expect((await pageOf()).hours[0]).toMatchObject({ kind: 'chasing', minutes: 45, workedOn: '2026-11-17' });
  });

  it('no time is refused at its field, with nothing written', async () => {
    const dialog = await openForm('h', 'Note hours');
    await page.keyboard.type('soon');
    await press(page, 'Control+Enter');
    await dialog.getByText('Give hours like 0:30 or 1.5.').waitFor();
    await press(page, 'Escape');
    await dialog.waitFor({ state: 'detached' });
    expect((await pageOf()).hours.length).toBe(1);
  });

  it('what happened and a look inside are written down, and one can be taken away and brought back', async () => {
    const note = await openForm('n', 'Note what happened');
    await typeInto(page, note, 'What happened', 'Came unannounced and shouted at the crew.');
    await send(page);
    await noted().getByText('Came unannounced').waitFor();
    const look = await openForm('l', 'Look inside');
    await press(page, 'Space');
    await typeInto(page, look, 'What you found', 'Nobody had told them the new date.');
    await send(page);
    await noted().getByText('Nobody had told them the new date.').waitFor();
    expect((await pageOf()).look).toMatchObject({ process: true, communication: false });
    expect((await pageOf()).lookCounts).toBe(true);

    const remove = noted().getByRole('button', { name: /^Remove Staff strain/ });
    await tabTo(page, remove);
    await press(page, 'Enter');
    await noted().getByText('Came unannounced').waitFor({ state: 'detached' });
    await page.locator('output').getByRole('button', { name: 'Undo' }).waitFor();
    await press(page, 'F6', 'Enter');
    await noted().getByText('Came unannounced').waitFor();
  });
});

describe('cost to keep', () => {
  /** The panel behind a line, by the keyboard: its figure and how many rows it has. */
  async function behind(line: RegExp) {
    const number = block().getByRole('row', { name: line }).getByRole('button');
    await tabTo(page, number);
    await press(page, 'Enter');
    const panel = page.getByRole('dialog');
    const figure = await panel.locator('.whypanel-figure').textContent();
    const rows = await panel.locator('tbody tr').count();
    await press(page, 'Escape');
    await panel.waitFor({ state: 'detached' });
    return { figure, rows };
  }

  it('each line opens the rows it is made of, and what is left adds up', async () => {
    // 3,000 of revenue at 30 %, 45 minutes at £28, £1,000 late for 78 days at 8 %.
    expect(await behind(/^revenue/)).toEqual({ figure: '£3,000', rows: 2 });
    expect(await behind(/^margin, 30/)).toEqual({ figure: '£900', rows: 2 });
    expect(await behind(/^chasing/)).toEqual({ figure: '£21', rows: 1 });
    const late = Math.round((100_000 * 78 * 80) / (1000 * 365));
    expect((await pageOf()).keeping).toMatchObject({
      revenue: 300_000,
      margin: 90_000,
      chasing: { minutes: 45, cost: 2100 },
      lateMoney: late,
      left: 90_000 - 2100 - late,
      attentionPercent: 100,
    });
    await block().getByRole('button', { name: 'why 100.0 % of all hours' }).waitFor();
  });
});

describe('the owner’s own standing', () => {
  const standing = async () => (await pageOf()).standing;

  it('is set with a reason and a day to look at it again, and ended by going by the facts', async () => {
    const dialog = await openForm('t', 'Set the standing yourself');
    await choosePill(page, dialog, 'How you see them', 'Consider parting');
    await press(page, 'Control+Enter');
    await dialog.getByText('Say why you see it otherwise.').waitFor();
    await typeInto(page, dialog, 'Why you see it otherwise', 'They are moving away.');
    await send(page);
    await header().getByText('Consider parting').waitFor();
    await header().getByText('“They are moving away.”').waitFor();
    await header().getByText('until 17 Feb 2027').waitFor();
    expect((await standing()).reckoned).not.toBe('consider parting');

    await tabTo(page, page.getByRole('button', { name: 'More for this client' }));
    await press(page, 'Enter');
    await page.getByRole('menuitem', { name: 'Go by the facts again' }).press('Enter');
    await header().getByText('“They are moving away.”').waitFor({ state: 'detached' });
    expect((await standing()).set).toBe(null);
    await toast(page, /^Standing of .+ by the facts again\.$/).waitFor();
  });
});

let started: unknown;
describe('before the window is closed', () => {
  it('the stopwatch is started with one key, and a standing set until next week', async () => {
    await press(page, 's');
    await watch().getByRole('button', { name: 'Marlow House' }).waitFor();
    const dialog = await openForm('t', 'Set the standing yourself');
    await choosePill(page, dialog, 'How you see them', 'Keep an eye on');
    await typeInto(page, dialog, 'Why you see it otherwise', 'A new manager, who pays.');
    await typeDay(page, dialog.getByLabel('Look at it again on'), '24112026');
    await send(page);
    started = (await answer(page, 'drafts.load', { key: 'stopwatch' }))?.value;
    expect(started).toMatchObject({ clientId: id, stoppedAt: null });
  });
});

describe('after another start, nine days later', () => {
  beforeAll(async () => {
    opened = await openAgain(opened, '2026-11-26');
    page = opened.page;
  });

  it('the stopwatch still runs, and what it measured is noted', async () => {
    expect((await answer(page, 'drafts.load', { key: 'stopwatch' }))?.value).toEqual(started);
    await watch().getByRole('timer').waitFor();
    await tabTo(page, watch().getByRole('button', { name: 'Stop' }));
    await press(page, 'Enter');
    const hours = form(page, 'Note hours');
    await hours.getByText('that is 1 minute').waitFor();
    await choosePill(page, hours, 'What for', /^Care/);
    await send(page);
    await watch().waitFor({ state: 'detached' });
    expect((await pageOf()).hours.map(({ kind, minutes }) => [kind, minutes])).toEqual([
      ['care', 1],
      ['chasing', 45],
    ]);
  });

  it('a standing whose day has come says so, and comes back on the overview', async () => {
    await goTo(page, '/overview');
    const again = page.getByRole('row').filter({ hasText: 'your standing: keep an eye on' });
    await again.getByText('24 Nov').waitFor();
    await again.getByRole('link', { name: 'Marlow House' }).press('Enter');
    await header().getByText('review was due on').waitFor();
    await header().getByText('“A new manager, who pays.”').waitFor();
    expect((await pageOf()).notes[0]?.words).toBe('Came unannounced and shouted at the crew.');
  });
});
