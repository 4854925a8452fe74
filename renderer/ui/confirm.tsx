import { type ReactNode, useState } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import './confirm.css';

export interface ConfirmProps {
  readonly title: string;
  /** What the button says it does: a verb, never “OK”. */
  readonly action: string;
  readonly onConfirm: () => Promise<unknown>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks before something large is done. Focus starts on the way back; a failure is said here and keeps it open. */
export function Confirm({ title, action, onConfirm, onClose, children }: ConfirmProps) {
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const confirm = async () => {
    setBusy(true);
    setWrong(null);
    try {
      await onConfirm();
      onClose();
    } catch (error) {
      setWrong(error instanceof Error ? error.message : 'That did not work.');
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={title}
      size="s"
      onClose={onClose}
      // In a question before something large, Enter alone must not say yes.
      foot={
        <>
          <Button onClick={onClose} data-first>
            Leave it
          </Button>
          <Button variant="primary" onClick={() => void confirm()} disabled={busy}>
            {action}
          </Button>
        </>
      }
    >
      <div className="confirm-text">{children}</div>
      {wrong && (
        <p className="confirm-wrong" role="alert">
          {wrong}
        </p>
      )}
    </Dialog>
  );
}
