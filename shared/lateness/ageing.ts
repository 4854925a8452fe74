import { type Day, daysBetween } from '../dates.ts';
import type { Minor } from '../money.ts';
import { account } from './days-late.ts';
import { checkDay, inDueOrder, type LatenessInvoice } from './invoice.ts';

/** The names of the five buckets, youngest first. Day 30 is in 1–30, day 31 in 31–60. */
export const AGEING_NAMES = ['not yet due', '1–30', '31–60', '61–90', 'over 90'] as const;

/** The most days past due each bucket but the last takes. */
const LIMITS = [0, 30, 60, 90] as const;

export interface AgeingBucket {
  readonly name: (typeof AGEING_NAMES)[number];
  /** Open balance in it, minor units, 0 or more. */
  readonly amount: Minor;
  /** Ids of the invoices with an open balance in it, in due order. */
  readonly invoices: readonly number[];
}

export interface Ageing {
  /** Five, in the order of `AGEING_NAMES`. */
  readonly buckets: readonly AgeingBucket[];
  /** All that is owed: the sum of the buckets. */
  readonly total: Minor;
}

/**
 * What is still owed on an invoice as at `asOf`, in minor units: amount − credits − payments, never negative, and 0
 * once written off or before it was issued. Throws RangeError for impossible input.
 */
export function openBalance(invoice: LatenessInvoice, asOf: Day): Minor {
  return account(invoice, asOf).open;
}

/** Which bucket (0–4) a balance `daysPastDue` days past due belongs in; 0 or less is not yet due. */
export function ageingBucket(daysPastDue: number): number {
  const index = LIMITS.findIndex((limit) => daysPastDue <= limit);
  return index === -1 ? LIMITS.length : index;
}

/** An open balance and how many days past due it is. */
export interface OpenBalance {
  readonly id: number;
  readonly open: Minor;
  readonly daysPastDue: number;
}

/** The ageing of balances already reckoned, given in due order; those of 0 are left out. */
export function ageingOf(balances: readonly OpenBalance[]): Ageing {
  const buckets = AGEING_NAMES.map((name) => ({ name, amount: 0, invoices: [] as number[] }));
  let total = 0;
  for (const { id, open, daysPastDue } of balances) {
    const bucket = open > 0 ? buckets[ageingBucket(daysPastDue)] : undefined;
    if (bucket === undefined) continue;
    bucket.amount += open;
    bucket.invoices.push(id);
    total += open;
  }
  return { buckets, total };
}

/**
 * The open balance by days past due as at `asOf`. Credit in hand on one invoice is not set against another: that is
 * the owner's to decide, by entering it. Throws RangeError for impossible input.
 */
export function ageing(invoices: readonly LatenessInvoice[], asOf: Day): Ageing {
  checkDay(asOf);
  return ageingOf(
    inDueOrder(invoices).map((invoice) => ({
      id: invoice.id,
      open: openBalance(invoice, asOf),
      daysPastDue: daysBetween(invoice.due, asOf),
    })),
  );
}
