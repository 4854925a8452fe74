import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Existing } from '../../../shared/imports/plan.ts';
import { OwnerError } from '../../../shared/result.ts';
import { IMPORT_ID, openImport } from './import-bridge.tsx';

const heads = 'Client,Invoice number,Invoice date,Due date,Amount,Paid on,Remark';
const plain = [
  heads,
  'Larkfield Court,3526,31/12/2025,30/01/2026,1020.00,05/02/2026,gate',
  'Mrs Bello,3527,03/01/2026,02/02/2026,85.50,,',
].join('\n');
const undecided = [heads, 'Larkfield Court,3526,03/01/2026,05/02/2026,1020.00,,'].join('\n');
const broken = [
  plain,
  'Mr Hussain,3528,00:00.0,02/02/2026,70.00,,',
  'Dr Nair,3529,04/01/2026,03/02/2026,12x,,',
].join('\n');

const confirmButton = (name: RegExp | string) =>
  screen.findByRole('button', { name }) as Promise<HTMLButtonElement>;
const choose = async (user: { click: (element: Element) => Promise<void> }) =>
  user.click(await screen.findByRole('button', { name: 'Choose a file…' }));
const lineOf = (label: RegExp) => {
  const row = screen.getByRole('rowheader', { name: label }).closest('tr');
  return row?.querySelector('td')?.textContent;
};

