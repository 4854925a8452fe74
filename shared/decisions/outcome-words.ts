import { daysBetween, showDay } from '../dates.ts';
import type { DecisionLine } from './decision.ts';
import type { Outcome } from './outcome.ts';

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;

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

/**
 * The same as short as paper wants it, beside a list of the complaints themselves: “back after 22 days, same cause again
 * after 91, pays slower”.
 */
export function outcomeShort(
  { decidedOn }: Pick<DecisionLine, 'decidedOn'>,
  { cameBack180, complainedAgain, pays }: Outcome,
): string {
  const back =
    cameBack180.word === 'yes'
      ? `back after ${days(daysBetween(decidedOn, cameBack180.on))}`
      : cameBack180.word === 'no'
        ? 'did not come back'
        : 'not back yet';
  const again = complainedAgain.word === 'yes' && complainedAgain.sameCause === true;
  return [
    back,
    ...(again ? [`same cause again after ${daysBetween(decidedOn, complainedAgain.on)}`] : []),
    ...(complainedAgain.word === 'no' ? ['no further complaint'] : []),
    ...(pays === null || pays.word === 'the same' ? [] : [`pays ${pays.word}`]),
  ].join(', ');
}
