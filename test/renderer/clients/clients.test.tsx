import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { appState, ledger, Refusal } from '../bridge.ts';
import { showApp } from '../show-app.tsx';
import { listOf, manyRows, row } from './client-list-maker.ts';

const larkfield = row(7, {
  name: 'Larkfield Court',
  flagged: true,
  standing: 'at risk',
  typical: { days: 18, more: false },
  trend: 'slipping',
  slope: 3,
  owed: 330_000,
  pastDue: 228_000,
  oldestDays: 104,
  openComplaints: 1,
  openSeverity: 2,
  openDays: 8,
  complaints12: 5,
  goodwill12: 39_200,
  goodwillPercent: 3,
  revenue12: 1_314_000,
});

const rowOf = async (name: string) => {
  const link = await screen.findByRole('link', { name });
  const found = link.closest('tr');
  if (!found) throw new Error(`${name} is in no row`);
  return found;
};
const active = () => document.activeElement?.closest('[data-row]')?.getAttribute('data-row');

describe('a row of the list', () => {
  it('says everything the owner needs, in words beside every colour', async () => {
    showApp({ 'clients.list': listOf([larkfield]) });
    const cells = [...(await rowOf('Larkfield Court')).cells].map((cell) => cell.textContent);
    expect(cells).toEqual([
      'Larkfield Courtprivate',
      'at risk',
      '',
      '18',
      'slipping3.0\u00a0d',
      '£3,300',
      '£2,280',
      '104\u00a0d',
      '28\u00a0d',
      '5',
      '£392',
      '3.0\u00a0%',
      '£13,140',
      '1.2\u00a0%',
    ]);
    expect(within(await rowOf('Larkfield Court')).getByRole('img', { name: 'red flag' })).toBeTruthy();
  });

  it('says “more than” where the typical days can’t be known, and a dash where there is nothing', async () => {
    showApp({
      'clients.list': listOf([
        row(1, { typical: { days: 40, more: true } }),
        row(2, { typical: null, owed: 0 }),
      ]),
    });
    expect((await rowOf('Client 1')).cells[3]?.textContent).toBe('>40');
    expect((await rowOf('Client 2')).cells[3]?.textContent).toBe('–');
    expect((await rowOf('Client 2')).cells[5]?.textContent).toBe('–');
  });

  it('says who is parted, and whose standing the owner set', async () => {
    showApp({
      'clients.list': listOf([row(1, { parted: true }), row(2, { standing: 'at risk', standingSet: true })]),
    });
    expect((await rowOf('Client 1')).cells[1]?.textContent).toBe('parted');
    const { cells } = await rowOf('Client 2');
    expect(cells[1]?.textContent).toBe('at risk');
    expect(cells[1]?.querySelector('[role=img]')?.getAttribute('aria-label')).toBe('set by you');
  });

  it('has no goodwill limit to show where the rule is off', async () => {
    showApp({
      'app.state': () => appState({ ledger: { ...ledger, goodwillLimitPermille: null } }),
      'clients.list': listOf([row(1, { goodwill12: 50_00, goodwillPercent: 90 })]),
    });
    await rowOf('Client 1');
    expect(screen.queryByRole('button', { name: /Goodwill over/ })).toBeNull();
    expect(document.querySelector('.clients-over')).toBeNull();
  });

  it('shows a name as text, whatever is in it', async () => {
    showApp({ 'clients.list': listOf([row(1, { name: '<img src=x onerror=alert(1)>' })]) });
    expect(await screen.findByText('<img src=x onerror=alert(1)>')).toBeTruthy();
    expect(document.querySelector('.clients-rows img')).toBeNull();
  });

  it('opens the evidence of the number that was clicked, and not the client', async () => {
    const { bridge, user } = showApp({
      'clients.list': listOf([larkfield]),
      'why.explain': () => ({
        title: 'Past due',
        figure: '£2,280',
        explanation: [],
        columns: [],
        rows: [],
        rowCount: 0,
        total: null,
      }),
    });
    await user.click(await screen.findByRole('button', { name: /why £2,280 past due/ }));
    expect(await screen.findByRole('dialog', { name: 'Past due' })).toBeTruthy();
    expect(bridge.asked('why.explain')).toEqual([
      { of: 'figure', clientId: 7, figure: 'pastDue', part: null },
    ]);
    expect(window.location.hash).toBe('#/clients');
  });
});

