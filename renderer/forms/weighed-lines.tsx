import { useEffect, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Input } from '../../shared/contract.ts';
import { isDay } from '../../shared/dates.ts';
import type { Weighed } from '../../shared/views/desk.ts';
import { useAsk } from '../api.ts';
import { Icon } from '../ui/icon.tsx';
import { type DecisionValues, decisionInputOf } from './decision-values.ts';
import { LongLine } from './lines.tsx';
import './weighed-lines.css';

/** Between two key strokes the rules need not be asked. */
const PAUSE = 250;

/** What rules and like cases say to the decision as it is typed; null until they were asked. */
export function useWeighed(form: UseFormReturn<DecisionValues>, clientId: number): Weighed | null {
  const values = form.watch();
  const wanted = JSON.stringify(inputOf(values, clientId));
  const [asked, setAsked] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), PAUSE);
    return () => clearTimeout(timer);
  }, [wanted]);
  const input = JSON.parse(asked) as Input<'decisions.weigh'> | null;
  const answer = useAsk('decisions.weigh', input ?? NOTHING, {
    enabled: input !== null,
    keepPrevious: true,
  });
  return input === null ? null : (answer.data ?? null);
}

const NOTHING = {
  clientId: 1,
  complaintId: null,
  invoiceId: null,
  kind: 'apologise',
  amount: 0,
  redoMinutes: 0,
  decidedOn: '2000-01-01',
  validUntil: null,
  paidBack: null,
} as const;

/** Null while what is typed is no decision yet: an amount that is none says nothing to a rule. */
function inputOf(values: DecisionValues, clientId: number): Input<'decisions.weigh'> | null {
  const { kind, amount, redoMinutes, decidedOn, paidBack, validUntil, complaintId, invoiceId } =
    decisionInputOf(values, clientId);
  if (clientId <= 0 || !isDay(decidedOn)) return null;
  if (!Number.isSafeInteger(amount) || amount < 0) return null;
  if (!Number.isSafeInteger(redoMinutes) || redoMinutes < 0) return null;
  const until = validUntil !== null && isDay(validUntil) ? validUntil : null;
  return {
    clientId,
    complaintId,
    invoiceId,
    kind,
    amount,
    redoMinutes,
    decidedOn,
    validUntil: until,
    paidBack,
  };
}

/** The rules that have something to say, broken ones first, and the reason they ask for. */
export function WeighedLines({
  form,
  weighed,
}: {
  readonly form: UseFormReturn<DecisionValues>;
  readonly weighed: Weighed;
}) {
  const speaking = weighed.rules.filter(({ verdict }) => verdict !== 'not concerned');
  if (speaking.length === 0 && weighed.departs === null && weighed.refused === null) return null;
  return (
    <div className="weighed">
      <ul aria-label="What your house rules say">
        {weighed.refused !== null && (
          <li className="weighed-broken">
            <Icon name="warning" />
            {weighed.refused}
          </li>
        )}
        {speaking.map((rule) => (
          <li key={rule.key} className={rule.verdict === 'broken' ? 'weighed-broken' : ''} title={rule.title}>
            <Icon name={rule.verdict === 'broken' ? 'cross' : 'check'} />
            <span className="visually-hidden">{rule.verdict === 'broken' ? 'Breaks: ' : 'Keeps: '}</span>
            {rule.words}
          </li>
        ))}
        {weighed.departs !== null && (
          <li className="weighed-broken">
            <Icon name="warning" />
            {weighed.departs}
          </li>
        )}
      </ul>
      {weighed.asksWhy && (
        <LongLine
          form={form}
          name="despite"
          label="Why all the same"
          hint="kept with the decision: the same case gets the same treatment, or a reason"
          rows={2}
          required
        />
      )}
    </div>
  );
}
