import { useEffect } from 'react';
import { on } from '../../api.ts';
import { useAppState, useSwitchLedger } from '../../app-state.tsx';
import { useForms } from '../../forms/forms.tsx';
import { go } from '../../routes.ts';
import { useFind } from '../find/find.tsx';
import { useBackUp } from '../overview/use-back-up.ts';

/**
 * Ctrl+P on a client's screen leads to their summary; anywhere else to what was printed before. On the preview itself
 * it prints, which is that screen's to do: null.
 */
function printPath(hash: string): string | null {
  if (/^#\/print(\?|$)/.test(hash)) return null;
  const client = /^#\/clients\/(\d+)/.exec(hash)?.[1];
  return client === undefined ? '/prints' : `/print?kind=client-summary&version=me&clients=${client}`;
}

/** The system's menu speaks to the window by name. Without a ledger only opening one means anything. */
export function useMenu(): void {
  const find = useFind();
  const forms = useForms();
  const hasLedger = useAppState().ledger !== null;
  const { mutate: choose } = useSwitchLedger('ledger.choose');
  const { mutate: back } = useBackUp();
  useEffect(
    () =>
      on('menu.chosen', ({ item }) => {
        if (item === 'openLedger') return choose({});
        if (item === 'restore') return go(hasLedger ? '/safe?do=restore' : '/?do=restore');
        if (!hasLedger) return;
        switch (item) {
          case 'find':
            return find.open();
          case 'newClient':
            return forms.open({ form: 'client' });
          case 'backup':
            return back();
          case 'undo':
          case 'redo':
            // The shell's: a large one is asked first.
            return;
          case 'print': {
            const path = printPath(window.location.hash);
            return path === null ? undefined : go(path);
          }
          case 'staffSheet':
            return go('/print?kind=staff-sheet');
          case 'month':
            return go('/print?kind=month');
          case 'exports':
            return go('/safe?do=exports');
          case 'history':
          case 'safe':
          case 'overview':
          case 'clients':
          case 'desk':
          case 'outcomes':
          case 'lessons':
          case 'rules':
          case 'import':
          case 'settings':
            return go(`/${item}`);
        }
      }),
    [find, forms, hasLedger, choose, back],
  );
}
