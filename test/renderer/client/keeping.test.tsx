import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Result } from '../../../shared/result.ts';
import { larkfield } from './larkfield.ts';
import { button, name, one } from './looking.ts';
import { page } from './page-maker.ts';
import { showClient } from './show-client.tsx';

const opened = vi.hoisted(() => vi.fn());
vi.mock('../../../renderer/forms/forms.tsx', () => ({ useForms: () => ({ open: opened }) }));
afterEach(() => {
  opened.mockClear();
});

const block = (what: string) => one([...document.querySelectorAll(what)], what);
const keeping = () => block('.keeping');
const head = () => block('.head');

const hours = [
  { id: 1, complaintId: null, kind: 'care', workedOn: '2026-11-02', minutes: 90, what: 'two long calls' },
  { id: 2, complaintId: null, kind: 'chasing', workedOn: '2025-12-20', minutes: 20, what: null },
] as const;

describe('what keeping them takes', () => {
  it('goes from revenue to what is left, and every line opens its rows', async () => {
    const { asked } = await showClient({ ...larkfield, ...kept() });
    await name();
    const lines = [...keeping().querySelectorAll('tr')].map((row) => row.textContent);
    expect(lines).toEqual([
      'revenue£13,140.00',
      'margin, 30\u00a0% assumed£3,942.00',
      'redoing, 5 hours−£140.00',
      'chasing–',
      'care, 1½ hours−£42.00',
      'goodwill besides hours−£252.00',
      'written off–',
      'late money, 8\u00a0% assumed a year−£61.52',
      'left£3,446.48',
    ]);
    await userEvent.click(button('why −£42.00: care, 1½ hours'));
    await waitFor(() => expect(asked('why.explain')).toHaveLength(1));
    await userEvent.click(button('why £3,446.48 left'));
    await waitFor(() =>
      expect(asked('why.explain')).toEqual([
        { of: 'keeping', clientId: 12, line: 'care' },
        { of: 'keeping', clientId: 12, line: 'left' },
      ]),
    );
  });

  it('says which rates were never told, and where to tell them', async () => {
    await showClient(larkfield);
    await name();
    expect(keeping().textContent).toContain('You never told your margin and yearly interest.');
    expect(one([...keeping().querySelectorAll('a')], 'link').getAttribute('href')).toBe('#/settings');
  });

  it('shows hours beside revenue only once hours are noted', async () => {
    const first = await showClient(larkfield);
    await name();
    expect(keeping().textContent).toContain('No hours are noted for anyone yet');
    first.unmount();
    await showClient({
      ...larkfield,
      keeping: { ...larkfield.keeping, attentionPercent: 22.5, revenuePercent: 10.4 },
    });
    await name();
    expect(button('why 22.5\u00a0% of all hours')).toBeTruthy();
    expect(button('why 10.4\u00a0% of all revenue')).toBeTruthy();
    const [hoursBar, revenueBar] = [...keeping().querySelectorAll<HTMLElement>('.keeping-bar > span')];
    expect([hoursBar?.style.width, Number.parseInt(revenueBar?.style.width ?? '', 10)]).toEqual(['100%', 46]);
  });

  it('says it when they cost more than they bring', async () => {
    await showClient({ ...larkfield, keeping: { ...larkfield.keeping, left: -120_00 } });
    await name();
    expect(keeping().textContent).toContain('they cost more than they bring');
    expect(button('why −£120.00 left')).toBeTruthy();
  });

  it('is a sentence where there is nothing yet', async () => {
    await showClient(page({}));
    await name();
    expect(keeping().querySelector('table')).toBeNull();
    expect(keeping().textContent).toContain('Once there is an invoice or an hour noted');
  });
});

describe('hours and notes', () => {
  const noted = {
    ...larkfield,
    hours,
    notes: [
      {
        id: 5,
        complaintId: null,
        kind: 'staff strain',
        notedOn: '2026-10-01',
        words: 'Shouted at the crew.',
      },
    ],
    look: {
      id: 3,
      lookedOn: '2026-11-10',
      process: true,
      communication: false,
      value: false,
      training: false,
      found: 'We came without a word.',
    },
    lookCounts: true,
    warnings: [
      {
        id: 4,
        warnedOn: '2026-09-09',
        path: 'new invoice',
        words: 'Red flag since 12 Aug 2026.',
        invoiceId: 1,
      },
    ],
  } as const;

  it('are listed together, newest first', async () => {
    await showClient(noted);
    await name();
    expect([...document.querySelectorAll('.noted-list li')].map((row) => row.textContent)).toEqual([
      '10 NovLooked inside We came without a word.',
      '2 NovCare two long callsRemove1:30',
      '1 OctStaff strain Shouted at the crew.Remove',
      '9 SepWarned on new invoice: Red flag since 12 Aug 2026.',
      '20 Dec ’25Chasing Remove0:20',
    ]);
  });

  it('are removed with one press, and a refusal is said', async () => {
    const refused: Result<unknown> = {
      ok: false,
      error: { code: 'busy', message: 'Wait until the import has finished, then try again.' },
    };
    const { asked } = await showClient(noted, { 'notes.remove': () => refused });
    await name();
    await userEvent.click(button('Remove Care of 2 Nov'));
    await waitFor(() => expect(asked('hours.remove')).toEqual([{ id: 1 }]));
    await userEvent.click(button('Remove Staff strain of 1 Oct'));
    expect(await screen.findByText(/Wait until the import has finished/)).toBeTruthy();
  });

  it('say when a look inside no longer counts', async () => {
    await showClient({ ...noted, lookCounts: false });
    await name();
    expect(screen.getByText('Looked inside, before the newest complaint')).toBeTruthy();
  });

  it('offer what can be noted', async () => {
    await showClient(page({}));
    await name();
    expect(block('.noted').textContent).toContain('Nothing noted yet');
    await userEvent.click(button('Note hours'));
    await userEvent.click(button('Note what happened'));
    await userEvent.click(button('Look inside'));
    expect(opened.mock.calls).toEqual([
      [{ form: 'hours', clientId: 12 }],
      [{ form: 'note', clientId: 12 }],
      [{ form: 'look', clientId: 12 }],
    ]);
  });
});

