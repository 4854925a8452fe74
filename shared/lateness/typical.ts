import type { Day } from '../dates.ts';
import { type DueInvoice, hasTime, LAST_DUE, lastDueWhere } from './due.ts';
import type { LatenessInvoice } from './invoice.ts';
import { kaplanMeier, type Observation } from './kaplan-meier.ts';

/**
 * Typical days late. `days`: the median, signed (negative is early). `moreThan`: fewer than half were ever paid as far
 * as can be seen, so it is more than `days`, the largest time observed.
 */
export interface TypicalDaysLate {
  readonly kind: 'days' | 'moreThan';
  readonly days: number;
  /** Invoices it stands on, 1 to 12. */
  readonly count: number;
  /** How many of them are not paid: open or written off. */
  readonly unpaid: number;
}

export interface TypicalOptions {
  /** Leave the excused out first, then take the last 12 due of the rest, so that it too stands on 12 where it can. */
  readonly withoutExcused?: boolean;
}

/** An observation with the invoice it comes from. */
export interface TypicalObservation extends Observation {
  readonly id: number;
}

function lastTimed(
  invoices: readonly LatenessInvoice[],
  asOf: Day,
  options: TypicalOptions,
): readonly DueInvoice[] {
  const withoutExcused = options.withoutExcused === true;
  return lastDueWhere(
    invoices,
    asOf,
    LAST_DUE,
    (row) => hasTime(row) && !(withoutExcused && row.invoice.excused),
  );
}

/**
 * The observations behind the typical value, in due order: for “why?”, and to draw `kaplanMeier`'s table. A settled
 * invoice is an event at its days late; an open or written-off one is censored at its days so far.
 */
export function typicalObservations(
  invoices: readonly LatenessInvoice[],
  asOf: Day,
  options: TypicalOptions = {},
): readonly TypicalObservation[] {
  return lastTimed(invoices, asOf, options).map((row) => ({
    id: row.invoice.id,
    time: row.days,
    event: row.lateness.kind === 'settled',
  }));
}

/** The typical value of observations already chosen; null of none. */
export function typicalOf(observations: readonly Observation[]): TypicalDaysLate | null {
  const { median, largest } = kaplanMeier(observations);
  if (largest === null) return null;
  const unpaid = observations.filter((one) => !one.event).length;
  const base = { count: observations.length, unpaid };
  return median === null
    ? { kind: 'moreThan', days: largest, ...base }
    : { kind: 'days', days: median, ...base };
}

/**
 * Typical days late as at `asOf`: the median of the Kaplan–Meier estimate over the last 12 due invoices, unpaid ones
 * censored. A mean or median of the paid ones alone would hide the one that never came. Null when none is due.
 * An invoice written off before it was late has no time yet and does not count.
 * Throws RangeError for impossible input.
 */
export function typicalDaysLate(
  invoices: readonly LatenessInvoice[],
  asOf: Day,
  options: TypicalOptions = {},
): TypicalDaysLate | null {
  return typicalOf(typicalObservations(invoices, asOf, options));
}
