import { daysBetween } from '../../../shared/dates.ts';
import type { AdvisedOption } from '../../../shared/decisions/advice.ts';
import type { Outcome, Sooner, Tally } from '../../../shared/decisions/outcome.ts';
import type { RuleVerdict } from '../../../shared/decisions/rules/rule.ts';
import type { Minor } from '../../../shared/money.ts';
import type { LikeCase } from '../../../shared/views/desk.ts';

/** The figure a card goes by: a put right by all it takes, hours and materials; null: not to be guessed. */
export function headline(option: AdvisedOption): Minor | null {
  if (option.kind === 'apologise' || option.kind === 'hold firm') return 0;
  return option.kind === 'put right' ? option.goodwill || option.cost : option.amount;
}

/** Broken before kept, otherwise as they stand; without those that are not concerned. */
export function ruleOrder(rules: readonly RuleVerdict[]): readonly RuleVerdict[] {
  return [
    ...rules.filter(({ verdict }) => verdict === 'broken'),
    ...rules.filter(({ verdict }) => verdict === 'kept'),
  ];
}

/** “came back”, or “used” for coupons: what the dots of a card count. */
export function counted(option: AdvisedOption): { readonly tally: Tally; readonly word: string } | null {
  if (option.like === null) return null;
  return option.like.used !== null
    ? { tally: option.like.used, word: 'used' }
    : { tally: option.like.cameBack, word: 'came back' };
}

export type Came = { readonly mark: 'check' | 'cross' | 'dots'; readonly words: string };

/** What followed one past decision, in a few words. */
export function cameOf(like: LikeCase): Came {
  const { outcome, kind, on } = like;
  const after = (day: string) => {
    const days = daysBetween(on, day);
    return days === 0 ? 'the same day' : `after ${days} ${days === 1 ? 'day' : 'days'}`;
  };
  const first =
    kind === 'coupon' && outcome.couponUsed !== null ? used(outcome.couponUsed, after) : back(outcome, after);
  if (outcome.complainedAgain.word !== 'yes') return first;
  return {
    mark: first.mark,
    words: `${first.words}; complained again${outcome.complainedAgain.sameCause ? ', same cause' : ''}`,
  };
}

function used(coupon: Sooner, after: (day: string) => string): Came {
  if (coupon.word === 'yes') return { mark: 'check', words: `used ${after(coupon.on)}` };
  return coupon.word === 'no'
    ? { mark: 'cross', words: 'not used' }
    : { mark: 'dots', words: 'not used yet' };
}

function back({ cameBack90, cameBack180 }: Outcome, after: (day: string) => string): Came {
  const came = cameBack90.word === 'yes' ? cameBack90 : cameBack180;
  if (came.word === 'yes') return { mark: 'check', words: `came back ${after(came.on)}` };
  if (cameBack90.word === 'open') return { mark: 'dots', words: 'too recent to say' };
  return came.word === 'open'
    ? { mark: 'cross', words: 'not back within 90 days' }
    : { mark: 'cross', words: 'did not come back' };
}
