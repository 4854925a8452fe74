import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { IMPORT_ID, openImport } from './import-bridge.tsx';

const heads = 'Client,Complaint type,Opened,Closed,Result,Refund,Satisfied';
const plain = [
  heads,
  'Larkfield Court,Late delivery,13/02/2026,20/02/2026,Bill reduced,30.00,yes',
  'Mrs Bello,Damaged goods,14/02/2026,21/02/2026,Goods exchanged,12.50,no',
  'Mrs Bello,Damaged goods,15/02/2026,22/02/2026,Advised to sue,0.00,no',
  'Mr Hussain,,16/02/2026,,,,',
].join('\n');
const odd = [
  plain,
  ',Damaged goods,13/03/2026,14/03/2026,Bill reduced,5.00,yes',
  'Dr Nair,Damaged goods,13/03/2026,02/03/2026,Bill reduced,7.00,yes',
  'Dr Nair,Damaged goods,13/03/2026,14/03/2026,Bill reduced,7x,yes',
].join('\n');

type User = { click: (element: Element) => Promise<void> };
const button = (name: RegExp | string) => screen.findByRole('button', { name }) as Promise<HTMLButtonElement>;
const choose = async (user: User) => user.click(await button('Choose a file…'));
const lineOf = (label: RegExp) =>
  screen.getByRole('rowheader', { name: label }).closest('tr')?.querySelector('td')?.textContent;
const chosen = (label: string) => (screen.getByLabelText(label) as HTMLSelectElement).value;

