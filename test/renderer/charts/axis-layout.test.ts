import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisLayout } from '../../../renderer/charts/axis-layout.ts';
import { timeScale } from '../../../renderer/charts/axis-time.ts';
import { textWidth } from '../../../renderer/charts/label-space.ts';
import { addDays } from '../../../shared/dates.ts';
import type { AxisRows } from '../../../shared/views/axis-rows.ts';
import { AS_OF, complaint, decision, invoice, rows } from './axis-maker.ts';

const SIZE = { width: 1148, plotHeight: 108 };
const lay = (fields: Partial<AxisRows>, size = SIZE) => axisLayout(rows(fields), size);

describe('the months on the axis', () => {
  it('are 24 or 12 whole ones up to this month', () => {
    expect(timeScale(rows({}))).toMatchObject({ from: '2024-12-01', to: '2026-12-01', days: 730 });
    expect(timeScale(rows({ range: 12 }))).toMatchObject({ from: '2025-12-01', to: '2026-12-01' });
  });

  it('reach on to the last invoice not yet due, but not past two months', () => {
    expect(timeScale(rows({ invoices: [invoice(1, '2026-12-20', null)] })).to).toBe('2027-01-01');
    expect(timeScale(rows({ invoices: [invoice(1, '2027-09-20', null)] })).to).toBe('2026-12-01');
  });

  it('“all” begins with the first thing that happened, a year back at least', () => {
    expect(timeScale(rows({ range: 'all', complaints: [complaint(1, '2021-05-17', null)] })).from).toBe(
      '2021-05-01',
    );
    expect(timeScale(rows({ range: 'all', invoices: [invoice(1, '2026-11-01', 2)] })).from).toBe(
      '2025-12-01',
    );
  });

  it('end with the last thing that happened where all the months asked for would be empty', () => {
    const old = { invoices: [invoice(1, '2013-11-20', 4), invoice(2, '2012-02-01', 4)] };
    expect(timeScale(rows(old))).toMatchObject({ from: '2011-12-01', to: '2013-12-01' });
    expect(timeScale(rows({ ...old, range: 'all' }))).toMatchObject({ from: '2012-02-01', to: '2013-12-01' });
    expect(lay(old).today).toBeGreaterThan(100);
    const stillOpen = { ...old, complaints: [complaint(1, '2013-01-01', null)] };
    expect(timeScale(rows(stillOpen)).to).toBe('2026-12-01');
  });

  it('say their year at the first name and every January, and thin out where they are narrow', () => {
    const wide = lay({}).months.labels;
    expect(wide).toHaveLength(24);
    expect(wide.slice(0, 3).map((mark) => [mark.label, mark.strong])).toEqual([
      ['Dec ’24', false],
      ['Jan ’25', true],
      ['Feb', false],
    ]);
    expect(
      lay({}, { width: 600, plotHeight: 108 })
        .months.labels.map((mark) => mark.label)
        .slice(0, 3),
    ).toEqual(['Jan ’25', 'Apr', 'Jul']);
    expect(lay({}, { width: 900, plotHeight: 108 }).months.labels[0]?.label).toBe('Jan ’25');
    const decades = lay({
      range: 'all',
      invoices: [invoice(1, '1998-03-01', 0), invoice(2, '2026-03-01', 0)],
    }).months.labels;
    expect(decades.map((mark) => mark.label)).toContain('2000');
    expect(decades.length).toBeLessThan(30);
  });

  it('place a day by its share of the days', () => {
    const [bar] = lay({ invoices: [invoice(1, '2025-12-01', 3)] }).bars;
    expect(bar?.x).toBeCloseTo(50, 5);
  });
});

