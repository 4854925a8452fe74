import { describe, expect, it, test } from 'vitest';
import type { CaseComplaint } from '../../../shared/decisions/case.ts';
import type { DecisionKind } from '../../../shared/decisions/decision.ts';
import { partWays } from '../../../shared/decisions/part-ways.ts';
import { type CaseChanges, causes, plainClient, rule, show } from './made-case.ts';
import { adviceOn, alongWith, note, optionOf, said, suggested } from './read-advice.ts';

const decided = (...kinds: readonly (readonly [DecisionKind, string])[]): CaseComplaint['decided'] =>
  kinds.map(([kind, on]) => ({ kind, on, amount: 60_00, withApology: true }));

describe('nothing is given twice', () => {
  it('a redo they asked for from the start is under way once it is decided, and nothing went back and forth', () => {
    const advice = adviceOn({
      complaint: { redoAsked: true, decided: decided(['put right', '2026-11-15']) },
    });
    expect(suggested(advice)).toBeNull();
    expect(alongWith(advice)).toEqual([]);
    expect(note(advice, 'settled')).toContain('put right');
    expect(said(advice, 'coupon')).not.toContain('back and forth');
  });

  test.each([
    [3, 'part refund'],
    [4, 'full refund'],
    [2, 'coupon'],
  ] as const)('put right, still not satisfied, then answered at severity %i: %s', (severity, kind) => {
    const complaint = {
      severity,
      stillUnhappy: true,
      decided: decided(['put right', '2026-11-10'], [kind, '2026-11-15']),
    };
    const advice = adviceOn({ complaint });
    expect(suggested(advice)).toBeNull();
    expect(note(advice, 'settled')).toContain(`Decided on 15 Nov 2026: ${kind}`);
    // The box is ticked already: what it says is no way out.
    expect(note(advice, 'settled')).not.toContain('say that');
  });

  it('a coupon that is under way is not said to have been too little', () => {
    const advice = adviceOn({
      complaint: { canPutRight: false, decided: decided(['coupon', '2026-11-15']) },
    });
    expect(suggested(advice)).toBeNull();
    expect(said(advice, 'coupon')).not.toContain('not enough');
    expect(said(advice, 'part refund')).not.toContain('is next');
    expect(note(advice, 'settled')).toContain('you can still decide again');
  });

  it('a coupon that went on top of putting right answers nothing', () => {
    const both = decided(['put right', '2026-11-10'], ['coupon', '2026-11-10']);
    const waiting = adviceOn({ complaint: { decided: both } });
    expect(note(waiting, 'settled')).toContain('10 Nov 2026: put right');
    const failed = adviceOn({ complaint: { decided: both, stillUnhappy: true, severity: 3 } });
    expect(suggested(failed)).toBe('part refund');
  });

  it('where a coupon was given and putting right failed, the refund comes next, not another coupon', () => {
    const complaint = {
      severity: 2,
      stillUnhappy: true,
      decided: decided(['coupon', '2026-11-08'], ['put right', '2026-11-10']),
    } as const;
    const advice = adviceOn({ complaint });
    expect(suggested(advice)).toBe('part refund');
    expect(advice.options[0]?.kind).toBe('part refund');
    expect(said(advice, 'part refund')).not.toContain('before a refund');
  });

  it('where part of the money went back before, no second part and no step down to a coupon', () => {
    for (const severity of [2, 3] as const) {
      const advice = adviceOn({
        complaint: {
          severity,
          stillUnhappy: true,
          decided: decided(['part refund', '2026-11-08'], ['put right', '2026-11-10']),
        },
      });
      expect(suggested(advice)).toBeNull();
      expect(note(advice, 'settled')).toContain('8 Nov 2026: part refund');
    }
  });

  it('where all of the money went back, nothing more is suggested', () => {
    const advice = adviceOn({
      complaint: {
        severity: 4,
        stillUnhappy: true,
        decided: decided(['full refund', '2026-11-08'], ['put right', '2026-11-10']),
      },
      invoice: { paid: 0, open: 0 },
    });
    expect(suggested(advice)).toBeNull();
  });

  test.each(['hold firm', 'apologise'] as const)('what leads was done already: %s', (kind) => {
    const theirs = { fault: 'theirs', cause: causes.changedMind } as const;
    const advice = adviceOn({
      complaint: { ...theirs, decided: decided([kind, '2026-11-15']) },
      client: { clientCaused12: kind === 'hold firm' ? 3 : 1 },
    });
    expect(suggested(advice)).toBeNull();
    expect(optionOf(advice, 'apologise').along).toBe(true);
    expect(note(advice, 'settled')).toContain(`15 Nov 2026: ${kind}`);
  });

  it('says how often the same was decided', () => {
    const advice = adviceOn({
      complaint: { decided: decided(['put right', '2026-11-08'], ['put right', '2026-11-15']) },
    });
    expect(said(advice, 'put right')).toContain('Decided twice already, last on 15 Nov 2026.');
  });
});

