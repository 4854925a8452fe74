import { addDays, type Day, daysBetween } from '../dates.ts';
import type { Random } from './random.ts';
import { compare, type Draft, inDueOrder } from './schedule.ts';
import type { Late, PaysSeed } from './seeds.ts';

/** An invoice and how it will be paid. */
export interface Dealt {
  readonly draft: Draft;
  readonly late: Late;
}

/** How many of the newest due invoices a trend looks at. */
const TREND_WINDOW = 12;

/**
 * Decides of every invoice how late it is paid, in due order. The newest due ones follow the client's own list, where
 * there is one; the others stay within the usual range, drawn again until no trend can be read into them: a prompt
 * payer must not look as if slipping by chance.
 */
export function dealLateness(
  pays: PaysSeed,
  drafts: readonly Draft[],
  today: Day,
  random: Random,
): readonly Dealt[] {
  const ordered = inDueOrder(drafts);
  const pastDue = ordered.filter((draft) => draft.due < today).length;
  const told = pays.last ?? [];
  let dealt: Dealt[] = [];
  for (let attempt = 0; attempt < 200; attempt += 1) {
    dealt = ordered.map((draft, index) => {
      const drawn = random.between(pays.usual[0], pays.usual[1]);
      const fromList = index < pastDue ? told[told.length - (pastDue - index)] : undefined;
      // One told of in detail does not pay before the newest invoice is due, or the list would move by one.
      const usual = told.length > 0 && index >= pastDue ? Math.max(0, drawn) : drawn;
      return { draft, late: fromList ?? Math.max(usual, daysBetween(draft.due, draft.issued)) };
    });
    if (told.length > 0 || isCalm(dealt, today)) break;
  }
  return dealt;
}

/** The day an invoice is paid in full, or null where it is not by `today`. */
export function paidOn({ draft, late }: Dealt, today: Day): Day | null {
  if (typeof late !== 'number') return null;
  const day = addDays(draft.due, late);
  if (day > today) return null;
  return later(day, draft.issued);
}

/** The later of two days: text, so no Math.max. */
export function later(a: Day, b: Day): Day {
  return compare(a, b) < 0 ? b : a;
}

/** Later pairs against earlier ones: far from the count at which a rise or fall would pass for a trend. */
function isCalm(dealt: readonly Dealt[], today: Day): boolean {
  const days = dealt
    .map((one) => {
      const paid = paidOn(one, today);
      if (paid !== null) return daysBetween(one.draft.due, paid);
      return one.draft.due < today ? daysBetween(one.draft.due, today) : null;
    })
    .filter((late) => late !== null)
    .slice(-TREND_WINDOW);
  let rise = 0;
  days.forEach((later, index) => {
    for (const earlier of days.slice(0, index)) rise += Math.sign(later - earlier);
  });
  return Math.abs(rise) <= days.length;
}
