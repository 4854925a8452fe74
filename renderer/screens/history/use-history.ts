import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { HistoryPage } from '../../../shared/views/history.ts';
import { type CallError, call } from '../../api.ts';
import type { Filters } from './filters.ts';

/** The history page by page, newest first; asked anew from the top whenever the ledger changes. */
export function useHistory(filters: Filters) {
  const asked = useInfiniteQuery<
    HistoryPage,
    CallError,
    { pages: HistoryPage[] },
    readonly ['history.page', Filters],
    number | null
  >({
    queryKey: ['history.page', filters],
    queryFn: ({ pageParam }) => call('history.page', { ...filters, before: pageParam }),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  return {
    ...asked,
    lines: asked.data?.pages.flatMap(({ lines }) => lines) ?? [],
    client: asked.data?.pages[0]?.client ?? null,
  };
}
