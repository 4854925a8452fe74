import { showDay } from '../../../shared/dates.ts';
import type { PartingPage } from '../../../shared/views/parting.ts';

/** What was noted of them besides payments and complaints. */
export function NotesBeside({ page }: { readonly page: PartingPage }) {
  if (page.notes.length === 0) return null;
  return (
    <>
      <h3>Noted</h3>
      <ul className="parting-notes">
        {page.notes.slice(0, 5).map((note) => (
          <li key={note.id}>
            <span>
              {showDay(note.notedOn)}, {note.kind}
            </span>
            {note.words}
          </li>
        ))}
        {page.notes.length > 5 && <li>and {page.notes.length - 5} earlier</li>}
      </ul>
    </>
  );
}
