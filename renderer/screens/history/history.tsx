import { Link } from 'wouter';
import { usePainted } from '../../painted.ts';
import { useHashSearch } from '../../routes.ts';
import { Bin } from './bin.tsx';
import { Changes } from './changes.tsx';
import './history.css';

/** Everything that was done to the ledger, and what was removed from it: to look up, take back and bring back. */
export default function HistoryScreen() {
  const bin = new URLSearchParams(useHashSearch()).get('tab') === 'bin';
  usePainted(true);
  return (
    <div className="history">
      <header className="history-head">
        <h1>{bin ? 'Bin' : 'History'}</h1>
        <nav className="history-tabs" aria-label="History and bin">
          <Link href="/history" aria-current={bin ? undefined : 'page'}>
            What was done
          </Link>
          <Link href="/history?tab=bin" aria-current={bin ? 'page' : undefined}>
            Bin
          </Link>
        </nav>
      </header>
      {bin ? <Bin /> : <Changes />}
    </div>
  );
}
