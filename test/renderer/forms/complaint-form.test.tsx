import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openForm, Refusal, TODAY, written } from './form-bridge.tsx';

const words = () => screen.findByLabelText(/What did they say/);

describe('logging a complaint', () => {
  it('is done with the keyboard alone: words, severity, Ctrl+Enter', async () => {
    const desk = openForm({ form: 'complaint', clientId: 12 }, { 'complaints.add': written });
    const first = await words();
    expect(document.activeElement).toBe(first);
    await desk.user.keyboard('Nobody came on Thursday');
    await desk.user.tab();
    await desk.user.keyboard('Come tomorrow');
    await desk.user.click(screen.getByRole('radio', { name: /2, inconvenience/ }));
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(desk.closed).toBe(1));
    expect(desk.of('complaints.add')).toEqual([
      expect.objectContaining({
        clientId: 12,
        words: 'Nobody came on Thursday',
        wants: 'Come tomorrow',
        severity: 2,
        channel: 'phone',
        receivedOn: TODAY,
      }),
    ]);
    const [sent] = desk.of('complaints.add') as { receivedTime: string }[];
    expect(sent?.receivedTime).toMatch(/^\d\d:\d\d$/);
  });

  it('takes what they asked for: the work again, their money back', async () => {
    const desk = openForm({ form: 'complaint', clientId: 12 }, { 'complaints.add': written });
    await desk.user.type(await words(), 'The bulbs never came up');
    await desk.user.click(screen.getByRole('radio', { name: /3, real loss/ }));
    await desk.user.click(screen.getByText('What can come later'));
    expect(screen.getByRole('checkbox', { name: 'They asked us to do the work again' })).toBeTruthy();
    await desk.user.click(await screen.findByRole('checkbox', { name: 'They want money back' }));
    await desk.user.click(screen.getByRole('button', { name: 'Log the complaint' }));
    await waitFor(() => expect(desk.closed).toBe(1));
    expect(desk.of('complaints.add')).toEqual([
      expect.objectContaining({ moneyAsked: true, redoAsked: false }),
    ]);
  });

  it('asks for words and severity and sends nothing without them', async () => {
    const desk = openForm({ form: 'complaint', clientId: 12 }, { 'complaints.add': written });
    await words();
    await desk.user.click(screen.getByRole('button', { name: 'Log the complaint' }));
    expect(await screen.findByText('Write what the client said, in their words.')).toBeTruthy();
    expect(screen.getByText('Choose one of the four.')).toBeTruthy();
    expect(desk.of('complaints.add')).toEqual([]);
    expect(desk.closed).toBe(0);
  });

  it('says nothing of a field before it was left, and checks it on every change after', async () => {
    const desk = openForm({ form: 'complaint', clientId: 12 });
    await words();
    const message = 'Write what the client said, in their words.';
    expect(screen.queryByText(message)).toBeNull();
    await desk.user.tab();
    expect(await screen.findByText(message)).toBeTruthy();
    await desk.user.type(await words(), 'N');
    await waitFor(() => expect(screen.queryByText(message)).toBeNull());
  });

  it('puts what the ledger refuses on its field, opening the part it is in', async () => {
    const desk = openForm(
      { form: 'complaint', clientId: 12 },
      {
        'complaints.add': () => {
          throw new Refusal({ code: 'invalid', message: 'That day is still to come.', field: 'repliedOn' });
        },
      },
    );
    await desk.user.type(await words(), 'Late again');
    await desk.user.click(screen.getByRole('radio', { name: /1, annoyance/ }));
    expect(screen.queryByLabelText(/First reply/)).toBeNull();
    await desk.user.click(screen.getByRole('button', { name: 'Log the complaint' }));
    const refused = await screen.findByText('That day is still to come.');
    const reply = await screen.findByLabelText(/First reply/);
    expect(reply.getAttribute('aria-describedby')).toContain(refused.id);
    expect(desk.closed).toBe(0);
  });

  it('shows a refusal that is about no field, and keeps what was typed', async () => {
    const desk = openForm(
      { form: 'complaint', clientId: 12 },
      {
        'complaints.add': () => {
          throw new Refusal({ code: 'busy', message: 'An import is running.' });
        },
      },
    );
    await desk.user.type(await words(), 'Late again');
    await desk.user.click(screen.getByRole('radio', { name: /1, annoyance/ }));
    await desk.user.click(screen.getByRole('button', { name: 'Log the complaint' }));
    expect((await screen.findByText('An import is running.')).closest('[role=alert]')).toBeTruthy();
    expect(((await words()) as HTMLTextAreaElement).value).toBe('Late again');
    expect(desk.of('drafts.clear')).toEqual([]);
  });

  it('without a client asks whose it is, and takes the one picked with the keyboard', async () => {
    const desk = openForm(
      { form: 'complaint' },
      {
        'complaints.add': written,
        'clients.pick': ({ text }: { text: string }) =>
          [
            { id: 12, name: 'Larkfield Court', number: '0042' },
            { id: 13, name: 'Larch House', number: null },
          ].filter((client) => client.name.toLowerCase().includes(text.toLowerCase())),
      },
    );
    const picker = await screen.findByRole('combobox', { name: /Client/ });
    expect(document.activeElement).toBe(picker);
    await desk.user.keyboard('lar');
    await screen.findByRole('option', { name: /Larch House/ });
    await desk.user.keyboard('{ArrowDown}{Enter}');
    expect((picker as HTMLInputElement).value).toBe('Larch House');
    expect(desk.of('complaints.add')).toEqual([]);
    await desk.user.type(await words(), 'Too loud');
    await desk.user.click(screen.getByRole('radio', { name: /1, annoyance/ }));
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(desk.of('complaints.add')).toEqual([expect.objectContaining({ clientId: 13 })]),
    );
  });

  it('will not send without a client', async () => {
    const desk = openForm({ form: 'complaint' }, { 'clients.pick': [] });
    await desk.user.type(await words(), 'Too loud');
    await desk.user.click(screen.getByRole('radio', { name: /1, annoyance/ }));
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Who is it from?')).toBeTruthy();
    expect(desk.of('complaints.add')).toEqual([]);
  });

  it('adds a cause of the owner’s own without sending the complaint', async () => {
    const desk = openForm(
      { form: 'complaint', clientId: 12 },
      { 'causes.add': { ...written, id: 12 }, 'complaints.add': written },
    );
    await words();
    await desk.user.click(screen.getByText('What can come later'));
    const cause = await screen.findByLabelText(/^Cause/);
    await desk.user.selectOptions(cause, 'Add your own…');
    await desk.user.type(await screen.findByLabelText('Your own cause'), 'tools left behind{Enter}');
    await waitFor(() =>
      expect(desk.of('causes.add')).toEqual([{ name: 'tools left behind', group: 'inside' }]),
    );
    expect(desk.of('complaints.add')).toEqual([]);
  });
});
