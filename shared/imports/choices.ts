import * as z from 'zod';
import { FIELD_IDS, type FieldId } from './fields.ts';

/** For each field the column it is read from, 0 is the first; null where the file has none. */
export type Mapping = Readonly<Record<FieldId, number | null>>;

/** What the owner decided about a file; whatever is missing is detected, or asked where nothing decides. */
export const choicesInput = z.object({
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
});
export type Choices = z.infer<typeof choicesInput>;
