import { addDays, type Day } from '../dates.ts';
import type { Minor } from '../money.ts';
import { hoursWords } from '../notes/note.ts';
import type { DecisionCase } from './case.ts';
import type { DecisionKind } from './decision.ts';
import { situationOf } from './situation.ts';
import { tidyCoupon, tidyMoney } from './tidy.ts';

export type OptionKind = Exclude<DecisionKind, 'part ways'>;

/** What one option would give and cost; amounts in minor units, as in `AdvisedOption`. */
export interface Proposed {
  readonly kind: OptionKind;
  readonly amount: Minor | null;
  readonly redoMinutes: number | null;
  readonly paidBack: 'money' | 'credit' | null;
  readonly validUntil: Day | null;
  readonly basis: string;
  readonly cost: Minor | null;
  readonly goodwill: Minor;
}

/** Thousandths of the invoice a coupon is worth, by severity; where the cause is on their side it stays small. */
const COUPON_PERMILLE = { 1: 100, 2: 150, 3: 200, 4: 250 } as const;
const SMALL_COUPON_PERMILLE = 50;
/** Part of what was paid, by severity: half for a real loss, less for what is milder. */
const PART = {
  1: { permille: 200, words: 'a fifth' },
  2: { permille: 300, words: 'nearly a third' },
  3: { permille: 500, words: 'half' },
  4: { permille: 500, words: 'half' },
} as const;
const HALF = PART[3];

/** What an option would be worth and cost, by the facts alone. Never more than was paid, or is open to be credited. */
export function propose(the: DecisionCase, kind: OptionKind): Proposed {
  switch (kind) {
    case 'apologise':
      return { ...nothing(kind, 'a few words, and time to listen'), amount: 0, cost: 0 };
    case 'hold firm':
      return { ...nothing(kind, 'nothing given'), amount: 0, cost: 0 };
    case 'put right':
      return putRight(the);
    case 'coupon':
      return coupon(the);
    case 'part refund':
      return partRefund(the);
    case 'full refund':
      return fullRefund(the);
  }
}

function nothing(kind: OptionKind, basis: string): Proposed {
  return {
    kind,
    amount: null,
    redoMinutes: null,
    paidBack: null,
    validUntil: null,
    basis,
    cost: null,
    goodwill: 0,
  };
}

function putRight({ business: { usualRedoMinutes, hourlyCost } }: DecisionCase): Proposed {
  if (usualRedoMinutes === null) return nothing('put right', 'no redo was timed yet');
  const hours = `${hoursWords(usualRedoMinutes)}, as usual`;
  // An hourly cost of 0 was never told: hours are not free.
  if (hourlyCost <= 0) {
    return {
      ...nothing('put right', `${hours}; no hourly cost is set`),
      redoMinutes: usualRedoMinutes,
    };
  }
  const cost = Math.round((usualRedoMinutes * hourlyCost) / 60);
  return { ...nothing('put right', hours), redoMinutes: usualRedoMinutes, cost, goodwill: cost };
}

/** What money back is measured by. `most`: what was paid, or else what is open; null: nothing to measure by. */
interface Footing {
  readonly most: Minor | null;
  readonly paidBack: 'money' | 'credit';
  readonly named: boolean;
}

function footingOf({ invoice, client }: DecisionCase): Footing {
  const [paid, open] = invoice === null ? [client.paidInAll, client.owed] : [invoice.paid, invoice.open];
  const paidBack = paid > 0 ? 'money' : 'credit';
  const ceiling = Math.max(0, paid > 0 ? paid : open);
  if (invoice !== null) return { most: ceiling, paidBack, named: true };
  const usual = client.usualInvoice;
  return { most: usual === null ? null : Math.max(0, Math.min(usual, ceiling)), paidBack, named: false };
}

/** True where there is something to give back, or nobody can tell yet. */
export function canGiveBack(the: DecisionCase): boolean {
  return footingOf(the).most !== 0;
}

