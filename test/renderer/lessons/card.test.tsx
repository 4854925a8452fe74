import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { name, row } from '../client/looking.ts';
import { cause, complaint, page } from '../client/page-maker.ts';
import { showClient } from '../client/show-client.tsx';
import { clientPage, openForm, Refusal, TODAY, written } from '../forms/form-bridge.tsx';
import { lesson } from './lessons-maker.ts';

const opened = vi.hoisted(() => vi.fn());
vi.mock('../../../renderer/forms/forms.tsx', () => ({ useForms: () => ({ open: opened }) }));
afterEach(() => opened.mockClear());

const stray = complaint({
  id: 7,
  receivedOn: '2026-11-09',
  title: 'stray leaves',
  words: 'Your crew blew our leaves onto the neighbours’ drive.',
  cause: cause('process'),
  fault: 'ours',
});

describe('a complaint’s card', () => {
  it('asks what was learned, of this complaint', async () => {
    await showClient(page({ complaints: [stray] }));
    await name();
    expect(row('complaint-7').textContent).not.toContain('learned');
    await userEvent.click(
      screen.getByRole('button', { name: 'What did we learn from the complaint of 9 Nov 2026?' }),
    );
    expect(opened).toHaveBeenCalledWith({ form: 'lesson', clientId: 12, complaintId: 7 });
  });

  it('shows its own lessons quietly, each with how it stands and as the way to change it', async () => {
    const overdue = lesson({ id: 1, complaintId: 7, lesson: 'Sweep both sides.', dueOn: '2026-11-05' });
    const done = lesson({ id: 2, complaintId: 7, lesson: 'Blow towards the beds.', doneOn: '2026-11-12' });
    const other = lesson({ id: 3, complaintId: 8, lesson: 'Ring the evening before.' });
    await showClient({ ...page({ complaints: [stray] }), lessons: [overdue, done, other] });
    await name();
    const { textContent } = row('complaint-7');
    expect(textContent).toContain('Sweep both sides. to do, 12 days overdue');
    expect(textContent).toContain('Blow towards the beds. done 12 Nov');
    expect(textContent).not.toContain('Ring the evening before.');
    await userEvent.click(screen.getByRole('button', { name: 'Edit the lesson: Sweep both sides.' }));
    expect(opened).toHaveBeenCalledWith({ form: 'lesson', clientId: 12, lesson: overdue });
  });
});

describe('the form', () => {
  const answers = {
    'clients.page': clientPage({ complaints: [stray] }),
    'lessons.add': written,
    'lessons.edit': written,
  };
  const about = { form: 'lesson', clientId: 12, complaintId: 7 } as const;

  it('begins with the client’s words and the complaint’s cause, due in a month', async () => {
    const desk = openForm(about, answers);
    expect(await screen.findByText(/Your crew blew our leaves/)).toBeTruthy();
    expect(screen.getByText('9 Nov 2026, our fault')).toBeTruthy();
    await waitFor(() => expect(screen.getByLabelText<HTMLSelectElement>(/^Cause/).value).toBe('1'));
    await desk.user.type(screen.getByLabelText('The lesson'), 'Sweep both sides.');
    await desk.user.type(screen.getByLabelText(/^Who sees to it/), 'crew leader{Enter}');
    await waitFor(() => expect(desk.closed).toBe(1));
    expect(desk.of('lessons.add')).toEqual([
      {
        complaintId: 7,
        causeId: 1,
        lesson: 'Sweep both sides.',
        changes: '',
        who: 'crew leader',
        learnedOn: TODAY,
        dueOn: '2026-12-17',
        doneOn: '',
      },
    ]);
  });

  it('asks for the lesson, and refuses one done before it was learned', async () => {
    const desk = openForm({ form: 'lesson' }, answers);
    const text = await screen.findByLabelText('The lesson');
    await desk.user.type(screen.getByLabelText(/^Done on/), '2026-11-01');
    await desk.user.click(screen.getByRole('button', { name: 'Write it down' }));
    expect(await screen.findByText('What did you learn?')).toBeTruthy();
    await desk.user.type(text, 'Ask twice.');
    await desk.user.click(screen.getByRole('button', { name: 'Write it down' }));
    expect(await screen.findByText('It can’t be done before it was learned.')).toBeTruthy();
    expect(desk.of('lessons.add')).toEqual([]);
    expect(desk.closed).toBe(0);
  });

  it('shows the ledger’s refusal on its field', async () => {
    const desk = openForm(about, {
      ...answers,
      'lessons.add': () => {
        throw new Refusal({ code: 'invalid', message: 'That day is still to come.', field: 'doneOn' });
      },
    });
    await desk.user.type(await screen.findByLabelText('The lesson'), 'Ask twice.');
    await desk.user.click(screen.getByRole('button', { name: 'Write it down' }));
    expect(await screen.findByText('That day is still to come.')).toBeTruthy();
  });

  it('edits a lesson whose client’s page was not asked for, and writes nothing where nothing changed', async () => {
    const known = lesson({
      id: 3,
      clientName: 'Larkfield Court',
      complaintTitle: 'stray leaves',
      complaintId: 7,
      lesson: 'Ask twice.',
    });
    const desk = openForm({ form: 'lesson', lesson: known }, answers);
    expect(await screen.findByText('Larkfield Court: stray leaves')).toBeTruthy();
    await desk.user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(desk.closed).toBe(1));
    expect(desk.of('lessons.edit')).toEqual([]);
  });
});
