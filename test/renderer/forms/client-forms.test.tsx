import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { laidOut } from '../../../renderer/forms/client-form.tsx';
import { type ClientField, clientFields } from '../../../shared/clients/client.ts';
import type { ComplaintLine } from '../../../shared/complaints/complaint.ts';
import { clientPage, openForm, Refusal, TODAY, written } from './form-bridge.tsx';

const field = (label: RegExp | string) => screen.findByLabelText(label) as Promise<HTMLInputElement>;

describe('the client form', () => {
  it('has a control for every field a client has, in their order', async () => {
    openForm({ form: 'client' });
    await field('Name');
    const dialog = screen.getByRole('dialog', { name: 'New client' });
    const labels = [...dialog.querySelectorAll('label')].map((label) => label.firstChild?.textContent);
    expect(labels).toEqual(clientFields.map(({ label }) => label));
    expect(document.activeElement).toBe(await field('Name'));
  });

  it('lays fields two in a row and leaves no hole, whatever fields come', () => {
    const control = (kinds: ClientField['control'][]) =>
      laidOut(kinds.map((kind, index) => ({ key: 'name', label: String(index), control: kind }))).map(
        (one) => one.wide,
      );
    expect(control(['text', 'text', 'text', 'long', 'text'])).toEqual([true, false, false, true, true]);
    expect(control(['text', 'text', 'long', 'days', 'day'])).toEqual([true, true, true, false, false]);
  });

  it('adds a client by Enter, leaving blank what is blank, and goes to their page', async () => {
    const desk = openForm({ form: 'client' }, { 'clients.add': { ...written, id: 65 } });
    await desk.user.type(await field('Name'), 'Mrs Whitlock{Enter}');
    await waitFor(() => expect(desk.closed).toBe(1));
    expect(desk.of('clients.add')).toEqual([
      expect.objectContaining({ name: 'Mrs Whitlock', number: '', termsDays: null }),
    ]);
    expect(window.location.hash).toBe('#/clients/65');
  });

  it('checks an address, terms and a day as the ledger would', async () => {
    const desk = openForm({ form: 'client' });
    await desk.user.type(await field(/E-mail/), 'denise@');
    await desk.user.type(await field(/Days to pay/), '400');
    await desk.user.tab();
    expect(await screen.findByText('That does not look like an e-mail address.')).toBeTruthy();
    expect(await screen.findByText(/At most 365 days/)).toBeTruthy();
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('A client needs a name.')).toBeTruthy();
    expect(desk.of('clients.add')).toEqual([]);
  });

  it('shows on the number who has it already', async () => {
    const desk = openForm(
      { form: 'client', id: 12 },
      {
        'clients.page': clientPage(),
        'clients.edit': () => {
          throw new Refusal({
            code: 'conflict',
            message: 'Mrs Bello has this number already.',
            field: 'number',
          });
        },
      },
    );
    const number = await field(/Client number/);
    await desk.user.clear(number);
    await desk.user.type(number, '7{Enter}');
    const refused = await screen.findByText('Mrs Bello has this number already.');
    expect(number.getAttribute('aria-describedby')).toContain(refused.id);
    expect(desk.of('clients.edit')).toEqual([
      expect.objectContaining({ id: 12, number: '7', name: 'Larkfield Court' }),
    ]);
  });

  it('writes nothing where nothing was altered', async () => {
    const desk = openForm(
      { form: 'client', id: 12 },
      { 'clients.page': clientPage(), 'clients.edit': written },
    );
    await field('Name');
    await desk.user.keyboard('{Enter}');
    await waitFor(() => expect(desk.closed).toBe(1));
    expect(desk.of('clients.edit')).toEqual([]);
  });

  it('says when the client is gone', async () => {
    openForm(
      { form: 'client', id: 404 },
      {
        'clients.page': () => {
          throw new Refusal({ code: 'notFound', message: 'This client is no longer in the ledger.' });
        },
      },
    );
    expect(await screen.findByText('This client is no longer in the ledger.')).toBeTruthy();
  });
});

