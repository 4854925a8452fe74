import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { addDays } from '../../../shared/dates.ts';
import { larkfield } from './larkfield.ts';
import { button, name, one, row, scrolled } from './looking.ts';
import { AS_OF, cause, complaint, decision, page } from './page-maker.ts';
import { showClient } from './show-client.tsx';

const opened = vi.hoisted(() => vi.fn());
vi.mock('../../../renderer/forms/forms.tsx', () => ({ useForms: () => ({ open: opened }) }));
afterEach(() => {
  opened.mockClear();
});

describe('payments', () => {
  it('say trend, without the excused, and a year ago', async () => {
    await showClient(larkfield);
    await name();
    const column = one([...document.querySelectorAll('.payments')], 'column');
    expect(column.textContent).toContain('Slipping: about 3 days later with each invoice.');
    expect(column.textContent).toContain('10 without the 3 excused. A year ago: 0.');
    expect(column.textContent).toContain('A week in January');
  });

  it.each([
    ['more than 40', [{ id: 1, due: addDays(AS_OF, -40), late: null }], /more than40days late, typically/],
    ['early', [{ id: 1, due: '2026-05-01', late: -3 }], /3days early, typically/],
    ['on the day', [{ id: 1, due: '2026-05-01', late: 0 }], /0days late, typically: on the day/],
    ['nothing due', [{ id: 1, due: '2026-12-01', late: null }], /Nothing due yet/],
    ['no invoice at all', [], /No invoices yet/],
  ])('the headline: %s', async (_name, invoices, expected) => {
    await showClient(page({ invoices }));
    await name();
    expect(one([...document.querySelectorAll('.payments')], 'column').textContent).toMatch(expected);
  });

  it('one bar per due invoice, in the chart as on the axis', async () => {
    await showClient(larkfield);
    await name();
    expect(document.querySelectorAll('.lateness .axis-mark')).toHaveLength(larkfield.lateness.due.length);
  });

  it('an opened invoice shows its money, and a payment can be taken back', async () => {
    const { asked } = await showClient(larkfield);
    await name();
    await userEvent.click(within(row('invoice-25')).getByRole('button', { name: '3413' }));
    expect(row('invoice-25').textContent).toContain('56 days late so far, £620 still open.');
    await userEvent.click(
      within(row('invoice-25')).getByRole('button', { name: 'Remove the payment £400 of 2 Oct' }),
    );
    expect(asked('payments.remove')).toEqual([
      { id: larkfield.invoices.find((one) => one.id === 25)?.payments[0]?.id },
    ]);
    await userEvent.click(within(row('invoice-25')).getByRole('button', { name: 'Credit note' }));
    expect(opened.mock.calls[0]?.[0]).toMatchObject({ form: 'credit', invoice: { id: 25 } });
  });

  it('a refused write says why', async () => {
    const refuse = () => ({
      ok: false as const,
      error: { code: 'conflict' as const, message: 'That payment is gone already.' },
    });
    await showClient(larkfield, { 'payments.remove': refuse });
    await name();
    await userEvent.click(within(row('invoice-25')).getByRole('button', { name: '3413' }));
    await userEvent.click(within(row('invoice-25')).getByRole('button', { name: /^Remove the payment/ }));
    expect(await screen.findByText('That payment is gone already.')).toBeTruthy();
  });

  it('says which complaint excuses an invoice, and leads there', async () => {
    await showClient(larkfield);
    await name();
    await userEvent.click(within(row('invoice-23')).getByRole('button', { name: '3327' }));
    await userEvent.click(within(row('invoice-23')).getByRole('button', { name: 'lavender died' }));
    await waitFor(() => expect(scrolled).toEqual([row('complaint-6')]));
  });

  it('beyond 24 invoices the rest is asked for; beyond 200 only those in view are drawn', async () => {
    const invoices = Array.from({ length: 300 }, (_, i) => ({
      id: i + 1,
      due: addDays(AS_OF, -i * 3 - 5),
      late: 4,
    }));
    await showClient(page({ invoices }));
    await name();
    expect(document.querySelectorAll('.invoice-row')).toHaveLength(24);
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(480);
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(24);
    await userEvent.click(button('Show all 300'));
    const drawn = () => document.querySelectorAll('.invoice-row').length;
    await waitFor(() => expect(drawn()).toBeGreaterThan(10));
    expect(drawn()).toBeLessThan(80);
  });
});

