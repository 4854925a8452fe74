import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { AppState } from '../../../shared/contract.ts';
import { appState, Refusal } from '../bridge.ts';
import { overviewOf } from '../overview/overview-maker.ts';
import { showApp } from '../show-app.tsx';

const none = (changes: Partial<AppState> = {}) =>
  appState({ ledger: null, guess: { currency: 'EUR', paper: 'A4' }, locale: 'de-DE', ...changes });
const noLedger = () => {
  throw new Refusal({ code: 'noLedger', message: 'No ledger is open.' });
};

describe('without a ledger', () => {
  it('starts a sample and shows its overview', async () => {
    const { bridge, user } = showApp({ 'app.state': () => none(), 'clients.list': noLedger }, '/');
    const button = await screen.findByRole('button', { name: 'Start with a sample ledger' });
    bridge.answer({ 'ledger.createSample': () => appState(), 'overview.read': () => overviewOf() });
    await user.click(button);
    expect(await screen.findByRole('heading', { name: 'Tuesday 17 November 2026' })).toBeTruthy();
    expect(window.location.hash).toBe('#/overview');
  });

  it('asks about the business with what the computer suggests filled in', async () => {
    const { bridge, user } = showApp(
      {
        'app.state': () => none(),
        'ledger.create': () => appState(),
        'overview.read': () => overviewOf({ clients: 0 }),
      },
      '/',
    );
    await user.click(await screen.findByRole('button', { name: 'Start empty' }));
    const name = await screen.findByRole('textbox', { name: 'Name of your business' });
    expect(document.activeElement).toBe(name);
    await user.keyboard('Hollin Gardens{Enter}');
    await waitFor(() =>
      expect(bridge.asked('ledger.create')).toEqual([
        { business: 'Hollin Gardens', currency: 'EUR', paper: 'A4' },
      ]),
    );
    await screen.findByText('No clients yet');
  });

  it('does not start a ledger without a name, and says so at the field', async () => {
    const { bridge, user } = showApp({ 'app.state': () => none(), 'clients.list': noLedger }, '/');
    await user.click(await screen.findByRole('button', { name: 'Start empty' }));
    await user.click(await screen.findByRole('button', { name: 'Start the ledger' }));
    const name = await screen.findByRole('textbox', { name: 'Name of your business' });
    expect(await screen.findByText('What is your business called?')).toBeTruthy();
    expect(name.getAttribute('aria-invalid')).toBe('true');
    const described = (name.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent);
    expect(described).toContain('What is your business called?');
    await user.type(name, '   ');
    expect(screen.getByText('What is your business called?')).toBeTruthy();
    await user.type(name, 'H');
    await waitFor(() => expect(screen.queryByText('What is your business called?')).toBeNull());
    expect(bridge.asked('ledger.create')).toEqual([]);
  });

  it('goes on to the import after the three questions', async () => {
    const { bridge, user } = showApp(
      {
        'app.state': () => none(),
        'ledger.create': () => appState(),
        'overview.read': () => overviewOf({ clients: 0 }),
      },
      '/',
    );
    await user.click(await screen.findByRole('button', { name: 'Import from my bookkeeping program' }));
    await screen.findByRole('textbox', { name: 'Name of your business' });
    await user.keyboard('Hollin Gardens');
    await user.click(screen.getByRole('radio', { name: 'US Letter' }));
    await user.click(screen.getByRole('button', { name: 'Go on to the import' }));
    await waitFor(() => expect(window.location.hash).toBe('#/import'));
    expect(bridge.asked('ledger.create')[0]).toMatchObject({ paper: 'Letter' });
  });

  it('says why a ledger could not be made', async () => {
    const { user } = showApp(
      {
        'app.state': () => none(),
        'clients.list': noLedger,
        'ledger.create': () => {
          throw new Refusal({ code: 'ledger', message: 'The disk is full.' });
        },
      },
      '/',
    );
    await user.click(await screen.findByRole('button', { name: 'Start empty' }));
    await screen.findByRole('textbox', { name: 'Name of your business' });
    await user.keyboard('Hollin{Enter}');
    expect(await screen.findByText('The disk is full.')).toBeTruthy();
  });

  it('says calmly what is wrong with a ledger that would not open', async () => {
    const problem = { code: 'ledger', message: 'This ledger was written by a newer Evenhand.' } as const;
    const { bridge, user } = showApp(
      { 'app.state': () => none({ problem }), 'ledger.choose': () => null },
      '/',
    );
    expect(await screen.findByRole('heading', { name: 'Your ledger could not be opened' })).toBeTruthy();
    expect(screen.getByText(problem.message)).toBeTruthy();
    expect(screen.getByText('The file was left as it is.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Open another ledger…' }));
    // The owner closed the dialog: nothing changes.
    await waitFor(() => expect(bridge.asked('ledger.choose')).toEqual([{}]));
    expect(screen.getByText(problem.message)).toBeTruthy();
  });
});
