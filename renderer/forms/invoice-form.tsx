import { useRef } from 'react';
import { addDays, isDay } from '../../shared/dates.ts';
import type { InvoiceLine } from '../../shared/invoices/invoice.ts';
import { useAsk } from '../api.ts';
import { useAppState } from '../app-state.tsx';
import { useFormat } from '../format.tsx';
import { FormFrame } from './form-frame.tsx';
import type { FormParts } from './form-parts.ts';
import { DayLine, MoneyLine, TextLine } from './lines.tsx';
import { useDraftForm } from './use-draft-form.ts';
import { type Heedless, WarningLines } from './warning-lines.tsx';

type Values = Heedless & {
  number: string;
  title: string;
  amount: number | null;
  issued: string;
  due: string;
};

/** Add or edit an invoice. The due day follows the invoice's own day and the terms until the owner sets it. */
export default function InvoiceForm({
  page,
  invoice,
  draftKey,
  stored,
  onClose,
}: FormParts & { readonly invoice: InvoiceLine | null }) {
  const { today } = useAppState();
  const format = useFormat();
  const clientId = page?.client.id ?? 0;
  const terms = page?.termsDays ?? 0;
  const warnings = useAsk('warnings.newWork', { clientId }, { enabled: invoice === null && clientId > 0 });
  const defaults: Values =
    invoice === null
      ? {
          number: '',
          title: '',
          amount: null,
          issued: today,
          due: addDays(today, terms),
          allTheSame: false,
        }
      : {
          allTheSame: false,
          number: invoice.number,
          title: invoice.title ?? '',
          amount: invoice.amount,
          issued: invoice.issued,
          due: invoice.due,
        };
  const draft = useDraftForm<'invoices.add' | 'invoices.edit', Values>({
    command: invoice === null ? 'invoices.add' : 'invoices.edit',
    draftKey,
    stored,
    defaults,
    keeps: invoice === null ? 'all' : 'changed',
    ...(invoice === null ? {} : { onUnaltered: onClose }),
    toInput: ({ allTheSame, ...values }) => {
      const typed = { ...values, amount: values.amount ?? Number.NaN };
      return invoice === null ? { ...typed, clientId, allTheSame } : { ...typed, id: invoice.id };
    },
    onDone: onClose,
  });
  const { form } = draft;
  const follows = useRef(
    invoice === null && form.getValues('due') === dueAfter(form.getValues('issued'), terms),
  );
  const last = page?.invoices[0];
  const ownTerms = page?.client.termsDays !== null;
  const days = format.days(terms);
  return (
    <FormFrame
      title={invoice === null ? 'New invoice' : `Edit invoice ${invoice.number}`}
      lead={page?.client.name}
      draft={draft}
      action={invoice === null ? 'Add the invoice' : 'Save'}
      onClose={onClose}
    >
      {invoice === null && (
        <WarningLines draft={draft} warnings={warnings.data ?? []} action="Add the invoice all the same" />
      )}
      <div className="form-pair">
        <TextLine
          form={form}
          name="number"
          label="Invoice number"
          hint={invoice === null && last ? `their last one is ${last.number}` : undefined}
          required
          autoFocus
        />
        <MoneyLine form={form} name="amount" label="Amount" hint="the total, with tax" required />
        <div className="form-wide">
          <TextLine form={form} name="title" label="What for" />
        </div>
        <DayLine
          form={form}
          name="issued"
          label="Invoice day"
          required
          also={['due']}
          onTyped={(issued) => {
            const due = dueAfter(issued, terms);
            if (follows.current && due !== null) form.setValue('due', due, { shouldValidate: true });
          }}
        />
        <DayLine
          form={form}
          name="due"
          label="Due"
          hint={ownTerms ? `${days} to pay, as agreed with them` : `${days} to pay, your usual terms`}
          required
          onTyped={() => {
            follows.current = false;
          }}
        />
      </div>
    </FormFrame>
  );
}

function dueAfter(issued: unknown, terms: number): string | null {
  return typeof issued === 'string' && isDay(issued) ? addDays(issued, terms) : null;
}
