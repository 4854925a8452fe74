import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { SafetyProgress } from '../../../shared/views/backups.ts';
import { call, on, refresh } from '../../api.ts';
import { Button } from '../../ui/button.tsx';

const works: Readonly<Record<SafetyProgress['work'], string>> = {
  backup: 'Backing up',
  restore: 'Restoring',
  rehearsal: 'Checking the backup',
  salvage: 'Saving what can be read',
  export: 'Writing it out',
  'taking in': 'Taking it in',
  undo: 'Undoing',
  redo: 'Redoing',
};

/**
 * What is being done to keep the ledger safe, on whatever screen the owner is: how far it is, with a way to stop. What
 * is over in a moment is not worth a line that jumps.
 */
export function UnderWay() {
  const [progress, setProgress] = useState<SafetyProgress | null>(null);
  const [seen, setSeen] = useState(false);
  const queries = useQueryClient();
  useEffect(() => on('safety.progress', (step) => setProgress(step.ended ? null : step)), []);
  // An automatic one was made, or failed: what is shown of it is old.
  useEffect(() => on('backup.made', () => refresh(queries)), [queries]);
  const working = progress !== null;
  useEffect(() => {
    setSeen(false);
    if (!working) return;
    const timer = setTimeout(() => setSeen(true), 400);
    return () => clearTimeout(timer);
  }, [working]);
  if (progress === null || !seen) return null;
  const { work, step, part } = progress;
  const label = works[work];
  return (
    <section className="under-way" aria-label="Under way">
      <b>{label}</b>
      <span className="under-way-step">{step.toLowerCase()}</span>
      <progress {...(part === null ? {} : { value: part })} max={1} aria-label={label} />
      <span className="under-way-part">{part === null ? '' : `${Math.floor(part * 100)} %`}</span>
      {(work === 'backup' || work === 'export') && (
        <span className="under-way-on">you can go on working</span>
      )}
      <Button
        variant="quiet"
        icon="close"
        onClick={() => void call('safety.stop', {}).catch(() => undefined)}
      >
        Stop
      </Button>
    </section>
  );
}
