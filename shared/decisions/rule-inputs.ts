import * as z from 'zod';
import { dayInput, idInput, optional, optionalText } from '../inputs.ts';
import { decisionKinds } from './decision.ts';

/** Sets one house rule: on or off, its numbers, and what it was born from. Each rule parses its own settings. */
export const ruleSetInput = z.object({
  /** A rule's key: its id, or `like case:12`. */
  key: z.string().min(1).max(80),
  on: z.boolean(),
  settings: z.record(z.string().max(40), z.union([z.number(), z.string().max(200), z.null()])),
  bornOf: optionalText(500),
  bornComplaintId: optional(idInput),
});

/** “Make it a rule”: from a decision that broke new ground, a rule for like cases. */
export const ruleFromDecisionInput = z.object({ decisionId: idInput });

/** A decision being thought about, for what the rules and like cases say to it. */
export const weighInput = z.object({
  clientId: idInput,
  complaintId: optional(idInput),
  invoiceId: optional(idInput),
  kind: z.enum(decisionKinds),
  amount: z.int().min(0),
  redoMinutes: z.int().min(0),
  decidedOn: dayInput,
  validUntil: optional(dayInput),
  /** How a refund is to go back; null: not chosen yet. */
  paidBack: optional(z.enum(['money', 'credit'])),
});
