import { type ReactNode, useRef } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { showDay } from '../../shared/dates.ts';
import type { DecisionKind } from '../../shared/decisions/decision.ts';
import type { InvoiceLine } from '../../shared/invoices/invoice.ts';
import { useAppState } from '../app-state.tsx';
import { useFormat } from '../format.tsx';
import { Field } from '../ui/field.tsx';
import { type DecisionValues, usesOf } from './decision-values.ts';
import { HoursInput } from './hours-input.tsx';
import { invoiceOptions } from './invoice-options.tsx';
import { ChoiceLine, DayLine, MoneyLine, PickLine, TextLine, useLine } from './lines.tsx';

export interface KindLinesProps {
  readonly form: UseFormReturn<DecisionValues>;
  readonly kind: DecisionKind;
  readonly invoices: readonly InvoiceLine[];
}

/** The fields one kind of decision has, and no others. */
export function DecisionKindLines({ form, kind, invoices }: KindLinesProps) {
  const uses = usesOf(kind);
  const amountTyped = useRef(form.getValues('amount') !== null);
  const what = <TextLine form={form} name="what" label="In a few words" placeholder={uses.whatHint} />;
  const amount = (hint?: string) => (
    <MoneyLine
      form={form}
      name="amount"
      label={uses.amountLabel}
      required={uses.amount === 'needed'}
      hint={hint}
      onTyped={() => {
        amountTyped.current = true;
      }}
    />
  );
  if (uses.coupon) {
    return (
      <>
        <div className="form-three">
          {amount()}
          <TextLine
            form={form}
            name="couponCode"
            label="Code"
            hint="not used before; yours to change"
            required
          />
          <DayLine form={form} name="validUntil" label="Valid until" />
        </div>
        {what}
      </>
    );
  }
  if (uses.refund) {
    return (
      <RefundLines
        form={form}
        invoices={invoices}
        amount={amount}
        what={what}
        onInvoice={(invoice) => {
          // All of the money is all of that invoice, until the owner says otherwise.
          if (kind === 'full refund' && invoice && !amountTyped.current)
            form.setValue('amount', invoice.amount);
        }}
      />
    );
  }
  if (uses.hours) {
    return (
      <div className="form-three form-three-what">
        {what}
        <HoursLine form={form} />
        {amount()}
      </div>
    );
  }
  return what;
}

function HoursLine({ form }: { readonly form: UseFormReturn<DecisionValues> }) {
  const line = useLine({ form, name: 'redoMinutes', label: 'Hours of work' });
  const hourlyCost = useAppState().ledger?.hourlyCost ?? 0;
  const { money } = useFormat();
  return (
    <Field
      label="Hours of work"
      hint={
        hourlyCost > 0 ? `counted at ${money(hourlyCost)} an hour` : 'set your hourly cost in the settings'
      }
      error={line.error}
    >
      <HoursInput value={line.number} onChange={line.change} onBlur={line.rest.onBlur} ref={line.rest.ref} />
    </Field>
  );
}

function RefundLines({
  form,
  invoices,
  amount,
  what,
  onInvoice,
}: {
  readonly form: UseFormReturn<DecisionValues>;
  readonly invoices: readonly InvoiceLine[];
  readonly amount: (hint?: string) => ReactNode;
  readonly what: ReactNode;
  readonly onInvoice: (invoice: InvoiceLine | null) => void;
}) {
  const { money } = useFormat();
  const [paidBack, invoiceId] = form.watch(['paidBack', 'invoiceId']);
  const invoice = invoices.find((one) => one.id === invoiceId);
  const asCredit = paidBack === 'credit';
  return (
    <>
      <div className="form-halves">
        <ChoiceLine
          form={form}
          name="paidBack"
          label="How it goes back"
          required
          also={['invoiceId']}
          options={[
            { value: 'credit', label: 'credit on an invoice' },
            { value: 'money', label: 'money' },
          ]}
        />
        <PickLine
          form={form}
          name="invoiceId"
          label={asCredit ? 'On which invoice' : 'For which invoice'}
          required={asCredit}
          none={asCredit ? 'choose one' : 'none in particular'}
          onTyped={(id) => onInvoice(invoices.find((one) => one.id === id) ?? null)}
        >
          {invoiceOptions(invoices, { money })}
        </PickLine>
      </div>
      <div className="form-halves">
        {amount(
          invoice
            ? `invoice ${invoice.number} of ${showDay(invoice.issued)} was ${money(invoice.amount)}${
                asCredit && invoice.open < invoice.amount ? `, ${money(invoice.open)} still open` : ''
              }`
            : undefined,
        )}
        {what}
      </div>
    </>
  );
}
