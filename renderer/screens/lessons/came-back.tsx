import { addDays } from '../../../shared/dates.ts';
import { recurrenceWords } from '../../../shared/lessons/words.ts';
import type { CauseBar, LessonLine, LessonsPage } from '../../../shared/views/lessons.ts';
import { useForms } from '../../forms/forms.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Ask } from '../../ui/why.tsx';
import { capital, causeName, countWords, dueWords } from './words.ts';

/** Whether the cause came back after its newest lesson; without one, the way to write it down. */
export function CameBack({
  bar,
  lessons,
  page,
}: {
  readonly bar: CauseBar;
  readonly lessons: readonly LessonLine[];
  readonly page: LessonsPage;
}) {
  const { cause } = bar;
  if (cause === null) return <NotNoted page={page} />;
  const toDo = lessons.filter((lesson) => lesson.doneOn === null);
  const next = toDo[0];
  const newest = lessons.find((lesson) => lesson.doneOn !== null);
  if (newest?.doneOn && newest.after) {
    const { after, doneOn } = newest;
    const words = recurrenceWords(after, doneOn, page.asOf);
    return (
      <p className="causes-words">
        <Icon name="book" />
        <span>
          {after.since > 0 ? (
            <Ask
              query={{ of: 'cause', causeId: cause.id, from: addDays(doneOn, 1), to: page.asOf }}
              label={`${words}: ${cause.name}`}
            >
              {words}
            </Ask>
          ) : (
            words
          )}
          {next && <span className="causes-more">{`. Another is to do, ${dueWords(next, page.asOf)}.`}</span>}
        </span>
      </p>
    );
  }
  if (next) {
    return (
      <p className="causes-words">
        <Icon name="book" />
        <span className={next.overdue ? 'lessons-overdue' : ''}>
          {toDo.length === 1 ? 'a lesson to do, ' : `${toDo.length} lessons to do, the first `}
          {dueWords(next, page.asOf)}
        </span>
      </p>
    );
  }
  if (bar.count === 0) return <p className="causes-words causes-without">–</p>;
  return <NoLesson causeId={cause.id} name={causeName(bar)} />;
}

function NoLesson({ causeId, name }: { readonly causeId: number; readonly name: string }) {
  const forms = useForms();
  return (
    <p className="causes-words causes-without">
      no lesson yet
      <button
        type="button"
        className="lessons-link"
        aria-label={`Write it down: a lesson on ${name}`}
        onClick={() => forms.open({ form: 'lesson', causeId })}
      >
        Write it down
      </button>
    </p>
  );
}

function NotNoted({ page }: { readonly page: LessonsPage }) {
  const imported = page.notNotedImported;
  return (
    <p className="causes-words causes-without">
      {imported > 0 &&
        `${capital(countWords(imported, 'imported complaint'))} without a day of ${imported === 1 ? 'its' : 'their'} own: the invoice’s stands for it. `}
      Open them to name the cause.
    </p>
  );
}
