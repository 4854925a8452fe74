import type * as z from 'zod';
import type { Day } from '../../shared/dates.ts';
import type { decisionInput, redeemInput } from '../../shared/decisions/decision.ts';
import type { RuleVerdict } from '../../shared/decisions/rules/rule.ts';
import type { Minor } from '../../shared/money.ts';
import { OwnerError } from '../../shared/result.ts';
import type { Weighed } from '../../shared/views/desk.ts';
import { lapsedWarning } from '../../shared/warnings/sentences.ts';
import { type Changed, change, insert, mustGet, update } from './change.ts';
import type { Reader, Writer } from './handles.ts';
import { creditInvoice } from './invoices.ts';
import { moneyOf, nameOf } from './labels.ts';
import type { Ledger } from './open.ts';
import { careWarnings, hearWarnings, refuseUnheard, whomOf } from './warnings.ts';
import { weigh } from './weigh.ts';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Records a decision, with how it stands to each house rule concerned. Going against a rule, or treating a like case
 * otherwise, needs a reason in `despite`; a refund of more than was paid is refused. `locale` is for amounts in words.
 */
export function addDecision(
  ledger: Ledger,
  input: z.output<typeof decisionInput>,
  today: Day,
  locale = 'en-GB',
): Changed<number> {
  if (input.decidedOn > today) {
    throw new OwnerError('invalid', 'That day is still to come. Is the date right?', 'decidedOn');
  }
  refuseStrangers(ledger.read, input);
  const what = { kind: 'decision.add', label: labelOf(ledger.read, input, locale), clientId: input.clientId };
  refuseTooEarly(ledger.read, input);
  // Before the change begins: weighing may bring the kept figures up to date, which an open change forbids.
  const weighed = weigh(ledger, input, today, locale);
  refuseUnexplained(weighed, input.despite);
  return change(ledger, what, (write) => {
    const rate = mustGet<{ hourly_cost_minor: Minor }>(
      write,
      'ledger',
      'SELECT hourly_cost_minor FROM ledger',
    );
    const id = insert(write, 'decision', {
      client_id: input.clientId,
      complaint_id: input.complaintId,
      invoice_id: input.invoiceId,
      kind: input.kind,
      decided_on: input.decidedOn,
      amount_minor: input.amount,
      redo_minutes: input.redoMinutes,
      hourly_cost_minor: rate.hourly_cost_minor,
      with_apology: input.withApology || input.kind === 'apologise' ? 1 : 0,
      paid_back: input.paidBack,
      what: input.what,
      reason: input.reason,
      // What was typed for another choice must not stand beside this one.
      despite: weighed.asksWhy ? input.despite : null,
    });
    recordVerdicts(write, id, input, weighed.rules);
    if (input.kind === 'coupon') addCoupon(write, id, input);
    if (input.paidBack === 'credit' && input.invoiceId !== null) {
      creditInvoice(write, {
        invoiceId: input.invoiceId,
        creditedOn: input.decidedOn,
        amount: input.amount,
        reason: `${capital(input.kind)}: ${input.reason}`.slice(0, 1000),
        decisionId: id,
        couponId: null,
      });
    }
    if (input.settles && input.complaintId !== null) {
      const complaint = mustGet<{ settled_on: Day | null }>(
        write,
        'complaint',
        'SELECT settled_on FROM complaint WHERE id = ?',
        input.complaintId,
      );
      if (complaint.settled_on === null)
        update(write, 'complaint', input.complaintId, { settled_on: input.decidedOn });
    }
    return id;
  });
}

function labelOf(read: Reader, input: z.output<typeof decisionInput>, locale: string): string {
  const name = nameOf(read, input.clientId);
  const money = () => moneyOf(read, input.amount, locale);
  switch (input.kind) {
    case 'apologise':
      return `Apology to ${name}`;
    case 'put right':
      return `Put right for ${name}`;
    case 'coupon':
      return `Coupon of ${money()} for ${name}`;
    case 'part refund':
      return `Part refund of ${money()} to ${name}`;
    case 'full refund':
      return `Full refund of ${money()} to ${name}`;
    case 'hold firm':
      return `Held firm with ${name}`;
    case 'part ways':
      return `Parted ways with ${name}`;
  }
}

function refuseUnexplained({ refused, rules, departs }: Weighed, despite: string | null): void {
  if (refused !== null) throw new OwnerError('invalid', refused, 'amount');
  if (despite !== null) return;
  const broken = rules.find(({ verdict }) => verdict === 'broken');
  if (broken !== undefined)
    throw new OwnerError('invalid', `This breaks your rule “${broken.title}”: say why.`, 'despite');
  if (departs !== null) throw new OwnerError('invalid', `${departs} Say why.`, 'despite');
}

/** As the rules stood when it was decided: one changed later does not rewrite it. */
function recordVerdicts(
  write: Writer,
  decisionId: number,
  input: z.output<typeof decisionInput>,
  rules: readonly RuleVerdict[],
): void {
  for (const { key, verdict, words } of rules) {
    if (verdict === 'not concerned') continue;
    insert(write, 'rule_verdict', {
      rule: key,
      client_id: input.clientId,
      decision_id: decisionId,
      judged_on: input.decidedOn,
      verdict,
      words: words.slice(0, 300),
    });
  }
}

