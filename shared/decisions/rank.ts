import type { CaseComplaint, DecisionCase } from './case.ts';
import type { DecisionKind } from './decision.ts';
import { canGiveBack, halfBack, type OptionKind, type Proposed } from './propose.ts';
import type { Situation } from './situation.ts';

/** One sentence of the advice: when it holds, and in which order it puts the options. An apology goes along with all. */
export interface Sentence {
  readonly name:
    | 'too little is known'
    | 'put right'
    | 'nothing to give back'
    | 'all of the money back'
    | 'part of the money back'
    | 'a coupon smooths it over'
    | 'hold firm, with evidence'
    | 'explain and apologise';
  readonly holds: (s: Situation, the: DecisionCase) => boolean;
  /** What leads; of several, the first that is within the limits. */
  readonly leads: readonly OptionKind[];
  /** What else fits without leading. */
  readonly fits: readonly OptionKind[];
  /** The rest in order; those on one line are a tie. */
  readonly rest: readonly (readonly OptionKind[])[];
}

/** Ours and shared, and just so what is nobody’s fault or came from outside: the owner makes it good. */
const madeGood = (s: Situation) => s.side === 'ours' || s.side === 'outside';
const grave = (s: Situation) => s.severity === 3 || s.severity === 4;
const partIsTooLittle = (s: Situation) => s.severity === 4 || s.ofNoUse;

/** Asked in this order: the first that holds is the one. House rules and like cases turn none of them. */
export const SENTENCES: readonly Sentence[] = [
  {
    name: 'too little is known',
    holds: (s) => s.needs.length > 0,
    leads: ['apologise'],
    fits: [],
    rest: [['put right'], ['coupon'], ['part refund'], ['full refund'], ['hold firm']],
  },
  {
    name: 'put right',
    holds: (s) => madeGood(s) && s.mendable && !grave(s),
    leads: ['put right'],
    fits: [],
    rest: [['coupon'], ['part refund'], ['full refund'], ['hold firm']],
  },
  {
    name: 'put right',
    holds: (s) => madeGood(s) && s.mendable,
    leads: ['put right'],
    fits: [],
    rest: [['part refund'], ['coupon', 'full refund'], ['hold firm']],
  },
  {
    name: 'nothing to give back',
    holds: (s, the) => madeGood(s) && grave(s) && !canGiveBack(the),
    leads: ['coupon'],
    fits: [],
    rest: [['put right'], ['part refund'], ['full refund'], ['hold firm']],
  },
  {
    name: 'all of the money back',
    holds: (s) => madeGood(s) && grave(s) && partIsTooLittle(s),
    leads: ['full refund', 'part refund'],
    fits: [],
    rest: [['coupon', 'put right'], ['hold firm']],
  },
  {
    name: 'part of the money back',
    holds: (s) => madeGood(s) && grave(s),
    leads: ['part refund'],
    fits: [],
    rest: [['full refund'], ['coupon', 'put right'], ['hold firm']],
  },
  {
    name: 'a coupon smooths it over',
    holds: (s) => madeGood(s),
    leads: ['coupon'],
    fits: ['part refund'],
    rest: [['part refund', 'put right'], ['full refund'], ['hold firm']],
  },
  {
    name: 'hold firm, with evidence',
    holds: (s) => s.evidence !== null,
    leads: ['hold firm'],
    fits: [],
    rest: [['coupon'], ['put right', 'part refund'], ['full refund']],
  },
  {
    name: 'explain and apologise',
    holds: () => true,
    leads: ['apologise'],
    fits: ['coupon'],
    rest: [['coupon'], ['hold firm'], ['put right', 'part refund'], ['full refund']],
  },
];

/** What ranking looks at besides the case: what each option would be, and what breaks a tie. */
export interface Weights {
  readonly proposed: (kind: OptionKind) => Proposed;
  /** It goes beyond the goodwill limit or a year of the client's margin. */
  readonly beyond: (kind: OptionKind) => boolean;
  readonly brokenRules: (kind: OptionKind) => number;
  /** How many like cases got it. */
  readonly likeCount: (kind: OptionKind) => number;
}

export interface Ranking {
  readonly sentence: Sentence['name'];
  /** The one to take. */
  readonly lead: OptionKind;
  /** What would lead within the limits; `lead` stands before it because it is cheaper. Null: nothing was set back. */
  readonly setBack: OptionKind | null;
  /** What was decided already, so that `lead` would give or say the same again. Null: it would not. */
  readonly again: CaseComplaint['decided'][number] | null;
  readonly order: readonly OptionKind[];
  readonly fits: ReadonlySet<OptionKind>;
  /** A coupon on top of putting it right, because they lost time. */
  readonly couponOnTop: boolean;
}