describe('putting it right out of all proportion', () => {
  const dear = { usualRedoMinutes: 40 * 60 };

  it('where part of the money leads instead, the coupon does not say that putting right is enough', () => {
    const advice = adviceOn({
      complaint: { severity: 3, lostTime: true },
      client: { revenue12: 1_000_00, margin12: 300_00 },
      business: dear,
    });
    expect(suggested(advice)).toBe('part refund');
    expect(said(advice, 'coupon')).not.toMatch(/enough|no lost time/);
  });

  it('where all of it leads instead, part of it does not wait for what can’t be put right', () => {
    const advice = adviceOn({
      complaint: { severity: 4 },
      client: { revenue12: 2_000_00, margin12: 600_00 },
      business: dear,
    });
    expect(suggested(advice)).toBe('full refund');
    expect(said(advice, 'part refund')).not.toContain('can’t be put right');
  });
});

describe('what was paid in part', () => {
  const unusable = { severity: 4, canPutRight: false } as const;
  const half = { amount: 400_00, paid: 100_00, open: 300_00 };

  it('all that was paid goes back, and what is still open is said to go too', () => {
    const advice = adviceOn({ complaint: unusable, invoice: half });
    expect(optionOf(advice, 'full refund').amount).toBe(100_00);
    expect(said(advice, 'full refund')).toContain('£300 of the invoice is still open');
  });

  it('nothing of it where nothing is open', () => {
    expect(said(adviceOn({ complaint: unusable }), 'full refund')).not.toContain('still open');
  });

  it('where nothing is left to give back, that is known, and was not unpaid for that', () => {
    const advice = adviceOn({ complaint: unusable, invoice: { amount: 400_00, paid: 0, open: 0 } });
    for (const kind of ['part refund', 'full refund'] as const) {
      expect(optionOf(advice, kind)).toMatchObject({ amount: null, cost: 0, goodwill: 0, fits: false });
      expect(optionOf(advice, kind).month).toBe('Nothing this month.');
      expect(said(advice, kind)).not.toContain('nothing was paid');
      expect(said(advice, kind)).toContain('nothing to give back');
    }
  });

  it('“nothing was paid yet” is not said where it was given back', () => {
    const returned = adviceOn({ complaint: unusable, invoice: { amount: 400_00, paid: 0, open: 100_00 } });
    expect(said(returned, 'full refund')).not.toContain('Nothing was paid');
    expect(said(returned, 'full refund')).toContain('credit on the invoice');
    const unpaid = adviceOn({ complaint: unusable, invoice: { amount: 400_00, paid: 0, open: 400_00 } });
    expect(said(unpaid, 'full refund')).toContain('Nothing was paid yet');
  });
});

describe('very small amounts, as in a currency without minor units', () => {
  it.each([1, 2, 4, 9])('an invoice of %i', (amount) => {
    for (const severity of [1, 2, 3, 4] as const)
      for (const fault of ['ours', 'theirs'] as const) {
        const advice = adviceOn({
          complaint: { severity, fault, cause: causes.expectations, canPutRight: false },
          invoice: { amount, paid: amount, open: 0 },
        });
        const coupon = optionOf(advice, 'coupon');
        expect(coupon.basis).not.toContain('rule');
        expect(coupon.amount).toBeGreaterThanOrEqual(1);
        expect(coupon.amount).toBeLessThanOrEqual(optionOf(advice, 'part refund').amount ?? 0);
      }
  });

  it('no coupon is made up where the owner’s rule leaves none', () => {
    const advice = adviceOn({
      complaint: { canPutRight: false },
      rules: [rule('coupon worth', { permille: 0, days: 90 })],
    });
    expect(optionOf(advice, 'coupon')).toMatchObject({
      amount: null,
      basis: 'your coupon rule leaves nothing',
    });
  });
});

