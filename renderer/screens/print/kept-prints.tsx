import { Link, useSearch } from 'wouter';
import { showDay } from '../../../shared/dates.ts';
import type { KeptPrint } from '../../../shared/views/prints.ts';
import { useAsk, useWrite } from '../../api.ts';
import { useAppState } from '../../app-state.tsx';
import { usePainted } from '../../painted.ts';
import { clientPath, go } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Problem } from '../../ui/problem.tsx';
import './print.css';
import { printPath } from './print-path.ts';

/** Copies that were kept of what was printed, of all clients or of one: `/prints?client=12`. */
export default function KeptPrintsScreen() {
  const { today } = useAppState();
  const client = Number(new URLSearchParams(useSearch()).get('client') ?? Number.NaN);
  const clientId = Number.isInteger(client) && client > 0 ? client : null;
  const asked = useAsk('prints.kept', { clientId }, { keepPrevious: true });
  usePainted(asked.data !== undefined || asked.error !== null);
  const copies = asked.data;
  return (
    <div className="prints">
      <div className="prints-head">
        <h1>Prints</h1>
        {copies !== undefined && copies.length > 0 && (
          <p>
            {copies.length === 1 ? 'One copy kept' : `${copies.length} copies kept`}, each as it was on its
            day
            {clientId !== null && (
              <>
                , of one client. <Link href="/prints">Show all</Link>
              </>
            )}
          </p>
        )}
        <div className="prints-new">
          <Button icon="print" onClick={() => go(printPath({ kind: 'staff sheet' }, today))}>
            Staff sheet…
          </Button>
          <Button
            icon="print"
            onClick={() => go(printPath({ kind: 'month', month: today.slice(0, 7) }, today))}
          >
            Month on a page…
          </Button>
        </div>
      </div>
      {asked.error && <Problem error={asked.error} onRetry={() => void asked.refetch()} />}
      {copies?.length === 0 && (
        <Empty
          title="No copy was kept yet"
          action={<Button onClick={() => go('/clients')}>Choose clients to print</Button>}
        >
          Tick “Keep a copy in the ledger” when you print: the page can then be printed again just as it was,
          whatever the ledger says by then.
        </Empty>
      )}
      {copies !== undefined && copies.length > 0 && <Copies copies={copies} />}
    </div>
  );
}

function Copies({ copies }: { readonly copies: readonly KeptPrint[] }) {
  const { today } = useAppState();
  const forget = useWrite('prints.forget');
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Kept on</th>
          <th scope="col">What</th>
          <th scope="col">Client</th>
          <th scope="col">
            <span className="visually-hidden">What to do</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {copies.map(({ id, keptOn, keptTime, title, clientId, clientName }) => (
          <tr key={id}>
            <td>
              {showDay(keptOn)}, {keptTime}
            </td>
            <td>
              <Link href={printPath({ kind: 'kept', id }, today)}>{title}</Link>
            </td>
            <td>
              {clientId === null ? '–' : <Link href={clientPath(clientId)}>{clientName ?? 'gone'}</Link>}
            </td>
            <td className="prints-does">
              <Button
                variant="quiet"
                icon="print"
                aria-label={`Print again: ${title}, ${showDay(keptOn)}`}
                onClick={() => go(printPath({ kind: 'kept', id }, today))}
              >
                Print again…
              </Button>
              <Button
                variant="quiet"
                aria-label={`Forget: ${title}, ${showDay(keptOn)}`}
                disabled={forget.isPending}
                onClick={() => forget.mutate({ id })}
              >
                Forget
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
