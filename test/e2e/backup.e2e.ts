import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type OpenApp, openApp, temporaryFolder } from './app.ts';
import { answer, answerAll, goTo, namelessClient, openAgain, openEmpty, TODAY } from './going.ts';
import { look, violations } from './looking.ts';
import { toast } from './typing.ts';

const passphrase = 'four words to remember';

/** What the menu item does, which its key presses: the window alone has no menu to press keys on. */
async function chooseBackUp({ app }: OpenApp): Promise<void> {
  const found = await app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((menu) => menu.submenu?.items ?? []) ?? [];
    const item = items.find(({ accelerator }) => accelerator === 'CmdOrCtrl+Shift+B');
    item?.click();
    return item?.label;
  });
  expect(found).toBe('Back up…');
}

async function addClients(page: Page, names: readonly string[]): Promise<void> {
  await answerAll(
    page,
    'clients.add',
    names.map((name) => ({ ...namelessClient, name })),
  );
}

const clientsIn = async (page: Page) => (await answer(page, 'clients.pick', { text: '' })).length;

/** Opens a backup as a ledger of its own, and answers how many clients it holds. */
async function clientsInBackup(file: string): Promise<number> {
  const copy = await openApp({ ledger: file, today: TODAY });
  const count = await clientsIn(copy.page);
  expect((await answer(copy.page, 'app.state', {})).problem).toBeNull();
  await copy.close();
  return count;
}

const openSafe = async (page: Page) => {
  await goTo(page, '/safe');
  await page.getByRole('heading', { level: 1, name: 'Backups and safety' }).waitFor();
};
const warnings = async (page: Page) =>
  (await answer(page, 'backup.page', {})).warnings.map(({ kind }) => kind).sort();

describe('a backup by hand', () => {
  let opened: OpenApp;
  let page: Page;
  beforeAll(async () => {
    opened = await openEmpty();
    page = opened.page;
    await addClients(page, ['Larkfield Court', 'Mrs Whitlock', 'Dr Nair']);
    return () => opened.close();
  });

  it('by the menu’s key goes where the dialog says, and holds what the ledger held', async () => {
    const folder = temporaryFolder('stick');
    const file = join(folder, 'Hollin Gardens.evenhand');
    await opened.answerDialogs({ save: file });
    await chooseBackUp(opened);
    await toast(page, 'Backed up to Hollin Gardens.evenhand, read back and found whole.').waitFor();
    expect(readdirSync(folder)).toEqual(['Hollin Gardens.evenhand']);
    await addClients(page, ['Mr Hale']);
    expect(await clientsInBackup(file)).toBe(3);
    await openSafe(page);
    await page.getByText('Newest backup today').waitFor();
    await page.getByText('One change was made since.').waitFor();
  });

  it('by the overview’s button goes there too, and its age stands beside it', async () => {
    const file = join(temporaryFolder('stick'), 'From the overview.evenhand');
    await goTo(page, '/overview');
    const foot = page.getByRole('main').locator('footer');
    // A dialog that is closed is no backup, and nothing is said.
    await opened.answerDialogs({});
    await foot.getByRole('button', { name: 'Back up now' }).click();
    await expect.poll(async () => (await opened.shownDialogs()).at(-1)?.title).toBe('Back up the ledger');
    await opened.answerDialogs({ save: file });
    await foot.getByRole('button', { name: 'Back up now' }).click();
    await toast(page, 'Backed up to From the overview.evenhand, read back and found whole.').waitFor();
    await foot.getByText('Last backup today').waitFor();
    expect(existsSync(file)).toBe(true);
  });

  it('goes on while the ledger is written to, and every change is either in it or after it', async () => {
    const file = join(temporaryFolder('stick'), 'While editing.evenhand');
    await opened.answerDialogs({ save: file });
    const before = await clientsIn(page);
    const backup = answer(page, 'backup.make', { passphrase: null });
    await addClients(
      page,
      Array.from({ length: 40 }, (_, i) => `Client ${i}`),
    );
    expect((await backup)?.newest?.fileName).toBe('While editing.evenhand');
    expect(await clientsIn(page)).toBeGreaterThanOrEqual(before);
    expect((await answer(page, 'clients.list', list)).total).toBe(4 + 40);
    const held = await clientsInBackup(file);
    expect(held).toBeGreaterThanOrEqual(before);
  });

  it('with a passphrase is asked for in the window, and sealed', async () => {
    const file = join(temporaryFolder('stick'), 'Sealed.evenhand');
    await opened.answerDialogs({ save: file });
    await openSafe(page);
    await page.getByRole('button', { name: 'Back up with a passphrase…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Back up with a passphrase' });
    await dialog.getByText('Forgotten means gone.').waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
    await dialog.getByLabel('The same once more').fill(passphrase);
    await dialog.getByRole('button', { name: 'Choose where…' }).click();
    await toast(page, 'Backed up to Sealed.evenhand, read back and found whole.').waitFor();
    const bytes = readFileSync(file);
    expect(bytes.subarray(0, 8).toString()).toBe('EVHDSEAL');
    expect(bytes.includes('Larkfield')).toBe(false);
    await page.getByText('sealed with a passphrase').first().waitFor();
    // Opened as a ledger it says what it is.
    const wrong = await openApp({ ledger: file, today: TODAY });
    const { problem } = await answer(wrong.page, 'app.state', {});
    expect(problem?.message).toContain('sealed with a passphrase');
    await wrong.close();
  });

  it('to a folder that is not there says so, and leaves nothing', async () => {
    const parent = temporaryFolder('stick');
    await opened.answerDialogs({ save: join(parent, 'unplugged', 'B.evenhand') });
    await openSafe(page);
    await page.getByRole('button', { name: 'Back up…', exact: true }).click();
    await toast(
      page,
      'The disk for B.evenhand does not answer. Is it still plugged in? An older backup is untouched.',
    ).waitFor();
    expect(readdirSync(parent)).toEqual([]);
  });

  it('the page of backups has no accessibility problem, in either light', async () => {
    await openSafe(page);
    await page.getByText('Newest backup today').waitFor();
    await look(opened, 'safe');
  });
});

