import { useEffect, useState } from 'react';
import type { ImportProgress } from '../../../shared/imports/preview.ts';
import { on } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import type { Desk } from './import-desk.ts';

const phases: Readonly<Record<ImportProgress['phase'], string>> = {
  splitting: 'Reading the file',
  looking: 'Looking at the columns',
  reading: 'Reading the rows',
  comparing: 'Comparing with the ledger',
  writing: 'Writing into the ledger',
};

/** How far it is, with a way to stop. Not there for what is over in a moment: it waits for the first sign of progress. */
export function ProgressLine({
  busy,
  onStop,
}: {
  readonly busy: Desk['busy'];
  readonly onStop: (importId: string) => void;
}) {
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  const working = busy !== null && busy !== 'picking';
  useEffect(() => on('imports.progress', setProgress), []);
  useEffect(() => {
    if (busy === null) setProgress(null);
  }, [busy]);
  if (busy === null || progress === null) {
    return working ? <p className="import-progress import-quiet">One moment…</p> : null;
  }
  const share = progress.total > 0 ? Math.min(100, Math.floor((progress.done / progress.total) * 100)) : 0;
  const label = phases[progress.phase];
  return (
    <div className="import-progress">
      <span>{label}</span>
      <progress value={share} max={100} aria-label={label} />
      <span className="import-percent">{share} %</span>
      <Button variant="quiet" icon="close" onClick={() => onStop(progress.importId)}>
        Stop
      </Button>
    </div>
  );
}
