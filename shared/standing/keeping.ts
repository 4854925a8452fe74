import type { Day } from '../dates.ts';
import type { Minor } from '../money.ts';

/** Where the owner never told a rate, this one is assumed, and said to be. In thousandths. */
export const ASSUMED_MARGIN_PERMILLE = 300;
export const ASSUMED_INTEREST_PERMILLE = 80;

export const keepLines = [
  'revenue',
  'margin',
  'redo',
  'chasing',
  'care',
  'goodwill',
  'writeOffs',
  'lateMoney',
  'left',
] as const;
export type KeepLine = (typeof keepLines)[number];

/** What keeping one client costs and brings in the 12 months that end on `asOf`. */
export interface CostToKeep {
  readonly asOf: Day;
  readonly from: Day;
  readonly marginPermille: number;
  readonly marginAssumed: boolean;
  readonly interestPermille: number;
  readonly interestAssumed: boolean;
  readonly hourlyCost: Minor;
  readonly revenue: Minor;
  /** What the margin is reckoned on: revenue before goodwill credits, which stand under `goodwill` and count once. */
  readonly marginOn: Minor;
  readonly margin: Minor;
  /** Hours of redoing, chasing and care, each at the hourly cost of its day. Redo hours of put rights are in here. */
  readonly redo: { readonly minutes: number; readonly cost: Minor };
  readonly chasing: { readonly minutes: number; readonly cost: Minor };
  readonly care: { readonly minutes: number; readonly cost: Minor };
  /** Refunds, coupons redeemed and materials of put rights: goodwill without its hours, which stand under `redo`. */
  readonly goodwill: Minor;
  readonly writeOffs: Minor;
  /** What waiting for overdue balances cost: open balance × days × yearly interest. */
  readonly lateMoney: Minor;
  /** Margin less all of it. */
  readonly left: Minor;
  readonly minutes: number;
  /** Share of all clients' hours, and of all revenue, in percent; null: there are none. */
  readonly attentionPercent: number | null;
  readonly revenuePercent: number | null;
}
