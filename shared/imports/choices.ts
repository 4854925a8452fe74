import * as z from 'zod';
import { closedEarlyChoices, importedKinds, namelessChoices, twinsChoices } from './complaints/record.ts';
import { FIELD_IDS, type FieldId, subjects } from './fields.ts';

/** For each field the column it is read from, 0 is the first; null where the file has none. */
export type Mapping = Readonly<Record<FieldId, number | null>>;

/** What the owner decided about a file; whatever is missing is detected, or asked where nothing decides. */
export const choicesInput = z.object({
  subject: z.enum(subjects).optional(),
  formatId: z.string().max(40).optional(),
  /** Field → column index, null for none; a field left out is none. Replaces the proposed mapping as a whole. */
  mapping: z.partialRecord(z.enum(FIELD_IDS), z.int().min(0).max(1000).nullable()).optional(),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).optional(),
  decimal: z.enum(['point', 'comma']).optional(),
  /** Days to pay for rows without a due day; null leaves such rows out. */
  termsDays: z.int().min(0).max(365).nullable().optional(),
  rowsPerInvoice: z.enum(['one', 'addUp', 'repeat']).optional(),
  /** How the bytes are read; for the main process, which decodes before anything else. */
  encoding: z.string().max(40).optional(),
  /** Of complaints: what each kind of complaint stands for, by `plainName`; null: no cause is noted. */
  causes: z.record(z.string().max(300), z.int().positive().nullable()).optional(),
  /** What each result stands for, by `plainName`; null: no decision is noted. */
  results: z.record(z.string().max(300), z.enum(importedKinds).nullable()).optional(),
  nameless: z.enum(namelessChoices).optional(),
  closedEarly: z.enum(closedEarlyChoices).optional(),
  twins: z.enum(twinsChoices).optional(),
});
export type Choices = z.infer<typeof choicesInput>;
