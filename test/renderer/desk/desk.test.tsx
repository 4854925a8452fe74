import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { DeskCase, DeskQueue } from '../../../shared/views/desk.ts';
import type { Why } from '../../../shared/views/why.ts';
import { type Answers, Refusal, TODAY } from '../bridge.ts';
import { complaint } from '../client/page-maker.ts';
import { showApp } from '../show-app.tsx';
import { advice, deskCase, like, outcome, queue, waiting } from './case-maker.ts';

const why: Why = {
  title: 'Why it is so',
  figure: '7',
  explanation: [],
  columns: [],
  rows: [],
  rowCount: 0,
  total: null,
};
const written = { changeId: 5, label: 'Judged a complaint', id: 9 };

async function showDesk(
  the: DeskCase = deskCase(),
  desk: { readonly queue?: DeskQueue; readonly path?: string; readonly answers?: Answers } = {},
) {
  const shown = showApp(
    {
      'desk.queue': () => desk.queue ?? queue(),
      'desk.case': ({ complaintId }) => ({ ...the, complaint: { ...the.complaint, id: complaintId } }),
      'causes.list': () => [
        { id: 1, name: 'process breakdown', group: 'inside', own: false },
        { id: 5, name: 'late shipment', group: 'outside', own: false },
      ],
      'complaints.judge': () => written,
      'why.explain': () => why,
      'drafts.load': () => null,
      'drafts.save': () => null,
      'drafts.clear': () => null,
      'coupons.suggestCode': () => ({ code: 'ABC-DEF' }),
      ...desk.answers,
    },
    desk.path ?? '/desk/9',
  );
  if (desk.queue?.waiting.length !== 0)
    await screen.findByRole('heading', { level: 1, name: the.client.name });
  return shown;
}
const card = (kind: string) => screen.getByRole('radio', { name: new RegExp(`^${kind}`) });
const box = (kind: string): HTMLElement => {
  const found = card(kind).closest<HTMLElement>('.option');
  if (!found) throw new Error(`No card ${kind}`);
  return found;
};

describe('the queue', () => {
  it('opens the first that waits and gives it an address of its own', async () => {
    await showDesk(deskCase(), { path: '/desk' });
    await waitFor(() => expect(window.location.hash).toBe('#/desk/9'));
    const list = screen.getByRole('navigation', { name: 'What waits' });
    expect(within(list).getByRole('link', { current: true }).textContent).toContain('Larkfield Court');
  });

  it('says who waits for a first word and how the clock stands, in words', async () => {
    await showDesk(deskCase(), {
      queue: queue({
        waiting: [
          waiting(9, { replied: false, replyHours: { soFar: 30, limit: 24 }, flagged: true }),
          waiting(10, { replied: false, replyHours: { soFar: 4, limit: 24 } }),
          waiting(11, { replied: false, parted: true, decided: true }),
        ],
        waitingInAll: 214,
        lookingBack: [
          {
            decisionId: 3,
            clientId: 4,
            clientName: 'Mrs Whitlock',
            kind: 'coupon',
            text: 'Coupon £25, ends',
          },
        ],
      }),
    });
    const list = screen.getByRole('navigation', { name: 'What waits' });
    expect(list.textContent).toContain('no reply yet, 6 h over');
    expect(list.textContent).toContain('no reply yet, 20 h left');
    expect(list.textContent).toContain('ways parted · no reply yet · decided, not settled');
    expect(list.textContent).toContain('and 211 more');
    expect(within(list).getByRole('img', { name: 'red flag' })).toBeTruthy();
    expect(
      within(list)
        .getByRole('link', { name: /Mrs Whitlock/ })
        .getAttribute('href'),
    ).toBe('#/clients/4?row=decision-3');
  });

  it('is walked with j and k, and stops at its ends', async () => {
    const { user } = await showDesk();
    await user.keyboard('j');
    await waitFor(() => expect(window.location.hash).toBe('#/desk/10'));
    await user.keyboard('jjj');
    await waitFor(() => expect(window.location.hash).toBe('#/desk/11'));
    await user.keyboard('k');
    await waitFor(() => expect(window.location.hash).toBe('#/desk/10'));
  });

  it('is left to what can wait: decide later goes to the next, and round again', async () => {
    const { user } = await showDesk(deskCase(), { path: '/desk/11' });
    await user.click(screen.getByRole('button', { name: 'Decide later' }));
    await waitFor(() => expect(window.location.hash).toBe('#/desk/9'));
  });

  it('of nothing says so, and what to do next', async () => {
    await showDesk(deskCase(), { path: '/desk', queue: queue({ waiting: [], waitingInAll: 0 }) });
    expect(await screen.findByText('Nothing waits for a decision')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Log a complaint' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Did past decisions work?' })).toBeTruthy();
  });
});

