import { describe, expect, it, test } from 'vitest';
import type { Severity } from '../../../shared/complaints/complaint.ts';
import type { DecisionKind } from '../../../shared/decisions/decision.ts';
import { type CaseChanges, causes } from './made-case.ts';
import {
  adviceOn,
  alongWith,
  expectBefore,
  note,
  optionOf,
  orderOf,
  said,
  suggested,
} from './read-advice.ts';

describe('an annoyance or inconvenience that can’t be undone', () => {
  const whoever = [
    ['ours', { fault: 'ours', cause: causes.process }],
    ['shared', { fault: 'shared', cause: causes.expectations }],
    ['nobody’s', { fault: 'nobody', cause: causes.late }],
    ['outside', { fault: 'theirs', cause: causes.transit }],
    ['theirs', { fault: 'theirs', cause: causes.changedMind }],
  ] as const;
  for (const severity of [1, 2] as const) {
    test.each(whoever)(
      `severity ${severity}: a coupon before a refund, whoever caused it: %s`,
      (_, changes) => {
        const advice = adviceOn({ complaint: { ...changes, severity, canPutRight: false } });
        expectBefore(advice, 'coupon', 'part refund');
        expectBefore(advice, 'part refund', 'full refund');
        expect(suggested(advice)).not.toBe('full refund');
      },
    );

    test.each(whoever.slice(0, 4))(`severity ${severity}: the coupon is suggested: %s`, (_, changes) => {
      expect(suggested(adviceOn({ complaint: { ...changes, severity, canPutRight: false } }))).toBe('coupon');
    });
  }

  it('never a full refund first, even where what was delivered is of no use', () => {
    const advice = adviceOn({ complaint: { severity: 2, canPutRight: false, ofNoUse: true } });
    expect(suggested(advice)).toBe('coupon');
  });

  it('a coupon too where putting it right did not satisfy them', () => {
    const advice = adviceOn({ complaint: { severity: 2, canPutRight: true, stillUnhappy: true } });
    expect(suggested(advice)).toBe('coupon');
  });

  it('a coupon’s cost counts the margin, its goodwill does not', () => {
    const coupon = optionOf(adviceOn({ complaint: { canPutRight: false } }), 'coupon');
    expect(coupon.amount).toBe(50_00);
    expect(coupon.cost).toBe(35_00);
    expect(coupon.goodwill).toBe(50_00);
  });
});

describe('nobody’s fault or an outside cause', () => {
  type Row = readonly [string, CaseChanges['complaint'], DecisionKind];
  const rows: readonly Row[] = [
    ['late shipment, can be put right', { cause: causes.late }, 'put right'],
    ['broken in transit, replaced', { cause: causes.transit }, 'put right'],
    [
      'broken in transit, unusable',
      { cause: causes.transit, severity: 4, canPutRight: false },
      'full refund',
    ],
    ['broken in transit, a loss', { cause: causes.transit, severity: 3, canPutRight: false }, 'part refund'],
    ['supplier, mild', { cause: causes.supplier, severity: 1, canPutRight: false }, 'coupon'],
    [
      'outside, and judged theirs',
      { cause: causes.transit, fault: 'theirs', severity: 3, canPutRight: false },
      'part refund',
    ],
    ['nobody’s, between us', { cause: causes.expectations }, 'put right'],
    [
      'nobody’s, they changed their mind',
      { cause: causes.changedMind, severity: 3, canPutRight: false },
      'part refund',
    ],
  ];
  test.each(rows)('the owner still makes it good: %s', (_, changes, kind) => {
    const advice = adviceOn({ complaint: { fault: 'nobody', ...changes } });
    expect(suggested(advice)).toBe(kind);
    expect(optionOf(advice, 'hold firm').fits).toBe(false);
  });

  it('with a coupon on top when it came late', () => {
    const advice = adviceOn({ complaint: { fault: 'nobody', cause: causes.late } });
    expect(alongWith(advice)).toEqual(['coupon']);
  });

  test.each([
    ['late shipment', causes.late, 'carrier'],
    ['broken in transit', causes.transit, 'carrier'],
    ['supplier', causes.supplier, 'supplier'],
    ['an own outside cause', { id: 40, name: 'power cut', group: 'outside' }, 'power cut'],
  ] as const)('offers a note to claim: %s', (_, cause, who) => {
    expect(note(adviceOn({ complaint: { fault: 'nobody', cause } }), 'claim')).toContain(who);
  });

  it('offers no claim once it is noted, and none where the cause is inside', () => {
    const noted = adviceOn({ complaint: { fault: 'nobody', cause: causes.late, claimNoted: true } });
    expect(note(noted, 'claim')).toBeNull();
    expect(note(adviceOn(), 'claim')).toBeNull();
  });
});

