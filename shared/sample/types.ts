import type { ClientFields } from '../clients/client.ts';
import type { Channel, Fault, Severity } from '../complaints/complaint.ts';
import type { Day } from '../dates.ts';
import type { DecisionKind } from '../decisions/decision.ts';
import type { PaymentMethod } from '../invoices/invoice.ts';
import type { Currency, Minor } from '../money.ts';
import type { HoursKind } from '../notes/note.ts';
import type { Standing } from '../standing/standing.ts';

/** What a client of the sample is there to show. A client may show several. */
export const patterns = [
  'prompt', // on time, give or take a few days
  'early', // pays before it is due, month after month
  'steady late', // always late, never later
  'erratic', // now on time, now a month late
  'slipping', // a week, two weeks, a month …
  'improving', // the other way round
  'over 90 days', // … and then the last one does not come
  'never came', // written off
  'too early', // fewer than five invoices due
  'nothing yet', // no invoice at all
  'overpaid', // credit on account, kept or spent
  'part payments',
  'picky but fair', // shows our weaknesses: complaints stop after the lessons
  'unreasonable', // complaints of the client's own making, answered with evidence
  'friend', // treated like everyone
  'eats time', // a tenth of revenue, and redo hours without end
  'parted', // we parted ways
] as const;
export type Pattern = (typeof patterns)[number];

export interface SampleOptions {
  readonly today: Day;
  readonly currency: Currency;
  /** Any integer; the same seed and day give the same ledger. */
  readonly seed?: number;
  /** How amounts read in sentences; the owner's. */
  readonly locale?: string;
}

/** An invented ledger as plain records, ready to be written. Nothing in it happened after `today`. */
export interface SampleLedger {
  readonly business: string;
  /** What an hour of redoing costs, also at the time of every decision. */
  readonly hourlyCost: Minor;
  readonly marginPermille: number;
  readonly interestPermille: number;
  readonly clients: readonly SampleClient[];
  readonly referrals: readonly SampleReferral[];
  readonly rules: readonly SampleRule[];
  /** How the rules stood when each decision was made. */
  readonly verdicts: readonly SampleVerdict[];
}

export interface SampleVerdict {
  readonly decisionKey: string;
  readonly rule: string;
  readonly on: Day;
  readonly verdict: 'kept' | 'broken';
  readonly words: string;
}

export interface SampleReferral {
  readonly name: string;
  readonly fits: string;
  readonly contact: string;
}

export interface SampleRule {
  readonly rule: string;
  readonly on: boolean;
  readonly settings: Readonly<Record<string, number | string | null>>;
  readonly bornOf: string | null;
  /** Key of the complaint it was born from. */
  readonly bornComplaintKey: string | null;
  readonly sinceOn: Day;
}

/** One client with everything that hangs on them. Keys are unique over the whole ledger, not only the client. */
export interface SampleClient extends ClientFields {
  readonly patterns: readonly Pattern[];
  /** In order of issue. */
  readonly invoices: readonly SampleInvoice[];
  /** Money on account, for no invoice. */
  readonly onAccount: readonly SamplePayment[];
  /** In the order received. */
  readonly complaints: readonly SampleComplaint[];
  /** In the order decided. */
  readonly decisions: readonly SampleDecision[];
  readonly flag: SampleFlag | null;
  readonly hours: readonly SampleHours[];
  /** Strain on staff; broken boundaries stand with their complaint. */
  readonly strain: readonly { readonly on: Day; readonly words: string }[];
  readonly look: SampleLook | null;
  readonly standing: SampleStanding | null;
  readonly parting: SampleParting | null;
}

export interface SampleHours {
  readonly on: Day;
  readonly kind: HoursKind;
  readonly minutes: number;
  readonly what: string;
}

export interface SampleLook {
  readonly on: Day;
  readonly process: boolean;
  readonly communication: boolean;
  readonly value: boolean;
  readonly training: boolean;
  readonly found: string;
}

