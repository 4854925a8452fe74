import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ClientFilter, ClientSort } from '../../../shared/views/client-list.ts';
import { useAppState } from '../../app-state.tsx';
import { useForms } from '../../forms/forms.tsx';
import { usePainted } from '../../painted.ts';
import { go } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Problem } from '../../ui/problem.tsx';
import { MayBeOne } from '../merge/may-be-one.tsx';
import { ChosenBar } from './chosen-bar.tsx';
import { ClientGrid } from './client-grid.tsx';
import './clients.css';
import { orderInWords } from './columns.ts';
import { FilterBar } from './filter-bar.tsx';
import { firstPageNumber, keepPlace, keepView, type ListView, restoreView } from './list-query.ts';
import { useChosen } from './use-chosen.ts';
import { useClientRows } from './use-client-rows.ts';

/** Every client, one line each, in the three colours. */
export default function ClientsScreen() {
  const forms = useForms();
  const { ledger } = useAppState();
  const [view, setView] = useState<ListView>(restoreView);
  const [pages, setPages] = useState<readonly number[]>(() => [firstPageNumber()]);
  const rows = useClientRows(view, pages);
  usePainted(rows.head !== null || rows.error !== null);
  useEffect(() => keepView(view), [view]);

  const change = useCallback((part: Partial<ListView>) => {
    setView((before) => ({ ...before, ...part }));
    // Another order is another list: begin at its top.
    setPages([0]);
    keepPlace({ scroll: 0, row: 0 });
  }, []);
  const byKeyboard = useRef(false);
  const sort = useCallback(
    (by: ClientSort, descending: boolean) => {
      byKeyboard.current = document.activeElement?.matches(':focus-visible') ?? false;
      change({ sort: by, descending });
    },
    [change],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view is what it waits for
  useLayoutEffect(() => {
    if (!byKeyboard.current) return;
    byKeyboard.current = false;
    // Another order is another grid: the heading that was pressed keeps the focus in the new one.
    document.querySelector<HTMLElement>('.clients-heads [aria-sort] button')?.focus();
  }, [view]);
  const filter = useCallback((to: ClientFilter) => change({ filter: to }), [change]);
  const search = useCallback((text: string) => change({ text }), [change]);
  const inView = useCallback((wanted: readonly number[]) => {
    setPages((before) => (before.join() === wanted.join() ? before : wanted));
  }, []);

  const chosen = useChosen(ledger?.fileName ?? '');
  const head = rows.head;
  const choosing = chosen.ids.size > 0 && head !== null;
  const none = head?.total === 0;
  return (
    <div className="clients">
      <header className="clients-title">
        <h1>Clients</h1>
        {choosing && <ChosenBar chosen={chosen} view={view} matched={head.matched} />}
        {!none && !choosing && <span>{orderInWords(view.sort, view.descending)}</span>}
        {!none && !choosing && <MayBeOne className="clients-pairs" />}
        {!none && !choosing && (
          <span className="clients-hint" aria-hidden="true">
            ↑ ↓ client by client, → its numbers, Enter opens, x chooses
          </span>
        )}
        {!none && (
          <>
            <Button icon="import" onClick={() => go('/import')}>
              Import invoices
            </Button>
            <Button variant="primary" icon="plus" onClick={() => forms.open({ form: 'client' })}>
              New client
            </Button>
          </>
        )}
      </header>
      {head && !none && (
        <FilterBar
          counts={head.counts}
          filter={view.filter}
          text={view.text}
          onFilter={filter}
          onText={search}
        />
      )}
      {rows.error && head === null && (
        <div className="clients-message">
          <Problem error={rows.error} onRetry={rows.retry} title="The list could not be read" />
        </div>
      )}
      {none && (
        <div className="clients-message">
          <Empty
            title="No clients yet"
            action={
              <>
                <Button variant="primary" icon="import" onClick={() => go('/import')}>
                  Import invoices
                </Button>
                <Button icon="plus" onClick={() => forms.open({ form: 'client' })}>
                  New client
                </Button>
              </>
            }
          >
            Import the invoices from your bookkeeping program and their clients come with them, or write down
            the first client by hand.
          </Empty>
        </div>
      )}
      {head && !none && (
        <ClientGrid
          // Another order starts at its top, with its first row selected.
          key={JSON.stringify(view)}
          head={head}
          view={view}
          rows={rows}
          onSort={sort}
          onPages={inView}
          onShowAll={() => change({ filter: 'all', text: '' })}
          chosen={chosen.ids}
          onChoose={chosen.toggle}
          onChooseNone={chosen.clear}
        />
      )}
    </div>
  );
}
