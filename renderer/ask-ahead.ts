import type { QueryClient } from '@tanstack/react-query';
import { call, keyOf } from './api.ts';
import { firstPage } from './screens/clients/list-query.ts';

/**
 * Asks for the first screen's rows before React has drawn anything, beside the app's state and not after it:
 * start-up is measured to the first rows. Without a ledger the answer is a failure nobody looks at.
 */
export function askAhead(queries: QueryClient): void {
  const state = keyOf('app.state', {});
  void queries.prefetchQuery({ queryKey: state, queryFn: () => call(...state) });
  const path = window.location.hash;
  if (path === '' || path === '#/' || path.startsWith('#/overview')) {
    const overview = keyOf('overview.read', {});
    void queries.prefetchQuery({ queryKey: overview, queryFn: () => call(...overview) });
  } else if (path === '#/clients') {
    const list = keyOf('clients.list', firstPage());
    void queries.prefetchQuery({ queryKey: list, queryFn: () => call(...list) });
  }
}
