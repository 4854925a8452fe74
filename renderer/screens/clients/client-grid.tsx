import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ClientSort } from '../../../shared/views/client-list.ts';
import { useAppState } from '../../app-state.tsx';
import { whenIdle } from '../../painted.ts';
import { clientPath, go } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';

import { ClientCells } from './client-row.tsx';
import './client-grid.css';
import { ListHead } from './list-head.tsx';
import { keepPlace, type ListView, PAGE_ROWS, restorePlace } from './list-query.ts';
import { SparkHatches } from './spark.tsx';
import { TotalsRow } from './totals-row.tsx';
import type { ClientRows } from './use-client-rows.ts';
import { useRowKeys } from './use-row-keys.ts';

const ROW = 32;
const HEAD = 54;
const FOOT = 36;
const OVERSCAN = 16;
/** On the first paint nobody has scrolled yet: rows out of sight would only hold it up. */
const FIRST_OVERSCAN = 1;
/** Rows asked for ahead of the window, so that fast scrolling finds them there. */
const AHEAD = 60;

/**
 * The table as an ARIA grid: one Tab stop, ↑ ↓ through the clients, → and ← through a client's numbers, Enter opens
 * what has focus. Only the rows near the window are drawn.
 */
export function ClientGrid({
  head,
  view,
  rows,
  onSort,
  onPages,
  onShowAll,
  chosen,
  onChoose,
  onChooseNone,
}: {
  readonly head: NonNullable<ClientRows['head']>;
  readonly view: ListView;
  readonly rows: ClientRows;
  readonly onSort: (sort: ClientSort, descending: boolean) => void;
  readonly onPages: (pages: readonly number[]) => void;
  readonly onShowAll: () => void;
  /** Ids of the clients chosen for doing something with all of them. */
  readonly chosen: ReadonlySet<number>;
  readonly onChoose: (clientId: number) => void;
  readonly onChooseNone: () => void;
}) {
  const { ledger, platform } = useAppState();
  const limitPermille = ledger?.goodwillLimitPermille ?? null;
  const findKeys = platform === 'mac' ? '⌘ K' : 'Ctrl K';
  const scroller = useRef<HTMLDivElement>(null);
  const place = useRef(restorePlace());
  const [overscan, setOverscan] = useState(FIRST_OVERSCAN);
  useEffect(() => whenIdle(() => setOverscan(OVERSCAN)), []);
  const count = head.matched;

  const open = useCallback(
    (index: number) => {
      const client = rows.row(index);
      if (client) go(clientPath(client.id));
    },
    [rows],
  );
  const choose = useCallback(
    (index: number) => {
      const client = rows.row(index);
      if (client) onChoose(client.id);
    },
    [rows, onChoose],
  );
  const keys = useRowKeys({
    count,
    initial: Math.min(place.current.row, Math.max(0, count - 1)),
    page: () => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - HEAD - FOOT) / ROW) - 1),
    scrollTo: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
    onOpen: open,
    onChoose: choose,
    onChooseNone: chosen.size > 0 ? onChooseNone : null,
    grid: scroller,
  });
  const active = keys.active;

  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
    scrollPaddingEnd: FOOT,
    initialOffset: place.current.scroll,
    // The first frame has the rows already, before anything was measured.
    initialRect: { width: window.innerWidth, height: Math.max(400, window.innerHeight - 150) },
    // The selected row is drawn wherever it is, or focus would be lost by scrolling.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      if (active >= count || shown.includes(active)) return shown;
      return [...shown, active].sort((a, b) => a - b);
    },
    onChange: (instance) => {
      const range = instance.range;
      if (!range || count === 0) return;
      const first = Math.max(0, range.startIndex - AHEAD);
      const last = Math.min(count - 1, range.endIndex + AHEAD);
      // The selected row is kept at hand wherever it is: Enter must open it.
      const pages = new Set(
        [first, range.startIndex, last, active].map((index) => Math.floor(index / PAGE_ROWS)),
      );
      onPages([...pages].sort((a, b) => a - b));
    },
  });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element && place.current.scroll > 0) element.scrollTop = place.current.scroll;
    return () => {
      if (element) place.current = { ...place.current, scroll: element.scrollTop };
    };
  }, []);
  useEffect(() => {
    place.current = { ...place.current, row: active };
  }, [active]);
  useEffect(() => {
    const element = scroller.current;
    const keep = () => keepPlace({ scroll: element?.scrollTop ?? 0, row: place.current.row });
    element?.addEventListener('scroll', keep, { passive: true });
    return () => element?.removeEventListener('scroll', keep);
  }, []);
  useEffect(() => {
    keepPlace({ scroll: scroller.current?.scrollTop ?? 0, row: active });
  }, [active]);

  return (
    <div className="clients-scroll" ref={scroller}>
      <SparkHatches />
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table walked by arrow keys is a grid
        role="grid"
        className={chosen.size > 0 ? 'clients-grid clients-choosing' : 'clients-grid'}
        aria-label="Clients"
        aria-describedby="clients-keys"
        aria-rowcount={count + 3}
        aria-busy={rows.stale}
        onKeyDown={keys.onKeyDown}
      >
        <ListHead view={view} onSort={onSort} />
        {count === 0 ? null : (
          <tbody className="clients-rows" style={{ height: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map((item) => {
              const client = rows.row(item.index);
              return (
                <tr
                  key={item.index}
                  data-row={item.index}
                  aria-rowindex={item.index + 3}
                  aria-selected={item.index === active}
                  tabIndex={item.index === active ? 0 : -1}
                  className="clients-row"
                  style={{ transform: `translateY(${item.start - HEAD}px)` }}
                  onClick={(event) => {
                    keys.select(item.index);
                    // The name is a link of its own: a click on it has gone there already.
                    if (!(event.target instanceof Element && event.target.closest('a, input')))
                      open(item.index);
                  }}
                >
                  {client ? (
                    <ClientCells
                      row={client}
                      limitPermille={limitPermille}
                      chosen={chosen.has(client.id)}
                      onChoose={overscan === OVERSCAN ? onChoose : null}
                    />
                  ) : (
                    <td className="clients-cell clients-coming" aria-label="on its way" />
                  )}
                </tr>
              );
            })}
          </tbody>
        )}
        {count > 0 && <TotalsRow head={head} whole={view.filter === 'all' && view.text.trim() === ''} />}
      </table>
      {count === 0 && (
        <Empty
          title={view.text.trim() ? `No client here matches “${view.text.trim()}”` : 'No client here'}
          action={<Button onClick={onShowAll}>Show all {head.total} clients</Button>}
        >
          {view.text.trim()
            ? `Neither their names and numbers, nor their invoices and complaints. To see what is found where, press ${findKeys}.`
            : 'None of your clients is in this group, as of today.'}
        </Empty>
      )}
      <p id="clients-keys" className="visually-hidden">
        Up and down choose a client, Enter opens it. Right and left go to its numbers; Enter on a number shows
        what is behind it. X or the space bar chooses a client for printing, Esc chooses none.
      </p>
    </div>
  );
}