describe('the import preview', () => {
  it('says what it found and why, what it would do, and does it when confirmed', async () => {
    const desk = openImport(plain);
    await choose(desk.user);
    const confirm = await confirmButton('Import 2 invoices');
    expect(screen.getByText('invoices.csv')).toBeTruthy();
    expect(screen.getByText(/day first, because/)).toBeTruthy();
    expect((screen.getByRole('radio', { name: 'day first' }) as HTMLInputElement).checked).toBe(true);
    expect(lineOf(/^rows read/)).toBe('2');
    expect(lineOf(/^new invoices/)).toBe('2');
    expect(lineOf(/^new clients/)).toBe('2');
    expect(lineOf(/^payments to add/)).toBe('1');
    expect(screen.getByText('£1,105.50')).toBeTruthy();
    const first = screen.getByRole('region', { name: 'The first rows' });
    expect(within(first).getByText('31 Dec 2025')).toBeTruthy();
    expect(within(first).getByText('£85.50')).toBeTruthy();
    await desk.user.click(confirm);
    expect(await screen.findByText('2 new invoices, 1 payment and 2 new clients came in.')).toBeTruthy();
    expect(desk.of('imports.confirm')).toEqual([{ importId: IMPORT_ID }]);
  });

  it('asks what nothing decides, and can’t be confirmed before', async () => {
    const desk = openImport(undecided);
    await choose(desk.user);
    const questions = await screen.findByRole('region', { name: 'Questions about this file' });
    expect((await confirmButton('Import')).disabled).toBe(true);
    expect(screen.getByText('You see it here once the questions above are answered.')).toBeTruthy();
    const buttons = within(questions).getAllByRole('button');
    expect(buttons.length).toBeGreaterThan(1);
    await desk.user.click(within(questions).getByRole('button', { name: /month first/ }));
    expect(desk.of('imports.choose')).toEqual([{ importId: IMPORT_ID, choices: { dateOrder: 'mdy' } }]);
    expect((await confirmButton('Import 1 invoice')).disabled).toBe(false);
    expect(screen.queryByRole('region', { name: 'Questions about this file' })).toBeNull();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('What the import does'));
    // And it stays changeable.
    await desk.user.click(screen.getByRole('radio', { name: 'day first' }));
    expect(desk.of('imports.choose').at(-1)).toEqual({ importId: IMPORT_ID, choices: { dateOrder: 'dmy' } });
  });

  it('takes any number of days to pay, and keeps it in view', async () => {
    const text = ['Client,Invoice number,Invoice date,Amount', 'Mrs Bello,3527,31/01/2026,85.50'].join('\n');
    const desk = openImport(text);
    await choose(desk.user);
    await desk.user.type(await screen.findByLabelText('or another number'), '366');
    expect(((await confirmButton('Use it')) as HTMLButtonElement).disabled).toBe(true);
    await desk.user.clear(screen.getByLabelText('or another number'));
    await desk.user.type(screen.getByLabelText('or another number'), '21{Enter}');
    await confirmButton('Import 1 invoice');
    expect(desk.of('imports.choose')).toEqual([{ importId: IMPORT_ID, choices: { termsDays: 21 } }]);
    expect((screen.getByLabelText('Days to pay, where no due day is given') as HTMLInputElement).value).toBe(
      '21',
    );
  });

  it('lets a column be read as something else: the whole mapping is sent', async () => {
    const desk = openImport(plain);
    await choose(desk.user);
    await confirmButton('Import 2 invoices');
    expect(screen.getByText(/Not read: Remark/)).toBeTruthy();
    await desk.user.selectOptions(screen.getByLabelText('Column for Title'), 'Remark');
    await waitFor(() => expect(screen.queryByText(/Not read:/)).toBeNull());
    expect(desk.of('imports.choose')).toEqual([
      {
        importId: IMPORT_ID,
        choices: {
          mapping: expect.objectContaining({
            clientName: 0,
            invoiceNumber: 1,
            issued: 2,
            due: 3,
            amount: 4,
            settledOn: 5,
            title: 6,
          }),
        },
      },
    ]);
  });

  it('a column can be only one thing', async () => {
    const desk = openImport(plain);
    await choose(desk.user);
    await confirmButton('Import 2 invoices');
    await desk.user.selectOptions(screen.getByLabelText('Column for Title'), 'Paid on');
    await waitFor(() =>
      expect((screen.getByLabelText('Column for Paid on') as HTMLSelectElement).value).toBe(''),
    );
    expect(desk.of('imports.choose')).toEqual([
      { importId: IMPORT_ID, choices: { mapping: expect.objectContaining({ title: 5, settledOn: null }) } },
    ]);
  });

  it('lists rows that can’t be read, and needs a tick that they are left out', async () => {
    const desk = openImport(broken);
    await choose(desk.user);
    const confirm = await confirmButton('Import 2 invoices');
    expect(confirm.disabled).toBe(true);
    const out = screen.getByRole('region', { name: 'Rows that are left out' });
    const rows = within(out).getAllByRole('row').slice(1);
    expect(rows.map((row) => row.querySelector('td')?.textContent)).toEqual(['4', '5']);
    expect(within(out).getByText('00:00.0')).toBeTruthy();
    const tick = screen.getByRole('checkbox', { name: 'These 2 rows will be left out' });
    await desk.user.click(tick);
    expect(confirm.disabled).toBe(false);
    // Another reading is another agreement.
    await desk.user.selectOptions(screen.getByLabelText('Column for Title'), 'Remark');
    await waitFor(() =>
      expect((screen.getByRole('checkbox', { name: /will be left out/ }) as HTMLInputElement).checked).toBe(
        false,
      ),
    );
    expect((await confirmButton('Import 2 invoices')).disabled).toBe(true);
  });

  it('shows what changes, before and after, and says so on the button', async () => {
    const existing: Existing = {
      clients: [{ id: 1, name: 'Mrs Bello', number: null }],
      invoices: () => [
        {
          id: 5,
          clientId: 1,
          number: '3527',
          issued: '2026-01-03',
          due: '2026-02-02',
          dueAssumed: false,
          amount: 8000,
          title: null,
          settledOn: null,
          open: 8000,
          paidOrCredited: 0,
          writtenOff: false,
          importedPaymentId: null,
          payments: 0,
          hasDispute: false,
        },
      ],
    };
    const desk = openImport(plain, {}, { invoices: existing });
    await choose(desk.user);
    await confirmButton('Import 1 invoice, correct 1');
    await desk.user.click(screen.getByText('What changes on 1 known invoice'));
    const changes = screen.getByRole('region', { name: 'What changes' });
    expect(within(changes).getByText('£80.00').tagName).toBe('DEL');
    expect(within(changes).getByText('£85.50').tagName).toBe('INS');
  });

  it('says when everything is in the ledger already, and offers nothing to confirm', async () => {
    const first = [
      'Client,Invoice number,Invoice date,Due date,Amount',
      'Mrs Bello,3527,31/01/2026,02/03/2026,85.50',
    ];
    const existing: Existing = {
      clients: [{ id: 1, name: 'Mrs Bello', number: null }],
      invoices: () => [
        {
          id: 5,
          clientId: 1,
          number: '3527',
          issued: '2026-01-31',
          due: '2026-03-02',
          dueAssumed: false,
          amount: 8550,
          title: null,
          settledOn: null,
          open: 8550,
          paidOrCredited: 0,
          writtenOff: false,
          importedPaymentId: null,
          payments: 0,
          hasDispute: false,
        },
      ],
    };
    const desk = openImport(first.join('\n'), {}, { invoices: existing });
    await choose(desk.user);
    expect(await screen.findByText('Everything in this file is already in the ledger.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Import/ })).toBeNull();
    await desk.user.click(screen.getByRole('button', { name: 'Done' }));
    expect(desk.of('imports.forget')).toEqual([{ importId: IMPORT_ID }]);
    expect(await screen.findByText('Drop a CSV file here')).toBeTruthy();
  });
});

describe('a file with nothing for the ledger', () => {
  const drafts = [`${heads},Status`, 'Mrs Bello,3527,31/01/2026,02/03/2026,85.50,,,Draft'].join('\n');

  it('is not said to be known already where none of it was an invoice', async () => {
    const desk = openImport(drafts);
    await choose(desk.user);
    expect(await screen.findByText('This file holds no invoice that can be imported.')).toBeTruthy();
    expect(screen.queryByText(/already in the ledger/)).toBeNull();
    expect(screen.getByRole('heading', { name: '1 row left out on purpose' })).toBeTruthy();
  });

  it('never shows an amount of another currency in the ledger’s', async () => {
    const text = [`${heads},Currency`, 'Mrs Bello,3527,31/01/2026,02/03/2026,85.50,,,USD'].join('\n');
    const desk = openImport(text);
    await choose(desk.user);
    const first = await screen.findByRole('region', { name: 'The first rows' });
    expect(within(first).getByText('85.50 USD')).toBeTruthy();
    expect(within(first).queryByText('£85.50')).toBeNull();
  });
});

describe('choosing a file', () => {
  it('says why a wrong file is refused, and what to do', async () => {
    const desk = openImport(plain, {
      'imports.pick': () => {
        throw new OwnerError('invalid', 'This file is a picture.');
      },
    });
    await choose(desk.user);
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('This file is a picture.');
    expect(alert.textContent).toContain('Nothing was changed.');
    expect((await confirmButton('Choose a file…')).disabled).toBe(false);
  });

  it('a closed dialog changes nothing', async () => {
    const desk = openImport(plain, { 'imports.pick': () => null });
    await choose(desk.user);
    await waitFor(async () => expect((await confirmButton('Choose a file…')).disabled).toBe(false));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('reads a dropped file by its bytes and name, never its path', async () => {
    const desk = openImport(plain);
    const target = await screen.findByText('Drop a CSV file here');
    fireEvent.drop(target, { dataTransfer: { types: ['Files'], files: [new File([plain], 'dropped.csv')] } });
    await confirmButton('Import 2 invoices');
    const [input] = desk.of('imports.read') as { name: string; bytes: Uint8Array }[];
    expect(input?.name).toBe('dropped.csv');
    expect(new TextDecoder().decode(input?.bytes)).toBe(plain);
  });

  it('looks at the size before it reads', async () => {
    const desk = openImport(plain);
    const target = await screen.findByText('Drop a CSV file here');
    const huge = {
      name: 'huge.csv',
      size: 201 * 1024 * 1024,
      arrayBuffer: () => Promise.reject(new Error('must not be read')),
    };
    fireEvent.drop(target, { dataTransfer: { types: ['Files'], files: [huge] } });
    expect(await screen.findByText(/huge.csv is larger than 200 MB/)).toBeTruthy();
    expect(desk.of('imports.read')).toEqual([]);
  });

  it('shows how far it is, and stops when told', async () => {
    let refuse: (error: Error) => void = () => undefined;
    const desk = openImport(plain, {
      'imports.pick': () =>
        new Promise((_resolve, reject) => {
          refuse = reject;
        }),
      'imports.stop': () => {
        refuse(new OwnerError('cancelled', 'The import was stopped. Nothing was changed.'));
        return null;
      },
    });
    await choose(desk.user);
    act(() => desk.tell({ importId: IMPORT_ID, phase: 'reading', done: 500, total: 1000 }));
    expect((await screen.findByRole('progressbar')).getAttribute('value')).toBe('50');
    await desk.user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(desk.of('imports.stop')).toEqual([{ importId: IMPORT_ID }]);
    expect(await screen.findByText('The import was stopped. Nothing was changed.')).toBeTruthy();
    expect(screen.queryByRole('progressbar')).toBeNull();
  });
});

describe('confirming', () => {
  it('can be undone as a whole', async () => {
    const desk = openImport(plain);
    await choose(desk.user);
    await desk.user.click(await confirmButton('Import 2 invoices'));
    await desk.user.click(await screen.findByRole('button', { name: 'Undo this import' }));
    await waitFor(() => expect(desk.of('changes.undo')).toEqual([{ changeId: 9 }]));
    expect(await screen.findByText('Drop a CSV file here')).toBeTruthy();
  });

  it('leads to the clients', async () => {
    const desk = openImport(plain);
    await choose(desk.user);
    await desk.user.click(await confirmButton('Import 2 invoices'));
    await desk.user.click(await screen.findByRole('button', { name: 'See the clients' }));
    expect(window.location.hash).toBe('#/clients');
  });

  it('that is stopped leaves the preview, with nothing written', async () => {
    const desk = openImport(plain, {
      'imports.confirm': () => {
        throw new OwnerError('cancelled', 'The import was stopped. Nothing was changed.');
      },
    });
    await choose(desk.user);
    await desk.user.click(await confirmButton('Import 2 invoices'));
    expect(await screen.findByText('The import was stopped. Nothing was changed.')).toBeTruthy();
    expect((await confirmButton('Import 2 invoices')).disabled).toBe(false);
  });

  it('goes on without a backup only when the owner says so', async () => {
    let failing = true;
    const desk = openImport(plain, {
      'imports.confirm': () => {
        if (failing)
          throw new OwnerError('noBackup', 'The backup before the import could not be made. No room.');
        return { changeId: 9, invoices: 2, payments: 1, complaints: 0, decisions: 0, clients: 2 };
      },
    });
    await choose(desk.user);
    expect(screen.queryByRole('button', { name: 'Import without a backup' })).toBeNull();
    await desk.user.click(await confirmButton('Import 2 invoices'));
    expect(await screen.findByText(/could not be made. No room./)).toBeTruthy();
    failing = false;
    await desk.user.click(screen.getByRole('button', { name: 'Import without a backup' }));
    expect(await screen.findByText('2 new invoices, 1 payment and 2 new clients came in.')).toBeTruthy();
    expect(desk.of('imports.confirm')).toEqual([
      { importId: IMPORT_ID },
      { importId: IMPORT_ID, withoutBackup: true },
    ]);
  });

  it('looks again where the ledger moved on since the preview', async () => {
    let calls = 0;
    const message = 'The ledger has changed since this preview was made. Look at it again, then confirm.';
    const desk = openImport(plain, {
      'imports.confirm': () => {
        calls += 1;
        throw new OwnerError('conflict', message);
      },
    });
    await choose(desk.user);
    await desk.user.click(await confirmButton('Import 2 invoices'));
    expect(await screen.findByText(message)).toBeTruthy();
    expect(calls).toBe(1);
    expect(desk.of('imports.choose')).toEqual([{ importId: IMPORT_ID, choices: {} }]);
  });

  it('a file the main process let go of is chosen again', async () => {
    const desk = openImport(plain, {
      'imports.choose': () => {
        throw new OwnerError('notFound', 'This file is no longer open here. Choose it again.');
      },
    });
    await choose(desk.user);
    await confirmButton('Import 2 invoices');
    await desk.user.click(screen.getByRole('radio', { name: 'month first' }));
    expect(await screen.findByText('This file is no longer open here. Choose it again.')).toBeTruthy();
    expect(screen.getByText('Drop a CSV file here')).toBeTruthy();
  });
});

describe('leaving the screen', () => {
  it('and coming back loses nothing', async () => {
    const desk = openImport(undecided);
    await choose(desk.user);
    await screen.findByRole('region', { name: 'Questions about this file' });
    await desk.user.click(screen.getByRole('button', { name: /month first/ }));
    await confirmButton('Import 1 invoice');
    desk.comeBack();
    expect((await confirmButton('Import 1 invoice')).disabled).toBe(false);
    expect((screen.getByRole('radio', { name: 'month first' }) as HTMLInputElement).checked).toBe(true);
    expect(desk.of('imports.forget')).toEqual([]);
  });
});
