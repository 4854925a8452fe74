import type { DecisionKind } from '../../shared/decisions/decision.ts';

/** What the two lanes below the bars are made of: x in percent, y in pixels. */

export interface LaneLabel {
  readonly text: string;
  readonly anchor: 'start' | 'end';
  readonly dx: number;
  readonly dy: number;
}

export interface ComplaintMark {
  /** One complaint, or several in one place. */
  readonly ids: readonly number[];
  readonly x: number;
  readonly y: number;
  readonly severity: 1 | 2 | 3 | 4 | null;
  readonly open: boolean;
  /** Where its line ends: the settling day, or today. */
  readonly until: number;
  /** It began before the axis does. */
  readonly before: boolean;
  readonly label: LaneLabel | null;
}

export interface DecisionGlyphMark {
  readonly ids: readonly number[];
  readonly x: number;
  readonly y: number;
  readonly kind: DecisionKind;
  /** Of a coupon: used. */
  readonly used: boolean;
  readonly label: LaneLabel | null;
}

export interface Tie {
  readonly complaintId: number;
  readonly decisionId: number;
  readonly x: number;
  readonly y1: number;
  readonly y2: number;
}

export interface CouponLife {
  readonly decisionId: number;
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y: number;
  readonly end: 'used' | 'unused' | 'still good';
  readonly label: string | null;
}

export interface Band {
  readonly complaintId: number;
  readonly x: number;
  readonly width: number;
}

export interface Lanes {
  readonly complaintY: number;
  readonly decisionY: number;
  readonly bottom: number;
  readonly bands: readonly Band[];
  readonly complaints: readonly ComplaintMark[];
  readonly decisions: readonly DecisionGlyphMark[];
  readonly ties: readonly Tie[];
  readonly lives: readonly CouponLife[];
}
