import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenApp, temporaryFolder } from './app.ts';
import { answer, goTo, namelessClient, openEmpty } from './going.ts';
import { look } from './looking.ts';

const restoreDialog = (page: Page) => page.getByRole('dialog', { name: 'Restore this backup?' });
const namesOf = async (page: Page) =>
  (await answer(page, 'clients.pick', { text: 'Client' })).map(({ name }) => name).sort();
const add = (page: Page, name: string) => answer(page, 'clients.add', { ...namelessClient, name });

describe('restore', () => {
  let opened: OpenApp;
  let page: Page;
  const folder = temporaryFolder('restore');
  const backup = join(folder, 'Hollin.evenhand');
  const sealed = join(folder, 'Hollin sealed.evenhand');

  async function chooseToRestore(file: string): Promise<void> {
    await opened.answerDialogs({ open: [file] });
    await goTo(page, '/safe?do=restore');
  }

  beforeAll(async () => {
    opened = await openEmpty();
    page = opened.page;
    await add(page, 'Client of before');
    await opened.answerDialogs({ save: backup });
    expect(await answer(page, 'backup.make', { passphrase: null })).not.toBeNull();
    await opened.answerDialogs({ save: sealed });
    expect(await answer(page, 'backup.make', { passphrase: 'four plain garden words' })).not.toBeNull();
    await add(page, 'Client of after');
  });
  afterAll(() => opened.close());

  it('shows what would go, brings the old back, and goes back to the new', async () => {
    const bytes = readFileSync(backup);
    await chooseToRestore(backup);
    await restoreDialog(page).getByRole('heading', { name: '1 change would go' }).waitFor();
    await restoreDialog(page).getByText('New client Client of after').first().waitFor();
    await look(opened, 'restore-preview');
    await page.getByRole('button', { name: 'Restore this backup' }).click();
    await page.getByText('Restored. The ledger as it stood before is kept aside.').waitFor();
    expect(await namesOf(page)).toEqual(['Client of before']);
    // What was kept aside is a file, and nothing waits beside the ledger.
    const own = join(opened.userData, 'backups');
    expect(readdirSync(own).some((name) => name.includes('before restore'))).toBe(true);
    expect(
      readdirSync(join(opened.userData, 'ledgers')).filter((name) => /restoring|damaged/.test(name)),
    ).toEqual([]);
    expect(readFileSync(backup).equals(bytes)).toBe(true);
    await page.getByRole('button', { name: 'Go back' }).click();
    await page.getByText('Back at the ledger as it stood before').waitFor();
    expect(await namesOf(page)).toEqual(['Client of after', 'Client of before']);
  });

  it('leads back from the screen too, and the restored ledger can be written to', async () => {
    await goTo(page, '/safe');
    await page.getByRole('button', { name: 'Go back to it' }).click();
    await expect.poll(() => namesOf(page)).toEqual(['Client of before']);
    await page.getByRole('heading', { level: 1, name: /17 November 2026/ }).waitFor();
    await add(page, 'Client anew');
    expect(await namesOf(page)).toEqual(['Client anew', 'Client of before']);
  });

  it('asks for the passphrase again when it was the wrong one', async () => {
    await chooseToRestore(sealed);
    const field = page.getByRole('textbox', { name: 'Passphrase' });
    await field.fill('not this one');
    await page.keyboard.press('Enter');
    await page.getByText('That is not the passphrase of this backup.').waitFor();
    await look(opened, 'restore-passphrase');
    await field.fill('four plain garden words');
    await page.keyboard.press('Enter');
    await restoreDialog(page).waitFor();
    await page.getByRole('button', { name: 'Leave it' }).click();
    expect(await namesOf(page)).toEqual(['Client anew', 'Client of before']);
  });

  it('refuses a truncated backup and touches nothing', async () => {
    const cut = join(folder, 'Cut.evenhand');
    await opened.answerDialogs({ save: cut });
    await answer(page, 'backup.make', { passphrase: null });
    truncateSync(cut, 60_000);
    const names = await namesOf(page);
    await chooseToRestore(cut);
    await page.getByRole('dialog', { name: 'This backup can’t be restored' }).waitFor();
    await page.getByText(/is damaged or was cut short/).waitFor();
    await page.keyboard.press('Escape');
    expect(await namesOf(page)).toEqual(names);
  });

  it('refuses one of a newer Evenhand, and one that was altered', async () => {
    const bytes = readFileSync(backup);
    const names = await namesOf(page);
    // As it lies on the disk, where no mark of a backup would tell first that it was altered: SQLite's user_version.
    const newer = readFileSync(join(opened.userData, 'ledgers', 'Hollin Gardens.evenhand'));
    newer.writeUInt32BE(99, 60);
    const altered = Buffer.from(bytes);
    altered.fill(0xa5, altered.length - 4096 * 3, altered.length - 4096);
    for (const [name, content, says] of [
      ['Newer.evenhand', newer, /was written by a newer Evenhand/],
      ['Altered.evenhand', altered, /is damaged|altered/],
    ] as const) {
      writeFileSync(join(folder, name), content);
      await chooseToRestore(join(folder, name));
      const refused = page.getByRole('dialog', { name: 'This backup can’t be restored' });
      await refused.getByText(says).waitFor();
      await page.keyboard.press('Escape');
      await refused.waitFor({ state: 'detached' });
    }
    expect(await namesOf(page)).toEqual(names);
  });

  it('rehearses: restores into a temporary place and reports', async () => {
    await goTo(page, '/safe');
    await page.getByRole('button', { name: 'Check Hollin.evenhand' }).click();
    const good = page.getByRole('dialog', { name: 'This backup is good' });
    await good.waitFor();
    await good.getByText('the same, to the last row').waitFor();
    await look(opened, 'restore-rehearsed');
    await good.getByRole('button', { name: 'Done' }).click();
    // Its copies are thrown away again.
    await expect.poll(() => readdirSync(join(opened.userData, 'restoring'))).toEqual([]);
  });

  it('makes another business’s backup a ledger of its own', async () => {
    await answer(page, 'ledger.create', { business: 'Second & Co', currency: 'EUR', paper: 'A4' });
    await page.reload();
    await chooseToRestore(backup);
    await restoreDialog(page)
      .getByText(/Another ledger, of Hollin Gardens/)
      .waitFor();
    await page.getByRole('button', { name: 'Restore this backup' }).click();
    await page.getByText(/Restored Hollin Gardens/).waitFor();
    expect(await namesOf(page)).toEqual(['Client of before']);
    expect(existsSync(join(opened.userData, 'ledgers', 'Second & Co.evenhand'))).toBe(true);
  });
});
