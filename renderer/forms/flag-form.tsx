import { useState } from 'react';
import { addMonths } from '../../shared/dates.ts';
import { useAppState } from '../app-state.tsx';
import { FormFrame } from './form-frame.tsx';
import type { FormParts } from './form-parts.ts';
import { DayLine, LongLine } from './lines.tsx';
import { LookLines, type LookValues, lookOf, noLook } from './look-lines.tsx';
import { useDraftForm } from './use-draft-form.ts';

type Values = LookValues & { reason: string; instruction: string; raisedOn: string; reviewOn: string };

/** Long enough to see whether it changed anything, short enough not to be forgotten. */
const REVIEW_MONTHS = 6;

/** Raise a red flag: quietly, with what staff should do and a day to look at it again; never before looking inside. */
export default function FlagForm({ page, draftKey, stored, onClose }: FormParts) {
  const { today } = useAppState();
  const clientId = page?.client.id ?? 0;
  // Frozen as the form opens: the part must not vanish under what is being typed.
  const [looks] = useState(page?.lookCounts === false);
  const draft = useDraftForm<'flags.raise', Values>({
    command: 'flags.raise',
    draftKey,
    stored,
    defaults: {
      ...noLook,
      reason: '',
      instruction: '',
      raisedOn: today,
      reviewOn: addMonths(today, REVIEW_MONTHS),
    },
    toInput: ({ reason, instruction, raisedOn, reviewOn, ...look }) => ({
      clientId,
      reason,
      instruction,
      raisedOn,
      reviewOn,
      look: looks ? lookOf(look) : null,
    }),
    onDone: onClose,
  });
  const { form } = draft;
  return (
    <FormFrame
      title="Raise a red flag"
      lead={page?.client.name}
      draft={draft}
      action="Raise the red flag"
      onClose={onClose}
    >
      {looks && (
        <>
          <LookLines form={form} autoFocus />
          <hr className="form-rule" />
        </>
      )}
      <LongLine
        form={form}
        name="instruction"
        label="What your staff should do"
        hint="Shown wherever this client appears, so nothing private: “Extra work only with a signed quote.”"
        required
        autoFocus={!looks}
      />
      <LongLine form={form} name="reason" label="Why, for yourself" rows={3} required />
      <div className="form-pair">
        <DayLine form={form} name="raisedOn" label="Raised on" required also={['reviewOn']} />
        <DayLine form={form} name="reviewOn" label="Look at it again on" hint="a red flag is not for ever" />
      </div>
    </FormFrame>
  );
}
