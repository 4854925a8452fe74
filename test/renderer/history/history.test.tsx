import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Input } from '../../../shared/contract.ts';
import type { HistoryLine, HistoryPage } from '../../../shared/views/history.ts';
import { Refusal } from '../bridge.ts';
import { showApp } from '../show-app.tsx';

const line = (id: number, more: Partial<HistoryLine> = {}): HistoryLine => ({
  id,
  at: new Date(2026, 10, 17, 9, id).toISOString(),
  kind: 'money',
  label: `Payment of £${id} from Larkfield Court`,
  clientId: 12,
  clientName: 'Larkfield Court',
  state: 'in force',
  undoneAt: null,
  rows: 2,
  ...more,
});
const pageOf = (lines: readonly HistoryLine[], next: number | null = null): HistoryPage => ({
  client: null,
  lines,
  next,
});
const detail = {
  line: line(3),
  rows: [
    {
      what: 'invoice 3526',
      action: 'changed' as const,
      fields: [
        { name: 'still open', before: '£340', after: null },
        { name: 'title', before: `begins ${'x'.repeat(300)} ends`, after: 'short' },
      ],
    },
  ],
  more: 250,
  back: { by: 'undo' as const },
};

describe('the history', () => {
  it('stands by day, newest first, and strikes what was undone', async () => {
    showApp(
      {
        'history.page': () =>
          pageOf([
            line(5, { state: 'undone', undoneAt: new Date(2026, 10, 17, 14, 5).toISOString() }),
            line(4, { clientName: null }),
            line(3, {
              at: new Date(2026, 10, 16, 8, 0).toISOString(),
              state: 'emptied',
              label: 'Import of x.csv',
            }),
          ]),
      },
      '/history',
    );
    expect((await screen.findAllByRole('heading', { level: 2 })).map((one) => one.textContent)).toEqual([
      'Today, Tuesday 17 November 2026',
      'Monday 16 November 2026',
    ]);
    expect(screen.getByText('Payment of £5 from Larkfield Court').tagName).toBe('S');
    expect(screen.getByText('undone today, 14:05')).toBeTruthy();
    expect(screen.getByText('partly erased with the bin')).toBeTruthy();
    // A client who is no longer there is no link.
    expect(screen.getAllByRole('link', { name: 'Larkfield Court' })).toHaveLength(2);
  });

  it('opens to before and after, cuts long words, and takes a change back', async () => {
    const { user, bridge } = showApp(
      {
        'history.page': () => pageOf([line(3)]),
        'history.change': () => detail,
        'changes.undo': () => ({ changeId: 9, label: 'Undid: payment of £3', id: 3 }),
        'changes.redo': () => ({ changeId: 10, label: 'Redid: payment of £3', id: 3 }),
      },
      '/history',
    );
    await user.click(await screen.findByRole('button', { name: /Payment of £3/ }));
    const table = await screen.findByRole('table');
    expect(within(table).getByRole('row', { name: 'still open £340 –' })).toBeTruthy();
    expect(screen.queryByText(/ ends/)).toBeNull();
    await user.click(within(table).getByRole('button', { name: 'more' }));
    expect(screen.getByText(/ ends/)).toBeTruthy();
    expect(screen.getByText('and 250 more rows, not shown')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^Take back/ }));
    expect(await screen.findByText('Undid: payment of £3.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Redo' }));
    expect(await screen.findByText('Redid: payment of £3.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(bridge.asked('changes.redo')).toEqual([{ changeId: 9 }]);
    // What is in force again is undone by its own id.
    await waitFor(() => expect(bridge.asked('changes.undo')).toEqual([{ changeId: 3 }, { changeId: 3 }]));
  });

  it('says why a change can’t be taken back, and asks before one of thousands of rows', async () => {
    const { user, bridge } = showApp(
      {
        'history.page': () => pageOf([line(4, { rows: 5493, label: 'Import of june.csv' }), line(3)]),
        'history.change': ({ changeId }) =>
          changeId === 3
            ? { ...detail, back: { why: 'Later changes build on it.' } }
            : { ...detail, line: line(4, { rows: 5493, label: 'Import of june.csv' }) },
        'changes.undo': () => ({ changeId: 9, label: 'Undid: import of june.csv', id: 4 }),
      },
      '/history',
    );
    await user.click(await screen.findByRole('button', { name: /Payment of £3/ }));
    expect(await screen.findByText('Later changes build on it.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Take back/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: /Import of june/ }));
    await user.click(await screen.findByRole('button', { name: /^Take back/ }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('Take back: import of june.csv?');
    expect(dialog.textContent).toContain('5,493 rows');
    expect(bridge.asked('changes.undo')).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Take back' }));
    expect(bridge.asked('changes.undo')).toEqual([{ changeId: 4 }]);
  });

  it('is asked for by kind, day and client, older pages as one scrolls, and the filters stand in the address', async () => {
    const asked: Input<'history.page'>[] = [];
    const { user } = showApp(
      {
        'history.page': (input) => {
          asked.push(input);
          if (input.kind === 'rules') return pageOf([]);
          return input.before === null ? pageOf([line(30), line(29)], 29) : pageOf([line(2)]);
        },
      },
      '/history?client=12',
    );
    expect(await screen.findByRole('button', { name: /Payment of £2 / })).toBeTruthy();
    expect(asked.map(({ clientId, before }) => [clientId, before])).toEqual([
      [12, null],
      [12, 29],
    ]);
    await user.selectOptions(screen.getByLabelText(/^What/), 'rules');
    fireEvent.change(screen.getByLabelText(/^From/), { target: { value: '2026-11-01' } });
    await waitFor(() => expect(window.location.hash).toBe('#/history?client=12&kind=rules&from=2026-11-01'));
    expect(await screen.findByText('Nothing of this kind was done then')).toBeTruthy();
    await user.click(screen.getAllByRole('button', { name: 'Show everything' })[0] as HTMLElement);
    expect(window.location.hash).toBe('#/history');
    expect(await screen.findByRole('button', { name: /Payment of £30 / })).toBeTruthy();
  });

  it('a page that can’t be told says so and can be asked again', async () => {
    const { user, bridge } = showApp(
      {
        'history.page': () => {
          throw new Refusal({ code: 'ledger', message: 'The disk does not answer.' });
        },
      },
      '/history',
    );
    await screen.findByText('The disk does not answer.');
    bridge.answer({ 'history.page': () => pageOf([line(3)]) });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('button', { name: /Payment of £3/ })).toBeTruthy();
  });
});

describe('the bin', () => {
  const removed = {
    changeId: 7,
    at: new Date(2026, 10, 16, 8, 0).toISOString(),
    label: 'Removed the client Tide & Co',
    clientId: 2,
    rows: 40,
  };

  it('puts back what was removed', async () => {
    const { user, bridge } = showApp(
      {
        'bin.page': () => ({ lines: [removed] }),
        'changes.undo': () => ({ changeId: 9, label: 'Undid: removed the client Tide & Co', id: 7 }),
      },
      '/history?tab=bin',
    );
    expect(await screen.findByText(/16 Nov 2026, 08:00/)).toBeTruthy();
    bridge.answer({ 'bin.page': () => ({ lines: [] }) });
    await user.click(screen.getByRole('button', { name: 'Put back: Removed the client Tide & Co' }));
    expect(bridge.asked('changes.undo')).toEqual([{ changeId: 7 }]);
    expect(await screen.findByText('The bin is empty')).toBeTruthy();
  });

  it('is emptied only after asking, with a backup at hand', async () => {
    const { user, bridge } = showApp(
      {
        'bin.page': () => ({ lines: [removed] }),
        'bin.empty': () => ({ emptied: 1 }),
        'backup.make': () => null,
      },
      '/history?tab=bin',
    );
    await user.click(await screen.findByRole('button', { name: 'Empty the bin…' }));
    // Enter does the harmless thing.
    expect(document.activeElement?.textContent).toBe('Leave it');
    await user.click(screen.getByRole('button', { name: 'Back up first…' }));
    expect(bridge.asked('backup.make')).toHaveLength(1);
    expect(bridge.asked('bin.empty')).toHaveLength(0);
    await user.click(screen.getByRole('button', { name: 'Erase for good' }));
    expect(await screen.findByText('One removal was erased for good.')).toBeTruthy();
  });
});

describe('Ctrl+Z', () => {
  const steps = (rows = 2) => ({
    'history.page': () => pageOf([]),
    'changes.steps': () => ({
      undo: { id: 5, label: 'Payment of £20', rows },
      redo: { id: 8, label: 'Red flag raised', rows: 2 },
    }),
    'changes.undo': () => ({ changeId: 9, label: 'Undid: payment of £20', id: 5 }),
    'changes.redo': () => ({ changeId: 9, label: 'Redid: red flag raised', id: 5 }),
  });

  it('undoes, Ctrl+Y and Ctrl+Shift+Z redo; in a field they are the field’s own', async () => {
    const { user, bridge } = showApp(steps(), '/history');
    await screen.findByText('Nothing was done yet');
    await user.keyboard('{Control>}z{/Control}');
    expect(await screen.findByText('Undid: payment of £20.')).toBeTruthy();
    await user.keyboard('{Control>}y{/Control}');
    expect(await screen.findByText('Redid: red flag raised.')).toBeTruthy();
    await user.keyboard('{Control>}{Shift>}Z{/Shift}{/Control}');
    await waitFor(() => expect(bridge.asked('changes.redo')).toEqual([{ changeId: 8 }, { changeId: 8 }]));
    await user.click(screen.getByLabelText(/^Client/));
    await user.keyboard('{Control>}z{/Control}');
    // A select has no typing of its own to take back.
    expect(bridge.asked('changes.undo')).toEqual([{ changeId: 5 }]);
    act(() => screen.getByLabelText(/^What/).focus());
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(bridge.asked('changes.undo')).toHaveLength(2));
  });

  it('asks before thousands of rows, and does nothing behind a dialog', async () => {
    const { user, bridge } = showApp(steps(5493), '/history');
    await screen.findByText('Nothing was done yet');
    await user.keyboard('{Control>}z{/Control}');
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('Undo: payment of £20?');
    await user.keyboard('{Control>}z{/Control}');
    expect(bridge.asked('changes.steps')).toHaveLength(1);
    expect(bridge.asked('changes.undo')).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Undo it' }));
    expect(await screen.findByText('Undid: payment of £20.')).toBeTruthy();
  });

  it('with nothing to undo says so; a refusal says why', async () => {
    const { user, bridge } = showApp(
      { 'history.page': () => pageOf([]), 'changes.steps': () => ({ undo: null, redo: null }) },
      '/history',
    );
    await screen.findByText('Nothing was done yet');
    await user.keyboard('{Control>}z{/Control}');
    expect(await screen.findByText('Nothing to undo.')).toBeTruthy();
    bridge.answer({
      ...steps(),
      'changes.undo': () => {
        throw new Refusal({ code: 'conflict', message: '“Payment of £20” can’t be undone yet.' });
      },
    });
    await user.keyboard('{Control>}z{/Control}');
    expect(await screen.findByText('“Payment of £20” can’t be undone yet.')).toBeTruthy();
  });
});
