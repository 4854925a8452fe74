import type { AxisInvoice } from '../../shared/views/axis-rows.ts';
import type { TimeScale } from './axis-time.ts';
import { type Box, type Space, textWidth } from './label-space.ts';

/** Bars are linear up to two months; past that they are broken by slashes and end at the top. */
export const TALLEST = 62;
/** Early payment is drawn down to a month. */
export const DEEPEST = 31;
/** The rungs as gridlines, in days. */
export const GRID = [
  { days: 0, label: 'on time' },
  { days: 7, label: '1 week' },
  { days: 14, label: '2 weeks' },
  { days: 31, label: 'a month' },
  { days: 60, label: '2 months' },
] as const;

export interface Bar {
  readonly id: number;
  /** Percent of the width, and pixels beside it where several are due close together. */
  readonly x: number;
  readonly shift: number;
  readonly width: number;
  /** Pixels from the zero line: up is positive. */
  readonly height: number;
  readonly state: 'settled' | 'open' | 'writtenOff';
  readonly rung: number;
  readonly excused: boolean;
  readonly broken: boolean;
  readonly label: BarLabel | null;
}

export interface BarLabel {
  readonly figure: string;
  readonly rest: string;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Pixels from the bar's own x. */
  readonly dx: number;
}

export interface Pending {
  readonly id: number;
  readonly x: number;
}

/** Pixels a day takes and where the zero line lies. */
export interface LateScale {
  readonly perDay: number;
  readonly top: number;
  readonly zero: number;
  readonly bottom: number;
}

export function lateScale(invoices: readonly AxisInvoice[], top: number, plotHeight: number): LateScale {
  const perDay = plotHeight / (TALLEST + 4);
  const earliest = invoices.reduce((early, one) => Math.min(early, one.days ?? 0), 0);
  const zero = top + plotHeight;
  return { perDay, top, zero, bottom: zero + Math.max(6, Math.min(DEEPEST, -earliest) * perDay) };
}

type Due = AxisInvoice & { readonly days: number; readonly state: 'settled' | 'open' | 'writtenOff' };
const saysSomething = (one: AxisInvoice): one is Due =>
  one.days !== null && one.state !== 'notYetDue' && one.state !== 'nothingOwed';

/** Bars in due order. A bar is as wide as the gaps between due days allow, 11 px at most and 2 at least. */
export function layBars(
  invoices: readonly AxisInvoice[],
  scale: TimeScale,
  late: LateScale,
  width: number,
  space: Space,
): readonly Bar[] {
  const rows = invoices
    .filter(saysSomething)
    .filter((one) => one.due >= scale.from && one.due < scale.to)
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.id - b.id));
  const perDay = width / scale.days;
  const sameDay = new Map<string, number>();
  for (const row of rows) sameDay.set(row.due, (sameDay.get(row.due) ?? 0) + 1);
  const barWidth = widthFor(
    rows.map((row) => scale.percent(row.due) * 0.01 * width),
    sameDay,
    perDay,
  );

  const seen = new Map<string, number>();
  const bars = rows.map((row): Bar => {
    const place = seen.get(row.due) ?? 0;
    seen.set(row.due, place + 1);
    const crowd = sameDay.get(row.due) ?? 1;
    const height =
      row.days > TALLEST ? (TALLEST + 4) * late.perDay : Math.max(row.days, -DEEPEST) * late.perDay;
    return {
      id: row.id,
      x: scale.percent(row.due),
      shift: (place - (crowd - 1) / 2) * (barWidth + 1),
      width: barWidth,
      height,
      state: row.state,
      rung: row.rung ?? 0,
      excused: row.excused,
      broken: row.days > TALLEST || row.days < -DEEPEST,
      label: null,
    };
  });
  for (const bar of bars) space.take(barBox(bar, late, width));
  return bars;
}

