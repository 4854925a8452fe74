import type { Day } from '../dates.ts';
import type { AgeingBucket } from '../lateness/ageing.ts';
import type { Minor } from '../money.ts';
import type { StatementLine } from './statement-lines.ts';

/**
 * What passed between a business and one client, for the client and the accountant: facts of money alone, none of what
 * the business thinks of it.
 */
export interface Statement {
  readonly kind: 'statement';
  /** “Statement of account: Larkfield Court”. */
  readonly title: string;
  readonly clientId: number;
  readonly client: {
    readonly name: string;
    readonly number: string | null;
    /** Contact and address, a line each. */
    readonly lines: readonly string[];
  };
  /** First day of the period; null: from the beginning. */
  readonly from: Day | null;
  /** Last day, and the day everything below is as at. */
  readonly to: Day;
  /** The balance as at the day before `from`; 0 from the beginning. */
  readonly broughtForward: Minor;
  readonly lines: readonly StatementLine[];
  /** Sums of the lines, minor units: brought forward + charged − credited is what is carried forward. */
  readonly charged: Minor;
  readonly credited: Minor;
  /** `owed` less `inHand`; below 0: in the client's favour. */
  readonly carriedForward: Minor;
  /** What is open on the invoices. */
  readonly owed: Minor;
  /** The client's money: paid on account or above an invoice, and not used yet. */
  readonly inHand: Minor;
  readonly open: readonly OpenItem[];
  /** The open items by days past due; five buckets. */
  readonly ageing: readonly Pick<AgeingBucket, 'name' | 'amount'>[];
}

/** An invoice with an open balance. */
export interface OpenItem {
  readonly number: string;
  readonly issued: Day;
  readonly due: Day;
  readonly amount: Minor;
  readonly open: Minor;
  /** 0 or less: not yet due. */
  readonly daysPastDue: number;
}
