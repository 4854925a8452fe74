import { useMemo, useRef } from 'react';
import { fillLetter, letterProblems } from '../../../shared/letters/fill.ts';
import { fieldsOf, letterFields } from '../../../shared/letters/purposes.ts';
import type { Letter } from '../../../shared/partings/parting.ts';
import type { DocumentOf } from '../../../shared/summaries/document.ts';
import { useAsk, useWrite } from '../../api.ts';
import { useAppState } from '../../app-state.tsx';
import { useFormat } from '../../format.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { exampleCoupon, examplesOf } from './examples.ts';
import { LetterSheets } from './letter-sheets.tsx';
import { LetterProblems } from './problems.tsx';
import { useRested } from './use-rested.ts';

/** One letter's usual words, with the page they make beside them. */
export function Editor({
  letter,
  body,
  onType,
}: {
  readonly letter: Letter;
  readonly body: string;
  /** Null: what was typed is dropped. */
  readonly onType: (body: string | null) => void;
}) {
  const text = useRef<HTMLTextAreaElement>(null);
  const save = useWrite('letters.save');
  const reset = useWrite('letters.reset');
  const preview = usePreview(letter, useRested(body));
  const changed = body !== letter.body;
  const empty = body.trim() === '';
  const put = (field: string) => {
    const area = text.current;
    const [from, to] = [area?.selectionStart ?? body.length, area?.selectionEnd ?? body.length];
    onType(`${body.slice(0, from)}{${field}}${body.slice(to)}`);
    area?.focus();
  };
  const own = letter.own && !changed;
  return (
    <>
      <section className="letters-editor" aria-label={letter.name}>
        <h2>{letter.name}</h2>
        <Field label="The usual words" required error={empty ? 'A letter needs words.' : save.error?.message}>
          <TextArea
            ref={text}
            rows={18}
            maxLength={10_000}
            value={body}
            onChange={(event) => onType(event.target.value)}
          />
        </Field>
        <LetterProblems problems={preview.problems} />
        <div className="letters-do">
          <Button
            variant="primary"
            disabled={!changed || empty || save.isPending}
            onClick={() => save.mutate({ name: letter.name, body }, { onSuccess: () => onType(null) })}
          >
            Keep these words
          </Button>
          {changed && (
            <Button variant="quiet" onClick={() => onType(null)}>
              Leave them as they were
            </Button>
          )}
          {own && (
            <Button disabled={reset.isPending} onClick={() => reset.mutate({ name: letter.name })}>
              Back to the wording that comes with the program
            </Button>
          )}
        </div>
        {reset.error !== null && <p role="alert">{reset.error.message}</p>}
        <h3>Fields</h3>
        <p className="letters-quiet">
          Filled in when the letter is printed. Choose one to put it where you write.
        </p>
        <ul className="letters-fields">
          {fieldsOf(letter.purpose).map(({ name, means }) => (
            <li key={name}>
              <button type="button" className="letters-field" onClick={() => put(name)}>{`{${name}}`}</button>
              <span className="letters-means">{means}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className="letters-beside" aria-label="Preview">
        <p className="letters-quiet">With made-up facts in its fields.</p>
        {preview.document !== null && <LetterSheets document={preview.document} />}
      </section>
    </>
  );
}

function usePreview(
  letter: Letter,
  body: string,
): { readonly document: DocumentOf<'letter'> | null; readonly problems: readonly string[] } {
  const { today, ledger } = useAppState();
  const { locale, currency, money, minorDigits } = useFormat();
  const logo = useAsk('logo.read', {});
  const business = ledger?.business ?? '';
  return useMemo(() => {
    const examples = examplesOf(letter.purpose, { business, today, show: money, digits: minorDigits });
    const filled = fillLetter<string>(body, examples);
    const coupon = letter.purpose === 'apology' && /\{\s*code\s*\}/iu.test(body);
    return {
      problems: letterProblems(filled, letterFields[letter.purpose]),
      document: {
        kind: 'letter',
        business,
        logo: logo.data?.png ?? null,
        asOf: today,
        currency,
        locale,
        letter: letter.purpose,
        title: letter.name,
        clientId: 0,
        on: today,
        address: ['Denise Harrow, estate manager', 'Larkfield Court', '1 Lark Lane'],
        text: filled.text,
        coupon: coupon ? exampleCoupon(today, minorDigits) : null,
      },
    };
  }, [letter, body, business, today, locale, currency, money, minorDigits, logo.data]);
}
