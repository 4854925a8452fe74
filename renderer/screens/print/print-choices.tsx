import { addMonths, type Day, showMonthYear } from '../../../shared/dates.ts';
import type { PrintWhat } from '../../../shared/views/prints.ts';
import { useAppState } from '../../app-state.tsx';
import { Button } from '../../ui/button.tsx';
import { Check, Choice, DayInput } from '../../ui/field.tsx';

const VERSIONS = [
  { value: 'me', label: 'For me' },
  { value: 'client', label: 'For the client' },
] as const;

/** What can be chosen about a page of this kind. */
export function PrintChoices({
  what,
  onChange,
}: {
  readonly what: PrintWhat;
  readonly onChange: (what: PrintWhat) => void;
}) {
  if (what.kind === 'client summary')
    return (
      <div className="print-choices">
        <fieldset>
          <legend className="visually-hidden">For whom</legend>
          <Choice
            options={VERSIONS}
            value={what.version}
            onChange={(version) => onChange({ ...what, version })}
          />
        </fieldset>
        <Check
          label="Every row"
          title="Every invoice and complaint, over as many pages as they take; otherwise two at most"
          checked={what.all}
          onChange={(event) => onChange({ ...what, all: event.target.checked })}
        />
      </div>
    );
  if (what.kind === 'statement') return <Period what={what} onChange={onChange} />;
  if (what.kind === 'month') return <Month what={what} onChange={onChange} />;
  return null;
}

function Period({
  what,
  onChange,
}: {
  readonly what: Extract<PrintWhat, { kind: 'statement' }>;
  readonly onChange: (what: PrintWhat) => void;
}) {
  const { today } = useAppState();
  return (
    <div className="print-choices">
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is the component inside */}
      <label className="print-day">
        from
        <DayInput
          value={what.from ?? ''}
          max={what.to}
          title="Empty: from the beginning"
          onChange={(from) => onChange({ ...what, from: from === '' ? null : from })}
        />
      </label>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is the component inside */}
      <label className="print-day">
        to
        <DayInput
          value={what.to}
          max={today}
          onChange={(to) => onChange({ ...what, to: to === '' ? today : to })}
        />
      </label>
      {what.from !== null && (
        <Button variant="quiet" onClick={() => onChange({ ...what, from: null })}>
          From the beginning
        </Button>
      )}
    </div>
  );
}

const firstOf = (month: string): Day => `${month}-01`;

function Month({
  what,
  onChange,
}: {
  readonly what: Extract<PrintWhat, { kind: 'month' }>;
  readonly onChange: (what: PrintWhat) => void;
}) {
  const { today } = useAppState();
  const by = (months: number) => addMonths(firstOf(what.month), months).slice(0, 7);
  const last = today.slice(0, 7);
  const choose = (month: string) => onChange({ ...what, month });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out as one line in every engine
    <div className="print-choices" role="group" aria-label="Month">
      <Button
        icon="back"
        aria-label="The month before"
        title="The month before"
        onClick={() => choose(by(-1))}
      />
      <span className="print-month" aria-live="polite">
        {showMonthYear(firstOf(what.month))}
      </span>
      <Button
        icon="next"
        aria-label="The month after"
        title="The month after"
        disabled={what.month >= last}
        onClick={() => choose(by(1))}
      />
      {what.month !== last && (
        <Button variant="quiet" onClick={() => choose(last)}>
          This month
        </Button>
      )}
    </div>
  );
}
