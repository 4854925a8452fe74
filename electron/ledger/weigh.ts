import type * as z from 'zod';
import { type Day, windowStart } from '../../shared/dates.ts';
import type { CaseClient, CaseInvoice, DecisionCase } from '../../shared/decisions/case.ts';
import { NO_COMPLAINT } from '../../shared/decisions/case.ts';
import type { DecisionKind } from '../../shared/decisions/decision.ts';
import { departure, likeCases } from '../../shared/decisions/like.ts';
import type { weighInput } from '../../shared/decisions/rule-inputs.ts';
import { verdictsOn } from '../../shared/decisions/rules/index.ts';
import type { Proposal, Show } from '../../shared/decisions/rules/rule.ts';
import { isRefund } from '../../shared/decisions/rules/words.ts';
import { type Minor, showMoney } from '../../shared/money.ts';
import type { Weighed } from '../../shared/views/desk.ts';
import { caseOf, caseWithoutComplaint, invoiceFacts, leftOn, yearFacts } from './facts.ts';
import { goodwillBetween, monthBegins } from './goodwill.ts';
import type { Reader } from './handles.ts';
import { ledgerDigits } from './info.ts';
import type { Ledger } from './open.ts';

type Given = z.output<typeof weighInput>;

/** What the house rules and like cases say to a decision before it is made. */
export function weigh(ledger: Ledger, input: Given, today: Day, locale: string): Weighed {
  const { currency } = ledgerDigits(ledger);
  const show = (amount: Minor) => showMoney(amount, currency, locale);
  const the = caseFor(ledger, input, today);
  const proposal = { ...proposalOf(input, the.business.hourlyCost), ...monthOf(ledger.read, input, today) };
  const rules = verdictsOn(inItsYear(ledger.read, the, input, today), proposal, show);
  const departs = the.complaint.id === NO_COMPLAINT ? null : departure(the, input.kind);
  return {
    rules,
    departs,
    asksWhy: departs !== null || rules.some(({ verdict }) => verdict === 'broken'),
    newGround: breaksNewGround(the, input.kind, rules),
    refused: refusal(ledger.read, the, input, show),
  };
}

/** The case, seen with the invoice the decision names where that is another than the complaint's. */
function caseFor(ledger: Ledger, input: Given, today: Day): DecisionCase {
  const { complaintId, invoiceId } = input;
  if (complaintId === null) return caseWithoutComplaint(ledger, input.clientId, invoiceId, today);
  const the = caseOf(ledger, complaintId, today);
  if (invoiceId === null || invoiceId === the.invoice?.id) return the;
  return { ...the, invoice: invoiceFacts(ledger.read, invoiceId) };
}

/** The goodwill of the whole month a decision is dated in, where that is not today's. */
function monthOf(read: Reader, { decidedOn }: Given, today: Day): Pick<Proposal, 'monthBefore'> {
  const begins = monthBegins(decidedOn);
  if (begins === monthBegins(today)) return {};
  // No month has a later day, and days compare as text.
  return { monthBefore: goodwillBetween(read, begins, `${decidedOn.slice(0, 8)}31`) };
}

/** One dated before these 12 months is counted with the 12 that end on its own day, not with what came long after. */
function inItsYear(read: Reader, the: DecisionCase, input: Given, today: Day): DecisionCase {
  const { clientId, decidedOn } = input;
  if (decidedOn >= windowStart(today, 12)) return the;
  return { ...the, client: { ...the.client, ...yearFacts(read, clientId, decidedOn) } };
}

function proposalOf(input: Given, hourlyCost: Minor): Proposal {
  const hours = input.kind === 'put right' ? Math.round((input.redoMinutes * hourlyCost) / 60) : 0;
  const costs = isRefund(input.kind) || input.kind === 'coupon' || input.kind === 'put right';
  return {
    kind: input.kind,
    amount: costs ? input.amount : 0,
    goodwill: costs ? input.amount + hours : 0,
    decidedOn: input.decidedOn,
    validUntil: input.kind === 'coupon' ? input.validUntil : null,
  };
}

/**
 * Nothing says yet how such a case is treated: no rule for like cases speaks, and no like case got more than an
 * apology before. The other rules are limits; they say how much, not what. Only where a rule can be made of it.
 */
function breaksNewGround(the: DecisionCase, kind: DecisionKind, rules: Weighed['rules']): boolean {
  if (the.complaint.cause === null || the.complaint.severity === null || kind === 'part ways') return false;
  const ruled = rules.some(({ key, verdict }) => key.startsWith('like case') && verdict !== 'not concerned');
  return !ruled && likeCases(the).every((past) => past.kind === 'apologise');
}

/** Why a refund can't be given as it is typed; null: it can, or it is no refund. */
function refusal(read: Reader, the: DecisionCase, input: Given, show: Show): string | null {
  if (!isRefund(input.kind)) return null;
  const { invoice, client } = the;
  if (invoice === null) return overPaidInAll(input.amount, client, show);
  if (input.paidBack === 'credit' || input.paidBack === null) {
    const most = invoice.paid + invoice.open;
    if (input.amount > most) return overAll(most, show);
    return null;
  }
  if (input.amount <= invoice.paid) return null;
  // Less is left than of the payments on this invoice alone: money went back for no invoice named.
  return invoice.paid < leftOn(read, invoice.id) ? overLeft(invoice.paid, show) : overPaid(invoice, show);
}

function overPaidInAll(amount: Minor, { paidInAll }: CaseClient, show: Show): string | null {
  if (amount <= paidInAll) return null;
  return paidInAll === 0
    ? 'This client has paid nothing that could go back. For a credit, name the invoice it is for.'
    : overLeft(paidInAll, show);
}

const overLeft = (left: Minor, show: Show): string =>
  left === 0
    ? 'All that this client paid was given back already.'
    : `Of what they paid in all, ${show(left)} is left to give back: a refund can’t be more.`;

function overAll(most: Minor, show: Show): string {
  return most === 0
    ? 'Nothing is paid or open on this invoice any more, so there is nothing to give back.'
    : `A refund on this invoice can be ${show(most)} at most: what is paid and not given back, and what is still open.`;
}

function overPaid(invoice: CaseInvoice, show: Show): string {
  const credit =
    invoice.open === 0
      ? ''
      : ` As a credit on the invoice it can be up to ${show(invoice.paid + invoice.open)}.`;
  return invoice.paid === 0
    ? `Nothing was paid on this invoice that could go back as money.${credit}`
    : `Of what was paid on this invoice, ${show(invoice.paid)} is left to give back: a refund can’t be more.${credit}`;
}
