import type { Advice, AdvisedOption } from './advice.ts';
import { firstWords, notesOn, unknownOf } from './besides.ts';
import type { DecisionCase } from './case.ts';
import { likeCases, likeDecisions, likeTreatment } from './like.ts';
import { type Beyond, beyondLimits } from './limits.ts';
import { partWays } from './part-ways.ts';
import { type OptionKind, type Proposed, propose } from './propose.ts';
import { type Ranking, rank } from './rank.ts';
import { verdictsOn } from './rules/index.ts';
import type { Proposal, RuleVerdict, Show } from './rules/rule.ts';
import { type Situation, situationOf } from './situation.ts';
import { monthWords, worthWords } from './sums.ts';
import { reasonsFor } from './words.ts';

const OPTIONS: readonly OptionKind[] = [
  'apologise',
  'put right',
  'coupon',
  'part refund',
  'full refund',
  'hold firm',
];

/**
 * Ranked options for one complaint, each with its cost and its reasons. Pure: the same facts get the same advice,
 * whoever the client is, and it never decides. Amounts in minor units; `show` words them. Throws on no valid case.
 */
export function advise(the: DecisionCase, show: Show): Advice {
  const s = situationOf(the);
  const like = likeCases(the);
  const proposed = lookUp((kind) => propose(the, kind));
  const beyond = lookUp((kind) => beyondLimits(the, proposed(kind), show));
  const rules = lookUp((kind) => evaluateRules(the, proposalOf(the, proposed(kind)), show));
  const ranking = rank(s, the, {
    proposed,
    beyond: (kind) => beyond(kind).length > 0,
    brokenRules: (kind) => rules(kind).filter(({ verdict }) => verdict === 'broken').length,
    likeCount: (kind) => like.filter((past) => past.kind === kind).length,
  });
  const together = onTop(the, ranking, proposed, show);
  const told = { the, s, ranking, like, proposed, beyond, together, show };
  const options = inOrder(ranking, the).map(
    (kind): AdvisedOption => ({
      ...proposed(kind),
      ...marks(kind, s, ranking),
      month: monthWords(the, proposed(kind), show),
      worth: worthWords(the, proposed(kind), show),
      rules: rules(kind),
      like: likeDecisions(like, kind),
      reasons: reasonsFor(kind, told),
    }),
  );
  return {
    first: firstWords(the),
    options,
    partWays: partWays(the, show),
    like: likeTreatment(the),
    unknown: unknownOf(s, the),
    notes: notesOn(the, s, ranking, options, beyond(ranking.setBack ?? ranking.lead), together),
    disclaimer: 'This weighs the facts in your ledger. You decide.',
  };
}

/** What each house rule in force says to a proposal. */
export function evaluateRules(the: DecisionCase, proposal: Proposal, show: Show): RuleVerdict[] {
  return verdictsOn(the, proposal, show);
}

function proposalOf(the: DecisionCase, { kind, amount, goodwill, validUntil }: Proposed): Proposal {
  return { kind, amount: amount ?? 0, goodwill, decidedOn: the.today, validUntil };
}

/** An apology goes first while nobody has replied, and else right after what it goes along with. */
function inOrder({ order, lead, couponOnTop }: Ranking, { complaint }: DecisionCase): OptionKind[] {
  if (lead === 'apologise') return [...order];
  const place = complaint.replied || complaint.settled ? (couponOnTop ? 2 : 1) : 0;
  return [...order.slice(0, place), 'apologise', ...order.slice(place)];
}

/** Nothing is suggested once it is settled, nor while what was decided is under way: nothing is given twice. */
function marks(
  kind: OptionKind,
  s: Situation,
  ranking: Ranking,
): Pick<AdvisedOption, 'suggested' | 'along' | 'fits'> {
  const suggesting = !s.settled && s.underWay === null && ranking.again === null;
  const suggested = suggesting && kind === ranking.lead;
  const along =
    kind === 'apologise' ? !s.settled && !suggested : suggesting && kind === 'coupon' && ranking.couponOnTop;
  return { suggested, along, fits: ranking.fits.has(kind) };
}

/** Which limits a coupon goes beyond together with what it goes on top of, where that alone is within them. */
function onTop(
  the: DecisionCase,
  { lead, couponOnTop }: Ranking,
  proposed: (kind: OptionKind) => Proposed,
  show: Show,
): Beyond[] {
  if (!couponOnTop || beyondLimits(the, proposed(lead), show).length > 0) return [];
  const [under, coupon] = [proposed(lead), proposed('coupon')];
  const cost = under.cost === null || coupon.cost === null ? null : under.cost + coupon.cost;
  return beyondLimits(the, { ...coupon, cost, goodwill: under.goodwill + coupon.goodwill }, show);
}

function lookUp<T>(of: (kind: OptionKind) => T): (kind: OptionKind) => T {
  const known = new Map(OPTIONS.map((kind) => [kind, of(kind)]));
  return (kind) => known.get(kind) ?? of(kind);
}
