import { addDays, addMonths, type Day, dayNumber, dayParts, makeDay, showMonth } from '../../shared/dates.ts';
import type { AxisRows } from '../../shared/views/axis-rows.ts';

/** Days on a line from 0 to 100 percent of the drawing's width. */
export interface TimeScale {
  readonly from: Day;
  /** The first day that is no longer on the axis. */
  readonly to: Day;
  readonly days: number;
  /** Percent of the width; beyond 0 or 100 for a day outside. */
  readonly percent: (day: Day) => number;
}

/** Invoices due further ahead than this wait at the right edge, or next year's bill would squeeze the past. */
const AHEAD = 62;

const monthStart = (day: Day): Day => {
  const { year, month } = dayParts(day);
  return makeDay(year, month, 1) ?? day;
};

/** Beyond this many months of silence “all” ends with the last thing that happened. */
const SILENCE = 24;

/**
 * The day the axis runs up to: today, unless nothing happened in all the months asked for. A client who left years
 * ago is shown as they were, not as an empty sheet.
 */
export function axisEnd(rows: AxisRows): Day {
  const from = addMonths(monthStart(rows.asOf), 1 - (rows.range === 'all' ? SILENCE : rows.range));
  const days = [
    ...rows.invoices.filter((one) => one.state !== 'nothingOwed').map((one) => one.due),
    ...rows.complaints.map((one) => one.settledOn ?? rows.asOf),
    ...rows.decisions.map((one) => one.decidedOn),
  ];
  const last = days.sort().at(-1) ?? rows.asOf;
  return last < from ? last : rows.asOf;
}

/** Whole months: as many as the range asks for up to the month of the end, and on to the last invoice not yet due. */
export function timeScale(rows: AxisRows): TimeScale {
  const end = axisEnd(rows);
  const limit = addDays(rows.asOf, AHEAD);
  const pending = rows.invoices
    .filter((one) => one.state === 'notYetDue' && one.due <= limit)
    .map((one) => one.due);
  const to = addMonths(monthStart([end, ...pending].sort().at(-1) ?? end), 1);
  const lastMonth = monthStart(end);
  const from = rows.range === 'all' ? allFrom(rows, lastMonth) : addMonths(lastMonth, 1 - rows.range);
  const [start, days] = [dayNumber(from), dayNumber(to) - dayNumber(from)];
  return { from, to, days, percent: (day) => ((dayNumber(day) - start) / days) * 100 };
}

/** The earliest month anything happened in, but never less than a year. */
function allFrom(rows: AxisRows, lastMonth: Day): Day {
  const days = [
    addMonths(lastMonth, -11),
    ...rows.invoices.map((one) => one.due),
    ...rows.complaints.map((one) => one.receivedOn),
    ...rows.decisions.map((one) => one.decidedOn),
  ];
  return monthStart(days.sort()[0] ?? lastMonth);
}

export interface MonthMark {
  readonly x: number;
  readonly label: string;
  readonly strong: boolean;
  /** In the middle of its month where every month is named, else at its tick. */
  readonly centred: boolean;
}

export interface MonthTicks {
  readonly ticks: readonly number[];
  readonly labels: readonly MonthMark[];
  readonly yearLines: readonly number[];
}

const STEPS = [1, 2, 3, 6, 12, 24, 60, 120] as const;

/** How many months between two names, so that they never run into each other. */
function stepFor(pixelsPerMonth: number): number {
  return STEPS.find((step) => pixelsPerMonth * step >= (step === 1 ? 34 : 52)) ?? 120;
}

/** Month ticks and names: the first name and every January say their year, as in “Jan ’25”. */
export function monthTicks(scale: TimeScale, width: number): MonthTicks {
  const first = dayParts(scale.from);
  const last = dayParts(scale.to);
  const count = last.year * 12 + last.month - (first.year * 12 + first.month);
  const step = stepFor(width / count);
  const ticks: number[] = [];
  const labels: MonthMark[] = [];
  const yearLines: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const day = addMonths(scale.from, index);
    const { year, month } = dayParts(day);
    const x = scale.percent(day);
    if (month === 1 && index > 0) yearLines.push(x);
    if ((month - 1 + (step > 12 ? (year % (step / 12)) * 12 : 0)) % step !== 0) continue;
    ticks.push(x);
    const named = month === 1 || labels.length === 0;
    const short = String(year % 100).padStart(2, '0');
    const label = step >= 12 ? String(year) : named ? `${showMonth(month)} ’${short}` : showMonth(month);
    const centred = step === 1;
    labels.push({
      x: centred ? (x + scale.percent(addMonths(day, 1))) / 2 : x,
      label,
      strong: month === 1,
      centred,
    });
  }
  const [one, two] = labels;
  // Both say their year: where they would touch, January says it for both.
  if (one && two?.strong && (two.x - one.x) * 0.01 * width < 46) labels.shift();
  return { ticks, labels, yearLines };
}
