import {
  createContext,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { useLocation } from 'wouter';
import type { DecisionKind } from '../../shared/decisions/decision.ts';
import type { InvoiceLine } from '../../shared/invoices/invoice.ts';
import type { Lesson } from '../../shared/lessons/lesson.ts';
import type { NoteKind } from '../../shared/notes/note.ts';
import { lazily } from '../lazily.tsx';

/** A decision as an option's card begins it. */
export interface FilledDecision {
  readonly kind: DecisionKind;
  readonly amount: number | null;
  readonly redoMinutes: number | null;
  readonly withApology: boolean;
  readonly invoiceId: number | null;
  /** How a refund would go back; null where it is none. */
  readonly paidBack: 'money' | 'credit' | null;
  readonly validUntil: string | null;
}

/** Every form the window can open. */
export type FormRequest =
  | { readonly form: 'client'; readonly id?: number }
  | { readonly form: 'invoice'; readonly clientId: number; readonly id?: number }
  | { readonly form: 'payment'; readonly clientId: number; readonly invoiceId?: number }
  | { readonly form: 'credit'; readonly invoice: InvoiceLine }
  | { readonly form: 'writeOff'; readonly invoice: InvoiceLine }
  | { readonly form: 'complaint'; readonly clientId?: number; readonly id?: number }
  | {
      readonly form: 'decision';
      readonly clientId: number;
      readonly complaintId?: number;
      /** What the desk's card suggests, to begin with. */
      readonly filled?: FilledDecision;
    }
  | { readonly form: 'redeem'; readonly clientId: number; readonly couponId: number }
  | { readonly form: 'flag'; readonly clientId: number }
  | { readonly form: 'lift'; readonly clientId: number }
  | { readonly form: 'welcome'; readonly clientId: number }
  | {
      readonly form: 'hours';
      readonly clientId: number;
      readonly complaintId?: number;
      readonly minutes?: number;
    }
  | {
      readonly form: 'note';
      readonly clientId: number;
      readonly complaintId?: number;
      readonly kind?: NoteKind;
    }
  | { readonly form: 'look'; readonly clientId: number }
  | { readonly form: 'standing'; readonly clientId: number }
  | {
      readonly form: 'lesson';
      readonly clientId?: number;
      readonly complaintId?: number;
      /** The cause to begin with, where it is about no one complaint. */
      readonly causeId?: number;
      readonly lesson?: Lesson;
    };

export interface FormHostProps {
  readonly request: FormRequest;
  readonly onClose: () => void;
}

const loadHost = () => import('./form-host.tsx');
const host = lazily(loadHost);
const FormHost = host.Component;

/** Fetches the forms ahead of their first use: whoever presses a key and types on must not be faster than they are. */
export function prefetchForms(): void {
  void host.ahead();
  void loadHost().then(({ loadForms }) => loadForms());
}

export interface Forms {
  readonly open: (request: FormRequest) => void;
  /** A form was asked for and may not be drawn yet: keys pressed now are meant for it. */
  readonly asked: boolean;
  /** The form that was asked for; null: none is open. */
  readonly shown: FormRequest | null;
}
const Context = createContext<Forms | null>(null);

/** One form at a time, over whatever screen is shown. */
export function FormsProvider({ children }: { readonly children: ReactNode }) {
  const [request, setRequest] = useState<FormRequest | null>(null);
  const [path] = useLocation();
  // What was typed is kept as a draft; a form over another client's screen would mislead.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what it waits for
  useEffect(() => setRequest(null), [path]);
  const asked = request !== null;
  const close = useCallback(() => setRequest(null), []);
  const api = useMemo(
    () => ({ open: (next: FormRequest) => setRequest(next), asked, shown: request }),
    [asked, request],
  );
  return (
    <Context.Provider value={api}>
      {children}
      {request && (
        <Suspense fallback={null}>
          <FormHost key={JSON.stringify(request)} request={request} onClose={close} />
        </Suspense>
      )}
    </Context.Provider>
  );
}

export function useForms(): Forms {
  const forms = useContext(Context);
  if (!forms) throw new Error('useForms outside FormsProvider');
  return forms;
}
