import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { PrintedDocument } from '../../../shared/summaries/document.ts';
import type { KeptPrint, PrintJob } from '../../../shared/views/prints.ts';
import { type Answers, appState, Refusal, TODAY } from '../bridge.ts';
import { showApp } from '../show-app.tsx';

const head = { business: 'Hollin Gardens', logo: null, asOf: TODAY, currency: 'GBP', locale: 'en-GB' };
const staffSheet = (name = 'Larkfield Court'): PrintedDocument => ({
  ...head,
  kind: 'staff sheet',
  title: 'Accounts that need care',
  accounts: [{ name, number: '12', instructions: ['Ask the owner first.'] }],
});
const job = (more: Partial<PrintJob> = {}): PrintJob => ({
  title: 'Accounts that need care',
  fileName: 'Staff sheet 2026-11-17',
  paper: 'A4',
  documents: [staffSheet()],
  count: 1,
  ...more,
});

const show = (answers: Answers, path = '/print?kind=staff-sheet') =>
  showApp({ 'prints.job': () => job(), ...answers }, path);
// The first one waits for the screen's own chunk.
const slowly = { timeout: 5000 };
const preview = () => screen.findByRole('region', { name: 'Preview' }, slowly);
const sheets = async () => within(await preview()).findAllByRole('article', {}, slowly);

describe('the preview', () => {
  it('is the page itself, with its head and foot', async () => {
    show({});
    const [sheet] = await sheets();
    expect(sheet?.dataset.paper).toBe('A4');
    expect(sheet?.textContent).toContain('Hollin Gardens');
    expect(sheet?.textContent).toContain('as of Tuesday 17 November 2026');
    expect(sheet?.textContent).toContain('Ledger Hollin Gardens, as of 17 November 2026');
    expect(sheet?.textContent).toContain('Page 1 of 1');
    expect(sheet?.textContent).toContain('Larkfield Court');
  });

  it('is asked for by what the place says', async () => {
    const { bridge } = show({}, '/print?kind=client-summary&version=client&clients=4,9&all=1');
    await preview();
    expect(bridge.asked('prints.job')).toEqual([
      { kind: 'client summary', version: 'client', clientIds: [4, 9], all: true },
    ]);
  });

  it('names the paper and leads to where it is set', async () => {
    show({ 'app.state': () => appState({ paper: 'Letter' }), 'prints.job': () => job({ paper: 'Letter' }) });
    const [sheet] = await sheets();
    expect(sheet?.dataset.paper).toBe('Letter');
    expect(screen.getByText(/Letter paper, as set in the/)).toBeDefined();
    expect(
      screen.getAllByRole('link', { name: /settings/i }).some((a) => a.getAttribute('href') === '#/settings'),
    ).toBe(true);
  });

  it('of several documents shows the first, and says so', async () => {
    const contents: PrintedDocument = {
      ...head,
      kind: 'contents',
      title: 'Client summaries',
      entries: Array.from({ length: 12 }, (_, index) => ({ name: `Client ${index + 1}`, detail: null })),
    };
    const documents = [
      contents,
      ...Array.from({ length: 10 }, (_, index) => staffSheet(`Client ${index + 1}`)),
    ];
    show({ 'prints.job': () => job({ documents, count: 12 }) }, '/print?kind=client-summary&clients=1,2,3');
    expect(await screen.findByText('The first 10 of 12 are shown here. All 12 are printed.')).toBeDefined();
    expect(await screen.findByRole('heading', { level: 1, name: '12 client summaries' })).toBeDefined();
    await waitFor(async () => expect(await sheets()).toHaveLength(11));
    // Sheets that are shown have their number; the others are not known yet.
    const entries = await screen.findAllByRole('link', { name: /Client \d+/ });
    await waitFor(() => expect(entries[9]?.textContent).toContain('sheet 11'));
    expect(entries[10]?.textContent).not.toContain('sheet');
  });

  it('a link within the pages leads to its sheet, not out of this screen', async () => {
    const contents: PrintedDocument = {
      ...head,
      kind: 'contents',
      title: 'Client summaries',
      entries: [
        { name: 'Ash', detail: '7' },
        { name: 'Birch', detail: null },
      ],
    };
    const documents = [contents, staffSheet('Ash'), staffSheet('Birch')];
    const path = '/print?kind=client-summary&clients=1,2';
    const { user } = show({ 'prints.job': () => job({ documents, count: 2 }) }, path);
    const link = await screen.findByRole('link', { name: /Birch/ });
    await waitFor(() => expect(document.getElementById('doc-2')).not.toBeNull());
    let scrolled: Element | null = null;
    Element.prototype.scrollIntoView = function scroll(this: Element) {
      scrolled = this;
    };
    await user.click(link);
    expect(scrolled).toBe(document.getElementById('doc-2'));
    expect(window.location.hash).toBe(`#${path}`);
  });

  it('says why there is none, and prints nothing meanwhile', async () => {
    show({
      'prints.job': () => {
        throw new Refusal({ code: 'notFound', message: 'This client is no longer in the ledger.' });
      },
    });
    expect((await screen.findByRole('alert')).textContent).toContain(
      'This client is no longer in the ledger.',
    );
    expect(screen.getByRole('button', { name: 'Print…' })).toHaveProperty('disabled', true);
  });

  it('a copy that can’t be drawn says so, and the bar stays', async () => {
    const broken = { ...staffSheet(), accounts: null } as unknown as PrintedDocument;
    show({ 'prints.job': () => job({ documents: [broken] }) }, '/print?kind=kept&id=3');
    expect((await screen.findByRole('alert')).textContent).toContain('can’t be drawn');
    expect(screen.getByRole('button', { name: 'Back' })).toBeDefined();
  });

  it('without a choice says what to do', async () => {
    show({}, '/print');
    expect(await screen.findByText('Nothing was chosen to print')).toBeDefined();
  });
});

