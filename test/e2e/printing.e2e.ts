import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PrintWhat } from '../../shared/views/prints.ts';
import { type OpenApp, temporaryFolder } from './app.ts';
import { answer, ask, clientId, clientRow, goTo, goToClients, openSample, TODAY } from './going.ts';
import { look } from './looking.ts';
import { hasPdfTools, pageCount, pageSizes, pageTexts, words } from './pdf.ts';

let opened: OpenApp;
let page: Page;
let folder: string;
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  // The last tests try for the network in the hidden window, and let it die.
  opened = await openSample({ expectedErrors: [/Content Security Policy|^the window crashed$/] });
  page = opened.page;
  folder = temporaryFolder('printing');
});
afterAll(() => opened.close());

const summaryOf = (clientIds: readonly number[], version: 'me' | 'client' = 'me'): PrintWhat => ({
  kind: 'client summary',
  version,
  clientIds: [...clientIds],
  all: false,
});
const preview = () => page.getByRole('region', { name: 'Preview' });
/** What stands in elements, each piece of text by itself. */
const textsOf = (elements: readonly Element[]): string[] =>
  elements.flatMap((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '');
    return texts;
  });
const windows = () => opened.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

async function everyone(): Promise<number[]> {
  const query = { filter: 'all', text: '', sort: 'name', descending: false, offset: 0, limit: 500 } as const;
  return (await answer(page, 'clients.list', query)).rows.map((row) => row.id);
}

async function goToPreview(query: string): Promise<void> {
  await goTo(page, `/print?${query}`);
  await preview().getByRole('article', { name: 'Page 1' }).first().waitFor();
}

async function savePdf(what: PrintWhat, target: string, keep = false) {
  await opened.answerDialogs({ save: target });
  return answer(page, 'prints.savePdf', { what, keep });
}

