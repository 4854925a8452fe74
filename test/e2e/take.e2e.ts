import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openApp } from './app.ts';
import { answer, ask, goTo, openSample, TODAY } from './going.ts';
import { look, settled } from './looking.ts';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'evenhand-take-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

describe('taking everything along', () => {
  it('writes CSV files, JSON and vCards where the owner says, and takes JSON in as an equal ledger', async () => {
    const opened = await openSample();
    const { page } = opened;
    const place = folder();
    const inPlace = (name: string) => join(place, name);
    await goTo(page, '/safe?do=exports');
    await page.getByRole('heading', { name: 'Take it with you' }).waitFor();
    await look(opened, 'take', async () => {
      await page.getByRole('heading', { name: 'Take it with you' }).scrollIntoViewIfNeeded();
      await settled(page);
    });

    // Nothing is written when the dialog is closed.
    await page.getByRole('button', { name: 'As JSON…' }).click();
    await expect.poll(async () => (await opened.shownDialogs()).length).toBe(1);

    await opened.answerDialogs({ save: inPlace('all.zip') });
    await page.getByRole('button', { name: 'In one zip…' }).click();
    await page.getByText(/^all\.zip is written and was read back: \d+ files\.$/).waitFor();
    const zip = unzipSync(new Uint8Array(readFileSync(inPlace('all.zip'))));
    const clients = Buffer.from(zip['clients.csv'] ?? []).toString('utf8');
    expect(clients.split('\r\n')[0]).toContain('Name');
    expect(clients).toContain('Larkfield Court');

    await opened.answerDialogs({ open: [place] });
    await page.getByRole('button', { name: 'In a folder…' }).click();
    await page.getByText(/^Hollin Gardens CSV 2026-11-17 is written/).waitFor();
    expect(readdirSync(inPlace(`Hollin Gardens CSV ${TODAY}`)).sort()).toEqual(Object.keys(zip).sort());

    // An ending that was left off is put there.
    await opened.answerDialogs({ save: inPlace('clients') });
    await page.getByRole('button', { name: 'As vCards…' }).click();
    await page.getByText(/^clients\.vcf is written/).waitFor();
    expect(readFileSync(inPlace('clients.vcf'), 'utf8')).toContain('FN:Larkfield Court');

    await opened.answerDialogs({ save: inPlace('all.json') });
    await page.getByRole('button', { name: 'As JSON…' }).click();
    await page.getByText(/^all\.json is written/).waitFor();
    const list = {
      filter: 'all',
      sort: 'oldest',
      descending: true,
      text: '',
      offset: 0,
      limit: 500,
    } as const;
    const before = await ask(page, 'clients.list', list);
    expect(before.ok || before.error.message).toBe(true);

    await opened.answerDialogs({ open: [inPlace('all.json')] });
    await page.getByRole('button', { name: 'Take in a ledger from JSON…' }).click();
    await expect
      .poll(async () => (await answer(page, 'app.state', {})).ledger?.fileName)
      .toBe('Hollin Gardens.evenhand');
    expect(await ask(page, 'clients.list', list)).toEqual(before);
    expect(readdirSync(join(opened.userData, 'ledgers'))).toContain('Hollin Gardens.evenhand');
    await opened.close();
    expect(readdirSync(place).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('refuses a file that is none of ours, says what is wrong, and keeps what is open', async () => {
    const opened = await openSample();
    const { page } = opened;
    const file = join(folder(), 'Other.json');
    writeFileSync(file, '{"name":"something else","tables":{"client":[]}}');
    await goTo(page, '/safe?do=exports');
    await opened.answerDialogs({ open: [file] });
    await page.getByRole('button', { name: 'Take in a ledger from JSON…' }).click();
    await page.getByText(/^Other\.json can’t be taken in: it is not a ledger that Evenhand wrote/).waitFor();
    expect((await answer(page, 'app.state', {})).ledger?.isSample).toBe(true);
    const ledgers = join(opened.userData, 'ledgers');
    expect(existsSync(ledgers) ? readdirSync(ledgers) : []).toEqual([]);
    await opened.close();
  });

  it('takes a ledger in on a laptop that has none', async () => {
    const first = await openSample();
    const file = join(folder(), 'all.json');
    await first.answerDialogs({ save: file });
    expect(await answer(first.page, 'export.json', {})).toMatchObject({ name: 'all.json', files: 1 });
    await first.close();
    const opened = await openApp({ today: TODAY, dialogs: { open: [file] } });
    await opened.page.getByRole('button', { name: 'take in a ledger from JSON…' }).click();
    await opened.page.getByRole('link', { name: 'Overview' }).waitFor();
    expect((await answer(opened.page, 'app.state', {})).ledger).toMatchObject({ business: 'Hollin Gardens' });
    await opened.close();
  });
});
