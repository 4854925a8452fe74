import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { parseHours, showHours } from '../../../renderer/forms/hours-input.tsx';
import type { ComplaintLine } from '../../../shared/complaints/complaint.ts';
import type { DecisionLine } from '../../../shared/decisions/decision.ts';
import { clientPage, openForm, Refusal, TODAY, written } from './form-bridge.tsx';

const field = (label: RegExp | string) => screen.findByLabelText(label) as Promise<HTMLInputElement>;
const radio = (name: RegExp | string) => screen.findByRole('radio', { name }) as Promise<HTMLInputElement>;
const send = (user: { keyboard: (keys: string) => Promise<void> }) =>
  user.keyboard('{Control>}{Enter}{/Control}');

const complaint = {
  id: 5,
  invoiceId: 33,
  receivedOn: '2026-11-09',
  settledOn: null,
  title: 'stray leaves',
  words: 'Your crew blew our leaves onto the drive.',
  wants: 'Half of October back',
} as ComplaintLine;
const page = clientPage({ complaints: [complaint] });
const answers = { 'clients.page': page, 'decisions.add': written };
const request = { form: 'decision', clientId: 12, complaintId: 5 } as const;

describe('a decision', () => {
  it('shows the complaint it answers and only the fields of its kind', async () => {
    const desk = openForm(request, answers);
    expect(await screen.findByText('“Your crew blew our leaves onto the drive.”')).toBeTruthy();
    expect(await field(/Hours of work/)).toBeTruthy();
    expect(screen.queryByLabelText('Code')).toBeNull();
    await desk.user.click(await radio('coupon'));
    expect(await field('Code')).toBeTruthy();
    expect(screen.queryByLabelText(/Hours of work/)).toBeNull();
    await desk.user.click(await radio('hold firm'));
    expect(screen.queryByLabelText('Worth')).toBeNull();
  });

  it('put right: hours become minutes, materials may be nothing', async () => {
    const desk = openForm(request, answers);
    await desk.user.type(await field(/Hours of work/), '1:30');
    await desk.user.type(await field('Why'), 'our crew did it');
    await send(desk.user);
    await waitFor(() => expect(desk.closed).toBe(1));
    expect(desk.of('decisions.add')).toEqual([
      expect.objectContaining({
        clientId: 12,
        complaintId: 5,
        kind: 'put right',
        redoMinutes: 90,
        amount: 0,
        withApology: true,
        settles: false,
        decidedOn: TODAY,
        paidBack: null,
        couponCode: null,
      }),
    ]);
  });

  it('coupon: suggests a code nobody has had, and needs a value', async () => {
    const desk = openForm(request, answers);
    await desk.user.click(await radio('coupon'));
    await waitFor(async () => expect((await field('Code')).value).toBe('THANKS-42'));
    await desk.user.type(await field('Why'), 'small thing');
    await send(desk.user);
    expect(await screen.findByText('Give an amount like 120 or 85.50.')).toBeTruthy();
    await desk.user.type(await field('Worth'), '50');
    await send(desk.user);
    await waitFor(() => expect(desk.closed).toBe(1));
    expect(desk.of('decisions.add')).toEqual([
      expect.objectContaining({
        kind: 'coupon',
        amount: 5000,
        couponCode: 'THANKS-42',
        validUntil: '2027-05-17',
        settles: true,
      }),
    ]);
    expect(desk.of('coupons.suggestCode')).toHaveLength(1);
  });

  it('coupon: shows on the code that another coupon has it', async () => {
    const message = 'This code is on another coupon already.';
    const desk = openForm(request, {
      ...answers,
      'decisions.add': () => {
        throw new Refusal({ code: 'conflict', message, field: 'couponCode' });
      },
    });
    await desk.user.click(await radio('coupon'));
    await waitFor(async () => expect((await field('Code')).value).toBe('THANKS-42'));
    await desk.user.type(await field('Worth'), '50');
    await desk.user.type(await field('Why'), 'small thing');
    await send(desk.user);
    const refused = await screen.findByText(message);
    expect((await field('Code')).getAttribute('aria-describedby')).toContain(refused.id);
  });

  it('refund as credit: needs the invoice it goes on, and knows the complaint’s', async () => {
    const desk = openForm({ form: 'decision', clientId: 12 }, answers);
    await desk.user.click(await radio('part refund'));
    await desk.user.type(await field('How much back'), '85');
    await desk.user.type(await field('Why'), 'half the visit');
    await send(desk.user);
    expect((await screen.findAllByText('On which invoice?')).length).toBe(1);
    await desk.user.selectOptions(await field(/On which complaint/), '5');
    expect((await field('On which invoice')).value).toBe('33');
    await send(desk.user);
    await waitFor(() => expect(desk.closed).toBe(1));
    expect(desk.of('decisions.add')).toEqual([
      expect.objectContaining({ paidBack: 'credit', invoiceId: 33, amount: 8500, complaintId: 5 }),
    ]);
  });

  it('refund as money needs no invoice', async () => {
    const desk = openForm({ form: 'decision', clientId: 12 }, answers);
    await desk.user.click(await radio('full refund'));
    await desk.user.click(await radio('money'));
    await desk.user.type(await field('How much back'), '170');
    await desk.user.type(await field('Why'), 'all of it');
    await send(desk.user);
    await waitFor(() => expect(desk.closed).toBe(1));
    expect(desk.of('decisions.add')).toEqual([
      expect.objectContaining({ paidBack: 'money', invoiceId: null }),
    ]);
  });

  it('full refund: proposes all of the invoice until an amount was typed', async () => {
    const desk = openForm({ form: 'decision', clientId: 12 }, answers);
    await desk.user.click(await radio('full refund'));
    await desk.user.selectOptions(await field('On which invoice'), '33');
    expect((await field('How much back')).value).toBe('1020');
  });

  it('always asks why', async () => {
    const desk = openForm(request, answers);
    await desk.user.click(await radio('apologise'));
    await send(desk.user);
    expect(await screen.findByText('Say why, so that the next like case can be treated alike.')).toBeTruthy();
    expect(desk.of('decisions.add')).toEqual([]);
  });

  it('holding firm says sorry only if the owner says so', async () => {
    const desk = openForm(request, answers);
    const apology = await field('With an apology');
    expect(apology.checked).toBe(true);
    await desk.user.click(await radio('hold firm'));
    expect(apology.checked).toBe(false);
    await desk.user.click(apology);
    await desk.user.click(await radio('put right'));
    await desk.user.click(await radio('hold firm'));
    expect(apology.checked).toBe(true);
  });
});

