import { lazy, Suspense, useCallback, useState } from 'react';
import { showDay } from '../../../shared/dates.ts';
import type { DamagedLedger } from '../../../shared/views/restore.ts';
import { Button } from '../../ui/button.tsx';
import type { RestoreStart } from '../safe/use-restore-flow.ts';

const RestoreFlow = lazy(() => import('../safe/restore-flow.tsx'));
const SalvageFlow = lazy(() => import('./salvage-flow.tsx'));

/** The ledger failed its check: what is wrong, and that nothing more happens to it. */
export function DamagedWords({ damaged: { fileName, found } }: { readonly damaged: DamagedLedger }) {
  return (
    <section className="welcome-problem">
      <h1>Your ledger is damaged</h1>
      <p>
        {fileName} did not pass its check. {found}
      </p>
      <p>The file was left as it is, and stays so. Nothing is written to it, whichever way you go on.</p>
    </section>
  );
}

/** The ways on from a damaged ledger. The one with the least loss comes first. */
export function DamagedWays({
  damaged: { backup },
  opening,
  onOpen,
}: {
  readonly damaged: DamagedLedger;
  readonly opening: boolean;
  readonly onOpen: () => void;
}) {
  const [flow, setFlow] = useState<RestoreStart | 'salvage' | null>(null);
  const close = useCallback(() => setFlow(null), []);
  return (
    <>
      <div className="welcome-ways">
        {backup ? (
          <section>
            <h2>Restore the newest backup</h2>
            <p>
              Of {showDay(backup.on)}
              {backup.sealed && ', with its passphrase'}: {backup.fileName}.{' '}
              <Missing missing={backup.missing} />
            </p>
            <Button variant="primary" onClick={() => setFlow({ kind: 'look', backupId: backup.id })}>
              Restore the newest backup…
            </Button>
          </section>
        ) : (
          <section>
            <h2>Restore a backup</h2>
            <p>None is known on this laptop. One on a stick or another disk shows what is in it first.</p>
            <Button onClick={() => setFlow({ kind: 'choose' })}>Restore from a backup…</Button>
          </section>
        )}
        <section>
          <h2>Save what can be read</h2>
          <p>
            Reads the damaged file page by page, into a new ledger. You see what was saved and what is lost.
          </p>
          <Button variant={backup ? 'plain' : 'primary'} onClick={() => setFlow('salvage')}>
            Save what can be read…
          </Button>
        </section>
        <section>
          <h2>Open another ledger</h2>
          <p>A ledger you keep elsewhere: a copy on a stick, or one from another laptop.</p>
          <Button disabled={opening} onClick={onOpen}>
            Open another ledger…
          </Button>
        </section>
      </div>
      {flow !== null && (
        <Suspense fallback={null}>
          {flow === 'salvage' ? (
            <SalvageFlow onClose={close} />
          ) : (
            <RestoreFlow start={flow} onClose={close} />
          )}
        </Suspense>
      )}
    </>
  );
}

function Missing({ missing }: { readonly missing: NonNullable<DamagedLedger['backup']>['missing'] }) {
  if (missing === null) return 'What was changed since can’t be told any more.';
  if (missing.count === 0) return 'Nothing was changed since.';
  const [newest] = missing.labels;
  const since =
    missing.count === 1
      ? 'One change since is missing in it'
      : `${missing.count} changes since are missing in it`;
  return `${since}${newest === undefined ? '' : `; the newest: ${newest}`}.`;
}
