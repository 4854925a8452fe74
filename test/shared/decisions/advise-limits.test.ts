import { describe, expect, it, test } from 'vitest';
import type { CaseChanges } from './made-case.ts';
import { madePast, pastOf, rule } from './made-case.ts';
import { adviceOn, note, optionOf, orderOf, said, suggested } from './read-advice.ts';

const goodwill4 = rule('goodwill share', { permille: 40 });
const unusable = { severity: 4, canPutRight: false } as const;

describe('beyond the owner’s goodwill limit', () => {
  it('the cheaper of two that fit leads, and the text says what the limit was', () => {
    // £400 on £10,000 is the limit itself; £10 more is beyond it.
    const at = adviceOn({ complaint: unusable, client: { revenue12: 10_000_00 }, rules: [goodwill4] });
    expect(suggested(at)).toBe('full refund');
    expect(note(at, 'limit')).toBeNull();
    const beyond = adviceOn({
      complaint: unusable,
      client: { revenue12: 10_000_00, goodwill12: 10_00 },
      rules: [goodwill4],
    });
    expect(suggested(beyond)).toBe('part refund');
    expect(orderOf(beyond).slice(0, 2)).toEqual(['part refund', 'apologise']);
    expect(note(beyond, 'limit')).toContain('4\u00a0%');
    expect(said(beyond, 'full refund')).toContain('4\u00a0%');
    expect(optionOf(beyond, 'full refund').fits).toBe(true);
  });

  it('a goodwill limit reached already: still settled, by the cheaper one', () => {
    const advice = adviceOn({
      complaint: unusable,
      client: { goodwill12: 5_000_00 },
      rules: [goodwill4],
    });
    expect(suggested(advice)).toBe('part refund');
    expect(note(advice, 'limit')).toContain('4\u00a0%');
  });

  it('no limit without the rule, nor where no revenue can be shared', () => {
    expect(suggested(adviceOn({ complaint: unusable, client: { goodwill12: 5_000_00 } }))).toBe(
      'full refund',
    );
    const none = adviceOn({
      complaint: unusable,
      client: { revenue12: 0, margin12: 0 },
      rules: [goodwill4],
    });
    expect(suggested(none)).toBe('full refund');
    expect(note(none, 'limit')).toBeNull();
    expect(note(none, 'margin')).toBeNull();
  });

  it('where nothing cheaper fits it leads all the same, and the limit is named', () => {
    const advice = adviceOn({
      complaint: { canPutRight: false },
      client: { goodwill12: 5_000_00 },
      rules: [goodwill4],
    });
    expect(suggested(advice)).toBe('coupon');
    expect(note(advice, 'limit')).toContain('othing cheaper');
  });

  it('a setting it can’t read is no limit', () => {
    const advice = adviceOn({
      complaint: unusable,
      client: { goodwill12: 5_000_00 },
      rules: [rule('goodwill share', { permille: null })],
    });
    expect(suggested(advice)).toBe('full refund');
  });
});

describe('beyond a year of the client’s margin', () => {
  it('the cheaper of two that fit leads, and the text names the margin', () => {
    const advice = adviceOn({ complaint: unusable, client: { revenue12: 1_000_00, margin12: 300_00 } });
    expect(suggested(advice)).toBe('part refund');
    expect(note(advice, 'margin')).toContain('£300');
    expect(optionOf(advice, 'full refund').worth).toContain('£300');
  });

  it('a redo that costs more than a year’s margin, and more than half of what was paid, gives way', () => {
    const client = { revenue12: 1_000_00, margin12: 300_00 };
    const business = { usualRedoMinutes: 40 * 60 };
    const mild = adviceOn({ client, business });
    expect(suggested(mild)).toBe('coupon');
    expect(optionOf(mild, 'put right').fits).toBe(true);
    expect(note(mild, 'margin')).toContain('£1,120');
    const grave = adviceOn({ complaint: { severity: 3 }, client, business });
    expect(suggested(grave)).toBe('part refund');
    const unsafe = adviceOn({ complaint: { severity: 4 }, client, business });
    expect(suggested(unsafe)).toBe('part refund');
  });

  it('a redo in proportion to what was paid stays first', () => {
    const advice = adviceOn({
      client: { revenue12: 400_00, margin12: 120_00 },
      business: { usualRedoMinutes: 300 },
    });
    expect(optionOf(advice, 'put right').cost).toBe(140_00);
    expect(suggested(advice)).toBe('put right');
    expect(note(advice, 'margin')).toContain('£120');
  });

  it('says so where the margin is only assumed', () => {
    const advice = adviceOn({ business: { marginAssumed: true } });
    expect(optionOf(advice, 'put right').worth).toContain('assumed');
    expect(optionOf(adviceOn(), 'put right').worth).not.toContain('assumed');
  });
});

