import { describe, expect, it, test } from 'vitest';
import type { PastDecision } from '../../../shared/decisions/case.ts';
import type { DecisionKind } from '../../../shared/decisions/decision.ts';
import { departure, likeCases, likeTreatment } from '../../../shared/decisions/like.ts';
import { madeCase, madePast, onlyWords, pastOf } from './made-case.ts';

const ids = (past: readonly PastDecision[]): number[] => likeCases(madeCase({ past })).map(({ id }) => id);

describe('what makes a case like another', () => {
  test.each([
    ['the same cause', {}, true],
    ['another cause of the same group', { causeId: 2 }, true],
    ['a cause of another group', { causeId: 5, group: 'outside' }, false],
    ['no cause noted', { causeId: null, group: null }, false],
    ['severity one above', { severity: 3 }, true],
    ['severity one below', { severity: 1 }, true],
    ['severity two above', { severity: 4 }, false],
    ['severity not noted', { severity: null }, false],
    ['shared instead of ours', { fault: 'shared' }, false],
    ['fault not noted', { fault: null }, false],
    ['the first day of 24 months', { on: '2024-11-18' }, true],
    ['the day before', { on: '2024-11-17' }, false],
    ['today', { on: '2026-11-17' }, true],
    ['tomorrow', { on: '2026-11-18' }, false],
    ['a decision on this very complaint', { complaintId: 41 }, false],
  ] as const)('%s', (_, changes, like) => {
    expect(ids([madePast({ id: 1, ...changes })])).toEqual(like ? [1] : []);
  });

  it('nothing is like a case nobody has judged', () => {
    expect(likeCases(madeCase({ complaint: onlyWords, past: pastOf('coupon', 3, 1) }))).toEqual([]);
  });

  it('nearest first: the cause, then the severity, then the newest', () => {
    expect(
      ids([
        madePast({ id: 1, causeId: 2, severity: 2, on: '2026-11-01' }),
        madePast({ id: 2, causeId: 1, severity: 3, on: '2026-10-01' }),
        madePast({ id: 3, causeId: 1, severity: 2, on: '2025-01-01' }),
        madePast({ id: 4, causeId: 1, severity: 2, on: '2026-01-01' }),
        madePast({ id: 5, causeId: 1, severity: 2, on: '2026-01-01' }),
      ]),
    ).toEqual([5, 4, 3, 2, 1]);
  });
});

describe('how they were treated', () => {
  it('counts kinds, apologies aside, the most frequent first', () => {
    const past = [...pastOf('coupon', 1, 10), ...pastOf('put right', 3, 20), ...pastOf('apologise', 4, 30)];
    const like = likeTreatment(madeCase({ past }));
    expect(like.kinds).toEqual([
      { kind: 'put right', count: 3 },
      { kind: 'coupon', count: 1 },
    ]);
    expect(like.decisions).toHaveLength(8);
  });

  it('says what makes them like', () => {
    expect(likeTreatment(madeCase()).words).toBe('inside cause, our fault, severity 1 to 3, last 24 months');
    expect(likeTreatment(madeCase({ complaint: { severity: 4, fault: 'nobody' } })).words).toBe(
      'inside cause, nobody’s fault, severity 3 to 4, last 24 months',
    );
    expect(likeTreatment(madeCase({ complaint: onlyWords })).words).toContain('not known');
  });
});

describe('a departure from what like cases got', () => {
  const on = (kind: DecisionKind, past: readonly PastDecision[], decided: readonly DecisionKind[] = []) =>
    departure(
      madeCase({
        past,
        complaint: {
          decided: decided.map((one) => ({ kind: one, on: '2026-11-15', amount: 0, withApology: false })),
        },
      }),
      kind,
    );

  it('is said with the count', () => {
    expect(on('part refund', pastOf('put right', 3, 1))).toBe(
      '3 of 3 like cases were put right; this would be a part refund.',
    );
  });

  it('is none where there is no past, or a single like case', () => {
    expect(on('full refund', [])).toBeNull();
    expect(on('full refund', pastOf('put right', 1, 1))).toBeNull();
  });

  it('is none where the kind is the same', () => {
    expect(on('put right', pastOf('put right', 3, 1))).toBeNull();
  });

  it('is none where like cases don’t agree', () => {
    const past = [...pastOf('put right', 2, 1), ...pastOf('coupon', 2, 10)];
    expect(on('full refund', past)).toBeNull();
  });

  it('an apology is never one, and apologies of the past are put aside', () => {
    expect(on('apologise', pastOf('part refund', 4, 1))).toBeNull();
    expect(on('coupon', pastOf('apologise', 4, 1))).toBeNull();
    expect(on('coupon', [...pastOf('apologise', 4, 1), ...pastOf('put right', 2, 10)])).not.toBeNull();
  });

  it('a coupon on top of putting right is none, either way round', () => {
    expect(on('coupon', pastOf('put right', 3, 1), ['put right'])).toBeNull();
    const both = [1, 2].flatMap((id) => [
      madePast({ id, complaintId: id, kind: 'put right' }),
      madePast({ id: id + 10, complaintId: id, kind: 'coupon' }),
    ]);
    expect(on('put right', both)).toBeNull();
  });

  it('two decisions on one complaint are one case', () => {
    const one = [
      madePast({ id: 1, complaintId: 1, kind: 'put right' }),
      madePast({ id: 2, complaintId: 1, kind: 'part refund' }),
    ];
    expect(on('hold firm', one)).toBeNull();
  });

  it('what comes after the like treatment is none: it was treated alike first', () => {
    expect(on('full refund', pastOf('put right', 4, 1), ['put right'])).toBeNull();
  });

  it('holding firm or parting where others got something is one', () => {
    expect(on('hold firm', pastOf('coupon', 2, 1))).not.toBeNull();
    expect(on('part ways', pastOf('coupon', 2, 1))).not.toBeNull();
  });
});
