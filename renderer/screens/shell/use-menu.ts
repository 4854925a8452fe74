import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { on, redo, undo } from '../../api.ts';
import { useAppState, useSwitchLedger } from '../../app-state.tsx';
import { useForms } from '../../forms/forms.tsx';
import { go } from '../../routes.ts';
import { useToast } from '../../ui/toast.tsx';
import { useFind } from '../find/find.tsx';
import { useBackUp } from '../overview/use-back-up.ts';

/** Ctrl+P on a client's screen prints their summary; anywhere else it leads to what was printed before. */
function printPath(hash: string): string {
  const client = /^#\/clients\/(\d+)/.exec(hash)?.[1];
  return client === undefined ? '/prints' : `/print?kind=client-summary&version=me&clients=${client}`;
}

/** The system's menu speaks to the window by name. Without a ledger only opening one means anything. */
export function useMenu(): void {
  const find = useFind();
  const forms = useForms();
  const queries = useQueryClient();
  const toast = useToast();
  const hasLedger = useAppState().ledger !== null;
  const { mutate: choose } = useSwitchLedger('ledger.choose');
  const { mutate: back } = useBackUp();
  useEffect(
    () =>
      on('menu.chosen', ({ item, changeId }) => {
        if (item === 'openLedger') return choose({});
        if (!hasLedger) return;
        switch (item) {
          case 'find':
            return find.open();
          case 'newClient':
            return forms.open({ form: 'client' });
          case 'undo':
            return void (changeId !== undefined && undo(changeId, queries, toast));
          case 'backup':
            return back();
          case 'redo':
            return void (changeId !== undefined && redo(changeId, queries, toast));
          case 'print':
            return go(printPath(window.location.hash));
          case 'staffSheet':
            return go('/print?kind=staff-sheet');
          case 'month':
            return go('/print?kind=month');
          case 'restore':
            return go('/safe?do=restore');
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
    [find, forms, queries, toast, hasLedger, choose, back],
  );
}
