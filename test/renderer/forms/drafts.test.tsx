import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { changedFields, fittingDraft, keepDraft, storable } from '../../../renderer/forms/draft-keeper.ts';
import { draftKeyOf } from '../../../renderer/forms/draft-keys.ts';
import { clientPage, openForm, written } from './form-bridge.tsx';

const words = () => screen.findByLabelText(/What did they say/) as Promise<HTMLTextAreaElement>;

describe('a draft of a form', () => {
  it('is saved soon after the last change, under its own key', async () => {
    const desk = openForm({ form: 'complaint', clientId: 12 });
    await desk.user.type(await words(), 'Late');
    expect(desk.of('drafts.save')).toEqual([]);
    await waitFor(() => expect(desk.of('drafts.save')).toHaveLength(1), { timeout: 1500 });
    expect(desk.of('drafts.save')[0]).toEqual({
      key: 'complaint:client:12',
      value: expect.objectContaining({ words: 'Late', channel: 'phone' }),
    });
  });

  it('is saved at once when a field is left, the window goes or the form closes', async () => {
    const desk = openForm({ form: 'complaint', clientId: 12 });
    await desk.user.type(await words(), 'a');
    await desk.user.tab();
    expect(desk.of('drafts.save')).toHaveLength(1);
    await desk.user.type(await words(), 'b');
    window.dispatchEvent(new Event('pagehide'));
    expect(desk.of('drafts.save')).toHaveLength(2);
    await desk.user.type(await words(), 'c');
    desk.unmount();
    expect(desk.of('drafts.save')).toHaveLength(3);
    expect(desk.of('drafts.save')[2]).toMatchObject({ value: { words: 'abc' } });
    expect(desk.of('drafts.clear')).toEqual([]);
  });

  it('comes back when the form opens again, says so, and can be put away', async () => {
    const desk = openForm(
      { form: 'complaint', clientId: 12 },
      {
        'drafts.load': {
          value: { words: 'Typed yesterday', severity: 3, receivedOn: '2026-11-16', gone: 'x' },
        },
      },
    );
    expect((await words()).value).toBe('Typed yesterday');
    expect((screen.getByLabelText('Received') as HTMLInputElement).value).toBe('2026-11-16');
    expect((screen.getByRole('radio', { name: /3, real loss/ }) as HTMLInputElement).checked).toBe(true);
    expect(screen.getByText('Brought back what you had typed.')).toBeTruthy();
    expect(document.activeElement).toBe(await words());
    await desk.user.click(screen.getByRole('button', { name: 'Start afresh' }));
    expect((await words()).value).toBe('');
    expect(screen.queryByText('Brought back what you had typed.')).toBeNull();
    expect(desk.of('drafts.clear')).toContainEqual({ key: 'complaint:client:12' });
  });

  it('is cleared once the form was sent, and not saved again by closing', async () => {
    const desk = openForm(
      { form: 'complaint', clientId: 12 },
      { 'drafts.load': { value: { words: 'Typed yesterday', severity: 3 } }, 'complaints.add': written },
    );
    await words();
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(desk.closed).toBe(1));
    desk.unmount();
    expect(desk.sent.filter((one) => one.command.startsWith('drafts.')).at(-1)?.command).toBe('drafts.clear');
  });

  it('of an edit holds only what was altered, so that newer facts are not overwritten', async () => {
    const desk = openForm(
      { form: 'client', id: 12 },
      {
        'clients.page': clientPage(),
        'clients.edit': written,
        'drafts.load': { value: { notes: 'gate code 1234' } },
      },
    );
    expect(((await screen.findByLabelText(/Notes/)) as HTMLInputElement).value).toBe('gate code 1234');
    await desk.user.type(screen.getByLabelText(/Phone/), '01632');
    await desk.user.tab();
    expect(desk.of('drafts.save').at(-1)).toEqual({
      key: 'client:12',
      value: { notes: 'gate code 1234', phone: '01632' },
    });
  });

  it('opens the form even where it can’t be loaded', async () => {
    openForm({ form: 'complaint', clientId: 12 }, { 'drafts.load': undefined });
    expect(await words()).toBeTruthy();
  });
});

