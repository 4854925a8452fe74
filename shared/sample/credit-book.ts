import type { Day } from '../dates.ts';
import type { Minor } from '../money.ts';
import { later } from './payers.ts';
import type { SampleCoupon, SampleCredit } from './types.ts';

/** What the book needs to know of an invoice. */
export interface Bill {
  readonly key: string;
  readonly title: string;
  readonly issued: Day;
  readonly amount: Minor;
  /** Null while it is not paid. */
  readonly paidOn: Day | null;
}

interface Refund {
  readonly decisionKey: string;
  readonly on: Day;
  readonly amount: Minor;
  readonly reason: string;
}

interface CouponUse {
  readonly couponCode: string;
  readonly amount: Minor;
  /** Null: never used. */
  readonly from: Day | null;
  readonly until: Day;
}

type Redeemed = Pick<SampleCoupon, 'redeemedOn' | 'redeemedInvoiceKey' | 'redeemed'>;

/** Keeps what is credited on one client's invoices, before payments are worked out: no more than each amounts to. */
export class CreditBook {
  readonly #bills: readonly Bill[];
  readonly #credits = new Map<string, SampleCredit[]>();

  /** `bills` in order of issue. */
  constructor(bills: readonly Bill[]) {
    this.#bills = bills;
  }

  creditsOf(key: string): readonly SampleCredit[] {
    return this.#credits.get(key) ?? [];
  }

  /** What the payments have to reach. */
  owed(bill: Bill): Minor {
    return this.creditsOf(bill.key).reduce((left, credit) => left - credit.amount, bill.amount);
  }

  /** Enters a plain credit note. */
  note(bill: Bill, on: Day, amount: Minor, reason: string): void {
    this.#enter(bill, { on, amount, reason, decisionKey: null, couponCode: null });
  }

  /** Credits a refund on the oldest invoice open that day, else on the next one. Null where there is none. */
  refund({ decisionKey, on, amount, reason }: Refund): string | null {
    const bill = this.#bills.find(
      (one) => (one.paidOn === null || one.paidOn > on) && this.owed(one) >= amount,
    );
    if (bill === undefined) return null;
    this.#enter(bill, {
      on: later(on, bill.issued),
      amount,
      reason,
      decisionKey,
      couponCode: null,
    });
    return bill.key;
  }

  /** Redeems a coupon on the first invoice issued from a day on, the day it is issued, while the coupon is good. */
  coupon({ couponCode, amount, from, until }: CouponUse): Redeemed {
    const bill =
      from === null
        ? undefined
        : this.#bills.find((one) => one.issued >= from && one.issued <= until && this.owed(one) > 0);
    if (bill === undefined) return { redeemedOn: null, redeemedInvoiceKey: null, redeemed: null };
    const redeemed = Math.min(amount, this.owed(bill));
    const reason = `Coupon ${couponCode}`;
    this.#enter(bill, { on: bill.issued, amount: redeemed, reason, decisionKey: null, couponCode });
    return { redeemedOn: bill.issued, redeemedInvoiceKey: bill.key, redeemed };
  }

  #enter(bill: Bill, credit: SampleCredit): void {
    this.#credits.set(bill.key, [...this.creditsOf(bill.key), credit]);
  }
}
