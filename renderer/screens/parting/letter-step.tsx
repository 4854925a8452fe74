import { useState } from 'react';
import { type FilledLetter, fillLetter, letterProblems } from '../../../shared/letters/fill.ts';
import { fieldsOf, letterFields } from '../../../shared/letters/purposes.ts';
import { farewellValues } from '../../../shared/letters/values.ts';
import type { Letter } from '../../../shared/partings/parting.ts';
import type { PartingPage } from '../../../shared/views/parting.ts';
import { useWrite } from '../../api.ts';
import { useFormat } from '../../format.tsx';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import { LetterProblems } from '../letters/problems.tsx';
import { Farewell, PrintFarewell } from './farewell.tsx';
import { partsOnOf, type SetSheet, type Sheet } from './use-sheet.ts';

/** The letter with its fields filled in from the worksheet as it stands. */
export function useFilled(page: PartingPage, sheet: Sheet): FilledLetter {
  const { money } = useFormat();
  const referral = page.referrals.find((one) => one.id === sheet.referralId) ?? null;
  const facts = { client: page.client, business: page.business, today: page.asOf, owed: page.owed };
  const said = { handOver: sheet.handOver, partsOn: partsOnOf(sheet) };
  return fillLetter(sheet.letter, farewellValues(facts, said, referral, money));
}

export function LetterStep({
  page,
  sheet,
  set,
}: {
  readonly page: PartingPage;
  readonly sheet: Sheet;
  readonly set: SetSheet;
}) {
  const [replacing, setReplacing] = useState<Letter | null>(null);
  const [name, setName] = useState<string | null>(null);
  const problems = letterProblems(useFilled(page, sheet), letterFields.farewell);
  const same = page.letters.find((letter) => letter.body.trim() === sheet.letter.trim());
  const chosen = same ?? page.letters.find((letter) => letter.name === name) ?? null;
  const choose = (letter: Letter) => {
    setName(letter.name);
    set('letter', letter.body);
  };
  return (
    <>
      <Field label="Begin with">
        <Select
          value={chosen?.name ?? ''}
          onChange={(event) => {
            const letter = page.letters.find((one) => one.name === event.target.value);
            if (letter === undefined) return;
            // Words of the owner's own are not thrown away unasked.
            if (sheet.letter.trim() === '' || same !== undefined) choose(letter);
            else setReplacing(letter);
          }}
        >
          {chosen === null && <option value="">choose a letter</option>}
          {page.letters.map((letter) => (
            <option key={letter.name} value={letter.name}>
              {letter.own ? `${letter.name} (your wording)` : letter.name}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label="The letter"
        hint={
          <>
            Words in braces are filled in:{' '}
            {fieldsOf('farewell').map(({ name: field, means }, index) => (
              <span key={field} title={means}>
                {index > 0 && ' '}
                {`{${field}}`}
              </span>
            ))}
          </>
        }
      >
        <TextArea
          rows={14}
          maxLength={10_000}
          value={sheet.letter}
          onChange={(event) => set('letter', event.target.value)}
        />
      </Field>
      {sheet.letter.trim() !== '' && <LetterProblems problems={problems} />}
      <Wordings chosen={chosen} changed={same === undefined} sheet={sheet} set={set} />
      {replacing !== null && (
        <Confirm
          title="Replace what you wrote?"
          action={`Begin with “${replacing.name}”`}
          onConfirm={() => Promise.resolve(choose(replacing))}
          onClose={() => setReplacing(null)}
        >
          <p>The letter you have written here makes way for another.</p>
        </Confirm>
      )}
    </>
  );
}

/** Keeps a wording for the next time, or goes back to the program's. */
function Wordings({
  chosen,
  changed,
  sheet,
  set,
}: {
  readonly chosen: Letter | null;
  readonly changed: boolean;
  readonly sheet: Sheet;
  readonly set: SetSheet;
}) {
  const save = useWrite('letters.save');
  const reset = useWrite('letters.reset');
  if (chosen === null || (!changed && !chosen.own)) return null;
  return (
    <div className="parting-buttons">
      {changed && sheet.letter.trim() !== '' && (
        <Button onClick={() => save.mutate({ name: chosen.name, body: sheet.letter })}>
          Keep as my “{chosen.name}”
        </Button>
      )}
      {chosen.own && (
        <Button
          onClick={() => {
            reset.mutate({ name: chosen.name });
            if (!changed) set('letter', '');
          }}
        >
          Forget my wording
        </Button>
      )}
    </div>
  );
}

export function LetterBeside({ page, sheet }: { readonly page: PartingPage; readonly sheet: Sheet }) {
  const { text } = useFilled(page, sheet);
  if (sheet.letter.trim() === '')
    return <p className="parting-quiet">The page appears here once there is a letter.</p>;
  return (
    <>
      <Farewell clientId={page.client.id} text={text} />
      <PrintFarewell clientId={page.client.id} text={text} />
    </>
  );
}
