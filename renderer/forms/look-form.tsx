import { showDay } from '../../shared/dates.ts';
import { useAppState } from '../app-state.tsx';
import { FormFrame } from './form-frame.tsx';
import type { FormParts } from './form-parts.ts';
import { DayLine } from './lines.tsx';
import { LookLines, type LookValues, lookOf, noLook } from './look-lines.tsx';
import { useDraftForm } from './use-draft-form.ts';

type Values = LookValues & { lookedOn: string };

/** “Look inside first”: the four inside causes, looked at with one client in mind. */
export default function LookForm({ page, draftKey, stored, onClose }: FormParts) {
  const { today } = useAppState();
  const clientId = page?.client.id ?? 0;
  const last = page?.look ?? null;
  const draft = useDraftForm<'looks.add', Values>({
    command: 'looks.add',
    draftKey,
    stored,
    defaults: { ...noLook, lookedOn: today },
    toInput: (values) => ({ ...lookOf(values), lookedOn: values.lookedOn, clientId }),
    onDone: onClose,
  });
  const { form } = draft;
  return (
    <FormFrame
      title="Look inside"
      lead={page?.client.name}
      draft={draft}
      action="Write it down"
      onClose={onClose}
    >
      {last && (
        <p className="form-note">
          Last looked on {showDay(last.lookedOn)}: {last.found}
        </p>
      )}
      <LookLines form={form} autoFocus />
      <DayLine form={form} name="lookedOn" label="Looked on" required />
    </FormFrame>
  );
}
