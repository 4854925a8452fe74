import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useSearch } from 'wouter';
import { useAppState, useSwitchLedger } from '../../app-state.tsx';
import { usePainted, whenIdle } from '../../painted.ts';
import { go } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { RestoreStart } from '../safe/use-restore-flow.ts';
import { UnderWay } from '../shell/under-way.tsx';
import { DamagedWays, DamagedWords } from './damaged.tsx';
import { ThreeColumns } from './three-columns.tsx';
import './welcome.css';

/** The rules and the form behind them come after the first paint. */
const loadForm = () => import('./new-ledger-form.tsx');
const NewLedgerForm = lazy(loadForm);
const RestoreFlow = lazy(() => import('../safe/restore-flow.tsx'));
const fromAnywhere: RestoreStart = { kind: 'choose' };

type Way = 'import' | 'empty';

/** No ledger is open: three ways in, or what is wrong with the one that would not open. */
export default function WelcomeScreen() {
  const { problem, damaged } = useAppState();
  const [way, setWay] = useState<Way | null>(null);
  const [restoring, setRestoring] = useState(false);
  const endRestore = useCallback(() => setRestoring(false), []);
  // From the menu.
  const asked = new URLSearchParams(useSearch()).get('do') === 'restore';
  useEffect(() => {
    if (!asked) return;
    setRestoring(true);
    go('/', { replace: true });
  }, [asked]);
  const sample = useSwitchLedger('ledger.createSample');
  const choose = useSwitchLedger('ledger.choose');
  const takeIn = useSwitchLedger('export.takeIn');
  usePainted(true);
  useEffect(() => whenIdle(() => void loadForm()), []);
  const wrong = sample.error ?? choose.error ?? takeIn.error;

  return (
    <main className="welcome">
      <div className="welcome-page">
        <p className="welcome-brand">
          <Icon name="scales" size={20} />
          Evenhand
        </p>
        {damaged ? (
          <DamagedWords damaged={damaged} />
        ) : problem ? (
          <section className="welcome-problem">
            <h1>Your ledger could not be opened</h1>
            <p>{problem.message}</p>
            {!/left as it is/.test(problem.message) && <p>The file was left as it is.</p>}
          </section>
        ) : (
          <section>
            <h1>Each client’s payments, complaints and your decisions, side by side</h1>
            <p className="welcome-lead">
              One ledger, kept in one file on this laptop. Nothing you write in it ever leaves.
            </p>
            <ThreeColumns />
          </section>
        )}
        {way !== null ? (
          <Suspense fallback={null}>
            <NewLedgerForm way={way} onBack={() => setWay(null)} />
          </Suspense>
        ) : damaged ? (
          <DamagedWays damaged={damaged} opening={choose.isPending} onOpen={() => choose.mutate({})} />
        ) : (
          <div className="welcome-ways">
            {problem && (
              <section>
                <h2>Open another ledger</h2>
                <p>A ledger you keep elsewhere: a copy on a stick, or one from another laptop.</p>
                <Button variant="primary" disabled={choose.isPending} onClick={() => choose.mutate({})}>
                  Open another ledger…
                </Button>
              </section>
            )}
            {problem ? (
              <section>
                <h2>Restore a backup</h2>
                <p>You see what is in it before anything happens. It becomes a ledger on this laptop.</p>
                <Button onClick={() => setRestoring(true)}>Restore from a backup…</Button>
              </section>
            ) : (
              <section>
                <h2>Look around first</h2>
                <p>
                  A sample ledger of an invented business, marked as such. You can throw it away in one step.
                </p>
                <Button disabled={sample.isPending} onClick={() => sample.mutate({})}>
                  {sample.isPending ? 'Making the sample…' : 'Start with a sample ledger'}
                </Button>
              </section>
            )}
            <section>
              <h2>Bring your invoices</h2>
              <p>
                A CSV export of your bookkeeping program. You see what will be read before anything is
                written.
              </p>
              <Button onClick={() => setWay('import')}>Import from my bookkeeping program</Button>
            </section>
            {!problem && (
              <section>
                <h2>Begin with a blank page</h2>
                <p>An empty ledger. You write down clients and invoices as they come.</p>
                <Button onClick={() => setWay('empty')}>Start empty</Button>
              </section>
            )}
          </div>
        )}
        {wrong && (
          <p className="welcome-wrong" role="alert">
            {wrong.message}
          </p>
        )}
        {way === null && (
          <p className="welcome-other">
            {problem ? (
              <>
                {damaged?.backup && (
                  <>
                    <button type="button" onClick={() => setRestoring(true)}>
                      Restore from another backup…
                    </button>{' '}
                    or{' '}
                  </>
                )}
                <button type="button" onClick={() => setWay('empty')}>
                  {damaged?.backup ? 'start with an empty ledger' : 'Start with an empty ledger instead'}
                </button>
              </>
            ) : (
              <>
                You have a ledger already?{' '}
                <button type="button" disabled={choose.isPending} onClick={() => choose.mutate({})}>
                  Open it…
                </button>{' '}
                or{' '}
                <button type="button" onClick={() => setRestoring(true)}>
                  restore from a backup…
                </button>{' '}
                or{' '}
                <button type="button" disabled={takeIn.isPending} onClick={() => takeIn.mutate({})}>
                  take in a ledger from JSON…
                </button>
              </>
            )}
          </p>
        )}
        {takeIn.isPending && <UnderWay />}
        {restoring && (
          <Suspense fallback={null}>
            <RestoreFlow start={fromAnywhere} onClose={endRestore} />
          </Suspense>
        )}
      </div>
    </main>
  );
}
