import type { NoteKind, noteKinds } from '../../shared/notes/note.ts';
import { useAppState } from '../app-state.tsx';
import { FormFrame } from './form-frame.tsx';
import type { FormParts } from './form-parts.ts';
import { ChoiceLine, DayLine, LongLine } from './lines.tsx';
import { useDraftForm } from './use-draft-form.ts';

type Values = { kind: string; words: string; notedOn: string };

const options = [
  {
    value: 'staff strain',
    label: 'Staff strain',
    note: 'Someone who works for you suffered from it. No names are needed.',
  },
  {
    value: 'boundary broken',
    label: 'Boundary broken',
    note: 'They went over a line you had drawn: came unannounced, shouted, took more than was agreed.',
  },
] as const satisfies readonly { value: (typeof noteKinds)[number]; label: string; note: string }[];

/** What is remembered of a client besides payments and complaints; weighed when parting is considered. */
export default function NoteForm({
  page,
  complaintId,
  kind,
  draftKey,
  stored,
  onClose,
}: FormParts & { readonly complaintId: number | null; readonly kind: NoteKind }) {
  const { today } = useAppState();
  const clientId = page?.client.id ?? 0;
  const about = page?.complaints.find((one) => one.id === complaintId) ?? null;
  const draft = useDraftForm<'notes.add', Values>({
    command: 'notes.add',
    draftKey,
    stored,
    defaults: { kind, words: '', notedOn: today },
    toInput: (values) => ({ ...values, kind: values.kind as NoteKind, clientId, complaintId }),
    onDone: onClose,
  });
  const { form } = draft;
  return (
    <FormFrame
      title="Note what happened"
      lead={page?.client.name}
      size="s"
      draft={draft}
      action="Note it"
      onClose={onClose}
    >
      {about && about.title !== null && <p className="form-note">About the complaint “{about.title}”.</p>}
      <ChoiceLine form={form} name="kind" label="What was it" options={options} required autoFocus />
      <LongLine form={form} name="words" label="What happened" rows={3} required />
      <DayLine form={form} name="notedOn" label="Day" required />
    </FormFrame>
  );
}