/** Puts the options in order. Pure, and total on any valid case. */
export function rank(s: Situation, the: DecisionCase, weights: Weights): Ranking {
  const sentence = sentenceFor(s, the);
  const leads = fittingLeads(sentence, s, the, weights);
  const chosen = leads.find((kind) => !weights.beyond(kind)) ?? cheapest(leads, weights);
  const { lead, again } = notTwice(chosen, [...leads, ...sentence.fits], s, the);
  const first = sentence.leads[0] ?? chosen;
  const couponOnTop = lead === 'put right' && s.lostTime !== null;
  const rest = sentence.rest.flatMap((line) => tied(line, weights));
  const order = [lead, ...(couponOnTop ? (['coupon'] as const) : []), ...leads, ...rest];
  const fits = new Set<OptionKind>([
    'apologise',
    ...order.slice(0, couponOnTop ? 2 : 1),
    ...leads,
    ...sentence.fits,
  ]);
  if (!canGiveBack(the)) for (const kind of ['part refund', 'full refund'] as const) fits.delete(kind);
  return {
    sentence: sentence.name,
    lead,
    setBack: first === chosen ? null : first,
    again,
    order: [...new Set(order)].filter((kind) => kind !== 'apologise' || lead === 'apologise'),
    fits,
    couponOnTop,
  };
}

function sentenceFor(s: Situation, the: DecisionCase): Sentence {
  const sentence = SENTENCES.find(({ holds }) => holds(s, the));
  if (sentence === undefined) throw new Error('The last sentence holds in any case.');
  return sentence;
}

/**
 * What may lead. Putting it right stands alone while it is in proportion; where it costs more than giving half of the
 * money back, what would lead if it could not be put right fits too. Held against half whatever the severity, so that
 * a graver complaint never falls back from money to none.
 */
function fittingLeads(sentence: Sentence, s: Situation, the: DecisionCase, weights: Weights): OptionKind[] {
  const others = outOfProportion(sentence, the, weights)
    ? sentenceFor({ ...s, mendable: false }, the).leads
    : [];
  return [...sentence.leads, ...others.filter((kind) => weights.proposed(kind).amount !== null)];
}

function outOfProportion(sentence: Sentence, the: DecisionCase, weights: Weights): boolean {
  const [cost, half] = [weights.proposed('put right').cost, halfBack(the)];
  return sentence.name === 'put right' && cost !== null && half !== null && cost > half;
}

/** From less to more: what was given is followed by more, never by the same or by less. */
const MONEY: readonly DecisionKind[] = ['coupon', 'part refund', 'full refund'];

/**
 * What leads where something was decided before: a coupon that was given already gives way to the refund that fits, and
 * so on; where nothing more fits, what was decided stands in `again`.
 */
function notTwice(
  chosen: OptionKind,
  fitting: readonly OptionKind[],
  s: Situation,
  the: DecisionCase,
): Pick<Ranking, 'lead' | 'again'> {
  const { decided } = the.complaint;
  // What is under way may still be enough, and while too little is known an apology can be said again.
  if (s.settled || s.underWay !== null || s.needs.length > 0) return { lead: chosen, again: null };
  const step = MONEY.indexOf(chosen);
  if (step < 0) {
    const sorry = (one: (typeof decided)[number]) => chosen === 'apologise' && one.withApology;
    return { lead: chosen, again: decided.findLast((one) => one.kind === chosen || sorry(one)) ?? null };
  }
  const given = decided.map(({ kind }) => MONEY.indexOf(kind));
  const most = Math.max(-1, ...given);
  if (most < step) return { lead: chosen, again: null };
  const more = canGiveBack(the) ? fitting.find((kind) => MONEY.indexOf(kind) > most) : undefined;
  return {
    lead: more ?? chosen,
    again: more === undefined ? (decided[given.lastIndexOf(most)] ?? null) : null,
  };
}

/** The first of the cheapest; an unknown cost is taken for the dearest. */
function cheapest(kinds: readonly OptionKind[], { proposed }: Weights): OptionKind {
  const cost = (kind: OptionKind) => proposed(kind).cost ?? Number.POSITIVE_INFINITY;
  return kinds.reduce((best, kind) => (cost(kind) < cost(best) ? kind : best));
}

/** A tie goes to what keeps the house rules, then to what like cases got, then as written. */
function tied(line: readonly OptionKind[], { brokenRules, likeCount }: Weights): OptionKind[] {
  return [...line].sort((a, b) => brokenRules(a) - brokenRules(b) || likeCount(b) - likeCount(a));
}
