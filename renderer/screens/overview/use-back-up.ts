import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BackupPage } from '../../../shared/views/backups.ts';
import { type CallError, call, refresh } from '../../api.ts';
import { useToast } from '../../ui/toast.tsx';

/** Backs the ledger up to a file the owner chooses, sealed when a passphrase is given, and says how it went. */
export function useBackUp() {
  const queries = useQueryClient();
  const toast = useToast();
  // biome-ignore lint/suspicious/noConfusingVoidType: what makes `mutate()` without a passphrase possible
  return useMutation<BackupPage | null, CallError, string | void>({
    mutationFn: (passphrase) => call('backup.make', { passphrase: passphrase ?? null }),
    onSuccess: (page) => {
      // Null: the owner closed the dialog.
      if (page === null) return;
      refresh(queries);
      const name = page.newest?.fileName;
      if (name !== undefined) toast.show({ text: `Backed up to ${name}, read back and found whole.` });
    },
    onError: (error) =>
      toast.show({ text: error.message, tone: error.code === 'cancelled' ? 'plain' : 'problem' }),
  });
}
