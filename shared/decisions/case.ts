import type { CauseGroup, Fault, Severity } from '../complaints/complaint.ts';
import type { Day } from '../dates.ts';
import type { Rung } from '../lateness/ladder.ts';
import type { TrendWord } from '../lateness/trend.ts';
import type { Minor } from '../money.ts';
import type { DecisionKind } from './decision.ts';
import type { Outcome } from './outcome.ts';
import type { RuleInForce } from './rules/rule.ts';

/**
 * A plain case: all that advice may know. Nothing in it says who the client is, so the same facts get the same advice.
 * Amounts in minor units; "12" means the 12 months that end today.
 */
export interface DecisionCase {
  readonly today: Day;
  readonly complaint: CaseComplaint;
  /** The invoice the complaint is about; null: none named. */
  readonly invoice: CaseInvoice | null;
  readonly client: CaseClient;
  readonly business: CaseBusiness;
  readonly rules: readonly RuleInForce[];
  /** Decisions on complaints of all clients in the last 24 months, without those on this complaint. */
  readonly past: readonly PastDecision[];
}

/** `CaseComplaint.id` where a decision is made of one's own accord: nobody complained, and nothing of it is judged. */
export const NO_COMPLAINT = 0;

export interface CaseComplaint {
  readonly id: number;
  readonly receivedOn: Day;
  readonly severity: Severity | null;
  readonly fault: Fault | null;
  readonly cause: { readonly id: number; readonly name: string; readonly group: CauseGroup } | null;
  readonly replied: boolean;
  readonly settled: boolean;
  readonly canPutRight: boolean | null;
  /** What was delivered is of no use to the client as it is. */
  readonly ofNoUse: boolean;
  /** It was put right, and the client is still not satisfied. */
  readonly stillUnhappy: boolean;
  /** Late, mixed up, back and forth: the owner ticked it. Some causes mean it by themselves. */
  readonly lostTime: boolean;
  /** A broken boundary is noted on this complaint. */
  readonly boundaryBroken: boolean;
  readonly redoAsked: boolean;
  readonly moneyAsked: boolean;
  readonly claimNoted: boolean;
  /** What was decided on this complaint before, oldest first. */
  readonly decided: readonly {
    readonly kind: DecisionKind;
    readonly on: Day;
    readonly amount: Minor;
    readonly withApology: boolean;
  }[];
}

export interface CaseInvoice {
  readonly id: number;
  readonly issuedOn: Day;
  readonly amount: Minor;
  /** Money in, less money already given back, on it or for no invoice named. A refund is never more. */
  readonly paid: Minor;
  readonly open: Minor;
}

export interface CaseClient {
  readonly flagged: boolean;
  readonly parted: boolean;
  /** Worst rung of the last 12 due that are not excused; null: none due. */
  readonly worstRung: Rung | null;
  /** As far as it may be held against them: slipping only where it is so without the excused invoices too. */
  readonly trend: TrendWord;
  /** Typical days late, by the same; null: none due that counts. */
  readonly typicalDays: number | null;
  /** More than those days: most are unpaid so far. Left out: no more. */
  readonly typicalMore?: boolean;
  readonly owed: Minor;
  readonly pastDue: Minor;
  /** Days past due of the oldest open invoice; null: nothing is past due. */
  readonly pastDueDays: number | null;
  /** Money the client paid in all, less money given back: where no invoice is named, the most a refund can be. */
  readonly paidInAll: Minor;
  /** Median amount of their invoices of 24 months; null: no invoice. */
  readonly usualInvoice: Minor | null;
  readonly revenue12: Minor;
  /** Share of all revenue, and of all hours of attention, in percent; null: there is none to share. */
  readonly revenuePercent: number | null;
  readonly attentionPercent: number | null;
  readonly goodwill12: Minor;
  /** Revenue of 12 months at the owner's margin. */
  readonly margin12: Minor;
  /** Margin less everything keeping them costs; below 0: they cost more than they bring. */
  readonly left12: Minor;
  readonly complaints12: number;
  /** Of these, with a cause of group `client`. */
  readonly clientCaused12: number;
  readonly ourFault12: number;
  /** Complaints in 12 months that asked for money back, or got it though the fault was neither ours nor shared. */
  readonly moneyBackClaims12: number;
  readonly refunds12: number;
  /** Redo requests in six months that are not of inside cause. */
  readonly redoNotInside6: number;
  readonly staffStrain12: number;
  readonly boundariesBroken12: number;
  /** Open complaints that are our fault or shared, this one included. */
  readonly ourFaultOpen: number;
  /** The inside causes were looked at since the newest complaint came. */
  readonly insideLooked: boolean;
}

export interface CaseBusiness {
  readonly hourlyCost: Minor;
  readonly marginPermille: number;
  /** The margin is the usual one; the owner never told theirs. */
  readonly marginAssumed: boolean;
  readonly goodwillThisMonth: Minor;
  /** Median minutes of a put right of the same cause, else of all; null: none yet. */
  readonly usualRedoMinutes: number | null;
}

/** A decision of the past, as far as it teaches. */
export interface PastDecision {
  readonly id: number;
  readonly complaintId: number;
  readonly clientId: number;
  readonly kind: DecisionKind;
  readonly on: Day;
  readonly severity: Severity | null;
  readonly fault: Fault | null;
  readonly causeId: number | null;
  readonly group: CauseGroup | null;
  readonly amount: Minor;
  /** Goodwill it has cost so far. */
  readonly cost: Minor;
  readonly outcome: Outcome;
}
