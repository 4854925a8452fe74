import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cause } from '../../../shared/complaints/complaint.ts';
import { pareto } from '../../../shared/lessons/pareto.ts';

const cause = (id: number, name: string): Cause => ({ id, name, group: 'inside', own: false });
const names = (rows: readonly { cause: Cause | null }[]) => rows.map((row) => row.cause?.name ?? 'not noted');

describe('the order of causes', () => {
  it('is by frequency, then by name, with those not noted last although they are the most', () => {
    const rows = pareto([
      { cause: null, count: 40 },
      { cause: cause(1, 'staff training'), count: 3 },
      { cause: cause(2, 'Poor communication'), count: 3 },
      { cause: cause(3, 'supplier'), count: 9 },
      { cause: cause(4, 'changed mind'), count: 0 },
    ]);
    expect(names(rows)).toEqual([
      'supplier',
      'Poor communication',
      'staff training',
      'changed mind',
      'not noted',
    ]);
    expect(rows.map((row) => row.cumulative)).toEqual([16.4, 21.8, 27.3, 27.3, 100]);
  });

  it('of nothing is nothing, and of zeros has no share of anything', () => {
    expect(pareto([])).toEqual([]);
    expect(pareto([{ cause: cause(1, 'supplier'), count: 0 }]).map((row) => row.cumulative)).toEqual([0]);
  });

  it('keeps what else a row carries, and the order it was given in does not matter', () => {
    const rows = [
      { cause: cause(1, 'b'), count: 1, more: 'x' },
      { cause: cause(2, 'a'), count: 1, more: 'y' },
    ];
    expect(pareto(rows)).toEqual(pareto([...rows].reverse()));
    expect(pareto(rows)[0]).toMatchObject({ more: 'y', cumulative: 50 });
  });

  it('never falls, and ends at 100 wherever something is counted', () => {
    const some = fc.array(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(some, (counts) => {
        const rows = pareto(counts.map((count, id) => ({ cause: cause(id, `cause ${id}`), count })));
        const shares = rows.map((row) => row.cumulative);
        expect(shares).toEqual([...shares].sort((a, b) => a - b));
        expect(shares.at(-1)).toBe(counts.some((count) => count > 0) ? 100 : 0);
      }),
    );
  });
});
