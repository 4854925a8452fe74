import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AppState } from '../../../shared/contract.ts';
import { call } from '../../api.ts';
import { adopt } from '../../app-state.tsx';
import { useToast } from '../../ui/toast.tsx';

/** What follows once another ledger lies on the desk: the window takes it up and says how to go back. */
export function useRestored() {
  const queries = useQueryClient();
  const { show } = useToast();
  return useMemo(() => {
    const problem = (error: unknown) =>
      show({ text: error instanceof Error ? error.message : 'That did not work.', tone: 'problem' });
    const goBack = async () => {
      try {
        adopt(queries, await call('restore.goBack', {}));
        show({ text: 'Back at the ledger as it stood before. The one just left is kept aside in turn.' });
      } catch (error) {
        problem(error);
      }
    };
    const restored = (state: AppState, text: string, back: boolean) => {
      adopt(queries, state);
      show({ text, ...(back ? { action: { label: 'Go back', run: () => void goBack() } } : {}) });
    };
    return { restored, goBack };
  }, [queries, show]);
}