describe('complaints and decisions', () => {
  it('the open one is on top, waits against the limit, and is the one solid button', async () => {
    await showClient(larkfield);
    await name();
    const [first] = screen.getAllByRole('article');
    expect(first?.textContent).toContain('Waiting 8 days1 over your limit of 7');
    const solid = [...document.querySelectorAll('.button-primary')];
    expect(solid.map((one) => one.textContent)).toEqual(['Decide at the desk']);
    expect(solid[0]?.getAttribute('href')).toBe('#/desk/7');
    await userEvent.click(button('Record a decision'));
    expect(opened).toHaveBeenCalledWith({ form: 'decision', clientId: 12, complaintId: 7 });
  });

  it('a complaint and its decision share a row', async () => {
    await showClient(larkfield);
    await name();
    const pair = row('complaint-3').closest('li');
    expect(pair?.contains(row('decision-3'))).toBe(true);
    expect(row('complaint-3').textContent).toContain('posted on Google; answered “You are right');
    expect(row('decision-3').textContent).toContain('Part refund£180');
  });

  it('a reply given is written at once, with everything else left as it was', async () => {
    const open = complaint({
      id: 8,
      receivedOn: '2026-11-16',
      words: 'It leaks.',
      severity: 3,
      listener: 'Ruth',
      cause: cause('supplier'),
    });
    const { asked } = await showClient(page({ complaints: [open] }));
    await name();
    await userEvent.click(button('Reply given'));
    expect(asked('complaints.edit')[0]).toMatchObject({
      id: 8,
      words: 'It leaks.',
      severity: 3,
      listener: 'Ruth',
      causeId: 7,
      repliedOn: AS_OF,
      settledOn: null,
      repliedTime: expect.stringMatching(/^\d\d:\d\d$/),
    });
    await userEvent.click(button('Settled'));
    expect(asked('complaints.edit')[1]).toMatchObject({ id: 8, settledOn: AS_OF, repliedOn: null });
  });

  it('an imported dispute says that its day is the invoice’s and its cause unknown', async () => {
    const imported = complaint({
      id: 1,
      receivedOn: '2026-03-01',
      settledOn: '2026-04-01',
      words: '',
      severity: null,
      channel: 'unknown',
      dateAssumed: true,
      imported: true,
      invoiceId: 3,
      invoiceNumber: '0003',
    });
    await showClient(
      page({ invoices: [{ id: 3, number: '0003', due: '2026-03-20', late: 4 }], complaints: [imported] }),
    );
    await name();
    expect(row('complaint-1').textContent).toContain('day taken from the invoice; cause unknown yet');
    await userEvent.click(within(row('complaint-1')).getByRole('button', { name: 'invoice 0003' }));
    await waitFor(() => expect(scrolled).toEqual([row('invoice-3')]));
  });

  it('an unused coupon can be redeemed, a used one says where', async () => {
    await showClient(larkfield);
    await name();
    expect(row('decision-2').textContent).toContain('HG-4471, £60, used on invoice 2566, 29 Jul 2025');
    expect(within(row('decision-2')).queryByRole('button', { name: /^Redeem it/ })).toBeNull();
    await userEvent.click(within(row('decision-5')).getByRole('button', { name: /^Redeem it/ }));
    expect(opened).toHaveBeenCalledWith({ form: 'redeem', clientId: 12, couponId: 2 });
  });

  it('a decision leads to the letters that go with it, and to none where it stands against the client', async () => {
    await showClient(larkfield);
    await name();
    const letters = [...document.querySelectorAll('article.decision')].map((card) => [
      card.getAttribute('aria-label')?.split(': ')[1],
      ...[...card.querySelectorAll('a[href^="#/print"]')].map((link) => link.textContent),
    ]);
    expect(letters).toContainEqual(['hold firm']);
    expect(letters).toContainEqual(expect.arrayContaining(['coupon', 'Print an apology…']));
    expect(letters).toContainEqual(expect.arrayContaining(['part refund', 'Print a refund note…']));
  });

  it('client’s words are text, never markup', async () => {
    await showClient(
      page({
        complaints: [complaint({ id: 1, receivedOn: '2026-11-01', words: '<img src=x onerror=alert(1)>' })],
      }),
    );
    await name();
    expect(row('complaint-1').querySelector('img')).toBeNull();
    expect(row('complaint-1').textContent).toContain('<img src=x');
  });

  it('sixty complaints stand in their rows', async () => {
    const complaints = Array.from({ length: 60 }, (_, i) =>
      complaint({
        id: i + 1,
        receivedOn: addDays(AS_OF, -i * 9),
        settledOn: i === 0 ? null : addDays(AS_OF, -i * 9 + 2),
      }),
    );
    const decisions = [decision({ id: 1, kind: 'part ways', decidedOn: '2026-11-01' })];
    await showClient(page({ complaints, decisions }));
    await name();
    expect(screen.getAllByRole('article')).toHaveLength(61);
    expect(screen.getByText('no complaint behind it')).toBeTruthy();
  });
});
