import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { Hit } from '../../../shared/views/search.ts';
import { useAsk } from '../../api.ts';
import { clientPath, go } from '../../routes.ts';
import { CareMarks } from '../../ui/care-marks.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Keys } from '../../ui/keys.tsx';
import './find.css';
import { type Place, placesFor } from './places.ts';

const TYPING_MS = 60;
const groups: readonly { readonly kind: Hit['kind']; readonly label: string; readonly icon: IconName }[] = [
  { kind: 'client', label: 'Clients', icon: 'client' },
  { kind: 'invoice', label: 'Invoices', icon: 'file' },
  { kind: 'complaint', label: 'Complaints', icon: 'complaints' },
];

/**
 * Search as you type over clients, invoices and what complaints say; Enter opens the client at that row. Below them the
 * pages of that name, so that none of them has to be known by its menu.
 */
export default function FindPalette({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [typed, setTyped] = useState('');
  const text = useSettled(typed.trim(), TYPING_MS);
  const asked = useAsk('search.find', { text }, { enabled: text !== '', keepPrevious: true });
  // Null: nothing was chosen yet, and what is found first is meant.
  const [chosen, setChosen] = useState<number | null>(null);

  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (element && !element.open) element.showModal();
    return () => {
      if (element?.open) element.close();
      if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus();
    };
  }, []);

  const found = text === '' ? undefined : asked.data;
  // In the order shown, so that the arrows follow the eye.
  const sections = groups
    .map((group) => ({ ...group, hits: (found?.hits ?? []).filter((hit) => hit.kind === group.kind) }))
    .filter((group) => group.hits.length > 0);
  const hits = sections.flatMap((section) => section.hits);
  // Shown at once, before anything was found: they may not push away what is typed for.
  const places = placesFor(text);
  const options: readonly (Hit | Place)[] = [...hits, ...places];
  // Enter in an empty field means nothing yet.
  const at = Math.min(chosen ?? (text === '' ? -1 : 0), options.length - 1);
  const optionId = (option: Hit | Place) =>
    'path' in option ? `${id}-place-${option.name}` : `${id}-${option.kind}-${option.id}`;
  const current = options[at];
  const currentId = current && optionId(current);

  useEffect(() => {
    if (currentId) document.getElementById(currentId)?.scrollIntoView?.({ block: 'nearest' });
  }, [currentId]);

  const open = (option: Hit | Place) => {
    onClose();
    go(pathOf(option));
  };
  const walk = (by: number) => {
    const from = at === -1 && by < 0 ? 0 : at;
    setChosen(options.length === 0 ? null : (from + by + options.length) % options.length);
  };
  const answered = text === '' || ((asked.isSuccess || asked.isError) && !asked.isPlaceholderData);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') walk(1);
    else if (event.key === 'ArrowUp') walk(-1);
    // What stands there answers an older text: wait rather than open the wrong client.
    else if (event.key === 'Enter' && current && text === typed.trim() && answered) open(current);
    else if (event.key !== 'Enter') return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes it; the click on the veil is the mouse's way only
    <dialog
      ref={dialog}
      className="find"
      aria-label="Find a client, invoice or complaint"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className="find-sheet">
        <div className="find-line">
          <Icon name="search" />
          <input
            type="text"
            role="combobox"
            aria-expanded={options.length > 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={currentId}
            aria-autocomplete="list"
            aria-label="Find a client, invoice or complaint"
            placeholder="A name, a number, an invoice, or words from a complaint"
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            autoFocus
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setChosen(null);
            }}
            onKeyDown={onKeyDown}
          />
          <Keys keys="Esc" />
        </div>
        <div role="listbox" id={`${id}-list`} aria-label="Found" className="find-list" tabIndex={-1}>
          {sections.map((section) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options, not of controls
            <div key={section.kind} role="group" aria-label={section.label} className="find-group">
              <p className="find-head" aria-hidden="true">
                {section.label}
              </p>
              {section.hits.map((hit) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the box above holds focus and handles the keys
                // biome-ignore lint/a11y/useFocusableInteractive: pointed at by aria-activedescendant
                <div
                  key={hit.id}
                  id={optionId(hit)}
                  role="option"
                  aria-selected={hit === current}
                  className="find-hit"
                  onClick={() => open(hit)}
                  onMouseMove={() => setChosen(hits.indexOf(hit))}
                >
                  <span className={`find-icon find-icon-${hit.kind}`}>
                    <Icon name={section.icon} />
                  </span>
                  <span className="find-title">{marked(hit.title)}</span>
                  <CareMarks flagged={hit.flagged} parted={hit.parted} />
                  <span className="find-excerpt">{marked(hit.excerpt)}</span>
                  {hit.kind !== 'client' && <span className="find-client">{hit.clientName}</span>}
                </div>
              ))}
            </div>
          ))}
          {places.length > 0 && (
            // biome-ignore lint/a11y/useSemanticElements: a group of options, not of controls
            <div role="group" aria-label="Go to" className="find-group">
              <p className="find-head" aria-hidden="true">
                Go to
              </p>
              {places.map((place) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the box above holds focus and handles the keys
                // biome-ignore lint/a11y/useFocusableInteractive: pointed at by aria-activedescendant
                <div
                  key={place.name}
                  id={optionId(place)}
                  role="option"
                  aria-selected={place === current}
                  className="find-hit"
                  onClick={() => open(place)}
                  onMouseMove={() => setChosen(options.indexOf(place))}
                >
                  <span className="find-icon">
                    <Icon name={place.icon} />
                  </span>
                  <span className="find-title">{place.name}</span>
                  <span className="find-excerpt">{place.holds}</span>
                </div>
              ))}
            </div>
          )}
        </div>
        <p className="find-note" role="status">
          {note()}
        </p>
      </div>
    </dialog>
  );

  function note(): ReactNode {
    if (text === '') return 'Start typing. ↑ and ↓ choose, Enter opens it.';
    if (asked.error) return asked.error.message;
    if (!found) return ' ';
    if (hits.length === 0 && places.length > 0) return `No client, invoice or complaint found for “${text}”.`;
    if (hits.length === 0) return `Nothing found for “${text}”.`;
    if (found.more) return 'More was found than is shown: type a little more.';
    return hits.length === 1 ? 'One found.' : `${hits.length} found.`;
  }
}

function pathOf(option: Hit | Place): string {
  if ('path' in option) return option.path;
  const { kind, id, clientId } = option;
  return kind === 'client' ? clientPath(clientId) : clientPath(clientId, { kind, id });
}

/** The value once it has rested for `ms`; an empty one at once. */
function useSettled(value: string, ms: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (value === '') return setSettled('');
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}

/** Text with the matched words, between U+0002 and U+0003, marked. Never read as HTML. */
export function marked(text: string): ReactNode {
  const parts = text.split('\u0002').flatMap((part) => part.split('\u0003'));
  // Split at both, every second part was between the two.
  return parts.map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, never reordered
    index % 2 === 1 ? <mark key={index}>{part}</mark> : part,
  );
}
