import { Link } from 'wouter';
import type { Input } from '../../../shared/contract.ts';
import { recurrenceWords } from '../../../shared/lessons/words.ts';
import type { LessonLine, LessonsPage } from '../../../shared/views/lessons.ts';
import { useForms } from '../../forms/forms.tsx';
import { clientPath } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { useDo } from '../client/use-do.ts';
import { dayWords, dueWords } from './words.ts';

/** The heading of what waits, to be led to. */
export const TO_DO = 'lessons-to-do';

/** The lessons still to do, or those done, in the order the ledger gives them. */
export function LessonList({ page, done }: { readonly page: LessonsPage; readonly done: boolean }) {
  const lessons = page.lessons.filter((lesson) => (lesson.doneOn !== null) === done);
  const id = done ? 'lessons-done' : TO_DO;
  return (
    <section className="lessons-list" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {done ? 'Done' : 'To do'}
        <span>{lessons.length > 0 && lessons.length}</span>
      </h2>
      {lessons.length === 0 ? (
        <p className="lessons-quiet">{done ? NONE_DONE : page.lessons.length === 0 ? NONE : NOTHING_TO_DO}</p>
      ) : (
        <ul>
          {lessons.map((lesson) => (
            <Item key={lesson.id} lesson={lesson} today={page.asOf} />
          ))}
        </ul>
      )}
    </section>
  );
}

const NONE =
  'No lesson yet. On any complaint, “What did we learn?” writes one down, with what changes, who sees to it and by when.';
const NOTHING_TO_DO = 'Nothing to do: every lesson is done.';
const NONE_DONE =
  'None yet. Mark a lesson done once its change is in place: from that day on the rows above show whether its cause comes back.';

function Item({ lesson, today }: { readonly lesson: LessonLine; readonly today: string }) {
  const forms = useForms();
  const edit = useDo('lessons.edit');
  const remove = useDo('lessons.remove');
  const busy = edit.isPending || remove.isPending;
  const { doneOn } = lesson;
  return (
    <li className="lesson">
      <div className="lesson-says">
        <p className="lesson-text">{lesson.lesson}</p>
        {lesson.changes && <p className="lesson-changes">{lesson.changes}</p>}
        <p className="lesson-meta">
          <span className={lesson.overdue ? 'lessons-overdue' : 'lesson-when'}>
            {doneOn === null ? dueWords(lesson, today) : `done ${dayWords(doneOn, today)}`}
          </span>
          {lesson.who && <span>{lesson.who}</span>}
          {lesson.cause && <span>{lesson.cause.name}</span>}
          <From lesson={lesson} />
        </p>
        {doneOn !== null && lesson.after && (
          <p className="lesson-after">{recurrenceWords(lesson.after, doneOn, today)}</p>
        )}
      </div>
      <div className="lesson-does">
        {doneOn === null && (
          <Button
            icon="check"
            disabled={busy}
            aria-label={`Done: ${lesson.lesson}`}
            onClick={() => edit.mutate(lessonEdit(lesson, today))}
          >
            Done
          </Button>
        )}
        <Button
          variant="quiet"
          aria-label={`Edit: ${lesson.lesson}`}
          onClick={() =>
            forms.open({
              form: 'lesson',
              lesson,
              ...(lesson.clientId === null ? {} : { clientId: lesson.clientId }),
            })
          }
        >
          Edit
        </Button>
        <Button
          variant="quiet"
          disabled={busy}
          aria-label={`Remove: ${lesson.lesson}`}
          onClick={() => remove.mutate({ id: lesson.id })}
        >
          Remove
        </Button>
      </div>
    </li>
  );
}

/** The complaint that taught it, as a way there. */
function From({ lesson }: { readonly lesson: LessonLine }) {
  const { clientId, complaintId, clientName, complaintTitle } = lesson;
  if (clientId === null || complaintId === null) return null;
  return (
    <Link href={clientPath(clientId, { kind: 'complaint', id: complaintId })} className="lessons-link">
      {clientName}
      {complaintTitle === null ? '' : `: ${complaintTitle}`}
    </Link>
  );
}

/** The lesson as it stands, done on this day. */
function lessonEdit(lesson: LessonLine, doneOn: string): Input<'lessons.edit'> {
  return {
    id: lesson.id,
    complaintId: lesson.complaintId,
    causeId: lesson.cause?.id ?? null,
    learnedOn: lesson.learnedOn,
    lesson: lesson.lesson,
    changes: lesson.changes,
    who: lesson.who,
    dueOn: lesson.dueOn,
    doneOn,
  };
}
