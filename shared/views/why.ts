import * as z from 'zod';
import type { Day } from '../dates.ts';
import { decisionKinds } from '../decisions/decision.ts';
import { dayInput, idInput } from '../inputs.ts';
import type { Minor } from '../money.ts';
import { keepLines } from '../standing/keeping.ts';

/** Every number of a client, or of all of them, that can be asked “why?”. */
export const whyFigures = [
  'typical',
  'typicalWithoutExcused',
  'typicalYearAgo',
  'trend',
  'lastTwelve',
  'ladder',
  'owed',
  'pastDue',
  'oldest',
  'ageing',
  'credit',
  'openComplaints',
  'complaints12',
  'complaintsAll',
  'redoAsked',
  'faults',
  'goodwill12',
  'goodwill24',
  'goodwillPercent',
  'decisionsAll',
  'revenue12',
  'revenuePercent',
  'standing',
  'slipping',
  'excused',
  'invoices',
  'staffStrain',
  'boundariesBroken',
  'redoNotInside',
  'moneyBackClaims',
  'clientCaused',
  'hours12',
  'attentionPercent',
  'redFlag',
  'neverCame',
  'costToKeep',
] as const;
export type WhyFigure = (typeof whyFigures)[number];

const figureQuery = z.object({
  of: z.literal('figure'),
  /** null: the figure over all clients, as in the list's last row. */
  clientId: idInput.nullable(),
  figure: z.enum(whyFigures),
  /** Rung 0–5 of the ladder, bucket 0–4 of ageing, or whose fault 0–3; null for the whole. */
  part: z.int().min(0).max(5).nullable(),
});
export type FigureQuery = z.infer<typeof figureQuery>;

/** What an outcome table counts. */
export const outcomeFigures = [
  'count',
  'cameBack90',
  'cameBack180',
  'complainedAgain',
  'sameCauseAgain',
  'used',
  'paidFaster',
  'paidSlower',
  'paidSame',
] as const;
export type OutcomeFigure = (typeof outcomeFigures)[number];

export const whyInput = z.discriminatedUnion('of', [
  figureQuery,
  /** The lines of what keeping a client costs. */
  z.object({ of: z.literal('keeping'), clientId: idInput, line: z.enum(keepLines) }),
  /** When a rule was kept or broken. */
  z.object({
    of: z.literal('rule'),
    key: z.string().min(1).max(80),
    verdict: z.enum(['kept', 'broken']),
    /** First day of a quarter; null: 12 months. */
    quarter: dayInput.nullable(),
  }),
  /** The decisions behind a cell of the outcome table. */
  z.object({
    of: z.literal('outcome'),
    kind: z.enum(decisionKinds).nullable(),
    severity: z.int().min(0).max(4).nullable(),
    figure: z.enum(outcomeFigures),
    months: z.int().min(1).max(120).nullable(),
  }),
  /** The complaints of one cause (null: not noted) in a period. */
  z.object({
    of: z.literal('cause'),
    causeId: idInput.nullable(),
    from: dayInput,
    to: dayInput,
  }),
]);
export type WhyQuery = z.infer<typeof whyInput>;

export type WhyCell =
  | { readonly as: 'text'; readonly text: string }
  | { readonly as: 'money'; readonly amount: Minor }
  | { readonly as: 'day'; readonly day: Day }
  | { readonly as: 'number'; readonly number: number; readonly unit?: string }
  | { readonly as: 'none' };

export interface WhyRow {
  /** The row it leads to; null: it leads nowhere, as noted hours. */
  readonly to: {
    readonly kind: 'client' | 'invoice' | 'complaint' | 'decision';
    readonly id: number;
    readonly clientId: number;
  } | null;
  readonly cells: readonly WhyCell[];
  /** Said of this row alone: “excused”, “unpaid, so far”. */
  readonly mark?: string;
}

/** The evidence behind one number. */
export interface Why {
  readonly title: string;
  /** The number itself, as shown on the screen. */
  readonly figure: string;
  /** How it comes about, in the owner's words. */
  readonly explanation: readonly string[];
  readonly columns: readonly { readonly label: string; readonly right: boolean }[];
  readonly rows: readonly WhyRow[];
  /** How many rows there are in all; `rows` holds at most the first 500. */
  readonly rowCount: number;
  readonly total: readonly WhyCell[] | null;
}
