import type { Day } from '../dates.ts';

/** A question that only time answers. `open`: the window has not closed yet. */
export type Sooner =
  | {
      readonly word: 'yes';
      readonly on: Day;
      /** Given while the window is still open: it came early, and is not counted in a share before the window closes. */
      readonly until?: Day;
    }
  | { readonly word: 'no' }
  | {
      readonly word: 'open';
      /** The last day it can still come; null: it has no end, as a coupon without one. */
      readonly until: Day | null;
    };

/** What came of a decision, found in the ledger. It followed the decision; nothing says that it came from it. */
export interface Outcome {
  readonly decisionId: number;
  /** A new invoice within 90, and within 180 days after the decision. */
  readonly cameBack90: Sooner;
  readonly cameBack180: Sooner;
  /**
   * The next complaint within 180 days after the decision; `sameCause`: whether one within them had the same cause, not
   * given where a cause was not noted.
   */
  readonly complainedAgain: Sooner & { readonly sameCause?: boolean };
  /** Of a coupon: used, lapsed (`no`), or still valid. Null for the rest. */
  readonly couponUsed: Sooner | null;
  /** Typical days late of the invoices due in the 180 days before and after; null: too few to say. */
  readonly pays: {
    readonly word: 'faster' | 'slower' | 'the same';
    readonly before: number;
    readonly after: number;
    /** The side where fewer than half were paid so far: it is more than its number. */
    readonly moreThan?: 'before' | 'after';
  } | null;
}

/** Fewer decisions than this whose windows have closed, and no share is shown. */
export const TOO_FEW = 5;

/** n of m, with those whose window is still open apart; a share only from `TOO_FEW` on. */
export interface Tally {
  readonly yes: number;
  /** Those whose window has closed: `yes` is of these. */
  readonly of: number;
  readonly open: number;
  /** Of the open ones, those where it came already. Counting them in, and not the others, would flatter the share. */
  readonly early: number;
  /** Percent with one decimal; null: too few to say. */
  readonly percent: number | null;
}
