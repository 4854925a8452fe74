import { showDay } from '../../shared/dates.ts';
import type { InvoiceLine } from '../../shared/invoices/invoice.ts';
import type { Format } from '../format.tsx';

/** Invoices something is still to be paid on, oldest due first; `always` is there even when it is settled. */
export function openInvoices(invoices: readonly InvoiceLine[], always: number | null = null): InvoiceLine[] {
  return invoices
    .filter((invoice) => invoice.open > 0 || invoice.id === always)
    .sort((a, b) => (a.due === b.due ? a.id - b.id : a.due < b.due ? -1 : 1));
}

/** `<option>`s that tell invoices apart: number, what for, due, and what is open or was charged. */
export function invoiceOptions(invoices: readonly InvoiceLine[], format: Pick<Format, 'money'>) {
  return invoices.map((invoice) => (
    <option key={invoice.id} value={invoice.id}>
      {[
        invoice.number,
        invoice.title,
        `due ${showDay(invoice.due)}`,
        invoice.open > 0
          ? `${format.money(invoice.open)} open`
          : `${format.money(invoice.amount)}, nothing open`,
      ]
        .filter((part) => part !== null)
        .join(' · ')}
    </option>
  ));
}
