import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { amountHint } from '../../../renderer/forms/payment-form.tsx';
import { clientPage, invoice, openForm, Refusal, TODAY, written } from './form-bridge.tsx';

const field = (label: RegExp | string) => screen.findByLabelText(label) as Promise<HTMLInputElement>;
const money = { money: (amount: number) => `£${amount / 100}` };

describe('a new invoice', () => {
  it('falls due by the client’s terms until the due day is set by hand', async () => {
    openForm({ form: 'invoice', clientId: 12 });
    const issued = await field('Invoice day');
    const due = await field('Due');
    expect([issued.value, due.value]).toEqual([TODAY, '2026-12-08']);
    expect(screen.getByText('21 days to pay, as agreed with them')).toBeTruthy();
    fireEvent.change(issued, { target: { value: '2026-11-01' } });
    expect(due.value).toBe('2026-11-22');
    fireEvent.change(due, { target: { value: '2026-12-31' } });
    fireEvent.change(issued, { target: { value: '2026-11-02' } });
    expect(due.value).toBe('2026-12-31');
  });

  it('is sent by Enter, in minor units', async () => {
    const desk = openForm({ form: 'invoice', clientId: 12 }, { 'invoices.add': written });
    await desk.user.type(await field('Invoice number'), '3600');
    await desk.user.type(await field('Amount'), '1,020.50{Enter}');
    await waitFor(() => expect(desk.closed).toBe(1));
    expect(desk.of('invoices.add')).toEqual([
      {
        clientId: 12,
        number: '3600',
        title: '',
        amount: 102050,
        issued: TODAY,
        due: '2026-12-08',
        allTheSame: false,
      },
    ]);
  });

  it('refuses what is no amount, and a due day before its own', async () => {
    const desk = openForm({ form: 'invoice', clientId: 12 }, { 'invoices.add': written });
    await desk.user.type(await field('Invoice number'), '3600');
    await desk.user.type(await field('Amount'), 'twelve');
    await desk.user.tab();
    expect(await screen.findByText('Give an amount like 120 or 85.50.')).toBeTruthy();
    await desk.user.clear(await field('Amount'));
    await desk.user.type(await field('Amount'), '12');
    fireEvent.change(await field('Due'), { target: { value: '2026-11-01' } });
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('The due day is before the invoice’s own day.')).toBeTruthy();
    expect(desk.of('invoices.add')).toEqual([]);
    // Moving the other day puts it right as well.
    fireEvent.change(await field('Invoice day'), { target: { value: '2026-10-01' } });
    await waitFor(() =>
      expect(screen.queryByText('The due day is before the invoice’s own day.')).toBeNull(),
    );
  });

  it('shows on its number that the ledger has it already', async () => {
    const message = 'This client has an invoice with this number already.';
    const desk = openForm(
      { form: 'invoice', clientId: 12 },
      {
        'invoices.add': () => {
          throw new Refusal({ code: 'conflict', message, field: 'number' });
        },
      },
    );
    const number = await field('Invoice number');
    await desk.user.type(number, '3526');
    await desk.user.type(await field('Amount'), '12{Enter}');
    const refused = await screen.findByText(message);
    expect(number.getAttribute('aria-describedby')).toContain(refused.id);
    await waitFor(() => expect(document.activeElement).toBe(number));
    await desk.user.type(number, '0');
    await waitFor(() => expect(screen.queryByText(message)).toBeNull());
  });
});

