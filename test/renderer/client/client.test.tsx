import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { larkfield } from './larkfield.ts';
import { button, mark, marks, name, one, row, scrolled } from './looking.ts';
import { cause, complaint, page } from './page-maker.ts';
import { showClient } from './show-client.tsx';

const opened = vi.hoisted(() => vi.fn());
vi.mock('../../../renderer/forms/forms.tsx', () => ({ useForms: () => ({ open: opened }) }));
afterEach(() => {
  opened.mockClear();
});

describe('the header', () => {
  it('says who it is, what they owe and how they stand, both sides in one breath', async () => {
    await showClient(larkfield);
    expect((await name()).textContent).toBe('Larkfield Court');
    const head = one([...document.querySelectorAll('.head')], 'header');
    expect(head.textContent).toContain('Denise Harrow, estate manager');
    expect(head.textContent).toContain('client since March 2021');
    expect(head.textContent).toContain('£2,280 past due, oldest 104 days');
    expect(head.textContent).toContain('yet 3 of 5 complaints were our fault');
  });

  it('shows credit only where there is some', async () => {
    await showClient(page({ credit: 4500 }));
    await name();
    expect(one([...document.querySelectorAll('.head')], 'header').textContent).toContain(
      '£45 credit on account',
    );
  });

  it('the flag is one line with what staff are told', async () => {
    await showClient(larkfield);
    await name();
    const flag = screen.getByRole('note', { name: 'Red flag' });
    expect(flag.textContent).toContain('Extra work only with a signed quote');
    expect(flag.textContent).toContain('review on 12 Feb 2027');
    await userEvent.click(within(flag).getByRole('button', { name: 'Lift it' }));
    expect(opened).toHaveBeenCalledWith({ form: 'lift', clientId: 12 });
  });
});

describe('why', () => {
  it.each([
    ['why 18 days late, typically', 'typical', null],
    ['why £3,300 owed', 'owed', null],
    ['why £13,140 revenue in 12 months', 'revenue12', null],
    ['why 5 up to a month', 'ladder', 3],
    ['why £640 over 90 days past due', 'ageing', 4],
    ['why 7 complaints', 'complaintsAll', null],
    ['why twice', 'redoAsked', null],
    ['why £494 goodwill in 24 months', 'goodwill24', null],
  ])('%s', async (label, figure, part) => {
    const { asked } = await showClient(larkfield);
    await name();
    await userEvent.click(button(label));
    await waitFor(() => expect(asked('why.explain')).toEqual([{ of: 'figure', clientId: 12, figure, part }]));
  });
});

describe('the time axis', () => {
  it('says every mark in words', async () => {
    await showClient(larkfield);
    await name();
    expect(
      mark(/^Invoice 3327, Lavender border\. due 5 Aug 2026, £640\. 104 days late so far, excused/),
    ).toBeTruthy();
    expect(
      mark(/^Complaint: lavender died\. 14 Jul 2026, severity 3, real loss\. settled after 27 days/),
    ).toBeTruthy();
    expect(mark(/^Coupon, £50\. 25 May 2026\. .*not used; it ended on 30 Sep 2026/)).toBeTruthy();
  });

  it('pointing at a mark lights what belongs to it, and nothing else', async () => {
    await showClient(larkfield);
    await name();
    fireEvent.pointerEnter(mark(/^Complaint: lavender died/));
    expect(row('complaint-6').dataset.link).toBe('self');
    expect(row('decision-6').dataset.link).toBe('linked');
    expect(row('invoice-23').dataset.link).toBe('linked');
    expect(row('complaint-5').dataset.link).toBe('other');
    expect(screen.getByRole('tooltip').textContent).toContain('process breakdown (inside), our fault');
    fireEvent.pointerLeave(mark(/^Complaint: lavender died/));
    expect(row('complaint-6').dataset.link).toBe('none');
    expect(screen.queryByRole('tooltip')).toBeNull();
  });

  it('pointing at a row lights its marks on the axis', async () => {
    await showClient(larkfield);
    await name();
    fireEvent.pointerEnter(row('decision-2'));
    expect(mark(/^Coupon, £60/).dataset.link).toBe('self');
    expect(mark(/^Invoice 2566/).dataset.link).toBe('linked');
    expect(mark(/^Invoice 3327/).dataset.link).toBe('other');
  });

  it('is one stop of Tab; arrow keys go along time and Enter goes to the row', async () => {
    await showClient(larkfield);
    await name();
    expect(marks().filter((each) => each.getAttribute('tabindex') === '0')).toHaveLength(1);
    marks().at(-1)?.focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(document.activeElement?.getAttribute('aria-label')).toContain('stray leaves');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(scrolled).toEqual([row('complaint-7')]));
    expect(document.activeElement).toBe(row('complaint-7'));
  });

  it('goes back 12 months, 24 or to the beginning, and remembers it', async () => {
    const first = await showClient(larkfield);
    await name();
    expect(screen.getByRole('heading', { name: 'Last 24 months' })).toBeTruthy();
    await userEvent.click(screen.getByRole('radio', { name: '12 months' }));
    expect(
      marks().some((each) => each.getAttribute('aria-label')?.startsWith('Complaint: cuttings left')),
    ).toBe(false);
    first.unmount();
    await showClient(larkfield);
    await name();
    expect(screen.getByRole('heading', { name: 'Last 12 months' })).toBeTruthy();
  });
});

