import type { Day } from '../dates.ts';
import type { DueLateness } from './days-late.ts';
import { asDue, type DueInvoice, dueInvoices } from './due.ts';
import type { LatenessInvoice } from './invoice.ts';

/** A rung of the late ladder, 0 (on time) to 5 (never came). */
export type Rung = 0 | 1 | 2 | 3 | 4 | 5;

/** The names of the rungs, by rung. */
export const RUNG_NAMES = [
  'on time',
  'up to a week',
  'up to two weeks',
  'up to a month',
  'over a month',
  'never came',
] as const;

export const RUNGS: readonly Rung[] = [0, 1, 2, 3, 4, 5];

/** The most days late that still stand on rungs 0 to 3; `NEVER_CAME_AFTER` days unpaid is rung 5. */
export const RUNG_LIMITS = { onTime: 0, week: 7, twoWeeks: 14, month: 31 } as const;
export const NEVER_CAME_AFTER = 90;

/** The rung of a due invoice: settled 32 or more days late is 4, never 5; unpaid from 90 days on, or written off, is 5. */
export function rungOf(late: DueLateness): Rung {
  if (late.kind === 'writtenOff') return 5;
  const days = late.kind === 'settled' ? late.days : late.atLeast;
  if (late.kind === 'open' && days >= NEVER_CAME_AFTER) return 5;
  if (days <= RUNG_LIMITS.onTime) return 0;
  if (days <= RUNG_LIMITS.week) return 1;
  if (days <= RUNG_LIMITS.twoWeeks) return 2;
  return days <= RUNG_LIMITS.month ? 3 : 4;
}

/** The rung an invoice stands on as at `asOf`; null where it says nothing (not yet due, or nothing owed). */
export function rung(invoice: LatenessInvoice, asOf: Day): Rung | null {
  const row = asDue(invoice, asOf);
  return row === null ? null : rungOf(row.lateness);
}

/** One rung with the invoices that prove it. An excused one is counted on its rung and marked. */
export interface LadderRung {
  readonly rung: Rung;
  readonly name: (typeof RUNG_NAMES)[number];
  readonly count: number;
  /** How many of `count` are excused. */
  readonly excused: number;
  /** Ids in due order. */
  readonly invoices: readonly number[];
}

/** One invoice of the ladder, in due order. */
export interface LadderStep {
  readonly id: number;
  readonly due: Day;
  readonly kind: DueLateness['kind'];
  /** Signed days late, or days so far. */
  readonly days: number;
  readonly rung: Rung;
  /** The highest rung up to and with this invoice: the stair behind the dots. */
  readonly worst: Rung;
  readonly excused: boolean;
}

export interface Ladder {
  /** Six, rung 0 to rung 5. */
  readonly rungs: readonly LadderRung[];
  readonly steps: readonly LadderStep[];
  /** Invoices counted: the sum over the rungs. */
  readonly count: number;
  /** The highest rung stood on, or null where nothing is due. */
  readonly worst: Rung | null;
}

/** The ladder of invoices already known to be due, given in due order. */
export function ladderOf(due: readonly DueInvoice[]): Ladder {
  const steps: LadderStep[] = [];
  const ids: number[][] = RUNGS.map(() => []);
  const excused: number[] = RUNGS.map(() => 0);
  let worst: Rung = 0;
  for (const { invoice, lateness, days } of due) {
    const on = rungOf(lateness);
    if (on > worst) worst = on;
    ids[on]?.push(invoice.id);
    if (invoice.excused) excused[on] = (excused[on] ?? 0) + 1;
    steps.push({
      id: invoice.id,
      due: invoice.due,
      kind: lateness.kind,
      days,
      rung: on,
      worst,
      excused: invoice.excused,
    });
  }
  const rungs = RUNGS.map((on) => {
    const invoices = ids[on] ?? [];
    return { rung: on, name: RUNG_NAMES[on], count: invoices.length, excused: excused[on] ?? 0, invoices };
  });
  return { rungs, steps, count: steps.length, worst: steps.length === 0 ? null : worst };
}

/**
 * The late ladder of the given invoices as at `asOf`: all of them that are due. A client's screen gives it the last 12
 * (`lastDue`). Throws RangeError for impossible input.
 */
export function ladder(invoices: readonly LatenessInvoice[], asOf: Day): Ladder {
  return ladderOf(dueInvoices(invoices, asOf));
}
