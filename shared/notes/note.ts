import * as z from 'zod';
import type { Day } from '../dates.ts';
import { dayInput, idInput, optional, optionalText, textInput } from '../inputs.ts';

export const noteKinds = ['staff strain', 'boundary broken'] as const;
export type NoteKind = (typeof noteKinds)[number];

export interface Note {
  readonly id: number;
  readonly complaintId: number | null;
  readonly kind: NoteKind;
  readonly notedOn: Day;
  readonly words: string;
}

export const noteInput = z.object({
  clientId: idInput,
  complaintId: optional(idInput),
  kind: z.enum(noteKinds),
  notedOn: dayInput,
  words: textInput(1000, 'Say in a sentence what happened.'),
});

/** `redo`: done again. `chasing`: after money. `care`: talking, explaining, driving there. */
export const hoursKinds = ['redo', 'chasing', 'care'] as const;
export type HoursKind = (typeof hoursKinds)[number];

export interface Hours {
  readonly id: number;
  readonly complaintId: number | null;
  readonly kind: HoursKind;
  readonly workedOn: Day;
  readonly minutes: number;
  readonly what: string | null;
}

export const hoursInput = z.object({
  clientId: idInput,
  complaintId: optional(idInput),
  kind: z.enum(hoursKinds),
  workedOn: dayInput,
  minutes: z
    .int('Give hours like 0:30 or 1.5.')
    .min(1, 'How long did it take?')
    .max(6000, 'At most 100 hours at once.'),
  what: optionalText(300),
});

/** The four inside causes looked at with one client in mind; true: something of ours was found there. */
export interface InsideLook {
  readonly id: number;
  readonly lookedOn: Day;
  readonly process: boolean;
  readonly communication: boolean;
  readonly value: boolean;
  readonly training: boolean;
  readonly found: string;
}

const lookShape = {
  process: z.boolean(),
  communication: z.boolean(),
  value: z.boolean(),
  training: z.boolean(),
  found: textInput(2000, 'Write down what you found, even if it is nothing.'),
};
/** A look as it comes along with a red flag or a parting. */
export const lookPart = z.object(lookShape);
export const lookInput = z.object({ clientId: idInput, lookedOn: dayInput, ...lookShape });

/** Whether a look still counts on a day: it came no earlier than the client's newest complaint. */
export function lookCounts(look: Day | null, newestComplaint: Day | null): boolean {
  return look !== null && (newestComplaint === null || look >= newestComplaint);
}

/** Minutes as hours and minutes: “0:30”, “12:05”. */
export function showMinutes(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Minutes as one says them: “40 minutes”, “5 hours”, “1½ hours”, “2 h 50 min”. */
export function hoursWords(minutes: number): string {
  const whole = Math.floor(Math.round(minutes) / 60);
  const rest = Math.round(minutes) % 60;
  if (whole === 0) return `${rest} ${rest === 1 ? 'minute' : 'minutes'}`;
  if (rest === 0) return `${whole} ${whole === 1 ? 'hour' : 'hours'}`;
  const quarter = { 15: '¼', 30: '½', 45: '¾' }[rest];
  return quarter === undefined ? `${whole} h ${rest} min` : `${whole}${quarter} hours`;
}
