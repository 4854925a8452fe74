import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { Router } from 'wouter';
import { makeQueries } from '../../../renderer/api.ts';
import { AppStateProvider } from '../../../renderer/app-state.tsx';
import { FormatProvider } from '../../../renderer/format.tsx';
import { FormsProvider } from '../../../renderer/forms/forms.tsx';
import { useHashPath, useHashSearch } from '../../../renderer/routes.ts';
import PartingScreen from '../../../renderer/screens/parting/parting.tsx';
import { ToastProvider } from '../../../renderer/ui/toast.tsx';
import { WhyProvider } from '../../../renderer/ui/why.tsx';
import { builtInLetters } from '../../../shared/letters/built-in.ts';
import type { Parting } from '../../../shared/partings/parting.ts';
import type { CostToKeep } from '../../../shared/standing/keeping.ts';
import type { DocumentOf } from '../../../shared/summaries/document.ts';
import type { PartingPage } from '../../../shared/views/parting.ts';
import { type Answers, fakeBridge, Refusal, TODAY } from '../bridge.ts';

const blank: Parting = {
  id: 5,
  clientId: 12,
  begunOn: TODAY,
  why: null,
  lastAttempt: null,
  finalInvoiceId: null,
  moneySettled: null,
  handOver: null,
  referralId: null,
  letter: null,
  instruction: null,
  partsOn: null,
  finishedOn: null,
  stoppedOn: null,
  stoppedWhy: null,
  welcomedOn: null,
  welcomedWhy: null,
};
const cost: CostToKeep = {
  asOf: TODAY,
  from: '2025-11-18',
  marginPermille: 300,
  marginAssumed: true,
  interestPermille: 80,
  interestAssumed: true,
  hourlyCost: 2800,
  revenue: 1_000_000,
  marginOn: 1_000_000,
  margin: 300_000,
  redo: { minutes: 60, cost: 2800 },
  chasing: { minutes: 0, cost: 0 },
  care: { minutes: 0, cost: 0 },
  goodwill: 0,
  writeOffs: 0,
  lateMoney: 0,
  left: 297_200,
  minutes: 60,
  attentionPercent: 10,
  revenuePercent: 5,
};

function made(change: Partial<PartingPage> = {}): PartingPage {
  return {
    asOf: TODAY,
    client: {
      id: 12,
      name: 'Larkfield Court',
      contact: 'Denise Harrow, estate manager',
      address: '1 Lark Lane\nHollin',
      flagged: false,
      instruction: null,
    },
    business: 'Hollin Gardens',
    parting: null,
    earlier: [],
    advice: {
      onTheTable: false,
      conditions: [
        {
          id: 'strain',
          met: true,
          text: 'Staff strain noted twice in 12 months; it takes two.',
          evidence: { kind: 'figure', figure: 'staffStrain', part: null },
        },
        { id: 'cost', met: false, text: 'They brought more.', evidence: { kind: 'keeping', line: 'left' } },
      ],
      blocks: [],
      warning: null,
    },
    finishing: { first: null, despite: null },
    cost,
    look: {
      id: 1,
      lookedOn: '2026-11-01',
      process: true,
      communication: false,
      value: false,
      training: false,
      found: 'No checklist.',
    },
    lookCounts: true,
    notes: [],
    openInvoices: [{ id: 34, number: '3526', due: '2026-10-22', open: 102000 }],
    invoices: [{ id: 34, number: '3526', issued: '2026-10-01', amount: 102000 }],
    owed: 102000,
    credit: 0,
    openComplaints: 0,
    couponsOut: [],
    referrals: [{ id: 3, name: 'Green & Sons', fits: 'large estates', contact: '01632 960 555' }],
    letters: builtInLetters.map((letter) => ({ ...letter, own: false })),
    gathered: ['£1,020 is past due, the oldest for 26 days.'],
    ...change,
  };
}

const farewell = (text: string): DocumentOf<'letter'> => ({
  business: 'Hollin Gardens',
  logo: null,
  asOf: TODAY,
  currency: 'GBP',
  locale: 'en-GB',
  kind: 'letter',
  letter: 'farewell',
  title: 'Farewell letter: Larkfield Court',
  clientId: 12,
  on: TODAY,
  address: ['Denise Harrow, estate manager', 'Larkfield Court', '1 Lark Lane', 'Hollin'],
  text,
  coupon: null,
});

afterEach(() => {
  cleanup();
  window.location.hash = '';
});

