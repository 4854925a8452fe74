import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useSearch } from 'wouter';
import { showDay } from '../../../shared/dates.ts';
import type { BackupLine, BackupPage } from '../../../shared/views/backups.ts';
import { whenIdle } from '../../painted.ts';
import { go } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { SafetyProgressLine } from './progress.tsx';
import type { RestoreStart } from './use-restore-flow.ts';
import { useRestored } from './use-restored.ts';
import './restore.css';

const loadFlow = () => import('./restore-flow.tsx');
const RestoreFlow = lazy(loadFlow);

const fromAnywhere: RestoreStart = { kind: 'choose' };

/** “Restore”: a backup from anywhere, and the way back from the last restore. Opens at once with `?do=restore`. */
export function RestorePart({ page: { keptAside } }: { readonly page: BackupPage }) {
  const asked = new URLSearchParams(useSearch()).get('do') === 'restore';
  const [open, setOpen] = useState(false);
  useEffect(() => whenIdle(() => void loadFlow()), []);
  useEffect(() => {
    if (!asked) return;
    setOpen(true);
    // Asked once: coming back to this screen must not ask again.
    go('/safe', { replace: true });
  }, [asked]);
  const close = useCallback(() => setOpen(false), []);
  return (
    <section className="restore-part" aria-labelledby="restore-title">
      <h2 id="restore-title">Restore</h2>
      <p>
        You see what is in a backup before anything happens. What you have now is kept aside first, and one
        click leads back to it.
      </p>
      <Button onClick={() => setOpen(true)}>Restore from a backup…</Button>
      {keptAside && <KeptAside keptAside={keptAside} />}
      {open && (
        <Suspense fallback={null}>
          <RestoreFlow start={fromAnywhere} onClose={close} />
        </Suspense>
      )}
    </section>
  );
}

function KeptAside({ keptAside }: { readonly keptAside: NonNullable<BackupPage['keptAside']> }) {
  const { goBack } = useRestored();
  const [going, setGoing] = useState(false);
  return (
    <div className="restore-kept">
      <p>
        <b>Kept aside before the last restore</b>
        <span title={keptAside.fileName}>
          your ledger as it stood on {showDay(keptAside.on)}: {keptAside.fileName}
        </span>
      </p>
      {going ? (
        <SafetyProgressLine first="Going back" />
      ) : (
        <Button
          icon="undo"
          onClick={() => {
            setGoing(true);
            void goBack().finally(() => setGoing(false));
          }}
        >
          Go back to it
        </Button>
      )}
    </div>
  );
}

/** “Check…” and “Restore…” of one backup of the list, with the dialogs they open. */
export function RestoreActions({ backup: { id, fileName, there } }: { readonly backup: BackupLine }) {
  const [open, setOpen] = useState<{ aim: 'restore' | 'check'; start: RestoreStart } | null>(null);
  const close = useCallback(() => setOpen(null), []);
  const begin = (aim: 'restore' | 'check') => setOpen({ aim, start: { kind: 'look', backupId: id } });
  return (
    <span className="restore-actions">
      <Button
        variant="quiet"
        disabled={!there}
        aria-label={`Check ${fileName}`}
        onClick={() => begin('check')}
      >
        Check…
      </Button>
      <Button
        variant="quiet"
        disabled={!there}
        aria-label={`Restore ${fileName}`}
        onClick={() => begin('restore')}
      >
        Restore…
      </Button>
      {open && (
        <Suspense fallback={null}>
          <RestoreFlow start={open.start} aim={open.aim} onClose={close} />
        </Suspense>
      )}
    </span>
  );
}
