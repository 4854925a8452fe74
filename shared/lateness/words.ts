import { type Day, showMonthYear } from '../dates.ts';
import type { Ladder, LadderStep } from './ladder.ts';
import { TREND_NEEDS, type Trend } from './trend.ts';
import type { TypicalDaysLate } from './typical.ts';

const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** Small numbers as words; figures from 13 on. */
function inWords(count: number): string {
  return NUMBERS[count] ?? String(count);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** How late in everyday words, in two parts so that a repeated unit can be dropped: “two” + “weeks”. */
interface HowLate {
  readonly amount: string;
  readonly unit: 'day' | 'days' | 'week' | 'weeks' | 'month' | 'months' | 'year';
}

/**
 * The most days each phrase stands for. Rounded to what one would say, but never across a rung, and a single day is
 * not made into a week.
 */
const PHRASES: readonly (readonly [upTo: number, HowLate])[] = [
  [1, { amount: 'a', unit: 'day' }],
  [4, { amount: 'a few', unit: 'days' }],
  [7, { amount: 'a', unit: 'week' }],
  [10, { amount: 'over a', unit: 'week' }],
  [14, { amount: 'two', unit: 'weeks' }],
  [17, { amount: 'over two', unit: 'weeks' }],
  [24, { amount: 'three', unit: 'weeks' }],
  [31, { amount: 'a', unit: 'month' }],
  [52, { amount: 'over a', unit: 'month' }],
];

const DAYS_A_MONTH = 365.25 / 12;

function howLate(days: number): HowLate {
  const phrase = PHRASES.find(([upTo]) => days <= upTo);
  if (phrase !== undefined) return phrase[1];
  if (days >= 365) return { amount: 'over a', unit: 'year' };
  return { amount: inWords(Math.round(days / DAYS_A_MONTH)), unit: 'months' };
}

/** True where “two weeks” after “a week” can be just “two”. */
function repeatsUnit(late: HowLate, before: HowLate | null): boolean {
  return (
    before !== null &&
    late.unit.endsWith('s') &&
    late.unit !== 'days' &&
    before.unit.replace(/s$/, '') === late.unit.slice(0, -1)
  );
}

/** The steps where the client reached a new worst, from the level they began on if that was late already. */
function climbingSteps(ladder: Ladder): readonly LadderStep[] {
  return ladder.steps.filter((step, index) => {
    const before = ladder.steps[index - 1];
    return before === undefined ? step.rung > 0 : step.worst > before.worst;
  });
}

function neverCame(ladder: Ladder): string {
  const top = ladder.rungs[5];
  const count = top?.count ?? 1;
  return `${inWords(count)} never came${top !== undefined && top.excused === count ? ' (excused)' : ''}`;
}

/**
 * The climb in one sentence, “A week in January, two in March, a month in May, then one never came.”, from the ladder's
 * own invoices; months are those of the due dates. Null unless the ladder really climbs: the running worst has to rise
 * at least twice above where the client began. An excused step is said, and said to be excused. With `asOf`, months of
 * another year than its own are given their year; without, only where the sentence spans several years.
 */
export function climb(ladder: Ladder, asOf?: Day): string | null {
  const steps = climbingSteps(ladder);
  const rises = steps.filter((step) => step !== ladder.steps[0]).length;
  if (rises < 2) return null;
  const years = new Set(steps.filter((step) => step.rung < 5).map((step) => step.due.slice(0, 4)));
  if (asOf !== undefined) years.add(asOf.slice(0, 4));

  let before: HowLate | null = null;
  const parts: string[] = [];
  for (const step of steps) {
    if (step.rung === 5) {
      parts.push(neverCame(ladder));
      continue;
    }
    const late = howLate(step.days);
    const phrase = repeatsUnit(late, before) ? late.amount : `${late.amount} ${late.unit}`;
    const month = years.size > 1 ? showMonthYear(step.due) : showMonthYear(step.due).slice(0, -5);
    parts.push(
      `${phrase} in ${month}${step.kind === 'open' ? ' so far' : ''}${step.excused ? ' (excused)' : ''}`,
    );
    before = late;
  }
  const last = parts.pop() ?? '';
  return `${capitalised(parts.length > 0 ? `${parts.join(', ')}, then ${last}` : last)}.`;
}

/** “half a day”, “a day”, “a day and a half”, “3 days”: a slope's size, no more exact than it deserves. */
function aboutDays(days: number): string {
  if (days < 0.75) return 'half a day';
  if (days < 1.25) return 'a day';
  return days < 1.75 ? 'a day and a half' : `${Math.round(days)} days`;
}

/** The trend in one sentence: “Slipping: about 3 days later with each invoice.” */
export function trendSentence(trend: Trend): string {
  switch (trend.word) {
    case 'slipping':
      return `Slipping: about ${aboutDays(trend.slope)} later with each invoice.`;
    case 'improving':
      return `Improving: about ${aboutDays(-trend.slope)} earlier with each invoice.`;
    case 'steady':
      return `Steady: no clear change over the last ${trend.count} invoices.`;
    case 'tooEarly': {
      const due =
        trend.count === 0
          ? 'no invoice has been due yet'
          : trend.count === 1
            ? '1 invoice has been due'
            : `${trend.count} invoices have been due`;
      return `Too early to tell: ${due}, and it takes ${TREND_NEEDS}.`;
    }
  }
}

/** The typical value in words: “18 days late, typically”, “more than 40 days late, typically”, “nothing due yet”. */
export function typicalWords(typical: TypicalDaysLate | null): string {
  if (typical === null) return 'nothing due yet';
  const { kind, days } = typical;
  const size = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
  if (kind === 'moreThan') return `more than ${size} late, typically`;
  if (days === 0) return 'on the day, typically';
  return `${size} ${days > 0 ? 'late' : 'early'}, typically`;
}
