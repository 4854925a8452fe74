import type { Place } from './sheet-frame.tsx';

/**
 * Where documents stand that are printed together. `sheets`: of the table of contents, then of each document in order.
 * `begins`: the sheet, from 1, on which each document after the contents begins.
 */
export function beginnings(sheets: readonly number[]): {
  readonly places: readonly number[];
  readonly begins: readonly number[];
  readonly of: Place['of'];
} {
  const places: number[] = [];
  let before = 0;
  for (const count of sheets) {
    places.push(before);
    before += count;
  }
  return { places, begins: places.slice(1).map((place) => place + 1), of: before };
}
