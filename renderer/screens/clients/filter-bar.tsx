import { useEffect, useRef, useState } from 'react';
import type { ClientFilter, ClientList } from '../../../shared/views/client-list.ts';
import { useAppState } from '../../app-state.tsx';
import { useFormat } from '../../format.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Keys } from '../../ui/keys.tsx';
import { clientFilterOrder, filterLabels } from './filters.ts';

const TYPING_MS = 80;
/** Whoever looks at these is one step from the sheet that tells staff of them. */
const STAFF_NEED: ReadonlySet<ClientFilter> = new Set(['flagged', 'parted']);

/** Chips with how many clients each would show, and a box that narrows the list by its names and numbers. */
export function FilterBar(props: {
  readonly counts: ClientList['counts'];
  readonly filter: ClientFilter;
  readonly text: string;
  readonly onFilter: (filter: ClientFilter) => void;
  readonly onText: (text: string) => void;
}) {
  const format = useFormat();
  const permille = useAppState().ledger?.goodwillLimitPermille ?? null;
  const limit = (permille ?? 0) / 10;
  const shownLimit = Number.isInteger(limit) ? `${limit}\u00a0%` : format.percent(limit);
  // Over a limit that is switched off there is nobody.
  const chips = clientFilterOrder.filter((filter) => filter !== 'goodwillOver' || permille !== null);
  return (
    <div className="clients-filters">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out as one line in every engine */}
      <div className="clients-chips" role="group" aria-label="Show">
        {chips.map((filter) => {
          const { label, icon, tone } = filterLabels[filter];
          const on = filter === props.filter;
          return (
            <button
              key={filter}
              type="button"
              className={`clients-chip${props.counts[filter] === 0 ? ' clients-chip-none' : ''}`}
              aria-pressed={on}
              onClick={() => props.onFilter(on ? 'all' : filter)}
            >
              {icon && (
                <span className={tone ? `clients-tone-${tone}` : ''}>
                  <Icon name={icon} size={14} />
                </span>
              )}
              {label.replace('{limit}', shownLimit)} <b>{format.count(props.counts[filter])}</b>
            </button>
          );
        })}
      </div>
      {STAFF_NEED.has(props.filter) && (
        <a className="clients-staff" href="#/print?kind=staff-sheet">
          Staff sheet…
        </a>
      )}
      <FilterBox text={props.text} onText={props.onText} />
    </div>
  );
}

function FilterBox({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }) {
  const [typed, setTyped] = useState(text);
  const [asked, setAsked] = useState(text);
  const input = useRef<HTMLInputElement>(null);
  if (text !== asked) {
    // Cleared from outside, by “show all”.
    setAsked(text);
    setTyped(text);
  }

  useEffect(() => {
    if (typed === text) return;
    const timer = setTimeout(() => {
      setAsked(typed);
      onText(typed);
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, text, onText]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      event.preventDefault();
      input.current?.select();
      input.current?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  return (
    <div className="clients-filterbox">
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        placeholder="Filter this list"
        aria-label="Filter this list"
        aria-keyshortcuts="/"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          if (typed === '') input.current?.blur();
          else setTyped('');
        }}
      />
      {typed === '' && <Keys keys="/" />}
    </div>
  );
}

export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, dialog') !== null)
  );
}
