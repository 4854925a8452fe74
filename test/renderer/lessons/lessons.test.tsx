import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { LessonsPage } from '../../../shared/views/lessons.ts';
import type { Why } from '../../../shared/views/why.ts';
import { type Answers, Refusal, TODAY } from '../bridge.ts';
import { showApp } from '../show-app.tsx';
import { lesson, nothing, some } from './lessons-maker.ts';

const why: Why = {
  title: 'Cause: supplier',
  figure: '4 complaints',
  explanation: [],
  columns: [],
  rows: [],
  rowCount: 0,
  total: null,
};

const show = (page: LessonsPage, answers: Answers = {}) =>
  showApp(
    {
      'lessons.page': () => page,
      'why.explain': () => why,
      'causes.list': () => [{ id: 7, name: 'supplier', group: 'outside', own: false }],
      'drafts.load': () => null,
      'drafts.save': () => null,
      'drafts.clear': () => null,
      ...answers,
    },
    '/lessons',
  );

const rowOf = async (name: string) => {
  const row = (await screen.findByRole('rowheader', { name })).closest('tr');
  if (!row) throw new Error(`no row ${name}`);
  return within(row);
};

describe('the causes', () => {
  it('stand in the ledger’s order with count, running share and what came since the lesson', async () => {
    show(some);
    const names = (await screen.findAllByRole('rowheader')).map((one) => one.textContent);
    expect(names).toEqual(['poor communication', 'supplier', 'process breakdown', 'cause not noted', 'all']);
    const row = await rowOf('poor communication');
    expect(
      row.getByRole('button', {
        name: '6 complaints in 12 months: poor communication, 2 since the lesson done on 2 Jun',
      }),
    ).toBeTruthy();
    expect(row.getByText(/^46\.2\s%$/)).toBeTruthy();
    expect(row.getByText('2 since 2 Jun (5 months), 5 in the year before')).toBeTruthy();
    expect(row.getByText('lesson done on 2 Jun')).toBeTruthy();
  });

  it('one that stayed away says so, with the time on both sides', async () => {
    show(some);
    const row = await rowOf('process breakdown');
    expect(row.getByText('none in 12 months')).toBeTruthy();
    expect(row.getByText('none since 1 Sep 2025 (1 year and 2 months), 3 in the year before')).toBeTruthy();
  });

  it('each bar and each quarter opens its complaints', async () => {
    const { bridge, user } = show(some);
    const open = async (row: string, name: string) => {
      await user.click((await rowOf(row)).getByRole('button', { name }));
      await screen.findByText('4 complaints');
      await user.click(screen.getByRole('button', { name: 'Close' }));
    };
    await open('supplier', '4 complaints in 12 months: supplier');
    await open('supplier', '4 complaints: supplier, Oct to Dec 2026');
    await open('cause not noted', '3 complaints: cause not noted, Apr to Jun 2026');
    expect(bridge.asked('why.explain')).toEqual([
      { of: 'cause', causeId: 7, from: '2025-11-18', to: TODAY },
      { of: 'cause', causeId: 7, from: '2026-10-01', to: '2026-12-31' },
      { of: 'cause', causeId: null, from: '2026-04-01', to: '2026-06-30' },
    ]);
  });

  it('what came back since a lesson opens from the day after it was done', async () => {
    const { bridge, user } = show(some);
    const row = await rowOf('poor communication');
    await user.click(row.getByText('2 since 2 Jun (5 months), 5 in the year before'));
    expect(bridge.asked('why.explain')).toEqual([{ of: 'cause', causeId: 2, from: '2026-06-03', to: TODAY }]);
  });

  it('are walked by arrow keys, with one stop of Tab a row', async () => {
    const { user } = show(some);
    const row = await rowOf('poor communication');
    row.getByRole('button', { name: /in 12 months/ }).focus();
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe(
      '3 complaints: poor communication, Apr to Jun 2026',
    );
    // The rows between have nothing in that quarter.
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe(
      '3 complaints: cause not noted, Apr to Jun 2026',
    );
    await user.keyboard('{ArrowUp}{Home}');
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^6 complaints in 12 months/);
    await user.keyboard('{ArrowUp}{ArrowLeft}');
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^6 complaints in 12 months/);
  });

  it('the uncaused are said apart, with how many an import brought without a day', async () => {
    show(some);
    const row = await rowOf('cause not noted');
    expect(row.getByText(/^2 imported complaints without a day of their own/)).toBeTruthy();
    expect(row.queryByRole('button', { name: /Write down/ })).toBeNull();
  });

  it('one without a lesson offers to write it down, with the cause filled in', async () => {
    const { user, bridge } = show(some, { 'lessons.add': () => ({ changeId: 1, label: 'Lesson', id: 5 }) });
    expect(await screen.findByText(/is behind 4 and has no lesson yet/)).toBeTruthy();
    await user.click(await screen.findByRole('button', { name: 'Write it down: a lesson on supplier' }));
    await user.type(await screen.findByLabelText('The lesson'), 'Order from two.');
    await waitFor(() =>
      expect(within(screen.getByRole('dialog')).getByLabelText<HTMLSelectElement>(/^Cause/).value).toBe('7'),
    );
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(bridge.asked('lessons.add')).toMatchObject([
        { causeId: 7, complaintId: null, lesson: 'Order from two.', learnedOn: TODAY, dueOn: '2026-12-17' },
      ]),
    );
  });
});

