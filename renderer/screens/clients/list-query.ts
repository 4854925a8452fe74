import type { Input } from '../../../shared/contract.ts';
import type { ClientFilter, ClientSort } from '../../../shared/views/client-list.ts';
import { columns } from './columns.ts';
import { filterLabels } from './filters.ts';

/** How the owner looks at the list. Kept for the session, so that coming back finds it as it was left. */
export interface ListView {
  readonly filter: ClientFilter;
  readonly text: string;
  readonly sort: ClientSort;
  readonly descending: boolean;
}
/** Where the list stood when it was left. */
export interface ListPlace {
  readonly scroll: number;
  readonly row: number;
}

export const PAGE_ROWS = 100;
const VIEW_KEY = 'clients.view';
const PLACE_KEY = 'clients.place';
/** Oldest unpaid invoice first: what wants care stands on top. */
const FIRST_VIEW: ListView = { filter: 'all', text: '', sort: 'oldest', descending: true };

/** The command's input for one page of a view; `page` counts from 0. */
export function pageInput(view: ListView, page: number): Input<'clients.list'> {
  return { ...view, offset: page * PAGE_ROWS, limit: PAGE_ROWS };
}

/** The page asked for ahead of everything else: the first of those that will be in view. */
export function firstPage(): Input<'clients.list'> {
  return pageInput(restoreView(), firstPageNumber());
}

export function firstPageNumber(): number {
  return Math.floor(restorePlace().row / PAGE_ROWS);
}

export function restoreView(): ListView {
  const kept = read(VIEW_KEY);
  const { filter, text, sort, descending } = kept;
  if (typeof filter !== 'string' || !(filter in filterLabels)) return FIRST_VIEW;
  if (!columns.some((column) => column.sort === sort)) return FIRST_VIEW;
  return {
    filter: filter as ClientFilter,
    text: typeof text === 'string' ? text : '',
    sort: sort as ClientSort,
    descending: descending === true,
  };
}

export function keepView(view: ListView): void {
  sessionStorage.setItem(VIEW_KEY, JSON.stringify(view));
}

export function restorePlace(): ListPlace {
  const { scroll, row } = read(PLACE_KEY);
  return {
    scroll: typeof scroll === 'number' && scroll > 0 ? scroll : 0,
    row: typeof row === 'number' && row > 0 ? Math.floor(row) : 0,
  };
}

export function keepPlace(place: ListPlace): void {
  sessionStorage.setItem(PLACE_KEY, JSON.stringify(place));
}

function read(key: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
