import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenApp, temporaryFolder } from './app.ts';
import { addComplaint, addDecision } from './dealings.ts';
import { answer, clientId, goTo, goToClient, openSample, startOfList, TODAY } from './going.ts';
import { hasPdfTools, pageCount, words } from './pdf.ts';
import { press, tabTo, toast } from './typing.ts';

/* Each page by the way an owner takes to it: the client's menu, the list, the File menu, a decision's card. */

let opened: OpenApp;
let page: Page;
let folder: string;
let larkfield: number;
const file = (name: string) => join(folder, name);

/** What the owner wrote for nobody but themselves and their staff, in words found nowhere else. */
const OWN = /quill(lift|strain|flag|staff|look|listens|we|reason)/;
/** What the client knows anyway: their own words, and the coupon they were sent. */
const THEIRS = ['quillsaid', 'QUILL-25'];

beforeAll(async () => {
  opened = await openSample();
  page = opened.page;
  folder = temporaryFolder('paper');
  larkfield = await clientId(page, 'Larkfield Court');
  const note = { clientId: larkfield, complaintId: null, notedOn: TODAY } as const;
  await answer(page, 'notes.add', { ...note, kind: 'staff strain', words: 'quillstrain' });
  // The sample's own goes, for one whose words are found nowhere else.
  await answer(page, 'flags.lift', { clientId: larkfield, liftedOn: TODAY, reason: 'quilllift' });
  await answer(page, 'flags.raise', {
    clientId: larkfield,
    raisedOn: TODAY,
    reason: 'quillflag',
    instruction: 'quillstaff',
    reviewOn: null,
    look: { process: true, communication: true, value: true, training: true, found: 'quilllook' },
  });
  const complaint = await addComplaint(page, larkfield, '2026-11-10', 'quillsaid', {
    listener: 'quilllistens',
    weWant: 'quillwe',
    repliedOn: '2026-11-10',
  });
  await addDecision(page, larkfield, complaint, 'coupon', '2026-11-11', {
    amount: 2500,
    couponCode: 'QUILL-25',
    validUntil: '2027-05-31',
    reason: 'quillreason',
    despite: 'quillreason',
  });
});
afterAll(() => opened.close());

const sheets = () => page.getByRole('region', { name: 'Preview' }).getByRole('article');
const suggested = async () => basename((await opened.shownDialogs()).at(-1)?.defaultPath ?? '');

/** Saves what is previewed, by its button, and waits until it is said. */
async function save(name: string): Promise<string> {
  await sheets().first().waitFor();
  await opened.answerDialogs({ save: file(name) });
  await page.getByRole('button', { name: 'Save as PDF…' }).click();
  await toast(page, new RegExp(`^Saved ${name.replace('.', '\\.')}, \\d+ pages?\\.`)).waitFor();
  return file(name);
}

async function fromClientMenu(item: string): Promise<void> {
  await goToClient(page, 'Larkfield Court');
  await tabTo(page, page.getByRole('button', { name: 'More for this client' }));
  await press(page, 'Enter');
  await page.getByRole('menuitem', { name: item }).press('Enter');
}

const fromFileMenu = (item: string) =>
  opened.app.evaluate(({ Menu }, label) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((menu) => menu.submenu?.items ?? []) ?? [];
    items.find((one) => one.label === label)?.click();
  }, item);

