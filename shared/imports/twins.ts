import { withoutZeros } from './client-match.ts';
import type { ClientRef } from './plan.ts';
import type { Remarks } from './plan-notes.ts';
import type { ImportedInvoice, Unreadable } from './records.ts';

/** A record with the client it belongs to. */
export interface Placed {
  readonly record: ImportedInvoice;
  readonly client: ClientRef;
}

export interface Untwinned {
  readonly placed: readonly Placed[];
  readonly refused: readonly Unreadable[];
  /** Rows that went into another record. */
  readonly repeated: number;
}

export const refKey = (ref: ClientRef) => (ref.kind === 'known' ? `known ${ref.id}` : `new ${ref.index}`);

function grouped(all: readonly Placed[], keyOf: (placed: Placed) => string): Map<string, Placed[]> {
  const groups = new Map<string, Placed[]>();
  for (const placed of all) {
    const key = keyOf(placed);
    const group = groups.get(key);
    if (group) group.push(placed);
    else groups.set(key, [placed]);
  }
  return groups;
}

const facts = ({ issued, due, amount }: ImportedInvoice) => `${issued} ${due} ${amount}`;

/** One record of several that are the same invoice; the fullest number and what any of them knows. */
function merged(same: readonly Placed[], remarks: Remarks): Placed | null {
  const [first, ...others] = [...same].sort(
    (a, b) => b.record.number.length - a.record.number.length || a.record.line - b.record.line,
  );
  if (!first) return null;
  let { record } = first;
  for (const { record: other } of others) {
    const paid = record.settledOn !== null ? record : other;
    if (
      record.settledOn !== null &&
      other.settledOn !== null &&
      (record.settledOn !== other.settledOn || record.paid !== other.paid)
    )
      remarks.paidTwice += 1;
    record = {
      ...record,
      title: record.title ?? other.title,
      settledOn: paid.settledOn,
      paid: paid.paid,
      disputed: record.disputed || other.disputed,
    };
  }
  return { client: first.client, record };
}

/**
 * Joins records of one file that are one invoice: same client, dates and amount, number equal but for leading zeros.
 * The same number with other facts can only come here by two ways of naming one client: both are refused.
 */
export function joinTwins(all: readonly Placed[], remarks: Remarks): Untwinned {
  const groups = grouped(all, ({ client, record }) => `${refKey(client)}\n${withoutZeros(record.number)}`);
  const out: Placed[] = [];
  const refused: Unreadable[] = [];
  let repeated = 0;
  for (const group of groups.values()) {
    const [only] = group;
    if (only && group.length === 1) {
      out.push(only);
      continue;
    }
    const byFacts = grouped(group, ({ record }) => facts(record));
    const joined: Placed[] = [];
    for (const same of byFacts.values()) {
      const one = merged(same, remarks);
      if (!one) continue;
      if (same.length > 1) {
        repeated += same.reduce((rows, { record }) => rows + record.rows, 0) - one.record.rows;
        if (new Set(same.map(({ record }) => record.number)).size > 1) remarks.zeroTwins += 1;
      }
      joined.push(one);
    }
    for (const [number, list] of grouped(joined, ({ record }) => record.number)) {
      const [one] = list;
      if (one && list.length === 1) out.push(one);
      else
        for (const { record } of list)
          refused.push({
            line: record.line,
            column: null,
            value: number,
            reason:
              'the same client has this invoice number twice in the file, with different dates or amounts',
            kind: 'unreadable',
          });
    }
  }
  return { placed: out, refused, repeated };
}