describe('the client’s own cause', () => {
  const theirs = { fault: 'theirs', cause: causes.changedMind } as const;

  test.each([
    ['the first time', 1],
    ['the second time', 2],
  ] as const)('%s: explain and apologise, a small coupon at most', (_, count) => {
    for (const severity of [1, 2, 3, 4] as Severity[]) {
      const advice = adviceOn({
        complaint: { ...theirs, severity },
        client: { clientCaused12: count, ourFault12: 0 },
      });
      expect(suggested(advice)).toBe('apologise');
      expect(orderOf(advice).slice(0, 2)).toEqual(['apologise', 'coupon']);
      expect(optionOf(advice, 'coupon').fits).toBe(true);
      expect(optionOf(advice, 'coupon').amount).toBe(20_00);
      expect(optionOf(advice, 'hold firm').fits).toBe(false);
      expect(optionOf(advice, 'full refund').fits).toBe(false);
    }
  });

  it('goodwill is presumed, and said', () => {
    expect(said(adviceOn({ complaint: theirs }), 'hold firm')).toContain('oodwill is presumed');
  });

  type Row = readonly [string, CaseChanges];
  const evidence: readonly Row[] = [
    ['a boundary broken in this complaint', { complaint: { boundaryBroken: true } }],
    ['a boundary broken in 12 months', { client: { boundariesBroken12: 1 } }],
    ['three complaints of group client', { client: { clientCaused12: 3 } }],
    ['four complaints of group client', { client: { clientCaused12: 4 } }],
    ['three money-back claims', { client: { moneyBackClaims12: 3 } }],
  ];
  test.each(evidence)('hold firm first with evidence: %s', (_, changes) => {
    const advice = adviceOn({ ...changes, complaint: { ...theirs, ...changes.complaint } });
    expect(suggested(advice)).toBe('hold firm');
    expect(orderOf(advice)[0]).toBe('hold firm');
    expect(optionOf(advice, 'apologise').along).toBe(true);
    expect(optionOf(advice, 'hold firm').reasons[0]?.evidence.kind).toMatch(/figure|case/);
    expect(said(advice, 'hold firm')).not.toContain('presumed');
  });

  const short: readonly Row[] = [
    ['two complaints of group client', { client: { clientCaused12: 2 } }],
    ['two money-back claims', { client: { moneyBackClaims12: 2 } }],
    ['many complaints, but ours', { client: { complaints12: 9, ourFault12: 8, clientCaused12: 1 } }],
    ['late payments', { client: { worstRung: 5, trend: 'slipping', typicalDays: 60 } }],
    ['a red flag', { client: { flagged: true } }],
    ['money asked for', { complaint: { moneyAsked: true } }],
  ];
  test.each(short)('hold firm is never first without it: %s', (_, changes) => {
    const advice = adviceOn({ ...changes, complaint: { ...theirs, ...changes.complaint } });
    expect(suggested(advice)).toBe('apologise');
  });

  test.each(evidence)('all evidence counts for nothing where it is our fault: %s', (_, changes) => {
    const advice = adviceOn({ ...changes, complaint: { ...changes.complaint } });
    expect(suggested(advice)).toBe('put right');
    expect(optionOf(advice, 'hold firm').fits).toBe(false);
  });
});

describe('a flagged client with an open problem', () => {
  const mends: readonly CaseChanges['complaint'][] = [
    {},
    { severity: 4, canPutRight: false },
    { severity: 2, canPutRight: false },
    { fault: 'theirs', cause: causes.unreasonable },
  ];
  it('gets this one settled properly all the same', () => {
    for (const complaint of mends) {
      const plain = adviceOn({ complaint });
      const flagged = adviceOn({ complaint, client: { flagged: true } });
      expect(orderOf(flagged)).toEqual(orderOf(plain));
      expect(suggested(flagged)).toBe(suggested(plain));
      expect(flagged.options.map(({ amount }) => amount)).toEqual(plain.options.map(({ amount }) => amount));
    }
  });

  it('then no new work, and it says so', () => {
    expect(note(adviceOn({ client: { flagged: true } }), 'noNewWork')).toBe(
      'A red flag is up: settle this one properly all the same, then no new work.',
    );
    expect(note(adviceOn({ client: { parted: true } }), 'noNewWork')).toContain('no new work');
    expect(note(adviceOn(), 'noNewWork')).toBeNull();
  });

  it('and the coupon says that it would bring new work', () => {
    const advice = adviceOn({ complaint: { canPutRight: false }, client: { flagged: true } });
    expect(said(advice, 'coupon')).toContain('new work');
  });
});