describe('from the client’s menu', () => {
  it('the summary for the client: what they know, and nothing of what is not theirs', async ({ skip }) => {
    await fromClientMenu('Print for the client…');
    const saved = await save('for-client.pdf');
    expect(await suggested()).toBe(`Larkfield Court summary for the client ${TODAY}.pdf`);
    skip(!hasPdfTools, 'needs pdftotext');
    const text = words(saved);
    for (const theirs of [...THEIRS, 'Larkfield Court', '3525']) expect(text).toContain(theirs);
    expect(text).not.toMatch(OWN);
    expect(text).not.toMatch(/standing|red flag|goodwill|severity|house rule|consider parting|share of/i);
  });

  it('turned to the one for the owner, it holds all of it', async ({ skip }) => {
    await page.getByRole('radio', { name: 'For me' }).check({ force: true });
    await sheets().getByText('quillstaff', { exact: false }).first().waitFor();
    const saved = await save('for-me.pdf');
    expect(await suggested()).toBe(`Larkfield Court summary ${TODAY}.pdf`);
    skip(!hasPdfTools, 'needs pdftotext');
    const text = words(saved);
    for (const one of ['quillsaid', 'quillstaff', 'quillreason']) expect(text).toContain(one);
    expect(text).toMatch(/Standing At risk/);
  });

  it('a statement from a day on brings forward what was owed, and ends in what is owed', async ({ skip }) => {
    await fromClientMenu('Statement of account…');
    await sheets().first().waitFor();
    await page.getByLabel('from').fill('2026-10-01');
    await page.getByRole('button', { name: 'From the beginning' }).waitFor();
    await sheets().getByText('1 Oct 2026', { exact: false }).first().waitFor();
    const saved = await save('statement.pdf');
    expect(await suggested()).toBe(`Larkfield Court statement ${TODAY}.pdf`);
    skip(!hasPdfTools, 'needs pdftotext');
    const { owed } = (await answer(page, 'clients.page', { clientId: larkfield })).lateness;
    const sum = (owed / 100).toLocaleString('en-GB', { minimumFractionDigits: 2 });
    expect(words(saved)).toMatch(/brought forward/i);
    expect(words(saved)).toContain(sum);
    expect(words(saved)).not.toMatch(OWN);
  });

  it('a copy is kept where that is ticked, and found again from the same menu', async () => {
    await fromClientMenu('Print summary…');
    await sheets().first().waitFor();
    await page.getByRole('checkbox', { name: 'Keep a copy in the ledger' }).check();
    await opened.answerDialogs({ save: file('kept.pdf') });
    await page.getByRole('button', { name: 'Save as PDF…' }).click();
    await toast(page, /^Saved kept\.pdf, .* A copy is kept in the ledger\.$/).waitFor();
    await fromClientMenu('Copies kept of this client');
    await page.getByRole('link', { name: 'Client summary: Larkfield Court' }).waitFor();
  });
});

describe('all clients of the list at once', () => {
  it('tell how far they are, and are stopped by a button', async () => {
    await startOfList(page);
    await page.getByRole('main').focus();
    await press(page, 'Home', 'x');
    await page.getByRole('button', { name: /^All \d+ clients$/ }).press('Enter');
    await page.getByRole('button', { name: 'Print summaries…' }).press('Enter');
    await sheets().first().waitFor();
    // Pressed as soon as its bar is there: how long the job takes is this machine's business.
    await page.evaluate(() => {
      const watch = new MutationObserver(() => {
        const status = document.querySelector('.print-progress:has(progress)');
        if (status === null) return;
        watch.disconnect();
        status.querySelector('button')?.click();
      });
      watch.observe(document.body, { childList: true, subtree: true });
    });
    await opened.answerDialogs({ save: file('stopped.pdf') });
    await page.getByRole('button', { name: 'Save as PDF…' }).click();
    await toast(page, 'You stopped it. Nothing was printed and nothing was saved.').waitFor();
    // The next job is not held up by it.
    await goTo(page, `/print?kind=client-summary&version=me&clients=${larkfield}`);
    await page.getByRole('heading', { level: 1, name: 'Client summary: Larkfield Court' }).waitFor();
    await save('after-stop.pdf');
  });
});

describe('from the File menu', () => {
  it('the staff sheet says what to do, and not why', async ({ skip }) => {
    await fromFileMenu('Staff sheet…');
    await sheets().getByRole('heading', { name: 'Accounts that need care' }).waitFor();
    const saved = await save('staff.pdf');
    skip(!hasPdfTools, 'needs pdftotext');
    expect(words(saved)).toContain('quillstaff');
    expect(words(saved)).not.toMatch(/quill(lift|strain|flag|look|listens|we|reason|said)/);
  });

  it('this month, and the one before', async ({ skip }) => {
    await fromFileMenu('Month on a page…');
    await page.getByRole('heading', { level: 1, name: 'Month on a page: November 2026' }).waitFor();
    await page.getByRole('button', { name: 'The month before' }).click();
    await page.getByRole('heading', { level: 1, name: 'Month on a page: October 2026' }).waitFor();
    const saved = await save('month.pdf');
    expect(pageCount(saved)).toBe(1);
    skip(!hasPdfTools, 'needs pdftotext');
    expect(words(saved)).toContain('October 2026');
  });
});

describe('from a decision’s card', () => {
  it('an apology has its coupon to cut out: what it is worth, its code, how long it holds', async ({
    skip,
  }) => {
    const { decisions } = await answer(page, 'clients.page', { clientId: larkfield });
    const coupon = decisions.find((decision) => decision.coupon?.code === 'QUILL-25');
    await goTo(page, `/clients/${larkfield}?row=decision-${coupon?.id}`);
    const card = page.getByRole('article').filter({ hasText: 'QUILL-25' });
    await card.getByRole('link', { name: 'Print an apology…' }).press('Enter');
    await sheets().getByText('QUILL-25').first().waitFor();
    const saved = await save('apology.pdf');
    skip(!hasPdfTools, 'needs pdftotext');
    const text = words(saved);
    for (const part of ['QUILL-25', '£25', '31 May 2027']) expect(text).toContain(part);
    expect(text).not.toMatch(OWN);
  });
});
