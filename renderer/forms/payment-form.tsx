import { useRef } from 'react';
import { showDay } from '../../shared/dates.ts';
import { type InvoiceLine, paymentMethods } from '../../shared/invoices/invoice.ts';
import type { Minor } from '../../shared/money.ts';
import { useAppState } from '../app-state.tsx';
import { type Format, useFormat } from '../format.tsx';
import { FormFrame } from './form-frame.tsx';
import type { FormParts } from './form-parts.ts';
import { invoiceOptions, openInvoices } from './invoice-options.tsx';
import { ChoiceLine, DayLine, MoneyLine, PickLine, TextLine } from './lines.tsx';
import { useDraftForm } from './use-draft-form.ts';

type Method = (typeof paymentMethods)[number] | 'credit';
type Values = {
  invoiceId: number | null;
  amount: number | null;
  paidOn: string;
  method: string;
  note: string;
};

/** Record a payment: on the oldest open invoice unless another is chosen, for what is open on it. */
export default function PaymentForm({
  page,
  invoiceId,
  draftKey,
  stored,
  onClose,
}: FormParts & { readonly invoiceId: number | null }) {
  const { today } = useAppState();
  const format = useFormat();
  const clientId = page?.client.id ?? 0;
  const credit = page?.credit ?? 0;
  const open = openInvoices(page?.invoices ?? [], invoiceId);
  const first = open.find((invoice) => invoice.id === invoiceId) ?? open[0] ?? null;
  const draft = useDraftForm<'payments.add', Values>({
    command: 'payments.add',
    draftKey,
    stored,
    defaults: {
      invoiceId: first?.id ?? null,
      amount: first && first.open > 0 ? first.open : null,
      paidOn: today,
      method: 'transfer',
      note: '',
    },
    toInput: (values) => ({
      ...values,
      clientId,
      amount: values.amount ?? Number.NaN,
      method: values.method as Method,
    }),
    onDone: onClose,
  });
  const { form } = draft;
  const [chosenId, amount, method] = form.watch(['invoiceId', 'amount', 'method']);
  const chosen = open.find((invoice) => invoice.id === chosenId) ?? null;
  const amountTyped = useRef(draft.restored);

  /** The amount goes with invoice and method until the owner types one. */
  const suggest = (invoice: InvoiceLine | null, by: string) => {
    if (amountTyped.current) return;
    const all = invoice && invoice.open > 0 ? invoice.open : null;
    form.setValue('amount', by === 'credit' && all !== null ? Math.min(all, credit) : all, {
      shouldValidate: form.formState.isSubmitted,
    });
  };
  return (
    <FormFrame
      title="Record a payment"
      lead={page?.client.name}
      draft={draft}
      action="Record the payment"
      onClose={onClose}
    >
      <PickLine
        form={form}
        name="invoiceId"
        label="For invoice"
        none="No invoice yet: money on account"
        required
        autoFocus={invoiceId === null}
        onTyped={(id) => suggest(open.find((invoice) => invoice.id === id) ?? null, method)}
      >
        {invoiceOptions(open, format)}
      </PickLine>
      <div className="form-pair">
        <MoneyLine
          form={form}
          name="amount"
          label="Amount"
          hint={amountHint(amount, chosen, method === 'credit' ? credit : null, format)}
          required
          autoFocus={invoiceId !== null}
          onTyped={() => {
            amountTyped.current = true;
          }}
        />
        <DayLine form={form} name="paidOn" label="Paid on" required />
      </div>
      <div className="form-pills-tight">
        <ChoiceLine
          form={form}
          name="method"
          label="How"
          required
          options={[
            ...paymentMethods.map((value) => ({ value: value as Method, label: value })),
            ...(credit > 0
              ? [{ value: 'credit' as const, label: `their credit, ${format.money(credit)}` }]
              : []),
          ]}
          onTyped={(value) => suggest(chosen, String(value))}
        />
      </div>
      <TextLine form={form} name="note" label="Note" />
    </FormFrame>
  );
}

/** What becomes of the amount as it stands: more than is open, less, or all of it. */
export function amountHint(
  amount: Minor | null,
  invoice: Pick<InvoiceLine, 'open' | 'due'> | null,
  credit: Minor | null,
  format: Pick<Format, 'money'>,
): string | undefined {
  if (amount === null || !Number.isFinite(amount) || amount < 1) return undefined;
  if (credit !== null && invoice === null) return 'Credit is spent on an invoice: choose one.';
  if (credit !== null && amount > credit) return `They have only ${format.money(credit)} of credit.`;
  if (invoice === null) return 'Kept as their credit until you spend it on an invoice.';
  if (amount > invoice.open)
    return `${format.money(amount - invoice.open)} more than is open: kept as their credit.`;
  if (amount < invoice.open)
    return `${format.money(invoice.open - amount)} stays open, due ${showDay(invoice.due)}.`;
  return 'That settles the invoice.';
}
