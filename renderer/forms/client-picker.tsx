import { type KeyboardEvent, useId, useState } from 'react';
import { useAsk } from '../api.ts';
import { CareMarks } from '../ui/care-marks.tsx';
import { TextInput } from '../ui/field.tsx';
import './client-picker.css';

export interface Picked {
  readonly id: number;
  readonly name: string;
  readonly number: string | null;
}

/** A combobox over `clients.pick`: type a name or number, arrows choose, Enter takes. Use inside `<Field>`. */
export function ClientPicker({
  name,
  onPick,
  onBlur,
  inputRef,
  autoFocus = false,
}: {
  /** The chosen client's name; '' while none is chosen. */
  readonly name: string;
  /** null: what was chosen is being typed over. */
  readonly onPick: (client: Picked | null) => void;
  readonly onBlur?: () => void;
  readonly inputRef?: (element: HTMLInputElement | null) => void;
  readonly autoFocus?: boolean;
}) {
  const listId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const text = typed ?? '';
  const asked = useAsk('clients.pick', { text }, { enabled: open, keepPrevious: true });
  const found = open ? (asked.data ?? []) : [];
  const current = found[Math.min(at, found.length - 1)];

  const take = (client: Picked) => {
    onPick(client);
    setTyped(null);
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) setOpen(true);
      else if (found.length > 0) {
        const step = event.key === 'ArrowDown' ? 1 : -1;
        setAt((Math.min(at, found.length - 1) + step + found.length) % found.length);
      }
    } else if (event.key === 'Enter' && open && !event.ctrlKey && !event.metaKey) {
      // With the list open Enter takes from it and must not send the form.
      event.preventDefault();
      if (current) take(current);
    } else if (event.key === 'Escape' && open) {
      // The first Esc closes the list, the second the dialog.
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
  };
  return (
    <div className="client-picker">
      <TextInput
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={open && found.length > 0}
        aria-controls={listId}
        aria-activedescendant={current ? `${listId}-${current.id}` : undefined}
        placeholder="Name or number"
        data-first={autoFocus || undefined}
        {...(inputRef ? { ref: inputRef } : {})}
        value={typed ?? name}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
          setOpen(true);
          if (name !== '') onPick(null);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          // Leaving with one client named in full is choosing it, as anyone would expect.
          const exact = found.filter((client) => client.name.toLowerCase() === text.trim().toLowerCase());
          const [only] = exact;
          if (open && exact.length === 1 && only) take(only);
          setOpen(false);
          onBlur?.();
        }}
      />
      {open && (
        <div className="client-picker-list" role="listbox" id={listId} aria-label="Clients">
          {found.map((client) => (
            <div
              key={client.id}
              id={`${listId}-${client.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={client === current}
              // Before the click: the input's blur would close the list under it.
              onMouseDown={(event) => {
                event.preventDefault();
                take(client);
              }}
            >
              <span>{client.name}</span>
              <CareMarks flagged={client.flagged} parted={client.parted} />
              {client.number !== null && <span className="client-picker-number">{client.number}</span>}
            </div>
          ))}
          {found.length === 0 && asked.isSuccess && (
            <p className="client-picker-none">
              {text === '' ? 'No clients yet.' : 'No client of that name or number.'}
            </p>
          )}
        </div>
      )}
    </div>
  );
}
