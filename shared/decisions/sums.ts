import type { AdvisedOption } from './advice.ts';
import type { DecisionCase } from './case.ts';
import type { Proposed } from './propose.ts';
import type { Show } from './rules/rule.ts';
import { showPermille } from './rules/words.ts';

/** What an option does to this month's goodwill, in a sentence, with the budget where there is one. Never a veto. */
export function monthWords(the: DecisionCase, option: Proposed, show: Show): AdvisedOption['month'] {
  const { goodwill, kind } = option;
  if (goodwill === 0 && option.cost === null) return 'What it takes this month is not known yet.';
  if (goodwill === 0) return 'Nothing this month.';
  if (kind === 'coupon') return `Nothing until it is used, then ${show(goodwill)} off.`;
  const before = the.business.goodwillThisMonth;
  const after = before + goodwill;
  const budget = budgetOf(the);
  if (budget === null) return `Goodwill goes from ${show(before)} to ${show(after)}.`;
  return after > budget
    ? `Goodwill comes to ${show(after)}, over your budget of ${show(budget)}.`
    : `Goodwill comes to ${show(after)} of your ${show(budget)}.`;
}

function budgetOf({ rules }: DecisionCase): number | null {
  const perMonth = rules.find(({ rule }) => rule === 'goodwill budget')?.settings.perMonth;
  return typeof perMonth === 'number' ? perMonth : null;
}

/** How the cost stands beside what the client is worth, in a sentence; says so where the margin is only assumed. */
export function worthWords(
  { client, business }: DecisionCase,
  option: Proposed,
  show: Show,
): AdvisedOption['worth'] {
  const { cost } = option;
  if (cost === null) return 'What it costs can’t be said yet.';
  if (cost === 0)
    return option.kind === 'coupon' ? 'At your margin it costs next to nothing.' : 'It costs no money.';
  if (client.revenue12 <= 0) return 'Nothing was invoiced to them in 12 months to hold it against.';
  const margin = Math.max(0, client.margin12);
  const assumed = business.marginAssumed ? `, at an assumed ${showPermille(business.marginPermille)}` : '';
  return cost > margin
    ? `${show(cost)} is more than their margin of 12 months, ${show(margin)}${assumed}.`
    : `${show(cost)} of their margin of 12 months, ${show(margin)}${assumed}.`;
}
