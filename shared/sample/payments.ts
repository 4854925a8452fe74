import { addDays, type Day } from '../dates.ts';
import type { Minor } from '../money.ts';
import { type Dealt, later, paidOn } from './payers.ts';
import type { PaysSeed } from './seeds.ts';
import type { SamplePayment, SampleWriteOff } from './types.ts';

/** An invoice with what it still has to be paid after its credits, and what is paid too much. */
export interface Owing {
  readonly key: string;
  readonly dealt: Dealt;
  readonly owed: Minor;
  readonly over: Minor;
}

export interface Paid {
  readonly payments: readonly SamplePayment[];
  readonly writeOff: SampleWriteOff | null;
}

/** Credit on account, and since when. */
interface OnAccount {
  readonly since: Day;
  readonly amount: Minor;
}

const NOTHING: Paid = { payments: [], writeOff: null };

/**
 * Payments and write-offs of one client's invoices, given in due order. What was overpaid is spent on the next invoice
 * where the client does so, as a payment by credit.
 */
export function payInvoices(
  owing: readonly Owing[],
  pays: PaysSeed,
  today: Day,
  scale: (figure: number) => Minor,
): ReadonlyMap<string, Paid> {
  const paid = new Map<string, Paid>();
  let onAccount: OnAccount | null = null;
  owing.forEach((invoice, index) => {
    const { key, dealt, owed, over } = invoice;
    const on = paidOn(dealt, today);
    if (owed <= 0 || on === null) {
      paid.set(key, owed <= 0 ? NOTHING : unpaid(invoice, pays, today, scale));
      return;
    }
    const { issued, due } = dealt.draft;
    const payments: SamplePayment[] = [];
    let left = owed;
    if (onAccount !== null && onAccount.since <= on && onAccount.amount < left) {
      const { since, amount }: OnAccount = onAccount;
      payments.push({ on: later(since, issued), amount, method: 'credit' });
      left -= amount;
      onAccount = null;
    }
    const first = addDays(due, Math.floor(Number(dealt.late) / 2));
    if (pays.inParts === true && index % 4 === 1 && first > due && left > 1) {
      const half = Math.ceil(left / 2);
      payments.push({ on: first, amount: half, method: pays.by });
      left -= half;
    }
    payments.push({ on, amount: left + over, method: pays.by });
    if (over > 0 && pays.over?.spent === true) onAccount = { since: on, amount: over };
    paid.set(key, { payments, writeOff: null });
  });
  return paid;
}

/** Part of it may have come, or it was given up. */
function unpaid({ dealt, owed }: Owing, pays: PaysSeed, today: Day, scale: (figure: number) => Minor): Paid {
  const { draft, late } = dealt;
  if (typeof late !== 'object') return NOTHING;
  if ('writtenOff' in late) {
    const on = addDays(draft.due, late.writtenOff);
    return on > today ? NOTHING : { payments: [], writeOff: { on, amount: owed, reason: late.reason } };
  }
  const on = addDays(draft.due, late.after);
  const amount = Math.min(scale(late.part), owed - 1);
  return on > today ? NOTHING : { payments: [{ on, amount, method: pays.by }], writeOff: null };
}