describe('the case', () => {
  it('lays both sides, the facts and the three columns in view, every number with its why', async () => {
    const { bridge, user } = await showDesk();
    expect(screen.getByText('“Your crew blew our leaves onto the drive.”')).toBeTruthy();
    expect(screen.getByText('Half of October back')).toBeTruthy();
    expect(screen.getByText('8 days').parentElement?.textContent).toBe('8 days, 1 over your limit of 7');
    await user.click(screen.getByRole('button', { name: 'why 18 days late, typically' }));
    await screen.findByRole('dialog');
    expect(bridge.asked('why.explain')).toEqual([
      { of: 'figure', clientId: 12, figure: 'typical', part: null },
    ]);
  });

  it('of a client with nothing yet has no empty figure and no NaN', async () => {
    await showDesk(
      deskCase({
        complaint: complaint({ id: 9, receivedOn: TODAY, words: '', severity: null }),
        payments: {
          dueCount: 0,
          typical: null,
          trend: 'tooEarly',
          slope: null,
          pastDue: 0,
          oldestDays: null,
          spark: [],
        },
        complaints: {
          count: 1,
          count12: 1,
          ourFault12: 0,
          sameCause: 0,
          marks: [{ id: 9, severity: null, open: true }],
        },
        decisions: { count: 0, goodwill12: 0, goodwillPercent: null, limitPercent: null },
        settleLimit: null,
        replyLimitHours: null,
        likeCases: [],
        advice: advice({ like: { decisions: [], kinds: [], words: 'not known yet' } }),
      }),
    );
    const shown = screen.getByRole('region', { name: 'The case: Larkfield Court' });
    expect(shown.textContent).toContain('nothing due yet');
    expect(shown.textContent).toContain('No words written down.');
    expect(shown.textContent).toContain('No like case yet.');
    expect(shown.textContent).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  it('that is settled says so and leads on; a flag shows its instruction, a parting its day', async () => {
    await showDesk(
      deskCase({
        complaint: complaint({ id: 9, receivedOn: '2026-11-09', settledOn: '2026-11-12' }),
        client: {
          id: 12,
          name: 'Larkfield Court',
          flag: {
            id: 1,
            raisedOn: '2026-01-01',
            reason: 'private',
            instruction: 'Only with a signed quote.',
            reviewOn: null,
          },
          partedOn: '2026-11-10',
        },
      }),
    );
    expect(screen.getByText('Settled on 12 Nov 2026.')).toBeTruthy();
    expect(screen.getByText('Ways parted on 10 Nov 2026.')).toBeTruthy();
    expect(screen.getByText('Only with a signed quote.')).toBeTruthy();
    expect(screen.queryByText('private')).toBeNull();
    expect(screen.getByRole('link', { name: 'To the next that waits' }).getAttribute('href')).toBe(
      '#/desk/10',
    );
  });

  it('that is gone says so', async () => {
    showApp(
      {
        'desk.queue': () => queue(),
        'desk.case': () => {
          throw new Refusal({ code: 'notFound', message: 'gone' });
        },
      },
      '/desk/4711',
    );
    expect(await screen.findByText('This complaint is not in the ledger')).toBeTruthy();
  });

  it('with an address that is no number asks for nothing', async () => {
    const { bridge } = showApp({ 'desk.queue': () => queue() }, '/desk/abc');
    expect(await screen.findByText('This complaint is not in the ledger')).toBeTruthy();
    expect(bridge.asked('desk.case')).toEqual([]);
  });
});

describe('judging in place', () => {
  it('saves each judgement at once', async () => {
    const { bridge, user } = await showDesk();
    await user.click(screen.getByRole('radio', { name: 'no' }));
    await user.click(screen.getByRole('checkbox', { name: 'client lost time' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Cause' }), '5');
    await user.selectOptions(screen.getByRole('combobox', { name: 'How serious is it?' }), '4');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Whose side did it lie on?' }), '');
    await waitFor(() =>
      expect(bridge.asked('complaints.judge')).toEqual([
        { id: 9, canPutRight: false },
        { id: 9, lostTime: true },
        { id: 9, causeId: 5 },
        { id: 9, severity: 4 },
        { id: 9, fault: null },
      ]),
    );
    expect(await screen.findAllByText('Judged a complaint.')).toBeTruthy();
  });

  it('notes a broken boundary only with words', async () => {
    const { bridge, user } = await showDesk();
    await user.click(screen.getByRole('checkbox', { name: 'a boundary was broken' }));
    const note = await screen.findByRole('button', { name: 'Note it' });
    expect(note.hasAttribute('disabled')).toBe(true);
    await user.keyboard('Shouted at the apprentice{Enter}');
    await waitFor(() =>
      expect(bridge.asked('complaints.judge')).toEqual([{ id: 9, boundary: 'Shouted at the apprentice' }]),
    );
  });

  it('changes what we want where it stands, and saves nothing that did not change', async () => {
    const { bridge, user } = await showDesk();
    await user.click(screen.getByRole('button', { name: 'A clean drive' }));
    await user.keyboard('{Enter}');
    expect(bridge.asked('complaints.judge')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'A clean drive' }));
    await user.keyboard(', and peace{Enter}');
    await waitFor(() =>
      expect(bridge.asked('complaints.judge')).toEqual([{ id: 9, weWant: 'A clean drive, and peace' }]),
    );
    await user.click(screen.getByRole('button', { name: 'A clean drive' }));
    await user.keyboard(' nonsense{Escape}');
    expect(bridge.asked('complaints.judge')).toHaveLength(1);
  });

  it('says first of all to reply, and takes the reply in one press', async () => {
    const { bridge, user } = await showDesk(
      deskCase({
        complaint: complaint({ id: 9, receivedOn: TODAY }),
        advice: advice({
          first: [{ text: 'Reply today, and listen.', evidence: { kind: 'case', field: 'replied' } }],
          unknown: [{ field: 'fault', text: 'Whose side did it lie on?' }],
          notes: [
            {
              id: 'claim',
              text: 'The carrier is another matter.',
              evidence: { kind: 'case', field: 'cause' },
            },
          ],
        }),
      }),
    );
    expect(screen.getByText('Reply today, and listen.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'I replied just now' }));
    await waitFor(() => expect(bridge.asked('complaints.judge')).toHaveLength(1));
    expect(bridge.asked('complaints.judge')[0]).toMatchObject({ id: 9, repliedOn: TODAY });
    expect(bridge.asked('complaints.judge')[0]?.repliedTime).toMatch(/^\d\d:\d\d$/);
    // What is not known leads to where it is answered.
    await user.click(screen.getByRole('button', { name: 'Whose side did it lie on?' }));
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Whose side did it lie on?' }));
    await user.click(screen.getByRole('button', { name: 'Note what to claim' }));
    await user.keyboard('£40 from the carrier{Enter}');
    await waitFor(() =>
      expect(bridge.asked('complaints.judge')[1]).toEqual({ id: 9, claimNote: '£40 from the carrier' }),
    );
  });

  it('shows why a judgement was refused', async () => {
    const { user } = await showDesk(deskCase(), {
      answers: {
        'complaints.judge': () => {
          throw new Refusal({ code: 'busy', message: 'An import is running.' });
        },
      },
    });
    await user.click(screen.getByRole('checkbox', { name: 'client lost time' }));
    expect((await screen.findAllByText('An import is running.')).length).toBeGreaterThan(0);
  });
});

describe('the options', () => {
  it('stand side by side with amount, cost, rules, what came of like ones, and why', async () => {
    await showDesk();
    const right = box('Put right');
    expect(right.textContent).toContain('suggested');
    expect(right.textContent).toContain('£56');
    expect(right.textContent).toContain('6 of 7 came back');
    expect(right.textContent).toContain('1 of 7 complained again');
    expect(right.textContent).toContain('1 more too recent');
    expect(right.textContent).toContain('It is our fault and can be put right.');
    // Broken before kept; what a rule is not concerned with is not in the way.
    expect(
      within(right)
        .getAllByRole('listitem')
        .map((rule) => rule.textContent),
    ).toEqual(['broken: Goodwill this month £298, budget £240', 'kept: Goodwill 3.4 %, limit 4 %']);
    expect(box('Coupon').textContent).toContain('2 decided, too recent to say');
    expect(box('Full refund').textContent).toContain('–');
    expect(box('Full refund').textContent).toContain('not known');
    expect(box('Hold firm').textContent).toContain('none yet');
    expect(screen.getByText('This weighs the facts in your ledger. You decide.')).toBeTruthy();
  });

  it('are chosen by number, by click or by radio, and the one solid button says which', async () => {
    const { user } = await showDesk();
    expect(screen.getByRole('button', { name: 'Decide: put right' })).toBeTruthy();
    await user.keyboard('3');
    expect(screen.getByRole('button', { name: 'Decide: coupon' })).toBeTruthy();
    await user.click(within(box('Part refund')).getByText('basis of part refund'));
    expect(screen.getByRole('button', { name: 'Decide: part refund' })).toBeTruthy();
    await user.click(card('Apologise'));
    expect(screen.getByRole('button', { name: 'Decide: apologise' })).toBeTruthy();
    expect(screen.queryByRole('checkbox', { name: 'with an apology' })).toBeNull();
    expect(document.querySelectorAll('.button-primary')).toHaveLength(1);
  });

  it('open the decision filled in, with Enter', async () => {
    const { user } = await showDesk();
    await user.keyboard('4');
    await user.click(screen.getByRole('checkbox', { name: 'with an apology' }));
    (document.activeElement as HTMLElement).blur();
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('dialog')).toBeTruthy();
  });

  it('lead from each reason to what it stands on', async () => {
    const { bridge, user } = await showDesk();
    await user.click(screen.getByRole('button', { name: 'It is our fault and can be put right.' }));
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'yes' }));
    await user.click(screen.getByRole('button', { name: /Goodwill 3.4 %, limit 4 %/ }));
    await waitFor(() => expect(window.location.hash).toBe('#/rules?rule=goodwill%20share'));
    expect(bridge.asked('why.explain')).toEqual([]);
  });

  it('ask for the rows behind a figure with this client filled in', async () => {
    const { bridge, user } = await showDesk();
    await user.click(screen.getByRole('button', { name: 'Three complaints had this cause.' }));
    await waitFor(() =>
      expect(bridge.asked('why.explain')).toEqual([
        { of: 'figure', clientId: 12, figure: 'complaintsAll', part: null },
      ]),
    );
  });

  it('suggest nothing where too little is known: the first in the order stands ready', async () => {
    await showDesk(
      deskCase({
        advice: advice({
          options: advice()
            .options.map((one) => ({ ...one, suggested: false }))
            .sort((a, b) => Number(b.kind === 'apologise') - Number(a.kind === 'apologise')),
        }),
      }),
    );
    expect(screen.queryByText('suggested')).toBeNull();
    expect(screen.getByRole('button', { name: 'Decide: apologise' })).toBeTruthy();
  });
});

describe('part ways', () => {
  it('is a line that opens its conditions and leads to the worksheet, never a card', async () => {
    const { user } = await showDesk();
    expect(screen.queryByRole('radio', { name: /Part ways/ })).toBeNull();
    const fold = screen.getByText('Part ways').closest('details');
    expect(fold?.open).toBe(false);
    expect(fold?.querySelector('summary')?.textContent).toContain(
      'is not on the table: 1 of 2 conditions met, it takes two.',
    );
    await user.keyboard('7');
    expect(fold?.open).toBe(true);
    expect(fold?.textContent).toContain('not met');
    expect(fold?.textContent).toContain('They bring 10.2 % of your revenue.');
    expect(screen.getByRole('link', { name: 'Look at the worksheet' }).getAttribute('href')).toBe(
      '#/clients/12/parting',
    );
  });

  it('says that it can be considered, or what has to be done first', async () => {
    const { partWays } = advice();
    const both = partWays.conditions.map((one) => ({ ...one, met: true }));
    await showDesk(deskCase({ advice: advice({ partWays: { ...partWays, conditions: both } }) }));
    const summary = () => screen.getByText('Part ways').closest('summary')?.textContent;
    expect(summary()).toContain('is not on the table yet: 2 of 2 conditions met. Look inside first.');
  });
});

describe('like cases', () => {
  it('say how each was treated and what followed', async () => {
    await showDesk(
      deskCase({
        likeCases: [
          like(61),
          like(62, {
            clientName: 'Greyfriars Garage',
            kind: 'coupon',
            amount: 30_00,
            cost: 0,
            outcome: outcome({ couponUsed: { word: 'open', until: '2026-12-01' } }),
          }),
          like(63, {
            clientName: 'Pemberton Mews',
            outcome: outcome({
              cameBack90: { word: 'no' },
              cameBack180: { word: 'open', until: '2026-12-01' },
              complainedAgain: { word: 'yes', on: '2026-10-20', sameCause: true },
            }),
          }),
        ],
      }),
    );
    const row = (name: string) => screen.getByRole('row', { name: new RegExp(name) }).textContent;
    expect(row('Bramley Primary School')).toMatch(/put right£56came back after 7 days$/);
    expect(row('Greyfriars Garage')).toMatch(/coupon£30not used yet$/);
    expect(row('Pemberton Mews')).toMatch(/not back within 90 days; complained again, same cause$/);
  });
});
