import { useCallback, useEffect, useRef, useState } from 'react';
import type { Rehearsal, RestoreLook } from '../../../shared/views/restore.ts';
import { CallError, call, on } from '../../api.ts';
import { useRestored } from './use-restored.ts';

export type RestoreStart = { readonly kind: 'choose' } | { readonly kind: 'look'; readonly backupId: string };

export type Phase =
  /** The system's dialog stands open: nothing to show yet. */
  | { readonly at: 'choosing' }
  | { readonly at: 'working'; readonly title: string; readonly step: string }
  | { readonly at: 'sealed'; readonly look: RestoreLook; readonly wrong: string | null }
  | { readonly at: 'preview'; readonly look: RestoreLook; readonly wrong: string | null }
  | { readonly at: 'rehearsed'; readonly look: RestoreLook; readonly rehearsal: Rehearsal }
  | { readonly at: 'refused'; readonly title: string; readonly message: string };

/** From choosing a backup to having it restored or checked: one dialog that changes its contents. */
export function useRestoreFlow(start: RestoreStart, aim: 'restore' | 'check', onClose: () => void) {
  const [phase, setPhase] = useState<Phase>(
    start.kind === 'choose'
      ? { at: 'choosing' }
      : { at: 'working', title: 'Looking into the backup', step: 'Copying' },
  );
  const token = useRef<string | null>(null);
  const { restored } = useRestored();

  const close = useCallback(() => {
    if (token.current !== null) void call('restore.forget', { token: token.current }).catch(() => undefined);
    onClose();
  }, [onClose]);

  const failed = useCallback(
    (title: string, error: unknown) => {
      // The owner stopped it: nothing to be told about.
      if (error instanceof CallError && error.code === 'cancelled') return close();
      const message = error instanceof Error ? error.message : 'That did not work.';
      setPhase({ at: 'refused', title, message });
    },
    [close],
  );

  const rehearse = useCallback(
    async (look: RestoreLook) => {
      setPhase({ at: 'working', title: 'Checking the backup', step: 'Restoring it into a temporary place' });
      try {
        const rehearsal = await call('restore.rehearse', { token: look.token });
        setPhase({ at: 'rehearsed', look, rehearsal });
      } catch (error) {
        failed('This backup did not pass', error);
      }
    },
    [failed],
  );

  const looked = useCallback(
    (look: RestoreLook | null) => {
      if (look === null) return onClose();
      token.current = look.token;
      if (look.preview === null) setPhase({ at: 'sealed', look, wrong: null });
      else if (aim === 'check') void rehearse(look);
      else setPhase({ at: 'preview', look, wrong: null });
    },
    [aim, onClose, rehearse],
  );

  const begin = useCallback(async () => {
    try {
      looked(
        start.kind === 'choose'
          ? await call('restore.choose', {})
          : await call('restore.look', { backupId: start.backupId }),
      );
    } catch (error) {
      failed('This backup can’t be restored', error);
    }
  }, [start, looked, failed]);

  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void begin();
  }, [begin]);

  // The first sign that a file was chosen.
  useEffect(
    () =>
      on('safety.progress', () =>
        setPhase((now) =>
          now.at === 'choosing' ? { at: 'working', title: 'Looking into the backup', step: 'Copying' } : now,
        ),
      ),
    [],
  );

  const unseal = async (look: RestoreLook, passphrase: string) => {
    setPhase({ at: 'working', title: 'Looking into the backup', step: 'Trying the passphrase' });
    try {
      looked(await call('restore.unseal', { token: look.token, passphrase }));
    } catch (error) {
      if (error instanceof CallError && error.field === 'passphrase')
        setPhase({ at: 'sealed', look, wrong: error.message });
      else failed('This backup can’t be restored', error);
    }
  };

  const confirm = async (look: RestoreLook) => {
    setPhase({ at: 'working', title: 'Restoring', step: 'Putting it beside the present ledger' });
    try {
      const state = await call('restore.confirm', { token: look.token });
      token.current = null;
      const back = look.preview?.how === 'replace' && look.preview.present !== null;
      onClose();
      restored(
        state,
        back
          ? 'Restored. The ledger as it stood before is kept aside.'
          : `Restored ${look.preview?.business ?? 'it'}, as ${state.ledger?.fileName ?? 'a ledger of its own'}.`,
        back,
      );
    } catch (error) {
      const message = error instanceof Error ? error.message : 'That did not work.';
      const stopped = error instanceof CallError && error.code === 'cancelled';
      setPhase({ at: 'preview', look, wrong: stopped ? null : message });
    }
  };

  const preview = (look: RestoreLook) => setPhase({ at: 'preview', look, wrong: null });
  return { phase, close, unseal, confirm, rehearse, preview };
}
