import { describe, expect, it, test } from 'vitest';
import type { DecisionKind } from '../../../shared/decisions/decision.ts';
import { type CaseChanges, causes, noInvoices, onlyWords } from './made-case.ts';
import { adviceOn, note, optionOf, orderOf, suggested } from './read-advice.ts';

describe('a complaint with nothing but a sentence', () => {
  const advice = adviceOn({ complaint: onlyWords, invoice: null });
  it('says what it would need to know, and why', () => {
    expect(advice.unknown.map(({ field }) => field)).toEqual([
      'severity',
      'fault',
      'cause',
      'canPutRight',
      'invoice',
    ]);
    for (const { text } of advice.unknown) expect(text).toMatch(/\?.+\.$/);
  });

  it('suggests nothing but the apology', () => {
    expect(suggested(advice)).toBe('apologise');
    expect(advice.options.filter(({ fits }) => fits).map(({ kind }) => kind)).toEqual(['apologise']);
    expect(advice.first[0]?.text).toBe('Reply today, and listen.');
  });

  it('makes up no amount', () => {
    for (const kind of ['coupon', 'part refund', 'full refund'] as const)
      expect(optionOf(advice, kind).amount).toBeNull();
  });

  it('still shows every option once', () => {
    expect([...orderOf(advice)].sort()).toEqual(
      ['apologise', 'coupon', 'full refund', 'hold firm', 'part refund', 'put right'].sort(),
    );
  });
});

describe('something is not known', () => {
  test.each([
    ['severity', { severity: null }],
    ['fault', { fault: null }],
    ['cause', { cause: null, fault: 'theirs' }],
    ['canPutRight', { canPutRight: null }],
  ] as const)('%s: nothing but the apology is suggested', (field, complaint) => {
    const advice = adviceOn({ complaint });
    expect(suggested(advice)).toBe('apologise');
    expect(advice.unknown.map((one) => one.field)).toEqual([field]);
  });

  it('whether it can be put right is not asked where it is theirs, or was tried', () => {
    const theirs = adviceOn({
      complaint: { fault: 'theirs', cause: causes.changedMind, canPutRight: null },
    });
    expect(theirs.unknown).toEqual([]);
    const tried = adviceOn({ complaint: { stillUnhappy: true, canPutRight: null } });
    expect(tried.unknown).toEqual([]);
  });

  it('without an invoice it suggests all the same, by their usual one, and asks for it', () => {
    const advice = adviceOn({ complaint: { severity: 3, canPutRight: false }, invoice: null });
    expect(advice.unknown.map(({ field }) => field)).toEqual(['invoice']);
    expect(suggested(advice)).toBe('part refund');
    expect(optionOf(advice, 'part refund')).toMatchObject({ amount: 250_00 });
    expect(optionOf(advice, 'part refund').basis).toContain('usual invoice');
  });

  it('without an invoice a refund is still no more than they ever paid', () => {
    const advice = adviceOn({
      complaint: { severity: 4, canPutRight: false },
      invoice: null,
      client: { paidInAll: 80_00 },
    });
    expect(optionOf(advice, 'full refund').amount).toBe(80_00);
  });
});

describe('a client with no invoices', () => {
  const severities = [1, 2, 3, 4] as const;
  test.each(severities)('severity %i: no amount is made up', (severity) => {
    const advice = adviceOn({
      complaint: { severity, canPutRight: false },
      invoice: null,
      client: noInvoices,
    });
    for (const kind of ['coupon', 'part refund', 'full refund'] as const) {
      expect(optionOf(advice, kind)).toMatchObject({ amount: null, cost: null, goodwill: 0 });
    }
    expect(advice.unknown.map(({ field }) => field)).toEqual(['invoice']);
    expect(optionOf(advice, 'coupon').worth).not.toContain('£');
  });

  it('can still be put right, and its cost is known', () => {
    const advice = adviceOn({ invoice: null, client: noInvoices });
    expect(suggested(advice)).toBe('put right');
    expect(optionOf(advice, 'put right').cost).toBe(56_00);
    expect(optionOf(advice, 'put right').worth).toContain('12 months');
  });
});

