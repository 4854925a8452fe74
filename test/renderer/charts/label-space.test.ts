import { describe, expect, it } from 'vitest';
import { createSpace, shorten, textWidth } from '../../../renderer/charts/label-space.ts';

const box = (left: number, right: number) => ({ left, right, top: 0, bottom: 10 });

describe('room for labels', () => {
  it('is taken by what lies there; touching is not overlapping', () => {
    const space = createSpace();
    const own = box(10, 20);
    space.take(own);
    expect(space.free(box(15, 30))).toBe(false);
    expect(space.free(box(20, 30))).toBe(true);
    expect(space.free({ ...box(10, 20), top: 10, bottom: 20 })).toBe(true);
    expect(space.free(box(5, 30), own)).toBe(true);
    space.leave(own);
    expect(space.free(box(15, 30))).toBe(true);
  });

  it('a text is as wide as its letters', () => {
    expect(textWidth('ill', 11)).toBeLessThan(textWidth('mmm', 11) / 2);
    expect(textWidth('104 so far', 22)).toBeCloseTo(textWidth('104 so far', 11) * 2, 8);
  });

  it('shortens at a word where one ends near enough', () => {
    expect(shorten('stray leaves', 20)).toBe('stray leaves');
    expect(shorten('hedge cut much too hard', 18)).toBe('hedge cut much…');
    expect(shorten('Donaudampfschifffahrt', 10)).toBe('Donaudamp…');
    expect(shorten('two\n lines', 20)).toBe('two lines');
  });
});
