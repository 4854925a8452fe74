import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Found, Hit } from '../../../shared/views/search.ts';
import { listOf, row } from '../clients/client-list-maker.ts';
import { showApp } from '../show-app.tsx';

const hit = (changes: Partial<Hit>): Hit => ({
  kind: 'client',
  id: 7,
  clientId: 7,
  clientName: 'Larkfield Court',
  flagged: true,
  parted: false,
  title: '\u0002Lark\u0003field Court',
  excerpt: '38 flats',
  ...changes,
});
// In an order that is not the one shown: complaints came first.
const found: Found = {
  hits: [
    hit({
      kind: 'complaint',
      id: 5,
      title: 'lavender died',
      excerpt: 'Half the \u0002lav\u0003ender <b>is</b> dead',
    }),
    hit({}),
    hit({ kind: 'invoice', id: 34, title: '3327', excerpt: 'Bedding' }),
  ],
  more: false,
};
const list = listOf([row(1)]);
const start = (find: (text: string) => Found | Promise<Found> = () => found) => {
  const shown = showApp({ 'clients.list': list, 'search.find': ({ text }) => find(text) });
  return shown;
};
const options = () => screen.getAllByRole('option');
const chosen = () => options().find((option) => option.getAttribute('aria-selected') === 'true')?.textContent;

describe('the palette', () => {
  it('opens with Ctrl K from anywhere, groups what it finds and marks the matched words', async () => {
    const { user, bridge } = start();
    await screen.findByRole('link', { name: 'Client 1' });
    await user.keyboard('{Control>}k{/Control}');
    const box = await screen.findByRole('combobox');
    expect(document.activeElement).toBe(box);
    await user.keyboard('lav');
    await waitFor(() => expect(options().length).toBe(3));
    expect(bridge.asked('search.find').at(-1)).toEqual({ text: 'lav' });
    expect(
      screen
        .getAllByRole('group', { name: /Clients|Invoices|Complaints/ })
        .map((group) => group.ariaLabel ?? group.getAttribute('aria-label')),
    ).toEqual(['Clients', 'Invoices', 'Complaints']);
    const complaint = within(screen.getByRole('group', { name: 'Complaints' })).getByRole('option');
    expect(complaint.querySelector('mark')?.textContent).toBe('lav');
    expect(complaint.textContent).toContain('<b>is</b>');
    expect(complaint.querySelector('b')).toBeNull();
    expect(box.getAttribute('aria-activedescendant')).toBe(options()[0]?.id);
  });

  it('walks with the arrows, round the ends, and opens the client at that row', async () => {
    const { user } = start();
    await screen.findByRole('link', { name: 'Client 1' });
    await user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('combobox');
    await user.keyboard('lav');
    await waitFor(() => expect(chosen()).toContain('Larkfield Court'));
    await user.keyboard('{ArrowDown}');
    expect(chosen()).toContain('3327');
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(chosen()).toContain('lavender died');
    await user.keyboard('{Enter}');
    expect(window.location.hash).toBe('#/clients/7?row=complaint-5');
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('never opens what answers an older text', async () => {
    const slow: ((found: Found) => void)[] = [];
    const { user } = start((text) => (text === 'lav' ? found : new Promise((answer) => slow.push(answer))));
    await screen.findByRole('link', { name: 'Client 1' });
    await user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('combobox');
    await user.keyboard('lav');
    await waitFor(() => expect(options().length).toBe(3));
    await user.keyboard('a{Enter}');
    await waitFor(() => expect(slow.length).toBe(1));
    await user.keyboard('{Enter}');
    expect(window.location.hash).toBe('#/clients');
    slow[0]?.({ hits: [hit({ id: 9, clientId: 9, title: 'Lava Lamps', flagged: false })], more: false });
    await waitFor(() => expect(options().length).toBe(1));
    await user.keyboard('{Enter}');
    expect(window.location.hash).toBe('#/clients/9');
  });

  it('says that nothing was found, and that there is more', async () => {
    const { user } = start((text) => (text === 'x' ? { hits: [], more: false } : { ...found, more: true }));
    await user.click(await screen.findByRole('button', { name: /Find a client or invoice/ }));
    await user.keyboard('x');
    expect(await screen.findByText('Nothing found for “x”.')).toBeTruthy();
    await user.keyboard('y');
    expect(await screen.findByText('More was found than is shown: type a little more.')).toBeTruthy();
  });

  it('offers the pages that no link of the top bar leads to, and opens none by an Enter in an empty field', async () => {
    const { user } = start();
    await screen.findByRole('link', { name: 'Client 1' });
    await user.keyboard('{Control>}k{/Control}');
    const box = await screen.findByRole('combobox');
    const goTo = screen.getByRole('group', { name: 'Go to' });
    const offered = within(goTo)
      .getAllByRole('option')
      .map((option) => option.textContent ?? '');
    for (const name of ['Backups and safety', 'History', 'Prints', 'Letters', 'Take it with you'])
      expect(offered.some((text) => text.startsWith(name))).toBe(true);
    expect(offered.some((text) => text.startsWith('Clients'))).toBe(false);
    expect(box.getAttribute('aria-activedescendant')).toBeNull();
    await user.keyboard('{Enter}');
    expect(window.location.hash).toBe('#/clients');
    await user.keyboard('{ArrowUp}');
    expect(chosen()).toBe(offered.at(-1));
    await user.keyboard('{ArrowDown}');
    expect(chosen()).toBe(offered[0]);
  });

  it('finds pages by their name or by what they hold, below whatever clients there are', async () => {
    const { user } = start((text) => (text.startsWith('ba') ? found : { hits: [], more: false }));
    await screen.findByRole('link', { name: 'Client 1' });
    await user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('combobox');
    await user.keyboard('back');
    await waitFor(() => expect(options().length).toBe(6));
    expect(chosen()).toContain('Larkfield Court');
    expect(options().map(({ textContent }) => textContent?.slice(0, 18))).toContain('Backups and safety');
    await user.clear(screen.getByRole('combobox'));
    await user.keyboard('undo');
    expect(await screen.findByText('No client, invoice or complaint found for “undo”.')).toBeTruthy();
    await user.keyboard('{Enter}');
    expect(window.location.hash).toBe('#/history');
  });
});
