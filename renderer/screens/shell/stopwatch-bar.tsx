import { useEffect, useState } from 'react';
import { useForms } from '../../forms/forms.tsx';
import { clientPath, go } from '../../routes.ts';
import { type Stopwatch, showTime, useStopwatch } from '../../stopwatch.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';

/** The stopwatch in the top bar, on every screen while it runs or waits to be noted. */
export function StopwatchBar() {
  const { watch, stop, clear } = useStopwatch();
  const forms = useForms();
  const now = useNow(watch);
  if (watch === null) return null;
  const { clientId, clientName, stoppedAt } = watch;
  const runs = stoppedAt === null;
  return (
    <section className="stopwatch" aria-label="Stopwatch">
      <span className={runs ? 'stopwatch-runs' : ''}>
        <Icon name="clock" />
      </span>
      <button
        type="button"
        className="stopwatch-client"
        title={`Go to ${clientName}`}
        onClick={() => go(clientPath(clientId))}
      >
        {clientName}
      </button>
      <span className="stopwatch-time" role="timer" aria-live="off">
        {showTime(watch, now)}
      </span>
      <button
        type="button"
        className="shell-link"
        onClick={() => forms.open({ form: 'hours', clientId, minutes: stop() })}
      >
        {runs ? 'Stop' : 'Note it'}
      </button>
      {!runs && (
        <Button variant="quiet" icon="close" aria-label="Forget it" title="Forget it" onClick={clear} />
      )}
    </section>
  );
}

/** The clock, read as often as what it shows can change; not at all while nothing runs. */
function useNow(watch: Stopwatch | null): number {
  const [now, setNow] = useState(() => Date.now());
  const runs = watch !== null && watch.stoppedAt === null;
  useEffect(() => {
    if (!runs) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [runs]);
  return now;
}
