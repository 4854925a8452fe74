import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { MergeLook, MergeSide, MergeSuggestion } from '../../../shared/views/merge.ts';
import { type Answers, Refusal } from '../bridge.ts';
import { showApp } from '../show-app.tsx';

const side = (id: number, name: string, more: Partial<MergeSide> = {}): MergeSide => ({
  id,
  name,
  number: null,
  invoices: 0,
  complaints: 0,
  decisions: 0,
  owed: 0,
  newestInvoice: null,
  flagged: false,
  parted: false,
  ...more,
});
const court = side(1, 'Larkfield Court', {
  invoices: 18,
  owed: 330_000,
  flagged: true,
  newestInvoice: '2026-11-03',
});
const ct = side(2, 'Larkfield Ct', { invoices: 2, complaints: 1 });
const pair: MergeSuggestion = { one: ct, other: court, because: 'the same e-mail, denise@larkfield.example' };
const other: MergeSuggestion = {
  one: side(3, 'Mr Hussain'),
  other: side(4, 'Mr Hussain'),
  because: 'the same name',
};

const look = (keepId: number): MergeLook => {
  const [keep, gone] = keepId === 1 ? [court, ct] : [ct, court];
  const says = (a: string, b: string) => (keepId === 1 ? { keep: a, gone: b } : { keep: b, gone: a });
  return {
    keep,
    gone,
    together: { invoices: 20, complaints: 1, decisions: 0, owed: 330_000 },
    differences: [
      { field: 'name', label: 'Name', ...says('Larkfield Court', 'Larkfield Ct') },
      { field: 'termsDays', label: 'Days to pay', ...says('21 days', '30 days') },
    ],
    notes: ['Invoice 3526 is on both. The one of Larkfield Ct becomes “3526 (2)”.'],
    refusal: null,
  };
};
const answers = (more: Answers = {}): Answers => ({
  'merge.suggestions': () => [pair, other],
  'merge.look': ({ keepId }) => look(keepId),
  'merge.do': ({ keepId }) => ({
    changeId: 9,
    label: 'Merged Larkfield Ct into Larkfield Court',
    id: keepId,
  }),
  'merge.apart': () => ({ changeId: 9, label: 'Two clients', id: 1 }),
  ...more,
});

describe('merging two clients', () => {
  it('opens a pair with the one that has more behind it kept', async () => {
    const { user } = showApp(answers(), '/merge');
    await user.click(await screen.findByRole('link', { name: /Larkfield Court.*same e-mail/ }));
    expect(window.location.hash).toBe('#/merge?keep=1&gone=2');
    expect(await screen.findByRole('button', { name: 'Merge into Larkfield Court' })).toBeTruthy();
    expect(screen.getByText('They have the same e-mail, denise@larkfield.example.')).toBeTruthy();
    expect(screen.getByText(/becomes “3526 \(2\)”/)).toBeTruthy();
    const row = screen.getByRole('row', { name: /^Invoices/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['18', '2', '20']);
  });

  it('takes field by field what the owner chooses, also after the other is kept', async () => {
    const { user, bridge } = showApp(answers(), '/merge?keep=1&gone=2');
    await user.click(await screen.findByRole('radio', { name: '30 days' }));
    await user.click(screen.getByRole('radio', { name: /^Keep Larkfield Ct,/ }));
    await user.click(await screen.findByRole('button', { name: 'Merge into Larkfield Ct' }));
    // “30 days” is said by the one that is kept now; of the name nothing was chosen, so it is the kept one’s.
    await waitFor(() => expect(bridge.asked('merge.do')).toEqual([{ keepId: 2, goneId: 1, take: [] }]));
  });

  it('merges, says so with an undo, and goes on to the next pair', async () => {
    const { user, bridge } = showApp(answers(), '/merge?keep=1&gone=2');
    await user.click(await screen.findByRole('radio', { name: 'Larkfield Ct' }));
    await user.click(screen.getByRole('button', { name: 'Merge into Larkfield Court' }));
    await waitFor(() => expect(bridge.asked('merge.do')).toEqual([{ keepId: 1, goneId: 2, take: ['name'] }]));
    expect(await screen.findByText('Merged Larkfield Ct into Larkfield Court.')).toBeTruthy();
    expect(window.location.hash).toBe('#/merge?keep=3&gone=4');
  });

  it('hears that they are two', async () => {
    const { user, bridge } = showApp(answers({ 'merge.suggestions': () => [pair] }), '/merge?keep=1&gone=2');
    await user.click(await screen.findByRole('button', { name: 'They are two clients' }));
    await waitFor(() => expect(bridge.asked('merge.apart')).toEqual([{ oneId: 1, otherId: 2 }]));
    expect(window.location.hash).toBe('#/merge');
  });

  it('says why it can’t be done, and offers nothing to press', async () => {
    const refusal = 'Ways are parted with both. Welcome one of them back first.';
    showApp(answers({ 'merge.look': () => ({ ...look(1), refusal }) }), '/merge?keep=1&gone=2');
    expect((await screen.findByRole('alert')).textContent).toBe(refusal);
    expect(screen.getByRole('button', { name: /Merge into/ })).toHaveProperty('disabled', true);
  });

  it('tells of a failure and stays', async () => {
    const busy = () => {
      throw new Refusal({ code: 'busy', message: 'Wait until the import has finished.' });
    };
    const { user } = showApp(answers({ 'merge.do': busy }), '/merge?keep=1&gone=2');
    await user.click(await screen.findByRole('button', { name: 'Merge into Larkfield Court' }));
    expect((await screen.findByRole('alert')).textContent).toBe('Wait until the import has finished.');
    expect(window.location.hash).toBe('#/merge?keep=1&gone=2');
  });

  it('of clients that are gone says so, and of an address without sense too', async () => {
    const gone = () => {
      throw new Refusal({ code: 'notFound', message: 'This client is no longer in the ledger.' });
    };
    showApp(answers({ 'merge.look': gone }), '/merge?keep=1&gone=99');
    expect(await screen.findByText('These are not two clients of this ledger')).toBeTruthy();
  });

  it('lets two be chosen by hand where none look alike', async () => {
    const clients = [
      { id: 1, name: 'Larkfield Court', number: null, flagged: false, parted: false },
      { id: 2, name: 'Larkfield Ct', number: null, flagged: false, parted: false },
    ];
    const { user } = showApp(
      answers({ 'merge.suggestions': () => [], 'clients.pick': () => clients }),
      '/merge?client=oops',
    );
    expect(await screen.findByText('No two clients look like one.')).toBeTruthy();
    await user.type(screen.getByRole('combobox', { name: /^Client/ }), 'Lark');
    await user.click(await screen.findByRole('option', { name: /Larkfield Court/ }));
    const second = screen.getByRole('combobox', { name: /same as/ });
    await user.type(second, 'Lark');
    await user.click(await screen.findByRole('option', { name: /Larkfield Court/ }));
    expect(screen.getByText('That is one and the same already.')).toBeTruthy();
    await user.type(second, 'Lark');
    await user.click(await screen.findByRole('option', { name: /Larkfield Ct/ }));
    await user.click(screen.getByRole('button', { name: 'Lay them side by side' }));
    expect(window.location.hash).toBe('#/merge?keep=1&gone=2');
    expect(await screen.findByText('You chose them.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'They are two clients' })).toBeNull();
  });
});
