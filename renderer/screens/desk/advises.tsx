import { type KeyboardEvent, useState } from 'react';
import { useAppState } from '../../app-state.tsx';
import { timeNow } from '../../forms/complaint-values.ts';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import './advises.css';
import { EvidenceLink, showCaseField } from './evidence.tsx';
import type { CaseProps } from './open-case.tsx';
import { useJudge } from './use-judge.ts';

/** What is said before any option: listen first, what is not known yet, and what else to think of. */
export function Advises({ the }: CaseProps) {
  const { advice, client, complaint } = the;
  // That it is settled stands at the top already.
  const notes = advice.notes.filter((note) => note.id !== 'settled' && note.id !== 'claim');
  const claim = advice.notes.find((note) => note.id === 'claim');
  const claimable = claim !== undefined || complaint.claimNote !== null;
  if (advice.first.length + advice.unknown.length + notes.length === 0 && !claimable) return null;
  return (
    <section className="advises" aria-label="Before you choose">
      <First the={the} />
      {/* One thing alone may use the whole width. */}
      <div className={`advises-rest${notes.length > 0 || claimable ? ' advises-halves' : ''}`}>
        <Unknown the={the} />
        {notes.map((note) => (
          <p key={note.id} className="advises-line">
            <Icon name={note.id === 'noNewWork' ? 'flag' : 'next'} />
            <span>
              <EvidenceLink evidence={note.evidence} clientId={client.id}>
                {note.text}
              </EvidenceLink>
            </span>
          </p>
        ))}
        {claimable && <Claim the={the} text={claim?.text ?? null} />}
      </div>
    </section>
  );
}

function First({ the }: CaseProps) {
  const { today } = useAppState();
  const { advice, client, complaint } = the;
  const judge = useJudge(complaint.id);
  if (advice.first.length === 0) return null;
  return (
    <div className="advises-line advises-first">
      <Icon name="complaints" />
      <span>
        {advice.first.map((reason, index) => (
          <span key={reason.text}>
            {index > 0 && ' '}
            <EvidenceLink evidence={reason.evidence} clientId={client.id}>
              {reason.text}
            </EvidenceLink>
          </span>
        ))}
      </span>
      {complaint.repliedOn === null && complaint.settledOn === null && (
        <Button disabled={judge.busy} onClick={() => judge.say({ repliedOn: today, repliedTime: timeNow() })}>
          I replied just now
        </Button>
      )}
    </div>
  );
}

/** What it would need to know, each leading to where it is answered. */
function Unknown({ the }: CaseProps) {
  const { unknown } = the.advice;
  if (unknown.length === 0) return null;
  return (
    <div className="advises-line">
      <span className="advises-ask" aria-hidden="true">
        ?
      </span>
      <span>
        <b>To say more it would need to know:</b>{' '}
        {unknown.map(({ field, text }, index) => (
          <span key={field}>
            {index > 0 && ' '}
            <button type="button" className="evidence" onClick={() => showCaseField(field)}>
              {text}
            </button>
          </span>
        ))}
      </span>
    </div>
  );
}

/** The carrier or supplier is another matter than what the client gets: noted here, so that it is not forgotten. */
function Claim({ the, text }: CaseProps & { readonly text: string | null }) {
  const { complaint, client, advice } = the;
  const judge = useJudge(complaint.id);
  const [words, setWords] = useState<string | null>(null);
  const note = advice.notes.find(({ id }) => id === 'claim');
  const save = () => {
    if (words === null) return;
    if (words.trim() !== (complaint.claimNote ?? '')) judge.say({ claimNote: words });
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
  return (
    <div className="advises-line" id="case-claim" tabIndex={-1}>
      <Icon name="next" />
      <span>
        {note !== undefined && text !== null && (
          <EvidenceLink evidence={note.evidence} clientId={client.id}>
            {text}
          </EvidenceLink>
        )}{' '}
        {words === null && complaint.claimNote !== null && <>To claim: “{complaint.claimNote}” </>}
        {words === null && (
          <button type="button" className="case-do" onClick={() => setWords(complaint.claimNote ?? '')}>
            {complaint.claimNote === null ? 'Note what to claim' : 'Change it'}
          </button>
        )}
      </span>
      {words !== null && (
        <span className="advises-claim">
          <TextInput
            autoFocus
            aria-label="What to claim, and from which carrier"
            placeholder="What to claim, and from which carrier"
            maxLength={1000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
            onKeyDown={onKeyDown}
          />
          <Button onClick={save} disabled={judge.busy}>
            Keep it
          </Button>
        </span>
      )}
    </div>
  );
}
