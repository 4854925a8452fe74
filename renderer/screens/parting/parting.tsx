import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { showDay } from '../../../shared/dates.ts';
import type { PartingPage } from '../../../shared/views/parting.ts';
import { useAsk } from '../../api.ts';
import { usePainted } from '../../painted.ts';
import { clientPath } from '../../routes.ts';
import { Empty } from '../../ui/empty.tsx';
import { Icon } from '../../ui/icon.tsx';
import { DecisionMark } from '../../ui/marks.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Ended, endOf } from './ended.tsx';
import './parting.css';
import { Worksheet } from './worksheet.tsx';

/** Part ways kindly: the worksheet for one client. */
export default function PartingScreen({ clientId }: { readonly clientId: number }) {
  const known = Number.isSafeInteger(clientId) && clientId > 0;
  const asked = useAsk('partings.page', { clientId }, { enabled: known });
  const page = asked.data;
  usePainted(page !== undefined || asked.isError || !known);
  if (page) return <Parting page={page} />;
  if (!known || asked.error?.code === 'notFound') {
    return (
      <div className="parting parting-alone">
        <h1 className="visually-hidden">No such client</h1>
        <Empty
          title="This client is not in the ledger"
          action={
            <Link className="button button-plain" href="/clients">
              Back to all clients
            </Link>
          }
        />
      </div>
    );
  }
  if (asked.error) {
    return (
      <div className="parting parting-alone">
        <Problem
          error={asked.error}
          onRetry={() => void asked.refetch()}
          title="The worksheet could not be shown"
        />
      </div>
    );
  }
  return <div className="parting" aria-busy="true" />;
}

function Parting({ page }: { readonly page: PartingPage }) {
  const { parting, client, earlier } = page;
  const going = parting !== null && parting.finishedOn === null && parting.stoppedOn === null;
  const [afresh, setAfresh] = useState(false);
  // The worksheet begun afresh is the one under way from its first word on.
  useEffect(() => {
    if (going) setAfresh(false);
  }, [going]);
  const writes = going || parting === null || afresh;
  return (
    <div className="parting">
      <header className="parting-head">
        <Link className="parting-back" href={clientPath(client.id)}>
          <Icon name="back" />
          {client.name}
        </Link>
        <h1>
          <DecisionMark kind="part ways" />
          Part ways kindly
        </h1>
        {going && <span>begun {showDay(parting.begunOn)}</span>}
      </header>
      {writes ? (
        <Worksheet page={page} begun={going ? parting : null} />
      ) : (
        <Ended page={page} parting={parting} onAfresh={() => setAfresh(true)} />
      )}
      {earlier.length > 0 && (
        <details className="parting-earlier">
          <summary>
            <Icon name="next" />
            Earlier worksheets ({earlier.length})
          </summary>
          <ul>
            {earlier.map((one) => (
              <li key={one.id}>
                <b>{endOf(one, page.asOf)}</b>
                {one.why !== null && <p>{one.why}</p>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
