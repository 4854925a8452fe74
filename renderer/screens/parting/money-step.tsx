import { showDay } from '../../../shared/dates.ts';
import type { PartingPage } from '../../../shared/views/parting.ts';
import { useFormat } from '../../format.tsx';
import { clientPath } from '../../routes.ts';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import { Why } from '../../ui/why.tsx';
import type { SetSheet, Sheet } from './use-sheet.ts';

export function MoneyStep({
  page,
  sheet,
  set,
}: {
  readonly page: PartingPage;
  readonly sheet: Sheet;
  readonly set: SetSheet;
}) {
  const { money } = useFormat();
  return (
    <>
      <Field label="Final invoice" hint="The last one they get; write it first if it is still to come.">
        <Select
          value={sheet.finalInvoiceId ?? ''}
          onChange={(event) =>
            set('finalInvoiceId', event.target.value === '' ? null : Number(event.target.value))
          }
        >
          <option value="">not yet</option>
          {page.invoices.map((invoice) => (
            <option key={invoice.id} value={invoice.id}>
              {invoice.number}, {showDay(invoice.issued)}, {money(invoice.amount)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="What is owed, and how it is settled">
        <TextArea
          rows={2}
          maxLength={2000}
          placeholder="Paid in two parts by Christmas; credit paid back"
          value={sheet.moneySettled}
          onChange={(event) => set('moneySettled', event.target.value)}
        />
      </Field>
    </>
  );
}

/** What is open between the two, both ways. */
export function MoneyBeside({ page }: { readonly page: PartingPage }) {
  const { money } = useFormat();
  const { client, openInvoices, owed, credit, couponsOut } = page;
  return (
    <>
      <h3>
        They owe{' '}
        {owed === 0 ? (
          'nothing'
        ) : (
          <Why clientId={client.id} figure="owed" label={`why ${money(owed)} owed`}>
            {money(owed)}
          </Why>
        )}
      </h3>
      {openInvoices.length > 0 && (
        <ul className="parting-rows">
          {openInvoices.slice(0, 8).map((invoice) => (
            <li key={invoice.id}>
              <a href={`#${clientPath(client.id, { kind: 'invoice', id: invoice.id })}`}>{invoice.number}</a>
              <span>due {showDay(invoice.due)}</span>
              <span>{money(invoice.open)}</span>
            </li>
          ))}
          {openInvoices.length > 8 && <li>and {openInvoices.length - 8} more</li>}
        </ul>
      )}
      {(credit > 0 || couponsOut.length > 0) && <h3>We owe</h3>}
      {credit > 0 && (
        <p>
          <Why clientId={client.id} figure="credit" label={`why ${money(credit)} credit`}>
            {money(credit)}
          </Why>{' '}
          credit on account: pay it back, or set it against an open invoice.
        </p>
      )}
      {couponsOut.length > 0 && (
        <ul className="parting-rows">
          {couponsOut.map((coupon) => (
            <li key={coupon.code}>
              <span>coupon {coupon.code}</span>
              <span>
                {coupon.validUntil === null ? 'without an end' : `until ${showDay(coupon.validUntil)}`}
              </span>
              <span>{money(coupon.value)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
