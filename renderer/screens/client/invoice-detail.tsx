import { showDay } from '../../../shared/dates.ts';
import type { InvoiceLine } from '../../../shared/invoices/invoice.ts';
import type { ClientPage } from '../../../shared/views/client-page.ts';
import { useLinked } from '../../charts/linked.tsx';
import { useFormat } from '../../format.tsx';
import { useForms } from '../../forms/forms.tsx';
import { excuses, rowKey } from './links.ts';
import { PaymentLines } from './payment-lines.tsx';
import { useDo } from './use-do.ts';
import { capitalised, lateSentence, list, showDayNear } from './words.ts';

/** What an opened invoice shows: how it stands, the money on it, why it is excused, and what one can do. */
export function InvoiceDetail({
  invoice,
  page,
}: {
  readonly invoice: InvoiceLine;
  readonly page: ClientPage;
}) {
  const { money } = useFormat();
  const overpaid = invoice.paid + invoice.credited - invoice.amount;
  return (
    <div className="invoice-detail">
      {invoice.title && <p className="invoice-full">{invoice.title}</p>}
      <p>
        {list(
          `Issued ${showDay(invoice.issued)}`,
          `due ${showDay(invoice.due)}${invoice.dueAssumed ? ' (assumed from the terms)' : ''}`,
          invoice.imported && 'imported',
        )}
        .
      </p>
      <p>
        {capitalised(lateSentence(invoice))}
        {invoice.open > 0 && `, ${money(invoice.open)} still open`}
        {overpaid > 0 && invoice.paid > 0 && `, ${money(overpaid)} more than was asked: kept as their credit`}
        .
      </p>
      <Excuses invoice={invoice} page={page} />
      <Lines invoice={invoice} page={page} />
      <Doings invoice={invoice} page={page} />
    </div>
  );
}

/** The complaints that excuse this invoice's lateness. */
function Excuses({ invoice, page }: { readonly invoice: InvoiceLine; readonly page: ClientPage }) {
  const linked = useLinked();
  const complaints = page.complaints.filter((one) => excuses(one, invoice));
  if (complaints.length === 0) return null;
  return (
    <p>
      Excused, because a complaint with an inside cause was open:{' '}
      {complaints.map((one, index) => (
        <span key={one.id}>
          {index > 0 && ', '}
          <button
            type="button"
            className="text-button"
            onClick={() => linked.jump(rowKey('complaint', one.id))}
          >
            {one.title ?? showDay(one.receivedOn)}
          </button>
        </span>
      ))}
      .
    </p>
  );
}

function Lines({ invoice, page }: { readonly invoice: InvoiceLine; readonly page: ClientPage }) {
  const { money } = useFormat();
  const takeBack = useDo('writeOffs.remove');
  const { credits, writeOff } = invoice;
  return (
    <>
      <PaymentLines payments={invoice.payments} asOf={page.asOf} />
      {(credits.length > 0 || writeOff) && (
        <ul className="money-lines">
          {credits.map((credit) => (
            <li key={credit.id}>
              <span className="money-day">{showDayNear(credit.creditedOn, page.asOf)}</span>
              <span className="money-what">
                {list(credit.couponId === null ? 'credited' : 'coupon redeemed', credit.reason)}
              </span>
              <span className="money-amount">{money(credit.amount)}</span>
            </li>
          ))}
          {writeOff && (
            <li>
              <span className="money-day">{showDayNear(writeOff.writtenOffOn, page.asOf)}</span>
              <span className="money-what">{list('written off', writeOff.reason)}</span>
              <span className="money-amount">{money(writeOff.amount)}</span>
              <button
                type="button"
                className="text-button"
                disabled={takeBack.isPending}
                onClick={() => takeBack.mutate({ invoiceId: invoice.id })}
              >
                Take back
              </button>
            </li>
          )}
        </ul>
      )}
    </>
  );
}

function Doings({ invoice, page }: { readonly invoice: InvoiceLine; readonly page: ClientPage }) {
  const forms = useForms();
  const remove = useDo('invoices.remove');
  const clientId = page.client.id;
  const bare = invoice.payments.length === 0 && invoice.credits.length === 0 && !invoice.writeOff;
  return (
    <div className="doings">
      {!invoice.writeOff && (
        <button
          type="button"
          className="text-button"
          onClick={() => forms.open({ form: 'payment', clientId, invoiceId: invoice.id })}
        >
          Record payment
        </button>
      )}
      <button
        type="button"
        className="text-button"
        onClick={() => forms.open({ form: 'invoice', clientId, id: invoice.id })}
      >
        Edit
      </button>
      {invoice.open > 0 && (
        <>
          <button
            type="button"
            className="text-button"
            onClick={() => forms.open({ form: 'credit', invoice })}
          >
            Credit note
          </button>
          <button
            type="button"
            className="text-button"
            onClick={() => forms.open({ form: 'writeOff', invoice })}
          >
            Write off
          </button>
        </>
      )}
      {bare && (
        <button
          type="button"
          className="text-button"
          disabled={remove.isPending}
          onClick={() => remove.mutate({ id: invoice.id })}
        >
          Remove invoice
        </button>
      )}
    </div>
  );
}
