import type { CauseGroup, Fault, Severity } from '../../shared/complaints/complaint.ts';
import { type Day, windowStart } from '../../shared/dates.ts';
import type { CaseComplaint, PastDecision } from '../../shared/decisions/case.ts';
import { type CostRow, costOf } from './decision-rows.ts';
import type { Reader } from './handles.ts';
import { outcomesOf } from './outcomes.ts';

/**
 * The newest decisions looked through. Even a business that decides ten times a day is seen back for a year and a
 * half, and reading them stays a matter of milliseconds.
 */
const LOOKED_THROUGH = 6000;
/** Of these, at most so many are laid beside the case, each with its outcome: the likest, then the newest. */
const LAID_BESIDE = 150;

interface Row extends CostRow {
  readonly id: number;
  readonly complaint_id: number;
  readonly client_id: number;
  readonly severity: Severity | null;
  readonly fault: Fault | null;
  readonly cause_id: number | null;
  readonly grouping: CauseGroup | null;
}

/**
 * Decisions of 24 months that could be like this case: a complaint with a cause of the same group, or the same fault.
 * Newest first. None while neither is known.
 */
export function pastLike(read: Reader, the: CaseComplaint, today: Day): PastDecision[] {
  const group = the.cause?.group ?? null;
  if (group === null && the.fault === null) return [];
  const rows = read.all<Row>(
    `WITH recent AS (
       SELECT * FROM decision WHERE decided_on BETWEEN ?1 AND ?2 AND complaint_id IS NOT NULL
       ORDER BY decided_on DESC LIMIT ${LOOKED_THROUGH}
     )
     SELECT recent.*, coupon.redeemed_on, coupon.redeemed_minor, complaint.severity, complaint.fault,
            complaint.cause_id, cause.grouping
     FROM recent JOIN complaint ON complaint.id = recent.complaint_id
          LEFT JOIN cause ON cause.id = complaint.cause_id LEFT JOIN coupon ON coupon.decision_id = recent.id
     WHERE complaint.id <> ?3 AND (cause.grouping = ?4 OR complaint.fault = ?5)
     ORDER BY (cause.grouping IS ?4) + (complaint.fault IS ?5)
                + coalesce(abs(complaint.severity - ?6) <= 1, 0) + (complaint.cause_id IS ?7) / 2.0 DESC,
              recent.decided_on DESC, recent.id DESC
     LIMIT ${LAID_BESIDE}`,
    windowStart(today, 24),
    today,
    the.id,
    group,
    the.fault,
    the.severity,
    the.cause?.id ?? null,
  );
  const outcomes = new Map(
    outcomesOf(
      read,
      rows.map(({ id }) => id),
      today,
    ).map((outcome) => [outcome.decisionId, outcome]),
  );
  return rows
    .flatMap((row): PastDecision[] => {
      const outcome = outcomes.get(row.id);
      return outcome === undefined ? [] : [{ ...plain(row), outcome }];
    })
    .sort((a, b) => (a.on === b.on ? b.id - a.id : a.on < b.on ? 1 : -1));
}

function plain(row: Row): Omit<PastDecision, 'outcome'> {
  return {
    id: row.id,
    complaintId: row.complaint_id,
    clientId: row.client_id,
    kind: row.kind,
    on: row.decided_on,
    severity: row.severity,
    fault: row.fault,
    causeId: row.cause_id,
    group: row.grouping,
    amount: row.amount_minor,
    cost: costOf(row),
  };
}

/** Median minutes of a put right of this cause, else of any; null: none with noted hours yet. */
export function usualRedoMinutes(read: Reader, causeId: number | null, today: Day): number | null {
  // One without hours was noted for its materials: it says nothing about time.
  const rows = read.all<{ minutes: number; cause_id: number | null }>(
    `SELECT recent.redo_minutes AS minutes, complaint.cause_id
     FROM (SELECT * FROM decision WHERE decided_on <= ? ORDER BY decided_on DESC LIMIT ${LOOKED_THROUGH}) recent
          LEFT JOIN complaint ON complaint.id = recent.complaint_id
     WHERE recent.redo_minutes > 0`,
    today,
  );
  const same = causeId === null ? [] : rows.filter((row) => row.cause_id === causeId);
  return median((same.length > 0 ? same : rows).map(({ minutes }) => minutes));
}

/** The middle value, rounded to a whole one; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.floor(sorted.length / 2)];
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2);
}
