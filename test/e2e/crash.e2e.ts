import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type OpenApp, openApp } from './app.ts';
import { answer, clientId, goToClient, hasFocus, namelessClient, openEmpty, TODAY } from './going.ts';
import { form, press } from './typing.ts';

const words = 'Your crew blew our leaves onto the neighbours’ drive.';
/** Nothing of the owner's that is typed or named here may be found in the log. */
const markers = /Whitlock|Hollin|leaves|Kingfisher|kingfisher|home|\/tmp/;

/**
 * A page whose window died answers Playwright no more: what stands there now is asked of the main process. Asked in the
 * moment between the death and the new start, a window never answers; then null.
 */
const inWindow = (app: ElectronApplication, script: string): Promise<unknown> =>
  app.evaluate(
    ({ BrowserWindow }, code) =>
      Promise.race([
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code),
        new Promise((resolve) => setTimeout(() => resolve(null), 1000)),
      ]),
    script,
  );
const killWindow = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
const painted = (app: ElectronApplication) =>
  expect
    .poll(() => inWindow(app, 'document.documentElement.dataset.painted').catch(() => null), {
      timeout: 20_000,
    })
    .toBe('true');
const textOf = (app: ElectronApplication) =>
  inWindow(app, 'document.body.innerText').then(
    (text) => String(text),
    () => '',
  );

async function openWithClient(env: Record<string, string> = {}): Promise<OpenApp & { id: number }> {
  const opened = await openEmpty({ expectedErrors: [/the window crashed/], env });
  await answer(opened.page, 'clients.add', { ...namelessClient, name: 'Mrs Whitlock' });
  const id = await goToClient(opened.page, 'Mrs Whitlock');
  return { ...opened, id };
}

/** Begins a complaint and types; waits until the draft is kept and the place is told, a moment later. */
async function typeComplaint({ page, userData }: OpenApp, id: number): Promise<void> {
  await press(page, 'c');
  await expect.poll(() => hasFocus(form(page, 'Log a complaint').getByLabel(/What did they say/))).toBe(true);
  await page.keyboard.type(words);
  await expect
    .poll(async () => (await answer(page, 'drafts.load', { key: `complaint:client:${id}` }))?.value)
    .toMatchObject({ words });
  await expect.poll(() => readFileSync(join(userData, 'running.json'), 'utf8')).toContain('form=complaint');
}

describe('a window that dies', () => {
  it('starts again where it was, with what was being typed, and says so calmly', async () => {
    const opened = await openWithClient();
    const { app, id, userData } = opened;
    await typeComplaint(opened, id);
    await killWindow(app);
    await painted(app);
    await expect
      .poll(() => textOf(app))
      .toContain('The window had to start again. Nothing was lost; what you were typing is still there.');
    expect(await inWindow(app, 'location.hash')).toContain(`#/clients/${id}`);
    await expect
      .poll(() => inWindow(app, "document.querySelector('dialog[open] textarea')?.value").catch(() => null))
      .toBe(words);
    expect(readFileSync(join(userData, 'logs', 'evenhand.log'), 'utf8')).toMatch(/window gone: /);
    await opened.close();
    expect(existsSync(join(userData, 'running.json'))).toBe(false);
  });

  it('twice within a minute: asks, and goes round in no circle', async () => {
    const opened = await openWithClient();
    const { app } = opened;
    await opened.answerDialogs({ message: 'Reopen' });
    await killWindow(app);
    await painted(app);
    expect(await opened.shownDialogs()).toEqual([]);
    await killWindow(app);
    await expect.poll(() => opened.shownDialogs()).toHaveLength(1);
    const [shown] = await opened.shownDialogs();
    expect(shown).toMatchObject({ kind: 'message', buttons: ['Reopen', 'Quit'] });
    await painted(app);
    await expect.poll(() => textOf(app)).toContain('Mrs Whitlock');
    await opened.answerDialogs({ message: 'Quit' });
    const gone = new Promise((resolve) => app.process().once('exit', resolve));
    await killWindow(app);
    await gone;
    // It quit as it should: the next start has nothing to recover.
    expect(existsSync(join(opened.userData, 'running.json'))).toBe(false);
  });

  it('that does not answer is opened anew on asking, and left alone when it comes round', async () => {
    const opened = await openWithClient();
    const { app } = opened;
    const emit = (event: 'unresponsive' | 'responsive') =>
      app.evaluate(({ BrowserWindow }, name) => {
        BrowserWindow.getAllWindows()[0]?.emit(name);
      }, event);
    await emit('unresponsive');
    await emit('responsive');
    await new Promise((resolve) => setTimeout(resolve, 4500));
    expect(await opened.shownDialogs()).toEqual([]);
    await opened.answerDialogs({ message: 'Reopen' });
    await emit('unresponsive');
    await expect.poll(() => opened.shownDialogs(), { timeout: 15_000 }).toHaveLength(1);
    await painted(app);
    await expect.poll(() => textOf(app)).toContain('The window had to start again.');
    await opened.close();
  });
});

