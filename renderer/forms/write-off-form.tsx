import type { InvoiceLine } from '../../shared/invoices/invoice.ts';
import { useAppState } from '../app-state.tsx';
import { useFormat } from '../format.tsx';
import { FormFrame } from './form-frame.tsx';
import type { FormParts } from './form-parts.ts';
import { DayLine, TextLine } from './lines.tsx';
import { useDraftForm } from './use-draft-form.ts';

type Values = { writtenOffOn: string; reason: string };

/** Give up on what is open of an invoice. */
export default function WriteOffForm({
  invoice,
  draftKey,
  stored,
  onClose,
}: FormParts & { readonly invoice: InvoiceLine }) {
  const { today } = useAppState();
  const format = useFormat();
  const draft = useDraftForm<'writeOffs.add', Values>({
    command: 'writeOffs.add',
    draftKey,
    stored,
    defaults: { writtenOffOn: today, reason: '' },
    toInput: (values) => ({ ...values, invoiceId: invoice.id }),
    onDone: onClose,
  });
  const { form } = draft;
  return (
    <FormFrame
      title={`Write off invoice ${invoice.number}`}
      lead={`${format.money(invoice.open)} of ${format.money(invoice.amount)} is open`}
      size="s"
      draft={draft}
      action={`Write off ${format.money(invoice.open)}`}
      onClose={onClose}
    >
      <p className="form-note">
        You no longer expect this money. The invoice then counts as one that never came, the last rung of the
        late ladder.
      </p>
      <TextLine form={form} name="reason" label="Why it won’t come" required autoFocus />
      <DayLine form={form} name="writtenOffOn" label="Day" required />
    </FormFrame>
  );
}
