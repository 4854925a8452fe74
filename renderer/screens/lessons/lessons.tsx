import type { LessonLine, LessonsPage } from '../../../shared/views/lessons.ts';
import { useAsk } from '../../api.ts';
import { SinceHatch } from '../../charts/cause-bar.tsx';
import { useForms } from '../../forms/forms.tsx';
import { usePainted } from '../../painted.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Why } from '../../ui/why.tsx';
import { CauseTable } from './cause-table.tsx';
import { LessonList, TO_DO } from './lesson-list.tsx';
import './lessons.css';
import { capital, causeToLearnFrom, countWords } from './words.ts';

/** What goes wrong most, what was learned from it, and whether that helped. */
export default function LessonsScreen() {
  const asked = useAsk('lessons.page', {});
  usePainted(asked.data !== undefined);
  return (
    <div className="lessons">
      {asked.error && <Problem error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.data && <Page page={asked.data} />}
    </div>
  );
}

function Page({ page }: { readonly page: LessonsPage }) {
  const forms = useForms();
  const none = page.causes.length === 0 && page.lessons.length === 0;
  return (
    <>
      <SinceHatch />
      <header className="lessons-head">
        <div>
          <h1>Lessons</h1>
          {!none && <Sentence page={page} />}
        </div>
        {!none && (
          <Button variant="primary" icon="book" onClick={() => forms.open({ form: 'lesson' })}>
            Write down a lesson
          </Button>
        )}
      </header>
      {none ? (
        <Empty
          title="Nothing to learn from yet"
          action={
            <Button variant="primary" onClick={() => forms.open({ form: 'complaint' })}>
              Log a complaint
            </Button>
          }
        >
          When a client complains, write it down in their words, and name the cause once you know it. What
          went wrong most often in the last two years then stands here, with what you learned from it.
        </Empty>
      ) : (
        <>
          {page.causes.length > 0 ? (
            <CauseTable page={page} />
          ) : (
            <p className="lessons-quiet">No complaint in the last two years.</p>
          )}
          <div className="lessons-lists">
            <LessonList page={page} done={false} />
            <LessonList page={page} done />
          </div>
        </>
      )}
    </>
  );
}

/** Two sentences at most: where most of it comes from, and what waits. */
function Sentence({ page }: { readonly page: LessonsPage }) {
  const { complaints12 } = page;
  const bar = causeToLearnFrom(page);
  return (
    <p className="lessons-says">
      <Why
        clientId={null}
        figure="complaints12"
        label={`why ${countWords(complaints12, 'complaint')} in 12 months.`}
      >
        {countWords(complaints12, 'complaint')} in 12 months.
      </Why>{' '}
      {bar?.cause && (
        <>
          <b>{capital(bar.cause.name)}</b> is behind {bar.count} and has no lesson yet.{' '}
        </>
      )}
      <ToDo lessons={page.lessons} />
    </p>
  );
}

/** How many lessons wait, and the way down to them. */
function ToDo({ lessons }: { readonly lessons: readonly LessonLine[] }) {
  const toDo = lessons.filter((lesson) => lesson.doneOn === null);
  const overdue = toDo.filter((lesson) => lesson.overdue).length;
  if (toDo.length === 0) return null;
  const late = overdue === 0 ? '' : overdue === toDo.length ? ', overdue' : `, ${overdue} of them overdue`;
  const show = () => {
    const heading = document.getElementById(TO_DO);
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  };
  return (
    <button type="button" className="lessons-link" onClick={show}>
      {countWords(toDo.length, 'lesson')} to do{late}
    </button>
  );
}
