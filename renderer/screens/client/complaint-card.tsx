import { type ReactNode, useState } from 'react';
import { type ComplaintLine, faultLabels } from '../../../shared/complaints/complaint.ts';
import { showDay, showDayShort } from '../../../shared/dates.ts';
import type { ClientPage } from '../../../shared/views/client-page.ts';
import { useAppState } from '../../app-state.tsx';
import { useLinked, useLinkProps } from '../../charts/linked.tsx';
import { useForms } from '../../forms/forms.tsx';
import { SeverityMark } from '../../ui/marks.tsx';
import { lessonState } from '../lessons/words.ts';
import { complaintEdit } from './complaint-edit.ts';
import { rowKey } from './links.ts';
import { useRemoval } from './removal.tsx';
import { rowElementId } from './row-target.ts';
import { useDo } from './use-do.ts';
import {
  causeWords,
  heardWords,
  hoursWords,
  list,
  settledWords,
  severityWord,
  waitingWords,
} from './words.ts';

export interface ComplaintCardProps {
  readonly complaint: ComplaintLine;
  readonly page: ClientPage;
}

/** One complaint: how long it waits or waited, what the client said, and everything known about it. */
export function ComplaintCard({ complaint, page }: ComplaintCardProps) {
  const key = rowKey('complaint', complaint.id);
  const link = useLinkProps([key]);
  const open = complaint.settledOn === null;
  return (
    <article
      className="pair-cell complaint"
      id={rowElementId(key)}
      tabIndex={-1}
      aria-label={`Complaint of ${showDay(complaint.receivedOn)}`}
      {...link}
    >
      <Meta complaint={complaint} page={page} />
      <Words complaint={complaint} />
      <Facts complaint={complaint} />
      <Learned complaint={complaint} page={page} />
      <Doings complaint={complaint} page={page} open={open} />
    </article>
  );
}

function Meta({ complaint, page }: ComplaintCardProps) {
  const { ledger } = useAppState();
  const open = complaint.settledOn === null;
  const mark = (
    <>
      <SeverityMark severity={complaint.severity} open={open} />
      <span className="visually-hidden">severity: {severityWord(complaint.severity)}</span>
    </>
  );
  if (open) {
    const { waiting, over } = waitingWords(complaint, ledger?.settleLimitDays ?? null);
    return (
      <div className="pair-meta">
        {mark}
        <span className="comp pair-strong">{waiting}</span>
        <span>{over}</span>
        <span className="pair-end">
          {complaint.receivedOn.slice(0, 4) === page.asOf.slice(0, 4)
            ? showDayShort(complaint.receivedOn)
            : showDay(complaint.receivedOn)}
        </span>
      </div>
    );
  }
  return (
    <div className="pair-meta">
      {mark}
      <span>{showDay(complaint.receivedOn)}</span>
      <span>{settledWords(complaint)}</span>
      {complaint.fault && <span className="pair-end">{faultLabels[complaint.fault]}</span>}
    </div>
  );
}

/** Past this many characters a quote is cut to a few lines until asked for. */
const LONG = 360;

function Words({ complaint }: { readonly complaint: ComplaintLine }) {
  const [whole, setWhole] = useState(false);
  const long = complaint.words.length > LONG;
  if (complaint.words === '') {
    return <p className="complaint-wordless">{complaint.title ?? 'No words written down.'}</p>;
  }
  return (
    <>
      <blockquote className={long && !whole ? 'complaint-cut' : ''}>“{complaint.words}”</blockquote>
      {long && (
        <button type="button" className="text-button" onClick={() => setWhole(!whole)}>
          {whole ? 'Show less' : 'Show all they said'}
        </button>
      )}
    </>
  );
}

