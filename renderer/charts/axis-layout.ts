import type { AxisRows } from '../../shared/views/axis-rows.ts';
import {
  type Bar,
  GRID,
  type LateScale,
  labelBars,
  lateScale,
  layBars,
  layPending,
  type Pending,
} from './axis-bars.ts';
import { layLanes } from './axis-lanes.ts';
import { type MonthTicks, monthTicks, timeScale } from './axis-time.ts';
import { layTypicals, type TypicalLine } from './axis-typicals.ts';
import { createSpace } from './label-space.ts';
import type { Lanes } from './lane-marks.ts';

export interface AxisSize {
  /** Pixels the drawing is wide: only labels depend on it, every x is in percent. */
  readonly width: number;
  /** Pixels from the zero line to the top of the tallest bar. */
  readonly plotHeight: number;
  /** On paper: complaints go by their numbers, decisions by their amounts, and a plus says “so far”. */
  readonly paper?: boolean;
}

/** Everything the time axis draws: x in percent of the width, y in pixels. */
export interface AxisLayout {
  readonly height: number;
  readonly late: LateScale;
  readonly grid: readonly { readonly y: number; readonly label: string }[];
  readonly months: MonthTicks;
  readonly baseline: number;
  /** Percent; beyond 100 where the axis ends before today. */
  readonly today: number;
  readonly bars: readonly Bar[];
  readonly pending: readonly Pending[];
  readonly typicals: readonly TypicalLine[];
  readonly lanes: Lanes;
  /** Every mark that can be reached, in the order of time, then from top to bottom. */
  readonly stops: readonly AxisStop[];
}

export interface AxisStop {
  readonly keys: readonly string[];
  readonly lane: 'payments' | 'complaints' | 'decisions';
  readonly x: number;
  /** Where a tooltip points to. */
  readonly y: number;
}

/** Room above the tallest bar for its number. */
const TOP = 18;

/**
 * Lays out a client's invoices, complaints and decisions on one time axis. Pure: the same rows and size give the
 * same drawing; nothing is measured in the browser.
 */
export function axisLayout(rows: AxisRows, size: AxisSize): AxisLayout {
  const { width } = size;
  const scale = timeScale(rows);
  const late = lateScale(rows.invoices, TOP, size.plotHeight);
  const today = scale.percent(rows.asOf);
  const space = createSpace();
  const todayX = today * 0.01 * width;
  space.take({ left: todayX - 82, right: todayX + 6, top: -4, bottom: 14 });
  const bare = layBars(rows.invoices, scale, late, width, space);
  const typicals = layTypicals(rows.typicals, scale, late, width, space);
  const bars = labelBars(bare, rows.invoices, late, width, space, size.paper ? '+' : ' so far');
  const pending = layPending(rows.invoices, scale);
  const lanes = layLanes(rows, scale, late.bottom, width, size.paper ?? false);
  const baseline = lanes.bottom;
  return {
    height: baseline + 20,
    late,
    grid: GRID.map(({ days, label }) => ({ y: late.zero - days * late.perDay, label })),
    months: monthTicks(scale, width),
    baseline,
    today,
    bars,
    pending,
    typicals,
    lanes,
    stops: stopsOf(bars, pending, lanes, late, width),
  };
}

function stopsOf(
  bars: readonly Bar[],
  pending: readonly Pending[],
  lanes: Lanes,
  late: LateScale,
  width: number,
): readonly AxisStop[] {
  const order = { payments: 0, complaints: 1, decisions: 2 };
  const stops: AxisStop[] = [
    ...bars.map((bar) => ({
      keys: [`invoice-${bar.id}`],
      lane: 'payments' as const,
      x: bar.x + (bar.shift / width) * 100,
      y: late.zero - Math.max(bar.height, 0),
    })),
    ...pending.map((one) => ({
      keys: [`invoice-${one.id}`],
      lane: 'payments' as const,
      x: one.x,
      y: late.zero - 4,
    })),
    ...lanes.complaints.map((mark) => ({
      keys: mark.ids.map((id) => `complaint-${id}`),
      lane: 'complaints' as const,
      x: mark.x,
      y: mark.y - 8,
    })),
    ...lanes.decisions.map((mark) => ({
      keys: mark.ids.map((id) => `decision-${id}`),
      lane: 'decisions' as const,
      x: mark.x,
      y: mark.y - 8,
    })),
  ];
  return stops.sort((a, b) => a.x - b.x || order[a.lane] - order[b.lane]);
}
