import type { Path } from 'react-hook-form';
import { CheckLine, type LineProps, LongLine } from './lines.tsx';
import './look-lines.css';
import type { FormValues } from './use-draft-form.ts';

/** A look inside as it is typed. */
export type LookValues = {
  process: boolean;
  communication: boolean;
  value: boolean;
  training: boolean;
  found: string;
};

export const noLook: LookValues = {
  process: false,
  communication: false,
  value: false,
  training: false,
  found: '',
};

/** The four inside causes, in the order they are always asked. */
export const insideCauses: readonly {
  readonly key: 'process' | 'communication' | 'value' | 'training';
  readonly label: string;
  readonly hint: string;
}[] = [
  { key: 'process', label: 'Process breakdown', hint: 'a step that failed, or was never there' },
  { key: 'communication', label: 'Poor communication', hint: 'they could not know, or nobody answered' },
  { key: 'value', label: 'Too little value for the price', hint: 'what they got against what they paid' },
  { key: 'training', label: 'Staff training', hint: 'something nobody was ever shown' },
];

/** Only the look's part of a form's values. */
export function lookOf({ process, communication, value, training, found }: LookValues): LookValues {
  return { process, communication, value, training, found };
}

/** “Look inside first”: tick where something of ours was found, and write down what. */
export function LookLines<Values extends FormValues & LookValues>({
  form,
  autoFocus = false,
}: Pick<LineProps<Values>, 'form' | 'autoFocus'>) {
  return (
    <fieldset className="look-lines">
      <legend>Look inside first</legend>
      <p className="form-note">Tick where something of ours had a part in it. None is an answer too.</p>
      <div className="look-causes">
        {insideCauses.map(({ key, label, hint }, index) => (
          <CheckLine
            key={key}
            form={form}
            name={key as Path<Values>}
            label={label}
            hint={hint}
            autoFocus={autoFocus && index === 0}
          />
        ))}
      </div>
      <LongLine
        form={form}
        name={'found' as Path<Values>}
        label="What you found"
        hint="Without blame, and even if it is nothing."
        required
      />
    </fieldset>
  );
}
