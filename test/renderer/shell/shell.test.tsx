import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { go } from '../../../renderer/routes.ts';
import { appState, ledger } from '../bridge.ts';
import { listOf, row } from '../clients/client-list-maker.ts';
import { overviewOf } from '../overview/overview-maker.ts';
import { showApp } from '../show-app.tsx';

const list = listOf([row(1)]);
const sample = () => appState({ ledger: { ...ledger, isSample: true } });
const imported = () =>
  appState({
    ledger: {
      ...ledger,
      lastImport: {
        changeId: 12,
        on: '2026-11-15',
        fileName: 'november.csv',
        invoices: 31,
        payments: 1,
        complaints: 0,
        decisions: 0,
      },
    },
  });

describe('the frame around every screen', () => {
  it('says where one is, whose ledger it is, and as of when', async () => {
    showApp({ 'clients.list': list });
    expect((await screen.findByRole('link', { name: 'Clients' })).getAttribute('aria-current')).toBe('page');
    expect(screen.getByText('Hollin Gardens')).toBeTruthy();
    expect(screen.getByText('as of Tuesday 17 November 2026')).toBeTruthy();
    expect(screen.getByText('nothing leaves this laptop')).toBeTruthy();
    expect(screen.queryByText('sample')).toBeNull();
    expect(document.title).toBe('Hollin Gardens · Evenhand');
  });

  it.each([
    ['none of the sample are asked for', sample, 'Backups'],
    ['there is none', () => appState(), 'Backups, none yet'],
    [
      'the last is old',
      () => appState({ ledger: { ...ledger, lastBackup: { on: '2026-11-02', fileName: 'Old.evenhand' } } }),
      'Backups, last 15 days ago',
    ],
  ])('leads to history, prints and backups, and says that %s', async (_when, state, words) => {
    showApp({ 'app.state': state, 'clients.list': list });
    expect((await screen.findByRole('link', { name: words })).getAttribute('href')).toBe('#/safe');
    expect(screen.getByRole('link', { name: 'History' }).getAttribute('href')).toBe('#/history');
    expect(screen.getByRole('link', { name: 'Prints' }).getAttribute('href')).toBe('#/prints');
  });

  it('marks a sample and throws it away only after asking', async () => {
    const { bridge, user } = showApp({
      'app.state': sample,
      'clients.list': list,
      'ledger.discardSample': () => appState({ ledger: null }),
    });
    await user.click(await screen.findByRole('button', { name: 'Throw the sample away' }));
    // Enter does the harmless thing.
    expect(document.activeElement?.textContent).toBe('Leave it');
    await user.keyboard('{Enter}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(bridge.asked('ledger.discardSample')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Throw the sample away' }));
    await user.click(screen.getByRole('button', { name: 'Throw it away' }));
    expect(await screen.findByRole('button', { name: 'Start with a sample ledger' })).toBeTruthy();
  });

  it('undoes the last import after asking', async () => {
    const { bridge, user } = showApp({
      'app.state': imported,
      'clients.list': list,
      'changes.undo': () => ({ changeId: 13, id: 12, label: 'import undone' }),
    });
    expect(
      await screen.findByText(/last import Sunday 15 November 2026, 31 invoices, 1 payment$/),
    ).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Undo this import' }));
    await user.click(screen.getByRole('button', { name: 'Undo the import' }));
    expect(await screen.findByText('Import undone.')).toBeTruthy();
    expect(bridge.asked('changes.undo')).toEqual([{ changeId: 12 }]);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('does what the menu says', async () => {
    const { bridge } = showApp({
      'clients.list': list,
      'changes.steps': () => ({ undo: { id: 5, label: 'Payment of £20', rows: 2 }, redo: null }),
      'changes.undo': () => ({ changeId: 6, id: 1, label: 'Payment of £20 taken back' }),
    });
    await screen.findByRole('link', { name: 'Client 1' });
    act(() => bridge.emit('menu.chosen', { item: 'undo', changeId: 5 }));
    expect(await screen.findByText('Payment of £20 taken back.')).toBeTruthy();
    expect(bridge.asked('changes.undo')).toEqual([{ changeId: 5 }]);
    act(() => bridge.emit('menu.chosen', { item: 'find' }));
    expect(await screen.findByRole('combobox')).toBeTruthy();
    act(() => bridge.emit('menu.chosen', { item: 'settings' }));
    expect(window.location.hash).toBe('#/settings');
  });

  it('keeps the open ledger, and says so, when another would not open', async () => {
    const problem = { code: 'ledger', message: 'That file is no Evenhand ledger.' } as const;
    const { bridge } = showApp({ 'clients.list': list, 'ledger.choose': () => appState({ problem }) });
    await screen.findByRole('link', { name: 'Client 1' });
    act(() => bridge.emit('menu.chosen', { item: 'openLedger' }));
    expect(await screen.findByText('That file is no Evenhand ledger.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Client 1' })).toBeTruthy();
  });

  it('forgets the rows of the ledger before when another is opened', async () => {
    const { bridge } = showApp({ 'clients.list': list });
    await screen.findByRole('link', { name: 'Client 1' });
    const other = appState({ ledger: { ...ledger, business: 'Other & Co' } });
    bridge.answer({
      'overview.read': () => overviewOf({ clients: 0 }),
      'clients.list': listOf([row(1, { name: 'Somebody else' })]),
      'app.state': () => other,
    });
    act(() => bridge.emit('ledger.switched', other));
    // It begins at the front door.
    expect(await screen.findByText('No clients yet')).toBeTruthy();
    act(() => go('/clients'));
    expect(await screen.findByRole('link', { name: 'Somebody else' })).toBeTruthy();
    expect(screen.getByText('Other & Co')).toBeTruthy();
    expect(screen.queryByText('Client 1')).toBeNull();
  });

  it('says that the first screen is painted, once', async () => {
    const { bridge } = showApp({ 'clients.list': list });
    await screen.findByRole('link', { name: 'Client 1' });
    // The mark is set once a page; whichever test came first has set it.
    await waitFor(() => expect(document.documentElement.dataset.painted).toBe('true'));
    expect(performance.getEntriesByName('evenhand:painted').length).toBe(1);
    expect(bridge.asked('app.painted').length).toBeLessThan(2);
  });
});
