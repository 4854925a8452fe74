import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Day } from '../../../shared/dates.ts';
import type { HistoryLine } from '../../../shared/views/history.ts';
import { useAppState } from '../../app-state.tsx';
import { useHashSearch } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Problem } from '../../ui/problem.tsx';
import { ChangeLine } from './change-line.tsx';
import { HistoryFilterBar } from './filter-bar.tsx';
import { filtersIn, isFiltered, noFilters, showFilters } from './filters.ts';
import { useHistory } from './use-history.ts';
import { dayOf, headingOf } from './words.ts';

type Item =
  | { readonly key: string; readonly day: Day }
  | { readonly key: string; readonly line: HistoryLine };

/** Each day's changes under its day. */
function itemsOf(lines: readonly HistoryLine[]): Item[] {
  const items: Item[] = [];
  let last: Day | null = null;
  for (const line of lines) {
    const day = dayOf(line.at);
    // A clock that was put back may bring the same day twice: the first change under it tells them apart.
    if (day !== last) items.push({ key: `${day} ${line.id}`, day });
    last = day;
    items.push({ key: String(line.id), line });
  }
  return items;
}

/** Lines asked for ahead of the window, so that scrolling finds them there. */
const AHEAD = 40;

export function Changes() {
  const search = useHashSearch();
  const filters = useMemo(() => filtersIn(search), [search]);
  const { lines, client, ...asked } = useHistory(filters);
  if (asked.error) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  return (
    <>
      <HistoryFilterBar
        filters={filters}
        clientName={filters.clientId === null ? '' : (client?.name ?? '')}
      />
      {asked.isSuccess && lines.length === 0 ? (
        <None filtered={isFiltered(filters)} />
      ) : (
        <List
          // Another question begins at the top.
          key={search}
          lines={lines}
          onNear={() => {
            if (asked.hasNextPage && !asked.isFetchingNextPage) void asked.fetchNextPage();
          }}
        />
      )}
    </>
  );
}

function None({ filtered }: { readonly filtered: boolean }) {
  return filtered ? (
    <Empty
      title="Nothing of this kind was done then"
      action={<Button onClick={() => showFilters(noFilters)}>Show everything</Button>}
    >
      Another client, another kind or other days may have what you look for.
    </Empty>
  ) : (
    <Empty title="Nothing was done yet">
      Whatever is written into the ledger stands here from then on, and can be taken back.
    </Empty>
  );
}

function List({ lines, onNear }: { readonly lines: readonly HistoryLine[]; readonly onNear: () => void }) {
  const { today } = useAppState();
  const scroller = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const items = useMemo(() => itemsOf(lines), [lines]);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (items[index] !== undefined && 'day' in items[index] ? 44 : 33),
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 12,
  });
  const shown = virtualizer.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (items.length > 0 && last >= items.length - AHEAD) onNear();
  }, [last, items.length, onNear]);

  const toggle = (id: number) => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the buttons inside it
    <div className="history-scroll" ref={scroller} onKeyDown={moveBetweenLines}>
      <div className="history-list" style={{ height: virtualizer.getTotalSize() }}>
        {shown.map(({ index, start, key }) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            <div
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              className="history-item"
              style={{ transform: `translateY(${start}px)` }}
            >
              {'day' in item ? (
                <h2 className="history-day">{headingOf(item.day, today)}</h2>
              ) : (
                <ChangeLine
                  line={item.line}
                  today={today}
                  open={open.has(item.line.id)}
                  onToggle={() => toggle(item.line.id)}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** ↑ and ↓ from line to line, as in every list. */
function moveBetweenLines(event: KeyboardEvent<HTMLDivElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const from = event.target instanceof HTMLElement ? event.target : null;
  if (by === 0 || event.ctrlKey || event.metaKey || event.altKey || !from?.matches('.history-toggle')) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('.history-toggle')];
  const inOrder = all.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
  const next = inOrder[inOrder.indexOf(from) + by];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
