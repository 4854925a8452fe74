import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openApp, runToExit, temporaryFolder } from './app.ts';

const TODAY = '2026-11-17';
const PNG = [0x89, 0x50, 0x4e, 0x47];

describe('the first run', () => {
  it('offers three ways in; the sample fills every screen and is thrown away in one step', async () => {
    const { page, screenshot, userData, close } = await openApp({ today: TODAY });
    await page.getByRole('button', { name: /sample/i }).waitFor();
    await screenshot('welcome');
    await expect.poll(() => page.getByRole('button', { name: /import/i }).count()).toBeGreaterThan(0);
    await page
      .getByRole('button', { name: /sample/i })
      .first()
      .click();
    await page.getByText('Larkfield Court').first().waitFor();
    expect(await page.getByText('sample', { exact: true }).count()).toBeGreaterThan(0);
    expect(existsSync(join(userData, 'sample', 'Sample ledger.evenhand'))).toBe(true);
    await page.getByRole('button', { name: /throw the sample away/i }).click();
    await page.getByRole('dialog').getByRole('button', { name: /throw/i }).click();
    await page.getByRole('button', { name: /start with a sample|sample ledger/i }).waitFor();
    expect(existsSync(join(userData, 'sample', 'Sample ledger.evenhand'))).toBe(false);
    await close();
  });

  it('starts empty with a guessed currency and paper, and finds the ledger again on the next start', async () => {
    const first = await openApp({ today: TODAY, locale: 'en-US' });
    await first.page.getByRole('button', { name: /empty/i }).first().click();
    await first.page.getByLabel(/business/i).fill('Ávila & Sons');
    expect(await first.page.getByLabel(/currency/i).inputValue()).toBe('USD');
    await first.page.getByLabel(/business/i).press('Enter');
    await first.page.getByText('Ávila & Sons').first().waitFor();
    await first.screenshot('ledger-empty');
    await first.close();
    expect(existsSync(join(first.userData, 'ledgers', 'Ávila & Sons.evenhand'))).toBe(true);
    const second = await openApp({ today: TODAY, userData: first.userData });
    await second.page.getByText('Ávila & Sons').first().waitFor();
    await second.close();
  });
});

describe('the command line', () => {
  it('--sample --screenshot saves the first window and quits with 0, leaving nothing behind', async () => {
    const file = join(temporaryFolder('shot'), 'first.png');
    const run = await runToExit({ sample: true, today: TODAY, args: ['--screenshot', file] });
    expect(run.code).toBe(0);
    expect([...readFileSync(file).subarray(0, 4)]).toEqual(PNG);
    // A window with rows is many times the size of an empty one.
    expect(readFileSync(file).length).toBeGreaterThan(60_000);
    expect(existsSync(join(run.userData, 'ledgers'))).toBe(false);
  });

  it('--screenshot of a ledger that can’t be opened, or into a folder that is not there: 1 and the reason', async () => {
    const missing = await runToExit({
      ledger: join(temporaryFolder('none'), 'None.evenhand'),
      args: ['--screenshot', join(temporaryFolder('shot'), 'x.png')],
    });
    expect(missing.code).toBe(1);
    expect(missing.output).toMatch(/There is no file None\.evenhand/);
    const nowhere = await runToExit({
      sample: true,
      args: ['--screenshot', join(temporaryFolder('shot'), 'no', 'such', 'x.png')],
    });
    expect(nowhere.code).toBe(1);
    expect(nowhere.output).toMatch(/No screenshot/);
    const bare = await runToExit({ args: ['--ledger'] });
    expect(bare.code).toBe(1);
    expect(bare.output).toMatch(/--ledger needs a file/);
  });
});

describe('a second start', () => {
  it('focuses the open window and leaves', async () => {
    const { app, userData, close } = await openApp({ sample: true, today: TODAY });
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    const second = await runToExit({ sample: true, userData });
    expect(second.code).toBe(0);
    expect(second.output).toMatch(/open already/);
    await expect
      .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()))
      .toBe(false);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    await close();
  });
});

describe('a ledger file that can’t be used', () => {
  /** A small real ledger: the one a first run makes. */
  async function madeLedger(): Promise<string> {
    const { page, userData, close } = await openApp({ today: TODAY });
    await page
      .getByRole('button', { name: /sample/i })
      .first()
      .click();
    await page.getByText('Larkfield Court').first().waitFor();
    await close();
    return join(userData, 'sample', 'Sample ledger.evenhand');
  }

  it('foreign, empty, newer, damaged: says so calmly, touches nothing, goes on', async () => {
    const real = await madeLedger();
    const folder = temporaryFolder('broken');
    const files: [string, (file: string) => void, RegExp][] = [
      [
        'Foreign.evenhand',
        (file) => writeFileSync(file, 'invoice;amount\n'.repeat(400)),
        /not an Evenhand ledger/,
      ],
      ['Empty.evenhand', (file) => writeFileSync(file, ''), /is empty/],
      [
        'Newer.evenhand',
        (file) => {
          const bytes = readFileSync(real);
          bytes.writeUInt32BE(9999, 60);
          writeFileSync(file, bytes);
        },
        /newer Evenhand/,
      ],
      [
        'Damaged.evenhand',
        (file) => {
          copyFileSync(real, file);
          const bytes = readFileSync(file);
          bytes.fill(0xee, 4096 * 4, 4096 * 60);
          writeFileSync(file, bytes);
        },
        /damaged/,
      ],
      ['Folder.evenhand', (file) => mkdirSync(file), /is not a file/],
    ];
    for (const [name, make, says] of files) {
      const file = join(folder, name);
      make(file);
      const before = name.startsWith('Folder') ? null : readFileSync(file);
      const { page, screenshot, close } = await openApp({ ledger: file, today: TODAY });
      await page.getByText(says).first().waitFor();
      await screenshot(`problem-${name.split('.')[0]?.toLowerCase()}`);
      await close();
      if (before !== null) expect(readFileSync(file).equals(before), name).toBe(true);
      if (before !== null && !name.startsWith('Damaged')) expect(existsSync(`${file}-wal`), name).toBe(false);
    }
  });
});
