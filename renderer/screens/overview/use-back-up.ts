import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AppState } from '../../../shared/contract.ts';
import { type CallError, call, keyOf } from '../../api.ts';
import { useToast } from '../../ui/toast.tsx';

/** Backs the ledger up to a file the owner chooses, and says how it went. */
export function useBackUp() {
  const queries = useQueryClient();
  const toast = useToast();
  return useMutation<AppState | null, CallError>({
    mutationFn: () => call('backup.make', {}),
    onSuccess: (state) => {
      // Null: the owner closed the dialog.
      if (state === null) return;
      queries.setQueryData(keyOf('app.state', {}), state);
      const name = state.ledger?.lastBackup?.fileName;
      if (name !== undefined) toast.show({ text: `Backed up to ${name}, read back and found whole.` });
    },
    onError: (error) => toast.show({ text: error.message, tone: 'problem' }),
  });
}
