import { useEffect, useState } from 'react';
import type { SafetyProgress } from '../../../shared/views/backups.ts';
import { call, on } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import './progress.css';

/** How far the work that the owner waits for is, with a way to stop it. */
export function SafetyProgressLine({ first }: { readonly first: string }) {
  const [progress, setProgress] = useState<SafetyProgress | null>(null);
  const [stopping, setStopping] = useState(false);
  useEffect(() => on('safety.progress', setProgress), []);
  const step = progress?.step ?? first;
  const part = progress?.part ?? null;
  return (
    <div className="safety-progress">
      <span className="safety-progress-step" role="status">
        {stopping ? 'Stopping' : step}…
      </span>
      <progress {...(part === null ? {} : { value: Math.floor(part * 100) })} max={100} aria-label={step} />
      <Button
        variant="quiet"
        icon="close"
        disabled={stopping}
        onClick={() => {
          setStopping(true);
          // What it was stopped with is said by what was under way.
          void call('safety.stop', {}).catch(() => undefined);
        }}
      >
        Stop
      </Button>
    </div>
  );
}
