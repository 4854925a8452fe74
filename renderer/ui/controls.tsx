import {
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react';
import type { Day } from '../../shared/dates.ts';
import { useFieldGroupProps, useFieldProps } from './field-wiring.ts';

export type InputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'type'> & {
  readonly ref?: Ref<HTMLInputElement>;
};

/** Native props and events throughout, so that react-hook-form's `register` can be spread on it. */
export function TextInput({
  className,
  ...rest
}: InputHTMLAttributes<HTMLInputElement> & { readonly ref?: Ref<HTMLInputElement> }) {
  return (
    <input
      type="text"
      autoComplete="off"
      {...useFieldProps()}
      {...rest}
      className={join('control', className)}
    />
  );
}

export function TextArea({
  className,
  rows = 3,
  ...rest
}: TextareaHTMLAttributes<HTMLTextAreaElement> & { readonly ref?: Ref<HTMLTextAreaElement> }) {
  return (
    <textarea
      rows={rows}
      {...useFieldProps()}
      {...rest}
      className={join('control control-long', className)}
    />
  );
}

export function Select({
  className,
  children,
  ...rest
}: SelectHTMLAttributes<HTMLSelectElement> & { readonly ref?: Ref<HTMLSelectElement> }) {
  return (
    <select {...useFieldProps()} {...rest} className={join('control control-select', className)}>
      {children}
    </select>
  );
}

/** The platform's date field; '' while empty or unfinished. */
export function DayInput({
  value,
  onChange,
  className,
  ...rest
}: InputProps & { readonly value: Day | ''; readonly onChange: (value: Day | '') => void }) {
  return (
    <input
      type="date"
      min="1900-01-01"
      max="2199-12-31"
      {...useFieldProps()}
      {...rest}
      className={join('control control-day', className)}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** The platform's time field, `HH:MM`; '' while empty. */
export function TimeInput({
  value,
  onChange,
  className,
  ...rest
}: InputProps & { readonly value: string; readonly onChange: (value: string) => void }) {
  return (
    <input
      type="time"
      {...useFieldProps()}
      {...rest}
      className={join('control control-day', className)}
      value={value}
      onChange={(event) => onChange(event.target.value.slice(0, 5))}
    />
  );
}

export interface ChoiceOption<T extends string | number> {
  readonly value: T;
  readonly label: ReactNode;
  /** Said under the choices while this one is chosen. */
  readonly note?: string;
}

/** Radio buttons as pills: one Tab stop, arrow keys choose. Use inside `<Field group>`. */
export function Choice<T extends string | number>({
  options,
  value,
  onChange,
  onBlur,
  disabled = false,
  autoFocus = false,
}: {
  readonly options: readonly ChoiceOption<T>[];
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  readonly onBlur?: () => void;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
}) {
  const name = useId();
  const note = options.find((option) => option.value === value)?.note;
  return (
    <div role="radiogroup" className="choice" {...useFieldGroupProps()}>
      <div className="choice-row">
        {options.map((option, index) => (
          <label key={option.value} className="choice-pill">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={disabled}
              // biome-ignore lint/a11y/noAutofocus: asked for by a dialog for its first control
              autoFocus={autoFocus && (value === null ? index === 0 : option.value === value)}
              onChange={() => onChange(option.value)}
              onBlur={onBlur}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {note && <p className="field-hint">{note}</p>}
    </div>
  );
}

/** A checkbox with its own label. */
export function Check({
  label,
  hint,
  className,
  ...rest
}: Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly ref?: Ref<HTMLInputElement>;
}) {
  return (
    <label className={join('check', className)}>
      <input type="checkbox" {...rest} />
      <span>
        {label}
        {hint && <span className="check-hint">{hint}</span>}
      </span>
    </label>
  );
}

export function join(own: string, extra: string | undefined): string {
  return extra ? `${own} ${extra}` : own;
}