describe('keepDraft', () => {
  afterEach(() => vi.useRealTimers());

  it('saves the last of many changes once', () => {
    vi.useFakeTimers();
    const save = vi.fn();
    const keeper = keepDraft(save, vi.fn(), 300);
    keeper.note({ a: '1' });
    vi.advanceTimersByTime(199);
    keeper.note({ a: '2' });
    vi.advanceTimersByTime(299);
    expect(save).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(save.mock.calls).toEqual([[{ a: '2' }]]);
    keeper.flush();
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('never lets half a second of typing wait, however steadily it goes on', () => {
    vi.useFakeTimers();
    const save = vi.fn();
    const keeper = keepDraft(save, vi.fn(), 300);
    for (let key = 1; key <= 21; key++) {
      keeper.note({ a: key });
      vi.advanceTimersByTime(50);
    }
    // A crash in any moment so far would have lost less than half a second of it.
    expect(save.mock.calls).toEqual([[{ a: 10 }], [{ a: 20 }]]);
    vi.advanceTimersByTime(250);
    expect(save.mock.calls.at(-1)).toEqual([{ a: 21 }]);
  });

  it('waits for nothing once the window is left', async () => {
    const desk = openForm({ form: 'complaint', clientId: 12 });
    await desk.user.type(await words(), 'a');
    window.dispatchEvent(new Event('blur'));
    expect(desk.of('drafts.save')).toHaveLength(1);
    await desk.user.type(await words(), 'b');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(desk.of('drafts.save').at(-1)).toMatchObject({ value: { words: 'ab' } });
  });

  it('clears when nothing is left to keep, and a clear drops what waits', () => {
    vi.useFakeTimers();
    const save = vi.fn();
    const clear = vi.fn();
    const keeper = keepDraft(save, clear, 300);
    keeper.note({ a: '1' });
    keeper.note(null);
    vi.runAllTimers();
    expect(clear).toHaveBeenCalledTimes(1);
    keeper.note({ a: '1' });
    keeper.clear();
    vi.runAllTimers();
    expect(save).not.toHaveBeenCalled();
  });
});

describe('what is kept of a draft', () => {
  it('is only what still fits the form', () => {
    const defaults = { text: '', on: false, id: null };
    expect(fittingDraft({ text: 'a', on: 'yes', id: 4, old: 1 }, defaults)).toEqual({ text: 'a', id: 4 });
    expect(fittingDraft({ text: { deep: 1 } }, defaults)).toBeNull();
    for (const bad of [null, 'x', 3, [], {}]) expect(fittingDraft(bad, defaults)).toBeNull();
  });

  it('is the difference to how the form opened', () => {
    expect(changedFields({ a: '1', b: 2 }, { a: '1', b: 3 })).toEqual({ b: 2 });
    expect(changedFields({ a: '1' }, { a: '1' })).toBeNull();
  });

  it('holds no number that JSON has no word for', () => {
    expect(storable({ amount: Number.NaN, n: 0, text: '' })).toEqual({ amount: null, n: 0, text: '' });
  });

  it('lies under a key of its own for each thing a form is about', () => {
    const keys = [
      draftKeyOf({ form: 'complaint' }),
      draftKeyOf({ form: 'complaint', clientId: 12 }),
      draftKeyOf({ form: 'complaint', clientId: 1, id: 12 }),
      draftKeyOf({ form: 'client' }),
      draftKeyOf({ form: 'client', id: 12 }),
      draftKeyOf({ form: 'invoice', clientId: 12 }),
      draftKeyOf({ form: 'invoice', clientId: 1, id: 12 }),
      draftKeyOf({ form: 'payment', clientId: 12 }),
      draftKeyOf({ form: 'payment', clientId: 1, invoiceId: 12 }),
      draftKeyOf({ form: 'decision', clientId: 12 }),
      draftKeyOf({ form: 'decision', clientId: 1, complaintId: 12 }),
      draftKeyOf({ form: 'redeem', clientId: 1, couponId: 12 }),
      draftKeyOf({ form: 'flag', clientId: 12 }),
      draftKeyOf({ form: 'lift', clientId: 12 }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});