describe('sorting', () => {
  it('asks for the worst first, then for the opposite', async () => {
    const { bridge, user } = showApp({ 'clients.list': listOf([larkfield]) });
    await screen.findByRole('link', { name: 'Larkfield Court' });
    const asked = () => {
      const last = bridge.asked('clients.list').at(-1);
      return last && [last.sort, last.descending];
    };
    expect(asked()).toEqual(['oldest', true]);
    await user.click(screen.getByRole('button', { name: 'owed' }));
    await waitFor(() => expect(asked()).toEqual(['owed', true]));
    expect(screen.getByRole('columnheader', { name: 'owed' }).getAttribute('aria-sort')).toBe('descending');
    expect(screen.getByRole('columnheader', { name: 'oldest' }).getAttribute('aria-sort')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'owed' }));
    await waitFor(() => expect(asked()).toEqual(['owed', false]));
    expect(screen.getByText('least owed first')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Client' }));
    await waitFor(() => expect(asked()).toEqual(['name', false]));
  });

  it('keeps the order for the session', async () => {
    sessionStorage.setItem(
      'clients.view',
      JSON.stringify({ filter: 'slipping', text: '', sort: 'revenue', descending: true }),
    );
    const { bridge } = showApp({ 'clients.list': listOf([larkfield]) });
    await screen.findByText('most revenue first');
    expect(bridge.asked('clients.list')).toMatchObject([
      { filter: 'slipping', sort: 'revenue', descending: true },
    ]);
  });
});