describe('the lessons', () => {
  it('to do come first, the overdue one said', async () => {
    show(some);
    const toDo = await screen.findByRole('region', { name: /^To do/ });
    const items = within(toDo).getAllByRole('listitem');
    expect(items.map((item) => item.querySelector('.lesson-text')?.textContent)).toEqual([
      'Ask twice.',
      'Sweep first.',
    ]);
    expect(items[0]?.textContent).toContain('12 days overdue');
    expect(items[1]?.textContent).toContain('by 1 Dec');
    expect(screen.getByText('2 lessons to do, 1 of them overdue')).toBeTruthy();
  });

  it('is done in one click, which can be undone; nothing else of it changes', async () => {
    const { user, bridge } = show(some, {
      'lessons.edit': () => ({ changeId: 41, label: 'Lesson done', id: 3 }),
      'changes.undo': () => ({ changeId: 42, label: 'Undid: Lesson done', id: 41 }),
    });
    await user.click(await screen.findByRole('button', { name: 'Done: Ask twice.' }));
    expect(bridge.asked('lessons.edit')).toEqual([
      {
        id: 3,
        complaintId: null,
        causeId: null,
        learnedOn: '2026-05-12',
        lesson: 'Ask twice.',
        changes: null,
        who: 'the office',
        dueOn: '2026-11-05',
        doneOn: TODAY,
      },
    ]);
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(bridge.asked('changes.undo')).toEqual([{ changeId: 41 }]);
  });

  it('a refusal is said', async () => {
    const { user } = show(some, {
      'lessons.edit': () => {
        throw new Refusal({ code: 'busy', message: 'Wait until the import has finished, then try again.' });
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Done: Ask twice.' }));
    expect(await screen.findByText('Wait until the import has finished, then try again.')).toBeTruthy();
  });

  it('done ones say what came after and lead to their complaint', async () => {
    show(some);
    const done = within(await screen.findByRole('region', { name: /^Done/ }));
    expect(done.getByText('2 since 2 Jun (5 months), 5 in the year before')).toBeTruthy();
    expect(done.getByRole('link', { name: 'Larkfield Court: missed visit' }).getAttribute('href')).toBe(
      '#/clients/12?row=complaint-9',
    );
    expect(done.queryByRole('button', { name: /^Done:/ })).toBeNull();
  });

  it('is edited with all it has, and only what changed is sent anew', async () => {
    const { user, bridge } = show(
      {
        ...some,
        lessons: [lesson({ id: 3, lesson: 'Ask twice.', changes: 'On the sheet.', dueOn: '2026-11-05' })],
      },
      { 'lessons.edit': () => ({ changeId: 1, label: 'Changed a lesson', id: 3 }) },
    );
    await user.click(await screen.findByRole('button', { name: 'Edit: Ask twice.' }));
    await user.type(await screen.findByLabelText(/^Who sees to it/), 'crew leader');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(bridge.asked('lessons.edit')).toMatchObject([
        { id: 3, lesson: 'Ask twice.', changes: 'On the sheet.', who: 'crew leader', dueOn: '2026-11-05' },
      ]),
    );
  });

  it('is removed', async () => {
    const { user, bridge } = show(some, {
      'lessons.remove': () => ({ changeId: 1, label: 'Removed a lesson', id: 4 }),
    });
    await user.click(await screen.findByRole('button', { name: 'Remove: Sweep first.' }));
    expect(bridge.asked('lessons.remove')).toEqual([{ id: 4 }]);
    expect(await screen.findByText('Removed a lesson.')).toBeTruthy();
  });
});

describe('with little to show', () => {
  it('an empty ledger says what to do', async () => {
    show(nothing);
    expect(await screen.findByText('Nothing to learn from yet')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Log a complaint' })).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('complaints without any lesson say where lessons come from', async () => {
    show({ ...some, lessons: [] });
    expect(await screen.findByText(/“What did we learn\?” writes one down/)).toBeTruthy();
    expect(screen.getByText(/^None yet. Mark a lesson done/)).toBeTruthy();
    expect(screen.queryByText('a book: a lesson was done')).toBeNull();
  });

  it('lessons without a complaint in two years', async () => {
    show({ ...nothing, lessons: [lesson({ id: 1, doneOn: '2023-01-01' })] });
    expect(await screen.findByText('No complaint in the last two years.')).toBeTruthy();
    expect(screen.getByText('Nothing to do: every lesson is done.')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('a failure says so and asks again', async () => {
    let times = 0;
    const { user } = show(some, {
      'lessons.page': () => {
        times += 1;
        if (times === 1) throw new Refusal({ code: 'ledger', message: 'The ledger could not be read.' });
        return some;
      },
    });
    expect(await screen.findByText('The ledger could not be read.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('rowheader', { name: 'supplier' })).toBeTruthy();
  });
});
