import type { InvoiceLine } from '../../../shared/invoices/invoice.ts';
import { daysOf } from '../../../shared/views/axis-rows.ts';
import type { ClientPage } from '../../../shared/views/client-page.ts';
import { useLinkProps } from '../../charts/linked.tsx';
import { useFormat } from '../../format.tsx';
import { Icon } from '../../ui/icon.tsx';
import { InvoiceDetail } from './invoice-detail.tsx';
import { rowKey } from './links.ts';
import { rowElementId } from './row-target.ts';
import { daysLateWords, showDayTight } from './words.ts';

export interface InvoiceRowProps {
  readonly invoice: InvoiceLine;
  readonly page: ClientPage;
  readonly open: boolean;
  readonly onToggle: (id: number) => void;
  readonly index: number;
  /** Of a virtual list: learns the row's height. */
  readonly measure?: (element: Element | null) => void;
}

/** One invoice on one line; opened, what was paid and credited on it and what one can do. */
export function InvoiceRow({ invoice, page, open, onToggle, index, measure }: InvoiceRowProps) {
  const { money } = useFormat();
  const key = rowKey('invoice', invoice.id);
  const link = useLinkProps([key]);
  const detailId = `detail-${key}`;
  return (
    <tbody
      ref={measure}
      data-index={index}
      id={rowElementId(key)}
      className="invoice-row"
      tabIndex={-1}
      {...link}
      aria-label={`Invoice ${invoice.number}`}
    >
      <tr className={open ? 'invoice-open' : ''}>
        <td>
          <button
            type="button"
            className="invoice-toggle"
            aria-expanded={open}
            aria-controls={open ? detailId : undefined}
            onClick={() => onToggle(invoice.id)}
          >
            <Icon name={open ? 'open' : 'next'} size={12} />
            {invoice.number}
          </button>
        </td>
        <td className="invoice-title" title={invoice.title ?? undefined}>
          <div className="invoice-for">
            <span>{invoice.title}</span>
            <Notes invoice={invoice} />
          </div>
        </td>
        <td
          className="right invoice-due"
          title={invoice.dueAssumed ? 'Due day assumed from the terms' : undefined}
        >
          {showDayTight(invoice.due, page.asOf)}
          {invoice.dueAssumed && <span className="invoice-assumed">?</span>}
        </td>
        <td className="right">{money(invoice.amount)}</td>
        <td className={`right ${lateClass(invoice)}`}>{daysLateWords(invoice)}</td>
      </tr>
      {open && (
        <tr id={detailId}>
          <td colSpan={5}>
            <InvoiceDetail invoice={invoice} page={page} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** What else must be said on the line: part paid, credited, excused. */
function Notes({ invoice }: { readonly invoice: InvoiceLine }) {
  const { money } = useFormat();
  const { open, paid, credited, excused } = invoice;
  const stillOpen = open > 0 && paid + credited > 0;
  return (
    <>
      {stillOpen && paid > 0 && <span className="invoice-note">{money(paid)} paid</span>}
      {stillOpen && credited > 0 && <span className="invoice-note">{money(credited)} credited</span>}
      {excused && isLate(invoice) && <span className="invoice-note comp">excused</span>}
    </>
  );
}

/** Only lateness can be excused; on time or not yet due, the word would only puzzle. */
const isLate = (invoice: InvoiceLine): boolean => (daysOf(invoice) ?? 0) > 0;

function lateClass({ lateness }: InvoiceLine): string {
  if (lateness.kind === 'open' || lateness.kind === 'writtenOff') return 'invoice-late';
  return lateness.kind === 'settled' && lateness.days > 0 ? '' : 'invoice-quiet';
}