describe('filtering', () => {
  it('shows how many each chip would show and asks for the one pressed', async () => {
    const { bridge, user } = showApp({ 'clients.list': listOf([larkfield]) });
    const chip = await screen.findByRole('button', { name: 'Slipping 5' });
    expect(screen.getByRole('button', { name: 'Goodwill over 4\u00a0% 8' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'At risk 10' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Parted 11' })).toBeTruthy();
    await user.click(chip);
    await waitFor(() => expect(bridge.asked('clients.list').at(-1)).toMatchObject({ filter: 'slipping' }));
    expect(chip.getAttribute('aria-pressed')).toBe('true');
    await user.click(chip);
    expect(chip.getAttribute('aria-pressed')).toBe('false');
    expect(screen.getByRole('button', { name: 'All 1' }).getAttribute('aria-pressed')).toBe('true');
  });

  it('takes the typing with the key / and asks once it rests', async () => {
    const { bridge, user } = showApp({ 'clients.list': listOf([larkfield]) });
    await screen.findByRole('link', { name: 'Larkfield Court' });
    await user.keyboard('/lark');
    await waitFor(() => expect(bridge.asked('clients.list').at(-1)).toMatchObject({ text: 'lark' }));
    expect(bridge.asked('clients.list').map((input) => input.text)).not.toContain('l');
  });

  it('goes on showing the rows it had until the new ones are there', async () => {
    const { bridge, user } = showApp({ 'clients.list': listOf([larkfield]) });
    await screen.findByRole('link', { name: 'Larkfield Court' });
    bridge.answer({ 'clients.list': () => new Promise(() => {}) });
    await user.click(screen.getByRole('button', { name: 'Slipping 5' }));
    expect(screen.getByRole('link', { name: 'Larkfield Court' })).toBeTruthy();
    expect(screen.getByRole('grid').getAttribute('aria-busy')).toBe('true');
  });

  it('says what found nothing and leads back to all clients', async () => {
    const { user } = showApp({
      'clients.list': (input) =>
        listOf(input.text === 'zzz' ? [] : [larkfield], { total: 64, matched: input.text === 'zzz' ? 0 : 1 })(
          input,
        ),
    });
    await screen.findByRole('link', { name: 'Larkfield Court' });
    await user.keyboard('/zzz');
    await user.click(await screen.findByRole('button', { name: 'Show all 64 clients' }));
    await screen.findByRole('link', { name: 'Larkfield Court' });
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('');
  });

  it('offers the first steps while there is no client at all', async () => {
    const { user } = showApp({ 'clients.list': listOf([]) });
    expect(await screen.findByText('No clients yet')).toBeTruthy();
    expect(screen.queryByRole('grid')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Import invoices' }));
    expect(window.location.hash).toBe('#/import');
  });
});

describe('the keyboard', () => {
  it('walks the rows with one Tab stop and opens with Enter', async () => {
    const { user } = showApp({ 'clients.list': listOf(manyRows(20)) });
    await rowOf('Client 1');
    // Nothing has focus yet: the arrows mean the list all the same.
    await user.keyboard('{ArrowDown}');
    expect(active()).toBe('0');
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(active()).toBe('2');
    expect(document.querySelectorAll('[data-row][tabindex="0"]').length).toBe(1);
    expect((await rowOf('Client 3')).getAttribute('aria-selected')).toBe('true');
    await user.keyboard('{End}');
    expect(active()).toBe('19');
    await user.keyboard('{Home}{ArrowUp}');
    expect(active()).toBe('0');
    await user.keyboard('{ArrowDown}{Enter}');
    expect(window.location.hash).toBe('#/clients/2');
  });

  it('reaches a row’s numbers with → and keeps the column with ↓', async () => {
    const { user } = showApp({ 'clients.list': listOf(manyRows(5)) });
    await rowOf('Client 1');
    await user.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}{ArrowRight}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('why 3 days late, typically');
    await user.keyboard('{ArrowDown}');
    expect(active()).toBe('1');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('why 3 days late, typically');
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(await rowOf('Client 2'));
  });
});

describe('a long list', () => {
  it('asks only for the page in view and draws only what is near it', async () => {
    const { bridge } = showApp({ 'clients.list': listOf(manyRows(2000)) });
    await rowOf('Client 1');
    expect(bridge.asked('clients.list').map((input) => input.offset)).toEqual([0]);
    expect(document.querySelectorAll('[data-row]').length).toBeLessThan(60);
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('2003');
  });

  it('asks for the page it is sent to', async () => {
    const { bridge, user } = showApp({ 'clients.list': listOf(manyRows(2000)) });
    await rowOf('Client 1');
    await user.keyboard('{ArrowDown}');
    const scroller = document.querySelector('.clients-scroll');
    if (!scroller) throw new Error('no list');
    scroller.scrollTop = 32 * 1500;
    scroller.dispatchEvent(new Event('scroll'));
    await waitFor(() => expect(bridge.asked('clients.list').map((input) => input.offset)).toContain(1500));
    await rowOf('Client 1501');
    await user.keyboard('{ArrowDown}');
    expect(active()).toBe('1');
  });
});

describe('the last row', () => {
  it('sums up, and each sum can be asked why', async () => {
    const { user, bridge } = showApp({
      'clients.list': listOf([larkfield], { total: 64, matched: 64 }),
      'why.explain': () => ({
        title: 'Owed',
        figure: '£16,540',
        explanation: [],
        columns: [],
        rows: [],
        rowCount: 0,
        total: null,
      }),
    });
    const foot = (await screen.findByText('64 clients')).closest('tr');
    expect(foot?.textContent).toContain('6 slipping');
    expect(foot?.textContent).toContain('£126,890');
    await user.click(screen.getByRole('button', { name: 'why £16,540 owed' }));
    expect(bridge.asked('why.explain')).toEqual([
      { of: 'figure', clientId: null, figure: 'owed', part: null },
    ]);
  });

  it('says how many of all a filter shows; the reason of a part are the rows above', async () => {
    sessionStorage.setItem(
      'clients.view',
      JSON.stringify({ filter: 'slipping', text: '', sort: 'oldest', descending: true }),
    );
    showApp({ 'clients.list': listOf([larkfield], { total: 64, matched: 6 }) });
    expect(await screen.findByText('6 of 64 clients')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'why £16,540 owed' })).toBeNull();
  });
});

it('says why the list could not be read and asks again', async () => {
  const { bridge, user } = showApp({
    'clients.list': () => {
      throw new Refusal({ code: 'ledger', message: 'The disk is full.' });
    },
  });
  expect(await screen.findByText('The disk is full.')).toBeTruthy();
  bridge.answer({ 'clients.list': listOf([larkfield]) });
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await rowOf('Larkfield Court');
});

it('asks again when the ledger has changed', async () => {
  const { bridge } = showApp({ 'clients.list': listOf([larkfield]) });
  await rowOf('Larkfield Court');
  bridge.answer({ 'clients.list': listOf([{ ...larkfield, name: 'Larkfield Gardens' }]) });
  bridge.emit('ledger.changed', { clientId: 7 });
  await rowOf('Larkfield Gardens');
});
