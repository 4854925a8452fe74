import type { DeskQueue, LookingBack, Waiting } from '../../../shared/views/desk.ts';
import { WaitBar } from '../../charts/wait-bar.tsx';
import { useFormat } from '../../format.tsx';
import { clientPath } from '../../routes.ts';
import { Icon } from '../../ui/icon.tsx';
import { DecisionMark, SeverityMark } from '../../ui/marks.tsx';
import { deskPath } from './desk-path.ts';
import './queue.css';
import { queueRowId } from './use-queue-keys.ts';

export interface QueueProps {
  readonly queue: DeskQueue;
  readonly openId: number | null;
}

/** Complaints that wait, no human reply yet first; then decisions worth a look back. */
export function Queue({ queue, openId }: QueueProps) {
  const { count } = useFormat();
  const { waiting, waitingInAll, lookingBack, settleLimit } = queue;
  const more = waitingInAll - waiting.length;
  return (
    <nav className="queue" aria-label="What waits">
      <h2>
        Waiting for a decision
        <span>{settleLimit === null ? count(waitingInAll) : `limit ${settleLimit} d`}</span>
      </h2>
      {waiting.length === 0 && openId !== null && <p className="queue-none">Nothing waits.</p>}
      <ul>
        {waiting.map((one) => (
          <Row key={one.complaintId} one={one} open={one.complaintId === openId} limit={settleLimit} />
        ))}
      </ul>
      {more > 0 && <p className="queue-none">and {count(more)} more, newer ones</p>}
      {lookingBack.length > 0 && (
        <>
          <h2 className="queue-second">
            Did it work?<span>{lookingBack.length}</span>
          </h2>
          <ul>
            {lookingBack.map((one) => (
              <Back key={one.decisionId} one={one} />
            ))}
          </ul>
        </>
      )}
    </nav>
  );
}

function Row({
  one,
  open,
  limit,
}: {
  readonly one: Waiting;
  readonly open: boolean;
  readonly limit: number | null;
}) {
  const { days, count } = useFormat();
  return (
    <li>
      <a
        className={`queue-row${open ? ' queue-open' : ''}`}
        id={queueRowId(one.complaintId)}
        href={`#${deskPath(one.complaintId)}`}
        aria-current={open ? 'true' : undefined}
      >
        <SeverityMark severity={one.severity} open />
        <span className="queue-who">
          <b>{one.clientName}</b>
          {one.flagged && (
            <span className="queue-flag" role="img" aria-label="red flag">
              <Icon name="flag" size={14} />
            </span>
          )}
          <span className="queue-days">
            <span aria-hidden="true">{count(one.days)} d</span>
            <span className="visually-hidden">, waiting {days(one.days)}</span>
          </span>
        </span>
        <span className="queue-text">{one.text}</span>
        <Clock one={one} />
        {limit !== null && <WaitBar days={one.days} limit={limit} />}
      </a>
    </li>
  );
}

/** The promise to reply first; then what was done already. */
function Clock({ one }: { readonly one: Waiting }) {
  const { days } = useFormat();
  const { replyHours } = one;
  const words = [
    one.parted && 'ways parted',
    !one.replied &&
      (replyHours === null
        ? 'no reply yet'
        : replyHours.soFar > replyHours.limit
          ? `no reply yet, ${over(replyHours.soFar - replyHours.limit, days)} over`
          : `no reply yet, ${replyHours.limit - replyHours.soFar} h left`),
    one.decided && 'decided, not settled',
  ].filter((word): word is string => typeof word === 'string');
  if (words.length === 0) return null;
  const late = replyHours !== null && replyHours.soFar > replyHours.limit;
  return <span className={`queue-clock${late ? ' queue-late' : ''}`}>{words.join(' · ')}</span>;
}

/** Two days of hours at most are read as hours. */
const over = (hours: number, days: (days: number) => string): string =>
  hours <= 48 ? `${hours} h` : days(Math.floor(hours / 24));

function Back({ one }: { readonly one: LookingBack }) {
  return (
    <li>
      <a
        className="queue-row"
        href={`#${clientPath(one.clientId, { kind: 'decision', id: one.decisionId })}`}
      >
        <DecisionMark kind={one.kind} />
        <span className="queue-who">
          <b>{one.clientName}</b>
        </span>
        <span className="queue-text">{one.text}</span>
      </a>
    </li>
  );
}
