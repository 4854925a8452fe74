import { severities } from '../../../shared/complaints/complaint.ts';
import { daysBetween, showDay } from '../../../shared/dates.ts';
import type { DecisionLine } from '../../../shared/decisions/decision.ts';
import type { Outcome, Tally } from '../../../shared/decisions/outcome.ts';
import type { OutcomeRow } from '../../../shared/views/outcomes.ts';
import type { Format } from '../../format.tsx';

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;

/** “inconvenience”; the table's marks show its number. */
export const severityName = (severity: OutcomeRow['severity']): string =>
  severities.find(({ value }) => value === severity)?.label ?? 'severity not noted';

/** What came after one decision, in as many parts as there is something to say. */
export function outcomeParts(decision: Pick<DecisionLine, 'decidedOn'>, outcome: Outcome): string[] {
  const pays = paysWords(outcome.pays);
  return [
    cameBackWords(decision.decidedOn, outcome.cameBack180),
    againWords(decision.decidedOn, outcome.complainedAgain),
    ...(pays === null ? [] : [pays]),
  ];
}

function cameBackWords(decidedOn: string, back: Outcome['cameBack180']): string {
  switch (back.word) {
    case 'yes':
      return `came back after ${days(daysBetween(decidedOn, back.on))}`;
    case 'no':
      return 'did not come back within 180 days';
    case 'open':
      return back.until === null ? 'not back yet' : `not back yet, open until ${showDay(back.until)}`;
  }
}

function againWords(decidedOn: string, again: Outcome['complainedAgain']): string {
  switch (again.word) {
    case 'yes': {
      const cause = again.sameCause === undefined ? '' : again.sameCause ? ', same cause' : ', another cause';
      return `complained again after ${days(daysBetween(decidedOn, again.on))}${cause}`;
    }
    case 'no':
      return 'no further complaint';
    case 'open':
      return 'no further complaint so far';
  }
}

function paysWords(pays: Outcome['pays']): string | null {
  if (pays === null) return null;
  if (pays.word === 'the same') return 'pays as before';
  const more = (side: 'before' | 'after') => (pays.moreThan === side ? 'more than ' : '');
  const { before, after } = pays;
  const now = `pays ${pays.word}: ${more('after')}${lateWords(after)}`;
  // “31 days late, was 9”: the unit once.
  return `${now}, was ${more('before')}${after > 0 && before > 0 ? before : lateWords(before)}`;
}

function lateWords(late: number): string {
  if (late === 0) return 'on the day';
  return late > 0 ? `${days(late)} late` : `${days(-late)} early`;
}

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