describe('a list of complaints', () => {
  it('is recognised with its reason, and every row and all money is accounted for', async () => {
    const desk = openImport(plain);
    await choose(desk.user);
    await button('Import 4 complaints');
    expect(screen.getByRole('heading', { name: 'Import complaints' })).toBeTruthy();
    const what = screen.getByRole('radiogroup', { name: 'What it lists' });
    expect((within(what).getByRole('radio', { name: 'complaints' }) as HTMLInputElement).checked).toBe(true);
    expect(screen.getByText('by the heading ‘Complaint type’')).toBeTruthy();
    expect(lineOf(/^rows read/)).toBe('4');
    expect(lineOf(/^new complaints/)).toBe('4');
    expect(lineOf(/^of them not settled/)).toBe('1');
    expect(lineOf(/^decisions to add/)).toBe('3');
    expect(lineOf(/^of them refunds/)).toBe('2');
    expect(lineOf(/^in the file/)).toBe('£42.50');
    expect(lineOf(/^refunds to add/)).toBe('£42.50');
    const first = screen.getByRole('region', { name: 'The first rows' });
    expect(within(first).getByText('13 Feb 2026')).toBeTruthy();
    expect(screen.getByLabelText('Column for Money back')).toBeTruthy();
    expect(screen.queryByLabelText('Column for Invoice number')).toBeNull();
    expect(screen.queryByRole('combobox', { name: 'Rows' })).toBeNull();
  });

  it('shows what each kind and result stands for, and reads the file again with another', async () => {
    const desk = openImport(plain);
    await choose(desk.user);
    await button('Import 4 complaints');
    expect(chosen('Cause for Late delivery')).toBe('5');
    expect(chosen('Cause for Damaged goods')).toBe('');
    expect(chosen('Decision for Bill reduced')).toBe('part refund');
    expect(chosen('Decision for Goods exchanged')).toBe('put right');
    expect(chosen('Decision for Advised to sue')).toBe('');
    expect(screen.getByText('1 row says nothing here: a cause is not noted there.')).toBeTruthy();
    await desk.user.selectOptions(screen.getByLabelText('Cause for Damaged goods'), 'order mixed up');
    await desk.user.selectOptions(screen.getByLabelText('Decision for Advised to sue'), 'hold firm');
    await waitFor(() => expect(lineOf(/^decisions to add/)).toBe('4'));
    expect(desk.of('imports.choose').at(-1)).toEqual({
      importId: IMPORT_ID,
      choices: { causes: { 'damaged goods': 9 }, results: { 'advised to sue': 'hold firm' } },
    });
    expect(chosen('Cause for Damaged goods')).toBe('9');
    await desk.user.selectOptions(screen.getByLabelText('Decision for Goods exchanged'), '');
    await waitFor(() => expect(lineOf(/^decisions to add/)).toBe('3'));
  });

  it('asks about odd rows, lists them, and lets the answer be changed', async () => {
    const desk = openImport(odd);
    await choose(desk.user);
    const questions = await screen.findByRole('region', { name: 'Questions about this file' });
    expect(
      within(questions).getByText(/^1 row names no client \(line 6\)\. £5\.00 was given back/),
    ).toBeTruthy();
    expect(((await button('Import')) as HTMLButtonElement).disabled).toBe(true);
    await desk.user.click(within(questions).getByRole('button', { name: /all of one client/ }));
    await desk.user.click(await button(/as not settled/));
    const confirm = await button('Import 6 complaints');
    expect(confirm.disabled).toBe(true);
    const out = screen.getByRole('region', { name: 'Rows that are left out' });
    expect(within(out).getByText('7x')).toBeTruthy();
    const changed = screen.getByRole('region', { name: 'Rows that come in otherwise' });
    expect(within(changed).getAllByRole('row')).toHaveLength(3);
    expect(within(changed).getByText(/closed on 2 Mar 2026, before it was opened/)).toBeTruthy();
    expect(lineOf(/^rows whose money is not known/)).toBe('1');
    await desk.user.click(screen.getByRole('checkbox', { name: 'This row will be left out' }));
    expect(confirm.disabled).toBe(false);
    await desk.user.selectOptions(screen.getByLabelText('Closed before opened'), 'leave them out');
    expect((await button('Import 5 complaints')).disabled).toBe(true);
    expect(lineOf(/^in rows left out/)).toBe('−£7.00');
    expect(desk.of('imports.choose').at(-1)).toEqual({
      importId: IMPORT_ID,
      choices: { nameless: 'oneClient', closedEarly: 'leaveOut' },
    });
  });

  it('can be said to be invoices, and what was chosen as complaints goes', async () => {
    const desk = openImport(plain);
    await choose(desk.user);
    await button('Import 4 complaints');
    await desk.user.selectOptions(screen.getByLabelText('Cause for Damaged goods'), 'order mixed up');
    await desk.user.click(screen.getByRole('radio', { name: 'month first' }));
    await desk.user.click(screen.getByRole('radio', { name: 'invoices' }));
    expect(await screen.findByRole('heading', { name: 'Import invoices' })).toBeTruthy();
    expect(desk.of('imports.choose').at(-1)).toEqual({
      importId: IMPORT_ID,
      choices: { subject: 'invoices', dateOrder: 'mdy' },
    });
    expect(screen.getByText('as you said')).toBeTruthy();
    expect(screen.queryByLabelText('Cause for Damaged goods')).toBeNull();
    expect(screen.getByRole('region', { name: 'Questions about this file' })).toBeTruthy();
  });

  it('says what came in, decisions too', async () => {
    const desk = openImport(plain, {
      'imports.confirm': () => ({
        changeId: 9,
        invoices: 0,
        payments: 0,
        complaints: 4,
        decisions: 3,
        clients: 3,
      }),
    });
    await choose(desk.user);
    await desk.user.click(await button('Import 4 complaints'));
    expect(await screen.findByText('4 complaints, 3 decisions and 3 new clients came in.')).toBeTruthy();
  });

  it('names the known ones that are settled now, and does so', async () => {
    const known = {
      id: 7,
      clientId: 1,
      opened: '2026-02-13',
      closed: null,
      words: 'Late delivery',
      money: 0,
      kinds: [],
      imported: true,
    };
    const complaints = {
      clients: [{ id: 1, name: 'Larkfield Court', number: null }],
      complaints: () => [known],
    };
    const desk = openImport(plain.split('\n').slice(0, 2).join('\n'), {}, { complaints });
    await choose(desk.user);
    await button('Settle 1 complaint');
    await desk.user.click(screen.getByText('The known complaint that is settled now'));
    const settled = screen.getByRole('region', { name: 'What is settled' });
    expect(within(settled).getByText('20 Feb 2026')).toBeTruthy();
    expect(within(settled).getByText('£30.00')).toBeTruthy();
  });
});

describe('new invoices of clients to think over', () => {
  const text = [
    'Client,Invoice number,Invoice date,Due date,Amount',
    'Mrs Bello,1,31/01/2026,02/03/2026,85.50',
  ];
  const warned = [
    {
      clientId: 4,
      clientName: 'Mrs Bello',
      invoices: 1,
      texts: ['Red flag since 3 Mar 2026.'],
      instructions: ['Deposit first.'],
    },
  ];

  it('are named with what staff are told, and imported all the same', async () => {
    const desk = openImport(text.join('\n'), {}, { warned });
    await choose(desk.user);
    const confirm = await button('Import all the same');
    const section = screen.getByRole('region', { name: 'New invoices of a client to think over' });
    expect(within(section).getByText('Deposit first.')).toBeTruthy();
    expect(within(section).getByText(/Red flag since 3 Mar 2026/)).toBeTruthy();
    expect(within(section).getByRole('link', { name: 'Mrs Bello' }).getAttribute('href')).toBe('#/clients/4');
    await desk.user.click(confirm);
    expect(desk.of('imports.confirm')).toEqual([{ importId: IMPORT_ID }]);
  });
});
