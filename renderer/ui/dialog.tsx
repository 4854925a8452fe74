import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './button.tsx';
import './dialog.css';

export interface DialogProps {
  readonly title: string;
  /** A line under the title. */
  readonly lead?: ReactNode;
  /** Null while what is under way has to come to its end, or be stopped: then nothing closes it. */
  readonly onClose: (() => void) | null;
  /** `side` is a panel on the right edge. */
  readonly size?: 's' | 'm' | 'l' | 'side';
  /** Buttons in a row that stays in view under the body. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

/**
 * The platform's modal dialog: it traps focus, makes the rest inert and closes on Esc. Focus goes to the element with
 * `data-first` (React's autoFocus comes before the dialog is shown, and goes nowhere), else to the first control, and
 * back to where it came from when it closes.
 */
export function Dialog({ title, lead, onClose, size = 'm', foot, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    // React's autoFocus has already moved focus inside by now: then `before` is no way back.
    const back = opener && !element?.contains(opener) ? opener : before;
    if (element && !element.open) {
      const wanted = element.contains(before) ? before : null;
      element.showModal();
      // Without a control the title takes focus: what is only read should not begin on its way out.
      const first =
        wanted ??
        element.querySelector('[data-first]') ??
        element.querySelector('.dialog-body :is(input, select, textarea, button):not([disabled])') ??
        element.querySelector('h2');
      if (first instanceof HTMLElement) first.focus();
    }
    return () => {
      if (element?.open) element.close();
      if (back instanceof HTMLElement && back.isConnected) back.focus();
    };
  }, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes it; the click on the veil is the mouse's way only
    <dialog
      ref={dialog}
      className={`dialog dialog-${size}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // Only this dialog's own Esc, not that of a control or a dialog inside it.
        if (event.target !== dialog.current) return;
        event.preventDefault();
        onClose?.();
      }}
      onClick={(event) => {
        if (size === 'side' && event.target === dialog.current) onClose?.();
      }}
    >
      <div className="dialog-sheet">
        <div className="dialog-head">
          <div>
            <h2 id={titleId} tabIndex={-1}>
              {title}
            </h2>
            {lead && <p>{lead}</p>}
          </div>
          {onClose && (
            <Button variant="quiet" icon="close" aria-label="Close" title="Close (Esc)" onClick={onClose} />
          )}
        </div>
        <div className="dialog-body">{children}</div>
        {foot && <div className="dialog-foot">{foot}</div>}
      </div>
    </dialog>
  );
}

/** The last element that had focus outside any dialog: where focus returns. */
let opener: HTMLElement | null = null;
document.addEventListener('focusin', (event) => {
  const target = event.target;
  if (target instanceof HTMLElement && target.closest('dialog') === null) opener = target;
});
