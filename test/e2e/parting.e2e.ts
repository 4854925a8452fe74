import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenApp, temporaryFolder } from './app.ts';
import { addClient, addComplaint, addInvoice } from './dealings.ts';
import { answer, goTo, goToClient, hasFocus, openAgain, openEmpty, TODAY } from './going.ts';
import { hasPdfTools, pageTexts } from './pdf.ts';
import { form, press, send, tabTo, toast, typeDay, typeInto } from './typing.ts';

let opened: OpenApp;
let page: Page;
let id = 0;
let complaint = 0;
beforeAll(async () => {
  opened = await openEmpty();
  page = opened.page;
  const reached = { contact: 'Denise Harrow, estate manager', address: 'Larkfield Court\n1 Mill Lane' };
  id = await addClient(page, 'Larkfield Court', reached);
  await addInvoice(page, id, '3417', '2026-09-01', '2026-10-01', 640);
  const ours = { fault: 'ours', severity: 3, repliedOn: '2026-10-12' } as const;
  complaint = await addComplaint(page, id, '2026-10-12', 'The lavender is dead.', ours);
  await goToClient(page, 'Larkfield Court');
});
afterAll(() => opened.close());

const sheet = () => page.getByRole('main');
const partingPage = () => answer(page, 'partings.page', { clientId: id });
const saved = () => sheet().getByText(/^Saved as you go/);
const partWays = () => sheet().getByRole('button', { name: 'Part ways…' });
const letter = () => sheet().getByRole('region', { name: 'The letter as it will be printed' });

async function goToSheet(): Promise<void> {
  await goTo(page, `/clients/${id}/parting`);
  await page.getByRole('heading', { level: 1, name: 'Part ways kindly' }).waitFor();
}