export interface SampleStanding {
  readonly standing: Standing;
  readonly reason: string;
  readonly setOn: Day;
  readonly reviewOn: Day;
}

/** A parting that was finished, with the decision it ended in. */
export interface SampleParting {
  readonly begunOn: Day;
  readonly finishedOn: Day;
  readonly why: string;
  readonly lastAttempt: string;
  readonly moneySettled: string;
  readonly handOver: string;
  readonly referral: string;
  readonly decisionKey: string;
}

export interface SampleInvoice {
  readonly key: string;
  readonly number: string;
  readonly title: string;
  readonly issued: Day;
  readonly due: Day;
  readonly amount: Minor;
  /** An overpayment is one payment above the balance; method `credit` spends it on a later invoice. */
  readonly payments: readonly SamplePayment[];
  /** Every credit on this invoice: notes, refunds given as credit and coupons redeemed. */
  readonly credits: readonly SampleCredit[];
  readonly writeOff: SampleWriteOff | null;
}

export interface SamplePayment {
  readonly on: Day;
  readonly amount: Minor;
  readonly method: Exclude<PaymentMethod, 'unknown'>;
}

export interface SampleCredit {
  readonly on: Day;
  readonly amount: Minor;
  readonly reason: string;
  /** The refund it gives; null for a coupon, which hangs on its code alone, and for a plain credit note. */
  readonly decisionKey: string | null;
  /** Code of the coupon redeemed here. */
  readonly couponCode: string | null;
}

export interface SampleWriteOff {
  readonly on: Day;
  readonly amount: Minor;
  readonly reason: string;
}

export interface SampleComplaint {
  readonly key: string;
  readonly invoiceKey: string | null;
  readonly receivedOn: Day;
  readonly receivedTime: string | null;
  readonly dateAssumed: false;
  readonly title: string;
  readonly words: string;
  readonly wants: string | null;
  readonly weWant: string | null;
  readonly listener: string;
  readonly channel: Exclude<Channel, 'unknown'>;
  readonly severity: Severity;
  /** Id of a built-in cause, 1–11, as the first migration numbers them. */
  readonly causeId: number;
  readonly fault: Fault;
  readonly redoAsked: boolean;
  readonly moneyAsked: boolean;
  readonly canPutRight: boolean | null;
  readonly ofNoUse: boolean;
  readonly lostTime: boolean;
  /** What boundary was broken; null: none. */
  readonly boundary: string | null;
  readonly lesson: SampleLesson | null;
  readonly repliedOn: Day | null;
  readonly repliedTime: string | null;
  readonly settledOn: Day | null;
  readonly outcome: string | null;
  readonly reviewPosted: boolean;
  readonly reviewWhere: string | null;
  readonly reviewAnswer: string | null;
}

export interface SampleLesson {
  readonly learnedOn: Day;
  readonly lesson: string;
  readonly changes: string;
  readonly who: string;
  readonly dueOn: Day;
  readonly doneOn: Day | null;
}

export interface SampleDecision {
  readonly key: string;
  readonly complaintKey: string | null;
  readonly invoiceKey: string | null;
  readonly kind: DecisionKind;
  readonly decidedOn: Day;
  readonly amount: Minor;
  readonly redoMinutes: number;
  readonly hourlyCost: Minor;
  readonly withApology: boolean;
  readonly paidBack: 'money' | 'credit' | null;
  readonly what: string | null;
  readonly reason: string;
  readonly coupon: SampleCoupon | null;
}

export interface SampleCoupon {
  readonly code: string;
  readonly value: Minor;
  readonly validUntil: Day;
  /** All three null together: not redeemed. */
  readonly redeemedOn: Day | null;
  readonly redeemedInvoiceKey: string | null;
  readonly redeemed: Minor | null;
}

export interface SampleFlag {
  readonly raisedOn: Day;
  readonly reason: string;
  readonly instruction: string;
  readonly reviewOn: Day;
  readonly liftedOn: Day | null;
  readonly liftedReason: string | null;
}
