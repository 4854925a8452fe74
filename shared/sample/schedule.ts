import { addDays, addMonths, type Day, dayParts, showMonth } from '../dates.ts';
import type { Minor } from '../money.ts';
import type { Random } from './random.ts';
import type { ClientSeed, WorkSeed } from './seeds.ts';

/** An invoice before anybody paid it. */
export interface Draft {
  readonly issued: Day;
  readonly due: Day;
  readonly title: string;
  readonly amount: Minor;
}

/** The ledger's own terms, for clients without terms of their own. */
const USUAL_TERMS = 30;
const MONTHS_KEPT = 36;

export function termsOf(client: ClientSeed): number {
  return client.terms ?? USUAL_TERMS;
}

/**
 * The newest due day of the past, from which a client's due days are counted back. Where the seed may choose, it lies
 * further back than the client ever pays late: only those meant to owe something past due do.
 */
export function anchorDay(client: ClientSeed, today: Day, random: Random): Day {
  const drawn = random.between(Math.max(2, client.pays.usual[1] + 2), 27);
  return addDays(today, -(client.work?.anchor ?? drawn));
}

/** Every invoice of a client issued by `today`, in order of issue. */
export function draftInvoices(
  client: ClientSeed,
  today: Day,
  anchor: Day,
  scale: (figure: number) => Minor,
): readonly Draft[] {
  const { work } = client;
  if (work === null) return [];
  const terms = termsOf(client);
  const first = addMonths(today, -(work.from ?? MONTHS_KEPT));
  const last = work.until === undefined ? today : addMonths(today, -work.until);
  const drafts: Draft[] = [];

  // A few steps into the future: invoices issued by today and not yet due.
  for (let step = -4; ; step += 1) {
    const due = stepBack(anchor, work.every, step);
    const issued = addDays(due, -terms);
    if (issued < first) break;
    const { month } = dayParts(issued);
    if (issued > last || (work.months !== undefined && !work.months.includes(month))) continue;
    drafts.push({
      issued,
      due,
      title: regularTitle(work, month),
      amount: scale(priceOn(work, issued, today)),
    });
  }
  for (const extra of work.extras ?? []) {
    const due = addDays(today, -extra.dueAgo);
    const issued = addDays(due, -terms);
    const title = extra.title ?? seasonalJob(dayParts(issued).month);
    drafts.push({ issued, due, title, amount: scale(extra.price) });
  }
  return drafts.sort((a, b) => compare(a.issued, b.issued) || compare(a.due, b.due));
}

/** Orders by due day, then by issue day, as the lateness figures do. */
export function inDueOrder<T extends { readonly due: Day; readonly issued: Day }>(
  invoices: readonly T[],
): T[] {
  return [...invoices].sort((a, b) => compare(a.due, b.due) || compare(a.issued, b.issued));
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** True for November to February, when little grows. */
export function isCold(month: number): boolean {
  return month <= 2 || month >= 11;
}

function stepBack(anchor: Day, every: WorkSeed['every'], step: number): Day {
  if (every === 'month') return addMonths(anchor, -step);
  if (every === 'quarter') return addMonths(anchor, -3 * step);
  return addDays(anchor, -step * every);
}

function priceOn(work: WorkSeed, issued: Day, today: Day): number {
  const before = work.before ?? { price: Math.round(work.price * 0.95), monthsAgo: 19 };
  return issued < addMonths(today, -before.monthsAgo) ? before.price : work.price;
}

function regularTitle(work: WorkSeed, month: number): string {
  return `${isCold(month) ? (work.coldTitle ?? work.title) : work.title}, ${showMonth(month)}`;
}

/** What an extra visit is for in that month. */
function seasonalJob(month: number): string {
  if (month === 12 || month <= 3) return 'Winter pruning';
  if (month <= 4) return 'Spring planting';
  if (month <= 6) return 'Feed and weed';
  if (month <= 9) return 'Hedge cut';
  return 'Leaf clearance';
}
