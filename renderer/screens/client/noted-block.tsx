import { type ReactNode, useState } from 'react';
import type { Day } from '../../../shared/dates.ts';
import { showMinutes } from '../../../shared/notes/note.ts';
import type { ClientPage } from '../../../shared/views/client-page.ts';
import { useForms } from '../../forms/forms.tsx';
import { useToggleStopwatch } from '../../forms/use-toggle-stopwatch.ts';
import { useStopwatch } from '../../stopwatch.ts';
import { useDo } from './use-do.ts';
import { showDayTight } from './words.ts';

/** As many as the block beside it is high; more are asked for. */
const FIRST = 7;

interface Entry {
  readonly key: string;
  readonly on: Day;
  readonly kind: string;
  readonly words: ReactNode;
  readonly amount?: string;
  /** Takes it away; it can be undone. */
  readonly remove?: () => void;
}

/** Hours, notes, the look inside and warnings heard: all that is remembered besides payments and complaints. */
export function NotedBlock({ page }: { readonly page: ClientPage }) {
  const forms = useForms();
  const { watch } = useStopwatch();
  const toggle = useToggleStopwatch();
  const entries = useEntries(page);
  const [all, setAll] = useState(false);
  const clientId = page.client.id;
  const shown = all ? entries : entries.slice(0, FIRST);
  return (
    <section className="block noted" aria-label="Hours and notes">
      <h3>
        Hours and notes
        <span>{entries.length > 0 && entries.length}</span>
      </h3>
      {entries.length === 0 && (
        <p className="block-says">
          Nothing noted yet. What redoing, chasing and care take is quickly noted, and shows what keeping them
          costs.
        </p>
      )}
      {shown.length > 0 && (
        <ul className="noted-list">
          {shown.map((entry) => (
            <li key={entry.key}>
              <span className="noted-day">{showDayTight(entry.on, page.asOf)}</span>
              <span className="noted-what">
                <b>{entry.kind}</b> {entry.words}
              </span>
              {entry.remove && (
                <button
                  type="button"
                  className="text-button"
                  aria-label={`Remove ${entry.kind} of ${showDayTight(entry.on, page.asOf)}`}
                  onClick={entry.remove}
                >
                  Remove
                </button>
              )}
              <span className="noted-amount">{entry.amount}</span>
            </li>
          ))}
        </ul>
      )}
      <div className="doings">
        <button
          type="button"
          className="text-button"
          title="Note hours (h)"
          onClick={() => forms.open({ form: 'hours', clientId })}
        >
          Note hours
        </button>
        {watch === null && (
          <button
            type="button"
            className="text-button"
            title="Start the stopwatch (s)"
            onClick={() => toggle(page.client)}
          >
            Start the stopwatch
          </button>
        )}
        <button
          type="button"
          className="text-button"
          title="Note what happened (n)"
          onClick={() => forms.open({ form: 'note', clientId })}
        >
          Note what happened
        </button>
        <button
          type="button"
          className="text-button"
          title="Look inside (l)"
          onClick={() => forms.open({ form: 'look', clientId })}
        >
          Look inside
        </button>
        {entries.length > FIRST && (
          <button type="button" className="text-button" onClick={() => setAll(!all)}>
            {all ? `Show the last ${FIRST} only` : `Show all ${entries.length}`}
          </button>
        )}
      </div>
    </section>
  );
}

const hoursNames = { redo: 'Redoing', chasing: 'Chasing', care: 'Care' } as const;
const noteNames = { 'staff strain': 'Staff strain', 'boundary broken': 'Boundary broken' } as const;

function useEntries(page: ClientPage): readonly Entry[] {
  const removeHours = useDo('hours.remove');
  const removeNote = useDo('notes.remove');
  const { hours, notes, look, warnings } = page;
  const entries: Entry[] = [
    ...hours.map((row) => ({
      key: `hours-${row.id}`,
      on: row.workedOn,
      kind: hoursNames[row.kind],
      words: row.what,
      amount: showMinutes(row.minutes),
      remove: () => removeHours.mutate({ id: row.id }),
    })),
    ...notes.map((note) => ({
      key: `note-${note.id}`,
      on: note.notedOn,
      kind: noteNames[note.kind],
      words: note.words,
      remove: () => removeNote.mutate({ id: note.id }),
    })),
    ...warnings.map((warning) => ({
      key: `warning-${warning.id}`,
      on: warning.warnedOn,
      kind: 'Warned',
      words: `on ${warning.path}: ${warning.words}`,
    })),
    ...(look === null
      ? []
      : [
          {
            key: `look-${look.id}`,
            on: look.lookedOn,
            kind: page.lookCounts ? 'Looked inside' : 'Looked inside, before the newest complaint',
            words: look.found,
          },
        ]),
  ];
  return entries.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}
