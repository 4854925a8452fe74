/** A letter with its fields filled in. */
export interface FilledLetter<Field extends string = string> {
  readonly text: string;
  /** Words in braces that no field is called by; they stay as typed. In the order they stand, each once. */
  readonly unknown: readonly string[];
  /** Fields that have nothing to be filled with yet; they stay as typed. */
  readonly empty: readonly Field[];
}

/** Words in braces, as an owner types a field. */
const IN_BRACES = /\{([^{}\n]{1,60})\}/gu;

/**
 * Puts the values in place of the fields in braces; case and blanks inside the braces don't matter. The fields are the
 * keys of `values`. What is filled in is not looked at again, so a client called “{owed}” stays one.
 */
export function fillLetter<Field extends string>(
  body: string,
  values: Readonly<Record<Field, string | null>>,
): FilledLetter<Field> {
  const byLowerCase = new Map((Object.keys(values) as Field[]).map((name) => [name.toLowerCase(), name]));
  const unknown = new Set<string>();
  const empty = new Set<Field>();
  const text = body.replace(IN_BRACES, (typed: string, inside: string) => {
    const field = byLowerCase.get(inside.replace(/\s/gu, '').toLowerCase());
    if (field === undefined) {
      unknown.add(typed);
      return typed;
    }
    const value = values[field]?.trim() ?? '';
    if (value !== '') return value;
    empty.add(field);
    return typed;
  });
  return { text, unknown: [...unknown], empty: [...empty] };
}

/**
 * What keeps a letter from being sent as it is, in the owner's words; empty: nothing does. `fields` are those of its
 * purpose with their meanings.
 */
export function letterProblems(
  { unknown, empty }: FilledLetter,
  fields: Readonly<Record<string, string>>,
): readonly string[] {
  const known = Object.keys(fields)
    .map((name) => `{${name}}`)
    .join(' ');
  return [
    ...unknown.map(
      (typed) => `${typed} is not a field, so it would be printed as it stands. Fields are ${known}.`,
    ),
    ...empty.map((field) => `{${field}} has nothing to be filled with yet: ${fields[field] ?? field}.`),
  ];
}

/** The same of a text that was filled in before: whatever still stands in braces could not be. */
export function problemsLeft(text: string, fields: Readonly<Record<string, string>>): readonly string[] {
  const nothing = Object.fromEntries(Object.keys(fields).map((name) => [name, null]));
  return letterProblems(fillLetter(text, nothing), fields);
}
