import { useState } from 'react';
import { letterPurposes } from '../../../shared/letters/purposes.ts';
import type { Letter } from '../../../shared/partings/parting.ts';
import { useAsk } from '../../api.ts';
import { usePainted } from '../../painted.ts';
import { useHashSearch } from '../../routes.ts';
import { Problem } from '../../ui/problem.tsx';
import { Editor } from './editor.tsx';
import './letters.css';

const GROUPS = { farewell: 'Farewells', apology: 'Apologies', 'refund note': 'Refund notes' } as const;

/** The usual words of every letter, in the owner's own wording or in that which comes with the program. */
export default function LettersScreen() {
  const asked = useAsk('letters.list', {});
  usePainted(asked.data !== undefined || asked.error !== null);
  if (asked.data === undefined)
    return asked.error ? <Problem error={asked.error} onRetry={() => void asked.refetch()} /> : null;
  return <Letters letters={asked.data} />;
}

function Letters({ letters }: { readonly letters: readonly Letter[] }) {
  const wanted = new URLSearchParams(useHashSearch()).get('purpose')?.replaceAll('-', ' ');
  const [name, setName] = useState<string | null>(null);
  // Words typed for one letter wait while another is looked at.
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const chosen =
    letters.find((letter) => letter.name === name) ??
    letters.find((letter) => letter.purpose === wanted) ??
    letters[0];
  const type = (letter: Letter, body: string | null) => {
    const next = new Map(typed);
    if (body === null || body === letter.body) next.delete(letter.name);
    else next.set(letter.name, body);
    setTyped(next);
  };
  return (
    <div className="letters">
      <nav className="letters-list" aria-label="Letters">
        <h1>Letters</h1>
        <p>The usual words. You can change them for one letter each time you print it.</p>
        {letterPurposes.map((purpose) => (
          <section key={purpose}>
            <h2>{GROUPS[purpose]}</h2>
            <ul>
              {letters
                .filter((letter) => letter.purpose === purpose)
                .map((letter) => (
                  <li key={letter.name}>
                    <button
                      type="button"
                      className="letters-choice"
                      aria-current={letter === chosen ? 'true' : undefined}
                      onClick={() => setName(letter.name)}
                    >
                      {letter.name}
                      <span className="letters-state">
                        {typed.has(letter.name) ? 'not kept yet' : letter.own ? 'your wording' : ''}
                      </span>
                    </button>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </nav>
      {chosen !== undefined && (
        <Editor
          key={chosen.name}
          letter={chosen}
          body={typed.get(chosen.name) ?? chosen.body}
          onType={(body) => type(chosen, body)}
        />
      )}
    </div>
  );
}
