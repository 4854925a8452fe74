import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisLayout } from '../../../renderer/charts/axis-layout.ts';
import { dotLines, gridLines, hatchCircle, hatchLines } from '../../../renderer/charts/hatch-lines.ts';
import { complaint, decision, invoice, rows } from './axis-maker.ts';

/** Ends of the lines of a path made of M and L. */
const points = (path: string) =>
  [...path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
const side = fc.double({ min: 0.1, max: 300, noNaN: true });

describe('hatching by lines', () => {
  it('stays inside its rectangle and runs at 45°', () => {
    fc.assert(
      fc.property(side, side, (width, height) => {
        const ends = points(hatchLines(3, -height, width, height, 4.5));
        for (const { x, y } of ends) {
          expect(x).toBeGreaterThanOrEqual(3 - 0.02);
          expect(x).toBeLessThanOrEqual(3 + width + 0.02);
          expect(y).toBeGreaterThanOrEqual(-height - 0.02);
          expect(y).toBeLessThanOrEqual(0.02);
        }
        for (let index = 0; index + 1 < ends.length; index += 2) {
          const [from, to] = [ends[index], ends[index + 1]];
          if (from && to) expect(Math.abs(from.x - to.x - (to.y - from.y))).toBeLessThan(0.05);
        }
      }),
    );
  });

  it('stays inside its circle, and draws no dot or line of something too small', () => {
    for (const { x, y } of points(hatchCircle(3.2, 2))) expect(Math.hypot(x, y)).toBeLessThan(3.25);
    expect(dotLines(0, 0, 1, 1, 4, 0.8)).toBe('');
    expect(gridLines(0, 0, 1, 1, 4)).toBe('');
    expect(dotLines(0, 0, 8, 4, 4, 0.8).match(/M/g)).toHaveLength(2);
  });
});

describe('the axis on paper', () => {
  const given = rows({
    invoices: [invoice(1, '2026-09-22', 56, { state: 'open' }), invoice(2, '2026-06-22', 18)],
    complaints: [complaint(1, '2026-05-19', '2026-05-25', { title: 'mowing at night' })],
    decisions: [
      decision(1, '2026-05-25', { complaintId: 1, kind: 'coupon', amount: '£50' }),
      decision(2, '2026-02-20', { kind: 'hold firm', amount: '' }),
    ],
  });
  const screen = axisLayout(given, { width: 900, plotHeight: 84 });
  const paper = axisLayout(given, { width: 900, plotHeight: 84, paper: true });
  const labels = (layout: typeof paper) => [
    ...layout.bars.map(({ label }) => label && `${label.figure}${label.rest}`),
    ...layout.lanes.complaints.map(({ label }) => label?.text),
    ...layout.lanes.decisions.map(({ label }) => label?.text),
  ];

  it('says “+” for what still grows, the amount alone, and leaves complaints to their numbers', () => {
    expect(labels(screen)).toEqual(['18', '56 so far', 'mowing at night', 'hold firm', 'coupon £50']);
    expect(labels(paper)).toEqual(['18', '56+', undefined, undefined, '£50']);
    expect(paper.height).toBeLessThan(screen.height);
  });
});
