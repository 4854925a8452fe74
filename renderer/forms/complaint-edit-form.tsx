import type { ComplaintLine } from '../../shared/complaints/complaint.ts';
import { showDay } from '../../shared/dates.ts';
import { CauseLine } from './cause-line.tsx';
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
import { type ComplaintValues, complaintInputOf, knownComplaint } from './complaint-values.ts';
import { FormFrame } from './form-frame.tsx';
import type { FormParts } from './form-parts.ts';
import { DayLine, LongLine } from './lines.tsx';
import { useDraftForm } from './use-draft-form.ts';

/** Everything about a complaint that is known by now: first what usually comes later, then what was logged. */
export default function ComplaintEditForm({
  page,
  complaint,
  draftKey,
  stored,
  onClose,
}: FormParts & { readonly complaint: ComplaintLine }) {
  const client = page?.client ?? { id: 0, name: '' };
  const draft = useDraftForm<'complaints.edit', ComplaintValues>({
    command: 'complaints.edit',
    draftKey,
    stored,
    defaults: knownComplaint(complaint, client),
    keeps: 'changed',
    onUnaltered: onClose,
    toInput: (values) => ({ ...complaintInputOf(values), id: complaint.id }),
    onDone: onClose,
  });
  const { form } = draft;
  return (
    <FormFrame
      title={`Complaint of ${showDay(complaint.receivedOn)}`}
      lead={client.name}
      size="l"
      draft={draft}
      action="Save"
      onClose={onClose}
    >
      <div className="form-three">
        <MomentLine
          form={form}
          day="repliedOn"
          time="repliedTime"
          label="First reply"
          now="replied just now"
        />
        <CauseLine form={form} />
        <DayLine form={form} name="settledOn" label="Settled on" hint="empty while it is open" />
      </div>
      <div className="form-fault form-pills-tight">
        <FaultLine form={form} />
        <LongLine form={form} name="outcome" label="What came of it" rows={1} />
      </div>
      <hr className="form-rule" />
      <div className="form-three">
        <LongLine
          form={form}
          name="words"
          label="What did they say?"
          rows={3}
          required={!complaint.imported}
        />
        <LongLine form={form} name="wants" label="What do they want?" rows={3} />
        <LongLine form={form} name="weWant" label="What do you want?" rows={3} />
      </div>
      <SeverityLine form={form} required={!complaint.imported} />
      <ChannelLine form={form} unknown={complaint.channel === 'unknown'} />
      <div className="form-quarters">
        <MomentLine
          form={form}
          day="receivedOn"
          time="receivedTime"
          label={complaint.dateAssumed ? 'Received (taken from the invoice)' : 'Received'}
          required
          also={['settledOn', 'repliedOn']}
        />
        <ListenerLine form={form} />
        <AboutInvoiceLine form={form} invoices={page?.invoices ?? []} />
        <TitleLine form={form} />
      </div>
      <div className="form-checks">
        <AskedLines form={form} />
        <ReviewLines form={form} />
      </div>
    </FormFrame>
  );
}
