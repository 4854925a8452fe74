import type { ComplaintLine } from '../../complaints/complaint.ts';
import type { Coupon, DecisionLine } from '../../decisions/decision.ts';
import type { InvoiceLine, Payment } from '../../invoices/invoice.ts';
import type { LatenessSummary } from '../../lateness/summary.ts';
import type { ClientPage } from '../../views/client-page.ts';

type GivenCoupon = Pick<Coupon, 'code' | 'value' | 'validUntil' | 'redeemedOn' | 'redeemed'>;
type MoneyIn = Pick<Payment, 'paidOn' | 'amount' | 'method'>;

/** What of a client's page the client may read: the fields of `fieldsForClient` that are shown, and no others. */
export interface ClientFacts
  extends Pick<ClientPage, 'asOf' | 'since' | 'termsDays' | 'partedOn' | 'credit'> {
  readonly client: Pick<ClientPage['client'], 'id' | 'name' | 'number' | 'contact' | 'phone' | 'email'>;
  readonly lateness: Pick<LatenessSummary, 'ageing' | 'owed' | 'pastDue' | 'oldestPastDue'>;
  readonly invoices: readonly FactInvoice[];
  readonly onAccount: readonly MoneyIn[];
  readonly complaints: readonly FactComplaint[];
  readonly decisions: readonly FactDecision[];
}

export interface FactInvoice
  extends Pick<InvoiceLine, 'id' | 'number' | 'issued' | 'due' | 'amount' | 'open' | 'lateness' | 'rung'> {
  readonly payments: readonly MoneyIn[];
}
export type FactComplaint = Pick<
  ComplaintLine,
  'id' | 'receivedOn' | 'words' | 'repliedOn' | 'settledOn' | 'invoiceNumber'
>;
export interface FactDecision
  extends Pick<
    DecisionLine,
    'id' | 'complaintId' | 'decidedOn' | 'withApology' | 'invoiceNumber' | 'paidBack'
  > {
  /** What we did. That ways were parted is said once, by its day. */
  readonly kind: Exclude<DecisionLine['kind'], 'part ways'>;
  /** What the client was given: 0 for all but coupons and refunds. */
  readonly amount: number;
  readonly coupon: GivenCoupon | null;
}

const moneyIn = ({ paidOn, amount, method }: Payment): MoneyIn => ({ paidOn, amount, method });

/** Copies field by field: what is not named here is not there to be printed. */
export function factsForClient(page: ClientPage): ClientFacts {
  const { asOf, since, termsDays, credit, lateness } = page;
  const { id, name, number, contact, phone, email } = page.client;
  return {
    asOf,
    since,
    termsDays,
    credit,
    // A day to come may not have been told to them yet.
    partedOn: page.partedOn !== null && page.partedOn <= asOf ? page.partedOn : null,
    client: { id, name, number, contact, phone, email },
    lateness: {
      ageing: lateness.ageing,
      owed: lateness.owed,
      pastDue: lateness.pastDue,
      oldestPastDue: lateness.oldestPastDue,
    },
    invoices: page.invoices.map((invoice) => ({
      id: invoice.id,
      number: invoice.number,
      issued: invoice.issued,
      due: invoice.due,
      amount: invoice.amount,
      open: invoice.open,
      lateness: invoice.lateness,
      rung: invoice.rung,
      payments: invoice.payments.map(moneyIn),
    })),
    onAccount: page.onAccount.map(moneyIn),
    complaints: page.complaints.map((one) => ({
      id: one.id,
      receivedOn: one.receivedOn,
      words: one.words,
      repliedOn: one.repliedOn,
      settledOn: one.settledOn,
      invoiceNumber: one.invoiceNumber,
    })),
    decisions: page.decisions.flatMap((one): FactDecision[] => {
      const { kind } = one;
      if (kind === 'part ways') return [];
      const given = kind === 'coupon' || kind === 'part refund' || kind === 'full refund';
      return [
        {
          id: one.id,
          complaintId: one.complaintId,
          kind,
          decidedOn: one.decidedOn,
          amount: given ? one.amount : 0,
          withApology: one.withApology,
          paidBack: one.paidBack,
          invoiceNumber: one.invoiceNumber,
          coupon: one.coupon && {
            code: one.coupon.code,
            value: one.coupon.value,
            validUntil: one.coupon.validUntil,
            redeemedOn: one.coupon.redeemedOn,
            redeemed: one.coupon.redeemed,
          },
        },
      ];
    }),
  };
}
