import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ClientList } from '../../../shared/views/client-list.ts';
import { call, keyOf } from '../../api.ts';
import { clientPath, go } from '../../routes.ts';
import { PAGE_ROWS, pageInput, restoreView } from '../clients/list-query.ts';

/** The client `by` rows away in the list as it was left; null at its ends, or where the list was never seen. */
export async function neighbour(queries: QueryClient, clientId: number, by: 1 | -1): Promise<number | null> {
  const view = restoreView();
  const seen = queries.getQueriesData<ClientList>({ queryKey: ['clients.list', view] });
  for (const [, list] of seen) {
    const at = list?.rows.findIndex((row) => row.id === clientId) ?? -1;
    if (!list || at < 0) continue;
    const wanted = list.offset + at + by;
    if (wanted < 0 || wanted >= list.matched) return null;
    const key = keyOf('clients.list', pageInput(view, Math.floor(wanted / PAGE_ROWS)));
    const page = await queries.fetchQuery({
      queryKey: key,
      queryFn: () => call(...key),
      staleTime: Number.POSITIVE_INFINITY,
    });
    return page.rows[wanted - page.offset]?.id ?? null;
  }
  return null;
}

/** Alt with the up or down arrow goes to the client before or after this one in the list. */
export function useListNeighbours(clientId: number): void {
  const queries = useQueryClient();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
      if (by === null || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      // A select opens with these keys.
      if (event.target instanceof Element && event.target.closest('select, dialog')) return;
      event.preventDefault();
      void neighbour(queries, clientId, by).then(
        (id) => id !== null && go(clientPath(id), { replace: true }),
        () => undefined,
      );
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [queries, clientId]);
}
