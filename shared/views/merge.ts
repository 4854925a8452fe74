import * as z from 'zod';
import type { Day } from '../dates.ts';
import { idInput } from '../inputs.ts';
import type { Minor } from '../money.ts';

/** Fields of a client that two of them may say differently. */
export const mergeFields = [
  'number',
  'name',
  'descriptor',
  'contact',
  'email',
  'phone',
  'address',
  'termsDays',
  'since',
  'notes',
] as const;
export type MergeField = (typeof mergeFields)[number];

/** What belongs to one client. */
export interface MergeCounts {
  readonly invoices: number;
  readonly complaints: number;
  readonly decisions: number;
  /** Open balance of all invoices. */
  readonly owed: Minor;
}

/** One of the two, with what tells the owner which of them it is. */
export interface MergeSide extends MergeCounts {
  readonly id: number;
  readonly name: string;
  readonly number: string | null;
  /** Day of the newest invoice; null: there is none. */
  readonly newestInvoice: Day | null;
  readonly flagged: boolean;
  readonly parted: boolean;
}

/** Two clients that may be one. */
export interface MergeSuggestion {
  readonly one: MergeSide;
  readonly other: MergeSide;
  /** “the same e-mail, denise@larkfield.example”. */
  readonly because: string;
}

export interface MergeLook {
  readonly keep: MergeSide;
  readonly gone: MergeSide;
  /** What belongs to the one that is kept afterwards. */
  readonly together: MergeCounts;
  /** Fields that differ; where one side is empty the other's is taken without asking, and it is not among these. */
  readonly differences: readonly {
    readonly field: MergeField;
    readonly label: string;
    readonly keep: string;
    readonly gone: string;
  }[];
  /** What will happen besides, in words: invoices renumbered, a flag lifted, a standing ended. */
  readonly notes: readonly string[];
  /** Why they can't be merged as they are; null: they can. */
  readonly refusal: string | null;
}

export const mergeInput = z
  .object({
    keepId: idInput,
    goneId: idInput,
    /** Fields in which the one that goes is right. */
    take: z.array(z.enum(mergeFields)),
  })
  .refine(({ keepId, goneId }) => keepId !== goneId, 'Choose two different clients.');
