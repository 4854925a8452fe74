import type * as z from 'zod';
import { plainName } from '../../shared/imports/row.ts';
import { builtInLetters } from '../../shared/letters/built-in.ts';
import type { Letter, letterInput } from '../../shared/partings/parting.ts';
import { OwnerError } from '../../shared/result.ts';
import { type Changed, change, insert, update } from './change.ts';
import type { Reader } from './handles.ts';
import type { Ledger } from './open.ts';

interface Row {
  readonly id: number;
  readonly name: string;
  readonly body: string;
}

const lettersKept = (read: Pick<Reader, 'all'>): Row[] =>
  read.all<Row>('SELECT id, name, body FROM letter ORDER BY name COLLATE NOCASE, id');

/** “Über uns” and “über uns” are one: SQL alone knows no capitals but English ones. */
const byName = (read: Pick<Reader, 'all'>, name: string): Row | undefined =>
  lettersKept(read).find((row) => plainName(row.name) === plainName(name));

/** Keeps the owner's wording; under a built-in letter's name it takes that one's place. */
export function saveLetter(ledger: Ledger, input: z.output<typeof letterInput>): Changed<number> {
  const what = { kind: 'letter.save', label: `Kept the letter “${input.name}”`, clientId: null };
  return change(ledger, what, (write) => {
    const row = byName(write, input.name);
    if (row === undefined) return insert(write, 'letter', { name: input.name, body: input.body });
    update(write, 'letter', row.id, { body: input.body });
    return row.id;
  });
}

/** Back to the program's wording; a letter of the owner's own is gone with it. */
export function resetLetter(ledger: Ledger, { name }: { name: string }): Changed<number> {
  const what = { kind: 'letter.reset', label: `Took back your wording of “${name}”`, clientId: null };
  return change(ledger, what, (write) => {
    const row = byName(write, name);
    if (row === undefined) throw new OwnerError('notFound', 'This letter is no longer in the ledger.');
    write.run('DELETE FROM letter WHERE id = ?', row.id);
    return row.id;
  });
}

/** The program's letters, in the owner's wording where there is one, then letters of the owner's own. */
export function listLetters(read: Reader): Letter[] {
  const own = new Map(lettersKept(read).map((row) => [plainName(row.name), row]));
  const builtIn = builtInLetters.map(({ name, purpose, body }): Letter => {
    const row = own.get(plainName(name));
    own.delete(plainName(name));
    return row === undefined
      ? { name, purpose, body, own: false }
      : { name, purpose, body: row.body, own: true };
  });
  // A letter under a name of the owner's own can only have come from the worksheet.
  const others = [...own.values()].map(
    ({ name, body }): Letter => ({ name, purpose: 'farewell', body, own: true }),
  );
  return [...builtIn, ...others];
}

/** The wording of one of the program's letters: the owner's where there is one. */
export function wordingOf(read: Reader, name: string): string {
  const letter = listLetters(read).find((one) => one.name === name);
  if (letter === undefined) throw new OwnerError('notFound', `There is no letter “${name}”.`);
  return letter.body;
}
