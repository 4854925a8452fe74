import { useRef } from 'react';
import { showDay } from '../../shared/dates.ts';
import type { Coupon } from '../../shared/decisions/decision.ts';
import type { InvoiceLine } from '../../shared/invoices/invoice.ts';
import type { ClientPage } from '../../shared/views/client-page.ts';
import { lapsedWarning } from '../../shared/warnings/sentences.ts';
import type { Warning } from '../../shared/warnings/warning.ts';
import { useAsk } from '../api.ts';
import { useAppState } from '../app-state.tsx';
import { useFormat } from '../format.tsx';
import { FormFrame } from './form-frame.tsx';
import type { FormParts } from './form-parts.ts';
import { invoiceOptions, openInvoices } from './invoice-options.tsx';
import { DayLine, MoneyLine, PickLine } from './lines.tsx';
import { useDraftForm } from './use-draft-form.ts';
import { type Heedless, WarningLines } from './warning-lines.tsx';

type Values = Heedless & { invoiceId: number | null; amount: number | null; redeemedOn: string };

/** Redeem a coupon on one of the client's open invoices. */
export default function RedeemForm({
  page,
  coupon,
  draftKey,
  stored,
  onClose,
}: FormParts & { readonly coupon: Coupon }) {
  const { today } = useAppState();
  const format = useFormat();
  const open = openInvoices(page?.invoices ?? []);
  const most = (invoice: InvoiceLine | undefined) =>
    invoice === undefined ? coupon.value : Math.min(coupon.value, invoice.open);
  // A coupon is for the next job: the newest invoice is the likeliest.
  const likely = open.at(-1);
  const draft = useDraftForm<'coupons.redeem', Values>({
    command: 'coupons.redeem',
    draftKey,
    stored,
    defaults: { invoiceId: likely?.id ?? null, amount: most(likely), redeemedOn: today, allTheSame: false },
    toInput: (values) => ({
      ...values,
      couponId: coupon.id,
      invoiceId: values.invoiceId ?? 0,
      amount: values.amount ?? Number.NaN,
    }),
    words: { invoiceId: 'On which invoice?' },
    onDone: onClose,
  });
  const { form } = draft;
  const [chosenId, amount, redeemedOn] = form.watch(['invoiceId', 'amount', 'redeemedOn']);
  const chosen = open.find((invoice) => invoice.id === chosenId);
  const amountTyped = useRef(draft.restored);
  const warnings = useWarnings(page, coupon, redeemedOn);
  return (
    <FormFrame
      title={`Redeem coupon ${coupon.code}`}
      lead={`${page?.client.name}, worth ${format.money(coupon.value)}${
        coupon.validUntil === null ? '' : `, valid until ${showDay(coupon.validUntil)}`
      }`}
      draft={draft}
      action="Redeem the coupon"
      onClose={onClose}
    >
      <WarningLines draft={draft} warnings={warnings} action="Redeem it all the same" />
      {open.length === 0 && (
        <p className="form-note">
          <b>No invoice of theirs is open.</b> Add the invoice first, then redeem the coupon on it.
        </p>
      )}
      <PickLine
        form={form}
        name="invoiceId"
        label="On invoice"
        required
        autoFocus
        {...(open.length === 0 ? { none: 'none is open' } : {})}
        onTyped={(id) => {
          if (!amountTyped.current) form.setValue('amount', most(open.find((invoice) => invoice.id === id)));
        }}
      >
        {invoiceOptions(open, format)}
      </PickLine>
      <div className="form-pair">
        <MoneyLine
          form={form}
          name="amount"
          label="Amount"
          hint={limitHint(amount, coupon.value, chosen?.open, (value) => format.money(value))}
          required
          onTyped={() => {
            amountTyped.current = true;
          }}
        />
        <DayLine form={form} name="redeemedOn" label="Redeemed on" required />
      </div>
    </FormFrame>
  );
}

/** What speaks against it: a red flag, ways parted, a coupon past its end. House rules have no say in a coupon given. */
function useWarnings(page: ClientPage | null, coupon: Coupon, redeemedOn: string): readonly Warning[] {
  const whom = { clientId: page?.client.id ?? 0, clientName: page?.client.name ?? '' };
  const asked = useAsk('warnings.newWork', { clientId: whom.clientId }, { enabled: page !== null });
  const care = (asked.data ?? []).filter(({ kind }) => kind !== 'rule');
  const { code, validUntil } = coupon;
  return validUntil !== null && redeemedOn > validUntil
    ? [...care, lapsedWarning(whom, code, validUntil)]
    : care;
}

/** Says why an amount will be refused, before it is. */
function limitHint(
  amount: number | null,
  value: number,
  open: number | undefined,
  money: (amount: number) => string,
): string | undefined {
  if (amount === null || !Number.isFinite(amount)) return undefined;
  if (amount > value) return `The coupon is worth ${money(value)}.`;
  if (open !== undefined && amount > open) return `Only ${money(open)} is open on that invoice.`;
  if (amount < value) return `The other ${money(value - amount)} is not paid out.`;
  return undefined;
}