describe('what the house rules say to it', () => {
  const broken = {
    rules: [
      {
        key: 'goodwill share',
        title: 'Goodwill for one client',
        verdict: 'broken',
        words: 'Goodwill 4.3 %, limit 4 %',
      },
      { key: 'settle within', title: 'Settle', verdict: 'not concerned', words: '' },
    ],
    departs: 'Two like cases were put right.',
    asksWhy: true,
    newGround: false,
    refused: null,
  };

  it('asks why where a rule is broken or a like case was treated otherwise, and keeps the reason', async () => {
    const refuse = ({ despite }: { despite: string | null }) => {
      if (despite !== null) return { changeId: 1, label: 'Decision: part refund', id: 9 };
      throw new Refusal({ code: 'invalid', message: 'This breaks your rule: say why.', field: 'despite' });
    };
    const desk = openForm(request, { ...answers, 'decisions.weigh': broken, 'decisions.add': refuse });
    await desk.user.type(await field(/Hours of work/), '1');
    await desk.user.type(await field('Why'), 'ours');
    expect(await screen.findByText('Goodwill 4.3 %, limit 4 %')).toBeTruthy();
    expect(screen.getByText('Two like cases were put right.')).toBeTruthy();
    await send(desk.user);
    expect(await screen.findByText('This breaks your rule: say why.')).toBeTruthy();
    await desk.user.type(await field('Why all the same'), 'The board was promised it.');
    await send(desk.user);
    await waitFor(() => expect(desk.closed).toBe(1));
    expect(desk.of('decisions.add').at(-1)).toMatchObject({ despite: 'The board was promised it.' });
  });

  it('weighs what is typed, once it is a decision', async () => {
    const desk = openForm(request, answers);
    await desk.user.type(await field(/Hours of work/), '2');
    await waitFor(() =>
      expect(desk.of('decisions.weigh').at(-1)).toMatchObject({
        kind: 'put right',
        redoMinutes: 120,
        complaintId: 5,
      }),
    );
    await desk.user.click(await radio('coupon'));
    await desk.user.type(await field('Worth'), 'lots');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(
      desk.of('decisions.weigh').every((input) => Number.isInteger((input as { amount: number }).amount)),
    ).toBe(true);
  });

  it('makes a rule of new ground in one click', async () => {
    const newGround = { ...broken, rules: [], departs: null, asksWhy: false, newGround: true };
    const desk = openForm(request, {
      ...answers,
      'decisions.weigh': newGround,
      'rules.fromDecision': written,
    });
    await desk.user.click(await screen.findByRole('checkbox', { name: /Make it a rule/ }));
    await desk.user.type(await field('Why'), 'first of its kind');
    await send(desk.user);
    await waitFor(() => expect(desk.of('rules.fromDecision')).toHaveLength(1));
  });

  it('begins as the desk’s card says, and sends parting to its own worksheet', async () => {
    const filled = {
      kind: 'coupon',
      amount: 5000,
      redoMinutes: null,
      withApology: true,
      invoiceId: null,
      paidBack: null,
      validUntil: '2027-02-01',
    } as const;
    openForm({ ...request, filled }, answers);
    expect((await field('Worth')).value).toBe('50');
    expect((await radio('coupon')).checked).toBe(true);
    expect((await field(/Valid until/)).value).toBe('2027-02-01');
    expect(screen.queryByRole('radio', { name: 'part ways' })).toBeNull();
  });
});

