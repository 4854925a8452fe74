import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenApp, temporaryFolder } from './app.ts';
import { answer, ask, clientId, goTo, openSample } from './going.ts';
import { look } from './looking.ts';
import { hasPdfTools, pageCount, words } from './pdf.ts';
import { toast } from './typing.ts';

let opened: OpenApp;
let page: Page;
let folder: string;
beforeAll(async () => {
  opened = await openSample();
  page = opened.page;
  folder = temporaryFolder('letters');
});
afterAll(() => opened.close());

const file = (name: string) => join(folder, name);
/** Two green pixels, as a PNG. */
const GREEN =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlEQVR4nGPQzbYBIgAFtQGpqqojjAAAAABJRU5ErkJggg==';

describe('the logo', () => {
  it('is refused where it is no picture, whatever it is called, and kept where it is one', async () => {
    await goTo(page, '/settings');
    writeFileSync(file('logo.png'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    await opened.answerDialogs({ open: [file('logo.png')] });
    await page.getByRole('button', { name: 'Choose a logo…' }).click();
    await page.getByText('Only PNG and JPEG pictures can be used.', { exact: false }).waitFor();
    writeFileSync(file('logo.png'), Buffer.from(GREEN, 'base64'));
    await page.getByRole('button', { name: 'Choose a logo…' }).click();
    await page.getByRole('img', { name: 'Your logo' }).waitFor();
    expect((await answer(page, 'logo.read', {})).png).toMatch(/^iVBOR/);
    await look(opened, 'settings-logo');
  });

  it('goes, and comes back by undo', async () => {
    const { changeId } = await answer(page, 'logo.remove', {});
    expect((await answer(page, 'logo.read', {})).png).toBeNull();
    await answer(page, 'changes.undo', { changeId });
    expect((await answer(page, 'logo.read', {})).png).toMatch(/^iVBOR/);
  });
});

describe('a letter from a decision', () => {
  it('is worded for all, then for this once, and saved as it is seen', async ({ skip }) => {
    await goTo(page, '/letters?purpose=refund-note');
    const usual = page.getByRole('textbox', { name: /The usual words/ });
    await usual.fill('Dear {contact},\n\nWe refunded {amount} on {invoice}.\n\n{business}');
    await page.getByRole('button', { name: 'Keep these words' }).click();
    await page.getByText('your wording').waitFor();
    await look(opened, 'letters');

    const id = await clientId(page, 'Larkfield Court');
    const { decisions } = await answer(page, 'clients.page', { clientId: id });
    const refund = decisions.find(({ paidBack }) => paidBack !== null);
    expect(refund).toBeDefined();
    await goTo(page, `/clients/${id}?row=decision-${refund?.id}`);
    await page.getByRole('link', { name: 'Print a refund note…' }).click();
    const once = page.getByRole('textbox', { name: /Words for this once/ });
    await expect.poll(() => once.inputValue()).toMatch(/^Dear Denise Harrow,\n\nWe refunded £180 on invoice/);
    await once.fill(`${await once.inputValue()}\n\nOnly this once.`);
    await page.getByText('Only this once.').last().waitFor();
    await look(opened, 'print-letter');
    await opened.answerDialogs({ save: file('refund.pdf') });
    await page.getByRole('button', { name: 'Save as PDF…' }).click();
    await toast(page, /^Saved refund\.pdf, 1 page/).waitFor();
    expect(pageCount(file('refund.pdf'))).toBe(1);
    skip(!hasPdfTools, 'needs pdftotext');
    expect(words(file('refund.pdf'))).toMatch(/We refunded £180 on invoice .*Only this once\./);
    expect(words(file('refund.pdf'))).not.toContain('Page 1');
  });

  it('is refused for a decision that carries none', async () => {
    const id = await clientId(page, 'Larkfield Court');
    const { decisions } = await answer(page, 'clients.page', { clientId: id });
    const firm = decisions.find(({ kind }) => kind === 'hold firm')?.id ?? 0;
    const what = { kind: 'letter', letter: 'refund note', decisionId: firm, text: null } as const;
    expect(await ask(page, 'prints.job', what)).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });
});

describe('the other pages', () => {
  it.for([
    ['staff sheet', { kind: 'staff sheet' }, /Extra work only with a signed quote/, /£|days late|complain/i],
    ['month', { kind: 'month', month: '2026-10' }, /October 2026.*Payments.*Complaints.*Decisions/, /NaN/],
  ] as const)('%s: one page, with its words and no others', async ([name, what, holds, lacks], { skip }) => {
    await opened.answerDialogs({ save: file(`${name}.pdf`) });
    expect(await answer(page, 'prints.savePdf', { what, keep: false })).toMatchObject({ pages: 1 });
    skip(!hasPdfTools, 'needs pdftotext');
    expect(words(file(`${name}.pdf`))).toMatch(holds);
    expect(words(file(`${name}.pdf`))).not.toMatch(lacks);
  });

  it('a statement ends in what is owed', async ({ skip }) => {
    const id = await clientId(page, 'Larkfield Court');
    const { lateness } = await answer(page, 'clients.page', { clientId: id });
    await opened.answerDialogs({ save: file('statement.pdf') });
    const what = { kind: 'statement', clientId: id, from: null, to: '2026-11-17' } as const;
    const done = await answer(page, 'prints.savePdf', { what, keep: false });
    expect(done?.pages).toBe(pageCount(file('statement.pdf')));
    skip(!hasPdfTools, 'needs pdftotext');
    expect(words(file('statement.pdf'))).toContain(
      `Open in all £${(lateness.owed / 100).toLocaleString('en-GB', { minimumFractionDigits: 2 })}`,
    );
  });
});