function widthFor(xs: readonly number[], sameDay: ReadonlyMap<string, number>, perDay: number): number {
  const gaps = xs
    .slice(1)
    .map((x, index) => x - (xs[index] ?? x))
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b);
  // The typical narrow gap, not the narrowest: two bills in one week must not thin out three years.
  const gap = gaps[Math.floor(gaps.length / 5)] ?? 15;
  const crowd = Math.max(1, ...sameDay.values());
  return Math.max(2, Math.min(11, gap * 0.72, (perDay * 20) / crowd));
}

export function barBox(bar: Bar, late: LateScale, width: number): Box {
  const x = bar.x * 0.01 * width + bar.shift;
  const tall = Math.max(Math.abs(bar.height), 1.5);
  return {
    left: x - bar.width / 2,
    right: x + bar.width / 2,
    top: bar.height > 0 ? late.zero - tall : late.zero,
    bottom: bar.height > 0 ? late.zero : late.zero + tall,
  };
}

/** Not yet due: right of today, or waiting at the edge. */
export function layPending(invoices: readonly AxisInvoice[], scale: TimeScale): readonly Pending[] {
  return invoices
    .filter((one) => one.state === 'notYetDue')
    .map((one) => ({ id: one.id, x: Math.min(scale.percent(one.due), 99.6) }))
    .sort((a, b) => a.x - b.x);
}

/** From this many days on a paid bar deserves its number. */
const WORTH_SAYING = 15;

/**
 * Numbers over the bars, the most telling first: what is still unpaid, then the latest; what finds no room falls away.
 * Every number is placed before any gets its “so far”, or one long label would push out its neighbours' numbers.
 */
export function labelBars(
  bars: readonly Bar[],
  invoices: readonly AxisInvoice[],
  late: LateScale,
  width: number,
  space: Space,
  soFar = ' so far',
): readonly Bar[] {
  const days = new Map(invoices.map((one) => [one.id, one.days ?? 0]));
  const daysOf = (bar: Bar) => days.get(bar.id) ?? 0;
  const weight = (bar: Bar) => (bar.state === 'settled' ? 0 : 10_000) + daysOf(bar);
  const wanted = bars
    .filter((bar) => bar.state !== 'settled' || daysOf(bar) >= WORTH_SAYING)
    .sort((a, b) => weight(b) - weight(a));
  const labels = new Map<number, PlacedLabel>();
  for (const bar of wanted) {
    const placed = placeLabel(bar, daysOf(bar), '', late, width, space);
    if (placed) labels.set(bar.id, placed);
  }
  for (const bar of wanted) {
    const own = labels.get(bar.id);
    const rest = bar.state === 'open' ? soFar : bar.state === 'writtenOff' ? ' never came' : '';
    const longer =
      own && rest !== '' ? placeLabel(bar, daysOf(bar), rest, late, width, space, own.box) : null;
    if (longer) labels.set(bar.id, longer);
  }
  return bars.map((bar) => ({ ...bar, label: labels.get(bar.id)?.label ?? null }));
}

interface PlacedLabel {
  readonly label: BarLabel;
  readonly box: Box;
}

/** The first free place for a label; `own`: the box of its shorter form, given up for it. */
function placeLabel(
  bar: Bar,
  days: number,
  rest: string,
  late: LateScale,
  width: number,
  space: Space,
  own?: Box,
): PlacedLabel | null {
  const x = bar.x * 0.01 * width + bar.shift;
  const top = late.zero - Math.max(bar.height, 2) - 15;
  const half = bar.width / 2 + 0.7;
  const wide = textWidth(`${days}${rest}`, 11) + 2;
  const start = { anchor: 'start', dx: -half } as const;
  const middle = { anchor: 'middle', dx: 0 } as const;
  const end = { anchor: 'end', dx: half } as const;
  for (const { anchor, dx } of rest === '' ? [middle, start, end] : [start, end, middle]) {
    const left = x + dx - (anchor === 'start' ? 0 : anchor === 'end' ? wide : wide / 2);
    const box: Box = { left, right: left + wide, top, bottom: top + 13 };
    if (box.left < -20 || box.right > width + 16 || !space.free(box, own)) continue;
    if (own) space.leave(own);
    space.take(box);
    return { label: { figure: String(days), rest, anchor, dx }, box };
  }
  return null;
}
