import type { InvoicesLeftOut, PairsLeftOut, SummaryInvoice, SummaryPair } from '../client-summary.ts';
import { counted, joined, type Show } from './show.ts';

/** The rows from `from` on, and what lies beyond them. */
export function invoicesFrom(
  rows: readonly SummaryInvoice[],
  from: number,
  beyond: InvoicesLeftOut,
): InvoicesLeftOut {
  const left = rows.slice(from);
  return {
    count: beyond.count + left.length,
    amount: left.reduce((sum, row) => sum + row.amount, beyond.amount),
    open: left.reduce((sum, row) => sum + row.open, beyond.open),
    paid: beyond.paid + left.filter((row) => row.paid).length,
    late: beyond.late === null ? null : beyond.late + left.filter((row) => row.late).length,
  };
}

/** “and 214 earlier invoices, £201,430, all paid, 31 of them late”; empty where none is left out. */
export function invoicesLeftOut(left: InvoicesLeftOut, show: Show): string {
  if (left.count === 0) return '';
  const all = left.paid === left.count;
  // Open ones stand first: where one of them is left out, the rest is not just what is older.
  const which = left.open > 0 ? 'more' : 'earlier';
  const many = left.count === 1 ? 'invoice' : 'invoices';
  return joined(
    `and ${show.count(left.count)} ${which} ${many}`,
    show.money(left.amount),
    left.open > 0 && `${show.money(left.open)} of it open`,
    all ? (left.count === 1 ? 'paid' : 'all paid') : `${show.count(left.paid)} of them paid`,
    left.late !== null && left.late > 0 && lateWords(left.late, left.count),
  );
}

const lateWords = (late: number, count: number): string =>
  late === count ? (count === 1 ? 'late' : 'all late') : `${late} of them late`;

export function pairsFrom(rows: readonly SummaryPair[], from: number, beyond: PairsLeftOut): PairsLeftOut {
  const left = rows.slice(from);
  const complaints = left.filter((row) => row.complaint !== null);
  return {
    complaints: beyond.complaints + complaints.length,
    open: beyond.open + complaints.filter((row) => row.complaint?.open).length,
    decisions: left.reduce((sum, row) => sum + row.decisions.length, beyond.decisions),
    goodwill:
      beyond.goodwill === null ? null : left.reduce((sum, row) => sum + (row.goodwill ?? 0), beyond.goodwill),
  };
}

/** “and 33 earlier complaints, all settled, with 30 decisions, £1,240 goodwill”; empty where none is left out. */
export function pairsLeftOut(left: PairsLeftOut, show: Show): string {
  if (left.complaints + left.decisions === 0) return '';
  const decisions = counted(left.decisions, left.goodwill === null ? 'answer' : 'decision');
  const goodwill = left.goodwill !== null && left.goodwill > 0 && `${show.money(left.goodwill)} goodwill`;
  if (left.complaints === 0)
    return joined(
      `and ${left.goodwill === null ? counted(left.decisions, 'earlier answer') : counted(left.decisions, 'earlier decision')}`,
      goodwill,
    );
  const settled = left.complaints === 1 ? 'settled' : 'all settled';
  return joined(
    `and ${counted(left.complaints, left.open > 0 ? 'more complaint' : 'earlier complaint')}`,
    left.open > 0 ? `${left.open} of them open` : settled,
    left.decisions > 0 && `with ${decisions}`,
    goodwill,
  );
}