/** The screen over a ledger that remembers what was saved. */
function open(start: PartingPage, answers: Answers = {}) {
  const ledger = { page: start };
  const bridge = fakeBridge({
    'partings.page': () => ledger.page,
    'partings.save': ({ clientId: _, ...typed }) => {
      const told = Object.fromEntries(
        Object.entries(typed).map(([key, value]) => [
          key,
          typeof value === 'string' ? value.trim() || null : value,
        ]),
      );
      ledger.page = { ...ledger.page, parting: { ...blank, ...ledger.page.parting, ...told } };
      return { changeId: 1, label: 'Changed the parting worksheet', id: 5 };
    },
    'prints.job': (what) => ({
      title: 'Farewell letter',
      fileName: 'Farewell',
      paper: 'A4',
      count: 1,
      documents: [farewell(what.kind === 'farewell' ? what.text : '')],
    }),
    ...answers,
  });
  const view = render(
    <QueryClientProvider client={makeQueries()}>
      <ToastProvider>
        <AppStateProvider>
          <FormatProvider>
            <Router hook={useHashPath} searchHook={useHashSearch}>
              <FormsProvider>
                <WhyProvider>
                  <PartingScreen clientId={12} />
                </WhyProvider>
              </FormsProvider>
            </Router>
          </FormatProvider>
        </AppStateProvider>
      </ToastProvider>
    </QueryClientProvider>,
  );
  return { bridge, ledger, view, user: userEvent.setup() };
}

const why = () => screen.findByRole('textbox', { name: 'In your own words' }) as Promise<HTMLTextAreaElement>;
const finishButton = () => screen.getByRole('button', { name: 'Part ways…' });

describe('the worksheet', () => {
  it('writes nothing until something is written, then saves by itself', async () => {
    const { bridge, user } = open(made());
    await user.click(await why());
    await user.tab();
    expect(bridge.asked('partings.save')).toEqual([]);
    expect(screen.getByText(/Begun with the first word/)).toBeTruthy();
    await user.type(await why(), 'It wears us out. ');
    await waitFor(() => expect(bridge.asked('partings.save').at(-1)?.why).toBe('It wears us out. '), {
      timeout: 3000,
    });
    expect(await screen.findByText(/Saved as you go/)).toBeTruthy();
    // What the ledger trimmed is not trimmed under the cursor.
    expect((await why()).value).toBe('It wears us out. ');
  });

  it('saves at once when a field is left, and when the screen goes', async () => {
    const { bridge, user, view } = open(made());
    await user.type(await why(), 'a');
    await user.tab();
    await waitFor(() => expect(bridge.asked('partings.save')).toHaveLength(1));
    await user.type(await why(), 'b');
    view.unmount();
    expect(bridge.asked('partings.save').at(-1)?.why).toBe('ab');
  });

  it('never loses what is typed while an earlier text is being saved', async () => {
    const waiting: (() => void)[] = [];
    const { bridge, user } = open(made(), {
      'partings.save': () =>
        new Promise((resolve) => waiting.push(() => resolve({ changeId: 1, label: 'x', id: 5 }))),
    });
    await user.type(await why(), 'one');
    await user.tab();
    await waitFor(() => expect(waiting).toHaveLength(1));
    await user.type(await why(), ' two');
    await act(async () => waiting[0]?.());
    await waitFor(() => expect(bridge.asked('partings.save').at(-1)?.why).toBe('one two'));
    expect((await why()).value).toBe('one two');
  });

  it('says what the ledger refused, keeps the text, and tries again', async () => {
    let busy = true;
    const { bridge, user } = open(made(), {
      'partings.save': () => {
        if (busy) throw new Refusal({ code: 'busy', message: 'Wait until the import has finished.' });
        return { changeId: 1, label: 'x', id: 5 };
      },
    });
    await user.type(await why(), 'one');
    await user.tab();
    expect(await screen.findByText(/Not saved yet: Wait until the import/)).toBeTruthy();
    expect((await why()).value).toBe('one');
    busy = false;
    await user.type(await why(), '!');
    await user.tab();
    await waitFor(() => expect(screen.queryByText(/Not saved yet/)).toBeNull());
    expect(bridge.asked('partings.save').at(-1)?.why).toBe('one!');
  });

  it('takes over what an undo brought back, while nothing waits', async () => {
    const { bridge, ledger } = open(made({ parting: { ...blank, why: 'One reason.' } }));
    expect((await why()).value).toBe('One reason.');
    ledger.page = made({ parting: { ...blank, why: 'Another.' } });
    act(() => bridge.emit('ledger.changed', { clientId: null }));
    await waitFor(async () => expect((await why()).value).toBe('Another.'));
    expect(bridge.asked('partings.save')).toEqual([]);
  });

  it('shows conditions as met or not in words, and takes a gathered sentence into why', async () => {
    const { user } = open(made({ parting: { ...blank, why: 'Already this.' } }));
    const step = within(await screen.findByRole('region', { name: /Why/ }));
    expect(step.getByText('Conditions for parting: 1 of 2 met; it takes two')).toBeTruthy();
    expect(step.getByText('Met:')).toBeTruthy();
    expect(step.getByText('Not met:')).toBeTruthy();
    await user.click(step.getByRole('button', { name: /^Take into why/ }));
    expect((await why()).value).toBe('Already this.\n£1,020 is past due, the oldest for 26 days.');
    expect(step.getByText('taken')).toBeTruthy();
  });
});

