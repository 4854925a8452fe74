import { useId, useState } from 'react';
import type { Question } from '../../../shared/imports/records.ts';
import { Button } from '../../ui/button.tsx';
import { Field, NumberInput, Select } from '../../ui/field.tsx';
import { answered, questionKey } from './answers.ts';
import type { ImportDesk, Looking } from './import-desk.ts';

/** What only the owner can say, before anything else: while one is open nothing can be imported. */
export function Questions({ desk, looking }: { readonly desk: ImportDesk; readonly looking: Looking }) {
  const { questions } = looking.preview;
  if (questions.length === 0) return null;
  return (
    <section className="import-questions" aria-label="Questions about this file">
      <h2>{questions.length === 1 ? 'One question first' : `${questions.length} questions first`}</h2>
      {questions.map((question) => (
        <OneQuestion
          key={questionKey(question)}
          question={question}
          onAnswer={(value) => desk.choose((choices) => answered(choices, looking.preview, question, value))}
        />
      ))}
    </section>
  );
}

type Answer = (value: string | number | null) => void;

/** More answers than this are easier to find in a list. */
const MOST_BUTTONS = 6;

function OneQuestion({ question, onAnswer }: { readonly question: Question; readonly onAnswer: Answer }) {
  const textId = useId();
  const choices: readonly { readonly value: string | number | null; readonly label: string }[] =
    question.choices;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend can't lie in the grid
    <div className="import-question" role="group" aria-labelledby={textId}>
      <p id={textId}>{question.text}</p>
      {choices.length <= MOST_BUTTONS ? (
        <div className="import-answers">
          {choices.map((choice) => (
            <Button key={String(choice.value)} onClick={() => onAnswer(choice.value)}>
              {choice.label}
            </Button>
          ))}
          {question.kind === 'terms' && <OtherTerms onAnswer={onAnswer} />}
        </div>
      ) : (
        <FromList choices={choices} labelledBy={textId} onAnswer={onAnswer} />
      )}
    </div>
  );
}

/** Arrow keys walk through a list, so an answer from one takes a press of its own. */
function FromList({
  choices,
  labelledBy,
  onAnswer,
}: {
  readonly choices: readonly { readonly value: string | number | null; readonly label: string }[];
  readonly labelledBy: string;
  readonly onAnswer: Answer;
}) {
  const [at, setAt] = useState('');
  const chosen = choices[Number(at)];
  return (
    <div className="import-answers">
      <Select
        className="import-select"
        aria-labelledby={labelledBy}
        value={at}
        onChange={(event) => setAt(event.target.value)}
      >
        <option value="" disabled>
          choose…
        </option>
        {choices.map((choice, index) => (
          <option key={String(choice.value)} value={index}>
            {choice.label}
          </option>
        ))}
      </Select>
      <Button disabled={at === '' || !chosen} onClick={() => chosen && onAnswer(chosen.value)}>
        That one
      </Button>
    </div>
  );
}

function OtherTerms({ onAnswer }: { readonly onAnswer: Answer }) {
  const [days, setDays] = useState<number | null>(null);
  const fits = days !== null && Number.isInteger(days) && days >= 0 && days <= 365;
  const wrong = days !== null && !fits;
  return (
    <form
      className="import-other"
      onSubmit={(event) => {
        event.preventDefault();
        if (fits) onAnswer(days);
      }}
    >
      <Field label="or another number" error={wrong ? 'Whole days, at most 365.' : undefined} required>
        <NumberInput value={days} onChange={setDays} unit="days" />
      </Field>
      <Button type="submit" disabled={!fits}>
        Use it
      </Button>
    </form>
  );
}
