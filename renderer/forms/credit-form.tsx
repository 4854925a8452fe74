import type { InvoiceLine } from '../../shared/invoices/invoice.ts';
import { useAppState } from '../app-state.tsx';
import { useFormat } from '../format.tsx';
import { FormFrame } from './form-frame.tsx';
import type { FormParts } from './form-parts.ts';
import { DayLine, MoneyLine, TextLine } from './lines.tsx';
import { useDraftForm } from './use-draft-form.ts';

type Values = { amount: number | null; creditedOn: string; reason: string };

/** A credit note: the invoice is reduced, and nobody pays that part. */
export default function CreditForm({
  invoice,
  draftKey,
  stored,
  onClose,
}: FormParts & { readonly invoice: InvoiceLine }) {
  const { today } = useAppState();
  const format = useFormat();
  const draft = useDraftForm<'credits.add', Values>({
    command: 'credits.add',
    draftKey,
    stored,
    defaults: { amount: null, creditedOn: today, reason: '' },
    toInput: (values) => ({ ...values, invoiceId: invoice.id, amount: values.amount ?? Number.NaN }),
    onDone: onClose,
  });
  const { form } = draft;
  return (
    <FormFrame
      title={`Credit note on invoice ${invoice.number}`}
      lead={`${format.money(invoice.open)} of ${format.money(invoice.amount)} is open`}
      size="s"
      draft={draft}
      action="Add the credit note"
      onClose={onClose}
    >
      <div className="form-pair">
        <MoneyLine form={form} name="amount" label="Amount" required autoFocus />
        <DayLine form={form} name="creditedOn" label="Day" required />
      </div>
      <TextLine form={form} name="reason" label="Why" hint="goods sent back, a price put right" required />
    </FormFrame>
  );
}
