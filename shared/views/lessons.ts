import type { Cause } from '../complaints/complaint.ts';
import type { Day } from '../dates.ts';
import type { Lesson } from '../lessons/lesson.ts';
import type { QuarterCount } from '../lessons/quarters.ts';
import type { Recurrence } from '../lessons/recurrence.ts';

/** One cause in the Pareto chart of the last 12 months, most frequent first. */
export interface CauseBar {
  /** Null: complaints whose cause was not noted. */
  readonly cause: Cause | null;
  readonly count: number;
  /** Running share of all, in percent with one decimal. */
  readonly cumulative: number;
  /** Complaints of this cause since the newest lesson on it was done; null: no lesson done. */
  readonly sinceLesson: { readonly on: Day; readonly count: number } | null;
}

/** Complaints of one quarter by cause; quarters follow the calendar. */
export interface QuarterColumn {
  readonly from: Day;
  readonly to: Day;
  readonly counts: readonly QuarterCount[];
  readonly total: number;
}

/** A lesson with what came after it. */
export interface LessonLine extends Lesson {
  /** Complaints of its cause in the 12 months before it was done, and since; null until done, or without a cause. */
  readonly after: Recurrence | null;
  readonly overdue: boolean;
}

export interface LessonsPage {
  readonly asOf: Day;
  /** First day of the 12 months. */
  readonly from12: Day;
  /**
   * Besides those of the last 12 months also causes that had complaints in the quarters, or a lesson done, and none
   * since: a cause that stayed away is what a lesson is for. They count 0 and stand before “cause not noted”.
   */
  readonly causes: readonly CauseBar[];
  readonly complaints12: number;
  /** Of those without a noted cause in 12 months: the ones whose day was taken from the invoice by an import. */
  readonly notNotedImported: number;
  /** The last eight quarters at most, oldest first, from the ledger's first complaint on; empty without any. */
  readonly quarters: readonly QuarterColumn[];
  /** To be done first, the earliest due first; then done, newest first. */
  readonly lessons: readonly LessonLine[];
}