describe('a payment', () => {
  it('is for the oldest open invoice and what is open on it, unless another is chosen', async () => {
    const desk = openForm({ form: 'payment', clientId: 12 }, { 'payments.add': written });
    const which = await field('For invoice');
    expect(which.value).toBe('33');
    expect((await field('Amount')).value).toBe('620');
    expect(screen.getByText('That settles the invoice.')).toBeTruthy();
    await desk.user.selectOptions(which, '34');
    expect((await field('Amount')).value).toBe('1020');
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(desk.closed).toBe(1));
    expect(desk.of('payments.add')).toEqual([
      { clientId: 12, invoiceId: 34, amount: 102000, paidOn: TODAY, method: 'transfer', note: '' },
    ]);
  });

  it('keeps the amount the owner typed when the invoice is changed', async () => {
    const desk = openForm({ form: 'payment', clientId: 12, invoiceId: 33 });
    const amount = await field('Amount');
    expect(document.activeElement).toBe(amount);
    await desk.user.clear(amount);
    await desk.user.type(amount, '300');
    await desk.user.selectOptions(await field('For invoice'), '34');
    expect(amount.value).toBe('300');
  });

  it('says what becomes of too much, too little, and money on account', () => {
    const open = { open: 62000, due: '2026-10-22' };
    expect(amountHint(67000, open, null, money)).toBe('£50 more than is open: kept as their credit.');
    expect(amountHint(60000, open, null, money)).toBe('£20 stays open, due 22 Oct 2026.');
    expect(amountHint(62000, open, null, money)).toBe('That settles the invoice.');
    expect(amountHint(100, null, null, money)).toBe('Kept as their credit until you spend it on an invoice.');
    expect(amountHint(10000, open, 5000, money)).toBe('They have only £50 of credit.');
    expect(amountHint(100, null, 5000, money)).toBe('Credit is spent on an invoice: choose one.');
    for (const nothing of [null, 0, Number.NaN])
      expect(amountHint(nothing, open, null, money)).toBeUndefined();
  });

  it('offers the client’s credit only when there is some, and no more of it than there is', async () => {
    const plain = openForm({ form: 'payment', clientId: 12 });
    await field('Amount');
    expect(screen.queryByRole('radio', { name: /their credit/ })).toBeNull();
    plain.unmount();

    const desk = openForm(
      { form: 'payment', clientId: 12 },
      { 'clients.page': clientPage({ credit: 5000 }), 'payments.add': written },
    );
    await desk.user.click(await screen.findByRole('radio', { name: 'their credit, £50' }));
    expect((await field('Amount')).value).toBe('50');
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(desk.of('payments.add')).toEqual([expect.objectContaining({ method: 'credit', amount: 5000 })]),
    );
  });

  it('with nothing open is money on account', async () => {
    const desk = openForm(
      { form: 'payment', clientId: 12 },
      { 'clients.page': clientPage({ invoices: [] }), 'payments.add': written },
    );
    await desk.user.type(await field('Amount'), '85.50{Enter}');
    await waitFor(() =>
      expect(desk.of('payments.add')).toEqual([expect.objectContaining({ invoiceId: null, amount: 8550 })]),
    );
  });
});

describe('a credit note and a write-off', () => {
  const line = invoice({
    id: 33,
    number: '3472',
    title: null,
    due: '2026-10-22',
    amount: 102000,
    open: 62000,
  });

  it('ask for their reason', async () => {
    const desk = openForm({ form: 'credit', invoice: line }, { 'credits.add': written });
    await desk.user.type(await field('Amount'), '20{Enter}');
    expect(await screen.findByText('Say in a word why.')).toBeTruthy();
    await desk.user.type(await field('Why'), 'sent back{Enter}');
    await waitFor(() =>
      expect(desk.of('credits.add')).toEqual([
        { invoiceId: 33, amount: 2000, creditedOn: TODAY, reason: 'sent back' },
      ]),
    );
  });

  it('say what is given up', async () => {
    const desk = openForm({ form: 'writeOff', invoice: line }, { 'writeOffs.add': written });
    await screen.findByRole('button', { name: 'Write off £620' });
    await desk.user.keyboard('gone abroad{Enter}');
    await waitFor(() =>
      expect(desk.of('writeOffs.add')).toEqual([
        { invoiceId: 33, writtenOffOn: TODAY, reason: 'gone abroad' },
      ]),
    );
  });
});
