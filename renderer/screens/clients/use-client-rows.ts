import { useQueries } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ClientList, ClientRow } from '../../../shared/views/client-list.ts';
import { type CallError, call, keyOf } from '../../api.ts';
import { type ListView, PAGE_ROWS, pageInput } from './list-query.ts';

export interface ClientRows {
  /** Counts and totals of what is shown; null until the first answer. */
  readonly head: Omit<ClientList, 'rows' | 'offset'> | null;
  /** The row at an index of the filtered, sorted list; undefined while its page is on its way. */
  readonly row: (index: number) => ClientRow | undefined;
  /** A new view is on its way; what is shown is still the one before. */
  readonly stale: boolean;
  readonly error: CallError | null;
  readonly retry: () => void;
}

/**
 * The rows of some pages of 100, by their numbers from 0. Until a new order or filter has answered, the rows of the one
 * before stay: nothing flashes.
 */
export function useClientRows(view: ListView, wanted: readonly number[]): ClientRows {
  const answers = useQueries({
    queries: wanted.map((page) => {
      const key = keyOf('clients.list', pageInput(view, page));
      return { queryKey: key, queryFn: () => call(...key) };
    }),
  });

  const before = useRef<{
    readonly head: ClientList;
    readonly pages: ReadonlyMap<number, ClientList>;
  } | null>(null);
  const pages = new Map<number, ClientList>();
  for (const [index, page] of wanted.entries()) {
    const data = answers[index]?.data;
    if (data) pages.set(page, data);
  }
  const head = [...pages.values()][0];
  const now = head ? { head, pages } : null;
  useEffect(() => {
    if (now) before.current = now;
  });

  const shown = now ?? before.current;
  const failed = answers.find((answer) => answer.error !== null);
  return {
    head: shown?.head ?? null,
    row: (index) => shown?.pages.get(Math.floor(index / PAGE_ROWS))?.rows[index % PAGE_ROWS],
    stale: now === null,
    error: (failed?.error as CallError | undefined) ?? null,
    retry: () => {
      for (const answer of answers) if (answer.error) void answer.refetch();
    },
  };
}
