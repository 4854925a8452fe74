import * as z from 'zod';
import type { Day } from '../dates.ts';
import type { PartingCondition } from '../decisions/advice.ts';
import { PARTING_NEEDS } from '../decisions/part-ways.ts';
import { dayInput, idInput, textInput } from '../inputs.ts';
import { RUNG_LIMITS } from '../lateness/ladder.ts';
import type { TrendWord } from '../lateness/trend.ts';
import type { FigureQuery } from '../views/why.ts';

export const standings = ['good', 'keep an eye on', 'at risk', 'consider parting'] as const;
export type Standing = (typeof standings)[number];

/** Why a client stands where they stand. `bad` reasons lower the standing; the others are said in fairness. */
export interface StandingReason {
  readonly text: string;
  readonly bad: boolean;
  /** The figure whose rows prove it. */
  readonly figure: FigureQuery['figure'];
}

/** A client's standing as shown: what is reckoned from the facts, or what the owner set against it. */
export interface StandingShown {
  readonly word: Standing;
  readonly reasons: readonly StandingReason[];
  /** What the facts alone say. */
  readonly reckoned: Standing;
  /** Set by the owner; null: nobody set one. */
  readonly set: {
    readonly reason: string;
    readonly setOn: Day;
    readonly reviewOn: Day;
    /** The day to look at it again has come. */
    readonly reviewDue: boolean;
  } | null;
}

export const standingSetInput = z.object({
  clientId: idInput,
  standing: z.enum(standings),
  reason: textInput(2000, 'Say why you see it otherwise.'),
  reviewOn: dayInput,
});

/** The facts a standing is made of, as at one day. */
export interface StandingFacts {
  readonly flagged: boolean;
  readonly trend: TrendWord;
  readonly slope: number | null;
  /** Typical days late of the last 12 due; null when none is due. */
  readonly typicalDays: number | null;
  /** Invoices unpaid for 90 days or more, or written off among the last 12 due; without excused ones. */
  readonly neverCame: number;
  /** Days past due of the oldest open invoice that is not excused. */
  readonly oldestDays: number | null;
  readonly complaints12: number;
  readonly ourFault12: number;
  readonly openSerious: number;
  /** Noted in 12 months. */
  readonly staffStrain12: number;
  readonly boundariesBroken12: number;
  /** Redo requests in six months that are not of inside cause. */
  readonly redoNotInside6: number;
  /** Open complaints that are our fault or shared. */
  readonly ourFaultOpen: number;
  /** The inside causes were looked at since the newest complaint came. */
  readonly insideLooked: boolean;
  /** Which conditions of parting are met, as shared/decisions/part-ways.ts has it. */
  readonly partingMet: readonly PartingCondition['id'][];
}

const against = (text: string, figure: StandingReason['figure']): StandingReason => ({
  text,
  bad: true,
  figure,
});
const inFairness = (text: string, figure: StandingReason['figure']): StandingReason => ({
  text,
  bad: false,
  figure,
});

function latenessReasons(facts: StandingFacts): StandingReason[] {
  const reasons: StandingReason[] = [];
  if (facts.neverCame > 0) {
    const never = facts.neverCame === 1 ? 'one invoice' : `${facts.neverCame} invoices`;
    reasons.push(against(`${never} never came`, 'neverCame'));
  }
  if (facts.trend === 'slipping') reasons.push(against('payments slipping', 'trend'));
  if (facts.typicalDays !== null && facts.typicalDays > RUNG_LIMITS.month) {
    reasons.push(against('typically over a month late', 'typical'));
  } else if (facts.neverCame === 0 && facts.oldestDays !== null && facts.oldestDays > RUNG_LIMITS.month) {
    reasons.push(against(`an invoice not excused is ${facts.oldestDays} days past due`, 'pastDue'));
  }
  // Met by the past alone, it is nothing to watch; beside another condition it has to be said.
  if (reasons.length === 0 && facts.partingMet.includes('late') && facts.partingMet.length >= PARTING_NEEDS) {
    reasons.push(against('an invoice came over a month late', 'ladder'));
  }
  return reasons;
}

function conductReasons(facts: StandingFacts): StandingReason[] {
  const met = (id: PartingCondition['id']) => facts.partingMet.includes(id);
  return [
    ...(met('redo') ? [against(`${facts.redoNotInside6} redo requests in six months`, 'redoNotInside')] : []),
    ...(met('strain') ? [against(`staff strain noted ${times(facts.staffStrain12)}`, 'staffStrain')] : []),
    ...(met('boundary')
      ? [against(`boundary broken ${times(facts.boundariesBroken12)}`, 'boundariesBroken')]
      : []),
    ...(met('cost') ? [against('keeping them costs more than they bring', 'costToKeep')] : []),
  ];
}

const times = (count: number): string => (count === 2 ? 'twice' : `${count} times`);

/**
 * What the facts say of a client's standing. One reason against: keep an eye on; two, or a grave one (red flag, an
 * invoice that never came): at risk. Consider parting takes two conditions of parting, the inside causes looked at and
 * nothing of ours unsettled; where only that is missing, it is said, and the client stays at risk.
 */
export function reckonStanding(facts: StandingFacts): Pick<StandingShown, 'word' | 'reasons'> {
  const bad: StandingReason[] = [
    ...(facts.flagged ? [against('red flag raised', 'redFlag')] : []),
    ...latenessReasons(facts),
    ...conductReasons(facts),
  ];
  if (facts.openSerious > 0) bad.push(against('a serious complaint is open', 'openComplaints'));
  // Complaints that were ours say something about us, not about the client.
  if (facts.complaints12 - facts.ourFault12 >= 3) {
    bad.push(against(`${facts.complaints12} complaints in 12 months`, 'complaints12'));
  }

  const fair: StandingReason[] = [];
  const blocked = facts.partingMet.length >= PARTING_NEEDS;
  if (blocked && facts.ourFaultOpen > 0) {
    fair.push(inFairness('settle what is our fault before parting is considered', 'openComplaints'));
  }
  if (blocked && !facts.insideLooked) {
    fair.push(inFairness('look inside before parting is considered', 'complaintsAll'));
  }
  if (facts.ourFault12 > 0) {
    const were = facts.ourFault12 === 1 ? 'was' : 'were';
    fair.push(
      inFairness(`${facts.ourFault12} of ${facts.complaints12} complaints ${were} our fault`, 'complaints12'),
    );
  }
  if (bad.length === 0 && facts.trend === 'improving') fair.push(inFairness('payments improving', 'trend'));
  return { word: wordFor(facts, bad.length), reasons: [...bad, ...fair] };
}

function wordFor(facts: StandingFacts, bad: number): Standing {
  const parting = facts.partingMet.length >= PARTING_NEEDS && facts.insideLooked && facts.ourFaultOpen === 0;
  if (parting) return 'consider parting';
  if (facts.flagged || facts.neverCame > 0 || bad >= 2) return 'at risk';
  return bad === 1 ? 'keep an eye on' : 'good';
}
