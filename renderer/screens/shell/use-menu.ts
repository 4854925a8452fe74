import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { on, undo } from '../../api.ts';
import { useAppState, useSwitchLedger } from '../../app-state.tsx';
import { useForms } from '../../forms/forms.tsx';
import { go } from '../../routes.ts';
import { useToast } from '../../ui/toast.tsx';
import { useFind } from '../find/find.tsx';
import { useBackUp } from '../overview/use-back-up.ts';

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
