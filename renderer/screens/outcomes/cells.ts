import type { OutcomeRow } from '../../../shared/views/outcomes.ts';
import type { OutcomeFigure, WhyQuery } from '../../../shared/views/why.ts';

/** A row of the table: what its numbers are asked by, and what it is called aloud. */
export interface Cell {
  readonly kind: OutcomeRow['kind'] | null;
  readonly severity: OutcomeRow['severity'];
  readonly months: number | null;
  readonly name: string;
}

export const askFor = ({ kind, severity, months }: Cell, figure: OutcomeFigure): WhyQuery => ({
  of: 'outcome',
  kind,
  severity,
  figure,
  months,
});