describe('a red flag', () => {
  it('needs words for staff and a reason, and a later day to look again', async () => {
    const desk = openForm({ form: 'flag', clientId: 12 }, { 'flags.raise': written });
    expect((await field(/Look at it again/)).value).toBe('2027-05-17');
    await desk.user.keyboard('Signed quote only{Tab}');
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Say why, for yourself.')).toBeTruthy();
    await desk.user.type(await field('Why, for yourself'), 'never keeps to what was agreed');
    fireEvent.change(await field(/Look at it again/), { target: { value: '2026-01-01' } });
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Look at it again on a later day.')).toBeTruthy();
    fireEvent.change(await field(/Look at it again/), { target: { value: '' } });
    await desk.user.click(screen.getByRole('button', { name: 'Raise the red flag' }));
    await waitFor(() =>
      expect(desk.of('flags.raise')).toEqual([
        {
          clientId: 12,
          instruction: 'Signed quote only',
          reason: 'never keeps to what was agreed',
          raisedOn: TODAY,
          reviewOn: '',
          look: null,
        },
      ]),
    );
  });

  it('is lifted with a reason, seeing what was told to staff', async () => {
    const flag = {
      id: 1,
      raisedOn: '2026-08-12',
      reason: 'late',
      instruction: 'Half in advance',
      reviewOn: null,
    };
    const desk = openForm(
      { form: 'lift', clientId: 12 },
      { 'clients.page': clientPage({ flag }), 'flags.lift': written },
    );
    expect(await screen.findByText('Half in advance')).toBeTruthy();
    await desk.user.keyboard('pays on time since');
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(desk.of('flags.lift')).toEqual([
        { clientId: 12, liftedOn: TODAY, reason: 'pays on time since' },
      ]),
    );
  });
});

describe('editing a complaint', () => {
  const complaint = {
    id: 5,
    invoiceId: null,
    receivedOn: '2026-11-09',
    receivedTime: '10:00',
    dateAssumed: true,
    title: null,
    words: '',
    wants: null,
    weWant: null,
    listener: null,
    channel: 'unknown',
    severity: null,
    cause: null,
    fault: null,
    redoAsked: false,
    moneyAsked: false,
    repliedOn: null,
    repliedTime: null,
    settledOn: null,
    outcome: null,
    reviewPosted: false,
    reviewWhere: null,
    reviewAnswer: null,
    imported: true,
  } as unknown as ComplaintLine;
  const open = () =>
    openForm(
      { form: 'complaint', clientId: 12, id: 5 },
      { 'clients.page': clientPage({ complaints: [complaint] }), 'complaints.edit': written },
    );

  it('takes reply, cause, fault and settling; what an import left unknown may stay so', async () => {
    const desk = open();
    const now = await screen.findByRole('button', { name: 'replied just now' });
    await desk.user.click(now);
    expect((await field(/First reply/)).value).toBe(TODAY);
    const cause = await field(/^Cause/);
    await within(cause).findByRole('option', { name: 'process breakdown' });
    await desk.user.selectOptions(cause, 'process breakdown');
    await desk.user.click(screen.getByRole('radio', { name: 'our fault' }));
    fireEvent.change(await field(/Settled on/), { target: { value: TODAY } });
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(desk.closed).toBe(1));
    expect(desk.of('complaints.edit')).toEqual([
      expect.objectContaining({
        id: 5,
        repliedOn: TODAY,
        causeId: 1,
        fault: 'ours',
        settledOn: TODAY,
        channel: 'unknown',
        severity: null,
        words: '',
      }),
    ]);
  });

  it('finds the complaint of a client shown already, named by its id alone', async () => {
    openForm({ form: 'complaint', id: 5 }, {}, [clientPage({ complaints: [complaint] })]);
    expect(await screen.findByRole('dialog', { name: 'Complaint of 9 Nov 2026' })).toBeTruthy();
  });

  it('refuses a reply or a settling before the complaint', async () => {
    const desk = open();
    fireEvent.change(await field(/First reply/), { target: { value: '2026-11-01' } });
    fireEvent.change(await field(/Settled on/), { target: { value: '2026-11-02' } });
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('The reply is before the complaint.')).toBeTruthy();
    expect(screen.getByText('It can’t be settled before it was received.')).toBeTruthy();
    expect(desk.of('complaints.edit')).toEqual([]);
  });

  it('sends no review where none was posted', async () => {
    const desk = open();
    await desk.user.click(await screen.findByRole('checkbox', { name: 'They posted a review about it' }));
    await desk.user.type(await field(/Where/), 'the town’s page');
    await desk.user.click(screen.getByRole('checkbox', { name: 'They posted a review about it' }));
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(desk.of('complaints.edit')).toEqual([
        expect.objectContaining({ reviewPosted: false, reviewWhere: '', reviewAnswer: '' }),
      ]),
    );
  });
});
