import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef } from 'react';
import { useAppState } from '../app-state.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import './forms.css';
import type { DraftForm, FormValues } from './use-draft-form.ts';

export interface FormFrameProps<Values extends FormValues> {
  readonly title: string;
  /** Whom or what it is about, under the title. */
  readonly lead?: ReactNode;
  readonly size?: 's' | 'm' | 'l';
  readonly draft: DraftForm<Values>;
  /** What the button does, in a verb: “Log the complaint”. */
  readonly action: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The dialog around every form: its draft's line, its one solid button, Ctrl or Cmd+Enter from anywhere in it. */
export function FormFrame<Values extends FormValues>({
  title,
  lead,
  size = 'm',
  draft,
  action,
  onClose,
  children,
}: FormFrameProps<Values>) {
  const id = useId();
  const box = useRef<HTMLFormElement>(null);
  useFirstFocus(box);
  const mac = useAppState().platform === 'mac';
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    // Said here and not left to the platform: the button stands outside the form, in the dialog's foot.
    const sends = event.ctrlKey || event.metaKey || event.target instanceof HTMLInputElement;
    if (event.key !== 'Enter' || !sends || event.defaultPrevented || event.nativeEvent.isComposing) return;
    event.preventDefault();
    draft.submit();
  };
  const foot = (
    <>
      <span className="form-keys">
        <kbd>{mac ? '⌘ Enter' : 'Ctrl Enter'}</kbd> {lowerFirst(action)}
      </span>
      <Button onClick={onClose} title="What you typed is kept">
        Close
      </Button>
      <Button variant="primary" type="submit" form={id} disabled={draft.busy}>
        {action}
      </Button>
    </>
  );
  return (
    <Dialog title={title} lead={lead} onClose={onClose} size={size} foot={foot}>
      <form
        id={id}
        ref={box}
        className="form"
        noValidate
        onSubmit={draft.submit}
        onKeyDown={onKeyDown}
        onBlur={draft.saveNow}
      >
        {draft.restored && (
          <p className="form-restored">
            <Icon name="undo" />
            <span>Brought back what you had typed.</span>
            <button type="button" className="form-link" onClick={draft.startAfresh}>
              Start afresh
            </button>
          </p>
        )}
        {children}
        {draft.failure !== null && (
          <p className="form-failure" role="alert">
            <Icon name="warning" />
            <span>{draft.failure}</span>
          </p>
        )}
      </form>
    </Dialog>
  );
}

/**
 * Puts the focus where the form begins. React's own `autoFocus` comes too early: a dialog that is not open yet can't
 * hold the focus. An amount is selected, for the first digit typed is meant to replace what was proposed.
 */
function useFirstFocus(form: RefObject<HTMLFormElement | null>) {
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('[data-first]');
    const control = first?.matches('input, select, textarea')
      ? first
      : // In one selector the first pill would win over the chosen one: results come in the page's order.
        (first?.querySelector<HTMLElement>('input:checked') ?? first?.querySelector<HTMLElement>('input'));
    control?.focus();
    if (control instanceof HTMLInputElement && control.inputMode === 'decimal') control.select();
  }, [form]);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
