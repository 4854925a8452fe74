import type { Severity } from '../../shared/complaints/complaint.ts';
import { type Day, windowStart } from '../../shared/dates.ts';
import { type DecisionKind, decisionKinds } from '../../shared/decisions/decision.ts';
import { type Answers, answersOf, OutcomeCounter } from '../../shared/decisions/outcome-counts.ts';
import type { CountableOutcome } from '../../shared/decisions/outcomes.ts';
import type { OutcomeRow, OutcomesPage } from '../../shared/views/outcomes.ts';
import { costOf } from './decision-rows.ts';
import type { Reader } from './handles.ts';
import { DECIDED, type DecidedRow, outcomeSteps } from './outcome-facts.ts';

/** A decision as the page counts it: enough to find those behind a cell again. */
export interface Counted extends Answers {
  readonly id: number;
  readonly on: Day;
  readonly kind: DecisionKind;
  /** 0: not noted, or no complaint. */
  readonly severity: Severity | 0;
}

/** The page and, behind it, every decision it counts. */
export interface Reckoning {
  readonly page: OutcomesPage;
  readonly counted: readonly Counted[];
}

/** Decisions read in one go; about two milliseconds' worth. */
const PORTION = 400;

/**
 * Finds what came of all decisions of a period (the last `months`; null: all) and counts it by kind and severity. Yields
 * every millisecond or two.
 */
export function* reckon(read: Reader, months: number | null, today: Day): Generator<void, Reckoning> {
  const from = months === null ? null : windowStart(today, months);
  const total = new OutcomeCounter();
  const cells = new Map<string, OutcomeCounter>();
  const cell = (kind: DecisionKind, severity: Severity | 0 | null): OutcomeCounter => {
    const key = `${kind} ${severity}`;
    const counter = cells.get(key) ?? new OutcomeCounter();
    cells.set(key, counter);
    return counter;
  };
  const counted: Counted[] = [];
  const take = (row: DecidedRow, outcome: CountableOutcome): void => {
    const answers = answersOf(outcome);
    const severity = row.severity ?? 0;
    const cost = costOf(row);
    for (const counter of [total, cell(row.kind, null), cell(row.kind, severity)]) counter.add(cost, answers);
    counted.push({ id: row.id, on: row.decided_on, kind: row.kind, severity, ...answers });
  };
  const known = { clientId: 0, complaints: [] };
  let last = { client_id: 0, decided_on: '', id: 0 };
  for (;;) {
    // The plus keeps SQLite to the index of client and day, whose order this is: by day alone it would sort each time.
    const rows = read.all<DecidedRow>(
      `${DECIDED}
       WHERE (decision.client_id, decision.decided_on, decision.id) > (?1, ?2, ?3)
         AND +decision.decided_on BETWEEN ?4 AND ?5
       ORDER BY decision.client_id, decision.decided_on, decision.id LIMIT ?6`,
      last.client_id,
      last.decided_on,
      last.id,
      from ?? '',
      today,
      PORTION,
    );
    yield;
    yield* outcomeSteps(read, rows, today, take, known);
    last = rows.at(-1) ?? last;
    if (rows.length < PORTION) break;
  }
  const rows = decisionKinds.flatMap((kind) =>
    ([null, 1, 2, 3, 4, 0] as const).flatMap((severity): OutcomeRow[] => {
      const counter = cells.get(`${kind} ${severity}`);
      return counter === undefined ? [] : [{ kind, severity, ...counter.counts() }];
    }),
  );
  return { page: { asOf: today, from, total: total.counts(), rows }, counted };
}
