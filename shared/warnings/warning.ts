import type { Day } from '../dates.ts';

export const warningPaths = ['new invoice', 'import', 'new client', 'coupon redeemed'] as const;
export type WarningPath = (typeof warningPaths)[number];

/** Why new work with this client should be thought over. Shown, recorded, never in the way for good. */
export interface Warning {
  readonly clientId: number;
  readonly clientName: string;
  readonly kind: 'flagged' | 'parted' | 'rule' | 'twin' | 'lapsed';
  /** “Red flag since 3 Mar 2026.” */
  readonly text: string;
  /** What the staff is told to do; null: nothing was written. */
  readonly instruction: string | null;
  /** The house rule that is broken; null where none is concerned. */
  readonly rule: string | null;
}

/** A warning that was heard and gone against. */
export interface HeardWarning {
  readonly id: number;
  readonly warnedOn: Day;
  readonly path: WarningPath;
  readonly words: string;
  readonly invoiceId: number | null;
}
