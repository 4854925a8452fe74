import { useEffect, useState } from 'react';
import { problemsLeft } from '../../../shared/letters/fill.ts';
import { fieldsOf, letterFields } from '../../../shared/letters/purposes.ts';
import type { DocumentOf } from '../../../shared/summaries/document.ts';
import type { PrintWhat } from '../../../shared/views/prints.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { LetterProblems } from '../letters/problems.tsx';
import { useRested } from '../letters/use-rested.ts';
import './letter-bar.css';

/** Beside the sheet: the letter's wording for this once. What is typed is on the sheet as soon as it rests. */
export function LetterBar({
  what,
  document,
  onText,
}: {
  readonly what: Extract<PrintWhat, { kind: 'letter' }>;
  /** As it is shown now, its fields filled in; null: not there yet. */
  readonly document: DocumentOf<'letter'> | null;
  /** The wording for this once, fields and all; null: the template again. */
  readonly onText: (text: string | null) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const rested = useRested(typed);
  useEffect(() => {
    onText(rested);
  }, [rested, onText]);
  const drop = () => {
    setTyped(null);
    onText(null);
  };
  const { letter } = what;
  const shown = typed ?? document?.text ?? '';
  const problems = document === null ? [] : problemsLeft(document.text, letterFields[letter]);
  const empty = typed !== null && typed.trim() === '';
  return (
    <aside className="letter-bar" aria-label="The letter’s wording">
      <Field
        label="Words for this once"
        required
        error={empty ? 'A letter needs words.' : undefined}
        hint="They are printed, and nothing else is changed by them."
      >
        <TextArea
          rows={18}
          maxLength={10_000}
          value={shown}
          onChange={(event) => setTyped(event.target.value)}
          // Whoever goes on to print must not print what stood there before.
          onBlur={() => onText(typed)}
        />
      </Field>
      <LetterProblems problems={problems} />
      <div className="letter-bar-do">
        {typed !== null && <Button onClick={drop}>Back to the usual words</Button>}
        <a className="letter-bar-link" href={`#/letters?purpose=${letter.replaceAll(' ', '-')}`}>
          Change the usual words
        </a>
      </div>
      <details>
        <summary>Fields you can use</summary>
        <dl className="letter-fields">
          {fieldsOf(letter).map(({ name, means }) => (
            <div key={name}>
              <dt>{`{${name}}`}</dt>
              <dd>{means}</dd>
            </div>
          ))}
        </dl>
      </details>
    </aside>
  );
}
