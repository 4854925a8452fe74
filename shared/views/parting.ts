import type { Day } from '../dates.ts';
import type { PartWaysAdvice } from '../decisions/advice.ts';
import type { Minor } from '../money.ts';
import type { InsideLook, Note } from '../notes/note.ts';
import type { Finishing } from '../partings/finishing.ts';
import type { Letter, Parting, Referral } from '../partings/parting.ts';
import type { CostToKeep } from '../standing/keeping.ts';

/** The worksheet with the evidence gathered beside it. */
export interface PartingPage {
  readonly asOf: Day;
  readonly client: {
    readonly id: number;
    readonly name: string;
    readonly contact: string | null;
    readonly address: string | null;
    readonly flagged: boolean;
    /** What staff are told already; null: no red flag is up. */
    readonly instruction: string | null;
  };
  readonly business: string;
  /** The one under way, else the newest; null: none was ever begun. */
  readonly parting: Parting | null;
  readonly earlier: readonly Parting[];
  readonly advice: PartWaysAdvice;
  readonly finishing: Finishing;
  readonly cost: CostToKeep;
  readonly look: InsideLook | null;
  readonly lookCounts: boolean;
  readonly notes: readonly Note[];
  readonly openInvoices: readonly {
    readonly id: number;
    readonly number: string;
    readonly due: Day;
    readonly open: Minor;
  }[];
  readonly invoices: readonly {
    readonly id: number;
    readonly number: string;
    readonly issued: Day;
    readonly amount: Minor;
  }[];
  readonly owed: Minor;
  readonly credit: Minor;
  readonly openComplaints: number;
  readonly couponsOut: readonly {
    readonly code: string;
    readonly value: Minor;
    readonly validUntil: Day | null;
  }[];
  readonly referrals: readonly Referral[];
  readonly letters: readonly Letter[];
  /** Sentences from the ledger for “why”, for the owner to take or leave. */
  readonly gathered: readonly string[];
}
