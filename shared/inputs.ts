import * as z from 'zod';
import { type Day, isDay } from './dates.ts';
import { MAX_AMOUNT } from './money.ts';

/** The building blocks of every input: the ledger's own CHECKs, said in the owner's words. */

export const idInput = z.int().positive();

export const dayInput = z
  .string()
  .refine(isDay, 'Give a day that exists, for example 9 Nov 2026.')
  .transform((day): Day => day);

/** Local wall-clock time `HH:MM`. */
export const timeInput = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time like 14:30.');

export const amountInput = z
  .int('Give an amount like 120 or 85.50.')
  .min(1, 'The amount must be more than nothing.')
  .max(MAX_AMOUNT, 'That is more than the ledger can hold.');

/** Required text: trimmed, not empty. `what` completes “… is missing”. */
export function textInput(max: number, missing: string) {
  return z.string().trim().min(1, missing).max(max, `At most ${max} characters.`);
}

/** Optional text: blank becomes null. */
export function optionalText(max: number) {
  return z
    .string()
    .trim()
    .max(max, `At most ${max} characters.`)
    .nullable()
    .transform((text) => (text === null || text === '' ? null : text));
}

/** Empty string from a form control becomes null before the rule is applied. */
export function optional<T extends z.ZodType>(rule: T) {
  return z.preprocess((value) => (value === '' || value === undefined ? null : value), rule.nullable());
}

export const termsInput = z
  .int('Give whole days.')
  .min(0, 'Terms can’t be negative.')
  .max(365, 'Terms of more than a year? At most 365 days.');
