import { useEffect, useRef, useState } from 'react';
import { useAsk } from '../api.ts';
import { useAppState } from '../app-state.tsx';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { CauseLine } from './cause-line.tsx';
import { ClientPicker } from './client-picker.tsx';
import {
  AboutInvoiceLine,
  AskedLines,
  ChannelLine,
  FaultLine,
  ListenerLine,
  MomentLine,
  ReviewLines,
  SeverityLine,
  TitleLine,
} from './complaint-lines.tsx';
import {
  type ComplaintValues,
  complaintInputOf,
  laterFields,
  newComplaint,
  timeNow,
} from './complaint-values.ts';
import { FormFrame } from './form-frame.tsx';
import type { FormParts } from './form-parts.ts';
import { DayLine, LongLine, useLine } from './lines.tsx';
import { type DraftForm, useDraftForm } from './use-draft-form.ts';

/** Log a complaint while the client is on the phone: their words first, everything that can wait below. */
export default function ComplaintForm({ page, draftKey, stored, onClose }: FormParts) {
  const { today } = useAppState();
  const client = page?.client ?? null;
  const draft = useDraftForm<'complaints.add', ComplaintValues>({
    command: 'complaints.add',
    draftKey,
    stored,
    defaults: newComplaint(client, today, timeNow()),
    toInput: (values) => ({ ...complaintInputOf(values), clientId: values.clientId ?? 0 }),
    words: { clientId: 'Who is it from?', severity: 'Choose one of the four.' },
    onDone: onClose,
  });
  const { form } = draft;
  return (
    <FormFrame
      title="Log a complaint"
      lead={client?.name}
      size="l"
      draft={draft}
      action="Log the complaint"
      onClose={onClose}
    >
      {client === null && <ClientLine draft={draft} />}
      <div className="form-halves">
        <LongLine
          form={form}
          name="words"
          label="What did they say, in their own words?"
          rows={3}
          required
          autoFocus={client !== null}
        />
        <LongLine form={form} name="wants" label="What do they want?" rows={3} />
      </div>
      <SeverityLine form={form} />
      <ChannelLine form={form} />
      <div className="form-halves">
        <ListenerLine form={form} />
        <MomentLine form={form} day="receivedOn" time="receivedTime" label="Received" required />
      </div>
      <Later draft={draft} />
    </FormFrame>
  );
}

function ClientLine({ draft }: { readonly draft: DraftForm<ComplaintValues> }) {
  const line = useLine({ form: draft.form, name: 'clientId', label: 'Client' });
  return (
    <Field label="Client" error={line.error} required>
      <ClientPicker
        autoFocus
        name={draft.form.watch('clientName')}
        inputRef={line.rest.ref}
        onBlur={line.rest.onBlur}
        onPick={(client) => {
          draft.form.setValue('clientName', client?.name ?? '');
          draft.form.setValue('invoiceId', null);
          line.change(client?.id ?? null);
        }}
      />
    </Field>
  );
}

/** What may come later; opens by itself when something in it was typed before, or is refused. */
function Later({ draft }: { readonly draft: DraftForm<ComplaintValues> }) {
  const { form } = draft;
  const [open, setOpen] = useState(() => laterFields.some((name) => isFilled(form.getValues(name))));
  const { errors } = form.formState;
  const refused = laterFields.some((name) => errors[name] !== undefined);
  useEffect(() => {
    if (refused) setOpen(true);
  }, [refused]);
  const box = useRef<HTMLDetailsElement>(null);
  return (
    <details
      className="form-more"
      ref={box}
      open={open}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
        if (event.currentTarget.open) box.current?.scrollIntoView({ block: 'nearest' });
      }}
    >
      <summary>
        <Icon name="next" />
        What can come later
        <span>cause, whose side, first reply, what you want, review</span>
      </summary>
      {open && <LaterLines draft={draft} />}
    </details>
  );
}

function LaterLines({ draft }: { readonly draft: DraftForm<ComplaintValues> }) {
  const { form } = draft;
  const clientId = form.watch('clientId');
  const page = useAsk('clients.page', { clientId: clientId ?? 0 }, { enabled: clientId !== null });
  return (
    <div className="form-column">
      <div className="form-three">
        <CauseLine form={form} />
        <LongLine form={form} name="weWant" label="What do you want?" rows={1} />
        <TitleLine form={form} />
      </div>
      <FaultLine form={form} />
      <div className="form-three">
        <AboutInvoiceLine form={form} invoices={clientId === null ? [] : (page.data?.invoices ?? [])} />
        <MomentLine
          form={form}
          day="repliedOn"
          time="repliedTime"
          label="First reply"
          now="replied just now"
        />
        <DayLine form={form} name="settledOn" label="Settled on" hint="empty while it is open" />
      </div>
      <div className="form-checks">
        <AskedLines form={form} />
        <ReviewLines form={form} />
      </div>
    </div>
  );
}

function isFilled(value: ComplaintValues[keyof ComplaintValues]): boolean {
  return value !== '' && value !== null && value !== false;
}
