import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Twin } from '../../../shared/contract.ts';
import type { ClientPage } from '../../../shared/views/client-page.ts';
import type { Warning } from '../../../shared/warnings/warning.ts';
import { clientPage, openForm, Refusal, TODAY, written } from './form-bridge.tsx';

const field = (label: RegExp | string) => screen.findByLabelText(label) as Promise<HTMLInputElement>;

const flagged: Warning = {
  clientId: 12,
  clientName: 'Larkfield Court',
  kind: 'flagged',
  text: 'Red flag since 12 Aug 2026.',
  instruction: 'Extra work only with a signed quote.',
  rule: null,
};
const rule: Warning = {
  ...flagged,
  kind: 'rule',
  text: 'No new work: a red flag is up (house rule).',
  instruction: null,
  rule: 'no new work',
};

describe('a new invoice for a client to take care with', () => {
  const typed = async (desk: ReturnType<typeof openForm>) => {
    await desk.user.type(await field('Invoice number'), '3600');
    await desk.user.type(await field('Amount'), '100{Enter}');
  };

  it('shows the warning with its instruction, and is not sent before the tick', async () => {
    const desk = openForm(
      { form: 'invoice', clientId: 12 },
      {
        'warnings.newWork': [flagged, rule],
        'invoices.add': (input: { allTheSame: boolean }) => {
          if (!input.allTheSame)
            throw new Refusal({ code: 'warned', message: 'Red flag since 12 Aug 2026.' });
          return written;
        },
      },
    );
    const warned = within(await screen.findByRole('region', { name: 'Think this over' }));
    expect(warned.getByText('Extra work only with a signed quote.')).toBeTruthy();
    expect(warned.getByText('No new work: a red flag is up (house rule).')).toBeTruthy();
    await typed(desk);
    expect(await screen.findByText(/^Tick this to go on/)).toBeTruthy();
    expect(desk.closed).toBe(0);
    // The focus is where the answer is given: Space, then Enter.
    const tick = screen.getByRole('checkbox', { name: 'Add the invoice all the same' });
    await waitFor(() => expect(document.activeElement).toBe(tick));
    await desk.user.keyboard(' {Enter}');
    await waitFor(() => expect(desk.closed).toBe(1));
    expect(desk.of('invoices.add')).toHaveLength(2);
    expect(desk.of('invoices.add')[1]).toMatchObject({ number: '3600', allTheSame: true });
  });

  it('does not bring back the tick of an earlier time', async () => {
    const stored = {
      value: {
        number: '3600',
        title: '',
        amount: 10000,
        issued: TODAY,
        due: '2026-12-08',
        allTheSame: true,
      },
    };
    openForm({ form: 'invoice', clientId: 12 }, { 'warnings.newWork': [flagged], 'drafts.load': stored });
    expect((await field('Invoice number')).value).toBe('3600');
    const tick = await screen.findByRole('checkbox', { name: 'Add the invoice all the same' });
    expect((tick as HTMLInputElement).checked).toBe(false);
  });

  it('warns of nothing where an old one is edited', async () => {
    const desk = openForm({ form: 'invoice', clientId: 12, id: 33 }, { 'warnings.newWork': [flagged] });
    expect((await field('Invoice number')).value).toBe('3472');
    expect(desk.of('warnings.newWork')).toEqual([]);
    expect(screen.queryByRole('region', { name: 'Think this over' })).toBeNull();
  });
});

