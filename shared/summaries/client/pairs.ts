import { type Day, daysBetween, showDay, windowStart } from '../../dates.ts';
import type { Minor } from '../../money.ts';
import type { Pair, PairedComplaint, PairedDecision, Pairs } from '../../views/pair-rows.ts';
import type { PairsLeftOut, SummaryPair, SummaryPairs } from '../client-summary.ts';
import { pairsFrom } from './rest.ts';
import { counted, type Show } from './show.ts';

/** How far back pairs are told one by one, and how many at least. */
const MONTHS = 24;
const LEAST_PAIRS = 7;
/** More pairs than two sheets can hold. */
const MOST_PAIRS = 60;
/** Where not every row is asked for, more of one complaint's words than this would push out the others. */
export const MOST_WORDS = 420;
export const MOST_REASON = 160;

/** Pairs in the order they are printed; `all` false: what is open and the last 24 months, and of the rest counts alone. */
export function pairRows<Complaint extends PairedComplaint, Decision extends PairedDecision>(
  pairs: Pairs<Complaint, Decision>,
  draw: (pair: Pair<Complaint, Decision>) => SummaryPair,
  options: {
    readonly all: boolean;
    readonly sayGoodwill: boolean;
    readonly asOf: Day;
  },
): SummaryPairs {
  const ordered = [...pairs.open, ...pairs.rest];
  const nothing: PairsLeftOut = {
    complaints: 0,
    open: 0,
    decisions: 0,
    goodwill: options.sayGoodwill ? 0 : null,
  };
  const rows = ordered.map(draw);
  if (options.all) return { rows, beyond: nothing };
  const from = windowStart(options.asOf, MONTHS);
  const wanted = pairs.open.length + pairs.rest.filter(({ on }) => on >= from).length;
  const shown = Math.min(MOST_PAIRS, Math.max(wanted, LEAST_PAIRS));
  return {
    rows: rows.slice(0, shown),
    beyond: pairsFrom(rows, shown, nothing),
  };
}

/** “settled after 27 days”, “settled the same day”, “open, 8 days”. */
export function stateWords(receivedOn: Day, settledOn: Day | null, asOf: Day): string {
  const days = daysBetween(receivedOn, settledOn ?? asOf);
  if (settledOn === null) return days === 0 ? 'open, since today' : `open, ${counted(days, 'day')}`;
  return days === 0 ? 'settled the same day' : `settled after ${counted(days, 'day')}`;
}

/** A coupon as either version shows it. */
export interface ShownCoupon {
  readonly value: Minor;
  readonly validUntil: Day | null;
  readonly redeemedOn: Day | null;
  readonly redeemed: Minor | null;
}

/** What became of a coupon: “used on 29 Jul 2025, £40 of it”, “not used by 30 Sep 2026”, “good until 30 Sep 2026”. */
export function couponWords(coupon: ShownCoupon, asOf: Day, show: Show): string {
  const { value, validUntil, redeemedOn, redeemed } = coupon;
  if (redeemedOn !== null) {
    const part = redeemed !== null && redeemed < value ? `, ${show.money(redeemed)} of it` : '';
    return `used on ${showDay(redeemedOn)}${part}`;
  }
  if (validUntil === null) return 'not used yet';
  return validUntil < asOf ? `not used by ${showDay(validUntil)}` : `good until ${showDay(validUntil)}`;
}
