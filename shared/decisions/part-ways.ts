import { plural } from '../complaints/clocks.ts';
import { RUNG_NAMES } from '../lateness/ladder.ts';
import type { PartingCondition, PartWaysAdvice, Reason } from './advice.ts';
import type { CaseClient } from './case.ts';
import { times } from './counts.ts';
import type { Show } from './rules/rule.ts';

/** The facts the conditions of parting stand on. */
export type PartingFacts = Pick<
  CaseClient,
  'worstRung' | 'trend' | 'typicalDays' | 'redoNotInside6' | 'staffStrain12' | 'left12' | 'boundariesBroken12'
>;

type Condition = PartingCondition['id'];

/** So many conditions have to be met: parting never follows from one thing alone. */
export const PARTING_NEEDS = 2;

const LATE_RUNG = 4;
const PAST_A_MONTH = 31;
const REDO_NEEDS = 3;
const STRAIN_NEEDS = 2;
const BOUNDARY_NEEDS = 2;
/** From this share of all revenue on, letting go is warned of. */
const BIG_SHARE_PERCENT = 10;

const tests: Readonly<Record<Condition, (facts: PartingFacts) => boolean>> = {
  late: (facts) => (facts.worstRung ?? 0) >= LATE_RUNG || slippingPastAMonth(facts),
  redo: (facts) => facts.redoNotInside6 >= REDO_NEEDS,
  strain: (facts) => facts.staffStrain12 >= STRAIN_NEEDS,
  cost: (facts) => facts.left12 < 0,
  boundary: (facts) => facts.boundariesBroken12 >= BOUNDARY_NEEDS,
};
const conditions = Object.keys(tests) as Condition[];

function slippingPastAMonth({ trend, typicalDays }: PartingFacts): boolean {
  return trend === 'slipping' && typicalDays !== null && typicalDays > PAST_A_MONTH;
}

/**
 * The conditions of parting that are met: paying over a month late, never, or slipping past a month; three or more redo
 * requests in six months not of inside cause; staff strain noted twice; cost to keep above what they bring; a boundary
 * broken twice (the last three in 12 months).
 */
export function metConditions(facts: PartingFacts): Condition[] {
  return conditions.filter((id) => tests[id](facts));
}

/** All five conditions, met or not, each in a sentence with its number. */
export function partingConditions(facts: PartingFacts, show: Show): PartingCondition[] {
  return conditions.map((id) => ({ id, met: tests[id](facts), ...told(id, facts, show) }));
}

function told(id: Condition, facts: PartingFacts, show: Show): Reason {
  switch (id) {
    case 'late':
      return lateness(facts);
    case 'redo':
      return {
        text: `${redoRequests(facts.redoNotInside6)}${short(facts.redoNotInside6, REDO_NEEDS)}.`,
        evidence: { kind: 'figure', figure: 'redoNotInside', part: null },
      };
    case 'strain':
      return {
        text: `${facts.staffStrain12 === 0 ? 'No staff strain was noted' : `Staff strain was noted ${times(facts.staffStrain12)}`} in 12 months${short(facts.staffStrain12, STRAIN_NEEDS)}.`,
        evidence: { kind: 'figure', figure: 'staffStrain', part: null },
      };
    case 'cost':
      return {
        text:
          facts.left12 < 0
            ? `Keeping them cost ${show(-facts.left12)} more than they brought in 12 months.`
            : `They brought ${show(facts.left12)} more than keeping them cost in 12 months.`,
        evidence: { kind: 'keeping', line: 'left' },
      };
    case 'boundary':
      return {
        text: `${facts.boundariesBroken12 === 0 ? 'No boundary was broken' : `A boundary was broken ${times(facts.boundariesBroken12)}`} in 12 months${short(facts.boundariesBroken12, BOUNDARY_NEEDS)}.`,
        evidence: { kind: 'figure', figure: 'boundariesBroken', part: null },
      };
  }
}

function redoRequests(count: number): string {
  if (count === 0) return 'No redo request in six months but of inside cause';
  return `${plural(count, 'redo request')} in six months, ${count === 1 ? 'not' : 'none of them'} of inside cause`;
}

/** How many it takes, where there are fewer. */
const short = (count: number, needs: number): string => (count >= needs ? '' : `; it takes ${needs}`);

function lateness(facts: PartingFacts): Reason {
  const { worstRung, typicalDays } = facts;
  if (slippingPastAMonth(facts) && (worstRung ?? 0) < LATE_RUNG) {
    return {
      text: `Payments are slipping: ${plural(typicalDays ?? 0, 'day')} late, typically.`,
      evidence: { kind: 'figure', figure: 'trend', part: null },
    };
  }
  const worst = worstRung === null ? null : RUNG_NAMES[worstRung];
  return {
    text:
      worst === null
        ? 'No invoice of theirs says yet how they pay.'
        : worstRung === 0
          ? 'Their last invoices were all paid on time.'
          : worstRung === 5
            ? 'Of their last invoices, at least one never came.'
            : `Of their last invoices, the worst was ${worst} late.`,
    evidence: { kind: 'figure', figure: 'ladder', part: null },
  };
}

/**
 * Whether parting is on the table, with all its conditions. Two have to be met, and nothing may block: inside causes
 * not looked at, or a complaint that is our fault unsettled. A share of revenue of 10 % or more is a warning only.
 */
export function partWays(the: { readonly client: CaseClient }, show: Show): PartWaysAdvice {
  const { client } = the;
  const blocks = blocksOf(client);
  const big = client.revenuePercent !== null && client.revenuePercent >= BIG_SHARE_PERCENT;
  return {
    onTheTable: metConditions(client).length >= PARTING_NEEDS && blocks.length === 0,
    conditions: partingConditions(client, show),
    blocks,
    warning: big
      ? `They bring ${client.revenuePercent}\u00a0% of your revenue: work out first what letting go would mean.`
      : null,
  };
}

function blocksOf({ insideLooked, ourFaultOpen }: CaseClient): Reason[] {
  const blocks: Reason[] = [];
  if (!insideLooked) {
    blocks.push({
      text: 'Look inside first: process, communication, value for the price, training.',
      evidence: { kind: 'case', field: 'insideLooked' },
    });
  }
  if (ourFaultOpen > 0) {
    blocks.push({
      text:
        ourFaultOpen === 1
          ? 'Settle the complaint that is our fault first.'
          : `Settle the ${ourFaultOpen} complaints that are our fault first.`,
      evidence: { kind: 'figure', figure: 'openComplaints', part: null },
    });
  }
  return blocks;
}
