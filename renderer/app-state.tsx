import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import type { AppState, Input } from '../shared/contract.ts';
import { localDay } from '../shared/dates.ts';
import { type CallError, call, keyOf, on, refresh, useAsk } from './api.ts';
import { usePainted } from './painted.ts';
import { go } from './routes.ts';
import { Problem } from './ui/problem.tsx';
import { useToast } from './ui/toast.tsx';

const Context = createContext<AppState | null>(null);
const stateKey = keyOf('app.state', {});

/** Holds what the whole window depends on; draws nothing until it is known. */
export function AppStateProvider({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient();
  const asked = useAsk('app.state', {});
  const state = asked.data;
  usePainted(asked.error !== null);

  useEffect(() => on('ledger.changed', () => refresh(queries)), [queries]);
  const { show } = useToast();
  useEffect(
    () =>
      on('ledger.switched', (next) => {
        adopt(queries, next);
        // A ledger that could not be opened while another is: that one stays, and this is said.
        if (next.problem && next.ledger) show({ text: next.problem.message, tone: 'problem' });
      }),
    [queries, show],
  );

  // A window left open over midnight: every figure is as of a day.
  const clock = useRef(localDay(new Date()));
  useEffect(() => {
    const look = () => {
      const day = localDay(new Date());
      if (day !== clock.current) refresh(queries);
      clock.current = day;
    };
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [queries]);

  const theme = state?.theme;
  useEffect(() => {
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  }, [theme]);

  if (state === undefined) {
    return asked.error ? <Problem error={asked.error} onRetry={() => void asked.refetch()} /> : null;
  }
  return <Context.Provider value={state}>{children}</Context.Provider>;
}

export function useAppState(): AppState {
  const state = useContext(Context);
  if (!state) throw new Error('useAppState outside AppStateProvider');
  return state;
}

/** Another ledger is open, or none: forget every row of the one before and start at the front door. */
export function adopt(queries: QueryClient, state: AppState, to = '/'): void {
  queries.setQueryData(stateKey, state);
  sessionStorage.clear();
  go(to);
  void queries.resetQueries({ predicate: (query) => query.queryKey[0] !== 'app.state' });
}

type Settling = 'ledger.edit' | 'app.setTheme';
type Switching =
  | 'ledger.create'
  | 'ledger.createSample'
  | 'ledger.discardSample'
  | 'ledger.choose'
  | 'export.takeIn';

/** A command that opens another ledger or none. Null, from a dialog the owner closed, changes nothing. */
export function useSwitchLedger<Name extends Switching>(name: Name, to = '/') {
  const queries = useQueryClient();
  const toast = useToast();
  return useMutation<AppState | null, CallError, Input<Name>>({
    mutationFn: async (input): Promise<AppState | null> => await call<Switching>(name, input),
    onSuccess: (state) => {
      if (state === null) return;
      if (state.problem !== null && state.ledger !== null) {
        // The chosen file would not open; the ledger that was open still is.
        toast.show({ text: state.problem.message, tone: 'problem' });
        queries.setQueryData(stateKey, state);
      } else adopt(queries, state, to);
    },
  });
}

/** A command that changes settings and answers the new state; figures may follow from them. */
export function useSettle<Name extends Settling>(name: Name) {
  const queries = useQueryClient();
  return useMutation<AppState, CallError, Input<Name>>({
    mutationFn: async (input): Promise<AppState> => await call<Settling>(name, input),
    onSuccess: (state) => {
      queries.setQueryData(stateKey, state);
      if (name === 'ledger.edit') refresh(queries);
    },
  });
}