describe('a decision on a settled complaint', () => {
  const advice = adviceOn({ complaint: { settled: true, replied: false } });
  it('suggests nothing, and says why', () => {
    expect(suggested(advice)).toBeNull();
    expect(advice.options.some(({ along }) => along)).toBe(false);
    expect(note(advice, 'settled')).toContain('settled');
    expect(advice.first).toEqual([]);
    expect(advice.unknown).toEqual([]);
  });
  it('still lays out every option with its cost', () => {
    expect(advice.options).toHaveLength(6);
    expect(optionOf(advice, 'put right').cost).toBe(56_00);
  });
});

describe('two decisions for one complaint', () => {
  const decided = (kind: DecisionKind) =>
    [{ kind, on: '2026-11-15', amount: 60_00, withApology: true }] as const;

  test.each(['put right', 'coupon', 'part refund', 'full refund'] as const)(
    '%s is under way: nothing is given twice',
    (kind) => {
      const advice = adviceOn({ complaint: { decided: decided(kind) } });
      expect(suggested(advice)).toBeNull();
      expect(note(advice, 'settled')).toContain('15 Nov 2026');
    },
  );

  test.each(['apologise', 'hold firm'] as const)('%s before stands in nobody’s way', (kind) => {
    expect(suggested(adviceOn({ complaint: { decided: decided(kind) } }))).toBe('put right');
  });

  it('put right, then still not satisfied: a refund', () => {
    const advice = adviceOn({
      complaint: { decided: decided('put right'), stillUnhappy: true, severity: 3 },
    });
    expect(suggested(advice)).toBe('part refund');
  });

  it('says on the option that it was decided before', () => {
    const advice = adviceOn({ complaint: { decided: decided('coupon'), stillUnhappy: true } });
    expect(
      optionOf(advice, 'coupon')
        .reasons.map(({ text }) => text)
        .join(' '),
    ).toContain('15 Nov');
  });
});

describe('the same case for a friend or a big account', () => {
  const cases: readonly CaseChanges[] = [
    {},
    { complaint: { severity: 4, canPutRight: false } },
    { complaint: { fault: 'theirs', cause: causes.unreasonable } },
  ];
  test.each(cases)('who they are changes nothing: case %#', (changes) => {
    const small = adviceOn({ ...changes, client: { revenuePercent: 0.2, attentionPercent: 0.1 } });
    const big = adviceOn({ ...changes, client: { revenuePercent: 45, attentionPercent: 60 } });
    expect(big.options).toEqual(small.options);
    expect(big.notes).toEqual(small.notes);
  });
});

describe('it never decides', () => {
  it('and says so', () => {
    expect(adviceOn().disclaimer).toBe('This weighs the facts in your ledger. You decide.');
  });

  it('part ways is not among the options', () => {
    expect(orderOf(adviceOn())).not.toContain('part ways');
  });
});

describe('no past at all', () => {
  it('says nothing of like cases', () => {
    const advice = adviceOn();
    expect(advice.like.decisions).toEqual([]);
    expect(advice.options.every(({ like }) => like === null)).toBe(true);
    expect(JSON.stringify(advice.options.map(({ reasons }) => reasons))).not.toContain('ike cases');
  });

  it('and without a redo ever noted, the cost of putting right is not known', () => {
    const put = optionOf(adviceOn({ business: { usualRedoMinutes: null } }), 'put right');
    expect(put).toMatchObject({ cost: null, redoMinutes: null, goodwill: 0, suggested: true });
    const unpriced = optionOf(adviceOn({ business: { hourlyCost: 0 } }), 'put right');
    expect(unpriced).toMatchObject({ cost: null, redoMinutes: 120 });
    expect(unpriced.basis).toContain('2 hours');
  });
});
