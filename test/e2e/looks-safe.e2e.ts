import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenApp, temporaryFolder } from './app.ts';
import { addClient, addComplaint, addDecision, addInvoice } from './dealings.ts';
import { answer, goTo, goToClient, goToClients, namelessClient, openAgain, openEmpty } from './going.ts';
import { look } from './looking.ts';
import { toast } from './typing.ts';

/** As long as names get: what they stand in must hold, whatever they are. */
const LONG_BUSINESS =
  'Hollin & Daughters Gardens, Grounds, Winter Gritting, Tree Surgery and Landscape Architects of the Upper Wharfe Valley';
const LONG_CLIENT = `${'The Residents’ Association of Larkfield Court and Adjoining Mews '.repeat(3)}(Ltd)`;

const openSafe = async (page: Page) => {
  await goTo(page, '/safe');
  await page.getByRole('heading', { level: 1, name: 'Backups and safety' }).waitFor();
};
const dialogGone = (page: Page) => page.getByRole('dialog').waitFor({ state: 'detached' });

/** Whether the window, or the screen in it, would have to be scrolled sideways. */
const overflowing = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const main = document.querySelector('main');
    const wide = main !== null && main.scrollWidth > main.clientWidth + 1;
    return { page: scrollWidth > clientWidth, main: wide };
  });

