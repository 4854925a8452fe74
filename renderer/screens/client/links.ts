import type { ClientPage } from '../../../shared/views/client-page.ts';

export type RowKind = 'invoice' | 'complaint' | 'decision';

/** `invoice-34`: how a row is called on the axis, in the columns and in the window's address. */
export const rowKey = (kind: RowKind, id: number): string => `${kind}-${id}`;

const isInvoice = (key: string) => key.startsWith('invoice-');

/** True where this complaint is what excuses the invoice: the rule of `markExcused`, row by row. */
export function excuses(
  complaint: ClientPage['complaints'][number],
  invoice: ClientPage['invoices'][number],
): boolean {
  return (
    invoice.excused &&
    complaint.cause?.group === 'inside' &&
    (complaint.invoiceId === null || complaint.invoiceId === invoice.id) &&
    complaint.receivedOn <= invoice.due &&
    (complaint.settledOn === null || invoice.due <= complaint.settledOn)
  );
}

/** Which rows touch which: a complaint its decisions, its invoice and those it excuses; a decision its invoices. */
function neighboursOf(page: ClientPage): ReadonlyMap<string, ReadonlySet<string>> {
  const neighbours = new Map<string, Set<string>>();
  const tie = (a: string, b: string) => {
    neighbours.set(a, (neighbours.get(a) ?? new Set()).add(b));
    neighbours.set(b, (neighbours.get(b) ?? new Set()).add(a));
  };
  for (const complaint of page.complaints) {
    const key = rowKey('complaint', complaint.id);
    if (complaint.invoiceId !== null) tie(key, rowKey('invoice', complaint.invoiceId));
    for (const invoice of page.invoices) {
      if (excuses(complaint, invoice)) tie(key, rowKey('invoice', invoice.id));
    }
  }
  for (const decision of page.decisions) {
    const key = rowKey('decision', decision.id);
    if (decision.complaintId !== null) tie(key, rowKey('complaint', decision.complaintId));
    if (decision.invoiceId !== null) tie(key, rowKey('invoice', decision.invoiceId));
    const redeemedOn = decision.coupon?.redeemedInvoiceId ?? null;
    if (redeemedOn !== null) tie(key, rowKey('invoice', redeemedOn));
  }
  return neighbours;
}

/**
 * What belongs to a row, without itself: everything that hangs together through complaints and decisions. An invoice
 * is where a thread ends, or one invoice excused by two complaints would tie two stories into one.
 */
export function linkedWith(page: ClientPage): (key: string) => ReadonlySet<string> {
  const neighbours = neighboursOf(page);
  return (start) => {
    const found = new Set<string>();
    const open = [start];
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      for (const next of neighbours.get(key) ?? []) {
        if (next === start || found.has(next)) continue;
        if (isInvoice(next) && isInvoice(start)) continue;
        found.add(next);
        if (!isInvoice(next)) open.push(next);
      }
    }
    return found;
  };
}