describe('the letter', () => {
  const letter = () => screen.findByRole('textbox', { name: /^The letter/ }) as Promise<HTMLTextAreaElement>;

  it('begins with a template, fills its fields and names what is missing', async () => {
    const { user } = open(made());
    await user.selectOptions(
      await screen.findByRole('combobox', { name: /Begin with/ }),
      'Farewell with a referral',
    );
    expect((await letter()).value).toContain('Dear {contact},');
    const problems = within(
      screen.getByText(/\{lastDay\} has nothing to be filled/).closest('ul') as HTMLElement,
    );
    expect(problems.getAllByRole('listitem')).toHaveLength(3);
    await user.selectOptions(screen.getByRole('combobox', { name: /From your list/ }), '3');
    fireEvent.change(screen.getByLabelText('Ways part on'), { target: { value: '2026-11-30' } });
    const seen = await screen.findByRole('region', { name: 'The letter as it will be printed' });
    await waitFor(() => expect(seen.textContent).toContain('30 November 2026'));
    expect(seen.textContent).toContain('Dear Denise Harrow,');
    expect(seen.textContent).toContain('Green & Sons, 01632 960 555');
    expect(seen.textContent).toContain('30 November 2026');
    expect(seen.textContent).toContain('{handOver}');
    expect(seen.textContent).toContain('1 Lark Lane');
  });

  it('is not thrown away for another template unasked', async () => {
    const { user } = open(made({ parting: { ...blank, letter: 'Dear Denise, it is over.' } }));
    const begin = await screen.findByRole('combobox', { name: /Begin with/ });
    await user.selectOptions(begin, 'Farewell');
    expect(await screen.findByRole('dialog', { name: 'Replace what you wrote?' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Leave it' }));
    expect((await letter()).value).toBe('Dear Denise, it is over.');
  });

  it('is printed as it is seen, its fields filled in', async () => {
    const { bridge, user } = open(made({ parting: { ...blank, letter: 'Dear {contact}' } }), {
      'prints.print': () => ({ fileName: null, pages: 1, kept: false }),
    });
    const page = await screen.findByRole('region', { name: 'The letter as it will be printed' });
    expect(await within(page).findByText('Dear Denise Harrow')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Print the letter…' }));
    expect(bridge.asked('prints.print')).toEqual([
      { what: { kind: 'farewell', clientId: 12, text: 'Dear Denise Harrow' }, keep: false },
    ]);
  });
});

describe('the end', () => {
  const ready = { ...blank, why: 'It wears us out.', partsOn: '2026-11-30' };

  it('points to what is still missing instead of asking', async () => {
    const { user } = open(made({ parting: { ...ready, partsOn: null }, lookCounts: false }));
    expect(await screen.findByText(/still missing: the look inside and the day/)).toBeTruthy();
    await user.click(finishButton());
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Look inside now…');
  });

  it('asks plainly, saves what was typed last, and ends it', async () => {
    const { bridge, user } = open(made({ parting: ready }), {
      'partings.finish': () => ({ changeId: 2, label: 'Parted ways with Larkfield Court', id: 5 }),
    });
    await user.type(await why(), ' Truly.');
    await user.click(finishButton());
    const dialog = within(await screen.findByRole('dialog', { name: 'Part ways with Larkfield Court?' }));
    expect(dialog.getByText(/No new work: ways part on 30 Nov 2026/)).toBeTruthy();
    expect(dialog.queryByRole('textbox')).toBeNull();
    await user.click(dialog.getByRole('button', { name: 'Part ways' }));
    await waitFor(() =>
      expect(bridge.asked('partings.finish')).toEqual([{ clientId: 12, look: null, despite: '' }]),
    );
    expect(bridge.asked('partings.save').at(-1)?.why).toBe('It wears us out. Truly.');
  });

  it('asks why all the same where the facts do not carry it, and shows what the ledger says', async () => {
    const despite = 'One of the 5 conditions is met; parting asks for two.';
    const { bridge, user } = open(made({ parting: ready, finishing: { first: null, despite } }), {
      'partings.finish': (input) => {
        if (!input.despite) throw new Refusal({ code: 'invalid', message: despite, field: 'despite' });
        return { changeId: 2, label: 'Parted ways', id: 5 };
      },
    });
    await screen.findByText(/Saved as you go/);
    await user.click(finishButton());
    const dialog = within(await screen.findByRole('dialog', { name: /^Part ways with/ }));
    await user.click(dialog.getByRole('button', { name: 'Part ways' }));
    expect((await dialog.findByRole('alert')).textContent).toBe(despite);
    await user.type(dialog.getByRole('textbox', { name: /Why all the same/ }), 'I am closing down.');
    await user.click(dialog.getByRole('button', { name: 'Part ways' }));
    await waitFor(() => expect(bridge.asked('partings.finish').at(-1)?.despite).toBe('I am closing down.'));
  });

  it('is not reached while what is our fault is open', async () => {
    const first = 'A complaint that is our fault, or shared, is still open. Settle it first.';
    const { user } = open(made({ parting: ready, finishing: { first, despite: null } }));
    await screen.findByText(/Settle it first/);
    await user.click(finishButton());
    const dialog = within(await screen.findByRole('dialog', { name: 'Not yet' }));
    expect(dialog.queryByRole('button', { name: 'Part ways' })).toBeNull();
  });

  it('can be stopped for now, or to stay together with what made the difference', async () => {
    const stopped = { changeId: 3, label: 'Parting worksheet stopped', id: 5 };
    const { bridge, user } = open(made({ parting: ready }), { 'partings.stop': () => stopped });
    await user.click(await screen.findByRole('button', { name: 'Stop for now' }));
    await waitFor(() => expect(bridge.asked('partings.stop')).toEqual([{ clientId: 12, why: '' }]));
    await user.click(screen.getByRole('button', { name: 'Stop, and stay together…' }));
    await user.type(await screen.findByRole('textbox', { name: /What made the difference/ }), 'We talked.');
    await user.click(screen.getByRole('button', { name: 'Stop, and stay together' }));
    await waitFor(() => expect(bridge.asked('partings.stop').at(-1)?.why).toBe('We talked.'));
  });
});

describe('a worksheet that has ended', () => {
  it('stopped: is resumed with all it held', async () => {
    const stopped = { ...blank, why: 'Late again.', stoppedOn: '2026-11-10', stoppedWhy: 'We talked.' };
    const { bridge, ledger, user } = open(made({ parting: stopped }));
    expect(await screen.findByText('Stopped on 10 Nov 2026: We talked.')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    ledger.page = { ...ledger.page, parting: null, earlier: [stopped] };
    await user.click(screen.getByRole('button', { name: 'Resume it' }));
    expect((await why()).value).toBe('Late again.');
    expect(bridge.asked('partings.save')[0]).toMatchObject({ clientId: 12, why: 'Late again.' });
  });

  it('finished: is only read, and leads to a welcome back', async () => {
    const finished = {
      ...blank,
      why: 'Late again.',
      finishedOn: TODAY,
      partsOn: '2026-11-30',
      letter: 'Dear Denise',
    };
    const { user } = open(made({ parting: finished }), { 'drafts.load': () => null });
    expect(await screen.findByText('Ways part on 30 Nov 2026.')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Part ways…' })).toBeNull();
    expect((await screen.findAllByText('Dear Denise')).length).toBeGreaterThan(0);
    await user.click(screen.getByRole('button', { name: 'Welcome back…' }));
  });

  it('welcomed back: says so, offers to lift the red flag that still stands, and begins another', async () => {
    const welcomed = {
      ...blank,
      finishedOn: '2026-01-05',
      partsOn: '2026-01-10',
      welcomedOn: '2026-06-01',
      welcomedWhy: 'New manager.',
    };
    const page = made({ parting: welcomed });
    const { user } = open({ ...page, client: { ...page.client, flagged: true, instruction: 'Ask me.' } });
    expect(
      await screen.findByText('Ways parted on 10 Jan 2026; welcomed back on 1 Jun 2026: New manager.'),
    ).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Lift it…' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Begin another' }));
    expect((await why()).value).toBe('');
  });
});
