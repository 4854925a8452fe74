import { useEffect } from 'react';
import { call } from './api.ts';

let painted = false;
const waiting: (() => void)[] = [];

/** Marks the first real paint once `ready`: the main process and the tests wait for it. */
export function usePainted(ready: boolean): void {
  useEffect(() => {
    if (!ready || painted) return;
    // The first frame callback runs before the paint, the second after it.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (painted) return;
        painted = true;
        performance.mark('evenhand:painted');
        document.documentElement.dataset.painted = 'true';
        void call('app.painted', {}).catch(() => undefined);
        for (const run of waiting.splice(0)) run();
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [ready]);
}

/** Runs once the first screen is painted and the window has nothing else to do. */
export function whenIdle(run: () => void): void {
  const later = () => requestIdleCallback(run, { timeout: 2000 });
  if (painted) later();
  else waiting.push(later);
}
