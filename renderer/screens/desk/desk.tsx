import { useEffect } from 'react';
import { Link } from 'wouter';
import type { DeskQueue } from '../../../shared/views/desk.ts';
import { useAsk } from '../../api.ts';
import { useForms } from '../../forms/forms.tsx';
import { usePainted } from '../../painted.ts';
import { go } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Problem } from '../../ui/problem.tsx';
import './desk.css';
import { deskPath } from './desk-path.ts';
import { OpenCase } from './open-case.tsx';
import { Queue } from './queue.tsx';
import { useQueueKeys } from './use-queue-keys.ts';

/** What waits on the left, one complaint with all that is weighed on the right. It advises; the owner decides. */
export default function DeskScreen({ complaintId }: { readonly complaintId: number | null }) {
  const asked = useAsk('desk.queue', {});
  const queue = asked.data;
  const first = queue?.waiting[0]?.complaintId ?? null;
  // The first that waits gets an address of its own: it must not change under the owner's hand when it is answered.
  useEffect(() => {
    if (complaintId === null && first !== null) go(deskPath(first), { replace: true });
  }, [complaintId, first]);
  const empty = complaintId === null && first === null;
  usePainted(asked.isError || (queue !== undefined && empty));
  if (queue === undefined) {
    if (!asked.error) return <div className="desk" aria-busy="true" />;
    return (
      <div className="desk-alone">
        <Problem
          error={asked.error}
          onRetry={() => void asked.refetch()}
          title="The desk could not be shown"
        />
      </div>
    );
  }
  return <Desk queue={queue} complaintId={complaintId ?? first} />;
}

function Desk({ queue, complaintId }: { readonly queue: DeskQueue; readonly complaintId: number | null }) {
  useQueueKeys(queue, complaintId);
  return (
    <div className="desk">
      <Queue queue={queue} openId={complaintId} />
      {complaintId === null ? (
        <NothingWaits queue={queue} />
      ) : (
        <Asked queue={queue} complaintId={complaintId} />
      )}
    </div>
  );
}

function Asked({ queue, complaintId }: { readonly queue: DeskQueue; readonly complaintId: number }) {
  const known = Number.isSafeInteger(complaintId) && complaintId > 0;
  const asked = useAsk('desk.case', { complaintId }, { enabled: known, keepPrevious: true });
  usePainted(asked.data !== undefined || asked.isError || !known);
  if (!known || asked.error?.code === 'notFound') return <Gone />;
  if (asked.error) {
    return (
      <section className="desk-alone" aria-label="The case">
        <Problem
          error={asked.error}
          onRetry={() => void asked.refetch()}
          title="This complaint could not be shown"
        />
      </section>
    );
  }
  if (!asked.data) return <section className="desk-alone" aria-busy="true" aria-label="The case" />;
  return <OpenCase key={asked.data.complaint.id} the={asked.data} queue={queue} />;
}

function Gone() {
  return (
    <section className="desk-alone" aria-label="The case">
      <h1 className="visually-hidden">No such complaint</h1>
      <Empty
        title="This complaint is not in the ledger"
        action={
          <Link className="button button-plain" href="/desk">
            To what waits
          </Link>
        }
      >
        It may have been taken back by an undo, or belong to another ledger.
      </Empty>
    </section>
  );
}

/** The best an owner can find here. */
function NothingWaits({ queue }: { readonly queue: DeskQueue }) {
  const forms = useForms();
  return (
    <section className="desk-alone" aria-label="The case">
      <h1 className="visually-hidden">Desk</h1>
      <Empty
        title="Nothing waits for a decision"
        action={
          <>
            <Button variant="primary" icon="plus" onClick={() => forms.open({ form: 'complaint' })}>
              Log a complaint
            </Button>
            <Link className="button button-plain" href="/outcomes">
              Did past decisions work?
            </Link>
          </>
        }
      >
        {queue.lookingBack.length > 0
          ? 'Every complaint is settled. On the left are decisions whose end is near, worth a look.'
          : 'When a client complains, log it: it comes here with the facts, your house rules and what worked before.'}
      </Empty>
    </section>
  );
}
