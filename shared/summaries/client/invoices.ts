import { type Day, windowStart } from '../../dates.ts';
import type { InvoiceLine } from '../../invoices/invoice.ts';
import type { InvoicesLeftOut, SummaryInvoice, SummaryInvoices } from '../client-summary.ts';
import { invoicesFrom } from './rest.ts';
import { dueDay } from './show.ts';

/** How far back paid ones are told one by one, and how many of them at least. */
const MONTHS = 12;
const LEAST_ROWS = 6;
/** More rows than two sheets can hold, whatever else is on them. */
const MOST_ROWS = 160;

/** What a row needs of an invoice. */
export type RowInvoice = Pick<InvoiceLine, 'id' | 'number' | 'due' | 'amount' | 'open' | 'lateness'>;

/**
 * The invoices as rows: open ones first, then the newest first (the order they come in), so that what has to go where
 * room is short is old and paid. `all` false: what is open and the last 12 months, and of the rest sums alone.
 */
export function invoiceRows<Invoice extends RowInvoice>(
  invoices: readonly Invoice[],
  words: {
    readonly daysHead: string;
    readonly days: (invoice: Invoice) => string;
    /** Whether it is said how many were paid late. */
    readonly sayLate: boolean;
  },
  asOf: Day,
  all: boolean,
): SummaryInvoices {
  const rows = [...invoices.filter(({ open }) => open > 0), ...invoices.filter(({ open }) => open <= 0)].map(
    (invoice): SummaryInvoice => {
      const { lateness } = invoice;
      return {
        id: invoice.id,
        number: invoice.number,
        due: dueDay(invoice.due, asOf),
        amount: invoice.amount,
        open: invoice.open,
        days: words.days(invoice),
        strong: lateness.kind === 'open',
        paid: invoice.open <= 0 && lateness.kind !== 'writtenOff',
        late: words.sayLate && lateness.kind === 'settled' && lateness.days > 0,
      };
    },
  );
  const none: InvoicesLeftOut = { count: 0, amount: 0, open: 0, paid: 0, late: words.sayLate ? 0 : null };
  if (all) return { daysHead: words.daysHead, rows, beyond: none };
  const from = windowStart(asOf, MONTHS);
  const wanted = invoices.filter(({ open, due }) => open > 0 || due >= from).length;
  const shown = Math.min(MOST_ROWS, Math.max(wanted, LEAST_ROWS));
  return { daysHead: words.daysHead, rows: rows.slice(0, shown), beyond: invoicesFrom(rows, shown, none) };
}
