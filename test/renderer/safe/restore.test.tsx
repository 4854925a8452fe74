import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { BackupPage } from '../../../shared/views/backups.ts';
import type { RestoreLook, RestorePreview } from '../../../shared/views/restore.ts';
import { appState, Refusal } from '../bridge.ts';
import { overviewOf } from '../overview/overview-maker.ts';
import { showApp } from '../show-app.tsx';

const token = '0b0f6f0e-6c43-4d5e-9a57-3d0f3f1f2a11';
const counts = { clients: 64, invoices: 2914, payments: 2801, complaints: 47, decisions: 43 };

const preview: RestorePreview = {
  business: 'Hollin Gardens',
  currency: 'GBP',
  counts,
  from: '2025-01-04',
  lastChange: { at: '2026-11-09T14:05:00.000Z', label: 'Payment of £120.00 by Larkfield Court' },
  older: false,
  present: {
    business: 'Hollin Gardens',
    counts: { ...counts, clients: 66 },
    lastChange: { at: '2026-11-17T09:00:00.000Z', label: 'New client Tidewell Brewery' },
  },
  how: 'replace',
  lacks: { count: 3, labels: ['New client Tidewell Brewery', 'New client Fenwick'] },
  brings: { count: 0, labels: [] },
};
const look: RestoreLook = { token, fileName: 'Hollin Gardens 2026-11-09.evenhand', sealed: false, preview };

const page: BackupPage = {
  newest: null,
  age: null,
  changesSince: 3,
  settings: { folder: null, keep: 14, warnAfter: 7, askOnQuit: true },
  warnings: [],
  backups: [
    {
      id: 'one',
      fileName: 'Hollin Gardens 2026-11-09.evenhand',
      folder: 'STICK',
      at: '2026-11-09T14:10:00.000Z',
      on: '2026-11-09',
      occasion: 'by hand',
      bytes: 1_200_000,
      sealed: false,
      there: true,
    },
  ],
  keptAside: null,
};
const answers = { 'backup.page': () => page, 'restore.forget': () => null };