describe('a summary as a PDF', () => {
  it('is saved where the dialog said, under a sensible name, and counts its pages', async () => {
    const id = await clientId(page, 'Larkfield Court');
    await goToPreview(`kind=client-summary&version=me&clients=${id}`);
    await look(opened, 'print-summary');
    const target = file('Larkfield.pdf');
    await opened.answerDialogs({ save: target });
    await page.getByRole('button', { name: 'Save as PDF…' }).click();
    await page.getByText(/^Saved Larkfield\.pdf, \d pages?\.$/).waitFor();
    expect((await opened.shownDialogs()).at(-1)).toMatchObject({ kind: 'save', title: 'Save as PDF' });
    expect(pageCount(target)).toBe(await preview().getByRole('article').count());
    // A4 in points.
    expect(pageSizes(target)).toEqual(['595x842']);
    // The hidden window is gone with its job.
    await expect.poll(windows).toBe(1);
  });

  it.skipIf(!hasPdfTools)(
    'says what the preview says; charts are lines and letters, not pictures',
    async () => {
      const target = file('Larkfield.pdf');
      const printed = words(target);
      const shown = (await preview().getByRole('article').evaluateAll(textsOf)).join(' ');
      // Word for word; how lines break within the page is the same too, but told differently.
      const missing = shown
        .split(/\s+/)
        .filter((word) => word.length > 2 && !printed.replaceAll(' ', '').includes(word));
      expect(missing).toEqual([]);
      expect(printed).toContain('Larkfield Court');
      expect(printed).toContain('as of Tuesday 17 November 2026');
      expect(printed).toMatch(/Page 1 of \d/);
      // Two lines of heading, and no picture.
      expect(execFileSync('pdfimages', ['-list', target]).toString().trim().split('\n')).toHaveLength(2);
      const fonts = execFileSync('pdffonts', [target]).toString().trim().split('\n').slice(2);
      expect(fonts.length).toBeGreaterThan(0);
      // Each a real font with its name, embedded and with its letters known: no Type 3 drawings.
      for (const font of fonts)
        expect(font).toMatch(/^[A-Z]{6}\+Inter-\w+\s+CID TrueType\s.*\syes\s+yes\s+yes\s+\d+\s+\d+$/);
    },
  );

  it('says in its properties nothing of the computer it was made on', () => {
    const properties = readFileSync(file('Larkfield.pdf'), 'latin1').slice(0, 2000);
    expect(properties).toContain('/Creator (Evenhand)');
    expect(properties).not.toMatch(/Linux|Windows|Mac|Mozilla/);
  });

  it('on Letter has the size of Letter', async () => {
    const info = await answer(page, 'app.state', {});
    const settings = {
      business: 'Hollin Gardens',
      hourlyCost: info.ledger?.hourlyCost ?? 0,
      marginPermille: info.ledger?.marginPermille ?? null,
      interestPermille: info.ledger?.interestPermille ?? null,
      termsDays: info.ledger?.termsDays ?? 30,
    };
    await answer(page, 'ledger.edit', { ...settings, paper: 'Letter' });
    const id = await clientId(page, 'Larkfield Court');
    const done = await savePdf(summaryOf([id]), file('letter.pdf'));
    expect(pageCount(file('letter.pdf'))).toBe(done?.pages);
    expect(pageSizes(file('letter.pdf'))).toEqual(['612x792']);
    await answer(page, 'ledger.edit', { ...settings, paper: 'A4' });
  });

  it.skipIf(!hasPdfTools)('is the same from a window that is zoomed in, as on a finer screen', async () => {
    const id = await clientId(page, 'Larkfield Court');
    const statement: PrintWhat = { kind: 'statement', clientId: id, from: null, to: TODAY };
    const zoom = (factor: number) =>
      opened.app.evaluate(({ BrowserWindow }, given) => {
        BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(given);
      }, factor);
    await savePdf(statement, file('plain.pdf'));
    await zoom(1.44);
    await expect.poll(() => page.evaluate(() => devicePixelRatio)).toBeGreaterThan(1.4);
    await savePdf(statement, file('zoomed.pdf'));
    await zoom(1);
    expect(pageCount(file('plain.pdf'))).toBeGreaterThan(1);
    expect(pageTexts(file('zoomed.pdf'))).toEqual(pageTexts(file('plain.pdf')));
  });

  it('with the dialog closed nothing is saved and nothing said', async () => {
    const id = await clientId(page, 'Larkfield Court');
    await opened.answerDialogs({});
    expect(await answer(page, 'prints.savePdf', { what: summaryOf([id]), keep: true })).toBeNull();
    expect(await answer(page, 'prints.kept', { clientId: null })).toEqual([]);
  });

  it('to a folder that is gone is refused in words, and leaves nothing', async () => {
    const id = await clientId(page, 'Larkfield Court');
    await opened.answerDialogs({ save: file('unplugged/a.pdf') });
    const result = await ask(page, 'prints.savePdf', { what: summaryOf([id]), keep: true });
    expect(result).toMatchObject({
      ok: false,
      error: {
        message: 'a.pdf was not saved: the folder is no longer there. Is the disk or stick plugged in?',
      },
    });
    expect(await answer(page, 'prints.kept', { clientId: null })).toEqual([]);
    await expect.poll(windows).toBe(1);
  });

  it('never takes the place of a folder', async () => {
    const id = await clientId(page, 'Larkfield Court');
    mkdirSync(file('a folder.pdf/inside'), { recursive: true });
    await opened.answerDialogs({ save: file('a folder.pdf') });
    const result = await ask(page, 'prints.savePdf', { what: summaryOf([id]), keep: false });
    expect(result.ok).toBe(false);
    expect(existsSync(file('a folder.pdf/inside'))).toBe(true);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('several at once', () => {
  let ids: readonly number[];
  beforeAll(async () => {
    ids = await everyone();
  });

  it('come as one PDF, a table of contents first, whose numbers are true', async ({ skip }) => {
    const some = ids.slice(0, 12);
    expect(some).toHaveLength(12);
    await goToPreview(`kind=client-summary&version=me&clients=${some.join(',')}`);
    await page.getByText('The first 10 of 12 are shown here. All 12 are printed.').waitFor();
    await look(opened, 'print-several');
    const target = file('several.pdf');
    const done = await savePdf(summaryOf(some), target);
    expect(done?.pages).toBe(pageCount(target));
    expect(done?.pages).toBeGreaterThanOrEqual(13);
    skip(!hasPdfTools, 'needs pdftotext');
    const texts = pageTexts(target);
    const listed = [...(texts[0] ?? '').matchAll(/^\s*(\S.*?)\s+sheet (\d+)$/gm)];
    expect(listed).toHaveLength(12);
    for (const [, , sheet] of listed) {
      const at = Number(sheet);
      expect(texts[at - 1], `sheet ${at}`).toContain('Page 1 of');
      expect(texts[at - 1]).toContain(`sheet ${at} of ${done?.pages}`);
    }
    // Every sheet says which it is, of all.
    for (const [index, text] of texts.entries())
      expect(text).toContain(`sheet ${index + 1} of ${texts.length}`);
  });

  it('chosen in the list with the keyboard they are one PDF, and coming back they are chosen still', async () => {
    await goToClients(page);
    await clientRow(page, 'Larkfield Court').waitFor();
    await clientRow(page, 'Larkfield Court').focus();
    for (const key of ['x', 'ArrowDown', ' ', 'ArrowDown', 'ArrowDown', 'x']) await page.keyboard.press(key);
    await page.getByText('3 chosen').waitFor();
    await page.getByRole('button', { name: 'Print summaries…' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '3 client summaries' }).waitFor();
    await preview().getByRole('article', { name: 'Page 1' }).nth(3).waitFor();
    const target = file('three.pdf');
    await opened.answerDialogs({ save: target });
    await page.getByRole('button', { name: 'Save as PDF…' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(/^Saved three\.pdf, \d+ pages\.$/).waitFor();
    expect(pageCount(target)).toBe(await preview().getByRole('article').count());
    if (hasPdfTools) expect(pageTexts(target)[0]?.match(/sheet \d+$/gm)).toHaveLength(3);
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByText('3 chosen').waitFor();
    await page.getByRole('button', { name: 'Clear' }).click();
  });

  it('stopped at any step, nothing is left and the next one prints', async () => {
    const target = file('stopped.pdf');
    await opened.answerDialogs({ save: target });
    for (const pause of [0, 150, 400, 900]) {
      const many = ask(page, 'prints.savePdf', { what: summaryOf(ids), keep: true });
      await page.waitForTimeout(pause);
      await answer(page, 'prints.stop', {});
      const result = await many;
      if (!result.ok) expect(result.error).toMatchObject({ code: 'cancelled' });
      else expect(pageCount(target)).toBe(result.value?.pages);
      await expect.poll(windows).toBe(1);
      expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    }
    // And once while the file itself is made.
    await page.evaluate(() => {
      const quiet = window.evenhand.on('prints.progress', (told) => {
        if ((told as { step: string }).step !== 'writing') return;
        quiet();
        void window.evenhand.call('prints.stop', {});
      });
    });
    const late = await ask(page, 'prints.savePdf', { what: summaryOf(ids), keep: true });
    expect(late).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(existsSync(target)).toBe(false);
    expect(await answer(page, 'prints.kept', { clientId: null })).toEqual([]);
    const [first = 0] = ids;
    expect((await savePdf(summaryOf([first]), file('after.pdf')))?.pages).toBeGreaterThan(0);
  });

  it('two jobs at once are one too many, and that is said', async () => {
    await opened.answerDialogs({ save: file('one.pdf') });
    const first = ask(page, 'prints.savePdf', { what: summaryOf(ids), keep: false });
    const second = await ask(page, 'prints.savePdf', { what: { kind: 'staff sheet' }, keep: false });
    expect(second).toMatchObject({ ok: false, error: { code: 'busy' } });
    expect((await first).ok).toBe(true);
  });

  it('tells how far it is while it runs', async () => {
    await page.evaluate(() => {
      const said: unknown[] = [];
      Object.assign(globalThis, {
        said,
        quiet: window.evenhand.on('prints.progress', (step) => said.push(step)),
      });
    });
    await savePdf(summaryOf(ids), file('told.pdf'));
    const said = await page.evaluate(
      () => (globalThis as unknown as { said: { step: string; done: number; total: number }[] }).said,
    );
    const steps = said.map(({ step }) => step);
    expect(steps).toContain('laying out');
    expect(steps.at(-1)).toBe('writing');
    const laid = said.filter(({ step }) => step === 'laying out').map(({ done }) => done);
    expect(laid).toEqual([...laid].sort((a, b) => a - b));
    expect(laid).toHaveLength(ids.length + 1);
  });
});

describe('on paper', () => {
  it('the system’s dialog gets the pages and the owner’s paper', async () => {
    await goToPreview('kind=staff-sheet');
    await opened.answerDialogs({ print: file('printed.pdf') });
    await page.getByRole('button', { name: 'Print…' }).click();
    await page.getByText('1 page sent to the printer.').waitFor();
    expect((await opened.shownDialogs()).at(-1)).toMatchObject({
      kind: 'print',
      options: { pageSize: 'A4', printBackground: true, margins: { marginType: 'none' } },
    });
    expect(pageCount(file('printed.pdf'))).toBe(1);
  });

  it('closed without printing, nothing is kept', async () => {
    await opened.answerDialogs({});
    expect(await answer(page, 'prints.print', { what: { kind: 'staff sheet' }, keep: true })).toBeNull();
    expect(await answer(page, 'prints.kept', { clientId: null })).toEqual([]);
  });

  it('without a printer it says so', async () => {
    await opened.answerDialogs({ print: 'fail' });
    await page.getByRole('button', { name: 'Print…' }).click();
    await page.getByText('It could not be printed. Is a printer set up on this computer?').waitFor();
  });
});

describe('a copy that was kept', () => {
  it.skipIf(!hasPdfTools)('prints the very same again after the client’s data changed', async () => {
    const id = await clientId(page, 'Larkfield Court');
    const done = await savePdf(summaryOf([id]), file('kept-before.pdf'), true);
    expect(done?.kept).toBe(true);
    const [copy] = await answer(page, 'prints.kept', { clientId: id });
    expect(copy).toMatchObject({ keptOn: TODAY, title: 'Client summary: Larkfield Court', clientId: id });
    await answer(page, 'invoices.add', {
      clientId: id,
      number: '9999',
      title: null,
      issued: '2026-10-01',
      due: '2026-10-15',
      amount: 777_00,
      allTheSame: true,
    });
    await savePdf(summaryOf([id]), file('now.pdf'));
    expect(words(file('now.pdf'))).not.toBe(words(file('kept-before.pdf')));
    await savePdf({ kind: 'kept', id: copy?.id ?? 0 }, file('kept-after.pdf'));
    expect(words(file('kept-after.pdf'))).toBe(words(file('kept-before.pdf')));
  });

  it('is listed, printed again from there, forgotten, and comes back with Undo', async () => {
    await goTo(page, '/prints');
    await page.getByRole('heading', { name: 'Prints' }).waitFor();
    await look(opened, 'prints');
    await page.getByRole('button', { name: /^Print again: Client summary: Larkfield Court/ }).click();
    await preview().getByRole('article').first().waitFor();
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('button', { name: /^Forget: Client summary: Larkfield Court/ }).click();
    await page.getByText('No copy was kept yet').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('link', { name: 'Client summary: Larkfield Court' }).waitFor();
  });
});

describe('the hidden window', () => {
  it('the window may not ask in its place', async () => {
    const result = await ask(page, 'press.job', {});
    expect(result).toMatchObject({ ok: false, error: { message: 'This window may not ask for that.' } });
  });

  it('is closed in like the other, and asks for nothing but its own', async () => {
    const pressPage = opened.app.waitForEvent('window');
    await opened.answerDialogs({ save: file('walls.pdf') });
    const ids = await everyone();
    const done = ask(page, 'prints.savePdf', { what: summaryOf(ids), keep: false });
    const press = await pressPage;
    const tried = await press.evaluate(async () => ({
      node: typeof (globalThis as { require?: unknown }).require,
      bridge: Object.keys(window.evenhand).sort(),
      ledger: await window.evenhand.call('clients.list', {}),
      network: await fetch('https://example.com/').then(
        () => 'reached',
        () => 'refused',
      ),
    }));
    expect(tried).toMatchObject({ node: 'undefined', bridge: ['call', 'on'], network: 'refused' });
    expect(tried.ledger).toMatchObject({
      ok: false,
      error: { message: 'This window may not ask for that.' },
    });
    await done;
  });

  it('that dies ends the job in words, and the next one prints', async () => {
    await opened.answerDialogs({ save: file('dead.pdf') });
    const ids = await everyone();
    // A window that is only just opened may still change the process that draws it: one that tells how far it is, lives.
    const laying = page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const quiet = window.evenhand.on('prints.progress', (told) => {
            const { step, done } = told as { step: string; done: number };
            if (step !== 'laying out' || done === 0) return;
            quiet();
            resolve();
          });
        }),
    );
    const dying = ask(page, 'prints.savePdf', { what: summaryOf(ids), keep: false });
    await laying;
    await opened.app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows())
        if (window.webContents.getURL().includes('press')) window.webContents.forcefullyCrashRenderer();
    });
    expect(await dying).toMatchObject({ ok: false, error: { message: /pages could not be drawn/ } });
    expect(existsSync(file('dead.pdf'))).toBe(false);
    expect((await savePdf({ kind: 'staff sheet' }, file('alive.pdf')))?.pages).toBe(1);
  });
});
