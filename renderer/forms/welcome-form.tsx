import { showDay } from '../../shared/dates.ts';
import { FormFrame } from './form-frame.tsx';
import type { FormParts } from './form-parts.ts';
import { LongLine } from './lines.tsx';
import { useDraftForm } from './use-draft-form.ts';

type Values = { why: string };

/** Welcome a client back after ways were parted, with what has changed. The red flag is another matter. */
export default function WelcomeForm({ page, draftKey, stored, onClose }: FormParts) {
  const clientId = page?.client.id ?? 0;
  const flag = page?.flag ?? null;
  const draft = useDraftForm<'partings.welcomeBack', Values>({
    command: 'partings.welcomeBack',
    draftKey,
    stored,
    defaults: { why: '' },
    toInput: (values) => ({ ...values, clientId }),
    onDone: onClose,
  });
  return (
    <FormFrame
      title={`Welcome ${page?.client.name ?? 'them'} back`}
      lead={
        page?.partedOn
          ? `Ways ${page.partedOn > page.asOf ? 'part' : 'parted'} on ${showDay(page.partedOn)}`
          : undefined
      }
      size="s"
      draft={draft}
      action="Welcome them back"
      onClose={onClose}
    >
      <LongLine form={draft.form} name="why" label="What has changed" rows={3} required autoFocus />
      {flag && (
        <p className="form-note">
          <b>The red flag still stands:</b> “{flag.instruction}” Lift it afterwards, once you see that it can
          go.
        </p>
      )}
    </FormFrame>
  );
}