describe('restoring from a backup', () => {
  it('shows what is in it beside what is now, and what would go, before anything happens', async () => {
    const { bridge, user } = showApp(
      {
        ...answers,
        'restore.choose': () => look,
        'restore.confirm': () => appState(),
        'overview.read': () => overviewOf(),
      },
      '/safe',
    );
    await user.click(await screen.findByRole('button', { name: 'Restore from a backup…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Restore this backup?' });
    const row = within(dialog).getByRole('row', { name: /^Clients/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['64', '66']);
    expect(within(dialog).getByRole('heading', { name: '3 changes would go' })).toBeTruthy();
    expect(within(dialog).getByText('and 1 before them')).toBeTruthy();
    expect(within(dialog).getByRole('heading', { name: 'Nothing would come back' })).toBeTruthy();
    // Enter alone must not restore.
    expect(document.activeElement?.textContent).toBe('Leave it');
    expect(bridge.asked('restore.confirm')).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Restore this backup' }));
    expect(await screen.findByText('Restored. The ledger as it stood before is kept aside.')).toBeTruthy();
    expect(bridge.asked('restore.confirm')).toEqual([{ token }]);
    bridge.answer({ 'restore.goBack': () => appState() });
    await user.click(screen.getByRole('button', { name: 'Go back' }));
    await waitFor(() => expect(bridge.asked('restore.goBack')).toEqual([{}]));
    expect(await screen.findByText(/Back at the ledger as it stood before/)).toBeTruthy();
  });

  it('opens at once from the menu, and only once', async () => {
    const { bridge } = showApp({ ...answers, 'restore.choose': () => null }, '/safe?do=restore');
    await waitFor(() => expect(bridge.asked('restore.choose')).toHaveLength(1));
    expect(window.location.hash).toBe('#/safe');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('forgets what was looked at when the owner leaves it', async () => {
    const { bridge, user } = showApp({ ...answers, 'restore.look': () => look }, '/safe');
    await user.click(await screen.findByRole('button', { name: /^Restore Hollin Gardens 2026/ }));
    expect(bridge.asked('restore.look')).toEqual([{ backupId: 'one' }]);
    await user.click(await screen.findByRole('button', { name: 'Leave it' }));
    expect(bridge.asked('restore.forget')).toEqual([{ token }]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('asks for the passphrase, says when it is wrong and asks again', async () => {
    const sealed: RestoreLook = { ...look, sealed: true, preview: null };
    let tries = 0;
    const { bridge, user } = showApp(
      {
        ...answers,
        'restore.choose': () => sealed,
        'restore.unseal': () => {
          if (++tries === 1)
            throw new Refusal({
              code: 'invalid',
              field: 'passphrase',
              message: 'That is not the passphrase of this backup.',
            });
          return { ...look, sealed: true };
        },
      },
      '/safe',
    );
    await user.click(await screen.findByRole('button', { name: 'Restore from a backup…' }));
    const field = await screen.findByLabelText('Passphrase');
    expect(field.getAttribute('type')).toBe('password');
    await user.type(field, 'wrong one{Enter}');
    expect(await screen.findByText('That is not the passphrase of this backup.')).toBeTruthy();
    await user.type(screen.getByLabelText('Passphrase'), 'the right one{Enter}');
    expect(await screen.findByRole('dialog', { name: 'Restore this backup?' })).toBeTruthy();
    expect(bridge.asked('restore.unseal').map(({ passphrase }) => passphrase)).toEqual([
      'wrong one',
      'the right one',
    ]);
  });

  it('says why a backup is refused and that nothing was changed', async () => {
    const { user } = showApp(
      {
        ...answers,
        'restore.choose': () => {
          throw new Refusal({
            code: 'ledger',
            message: 'old.evenhand is damaged or was cut short. Choose another backup.',
          });
        },
      },
      '/safe',
    );
    await user.click(await screen.findByRole('button', { name: 'Restore from a backup…' }));
    expect(await screen.findByText(/is damaged or was cut short/)).toBeTruthy();
    expect(screen.getByText(/Nothing was changed/)).toBeTruthy();
    await user.click(screen.getAllByRole('button', { name: 'Close' })[0] as HTMLElement);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('keeps the preview and says why when the restore itself fails', async () => {
    const { user } = showApp(
      {
        ...answers,
        'restore.choose': () => look,
        'restore.confirm': () => {
          throw new Refusal({ code: 'ledger', message: 'There is no room on this laptop’s disk.' });
        },
      },
      '/safe',
    );
    await user.click(await screen.findByRole('button', { name: 'Restore from a backup…' }));
    await user.click(await screen.findByRole('button', { name: 'Restore this backup' }));
    expect(await screen.findByText('There is no room on this laptop’s disk.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Restore this backup' })).toBeTruthy();
  });

  it('checks a backup and reports each step with what it found', async () => {
    const { bridge, user } = showApp(
      {
        ...answers,
        'restore.look': () => look,
        'restore.rehearse': () => ({
          fileName: look.fileName,
          preview,
          steps: [{ what: 'Opened as your ledger', found: 'it opens, and its check finds nothing' }],
        }),
      },
      '/safe',
    );
    await user.click(await screen.findByRole('button', { name: /^Check Hollin Gardens 2026/ }));
    expect(await screen.findByRole('dialog', { name: 'This backup is good' })).toBeTruthy();
    expect(screen.getByText('it opens, and its check finds nothing')).toBeTruthy();
    expect(bridge.asked('restore.confirm')).toEqual([]);
  });

  it('shows how far it is and stops', async () => {
    let end: (look: RestoreLook | null) => void = () => undefined;
    const { bridge, user } = showApp(
      {
        ...answers,
        'restore.choose': () =>
          new Promise<RestoreLook | null>((resolve) => {
            end = resolve;
          }),
        'safety.stop': () => null,
      },
      '/safe',
    );
    await user.click(await screen.findByRole('button', { name: 'Restore from a backup…' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    bridge.emit('safety.progress', { work: 'restore', step: 'Checking every page', part: null });
    expect(await screen.findByRole('dialog', { name: 'Looking into the backup' })).toBeTruthy();
    bridge.emit('safety.progress', { work: 'restore', step: 'Copying', part: 0.5 });
    expect(await screen.findByText('Copying…')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(bridge.asked('safety.stop')).toEqual([{}]);
    end(null);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('offers the way back as long as what was kept aside is there', async () => {
    const { bridge, user } = showApp(
      {
        ...answers,
        'backup.page': () => ({
          ...page,
          keptAside: {
            fileName: 'Hollin before restore.evenhand',
            at: '2026-11-17T09:00:00.000Z',
            on: '2026-11-17',
          },
        }),
        'restore.goBack': () => appState(),
        'overview.read': () => overviewOf(),
      },
      '/safe',
    );
    await user.click(await screen.findByRole('button', { name: 'Go back to it' }));
    await waitFor(() => expect(bridge.asked('restore.goBack')).toEqual([{}]));
  });
});
