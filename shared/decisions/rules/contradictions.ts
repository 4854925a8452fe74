import { plural } from '../../complaints/clocks.ts';
import { ruleById } from './index.ts';
import { type LikeCaseSettings, likeCaseTitle, readLikeCase } from './like-case.ts';
import type { RuleInForce, RuleSettings } from './rule.ts';
import { isRefund } from './words.ts';

/** What is wrong between rules, or with one by itself; `key` names the rule it is said of. */
export interface Contradiction {
  readonly key: string;
  readonly trouble: string;
}

interface LikeRule {
  readonly key: string;
  readonly given: LikeCaseSettings;
}

/**
 * Rules in force that can't all be kept, each said of both sides, and rules that are odd by themselves. A rule whose
 * settings can't be read contradicts nothing.
 */
export function contradictions(rules: readonly RuleInForce[]): Contradiction[] {
  const like = rules.flatMap(({ key, rule, settings }) => {
    const given = rule === 'like case' ? readLikeCase(settings) : null;
    return given === null ? [] : [{ key, given }];
  });
  return [
    ...rules.flatMap(odd),
    ...promises(rules),
    ...refundsAgainst(rules, like),
    ...likeAgainstLike(like),
  ];
}

function odd({ key, rule, settings }: RuleInForce): Contradiction[] {
  const known = ruleById(rule);
  const read = known?.parse.safeParse(settings).data;
  const trouble = read === undefined ? null : (known?.odd?.(read) ?? null);
  return trouble === null ? [] : [{ key, trouble }];
}

function settingsOf(rules: readonly RuleInForce[], id: string): RuleSettings | undefined {
  const found = rules.find(({ rule }) => rule === id);
  return found === undefined ? undefined : ruleById(id)?.parse.safeParse(found.settings).data;
}

const numberOf = (settings: RuleSettings | undefined, key: string): number | null => {
  const value = settings?.[key];
  return typeof value === 'number' ? value : null;
};

function promises(rules: readonly RuleInForce[]): Contradiction[] {
  const days = numberOf(settingsOf(rules, 'settle within'), 'days');
  const hours = numberOf(settingsOf(rules, 'reply within'), 'hours');
  if (days === null || hours === null || days * 24 >= hours) return [];
  const trouble = `You promise to settle within ${plural(days, 'day')}, and to reply only within ${plural(hours, 'hour')}: settling would come before the reply.`;
  return [
    { key: 'settle within', trouble },
    { key: 'reply within', trouble },
  ];
}

function refundsAgainst(rules: readonly RuleInForce[], like: readonly LikeRule[]): Contradiction[] {
  if (numberOf(settingsOf(rules, 'most refunds'), 'refunds') !== 0) return [];
  const refunding = like.filter(({ given }) => isRefund(given.kind));
  if (refunding.length === 0) return [];
  const names = refunding.map(({ given }) => `“${likeCaseTitle(given)}”`).join(', ');
  return [
    { key: 'most refunds', trouble: `It allows no refunds, but ${names} asks for one.` },
    ...refunding.map(({ key }) => ({
      key,
      trouble: 'It asks for a refund, but “Most refunds” allows none.',
    })),
  ];
}

/** Rules of the same cause and reach that ask for different kinds; where the reach differs, the narrower one speaks. */
function likeAgainstLike(like: readonly LikeRule[]): Contradiction[] {
  return like.flatMap(({ key, given }) =>
    like
      .filter(
        (other) => other.key !== key && sameReach(other.given, given) && other.given.kind !== given.kind,
      )
      .map((other) => ({
        key,
        trouble: `Another rule for the same cause and severity says ${other.given.kind}, this one ${given.kind}.`,
      })),
  );
}

function sameReach(a: LikeCaseSettings, b: LikeCaseSettings): boolean {
  if (a.severityMost !== b.severityMost) return false;
  return a.causeId === null && b.causeId === null ? a.group === b.group : a.causeId === b.causeId;
}