describe('a program that is cut off', () => {
  it('opens where it was, with the form that was open and what was typed into it', async () => {
    const first = await openWithClient();
    await typeComplaint(first, first.id);
    const mark = readFileSync(join(first.userData, 'running.json'), 'utf8');
    expect(mark).not.toMatch(markers);
    await first.crash();

    const second = await openApp({ userData: first.userData, today: TODAY });
    const { page } = second;
    await page
      .getByText(
        'Evenhand was cut off the last time. Everything confirmed is in the ledger, and what you were typing is still there.',
      )
      .waitFor();
    const dialog = form(page, 'Log a complaint');
    await dialog.getByText('Brought back what you had typed.').waitFor();
    expect(await dialog.getByLabel(/What did they say/).inputValue()).toBe(words);
    expect(page.url()).toContain(`#/clients/${first.id}`);
    await second.screenshot('crash-recovered');
    await second.close();

    const third = await openApp({ userData: first.userData, today: TODAY });
    await third.page.getByRole('heading', { level: 1 }).first().waitFor();
    expect(await third.page.getByText(/was cut off/).count()).toBe(0);
    await third.close();
  });

  it('keeps what was typed up to then, though nobody paused', async () => {
    const first = await openWithClient();
    const { page, id } = first;
    await press(page, 'c');
    const said = form(page, 'Log a complaint').getByLabel(/What did they say/);
    await expect.poll(() => hasFocus(said)).toBe(true);
    const keptBy = async (window: Page) => {
      const draft = await answer(window, 'drafts.load', { key: `complaint:client:${id}` });
      return (draft?.value as { words?: string } | undefined)?.words ?? '';
    };
    // On and on, until the ledger has some of it: a keeper that waits for a pause would never get there.
    let [typed, confirmed] = ['', ''];
    while (confirmed === '' && typed.length < 4000) {
      await page.keyboard.type('leaves ');
      typed += 'leaves ';
      confirmed = await keptBy(page);
    }
    expect(confirmed).not.toBe('');
    await first.crash();
    const second = await openApp({ userData: first.userData, today: TODAY });
    const kept = await keptBy(second.page);
    expect(typed.startsWith(kept)).toBe(true);
    expect(kept.length).toBeGreaterThanOrEqual(confirmed.length);
    await second.close();
  });

  it('by an error of its own: says so, starts again where it was, and logs nothing of the clients', async () => {
    const first = await openWithClient();
    const { app, userData } = first;
    await typeComplaint(first, first.id);
    await first.answerDialogs({ message: 'Restart' });
    const gone = new Promise((resolve) => app.process().once('exit', resolve));
    await app.evaluate((electron) => {
      Object.assign(globalThis, { relaunched: 0 });
      electron.app.relaunch = () => {
        process.stderr.write('relaunched\n');
      };
      setTimeout(() => {
        throw new Error('Mrs Whitlock of Kingfisher Way owes £120\nat Whitlock (/home/jane/Hollin:1:2)');
      });
    });
    await gone;
    const log = readFileSync(join(userData, 'logs', 'evenhand.log'), 'utf8');
    expect(log).toMatch(/Evenhand \d+\.\d+\.\d+ started on \w+/);
    expect(log).toMatch(/uncaught exception Error/);
    expect(log).not.toMatch(markers);

    const second = await openApp({ userData, today: TODAY });
    await second.page.getByText(/was cut off the last time/).waitFor();
    expect(
      await form(second.page, 'Log a complaint')
        .getByLabel(/What did they say/)
        .inputValue(),
    ).toBe(words);
    await second.close();
  });
});

describe('the Help menu', () => {
  it('shows the log and the ledger’s file, and never a client in it', async () => {
    const opened = await openWithClient();
    const { app, page, userData } = opened;
    // What goes wrong, and is asked for wrongly, with the owner's words in it.
    await page.evaluate(() => window.evenhand.call('Kingfisher.ask', { name: 'Mrs Whitlock' }));
    await page.evaluate(() => window.evenhand.call('clients.page', { clientId: 'Kingfisher' }));
    const shown = await app.evaluate(async ({ Menu, shell }) => {
      const asked: string[] = [];
      shell.openPath = async (path) => {
        asked.push(`open ${path}`);
        return '';
      };
      shell.showItemInFolder = (path) => void asked.push(`show ${path}`);
      for (const id of ['show log', 'show ledger']) Menu.getApplicationMenu()?.getMenuItemById(id)?.click();
      await new Promise((resolve) => setTimeout(resolve, 50));
      return asked;
    });
    expect(shown).toEqual([
      `open ${join(userData, 'logs', 'evenhand.log')}`,
      `show ${join(userData, 'ledgers', 'Hollin Gardens.evenhand')}`,
    ]);
    expect(readFileSync(join(userData, 'logs', 'evenhand.log'), 'utf8')).not.toMatch(markers);
    expect(await clientId(page, 'Mrs Whitlock')).toBe(opened.id);
    await opened.close();
    expect(readdirSync(userData)).not.toContain('running.json');
  });
});
