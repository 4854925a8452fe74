import { type Day, daysBetween, windowStart } from '../../shared/dates.ts';
import { metConditions, type PartingFacts } from '../../shared/decisions/part-ways.ts';
import type { DueInvoice } from '../../shared/lateness/due.ts';
import { LAST_DUE } from '../../shared/lateness/due.ts';
import { fairLateness } from '../../shared/lateness/fair.ts';
import type { LatenessInvoice } from '../../shared/lateness/invoice.ts';
import { NEVER_CAME_AFTER, type Rung, rungOf } from '../../shared/lateness/ladder.ts';
import type { Trend } from '../../shared/lateness/trend.ts';
import type { TypicalDaysLate } from '../../shared/lateness/typical.ts';
import type { Minor } from '../../shared/money.ts';
import type { NoteKind } from '../../shared/notes/note.ts';
import { costOfMinutes, costToKeep } from '../../shared/standing/cost-to-keep.ts';
import { ASSUMED_INTEREST_PERMILLE, ASSUMED_MARGIN_PERMILLE } from '../../shared/standing/keeping.ts';
import { reckonStanding, type Standing, type StandingReason } from '../../shared/standing/standing.ts';
import type { FigureFacts } from './figure-facts.ts';
import type { ComplaintFact } from './gather.ts';
import type { Reader } from './handles.ts';
import { keepingRows, mostLateMoney, ratesOf } from './keeping.ts';
import { looked } from './notes.ts';

/** A day that leaves a window of so many months, and changes the figures when it does. */
export interface Leaving {
  readonly on: Day;
  readonly months: number;
}

/** What the figures of a client have gathered already. */
interface Gathered {
  readonly facts: FigureFacts;
  /** Hours of the 12 months, those of put rights among them. */
  readonly spent: readonly { readonly minutes: number; readonly hourlyCost: Minor }[];
  /** Hours of put rights are in it. */
  readonly goodwill12: Minor;
  readonly trend: Trend;
  readonly typical: TypicalDaysLate | null;
  /** The newest due, in due order: the last 12 and some to spare. */
  readonly due: readonly DueInvoice[];
  readonly pastDue: readonly LatenessInvoice[];
  readonly complaints12: readonly ComplaintFact[];
  readonly openComplaints: readonly ComplaintFact[];
}

/** The standing that the facts alone make, and what will change it by itself. */
export interface Reckoned {
  readonly word: Standing;
  readonly reasons: readonly StandingReason[];
  readonly leaving: readonly Leaving[];
  /** They cost more than they bring, and every day that leaves the 12 months may change that. */
  readonly daily: boolean;
}

export function reckoned(read: Reader, clientId: number, today: Day, known: Gathered): Reckoned {
  const from6 = windowStart(today, 6);
  const noted = (kind: NoteKind) => known.facts.notes.filter((note) => note.kind === kind).length;
  const redo = known.complaints12.filter(redoNotInside).filter(({ opened }) => opened >= from6);
  const against = known.pastDue.filter((invoice) => !invoice.excused);
  const facts = {
    worstRung: worstRung(known.due),
    ...fairLateness(known.due, known),
    redoNotInside6: redo.length,
    staffStrain12: noted('staff strain'),
    boundariesBroken12: noted('boundary broken'),
  };
  const met = conditionsMet(facts, () => costsMore(read, clientId, today, known));
  const standing = reckonStanding({
    ...facts,
    flagged: known.facts.flagged,
    slope: known.trend.slope,
    neverCame: neverCame(known.due.slice(-LAST_DUE), known.pastDue, today).length,
    oldestDays: against[0] === undefined ? null : daysBetween(against[0].due, today),
    complaints12: known.complaints12.length,
    ourFault12: known.complaints12.filter(({ fault }) => fault === 'ours').length,
    openSerious: known.openComplaints.filter(({ severity }) => (severity ?? 0) >= 3).length,
    ourFaultOpen: known.openComplaints.filter(({ fault }) => fault === 'ours' || fault === 'shared').length,
    // It changes nothing before there are conditions to be blocked.
    insideLooked: met.length > 0 && looked(read, clientId),
    partingMet: met,
  });
  return {
    ...standing,
    daily: met.includes('cost'),
    leaving: [
      ...known.facts.notes.map(({ on }) => ({ on, months: 12 })),
      ...redo.map(({ opened }) => ({ on: opened, months: 6 })),
    ],
  };
}

/** A redo request that was not of inside cause. Without a cause nobody knows yet: it does not count against the client. */
export const redoNotInside = ({ redoAsked, group }: Pick<ComplaintFact, 'redoAsked' | 'group'>): boolean =>
  redoAsked && group !== null && group !== 'inside';

/** Ids of the invoices that never came: open ones of any age, written-off ones among the last 12 due; no excused one. */
export function neverCame(
  last: readonly DueInvoice[],
  pastDue: readonly Pick<LatenessInvoice, 'id' | 'due' | 'excused'>[],
  today: Day,
): number[] {
  return [
    ...pastDue
      .filter(({ due, excused }) => !excused && daysBetween(due, today) >= NEVER_CAME_AFTER)
      .map(({ id }) => id),
    ...last
      .filter(({ lateness, invoice }) => lateness.kind === 'writtenOff' && !invoice.excused)
      .map(({ invoice }) => invoice.id),
  ];
}

/** Of the last 12 due that are not excused. */
function worstRung(due: readonly DueInvoice[]): Rung | null {
  let worst: Rung | null = null;
  for (const { lateness } of due.filter(({ invoice }) => !invoice.excused).slice(-LAST_DUE)) {
    const on = rungOf(lateness);
    if (worst === null || on > worst) worst = on;
  }
  return worst;
}

/**
 * Which conditions of parting are met. Cost to keep is dear to reckon for every client, so it is asked for only where
 * another condition is met already: alone it changes nothing.
 */
function conditionsMet(
  facts: Omit<PartingFacts, 'left12'>,
  costs: () => boolean,
): ReturnType<typeof metConditions> {
  const met = metConditions({ ...facts, left12: 0 });
  return met.length > 0 && costs() ? metConditions({ ...facts, left12: -1 }) : met;
}

/** Whether keeping the client costs more than they bring: by a bound where that is enough, as for nearly all it is. */
function costsMore(read: Reader, clientId: number, today: Day, known: Gathered): boolean {
  const rates = ratesOf(read);
  const { facts, spent, goodwill12 } = known;
  const margin = Math.floor((facts.revenue * (rates.marginPermille ?? ASSUMED_MARGIN_PERMILLE)) / 1000);
  // Goodwill has the hours of put rights in it, which are counted again here: the bound is only safer for it.
  const hours = spent.reduce((sum, { minutes, hourlyCost }) => sum + costOfMinutes(minutes, hourlyCost), 0);
  const most = mostLateMoney(read, clientId, today, rates.interestPermille ?? ASSUMED_INTEREST_PERMILLE);
  if (margin >= hours + goodwill12 + facts.writtenOff + most) return false;
  return costToKeep(keepingRows(read, clientId, today), rates, { minutes: 0, revenue: 0 }, today).left < 0;
}
