import { type Day, isDay } from '../../../shared/dates.ts';
import { type HistoryKind, historyKinds } from '../../../shared/views/history.ts';
import { go } from '../../routes.ts';

/** What of the history is shown. It stands in the address, so that one comes back to it. */
export interface Filters {
  readonly clientId: number | null;
  readonly kind: HistoryKind;
  readonly from: Day | null;
  readonly to: Day | null;
}

export const noFilters: Filters = { clientId: null, kind: 'all', from: null, to: null };

export function filtersIn(search: string): Filters {
  const query = new URLSearchParams(search);
  const client = Number(query.get('client'));
  const kind = query.get('kind');
  const day = (name: string) => {
    const text = query.get(name) ?? '';
    return isDay(text) ? text : null;
  };
  return {
    clientId: Number.isSafeInteger(client) && client > 0 ? client : null,
    kind: historyKinds.find((known) => known === kind) ?? 'all',
    from: day('from'),
    to: day('to'),
  };
}

export function showFilters({ clientId, kind, from, to }: Filters): void {
  const query = new URLSearchParams();
  if (clientId !== null) query.set('client', String(clientId));
  if (kind !== 'all') query.set('kind', kind);
  if (from !== null) query.set('from', from);
  if (to !== null) query.set('to', to);
  const text = query.toString();
  go(text === '' ? '/history' : `/history?${text}`, { replace: true });
}

export const isFiltered = (filters: Filters): boolean =>
  filters.clientId !== null || filters.kind !== 'all' || filters.from !== null || filters.to !== null;
