import type { Minor } from '../money.ts';
import type { Evidence } from './advice.ts';
import type { DecisionCase } from './case.ts';
import type { Proposed } from './propose.ts';
import type { Show } from './rules/rule.ts';
import { shareAgainst, showPermille } from './rules/words.ts';

/** A limit that an option goes beyond. */
export interface Beyond {
  readonly id: 'limit' | 'margin';
  /** “their goodwill would be 7.5 % of revenue in 12 months, and your limit is 4 %”. */
  readonly words: string;
  readonly evidence: Evidence;
}

/**
 * Which of the two limits an option goes beyond: the owner's goodwill limit, and a year of the client's margin. Exactly
 * at a limit is within it. Without revenue in 12 months there is nothing to measure by, so neither holds.
 */
export function beyondLimits(the: DecisionCase, option: Proposed, show: Show): Beyond[] {
  return [goodwillLimit(the, option.goodwill), marginLimit(the, option.cost, show)].filter(
    (beyond) => beyond !== null,
  );
}

function goodwillLimit({ rules, client }: DecisionCase, goodwill: Minor): Beyond | null {
  const rule = rules.find((one) => one.rule === 'goodwill share');
  const limit = rule?.settings.permille;
  if (rule === undefined || typeof limit !== 'number' || goodwill <= 0) return null;
  const stands = shareAgainst(client.goodwill12 + goodwill, client.revenue12, limit);
  if (stands === null || stands.within) return null;
  return {
    id: 'limit',
    words: `goodwill would be ${stands.share} of their revenue in 12 months, and your limit is ${showPermille(limit)}`,
    evidence: { kind: 'rule', key: rule.key },
  };
}

function marginLimit({ client, business }: DecisionCase, cost: Minor | null, show: Show): Beyond | null {
  if (client.revenue12 <= 0 || cost === null || cost <= Math.max(0, client.margin12)) return null;
  const assumed = business.marginAssumed ? ` at an assumed ${showPermille(business.marginPermille)}` : '';
  return {
    id: 'margin',
    words: `it costs ${show(cost)}, and a year of their margin is ${show(client.margin12)}${assumed}`,
    evidence: { kind: 'keeping', line: 'margin' },
  };
}
