import { faultLabels } from '../../shared/complaints/complaint.ts';
import { addMonths, showDay } from '../../shared/dates.ts';
import type { Lesson } from '../../shared/lessons/lesson.ts';
import type { ClientPage } from '../../shared/views/client-page.ts';
import { useAppState } from '../app-state.tsx';
import { CauseLine } from './cause-line.tsx';
import { FormFrame } from './form-frame.tsx';
import type { FormParts } from './form-parts.ts';
import { DayLine, LongLine, TextLine } from './lines.tsx';
import { useDraftForm } from './use-draft-form.ts';

type Complaint = ClientPage['complaints'][number];

type Values = {
  lesson: string;
  changes: string;
  who: string;
  causeId: number | null;
  learnedOn: string;
  dueOn: string;
  doneOn: string;
};

/** Time enough to change a habit, and near enough that it is not put off for good. */
const DUE_MONTHS = 1;

/** What was learned from a complaint, or from a cause as a whole, and what changes for it. */
export default function LessonForm({
  page,
  complaintId,
  causeId,
  lesson,
  draftKey,
  stored,
  onClose,
}: FormParts & {
  readonly complaintId: number | null;
  readonly causeId: number | null;
  readonly lesson: Lesson | null;
}) {
  const { today } = useAppState();
  const about = lesson?.complaintId ?? complaintId;
  const complaint = page?.complaints.find((one) => one.id === about) ?? null;
  const draft = useDraftForm<'lessons.add' | 'lessons.edit', Values>({
    command: lesson === null ? 'lessons.add' : 'lessons.edit',
    draftKey,
    stored,
    defaults: lesson === null ? newLesson(today, complaint, causeId) : knownLesson(lesson),
    keeps: lesson === null ? 'all' : 'changed',
    ...(lesson === null ? {} : { onUnaltered: onClose }),
    toInput: (values) => {
      const typed = { ...values, complaintId: about };
      return lesson === null ? typed : { ...typed, id: lesson.id };
    },
    onDone: onClose,
  });
  const { form } = draft;
  return (
    <FormFrame
      title="What did we learn?"
      lead={lead(page, lesson)}
      draft={draft}
      action={lesson === null ? 'Write it down' : 'Save'}
      onClose={onClose}
    >
      {complaint && <Quote complaint={complaint} />}
      <LongLine
        form={form}
        name="lesson"
        label="The lesson"
        hint="what went wrong in how you work, not who did it"
        required
        autoFocus
      />
      <LongLine form={form} name="changes" label="What changes from now on" />
      <div className="form-pair">
        <TextLine form={form} name="who" label="Who sees to it" hint="a role: “crew leader”, “the office”" />
        <CauseLine form={form} hint="what it should keep from coming back" />
      </div>
      <div className="form-three">
        <DayLine form={form} name="learnedOn" label="Learned on" required also={['doneOn']} />
        <DayLine form={form} name="dueOn" label="By when" />
        <DayLine form={form} name="doneOn" label="Done on" hint="empty until it is" />
      </div>
    </FormFrame>
  );
}

function newLesson(today: string, complaint: Complaint | null, causeId: number | null): Values {
  return {
    lesson: '',
    changes: '',
    who: '',
    causeId: causeId ?? complaint?.cause?.id ?? null,
    learnedOn: today,
    dueOn: addMonths(today, DUE_MONTHS),
    doneOn: '',
  };
}

function knownLesson(lesson: Lesson): Values {
  return {
    lesson: lesson.lesson,
    changes: lesson.changes ?? '',
    who: lesson.who ?? '',
    causeId: lesson.cause?.id ?? null,
    learnedOn: lesson.learnedOn,
    dueOn: lesson.dueOn ?? '',
    doneOn: lesson.doneOn ?? '',
  };
}

function lead(page: ClientPage | null, lesson: Lesson | null): string | undefined {
  const name = page?.client.name ?? lesson?.clientName ?? undefined;
  const title = page === null ? lesson?.complaintTitle : null;
  return name !== undefined && title ? `${name}: ${title}` : name;
}

/** The client's words again: a lesson is found in them, not in what is remembered of them. */
function Quote({ complaint }: { readonly complaint: Complaint }) {
  const { words, title, fault } = complaint;
  return (
    <div className="form-quote">
      {words === '' ? title !== null && <p>{title}</p> : <blockquote>“{words}”</blockquote>}
      <p>
        {showDay(complaint.receivedOn)}
        {fault && `, ${faultLabels[fault]}`}
      </p>
    </div>
  );
}