describe('redeeming a coupon', () => {
  const coupon = {
    id: 3,
    code: 'THANKS-42',
    value: 5000,
    validUntil: '2026-09-30',
    redeemedOn: null,
    redeemedInvoiceId: null,
    redeemedInvoiceNumber: null,
    redeemed: null,
  };
  const withCoupon = clientPage({ decisions: [{ id: 8, coupon } as DecisionLine] });

  it('is on the newest open invoice, for no more than the coupon’s worth, and says it has ended', async () => {
    const desk = openForm(
      { form: 'redeem', clientId: 12, couponId: 3 },
      { 'clients.page': withCoupon, 'coupons.redeem': written },
    );
    expect((await field('On invoice')).value).toBe('34');
    expect((await field('Amount')).value).toBe('50');
    expect(screen.getByText('Coupon THANKS-42 ended on 30 Sep 2026.')).toBeTruthy();
    await desk.user.click(screen.getByRole('checkbox', { name: 'Redeem it all the same' }));
    await desk.user.clear(await field('Amount'));
    await desk.user.type(await field('Amount'), '60');
    expect(await screen.findByText('The coupon is worth £50.')).toBeTruthy();
    await desk.user.clear(await field('Amount'));
    await desk.user.type(await field('Amount'), '40{Enter}');
    await waitFor(() =>
      expect(desk.of('coupons.redeem')).toEqual([
        { couponId: 3, invoiceId: 34, amount: 4000, redeemedOn: TODAY, allTheSame: true },
      ]),
    );
  });

  it('says so where no invoice is open', async () => {
    const none = clientPage({ invoices: [], decisions: [{ id: 8, coupon } as DecisionLine] });
    const desk = openForm({ form: 'redeem', clientId: 12, couponId: 3 }, { 'clients.page': none });
    expect(await screen.findByText('No invoice of theirs is open.')).toBeTruthy();
    await send(desk.user);
    expect(await screen.findByText('On which invoice?')).toBeTruthy();
    expect(desk.of('coupons.redeem')).toEqual([]);
  });

  it('says when the coupon is gone', async () => {
    openForm({ form: 'redeem', clientId: 12, couponId: 99 }, { 'clients.page': withCoupon });
    expect(await screen.findByText('This is no longer there')).toBeTruthy();
  });
});

describe('hours of work', () => {
  it.each([
    ['1.5', 90],
    ['1,5', 90],
    ['1:30', 90],
    ['90 min', 90],
    ['2 h 15', 135],
    ['2h', 120],
    ['.25', 15],
    ['0', 0],
    ['20', 1200],
  ])('reads %s', (text, minutes) => expect(parseHours(text)).toBe(minutes));
  it.each(['', 'long', '1:75', '-1', '1.333', '.', '1e3'])('refuses “%s”', (text) =>
    expect(parseHours(text)).toBeNull(),
  );
  it.each([
    [90, '1.5'],
    [80, '1:20'],
    [5, '0:05'],
    [0, '0'],
  ])('shows %i minutes as %s, which reads the same', (minutes, text) => {
    expect(showHours(minutes)).toBe(text);
    expect(parseHours(text)).toBe(minutes);
  });
});