describe('backups and safety', () => {
  let opened: OpenApp;
  let page: Page;
  const folder = temporaryFolder('looks');
  const file = (name: string) => join(folder, name);
  beforeAll(async () => {
    opened = await openEmpty();
    page = opened.page;
  });
  afterAll(() => opened.close());

  async function backUp(name: string, passphrase: string | null = null): Promise<void> {
    await opened.answerDialogs({ save: file(name) });
    expect(await answer(page, 'backup.make', { passphrase })).not.toBeNull();
  }

  it('before the first backup, and what a passphrase means', async () => {
    await addClient(page, 'Larkfield Court');
    await openSafe(page);
    await page.getByText('No backup yet').waitFor();
    await look(opened, 'safe-none');
    await page.getByRole('button', { name: 'Back up with a passphrase…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Back up with a passphrase' });
    await dialog.getByRole('textbox', { name: 'Passphrase' }).fill('four plain garden words');
    await dialog.getByLabel('The same once more').fill('four plain garden');
    await dialog.getByRole('button', { name: 'Choose where…' }).click();
    await look(opened, 'safe-passphrase');
    await page.keyboard.press('Escape');
    await dialogGone(page);
  });

  it('a backup just made', async () => {
    await opened.answerDialogs({ save: file('Hollin Gardens 2026-11-17.evenhand') });
    await openSafe(page);
    await page.getByRole('button', { name: 'Back up…', exact: true }).click();
    await toast(page, /^Backed up to Hollin Gardens 2026-11-17\.evenhand/).waitFor();
    await look(opened, 'safe-toast');
  });

  it('a backup that was cut short', async () => {
    await backUp('Cut.evenhand');
    truncateSync(file('Cut.evenhand'), 60_000);
    await opened.answerDialogs({ open: [file('Cut.evenhand')] });
    await goTo(page, '/safe?do=restore');
    await page.getByRole('dialog', { name: 'This backup can’t be restored' }).waitFor();
    await look(opened, 'restore-refused');
    await page.keyboard.press('Escape');
    await dialogGone(page);
  });

  it('what was restored, and the way back from it', async () => {
    await addClient(page, 'Came after the backup');
    await opened.answerDialogs({ open: [file('Hollin Gardens 2026-11-17.evenhand')] });
    await goTo(page, '/safe?do=restore');
    const restore = page.getByRole('dialog', { name: 'Restore this backup?' });
    await restore.waitFor();
    await restore.getByRole('button', { name: 'Restore this backup' }).click();
    await toast(page, 'Restored. The ledger as it stood before is kept aside.').waitFor();
    await look(opened, 'restore-toast');
    await openSafe(page);
    await page.getByRole('button', { name: 'Go back to it' }).waitFor();
    await look(opened, 'safe-kept-aside');
  });

  it('a backup being checked, with its way to stop', async () => {
    await openSafe(page);
    // Nothing answers any more: what is waited for stays to be looked at.
    await opened.app.evaluate(({ ipcMain, BrowserWindow }) => {
      ipcMain.removeHandler('evenhand:call');
      ipcMain.handle('evenhand:call', () => new Promise(() => undefined));
      const [window] = BrowserWindow.getAllWindows();
      setTimeout(() => {
        const progress = {
          work: 'rehearsal',
          step: 'Comparing what is in it',
          part: 0.62,
          ended: false,
        };
        window?.webContents.send('evenhand:event', 'safety.progress', progress);
      }, 800);
    });
    await page
      .getByRole('button', { name: /^Check Hollin Gardens/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Comparing what is in it').waitFor();
    // A close button here would do nothing.
    expect(await dialog.getByRole('button').allTextContents()).toEqual(['Stop']);
    await look(opened, 'safe-working');
  });
});

describe('warnings, and names as long as they get', () => {
  let opened: OpenApp;
  let id: number;
  const folder = temporaryFolder('looks-long');
  beforeAll(async () => {
    opened = await openEmpty();
    const { page } = opened;
    const { ledger } = await answer(page, 'app.state', {});
    await answer(page, 'ledger.edit', {
      business: LONG_BUSINESS,
      hourlyCost: ledger?.hourlyCost ?? 0,
      marginPermille: null,
      interestPermille: null,
      termsDays: 30,
      paper: 'A4',
    });
    id = await addClient(page, LONG_CLIENT);
    const invoice = await addInvoice(page, id, '3526', '2026-08-01', '2026-08-31', 1020);
    const complaint = await addComplaint(page, id, '2026-09-04', 'The north beds were not done.', {
      invoiceId: invoice,
    });
    await addDecision(page, id, complaint, 'hold firm', '2026-09-10');
    await opened.answerDialogs({ open: [folder] });
    await answer(page, 'backup.chooseFolder', {});
    await answer(page, 'invoices.remove', {
      id: await addInvoice(page, id, '3527', '2026-10-01', '2026-10-31', 80),
    });
    await addClient(page, `${LONG_CLIENT.slice(0, 180)} II`);
    opened = await openAgain(opened, '2026-12-24');
  });
  afterAll(() => opened.close());

  it('the overview with its backup’s age and warning, and the page of backups', async () => {
    const { page } = opened;
    await page.getByRole('link', { name: 'Overview' }).click();
    await page.getByText(/^Last backup/).waitFor();
    await look(opened, 'overview-backup');
    await openSafe(page);
    await page.getByRole('list', { name: 'What could be safer' }).waitFor();
    await look(opened, 'safe-warned');
    expect(await overflowing(page)).toEqual({ page: false, main: false });
  });

  it('history with a line open, the bin, and the question before a client goes', async () => {
    const { page } = opened;
    await goTo(page, '/history');
    await page.locator('.history-toggle').nth(2).click();
    await look(opened, 'history-long');
    expect(await overflowing(page)).toEqual({ page: false, main: false });
    await goTo(page, '/history?tab=bin');
    await page.getByRole('button', { name: 'Empty the bin…' }).waitFor();
    await look(opened, 'bin-long');
    expect(await overflowing(page)).toEqual({ page: false, main: false });
    await goToClient(page, LONG_CLIENT);
    await page.getByRole('button', { name: 'More for this client' }).click();
    await look(opened, 'client-menu');
    await page.getByRole('menuitem', { name: 'Remove this client…' }).click();
    await page.getByRole('dialog').waitFor();
    await look(opened, 'client-remove');
    await page.keyboard.press('Escape');
    await dialogGone(page);
  });

  it('two such names side by side, and chosen in the list', async () => {
    const { page } = opened;
    const { id: other } = await answer(page, 'clients.add', {
      ...namelessClient,
      name: `${LONG_CLIENT.slice(0, 190)} III`,
      allTheSame: true,
    });
    await goTo(page, `/merge?keep=${id}&gone=${other}`);
    await page.getByRole('main').waitFor();
    await look(opened, 'merge-long');
    expect(await overflowing(page)).toEqual({ page: false, main: false });
    await goToClients(page);
    await page.getByRole('grid', { name: 'Clients' }).getByRole('checkbox').nth(1).check();
    await look(opened, 'clients-chosen');
  });
});
