import { type ReactNode, useId } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { channels, faultLabels, faults, severities } from '../../shared/complaints/complaint.ts';
import type { InvoiceLine } from '../../shared/invoices/invoice.ts';
import { useAsk } from '../api.ts';
import { useAppState } from '../app-state.tsx';
import { useFormat } from '../format.tsx';
import { SeverityMark } from '../ui/marks.tsx';
import { type ComplaintValues, timeNow } from './complaint-values.ts';
import { invoiceOptions } from './invoice-options.tsx';
import { CheckLine, ChoiceLine, DayLine, LongLine, PickLine, TextLine, TimeLine } from './lines.tsx';

/** Groups of lines that logging and editing a complaint share. */

export interface ComplaintLinesProps {
  readonly form: UseFormReturn<ComplaintValues>;
}

export function SeverityLine({
  form,
  required = true,
}: ComplaintLinesProps & { readonly required?: boolean }) {
  return (
    <ChoiceLine
      form={form}
      name="severity"
      label="How serious is it?"
      required={required}
      options={severities.map(({ value, label }) => ({
        value,
        label: (
          <>
            <SeverityMark severity={value} open />
            <span className="visually-hidden">{value}, </span>
            {label}
          </>
        ),
      }))}
    />
  );
}

export function ChannelLine({ form, unknown = false }: ComplaintLinesProps & { readonly unknown?: boolean }) {
  const options = channels.map((value) => ({ value: value as string, label: value as string }));
  return (
    <ChoiceLine
      form={form}
      name="channel"
      label="How it came"
      required
      options={unknown ? [...options, { value: 'unknown', label: 'not known' }] : options}
    />
  );
}

/** Who listened, offering those who did before. */
export function ListenerLine({ form }: ComplaintLinesProps) {
  const listId = useId();
  const earlier = useAsk('listeners.list', {});
  return (
    <>
      <TextLine form={form} name="listener" label="Who listened" list={listId} />
      <datalist id={listId}>
        {(earlier.data ?? []).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}

/** A day and the time of that day, with one press for “now”. */
export function MomentLine({
  form,
  day,
  time,
  label,
  required = false,
  also = [],
  now,
}: ComplaintLinesProps & {
  readonly day: 'receivedOn' | 'repliedOn';
  readonly time: 'receivedTime' | 'repliedTime';
  readonly label: string;
  readonly required?: boolean;
  readonly also?: (keyof ComplaintValues)[];
  /** What the “now” button says; no button without it. */
  readonly now?: string;
}) {
  const { today } = useAppState();
  const setNow = () => {
    form.setValue(time, timeNow(), { shouldDirty: true, shouldTouch: true });
    form.setValue(day, today, { shouldDirty: true, shouldTouch: true, shouldValidate: true });
  };
  return (
    <div>
      <div className="form-moment">
        <DayLine form={form} name={day} label={label} required={required} also={[time, ...also]} />
        <TimeLine form={form} name={time} label="at" also={[day, ...also]} />
      </div>
      {now && (
        <button type="button" className="form-link form-now" onClick={setNow}>
          {now}
        </button>
      )}
    </div>
  );
}

export function FaultLine({ form }: ComplaintLinesProps) {
  return (
    <ChoiceLine
      form={form}
      name="fault"
      label="Whose side did it lie on?"
      options={[
        ...faults.map((value) => ({ value: value as string, label: faultLabels[value] as ReactNode })),
        { value: '', label: 'not known' },
      ]}
    />
  );
}

export function AboutInvoiceLine({
  form,
  invoices,
}: ComplaintLinesProps & { readonly invoices: readonly InvoiceLine[] }) {
  const format = useFormat();
  return (
    <PickLine form={form} name="invoiceId" label="About which invoice" none="none in particular">
      {invoiceOptions(invoices, format)}
    </PickLine>
  );
}

export function TitleLine({ form }: ComplaintLinesProps) {
  return (
    <TextLine
      form={form}
      name="title"
      label="In two or three words"
      placeholder="hedge cut too hard"
      hint="shown on the time axis"
    />
  );
}

/** What they asked for, besides their own words: both are counted when it comes to parting or holding firm. */
export function AskedLines({ form }: ComplaintLinesProps) {
  return (
    <>
      <CheckLine form={form} name="redoAsked" label="They asked us to do the work again" />
      <CheckLine form={form} name="moneyAsked" label="They want money back" />
    </>
  );
}

export function ReviewLines({ form }: ComplaintLinesProps) {
  const posted = form.watch('reviewPosted');
  return (
    <>
      <CheckLine form={form} name="reviewPosted" label="They posted a review about it" />
      {posted && (
        <div className="form-pair form-wide">
          <TextLine form={form} name="reviewWhere" label="Where" />
          <LongLine form={form} name="reviewAnswer" label="What you answered" rows={1} />
        </div>
      )}
    </>
  );
}
