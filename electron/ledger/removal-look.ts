import { plural } from '../../shared/complaints/clocks.ts';
import { showDay } from '../../shared/dates.ts';
import type { Minor } from '../../shared/money.ts';
import type { RemovalLook, RemovalOf } from '../../shared/views/history.ts';
import type { Reader } from './handles.ts';
import { moneyOf, nameOf } from './labels.ts';
import { complaintToRemove, decisionStays, decisionToRemove, decisionWords, theirs } from './remove.ts';

/** What an owner calls one row and several rows of each table; those without a word go along unnamed. */
const SAID: Readonly<Record<string, readonly [one: string, many: string]>> = {
  invoice: ['invoice', 'invoices'],
  payment: ['payment', 'payments'],
  credit: ['credit', 'credits'],
  write_off: ['write-off', 'write-offs'],
  complaint: ['complaint', 'complaints'],
  decision: ['decision', 'decisions'],
  coupon: ['coupon', 'coupons'],
  red_flag: ['red flag', 'red flags'],
  note: ['note', 'notes'],
  inside_look: ['look inside', 'looks inside'],
  hours: ['entry of hours', 'entries of hours'],
  standing_set: ['standing you set', 'standings you set'],
  parting: ['parting worksheet', 'parting worksheets'],
  kept_print: ['kept copy of what was printed', 'kept copies of what was printed'],
};

/** Before anything is removed: what would go, what would stay, and what to bear in mind. */
export function removalLook(read: Reader, { what, id }: RemovalOf, locale: string): RemovalLook {
  switch (what) {
    case 'client':
      return clientLook(read, id, locale);
    case 'complaint':
      return complaintLook(read, id);
    case 'decision':
      return decisionLook(read, id, locale);
  }
}

const count = (read: Reader, sql: string, id: number): number => read.get<{ n: number }>(sql, id)?.n ?? 0;

function clientLook(read: Reader, id: number, locale: string): RemovalLook {
  const name = nameOf(read, id);
  const goes = Object.entries(SAID).flatMap(([table, [one, many]]) => {
    const n = count(read, `SELECT count(*) AS n FROM ${table} WHERE ${theirs[table]}`, id);
    return n === 0 ? [] : [`${n} ${n === 1 ? one : many}`];
  });
  const learned = count(
    read,
    'SELECT count(*) AS n FROM lesson JOIN complaint ON complaint.id = complaint_id WHERE client_id = ?',
    id,
  );
  const owed: Minor = count(
    read,
    'SELECT coalesce(sum(open_minor), 0) AS n FROM invoice WHERE client_id = ? AND open_minor > 0',
    id,
  );
  return {
    title: `Remove ${name}?`,
    goes,
    notes: [
      ...(owed > 0 ? [`${moneyOf(read, owed, locale)} is still owed on their invoices.`] : []),
      ...(learned > 0
        ? [
            `${plural(learned, 'lesson')} learned from them ${learned === 1 ? 'stays' : 'stay'}, without the complaint.`,
          ]
        : []),
    ],
    refused: null,
  };
}

function complaintLook(read: Reader, id: number): RemovalLook {
  const { client_id, received_on } = complaintToRemove(read, id);
  const decisions = count(read, 'SELECT count(*) AS n FROM decision WHERE complaint_id = ?', id);
  const noted = count(
    read,
    'SELECT (SELECT count(*) FROM note WHERE complaint_id = ?1) + (SELECT count(*) FROM hours WHERE complaint_id = ?1) AS n',
    id,
  );
  const learned = count(read, 'SELECT count(*) AS n FROM lesson WHERE complaint_id = ?', id);
  const stays = [
    ...(decisions > 0 ? [plural(decisions, 'decision')] : []),
    ...(noted > 0 ? [plural(noted, 'note')] : []),
    ...(learned > 0 ? [plural(learned, 'lesson')] : []),
  ];
  const n = decisions + noted + learned;
  return {
    title: `Remove the complaint of ${showDay(received_on)} from ${nameOf(read, client_id)}?`,
    goes: [],
    notes:
      stays.length === 0
        ? []
        : [`${listed(stays)} on it ${n === 1 ? 'stays' : 'stay'} with the client, without the complaint.`],
    refused: null,
  };
}

function decisionLook(read: Reader, id: number, locale: string): RemovalLook {
  const decision = decisionToRemove(read, id);
  const { client_id, decided_on, code, credits, kind } = decision;
  const settled = read.get<{ settled: number }>(
    `SELECT settled_on IS NOT NULL AS settled FROM complaint WHERE id = (SELECT complaint_id FROM decision WHERE id = ?)`,
    id,
  );
  return {
    title: `Remove the decision of ${showDay(decided_on)}?`,
    goes: [
      `${decisionWords(read, decision, locale)}, ${nameOf(read, client_id)}`,
      ...(code === null ? [] : [`its coupon ${code}, not redeemed`]),
      ...(credits === 0 ? [] : ['the credit it gave on an invoice, which is owed again']),
    ],
    notes: [
      ...(kind.endsWith('refund') && credits === 0
        ? ['Money that was paid back stays paid back: only the note of it goes.']
        : []),
      ...(settled?.settled === 1 ? ['Its complaint stays settled.'] : []),
    ],
    refused: decisionStays(decision),
  };
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