const list = {
  filter: 'all',
  text: '',
  sort: 'name',
  descending: false,
  offset: 0,
  limit: 1,
} as const;

describe('automatic backups', () => {
  it('are made each day that something changed, kept in number, and warned about when they can’t be', async () => {
    const folder = join(temporaryFolder('disk'), 'Backups');
    mkdirSync(folder);
    let opened = await openEmpty();
    await addClients(opened.page, ['Larkfield Court']);
    await opened.answerDialogs({ open: [folder] });
    await openSafe(opened.page);
    await opened.page.getByRole('button', { name: 'Choose a folder…' }).click();
    await opened.page.getByText('daily, by itself').waitFor();
    expect(readdirSync(folder)).toEqual([`Hollin Gardens ${TODAY}.evenhand`]);
    // On the ledger's own disk, as all of this test is.
    expect(await warnings(opened.page)).toEqual(['same disk']);
    await answer(opened.page, 'backup.settings', { keep: 2, warnAfter: 3, askOnQuit: true });

    for (const day of ['2026-11-18', '2026-11-19', '2026-11-20']) {
      await addClients(opened.page, [`Client before ${day}`]);
      opened = await openAgain(opened, day);
      await expect.poll(() => existsSync(join(folder, `Hollin Gardens ${day}.evenhand`))).toBe(true);
    }
    await expect
      .poll(() => readdirSync(folder).sort())
      .toEqual(['Hollin Gardens 2026-11-19.evenhand', 'Hollin Gardens 2026-11-20.evenhand']);

    // Nothing changed: none is made. Too old by then: the overview says so.
    opened = await openAgain(opened, '2026-11-24');
    await opened.page.getByText('Last backup 4 days ago').waitFor();
    expect(await warnings(opened.page)).toEqual(['old', 'same disk']);
    expect(readdirSync(folder).length).toBe(2);

    // The disk is pulled: a start is not held up by it.
    renameSync(folder, `${folder} away`);
    await addClients(opened.page, ['Mr Hale']);
    opened = await openAgain(opened, '2026-11-25');
    await expect.poll(() => warnings(opened.page)).toEqual(['folder gone', 'old']);
    await opened.page
      .getByText(/can’t be reached/)
      .first()
      .waitFor();
    await opened.close();
  });

  it('come before an import, which goes on without one only when told to', async () => {
    const opened = await openEmpty();
    const { page } = opened;
    await addClients(page, ['Larkfield Court']);
    const csv =
      'Invoice Number,Customer,Invoice Date,Due Date,Total\n1001,Mrs Whitlock,2026-10-01,2026-10-31,120.00\n';
    // A file where the app's own folder is to come: as good as a disk that refuses.
    writeFileSync(join(opened.userData, 'backups'), 'in the way');
    await goTo(page, '/import');
    const file = join(temporaryFolder('csv'), 'invoices.csv');
    writeFileSync(file, csv);
    await opened.answerDialogs({ open: [file] });
    await page
      .getByRole('button', { name: /Choose a file|Choose/ })
      .first()
      .click();
    await page.getByRole('button', { name: /^Import 1/ }).click();
    await page.getByText('The backup before the import could not be made.').waitFor();
    expect((await answer(page, 'clients.list', list)).total).toBe(1);
    await page.getByRole('button', { name: 'Import without a backup' }).click();
    await page.getByText(/came in\./).waitFor();
    await opened.close();
  });
});

describe('closing with changes that no backup holds', () => {
  it('asks, stays where the owner says so, and backs up where they want it', async () => {
    const first = await openEmpty();
    await addClients(first.page, ['Larkfield Court']);
    await first.close();
    const folder = temporaryFolder('stick');
    const file = join(folder, 'On closing.evenhand');
    const opened = await openApp({
      userData: first.userData,
      today: '2028-01-01',
      env: { EVENHAND_ASK_ON_QUIT: '1' },
      dialogs: { message: 'Stay', save: file },
    });
    const child = opened.app.process();
    const closeWindow = () =>
      opened.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await closeWindow();
    await expect.poll(async () => (await opened.shownDialogs()).length).toBe(1);
    const [question] = await opened.shownDialogs();
    expect(question).toMatchObject({
      message: 'Back up before closing?',
      detail: 'This ledger was never backed up.',
      buttons: ['Back up and close', 'Close', 'Stay'],
    });
    expect(await opened.page.evaluate(() => document.visibilityState)).toBe('visible');
    await opened.answerDialogs({ message: 'Back up and close', save: file });
    await closeWindow();
    await expect.poll(() => existsSync(file)).toBe(true);
    await expect.poll(() => child.exitCode).toBe(0);
    expect(readdirSync(folder)).toEqual(['On closing.evenhand']);
    // Kept now: it does not ask again.
    const again = await openApp({
      userData: first.userData,
      today: '2028-01-02',
      env: { EVENHAND_ASK_ON_QUIT: '1' },
      dialogs: { message: 'Stay' },
    });
    await again.close();
  });
});
