import { addDays, type Day, daysBetween, windowStart } from '../dates.ts';
import { type GoodwillSource, goodwillOf } from '../decisions/decision.ts';
import { checkDay, checkInvoice, type LatenessInvoice } from '../lateness/invoice.ts';
import { type Minor, percent } from '../money.ts';
import type { Hours } from '../notes/note.ts';
import { ASSUMED_INTEREST_PERMILLE, ASSUMED_MARGIN_PERMILLE, type CostToKeep } from './keeping.ts';

/** The rows of one client that keeping them is reckoned from. Rows outside the 12 months may be among them. */
export interface KeepingRows {
  /** Revenue of the 12 months as it stands everywhere: invoices less all credits on them. */
  readonly revenue: Minor;
  /** Of those credits, what was given as goodwill: refunds and coupons. */
  readonly goodwillCredits: Minor;
  readonly hours: readonly (Pick<Hours, 'kind' | 'workedOn' | 'minutes'> & { readonly hourlyCost: Minor })[];
  readonly decisions: readonly GoodwillSource[];
  readonly writeOffs: readonly { readonly on: Day; readonly amount: Minor }[];
  readonly invoices: readonly LatenessInvoice[];
}

/** The owner's rates; null: never told. */
export interface Rates {
  readonly hourlyCost: Minor;
  readonly marginPermille: number | null;
  readonly interestPermille: number | null;
}

/** Of all clients together, in the same 12 months. */
export interface Everyone {
  readonly minutes: number;
  readonly revenue: Minor;
}

/** What minutes cost at an hourly cost in minor units, rounded to the minor unit. */
export function costOfMinutes(minutes: number, hourlyCost: Minor): Minor {
  return Math.round((minutes * hourlyCost) / 60);
}

/** What a decision costs besides its hours, and on which day it counts; null: nothing yet. */
export function goodwillWithoutHours(source: GoodwillSource): ReturnType<typeof goodwillOf> {
  return goodwillOf({ ...source, redoMinutes: 0 });
}

/**
 * What keeping a client costs and brings in the 12 months that end on `asOf`, both days in, in minor units. Every line
 * is rounded by itself, so the lines add up to `left` to the penny. Below 0: they cost more than they bring. Throws
 * RangeError for impossible days or amounts.
 */
export function costToKeep(rows: KeepingRows, rates: Rates, everyone: Everyone, asOf: Day): CostToKeep {
  const from = windowStart(asOf, 12);
  const within = (on: Day): boolean => on >= from && on <= asOf;
  const hours = rows.hours.filter(({ workedOn }) => within(workedOn));
  const spent = (kind: Hours['kind']) => sumOf(hours.filter((row) => row.kind === kind));
  const redone = rows.decisions
    .filter(({ redoMinutes, decidedOn }) => redoMinutes > 0 && within(decidedOn))
    .map(({ redoMinutes, hourlyCost }) => ({ minutes: redoMinutes, hourlyCost }));
  const noted = spent('redo');
  const putRight = sumOf(redone);
  const redo = { minutes: noted.minutes + putRight.minutes, cost: noted.cost + putRight.cost };
  const chasing = spent('chasing');
  const care = spent('care');
  const goodwill = rows.decisions
    .flatMap((source) => goodwillWithoutHours(source) ?? [])
    .reduce((sum, { on, cost }) => (within(on) ? sum + cost : sum), 0);
  const writeOffs = rows.writeOffs.reduce((sum, { on, amount }) => (within(on) ? sum + amount : sum), 0);
  const marginPermille = rates.marginPermille ?? ASSUMED_MARGIN_PERMILLE;
  const interestPermille = rates.interestPermille ?? ASSUMED_INTEREST_PERMILLE;
  const late = rows.invoices.reduce(
    (sum, invoice) => sum + lateMoney(invoice, from, asOf, interestPermille),
    0,
  );
  const marginOn = rows.revenue + rows.goodwillCredits;
  const margin = Math.round((marginOn * marginPermille) / 1000);
  const minutes = redo.minutes + chasing.minutes + care.minutes;
  return {
    asOf,
    from,
    marginPermille,
    marginAssumed: rates.marginPermille === null,
    interestPermille,
    interestAssumed: rates.interestPermille === null,
    hourlyCost: rates.hourlyCost,
    revenue: rows.revenue,
    marginOn,
    margin,
    redo,
    chasing,
    care,
    goodwill,
    writeOffs,
    lateMoney: late,
    left: margin - redo.cost - chasing.cost - care.cost - goodwill - writeOffs - late,
    minutes,
    attentionPercent: percent(minutes, everyone.minutes),
    revenuePercent: percent(rows.revenue, everyone.revenue),
  };
}

function sumOf(rows: readonly { readonly minutes: number; readonly hourlyCost: Minor }[]): {
  minutes: number;
  cost: Minor;
} {
  let minutes = 0;
  let cost = 0;
  for (const row of rows) {
    minutes += row.minutes;
    cost += costOfMinutes(row.minutes, row.hourlyCost);
  }
  return { minutes, cost };
}

/** A stretch of days past due with one open balance. */
export interface LateStretch {
  /** First and last day, both in. */
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
  readonly open: Minor;
}

/**
 * The days past due of an invoice inside `from`…`to` (both in), in stretches of the same open balance. A day counts
 * with what was open when it began: paid 10 days late is 10 days, as “days late” has it, and paid on the due day is
 * none. A payment or credit lowers the balance from the next day on, an overpayment to nothing; what is written off is
 * no longer waited for. Throws RangeError for impossible input.
 */
export function lateStretches(invoice: LatenessInvoice, from: Day, to: Day): readonly LateStretch[] {
  checkDay(from);
  checkDay(to);
  checkInvoice(invoice);
  if (invoice.due >= to) return [];
  const events = [...invoice.payments, ...invoice.credits];
  if (invoice.writtenOff !== null) events.push({ on: invoice.writtenOff, amount: invoice.amount });
  events.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

  const firstLate = addDays(invoice.due, 1);
  let start = firstLate > from ? firstLate : from;
  let open = invoice.amount;
  const stretches: LateStretch[] = [];
  const upTo = (last: Day): void => {
    if (last < start || open <= 0) return;
    stretches.push({ from: start, to: last, days: daysBetween(start, last) + 1, open });
    start = addDays(last, 1);
  };
  for (const { on, amount } of events) {
    if (on >= to) break;
    upTo(on);
    open -= amount;
  }
  upTo(to);
  return stretches;
}

/**
 * What waiting for an invoice cost inside `from`…`to` (both in), in minor units: open balance × days past due × yearly
 * interest (thousandths) / 365, a leap year's days being a 365th too, rounded once. Throws RangeError for impossible
 * input.
 */
export function lateMoney(invoice: LatenessInvoice, from: Day, to: Day, interestPermille: number): Minor {
  const balanceDays = lateStretches(invoice, from, to).reduce((sum, { days, open }) => sum + open * days, 0);
  return Math.round((balanceDays * interestPermille) / 365_000);
}
