import { addDaysHeld, type Day } from '../dates.ts';
import { asDue, hasTime, LAST_DUE } from '../lateness/due.ts';
import type { LatenessInvoice } from '../lateness/invoice.ts';
import type { Observation } from '../lateness/kaplan-meier.ts';
import { typicalOf } from '../lateness/typical.ts';
import { percent } from '../money.ts';
import { type Outcome, type Sooner, type Tally, TOO_FEW } from './outcome.ts';

/** Days after a decision within which a new invoice, or another complaint, is looked for. */
export const SOON = 90;
export const LATER = 180;

/** Invoices it takes on each side before paying can be compared, and the days that make a difference. */
const PAYS_NEEDS = 3;
const PAYS_DIFFERS = 3;

/** How late one invoice was, or has been so far. */
export interface TimedInvoice extends Observation {
  readonly due: Day;
}

/** What the ledger holds of one client, as far as outcomes ask for it. Each list in the order of its days. */
export interface ClientDealings {
  /** Days on which invoices were issued. */
  readonly issued: readonly Day[];
  readonly complaints: readonly {
    readonly id: number;
    readonly receivedOn: Day;
    readonly causeId: number | null;
  }[];
  /** From `timedInvoices`. */
  readonly timed: readonly TimedInvoice[];
}

/** One decision and the dealings of its client: all that its outcome is found from. */
export interface OutcomeFacts {
  readonly decisionId: number;
  readonly decidedOn: Day;
  /** The complaint it was about; null: none. */
  readonly complaint: { readonly id: number; readonly causeId: number | null } | null;
  /** Null: it gave no coupon. */
  readonly coupon: { readonly validUntil: Day | null; readonly redeemedOn: Day | null } | null;
  readonly dealings: ClientDealings;
}

/** An outcome with what only counting needs. */
export interface CountableOutcome extends Outcome {
  /** A complaint with the same cause within 180 days; null: a cause was not noted, so that nothing can be said. */
  readonly sameCauseAgain: Sooner | null;
}

/**
 * The invoices that say how late the client pays, in due order: due before `today`, not excused, and with a time to
 * measure. The excused are left out because they were due while a complaint of our making was open: the client who
 * waited for us to mend it would seem to pay faster afterwards, whatever was decided. One that is not due yet is left
 * out even when it is paid: of those, only the early ones are known.
 * Throws RangeError for impossible input.
 */
export function timedInvoices(invoices: readonly LatenessInvoice[], today: Day): TimedInvoice[] {
  const timed: TimedInvoice[] = [];
  for (const invoice of invoices) {
    if (invoice.excused || invoice.due >= today) continue;
    const row = asDue(invoice, today);
    if (row === null || !hasTime(row)) continue;
    timed.push({ due: invoice.due, time: row.days, event: row.lateness.kind === 'settled' });
  }
  return timed;
}

/**
 * What came after a decision, as at `today` (nothing later is looked at). It says what followed, never that it followed
 * from the decision: a client who stays may have stayed anyway.
 *
 * - Came back: an invoice issued 1 to 90 (180) days after; one of the decision's own day is not new. `open` through day
 *   90 (180) while none has come.
 * - Complained again: a complaint received 1 to 180 days after, other than the one that was decided on.
 * - Coupon: used on whatever day, also after its last; lapsed the day after its last; without an end open until used.
 * - Pays: typical days late (median of the Kaplan–Meier estimate, the unpaid censored, as everywhere) of the last 12
 *   invoices due in the 180 days before against the first 12 due in the 180 days after. Not the median of the paid, nor
 *   one that takes the unpaid as paid today: both would call a client faster who stopped paying last month. Faster or
 *   slower from 3 days' difference on; null with fewer than 3 invoices on a side, or where too many are unpaid to tell.
 *
 * Throws RangeError for a day that does not exist.
 */
export function outcomeOf(facts: OutcomeFacts, today: Day): CountableOutcome {
  const { decisionId, decidedOn, dealings, complaint, coupon } = facts;
  const end90 = addDaysHeld(decidedOn, SOON);
  const end180 = addDaysHeld(decidedOn, LATER);
  const first = dealings.issued[placeAfter(dealings.issued, decidedOn, (on) => on)];
  const back = first === undefined || first > today ? null : first;
  return {
    decisionId,
    cameBack90: within(back, end90, today),
    cameBack180: within(back, end180, today),
    ...again(dealings.complaints, decidedOn, complaint, end180, today),
    couponUsed: coupon === null ? null : couponUsed(coupon, today),
    pays: pays(dealings.timed, decidedOn, end180),
  };
}

