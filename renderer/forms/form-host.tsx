import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { assertNever, OwnerError } from '../../shared/result.ts';
import type { ClientPage } from '../../shared/views/client-page.ts';
import { call, useAsk } from '../api.ts';
import { lazily } from '../lazily.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Problem } from '../ui/problem.tsx';
import { clientOf, draftKeyOf } from './draft-keys.ts';
import type { FormParts } from './form-parts.ts';
import type { FormHostProps, FormRequest } from './forms.tsx';

const forms = {
  clientForm: lazily(() => import('./client-form.tsx')),
  invoiceForm: lazily(() => import('./invoice-form.tsx')),
  paymentForm: lazily(() => import('./payment-form.tsx')),
  creditForm: lazily(() => import('./credit-form.tsx')),
  writeOffForm: lazily(() => import('./write-off-form.tsx')),
  complaintForm: lazily(() => import('./complaint-form.tsx')),
  complaintEditForm: lazily(() => import('./complaint-edit-form.tsx')),
  decisionForm: lazily(() => import('./decision-form.tsx')),
  redeemForm: lazily(() => import('./redeem-form.tsx')),
  flagForm: lazily(() => import('./flag-form.tsx')),
  liftForm: lazily(() => import('./lift-form.tsx')),
  welcomeForm: lazily(() => import('./welcome-form.tsx')),
  lessonForm: lazily(() => import('./lesson-form.tsx')),
  standingForm: lazily(() => import('./standing-form.tsx')),
  lookForm: lazily(() => import('./look-form.tsx')),
  noteForm: lazily(() => import('./note-form.tsx')),
  hoursForm: lazily(() => import('./hours-form.tsx')),
};

const ClientForm = forms.clientForm.Component;
const InvoiceForm = forms.invoiceForm.Component;
const PaymentForm = forms.paymentForm.Component;
const CreditForm = forms.creditForm.Component;
const WriteOffForm = forms.writeOffForm.Component;
const ComplaintForm = forms.complaintForm.Component;
const ComplaintEditForm = forms.complaintEditForm.Component;
const DecisionForm = forms.decisionForm.Component;
const RedeemForm = forms.redeemForm.Component;
const FlagForm = forms.flagForm.Component;
const LiftForm = forms.liftForm.Component;
const WelcomeForm = forms.welcomeForm.Component;
const LessonForm = forms.lessonForm.Component;
const StandingForm = forms.standingForm.Component;
const LookForm = forms.lookForm.Component;
const NoteForm = forms.noteForm.Component;
const HoursForm = forms.hoursForm.Component;

/** Fetches every form's own chunk. */
export function loadForms(): void {
  for (const form of Object.values(forms)) void form.ahead();
}

/** From a request to its form, once its draft and the client's rows are there. Shows nothing until then: both are milliseconds away. */
export default function FormHost({ request, onClose }: FormHostProps) {
  const draftKey = draftKeyOf(request);
  const clientId = useClientOf(request);
  const draft = useStoredDraft(draftKey);
  const page = useAsk('clients.page', { clientId: clientId ?? 0 }, { enabled: clientId !== null });

  // Rows as they were before the last change would offer the wrong invoices: a form begins with fresh ones. Once it
  // has begun it stays, whatever is fetched beneath it.
  const fresh = draft !== null && (clientId === null || (page.data !== undefined && !page.isFetching));
  const [begun, setBegun] = useState(false);
  useEffect(() => {
    if (fresh) setBegun(true);
  }, [fresh]);

  if (page.error) {
    return (
      <Dialog title="This form can’t be opened" onClose={onClose} size="s">
        <Problem error={page.error} onRetry={() => void page.refetch()} />
      </Dialog>
    );
  }
  if (draft === null || !(fresh || begun)) return null;
  const parts: FormParts = { page: page.data ?? null, draftKey, stored: draft.value, onClose };
  const form = formFor(request, parts);
  return form === null ? <Gone onClose={onClose} /> : <Suspense fallback={null}>{form}</Suspense>;
}

/** The form, or null where the row it is about is no longer there. */
function formFor(request: FormRequest, parts: FormParts): ReactNode | null {
  const { page } = parts;
  switch (request.form) {
    case 'client':
      return <ClientForm {...parts} />;
    case 'invoice': {
      if (request.id === undefined) return <InvoiceForm {...parts} invoice={null} />;
      const invoice = page?.invoices.find((one) => one.id === request.id);
      return invoice ? <InvoiceForm {...parts} invoice={invoice} /> : null;
    }
    case 'payment':
      return <PaymentForm {...parts} invoiceId={request.invoiceId ?? null} />;
    case 'credit':
      return <CreditForm {...parts} invoice={request.invoice} />;
    case 'writeOff':
      return <WriteOffForm {...parts} invoice={request.invoice} />;
    case 'complaint': {
      if (request.id === undefined) return <ComplaintForm {...parts} />;
      const complaint = page?.complaints.find((one) => one.id === request.id);
      return complaint ? <ComplaintEditForm {...parts} complaint={complaint} /> : null;
    }
    case 'decision':
      return (
        <DecisionForm {...parts} complaintId={request.complaintId ?? null} filled={request.filled ?? null} />
      );
    case 'redeem': {
      const coupon = page?.decisions.find((one) => one.coupon?.id === request.couponId)?.coupon;
      return coupon ? <RedeemForm {...parts} coupon={coupon} /> : null;
    }
    case 'flag':
      return <FlagForm {...parts} />;
    case 'lift':
      return <LiftForm {...parts} />;
    case 'welcome':
      return <WelcomeForm {...parts} />;
    case 'hours':
      return (
        <HoursForm {...parts} complaintId={request.complaintId ?? null} minutes={request.minutes ?? null} />
      );
    case 'note':
      return (
        <NoteForm
          {...parts}
          complaintId={request.complaintId ?? null}
          kind={request.kind ?? 'staff strain'}
        />
      );
    case 'look':
      return <LookForm {...parts} />;
    case 'standing':
      return <StandingForm {...parts} />;
    case 'lesson':
      return (
        <LessonForm
          {...parts}
          complaintId={request.complaintId ?? null}
          causeId={request.causeId ?? null}
          lesson={request.lesson ?? null}
        />
      );
    default:
      return assertNever(request);
  }
}

/** A complaint may be named by its id alone, by whoever shows it: then its client's page was asked for already. */
function useClientOf(request: FormRequest): number | null {
  const queries = useQueryClient();
  const named = clientOf(request);
  if (named !== null || request.form !== 'complaint' || request.id === undefined) return named;
  const pages = queries.getQueriesData<ClientPage>({ queryKey: ['clients.page'] });
  const holder = pages.find(([, page]) => page?.complaints.some((one) => one.id === request.id));
  return holder?.[1]?.client.id ?? null;
}

function Gone({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="This is no longer there" onClose={onClose} size="s">
      <Problem
        title="Nothing to edit"
        error={
          new OwnerError(
            'notFound',
            'It was removed, or its import was undone, while you were looking at it.',
          )
        }
      />
    </Dialog>
  );
}

/** The draft as the ledger keeps it, asked for anew each time a form opens; null until it is known. */
function useStoredDraft(key: string): { readonly value: unknown } | null {
  const [stored, setStored] = useState<{ readonly key: string; readonly value: unknown } | null>(null);
  useEffect(() => {
    let stale = false;
    // A form without its draft is better than no form.
    call('drafts.load', { key })
      .catch(() => null)
      .then((draft) => {
        if (!stale) setStored({ key, value: draft?.value ?? null });
      });
    return () => {
      stale = true;
    };
  }, [key]);
  return stored?.key === key ? stored : null;
}
