import { describe, expect, it } from 'vitest';
import { beginnings } from '../../../renderer/printed/beginnings.ts';

describe('where documents begin that are printed together', () => {
  it('counts the contents’ own sheets, however many', () => {
    expect(beginnings([1, 2, 1, 3])).toEqual({ places: [0, 1, 3, 4], begins: [2, 4, 5], of: 7 });
    expect(beginnings([3, 1])).toEqual({ places: [0, 3], begins: [4], of: 4 });
  });
  it('one document by itself begins nothing else', () => {
    expect(beginnings([2])).toEqual({ places: [0], begins: [], of: 2 });
    expect(beginnings([])).toEqual({ places: [], begins: [], of: 0 });
  });
});
