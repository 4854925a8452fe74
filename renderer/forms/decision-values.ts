import { addMonths, type Day } from '../../shared/dates.ts';
import type { DecisionKind } from '../../shared/decisions/decision.ts';
import { assertNever } from '../../shared/result.ts';
import type { FilledDecision } from './forms.tsx';

/** A decision's fields as the form holds them. What a kind does not use stays, in case the owner comes back to it. */
export type DecisionValues = {
  complaintId: number | null;
  kind: string;
  what: string;
  amount: number | null;
  redoMinutes: number | null;
  couponCode: string;
  validUntil: string;
  paidBack: string;
  invoiceId: number | null;
  withApology: boolean;
  reason: string;
  despite: string;
  makeRule: boolean;
  decidedOn: string;
  settles: boolean;
};

/** A coupon's usual life, for the form to propose. */
const COUPON_MONTHS = 6;

export function newDecision(
  today: Day,
  complaintId: number | null,
  invoiceId: number | null,
  filled: FilledDecision | null,
): DecisionValues {
  const empty: DecisionValues = {
    complaintId,
    kind: 'put right',
    what: '',
    amount: null,
    redoMinutes: null,
    couponCode: '',
    validUntil: addMonths(today, COUPON_MONTHS),
    paidBack: 'credit',
    invoiceId,
    withApology: true,
    reason: '',
    despite: '',
    makeRule: false,
    decidedOn: today,
    settles: false,
  };
  if (filled === null) return empty;
  return {
    ...empty,
    kind: filled.kind,
    amount: filled.amount,
    redoMinutes: filled.redoMinutes,
    withApology: filled.withApology,
    invoiceId: filled.invoiceId ?? invoiceId,
    paidBack: filled.paidBack ?? empty.paidBack,
    validUntil: filled.validUntil ?? empty.validUntil,
    settles: complaintId !== null && filled.kind !== 'put right',
  };
}

export function decisionInputOf(values: DecisionValues, clientId: number) {
  const kind = values.kind as DecisionKind;
  const uses = usesOf(kind);
  const { makeRule: _, ...decided } = values;
  return {
    ...decided,
    clientId,
    kind,
    // An empty amount is an error only where the kind needs one; a put right may have cost hours alone.
    amount:
      uses.amount === 'needed'
        ? (values.amount ?? Number.NaN)
        : uses.amount === 'may'
          ? (values.amount ?? 0)
          : 0,
    redoMinutes: uses.hours ? (values.redoMinutes ?? 0) : 0,
    withApology: kind === 'apologise' ? true : values.withApology,
    paidBack: uses.refund ? (values.paidBack as 'money' | 'credit') : null,
    couponCode: uses.coupon ? values.couponCode : null,
    validUntil: uses.coupon ? values.validUntil : null,
    settles: values.settles && values.complaintId !== null,
  };
}

export interface KindUses {
  readonly amount: 'needed' | 'may' | 'none';
  readonly hours: boolean;
  readonly coupon: boolean;
  readonly refund: boolean;
  /** What the amount is called for this kind. */
  readonly amountLabel: string;
  /** An example for “in a few words”. */
  readonly whatHint: string;
  /** One sentence on what the kind means. */
  readonly means: string;
}

/** Which fields a kind of decision has. */
export function usesOf(kind: DecisionKind): KindUses {
  const none = { amount: 'none', hours: false, coupon: false, refund: false, amountLabel: 'Amount' } as const;
  switch (kind) {
    case 'apologise':
      return { ...none, whatHint: 'called them this afternoon', means: 'Say sorry, and nothing else.' };
    case 'put right':
      return {
        ...none,
        amount: 'may',
        hours: true,
        amountLabel: 'Materials',
        whatHint: '14 plants and 5 hours',
        means: 'Do it again, or repair it.',
      };
    case 'coupon':
      return {
        ...none,
        amount: 'needed',
        coupon: true,
        amountLabel: 'Worth',
        whatHint: 'off the next extra job',
        means: 'Something off the next job. It costs nothing until it is used.',
      };
    case 'part refund':
      return {
        ...none,
        amount: 'needed',
        refund: true,
        amountLabel: 'How much back',
        whatHint: 'half of the hedge work',
        means: 'Give part of the money back.',
      };
    case 'full refund':
      return {
        ...none,
        amount: 'needed',
        refund: true,
        amountLabel: 'How much back',
        whatHint: 'the whole visit',
        means: 'Give all of the money back.',
      };
    case 'hold firm':
      return { ...none, whatHint: 'showed them the photos', means: 'Say no, with the evidence.' };
    case 'part ways':
      return {
        ...none,
        whatHint: 'named two firms that would suit them',
        means: 'Stop working for this client, kindly.',
      };
    default:
      return assertNever(kind);
  }
}
