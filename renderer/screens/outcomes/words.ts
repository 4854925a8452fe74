import { severities } from '../../../shared/complaints/complaint.ts';
import type { Tally } from '../../../shared/decisions/outcome.ts';
import type { OutcomeRow } from '../../../shared/views/outcomes.ts';
import type { Format } from '../../format.tsx';

/** “inconvenience”; the table's marks show its number. */
export const severityName = (severity: OutcomeRow['severity']): string =>
  severities.find(({ value }) => value === severity)?.label ?? 'severity not noted';

/** “12 of 15”; where no window has closed yet, the open ones: “3 still open”. */
export const tallyWords = (tally: Tally, { count }: Pick<Format, 'count'>): string =>
  tally.of === 0 ? `${count(tally.open)} still open` : `${count(tally.yes)} of ${count(tally.of)}`;

/** What stands under the numbers: the share or why there is none, then those that are too recent. */
export function tallyNotes(
  tally: Tally,
  already: string,
  { count, percent }: Pick<Format, 'count' | 'percent'>,
): string[] {
  const early = tally.early > 0 ? `${count(tally.early)} ${already}` : null;
  if (tally.of === 0) return early === null ? [] : [early];
  const share = tally.percent === null ? 'too few to say' : percent(tally.percent);
  if (tally.open === 0) return [share];
  const open = `${count(tally.open)} still open`;
  return [share, early === null ? open : `${open}, ${early}`];
}