/** The answer to whether something, first seen on `on`, came by `end`. */
function within(on: Day | null, end: Day, today: Day): Sooner {
  const open = today <= end;
  if (on !== null && on <= end) return open ? { word: 'yes', on, until: end } : { word: 'yes', on };
  return open ? { word: 'open', until: end } : { word: 'no' };
}

function again(
  complaints: ClientDealings['complaints'],
  decidedOn: Day,
  own: OutcomeFacts['complaint'],
  end: Day,
  today: Day,
): Pick<CountableOutcome, 'complainedAgain' | 'sameCauseAgain'> {
  const cause = own?.causeId ?? null;
  let next: Day | null = null;
  let same: Day | null = null;
  let unsure = cause === null;
  for (let i = placeAfter(complaints, decidedOn, receivedOn); i < complaints.length; i++) {
    const later = complaints[i];
    if (later === undefined || later.receivedOn > end || later.receivedOn > today) break;
    if (later.id === own?.id) continue;
    next ??= later.receivedOn;
    if (cause !== null && later.causeId === cause) {
      same = later.receivedOn;
      break;
    }
    if (later.causeId === null) unsure = true;
  }
  const complained = within(next, end, today);
  const known = same !== null || !unsure;
  return {
    complainedAgain:
      complained.word === 'yes' && known ? { ...complained, sameCause: same !== null } : complained,
    sameCauseAgain: known ? within(same, end, today) : null,
  };
}

const receivedOn = (complaint: { readonly receivedOn: Day }): Day => complaint.receivedOn;

function couponUsed(coupon: NonNullable<OutcomeFacts['coupon']>, today: Day): Sooner {
  const { validUntil, redeemedOn } = coupon;
  const valid = validUntil === null || today <= validUntil;
  if (redeemedOn !== null && redeemedOn <= today) {
    return validUntil !== null && valid
      ? { word: 'yes', on: redeemedOn, until: validUntil }
      : { word: 'yes', on: redeemedOn };
  }
  return valid ? { word: 'open', until: validUntil } : { word: 'no' };
}

const dueOn = (invoice: TimedInvoice): Day => invoice.due;

function pays(timed: readonly TimedInvoice[], decidedOn: Day, end: Day): Outcome['pays'] {
  const from = placeAfter(timed, addDaysHeld(decidedOn, -LATER - 1), dueOn);
  const until = placeAfter(timed, addDaysHeld(decidedOn, -1), dueOn);
  const since = placeAfter(timed, decidedOn, dueOn);
  const to = placeAfter(timed, end, dueOn);
  if (until - from < PAYS_NEEDS || to - since < PAYS_NEEDS) return null;
  // Both sides from nearest to the decision, and as many as any typical value stands on.
  const before = typicalOf(timed.slice(Math.max(from, until - LAST_DUE), until));
  const after = typicalOf(timed.slice(since, Math.min(to, since + LAST_DUE)));
  if (before === null || after === null) return null;
  const unsure = [before, after].filter(({ kind }) => kind === 'moreThan').length;
  if (unsure === 2) return null;
  const later = after.days - before.days;
  const word = later >= PAYS_DIFFERS ? 'slower' : later <= -PAYS_DIFFERS ? 'faster' : 'the same';
  const days = { before: before.days, after: after.days };
  if (unsure === 0) return { word, ...days };
  // “More than 9” against 20 could be anything; against 3 it is more.
  if (after.kind === 'moreThan') return word === 'slower' ? { word, ...days, moreThan: 'after' } : null;
  return word === 'faster' ? { word, ...days, moreThan: 'before' } : null;
}

/** Where in `rows`, ascending by `of`, the first one after `day` stands; their number where there is none. */
function placeAfter<Row>(rows: readonly Row[], day: Day, of: (row: Row) => Day): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row !== undefined && of(row) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Counts answers: `yes` and `of` are those whose window has closed, `open` those whose window has not, whether it came
 * early or not; percent with one decimal, null under `TOO_FEW` closed ones. `null` answers are not counted.
 */
export function tally(answers: readonly (Sooner | null)[]): Tally {
  let [yes, no, open, early] = [0, 0, 0, 0];
  for (const answer of answers) {
    if (answer === null) continue;
    if (answer.word === 'no') no += 1;
    else if (answer.word === 'open') open += 1;
    else if (answer.until === undefined) yes += 1;
    else early += 1;
  }
  return tallied(yes, no, open, early);
}

/** A tally of numbers counted already; `open` without the early ones. */
export function tallied(yes: number, no: number, open: number, early: number): Tally {
  const of = yes + no;
  return { yes, of, open: open + early, early, percent: of < TOO_FEW ? null : percent(yes, of) };
}
