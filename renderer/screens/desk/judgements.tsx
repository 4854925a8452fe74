import { type KeyboardEvent, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/field.tsx';
import { Why } from '../../ui/why.tsx';
import { caseFieldId } from './evidence.tsx';
import type { CaseProps } from './open-case.tsx';
import { type Judgement, useJudge } from './use-judge.ts';

type Tick = 'ofNoUse' | 'stillUnhappy' | 'lostTime';
const ticks: readonly { readonly field: Tick; readonly label: string }[] = [
  { field: 'ofNoUse', label: 'of no use as it is' },
  { field: 'stillUnhappy', label: 'put right, still not satisfied' },
  { field: 'lostTime', label: 'client lost time' },
];

/** The owner's quick judgements: each is saved at once, and the advice follows. */
export function Judgements({ the }: CaseProps) {
  const { complaint } = the;
  const judge = useJudge(complaint.id);
  const tick = (field: Tick, value: boolean): Judgement =>
    field === 'ofNoUse'
      ? { ofNoUse: value }
      : field === 'stillUnhappy'
        ? { stillUnhappy: value }
        : { lostTime: value };
  return (
    <section className="judge" aria-label="Your judgement">
      <fieldset className="judge-right" id={caseFieldId('canPutRight')}>
        <legend>Can it be put right?</legend>
        {[
          { value: true, label: 'yes' },
          { value: false, label: 'no' },
        ].map(({ value, label }) => (
          <label key={label}>
            <input
              type="radio"
              name="can-put-right"
              checked={complaint.canPutRight === value}
              onChange={() => judge.say({ canPutRight: value })}
            />
            {label}
          </label>
        ))}
        {complaint.canPutRight === null && <span className="judge-open">not judged yet</span>}
      </fieldset>
      {ticks.map(({ field, label }) => (
        <label key={field} className="judge-tick" id={caseFieldId(field)}>
          <input
            type="checkbox"
            checked={complaint[field]}
            onChange={(event) => judge.say(tick(field, event.target.checked))}
          />
          {label}
        </label>
      ))}
      <Boundary the={the} />
    </section>
  );
}

/** A broken boundary is noted with a few words: it counts later, and must then say what it was. */
function Boundary({ the }: CaseProps) {
  const { complaint, client } = the;
  const judge = useJudge(complaint.id);
  const [words, setWords] = useState<string | null>(null);
  const save = () => {
    if (words === null || words.trim() === '') return;
    judge.say({ boundary: words });
    setWords(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      save();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      setWords(null);
    }
  };
  if (complaint.boundaryBroken) {
    return (
      <span className="judge-tick" id={caseFieldId('boundaryBroken')} tabIndex={-1}>
        <Why clientId={client.id} figure="boundariesBroken" label="why a boundary was broken">
          a boundary was broken
        </Why>
      </span>
    );
  }
  return (
    <>
      <label className="judge-tick" id={caseFieldId('boundaryBroken')}>
        <input
          type="checkbox"
          checked={words !== null}
          onChange={(event) => setWords(event.target.checked ? '' : null)}
        />
        a boundary was broken
      </label>
      {words !== null && (
        <span className="judge-words">
          <TextInput
            autoFocus
            aria-label="What happened? Without naming anyone."
            placeholder="What happened? Without naming anyone."
            maxLength={1000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
            onKeyDown={onKeyDown}
          />
          <Button onClick={save} disabled={judge.busy || words.trim() === ''}>
            Note it
          </Button>
        </span>
      )}
    </>
  );
}
