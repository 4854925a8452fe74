import { type KeyboardEvent, useState } from 'react';
import { TextArea } from '../../ui/field.tsx';
import { caseFieldId } from './evidence.tsx';
import type { CaseProps } from './open-case.tsx';
import { useJudge } from './use-judge.ts';

/** What we want, changed in place: both sides stand beside each other before anything is decided. */
export function WeWant({ the }: CaseProps) {
  const { id, weWant } = the.complaint;
  const judge = useJudge(id);
  const [text, setText] = useState<string | null>(null);
  const save = () => {
    if (text === null) return;
    if (text.trim() !== (weWant ?? '')) judge.say({ weWant: text });
    setText(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      setText(null);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      save();
    }
  };
  return (
    <>
      <h2 className="case-label" id="case-we-want">
        We want
      </h2>
      {text === null ? (
        <button
          type="button"
          className={`case-edit${weWant === null ? ' case-unsaid' : ''}`}
          id={caseFieldId('weWant')}
          title="Change it"
          onClick={() => setText(weWant ?? '')}
        >
          {weWant ?? 'Say what would be a good end for us.'}
        </button>
      ) : (
        <TextArea
          autoFocus
          rows={2}
          maxLength={2000}
          className="case-write"
          aria-labelledby="case-we-want"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={save}
          onKeyDown={onKeyDown}
        />
      )}
    </>
  );
}
