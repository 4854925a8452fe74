import type { FieldId } from './fields.ts';

/** A code at the end of some words: a letter with digits, digits alone, or three capitals. */
const CODE = /\s+-\s+(?:[A-Z]\d{1,3}|\d{1,4}|[A-Z]{3})$/;

/** What can end in a code, in files of a program that writes them. */
export const CODED_FIELDS: ReadonlySet<FieldId> = new Set(['descriptor', 'complaintType', 'result']);

/** “Damaged Goods - D01” without its code. */
export function withoutCode(text: string): string {
  const cut = text.replace(CODE, '').trim();
  return cut === '' ? text : cut;
}
