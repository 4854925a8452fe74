import { useEffect, useRef } from 'react';
import { useForms } from '../../forms/forms.tsx';
import { free } from './keys.ts';

interface CaseKeys {
  /** The card at this place, counted from 0. */
  readonly pick: (index: number) => void;
  readonly decide: () => void;
}

/** 1 to 7 choose a card; Enter decides, unless it belongs to what has the focus. */
export function useCaseKeys(keys: CaseKeys): void {
  const forms = useForms();
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!free(event) || forms.asked) return;
      if (/^[1-7]$/.test(event.key)) {
        event.preventDefault();
        latest.current.pick(Number(event.key) - 1);
      } else if (event.key === 'Enter' && !claimed(event.target)) {
        event.preventDefault();
        latest.current.decide();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [forms]);
}

const claimed = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button, a, summary, .queue') !== null;
