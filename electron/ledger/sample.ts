import { type ClientFields, clientColumns } from '../../shared/clients/client.ts';
import type { Day } from '../../shared/dates.ts';
import type { Currency, Minor } from '../../shared/money.ts';
import { sampleLedger } from '../../shared/sample/sample-ledger.ts';
import type { SampleClient, SampleInvoice, SamplePayment } from '../../shared/sample/types.ts';
import { change, insert, update } from './change.ts';
import type { Value, Writer } from './handles.ts';
import { startLedger } from './info.ts';
import { balanceOf } from './invoices.ts';
import type { Ledger } from './open.ts';
import { idOf, writeKeeping, writeVerdicts } from './sample-keeping.ts';

/** Fills a new ledger with the invented business, in one change. */
export function writeSample(ledger: Ledger, today: Day, currency: Currency, locale = 'en-GB'): void {
  const sample = sampleLedger({ today, currency, locale });
  startLedger(ledger, { business: sample.business, currency, isSample: true, hourlyCost: sample.hourlyCost });
  change(ledger, { kind: 'sample', label: 'Sample data', clientId: null, bulk: true }, (write) => {
    update(write, 'ledger', 1, {
      margin_permille: sample.marginPermille,
      interest_permille: sample.interestPermille,
    });
    const keys = new Map<string, number>();
    for (const referral of sample.referrals)
      keys.set(referral.name, insert(write, 'referral', { ...referral }));
    for (const client of sample.clients) writeClient(write, client, sample.hourlyCost, keys);
    for (const rule of sample.rules) {
      insert(write, 'house_rule', {
        rule: rule.rule,
        is_on: rule.on ? 1 : 0,
        settings: JSON.stringify(rule.settings),
        born_of: rule.bornOf,
        born_complaint_id: idOf(keys, rule.bornComplaintKey),
        since_on: rule.sinceOn,
      });
    }
    writeVerdicts(write, sample.verdicts, keys);
  });
}

function writeClient(
  write: Writer,
  client: SampleClient,
  hourlyCost: Minor,
  keys: Map<string, number>,
): void {
  const fields: Record<string, Value> = {};
  for (const [field, column] of Object.entries(clientColumns))
    fields[column] = client[field as keyof ClientFields];
  const clientId = insert(write, 'client', fields);
  for (const invoice of client.invoices) keys.set(invoice.key, writeInvoice(write, clientId, invoice));
  for (const payment of client.onAccount) writePayment(write, clientId, null, payment);
  writeComplaints(write, clientId, client, keys);
  const coupons = writeDecisions(write, clientId, client, keys);
  for (const invoice of client.invoices) {
    for (const credit of invoice.credits) {
      insert(write, 'credit', {
        invoice_id: idOf(keys, invoice.key),
        credited_on: credit.on,
        amount_minor: credit.amount,
        reason: credit.reason,
        // A coupon's credit hangs on the coupon alone, as when it is redeemed by hand.
        decision_id: credit.couponCode === null ? idOf(keys, credit.decisionKey) : null,
        coupon_id: credit.couponCode === null ? null : idOf(coupons, credit.couponCode),
      });
    }
  }
  if (client.flag !== null) {
    const { flag } = client;
    insert(write, 'red_flag', {
      client_id: clientId,
      raised_on: flag.raisedOn,
      reason: flag.reason,
      instruction: flag.instruction,
      review_on: flag.reviewOn,
      lifted_on: flag.liftedOn,
      lifted_reason: flag.liftedReason,
    });
  }
  writeKeeping(write, clientId, client, hourlyCost, keys);
}

function writeInvoice(write: Writer, clientId: number, invoice: SampleInvoice): number {
  const balance = balanceOf({
    id: 0,
    issued: invoice.issued,
    due: invoice.due,
    amount: invoice.amount,
    payments: invoice.payments,
    credits: invoice.credits,
    writtenOff: invoice.writeOff?.on ?? null,
    excused: false,
  });
  const id = insert(write, 'invoice', {
    client_id: clientId,
    number: invoice.number,
    title: invoice.title,
    issued_on: invoice.issued,
    due_on: invoice.due,
    amount_minor: invoice.amount,
    ...balance,
  });
  for (const payment of invoice.payments) writePayment(write, clientId, id, payment);
  if (invoice.writeOff !== null) {
    insert(write, 'write_off', {
      invoice_id: id,
      written_off_on: invoice.writeOff.on,
      amount_minor: invoice.writeOff.amount,
      reason: invoice.writeOff.reason,
    });
  }
  return id;
}

