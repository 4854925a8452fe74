import { type ReactNode, useRef } from 'react';
import { type Path, type UseFormReturn, useController } from 'react-hook-form';
import {
  Check,
  Choice,
  type ChoiceOption,
  DayInput,
  Field,
  MoneyInput,
  NumberInput,
  Select,
  TextArea,
  TextInput,
  TimeInput,
} from '../ui/field.tsx';
import type { DraftValue } from './draft-keeper.ts';
import type { FormValues } from './use-draft-form.ts';

/** One line of a form: label, control, hint and error of the field `name`. */
export interface LineProps<Values extends FormValues> {
  readonly form: UseFormReturn<Values>;
  readonly name: Path<Values>;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly required?: boolean;
  /** Where the focus is when the form opens; see `useFirstFocus`. */
  readonly autoFocus?: boolean;
  /** Fields whose rule looks at this one too: checked again when it changes. */
  readonly also?: Path<Values>[];
  /** The owner changed it, as opposed to the form. */
  readonly onTyped?: (value: DraftValue) => void;
}

export function useLine<Values extends FormValues>({ form, name, also, onTyped }: LineProps<Values>) {
  const { field, fieldState } = useController({
    control: form.control,
    name,
    ...(also ? { rules: { deps: also } } : {}),
  });
  const value: DraftValue = field.value;
  return {
    value,
    text: typeof value === 'string' ? value : '',
    number: typeof value === 'number' ? value : null,
    change: (next: DraftValue) => {
      field.onChange(next);
      onTyped?.(next);
    },
    /** For the control's element, so that a refused form can put the focus there. */
    rest: { name, onBlur: field.onBlur, ref: field.ref },
    error: fieldState.error?.message,
  };
}
type Line = ReturnType<typeof useLine>;

function Framed<Values extends FormValues>({
  props,
  line,
  group = false,
  children,
}: {
  readonly props: LineProps<Values>;
  readonly line: Line;
  readonly group?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <Field
      label={props.label}
      hint={props.hint}
      error={line.error}
      required={props.required ?? false}
      group={group}
    >
      {children}
    </Field>
  );
}

export function TextLine<Values extends FormValues>({
  kind = 'text',
  list,
  placeholder,
  ...props
}: LineProps<Values> & {
  readonly kind?: 'text' | 'email' | 'tel';
  /** Id of a `<datalist>` with what was typed here before. */
  readonly list?: string;
  readonly placeholder?: string;
}) {
  const line = useLine(props);
  return (
    <Framed props={props} line={line}>
      <TextInput
        type={kind}
        {...line.rest}
        {...(list ? { list } : {})}
        {...(placeholder ? { placeholder } : {})}
        data-first={props.autoFocus || undefined}
        value={line.text}
        onChange={(event) => line.change(event.target.value)}
      />
    </Framed>
  );
}

export function LongLine<Values extends FormValues>({
  rows = 2,
  ...props
}: LineProps<Values> & { readonly rows?: number }) {
  const line = useLine(props);
  return (
    <Framed props={props} line={line}>
      <TextArea
        rows={rows}
        {...line.rest}
        data-first={props.autoFocus || undefined}
        value={line.text}
        onChange={(event) => line.change(event.target.value)}
      />
    </Framed>
  );
}

export function MoneyLine<Values extends FormValues>(props: LineProps<Values>) {
  const line = useLine(props);
  return (
    <Framed props={props} line={line}>
      <MoneyInput
        {...line.rest}
        data-first={props.autoFocus || undefined}
        value={line.number}
        onChange={line.change}
      />
    </Framed>
  );
}

export function NumberLine<Values extends FormValues>({
  unit,
  ...props
}: LineProps<Values> & { readonly unit?: string }) {
  const line = useLine(props);
  return (
    <Framed props={props} line={line}>
      <NumberInput
        {...line.rest}
        {...(unit ? { unit } : {})}
        data-first={props.autoFocus || undefined}
        value={line.number}
        onChange={line.change}
      />
    </Framed>
  );
}

export function DayLine<Values extends FormValues>(props: LineProps<Values>) {
  const line = useLine(props);
  return (
    <Framed props={props} line={line}>
      <DayInput
        {...line.rest}
        data-first={props.autoFocus || undefined}
        value={line.text}
        onChange={line.change}
      />
    </Framed>
  );
}

export function TimeLine<Values extends FormValues>(props: LineProps<Values>) {
  const line = useLine(props);
  return (
    <Framed props={props} line={line}>
      <TimeInput {...line.rest} value={line.text} onChange={line.change} />
    </Framed>
  );
}

/** A select over ids; the empty first choice, where there is one, is null. */
export function PickLine<Values extends FormValues>({
  none,
  children,
  ...props
}: LineProps<Values> & {
  /** What "none of them" is called; without it one must be chosen. */
  readonly none?: string;
  /** `<option>`s and `<optgroup>`s with ids as values. */
  readonly children: ReactNode;
}) {
  const line = useLine(props);
  return (
    <Framed props={props} line={line}>
      <Select
        {...line.rest}
        data-first={props.autoFocus || undefined}
        value={line.number ?? ''}
        onChange={(event) => line.change(event.target.value === '' ? null : Number(event.target.value))}
      >
        {none !== undefined && <option value="">{none}</option>}
        {children}
      </Select>
    </Framed>
  );
}

export function ChoiceLine<Values extends FormValues, T extends string | number>({
  options,
  ...props
}: LineProps<Values> & { readonly options: readonly ChoiceOption<T>[] }) {
  const line = useLine(props);
  const group = useRef<HTMLDivElement>(null);
  const { ref, onBlur } = line.rest;
  return (
    <Framed props={props} line={line} group>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only watches the focus leave the pills */}
      <div
        data-first={props.autoFocus || undefined}
        ref={(element) => {
          group.current = element;
          // A radio group has no element of its own to focus: its chosen or first pill stands for it.
          ref(
            element && {
              focus: () => {
                const pill =
                  element.querySelector<HTMLInputElement>('input:checked') ?? element.querySelector('input');
                pill?.focus();
              },
            },
          );
        }}
        onBlur={(event) => {
          // Moving between the pills is not leaving the field.
          if (!group.current?.contains(event.relatedTarget)) onBlur();
        }}
      >
        <Choice
          options={options}
          value={(line.value === '' ? null : line.value) as T | null}
          onChange={line.change}
        />
      </div>
    </Framed>
  );
}

/** A checkbox carries its own label, so it has no frame. */
export function CheckLine<Values extends FormValues>(props: LineProps<Values>) {
  const line = useLine(props);
  return (
    <Check
      label={props.label}
      hint={props.hint}
      {...line.rest}
      checked={line.value === true}
      onChange={(event) => line.change(event.target.checked)}
    />
  );
}
