import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { RuleLine } from '../../../shared/views/rules.ts';
import { Refusal } from '../bridge.ts';
import { showApp } from '../show-app.tsx';

const line = (changes: Partial<RuleLine>): RuleLine => ({
  key: 'coupon worth',
  rule: 'coupon worth',
  title: 'What a coupon is worth',
  sentence: 'A coupon is worth at most 25 % of the invoice and valid for 90 days at most.',
  on: true,
  settings: { permille: 250, days: 90 },
  fields: [
    { key: 'permille', label: 'of the invoice at most', unit: 'permille' },
    { key: 'days', label: 'days valid at most', unit: 'days' },
  ],
  bornOf: 'after the flooded kitchen, 2025',
  bornComplaint: null,
  sinceOn: '2026-01-05',
  kept: 3,
  broken: 1,
  quarters: [
    { from: '2026-07-01', kept: 2, broken: 0 },
    { from: '2026-10-01', kept: 1, broken: 1 },
  ],
  trouble: null,
  ...changes,
});
const nightSleep = line({
  key: 'night sleep',
  rule: 'night sleep',
  title: 'A night’s sleep',
  sentence: 'Refunds above … only after a night’s sleep.',
  on: false,
  settings: { above: null },
  fields: [{ key: 'above', label: 'refunds above', unit: 'money' }],
  bornOf: null,
  sinceOn: null,
  kept: 0,
  broken: 0,
  quarters: [],
});

const written = { changeId: 4, label: 'House rule changed', id: 1 };
const show = (rules: RuleLine[], more = {}) =>
  showApp(
    { 'rules.page': () => ({ asOf: '2026-11-17', rules }), 'rules.set': () => written, ...more },
    '/rules',
  );

describe('house rules', () => {
  it('say themselves, what they were born from, and how they were kept', async () => {
    show([line({}), nightSleep]);
    expect(await screen.findByText(/A coupon is worth at most 25 %/)).toBeTruthy();
    expect(screen.getByText('after the flooded kitchen, 2025')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'why 3 kept: What a coupon is worth' })).toBeTruthy();
    expect(screen.getByText('nothing to judge yet')).toBeTruthy();
    expect(screen.getByText(/1 of 2 are switched on/)).toBeTruthy();
  });

  it('open what they count', async () => {
    const { bridge, user } = show([line({})], {
      'why.explain': () => ({
        title: 'Broken',
        figure: '1',
        explanation: [],
        columns: [],
        rows: [],
        rowCount: 0,
        total: null,
      }),
    });
    await user.click(await screen.findByRole('button', { name: /why 1 broken of 2, Q4/ }));
    await waitFor(() =>
      expect(bridge.asked('why.explain')).toEqual([
        { of: 'rule', key: 'coupon worth', verdict: 'broken', quarter: '2026-10-01' },
      ]),
    );
  });

  it('are switched off as they stand', async () => {
    const { bridge, user } = show([line({})]);
    await user.click(await screen.findByRole('switch', { name: /What a coupon is worth/ }));
    await waitFor(() =>
      expect(bridge.asked('rules.set')).toEqual([
        {
          key: 'coupon worth',
          on: false,
          settings: { permille: 250, days: 90 },
          bornOf: 'after the flooded kitchen, 2025',
          bornComplaintId: null,
        },
      ]),
    );
  });

  it('ask for the number they lack when switched on, and are on once it is given', async () => {
    const refuse = ({ settings }: { settings: Record<string, unknown> }) => {
      if (settings.above !== null) return written;
      throw new Refusal({ code: 'invalid', message: 'Give this first.', field: 'settings.above' });
    };
    const { bridge, user } = show([nightSleep], { 'rules.set': refuse });
    await user.click(await screen.findByRole('switch'));
    const amount = await screen.findByRole('textbox', { name: 'Refunds above' });
    await user.type(amount, '150');
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(bridge.asked('rules.set').at(-1)).toMatchObject({ on: true, settings: { above: 15000 } }),
    );
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Refunds above' })).toBeNull());
  });

  it('show what a rule can’t take on the number itself', async () => {
    const refuse = () => {
      throw new Refusal({ code: 'invalid', message: 'At most 100 %.', field: 'settings.permille' });
    };
    const { user } = show([line({})], { 'rules.set': refuse });
    await user.click(await screen.findByRole('button', { name: 'Change: What a coupon is worth' }));
    const share = screen.getByRole('textbox', { name: 'Of the invoice at most' });
    await user.clear(share);
    await user.type(share, '120{Enter}');
    expect(await screen.findByText('At most 100 %.')).toBeTruthy();
    expect(share.getAttribute('aria-invalid')).toBe('true');
  });

  it('made from a decision can go again, built-in ones can’t', async () => {
    const like = line({ key: 'like case:4', rule: 'like case', title: 'Like cases: late shipment' });
    const { bridge, user } = show([line({}), like], { 'rules.remove': () => written });
    const made = await screen.findByRole('region', { name: 'Made from decisions' });
    await user.click(within(made).getByRole('button', { name: 'Remove: Like cases: late shipment' }));
    await waitFor(() => expect(bridge.asked('rules.remove')).toEqual([{ key: 'like case:4' }]));
    expect(screen.queryByRole('button', { name: 'Remove: What a coupon is worth' })).toBeNull();
  });
});