function writePayment(
  write: Writer,
  clientId: number,
  invoiceId: number | null,
  payment: SamplePayment,
): void {
  insert(write, 'payment', {
    client_id: clientId,
    invoice_id: invoiceId,
    paid_on: payment.on,
    amount_minor: payment.amount,
    method: payment.method,
  });
}

function writeComplaints(
  write: Writer,
  clientId: number,
  client: SampleClient,
  keys: Map<string, number>,
): void {
  for (const complaint of client.complaints) {
    const id = insert(write, 'complaint', {
      client_id: clientId,
      invoice_id: idOf(keys, complaint.invoiceKey),
      received_on: complaint.receivedOn,
      received_time: complaint.receivedTime,
      title: complaint.title,
      words: complaint.words,
      wants: complaint.wants,
      we_want: complaint.weWant,
      listener: complaint.listener,
      channel: complaint.channel,
      severity: complaint.severity,
      cause_id: complaint.causeId,
      fault: complaint.fault,
      redo_asked: complaint.redoAsked ? 1 : 0,
      money_asked: complaint.moneyAsked ? 1 : 0,
      can_put_right: complaint.canPutRight === null ? null : complaint.canPutRight ? 1 : 0,
      of_no_use: complaint.ofNoUse ? 1 : 0,
      lost_time: complaint.lostTime ? 1 : 0,
      replied_on: complaint.repliedOn,
      replied_time: complaint.repliedTime,
      settled_on: complaint.settledOn,
      outcome: complaint.outcome,
      review_posted: complaint.reviewPosted ? 1 : 0,
      review_where: complaint.reviewWhere,
      review_answer: complaint.reviewAnswer,
    });
    keys.set(complaint.key, id);
    if (complaint.boundary !== null) {
      insert(write, 'note', {
        client_id: clientId,
        complaint_id: id,
        kind: 'boundary broken',
        noted_on: complaint.receivedOn,
        words: complaint.boundary,
      });
    }
    const { lesson } = complaint;
    if (lesson === null) continue;
    insert(write, 'lesson', {
      complaint_id: id,
      cause_id: complaint.causeId,
      learned_on: lesson.learnedOn,
      lesson: lesson.lesson,
      changes: lesson.changes,
      who: lesson.who,
      due_on: lesson.dueOn,
      done_on: lesson.doneOn,
    });
  }
}

/** Writes decisions and their coupons; answers the coupons' ids by code. */
function writeDecisions(
  write: Writer,
  clientId: number,
  client: SampleClient,
  keys: Map<string, number>,
): Map<string, number> {
  const coupons = new Map<string, number>();
  for (const decision of client.decisions) {
    const id = insert(write, 'decision', {
      client_id: clientId,
      complaint_id: idOf(keys, decision.complaintKey),
      invoice_id: idOf(keys, decision.invoiceKey),
      kind: decision.kind,
      decided_on: decision.decidedOn,
      amount_minor: decision.amount,
      redo_minutes: decision.redoMinutes,
      hourly_cost_minor: decision.hourlyCost,
      with_apology: decision.withApology ? 1 : 0,
      paid_back: decision.paidBack,
      what: decision.what,
      reason: decision.reason,
    });
    keys.set(decision.key, id);
    if (decision.coupon === null) continue;
    const { coupon } = decision;
    const couponId = insert(write, 'coupon', {
      decision_id: id,
      client_id: clientId,
      code: coupon.code,
      value_minor: coupon.value,
      valid_until: coupon.validUntil,
      redeemed_on: coupon.redeemedOn,
      redeemed_invoice_id: idOf(keys, coupon.redeemedInvoiceKey),
      redeemed_minor: coupon.redeemed,
    });
    coupons.set(coupon.code, couponId);
  }
  return coupons;
}