describe('what can be chosen', () => {
  it('the version and every row of a summary stand in the place', async () => {
    const { user, bridge } = show({}, '/print?kind=client-summary&version=me&clients=4');
    await user.click(await screen.findByRole('radio', { name: 'For the client' }));
    expect(window.location.hash).toBe('#/print?kind=client-summary&version=client&clients=4');
    await user.click(screen.getByRole('checkbox', { name: 'Every row' }));
    expect(window.location.hash).toBe('#/print?kind=client-summary&version=client&clients=4&all=1');
    await waitFor(() =>
      expect(bridge.asked('prints.job').at(-1)).toEqual({
        kind: 'client summary',
        version: 'client',
        clientIds: [4],
        all: true,
      }),
    );
  });

  it('the month goes back and forth, never into what is to come', async () => {
    const { user } = show({}, '/print?kind=month');
    const later = await screen.findByRole('button', { name: 'The month after' });
    expect(later).toHaveProperty('disabled', true);
    for (let back = 0; back < 11; back++)
      await user.click(screen.getByRole('button', { name: 'The month before' }));
    expect(screen.getByText('December 2025')).toBeDefined();
    expect(window.location.hash).toBe('#/print?kind=month&month=2025-12');
    await user.click(screen.getByRole('button', { name: 'This month' }));
    expect(window.location.hash).toBe('#/print?kind=month&month=2026-11');
  });

  it('a staff sheet has nothing to choose', async () => {
    show({});
    await preview();
    expect(screen.queryByRole('checkbox', { name: 'Every row' })).toBeNull();
  });
});

