import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenApp } from './app.ts';
import { addClient, addComplaint, causeId } from './dealings.ts';
import { answer, goTo, goToClient, hasFocus, openAgain, openEmpty, TODAY } from './going.ts';
import { form, press, send, tabTo, toast, typeDay, typeInto } from './typing.ts';

let opened: OpenApp;
let page: Page;
beforeAll(async () => {
  opened = await openEmpty();
  page = opened.page;
});
afterAll(() => opened.close());

const lessons = async () => (await answer(page, 'lessons.page', {})).lessons;
const list = (title: 'To do' | 'Done') => page.getByRole('region', { name: new RegExp(`^${title}`) });
const cause = (name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });

async function goToLessons(): Promise<void> {
  const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Lessons' });
  await link.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Lessons' }).waitFor();
}

describe('before anything went wrong', () => {
  it('says what to do, and draws no empty chart', async () => {
    await goToLessons();
    await page.getByText('Nothing to learn from yet').waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
  });
});

describe('what goes wrong', () => {
  beforeAll(async () => {
    const client = await addClient(page, 'Marlow House');
    const [late, mixedUp] = [await causeId(page, 'late shipment'), await causeId(page, 'order mixed up')];
    const came: readonly (readonly [day: string, cause: number | null])[] = [
      ['2026-02-10', late],
      ['2026-04-05', late],
      ['2026-05-01', mixedUp],
      ['2026-06-10', null],
      ['2026-08-20', late],
      ['2026-10-01', mixedUp],
    ];
    for (const [day, causedBy] of came)
      await addComplaint(page, client, day, `Not as ordered, ${day}.`, { causeId: causedBy, settledOn: day });
    await goTo(page, '/clients');
  });

  it('stands by cause, the most frequent first, with the running share, and each bar opens its complaints', async () => {
    await goToLessons();
    const heads = page.getByRole('rowheader');
    expect(await heads.allTextContents()).toEqual([
      'late shipment',
      'order mixed up',
      'cause not noted',
      'all',
    ]);
    for (const [name, share] of [
      ['late shipment', '50.0'],
      ['order mixed up', '83.3'],
      ['cause not noted', '100.0'],
    ] as const)
      await cause(name)
        .getByText(new RegExp(`^${share}\\s%$`))
        .waitFor();
    await page.getByText('Late shipment').first().waitFor();
    const bar = cause('late shipment').getByRole('button', { name: /^3 complaints in 12 months/ });
    await tabTo(page, bar);
    await press(page, 'Enter');
    const panel = page.getByRole('dialog');
    await panel.locator('.whypanel-figure').waitFor();
    expect(await panel.locator('tbody tr').count()).toBe(3);
    await press(page, 'Escape');
    await panel.waitFor({ state: 'detached' });
    // On along the quarters with the arrow keys.
    expect(await hasFocus(bar)).toBe(true);
    await press(page, 'ArrowRight');
    const label = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(await label()).toBe('1 complaint: late shipment, Jan to Mar 2026');
  });
});

describe('a lesson', () => {
  it('is written down from any complaint: what was learned, what changes, who, by when', async () => {
    await goToClient(page, 'Marlow House');
    const learn = page.getByRole('button', { name: 'What did we learn from the complaint of 20 Aug 2026?' });
    await tabTo(page, learn);
    await press(page, 'Enter');
    const dialog = form(page, 'What did we learn?');
    await dialog.getByText('“Not as ordered, 2026-08-20.”').waitFor();
    await expect.poll(() => hasFocus(dialog.getByLabel(/^The lesson/))).toBe(true);
    await press(page, 'Control+Enter');
    await dialog.getByText('What did you learn?').last().waitFor();
    await page.keyboard.type('We promise days we don’t know.');
    await typeInto(page, dialog, 'What changes from now on', 'Ask the carrier first.');
    await typeInto(page, dialog, 'Who sees to it', 'the office');
    expect(
      await dialog
        .getByRole('combobox', { name: /^Cause/ })
        .locator(':checked')
        .textContent(),
    ).toBe('late shipment');
    await send(page);
    const card = page.getByRole('article', { name: 'Complaint of 20 Aug 2026' });
    await card.getByRole('button', { name: 'Edit the lesson: We promise days we don’t know.' }).waitFor();
    await card.getByText('to do by 17 Dec').waitFor();
    expect((await lessons())[0]).toMatchObject({
      changes: 'Ask the carrier first.',
      who: 'the office',
      learnedOn: TODAY,
      dueOn: '2026-12-17',
      cause: { name: 'late shipment' },
    });
  });

  it('is done with one press, and can be taken back', async () => {
    await goToLessons();
    await list('To do').getByText('by 17 Dec').waitFor();
    const done = page.getByRole('button', { name: 'Done: We promise days we don’t know.' });
    await tabTo(page, done);
    await press(page, 'Enter');
    await list('Done').getByText('done 17 Nov', { exact: true }).waitFor();
    await cause('late shipment')
      .getByText(/^done today, 3 in the 9 months noted before$/)
      .waitFor();
    await page.locator('output').getByRole('button', { name: 'Undo' }).waitFor();
    await press(page, 'F6', 'Enter');
    await done.waitFor();
    expect((await lessons())[0]?.doneOn).toBe(null);
  });

  it('done on an earlier day, it shows on the time axis and says whether its cause came back', async () => {
    const edit = page.getByRole('button', { name: 'Edit: We promise days we don’t know.' });
    await tabTo(page, edit);
    await press(page, 'Enter');
    const dialog = form(page, 'What did we learn?');
    await expect.poll(() => hasFocus(dialog.getByLabel(/^The lesson/))).toBe(true);
    await typeDay(page, dialog.getByLabel('Done on'), '01062026');
    await press(page, 'Control+Enter');
    await dialog.getByText('It can’t be done before it was learned.').waitFor();
    await dialog.getByLabel(/^The lesson/).focus();
    await typeDay(page, dialog.getByLabel('Learned on'), '01052026');
    await send(page);
    await cause('late shipment')
      .getByText('1 since 1 Jun (5 months), 2 in the 3 months noted before')
      .waitFor();
    await cause('late shipment').getByText('lesson done on 1 Jun').waitFor();
    // What came since opens it.
    const since = cause('late shipment').getByRole('button', { name: /^1 since 1 Jun/ });
    await since.press('Enter');
    const panel = page.getByRole('dialog');
    await panel.getByText('20 Aug 2026').waitFor();
    expect(await panel.locator('tbody tr').count()).toBe(1);
    await press(page, 'Escape');
    await panel.waitFor({ state: 'detached' });
  });

  it('can be written down for a cause as a whole, and removed', async () => {
    await tabTo(page, page.getByRole('button', { name: 'Write it down: a lesson on order mixed up' }));
    await press(page, 'Enter');
    const dialog = form(page, 'What did we learn?');
    await expect.poll(() => hasFocus(dialog.getByLabel(/^The lesson/))).toBe(true);
    await page.keyboard.type('Read the order back.');
    await send(page);
    const remove = page.getByRole('button', { name: 'Remove: Read the order back.' });
    await tabTo(page, remove);
    await press(page, 'Enter');
    await remove.waitFor({ state: 'detached' });
    await toast(page, 'Removed a lesson.').waitFor();
    await press(page, 'F6', 'Enter');
    await remove.waitFor();
  });

  it('is there after another start', async () => {
    opened = await openAgain(opened);
    page = opened.page;
    await goTo(page, '/lessons');
    await list('Done').getByText('done 1 Jun', { exact: true }).waitFor();
    await list('To do').getByText('Read the order back.').waitFor();
  });
});
