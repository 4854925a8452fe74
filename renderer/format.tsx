import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useAppState } from './app-state.tsx';
import { type Format, makeFormat } from './make-format.ts';

export { type Format, makeFormat } from './make-format.ts';

const Context = createContext<Format | null>(null);

/** Formats amounts in the open ledger's currency, or the guessed one while none is open. */
export function FormatProvider({ children }: { readonly children: ReactNode }) {
  const state = useAppState();
  const currency = state.ledger?.currency ?? state.guess.currency;
  const format = useMemo(() => makeFormat(currency, state.locale), [currency, state.locale]);
  return <Context.Provider value={format}>{children}</Context.Provider>;
}

export function useFormat(): Format {
  const format = useContext(Context);
  if (!format) throw new Error('useFormat outside FormatProvider');
  return format;
}