describe('printing', () => {
  it('prints what is shown, keeps a copy if ticked, and says so', async () => {
    const { user, bridge } = show({
      'prints.print': () => ({ fileName: null, pages: 2, kept: true }),
    });
    await sheets();
    await user.click(screen.getByRole('checkbox', { name: 'Keep a copy in the ledger' }));
    await user.click(screen.getByRole('button', { name: 'Print…' }));
    expect(
      await screen.findByText('2 pages sent to the printer. A copy is kept in the ledger.'),
    ).toBeDefined();
    expect(bridge.asked('prints.print')).toEqual([{ what: { kind: 'staff sheet' }, keep: true }]);
  });

  it('a copy of a copy is not kept', async () => {
    const { user, bridge } = show(
      { 'prints.print': () => ({ fileName: null, pages: 1, kept: false }) },
      '/print?kind=kept&id=3',
    );
    await sheets();
    expect(screen.queryByRole('checkbox')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Print…' }));
    await waitFor(() =>
      expect(bridge.asked('prints.print')).toEqual([{ what: { kind: 'kept', id: 3 }, keep: false }]),
    );
  });

  it('Ctrl+P on the preview prints it', async () => {
    const { bridge } = show({ 'prints.print': () => null });
    await sheets();
    bridge.emit('menu.chosen', { item: 'print' });
    await waitFor(() => expect(bridge.asked('prints.print')).toHaveLength(1));
    expect(window.location.hash).toBe('#/print?kind=staff-sheet');
  });

  it('shows how far it is, can be stopped, and is not begun twice', async () => {
    let end: (failure: Refusal) => void = () => undefined;
    const { user, bridge } = show({
      'prints.savePdf': () =>
        new Promise((_, reject) => {
          end = reject;
        }),
      'prints.stop': () => {
        end(
          new Refusal({
            code: 'cancelled',
            message: 'You stopped it. Nothing was printed and nothing was saved.',
          }),
        );
        return null;
      },
    });
    await sheets();
    await user.click(screen.getByRole('button', { name: 'Save as PDF…' }));
    bridge.emit('prints.progress', { step: 'laying out', done: 3, total: 12 });
    expect((await screen.findByText('3 of 12')).textContent).toBe('3 of 12');
    expect(screen.getByRole('progressbar', { name: 'Laying out' })).toHaveProperty('value', 3);
    expect(screen.getByRole('button', { name: 'Print…' })).toHaveProperty('disabled', true);
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(
      await screen.findByText('You stopped it. Nothing was printed and nothing was saved.'),
    ).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('a full disk is said where one looks, and can be tried again', async () => {
    const { user } = show({
      'prints.savePdf': () => {
        throw new Refusal({ code: 'conflict', message: 'a.pdf was not saved: the disk is full.' });
      },
    });
    await sheets();
    await user.click(screen.getByRole('button', { name: 'Save as PDF…' }));
    expect((await screen.findByRole('alert')).textContent).toContain('the disk is full');
    expect(screen.getByRole('button', { name: 'Save as PDF…' })).toHaveProperty('disabled', false);
  });

  it('says nothing when the dialog was closed', async () => {
    const { user, bridge } = show({ 'prints.savePdf': () => null });
    await sheets();
    await user.click(screen.getByRole('button', { name: 'Save as PDF…' }));
    await waitFor(() => expect(bridge.asked('prints.savePdf')).toHaveLength(1));
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Save as PDF…' })).toHaveProperty('disabled', false),
    );
    expect(screen.queryByText(/Saved|sent/)).toBeNull();
  });
});

describe('copies that were kept', () => {
  const copies: KeptPrint[] = [
    {
      id: 5,
      keptOn: '2026-11-17',
      keptTime: '14:05',
      kind: 'client summary',
      title: 'Client summary: Larkfield Court',
      clientId: 12,
      clientName: 'Larkfield Court',
    },
    {
      id: 4,
      keptOn: '2026-11-16',
      keptTime: '09:00',
      kind: 'staff sheet',
      title: 'Accounts that need care',
      clientId: null,
      clientName: null,
    },
  ];

  it('are listed with their day, lead to the page, and can be forgotten', async () => {
    const { user, bridge } = show(
      {
        'prints.kept': () => copies,
        'prints.forget': () => ({
          changeId: 9,
          label: 'Forgot the copy of “Accounts that need care”',
          id: 4,
        }),
      },
      '/prints',
    );
    expect(await screen.findByText('2 copies kept, each as it was on its day')).toBeDefined();
    const row = screen.getByRole('row', { name: /Larkfield Court/ });
    expect(row.textContent).toContain('17 Nov 2026, 14:05');
    expect(
      within(row).getByRole('link', { name: 'Client summary: Larkfield Court' }).getAttribute('href'),
    ).toBe('#/print?kind=kept&id=5');
    await user.click(screen.getByRole('button', { name: 'Forget: Accounts that need care, 16 Nov 2026' }));
    expect(bridge.asked('prints.forget')).toEqual([{ id: 4 }]);
    expect(await screen.findByRole('button', { name: 'Undo' })).toBeDefined();
  });

  it('are asked for of one client where the place says so', async () => {
    const { bridge } = show({ 'prints.kept': () => copies.slice(0, 1) }, '/prints?client=12');
    expect(await screen.findByText(/of one client/)).toBeDefined();
    expect(bridge.asked('prints.kept')).toEqual([{ clientId: 12 }]);
  });

  it('say what to do where there are none', async () => {
    show({ 'prints.kept': () => [] }, '/prints');
    expect(await screen.findByText('No copy was kept yet')).toBeDefined();
  });
});
