import * as z from 'zod';
import type { Day } from '../dates.ts';
import { dayInput, idInput, optional, textInput } from '../inputs.ts';
import { lookPart } from '../notes/note.ts';

export interface RedFlag {
  readonly id: number;
  readonly raisedOn: Day;
  readonly reason: string;
  /** What employees are told; nothing private. */
  readonly instruction: string;
  readonly reviewOn: Day | null;
}

export const flagInput = z
  .object({
    clientId: idInput,
    raisedOn: dayInput,
    reason: textInput(2000, 'Say why, for yourself.'),
    instruction: textInput(500, 'Tell your staff what to do.'),
    reviewOn: optional(dayInput),
    /** Looking inside, done now; null where a look of before still counts. */
    look: lookPart.nullable(),
  })
  .refine((flag) => flag.reviewOn === null || flag.reviewOn > flag.raisedOn, {
    path: ['reviewOn'],
    message: 'Look at it again on a later day.',
  });

export const liftInput = z.object({
  clientId: idInput,
  liftedOn: dayInput,
  reason: textInput(2000, 'Say why it can go.'),
});