function Facts({ complaint }: { readonly complaint: ComplaintLine }) {
  const linked = useLinked();
  const open = complaint.settledOn === null;
  const { invoiceId, invoiceNumber } = complaint;
  const assumed = complaint.dateAssumed;
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['wants', complaint.wants],
    ['we want', complaint.weWant],
    [
      'cause',
      list(
        assumed && !complaint.cause ? null : causeWords(complaint),
        open && complaint.fault && faultLabels[complaint.fault],
        complaint.severity !== null && severityWord(complaint.severity),
      ),
    ],
    [
      'noted',
      assumed &&
        (complaint.cause ? 'day taken from the invoice' : 'day taken from the invoice; cause unknown yet'),
    ],
    ['heard', !assumed && heardWords(complaint)],
    [
      'about',
      invoiceId !== null && (
        <button
          type="button"
          className="text-button"
          onClick={() => linked.jump(rowKey('invoice', invoiceId))}
        >
          invoice {invoiceNumber}
        </button>
      ),
    ],
    ['redo', redoWords(complaint)],
    ['review', reviewWords(complaint)],
    ['outcome', complaint.outcome],
  ];
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== null && value !== false && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function redoWords(complaint: ComplaintLine): string {
  const spent = complaint.redoMinutes > 0 ? `${hoursWords(complaint.redoMinutes)} of work on it` : '';
  return list(complaint.redoAsked && 'asked us to do it again', spent);
}

function reviewWords(complaint: ComplaintLine): string {
  if (!complaint.reviewPosted) return '';
  const where = complaint.reviewWhere ? `posted on ${complaint.reviewWhere}` : 'posted';
  return complaint.reviewAnswer
    ? `${where}; answered “${complaint.reviewAnswer}”`
    : `${where}, not answered yet`;
}

/** What this complaint taught, each a way into its form; nothing where nothing was written down. */
function Learned({ complaint, page }: ComplaintCardProps) {
  const forms = useForms();
  const lessons = page.lessons.filter((one) => one.complaintId === complaint.id);
  if (lessons.length === 0) return null;
  return (
    <dl className="facts">
      {lessons.map((lesson) => (
        <div key={lesson.id}>
          <dt>learned</dt>
          <dd>
            <button
              type="button"
              className="text-button"
              aria-label={`Edit the lesson: ${lesson.lesson}`}
              onClick={() => forms.open({ form: 'lesson', clientId: page.client.id, lesson })}
            >
              {lesson.lesson}
            </button>{' '}
            {lessonState(lesson, page.asOf)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const clockNow = (): string => {
  const now = new Date();
  return `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;
};

/** One press each for the two things that happen most; anything else is in the form. */
function Doings({ complaint, page, open }: ComplaintCardProps & { readonly open: boolean }) {
  const { today } = useAppState();
  const forms = useForms();
  const edit = useDo('complaints.edit');
  const remove = useRemoval();
  const replied = () => edit.mutate(complaintEdit(complaint, { repliedOn: today, repliedTime: clockNow() }));
  const settled = () => edit.mutate(complaintEdit(complaint, { settledOn: today }));
  return (
    <div className="doings">
      {open && complaint.repliedOn === null && (
        <button
          type="button"
          className="text-button"
          disabled={edit.isPending}
          title="First reply given, just now"
          onClick={replied}
        >
          Reply given
        </button>
      )}
      {open && (
        <button
          type="button"
          className="text-button"
          disabled={edit.isPending}
          title="Settled today"
          onClick={settled}
        >
          Settled
        </button>
      )}
      <button
        type="button"
        className="text-button"
        aria-label={`Edit the complaint of ${showDay(complaint.receivedOn)}`}
        onClick={() => forms.open({ form: 'complaint', id: complaint.id })}
      >
        {complaint.cause === null ? 'Edit, name the cause' : 'Edit'}
      </button>
      <button
        type="button"
        className="text-button"
        aria-label={`What did we learn from the complaint of ${showDay(complaint.receivedOn)}?`}
        onClick={() => forms.open({ form: 'lesson', clientId: page.client.id, complaintId: complaint.id })}
      >
        What did we learn?
      </button>
      <button
        type="button"
        className="text-button"
        aria-label={`Remove the complaint of ${showDay(complaint.receivedOn)}`}
        onClick={() => remove({ what: 'complaint', id: complaint.id })}
      >
        Remove
      </button>
    </div>
  );
}