describe('redeeming a coupon', () => {
  const coupon = {
    id: 7,
    code: 'AB2-CD3',
    value: 5000,
    validUntil: '2026-10-31',
    redeemedOn: null,
    redeemedInvoiceId: null,
    redeemedInvoiceNumber: null,
    redeemed: null,
  };
  const page = clientPage({
    decisions: [{ id: 3, coupon }] as unknown as ClientPage['decisions'],
  });
  const open = (warnings: readonly Warning[]) =>
    openForm(
      { form: 'redeem', clientId: 12, couponId: 7 },
      { 'clients.page': page, 'warnings.newWork': warnings, 'coupons.redeem': written },
    );

  it('warns of one past its end, as long as the day is past it', async () => {
    open([]);
    expect(await screen.findByText('Coupon AB2-CD3 ended on 31 Oct 2026.')).toBeTruthy();
    fireEvent.change(await field('Redeemed on'), { target: { value: '2026-10-31' } });
    await waitFor(() => expect(screen.queryByText(/ended on 31 Oct/)).toBeNull());
  });

  it('warns of a red flag, and leaves house rules on new work aside', async () => {
    const desk = open([flagged, rule]);
    const tick = await screen.findByRole('checkbox', { name: 'Redeem it all the same' });
    expect(await screen.findByText('Extra work only with a signed quote.')).toBeTruthy();
    expect(screen.queryByText(/house rule/)).toBeNull();
    await desk.user.click(tick);
    await desk.user.click(screen.getByRole('button', { name: 'Redeem the coupon' }));
    await waitFor(() =>
      expect(desk.of('coupons.redeem')).toEqual([
        { couponId: 7, invoiceId: 34, amount: 5000, redeemedOn: TODAY, allTheSame: true },
      ]),
    );
  });
});

describe('a new client who may be an old one', () => {
  const twin: Twin = {
    id: 12,
    name: 'Larkfield Court',
    email: null,
    same: 'name',
    flagged: true,
    parted: false,
    instruction: 'Half in advance.',
  };
  const twins = (input: { name: string }) =>
    input.name.toLowerCase() === 'larkfield court'
      ? [twin]
      : input.name === 'Mrs Whitlock'
        ? [{ ...twin, id: 13, name: 'Mrs Whitlock', flagged: false, instruction: null }]
        : [];

  it('is warned of while typing, and added only with the tick', async () => {
    const desk = openForm({ form: 'client' }, { 'clients.twins': twins, 'clients.add': written });
    await desk.user.type(await field('Name'), 'larkfield court');
    expect(await screen.findByText('Half in advance.')).toBeTruthy();
    expect(screen.getByText('Larkfield Court, with the same name, has a red flag.')).toBeTruthy();
    await desk.user.click(screen.getByRole('checkbox', { name: 'Add the client all the same' }));
    await desk.user.keyboard('{Enter}');
    await waitFor(() =>
      expect(desk.of('clients.add')).toEqual([
        expect.objectContaining({ name: 'larkfield court', allTheSame: true }),
      ]),
    );
  });

  it('with nothing against them is only told of', async () => {
    const desk = openForm({ form: 'client' }, { 'clients.twins': twins, 'clients.add': written });
    await desk.user.type(await field('Name'), 'Mrs Whitlock');
    expect(await screen.findByRole('button', { name: 'Open them' })).toBeTruthy();
    expect(screen.queryByRole('checkbox', { name: /all the same/ })).toBeNull();
    await desk.user.type(await field('Name'), '{Enter}');
    await waitFor(() => expect(desk.closed).toBe(1));
  });
});

describe('a red flag without a look inside', () => {
  it('asks for the look along with it, and says what is missing on its own line', async () => {
    const desk = openForm(
      { form: 'flag', clientId: 12 },
      { 'clients.page': clientPage({ lookCounts: false }), 'flags.raise': written },
    );
    await desk.user.click(await screen.findByRole('checkbox', { name: /^Poor communication/ }));
    await desk.user.type(await field(/^What your staff should do/), 'Signed quote only');
    await desk.user.type(await field('Why, for yourself'), 'twice not as agreed');
    await desk.user.click(screen.getByRole('button', { name: 'Raise the red flag' }));
    expect(await screen.findByText('Write down what you found, even if it is nothing.')).toBeTruthy();
    expect(desk.of('flags.raise')).toEqual([]);
    await desk.user.type(await field('What you found'), 'Nobody told them of the change.');
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(desk.of('flags.raise')).toEqual([
        expect.objectContaining({
          instruction: 'Signed quote only',
          look: {
            process: false,
            communication: true,
            value: false,
            training: false,
            found: 'Nobody told them of the change.',
          },
        }),
      ]),
    );
  });
});
