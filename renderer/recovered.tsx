import { useEffect, useState } from 'react';
import { placeOf } from '../shared/place.ts';
import { call } from './api.ts';
import { useAppState } from './app-state.tsx';
import { formFromPlace, formToPlace } from './forms/form-place.ts';
import { useForms } from './forms/forms.tsx';
import { go } from './routes.ts';
import { useToast } from './ui/toast.tsx';

/** As long as the contract lets a place be. */
const LONGEST = 300;

/** Told this long after the last step, in milliseconds: a step must not wait for it. */
const TELL_AFTER = 150;

const said = {
  window: 'The window had to start again. Nothing was lost; what you were typing is still there.',
  program:
    'Evenhand was cut off the last time. Everything confirmed is in the ledger, and what you were typing is still there.',
} as const;

/** After a crash: back to where the owner was, with the form that was open, and a calm word about it. */
export function Recovered() {
  const { recovered, ledger } = useAppState();
  // Once in a window's life: the main process forgets it as soon as the window has painted.
  const [from] = useState(recovered);
  const toast = useToast();
  const forms = useForms();

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, whatever becomes of the window afterwards
  useEffect(() => {
    if (from === null) return;
    toast.show({ text: said[from.what] });
    if (ledger === null) return;
    const [path = '/', search = ''] = from.path.split('?');
    const parts = new URLSearchParams(search);
    const form = formFromPlace(parts.get('form') ?? '');
    parts.delete('form');
    go(parts.size === 0 ? path : `${path}?${parts}`, { replace: true });
    // A form closes when the place changes: it is opened in the place that was gone to.
    if (form !== null) setTimeout(() => forms.open(form));
  }, []);

  useTellPlace();
  return null;
}

/** Tells the main process where the owner is, for a start after a crash. */
function useTellPlace(): void {
  const { shown } = useForms();
  const form = shown === null ? null : formToPlace(shown);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const path = placeNow(form);
        void call('app.at', { path }).catch(() => undefined);
      }, TELL_AFTER);
    };
    tell();
    window.addEventListener('hashchange', tell);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('hashchange', tell);
    };
  }, [form]);
}

function placeNow(form: string | null): string {
  const here = window.location.hash.slice(1);
  const whole = form === null ? here : `${here}${here.includes('?') ? '&' : '?'}form=${form}`;
  const place = placeOf(whole);
  return place.length <= LONGEST ? place : (place.split('?')[0] ?? '/');
}