function refuseStrangers(read: Reader, input: z.output<typeof decisionInput>): void {
  mustGet(read, 'client', 'SELECT id FROM client WHERE id = ?', input.clientId);
  for (const [table, id, field] of [
    ['complaint', input.complaintId, 'complaintId'],
    ['invoice', input.invoiceId, 'invoiceId'],
  ] as const) {
    if (id === null) continue;
    const row = mustGet<{ client_id: number }>(
      read,
      table,
      `SELECT client_id FROM ${table} WHERE id = ?`,
      id,
    );
    if (row.client_id !== input.clientId) {
      throw new OwnerError('invalid', `That ${table} belongs to another client.`, field);
    }
  }
}

/** Nobody decides on a complaint before it came; a day that an import took from the invoice proves nothing. */
function refuseTooEarly(
  read: Reader,
  { complaintId, decidedOn, settles }: z.output<typeof decisionInput>,
): void {
  if (complaintId === null) return;
  const complaint = mustGet<{ received_on: Day; date_assumed: number }>(
    read,
    'complaint',
    'SELECT received_on, date_assumed FROM complaint WHERE id = ?',
    complaintId,
  );
  if (decidedOn < complaint.received_on && (settles || complaint.date_assumed === 0))
    throw new OwnerError('invalid', 'The decision is before the complaint.', 'decidedOn');
}

function addCoupon(write: Writer, decisionId: number, input: z.output<typeof decisionInput>): void {
  if (input.couponCode === null) throw new OwnerError('invalid', 'A coupon needs its code.', 'couponCode');
  if (write.get('SELECT id FROM coupon WHERE code = ?', input.couponCode)) {
    throw new OwnerError('conflict', 'This code is on another coupon already.', 'couponCode');
  }
  insert(write, 'coupon', {
    decision_id: decisionId,
    client_id: input.clientId,
    code: input.couponCode,
    value_minor: input.amount,
    valid_until: input.validUntil,
  });
}

// Without 0/O, 1/I/L: a code is read out on the phone.
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

export function suggestCouponCode(read: Reader): string {
  for (;;) {
    const random = crypto.getRandomValues(new Uint32Array(6));
    const code = Array.from(random, (n) => LETTERS[n % LETTERS.length]).join('');
    const shown = `${code.slice(0, 3)}-${code.slice(3)}`;
    if (!read.get('SELECT id FROM coupon WHERE code = ?', shown)) return shown;
  }
}

/** Redeems a coupon as a credit on an invoice. One past its end, or of a client to take care with, is warned of first. */
export function redeemCoupon(
  ledger: Ledger,
  input: z.output<typeof redeemInput>,
  today: Day,
  locale = 'en-GB',
): Changed<number> {
  if (input.redeemedOn > today) {
    throw new OwnerError('invalid', 'That day is still to come. Is the date right?', 'redeemedOn');
  }
  const coupon = mustGet<{ client_id: number; code: string }>(
    ledger.read,
    'coupon',
    'SELECT client_id, code FROM coupon WHERE id = ?',
    input.couponId,
  );
  const what = {
    kind: 'coupon.redeem',
    label: `Coupon ${coupon.code} redeemed by ${nameOf(ledger.read, coupon.client_id)}: ${moneyOf(ledger.read, input.amount, locale)}`,
    clientId: coupon.client_id,
  };
  return change(ledger, what, (write) => {
    const now = mustGet<{
      value_minor: Minor;
      redeemed_on: Day | null;
      decision_id: number;
      valid_until: Day | null;
    }>(
      write,
      'coupon',
      'SELECT value_minor, redeemed_on, decision_id, valid_until FROM coupon WHERE id = ?',
      input.couponId,
    );
    if (now.redeemed_on !== null) throw new OwnerError('conflict', 'This coupon was redeemed already.');
    const invoice = mustGet<{ client_id: number; open_minor: Minor; number: string }>(
      write,
      'invoice',
      'SELECT client_id, open_minor, number FROM invoice WHERE id = ?',
      input.invoiceId,
    );
    if (invoice.client_id !== coupon.client_id) {
      throw new OwnerError('invalid', 'That invoice belongs to another client.', 'invoiceId');
    }
    if (input.amount > now.value_minor)
      throw new OwnerError('invalid', 'That is more than the coupon is worth.', 'amount');
    if (input.amount > invoice.open_minor) {
      throw new OwnerError('invalid', `That is more than invoice ${invoice.number} still asks.`, 'amount');
    }
    const decided = mustGet<{ decided_on: Day }>(
      write,
      'decision',
      'SELECT decided_on FROM decision WHERE id = ?',
      now.decision_id,
    );
    if (input.redeemedOn < decided.decided_on) {
      throw new OwnerError('invalid', 'That is before the coupon was given.', 'redeemedOn');
    }
    const warnings = [...careWarnings(write, coupon.client_id, today)];
    if (now.valid_until !== null && input.redeemedOn > now.valid_until)
      warnings.push(lapsedWarning(whomOf(write, coupon.client_id), coupon.code, now.valid_until));
    refuseUnheard(warnings, input.allTheSame);
    update(write, 'coupon', input.couponId, {
      redeemed_on: input.redeemedOn,
      redeemed_invoice_id: input.invoiceId,
      redeemed_minor: input.amount,
    });
    creditInvoice(write, {
      invoiceId: input.invoiceId,
      creditedOn: input.redeemedOn,
      amount: input.amount,
      reason: `Coupon ${coupon.code}`,
      decisionId: null,
      couponId: input.couponId,
    });
    hearWarnings(write, 'coupon redeemed', warnings, today, input.invoiceId);
    return input.couponId;
  });
}
