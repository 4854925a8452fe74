import { type Day, showDay } from '../../shared/dates.ts';
import type { DecisionKind } from '../../shared/decisions/decision.ts';
import type { Minor } from '../../shared/money.ts';
import { OwnerError } from '../../shared/result.ts';
import { type Changed, change, mustGet, update } from './change.ts';
import type { Reader, Writer } from './handles.ts';
import { creditOf, resettle } from './invoices.ts';
import { moneyOf, nameOf } from './labels.ts';
import type { Ledger } from './open.ts';

const OF_INVOICES = 'invoice_id IN (SELECT id FROM invoice WHERE client_id = ?1)';

/**
 * Everything that belongs to one client, what hangs on other rows first; a test holds it against the schema's own
 * references. The rows leave their tables and lie whole in the history until the bin is emptied.
 */
export const theirs: Readonly<Record<string, string>> = {
  credit: OF_INVOICES,
  write_off: OF_INVOICES,
  payment: 'client_id = ?1',
  rule_verdict: 'client_id = ?1',
  warning: 'client_id = ?1',
  hours: 'client_id = ?1',
  note: 'client_id = ?1',
  inside_look: 'client_id = ?1',
  standing_set: 'client_id = ?1',
  red_flag: 'client_id = ?1',
  parting: 'client_id = ?1',
  kept_print: 'client_id = ?1',
  kept_apart: 'client_id = ?1 OR other_id = ?1',
  coupon: 'client_id = ?1',
  decision: 'client_id = ?1',
  complaint: 'client_id = ?1',
  invoice: 'client_id = ?1',
  client: 'id = ?1',
};

/** Removes a client with everything of theirs, as one change. What was learned from them, and rules born of it, stay. */
export function removeClient(ledger: Ledger, { id }: { readonly id: number }): Changed<number> {
  const label = `Removed the client ${nameOf(ledger.read, id)}`;
  return change(ledger, { kind: 'client.remove', label, clientId: id }, (write) => {
    nameOf(write, id);
    for (const complaint of write.all<{ id: number }>('SELECT id FROM complaint WHERE client_id = ?', id))
      keepWhatWasLearned(write, complaint.id);
    for (const [table, where] of Object.entries(theirs)) write.run(`DELETE FROM ${table} WHERE ${where}`, id);
    return id;
  });
}

/** Lessons and rules are the owner's: they stay without the complaint, each with the cause it was seen under. */
function keepWhatWasLearned(write: Writer, complaintId: number): void {
  const cause = write.get<{ cause_id: number | null }>(
    'SELECT cause_id FROM complaint WHERE id = ?',
    complaintId,
  );
  for (const lesson of write.all<{ id: number; cause_id: number | null }>(
    'SELECT id, cause_id FROM lesson WHERE complaint_id = ?',
    complaintId,
  ))
    update(write, 'lesson', lesson.id, {
      complaint_id: null,
      cause_id: lesson.cause_id ?? cause?.cause_id ?? null,
    });
  unlink(write, 'house_rule', 'born_complaint_id', complaintId);
}

function unlink(write: Writer, table: string, column: string, id: number): void {
  write.run(`UPDATE ${table} SET ${column} = NULL WHERE ${column} = ?`, id);
}

export interface ComplaintToRemove {
  readonly client_id: number;
  readonly received_on: Day;
}
export const complaintToRemove = (read: Reader, id: number): ComplaintToRemove =>
  mustGet(read, 'complaint', 'SELECT client_id, received_on FROM complaint WHERE id = ?', id);

/** Removes a complaint alone: what was decided, noted and learned on it stays, without it. */
export function removeComplaint(ledger: Ledger, { id }: { readonly id: number }): Changed<number> {
  const { client_id: clientId, received_on } = complaintToRemove(ledger.read, id);
  const label = `Removed the complaint of ${showDay(received_on)} from ${nameOf(ledger.read, clientId)}`;
  return change(ledger, { kind: 'complaint.remove', label, clientId }, (write) => {
    complaintToRemove(write, id);
    keepWhatWasLearned(write, id);
    for (const table of ['decision', 'hours', 'note']) unlink(write, table, 'complaint_id', id);
    write.run('DELETE FROM complaint WHERE id = ?', id);
    return id;
  });
}

export interface DecisionToRemove {
  readonly client_id: number;
  readonly kind: DecisionKind;
  readonly decided_on: Day;
  readonly amount_minor: Minor;
  readonly code: string | null;
  readonly redeemed_on: Day | null;
  readonly parted: number;
  readonly credits: number;
}

export const decisionToRemove = (read: Reader, id: number): DecisionToRemove =>
  mustGet(
    read,
    'decision',
    `SELECT decision.client_id, kind, decided_on, amount_minor, coupon.code, coupon.redeemed_on,
            EXISTS (SELECT 1 FROM parting WHERE decision_id = decision.id) AS parted,
            (SELECT count(*) FROM credit WHERE decision_id = decision.id) AS credits
     FROM decision LEFT JOIN coupon ON coupon.decision_id = decision.id WHERE decision.id = ?`,
    id,
  );

/** Why a decision can't be removed; null: it can. */
export function decisionStays({ code, redeemed_on, parted }: DecisionToRemove): string | null {
  if (code !== null && redeemed_on !== null)
    return `Its coupon ${code} was redeemed on ${showDay(redeemed_on)}, so it stays. Take that back first, in the history.`;
  if (parted === 1)
    return 'With this decision ways parted, so it stays. Welcome them back, or take the parting back in the history.';
  return null;
}

/** “part refund of £120” */
export function decisionWords(read: Reader, decision: DecisionToRemove, locale: string): string {
  const { kind, amount_minor: amount } = decision;
  const withMoney = kind === 'coupon' || kind === 'part refund' || kind === 'full refund';
  return withMoney ? `${kind} of ${moneyOf(read, amount, locale)}` : kind;
}

/** Removes a decision with its coupon, the credit it gave and how the house rules stood to it. */
export function removeDecision(
  ledger: Ledger,
  { id }: { readonly id: number },
  locale = 'en-GB',
): Changed<number> {
  const { read } = ledger;
  const decision = decisionToRemove(read, id);
  const { client_id: clientId, decided_on } = decision;
  const what = `${decisionWords(read, decision, locale)} to ${nameOf(read, clientId)}`;
  const label = `Removed the decision of ${showDay(decided_on)}: ${what}`;
  return change(ledger, { kind: 'decision.remove', label, clientId }, (write) => {
    const stays = decisionStays(decisionToRemove(write, id));
    if (stays !== null) throw new OwnerError('conflict', stays);
    const credited = write.all<{ invoice_id: number }>(
      'SELECT DISTINCT invoice_id FROM credit WHERE decision_id = ?',
      id,
    );
    write.run('DELETE FROM credit WHERE decision_id = ?', id);
    write.run('DELETE FROM coupon WHERE decision_id = ?', id);
    write.run('DELETE FROM rule_verdict WHERE decision_id = ?', id);
    write.run('DELETE FROM decision WHERE id = ?', id);
    for (const { invoice_id } of credited) resettle(write, invoice_id);
    if (creditOf(write, clientId) < 0)
      throw new OwnerError(
        'conflict',
        'The credit it gave was used on another invoice since, so it stays. Remove that use of credit first.',
      );
    return id;
  });
}
