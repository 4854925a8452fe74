import type { Day } from '../../dates.ts';
import type { DecisionCase } from '../case.ts';
import { couponWorth } from './coupon-worth.ts';
import { deposit } from './deposit.ts';
import { goodwillBudget } from './goodwill-budget.ts';
import { goodwillShare } from './goodwill-share.ts';
import { likeCase, likeCaseTitle, readLikeCase } from './like-case.ts';
import { mostRefunds } from './most-refunds.ts';
import { nightSleep } from './night-sleep.ts';
import { noLateRefund } from './no-late-refund.ts';
import { noNewWork } from './no-new-work.ts';
import { replyWithin } from './reply-within.ts';
import type {
  HouseRule,
  NewWork,
  Proposal,
  RuleInForce,
  RuleSettings,
  RuleVerdict,
  Show,
  TimedComplaint,
  Verdict,
} from './rule.ts';
import { settleWithin } from './settle-within.ts';

/** Forgets a rule's own settings; sound because whoever calls it reads the settings with the rule's own `parse` first. */
const listed = <Settings extends RuleSettings>(rule: HouseRule<Settings>): HouseRule =>
  rule as unknown as HouseRule;

/** Every house rule there is, in the order of its page. */
export const RULES: readonly HouseRule[] = [
  listed(replyWithin),
  listed(settleWithin),
  listed(goodwillShare),
  listed(goodwillBudget),
  listed(couponWorth),
  listed(mostRefunds),
  listed(nightSleep),
  listed(noLateRefund),
  listed(noNewWork),
  listed(deposit),
  listed(likeCase),
];

const byId = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule of that id; undefined where there is none, as in a ledger from another version. */
export function ruleById(id: string): HouseRule | undefined {
  return byId.get(id);
}

/** A setting that has to be given before the rule can work, by its place in the sentence; null: all are there. */
export function missingSetting(rule: HouseRule, settings: RuleSettings): string | null {
  return rule.settings.find(({ key, optional }) => !optional && settings[key] == null)?.key ?? null;
}

/** A rule in force with its settings read; null where they can't be, or one is missing: it is skipped, never thrown. */
function readable(rule: RuleInForce): { readonly rule: HouseRule; readonly settings: RuleSettings } | null {
  const known = byId.get(rule.rule);
  const settings = known?.parse.safeParse(rule.settings).data;
  if (known === undefined || settings === undefined || missingSetting(known, settings) !== null) return null;
  return { rule: known, settings };
}

/** A rule as it is called where it is broken: its title, and for like cases their cause. */
export function titleOf(rule: Pick<RuleInForce, 'rule' | 'settings'>): string {
  const like = rule.rule === 'like case' ? readLikeCase(rule.settings) : null;
  return like === null ? (byId.get(rule.rule)?.title ?? rule.rule) : likeCaseTitle(like);
}

/** The rule as a plain sentence; its title where the settings can't be read. */
export function sentenceOf(rule: Pick<RuleInForce, 'rule' | 'settings'>, show: Show): string {
  const known = byId.get(rule.rule);
  const settings = known?.parse.safeParse(rule.settings).data;
  return known === undefined || settings === undefined ? titleOf(rule) : known.sentence(settings, show);
}

const ORDER: Readonly<Record<Verdict['verdict'], number>> = { broken: 0, kept: 1, 'not concerned': 2 };

function judged(
  rules: readonly RuleInForce[],
  judge: (rule: HouseRule, settings: RuleSettings) => Verdict | null | undefined,
): RuleVerdict[] {
  const verdicts = rules.flatMap((inForce) => {
    const read = readable(inForce);
    const verdict = read === null ? null : judge(read.rule, read.settings);
    return verdict == null ? [] : [{ key: inForce.key, title: titleOf(inForce), ...verdict }];
  });
  return verdicts.sort((a, b) => ORDER[a.verdict] - ORDER[b.verdict]);
}

/** What each rule in force that judges decisions says to a proposal: broken ones first, then kept, then not concerned. */
export function verdictsOn(the: DecisionCase, proposal: Proposal, show: Show): RuleVerdict[] {
  return judged(the.rules, (rule, settings) => rule.judge?.(the, proposal, settings, show));
}

/** What each rule in force that judges new work says to it: broken ones first. */
export function newWorkVerdicts(rules: readonly RuleInForce[], work: NewWork, show: Show): RuleVerdict[] {
  return judged(rules, (rule, settings) => rule.judgeNewWork?.(work, settings, show));
}

/** What each clock in force says to a complaint; a clock that still runs is left out. */
export function clockVerdicts(
  rules: readonly RuleInForce[],
  complaint: TimedComplaint,
  today: Day,
): RuleVerdict[] {
  return judged(rules, (rule, settings) => rule.judgeClock?.(complaint, today, settings));
}
