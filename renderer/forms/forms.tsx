import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { useLocation } from 'wouter';
import type { InvoiceLine } from '../../shared/invoices/invoice.ts';

/** Every form the window can open. */
export type FormRequest =
  | { readonly form: 'client'; readonly id?: number }
  | { readonly form: 'invoice'; readonly clientId: number; readonly id?: number }
  | { readonly form: 'payment'; readonly clientId: number; readonly invoiceId?: number }
  | { readonly form: 'credit'; readonly invoice: InvoiceLine }
  | { readonly form: 'writeOff'; readonly invoice: InvoiceLine }
  | { readonly form: 'complaint'; readonly clientId?: number; readonly id?: number }
  | { readonly form: 'decision'; readonly clientId: number; readonly complaintId?: number }
  | { readonly form: 'redeem'; readonly clientId: number; readonly couponId: number }
  | { readonly form: 'flag'; readonly clientId: number }
  | { readonly form: 'lift'; readonly clientId: number };

export interface FormHostProps {
  readonly request: FormRequest;
  readonly onClose: () => void;
}

const loadHost = () => import('./form-host.tsx');
const FormHost = lazy(loadHost);

/** Fetches the forms ahead of their first use: whoever presses a key and types on must not be faster than they are. */
export function prefetchForms(): void {
  void loadHost().then(({ loadForms }) => loadForms());
}

export interface Forms {
  readonly open: (request: FormRequest) => void;
  /** A form was asked for and may not be drawn yet: keys pressed now are meant for it. */
  readonly asked: boolean;
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
  const api = useMemo(() => ({ open: (next: FormRequest) => setRequest(next), asked }), [asked]);
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
