import type { Day } from '../dates.ts';
import type { LetterPurpose } from '../letters/purposes.ts';
import type { Minor } from '../money.ts';

/** A letter as it goes out: whatever stands in its text is what the client reads. */
export interface PrintedLetter {
  readonly kind: 'letter';
  readonly letter: LetterPurpose;
  /** “Farewell letter: Larkfield Court”. */
  readonly title: string;
  readonly clientId: number;
  /** The day it is dated. */
  readonly on: Day;
  /** To whom it goes, a line each. */
  readonly address: readonly string[];
  /** With its fields filled in; an empty line parts paragraphs. */
  readonly text: string;
  /** To be cut out below the letter; null: it comes with none. */
  readonly coupon: PrintedCoupon | null;
}

export interface PrintedCoupon {
  readonly code: string;
  readonly value: Minor;
  /** Null: it has no end. */
  readonly validUntil: Day | null;
  /** Whose it is. */
  readonly client: string;
}
