import type { TrendWord } from '../lateness/trend.ts';

export const standings = ['good', 'keep an eye on', 'at risk', 'consider parting'] as const;
export type Standing = (typeof standings)[number];

/** Why a client stands where they stand. `bad` reasons lower the standing; the others are said in fairness. */
export interface StandingReason {
  readonly text: string;
  readonly bad: boolean;
}

export interface StandingSoFar {
  readonly word: Standing;
  readonly reasons: readonly StandingReason[];
}

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
}

/**
 * Standing so far, from payments, complaints and red flag. Never `consider parting`: that takes the conditions of
 * the decision desk, looked at by the owner. Two bad reasons, or one grave one, put a client at risk.
 */
export function standingSoFar(facts: StandingFacts): StandingSoFar {
  const bad: string[] = [];
  let grave = false;
  if (facts.flagged) {
    bad.push('red flag raised');
    grave = true;
  }
  if (facts.neverCame > 0) {
    bad.push(facts.neverCame === 1 ? 'one invoice never came' : `${facts.neverCame} invoices never came`);
    grave = true;
  }
  if (facts.trend === 'slipping') bad.push('payments slipping');
  if (facts.typicalDays !== null && facts.typicalDays > 31) bad.push('typically over a month late');
  else if (facts.neverCame === 0 && facts.oldestDays !== null && facts.oldestDays > 31) {
    bad.push(`an invoice is ${facts.oldestDays} days past due`);
  }
  if (facts.openSerious > 0) bad.push('a serious complaint is open');
  // Complaints that were ours say something about us, not about the client.
  if (facts.complaints12 - facts.ourFault12 >= 3) bad.push(`${facts.complaints12} complaints in 12 months`);

  const reasons: StandingReason[] = bad.map((text) => ({ text, bad: true }));
  if (facts.ourFault12 > 0) {
    const were = facts.ourFault12 === 1 ? 'was' : 'were';
    reasons.push({
      text: `${facts.ourFault12} of ${facts.complaints12} complaints ${were} our fault`,
      bad: false,
    });
  }
  if (bad.length === 0 && facts.trend === 'improving')
    reasons.push({ text: 'payments improving', bad: false });
  const word: Standing = grave || bad.length >= 2 ? 'at risk' : bad.length === 1 ? 'keep an eye on' : 'good';
  return { word, reasons };
}
