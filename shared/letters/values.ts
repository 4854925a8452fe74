import { type Day, showDayLong } from '../dates.ts';
import type { Minor } from '../money.ts';
import type { Parting, Referral } from '../partings/parting.ts';
import type { ValuesOf } from './purposes.ts';

type Show = (amount: Minor) => string;

/** What every letter is filled with. */
export interface LetterFacts {
  readonly client: { readonly name: string; readonly contact: string | null };
  readonly business: string;
  readonly today: Day;
}

/** “17 November 2026”, as a letter has it. */
export function letterDay(day: Day): string {
  return showDayLong(day).split(' ').slice(1).join(' ');
}

/** “nothing” where there is none: “nothing is open on your account”. */
const orNothing = (amount: Minor, show: Show): string => (amount > 0 ? show(amount) : 'nothing');

function always({ client, business, today }: LetterFacts) {
  return {
    client: client.name,
    // “Denise Harrow, estate manager”: a letter greets the person.
    contact: client.contact?.split(',')[0] ?? client.name,
    business,
    date: letterDay(today),
  };
}

/** What a farewell's fields are filled with; `owed` in minor units. `referral` is the one the worksheet chose. */
export function farewellValues(
  facts: LetterFacts & { readonly owed: Minor },
  parting: Pick<Parting, 'handOver' | 'partsOn'>,
  referral: Pick<Referral, 'name' | 'contact'> | null,
  show: Show,
): ValuesOf<'farewell'> {
  return {
    ...always(facts),
    owed: orNothing(facts.owed, show),
    lastDay: parting.partsOn === null ? null : letterDay(parting.partsOn),
    referral:
      referral === null ? null : [referral.name, referral.contact].filter((part) => part !== null).join(', '),
    handOver: parting.handOver,
  };
}

/** What an apology is about: the complaint's day, what was done, and the coupon that goes with it. */
export interface ApologyFacts {
  readonly told: Day | null;
  readonly what: string | null;
  readonly coupon: {
    readonly code: string;
    readonly value: Minor;
    readonly validUntil: Day | null;
  } | null;
}

export function apologyValues(facts: LetterFacts & ApologyFacts, show: Show): ValuesOf<'apology'> {
  const { told, what, coupon } = facts;
  return {
    ...always(facts),
    told: told === null ? null : letterDay(told),
    what,
    value: coupon === null ? null : show(coupon.value),
    code: coupon?.code ?? null,
    validity: coupon === null ? null : validityOf(coupon.validUntil),
  };
}

/** “until 30 September 2027”; a coupon without an end can be used whenever they like. */
export const validityOf = (until: Day | null): string =>
  until === null ? 'whenever you like' : `until ${letterDay(until)}`;

/** A refund as the client is told of it; amounts in minor units. */
export interface RefundFacts {
  readonly amount: Minor;
  readonly decidedOn: Day;
  /** The invoice's number; null: it was for none in particular. */
  readonly invoice: string | null;
  readonly paidBack: 'money' | 'credit';
  /** What is left to pay on the invoice or, without one, in all. */
  readonly left: Minor;
  /** The client's credit on account: waits for their next invoice. */
  readonly inHand: Minor;
}

export function refundValues(facts: LetterFacts & RefundFacts, show: Show): ValuesOf<'refund note'> {
  const { amount, decidedOn, invoice, left } = facts;
  return {
    ...always(facts),
    amount: show(amount),
    day: letterDay(decidedOn),
    invoice: invoice === null ? 'your account' : `invoice ${invoice}`,
    how: howRefunded(facts, show),
    left: orNothing(left, show),
  };
}

/** What a credit left over on an invoice that was paid already is the client's, and waits for the next one. */
function howRefunded({ paidBack, left, inHand }: RefundFacts, show: Show): string {
  if (paidBack === 'money') return 'paid back to you in money';
  if (left > 0 || inHand === 0) return 'set against that invoice as a credit';
  return `credited to your account, where ${show(inHand)} now waits for your next invoice`;
}
