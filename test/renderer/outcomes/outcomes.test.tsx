import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Tally } from '../../../shared/decisions/outcome.ts';
import type { OutcomeCounts, OutcomeRow, OutcomesPage } from '../../../shared/views/outcomes.ts';
import type { Why } from '../../../shared/views/why.ts';
import { showApp } from '../show-app.tsx';

const t = (yes: number, of: number, open = 0, early = 0): Tally => ({
  yes,
  of,
  open,
  early,
  percent: of < 5 ? null : Math.round((yes / of) * 1000) / 10,
});

const counts = (count: number, more: Partial<OutcomeCounts> = {}): OutcomeCounts => ({
  count,
  cost: 0,
  cameBack90: t(0, count),
  cameBack180: t(0, count),
  complainedAgain: t(0, count),
  sameCauseAgain: t(0, 0),
  used: null,
  paidFaster: 0,
  paidSlower: 0,
  paidSame: 0,
  ...more,
});

const row = (
  kind: OutcomeRow['kind'],
  severity: OutcomeRow['severity'],
  count: number,
  more: Partial<OutcomeCounts> = {},
): OutcomeRow => ({ kind, severity, ...counts(count, more) });

const page = (rows: readonly OutcomeRow[], total: OutcomeCounts, from: string | null): OutcomesPage => ({
  asOf: '2026-11-17',
  from,
  total,
  rows,
});

const putRight = {
  cost: 420_00,
  cameBack90: t(12, 15, 3, 2),
  cameBack180: t(9, 10, 8),
  complainedAgain: t(2, 10, 8),
  sameCauseAgain: t(1, 4, 2),
  paidFaster: 3,
  paidSlower: 1,
};
const year = page(
  [
    row('put right', null, 18, putRight),
    row('put right', 2, 10, { cameBack90: t(7, 9, 1) }),
    row('put right', 0, 8),
    row('coupon', null, 3, { cameBack90: t(0, 0, 3, 1), used: t(1, 2, 1) }),
    row('coupon', 3, 3),
  ],
  counts(21, { cost: 440_00, cameBack90: t(12, 15, 6, 3) }),
  '2025-11-18',
);
const nothing = (from: string | null) => page([], counts(0), from);

const answering = (of: (months: number | null) => OutcomesPage) => ({
  'outcomes.page': ({ months }: { months: number | null }) => of(months),
});

const rowOf = async (name: RegExp) => {
  const cell = await screen.findByRole('rowheader', { name });
  const found = cell.closest('tr');
  if (found === null) throw new Error('no row');
  return within(found);
};

describe('did it work?', () => {
  it('shows n of m with the share, and open ones apart', async () => {
    showApp(
      answering(() => year),
      '/outcomes',
    );
    const cells = await rowOf(/^Put right/);
    expect(
      cells.getByRole('button', { name: 'why 12 of 15: put right, came back within 90 days' }),
    ).toBeTruthy();
    expect(cells.getByText('80.0 %')).toBeTruthy();
    expect(cells.getByText('3 still open, 2 back')).toBeTruthy();
    expect(cells.getByText('1 of 4')).toBeTruthy();
    expect(cells.getAllByText('too few to say')).toHaveLength(1);
    expect(cells.getByText('3 faster')).toBeTruthy();
    expect(cells.queryByText('0 as before')).toBeNull();
    expect(screen.getByText('21 decisions since 18 Nov 2025, £440 goodwill')).toBeTruthy();
  });

  it('shows no share and no nought of nought where every window is open', async () => {
    showApp(
      answering(() => year),
      '/outcomes',
    );
    const cells = await rowOf(/^Coupon/);
    expect(cells.getByText('3 still open')).toBeTruthy();
    expect(cells.getByText('1 back')).toBeTruthy();
    expect(cells.queryByText('0 of 0')).toBeNull();
    expect(document.body.textContent).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('says what it can’t prove', async () => {
    showApp(
      answering(() => year),
      '/outcomes',
    );
    expect(await screen.findByText('What came after, not what came of it.')).toBeTruthy();
  });

  it('opens a kind to its severities, by keyboard too', async () => {
    const { user } = showApp(
      answering(() => year),
      '/outcomes',
    );
    const toggle = await screen.findByRole('button', { name: 'Put right' });
    expect(toggle.getAttribute('aria-expanded')).toBe('false');
    expect(screen.queryByRole('rowheader', { name: 'inconvenience' })).toBeNull();
    toggle.focus();
    await user.keyboard('{Enter}');
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByRole('rowheader', { name: 'inconvenience' })).toBeTruthy();
    expect(screen.getByRole('rowheader', { name: 'severity not noted' })).toBeTruthy();
    expect(screen.queryByRole('rowheader', { name: 'real loss' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Hide severities' }));
    expect(screen.queryByRole('rowheader', { name: 'inconvenience' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show severities' }));
    expect(screen.getByRole('rowheader', { name: 'real loss' })).toBeTruthy();
  });

  it('opens the decisions behind a number', async () => {
    const why: Why = {
      title: 'Came back within 90 days: put right, severity 2 (inconvenience)',
      figure: '7 of 9',
      explanation: [],
      columns: [],
      rows: [],
      rowCount: 0,
      total: null,
    };
    const { bridge, user } = showApp({ ...answering(() => year), 'why.explain': () => why }, '/outcomes');
    await user.click(await screen.findByRole('button', { name: 'Put right' }));
    await user.click(
      screen.getByRole('button', { name: 'why 7 of 9: put right, inconvenience, came back within 90 days' }),
    );
    expect(await screen.findByRole('dialog', { name: why.title })).toBeTruthy();
    expect(bridge.asked('why.explain')).toEqual([
      { of: 'outcome', kind: 'put right', severity: 2, figure: 'cameBack90', months: 12 },
    ]);
  });

  it('asks for another period, and meanwhile lets no number of the last one be opened', async () => {
    let answer: (page: OutcomesPage) => void = () => undefined;
    const { bridge, user } = showApp(
      {
        'outcomes.page': ({ months }) =>
          months === 12 ? year : new Promise<OutcomesPage>((resolve) => (answer = resolve)),
      },
      '/outcomes',
    );
    const table = await screen.findByRole('table');
    await user.click(screen.getByRole('radio', { name: 'All' }));
    expect(bridge.asked('outcomes.page').at(-1)).toEqual({ months: null });
    expect(table.closest('[inert]')).not.toBeNull();
    answer({ ...year, from: null });
    await waitFor(() => expect(document.querySelector('[inert]')).toBeNull());
    expect(screen.getByText(/^21 decisions in all/)).toBeTruthy();
  });

  it('of two decisions reads sensibly', async () => {
    const two = page(
      [row('coupon', null, 2, { used: t(0, 0, 2) }), row('coupon', 1, 2)],
      counts(2),
      '2025-11-18',
    );
    showApp(
      answering(() => two),
      '/outcomes',
    );
    expect(
      await screen.findByText('2 decisions since 18 Nov 2025. Too few for shares; the counts stand'),
    ).toBeTruthy();
    // A total of one kind alone would say the same twice.
    expect(screen.queryByRole('rowheader', { name: 'All decisions' })).toBeNull();
  });

  it('without a decision in these months offers all of them, and without any the desk', async () => {
    const { user } = showApp(
      answering((months) => nothing(months === null ? null : '2025-11-18')),
      '/outcomes',
    );
    await user.click(await screen.findByRole('button', { name: 'Look at all of them' }));
    expect(await screen.findByText('No decision yet')).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'All' }).checked).toBe(true);
    expect(screen.getByRole('button', { name: 'Go to the desk' })).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });
});
