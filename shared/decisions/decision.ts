import * as z from 'zod';
import type { Day } from '../dates.ts';
import { amountInput, dayInput, idInput, optional, optionalText, textInput } from '../inputs.ts';
import { MAX_AMOUNT, type Minor } from '../money.ts';

export const decisionKinds = [
  'apologise',
  'put right',
  'coupon',
  'part refund',
  'full refund',
  'hold firm',
  'part ways',
] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export interface Coupon {
  readonly id: number;
  readonly code: string;
  readonly value: Minor;
  readonly validUntil: Day | null;
  readonly redeemedOn: Day | null;
  readonly redeemedInvoiceId: number | null;
  readonly redeemedInvoiceNumber: string | null;
  readonly redeemed: Minor | null;
}

export interface DecisionLine {
  readonly id: number;
  readonly complaintId: number | null;
  readonly invoiceId: number | null;
  readonly invoiceNumber: string | null;
  readonly kind: DecisionKind;
  readonly decidedOn: Day;
  /** Materials of a put right, money of a refund, face value of a coupon; 0 for the rest. */
  readonly amount: Minor;
  readonly redoMinutes: number;
  readonly withApology: boolean;
  /** How a refund went back: as money, or as a credit on an invoice. */
  readonly paidBack: 'money' | 'credit' | null;
  /** In a few words what was done or given: “14 plants and 5 hours”. */
  readonly what: string | null;
  readonly reason: string;
  /** Why it breaks a rule or treats a like case otherwise; null where it does neither. */
  readonly despite: string | null;
  readonly coupon: Coupon | null;
  /** Goodwill this decision has cost so far. */
  readonly cost: Minor;
}

/** The amount a decision goes by: a put right by all it cost, hours and materials; any other by its amount. */
export const decisionAmount = (decision: DecisionLine): Minor =>
  decision.kind === 'put right' ? decision.cost : decision.amount;

/** What goodwill is counted from; `on` is the day it counts: the decision's, or a coupon's redemption. */
export interface GoodwillSource {
  readonly kind: DecisionKind;
  readonly decidedOn: Day;
  readonly amount: Minor;
  readonly redoMinutes: number;
  readonly hourlyCost: Minor;
  readonly redeemedOn: Day | null;
  readonly redeemed: Minor | null;
}

/**
 * What a decision cost and on which day: refunds and put rights on the day decided (redo hours at the rate of that
 * day, rounded to the minor unit), a coupon when it was redeemed and by as much as was redeemed. Null: nothing yet.
 */
export function goodwillOf(source: GoodwillSource): { readonly on: Day; readonly cost: Minor } | null {
  if (source.kind === 'coupon') {
    return source.redeemedOn === null ? null : { on: source.redeemedOn, cost: source.redeemed ?? 0 };
  }
  const cost = source.amount + Math.round((source.redoMinutes * source.hourlyCost) / 60);
  return cost === 0 ? null : { on: source.decidedOn, cost };
}

export const decisionInput = z
  .object({
    clientId: idInput,
    complaintId: optional(idInput),
    invoiceId: optional(idInput),
    kind: z.enum(decisionKinds),
    decidedOn: dayInput,
    amount: z
      .int('Give an amount like 120 or 85.50.')
      .min(0)
      .max(MAX_AMOUNT, 'That is more than the ledger can hold.'),
    redoMinutes: z.int().min(0).max(600_000),
    withApology: z.boolean(),
    paidBack: optional(z.enum(['money', 'credit'])),
    what: optionalText(300),
    reason: textInput(2000, 'Say why, so that the next like case can be treated alike.'),
    /** Asked for where a rule is broken or a like case was treated otherwise. */
    despite: optionalText(2000),
    couponCode: optionalText(40),
    validUntil: optional(dayInput),
    /** Close the complaint with this decision. */
    settles: z.boolean(),
  })
  .superRefine((decision, context) => {
    const issue = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    const refund = decision.kind === 'part refund' || decision.kind === 'full refund';
    if ((refund || decision.kind === 'coupon') && decision.amount < 1) issue('amount', 'How much?');
    if (refund && decision.paidBack === null) issue('paidBack', 'As money, or as a credit on an invoice?');
    if (refund && decision.paidBack === 'credit' && decision.invoiceId === null)
      issue('invoiceId', 'On which invoice?');
    if (decision.kind === 'coupon' && decision.couponCode === null)
      issue('couponCode', 'A coupon needs its code.');
    if (decision.validUntil !== null && decision.validUntil < decision.decidedOn) {
      issue('validUntil', 'It would end before it begins.');
    }
  })
  .transform((decision) => {
    const refund = decision.kind === 'part refund' || decision.kind === 'full refund';
    const coupon = decision.kind === 'coupon';
    // What another kind left in the form must not reach the ledger.
    return {
      ...decision,
      amount: refund || coupon || decision.kind === 'put right' ? decision.amount : 0,
      redoMinutes: decision.kind === 'put right' ? decision.redoMinutes : 0,
      paidBack: refund ? decision.paidBack : null,
      couponCode: coupon ? decision.couponCode : null,
      validUntil: coupon ? decision.validUntil : null,
    };
  });

export const redeemInput = z.object({
  couponId: idInput,
  invoiceId: idInput,
  redeemedOn: dayInput,
  amount: amountInput,
  /** The client is flagged or parted, or the coupon has lapsed, and the owner redeems it all the same. */
  allTheSame: z.boolean(),
});