describe('late bars', () => {
  const late = (days: number) => lay({ invoices: [invoice(1, '2026-03-01', days)] });

  it('are linear and signed, with the rungs as gridlines on the same scale', () => {
    const layout = late(31);
    const line = layout.grid.find(({ label }) => label === 'a month');
    expect(layout.late.zero - (layout.bars[0]?.height ?? 0)).toBeCloseTo(line?.y ?? 0, 8);
    expect(late(14).bars[0]?.height).toBeCloseTo((layout.bars[0]?.height ?? 0) * (14 / 31), 8);
    expect(late(-14).bars[0]?.height).toBeCloseTo(-(late(14).bars[0]?.height ?? 0), 8);
    expect(late(0).bars[0]?.height).toBe(0);
  });

  it('are broken past two months, and all of those end at the top', () => {
    expect(late(62).bars[0]?.broken).toBe(false);
    const [sixty, year] = [late(63).bars[0], late(365).bars[0]];
    expect(sixty?.broken && year?.broken).toBe(true);
    expect(sixty?.height).toBe(SIZE.plotHeight);
    expect(year?.height).toBe(SIZE.plotHeight);
    expect(late(-40).bars[0]).toMatchObject({ broken: true });
  });

  it('leave out what says nothing and what is outside the months', () => {
    const layout = lay({
      invoices: [
        invoice(1, '2026-03-01', null, { state: 'nothingOwed' }),
        invoice(2, '2024-03-01', 5),
        invoice(3, '2026-11-22', null),
      ],
    });
    expect(layout.bars).toEqual([]);
    expect(layout.pending.map((one) => one.id)).toEqual([3]);
    expect(layout.pending[0]?.x).toBeGreaterThan(layout.today);
  });

  it('an invoice due next year waits at the right edge', () => {
    expect(lay({ invoices: [invoice(1, '2027-06-01', null)] }).pending[0]?.x).toBeLessThan(100);
  });

  it('due on one day stand side by side', () => {
    const bars = lay({ invoices: [1, 2, 3].map((id) => invoice(id, '2026-03-01', id)) }).bars;
    const edges = bars.map((bar) => [bar.shift - bar.width / 2, bar.shift + bar.width / 2]);
    expect((edges[1]?.[0] ?? 0) - (edges[0]?.[1] ?? 0)).toBeGreaterThan(0);
    expect((edges[2]?.[0] ?? 0) - (edges[1]?.[1] ?? 0)).toBeGreaterThan(0);
  });

  it('get thinner the more there are, but never vanish', () => {
    const count = (many: number) =>
      lay({
        invoices: Array.from({ length: many }, (_, i) =>
          invoice(i, addDays(AS_OF, -Math.floor((i * 700) / many)), 5),
        ),
      });
    expect(count(12).bars[0]?.width).toBe(11);
    const wide = count(300).bars[0]?.width ?? 0;
    expect(wide).toBeGreaterThanOrEqual(2);
    expect(wide).toBeLessThan(4);
    expect(count(300).bars).toHaveLength(300);
  });
});

