import * as z from 'zod';
import type { Cause } from '../complaints/complaint.ts';
import type { Day } from '../dates.ts';
import { dayInput, idInput, optional, optionalText, textInput } from '../inputs.ts';

export interface Lesson {
  readonly id: number;
  readonly complaintId: number | null;
  /** Whose complaint it was; null where the lesson is about none. */
  readonly clientId: number | null;
  readonly clientName: string | null;
  readonly complaintTitle: string | null;
  readonly cause: Cause | null;
  readonly learnedOn: Day;
  readonly lesson: string;
  readonly changes: string | null;
  readonly who: string | null;
  readonly dueOn: Day | null;
  readonly doneOn: Day | null;
}

const shape = {
  complaintId: optional(idInput),
  causeId: optional(idInput),
  learnedOn: dayInput,
  lesson: textInput(1000, 'What did you learn?'),
  changes: optionalText(1000),
  who: optionalText(100),
  dueOn: optional(dayInput),
  doneOn: optional(dayInput),
};

const inOrder = (lesson: { learnedOn: Day; doneOn: Day | null }) =>
  lesson.doneOn === null || lesson.doneOn >= lesson.learnedOn;
const said = { path: ['doneOn'], message: 'It can’t be done before it was learned.' };

export const lessonInput = z.object(shape).refine(inOrder, said);
export const lessonEditInput = z.object({ id: idInput, ...shape }).refine(inOrder, said);
