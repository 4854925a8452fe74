import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Why } from '../../../shared/views/why.ts';
import { Refusal } from '../bridge.ts';
import { listOf, row } from '../clients/client-list-maker.ts';
import { showApp } from '../show-app.tsx';

const why: Why = {
  title: 'Past due',
  figure: '£2,280',
  explanation: ['What is open after its due day.'],
  columns: [
    { label: 'invoice', right: false },
    { label: 'due', right: true },
    { label: 'days', right: true },
    { label: 'open', right: true },
  ],
  rows: [
    {
      to: { kind: 'invoice', id: 34, clientId: 7 },
      cells: [
        { as: 'text', text: '3327' },
        { as: 'day', day: '2026-08-05' },
        { as: 'number', number: 104, unit: 'd' },
        { as: 'money', amount: 64_000 },
      ],
      mark: 'excused',
    },
    {
      to: { kind: 'client', id: 9, clientId: 9 },
      cells: [
        { as: 'text', text: '3350' },
        { as: 'none' },
        { as: 'number', number: -2.5 },
        { as: 'money', amount: 1 },
      ],
    },
  ],
  rowCount: 700,
  total: [{ as: 'text', text: 'in all' }, { as: 'none' }, { as: 'none' }, { as: 'money', amount: 228_000 }],
};
const list = listOf([row(7, { name: 'Larkfield Court', pastDue: 228_000 })]);

async function open(answer: () => Why) {
  const shown = showApp({ 'clients.list': list, 'why.explain': answer });
  await shown.user.click(await screen.findByRole('button', { name: /why £2,280 past due/ }));
  return { ...shown, dialog: await screen.findByRole('dialog') };
}

describe('the why panel', () => {
  it('shows the number, how it comes about and the rows behind it', async () => {
    const { dialog } = await open(() => why);
    expect(await within(dialog).findByRole('heading', { name: 'Past due' })).toBeTruthy();
    expect(within(dialog).getByText('What is open after its due day.')).toBeTruthy();
    const rows = within(dialog).getAllByRole('row');
    expect(rows.map((one) => [...one.querySelectorAll('th, td')].map((cell) => cell.textContent))).toEqual([
      ['invoice', 'due', 'days', 'open'],
      ['3327', '5 Aug 2026', '104\u00a0d', '£640.00excused'],
      ['3350', '–', '−2.5', '£0.01'],
      ['in all', '', '', '£2,280.00'],
    ]);
    expect(within(dialog).getByText(/The first 2 of 700/)).toBeTruthy();
  });

  it('leads to the row it shows, and closes', async () => {
    const { user, dialog } = await open(() => why);
    await user.click(await within(dialog).findByRole('link', { name: '3327' }));
    expect(window.location.hash).toBe('#/clients/7?row=invoice-34');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('leads to a client where the row is one', async () => {
    const { user, dialog } = await open(() => why);
    await user.click(await within(dialog).findByRole('link', { name: '3350' }));
    expect(window.location.hash).toBe('#/clients/9');
  });

  it('gives focus back to the number when it closes', async () => {
    const { user, dialog } = await open(() => why);
    await user.click(within(dialog).getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/why £2,280 past due/);
  });

  it('says what is wrong where there is no answer', async () => {
    const { dialog } = await open(() => {
      throw new Refusal({ code: 'notFound', message: 'That client is no longer in the ledger.' });
    });
    expect(await within(dialog).findByText('That client is no longer in the ledger.')).toBeTruthy();
  });
});
