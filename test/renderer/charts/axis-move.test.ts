import { describe, expect, it } from 'vitest';
import type { AxisStop } from '../../../renderer/charts/axis-layout.ts';
import { moveFrom } from '../../../renderer/charts/axis-move.ts';

const stop = (lane: AxisStop['lane'], x: number): AxisStop => ({ keys: [`${lane}-${x}`], lane, x, y: 0 });
const stops = [
  stop('payments', 5),
  stop('complaints', 10),
  stop('payments', 12),
  stop('decisions', 14),
  stop('complaints', 60),
];

describe('arrow keys on the axis', () => {
  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowRight', 4, null],
    ['ArrowLeft', 2, 1],
    ['ArrowLeft', 0, null],
    ['Home', 3, 0],
    ['End', 1, 4],
    ['a', 1, null],
  ])('%s from %i leads to %s', (key, from, to) => expect(moveFrom(stops, from, key)).toBe(to));

  it('up and down go to the nearest mark of the next lane that has any', () => {
    expect(moveFrom(stops, 2, 'ArrowDown')).toBe(1);
    expect(moveFrom(stops, 1, 'ArrowDown')).toBe(3);
    expect(moveFrom(stops, 3, 'ArrowUp')).toBe(1);
    expect(moveFrom(stops, 3, 'ArrowDown')).toBeNull();
    const without = stops.filter((one) => one.lane !== 'complaints');
    expect(moveFrom(without, 0, 'ArrowDown')).toBe(2);
  });
});