describe('the worksheet', () => {
  it('is reached from the client, begun with the first word, and saved as one writes', async () => {
    await tabTo(page, page.getByRole('button', { name: 'More for this client' }));
    await press(page, 'Enter');
    await page.getByRole('menuitem', { name: 'Part ways…' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Part ways kindly' }).waitFor();
    await sheet().getByText('Begun with the first word you write').waitFor();
    expect((await partingPage()).parting).toBe(null);
    await typeInto(page, sheet(), 'In your own words', 'Orders by phone, then disputes.');
    await saved().waitFor();
    const take = sheet().getByRole('button', { name: /^Take into why:/ });
    const sentence = (await partingPage()).gathered[0] ?? '';
    await tabTo(page, take.first());
    await press(page, 'Enter');
    await sheet().getByText('taken', { exact: true }).waitFor();
    await expect
      .poll(async () => (await partingPage()).parting?.why)
      .toBe(`Orders by phone, then disputes.\n${sentence}`);
  });

  it('says what is missing and leads there: the inside causes have to be looked at', async () => {
    await sheet()
      .getByText(/still missing: the look inside and the day/)
      .waitFor();
    await partWays().press('Enter');
    const look = sheet().getByRole('button', { name: 'Look inside now…' });
    await expect.poll(() => hasFocus(look)).toBe(true);
    await press(page, 'Enter');
    const dialog = form(page, 'Look inside');
    await typeInto(page, dialog, 'What you found', 'Quotes went out without a date.');
    await send(page);
    await sheet().getByText('Quotes went out without a date.').waitFor();
    await typeDay(page, sheet().getByLabel('Ways part on'), '30112026');
    await expect.poll(async () => (await partingPage()).parting?.partsOn).toBe('2026-11-30');
  });

  it('who could serve them better, what is handed over, and the letter that says so', async () => {
    await typeInto(page, sheet(), 'Keys, files, passwords', 'two keys and the planting plan');
    await tabTo(page, sheet().getByRole('button', { name: 'Someone new…' }));
    await press(page, 'Enter');
    const dialog = form(page, 'Someone who could serve them better');
    await typeInto(page, dialog, 'Name', 'Green & Sons');
    await typeInto(page, dialog, 'How to reach them', '01632 960 999');
    await press(page, 'Enter');
    await dialog.waitFor({ state: 'detached' });
    await tabTo(page, sheet().getByLabel('Begin with'));
    await page.keyboard.type('Farewell with');
    // While a change is measured, the words stand there twice.
    for (const words of [
      'Dear Denise Harrow,',
      'Green & Sons, 01632 960 999',
      'two keys and the planting plan',
      'we will therefore end our work for you on 30 November 2026.',
      '£640 is open on your account.',
    ])
      await letter().getByText(words, { exact: false }).last().waitFor();
    await saved().waitFor();
    expect(await letter().textContent()).not.toMatch(/[{}]/);
  });

  it.skipIf(!hasPdfTools)(
    'the letter as a PDF holds the words, and nothing of the window (needs pdftotext)',
    async () => {
      const file = join(temporaryFolder('letter'), 'letter.pdf');
      await opened.answerDialogs({ save: file });
      await tabTo(page, sheet().getByRole('button', { name: 'Save as PDF…' }));
      await press(page, 'Enter');
      await toast(page, /^Saved letter\.pdf, 1 page/).waitFor();
      const [text = '', ...more] = pageTexts(file);
      for (const words of [
        'Hollin Gardens',
        '17 November 2026',
        '1 Mill Lane',
        'Dear Denise Harrow,',
        'Green & Sons',
      ])
        expect(text).toContain(words);
      expect(text).not.toMatch(/Part ways kindly|Overview|\{/);
      expect(more).toEqual([]);
    },
  );
});

describe('stopped, and resumed after another start', () => {
  beforeAll(async () => {
    await tabTo(page, sheet().getByRole('button', { name: 'Stop for now' }));
    await press(page, 'Enter');
    await sheet().getByRole('button', { name: 'Resume it' }).waitFor();
    opened = await openAgain(opened);
    page = opened.page;
  });

  it('everything stands as it was written', async () => {
    await goToSheet();
    await sheet().getByText('Stopped on 17 Nov 2026').waitFor();
    await tabTo(page, sheet().getByRole('button', { name: 'Resume it' }));
    await press(page, 'Enter');
    await partWays().waitFor();
    expect(await sheet().getByLabel('In your own words').inputValue()).toMatch(
      /^Orders by phone, then disputes\./,
    );
    expect(await sheet().getByLabel('Ways part on').inputValue()).toBe('2026-11-30');
    expect(
      await sheet()
        .getByRole('textbox', { name: /^The letter/ })
        .inputValue(),
    ).toContain('{referral}');
  });

  it('what is our fault is settled first', async () => {
    await tabTo(page, partWays());
    await press(page, 'Enter');
    const notYet = form(page, 'Not yet');
    await notYet.getByText('A complaint that is our fault, or shared, is still open.').waitFor();
    await press(page, 'Escape');
    await notYet.waitFor({ state: 'detached' });
    expect((await partingPage()).parting?.finishedOn).toBe(null);
    await answer(page, 'complaints.judge', { id: complaint, settledOn: TODAY });
    await goTo(page, '/clients');
    await goToSheet();
  });
});

describe('the end, and after it', () => {
  it('is asked plainly, wants a reason where the facts don’t carry it, and deletes nothing', async () => {
    const before = await answer(page, 'clients.page', { clientId: id });
    await tabTo(page, partWays());
    await press(page, 'Enter');
    const dialog = form(page, 'Part ways with Larkfield Court?');
    await dialog.getByText('Nothing is deleted.').waitFor();
    await typeInto(page, dialog, 'Why all the same', 'The crew asked for it.');
    await tabTo(page, dialog.getByRole('button', { name: 'Part ways', exact: true }));
    await press(page, 'Enter');
    await dialog.waitFor({ state: 'detached' });
    await sheet().getByText('Ways part on 30 Nov 2026.', { exact: true }).waitFor();
    const after = await answer(page, 'clients.page', { clientId: id });
    expect(after.partedOn).toBe('2026-11-30');
    expect(after.decisions[0]).toMatchObject({ kind: 'part ways', despite: 'The crew asked for it.' });
    expect(after.invoices).toEqual(before.invoices);
    expect(after.complaints.length).toBe(before.complaints.length);
  });

  it('staff are told, and new work is warned of', async () => {
    await goToClient(page, 'Larkfield Court');
    await page.getByRole('note', { name: 'Ways parted' }).waitFor();
    const flag = page.getByRole('note', { name: 'Red flag' });
    await flag.getByText('No new work: ways part on 30 Nov 2026. Ask the owner first.').waitFor();
    await press(page, 'i');
    const dialog = form(page, 'New invoice');
    const warned = dialog.getByRole('region', { name: 'Think this over' });
    await warned.getByText('Ways part on 30 Nov 2026.', { exact: true }).waitFor();
    await press(page, 'Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('a parted client can be welcomed back, with what has changed', async () => {
    const parted = page.getByRole('note', { name: 'Ways parted' });
    await tabTo(page, parted.getByRole('button', { name: 'Welcome back…' }));
    await press(page, 'Enter');
    const dialog = form(page, 'Welcome Larkfield Court back');
    await typeInto(page, dialog, 'What has changed', 'A new manager, who orders in writing.');
    await send(page);
    await parted.waitFor({ state: 'detached' });
    expect((await answer(page, 'clients.page', { clientId: id })).partedOn).toBe(null);
    await toast(page, 'Welcomed Larkfield Court back.').waitFor();
    await goToSheet();
    await sheet()
      .getByText(/welcomed back on 17 Nov 2026: A new manager/)
      .waitFor();
  });
});
