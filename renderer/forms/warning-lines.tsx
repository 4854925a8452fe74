import { type ReactNode, useEffect } from 'react';
import { type Path, type UseFormReturn, useController } from 'react-hook-form';
import type { Warning } from '../../shared/warnings/warning.ts';
import { Check } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { DecisionMark } from '../ui/marks.tsx';
import type { DraftForm, FormValues } from './use-draft-form.ts';
import './warning-lines.css';

/** What a form that can be sent against a warning holds. */
export type Heedless = { allTheSame: boolean };

/**
 * Why this should be thought over, with what staff are told, and the tick without which it is not sent. Empty where
 * nothing speaks against it.
 */
export function WarningLines<Values extends FormValues & Heedless>({
  draft,
  warnings,
  action,
  children,
}: {
  readonly draft: DraftForm<Values>;
  readonly warnings: readonly Warning[];
  /** What is done all the same: “Add the invoice all the same”. */
  readonly action: string;
  readonly children?: ReactNode;
}) {
  useFreshTick(draft);
  if (warnings.length === 0) return null;
  return (
    <section className="warned" aria-label="Think this over">
      <ul>
        {once(warnings).map((warning) => (
          <li key={`${warning.kind}-${warning.clientId}-${warning.rule}`}>
            <WarningIcon kind={warning.kind} />
            <p>
              {warning.instruction !== null && <b>{warning.instruction}</b>} <span>{warning.text}</span>
            </p>
          </li>
        ))}
      </ul>
      {children}
      <Tick form={draft.form} action={action} />
    </section>
  );
}

/** A tick of an earlier time was for what stood there then. */
function useFreshTick<Values extends FormValues & Heedless>({ form, restored }: DraftForm<Values>) {
  const { setValue } = form;
  useEffect(() => {
    if (restored) setValue('allTheSame' as Path<Values>, false as never);
  }, [restored, setValue]);
}

function Tick<Values extends FormValues & Heedless>({
  form,
  action,
}: {
  readonly form: UseFormReturn<Values>;
  readonly action: string;
}) {
  const { field, fieldState } = useController({ control: form.control, name: 'allTheSame' as Path<Values> });
  const wrong = fieldState.error !== undefined && field.value !== true;
  return (
    <>
      <Check
        label={action}
        name={field.name}
        ref={field.ref}
        onBlur={field.onBlur}
        checked={field.value === true}
        onChange={(event) => field.onChange(event.target.checked)}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? 'warned-error' : undefined}
      />
      {wrong && (
        <p className="field-error" id="warned-error" role="alert">
          Tick this to go on. It is noted with the client.
        </p>
      )}
    </>
  );
}

function WarningIcon({ kind }: { readonly kind: Warning['kind'] }) {
  switch (kind) {
    case 'parted':
      return <DecisionMark kind="part ways" size={16} />;
    case 'rule':
      return <Icon name="cross" />;
    case 'lapsed':
      return <DecisionMark kind="coupon" size={16} />;
    default:
      return <Icon name="flag" />;
  }
}

/** A flag and a parting may tell staff the same: once is enough. */
function once(warnings: readonly Warning[]): readonly Warning[] {
  const said = new Set<string>();
  return warnings.map((warning) => {
    if (warning.instruction === null || !said.has(warning.instruction)) {
      if (warning.instruction !== null) said.add(warning.instruction);
      return warning;
    }
    return { ...warning, instruction: null };
  });
}
