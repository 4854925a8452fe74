import type { LatenessSummary } from '../../lateness/summary.ts';
import type { SummaryAgeing } from '../client-summary.ts';

/** What is owed by days past due; null where nothing is. */
export function ageingOf({ owed, ageing }: Pick<LatenessSummary, 'owed' | 'ageing'>): SummaryAgeing | null {
  if (owed <= 0) return null;
  return {
    owed,
    parts: ageing.buckets.map(({ name, amount }, index) => ({
      name: index === 0 ? 'not due' : name,
      amount,
    })),
  };
}
