import { type hoursKinds, showMinutes } from '../../shared/notes/note.ts';
import { useAppState } from '../app-state.tsx';
import { useStopwatch } from '../stopwatch.ts';
import { Field } from '../ui/field.tsx';
import { FormFrame } from './form-frame.tsx';
import type { FormParts } from './form-parts.ts';
import { HoursInput, parseHours } from './hours-input.tsx';
import { ChoiceLine, DayLine, type LineProps, TextLine, useLine } from './lines.tsx';
import { useDraftForm } from './use-draft-form.ts';

type Values = { minutes: number | null; kind: string; workedOn: string; what: string };

export const hoursKindOptions = [
  { value: 'redo', label: 'Redoing', note: 'Work done again. Hours of a put right stand with its decision.' },
  { value: 'chasing', label: 'Chasing', note: 'Reminders, calls, going after money.' },
  { value: 'care', label: 'Care', note: 'Talking, explaining, driving there.' },
] as const satisfies readonly { value: (typeof hoursKinds)[number]; label: string; note: string }[];

/** A bare number is minutes from 10 on: nobody notes ten hours of a phone call, and “45” is typed in a hurry. */
export function parseQuick(text: string): number | null {
  return /^\s*\d{2,4}\s*$/.test(text) ? Number(text) : parseHours(text);
}

/** Hours spent on a client, noted in seconds: how long, what for, Enter. `minutes` comes from the stopwatch. */
export default function HoursForm({
  page,
  complaintId,
  minutes,
  draftKey,
  stored,
  onClose,
}: FormParts & { readonly complaintId: number | null; readonly minutes: number | null }) {
  const { today } = useAppState();
  const { watch, clear } = useStopwatch();
  const clientId = page?.client.id ?? 0;
  const draft = useDraftForm<'hours.add', Values>({
    command: 'hours.add',
    draftKey,
    // What was measured now is not to be replaced by what was typed some other day.
    stored: minutes === null ? stored : null,
    defaults: { minutes, kind: page?.hours[0]?.kind ?? 'care', workedOn: today, what: '' },
    toInput: (values) => ({
      ...values,
      minutes: values.minutes ?? 0,
      kind: values.kind as (typeof hoursKinds)[number],
      clientId,
      complaintId,
    }),
    onDone: () => {
      if (minutes !== null && watch?.clientId === clientId && watch.stoppedAt !== null) clear();
      onClose();
    },
  });
  const { form } = draft;
  return (
    <FormFrame
      title="Note hours"
      lead={page?.client.name}
      size="s"
      draft={draft}
      action="Note them"
      onClose={onClose}
    >
      <MinutesLine form={form} name="minutes" label="How long" required autoFocus />
      <ChoiceLine form={form} name="kind" label="What for" options={hoursKindOptions} required />
      <TextLine form={form} name="what" label="In a few words" />
      <DayLine form={form} name="workedOn" label="Day" required />
    </FormFrame>
  );
}

function MinutesLine(props: LineProps<Values>) {
  const line = useLine(props);
  const understood = line.number !== null && Number.isInteger(line.number) && line.number > 0;
  return (
    <Field
      label={props.label}
      hint={understood ? spell(line.number ?? 0) : '0:30, 45 min or 1.5'}
      error={line.error}
      required
    >
      <HoursInput
        value={line.number}
        onChange={line.change}
        onBlur={line.rest.onBlur}
        ref={line.rest.ref}
        read={parseQuick}
        first={props.autoFocus ?? false}
      />
    </Field>
  );
}

/** “0:30, that is 30 minutes”: what was understood is said before it is saved. */
function spell(minutes: number): string {
  const whole = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const hours = whole === 0 ? '' : `${whole} ${whole === 1 ? 'hour' : 'hours'}`;
  const left = rest === 0 ? '' : `${rest} ${rest === 1 ? 'minute' : 'minutes'}`;
  return `${showMinutes(minutes)}, that is ${[hours, left].filter(Boolean).join(' and ')}`;
}
