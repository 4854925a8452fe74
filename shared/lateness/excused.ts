import type { Day } from '../dates.ts';
import { checkDay, type LatenessInvoice } from './invoice.ts';

/** What excusing needs to know of a complaint of the client. */
export interface ExcusingComplaint {
  /** The invoice it is about, or null where it is about the client as a whole. */
  readonly invoiceId: number | null;
  readonly opened: Day;
  readonly settled: Day | null;
  /** Its cause is one of the inside causes: something of ours went wrong. */
  readonly inside: boolean;
}

/** A stretch of days, both ends in it. */
interface Stretch {
  readonly from: Day;
  readonly to: Day;
}

/** After every day of the calendar, compared as text. */
const NO_END: Day = '9999-12-31';

/** Overlapping stretches joined, in order, so that one search finds the only one that could hold a day. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = [];
  for (const next of [...stretches].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = result.at(-1);
    if (last === undefined || next.from > last.to) result.push(next);
    else if (next.to > last.to) result[result.length - 1] = { from: last.from, to: next.to };
  }
  return result;
}

function holds(stretches: readonly Stretch[], day: Day): boolean {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.from ?? NO_END) <= day) low = middle + 1;
    else high = middle;
  }
  return low > 0 && day <= (stretches[low - 1]?.to ?? '');
}

/**
 * Marks the invoices of one client whose lateness is excused as at `asOf`: the due date falls while a complaint with an
 * inside cause is open (both ends inclusive) on that invoice or on the client as a whole. A complaint opened after
 * `asOf` is not known yet, one settled after it is still open; one settled before it was opened excuses nothing.
 * An older mark is taken back where nothing excuses it now. Gives new rows in the same order; changes none.
 * Throws RangeError for a day that does not exist.
 */
export function markExcused(
  invoices: readonly LatenessInvoice[],
  complaints: readonly ExcusingComplaint[],
  asOf: Day,
): readonly LatenessInvoice[] {
  checkDay(asOf);
  const ofClient: Stretch[] = [];
  const ofInvoice = new Map<number, Stretch[]>();
  for (const { invoiceId, opened, settled, inside } of complaints) {
    checkDay(opened);
    if (settled !== null) checkDay(settled);
    const stretch = { from: opened, to: settled === null || settled > asOf ? NO_END : settled };
    if (!inside || opened > asOf || stretch.to < opened) continue;
    if (invoiceId === null) {
      ofClient.push(stretch);
      continue;
    }
    const own = ofInvoice.get(invoiceId);
    if (own === undefined) ofInvoice.set(invoiceId, [stretch]);
    else own.push(stretch);
  }
  const always = joined(ofClient);
  return invoices.map((invoice) => {
    checkDay(invoice.due);
    const own = ofInvoice.get(invoice.id) ?? [];
    const excused =
      holds(always, invoice.due) || own.some(({ from, to }) => from <= invoice.due && invoice.due <= to);
    return excused === invoice.excused ? invoice : { ...invoice, excused };
  });
}