describe('the standing', () => {
  it('opens the rows behind each of its reasons', async () => {
    const { asked } = await showClient(larkfield);
    await name();
    await userEvent.click(button('why payments slipping'));
    await waitFor(() =>
      expect(asked('why.explain')).toEqual([{ of: 'figure', clientId: 12, figure: 'trend', part: null }]),
    );
  });

  it('set by the owner stands with its reason, beside what the facts say', async () => {
    await showClient({
      ...larkfield,
      standing: {
        ...larkfield.standing,
        word: 'keep an eye on',
        set: {
          reason: 'New manager since May.',
          setOn: '2026-10-01',
          reviewOn: '2027-01-01',
          reviewDue: false,
        },
      },
    });
    await name();
    expect(head().textContent).toContain('Keep an eye on');
    expect(head().textContent).toContain('“New manager since May.” until 1 Jan 2027');
    expect(head().textContent).toContain(`by the facts: ${larkfield.standing.reckoned}`);
    await userEvent.click(button('set by you'));
    expect(opened).toHaveBeenCalledWith({ form: 'standing', clientId: 12 });
  });

  it('says when its review is due, and the menu goes back to the facts', async () => {
    const { asked } = await showClient({
      ...larkfield,
      standing: {
        ...larkfield.standing,
        set: { reason: 'So it is.', setOn: '2026-08-01', reviewOn: '2026-11-01', reviewDue: true },
      },
    });
    await name();
    expect(head().textContent).toContain('review was due on 1 Nov 2026');
    await userEvent.click(button('More for this client'));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Go by the facts again' }));
    await waitFor(() => expect(asked('standings.end')).toEqual([{ clientId: 12 }]));
  });
});

describe('parting', () => {
  it('is begun from the menu', async () => {
    await showClient(larkfield);
    await name();
    expect(head().textContent).not.toContain('Part');
    await userEvent.click(button('More for this client'));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Part ways…' }));
    expect(window.location.hash).toBe('#/clients/12/parting');
  });

  it('under way is said in a line of its own, done stands for the standing', async () => {
    const first = await showClient({ ...larkfield, partingBegun: true });
    await name();
    expect(screen.getByRole('note', { name: 'Parting under way' })).toBeTruthy();
    first.unmount();
    await showClient({ ...larkfield, partedOn: '2026-11-01' });
    await name();
    expect(head().textContent).toContain('Partedsince 1 Nov 2026');
    expect(screen.queryByRole('button', { name: 'change' })).toBeNull();
    const line = within(screen.getByRole('note', { name: 'Ways parted' }));
    expect(line.getByRole('link').getAttribute('href')).toMatch(/clients\/12\/parting$/);
  });
});

describe('the stopwatch', () => {
  const running = (clientId: number, clientName: string) => (): Result<unknown> => ({
    ok: true,
    value: { value: { clientId, clientName, startedAt: Date.now() - 25 * 60_000, stoppedAt: null } },
  });

  it('starts with a key, and is kept', async () => {
    const { asked } = await showClient(larkfield, { 'drafts.load': () => ({ ok: true, value: null }) });
    await name();
    fireEvent.keyDown(window, { key: 's' });
    await waitFor(() => expect(asked('drafts.save')).toHaveLength(1));
    expect(asked('drafts.save')[0]).toMatchObject({
      key: 'stopwatch',
      value: { clientId: 12, clientName: 'Larkfield Court', stoppedAt: null },
    });
    expect(opened).not.toHaveBeenCalled();
  });

  it('stops with the same key and opens the hours with its time', async () => {
    await showClient(larkfield, { 'drafts.load': running(12, 'Larkfield Court') });
    await name();
    await userEvent.click(button('More for this client'));
    expect(await screen.findByRole('menuitem', { name: /Stop the stopwatch$/ })).toBeTruthy();
    await userEvent.keyboard('s');
    expect(opened).toHaveBeenCalledWith({ form: 'hours', clientId: 12, minutes: 25 });
  });

  it('that runs for another client is stopped for that client', async () => {
    await showClient(larkfield, { 'drafts.load': running(40, 'Mrs Whitlock') });
    await name();
    await userEvent.click(button('More for this client'));
    await userEvent.click(
      await screen.findByRole('menuitem', { name: /Stop the stopwatch of Mrs Whitlock/ }),
    );
    expect(opened).toHaveBeenCalledWith({ form: 'hours', clientId: 40, minutes: 25 });
  });
});

/** Larkfield with the hours above: what a page answers for them. */
function kept() {
  const { keeping: plain } = larkfield;
  const care = { minutes: 90, cost: 42_00 };
  return { hours, keeping: { ...plain, care, left: plain.left - care.cost, minutes: plain.minutes + 90 } };
}
