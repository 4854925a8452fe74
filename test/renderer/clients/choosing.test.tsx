import { cleanup, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { showApp } from '../show-app.tsx';
import { listOf, manyRows, row } from './client-list-maker.ts';

const three = [row(1, { name: 'Ash' }), row(2, { name: 'Birch' }), row(3, { name: 'Cedar' })];
const tick = (name: string) => screen.findByRole('checkbox', { name: `Choose ${name}` });
/** The boxes come when nothing else is to be done. */
const firstTick = async () => {
  const [first] = await screen.findAllByRole('checkbox');
  if (!first) throw new Error('There is no box to tick');
  return first;
};
const place = () => window.location.hash;

describe('choosing several clients', () => {
  it('shows no bar until one is chosen, and leads to their summaries in the order they were chosen', async () => {
    const { user } = showApp({ 'clients.list': listOf(three) });
    await tick('Ash');
    expect(screen.queryByText(/chosen$/)).toBeNull();
    await user.click(await tick('Cedar'));
    expect(place()).not.toContain('/clients/3');
    await user.click(await tick('Ash'));
    expect(screen.getByText('2 chosen')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Print summaries…' }));
    expect(place()).toBe('#/print?kind=client-summary&version=me&clients=3,1');
  });

  it('takes x and the space bar on a row, and Esc for none', async () => {
    const { user } = showApp({ 'clients.list': listOf(three) });
    await tick('Ash');
    await user.keyboard('x');
    expect((await tick('Ash')).matches(':checked')).toBe(true);
    await user.keyboard('{ArrowDown}{ArrowDown} ');
    expect(screen.getByText('2 chosen')).toBeTruthy();
    await user.keyboard(' ');
    expect(screen.getByText('1 chosen')).toBeTruthy();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByText(/chosen$/)).toBeNull());
  });

  it('is found again by whoever comes back', async () => {
    const { user } = showApp({ 'clients.list': listOf(three) });
    await user.click(await tick('Cedar'));
    await user.click(await tick('Ash'));
    const kept: unknown = window.history.state;
    cleanup();
    window.history.replaceState(kept, '');
    const back = showApp({ 'clients.list': listOf(three) });
    expect(await screen.findByText('2 chosen')).toBeTruthy();
    await back.user.click(screen.getByRole('button', { name: 'Print summaries…' }));
    expect(place()).toContain('clients=3,1');
  });

  it('is nobody in another ledger, whose numbers mean other clients', async () => {
    window.history.replaceState({ chosen: { ledger: 'Another.evenhand', ids: [1, 2] } }, '');
    showApp({ 'clients.list': listOf(three) });
    await tick('Ash');
    expect(screen.queryByText(/chosen$/)).toBeNull();
    expect(window.history.state).toMatchObject({ chosen: { ids: [] } });
  });

  it('leaves the space bar to a number that has the focus', async () => {
    const { user } = showApp({ 'clients.list': listOf(three) });
    await tick('Ash');
    await user.keyboard('{ArrowDown}{ArrowRight}');
    expect(document.activeElement?.tagName).toBe('BUTTON');
    await user.keyboard('x');
    expect(screen.queryByText(/chosen$/)).toBeNull();
  });

  it('chooses all of a filter with one press, also those that are not in view', async () => {
    const { user, bridge } = showApp({
      'clients.list': listOf(manyRows(240)),
      'clients.ids': () => Array.from({ length: 240 }, (_, index) => index + 1),
    });
    await user.click(await firstTick());
    await user.click(screen.getByRole('button', { name: 'All 240 clients' }));
    expect(await screen.findByText('240 chosen')).toBeTruthy();
    expect(bridge.asked('clients.ids')[0]).toMatchObject({ filter: 'all', text: '' });
    expect(screen.queryByRole('button', { name: /^All 240/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Clear' }));
    expect(screen.queryByText(/chosen$/)).toBeNull();
  });

  it('says kindly where they are too many for one print', async () => {
    const { user } = showApp({
      'clients.list': listOf(manyRows(501)),
      'clients.ids': () => Array.from({ length: 501 }, (_, index) => index + 1),
    });
    await user.click(await firstTick());
    await user.click(screen.getByRole('button', { name: 'All 501 clients' }));
    expect(await screen.findByText(/At most 500 in one go/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Print summaries…' })).toHaveProperty('disabled', true);
  });
});