describe('numbers over the bars', () => {
  it('say “so far” for the unpaid and nothing for a small lateness', () => {
    const layout = lay({
      invoices: [
        invoice(1, '2026-01-10', 12),
        invoice(2, '2026-04-10', 18),
        invoice(3, '2026-09-22', 56, { state: 'open' }),
      ],
    });
    expect(layout.bars.map((bar) => bar.label && bar.label.figure + bar.label.rest)).toEqual([
      null,
      '18',
      '56 so far',
    ]);
  });

  it('keep every number before one gets its words', () => {
    const invoices = [1, 2, 3].map((id) =>
      invoice(id, addDays('2026-06-01', id * 25), 150 - id * 25, { state: 'open' }),
    );
    const labels = lay({ invoices }).bars.map((bar) => bar.label?.figure);
    expect(labels).toEqual(['125', '100', '75']);
  });

  it('where all can’t be said, the unpaid and the latest are', () => {
    const invoices = Array.from({ length: 40 }, (_, i) =>
      invoice(i, addDays('2026-06-01', i * 2), 20 + (i % 3)),
    );
    invoices.push(invoice(99, '2026-06-30', 40, { state: 'open' }));
    const said = lay({ invoices }).bars.filter((bar) => bar.label);
    expect(said.some((bar) => bar.id === 99)).toBe(true);
    expect(said.length).toBeLessThan(40);
  });

  it('never overlap', () => {
    const any = fc.record({
      due: fc.integer({ min: 0, max: 720 }).map((ago) => addDays(AS_OF, -ago)),
      days: fc.integer({ min: -40, max: 200 }),
      open: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 60 }), fc.integer({ min: 500, max: 1900 }), (seeds, width) => {
        const invoices = seeds.map(({ due, days, open }, id) =>
          invoice(id, due, open ? Math.max(1, days) : days, open ? { state: 'open' } : {}),
        );
        const layout = lay({ invoices }, { width, plotHeight: 120 });
        const boxes = layout.bars.flatMap(({ x, shift, height, label }) => {
          if (!label) return [];
          const wide = textWidth(label.figure + label.rest, 11);
          const at = x * 0.01 * width + shift + label.dx;
          const left = label.anchor === 'start' ? at : label.anchor === 'end' ? at - wide : at - wide / 2;
          return [{ left, right: left + wide, y: layout.late.zero - Math.max(height, 2) }];
        });
        boxes.forEach((a, i) => {
          boxes.slice(i + 1).forEach((b) => {
            const apart = a.right <= b.left || b.right <= a.left || Math.abs(a.y - b.y) >= 12;
            expect(apart).toBe(true);
          });
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('typical lines', () => {
  const typical = (days: number, from: string, to: string, text = `typical ${days} days`) => ({
    days,
    text,
    from,
    to,
  });

  it('lie at their value over their invoices, with the label clear of the bars', () => {
    const invoices = Array.from({ length: 12 }, (_, i) => invoice(i, addDays('2026-01-10', i * 25), i * 3));
    const layout = lay({ invoices, typicals: [typical(18, '2026-01-10', '2026-10-12')] });
    const [line] = layout.typicals;
    expect(line?.y).toBeCloseTo(layout.late.zero - 18 * layout.late.perDay, 8);
    expect(line?.label?.x).toBeCloseTo(line?.x1 ?? -1, 1);
  });

  it('the label of an early payer hangs below its line', () => {
    const layout = lay({
      invoices: [invoice(1, '2026-05-01', -10)],
      typicals: [typical(-10, '2026-05-01', '2026-05-01')],
    });
    expect(layout.typicals[0]?.label?.y).toBeGreaterThan(layout.typicals[0]?.y ?? 0);
  });

  it('two in one place: today’s is always there', () => {
    const layout = lay({
      typicals: [
        typical(10, '2026-05-01', '2026-05-20', 'typical 10 days'),
        typical(10, '2026-05-01', '2026-05-20', 'typical 10 days now'),
      ],
    });
    expect(layout.typicals.map((line) => line.text)).toContain('typical 10 days now');
  });
});

describe('complaints and decisions', () => {
  it('run to the settling day, or to today while open', () => {
    const { lanes, today } = lay({
      complaints: [complaint(1, '2026-07-14', '2026-08-10'), complaint(2, '2026-11-09', null)],
    });
    expect(lanes.complaints[0]).toMatchObject({ open: false });
    expect(lanes.complaints[0]?.until).toBeGreaterThan(lanes.complaints[0]?.x ?? 100);
    expect(lanes.complaints[1]).toMatchObject({ open: true, until: today });
  });

  it('a violet band stands behind an inside cause only', () => {
    const { lanes } = lay({
      complaints: [
        complaint(1, '2026-07-14', '2026-08-10', { inside: true }),
        complaint(2, '2026-07-14', '2026-08-10'),
      ],
    });
    expect(lanes.bands.map((band) => band.complaintId)).toEqual([1]);
    expect(lanes.bands[0]?.width).toBeCloseTo((27 / 730) * 100, 5);
  });

  it('one that began before the axis waits at its left edge', () => {
    const { lanes } = lay({
      complaints: [
        complaint(1, '2023-01-05', null, { inside: true }),
        complaint(2, '2023-01-05', '2023-02-01'),
      ],
    });
    expect(lanes.complaints.map((mark) => [mark.ids, mark.x, mark.before])).toEqual([[[1], 0, true]]);
    expect(lanes.bands[0]?.x).toBe(0);
  });

  it('in one place stack three deep, then count', () => {
    const same = Array.from({ length: 6 }, (_, i) => complaint(i + 1, '2026-03-10', '2026-03-12'));
    const { lanes } = lay({ complaints: same });
    expect(lanes.complaints.map((mark) => mark.ids)).toEqual([[1], [2], [3, 4, 5, 6]]);
    const ys = lanes.complaints.map((mark) => mark.y);
    expect(new Set(ys).size).toBe(3);
    expect(lanes.decisionY).toBeGreaterThan(Math.max(...ys) + 16);
  });

  it('months apart share one line', () => {
    const { lanes } = lay({
      complaints: [complaint(1, '2026-03-10', null), complaint(2, '2026-06-10', null)],
    });
    expect(lanes.complaints[0]?.y).toBe(lanes.complaints[1]?.y);
  });

  it('are named where there is room: the open one first, then the gravest', () => {
    const title = (id: number, on: string, fields = {}) =>
      complaint(id, on, '2026-03-30', { title: `a rather long title ${id}`, ...fields });
    const { lanes } = lay({
      complaints: [
        title(1, '2026-03-10'),
        title(2, '2026-03-22', { severity: 4 }),
        title(3, '2026-04-03', { settledOn: null }),
      ],
    });
    const named = lanes.complaints.filter((mark) => mark.label).map((mark) => mark.ids[0]);
    expect(named).toContain(3);
    expect(lanes.complaints.every((mark) => (mark.label?.text.length ?? 0) <= 30)).toBe(true);
  });

  it('a decision is tied to its complaint by a line at its own day', () => {
    const { lanes } = lay({
      complaints: [complaint(5, '2026-03-10', '2026-03-20')],
      decisions: [decision(7, '2026-03-15', { complaintId: 5 }), decision(8, '2026-06-15')],
    });
    expect(lanes.ties).toHaveLength(1);
    expect(lanes.ties[0]).toMatchObject({ complaintId: 5, decisionId: 7, x: lanes.decisions[0]?.x });
  });

  it('a coupon’s life ends used, unused, or not yet', () => {
    const coupon = (id: number, on: string, used: boolean, until: string | null) =>
      decision(id, on, { kind: 'coupon', amount: '£50', coupon: { used, until } });
    const { lanes, today } = lay({
      decisions: [
        coupon(1, '2025-03-01', true, '2025-05-01'),
        coupon(2, '2025-08-01', false, '2025-12-01'),
        coupon(3, '2026-10-01', false, '2027-09-30'),
        coupon(4, '2026-08-01', false, null),
      ],
    });
    expect(lanes.lives.map((life) => life.end)).toEqual(['used', 'unused', 'still good', 'still good']);
    expect(lanes.lives[0]?.label).toBe('used');
    expect(lanes.lives[2]?.x2).toBe(today);
    expect(lanes.lives[3]?.x2).toBe(100);
  });

  it('lives that overlap go on lines of their own', () => {
    const coupon = (id: number, on: string) =>
      decision(id, on, { kind: 'coupon', coupon: { used: false, until: '2026-10-30' } });
    const { lanes } = lay({ decisions: [coupon(1, '2026-03-01'), coupon(2, '2026-05-01')] });
    expect(lanes.lives[0]?.y).not.toBe(lanes.lives[1]?.y);
  });
});

describe('what can be reached', () => {
  it('is every mark once, in the order of time', () => {
    const layout = lay({
      invoices: [invoice(3, '2026-06-01', 4), invoice(1, '2025-03-01', 4), invoice(9, '2026-11-22', null)],
      complaints: [
        complaint(1, '2025-03-01', null),
        ...[2, 3, 4, 5, 6].map((id) => complaint(id, '2026-01-04', null)),
      ],
      decisions: [decision(1, '2025-03-01')],
    });
    expect(layout.stops.flatMap((stop) => stop.keys).sort()).toEqual(
      [
        'invoice-1',
        'invoice-3',
        'invoice-9',
        ...[1, 2, 3, 4, 5, 6].map((id) => `complaint-${id}`),
        'decision-1',
      ].sort(),
    );
    const xs = layout.stops.map((stop) => stop.x);
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
    expect(layout.stops.slice(0, 3).map((stop) => stop.lane)).toEqual([
      'payments',
      'complaints',
      'decisions',
    ]);
  });

  it('of a client with nothing is nothing, and the axis still stands', () => {
    const layout = lay({});
    expect(layout.stops).toEqual([]);
    expect(layout.height).toBeGreaterThan(150);
    expect(layout.today).toBeGreaterThan(95);
  });
});
