import { type ClientField, type ClientFields, clientFields } from '../../shared/clients/client.ts';
import type { Twin } from '../../shared/contract.ts';
import { useAppState } from '../app-state.tsx';
import { go } from '../routes.ts';
import type { DraftValue } from './draft-keeper.ts';
import { FormFrame } from './form-frame.tsx';
import type { FormParts } from './form-parts.ts';
import { DayLine, type LineProps, LongLine, NumberLine, TextLine } from './lines.tsx';
import { TwinLines, useTwins } from './twin-lines.tsx';
import { type FormValues, useDraftForm } from './use-draft-form.ts';
import type { Heedless } from './warning-lines.tsx';

/** Add or edit a client. The fields come from `clientFields`: a new one there needs no change here. */
export default function ClientForm({ page, draftKey, stored, onClose }: FormParts) {
  const client = page?.client ?? null;
  const terms = useAppState().ledger?.termsDays;
  const draft = useDraftForm<'clients.add' | 'clients.edit', FormValues & Heedless>({
    command: client === null ? 'clients.add' : 'clients.edit',
    draftKey,
    stored,
    defaults: { ...defaultsOf(client), allTheSame: false },
    keeps: client === null ? 'all' : 'changed',
    ...(client === null ? {} : { onUnaltered: onClose }),
    toInput: (values) => {
      const { allTheSame, ...fields } = values;
      const typed = fields as unknown as ClientFields;
      return client === null ? { ...typed, allTheSame } : { ...typed, id: client.id };
    },
    onDone: (written) => {
      onClose();
      if (client === null) go(`/clients/${written.id}`);
    },
  });
  const [name, email] = draft.form.watch(['name', 'email']);
  const twins = useTwins(String(name ?? ''), String(email ?? ''), client?.id ?? null);
  // Told of under the field that says it: what is being typed stays where it is.
  const twinsBy: Partial<Record<keyof ClientFields, readonly Twin[]>> = {
    name: twins.filter(({ same }) => same !== 'e-mail'),
    email: twins.filter(({ same }) => same === 'e-mail'),
  };
  return (
    <FormFrame
      title={client === null ? 'New client' : 'Edit client'}
      lead={client?.name}
      draft={draft}
      action={client === null ? 'Add the client' : 'Save'}
      onClose={onClose}
    >
      <div className="form-pair">
        {laidOut(clientFields).map(({ field, wide }, index) => (
          <div key={field.key} className={wide ? 'form-wide' : undefined}>
            <ClientLine
              field={field}
              line={{
                form: draft.form,
                name: field.key,
                label: field.label,
                hint: hintOf(field, terms),
                required: index === 0,
                autoFocus: index === 0,
              }}
            />
            {(twinsBy[field.key]?.length ?? 0) > 0 && (
              <TwinLines draft={draft} twins={twinsBy[field.key] ?? []} adding={client === null} />
            )}
          </div>
        ))}
      </div>
    </FormFrame>
  );
}

function ClientLine({
  field,
  line,
}: {
  readonly field: ClientField;
  readonly line: LineProps<FormValues & Heedless>;
}) {
  switch (field.control) {
    case 'long':
      return <LongLine {...line} rows={2} />;
    case 'days':
      return <NumberLine {...line} unit="days" />;
    case 'day':
      return <DayLine {...line} />;
    case 'email':
      return <TextLine {...line} kind="email" />;
    case 'phone':
      return <TextLine {...line} kind="tel" />;
    case 'text':
      return <TextLine {...line} hint={undefined} placeholder={field.hint ?? ''} />;
  }
}

/**
 * Fields two in a row. The name and whatever runs over several lines take a row of their own, and so does a field
 * that would leave a hole beside it.
 */
export function laidOut(fields: readonly ClientField[]): { field: ClientField; wide: boolean }[] {
  const needsRow = (field: ClientField, index: number) => index === 0 || field.control === 'long';
  let left = true;
  return fields.map((field, index) => {
    const next = fields[index + 1];
    const alone = left && (next === undefined || needsRow(next, index + 1));
    const wide = needsRow(field, index) || alone;
    left = wide ? true : !left;
    return { field, wide };
  });
}

function hintOf(field: ClientField, terms: number | undefined): string | undefined {
  if (field.key === 'termsDays' && terms !== undefined) return `empty: your usual ${terms}`;
  return field.hint;
}

function defaultsOf(client: ClientFields | null): FormValues {
  const entries = clientFields.map((field): [string, DraftValue] => {
    const known = client?.[field.key] ?? null;
    return [field.key, known ?? (field.control === 'days' ? null : '')];
  });
  return Object.fromEntries(entries);
}
