import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type OpenApp, openApp, temporaryFolder } from './app.ts';
import { answer, namelessClient, openEmpty, TODAY } from './going.ts';
import { look } from './looking.ts';

/** A ledger of this computer that is destroyed from its fourth page on while the app is closed; a backup lacks one client. */
async function withDamage(): Promise<{ userData: string; file: string; bytes: Buffer }> {
  const opened = await openEmpty();
  const { page, userData } = opened;
  for (let number = 1; number <= 40; number++)
    await answer(page, 'clients.add', {
      ...namelessClient,
      name: `Client ${number}`,
      notes: 'word '.repeat(200),
    });
  await opened.answerDialogs({ save: join(temporaryFolder('backup'), 'Hollin.evenhand') });
  expect(await answer(page, 'backup.make', { passphrase: null })).not.toBeNull();
  await answer(page, 'clients.add', { ...namelessClient, name: 'Came after the backup' });
  await opened.close();
  const file = join(userData, 'ledgers', 'Hollin Gardens.evenhand');
  const bytes = readFileSync(file);
  // A page in the middle of the clients: name and notes stand side by side there, and nowhere else.
  const at = bytes.indexOf('Client 17word');
  expect(at).toBeGreaterThan(0);
  const page17 = Math.floor(at / 4096) * 4096;
  bytes.fill(0xa5, page17, page17 + 4096);
  writeFileSync(file, bytes);
  return { userData, file, bytes };
}

async function openDamaged(userData: string): Promise<OpenApp> {
  const opened = await openApp({ userData, today: TODAY });
  await opened.page.getByRole('heading', { name: 'Your ledger is damaged' }).waitFor();
  return opened;
}

const clientsOf = async ({ page }: OpenApp) =>
  (
    await answer(page, 'clients.list', {
      filter: 'all',
      text: '',
      sort: 'name',
      descending: false,
      offset: 0,
      limit: 100,
    })
  ).total;

describe('a ledger damaged while the app was closed', () => {
  it('is said to be so, is saved as far as it can be read, and stays as it was', async () => {
    const { userData, file, bytes } = await withDamage();
    const opened = await openDamaged(userData);
    await opened.page
      .getByText(/One change since is missing in it; the newest: New client Came after/)
      .waitFor();
    await look(opened, 'damaged');
    await opened.page.getByRole('button', { name: 'Save what can be read…' }).click();
    await opened.page.getByRole('dialog', { name: 'What could be read' }).waitFor();
    await look(opened, 'salvage-report');
    await opened.page.getByRole('button', { name: 'Open what was saved' }).click();
    await opened.page.getByRole('link', { name: 'Overview' }).waitFor();
    const left = await clientsOf(opened);
    expect(left).toBeGreaterThan(30);
    expect(left).toBeLessThan(41);
    expect(readFileSync(file).equals(bytes)).toBe(true);
    await opened.close();
  });

  it('makes room for the newest backup and is kept beside it under another name', async () => {
    const { userData, file, bytes } = await withDamage();
    const opened = await openDamaged(userData);
    await opened.page.getByRole('button', { name: 'Restore the newest backup…' }).click();
    const dialog = opened.page.getByRole('dialog', { name: 'Restore this backup?' });
    await dialog.getByText(/takes the place of the damaged one/).waitFor();
    await dialog.getByText('New client Came after the backup').waitFor();
    await dialog.getByRole('button', { name: 'Restore this backup' }).click();
    await opened.page.getByRole('link', { name: 'Overview' }).waitFor();
    expect(await clientsOf(opened)).toBe(40);
    const kept = readdirSync(join(userData, 'ledgers')).find((name) => name.includes('damaged'));
    expect(kept).toBe(`Hollin Gardens damaged ${TODAY}.evenhand`);
    expect(readFileSync(join(userData, 'ledgers', kept ?? '')).equals(bytes)).toBe(true);
    await opened.close();
    // The next start finds the restored one, at the place where the ledger always was.
    const again = await openApp({ userData, today: TODAY });
    await again.page.getByRole('link', { name: 'Overview' }).waitFor();
    expect(readFileSync(file).equals(bytes)).toBe(false);
    await again.close();
  });

  it('says honestly that nothing can be read where its beginning is gone too', async () => {
    const { userData, file } = await withDamage();
    writeFileSync(file, Buffer.alloc(50_000, 7));
    const opened = await openDamaged(userData);
    await opened.page.getByRole('button', { name: 'Save what can be read…' }).click();
    await opened.page.getByRole('dialog', { name: 'Nothing could be saved' }).waitFor();
    await opened.page.keyboard.press('Escape');
    await opened.page.getByRole('button', { name: 'Open another ledger…' }).waitFor();
    await opened.close();
  });
});
