import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { BackupPage } from '../../../shared/views/backups.ts';
import type { OutcomesPage } from '../../../shared/views/outcomes.ts';
import { appState, ledger, Refusal } from '../bridge.ts';
import { listOf, row } from '../clients/client-list-maker.ts';
import { backupLine, backupPageOf } from '../safe/backup-maker.ts';
import { showApp } from '../show-app.tsx';
import { overviewOf } from './overview-maker.ts';

const none = { yes: 0, of: 0, open: 0, early: 0, percent: null };
const outcomes = (came: { yes: number; of: number; open: number }): OutcomesPage => {
  const counts = {
    count: came.of + came.open,
    cost: 0,
    cameBack90: none,
    cameBack180: { ...came, early: 0, percent: null },
    complainedAgain: none,
    sameCauseAgain: none,
    used: null,
    paidFaster: 0,
    paidSlower: 0,
    paidSame: 0,
  };
  return {
    asOf: '2026-11-17',
    from: null,
    total: counts,
    rows: [{ ...counts, kind: 'put right', severity: null }],
  };
};
const answers = {
  'overview.read': () => overviewOf(),
  'outcomes.page': () => outcomes({ yes: 12, of: 15, open: 2 }),
};
const text = () => document.body.textContent?.replace(/\s+/g, ' ') ?? '';

describe('the overview', () => {
  it('is the first screen, and says the business in three columns', async () => {
    showApp(answers, '/');
    expect(await screen.findByRole('heading', { name: 'Tuesday 17 November 2026' })).toBeTruthy();
    expect(text()).toContain('£6,435past due, of £16,540 owed');
    expect(text()).toContain('£2,300 of it for more than 30 days, with 5 clients.');
    expect(text()).toContain('One has no reply yet, one is past your limit of 7 days.');
    expect(text()).toContain('£148goodwill this month, budget £240');
    expect(await screen.findByRole('button', { name: 'why 12 of 15: put right' })).toBeTruthy();
  });

  it('says how sure it is of a trend', async () => {
    for (const [p, words] of [
      [0.004, 'very sure'],
      [0.03, 'sure'],
      [0.09, 'fairly sure'],
    ] as const) {
      const [line] = overviewOf().slipping;
      if (!line) throw new Error('the made overview has nobody slipping');
      const { bridge } = showApp(
        { ...answers, 'overview.read': () => overviewOf({ slipping: [{ ...line, p }] }) },
        '/',
      );
      expect((await screen.findAllByText(words)).length).toBeGreaterThan(0);
      expect(bridge.asked('overview.read').length).toBeGreaterThan(0);
    }
  });

  it('each line leads to where it is dealt with', async () => {
    const { user } = showApp({ ...answers, 'clients.list': listOf([row(1)]) }, '/');
    const waiting = await screen.findByRole('link', { name: /Larkfield Court stray leaves/ });
    expect(waiting.getAttribute('href')).toBe('#/desk/9');
    expect(screen.getByRole('link', { name: '2 since 2 Jun' }).getAttribute('href')).toBe('#/lessons');
    await user.click(screen.getByRole('button', { name: '14 clients past due' }));
    await waitFor(() => expect(window.location.hash).toBe('#/clients'));
    expect((await screen.findByRole('button', { name: /^Past due/ })).getAttribute('aria-pressed')).toBe(
      'true',
    );
  });

  it('has words, not empty charts, where there is nothing', async () => {
    showApp(
      {
        'overview.read': () =>
          overviewOf({
            owed: 0,
            pastDue: 0,
            pastDueClients: 0,
            over30: { amount: 0, clients: 0 },
            ages: [0, 1, 2, 3, 4].map(() => ({ amount: 0, clients: 0 })),
            slipping: [],
            slippingCount: 0,
            waiting: [],
            waitingCount: 0,
            unanswered: 0,
            pastLimit: 0,
            usualDaysToSettle: null,
            causes: [],
            lessonsDue: [],
            causeWithoutLesson: null,
            goodwillMonth: 0,
            budget: null,
            goodwill12: 0,
            goodwillPercent: null,
            given: [],
            couponsOut: { count: 0, value: 0 },
            couponsLapsing: [],
            shares: [],
            reviews: [],
          }),
        'outcomes.page': () => ({ ...outcomes({ yes: 0, of: 0, open: 0 }), rows: [] }),
      },
      '/',
    );
    expect(await screen.findByText('Nobody owes anything.')).toBeTruthy();
    for (const words of [
      'Nobody waits for an answer.',
      'No complaint in 12 months.',
      'No coupon is out.',
      'Nobody pays later and later.',
    ])
      expect(screen.getByText(words)).toBeTruthy();
    expect(text()).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('of a ledger without clients says what to do first', async () => {
    showApp({ 'overview.read': () => overviewOf({ clients: 0 }) }, '/');
    expect(await screen.findByText('No clients yet')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'New client' })).toBeTruthy();
  });

  it('backs up from the foot, and says how old the last backup is', async () => {
    const newest = backupLine({ on: '2026-11-17', fileName: 'Hollin.evenhand' });
    const backed = backupPageOf({ newest, age: 0, backups: [newest] });
    const { user, bridge } = showApp({ ...answers, 'backup.page': () => backupPageOf() }, '/');
    expect(await screen.findByText('No backup yet')).toBeTruthy();
    bridge.answer({ 'backup.make': () => backed, 'backup.page': () => backed });
    await user.click(screen.getByRole('button', { name: 'Back up now' }));
    expect(await screen.findByText('Last backup today')).toBeTruthy();
    expect(screen.getByText('Backed up to Hollin.evenhand, read back and found whole.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'read back whole: Hollin.evenhand' }).getAttribute('href')).toBe(
      '#/safe',
    );
  });

  it('says in one quiet line what could be safer, and what an old backup lacks', async () => {
    const newest = backupLine({ on: '2026-11-02' });
    const old = { kind: 'old', words: 'The newest backup is 15 days old.' } as const;
    const gone = { kind: 'folder gone', words: 'The folder “Stick” can’t be reached.' } as const;
    const page = (...warnings: BackupPage['warnings'][number][]) =>
      backupPageOf({ newest, age: 15, changesSince: 1234, warnings });
    const { bridge } = showApp({ ...answers, 'backup.page': () => page(old) }, '/');
    expect((await screen.findByRole('link', { name: '1,234 changes since' })).getAttribute('href')).toBe(
      '#/safe',
    );
    expect(screen.getByText('Last backup 15 days ago').className).toContain('overview-over');
    bridge.answer({ 'backup.page': () => page(old, gone) });
    bridge.emit('backup.made', { problem: null });
    // The foot has room for a few words; the rest is a click away.
    const said = await screen.findByRole('link', { name: 'its folder can’t be reached' });
    expect(said.title).toBe('The folder “Stick” can’t be reached.');
  });

  it('says why a backup failed', async () => {
    const full = () => {
      throw new Refusal({ code: 'ledger', message: 'There is no room for it there.' });
    };
    const old = appState({
      ledger: { ...ledger, lastBackup: { on: '2026-11-02', fileName: 'Old.evenhand' } },
    });
    const { user } = showApp({ ...answers, 'app.state': () => old, 'backup.make': full }, '/');
    expect(await screen.findByText('Last backup 15 days ago')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Back up now' }));
    expect(await screen.findByText('There is no room for it there.')).toBeTruthy();
  });
});
