import { type ReactNode, useId, useMemo } from 'react';
import './field.css';
import { Wiring } from './field-wiring.ts';

export interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly required?: boolean;
  /** The control is a group (Choice): the label names it but can't focus it. */
  readonly group?: boolean;
  readonly children: ReactNode;
}

/** Label, one control, hint and error, tied together for the eye and for a screen reader. */
export function Field({ label, hint, error, required = false, group = false, children }: FieldProps) {
  const id = useId();
  const labelId = `${id}-label`;
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = [hint ? hintId : '', error ? errorId : ''].filter(Boolean).join(' ') || undefined;
  const wiring = useMemo(
    () => ({ id, labelId, describedBy, invalid: error !== undefined, required }),
    [id, labelId, describedBy, error, required],
  );
  const optionalMark = !required && <span className="field-optional"> optional</span>;
  return (
    <div className={`field${error ? ' field-wrong' : ''}`}>
      {group ? (
        <span className="field-label" id={labelId}>
          {label}
          {optionalMark}
        </span>
      ) : (
        <label className="field-label" id={labelId} htmlFor={id}>
          {label}
          {optionalMark}
        </label>
      )}
      <Wiring.Provider value={wiring}>{children}</Wiring.Provider>
      {hint && (
        <p className="field-hint" id={hintId}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={errorId} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

export {
  Check,
  Choice,
  type ChoiceOption,
  DayInput,
  Select,
  TextArea,
  TextInput,
  TimeInput,
} from './controls.tsx';
export { useFieldGroupProps, useFieldProps } from './field-wiring.ts';
export { MoneyInput, NumberInput } from './number-controls.tsx';
