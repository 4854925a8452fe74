import { type FormEvent, useState } from 'react';
import type { RuleSetting } from '../../../shared/decisions/rules/rule.ts';
import type { RuleLine } from '../../../shared/views/rules.ts';
import { useWrite } from '../../api.ts';
import { capitalised } from '../../capitalised.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { SettingControl } from './setting-control.tsx';

type Values = Record<string, number | string | null>;

/** The numbers of a rule and what it was born from; the rule itself says what it can't take. */
export function RuleEditor({ rule, onClose }: { readonly rule: RuleLine; readonly onClose: () => void }) {
  const [values, setValues] = useState<Values>({ ...rule.settings });
  const [bornOf, setBornOf] = useState(rule.bornOf ?? '');
  const set = useWrite('rules.set');
  const unreadable = rule.fields.find((field) => Number.isNaN(values[field.key]));
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (unreadable) return;
    set.mutate(
      {
        key: rule.key,
        // Whoever fills in what a rule lacked means to use it.
        on: rule.on || lacks(rule.fields, rule.settings),
        settings: values,
        bornOf,
        bornComplaintId: rule.bornComplaint?.id ?? null,
      },
      { onSuccess: onClose },
    );
  };
  const said = (field: RuleSetting) => {
    if (unreadable === field) return 'That is no number.';
    return set.error?.field === `settings.${field.key}` ? set.error.message : undefined;
  };
  const elsewhere = set.error !== null && !rule.fields.some((field) => said(field) !== undefined);
  return (
    <form
      className="rules-editor"
      onSubmit={save}
      noValidate
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <div className="rules-fields">
        {rule.fields.map((field, index) => (
          <Field
            key={field.key}
            label={capitalised(field.label)}
            required={field.optional !== true}
            error={said(field)}
            group={field.unit === 'kind'}
          >
            <SettingControl
              unit={field.unit}
              value={values[field.key] ?? null}
              optional={field.optional === true}
              first={index === 0}
              onChange={(value) => setValues({ ...values, [field.key]: value })}
            />
          </Field>
        ))}
        <Field label="Born from" hint="what happened, so that you know in two years">
          <TextInput
            value={bornOf}
            maxLength={500}
            placeholder="after the flooded kitchen, 2025"
            onChange={(event) => setBornOf(event.target.value)}
          />
        </Field>
      </div>
      {elsewhere && (
        <p className="rules-trouble" role="alert">
          {set.error?.message}
        </p>
      )}
      <div className="rules-actions">
        <Button type="submit" disabled={set.isPending}>
          Save
        </Button>
        <Button variant="quiet" onClick={onClose}>
          Leave it as it was
        </Button>
      </div>
    </form>
  );
}

const lacks = (fields: readonly RuleSetting[], settings: RuleLine['settings']) =>
  fields.some((field) => field.optional !== true && (settings[field.key] ?? null) === null);
