import { useCallback, useRef } from 'react';
import { useStopwatch } from '../stopwatch.ts';
import { useForms } from './forms.tsx';

/** Starts the stopwatch for a client; where one runs or waits, of whomever, stops it and opens the hours form with its time. */
export function useToggleStopwatch(): (client: { readonly id: number; readonly name: string }) => void {
  const forms = useForms();
  const stopwatch = useStopwatch();
  const now = useRef({ forms, stopwatch });
  now.current = { forms, stopwatch };
  return useCallback((client) => {
    const { watch, start, stop } = now.current.stopwatch;
    if (watch === null) start(client);
    else now.current.forms.open({ form: 'hours', clientId: watch.clientId, minutes: stop() });
  }, []);
}
