import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, test, vi } from 'vitest';
import { formFromPlace, formToPlace } from '../../renderer/forms/form-place.ts';
import type { FormRequest } from '../../renderer/forms/forms.tsx';
import { go } from '../../renderer/routes.ts';
import { appState } from './bridge.ts';
import { listOf, row } from './clients/client-list-maker.ts';
import { showApp } from './show-app.tsx';

const list = listOf([row(1)]);
const recovered = (path: string, what: 'window' | 'program' = 'program') =>
  appState({ recovered: { path, what } });

describe('a window after a crash', () => {
  it('goes back to where the owner was and says so once, calmly', async () => {
    const { bridge } = showApp(
      { 'app.state': () => recovered('/clients'), 'clients.list': list, 'app.at': () => null },
      '/overview',
    );
    await screen.findByText(/Evenhand was cut off the last time\. Everything confirmed is in the ledger/);
    await waitFor(() => expect(window.location.hash).toBe('#/clients'));
    await waitFor(() => expect(bridge.asked('app.at')).toContainEqual({ path: '/clients' }));
    // Asked again, as after every change, it neither moves nor speaks again.
    act(() => go('/lessons'));
    act(() => bridge.emit('ledger.changed', { clientId: null }));
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(window.location.hash).toBe('#/lessons');
  });

  it('has words of its own for a window that died while the program lived', async () => {
    showApp({ 'app.state': () => recovered('/clients', 'window'), 'clients.list': list });
    await screen.findByText(
      'The window had to start again. Nothing was lost; what you were typing is still there.',
    );
  });

  it('opens the form that was open', async () => {
    showApp(
      {
        'app.state': () => recovered('/clients?form=client'),
        'clients.list': list,
        'drafts.load': () => ({ value: { name: 'Larkfield Co' } }),
        'clients.twins': () => [],
      },
      '/overview',
    );
    const name = await screen.findByLabelText(/^Name/);
    expect((name as HTMLInputElement).value).toBe('Larkfield Co');
    expect(window.location.hash).toBe('#/clients');
  });

  it('says so without a ledger as well, and goes nowhere', async () => {
    showApp({ 'app.state': () => ({ ...recovered('/clients/12'), ledger: null }) }, '/');
    await screen.findByText(/was cut off the last time/);
    expect(window.location.hash).not.toContain('clients');
  });
});

describe('where the owner is', () => {
  it('is told a moment after each step, with the form that is open', async () => {
    vi.useRealTimers();
    const { bridge, user } = showApp({
      'clients.list': list,
      'app.at': () => null,
      'drafts.load': () => null,
      'clients.twins': () => [],
    });
    await waitFor(() => expect(bridge.asked('app.at')).toEqual([{ path: '/clients' }]));
    await user.click((await screen.findAllByRole('button', { name: 'New client' }))[0] as HTMLElement);
    await waitFor(() => expect(bridge.asked('app.at').at(-1)).toEqual({ path: '/clients?form=client' }));
    act(() => go('/lessons?search=Larkfield'));
    await waitFor(() => expect(bridge.asked('app.at').at(-1)).toEqual({ path: '/lessons' }));
  });

  test.each<FormRequest>([
    { form: 'complaint', clientId: 12 },
    { form: 'complaint', id: 4 },
    { form: 'decision', clientId: 12, complaintId: 3 },
    { form: 'client' },
    { form: 'redeem', clientId: 1, couponId: 9 },
  ])('a form that ids can name comes back as it was: %j', (request) => {
    expect(formFromPlace(formToPlace(request) ?? '')).toEqual(request);
  });

  it('no other form is named', () => {
    expect(formToPlace({ form: 'note', clientId: 1, kind: 'staff strain' })).toBeNull();
    expect(formToPlace({ form: 'credit', invoice: { id: 3 } as never })).toBeNull();
    for (const text of ['', 'import', 'credit', 'complaint.clientId-x', 'toString', '__proto__'])
      expect(formFromPlace(text)).toBeNull();
  });
});
