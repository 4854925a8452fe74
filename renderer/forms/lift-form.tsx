import { showDay } from '../../shared/dates.ts';
import { useAppState } from '../app-state.tsx';
import { FormFrame } from './form-frame.tsx';
import type { FormParts } from './form-parts.ts';
import { DayLine, LongLine } from './lines.tsx';
import { useDraftForm } from './use-draft-form.ts';

type Values = { reason: string; liftedOn: string };

/** Lift a red flag, with the reason why it can go. */
export default function LiftForm({ page, draftKey, stored, onClose }: FormParts) {
  const { today } = useAppState();
  const clientId = page?.client.id ?? 0;
  const flag = page?.flag ?? null;
  const draft = useDraftForm<'flags.lift', Values>({
    command: 'flags.lift',
    draftKey,
    stored,
    defaults: { reason: '', liftedOn: today },
    toInput: (values) => ({ ...values, clientId }),
    onDone: onClose,
  });
  const { form } = draft;
  return (
    <FormFrame
      title="Lift the red flag"
      lead={page?.client.name}
      size="s"
      draft={draft}
      action="Lift the red flag"
      onClose={onClose}
    >
      {flag && (
        <p className="form-note">
          <b>{flag.instruction}</b>
          <br />
          Since {showDay(flag.raisedOn)}: {flag.reason}
        </p>
      )}
      <LongLine form={form} name="reason" label="Why it can go" required autoFocus />
      <DayLine form={form} name="liftedOn" label="Lifted on" required />
    </FormFrame>
  );
}