describe('going to a row', () => {
  it('by the address, also one that is not shown yet', async () => {
    window.location.hash = '#/clients/12?row=invoice-2';
    await showClient(larkfield);
    await name();
    await waitFor(() => expect(scrolled.at(-1)?.id).toBe('row-invoice-2'));
    expect(document.activeElement?.id).toBe('row-invoice-2');
  });

  it('an address that makes no sense is let be', async () => {
    window.location.hash = '#/clients/12?row=teapot-2';
    await showClient(larkfield);
    await name();
    expect(scrolled).toEqual([]);
  });
});

describe('keys', () => {
  it.each([
    ['c', { form: 'complaint', clientId: 12 }],
    ['p', { form: 'payment', clientId: 12 }],
    ['i', { form: 'invoice', clientId: 12 }],
    ['d', { form: 'decision', clientId: 12, complaintId: 7 }],
    ['e', { form: 'client', id: 12 }],
    ['f', { form: 'lift', clientId: 12 }],
    ['h', { form: 'hours', clientId: 12 }],
    ['n', { form: 'note', clientId: 12 }],
    ['l', { form: 'look', clientId: 12 }],
    ['t', { form: 'standing', clientId: 12 }],
  ])('%s opens its form', async (key, request) => {
    await showClient(larkfield);
    await name();
    await userEvent.keyboard(key);
    expect(opened.mock.calls).toEqual([[request]]);
  });

  it('without a flag f raises one; without an open complaint d decides alone', async () => {
    await showClient(page({}));
    await name();
    await userEvent.keyboard('fd');
    expect(opened.mock.calls).toEqual([
      [{ form: 'flag', clientId: 12 }],
      [{ form: 'decision', clientId: 12 }],
    ]);
  });

  it('are only letters while something is typed, or with Ctrl', async () => {
    await showClient(larkfield);
    await name();
    const input = document.body.appendChild(document.createElement('input'));
    input.focus();
    await userEvent.keyboard('cpe');
    input.remove();
    await userEvent.keyboard('{Control>}c{/Control}');
    expect(opened).not.toHaveBeenCalled();
  });

  it('the menu: arrows move, Enter chooses, Esc closes and gives the focus back', async () => {
    await showClient(larkfield);
    await name();
    const more = button('More for this client');
    more.focus();
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement?.textContent).toContain('New invoice');
    await userEvent.keyboard('{ArrowUp}');
    expect(document.activeElement?.textContent).toContain('Remove this client…');
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(more);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(opened).toHaveBeenCalledWith({ form: 'decision', clientId: 12, complaintId: 7 });
  });
});

describe('where there is little', () => {
  it('nothing at all: says so in every column, with what to do', async () => {
    await showClient(page({}));
    await name();
    expect(screen.getByText('No complaints so far')).toBeTruthy();
    expect(screen.getByText('No decisions so far')).toBeTruthy();
    expect(screen.getByText(/will show here, side by side/)).toBeTruthy();
    await userEvent.click(button('New invoice'));
    expect(opened).toHaveBeenCalledWith({ form: 'invoice', clientId: 12 });
  });

  it('all excused: says so instead of a figure without them', async () => {
    const invoices = [1, 2, 3].map((id) => ({ id, due: `2026-0${id + 4}-15`, late: 9 }));
    await showClient(
      page({
        invoices,
        complaints: [complaint({ id: 1, receivedOn: '2026-04-01', cause: cause('process') })],
      }),
    );
    await name();
    expect(one([...document.querySelectorAll('.payments')], 'column').textContent).toContain(
      'All of them are excused: the 3 excused.',
    );
  });

  it('unknown client: says so with a way back', async () => {
    const gone = () => ({
      ok: false as const,
      error: { code: 'notFound' as const, message: 'No such client.' },
    });
    await showClient(page({}), { 'clients.page': gone });
    expect(await screen.findByText('This client is not in the ledger')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Back to all clients' })).toBeTruthy();
  });

  it('no answer: says why and asks again', async () => {
    const answers = [
      { ok: false as const, error: { code: 'ledger' as const, message: 'The disk is full.' } },
      { ok: true as const, value: larkfield },
    ];
    await showClient(larkfield, { 'clients.page': () => answers.shift() ?? { ok: true, value: larkfield } });
    expect(await screen.findByText('The disk is full.')).toBeTruthy();
    await userEvent.click(button('Try again'));
    expect((await name()).textContent).toBe('Larkfield Court');
  });
});
