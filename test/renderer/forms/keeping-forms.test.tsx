import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { parseQuick } from '../../../renderer/forms/hours-form.tsx';
import { clientPage, openForm, Refusal, TODAY, written } from './form-bridge.tsx';

const page = (change: Parameters<typeof clientPage>[0] = {}) =>
  clientPage({ hours: [], look: null, ...change });
const field = (label: RegExp) => screen.findByLabelText<HTMLInputElement>(label);

describe('hours as they are typed in a hurry', () => {
  it.each<[string, number | null]>([
    ['0:30', 30],
    ['45', 45],
    ['10', 10],
    ['9', 540],
    ['1.5', 90],
    ['1,5', 90],
    ['90 min', 90],
    ['2 h 15', 135],
    [' 120 ', 120],
    ['', null],
    ['soon', null],
    ['1:75', null],
    ['-5', null],
  ])('%s', (text, minutes) => {
    expect(parseQuick(text)).toBe(minutes);
  });
});

describe('noting hours', () => {
  it('is a number and Enter', async () => {
    const desk = openForm({ form: 'hours', clientId: 12 }, { 'clients.page': page(), 'hours.add': written });
    const long = await field(/^How long/);
    await waitFor(() => expect(document.activeElement).toBe(long));
    await desk.user.keyboard('30');
    expect(screen.getByText('0:30, that is 30 minutes')).toBeTruthy();
    await desk.user.keyboard('{Enter}');
    await waitFor(() => expect(desk.closed).toBe(1));
    expect(desk.of('hours.add')).toEqual([
      { clientId: 12, complaintId: null, kind: 'care', workedOn: TODAY, minutes: 30, what: '' },
    ]);
  });

  it('begins with the kind that was noted last', async () => {
    openForm(
      { form: 'hours', clientId: 12 },
      {
        'clients.page': page({
          hours: [{ id: 1, complaintId: null, kind: 'chasing', workedOn: TODAY, minutes: 5, what: null }],
        }),
      },
    );
    expect((await screen.findByRole<HTMLInputElement>('radio', { name: 'Chasing' })).checked).toBe(true);
  });

  it('refuses what is no time, and no time at all', async () => {
    const desk = openForm({ form: 'hours', clientId: 12 }, { 'clients.page': page(), 'hours.add': written });
    const long = await field(/^How long/);
    await desk.user.type(long, 'soon{Enter}');
    expect(await screen.findByText('Give hours like 0:30 or 1.5.')).toBeTruthy();
    await desk.user.clear(long);
    await desk.user.keyboard('{Enter}');
    expect(await screen.findByText('How long did it take?')).toBeTruthy();
    expect(desk.of('hours.add')).toEqual([]);
  });

  it('of the stopwatch goes over what was typed another day, and clears the stopwatch once noted', async () => {
    const stopped = { clientId: 12, clientName: 'Larkfield Court', startedAt: 0, stoppedAt: 1_500_000 };
    const old = { minutes: 480, kind: 'redo', workedOn: '2026-01-01', what: 'old' };
    const desk = openForm(
      { form: 'hours', clientId: 12, minutes: 25 },
      {
        'clients.page': page(),
        'hours.add': written,
        'drafts.load': ({ key }: { key: string }) => ({ value: key === 'stopwatch' ? stopped : old }),
      },
    );
    expect((await field(/^How long/)).value).toBe('0:25');
    expect(screen.queryByText(/Brought back/)).toBeNull();
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(desk.closed).toBe(1));
    expect(desk.of('drafts.clear')).toContainEqual({ key: 'stopwatch' });
  });

  it('typed by hand lets a stopwatch of the same client be', async () => {
    const running = { clientId: 12, clientName: 'Larkfield Court', startedAt: 0, stoppedAt: 1_500_000 };
    const desk = openForm(
      { form: 'hours', clientId: 12 },
      {
        'clients.page': page(),
        'hours.add': written,
        'drafts.load': ({ key }: { key: string }) => (key === 'stopwatch' ? { value: running } : null),
      },
    );
    await desk.user.type(await field(/^How long/), '15{Enter}');
    await waitFor(() => expect(desk.closed).toBe(1));
    expect(desk.of('drafts.clear')).not.toContainEqual({ key: 'stopwatch' });
  });
});

describe('a note', () => {
  it('says what it was, when and in what words', async () => {
    const desk = openForm({ form: 'note', clientId: 12 }, { 'clients.page': page(), 'notes.add': written });
    await desk.user.click(await screen.findByRole('radio', { name: 'Boundary broken' }));
    await desk.user.type(await field(/^What happened/), 'Came at night.');
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(desk.closed).toBe(1));
    expect(desk.of('notes.add')).toEqual([
      {
        clientId: 12,
        complaintId: null,
        kind: 'boundary broken',
        notedOn: TODAY,
        words: 'Came at night.',
      },
    ]);
  });

  it('needs words', async () => {
    const desk = openForm({ form: 'note', clientId: 12 }, { 'clients.page': page(), 'notes.add': written });
    await field(/^What happened/);
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Say in a sentence what happened.')).toBeTruthy();
    expect(desk.of('notes.add')).toEqual([]);
  });
});

describe('looking inside', () => {
  it('ticks where something of ours was found, and needs words either way', async () => {
    const desk = openForm({ form: 'look', clientId: 12 }, { 'clients.page': page(), 'looks.add': written });
    await desk.user.click(await screen.findByRole('checkbox', { name: /^Poor communication/ }));
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText(/Write down what you found/)).toBeTruthy();
    await desk.user.type(await field(/^What you found/), 'Nobody rang before.');
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(desk.closed).toBe(1));
    expect(desk.of('looks.add')).toEqual([
      {
        clientId: 12,
        lookedOn: TODAY,
        process: false,
        communication: true,
        value: false,
        training: false,
        found: 'Nobody rang before.',
      },
    ]);
  });
});

describe('setting the standing', () => {
  const facts = {
    word: 'at risk',
    reasons: [{ text: 'one invoice never came', bad: true, figure: 'neverCame' }],
    reckoned: 'at risk',
    set: null,
  } as const;
  const open = (answers = {}) =>
    openForm(
      { form: 'standing', clientId: 12 },
      { 'clients.page': page({ standing: facts }), 'standings.set': written, ...answers },
    );

  it('says what the facts say, and needs a choice and a reason', async () => {
    const desk = open();
    expect((await screen.findByText(/one invoice never came/)).textContent).toContain(
      'By the facts: at risk',
    );
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('How do you see them?')).toBeTruthy();
    expect(screen.getByText('Say why you see it otherwise.')).toBeTruthy();
    expect(desk.of('standings.set')).toEqual([]);
  });

  it('sends the standing, why, and the day it comes back', async () => {
    const desk = open();
    await desk.user.click(await screen.findByRole('radio', { name: 'Good' }));
    await desk.user.type(await field(/^Why you see it otherwise/), 'They had a fire.');
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(desk.closed).toBe(1));
    expect(desk.of('standings.set')).toEqual([
      { clientId: 12, standing: 'good', reason: 'They had a fire.', reviewOn: '2027-02-17' },
    ]);
  });

  it('shows the ledger’s refusal at the day', async () => {
    const desk = open({
      'standings.set': () => {
        throw new Refusal({ code: 'invalid', message: 'Choose a day after today.', field: 'reviewOn' });
      },
    });
    await desk.user.click(await screen.findByRole('radio', { name: 'At risk' }));
    await desk.user.type(await field(/^Why you see it otherwise/), 'So.');
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Choose a day after today.')).toBeTruthy();
    expect(desk.closed).toBe(0);
  });
});