describe('the month’s money', () => {
  const budget = rule('goodwill budget', { perMonth: 150_00 });
  it('is said, and never a veto', () => {
    const advice = adviceOn({ rules: [budget] });
    expect(suggested(advice)).toBe('put right');
    expect(optionOf(advice, 'put right').month).toContain('£176');
    expect(optionOf(advice, 'put right').month).toContain('£150');
    expect(optionOf(advice, 'coupon').month).toContain('used');
    expect(optionOf(advice, 'apologise').month).toBe('Nothing this month.');
  });

  it('without a budget, what it was and what it would be', () => {
    expect(optionOf(adviceOn(), 'put right').month).toContain('£120');
    expect(optionOf(adviceOn(), 'put right').month).not.toContain('budget');
  });
});

describe('house rules', () => {
  const refundForLike = rule(
    'like case',
    {
      causeId: 1,
      cause: 'process breakdown',
      group: null,
      severityMost: 4,
      kind: 'part refund',
      permilleMost: null,
    },
    'like case:3',
  );
  const noRefunds = rule('most refunds', { refunds: 0 });

  it('each option says what each rule says', () => {
    const advice = adviceOn({ rules: [noRefunds, goodwill4] });
    expect(optionOf(advice, 'part refund').rules[0]).toMatchObject({
      key: 'most refunds',
      verdict: 'broken',
    });
    expect(optionOf(advice, 'put right').rules.map(({ verdict }) => verdict)).toContain('kept');
  });

  it('rules never turn a binding sentence', () => {
    const advice = adviceOn({ complaint: unusable, rules: [noRefunds] });
    expect(suggested(advice)).toBe('full refund');
  });

  it('rules that contradict each other are said to', () => {
    const advice = adviceOn({
      complaint: { severity: 3, canPutRight: false },
      rules: [noRefunds, refundForLike],
    });
    expect(suggested(advice)).toBe('part refund');
    expect(note(advice, 'rules')).toContain('Most refunds; Like cases: process breakdown');
    // One rule alone contradicts nobody, not even where it forbids what is suggested.
    expect(note(adviceOn({ complaint: unusable, rules: [noRefunds] }), 'rules')).toBeNull();
    expect(note(adviceOn({ rules: [noRefunds] }), 'rules')).toBeNull();
  });

  it('a rule nobody knows is passed over', () => {
    expect(() => adviceOn({ rules: [rule('from a newer version', { some: 1 })] })).not.toThrow();
  });

  it('a tie goes to the option that keeps the rules, then to what like cases got', () => {
    // With something mild that can’t be undone, part refund and putting right tie after the coupon.
    const again: CaseChanges = { complaint: { stillUnhappy: true, canPutRight: true, severity: 2 } };
    const plain = orderOf(adviceOn(again)).filter((kind) => kind === 'put right' || kind === 'part refund');
    expect(plain[0]).toBe('part refund');
    const ruled = orderOf(adviceOn({ ...again, rules: [noRefunds] }));
    expect(ruled.indexOf('put right')).toBeLessThan(ruled.indexOf('part refund'));
    const like = orderOf(adviceOn({ ...again, past: pastOf('put right', 3, 900) }));
    expect(like.indexOf('put right')).toBeLessThan(like.indexOf('part refund'));
  });
});

describe('what like cases got', () => {
  it('is said with its count, and changes no binding sentence', () => {
    const advice = adviceOn({ past: pastOf('coupon', 4, 900) });
    expect(suggested(advice)).toBe('put right');
    expect(said(advice, 'coupon')).toContain('4 of 4');
    expect(optionOf(advice, 'coupon').like).toMatchObject({ count: 4 });
    expect(optionOf(advice, 'put right').like).toBeNull();
  });

  test.each([
    [4, null],
    [5, 100],
  ] as const)('shares only from five on: %i', (count, percent) => {
    const like = optionOf(adviceOn({ past: pastOf('put right', count, 900) }), 'put right').like;
    expect(like?.cameBack).toEqual({ yes: count, of: count, open: 0, early: 0, percent });
    expect(like?.used).toBeNull();
  });

  it('counts the open ones apart, names at most six decisions, the newest first', () => {
    const past = Array.from({ length: 8 }, (_, index) =>
      madePast({ id: 900 + index, on: `2026-0${index + 1}-01` }),
    );
    const open = madePast({
      id: 990,
      on: '2026-11-01',
      outcome: {
        ...madePast().outcome,
        decisionId: 990,
        cameBack90: { word: 'open', until: '2027-01-30' },
        complainedAgain: { word: 'open', until: '2027-04-30' },
      },
    });
    const like = optionOf(adviceOn({ past: [...past, open] }), 'put right').like;
    expect(like).toMatchObject({ count: 9, cameBack: { yes: 8, of: 8, open: 1 } });
    expect(like?.decisions).toEqual([990, 907, 906, 905, 904, 903]);
  });
});
