import type { ComplaintLine, Fault } from '../../../shared/complaints/complaint.ts';
import { addMonths, type Day, dayParts, makeDay, showMonth } from '../../../shared/dates.ts';
import type { DecisionKind, DecisionLine } from '../../../shared/decisions/decision.ts';
import { type CauseQuarter, type CauseSide, causeSideNames, causeSides } from '../../charts/cause-sides.ts';

/** Counts of the very rows shown below them; sums of money and figures of lateness come from the ledger. */

export interface FaultCount {
  readonly fault: Fault | null;
  readonly count: number;
}

/** How many complaints were whose fault, in the order ours, shared, theirs, nobody's, not said; only what occurs. */
export function faultCounts(complaints: readonly ComplaintLine[]): readonly FaultCount[] {
  const order: readonly (Fault | null)[] = ['ours', 'shared', 'theirs', 'nobody', null];
  return order
    .map((fault) => ({ fault, count: complaints.filter((one) => one.fault === fault).length }))
    .filter(({ count }) => count > 0);
}

export interface KindCount {
  readonly kind: DecisionKind;
  readonly count: number;
  /** Of coupons: how many were used. */
  readonly used: number;
}

/** How many decisions of each kind, most first. */
export function kindCounts(decisions: readonly DecisionLine[]): readonly KindCount[] {
  const counts = new Map<DecisionKind, { count: number; used: number }>();
  for (const { kind, coupon } of decisions) {
    const sum = counts.get(kind) ?? { count: 0, used: 0 };
    sum.count += 1;
    if (coupon?.redeemedOn) sum.used += 1;
    counts.set(kind, sum);
  }
  return [...counts].map(([kind, sum]) => ({ kind, ...sum })).sort((a, b) => b.count - a.count);
}

const MOST_QUARTERS = 12;
const MIN_QUARTERS = 4;
const QUARTER_NAMES = [
  'January to March',
  'April to June',
  'July to September',
  'October to December',
] as const;

const quarterStart = (day: Day): Day => {
  const { year, month } = dayParts(day);
  return makeDay(year, month - ((month - 1) % 3), 1) ?? day;
};

const sideOf = (complaint: ComplaintLine): CauseSide => complaint.cause?.group ?? 'unknown';

/** Complaints by calendar quarter and side of the cause: from the first one, a year at least and three at most. */
export function causeQuarters(complaints: readonly ComplaintLine[], asOf: Day): readonly CauseQuarter[] {
  const received = complaints.map((one) => one.receivedOn).sort();
  const [earliest = asOf, newest = asOf] = [received[0], received.at(-1)];
  // Where the last one is older than all the quarters shown, they end with it.
  const silent = newest < addMonths(quarterStart(asOf), -3 * (MOST_QUARTERS - 1));
  const last = quarterStart(silent ? newest : asOf);
  const floor = addMonths(last, -3 * (MOST_QUARTERS - 1));
  const ceiling = addMonths(last, -3 * (MIN_QUARTERS - 1));
  // The middle one of three days: as early as wanted, between the two bounds.
  let start = [quarterStart(earliest), floor, ceiling].sort()[1] ?? ceiling;
  const quarters: CauseQuarter[] = [];
  for (; start <= last; start = addMonths(start, 3)) {
    const { year, month } = dayParts(start);
    const within = complaints.filter((one) => quarterStart(one.receivedOn) === start);
    const count = (side: CauseSide) => within.filter((one) => sideOf(one) === side).length;
    const short = `’${String(year % 100).padStart(2, '0')}`;
    quarters.push({
      label: quarters.length === 0 || month === 1 ? `${showMonth(month)} ${short}` : showMonth(month),
      name: `${QUARTER_NAMES[(month - 1) / 3] ?? ''} ${year}`,
      inside: count('inside'),
      between: count('between'),
      outside: count('outside'),
      client: count('client'),
      unknown: count('unknown'),
    });
  }
  return quarters;
}

/** “3 inside, 1 the client’s, 1 not known yet”. */
export function causeSideWords(complaints: readonly ComplaintLine[]): string {
  return causeSides
    .map((side) => ({ side, count: complaints.filter((one) => sideOf(one) === side).length }))
    .filter(({ count }) => count > 0)
    .map(({ side, count }) => `${count} ${causeSideNames[side]}`)
    .join(', ');
}