function fullRefund(the: DecisionCase): Proposed {
  const { most, paidBack, named } = footingOf(the);
  if (most === null) return nothing('full refund', 'no invoice to measure by');
  if (most === 0) return { ...nothing('full refund', 'nothing to give back'), cost: 0 };
  if (!named && the.complaint.severity === null) return nothing('full refund', 'depends on the invoice');
  const all = !named
    ? 'a usual invoice of theirs'
    : paidBack === 'money'
      ? 'all that was paid'
      : 'a credit of all that is open';
  return { ...nothing('full refund', all), paidBack, amount: most, cost: most, goodwill: most };
}

function partRefund(the: DecisionCase): Proposed {
  const { severity } = the.complaint;
  const { most, paidBack, named } = footingOf(the);
  if (most === null) return nothing('part refund', 'no invoice to measure by');
  if (most === 0) return { ...nothing('part refund', 'nothing to give back'), cost: 0 };
  if (severity === null) return nothing('part refund', 'depends on how serious it is');
  const part = PART[severity];
  const amount = partOf(most, part.permille);
  const about = amount * 1000 === most * part.permille ? '' : 'about ';
  const of = !named
    ? 'a usual invoice'
    : paidBack === 'money'
      ? 'what was paid'
      : 'what is open, as a credit';
  return {
    ...nothing('part refund', `${about}${part.words} of ${of}`),
    paidBack,
    amount,
    cost: amount,
    goodwill: amount,
  };
}

const partOf = (most: Minor, permille: number): Minor =>
  Math.min(most, Math.max(1, tidyMoney((most * permille) / 1000)));

/**
 * Half of what money back is measured by, whatever the severity: what putting it right is held against. Null where
 * there is nothing to give back or to measure by.
 */
export function halfBack(the: DecisionCase): Minor | null {
  const { most } = footingOf(the);
  return most === null || most === 0 ? null : partOf(most, HALF.permille);
}

function coupon(the: DecisionCase): Proposed {
  const { severity } = the.complaint;
  const whole = the.invoice?.amount ?? the.client.usualInvoice ?? 0;
  const limits = couponRule(the);
  // Also where its worth is not known yet: a coupon proposed without an end would break the owner's own rule.
  const validUntil = limits === null ? null : addDays(the.today, limits.days);
  if (whole <= 0) return { ...nothing('coupon', 'no invoice to measure by'), validUntil };
  if (severity === null) return { ...nothing('coupon', 'depends on how serious it is'), validUntil };
  const small = situationOf(the).side === 'theirs';
  const permille = small ? SMALL_COUPON_PERMILLE : COUPON_PERMILLE[severity];
  // A coupon smooths over what a refund would: it is never worth more than the part refund would be.
  const most = Math.min(
    partRefund(the).amount ?? Number.POSITIVE_INFINITY,
    limits === null ? Number.POSITIVE_INFINITY : Math.floor((whole * limits.permille) / 1000),
  );
  const amount = Math.min(most, Math.max(1, tidyCoupon(Math.min(most, (whole * permille) / 1000))));
  if (amount <= 0) return { ...nothing('coupon', 'your coupon rule leaves nothing'), validUntil };
  const of = the.invoice === null ? 'a usual invoice' : 'the invoice';
  return {
    ...nothing('coupon', `about ${Math.max(1, Math.round((amount / whole) * 100))}\u00a0% of ${of}`),
    amount,
    validUntil,
    cost: Math.round((amount * (1000 - the.business.marginPermille)) / 1000),
    goodwill: amount,
  };
}

function couponRule({ rules }: DecisionCase): { readonly permille: number; readonly days: number } | null {
  const settings = rules.find(({ rule }) => rule === 'coupon worth')?.settings;
  const [permille, days] = [settings?.permille, settings?.days];
  return typeof permille === 'number' && typeof days === 'number' ? { permille, days } : null;
}
