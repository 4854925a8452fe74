import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { sizeWords, stateWords } from '../../../renderer/screens/safe/words.ts';
import { Refusal } from '../bridge.ts';
import { showApp } from '../show-app.tsx';
import { backupLine, backupPageOf } from './backup-maker.ts';

const newest = backupLine();
const some = backupPageOf({
  newest,
  age: 3,
  changesSince: 1234,
  backups: [
    newest,
    backupLine({ fileName: 'Sealed.evenhand', sealed: true, occasion: 'on quit' }),
    backupLine({ fileName: 'Away.evenhand', there: false, occasion: 'daily' }),
  ],
  warnings: [{ kind: 'same disk', words: 'The folder is on the same disk.' }],
});

const section = async (name: string) =>
  (await screen.findByRole('heading', { name })).closest('section') as HTMLElement;

describe('backups and safety', () => {
  it('without a backup says what one is, and offers to make it', async () => {
    showApp({ 'backup.page': () => backupPageOf() }, '/safe');
    expect(await screen.findByText('No backup yet')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Back up…' }).className).toContain('button-primary');
    expect(screen.getByText(/None yet/)).toBeTruthy();
    expect(screen.getByText('No folder chosen.')).toBeTruthy();
    expect(screen.queryByRole('list', { name: 'What could be safer' })).toBeNull();
    expect(document.body.textContent).not.toMatch(/NaN|undefined|null/);
  });

  it('says how old the newest is, what changed since, and what could be safer', async () => {
    showApp({ 'backup.page': () => some }, '/safe');
    expect(await screen.findByText('Newest backup 3 days ago')).toBeTruthy();
    expect(screen.getByText(/1,234 changes were made since/)).toBeTruthy();
    expect(
      within(screen.getByRole('list', { name: 'What could be safer' })).getByText(/same disk/),
    ).toBeTruthy();
  });

  it('lists every backup with where it lies and whether it is at hand', async () => {
    showApp({ 'backup.page': () => some }, '/safe');
    const list = await section('Backups made from here');
    const rows = within(list).getAllByRole('row').slice(1);
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/14 Nov 2026.*Hollin Gardens 2026-11-14\.evenhandin Stick.*by hand.*2\.1 MB/),
      expect.stringMatching(/sealed with a passphrase.*on closing/),
      expect.stringMatching(/not at hand.*daily, by itself/),
    ]);
  });

  it('shows the newest of a long list, and all of them when asked', async () => {
    const backups = Array.from({ length: 30 }, (_, i) => backupLine({ fileName: `${i}.evenhand` }));
    const { user } = showApp({ 'backup.page': () => backupPageOf({ backups }) }, '/safe');
    const list = await section('Backups made from here');
    expect(within(list).getAllByRole('row').length).toBe(9);
    await user.click(screen.getByRole('button', { name: 'Show all 30' }));
    expect(within(list).getAllByRole('row').length).toBe(31);
  });

  it('asks for a passphrase twice, after what forgetting it means, and hands it on once', async () => {
    const { user, bridge } = showApp({ 'backup.page': () => some, 'backup.make': () => some }, '/safe');
    await user.click(await screen.findByRole('button', { name: 'Back up with a passphrase…' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('Forgotten means gone.')).toBeTruthy();
    const first = dialog.getByLabelText('Passphrase') as HTMLInputElement;
    const again = dialog.getByLabelText('The same once more');
    expect(first.type).toBe('password');
    await user.type(first, 'short');
    await user.type(again, 'other');
    await user.click(dialog.getByRole('button', { name: 'Choose where…' }));
    expect(await dialog.findByText(/At least 8 characters/)).toBeTruthy();
    await user.clear(first);
    await user.type(first, 'four words to keep');
    await user.click(dialog.getByRole('button', { name: 'Choose where…' }));
    expect(await dialog.findByText('The two are not the same.')).toBeTruthy();
    expect(bridge.asked('backup.make')).toEqual([]);
    await user.click(dialog.getByLabelText('Show what I type'));
    expect(first.type).toBe('text');
    await user.clear(again);
    await user.type(again, 'four words to keep');
    await user.click(dialog.getByRole('button', { name: 'Choose where…' }));
    await waitFor(() => expect(bridge.asked('backup.make')).toEqual([{ passphrase: 'four words to keep' }]));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(await screen.findByText(/read back and found whole\.$/)).toBeTruthy();
  });

  it('says why a backup failed; one that was stopped is no problem', async () => {
    const answers = {
      'backup.page': () => some,
      'backup.make': () => {
        throw new Refusal({ code: 'ledger', message: 'There is no room for it there.' });
      },
    };
    const { user, bridge } = showApp(answers, '/safe');
    await user.click(await screen.findByRole('button', { name: 'Back up…' }));
    expect(await screen.findByText('There is no room for it there.')).toBeTruthy();
    bridge.answer({
      'backup.make': () => {
        throw new Refusal({ code: 'cancelled', message: 'Stopped. Nothing of it was left.' });
      },
    });
    await user.click(screen.getByRole('button', { name: 'Back up…' }));
    expect((await screen.findByText(/^Stopped/)).closest('.toast-problem')).toBeNull();
  });

  it('shows how far a backup is on any screen, with a way to stop it', async () => {
    const { user, bridge } = showApp({ 'backup.page': () => some, 'safety.stop': () => null }, '/safe');
    await screen.findByText('Newest backup 3 days ago');
    bridge.emit('safety.progress', { work: 'backup', step: 'Copying', part: 0.431 });
    const line = within(await screen.findByRole('region', { name: 'Under way' }, { timeout: 3000 }));
    expect(line.getByText('copying')).toBeTruthy();
    expect(line.getByText('43 %')).toBeTruthy();
    await user.click(line.getByRole('button', { name: 'Stop' }));
    expect(bridge.asked('safety.stop').length).toBe(1);
    bridge.emit('safety.progress', { work: 'backup', step: '', part: 1, ended: true });
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Under way' })).toBeNull());
  });

  it('saves how many are kept and when to speak up, and refuses nonsense', async () => {
    const { user, bridge } = showApp({ 'backup.page': () => some, 'backup.settings': () => some }, '/safe');
    const keep = await screen.findByLabelText('Daily backups kept');
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
    await user.clear(keep);
    await user.type(keep, '0');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('At least one.')).toBeTruthy();
    await user.clear(keep);
    await user.type(keep, '30');
    await user.click(screen.getByLabelText('When it is older, also ask as I close Evenhand'));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(bridge.asked('backup.settings')).toEqual([{ keep: 30, warnAfter: 7, askOnQuit: false }]),
    );
  });

  it('chooses a folder, and stops using it', async () => {
    const chosen = backupPageOf({ settings: { ...some.settings, folder: 'Stick' } });
    let page = some;
    const { user, bridge } = showApp(
      {
        'backup.page': () => page,
        'backup.chooseFolder': () => {
          page = chosen;
          return page;
        },
        'backup.forgetFolder': () => some,
      },
      '/safe',
    );
    await user.click(await screen.findByRole('button', { name: 'Choose a folder…' }));
    expect(await screen.findByText('Stick', { selector: 'b' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Stop doing so' }));
    await waitFor(() => expect(bridge.asked('backup.forgetFolder').length).toBe(1));
  });

  it('is asked anew when an automatic backup was made', async () => {
    const { bridge } = showApp({ 'backup.page': () => backupPageOf() }, '/safe');
    await screen.findByText('No backup yet');
    bridge.answer({ 'backup.page': () => some });
    bridge.emit('backup.made', { problem: null });
    expect(await screen.findByText('Newest backup 3 days ago')).toBeTruthy();
  });
});

it('sizes are as file managers give them, and never nothing', () => {
  expect(
    [0, 999, 40_960, 999_400, 999_600, 2_140_000, 41_000_000, 1_230_000_000].map((n) =>
      sizeWords(n, 'en-GB'),
    ),
  ).toEqual(['1 kB', '1 kB', '41 kB', '999 kB', '1 MB', '2.1 MB', '41 MB', '1.2 GB']);
  expect(stateWords(backupLine())).toBe('');
});
