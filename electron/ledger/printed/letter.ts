import type { Day } from '../../../shared/dates.ts';
import { APOLOGY, APOLOGY_WITH_COUPON, REFUND_NOTE } from '../../../shared/letters/built-in.ts';
import { fillLetter } from '../../../shared/letters/fill.ts';
import { lettersFor } from '../../../shared/letters/for-decision.ts';
import { apologyValues, refundValues } from '../../../shared/letters/values.ts';
import { type Minor, showMoney } from '../../../shared/money.ts';
import { OwnerError } from '../../../shared/result.ts';
import { addressLines } from '../../../shared/summaries/address.ts';
import type { DocumentOf } from '../../../shared/summaries/document.ts';
import type { PrintedCoupon } from '../../../shared/summaries/letter.ts';
import type { printedLetters } from '../../../shared/views/prints.ts';
import { mustGet } from '../change.ts';
import { getClient } from '../clients.ts';
import { DECISIONS, type DecisionRow } from '../decision-rows.ts';
import type { Reader } from '../handles.ts';
import { creditOf } from '../invoices.ts';
import { wordingOf } from '../letters.ts';
import type { Ledger } from '../open.ts';
import { documentHead } from './head.ts';

/** As long as the ledger keeps one: a field can hold five thousand characters. */
const LONGEST = 20_000;

/** The farewell of a parting worksheet, in the wording the window filled in; a finished one bears the day it was sent. */
export function farewellDocument(
  ledger: Ledger,
  what: { readonly clientId: number; readonly text: string },
  today: Day,
  locale: string,
): DocumentOf<'letter'> {
  const client = getClient(ledger.read, what.clientId);
  const parted = ledger.read.get<{ on: Day | null }>(
    'SELECT finished_on AS "on" FROM parting WHERE client_id = ? ORDER BY id DESC LIMIT 1',
    what.clientId,
  );
  const on = parted?.on ?? today;
  return {
    ...documentHead(ledger, today, locale),
    asOf: on,
    kind: 'letter',
    letter: 'farewell',
    title: `Farewell letter: ${client.name}`,
    clientId: client.id,
    on,
    address: addressLines(client),
    text: what.text,
    coupon: null,
  };
}

/**
 * The letter that goes with a decision. `text` is its wording for this once, fields and all; null: the owner's wording
 * of such letters. Throws OwnerError for a decision that such a letter is not of.
 */
export function letterDocument(
  ledger: Ledger,
  what: {
    readonly letter: (typeof printedLetters)[number];
    readonly decisionId: number;
    readonly text: string | null;
  },
  today: Day,
  locale: string,
): DocumentOf<'letter'> {
  const { read } = ledger;
  const decision = mustGet<DecisionRow>(
    read,
    'decision',
    `${DECISIONS} WHERE decision.id = ?`,
    what.decisionId,
  );
  const client = getClient(read, decision.client_id);
  const head = documentHead(ledger, today, locale);
  const facts = { client, business: head.business, today };
  const show = (amount: Minor) => showMoney(amount, head.currency, locale);
  const coupon = couponOf(decision, client.name, today);
  const apology = what.letter === 'apology';
  const { kind, with_apology: withApology, paid_back: paidBack } = decision;
  if (!lettersFor({ kind, withApology: withApology === 1, paidBack }).includes(what.letter))
    throw new OwnerError(
      'invalid',
      apology
        ? 'This decision comes without an apology, so there is no such letter.'
        : 'This decision is no refund, so there is no such note.',
    );
  const values = apology
    ? apologyValues({ ...facts, told: toldOn(read, decision), what: decision.what, coupon }, show)
    : refundValues({ ...facts, ...refundOf(read, decision) }, show);
  const name = apology ? (coupon === null ? APOLOGY : APOLOGY_WITH_COUPON) : REFUND_NOTE;
  const { text } = fillLetter<string>(what.text ?? wordingOf(read, name), values);
  return {
    ...head,
    kind: 'letter',
    letter: what.letter,
    title: `${apology ? 'Apology' : 'Refund note'}: ${client.name}`,
    clientId: client.id,
    on: today,
    address: addressLines(client),
    text: text.slice(0, LONGEST),
    coupon: apology ? coupon : null,
  };
}

/** A coupon that was used already is not given a second time, nor one that can't be used any more. */
function couponOf(decision: DecisionRow, client: string, today: Day): PrintedCoupon | null {
  const { code, value_minor: value, valid_until: validUntil, redeemed_on: redeemed } = decision;
  if (code === null || value === null || redeemed !== null) return null;
  return validUntil !== null && validUntil < today ? null : { code, value, validUntil, client };
}

/** A day that an import took from the invoice is not the day they told us. */
function toldOn(read: Reader, { complaint_id: id }: DecisionRow): Day | null {
  if (id === null) return null;
  const sql = 'SELECT received_on AS "on" FROM complaint WHERE id = ? AND date_assumed = 0';
  return read.get<{ on: Day }>(sql, id)?.on ?? null;
}

function refundOf(read: Reader, decision: DecisionRow) {
  const invoice = read.get<{ number: string; left: Minor }>(
    `SELECT number, open_minor AS "left" FROM invoice
     WHERE id = coalesce(?1, (SELECT invoice_id FROM complaint WHERE id = ?2))`,
    decision.invoice_id,
    decision.complaint_id,
  );
  const owed = read.get<{ owed: Minor }>(
    'SELECT coalesce(sum(open_minor), 0) AS owed FROM invoice WHERE client_id = ? AND open_minor > 0',
    decision.client_id,
  );
  return {
    amount: decision.amount_minor,
    decidedOn: decision.decided_on,
    invoice: invoice?.number ?? null,
    // Every refund says how it went back: the ledger sees to it.
    paidBack: decision.paid_back ?? 'money',
    left: invoice?.left ?? owed?.owed ?? 0,
    inHand: creditOf(read, decision.client_id),
  };
}
