import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import './toast.css';

export interface Toast {
  readonly text: string;
  readonly tone?: 'plain' | 'problem';
  readonly action?: { readonly label: string; readonly run: () => void };
}
interface Shown extends Toast {
  readonly key: number;
}
export interface Toasts {
  readonly show: (toast: Toast) => void;
}

const STAYS_MS = 8000;
const Context = createContext<Toasts | null>(null);

/** One polite live region at the foot of the window. The newest message takes the place of the one before. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toast, setToast] = useState<Shown | null>(null);
  const count = useRef(0);
  const show = useCallback((next: Toast) => {
    count.current += 1;
    setToast({ ...next, key: count.current });
  }, []);
  const api = useMemo(() => ({ show }), [show]);
  const close = useCallback(() => setToast(null), []);
  return (
    <Context.Provider value={api}>
      {children}
      <output className="toast-region" aria-live="polite">
        {toast && <ToastCard key={toast.key} toast={toast} onClose={close} />}
      </output>
    </Context.Provider>
  );
}

export function useToast(): Toasts {
  const toasts = useContext(Context);
  if (!toasts) throw new Error('useToast outside ToastProvider');
  return toasts;
}

function ToastCard({ toast, onClose }: { readonly toast: Shown; readonly onClose: () => void }) {
  const card = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState(false);

  useEffect(() => {
    if (held) return;
    const timer = setTimeout(onClose, STAYS_MS);
    return () => clearTimeout(timer);
  }, [held, onClose]);

  useEffect(() => {
    const before = { element: null as Element | null };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'F6' && card.current) {
        event.preventDefault();
        if (!card.current.contains(document.activeElement)) before.element = document.activeElement;
        card.current.querySelector('button')?.focus();
      } else if (event.key === 'Escape' && card.current?.contains(document.activeElement)) {
        event.stopPropagation();
        if (before.element instanceof HTMLElement) before.element.focus();
        onClose();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
      // Focus must not fall to the page's top when the card goes.
      if (
        before.element instanceof HTMLElement &&
        before.element.isConnected &&
        document.activeElement === document.body
      )
        before.element.focus();
    };
  }, [onClose]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only holds it; nothing is done by it
    <div
      ref={card}
      className={`toast toast-${toast.tone ?? 'plain'}`}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toast.tone === 'problem' && <Icon name="warning" />}
      <span className="toast-text">{toast.text}</span>
      {toast.action && (
        <button
          type="button"
          className="toast-action"
          title="F6, then Enter"
          onClick={() => {
            toast.action?.run();
            onClose();
          }}
        >
          {toast.action.label}
        </button>
      )}
      <Button variant="quiet" icon="close" aria-label="Dismiss" onClick={onClose} />
    </div>
  );
}
