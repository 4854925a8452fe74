import * as z from 'zod';
import { type Day, isDay } from '../dates.ts';
import { dayInput, idInput } from '../inputs.ts';
import type { PaperSize } from '../ledger/ledger.ts';
import type { PrintedDocument } from '../summaries/document.ts';
import { MOST_AT_ONCE } from './most-at-once.ts';

/** For whom a client summary is: the owner, who sees everything, or the client, who sees facts alone. */
export const summaryVersions = ['me', 'client'] as const;
export type SummaryVersion = (typeof summaryVersions)[number];

/** Letters besides the farewells, which the parting worksheet prints. */
export const printedLetters = ['apology', 'refund note'] as const;

/** So many documents of a job are shown in its preview. */
export const MOST_PREVIEWED = 10;

export { MOST_AT_ONCE };

export const monthInput = z
  .string()
  .refine((text) => isDay(`${text}-01`), 'Give a month that exists, for example 2026-11.');

/** What can be put on paper. */
export const printWhat = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('client summary'),
    version: z.enum(summaryVersions),
    clientIds: z.array(idInput).min(1, 'Choose a client first.').max(MOST_AT_ONCE),
    /** Every invoice and complaint, over as many pages as they take; else two pages at most. */
    all: z.boolean(),
  }),
  z.object({ kind: z.literal('staff sheet') }),
  z.object({
    kind: z.literal('statement'),
    clientId: idInput,
    /** From the beginning where null. */
    from: dayInput.nullable(),
    to: dayInput,
  }),
  z.object({ kind: z.literal('month'), month: monthInput }),
  z.object({ kind: z.literal('farewell'), clientId: idInput, text: z.string().max(10_000) }),
  z.object({
    kind: z.literal('letter'),
    letter: z.enum(printedLetters),
    decisionId: idInput,
    /** The wording for this once; null: the template, filled in. */
    text: z.string().max(10_000).nullable(),
  }),
  /** A copy that was kept, as it was. */
  z.object({ kind: z.literal('kept'), id: idInput }),
]);
export type PrintWhat = z.output<typeof printWhat>;

/** Documents that are printed together. */
export interface PrintJob {
  /** “Client summary: Larkfield Court”. */
  readonly title: string;
  /** What a PDF of it is called, without the ending. */
  readonly fileName: string;
  readonly paper: PaperSize;
  /** Of several, first their table of contents. For a preview the first ones alone. */
  readonly documents: readonly PrintedDocument[];
  /** How many there are altogether, the contents not counted. */
  readonly count: number;
}

export interface PrintProgress {
  readonly step: 'gathering' | 'laying out' | 'writing';
  readonly done: number;
  readonly total: number;
}

export interface PrintDone {
  /** The PDF's name; null: it went to a printer. */
  readonly fileName: string | null;
  readonly pages: number;
  /** A copy of it was kept in the ledger. */
  readonly kept: boolean;
}

export interface KeptPrint {
  readonly id: number;
  readonly keptOn: Day;
  readonly keptTime: string;
  readonly kind: string;
  readonly title: string;
  readonly clientId: number | null;
  readonly clientName: string | null;
}
