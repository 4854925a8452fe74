import { type KeyboardEvent, useRef, useState } from 'react';
import type { Path, UseFormReturn } from 'react-hook-form';
import { type Cause, type CauseGroup, causeGroups } from '../../shared/complaints/complaint.ts';
import { useAsk, useWrite } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { Field, Select, TextInput } from '../ui/field.tsx';
import { useLine } from './lines.tsx';
import type { FormValues } from './use-draft-form.ts';

const groupLabels: Readonly<Record<CauseGroup, string>> = {
  inside: 'Inside: ours to mend',
  outside: 'Outside: somebody else’s part',
  between: 'Between us',
  client: 'The client’s side',
};
const OWN = 'own';

/** The cause, by its four groups, with a place to add one's own. */
export function CauseLine<Values extends FormValues & { causeId: number | null }>({
  form,
  hint = 'what went wrong, not who; it may come later',
}: {
  readonly form: UseFormReturn<Values>;
  readonly hint?: string;
}) {
  const line = useLine({ form, name: 'causeId' as Path<Values>, label: 'Cause' });
  const causes = useAsk('causes.list', {});
  const [adding, setAdding] = useState(false);
  const known = causes.data ?? [];
  const box = useRef<HTMLDivElement>(null);
  const leave = () => {
    setAdding(false);
    box.current?.querySelector('select')?.focus();
  };
  return (
    <div ref={box}>
      <Field label="Cause" hint={adding ? undefined : hint} error={line.error}>
        <Select
          {...line.rest}
          value={adding ? OWN : known.some((cause) => cause.id === line.number) ? (line.number ?? '') : ''}
          onChange={(event) => {
            const { value } = event.target;
            setAdding(value === OWN);
            if (value !== OWN) line.change(value === '' ? null : Number(value));
          }}
        >
          <option value="">not known yet</option>
          {causeGroups.map((group) => (
            <optgroup key={group} label={groupLabels[group]}>
              {known
                .filter((cause) => cause.group === group)
                .map((cause) => (
                  <option key={cause.id} value={cause.id}>
                    {cause.name}
                  </option>
                ))}
            </optgroup>
          ))}
          <option value={OWN}>Add your own…</option>
        </Select>
      </Field>
      {adding && (
        <OwnCause
          known={known}
          onAdded={(id) => {
            line.change(id);
            leave();
          }}
          onCancel={leave}
        />
      )}
    </div>
  );
}

function OwnCause({
  known,
  onAdded,
  onCancel,
}: {
  readonly known: readonly Cause[];
  readonly onAdded: (id: number) => void;
  readonly onCancel: () => void;
}) {
  const [name, setName] = useState('');
  const [group, setGroup] = useState<CauseGroup>('inside');
  const [problem, setProblem] = useState<string>();
  const write = useWrite('causes.add');
  const add = async () => {
    const same = known.find((cause) => cause.name.toLowerCase() === name.trim().toLowerCase());
    if (same) return onAdded(same.id);
    if (write.isPending) return;
    try {
      const written = await write.mutateAsync({ name, group });
      onAdded(written.id);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'That could not be added.');
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      // Enter here adds the cause; it must not send the complaint around it.
      event.preventDefault();
      void add();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onCancel();
    }
  };
  return (
    <div className="form-own-cause">
      <Field label="Your own cause" error={problem} required>
        <TextInput
          autoFocus
          value={name}
          maxLength={60}
          placeholder="tools left behind"
          onChange={(event) => setName(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </Field>
      <Field label="It is" required>
        <Select value={group} onChange={(event) => setGroup(event.target.value as CauseGroup)}>
          {causeGroups.map((value) => (
            <option key={value} value={value}>
              {groupLabels[value]}
            </option>
          ))}
        </Select>
      </Field>
      <div className="form-own-cause-do">
        <Button onClick={() => void add()} disabled={write.isPending}>
          Add
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
