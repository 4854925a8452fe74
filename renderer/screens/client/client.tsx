import { useCallback, useEffect, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { ClientPage } from '../../../shared/views/client-page.ts';
import { useAsk } from '../../api.ts';
import { HatchDefs } from '../../charts/hatch.tsx';
import { LinkedProvider } from '../../charts/linked.tsx';
import { usePainted } from '../../painted.ts';
import { clientPath, go, useHashSearch } from '../../routes.ts';
import { Empty } from '../../ui/empty.tsx';
import { Problem } from '../../ui/problem.tsx';
import './client.css';
import { FlagLine } from './flag-line.tsx';
import { ClientHeader } from './header.tsx';
import { linkedWith } from './links.ts';
import { Pairs } from './pairs.tsx';
import { PaymentsColumn } from './payments-column.tsx';
import { RemovalProvider } from './removal.tsx';
import { showRow, type Target, TargetContext } from './row-target.ts';
import { TimeSection } from './time-section.tsx';
import { useClientKeys } from './use-client-keys.ts';
import { useListNeighbours } from './use-list-neighbours.ts';

/** One client: payments, complaints and decisions side by side, and over them the same on one time axis. */
export default function ClientScreen({ clientId }: { readonly clientId: number }) {
  const known = Number.isSafeInteger(clientId) && clientId > 0;
  const asked = useAsk('clients.page', { clientId }, { enabled: known });
  const page = asked.data;
  const search = useHashSearch();
  const present = page?.client.id ?? clientId;
  useEffect(() => {
    // This client was merged into another: an old link leads there, to the very row.
    if (present !== clientId) go(`${clientPath(present)}${search && `?${search}`}`, { replace: true });
  }, [present, clientId, search]);
  usePainted(page !== undefined || asked.isError || !known);
  // Also of one that was shown a moment ago: an undo or a removal may have taken them away.
  if (!known || asked.error?.code === 'notFound') return <Unknown />;
  if (page) return <Client page={page} />;
  if (asked.error) {
    return (
      <div className="client client-alone">
        <Problem
          error={asked.error}
          onRetry={() => void asked.refetch()}
          title="This client could not be shown"
        />
      </div>
    );
  }
  // The ledger answers within a frame or two: an empty sheet is calmer than a skeleton that flashes.
  return <div className="client" aria-busy="true" />;
}

function Unknown() {
  return (
    <div className="client client-alone">
      <h1 className="visually-hidden">No such client</h1>
      <Empty
        title="This client is not in the ledger"
        action={
          <Link className="button button-plain" href="/clients">
            Back to all clients
          </Link>
        }
      >
        It may have been removed or taken back by an undo: the history tells, and brings it back. Or it
        belongs to another ledger.
      </Empty>
    </div>
  );
}

const leave = () => go('/clients');

function Client({ page }: { readonly page: ClientPage }) {
  const search = useHashSearch();
  const [target, setTarget] = useState<Target | null>(null);
  const jump = useCallback(
    (key: string) => setTarget((last) => ({ key, count: (last?.count ?? 0) + 1 })),
    [],
  );
  const links = useMemo(() => linkedWith(page), [page]);
  useClientKeys(page);
  useListNeighbours(page.client.id);

  useEffect(() => {
    const row = new URLSearchParams(search).get('row');
    if (row !== null && /^(invoice|complaint|decision)-\d+$/.test(row)) jump(row);
  }, [search, jump]);

  useEffect(() => (target ? showRow(target.key) : undefined), [target]);

  return (
    <LinkedProvider linkedWith={links} onJump={jump}>
      <TargetContext value={target}>
        <RemovalProvider onGone={leave}>
          <div className="client">
            <HatchDefs />
            <ClientHeader page={page} />
            <FlagLine page={page} />
            <TimeSection page={page} />
            <div className="client-columns">
              <PaymentsColumn page={page} />
              <Pairs page={page} />
            </div>
          </div>
        </RemovalProvider>
      </TargetContext>
    </LinkedProvider>
  );
}
