import type { Choices } from '../../../shared/imports/choices.ts';
import type { ImportedKind } from '../../../shared/imports/complaints/record.ts';
import type { FieldId, Subject } from '../../../shared/imports/fields.ts';
import type { ImportPreview } from '../../../shared/imports/preview.ts';
import type { Question } from '../../../shared/imports/records.ts';
import { assertNever } from '../../../shared/result.ts';

/** A choice with an answer to one of the preview's questions put in. */
export function answered(
  choices: Choices,
  preview: Pick<ImportPreview, 'mapping'>,
  question: Question,
  value: string | number | null,
): Choices {
  switch (question.kind) {
    case 'encoding':
      return { ...choices, encoding: String(value) };
    case 'column':
      return mapped(choices, preview, question.field, value === null ? null : Number(value));
    case 'dateOrder':
      return { ...choices, ...pickOf(question, value, 'dateOrder') };
    case 'decimal':
      return { ...choices, ...pickOf(question, value, 'decimal') };
    case 'terms':
      return { ...choices, termsDays: value === null ? null : Number(value) };
    case 'rows':
      return { ...choices, ...pickOf(question, value, 'rowsPerInvoice') };
    case 'nameless':
      return { ...choices, ...pickOf(question, value, 'nameless') };
    case 'closedEarly':
      return { ...choices, ...pickOf(question, value, 'closedEarly') };
    case 'twins':
      return { ...choices, ...pickOf(question, value, 'twins') };
    default:
      return assertNever(question);
  }
}

/** Finds the answer among those offered, so that its type is known without a cast. */
function pickOf<V, K extends string>(
  question: { readonly choices: readonly { readonly value: V }[] },
  value: string | number | null,
  key: K,
): { readonly [key in K]?: V } {
  const found = question.choices.find((choice) => choice.value === value);
  return (found === undefined ? {} : { [key]: found.value }) as { readonly [key in K]?: V };
}

/**
 * The mapping with one field read from another column, or from none. The whole mapping is sent, for it replaces what
 * was proposed; a column can be only one thing, so whatever else it was read as lets go of it.
 */
export function mapped(
  choices: Choices,
  preview: Pick<ImportPreview, 'mapping'>,
  field: FieldId,
  column: number | null,
): Choices {
  const base = { ...preview.mapping, ...choices.mapping };
  const entries = Object.entries(base).map(([id, at]) => [id, column !== null && at === column ? null : at]);
  return { ...choices, mapping: { ...Object.fromEntries(entries), [field]: column } };
}

/** Another format proposes its own columns and its own reading of rows: what was chosen about them goes. */
export function asFormat(choices: Choices, formatId: string): Choices {
  const { mapping: _mapping, rowsPerInvoice: _rows, ...rest } = choices;
  return { ...rest, formatId };
}

/** A list of something else: only how it is written stays as it was chosen. */
export function asSubject(choices: Choices, subject: Subject): Choices {
  const { encoding, dateOrder, decimal } = choices;
  return {
    subject,
    ...(encoding === undefined ? {} : { encoding }),
    ...(dateOrder === undefined ? {} : { dateOrder }),
    ...(decimal === undefined ? {} : { decimal }),
  };
}

/** What a kind of complaint stands for from now on. */
export function standingForCause(choices: Choices, key: string, causeId: number | null): Choices {
  return { ...choices, causes: { ...choices.causes, [key]: causeId } };
}

/** What a result stands for from now on. */
export function standingForKind(choices: Choices, key: string, kind: ImportedKind | null): Choices {
  return { ...choices, results: { ...choices.results, [key]: kind } };
}

/** What a question is told apart by. */
export function questionKey(question: Question): string {
  return question.kind === 'column' ? `column:${question.field}` : question.kind;
}
