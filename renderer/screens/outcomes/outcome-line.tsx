import type { DecisionLine } from '../../../shared/decisions/decision.ts';
import type { Outcome } from '../../../shared/decisions/outcome.ts';
import { outcomeParts } from '../../../shared/decisions/outcome-words.ts';

/** “came back after 21 days · no further complaint · pays as before”: what came after a decision, in one line. */
export function OutcomeLine({
  decision,
  outcome,
}: {
  readonly decision: Pick<DecisionLine, 'decidedOn'>;
  readonly outcome: Outcome;
}) {
  return <span className="outcome-line">{outcomeParts(decision, outcome).join(' · ')}</span>;
}
