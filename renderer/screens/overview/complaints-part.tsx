import { plural } from '../../../shared/complaints/clocks.ts';
import type { Waiting } from '../../../shared/views/desk.ts';
import type { Overview } from '../../../shared/views/overview.ts';
import { capitalised } from '../../capitalised.ts';
import { WaitBar } from '../../charts/wait-bar.tsx';
import { useFormat } from '../../format.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SeverityMark } from '../../ui/marks.tsx';
import { Why } from '../../ui/why.tsx';
import { ColumnHead } from '../client/column-head.tsx';
import { Causes } from './causes.tsx';
import { Block, PlaceLink } from './parts.tsx';

/** Which complaints wait, what they come from, and what was learned. */
export function ComplaintsPart({ overview }: { readonly overview: Overview }) {
  const { count, days } = useFormat();
  const { waitingCount, settleLimit } = overview;
  return (
    <div className="overview-column">
      <ColumnHead
        meaning="complaints"
        title="Complaints"
        link={
          <Why clientId={null} figure="complaints12" label={`why ${overview.complaints12} in 12 months`}>
            {count(overview.complaints12)} in 12 months
          </Why>
        }
        figure={<PlaceLink to="/desk">{count(waitingCount)}</PlaceLink>}
        caption={waitingCount === 1 ? 'waits for a decision' : 'wait for a decision'}
      >
        {sentences(overview, days)}
      </ColumnHead>
      <Block title="Waiting" legend={settleLimit === null ? 'days' : `days, limit ${settleLimit}`}>
        {overview.waiting.length === 0 ? (
          <p className="overview-none">Nobody waits for an answer.</p>
        ) : (
          <table className="overview-table">
            <tbody>
              {overview.waiting.map((one) => (
                <WaitingRow key={one.complaintId} one={one} limit={settleLimit} />
              ))}
            </tbody>
          </table>
        )}
      </Block>
      <Block
        title="Causes, 12 months"
        legend={overview.causes.length > 0 && 'filled: inside; hatched: since the lesson'}
      >
        {overview.causes.length === 0 ? (
          <p className="overview-none">No complaint in 12 months.</p>
        ) : (
          <Causes causes={overview.causes} asOf={overview.asOf} />
        )}
      </Block>
      <Block title="Lessons">
        <LessonWords overview={overview} />
      </Block>
    </div>
  );
}

function sentences(overview: Overview, days: (days: number) => string): string {
  const { unanswered, pastLimit, settleLimit, usualDaysToSettle } = overview;
  const said: string[] = [];
  if (unanswered > 0)
    said.push(unanswered === 1 ? 'one has no reply yet' : `${unanswered} have no reply yet`);
  if (settleLimit !== null && pastLimit > 0)
    said.push(`${pastLimit === 1 ? 'one is' : `${pastLimit} are`} past your limit of ${days(settleLimit)}`);
  if (said.length < 2 && usualDaysToSettle !== null)
    said.push(
      usualDaysToSettle === 0
        ? 'half are settled the same day'
        : `half are settled within ${days(usualDaysToSettle)}`,
    );
  return said.length === 0 ? '' : `${capitalised(said.join(', '))}.`;
}

function WaitingRow({ one, limit }: { readonly one: Waiting; readonly limit: number | null }) {
  const { count } = useFormat();
  const over = limit !== null && one.days > limit;
  return (
    <tr>
      <th scope="row" className="overview-marked">
        <SeverityMark severity={one.severity} open />
        <a
          className="overview-name"
          href={`#/desk/${one.complaintId}`}
          title={`${one.clientName}: ${one.text}`}
        >
          {one.clientName} <small>{one.text}</small>
        </a>
        {one.flagged && (
          <span className="overview-flag" role="img" aria-label="red flag">
            <Icon name="flag" />
          </span>
        )}
      </th>
      <td className="overview-wait">{limit !== null && <WaitBar days={one.days} limit={limit} />}</td>
      <td className={`overview-right${over ? ' overview-over' : ''}`}>{count(one.days)} d</td>
    </tr>
  );
}

function LessonWords({ overview }: { readonly overview: Overview }) {
  const { lessonsDue, causeWithoutLesson } = overview;
  const overdue = lessonsDue.filter(({ dueOn }) => dueOn < overview.asOf).length;
  if (!causeWithoutLesson && lessonsDue.length === 0)
    return <p className="overview-none">No cause waits for a lesson.</p>;
  return (
    <p className="overview-words">
      {causeWithoutLesson && (
        <span className="overview-sentence">
          <b>{capitalised(causeWithoutLesson.name)}</b> has no lesson yet.{' '}
          <PlaceLink to="/lessons">Write it down</PlaceLink>
        </span>
      )}
      {lessonsDue.length > 0 && (
        <PlaceLink to="/lessons">
          {plural(lessonsDue.length, 'lesson')} to do
          {overdue > 0 && (overdue === lessonsDue.length ? ', overdue' : `, ${overdue} of them overdue`)}
        </PlaceLink>
      )}
    </p>
  );
}
