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
import type { WhyFigure, WhyQuery } from '../../shared/views/why.ts';
import { lazily } from '../lazily.tsx';
import './why.css';

const panel = lazily(() => import('../screens/why/why-panel.tsx'));
const WhyPanel = panel.Component;

/** Fetches the panel ahead of its first use. */
export function prefetchWhy(): void {
  void panel.ahead();
}

const Context = createContext<((query: WhyQuery) => void) | null>(null);

/** Opens the evidence behind a number, from anywhere. */
export function useOpenWhy(): (query: WhyQuery) => void {
  const open = useContext(Context);
  if (!open) throw new Error('useOpenWhy outside WhyProvider');
  return open;
}

export function WhyProvider({ children }: { readonly children: ReactNode }) {
  const [query, setQuery] = useState<WhyQuery | null>(null);
  const [path] = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what it waits for
  useEffect(() => setQuery(null), [path]);
  const open = useCallback((next: WhyQuery) => setQuery(next), []);
  const close = useMemo(() => () => setQuery(null), []);
  return (
    <Context.Provider value={open}>
      {children}
      {query && (
        <Suspense fallback={null}>
          <WhyPanel query={query} onClose={close} />
        </Suspense>
      )}
    </Context.Provider>
  );
}

export interface WhyProps {
  /** null: the figure over all clients. */
  readonly clientId: number | null;
  readonly figure: WhyFigure;
  /** Rung 0–5 of the ladder, or bucket 0–4 of ageing. */
  readonly part?: number;
  /** For a screen reader, with the number in it: “why 18 days late, typically”. */
  readonly label: string;
  /** In a table's row: the underline shows only on hover and focus, and arrow keys reach it instead of Tab. */
  readonly quiet?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A client's number, or one over all clients, that can be asked why. */
export function Why({ clientId, figure, part, ...rest }: WhyProps) {
  return <Ask query={{ of: 'figure', clientId, figure, part: part ?? null }} {...rest} />;
}

export type AskProps = Omit<WhyProps, 'clientId' | 'figure' | 'part'> & { readonly query: WhyQuery };

/** Any other number that can be asked why: a line of keeping, a rule, an outcome, a cause. */
export function Ask({ query, label, quiet = false, className, children }: AskProps) {
  const open = useOpenWhy();
  return (
    <button
      type="button"
      className={`why${quiet ? ' why-quiet' : ''}${className ? ` ${className}` : ''}`}
      aria-label={label}
      aria-haspopup="dialog"
      tabIndex={quiet ? -1 : undefined}
      onClick={(event) => {
        event.stopPropagation();
        open(query);
      }}
    >
      {children}
    </button>
  );
}
