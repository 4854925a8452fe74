import { useEffect, useRef } from 'react';
import type { ComplaintLine } from '../../shared/complaints/complaint.ts';
import { showDay } from '../../shared/dates.ts';
import { type DecisionKind, decisionKinds } from '../../shared/decisions/decision.ts';
import { call, useWrite } from '../api.ts';
import { useAppState } from '../app-state.tsx';
import { DecisionMark } from '../ui/marks.tsx';
import { DecisionKindLines } from './decision-kind-lines.tsx';
import { type DecisionValues, decisionInputOf, newDecision, usesOf } from './decision-values.ts';
import { FormFrame } from './form-frame.tsx';
import type { FormParts } from './form-parts.ts';
import type { FilledDecision } from './forms.tsx';
import { CheckLine, ChoiceLine, DayLine, LongLine, PickLine } from './lines.tsx';
import { useDraftForm } from './use-draft-form.ts';
import { useWeighed, WeighedLines } from './weighed-lines.tsx';

/** Record a decision of any kind, with only the fields of that kind. */
export default function DecisionForm({
  page,
  complaintId,
  draftKey,
  stored,
  onClose,
  filled,
}: FormParts & { readonly complaintId: number | null; readonly filled: FilledDecision | null }) {
  const { today } = useAppState();
  const clientId = page?.client.id ?? 0;
  const complaints = page?.complaints ?? [];
  const asked = complaints.find((complaint) => complaint.id === complaintId) ?? null;
  const draft = useDraftForm<'decisions.add', DecisionValues>({
    command: 'decisions.add',
    draftKey,
    stored,
    defaults: newDecision(today, asked?.id ?? null, asked?.invoiceId ?? null, filled),
    toInput: (values) => decisionInputOf(values, clientId),
    words: { redoMinutes: 'Give hours like 1.5 or 1:30.' },
    onDone: (written) => {
      if (form.getValues('makeRule')) makeRule.mutate({ decisionId: written.id });
      onClose();
    },
  });
  const makeRule = useWrite('rules.fromDecision');
  const { form } = draft;
  const weighed = useWeighed(form, clientId);
  const [kindText, chosenId] = form.watch(['kind', 'complaintId']);
  const kind = kindText as DecisionKind;
  const chosen = complaints.find((complaint) => complaint.id === chosenId) ?? null;
  const apologyTyped = useRef(draft.restored);
  const settlesTyped = useRef(draft.restored);
  useSuggestedCode(kind === 'coupon', (code) => {
    if (form.getValues('couponCode') === '') form.setValue('couponCode', code);
  });

  const follow = (next: DecisionKind) => {
    // Saying no or goodbye is not usually said with an apology; settled is what needs nothing more from us.
    if (!apologyTyped.current) form.setValue('withApology', next !== 'hold firm' && next !== 'part ways');
    if (!settlesTyped.current) form.setValue('settles', next !== 'put right');
  };
  return (
    <FormFrame
      title="Record a decision"
      lead={page?.client.name}
      size="l"
      draft={draft}
      action={`Decide: ${kind}`}
      onClose={onClose}
    >
      {asked ? (
        <Asked complaint={asked} />
      ) : (
        <PickLine
          form={form}
          name="complaintId"
          label="On which complaint"
          none="none: given of our own accord"
          onTyped={(id) => {
            const next = complaints.find((complaint) => complaint.id === id) ?? null;
            if (form.getValues('invoiceId') === null) form.setValue('invoiceId', next?.invoiceId ?? null);
          }}
        >
          {complaints.map((complaint) => (
            <option key={complaint.id} value={complaint.id}>
              {`${showDay(complaint.receivedOn)}${complaint.settledOn === null ? ', open' : ''}: ${shortWords(complaint)}`}
            </option>
          ))}
        </PickLine>
      )}
      <div className="form-pills-tight">
        <ChoiceLine
          form={form}
          name="kind"
          label="What do you decide?"
          hint={usesOf(kind).means}
          required
          autoFocus
          options={decisionKinds.filter(isDecidedHere).map((value) => ({
            value,
            label: (
              <>
                <DecisionMark kind={value} />
                {value}
              </>
            ),
          }))}
          onTyped={(next) => follow(next as DecisionKind)}
        />
      </div>
      <DecisionKindLines form={form} kind={kind} invoices={page?.invoices ?? []} />
      {weighed !== null && <WeighedLines form={form} weighed={weighed} />}
      <LongLine
        form={form}
        name="reason"
        label="Why"
        hint="so that the next like case can be treated alike"
        rows={2}
        required
      />
      <div className="form-halves">
        <div className="form-checks form-checks-stacked">
          {kind !== 'apologise' && (
            <CheckLine
              form={form}
              name="withApology"
              label="With an apology"
              onTyped={() => {
                apologyTyped.current = true;
              }}
            />
          )}
          {weighed?.newGround && (
            <CheckLine
              form={form}
              name="makeRule"
              label="Make it a rule: treat like cases alike from now on"
            />
          )}
          {chosen !== null && chosen.settledOn === null && (
            <CheckLine
              form={form}
              name="settles"
              label="The complaint is settled with this"
              onTyped={() => {
                settlesTyped.current = true;
              }}
            />
          )}
        </div>
        <DayLine form={form} name="decidedOn" label="Decided on" required also={['validUntil']} />
      </div>
    </FormFrame>
  );
}

/** Parting is more than a line: it has a worksheet, which makes the decision when it is finished. */
const isDecidedHere = (kind: DecisionKind): boolean => kind !== 'part ways';

/** The complaint the decision answers, as the client put it. */
function Asked({ complaint }: { readonly complaint: ComplaintLine }) {
  return (
    <div className="form-quote">
      <blockquote>
        {complaint.words === '' ? (complaint.title ?? 'No words were written down.') : `“${complaint.words}”`}
      </blockquote>
      <p>
        {showDay(complaint.receivedOn)}
        {complaint.wants !== null && `, wants: ${complaint.wants}`}
      </p>
    </div>
  );
}

function shortWords(complaint: ComplaintLine): string {
  const words = complaint.title ?? complaint.words;
  return words.length > 70 ? `${words.slice(0, 70).trimEnd()}…` : words;
}

/** Asks once for a code nobody has had, as soon as a coupon is chosen. */
function useSuggestedCode(wanted: boolean, take: (code: string) => void) {
  const asked = useRef(false);
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    if (!wanted || asked.current) return;
    asked.current = true;
    // Without a suggestion the owner types one.
    call('coupons.suggestCode', {}).then(
      ({ code }) => latest.current(code),
      () => undefined,
    );
  }, [wanted]);
}
