import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { AppState } from '../../../shared/contract.ts';
import type { DamagedLedger, SalvageReport } from '../../../shared/views/restore.ts';
import { appState, Refusal } from '../bridge.ts';
import { overviewOf } from '../overview/overview-maker.ts';
import { showApp } from '../show-app.tsx';

const damaged: DamagedLedger = {
  fileName: 'Hollin Gardens.evenhand',
  found: 'Some of its pages no longer hold what was written to them: Tree 12 page 40.',
  backup: {
    id: 'one',
    fileName: 'Hollin Gardens 2026-11-15.evenhand',
    on: '2026-11-15',
    sealed: false,
    missing: { count: 3, labels: ['Payment of £120.00', 'New client Fenwick'] },
  },
};
const state = (changes: Partial<DamagedLedger> = {}): AppState =>
  appState({
    ledger: null,
    problem: { code: 'ledger', message: 'Hollin Gardens.evenhand is damaged.' },
    damaged: { ...damaged, ...changes },
  });

const report: SalvageReport = {
  token: '0b0f6f0e-6c43-4d5e-9a57-3d0f3f1f2a11',
  fileName: 'Hollin Gardens saved 2026-11-17.evenhand',
  tables: [
    { name: 'clients', saved: 64, lost: 0, perhapsMore: false },
    { name: 'invoices', saved: 2900, lost: 14, perhapsMore: false },
    { name: 'details of the history', saved: 12, lost: 0, perhapsMore: true },
  ],
  lastChange: { at: '2026-11-17T09:00:00.000Z', label: 'New client Fenwick' },
};

describe('a damaged ledger', () => {
  it('is said to be so, with the ways on and what the newest backup would miss', async () => {
    const { bridge, user } = showApp(
      {
        'app.state': () => state(),
        'restore.look': () => {
          throw new Refusal({ code: 'ledger', message: 'It is not there any more.' });
        },
      },
      '/',
    );
    expect(await screen.findByRole('heading', { name: 'Your ledger is damaged' })).toBeTruthy();
    expect(screen.getByText(/Tree 12 page 40/)).toBeTruthy();
    expect(
      screen.getByText(/3 changes since are missing in it; the newest: Payment of £120\.00/),
    ).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Restore the newest backup…' }));
    expect(await screen.findByText('It is not there any more.')).toBeTruthy();
    expect(bridge.asked('restore.look')).toEqual([{ backupId: 'one' }]);
  });

  it.each([
    [null, 'can’t be told any more'],
    [{ count: 0, labels: [] }, 'Nothing was changed since'],
    [{ count: 1, labels: ['A'] }, 'One change since is missing in it; the newest: A'],
  ] as const)('words what is missing: %j', async (missing, words) => {
    if (damaged.backup === null) throw new Error('no backup');
    showApp({ 'app.state': () => state({ backup: { ...damaged.backup, missing } as never }) }, '/');
    expect(await screen.findByText(new RegExp(words))).toBeTruthy();
  });

  it('saves what can be read, shows what is lost and opens it', async () => {
    const { bridge, user } = showApp(
      {
        'app.state': () => state({ backup: null }),
        'salvage.start': () => report,
        'salvage.open': () => appState(),
        'overview.read': () => overviewOf(),
      },
      '/',
    );
    expect(await screen.findByText(/None is known on this laptop/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Save what can be read…' }));
    const dialog = await screen.findByRole('dialog', { name: 'What could be read' });
    expect(
      within(dialog).getByText(/14 rows are lost, perhaps more\. Balances were reckoned again/),
    ).toBeTruthy();
    expect(
      within(within(dialog).getByRole('row', { name: /^invoices/ }))
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['2,900', '14']);
    expect(within(dialog).getByText('perhaps some')).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Open what was saved' }));
    await waitFor(() => expect(bridge.asked('salvage.open')).toEqual([{ token: report.token }]));
    expect(await screen.findByText(/The damaged file stays where it is/)).toBeTruthy();
  });

  it('says honestly when nothing can be read', async () => {
    const { user } = showApp(
      {
        'app.state': () => state(),
        'salvage.start': () => {
          throw new Refusal({
            code: 'ledger',
            message: 'Nothing in it tells any more where its tables begin.',
          });
        },
      },
      '/',
    );
    await user.click(await screen.findByRole('button', { name: 'Save what can be read…' }));
    expect(await screen.findByRole('dialog', { name: 'Nothing could be saved' })).toBeTruthy();
    expect(screen.getByText('The damaged file is as it was.')).toBeTruthy();
  });
});

describe('the welcome', () => {
  it('restores a backup on a new laptop, also from the menu', async () => {
    const { bridge, user } = showApp(
      { 'app.state': () => appState({ ledger: null }), 'restore.choose': () => null },
      '/',
    );
    await user.click(await screen.findByRole('button', { name: 'restore from a backup…' }));
    await waitFor(() => expect(bridge.asked('restore.choose')).toHaveLength(1));
    bridge.emit('menu.chosen', { item: 'restore' });
    await waitFor(() => expect(bridge.asked('restore.choose')).toHaveLength(2));
  });
});
