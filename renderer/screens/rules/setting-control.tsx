import { severities } from '../../../shared/complaints/complaint.ts';
import { decisionKinds } from '../../../shared/decisions/decision.ts';
import type { RuleSetting } from '../../../shared/decisions/rules/rule.ts';
import { RUNG_NAMES } from '../../../shared/lateness/ladder.ts';
import { assertNever } from '../../../shared/result.ts';
import { useAsk } from '../../api.ts';
import { MoneyInput, NumberInput, Select } from '../../ui/field.tsx';

export interface SettingControlProps {
  readonly unit: RuleSetting['unit'];
  readonly value: number | string | null;
  readonly optional: boolean;
  /** Takes the focus when the editor opens. */
  readonly first: boolean;
  readonly onChange: (value: number | string | null) => void;
}

/** The control for one number or choice of a rule. */
export function SettingControl({ unit, value, optional, first, onChange }: SettingControlProps) {
  const number = typeof value === 'number' ? value : null;
  // The editor opens on the owner's click: the focus follows it there.
  const focus = { autoFocus: first };
  switch (unit) {
    case 'money':
      return <MoneyInput {...focus} value={number} onChange={onChange} />;
    case 'permille':
      return (
        <NumberInput
          {...focus}
          unit="%"
          decimals={1}
          value={number === null ? null : number / 10}
          onChange={(percent) => onChange(percent === null ? null : Math.round(percent * 10))}
        />
      );
    case 'count':
      return <NumberInput {...focus} value={number} onChange={onChange} />;
    case 'days':
    case 'hours':
      return <NumberInput {...focus} unit={unit} value={number} onChange={onChange} />;
    case 'rung':
      return (
        <Choose
          value={number}
          options={RUNG_NAMES.map((name, rung) => ({ value: rung, label: name })).slice(1)}
          onChange={onChange}
        />
      );
    case 'severity':
      return (
        <Choose
          value={number}
          options={severities.map((one) => ({ value: one.value, label: `${one.value}, ${one.label}` }))}
          onChange={onChange}
        />
      );
    case 'kind':
      return (
        <Select value={String(value ?? '')} onChange={(event) => onChange(event.target.value)}>
          {decisionKinds
            .filter((kind) => kind !== 'part ways')
            .map((kind) => (
              <option key={kind}>{kind}</option>
            ))}
        </Select>
      );
    case 'cause':
      return <ChooseCause value={number} optional={optional} onChange={onChange} />;
    default:
      return assertNever(unit);
  }
}

function Choose(props: {
  readonly value: number | null;
  readonly options: readonly { readonly value: number; readonly label: string }[];
  readonly none?: string | undefined;
  readonly onChange: (value: number | null) => void;
}) {
  const { value, options, none, onChange } = props;
  return (
    <Select
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
    >
      {none !== undefined && <option value="">{none}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  );
}

function ChooseCause(props: {
  readonly value: number | null;
  readonly optional: boolean;
  readonly onChange: (value: number | null) => void;
}) {
  const causes = useAsk('causes.list', {}).data ?? [];
  return (
    <Choose
      value={props.value}
      none={props.optional ? 'any of its group' : undefined}
      options={causes.map((cause) => ({ value: cause.id, label: cause.name }))}
      onChange={props.onChange}
    />
  );
}