describe('a coupon on top', () => {
  it('is held against the goodwill limit together with what it goes on top of', () => {
    // £56 of putting right is 3.7 % of £1,500; with a coupon of £60 it is 7.7 %.
    const advice = adviceOn({
      complaint: { lostTime: true },
      client: { revenue12: 1_500_00, margin12: 450_00 },
      rules: [rule('goodwill share', { permille: 40 })],
    });
    expect(suggested(advice)).toBe('put right');
    expect(alongWith(advice)).toEqual(['coupon']);
    const together = 56_00 + optionOf(advice, 'coupon').goodwill;
    const percent = Math.round((together / 1_500_00) * 1000) / 10;
    expect(said(advice, 'coupon')).toContain(`goodwill would be ${percent}\u00a0%`);
    expect(note(advice, 'limit')).toContain('With the coupon on top');
  });

  it('is not spoken of where both are within it', () => {
    const advice = adviceOn({
      complaint: { lostTime: true },
      rules: [rule('goodwill share', { permille: 40 })],
    });
    expect(alongWith(advice)).toEqual(['coupon']);
    expect(note(advice, 'limit')).toBeNull();
  });
});

describe('what is not known', () => {
  const rows: readonly (readonly [string, CaseChanges['complaint'], DecisionKind])[] = [
    ['ours, and it can be put right', { fault: 'ours' }, 'put right'],
    ['shared, and it can be put right', { fault: 'shared', severity: 3 }, 'put right'],
    ['ours, unusable', { fault: 'ours', severity: 4, canPutRight: false }, 'full refund'],
    ['nobody’s, mild', { fault: 'nobody', canPutRight: false }, 'coupon'],
    ['theirs: it may have come from outside', { fault: 'theirs' }, 'apologise'],
  ];
  test.each(rows)('a cause that turns nothing is asked for and holds nothing up: %s', (_, changes, kind) => {
    const advice = adviceOn({ complaint: { ...changes, cause: null } });
    expect(advice.unknown.map(({ field }) => field)).toEqual(['cause']);
    expect(suggested(advice)).toBe(kind);
  });

  it('an inside cause and their fault can’t both be: it asks, and holds nothing against them', () => {
    const advice = adviceOn({
      complaint: { fault: 'theirs', cause: causes.communication },
      client: { boundariesBroken12: 2 },
    });
    expect(suggested(advice)).toBe('apologise');
    expect(advice.unknown).toEqual([
      {
        field: 'fault',
        text: 'Whose fault is it? The cause is an inside one, yet the fault is noted as theirs.',
      },
    ]);
    expect(optionOf(advice, 'hold firm').fits).toBe(false);
  });
});

describe('words', () => {
  it('count no twelve invoices where there are fewer', () => {
    for (const worstRung of [0, 1, 3, 4, 5] as const) {
      const { conditions } = partWays({ client: { ...plainClient, worstRung } }, show);
      const text = conditions.find(({ id }) => id === 'late')?.text ?? '';
      expect(text).not.toMatch(/12|latest/);
      expect(text).toMatch(/\.$/);
    }
  });

  it('a redo of no inside cause is not said to be of nobody’s making', () => {
    const { conditions } = partWays({ client: { ...plainClient, redoNotInside6: 3 } }, show);
    expect(conditions.find(({ id }) => id === 'redo')?.text).toBe(
      '3 redo requests in six months, none of them of inside cause.',
    );
  });

  it('revenue is what was invoiced, not what came in', () => {
    const { worth } = optionOf(adviceOn({ client: { revenue12: 0, margin12: 0 } }), 'put right');
    expect(worth).toBe('Nothing was invoiced to them in 12 months to hold it against.');
  });
});
