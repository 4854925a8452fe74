import { addMonths, showDay } from '../../shared/dates.ts';
import { type Standing, standings } from '../../shared/standing/standing.ts';
import { useAppState } from '../app-state.tsx';
import { FormFrame } from './form-frame.tsx';
import type { FormParts } from './form-parts.ts';
import { ChoiceLine, DayLine, LongLine } from './lines.tsx';
import { useDraftForm } from './use-draft-form.ts';

type Values = { standing: string; reason: string; reviewOn: string };

/** A season: long enough to see it confirmed or not. */
const REVIEW_MONTHS = 3;

const options = standings.map((value) => ({
  value,
  label: value.charAt(0).toUpperCase() + value.slice(1),
}));

/** The owner's own standing of a client, against what the facts say: with a reason, and a day it comes back. */
export default function StandingForm({ page, draftKey, stored, onClose }: FormParts) {
  const { today } = useAppState();
  const clientId = page?.client.id ?? 0;
  const standing = page?.standing ?? null;
  const held = standing?.set ?? null;
  const draft = useDraftForm<'standings.set', Values>({
    command: 'standings.set',
    draftKey,
    stored,
    defaults: {
      standing: held === null ? '' : (standing?.word ?? ''),
      reason: '',
      reviewOn: addMonths(today, REVIEW_MONTHS),
    },
    toInput: (values) => ({ ...values, standing: values.standing as Standing, clientId }),
    words: { standing: 'How do you see them?' },
    onDone: onClose,
  });
  const { form } = draft;
  const against = standing?.reasons.filter(({ bad }) => bad).map(({ text }) => text) ?? [];
  return (
    <FormFrame
      title="Set the standing yourself"
      lead={page?.client.name}
      draft={draft}
      action="Set it"
      onClose={onClose}
    >
      {standing && (
        <p className="form-note">
          By the facts: <b>{standing.reckoned}</b>
          {against.length > 0 ? `, ${against.join(', ')}.` : ', nothing against them.'}
          {held && (
            <>
              <br />
              You set “{standing.word}” on {showDay(held.setOn)}: {held.reason}
            </>
          )}
        </p>
      )}
      <ChoiceLine form={form} name="standing" label="How you see them" options={options} required autoFocus />
      <LongLine
        form={form}
        name="reason"
        label="Why you see it otherwise"
        hint="What the ledger can’t know. It stands with the standing, so that you can judge it again."
        rows={3}
        required
      />
      <DayLine
        form={form}
        name="reviewOn"
        label="Look at it again on"
        hint="until then it is shown instead of what the facts say"
        required
      />
    </FormFrame>
  );
}
