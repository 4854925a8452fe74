import type { Minor } from '../money.ts';
import type { OutcomeCounts } from '../views/outcomes.ts';
import type { Outcome, Sooner, Tally } from './outcome.ts';
import { type CountableOutcome, tallied } from './outcomes.ts';

/** A decision as counted: what it has cost so far, and what came of it. */
export interface CountedDecision {
  readonly cost: Minor;
  readonly outcome: CountableOutcome;
}

/** The five questions that time answers, as `countOutcomes` counts them. */
export type Asked = 'cameBack90' | 'cameBack180' | 'complainedAgain' | 'sameCauseAgain' | 'used';

/** How one question stands: `early` came while its window is still open; null says nothing. */
export type Answered = 'yes' | 'no' | 'open' | 'early' | null;

/** How a question stands in one word. */
export function answered(answer: Sooner | null): Answered {
  if (answer === null) return null;
  return answer.word === 'yes' && answer.until !== undefined ? 'early' : answer.word;
}

/** A decision's answers in one word each. */
export interface Answers extends Readonly<Record<Asked, Answered>> {
  readonly pays: NonNullable<Outcome['pays']>['word'] | null;
}

export function answersOf(outcome: CountableOutcome): Answers {
  return {
    cameBack90: answered(outcome.cameBack90),
    cameBack180: answered(outcome.cameBack180),
    complainedAgain: answered(outcome.complainedAgain),
    sameCauseAgain: answered(outcome.sameCauseAgain),
    used: answered(outcome.couponUsed),
    pays: outcome.pays?.word ?? null,
  };
}

type Numbers = Record<Exclude<Answered, null>, number>;
const none = (): Numbers => ({ yes: 0, no: 0, open: 0, early: 0 });
const sum = ({ yes, no, open, early }: Numbers): Tally => tallied(yes, no, open, early);

/** Counts decisions as they come, so that fifty thousand need not be held, nor counted in one go. */
export class OutcomeCounter {
  #count = 0;
  #cost: Minor = 0;
  readonly #asked: Record<Asked, Numbers> = {
    cameBack90: none(),
    cameBack180: none(),
    complainedAgain: none(),
    sameCauseAgain: none(),
    used: none(),
  };
  readonly #pays = { faster: 0, slower: 0, 'the same': 0 };

  add(cost: Minor, answers: Answers): void {
    this.#count += 1;
    this.#cost += cost;
    this.#one('cameBack90', answers);
    this.#one('cameBack180', answers);
    this.#one('complainedAgain', answers);
    this.#one('sameCauseAgain', answers);
    this.#one('used', answers);
    if (answers.pays !== null) this.#pays[answers.pays] += 1;
  }

  #one(asked: Asked, answers: Answers): void {
    const answer = answers[asked];
    if (answer !== null) this.#asked[asked][answer] += 1;
  }

  counts(): OutcomeCounts {
    const used = sum(this.#asked.used);
    return {
      count: this.#count,
      cost: this.#cost,
      cameBack90: sum(this.#asked.cameBack90),
      cameBack180: sum(this.#asked.cameBack180),
      complainedAgain: sum(this.#asked.complainedAgain),
      sameCauseAgain: sum(this.#asked.sameCauseAgain),
      used: used.of + used.open === 0 ? null : used,
      paidFaster: this.#pays.faster,
      paidSlower: this.#pays.slower,
      paidSame: this.#pays['the same'],
    };
  }
}

/**
 * Counts what came of decisions, with their cost in minor units. `sameCauseAgain` is of those whose causes were noted,
 * `used` of coupons (null: there are none), paid faster, slower or the same of those with enough invoices before and
 * after.
 */
export function countOutcomes(decisions: readonly CountedDecision[]): OutcomeCounts {
  const counter = new OutcomeCounter();
  for (const { cost, outcome } of decisions) counter.add(cost, answersOf(outcome));
  return counter.counts();
}
